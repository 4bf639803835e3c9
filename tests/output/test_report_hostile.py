"""Names that play tricks, of people and of places, through every format of a report.

No crash, nothing that a terminal, a browser, Markdown or a spreadsheet obeys, and the exact text
back from JSON and XLSX, and from CSV but for what `--format csv` documents.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from adhoc_cli.output.formats import names
from adhoc_cli.output.formats.md import escape
from adhoc_cli.output.safe import safe, safe_cell
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.report.view import ReportView
from adhoc_cli.reports.overview.overview import Overview
from adhoc_cli.roster.roster import load_roster
from adhoc_cli.rules.examples import AS_OF, Example
from adhoc_cli.text.cells import from_spreadsheet
from tests.browser.pages import NAMES, hostile
from tests.output.hostile import HOSTILE, lines_of, raw
from tests.output.report_views import of_roster, office_of, reported, some_news
from tests.output.rosters import written
from tests.output.test_report_workbook import visible
from tests.output.workbooks import formulas, parts, sheets, table

FORMS = names("report")
_SHARED = Path(__file__).parents[3] / "shared" / "hostile"
_FILES = sorted(_SHARED.glob("*.csv")) if _SHARED.is_dir() else []
_READ = [path for path in _FILES if path.name != "MANIFEST.csv"]
_MARKDOWN = MarkdownIt("gfm-like", {"linkify": False})


@cache
def made(form: str, *, public: bool = False, personal: bool = True) -> bytes:
    """A report of people and places with all of these names."""
    one = hostile()
    told = replace(reported(one.for_public() if public else one, some_news(one)), limit=None)
    return written(ReportView(told, Speaker("id", personal)), form, width=200)


def places() -> list[str]:
    """The names of kecamatan, as they were read."""
    return [row.region.name for row in hostile().seats.kecamatan]


def test_the_names_are_many_and_arrive() -> None:
    assert len(NAMES) >= 53
    # What a name cannot hold (a NUL, a lone CR) is refused at the door, and told.
    read = {name.strip() for name in places()}
    assert len(read & {name.strip() for name in NAMES}) >= 10
    people = {found.person.name for found in hostile().report.findings if found.person}
    assert len(people) > 30


@pytest.mark.parametrize("form", [form for form in FORMS if form != "xlsx"])
@pytest.mark.parametrize("public", [False, True])
def test_nothing_raw_gets_through(form: str, public: bool) -> None:
    text = lines_of(form, made(form, public=public))
    assert not raw(text.replace("\n", ""))


def test_json_gives_back_the_exact_names() -> None:
    document = json.loads(made("json"))
    rows = [row for row in document["seats"] if row["body"] == "PPS" and row["kecamatan"]]
    assert [row["kecamatan"]["name"] for row in rows] == places()
    people = [found["person"]["name"] for found in document["findings"] if found["person"]]
    assert people == [found.person.name for found in hostile().report.findings if found.person]


def test_csv_gives_back_the_names_but_for_what_it_documents() -> None:
    rows = list(csv.DictReader(io.StringIO(made("csv").decode(), newline=""), strict=True))
    listed = [
        row for row in rows if row["body"] == "PPS" and row["required"] and row["region_code"]
    ]
    told = [from_spreadsheet(row["region_name"]) for row in listed]
    assert told == [safe_cell(name) for name in places()]
    assert not [row for row in rows if re.match(r"[=+\-@\t\r\n]", row["region_name"])]


def test_a_workbook_gives_back_the_names_and_runs_nothing() -> None:
    data = made("xlsx")
    rows = [row for row in table(sheets(data)["Kuota"]) if row["Badan"] == "PPS"]
    assert [row["Kecamatan"] for row in rows if row["Kode"]] == list(map(visible, places()))
    told = {row["Orang"] for row in table(sheets(data)["Temuan"])}
    people = [visible(one.person.name) for one in hostile().report.findings if one.person]
    assert len(set(people)) > 30
    assert set(people) <= told
    assert not formulas(data)
    assert not [name for name in parts(data) if "comments" in name or "external" in name]


class _Elements(HTMLParser):
    """The elements of a page, and attributes by which something could run or be fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.active: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.active += [
            f"{tag} {name}={value}"
            for name, value in attrs
            if name.startswith("on") or (name in {"src", "href"} and not _is_ours(value))
        ]


def _is_ours(link: str | None) -> bool:
    return bool(link) and str(link).startswith(("#", "tel:", "data:"))


def test_a_page_has_no_element_of_a_name() -> None:
    parser = _Elements()
    parser.feed(made("html").decode())
    assert "table" in parser.tags
    assert not parser.active
    assert not parser.tags & {"script", "iframe", "object", "embed", "form", "img", "base"}


def test_markdown_has_no_element_but_ours_and_shows_the_names() -> None:
    page = _MARKDOWN.render(made("md").decode())
    tags = set(re.findall(r"<([a-z0-9]+)", page))
    assert tags <= {
        "h1", "h2", "h3", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "strong",
    }  # fmt: skip
    text = made("md").decode()
    for name in places():
        assert escape(safe(name, 2_000)).strip() in text


@pytest.mark.parametrize("form", ["text", "plain"])
def test_text_shows_the_names_on_their_lines(form: str) -> None:
    text = made(form).decode()
    for name in places():
        assert safe(name, 2_000).strip() in text


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_every_name_alone_of_a_person_and_of_a_desa(name: str) -> None:
    """One at a time, where no other name could hide what it does."""
    one = _office(name)
    for form in FORMS:
        data = written(ReportView(reported(one, some_news(one)), Speaker("en")), form)
        if form == "xlsx":
            assert not formulas(data)
        else:
            assert not raw(lines_of(form, data).replace("\n", "")), form


def _office(name: str) -> Overview:
    rows = {"desa:2": {"nama": name}, "anggota:7": {"nama": name, "telepon": "0812"}}
    return office_of(Example(change=rows, drop=("anggota:8",)))


# -- the rosters that may lie beside the project ---------------------------------------------------


@pytest.mark.skipif(not _READ, reason="the hostile rosters are not here")
@pytest.mark.parametrize("path", _READ, ids=[path.stem for path in _READ])
def test_hostile_files_through_every_format(path: Path, tmp_path: Path) -> None:
    desa = "".join(f"32.10.01.{number},Desa {number}\n" for number in range(2001, 2011))
    (tmp_path / "kecamatan.csv").write_text("kode,nama\n32.10.01,Lemahsugih\n")
    (tmp_path / "desa.csv").write_text(f"kode,nama\n{desa}")
    (tmp_path / "anggota.csv").write_bytes(path.read_bytes())
    one = of_roster(load_roster(tmp_path, AS_OF))
    document: Any = None
    for form in FORMS:
        told = reported(one, some_news(one))
        data = written(ReportView(told, Speaker("id", personal=True)), form)
        if form == "xlsx":
            assert not formulas(data)
            assert sheets(data)
        else:
            assert not raw(lines_of(form, data).replace("\n", "")), form
        document = json.loads(data) if form == "json" else document
    assert list(_people(document)) == [
        found.person.name
        for rule in one.report.rules
        for found in rule.findings[:2]
        if found.person
    ]


def _people(document: Any) -> Iterator[str]:
    for found in document["findings"]:
        if found["person"]:
            yield found["person"]["name"]
