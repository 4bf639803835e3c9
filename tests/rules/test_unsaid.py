"""What the rules must not say of a lawful roster: a test for each point of the law."""

from __future__ import annotations

from pathlib import Path

import pytest

from adhoc_cli.models.finding import Severity
from adhoc_cli.profiles.replacement import provision, provision_keys
from adhoc_cli.reports.letters.drafts import drafts
from adhoc_cli.reports.letters.write import Letter, Writer
from adhoc_cli.reports.successors import find_successors
from adhoc_cli.rules.api import Rule, Variants
from adhoc_cli.rules.examples import example
from adhoc_cli.rules.registry import all_rules, find_rule
from adhoc_cli.text.catalogue import texts
from adhoc_cli.text.words import LANGUAGES, Lang, Words
from tests.examples import result, roster_of

KEYS = provision_keys()
BOTH = ("pilkada-2024", "pemilu-2024")
SEVENTEEN_AT_THE_VOTE = {
    "pilkada-2024": ("2007-11-27", "2007-11-28", "2024-11-20"),
    "pemilu-2024": ("2007-02-14", "2007-02-15", "2024-02-01"),
}
COKLIT = {"pilkada-2024": "2024-07-01", "pemilu-2024": "2023-03-01"}
AS_KPPS = "8 badan=KPPS, tps=1, tanggal_mulai=, tanggal_selesai=, "


def told(rule: Rule) -> str:
    """All that a rule says, in both languages, in small letters."""

    def words(texts: Variants) -> list[Words]:
        return [texts] if isinstance(texts, Words) else list(texts.values())

    parts = [rule.title, rule.why, *words(rule.message), *words(rule.fix)]
    return " ".join(f"{one.id} {one.en}" for one in parts).casefold()


@pytest.mark.parametrize("profile", BOTH)
def test_age_of_kpps_counts_on_voting_day_for_the_lower_end_too(
    profile: str, tmp_path: Path
) -> None:
    """Age of KPPS: 17 on voting day is enough, whatever the age at the oath."""
    *births, day = SEVENTEEN_AT_THE_VOTE[profile]
    enough, too_young = (
        example(f"{AS_KPPS}tanggal_lahir={born}", profile=profile, as_of=day) for born in births
    )
    assert result("E501", enough, tmp_path / "enough").counts == {}
    assert result("E501", too_young, tmp_path / "young").counts == {Severity.ERROR: 1}


@pytest.mark.parametrize("profile", BOTH)
def test_pantarlih_below_17_or_without_sma_are_found(profile: str, tmp_path: Path) -> None:
    """Pantarlih: ps. 49, at least 17 and SMA/sederajat, in both elections."""
    row = "8 badan=PANTARLIH, jabatan=anggota, tps=1, tanggal_mulai=, tanggal_selesai=, "
    day = COKLIT[profile]
    young = example(f"{row}tanggal_lahir=2012-01-01", profile=profile, as_of=day)
    assert result("E501", young, tmp_path / "a").counts == {Severity.ERROR: 1}
    schooling = example(f"{row}pendidikan=SMP", profile=profile, as_of=day)
    assert result("E503", schooling, tmp_path / "b").counts == {Severity.WARNING: 1}


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_no_rule_tells_of_consequences_or_figures_that_the_law_does_not_name(rule: Rule) -> None:
    """Consequences: no "dapat digugat", no "seharusnya 5 cadangan", no figure of Temanggung."""
    text = told(rule)
    for word in ("gugat", "challenged", "temanggung", "220", "289", "867"):
        assert word not in text
    if rule.family in "QP" and "cadangan" in text:
        assert "seharusnya {ranks}" not in text


@pytest.mark.parametrize("code", ["Q401", "P801", "P803", "D605"])
def test_whom_to_call_no_rule_on_seats_names_the_head_of_the_village(code: str) -> None:
    """Whom to call: the next rank; not the kades, the lurah or the village government."""
    text = told(find_rule(code))
    for word in ("kades", "lurah ", "kepala desa", "pemerintah desa", "village head"):
        assert word not in text


