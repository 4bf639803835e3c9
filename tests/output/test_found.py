"""What people read of a check: what comes first, what is told together, and how long it is."""

from __future__ import annotations

import io
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from adhoc_cli.models.finding import Finding, Region, Severity
from adhoc_cli.models.report import RuleResult, Status
from adhoc_cli.output.formats import choose
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.check import CheckView
from adhoc_cli.output.views.findings import by_weight, entries_of
from adhoc_cli.output.views.found import By
from adhoc_cli.output.views.masses import FEW, masses
from adhoc_cli.places.listed import find_places
from adhoc_cli.reports.check import Checked, check_roster
from adhoc_cli.roster.roster import load_roster
from adhoc_cli.rules.registry import all_rules
from adhoc_cli.tables.source import DEFAULT_LIMIT
from adhoc_cli.text.words import Lang
from tests.output.rosters import LANGS

_CLEAN, _TROUBLED = "data/temanggung", "data/temanggung-bermasalah"
_EN = Speaker("en")
_SCREEN = 40  # lines of 80 characters
_COUNT = re.compile(r"(?:· |, )([0-9]+) (?:error|warning|note)s?")


@cache
def _checked(folder: str) -> Checked:
    roster = load_roster(Path(folder), date(2024, 6, 10), None, DEFAULT_LIMIT)
    return check_roster(roster, all_rules(), None)


def _found() -> list[int]:
    """How many errors, warnings and notes the planted faults are."""
    report = _checked(_TROUBLED).report
    return [
        report.total(severity) for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
    ]


def _said(folder: str, lang: Lang = "en", form: str = "plain", by: By | None = None) -> list[str]:
    view = CheckView(
        _checked(folder), Speaker(lang), folder=folder, arguments=[folder], brief=True, by=by
    )
    stream = io.BytesIO()
    choose(form, is_terminal=True).write(view, Sink(stream, width=80))
    return stream.getvalue().decode().splitlines()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("folder", "screens"), [(_CLEAN, 2), (_TROUBLED, 4)])
def test_the_samples_take_few_screens(folder: str, screens: int, lang: Lang) -> None:
    assert len(_said(folder, lang, "table")) <= screens * _SCREEN


def test_how_it_stands_comes_first_and_the_index_before_what_to_do() -> None:
    said = _said(_TROUBLED)
    errors, warnings, notes = _found()
    counted = f"{errors} errors, {warnings} warnings, {notes} notes · 1 waived · 945 members"
    assert said[2].startswith(counted)
    assert "170 days before voting day" in said[3]
    order = [said.index(one) for one in ("Findings", "Begin with", "Details", "Files")]
    assert order == sorted(order)
    assert said[-1].startswith(f"Result: {errors} errors")


def test_what_cannot_be_read_comes_before_who_is_missing() -> None:
    said = _said(_TROUBLED)
    steps = said[said.index("Begin with") + 2 :][:4]
    assert steps[0].startswith("  1. 11 rows or files that cannot be read (F102, F105,")
    assert steps[1] == f"  2. 23 bodies short of members (Q401): adhoc replace {_TROUBLED}"
    assert steps[2] == "  3. 3 bodies without a ketua (Q403)"
    assert steps[3].startswith("  4. 49 other findings (V201, V202,")


def test_a_single_step_is_told_where_a_command_helps() -> None:
    said = _said(_CLEAN)
    begin = said.index("Begin with")
    command = f"adhoc checklist status {_CLEAN} --overdue"
    assert said[begin + 2 : begin + 4] == [f"  1. 461 deadlines missed (C951): {command}", ""]


def _rule(code: str, severity: Severity = Severity.ERROR) -> RuleResult:
    counts = {severity: 1}
    return RuleResult(code, code, severity, Status.FAILED, failed=1, counts=counts)


def test_severity_weighs_more_than_urgency() -> None:
    warning = Severity.WARNING
    rules = [_rule("F109", warning), *map(_rule, ("V202", "C951", "Q403", "Q401", "F102"))]
    codes = [rule.code for rule in sorted(rules, key=by_weight)]
    assert codes == ["F102", "Q401", "Q403", "C951", "V202", "F109"]


def test_hundreds_of_one_item_are_one_line() -> None:
    said = _said(_CLEAN)
    items = [text for text in said if "is not done" in text]
    ids = [item for text in items for item in re.findall(r"(?:PPK|PPS|KPU)-[0-9]+[A-Z]?", text)]
    assert len(ids) == len(set(ids)) == len(items) > 9
    (babinsa,) = (text for text in items if "PPS-05" in text)
    assert babinsa.startswith("  135 desa (Ngadirejo 10, Bulu 9, Temanggung 9, …): PPS-05 with")
    (visit,) = (text for text in items if "PPK-04C" in text)
    assert "29 May 2024–30 May 2024, 11–12 days ago" in visit


@pytest.mark.parametrize("folder", [_CLEAN, _TROUBLED])
def test_told_together_nothing_is_lost(folder: str) -> None:
    checked, speaker = _checked(folder), Speaker("id")
    for rule in checked.report.rules:
        told = masses(rule.findings, checked.places, speaker)
        assert sum(one.number for one in told) == rule.failed
        if len(rule.findings) <= FEW:
            assert [one.finding for one in told] == list(rule.findings)
        assert all(speaker.message(one.finding) for one in told)
    assert not speaker.missing


