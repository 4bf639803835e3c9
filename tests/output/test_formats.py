from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from adhoc_cli.output.document import (
    Column,
    Document,
    Entry,
    Grid,
    Heading,
    Listing,
    Paragraph,
    Span,
    Tone,
    line,
)
from adhoc_cli.output.formats import DEFAULT, UnknownFormat, choose, names
from adhoc_cli.output.formats.md import escape
from adhoc_cli.output.formats.plain import width
from adhoc_cli.output.safe import safe, safe_cell
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import Field, Table
from adhoc_cli.output.view import Items, Records, View
from adhoc_cli.output.views.common import ResultView
from adhoc_cli.text.cells import from_spreadsheet
from tests.output.hostile import HOSTILE, raw
from tests.output.rosters import TEXTUAL, written

_MARKDOWN = MarkdownIt("gfm-like", {"linkify": False})


class Everywhere(View):
    """A view with one text in every place where a text can stand."""

    personal = False

    def __init__(self, text: str) -> None:
        self.text = text

    def document(self) -> Document:
        text = self.text
        cell = (Span("33.23.01.2016"), Span(text, Tone.BAD), Span("5/5", Tone.GOOD))
        columns = (Column("Kode"), Column(text, wrap=True), Column("PPK", right=True))
        return Document(
            (
                Heading(line(text), 1),
                Paragraph(line(text)),
                Heading(line(Span("x ", Tone.BAD), text), 3),
                Listing((Entry(line(text), (line(Span("→ ", Tone.NOTE), text),)),)),
                Grid(columns, [cell], (cell,), text),
            )
        )

    def data(self) -> dict[str, Any]:
        return {"name": self.text, "rows": Items("row", [{"name": self.text}])}

    def records(self) -> Records:
        return Records(("name", "number", "none"), [self._row()])

    def _row(self) -> Mapping[str, Any]:
        return {"name": self.text, "number": 5, "none": None}


def test_a_workbook_is_headed_without_what_comes_after_the_head() -> None:
    made = []

    class Long(ResultView[str]):
        personal = False

        def __init__(self) -> None:
            self.result, self.speaker = "", Speaker("id")

        def table(self) -> Table:
            return Table("long", (Field("text", str),), list)

        def blocks(self) -> Iterator[Paragraph]:
            for number in range(5):
                made.append(number)
                yield Paragraph(line(f"block {number}"))

    book = Long().workbook()
    assert (book.title, book.subject, book.lang) == ("block 0", "block 1", "id")
    assert made == [0, 1]


# -- choosing -------------------------------------------------------------------------------------


def test_names_and_defaults() -> None:
    assert names()[0] == DEFAULT
    orders = [choose(name, is_terminal=True).order for name in names()]
    assert len(orders) == len(set(orders)), "two formats of one place in the list"
    assert choose(None, is_terminal=True).name == "table"
    assert choose("TABLE", is_terminal=False).name == "plain"
    assert choose("csv", is_terminal=True).machine
    assert not {choose(name, is_terminal=True).machine for name in ("table", "plain", "md")} - {
        False
    }
    with pytest.raises(UnknownFormat) as caught:
        choose("jsn", is_terminal=True)
    assert caught.value.suggestion == "json"


def test_rich_is_imported_for_a_table_only() -> None:
    code = (
        "import sys; from adhoc_cli.output.formats import choose, names; names();"
        "from adhoc_cli.output.write import deliver; from adhoc_cli.output.speaker import Speaker;"
        "assert not {'rich', 'pandas', 'numpy'} & set(sys.modules), sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


# -- hostile texts --------------------------------------------------------------------------------

each_hostile = pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))


@pytest.mark.parametrize("form", TEXTUAL)
@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
def test_no_format_lets_anything_raw_through(form: str, encoding: str) -> None:
    for text in HOSTILE:
        out = written(Everywhere(text), form, encoding=encoding).decode(encoding)
        if form == "csv-excel":  # the mark that says UTF-8, and the line ends of Windows
            out = out.removeprefix("\ufeff").replace("\r\n", "\n")
        assert not raw(out), ascii(text)


@each_hostile
def test_a_table_in_colour_obeys_only_us(text: str) -> None:
    out = written(Everywhere(text), "table", color=True).decode()
    without = re.sub(r"\x1b\[[0-9;]*m", "", out)
    assert not raw(without)
    assert set(re.findall(r"\x1b\[[0-9;]*m", out)) <= {
        "\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[1;31m", "\x1b[32m", "\x1b[33m", "\x1b[36m",
    }  # fmt: skip


@each_hostile
def test_no_markup_is_read_on_a_screen(text: str) -> None:
    shown = safe(text, 2_000)
    for form in ("table", "plain"):
        out = written(Everywhere(text), form, width=10_000).decode()
        assert out.splitlines()[0].rstrip() == shown.rstrip()
        assert out.count(shown.strip()) >= 6


@each_hostile
def test_json_gives_back_the_exact_text(text: str) -> None:
    made = written(Everywhere(text), "json")
    assert made.isascii()
    assert json.loads(made) == {"name": text, "rows": [{"name": text}]}
    first, second = written(Everywhere(text), "ndjson").decode().splitlines()
    assert json.loads(first) == {"type": "report", "name": text}
    assert json.loads(second) == {"type": "row", "name": text}