@pytest.mark.parametrize("code", ["Q406", "D605", "P801", "P803"])
def test_ps_43_is_not_cited_for_the_next_in_rank(code: str) -> None:
    """ps. 43: dismissal only; replacement is PKPU 8/2022 and Kep KPU 534/2022 Bab IV."""
    basis = find_rule(code).basis
    assert "43" not in basis.id.replace("534", "")
    assert "Kep KPU 534/2022 Bab IV" in basis.id


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_statute_of_the_pilkada_no_rule_cites_uu_7_2017(rule: Rule) -> None:
    """Statute of the Pilkada: rules serve both elections, and PKPU 8/2022 is safe alone."""
    assert "UU 7/2017" not in rule.basis.id + rule.basis.en


@pytest.mark.parametrize("profile", BOTH)
@pytest.mark.parametrize(
    ("other", "severity"),
    [
        ("badan=KPPS, tps=1, kode_wilayah=33.23.01.2013", Severity.ERROR),
        ("badan=SEKRETARIAT PPK, jabatan=staf, kode_wilayah=33.23.01", Severity.WARNING),
        ("badan=KETERTIBAN, tps=1, kode_wilayah=33.23.01.2013", Severity.WARNING),
        ("badan=PANTARLIH, tps=1, kode_wilayah=33.23.01.2013", Severity.WARNING),
    ],
)
def test_double_roles_are_an_error_for_ppk_pps_and_kpps_alone(
    other: str, severity: Severity, profile: str, tmp_path: Path
) -> None:
    """Double roles: PPK x PPS x KPPS in overlapping terms error, any other pair a warning."""
    same = f"9 nik=3323010707860007, jabatan=anggota, tanggal_mulai=, tanggal_selesai=, {other}"
    given = example("8 tanggal_mulai=, tanggal_selesai=", same, profile=profile)
    assert result("D602", given, tmp_path / "a").counts == {severity: 1}


def test_double_roles_in_terms_that_do_not_overlap_are_a_note(tmp_path: Path) -> None:
    """Double roles: a pantarlih of July who is KPPS in November."""
    given = example(
        "8 badan=PANTARLIH, jabatan=anggota, tps=1, tanggal_mulai=, tanggal_selesai=",
        "9 badan=KPPS, tps=1, tanggal_mulai=, tanggal_selesai=, nik=3323010707860007",
    )
    assert result("D602", given, tmp_path / "a").counts == {Severity.INFO: 1}


@pytest.mark.parametrize("profile", BOTH)
def test_womens_share_of_kpps_is_one_note_on_a_kecamatan(profile: str, tmp_path: Path) -> None:
    """Women's share, KPPS: a note, not a finding per TPS; a TPS that has more makes up for it."""
    desa = "33.23.01.2016"
    row = {"badan": "KPPS", "jabatan": "anggota", "kode_wilayah": desa, "status": "aktif"}
    men = tuple(
        {**row, "nama": f"Suroto {tps} {n}", "tps": tps, "jenis_kelamin": "L"}
        for tps in "12"
        for n in "ABCDEFG"
    )
    women = tuple({**one, "tps": "3", "jenis_kelamin": "P"} for one in men[:7])
    stations = tuple({"kode_desa": desa, "nomor": tps} for tps in "123")
    day = SEVENTEEN_AT_THE_VOTE[profile][2]
    on_the_day = example(profile=profile, as_of=day)
    few = on_the_day._replace(add={"anggota": men, "tps": stations[:2]})
    found = result("Q405", few, tmp_path / "few")
    assert found.counts == {Severity.INFO: 1}
    assert [(one.region and one.region.code, one.body) for one in found.findings] == [
        ("33.23.01", "KPPS")
    ]
    enough = on_the_day._replace(add={"anggota": (*men, *women), "tps": stations})
    assert result("Q405", enough, tmp_path / "enough").counts == {}


def test_womens_share_is_called_rounded_up_by_our_own_reading() -> None:
    """Women's share: no rule on rounding was found, and the rule says so."""
    why = find_rule("Q405").why
    assert "pembulatan" in why.id.casefold()
    assert "rounding" in why.en


