"""The law as the profiles have it: a test for each point on which they were once wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from adhoc_cli.models.roles import parts_of
from adhoc_cli.profiles.load import load_profile
from adhoc_cli.profiles.model import Body
from adhoc_cli.profiles.parts import Source
from adhoc_cli.profiles.replacement import provision, provision_keys
from adhoc_cli.text.catalogue import texts

BOTH = ("pemilu-2024", "pilkada-2024")
STATUTE = "UU 1/2015 (Perppu 1/2014)"


def body_of(profile: str, body: str) -> Body:
    return load_profile(profile).badan[body]


def source(profile: str, body: str, key: str) -> Source:
    return body_of(profile, body).sumber[key]


def said(found: Source) -> str:
    return " ".join(filter(None, (found.dasar, found.catatan_id)))


def sources(name: str) -> Iterator[str]:
    """All that a profile cites, with its notes."""
    profile = load_profile(name)
    for body in profile.badan.values():
        yield from map(said, body.sumber.values())
    found = [stage.sumber for stage in profile.tahapan.values()]
    found += [item.sumber for item in profile.butir.values()]
    yield from (said(one) for one in found if one)


# -- what must not be said -------------------------------------------------------------------------


def test_ps_43_is_about_dismissal_and_replacement_stands_elsewhere() -> None:
    """ps. 43: dismissal only; the next rank is PKPU 8/2022 and Kep KPU 534/2022 Bab IV."""
    for key in ("steps", "next_in_rank", "appoint_local"):
        assert provision(key).basis == "PKPU 8/2022; Kep KPU 534/2022 Bab IV", key
    of_43 = {key for key in provision_keys() if "ps. 43" in provision(key).basis}
    assert of_43 == {key for key in of_43 if key == "grounds" or "suspen" in key}
    for name in BOTH:
        assert not [text for text in sources(name) if "ps. 43" in text]


def test_statute_of_the_pilkada_is_uu_1_2015() -> None:
    """Statute of the Pilkada: UU 1/2015 jo. its changes; no value rests on UU 7/2017."""
    for body, key in (("PPS", "kursi"), ("KETERTIBAN", "kursi")):
        found = source("pilkada-2024", body, key).dasar
        assert found.startswith(STATUTE)
        assert "jo. UU 8/2015, UU 10/2016, UU 6/2020" in found
    assert not [text for text in sources("pilkada-2024") if "UU 7/2017" in text or "MK 31" in text]


def test_ppk_of_5_is_by_the_constitutional_court_in_the_pemilu() -> None:
    """PPK = 5: MK 31/PUU-XVI/2018 in the Pemilu, PKPU 8/2022 ps. 5-6 in the Pilkada."""
    pemilu, pilkada = (source(name, "PPK", "kursi") for name in BOTH)
    assert pemilu.dasar.startswith("MK 31/PUU-XVI/2018")
    assert "tercetak 3" in (pemilu.catatan_id or "")
    assert pilkada.dasar.startswith("PKPU 8/2022 ps. 5-6")
    assert {body_of(name, "PPK").kursi.min for name in BOTH} == {5}


def test_articles_of_uu_7_2017_are_51_52_for_ppk_and_54_55_for_pps() -> None:
    """Articles of UU 7/2017: 51-52 PPK, 54-55 PPS."""
    assert "UU 7/2017 ps. 51-52" in source("pemilu-2024", "PPK", "perempuan_min").dasar
    for key in ("kursi", "perempuan_min", "selesai"):
        assert "UU 7/2017 ps. 54-55" in source("pemilu-2024", "PPS", key).dasar


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize("key", ["kursi", "jabatan", "perempuan_min"])
def test_kpps_membership_and_30_percent_stand_in_ps_28_30_as_sources_differ(
    name: str, key: str
) -> None:
    """KPPS membership, 30 %: ps. 28 or 29-30, hence "ps. 28-30" with tag X."""
    found = source(name, "KPPS", key)
    assert found.dasar.startswith("PKPU 8/2022 ps. 28-30")
    assert found.tingkat == "X"


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize("body", ["PPK", "PPS"])
def test_womens_share_is_rounded_up_by_our_reading(name: str, body: str) -> None:
    """Women's share: "memperhatikan"; rounding up is ours and called so."""
    note = source(name, body, "perempuan_min").catatan_id or ""
    assert "memperhatikan" in note
    assert "bacaan kami" in note


