"""What views say of results that a small roster does not have."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.models.finding import Finding, Region, Severity
from adhoc_cli.models.report import InputFile, Reason, Report, RuleResult, Status, Tally
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import View
from adhoc_cli.output.views.check import CheckView
from adhoc_cli.output.views.explain import ExplainView
from adhoc_cli.output.views.members import MembersView
from adhoc_cli.places.listed import find_places
from adhoc_cli.profiles.calendar import calendar_of
from adhoc_cli.profiles.load import DEFAULT, Office, Settings, load_profile
from adhoc_cli.reports.check import Checked
from adhoc_cli.reports.explain import explain_rule
from adhoc_cli.reports.members import list_members
from adhoc_cli.reports.seats import KecamatanSeats, SeatTable
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.examples import Example
from adhoc_cli.rules.registry import all_rules
from adhoc_cli.text.words import Lang
from tests.examples import roster_of
from tests.output.rosters import LANGS, VIEWS, written
from tests.schemas import keeps_its_schema

_NONE = SeatTable((), {}, {}, {})


def _tally(filled: int, required: int = 5) -> Tally:
    short, over = max(required - filled, 0), max(filled - required, 0)
    return Tally(1, int(filled == required), required, filled, short, over)


def _view(
    rules: tuple[RuleResult, ...] = (),
    seats: SeatTable = _NONE,
    lang: Lang = "id",
    speaker: Speaker | None = None,
    **rest: object,
) -> View:
    inputs = (InputFile("anggota.csv", "a" * 64, 3_638_500, 3_638_499, 1),)
    report = Report("pilkada-2024", date(2024, 6, 10), inputs, {}, rules)
    calendar = calendar_of(load_profile("pilkada-2024"), date(2024, 6, 10))
    checked = Checked(report, seats, calendar, find_places({}))
    return CheckView(checked, speaker or Speaker(lang), folder="x", **rest)  # type: ignore[arg-type]  # as CheckView


def _said(view: View) -> str:
    return written(view, "plain").decode()


def _country(filled: int) -> SeatTable:
    rows = tuple(
        KecamatanSeats(Region(f"33.23.{n:02d}", f"K{n}"), 0, {"PPK": _tally(5 if n else filled)})
        for n in range(90)
    )
    return SeatTable(rows, {"PPK": _tally(445 + filled, 450)}, {}, {"PPK": "kecamatan"})


def test_of_many_kecamatan_people_see_those_that_are_incomplete() -> None:
    verbose = Speaker("id", verbose=True)
    said = _said(_view(seats=_country(4), speaker=verbose))
    assert "1 dari 90 kecamatan belum lengkap" in said
    assert "33.23.00" in said
    assert "33.23.01" not in said
    assert "449/450" in said
    assert "33.23.01" in _said(_view(seats=_country(4), speaker=verbose, limit=None))
    assert "Kuota di 90 kecamatan terpenuhi semua." in _said(
        _view(seats=_country(5), speaker=verbose)
    )


def test_units_outside_the_listed_kecamatan_have_their_row() -> None:
    seats = SeatTable((), {"PPS": _tally(2, 3)}, {"PPS": _tally(2, 3)}, {"PPS": "desa"})
    told = _said(_view(seats=seats, speaker=Speaker("id", verbose=True)))
    assert "di luar kecamatan terdaftar" in told


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_crashed_rule_is_no_pass(lang: Lang) -> None:
    reason = Reason("crashed", {"error": "TypeError", "where": "q401.py:3"})
    crashed = RuleResult("Q401", "seats-vacant", Severity.ERROR, Status.CRASHED, reason)
    said = _said(_view((crashed,), lang=lang))
    assert "Q401 seats-vacant: TypeError" in said
    assert ("1 aturan gagal dijalankan" if lang == "id" else "1 rule crashed") in said.splitlines()[
        -1
    ]
    (rule,) = json.loads(written(_view((crashed,)), "json"))["rules"]
    assert rule["status"] == "crashed"
    assert rule["reason"]["params"] == {"error": "TypeError", "where": "q401.py:3"}


def test_what_a_rule_could_not_look_at_is_said() -> None:
    reason = Reason("bodies_unknown_units", {"bodies": "KPPS", "needs": "tps.csv"})
    partly = RuleResult("Q401", "seats-vacant", Severity.ERROR, Status.PASSED, reason, 20)
    assert "sebagian: KPPS tidak dapat dihitung tanpa tps.csv: Q401" in _said(_view((partly,)))


def test_more_findings_than_are_shown_are_counted_and_found_by_a_command() -> None:
    params = {"filled": 4, "seats": 5, "vacant": 1, "variant": "some"}
    one = Finding("Q401", "seats-vacant", Severity.ERROR, body="PPK", params=params)
    rule = RuleResult(
        "Q401", "seats-vacant", Severity.ERROR, Status.FAILED, None, 9, 12_345,
        {Severity.ERROR: 12_345}, (one, one, one),
    )  # fmt: skip
    said = _said(_view((rule,), limit=2, arguments=["data ku"]))
    assert "… dan 12.343 lagi: adhoc check 'data ku' --select Q401 --limit 0" in said
    assert "12.345 kesalahan" in said.splitlines()[-1]
    assert json.loads(written(_view((rule,)), "json"))["rules"][0]["failed"] == 12_345


@pytest.mark.parametrize(("lang", "number"), [("id", "3.638.500"), ("en", "3,638,500")])
def test_numbers_are_grouped_for_people_only(lang: Lang, number: str) -> None:
    assert number in _said(_view(lang=lang))
    assert '"rows": 3638500' in written(_view(lang=lang), "json").decode()


def test_the_heavier_findings_come_first() -> None:
    def rule(code: str, severity: Severity) -> RuleResult:
        finding = Finding(code, "x", severity, params={"variant": "", "found": "", "vacant": 0})
        return RuleResult(code, "x", severity, Status.FAILED, None, 1, 1, {severity: 1}, (finding,))

    rules = (
        rule("F110", Severity.INFO),
        rule("V204", Severity.WARNING),
        rule("Q402", Severity.ERROR),
    )
    said = _said(_view(rules))
    assert said.index("✗ Q402") < said.index("! V204") < said.index("i F110")


def test_a_view_of_findings_about_people_is_private() -> None:
    assert not _view().personal


def test_check_of_people_is_private_and_so_are_gaps(faulty: Roster) -> None:
    speaker = Speaker("id")
    private = {name for name, make in VIEWS.items() if make(faulty, speaker).personal}
    checklist = {name for name in private if name.startswith("checklist")}
    assert private - checklist == {
        "check",
        "check-waived",
        "quota-short",
        "members",
        "members-per",
        "members-columns",
        "replace",
        "letters-berita-acara",
        "letters-whatsapp",
        "diff",
        "diff-replaced",
        "report",
        "report-first",
        "report-changes",
        "report-quiet",
        "message-data",
        "message-vacancy",
        "message-bimtek",
        "message-coordination",
    }
    assert VIEWS["quota"](faulty, Speaker("id", personal=True)).personal


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_rule_can_be_explained(rule: Rule) -> None:
    for lang in LANGS:
        speaker = Speaker(lang)
        explained = explain_rule(rule, Office(Settings(), load_profile(DEFAULT)))
        view = ExplainView(explained, speaker)
        said = _said(view)
        assert rule.code in said
        assert explained.why.in_(lang) in said
        assert not re.search(r"\{[a-z_]+\}", said)
        assert not speaker.missing
        keeps_its_schema(json.loads(written(view, "json")))


def test_gaps_without_ranks_and_numbers(tmp_path: Path) -> None:
    unknown = {"peringkat": "", "telepon": ""}
    example = Example(
        drop=("anggota:8",),
        change={"anggota:18": unknown},
        settings='badan = ["KPPS"]\n[ubah.badan.KPPS]\nmulai = 2024-06-01\n',
    )
    said = _said(VIEWS["quota-short"](roster_of(tmp_path, example), Speaker("id")))
    assert "Samidi Gunungsari (tanpa peringkat, tanpa telepon)" in said
    assert "KPPS tidak dapat dihitung tanpa tps.csv" in said


def test_nobody_matches(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, Example())
    view = MembersView(list_members(roster, bodies=("KPPS",)), Speaker("id"), folder="x")
    assert "Tidak ada yang cocok." in _said(view)
    assert json.loads(written(view, "json"))["members"] == []