@pytest.mark.parametrize("profile", BOTH)
def test_schooling_of_kpps_asks_for_the_papers_and_never_to_replace(
    profile: str, tmp_path: Path
) -> None:
    """Schooling of KPPS: "SMA atau ijazah terakhir" with a statement: a warning for the papers."""
    day = SEVENTEEN_AT_THE_VOTE[profile][2]
    found = result(
        "E503", example(f"{AS_KPPS}pendidikan=SMP", profile=profile, as_of=day), tmp_path / "a"
    )
    assert found.counts == {Severity.WARNING: 1}
    (finding,) = found.findings
    fix = find_rule("E503").fix
    assert not isinstance(fix, Words)
    said = fix[finding.params["variant"]]
    assert "surat pernyataan" in said.id
    assert "ganti" not in said.id
    assert "replace" not in said.en


@pytest.mark.parametrize("lang", ["id", "en"])
def test_no_text_of_the_tool_tells_of_such_consequences_or_figures(lang: Lang) -> None:
    """Consequences: what the commands say names none either; and no figure of one kabupaten."""
    said = [text.casefold() for text in texts(lang).values()]
    said += [f"{provision(key).words.id} {provision(key).words.en}".casefold() for key in KEYS]
    for word in ("gugat", "challenged", "220 dari", "of 289", "dari 289"):
        assert [text for text in said if word in text] == []


# -- letters ---------------------------------------------------------------------------------------


def letters_about(body: str, profile: str, folder: Path, lang: Lang) -> str:
    """Every letter that a vacancy of a body calls for, with candidates on the list."""
    tps = "" if body == "PPS" else ", tps=1"
    lines = [f"{at} badan={body}{tps}, tanggal_mulai=, tanggal_selesai=" for at in (7, 9, 18, 19)]
    day = SEVENTEEN_AT_THE_VOTE[profile][2] if body == "KPPS" else COKLIT[profile]
    lines.append("+tps kode_desa=33.23.01.2016, nomor=1")
    given = example(*lines, drop="anggota:8", profile=profile, as_of=day)
    roster = roster_of(folder, given)
    made = drafts(
        Writer(roster, lang), find_successors(roster, bodies=(body,)).vacancies, list(Letter)
    )
    assert {one.letter for one in made} == set(Letter)
    return "\n".join(one.text for one in made)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("profile", BOTH)
@pytest.mark.parametrize("body", ["PPS", "KPPS"])
def test_whom_to_call_no_letter_on_seats_names_the_head_of_the_village(
    body: str, profile: str, lang: Lang, tmp_path: Path
) -> None:
    """Whom to call: the next rank alone; no letter about a PPS or KPPS asks the kades or lurah."""
    text = letters_about(body, profile, tmp_path / "a", lang).casefold()
    for word in ("kades", "lurah ", "lurah,", "kepala desa", "pemerintah desa", "village head"):
        assert word not in text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("profile", BOTH)
@pytest.mark.parametrize("body", ["PPS", "KPPS"])
def test_ps_43_letters_cite_it_for_the_grounds_of_a_leave_alone(
    body: str, profile: str, lang: Lang, tmp_path: Path
) -> None:
    """ps. 43: dismissal only; the next in rank is PKPU 8/2022 and Kep KPU 534/2022 Bab IV."""
    text = letters_about(body, profile, tmp_path / "a", lang)
    lines = [line for line in text.splitlines() if "ps. 43" in line]
    assert lines
    assert all(provision("grounds").words.in_(lang) in line for line in lines)
    rank = provision("next_in_rank").words.in_(lang)
    methods = [line for line in text.splitlines() if rank in line]
    assert methods
    assert all(line.endswith("(PKPU 8/2022; Kep KPU 534/2022 Bab IV).") for line in methods)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_statements_are_each_members_own_and_no_ketua_vouches(lang: Lang, tmp_path: Path) -> None:
    """Statements: each member signs his own surat pernyataan; a ketua vouches for nobody."""
    own = {"id": "setiap anggota menandatangani miliknya sendiri", "en": "each member signs his or"}
    assert own[lang] in texts(lang)["sheet.statements"]
    said = {key: text.casefold() for key, text in texts(lang).items()}
    word = {"id": "surat pernyataan", "en": "statement"}[lang]
    assert not [key for key, text in said.items() if word in text and "ketua" in text]
    letters = letters_about("PPS", BOTH[0], tmp_path / "a", lang).casefold()
    for word in ("menyatakan bahwa", "menjamin", "vouch", "we declare"):
        assert word not in letters