@each_hostile
def test_csv_runs_no_formula_and_gives_back_the_text(text: str) -> None:
    out = written(Everywhere(text), "csv").decode()
    assert not out.startswith("\ufeff")
    header, row = csv.reader(io.StringIO(out, newline=""), strict=True)
    assert header == ["name", "number", "none"]
    assert row[1:] == ["5", ""]
    assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b"))
    assert from_spreadsheet(row[0]) == safe_cell(text)


@each_hostile
def test_csv_for_excel_runs_no_formula(text: str) -> None:
    out = written(Everywhere(text), "csv-excel").decode("utf-8-sig")
    _, row = csv.reader(io.StringIO(out, newline=""), delimiter=";", strict=True)
    assert row[1:] == ["5", ""]
    if not re.fullmatch(r'="[^"a-df-zA-DF-Z=@]*"', row[0]):
        assert from_spreadsheet(row[0]) == safe_cell(text)
        assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b"))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("12345", '="12345"'),
        ("0812", '="0812"'),
        ("+62 812-3456", '="+62 812-3456"'),
        ("33.23.01.2016", '="33.23.01.2016"'),
        ("12/5", '="12/5"'),
        ("1E5", '="1E5"'),
        ("-1+2", '="-1+2"'),
        ("2024-05-26", "2024-05-26"),
        ("=1+2", "'=1+2"),
        ("+cmd|'/c calc'!A0", "'+cmd|'/c calc'!A0"),
        ("Wagiman; Bejo", "Wagiman; Bejo"),
        ("1 Mei", "1 Mei"),
    ],
)
def test_what_excel_would_make_a_number_of_stays_a_text(text: str, cell: str) -> None:
    out = written(Everywhere(text), "csv-excel").decode("utf-8-sig")
    _, row = csv.reader(io.StringIO(out, newline=""), delimiter=";", strict=True)
    assert row[0] == cell


@each_hostile
def test_markdown_shows_the_text_and_nothing_else(text: str) -> None:
    html = _MARKDOWN.render(written(Everywhere(text), "md").decode())
    _assert_shape(html)
    assert _html(safe(text, 2_000).strip()) in re.sub(r"</?strong>", "", html)


def _assert_shape(html: str) -> None:
    """The page has the parts that we gave it and no other."""
    tags = {tag.strip("/") for tag in re.findall(r"<(/?[a-z0-9]+)", html)}
    known = {"h1", "h3", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "strong"}
    assert tags <= known
    assert html.count("<h1") == html.count("<h3") == html.count("<table") == 1
    assert html.count("<li") == html.count("<ul") == 2
    assert len(re.findall(r"<t[hd][ >]", html)) == 9


def _html(text: str) -> str:
    named = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return named.replace('"', "&quot;")


# -- properties -----------------------------------------------------------------------------------


@given(st.text())
def test_csv_round_trip(text: str) -> None:
    out = written(Everywhere(text), "csv").decode()
    row = list(csv.reader(io.StringIO(out, newline=""), strict=True))[1]
    assert from_spreadsheet(row[0]) == safe_cell(text)


@given(st.text())
def test_markdown_cells_stay_cells(text: str) -> None:
    html = _MARKDOWN.render(f"| a | b |\n| - | - |\n| {escape(safe(text))} | x |\n")
    assert html.count("<td>") == 2
    cell = re.findall(r"<td>(.*?)</td>", html)[0]
    assert cell == _html(safe(text).strip())


@given(st.text(st.sampled_from("#*_-+=>`~|[](){}!<>&;:/@.0123456789 \\\"'ab\n\t\x1b✓")))
def test_markdown_of_any_signs_has_the_shape_we_gave_it(text: str) -> None:
    _assert_shape(_MARKDOWN.render(written(Everywhere(f"x{text}"), "md").decode()))
    if safe(text).strip():
        _assert_shape(_MARKDOWN.render(written(Everywhere(text), "md").decode()))


@given(st.text(), st.sampled_from(["table", "plain", "md", "json", "ndjson", "csv"]))
def test_any_text_in_any_format(text: str, form: str) -> None:
    assert not raw(written(Everywhere(text), form, width=30).decode())


# -- shapes ---------------------------------------------------------------------------------------


def test_empty_lists_are_empty_lists() -> None:
    class Empty(Everywhere):
        def data(self) -> dict[str, Any]:
            return {"none": [], "rows": Items("row", [])}

    assert json.loads(written(Empty(""), "json")) == {"none": [], "rows": []}


def test_a_terminal_never_cuts_a_code_or_a_number() -> None:
    for columns in range(20, 120):
        out = written(Everywhere("Wonosari Kulon Lor"), "table", width=columns).decode()
        assert out.count("33.23.01.2016") == 2
        assert out.count("5/5") == 2
        assert max(map(width, out.splitlines())) <= columns


def test_long_grids_are_drawn_in_parts_with_one_header_and_one_total() -> None:
    class Long(Everywhere):
        def document(self) -> Document:
            rows = [(Span(f"{n:06d}"), Span("x")) for n in range(1_201)]
            columns = (Column("Kode"), Column("Nama"))
            return Document((Grid(columns, iter_again(rows), ((Span(""), Span("Jumlah")),)),))

    out = written(Long(""), "table").decode().splitlines()
    assert len(out) == 1_201 + 4
    assert [number for number, text in enumerate(out) if text.startswith("──")] == [1, 1_203]


class iter_again(list[Any]):  # noqa: N801 - a list that says it is no sequence
    """Rows that can only be walked."""


@pytest.mark.parametrize(
    ("text", "cells"), [("abc", 3), ("王", 2), ("e\u0301", 1), ("Ｓ", 2), ("’", 1)]
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells
