"""The profiles that come with the tool say what the law says, and where it says it."""

from __future__ import annotations

import json
from datetime import date

import pytest

from adhoc_cli.models.vocabulary import DEFAULT_BODIES
from adhoc_cli.profiles.load import DEFAULT, Office, Settings, load_profile, profile_names
from adhoc_cli.profiles.model import Body, Profile, Step
from adhoc_cli.profiles.parts import Source
from adhoc_cli.reports.profiles import profile_values

# What needs no law: names, and the two bodies that stand in every roster folder.
_WITHOUT_SOURCE = {"judul_id", "judul_en", "unit", "sinonim", "selalu", "sumber"}
_NAMES = profile_names()
# Those of KPU at home: they have the bodies that every office knows.
_OF_KPU = ["pemilu-2024", "pilkada-2024", "pilkada-ulang-2025", "psu-2025"]
_BODIES = [(name, body) for name in _NAMES for body in load_profile(name).badan]


def body_of(profile: str, body: str) -> Body:
    return load_profile(profile).badan[body]


def term(profile: str, body: str) -> tuple[date | None, date | None]:
    found = body_of(profile, body)
    return found.mulai, found.selesai


def test_the_elections_are_there_and_pilkada_is_the_default() -> None:
    assert {*_NAMES} == {*_OF_KPU, "bawaslu-2024", "ppln-2024"}
    assert DEFAULT == "pilkada-2024"


@pytest.mark.parametrize("name", _NAMES)
def test_a_profile_is_called_like_its_file_and_has_all_bodies(name: str) -> None:
    profile = load_profile(name)
    assert profile.nama == name
    assert (profile.badan.keys() >= DEFAULT_BODIES.keys()) == (name in _OF_KPU)
    assert profile.sumber.keys() == {"hari_pemungutan_suara"}


@pytest.mark.parametrize("name", _NAMES)
def test_what_is_told_of_a_profile_is_plain(name: str) -> None:
    profile = load_profile(name)
    told = profile_values(Office(Settings(), profile), profile.hari_pemungutan_suara)
    assert all(json.dumps(value.value) for value in told.every)


@pytest.mark.parametrize("name", _NAMES)
def test_every_stage_and_item_of_coordination_is_among_the_values(name: str) -> None:
    """Those of the office itself, too, which are of no body: docs/law.md shows what changes."""
    profile = load_profile(name)
    told = profile_values(Office(Settings(), profile), profile.hari_pemungutan_suara)
    keys = [value.key for value in told.every]
    wanted = {*profile.checklist.active, *(f"tahapan.{stage}" for stage in profile.tahapan)}
    assert sorted(key for key in keys if key in wanted) == sorted(wanted)


@pytest.mark.parametrize(("name", "body"), _BODIES)
def test_every_value_has_its_source_and_no_source_stands_alone(name: str, body: str) -> None:
    found = body_of(name, body)
    valued = found.model_fields_set - _WITHOUT_SOURCE
    assert found.sumber.keys() == valued


@pytest.mark.parametrize(("name", "body"), _BODIES)
def test_sources_are_read_in_both_languages_and_none_is_from_memory(name: str, body: str) -> None:
    for key, source in body_of(name, body).sumber.items():
        assert (source.catatan_id is None) == (source.catatan_en is None), key
        assert source.tingkat != "D", key
        if source.tingkat in {"I", "X"} and key != "jabatan":
            assert source.catatan_id, f"{key}: what was inferred, or which one was taken?"


@pytest.mark.parametrize(("name", "body"), [one for one in _BODIES if one[0] in _OF_KPU])
def test_seats_and_roles_add_up(name: str, body: str) -> None:
    found = body_of(name, body)
    steps = [step.kursi for step in found.kursi.bila]
    assert sum(least for least, _ in found.jabatan.values()) == found.kursi.min
    assert sum(most for _, most in found.jabatan.values()) == max([found.kursi.maks, *steps])


@pytest.mark.parametrize(("name", "body"), _BODIES)
def test_no_known_spelling_of_a_body_is_lost(name: str, body: str) -> None:
    vocabulary = load_profile(name).vocabulary()
    for word in DEFAULT_BODIES.get(body, ()):
        assert vocabulary.body(word) == body


@pytest.mark.parametrize("name", _OF_KPU)
def test_the_sizes_are_those_of_the_law(name: str) -> None:
    profile = load_profile(name)
    sizes = {
        body: (found.unit, found.kursi.min, found.kursi.maks)
        for body, found in profile.badan.items()
    }
    assert (
        sizes.items()
        >= {
            "PPK": ("kecamatan", 5, 5),
            "PPS": ("desa", 3, 3),
            "KPPS": ("tps", 7, 7),
            "PANTARLIH": ("tps", 1, 1),
            "KETERTIBAN": ("tps", 2, 2),
            "SEKRETARIAT PPK": ("kecamatan", 3, 3),
            "SEKRETARIAT PPS": ("desa", 3, 3),
        }.items()
    )
    always = [name for name, found in profile.badan.items() if found.selalu]
    assert always == ([] if name == "psu-2025" else ["PPK", "PPS"])


def test_pantarlih_of_the_pilkada_are_two_above_400_voters() -> None:
    seats = body_of("pilkada-2024", "PANTARLIH").kursi
    assert (seats.atribut, seats.bila) == ("jumlah_pemilih", (Step(lebih_dari=400, kursi=2),))
    assert body_of("pemilu-2024", "PANTARLIH").kursi.bila == ()


