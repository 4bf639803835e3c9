"""What the rules must not say of a lawful roster: a test for each point of the law."""

from __future__ import annotations

from pathlib import Path

import pytest

from adhoc_cli.engine.run import run_rule
from adhoc_cli.models.finding import Severity
from adhoc_cli.models.report import RuleResult
from adhoc_cli.roster.roster import load_roster
from adhoc_cli.rules.api import Rule, Variants
from adhoc_cli.rules.examples import Example, example, write_example
from adhoc_cli.rules.registry import all_rules, find_rule
from adhoc_cli.text.words import Words

BOTH = ("pilkada-2024", "pemilu-2024")
SEVENTEEN_AT_THE_VOTE = {
    "pilkada-2024": ("2007-11-27", "2007-11-28", "2024-11-20"),
    "pemilu-2024": ("2007-02-14", "2007-02-15", "2024-02-01"),
}
COKLIT = {"pilkada-2024": "2024-07-01", "pemilu-2024": "2023-03-01"}
AS_KPPS = "8 badan=KPPS, tps=1, tanggal_mulai=, tanggal_selesai=, "


def result(code: str, given: Example, folder: Path) -> RuleResult:
    folder.mkdir()
    write_example(given, folder)
    return run_rule(load_roster(folder, given.as_of, given.profile), find_rule(code), None)


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