def test_errors_and_warnings_of_one_rule_are_told_apart() -> None:
    (rule,) = (one for one in _checked(_TROUBLED).report.rules if one.code == "E501")
    told = ["".join(span.text for span in one.text) for one in entries_of(rule.findings, _EN)]
    assert told[0].startswith("! anggota-ppk.csv:143   Selopampang")
    assert told[2].startswith("✗ anggota-pps.csv:1127  Gunungpayung")
    assert not any(one.startswith(("! ", "✗ ")) for one in told[1::2])


def test_all_places_of_a_level_are_told_as_all() -> None:
    places = _checked(_CLEAN).places
    params = {"reserves": 0, "ranks": 5, "variant": "nobody"}
    found = [
        Finding("Q406", region=Region(code, name), body="PPK", params=params)
        for code, name in zip(places.kecamatan.codes, places.kecamatan.names, strict=True)
    ]
    (all_of_them,) = masses(found, places, Speaker("en"))
    assert Speaker("en").message(all_of_them.finding).startswith("PPK all 20 kecamatan: nobody")
    (most,) = masses(found[1:], places, Speaker("en"))
    assert Speaker("en").message(most.finding).startswith("PPK 19 kecamatan (Tembarak, ")


def test_a_folder_without_a_reserve_is_told_in_one_sentence() -> None:
    places, speaker = _checked(_CLEAN).places, Speaker("en")
    codes = [("PPK", code) for code in places.kecamatan.codes]
    codes += [("PPS", code) for code in places.desa.codes]
    found = [
        Finding("Q406", region=places.region(code), body=body, params={"variant": "nowhere"})
        for body, code in codes
    ]
    (told,) = masses(found, places, speaker)
    assert told.number == 309
    assert speaker.message(told.finding) == "no row of a reserve in this folder"
    assert told.finding.region == Region("309 places (Temanggung 26, Ngadirejo 21, Bulu 20, …)", "")


def test_tps_are_told_by_their_numbers() -> None:
    places, speaker = find_places({}), Speaker("id")
    one, other = Region("33.23.03.1008", "Kowangan"), Region("33.23.03.1014", "Mungseng")

    def told(*spots: tuple[Region, int]) -> str:
        params = {"filled": 6, "seats": 7, "vacant": 1, "variant": "some"}
        found = [
            Finding("Q401", region=region, body="KPPS", params={**params, "tps": tps})
            for region, tps in spots
        ]
        (told,) = masses(found, places, speaker, few=1)
        return speaker.message(told.finding).partition(":")[0]

    assert told((one, 3), (one, 7)) == "KPPS TPS 3, 7 Kowangan (33.23.03.1008)"
    assert told((one, 3), (other, 7)) == "KPPS 2 TPS (TPS 3 Kowangan, TPS 7 Mungseng)"
    assert told(*((one, tps) for tps in range(1, 10))) == "KPPS 9 TPS (33.23.03)"


def test_rows_of_no_place_are_told_by_their_number() -> None:
    params = {"column": "nama"}
    found = [
        Finding("V201", file="desa.csv", line=n, column="nama", params=params) for n in range(2, 12)
    ]
    (told,) = masses(found, find_places({}), Speaker("id"))
    assert (told.number, told.finding.file, told.finding.line) == (10, "desa.csv", None)
    assert told.finding.region == Region("10 baris (desa.csv)", "")
    assert [one.number for one in masses(found[:4], find_places({}), Speaker("id"), few=2)] == [
        1
    ] * 4


@pytest.mark.parametrize("by", ["kecamatan", "desa", "person", "file"])
def test_grouped_otherwise_nothing_is_lost(by: By) -> None:
    said = _said(_TROUBLED, by=by)
    details = said[said.index("Details") : said.index("Waivers in force")]
    heads = [text for text in details if text and not text.startswith((" ", "-", "Details"))]
    assert sum(int(count) for head in heads for count in _COUNT.findall(head)) == sum(_found())
    assert len(heads) > 5


def test_by_file_the_rows_stand_in_their_order() -> None:
    said = _said(_TROUBLED, by="file")
    begin = next(at for at, text in enumerate(said) if text.startswith("anggota-ppk.csv · "))
    group = said[begin : said.index("", begin)]
    lines = [int(one) for text in group for one in re.findall(r"^  . \w+ \S+csv:(\d+)  ", text)]
    assert lines == sorted(lines)
    assert len(lines) == 12


def test_where_all_was_read_the_files_are_one_line() -> None:
    assert "8 files, 6,745 rows: all of them read." in _said(_CLEAN)
    said = _said(_TROUBLED)
    table = said[said.index("Files") :]
    assert "bimtek.csv         998       997         1" in table
    assert not any(text.startswith("kecamatan.csv") for text in table)
    assert "Total            4,533     4,513        20" in table


def test_what_is_hidden_is_counted_and_found_by_a_command() -> None:
    said = _said(_TROUBLED)
    shown = {text[2:6] for text in said[said.index("Details") :] if re.match("[✗!i] ", text)}
    failed = sum(rule.status is Status.FAILED for rule in _checked(_TROUBLED).report.rules)
    rest = f"{failed - len(shown)} more rules stand in the table above alone; their details: "
    assert f"{rest}adhoc check {_TROUBLED} --limit 0" in said
