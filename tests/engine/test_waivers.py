"""What `adhoc.toml` makes of rules: off, another severity, findings that are accepted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from adhoc_cli.engine.run import Outcome, run_as_written, run_rule, run_rules
from adhoc_cli.models.finding import Severity
from adhoc_cli.models.report import RuleResult, Status, WaiverStatus
from adhoc_cli.profiles.load import ConfigError
from adhoc_cli.roster.roster import Roster, load_roster
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.examples import AS_OF, Example
from adhoc_cli.rules.registry import all_rules, choose, find_rule
from adhoc_cli.tables.faults import KEPT
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.words import LANGUAGES
from tests.examples import roster_of

WONOSARI, PAKUREJO = "33.23.01.2016", "33.23.01.2013"
# Two places with a vacant seat, and two members whose NIK is malformed.
GAPS = ("anggota:9", "anggota:12")
NIKS: Mapping[str, Mapping[str, str]] = {
    "anggota:3": {"nik": "33230147028100"},
    "anggota:4": {"nik": "33230103038200"},
}


def waiver(code: str, until: str = "2024-06-10", **about: str) -> str:
    lines = "".join(f'{key} = "{value}"\n' for key, value in about.items())
    return (
        f'[[pengecualian]]\nkode = "{code}"\n{lines}alasan = "sudah diketahui"\nsampai = {until}\n'
    )


def roster(
    folder: Path,
    *settings: str,
    drop: tuple[str, ...] = GAPS,
    change: Mapping[str, Mapping[str, str]] = NIKS,
) -> Roster:
    return roster_of(folder, Example(drop=drop, change=change, settings="\n".join(settings)))


def ran(of: Roster, *codes: str, keep: int | None = None) -> Outcome:
    return run_rules(of, choose(codes), keep)


def result(outcome: Outcome, code: str) -> RuleResult:
    return next(rule for rule in outcome.rules if rule.code == code)


# -- off, and another severity ---------------------------------------------------------------------


@pytest.mark.parametrize("word", ["Q401", "q401", "seats-vacant"])
@pytest.mark.parametrize("setting", ["mati", "off"])
def test_a_rule_that_is_off_is_skipped_and_says_why(
    tmp_path: Path, word: str, setting: str
) -> None:
    found = run_rule(roster(tmp_path, f'[aturan]\n{word} = "{setting}"'), find_rule("Q401"), None)
    assert (found.status, found.failed) == (Status.SKIPPED, 0)
    assert found.reason is not None
    assert found.reason.key == "rule_off"


@pytest.mark.parametrize(
    ("setting", "severity"),
    [
        ("catatan", Severity.INFO),
        ("info", Severity.INFO),
        ("peringatan", Severity.WARNING),
        ("warning", Severity.WARNING),
        ("kesalahan", Severity.ERROR),
        ("error", Severity.ERROR),
    ],
)
def test_another_severity_counts_everywhere(
    tmp_path: Path, setting: str, severity: Severity
) -> None:
    found = run_rule(roster(tmp_path, f'[aturan]\nQ401 = "{setting}"'), find_rule("Q401"), None)
    assert (found.severity, found.own) == (severity, Severity.ERROR)
    assert found.counts == {severity: 2}
    assert {finding.severity for finding in found.findings} == {severity}


def test_another_severity_holds_for_a_rule_with_several(tmp_path: Path) -> None:
    young = {
        "anggota:3": {"tanggal_lahir": "2010-02-01"},
        "anggota:4": {"tanggal_lahir": "2007-06-01"},
    }
    of = roster(tmp_path, '[aturan]\nE501 = "catatan"', drop=(), change=young)
    found = run_rule(of, find_rule("E501"), None)
    assert found.counts == {Severity.INFO: 2}
    assert {finding.severity for finding in found.findings} == {Severity.INFO}
    assert set(run_as_written(of, find_rule("E501"), None).counts) == {
        Severity.ERROR, Severity.WARNING,
    }  # fmt: skip


def test_nothing_said_changes_nothing(tmp_path: Path) -> None:
    of = roster(tmp_path)
    assert run_rules(of, all_rules(), None).rules == tuple(
        run_as_written(of, rule, None) for rule in all_rules()
    )


# -- what a waiver covers --------------------------------------------------------------------------


def test_a_waived_finding_is_counted_and_no_failure(tmp_path: Path) -> None:
    outcome = ran(roster(tmp_path, waiver("Q401", wilayah=WONOSARI)), "Q401")
    found = result(outcome, "Q401")
    assert (found.failed, found.waived, found.counts) == (1, 1, {Severity.ERROR: 1})
    assert [f.region and f.region.code for f in found.findings] == [PAKUREJO]
    (use,) = outcome.waivers
    assert (use.status, use.matched, use.reason) == (WaiverStatus.USED, 1, "sudah diketahui")
    assert (use.region and use.region.name) == "Wonosari"


def test_all_waived_is_passed_with_its_number(tmp_path: Path) -> None:
    of = roster(
        tmp_path, waiver("Q401", wilayah=WONOSARI), waiver("seats-vacant", wilayah=PAKUREJO)
    )
    found = result(ran(of, "Q401"), "Q401")
    assert (found.status, found.failed, found.waived) == (Status.PASSED, 0, 2)
    assert found.counts == {}


def test_a_kecamatan_does_not_cover_its_desa(tmp_path: Path) -> None:
    outcome = ran(roster(tmp_path, waiver("Q401", wilayah="33.23.01")), "Q401")
    assert result(outcome, "Q401").failed == 2
    assert outcome.waivers[0].status is WaiverStatus.UNUSED


@pytest.mark.parametrize(
    "about", ["Darmaji Kaliwatu", "DARMAJI KALIWATU, S.Pd.", "H. Darmaji Kaliwatu"]
)
def test_a_person_by_name(tmp_path: Path, about: str) -> None:
    found = result(ran(roster(tmp_path, waiver("V202", orang=about)), "V202"), "V202")
    assert [f.line for f in found.findings] == [3]
    assert found.waived == 1


def test_a_person_by_nik(tmp_path: Path) -> None:
    other = {
        "anggota:3": {"tanggal_lahir": "1990-01-01"},
        "anggota:4": {"tanggal_lahir": "1990-01-01"},
    }
    outcome = ran(roster(tmp_path, waiver("V205", orang="3323014202810002"), change=other), "V205")
    assert [f.line for f in result(outcome, "V205").findings] == [4]
    person = outcome.waivers[0].person
    assert person is not None
    assert str(person.nik) == "************0002"


def test_place_and_person_both_count(tmp_path: Path) -> None:
    of = roster(
        tmp_path,
        waiver("V202", wilayah=WONOSARI, orang="Darmaji Kaliwatu"),
        waiver("V202", wilayah="33.23.01", orang="Darmaji Kaliwatu"),
    )
    outcome = ran(of, "V202")
    assert [use.matched for use in outcome.waivers] == [0, 1]
    assert result(outcome, "V202").waived == 1


def test_two_waivers_of_one_finding_both_cover_it_and_it_counts_once(tmp_path: Path) -> None:
    once = waiver("Q401", wilayah=WONOSARI)
    outcome = ran(roster(tmp_path, once, once), "Q401")
    assert [use.matched for use in outcome.waivers] == [1, 1]
    assert (result(outcome, "Q401").failed, result(outcome, "Q401").waived) == (1, 1)


@pytest.mark.parametrize("keep", [0, 1, None])
def test_the_numbers_are_true_beyond_the_kept_sample(tmp_path: Path, keep: int | None) -> None:
    of = roster(tmp_path, waiver("Q401", wilayah=PAKUREJO))
    outcome = ran(of, "Q401", keep=keep)
    found = result(outcome, "Q401")
    assert (found.failed, found.waived, outcome.waivers[0].matched) == (1, 1, 1)
    assert len(found.findings) == (0 if keep == 0 else 1)


def test_the_counts_by_severity_stay_true(tmp_path: Path) -> None:
    young = {
        "anggota:3": {"tanggal_lahir": "2010-02-01"},
        "anggota:4": {"tanggal_lahir": "2007-06-01"},
    }
    of = roster(tmp_path, waiver("E501", orang="Sulastri Menoreh"), drop=(), change=young)
    found = run_rule(of, find_rule("E501"), None)
    assert (found.failed, sum(found.counts.values()), found.waived) == (1, 1, 1)
    assert [finding.severity for finding in found.findings] == list(found.counts)


# -- what a waiver no longer covers ----------------------------------------------------------------


def test_the_last_day_counts_and_the_next_does_not(tmp_path: Path) -> None:
    of = roster(tmp_path, waiver("Q401", "2024-06-09", wilayah=WONOSARI))
    outcome = ran(of, "Q401", "W001")
    assert (result(outcome, "Q401").failed, result(outcome, "Q401").waived) == (2, 0)
    assert (outcome.waivers[0].status, outcome.waivers[0].matched) == (WaiverStatus.EXPIRED, 0)
    (stale,) = result(outcome, "W001").findings
    assert (stale.params["variant"], stale.file, stale.line) == ("expired", "adhoc.toml", 1)


def test_w001_is_asked_for_alone(tmp_path: Path) -> None:
    of = roster(tmp_path, waiver("Q401", wilayah=WONOSARI), waiver("V204", wilayah=WONOSARI))
    outcome = ran(of, "W001")
    assert [rule.code for rule in outcome.rules] == ["W001"]
    assert [f.line for f in outcome.rules[0].findings] == [7]
    assert [use.status for use in outcome.waivers] == [WaiverStatus.USED, WaiverStatus.UNUSED]


@pytest.mark.parametrize(
    ("code", "settings"),
    [("Q401", '[aturan]\nQ401 = "mati"\n'), ("R305", ""), ("Q407", "")],
    ids=["off", "no file", "nothing to look at"],
)
def test_a_waiver_whose_rule_did_not_run_is_not_called_stale(
    tmp_path: Path, code: str, settings: str
) -> None:
    outcome = ran(roster(tmp_path, settings, waiver(code, wilayah=WONOSARI)))
    assert outcome.waivers[0].status is WaiverStatus.UNCHECKED
    assert (result(outcome, "W001").failed, result(outcome, "W001").checked) == (0, 0)


def test_a_waiver_of_a_rule_that_was_not_asked_for_is_not_judged(tmp_path: Path) -> None:
    outcome = ran(roster(tmp_path, waiver("Q401", wilayah=WONOSARI)), "V202")
    assert [use.status for use in outcome.waivers] == [WaiverStatus.UNCHECKED]


def test_a_crashed_rule_leaves_its_waiver_alone(tmp_path: Path) -> None:
    def crash(of: Roster) -> object:
        raise KeyError

    of = roster(tmp_path, waiver("Q401", wilayah=WONOSARI))
    crashing = replace(find_rule("Q401"), check=crash)  # type: ignore[arg-type]  # it never returns
    outcome = run_rules(of, (crashing, find_rule("W001")), None)
    assert outcome.rules[0].status is Status.CRASHED
    assert outcome.waivers[0].status is WaiverStatus.UNCHECKED
    assert outcome.rules[1].failed == 0


def test_w001_may_be_off_or_weigh_more(tmp_path: Path) -> None:
    old = waiver("Q401", "2024-01-01", wilayah=WONOSARI)
    off, more = tmp_path / "off", tmp_path / "more"
    off.mkdir()
    more.mkdir()
    rule: Rule = find_rule("W001")
    assert run_rule(roster(off, '[aturan]\nW001 = "off"\n', old), rule, None).failed == 0
    weighed = run_rule(roster(more, '[aturan]\nW001 = "error"\n', old), rule, None)
    assert weighed.counts == {Severity.ERROR: 1}


# -- mistakes --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings", "key", "line", "said"),
    [
        ('[aturan]\nQ4011 = "mati"', "config.rule", 2, '"Q401"?'),
        ('[aturan]\nseats-vacan = "mati"', "config.rule", 2, '"seats-vacant"?'),
        ('[aturan]\nQ = "mati"', "config.rule", 2, "F101"),
        ('[aturan]\nQ401 = "mati"\nseats-vacant = "info"', "config.rule_twice", 3, "Q401"),
        (waiver("Q499", wilayah=WONOSARI), "config.rule", 2, "F101"),
        (waiver("W001", wilayah=WONOSARI), "config.no_waiver", 2, "W001"),
    ],
)
def test_a_mistake_is_located_with_a_suggestion(
    tmp_path: Path, settings: str, key: str, line: int, said: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        ran(roster(tmp_path, settings), "Q401")
    error = caught.value
    assert (error.key, error.place) == (key, f"adhoc.toml:{line}")
    assert all(said in error.said(Translator(lang)) for lang in LANGUAGES)


# -- numbers beyond what is kept -------------------------------------------------------------------


def test_a_waiver_does_not_cap_the_count_of_a_files_faults(tmp_path: Path) -> None:
    roster(tmp_path, waiver("F106", wilayah=WONOSARI))
    with (tmp_path / "anggota.csv").open("a", encoding="utf-8") as file:
        file.write("Wagiman,PPS\n" * (KEPT + 5))
    found = result(ran(load_roster(tmp_path, AS_OF), "F106", keep=1), "F106")
    assert (found.failed, found.waived) == (KEPT + 5, 0)
    assert found.counts == {Severity.ERROR: KEPT + 5}


def test_waived_findings_stay_out_of_those_that_are_described_later(tmp_path: Path) -> None:
    change = {f"anggota:{at}": {"nik": "1"} for at in range(2, 13)}
    of = roster(tmp_path, waiver("V202", wilayah=WONOSARI), drop=(), change=change)
    (found,) = run_rules(of, choose(["V202"]), None, hold=2).rules
    assert [one.line for one in found.listed] == [*range(2, 7), *range(10, 13)]
    assert (found.failed, found.waived, len(found.waived_findings)) == (8, 3, 2)