@pytest.mark.parametrize("name", BOTH)
def test_age_of_kpps_counts_on_voting_day_at_both_ends(name: str) -> None:
    """Age of KPPS: 17-55 "pada hari pemungutan suara"; PPK and PPS: no day was found."""
    kpps = body_of(name, "KPPS")
    assert (kpps.usia_min, kpps.usia_maks) == (17, 55)
    assert kpps.usia_pada == load_profile(name).hari_pemungutan_suara
    for key in ("usia_min", "usia_maks", "usia_pada"):
        assert "pada hari pemungutan suara" in (kpps.sumber[key].catatan_id or "")
    for body in ("PPK", "PPS"):
        assert body_of(name, body).usia_pada is None
        assert "tidak ditemukan" in (source(name, body, "usia_min").catatan_id or "")


@pytest.mark.parametrize("name", BOTH)
def test_pantarlih_are_17_and_have_sma(name: str) -> None:
    """Pantarlih: ps. 49, at least 17, SMA/sederajat, in both elections."""
    found = body_of(name, "PANTARLIH")
    assert (found.usia_min, found.usia_maks, found.pendidikan_min) == (17, None, "SMA")
    for key in ("usia_min", "pendidikan_min"):
        assert found.sumber[key].dasar.startswith("PKPU 8/2022 ps. 49")


@pytest.mark.parametrize("name", BOTH)
def test_schooling_of_kpps_may_be_the_last_certificate(name: str) -> None:
    """Schooling of KPPS: Kep 1669/2023, SMA "atau ijazah terakhir" with a statement."""
    found = source(name, "KPPS", "pendidikan_min")
    assert "Kep KPU 1669/2023" in found.dasar
    assert "ijazah terakhir" in (found.catatan_id or "")


@pytest.mark.parametrize("body", ["SEKRETARIAT PPK", "SEKRETARIAT PPS"])
def test_secretariat_7_days_stand_in_kep_534_and_are_unsure_in_the_pilkada(body: str) -> None:
    """Secretariat, 7 days: Kep KPU 534/2022; whether Kep 475/2024 keeps it was not verified."""
    pemilu, pilkada = (source(name, body, "batas_hari") for name in BOTH)
    assert pemilu.dasar.startswith("Kep KPU 534/2022")
    assert (pemilu.tingkat, pilkada.tingkat) == ("B", "I")
    assert "475/2024" in (pilkada.catatan_id or "")
    decree = "bupati" if body.endswith("PPK") else "kades"
    assert all(decree in (found.catatan_id or "") for found in (pemilu, pilkada))


def test_extension_is_ps_51_4_in_the_pemilu() -> None:
    """Extension: UU 7/2017 ps. 51 (4), dissolved at the latest 2 months after voting."""
    note = source("pemilu-2024", "PPK", "selesai").catatan_id or ""
    assert "UU 7/2017 ps. 51 (4)" in note
    assert "paling lambat 2 bulan setelah pemungutan suara" in note
    for body in ("PPK", "PPS"):
        assert "PSU" in (source("pilkada-2024", body, "selesai").catatan_id or "")


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize("body", ["PPK", "PPS", "KPPS", "PANTARLIH"])
def test_whom_to_call_is_never_the_kades(name: str, body: str) -> None:
    """Whom to call: the next rank alone; kades and lurah have no part in filling a seat."""
    way = load_profile(name).successions[body]
    texts = [way.decides, way.method, *way.exhausted, *way.besides]
    words = " ".join(f"{one.words.id} {one.words.en}" for one in texts).casefold()
    for word in ("kades", "lurah", "kepala desa", "pemerintah desa", "village"):
        assert word not in words
    if body != "PANTARLIH":
        assert way.method.key == "next_in_rank"


# -- the dates of the Pemilu -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "begins", "ends", "levels"),
    [
        ("PANTARLIH", date(2023, 2, 12), date(2023, 4, 11), "BC"),
        ("KETERTIBAN", date(2024, 1, 25), date(2024, 2, 25), "BB"),
        ("KPPS", date(2024, 1, 25), date(2024, 2, 25), "BB"),
        ("SEKRETARIAT PPK", date(2023, 1, 4), date(2024, 4, 4), "II"),
    ],
)
def test_dates_of_pemilu_2024(body: str, begins: date, ends: date, levels: str) -> None:
    """PANTARLIH, KETERTIBAN, KPPS, SEKRETARIAT PPK: what was the plan is not the term."""
    found = body_of("pemilu-2024", body)
    assert (found.mulai, found.selesai) == (begins, ends)
    assert "".join(str(found.sumber[key].tingkat) for key in ("mulai", "selesai")) == levels


def test_ketertiban_of_the_pemilu_are_2_per_tps_by_a_source_of_the_pemilu() -> None:
    """KETERTIBAN: 2 per TPS (malangposcomedia), no longer inferred from the Pilkada's statute."""
    found = body_of("pemilu-2024", "KETERTIBAN")
    assert (found.kursi.min, found.kursi.maks) == (2, 2)
    assert (found.sumber["kursi"].dasar, found.sumber["kursi"].tingkat) == ("malangposcomedia", "B")


