"""A report for programs: the numbers of every section, and the table of a province."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from adhoc_cli.memory.news import News
from adhoc_cli.models.report import Tally
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.report.data import COLUMNS
from adhoc_cli.output.views.report.reported import Reported
from adhoc_cli.output.views.report.view import ReportView
from adhoc_cli.reports.overview.overview import Overview
from adhoc_cli.rules.examples import Example
from tests.browser.pages import recorded
from tests.output.report_views import office_of, reported, small, some_news
from tests.output.rosters import written


def document(told: Reported, *, personal: bool = False) -> Any:
    return json.loads(written(ReportView(told, Speaker("id", personal)), "json"))


def table(one: Overview) -> list[dict[str, str]]:
    text = written(ReportView(reported(one), Speaker("id")), "csv").decode()
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture(scope="module")
def problem() -> Any:
    return document(Reported(recorded(), None, "x", "y", None))


# -- one document ----------------------------------------------------------------------------------


def test_seats_by_kecamatan_add_up_to_the_totals(problem: Any) -> None:
    bodies = problem["summary"]["bodies"]
    assert {"PPK", "PPS", "SEKRETARIAT PPS"} <= bodies.keys()
    for body, totals in bodies.items():
        rows = [row for row in problem["seats"] if row["body"] == body]
        for key, value in totals.items():
            assert sum(row[key] for row in rows) == value, (body, key)


def test_gaps_are_all_the_vacant_seats(problem: Any) -> None:
    for body, totals in problem["summary"]["bodies"].items():
        gaps = [gap for gap in problem["gaps"] if gap["body"] == body]
        assert sum(gap["vacant"] for gap in gaps) == totals["vacant"]
    assert all(gap["vacant"] for gap in problem["gaps"])
    assert any(gap["call"] for gap in problem["gaps"])


def test_women_and_men_add_up(problem: Any) -> None:
    for body in problem["women_men"]["bodies"]:
        rows = [row for row in problem["women_men_kecamatan"] if row["body"] == body["body"]]
        for key in ("men", "women", "unknown", "total"):
            assert sum(row[key] for row in rows) == body[key]
    total = problem["women_men"]["total"]
    assert total["total"] == sum(body["total"] for body in problem["women_men"]["bodies"])


def test_coordination_adds_up_and_every_overdue_item_is_listed(problem: Any) -> None:
    overdue = problem["overdue"]
    for body, counts in problem["coordination"]["bodies"].items():
        rows = [row["bodies"].get(body) for row in problem["coordination_kecamatan"]]
        for key, value in counts.items():
            assert sum(row[key] for row in rows if row) == value
        late = [one for one in overdue if one["body"] == body]
        assert len(late) == counts["overdue"]
        assert sum(one["by_law"] for one in late) == counts["overdue_by_law"]


def test_findings_are_as_many_as_their_rules_say(problem: Any) -> None:
    for rule in problem["rules"]:
        found = [one for one in problem["findings"] if one["code"] == rule["code"]]
        assert len(found) == rule["failed"]
    assert {one["new"] for one in problem["findings"]} == {None}


def test_a_limit_leaves_out_findings_and_not_their_number() -> None:
    made = document(Reported(recorded(), None, "x", "y", 1))
    assert max(rule["failed"] for rule in made["rules"]) > 1
    codes = [one["code"] for one in made["findings"]]
    assert len(codes) == len(set(codes))


def test_conservation(problem: Any) -> None:
    assert all(file["rows"] == file["accepted"] + file["rejected"] for file in problem["inputs"])
    assert sum(file["rejected"] for file in problem["inputs"]) == 20


# -- news ------------------------------------------------------------------------------------------


def test_news_and_the_findings_say_the_same() -> None:
    one = small()
    told = document(replace(reported(one, some_news(one)), limit=None))
    news, findings = told["news"], told["findings"]
    assert news["since"] == "2024-06-09"
    assert news["counts"] == {
        "new": 347, "solved": 502, "still_open": 22_523, "unseen": 1, "waived": 1,
    }  # fmt: skip
    assert news["oldest"] == "2024-05-18"
    assert [found["new"] for found in findings] == [True] * 2 + [False] * 21 + [False] * 2
    assert {found["since"] for found in findings[:2]} == {"2024-06-10"}
    assert {found["since"] for found in findings[2:]} == {"2024-05-18"}
    assert [new["message"] for new in news["new"]] == [found["message"] for found in findings[:2]]
    assert news["solved"][0] == {
        "code": "V204",
        "region": {"code": "33.23.01.2013", "name": "Pakurejo"},
        "body": "PPS",
        "since": "2024-05-20",
        "days": 21,
    }
    assert news["counted"] == [
        {"code": "V209", "before": 12_000, "now": 12_345},
        {"code": "V211", "before": 11_000, "now": 10_500},
    ]


def test_a_first_report_compares_with_nothing() -> None:
    one = small()
    told = document(reported(one, News(None, tuple(one.report.findings))))
    assert told["news"]["since"] is None
    assert told["news"]["counts"]["new"] == len(one.report.findings)
    assert all(found["new"] for found in told["findings"])


def test_days_are_never_negative() -> None:
    one = small()
    news = some_news(one)
    ahead = replace(news, solved=(replace(news.solved[0], since=date(2030, 1, 1)),))
    assert document(reported(one, ahead))["news"]["solved"][0]["days"] == 0


# -- ndjson ----------------------------------------------------------------------------------------


def test_ndjson_is_the_same_document_a_line_an_item() -> None:
    view = ReportView(reported(small(), some_news(small())), Speaker("id"))
    whole = json.loads(written(view, "json"))
    head, *lines = map(json.loads, written(view, "ndjson").decode().splitlines())
    assert head.pop("type") == "report"
    lists = {
        "seats": "seats", "gap": "gaps", "women_men": "women_men_kecamatan",
        "coordination": "coordination_kecamatan", "overdue": "overdue", "rule": "rules",
        "waiver": "waivers", "finding": "findings",
    }  # fmt: skip
    gathered: dict[str, list[Any]] = {name: [] for name in lists.values()}
    for line in lines:
        gathered[lists[line.pop("type")]].append(line)
    assert {**head, **gathered} == whole


# -- one table -------------------------------------------------------------------------------------


def test_the_table_has_a_row_a_kecamatan_and_body_and_none_of_totals(problem: Any) -> None:
    rows = table(recorded())
    assert list(rows[0]) == list(COLUMNS)
    keys = [(row["region_code"], row["body"]) for row in rows]
    assert len(keys) == len(set(keys))
    for body, totals in problem["summary"]["bodies"].items():
        for key in ("units", "required", "filled", "vacant", "excess", "complete"):
            column = [int(row[key] or 0) for row in rows if row["body"] == body]
            assert sum(column) == totals[key]
    for body in problem["women_men"]["bodies"]:
        women = [int(row["women"] or 0) for row in rows if row["body"] == body["body"]]
        assert sum(women) == body["women"]
    for body, counts in problem["coordination"]["bodies"].items():
        for key in ("total", "done", "overdue"):
            column = [int(row[f"items_{key}"] or 0) for row in rows if row["body"] == body]
            assert sum(column) == counts[key]


def test_the_table_is_the_same_for_everybody() -> None:
    one = recorded()
    assert table(one) == table(one.for_public())


def test_what_is_not_known_is_an_empty_cell_and_no_zero() -> None:
    rows = table(office_of(Example(without={"anggota": ("jenis_kelamin",)})))
    (ppk,) = [row for row in rows if row["body"] == "PPK"]
    assert (ppk["men"], ppk["women"], ppk["unknown"], ppk["women_percent"]) == ("0", "0", "5", "0")
    unread = table(office_of(Example(files={"desa.csv": None})))
    assert {row["required"] for row in unread} <= {""}


def test_units_of_an_unlisted_kecamatan_have_a_row_without_a_place() -> None:
    one = small()
    outside = {"PPS": Tally(1, 0, 3, 2, 1, 0)}
    rows = table(replace(one, seats=one.seats._replace(outside=outside)))
    (last,) = [row for row in rows if not row["region_code"]]
    assert (last["region_name"], last["body"], last["vacant"]) == ("", "PPS", "1")