@pytest.mark.parametrize(
    ("name", "body", "begins", "ends"),
    [
        ("pilkada-2024", "PPK", date(2024, 5, 16), date(2025, 1, 27)),
        ("pilkada-2024", "PPS", date(2024, 5, 26), date(2025, 1, 27)),
        ("pilkada-2024", "KPPS", date(2024, 11, 7), date(2024, 12, 8)),
        ("pilkada-2024", "PANTARLIH", date(2024, 6, 24), date(2024, 7, 25)),
        ("pilkada-2024", "KETERTIBAN", date(2024, 11, 7), date(2024, 12, 8)),
        ("pilkada-2024", "SEKRETARIAT PPK", date(2024, 5, 16), date(2025, 1, 27)),
        ("pilkada-2024", "SEKRETARIAT PPS", date(2024, 5, 26), date(2025, 1, 27)),
        ("pemilu-2024", "PPK", date(2023, 1, 4), date(2024, 4, 4)),
        ("pemilu-2024", "PPS", date(2023, 1, 24), date(2024, 4, 4)),
        ("pemilu-2024", "KPPS", date(2024, 1, 25), date(2024, 2, 25)),
        ("pemilu-2024", "PANTARLIH", date(2023, 2, 12), date(2023, 4, 11)),
        ("pemilu-2024", "KETERTIBAN", date(2024, 1, 25), date(2024, 2, 25)),
        ("pemilu-2024", "SEKRETARIAT PPK", date(2023, 1, 4), date(2024, 4, 4)),
        ("pemilu-2024", "SEKRETARIAT PPS", date(2023, 1, 24), date(2024, 4, 4)),
    ],
)
def test_terms(name: str, body: str, begins: date, ends: date) -> None:
    assert term(name, body) == (begins, ends)


def test_voting_days() -> None:
    assert load_profile("pilkada-2024").hari_pemungutan_suara == date(2024, 11, 27)
    assert load_profile("pemilu-2024").hari_pemungutan_suara == date(2024, 2, 14)


@pytest.mark.parametrize("name", _OF_KPU)
def test_what_the_law_leaves_open_is_left_out(name: str) -> None:
    bodies = load_profile(name).badan
    assert [n for n, b in bodies.items() if b.usia_maks is not None] == ["KPPS"]
    assert [n for n, b in bodies.items() if b.divisi] == ["PPK"]
    women = {n for n, b in bodies.items() if b.perempuan_min == 0.30}
    assert {"PPK", "PPS", "KPPS"} <= women
    assert not women & {"PANTARLIH", *(n for n, b in bodies.items() if b.is_secretariat)}
    assert {n: b.cadangan for n, b in bodies.items() if b.cadangan} == {"PPK": 5, "PPS": 3}
    parents = {n: b.sekretariat_dari for n, b in bodies.items() if b.is_secretariat}
    assert parents == {"SEKRETARIAT PPK": "PPK", "SEKRETARIAT PPS": "PPS"}
    assert {b.batas_hari for b in bodies.values() if b.is_secretariat} == {7}


@pytest.mark.parametrize("name", _OF_KPU)
@pytest.mark.parametrize(
    ("text", "first_word"),
    [
        ("Divisi Keuangan, Umum dan Logistik", "Keuangan"),
        ("KUL", "Keuangan"),
        ("Sosdiklih Parmas SDM", "Sosialisasi"),
        ("Kordiv Sosdiklih, Parmas & SDM", "Sosialisasi"),
        ("Divisi Sumberdaya Manusia", "Sosialisasi"),
        ("Parmas", "Sosialisasi"),
        ("Kadiv Teknis Penyelenggaraan Pemilu", "Teknis"),
        ("Rendatin", "Perencanaan"),
        ("PERENCANAAN DATA DAN INFORMASI", "Perencanaan"),
        ("Divisi Pemutakhiran Daftar Pemilih", "Perencanaan"),
        ("yang membidangi Hukum dan Pengawasan", "Hukum"),
        ("Logistik dan Keuangan", "Keuangan"),
        ("Sosialisasi, Pendidikan Pemilih, Parmas dan SDM", "Sosialisasi"),
        ("SDM dan Parmas", "Sosialisasi"),
        ("Sosialisasi dan Pendidikan Pemilih", "Sosialisasi"),
        ("Perencanaan dan Data", "Perencanaan"),
        ("Perencanaan, Program, Data dan Informasi", "Perencanaan"),
        ("Mutarlih", "Perencanaan"),
        ("Teknis Penyelenggara", "Teknis"),
        ("Teknis Penyelenggaraan Pilkada", "Teknis"),
        ("Hukum dan Pengawasan Internal", "Hukum"),
    ],
)
def test_real_spellings_of_divisions(name: str, text: str, first_word: str) -> None:
    ppk = body_of(name, "PPK")
    found = ppk.division(text)
    assert found in ppk.divisi
    assert found.startswith(first_word)


@pytest.mark.parametrize("name", _OF_KPU)
@pytest.mark.parametrize(
    "text", ["Pemilih", "Pemilu", "Data dan Hukum", "Dapur Umum", "Sekretariat"]
)
def test_words_of_several_divisions_or_of_none_name_none(name: str, text: str) -> None:
    assert body_of(name, "PPK").division(text) is None


@pytest.mark.parametrize("name", _NAMES)
def test_a_profile_says_the_same_on_every_day_of_its_election(name: str) -> None:
    latest = load_profile(name)
    assert load_profile(name, as_of=date(2022, 10, 1)) == latest
    assert isinstance(latest, Profile)
    assert all(isinstance(s, Source) for b in latest.badan.values() for s in b.sumber.values())