def test_kpps_announcement_and_reception_of_pemilu_2024_are_in_december() -> None:
    """KPPS announcement 11-15, reception 11-20 December 2023 date PPK-05, PPS-08 and PPS-09."""
    profile = load_profile("pemilu-2024")
    stage = profile.tahapan["pendaftaran_kpps"]
    assert (stage.mulai, stage.selesai) == (date(2023, 12, 11), date(2023, 12, 20))
    assert "11-15" in said(stage.sumber) if stage.sumber else False
    health = [item for key, item in profile.butir.items() if key.startswith(("PPK-05", "PPS-08"))]
    assert "pendaftaran_kpps" in {item.batas.sebelum for item in health}
    recruitment = profile.butir["PPS-09"].batas
    assert recruitment.sampai == "pendaftaran_kpps"


@pytest.mark.parametrize("name", BOTH)
def test_pps_06_and_pps_07_follow_pantarlih(name: str) -> None:
    """PPS-06 is due before the pantarlih begin, PPS-07 until their term ends."""
    notice, company = (load_profile(name).butir[key].batas for key in ("PPS-06", "PPS-07"))
    assert (notice.sebelum, company.sampai) == ("PANTARLIH", "PANTARLIH")


def test_kep_475_is_the_fourth_and_kep_638_the_fifth_amendment_of_kep_476_2022() -> None:
    """Kep 475/2024 is the 4th, Kep 638/2024 the 5th amendment of Kep 476/2022."""
    begins = source("pilkada-2024", "PPK", "mulai").dasar
    assert "Kep KPU 475/2024 (perubahan keempat Kep KPU 476/2022)" in begins
    seats = source("pilkada-2024", "PANTARLIH", "kursi").dasar
    assert "Kep KPU 638/2024 (perubahan kelima Kep KPU 476/2022" in seats


# -- the field's words -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize("word", ["PAM TPS", "PKTPS", "Gastib", "Gatib", "Linmas TPS", "pam-tps"])
def test_ketertiban_has_many_words_and_none_is_a_pps(name: str, word: str) -> None:
    """KETERTIBAN: "PAM TPS", "PKTPS", "Gastib", "Gatib", "Linmas TPS"; never taken for PPS."""
    words = load_profile(name).vocabulary()
    assert words.body(word) == "KETERTIBAN"
    assert words.role(word) == "anggota KETERTIBAN"
    assert words.split(word) == ("anggota", "KETERTIBAN")


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize(
    ("cell", "understood"),
    [
        (
            "Anggota / Divisi Teknis Penyelenggaraan",
            "jabatan anggota, divisi Teknis Penyelenggaraan",
        ),
        ("Kordiv Datin", "jabatan anggota, divisi Datin"),
        ("Anggota (Divisi Hukum dan Pengawasan)", "jabatan anggota, divisi Hukum dan Pengawasan"),
        ("Ketua merangkap anggota", "jabatan ketua"),
        ("Anggota KPPS 2", "jabatan anggota, badan KPPS"),
        ("Ketua PPK Kec. Bulu", "jabatan ketua, badan PPK, wilayah Bulu"),
        ("Plt. Ketua", "jabatan ketua"),
    ],
)
def test_jabatan_as_rosters_write_it(name: str, cell: str, understood: str) -> None:
    """`jabatan` cells: role, division, body, number and place in one cell."""
    profile = load_profile(name)
    assert parts_of(cell, profile.vocabulary()) == understood
    _, _, division = understood.partition("divisi ")
    if division:
        assert profile.badan["PPK"].division(division) in profile.badan["PPK"].divisi


@pytest.mark.parametrize("name", BOTH)
def test_divisions_of_a_ppk_go_by_short_words(name: str) -> None:
    """Divisions: "Parmas" and the like name one of the five."""
    ppk = body_of(name, "PPK")
    short = ["KUL", "Parmas", "Teknis", "Datin", "Hukum"]
    assert {ppk.division(word) for word in short} == set(ppk.divisi)


@pytest.mark.parametrize("statement", ["party", "marriage", "sentence", "health"])
def test_statements_are_signed_by_each_member(statement: str) -> None:
    """Statements: each member signs his own surat pernyataan; a ketua vouches for nobody."""
    said_id, said_en = (texts(lang)[f"sheet.statement.{statement}"] for lang in ("id", "en"))
    assert said_id.startswith("Saya ")
    assert said_en.startswith("I ")
