"""Sheets as PDF, with the fonts that every reader of PDF has: nothing is embedded or fetched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from adhoc_cli.output.sheets.page import Cell, Page, Printed
from adhoc_cli.text.unseen import escape

if TYPE_CHECKING:
    from fpdf import FPDF

# All in millimetres on A4, 210 x 297.
_LEFT, _TOP, _WIDTH, _BOTTOM = 12.0, 10.0, 186.0, 287.0
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
    printed = printed.shown()
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

    def block(
        self,
        text: str,
        box: _Box,
        size: float,
        *,
        bold: bool = False,
        align: Literal["L", "C", "R"] = "L",
    ) -> float:
        """Write a text into a box, smaller where it would not fit; the height that it took."""
        key = (text, box.width, box.height, size, bold)
        laid = self._known.get(key)
        if laid is None:
            laid = self._known[key] = self._laid(_shown(text), box, size, bold=bold)
        pdf = self._pdf
        pdf.set_font(_FONT, "B" if bold else "", laid.size)
        for number, one in enumerate(laid.lines):
            pdf.set_xy(box.x, box.y + _INSET + number * laid.step)
            pdf.cell(box.width, laid.step, one, align=align)
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
        self._line([Cell(title, bold=True) for title in page.columns], page.widths, _HEAD, 7.5)
        height = min((bottom - self._y) / max(len(page.rows), 1), page.tallest)
        for row in page.rows:
            self._line(row, page.widths, height)

    def _line(
        self, row: Sequence[Cell], widths: Sequence[int], height: float, size: float | None = None
    ) -> None:
        self._pdf.set_fill_color(238)
        x = _LEFT
        for cell, width in zip(row, widths, strict=True):
            self._pdf.rect(x, self._y, width, height, style="DF" if size else "D")
            self._cell(cell, _Box(x, self._y, width, height), size or (7 if cell.small else 8))
            x += width
        self._y += height

    def _cell(self, cell: Cell, box: _Box, size: float) -> None:
        """What stands in a cell, and small what stands below it."""
        if not cell.text and not cell.below:
            return
        above = box._replace(height=box.height * 0.6) if cell.below else box
        used = self._writer.block(cell.text, above, size, bold=cell.bold, align=cell.align)
        if cell.below:
            rest = box._replace(y=box.y + used, height=box.height - used)
            self._writer.block(cell.below, rest, 7)

    # -- below it ----------------------------------------------------------------------------------

    def _statements(self, page: Page) -> None:
        self._y += 2
        if not page.statements:
            return
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
        if page.signatures or not page.signed:
            self._signatures(page)
            return
        self._y += 3
        self._writer.block("\n".join(page.how), _Box(_LEFT, self._y, 115, 12), 7)
        x = _LEFT + _WIDTH - 55
        self._pdf.set_font(_FONT, "", 8)
        self._pdf.set_xy(x, self._y)
        self._pdf.cell(55, 4, _shown(page.signed), align="C")
        self._pdf.line(x, self._y + 19, x + 55, self._y + 19)

    def _signatures(self, page: Page) -> None:
        """What is said across the page, and below it who signs, side by side."""
        self._y += 2
        self._y += self._writer.block("\n".join(page.how), _Box(_LEFT, self._y, _WIDTH, 9), 8) + 2
        width = _WIDTH / max(len(page.signatures), 1)
        self._pdf.set_dash_pattern(dash=0.4, gap=0.6)
        for number, (above, below) in enumerate(page.signatures):
            box = _Box(_LEFT + number * width, self._y, width, 8)
            self._writer.block(above, box, 8, align="C")
            line = self._y + 19
            self._pdf.line(box.x + 8, line, box.x + width - 8, line)
            self._writer.block(below, box._replace(x=box.x + 8, y=line), 8)
        self._pdf.set_dash_pattern()
