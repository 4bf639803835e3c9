"""`--format xlsx`: a workbook for Excel and LibreOffice, by XlsxWriter.

No text becomes a formula, a link or a number, and no formula is written at all. A text comes back
exactly, but for what XML 1.0 cannot hold (NUL, ESC, a lone surrogate): that is a visible escape in
a cell that looks different, and the last sheet says so. Made in memory: a temporary file would hold
personal data. Every date in it is the day of the report, so that two runs give the same bytes.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from adhoc_cli.output.document import Column, Tone
from adhoc_cli.output.formats.api import Format
from adhoc_cli.output.formats.plain import width
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.view import Cell, Sheet, View, Workbook
from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.personal import without_personal
from adhoc_cli.text.unseen import escape

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.format import Format as Style
    from xlsxwriter.worksheet import Worksheet


AUTHOR = "adhoc-cli"  # by which a folder of a roster tells that a workbook is ours
ROWS = 1_048_576  # of a sheet, its header included
LONGEST = 32_767  # UTF-16 units of a cell
_FORBIDDEN = lazy_pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NARROW, _WIDE, _WRAPPED = 8, 60, 40  # characters of a column
_LINE, _TALLEST = 15, 12  # points of a line of text, lines of the tallest row
_MEASURED = 500  # characters of a text
_PLAIN, _WRAPS = Column(""), Column("", wrap=True)
_ARROW = 3  # characters that the button of the filter takes
_NAME = lazy_pattern(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME = 31

# Numbers of formats that every spreadsheet has built in, and of our own.
_TEXT, _SHARE, _NUMBER = 49, 9, 3
_DATE, _QUIET = "yyyy-mm-dd", "#,##0;-#,##0;–"  # a zero that does not stand out
_FONT = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
COLOURS = {
    Tone.BAD: {"font_color": "#9C0006", "bg_color": "#FFC7CE"},
    Tone.WARN: {"font_color": "#7F4F00", "bg_color": "#FFEB9C"},
    Tone.GOOD: {"font_color": "#006100", "bg_color": "#C6EFCE"},
    Tone.NOTE: {"font_color": "#1F4E79", "bg_color": "#DDEBF7"},
}
_BAR = "#9DC3E6"
_NO_DAY = date(1980, 1, 1)  # what a ZIP file says of a member without a day


def write(view: View, sink: Sink) -> None:
    """The view's workbook."""
    import xlsxwriter

    told = view.workbook()
    made = io.BytesIO()
    book = xlsxwriter.Workbook(
        made,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    created = datetime.combine(told.created or _NO_DAY, time.min)
    writer = _Writer(book, told, personal=sink.personal)
    book.set_properties({**writer.about(), "author": AUTHOR, "created": created})
    writer.write()
    book.close()
    sink.stream.write(made.getvalue())


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(self, book: xlsxwriter.Workbook, told: Workbook, *, personal: bool) -> None:
        from adhoc_cli.output.speaker import Speaker  # 45 ms: the formats are known at every start

        self._book = book
        self._told = told
        self._personal = personal
        self._speaker = Speaker(told.lang)
        self._styles: dict[tuple[Any, ...], Style] = {}
        self._names: set[str] = set()
        self._odd: Counter[str] = Counter()  # texts that a cell cannot hold as they are
        # Codes, titles and places stand in thousands of rows.
        self._readable = lru_cache(maxsize=1 << 14)(lambda text: _held(self._shown(text)))

    def about(self) -> dict[str, str]:
        """What a list of files says of the workbook."""
        return {"title": self._shown(self._told.title), "subject": self._shown(self._told.subject)}

    def write(self) -> None:
        """All sheets; the last one says what the cells could not hold."""
        last = len(self._told.sheets) - 1
        for number, sheet in enumerate(self._told.sheets):
            paper = self._book.add_worksheet(self._name(sheet.name))
            self._sheet(sheet, paper, is_last=number == last)

    def _name(self, wanted: str) -> str:
        """A name that a sheet may have, and no other one has."""
        name = _NAME.sub("-", self._shown(wanted)).strip("'")[:_LONGEST_NAME] or "-"
        number, base = 1, name
        while name.casefold() in self._names or name.casefold() == "history":
            number += 1
            name = f"{base[: _LONGEST_NAME - 1 - len(str(number))]}-{number}"
        self._names.add(name.casefold())
        return name

    def _sheet(self, sheet: Sheet, paper: Worksheet, *, is_last: bool) -> None:
        widths = [
            width(column.title) + 3 for column in sheet.columns
        ]  # room for the filter's arrow
        for at, column in enumerate(sheet.columns):
            self._put(paper, 0, at, column.title, "head", _WRAPS)
        rows, last = iter(sheet.rows), 0
        room = ROWS - 2 - len(sheet.totals)  # the header, and the line that says what is missing
        for last, row in enumerate(islice(rows, room), start=1):
            self._row(paper, last, row, sheet.columns, widths)
        beyond = sum(1 for _ in rows)
        at = last
        for row in sheet.totals:
            at += 1
            self._row(paper, at, row, sheet.columns, widths, "total")
        self._look(sheet, paper, last)
        self._below(sheet, paper, at + 1, beyond, is_last=is_last)
        for number, (column, size) in enumerate(zip(sheet.columns, widths, strict=True)):
            most = _WRAPPED if column.wrap else _WIDE
            paper.set_column(number, number, min(max(size, _NARROW), most))
        self._setup(sheet, paper, last)

    def _row(
        self,
        paper: Worksheet,
        at: int,
        row: Sequence[Cell],
        columns: Sequence[Column],
        widths: list[int],
        kind: str = "",
    ) -> None:
        lines = 1
        for number, (cell, column) in enumerate(zip(row, columns, strict=True)):
            self._put(paper, at, number, cell, kind, column)
            size = _width(cell) + 2
            widths[number] = max(widths[number], size)
            if column.wrap and size > _WRAPPED:
                lines = max(lines, -(-size // _WRAPPED))
        if lines > 1:
            paper.set_row(at, min(lines, _TALLEST) * _LINE)

    def _put(
        self, paper: Worksheet, row: int, at: int, cell: Cell, kind: str, column: Column
    ) -> None:
        """One cell, as what its type says."""
        if isinstance(cell, bool):
            paper.write_boolean(row, at, cell, self._style(kind, _TEXT))
        elif isinstance(cell, str):
            self._text(paper, row, at, cell, kind, wrap=column.wrap)
        elif isinstance(cell, date):
            paper.write_datetime(row, at, cell, self._style(kind, _DATE))
        elif isinstance(cell, float):
            paper.write_number(row, at, cell, self._style(kind, _SHARE))
        elif cell is not None:
            number = _QUIET if column.tone in {Tone.BAD, Tone.WARN} else _NUMBER
            paper.write_number(row, at, cell, self._style(kind, number))
        else:
            paper.write_blank(row, at, None, self._style(kind, _TEXT))

    def _text(
        self, paper: Worksheet, row: int, at: int, text: str, kind: str, *, wrap: bool
    ) -> None:
        shown, odd = self._readable(text)
        self._odd.update(odd)
        style = self._style("odd" if odd else kind, _TEXT, wrap=wrap)
        if shown.startswith("<r>") and shown.endswith("</r>"):
            # XlsxWriter takes this for its own XML and would write it as it stands.
            paper.write_rich_string(row, at, shown[:1], self._style("", _TEXT), shown[1:], style)
        else:
            paper.write_string(row, at, shown, style)

    def _shown(self, text: str) -> str:
        return text if self._personal else without_personal(text)

    def _style(self, kind: str, number: str | int, *, wrap: bool = False) -> Style:
        key = (kind, number, wrap)
        if key not in self._styles:
            look: dict[str, Any] = {**_FONT, "num_format": number, "text_wrap": wrap}
            look |= {"align": "left"} if number == _DATE else {}
            self._styles[key] = self._book.add_format({**look, **_KINDS[kind]})
        return self._styles[key]

    # -- what stands out ---------------------------------------------------------------------------

    def _look(self, sheet: Sheet, paper: Worksheet, last: int) -> None:
        if not last:
            return
        for at, column in enumerate(sheet.columns):
            if column.bar:
                paper.conditional_format(1, at, last, at, _BARS)
            elif column.tone in {Tone.BAD, Tone.WARN}:
                style = self._colour(column.tone)
                above = {"type": "cell", "criteria": ">", "value": 0, "format": style}
                paper.conditional_format(1, at, last, at, above)
            for text, tone in column.marks:
                value = '"{}"'.format(text.replace('"', '""'))
                same = {"type": "cell", "criteria": "==", "value": value}
                paper.conditional_format(1, at, last, at, {**same, "format": self._colour(tone)})

    def _colour(self, tone: Tone) -> Style:
        key = ("colour", tone)
        if key not in self._styles:
            self._styles[key] = self._book.add_format(COLOURS[tone])
        return self._styles[key]

    # -- below and around --------------------------------------------------------------------------

    def _below(
        self, sheet: Sheet, paper: Worksheet, at: int, beyond: int, *, is_last: bool
    ) -> None:
        """The notes, and what had no room."""
        say, number = self._speaker.say, self._speaker.number
        notes = [say("report.sheet_full", count=number(beyond))] if beyond else []
        notes += ["", *sheet.notes] if sheet.notes and at + len(sheet.notes) < ROWS else []
        for text in notes:
            if text:
                self._put(paper, at, 0, text, "note", _PLAIN)
            at += 1
        if is_last:
            for key, count in sorted(self._odd.items(), reverse=True):
                text = say(key, count=number(count), n=count)
                self._put(paper, at, 0, text, "note", _PLAIN)
                at += 1

    def _setup(self, sheet: Sheet, paper: Worksheet, last: int) -> None:
        """Header and keys that stay, a filter, and A4 paper across with page numbers."""
        paper.freeze_panes(1, min(sheet.keys, len(sheet.columns)))
        paper.autofilter(0, 0, max(last, 1), len(sheet.columns) - 1)
        paper.set_row(0, 30)
        paper.set_landscape()
        paper.set_paper(9)
        paper.fit_to_pages(1, 0)
        paper.repeat_rows(0)
        paper.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        title = self._shown(f"{self._told.title} · {self._told.created or self._told.subject}")
        paper.set_header(f"&L{_in_header(title)}&R&A")
        paper.set_footer("&R&P / &N")


_KINDS: dict[str, dict[str, Any]] = {
    "": {"bottom": 1, "bottom_color": "#D9D9D9"},
    "head": {
        "bold": True, "font_color": "#FFFFFF", "bg_color": "#1F4E79", "valign": "vcenter",
        "border_color": "#FFFFFF", "right": 1,
    },
    "total": {"bold": True, "top": 1, "bg_color": "#F2F2F2"},
    "note": {"italic": True, "font_color": "#595959"},
    "odd": {"italic": True, "bg_color": "#FFF2CC"},
}  # fmt: skip
_BARS = {
    "type": "data_bar", "bar_color": _BAR, "bar_solid": True, "data_bar_2010": True,
    "min_type": "num", "max_type": "num", "min_value": 0, "max_value": 1,
}  # fmt: skip


def _held(text: str) -> tuple[str, Sequence[str]]:
    """`text` with visible escapes for what XML cannot hold, and cut where it is too long; and the
    keys of what is to be said about that."""
    shown = _FORBIDDEN.sub(lambda match: escape(match[0]), text)
    odd = ["report.cells_escaped"] if shown != text else []
    if len(shown) > LONGEST // 2 and _units(shown) > LONGEST:
        return _cut(shown), [*odd, "report.cells_cut"]
    return shown, odd


def _units(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text)


def _cut(text: str) -> str:
    """As many characters as there is room for, and `…`."""
    room = LONGEST - 1
    kept = text[:room]
    while _units(kept) > room:
        kept = kept[: len(kept) - max((_units(kept) - room) // 2, 1)]
    return f"{kept}…"


def _width(cell: Cell) -> int:
    if cell is None:
        return 0
    if isinstance(cell, str):
        # Of a text of several lines the longest counts; of a very long one its beginning.
        return _widest(cell[:_MEASURED])
    return 10 if isinstance(cell, date) else len(f"{cell:,}") if isinstance(cell, int) else 5


@lru_cache(maxsize=1 << 14)
def _widest(text: str) -> int:
    return max(map(width, text.split("\n")))


def _in_header(text: str) -> str:
    return text.replace("&", "&&")[:200]


FORMAT = Format("xlsx", "xlsx", write, order=8, binary=True)
