"""Sheets as PDF, with the fonts that every reader of PDF has: nothing is embedded or fetched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from adhoc_cli.output.sheets.page import Page, Printed, Row
from adhoc_cli.text.unseen import escape

if TYPE_CHECKING:
    from fpdf import FPDF

# All in millimetres on A4, 210 x 297.
_LEFT, _TOP, _WIDTH, _BOTTOM = 12.0, 10.0, 186.0, 287.0
_COLUMNS = (14.0, 58.0, 18.0, 20.0, 28.0, 22.0, 26.0)
_HEAD, _STATEMENT, _SIGNATURE = 8.0, 6.5, 24.0
_FONT, _ENCODING = "Helvetica", "cp1252"
_INSET = 0.5
_POINT = 0.3528  # millimetres
_SMALLEST = 4.5  # points: below, a long text is cut rather than unreadable


class NoPdf(Exception):  # noqa: N818 - an extra that is not installed, not an error of ours
    """The extra `[pdf]` is not installed."""


def write(printed: Printed) -> bytes:
    """The file. Raises `NoPdf`."""
    try:
        from fpdf import FPDF
    except ImportError:
        raise NoPdf from None
    pdf = FPDF(orientation="portrait", unit="mm", format="A4")
    pdf.core_fonts_encoding = _ENCODING
    pdf.set_auto_page_break(auto=False)
    pdf.set_title(_shown(printed.title))
    pdf.set_line_width(0.2)
    writer = _Writer(pdf)
    for page in printed.pages:
        _Sheet(pdf, writer).draw(page)
    return bytes(pdf.output())


def _shown(text: str) -> str:
    """`text` in the letters of the font; others as visible escapes."""
    if text.isascii():
        return text
    return "".join(c if _has(c) else escape(c) for c in text)


def _has(char: str) -> bool:
    try:
        char.encode(_ENCODING)
    except UnicodeEncodeError:
        return False
    return True


class _Box(NamedTuple):
    """Where a text goes."""

    x: float
    y: float
    width: float
    height: float


class _Laid(NamedTuple):
    """A text as it fits its box: size in points, height of a line, lines."""

    size: float
    step: float
    lines: Sequence[str]


class _Writer:
    """Lays texts out in boxes. The same few texts stand on 300 pages: each is laid out once."""

    def __init__(self, pdf: FPDF) -> None:
        self._pdf = pdf
        self._known: dict[tuple[str, float, float, float, bool], _Laid] = {}

    def block(self, text: str, box: _Box, size: float, *, bold: bool = False) -> float:
        """Write a text into a box, smaller where it would not fit; the height that it took."""
        key = (text, box.width, box.height, size, bold)
        laid = self._known.get(key)
        if laid is None:
            laid = self._known[key] = self._laid(_shown(text), box, size, bold=bold)
        pdf = self._pdf
        pdf.set_font(_FONT, "B" if bold else "", laid.size)
        for number, one in enumerate(laid.lines):
            pdf.set_xy(box.x, box.y + _INSET + number * laid.step)
            pdf.cell(box.width, laid.step, one)
        return _INSET + len(laid.lines) * laid.step

    def _laid(self, text: str, box: _Box, size: float, *, bold: bool) -> _Laid:
        while True:
            step = size * _POINT * 1.18
            self._pdf.set_font(_FONT, "B" if bold else "", size)
            lines = self._lines(text, box.width, step)
            room = max(int((box.height - _INSET) / step), 1)
            if len(lines) <= room or size <= _SMALLEST:
                return _Laid(size, step, lines[:room])
            size -= 0.5

    def _lines(self, text: str, width: float, step: float) -> list[str]:
        found = self._pdf.multi_cell(width, step, text, dry_run=True, output="LINES")
        # fpdf2 gives them in its own inner encoding, and would encode them a second time.
        return (
            [one.encode("latin-1").decode(_ENCODING) for one in found]
            if isinstance(found, list)
            else []
        )


class _Sheet:
    """Draws one page from top to bottom; `y` is where the next thing goes."""

    def __init__(self, pdf: FPDF, writer: _Writer) -> None:
        self._pdf = pdf
        self._writer = writer
        self._y = _TOP

    def draw(self, page: Page) -> None:
        self._pdf.add_page()
        self._head(page)
        below = 6 + len(page.statements) * _STATEMENT + 4 + _SIGNATURE
        self._table(page, _BOTTOM - below)
        self._statements(page)
        self._foot(page)

    def _head(self, page: Page) -> None:
        for one in page.letterhead:
            self._centred(one, 10, bold=True, height=4.6)
        if page.letterhead:
            self._y += 1
            self._pdf.line(_LEFT, self._y, _LEFT + _WIDTH, self._y)
            self._pdf.line(_LEFT, self._y + 0.7, _LEFT + _WIDTH, self._y + 0.7)
            self._y += 2
        self._centred(page.title, 12, bold=True, height=5.5)
        self._centred(page.place, 11, bold=True, height=5)
        about = " · ".join(text for text in (page.body, page.above, page.about) if text)
        self._centred(about, 8, height=5)

    def _centred(self, text: str, size: float, *, bold: bool = False, height: float) -> None:
        text = _shown(text)
        self._fit(text, size, _WIDTH, bold=bold)
        self._pdf.set_xy(_LEFT, self._y)
        self._pdf.cell(_WIDTH, height, text, align="C")
        self._y += height

    def _fit(self, text: str, size: float, width: float, *, bold: bool = False) -> None:
        """The font in `size`, or as much smaller as `text` needs to fit on one line."""
        self._pdf.set_font(_FONT, "B" if bold else "", size)
        natural = self._pdf.get_string_width(text) + 2
        if natural > width:
            self._pdf.set_font_size(max(size * width / natural, _SMALLEST))

    # -- the table ---------------------------------------------------------------------------------

    def _table(self, page: Page, bottom: float) -> None:
        self._titles(page.columns)
        height = min((bottom - self._y) / max(len(page.rows), 1), 22.0)
        for row in page.rows:
            self._row(row, height)

    def _titles(self, titles: Sequence[str]) -> None:
        self._pdf.set_fill_color(238)
        x = _LEFT
        for title, width in zip(titles, _COLUMNS, strict=True):
            self._pdf.rect(x, self._y, width, _HEAD, style="DF")
            self._writer.block(title, _Box(x, self._y, width, _HEAD), 7.5, bold=True)
            x += width
        self._y += _HEAD

    def _row(self, row: Row, height: float) -> None:
        x = _LEFT
        due = f"{row.due}\n{row.by_law}".strip()
        for text, width in zip(
            (row.code, "", due, row.day, "", "", row.known), _COLUMNS, strict=True
        ):
            self._pdf.rect(x, self._y, width, height)
            if text:
                bold = text is row.code
                size = 8.5 if bold else 7.0 if text is row.known else 8.0
                self._writer.block(text, _Box(x, self._y, width, height), size, bold=bold)
            x += width
        self._stakeholder(row, height)
        self._y += height

    def _stakeholder(self, row: Row, height: float) -> None:
        """Whom to meet in bold, and below what for."""
        x, width = _LEFT + _COLUMNS[0], _COLUMNS[1]
        above = _Box(x, self._y, width, height * 0.6)
        used = self._writer.block(row.roles, above, 8, bold=True)
        self._writer.block(row.purpose, _Box(x, self._y + used, width, height - used), 7)

    # -- below it ----------------------------------------------------------------------------------

    def _statements(self, page: Page) -> None:
        self._y += 2
        self._pdf.set_font(_FONT, "B", 8)
        self._pdf.set_xy(_LEFT, self._y)
        self._pdf.cell(_WIDTH, 4, _shown(page.statements_title))
        self._y += 4
        for number, one in enumerate(page.statements, start=1):
            text = _shown(f"{number}. {one}")
            self._fit(text, 8, _WIDTH - 45)
            self._pdf.set_xy(_LEFT, self._y + 1)
            self._pdf.cell(_WIDTH - 45, _STATEMENT - 1, text)
            self._pdf.set_dash_pattern(dash=0.4, gap=0.6)
            base = self._y + _STATEMENT - 0.8
            self._pdf.line(_LEFT + _WIDTH - 42, base, _LEFT + _WIDTH, base)
            self._pdf.set_dash_pattern()
            self._y += _STATEMENT

    def _foot(self, page: Page) -> None:
        self._y += 3
        self._writer.block(page.how, _Box(_LEFT, self._y, 115, 12), 7)
        x = _LEFT + _WIDTH - 55
        self._pdf.set_font(_FONT, "", 8)
        self._pdf.set_xy(x, self._y)
        self._pdf.cell(55, 4, _shown(page.signed), align="C")
        self._pdf.line(x, self._y + 19, x + 55, self._y + 19)
