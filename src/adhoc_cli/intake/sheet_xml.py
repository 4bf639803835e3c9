"""The XML of a sheet in XLSX and ODS: how far its cells reach, and the facts about them.

A sheet is a rectangle: with one cell at XFD1048576 its reader would ask for 400 GB. So the furthest
cells are looked up first, while the file is unpacked piece by piece.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.parsers import expat

from adhoc_cli.intake.facts import NO_RESULT, Facts, Merged
from adhoc_cli.intake.limits import OPTIONS, Limits
from adhoc_cli.intake.refused import ImportRefused

_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_OFF = frozenset({"", "0", "false", "none", "off", "visible"})
_MANY = 1 << 30
_MOST_REPEATED = 100_000  # cells that one faulty cell stands for

Attributes = Mapping[str, str]


class Reach:
    """How far the filled cells of a sheet reach; more than the limits allow is refused."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._row = self._column = 0

    def add(self, row: int, column: int) -> None:
        """A filled cell in this row and column (from 0)."""
        if row >= self._row or column >= self._column:
            self._row, self._column = max(self._row, row + 1), max(self._column, column + 1)
            refuse_reach(self._row, self._column, self._name, self._limits)


def refuse_reach(rows: int, columns: int, name: str, limits: Limits) -> None:
    """Raise `ImportRefused` for a sheet with too many rows, columns or cells."""
    cell = f"{_letters(columns)}{rows}"
    if columns > limits.columns:
        _too_many("columns", columns, limits.columns, name, cell)
    if rows > limits.rows or rows * columns > limits.cells:
        _too_many("rows", rows, min(limits.rows, limits.cells // max(columns, 1)), name, cell)


def _too_many(what: str, count: int, limit: int, name: str, cell: str) -> None:
    raise ImportRefused(
        f"many_{what}", file=name, count=count, limit=limit, cell=cell, option=OPTIONS[what]
    )


class _SheetXml:
    """Reads the XML of sheets piece by piece; elements go by their names without a prefix."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name, self._limits = name, limits
        self._reach = Reach(name, limits)
        self._row = self._column = -1
        self._text: list[str] = []
        self._starts: Mapping[str, Callable[[Attributes], None]] = {}
        self._ends: Mapping[str, Callable[[], None]] = {}
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._refuse

    def feed(self, chunk: bytes) -> None:
        """The next piece. Raises `ImportRefused`."""
        try:
            self._parser.Parse(chunk, False)
        except (expat.ExpatError, ValueError):  # or a row that is no number
            raise ImportRefused("damaged", file=self._name) from None

    def _refuse(self, *_: Any) -> None:
        raise ImportRefused("damaged", file=self._name)  # entities; no office program writes any

    def _start(self, tag: str, attributes: Attributes) -> None:
        handler = self._starts.get(tag) or self._starts.get(tag.rpartition(":")[2])
        if handler is not None:
            handler(attributes)

    def _end(self, tag: str) -> None:
        handler = self._ends.get(tag) or self._ends.get(tag.rpartition(":")[2])
        if handler is not None:
            handler()

    def _listen(self, _: Attributes | None = None) -> None:
        self._text = []
        self._parser.CharacterDataHandler = self._text.append

    def _heard(self) -> str:
        self._parser.CharacterDataHandler = None
        return "".join(self._text)


def _said(attributes: Attributes, name: str) -> str:
    """An attribute by its name without a prefix."""
    return next((v for key, v in attributes.items() if key.rpartition(":")[2] == name), "")


def _letters(number: int) -> str:
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


# -- XLSX ------------------------------------------------------------------------------------------


class XlsxSheet(_SheetXml):
    """One sheet of XLSX. `styles` are the numbers of struck styles, `strings` what is not struck
    of shared texts, by number.

    Of two million cells most need no look at their end: without it they take half of the time.
    """

    def __init__(
        self, name: str, limits: Limits, styles: frozenset[str], strings: Mapping[str, str]
    ) -> None:
        super().__init__(name, limits)
        self.facts = Facts()
        self._styles, self._strings = styles, strings
        self._columns: dict[str, int] = {}
        self._cell: Attributes = {}
        self._is_formula = False
        self._value: str | None = None
        self._rest: str | None = None
        self._starts = {
            "row": self._row_start,
            "col": self._column_start,
            "c": self._cell_start,
            "f": self._formula,
            "v": self._value_start,
            "is": self._inline,
            "strike": self._strike,
            "mergeCell": self._merge,
        }
        self._ends = {"c": self._cell_end, "v": self._value_end}
        self._parser.EndElementHandler = None

    def _row_start(self, attributes: Attributes) -> None:
        number = attributes.get("r")
        self._row = self._row + 1 if number is None else _whole(number) - 1
        if attributes.get("hidden", "") not in _OFF or attributes.get("ht") == "0":
            self.facts.hidden_rows.add(self._row)

    def _column_start(self, attributes: Attributes) -> None:
        if attributes.get("hidden", "") not in _OFF or attributes.get("width") == "0":
            first, last = _whole(attributes.get("min")), _whole(attributes.get("max"))
            self.facts.hidden_columns.update(range(first - 1, min(last, self._limits.columns)))

    def _cell_start(self, attributes: Attributes) -> None:
        self._cell, self._is_formula = attributes, False
        kind = attributes.get("t")
        if kind == "e" or (kind == "s" and self._strings) or attributes.get("s") in self._styles:
            self._look_closer()

    def _look_closer(self) -> None:
        self._value = self._rest = None
        self._parser.EndElementHandler = self._end

    def _formula(self, _: Attributes) -> None:
        self._look_closer()
        self._is_formula = True
        self._place()

    def _inline(self, _: Attributes) -> None:
        self._look_closer()
        self._value = ""  # filled, with a text of its own
        self._place()

    def _strike(self, attributes: Attributes) -> None:
        if attributes.get("val", "1") not in _OFF:
            self._rest = ""

    def _value_start(self, _: Attributes) -> None:
        self._place()
        if self._parser.EndElementHandler is not None:
            self._listen()

    def _value_end(self) -> None:
        self._value = self._heard()

    def _place(self) -> None:
        """Where the filled cell stands. The position of one that does not say so is anybody's
        guess: programs that leave the address out leave empty cells out too."""
        address = self._cell.get("r", "")
        letters = address.rstrip("0123456789")
        column = self._columns.get(letters)
        if column is None:
            if not _ADDRESS.fullmatch(address):
                raise ImportRefused("no_address", file=self._name)
            column = self._columns[letters] = _number(letters) - 1
        self._row, self._column = int(address[len(letters) :]) - 1, column
        self._reach.add(self._row, column)

    def _cell_end(self) -> None:
        self._parser.EndElementHandler = None
        if self._value is None and not self._is_formula:
            return
        at, kind = (self._row, self._column), self._cell.get("t", "")
        if kind == "e":
            self.facts.fail(at, self._value or "")
        elif self._is_formula and not self._value and kind not in ("str", "s", "inlineStr"):
            self.facts.failed[at] = NO_RESULT
        if self._cell.get("s") in self._styles:
            self._rest = ""
        elif kind == "s":
            self._rest = self._strings.get(self._value or "")
        if self._rest is not None:
            self.facts.struck[at] = self._rest

    def _merge(self, attributes: Attributes) -> None:
        ends = [_ADDRESS.fullmatch(end) for end in attributes.get("ref", "").split(":")]
        if len(ends) != 2 or ends[0] is None or ends[1] is None:
            return
        first, last = ends[0], ends[1]
        self.facts.merged.append(
            Merged(int(first[2]) - 1, _number(first[1]) - 1, int(last[2]) - 1, _number(last[1]) - 1)
        )


def _number(letters: str) -> int:
    """The number of a column: A is 1, Z 26, AA 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def struck_styles(xml: bytes, name: str) -> frozenset[str]:
    """The numbers of the styles of cells whose font is struck through."""
    root = _tree(xml, name)
    fonts = [_is_struck(font) for font in root.iterfind("{*}fonts/{*}font")]
    formats = enumerate(root.iterfind("{*}cellXfs/{*}xf"))
    of_font = {str(at): one.get("fontId", "0") for at, one in formats}
    struck = {str(at) for at, one in enumerate(fonts) if one}
    return frozenset(at for at, font in of_font.items() if font in struck)


def struck_strings(xml: bytes, name: str) -> dict[str, str]:
    """What is not struck of the shared texts that are struck in part or whole, by number."""
    found = {}
    for at, item in enumerate(_tree(xml, name).iterfind("{*}si")):
        runs = [(_is_struck(run), run.findtext("{*}t") or "") for run in item.iterfind("{*}r")]
        if any(struck and text for struck, text in runs):
            found[str(at)] = "".join(text for struck, text in runs if not struck)
    return found


def _tree(xml: bytes, name: str) -> Element:
    try:
        if b"strike" not in xml:
            return Element("none")
        if b"<!DOCTYPE" in xml:
            raise ImportRefused("damaged", file=name)
        return fromstring(xml)  # noqa: S314 - without a DOCTYPE there are no entities
    except (ParseError, ValueError):
        raise ImportRefused("damaged", file=name) from None


def _is_struck(font: Element) -> bool:
    mark = font.find(".//{*}strike")
    return mark is not None and mark.get("val", "1") not in _OFF


# -- ODS -------------------------------------------------------------------------------------------


class OdsSheets(_SheetXml):
    """All sheets of an ODS: its content.xml, where rows, columns and cells may be repeated."""

    def __init__(self, name: str, limits: Limits) -> None:
        super().__init__(name, limits)
        self.sheets: list[Facts] = []
        self._style = ""
        self._struck_styles: set[str] = set()
        self._columns_struck: set[int] = set()
        self._row_struck = False
        self._next_row = self._next_column = 0
        self._cell: Attributes = {}
        self._spans: list[bool] = []
        self._plain: list[str] = []
        self._lost: list[str] = []
        self._is_aside = False
        self._starts = {
            "style": self._style_start,
            "text-properties": self._text_style,
            "table": self._table_start,
            "table-column": self._column_start,
            "table-row": self._row_start,
            "table-cell": self._cell_start,
            "covered-table-cell": self._cell_start,
            "p": self._paragraph,
            "span": self._span_start,
            "s": lambda _: self._write(" "),
            "annotation": self._annotation,
        }
        self._ends = {
            "table-cell": self._cell_end,
            "covered-table-cell": self._cell_end,
            "p": self._quiet,
            "span": self._spans_pop,
            "annotation": self._annotation_end,
        }

    def _style_start(self, attributes: Attributes) -> None:
        self._style = _said(attributes, "name")
        if _said(attributes, "parent-style-name") in self._struck_styles:
            self._struck_styles.add(self._style)

    def _text_style(self, attributes: Attributes) -> None:
        lines = (_said(attributes, f"text-line-through-{one}") for one in ("style", "type"))
        if any(line not in _OFF for line in lines):
            self._struck_styles.add(self._style)

    def _table_start(self, _: Attributes) -> None:
        self.sheets.append(Facts())
        self._next_row = self._next_column = 0
        self._reach, self._columns_struck = Reach(self._name, self._limits), set()

    def _column_start(self, attributes: Attributes) -> None:
        many = _repeated(attributes, "number-columns-repeated")
        first, self._next_column = self._next_column, self._next_column + many
        columns = range(first, min(self._next_column, self._limits.columns))
        if _said(attributes, "visibility") not in _OFF:
            self.sheets[-1].hidden_columns.update(columns)
        if _said(attributes, "default-cell-style-name") in self._struck_styles:
            self._columns_struck.update(columns)

    def _row_start(self, attributes: Attributes) -> None:
        many = _repeated(attributes, "number-rows-repeated")
        self._row, self._next_row = self._next_row, self._next_row + many
        self._next_column = 0
        self._row_struck = _said(attributes, "default-cell-style-name") in self._struck_styles
        if _said(attributes, "visibility") not in _OFF:
            rows = range(self._row, min(self._next_row, self._limits.rows))
            self.sheets[-1].hidden_rows.update(rows)

    def _cell_start(self, attributes: Attributes) -> None:
        many = _repeated(attributes, "number-columns-repeated")
        self._column, self._next_column = self._next_column, self._next_column + many
        self._cell, self._spans, self._plain, self._lost = attributes, [], [], []

    def _annotation(self, _: Attributes) -> None:
        self._is_aside = True

    def _annotation_end(self) -> None:
        self._is_aside = False

    def _paragraph(self, _: Attributes) -> None:
        if not self._is_aside:
            self._parser.CharacterDataHandler = self._write

    def _quiet(self) -> None:
        self._parser.CharacterDataHandler = None

    def _write(self, text: str) -> None:
        (self._lost if any(self._spans) else self._plain).append(text)

    def _span_start(self, attributes: Attributes) -> None:
        self._spans.append(_said(attributes, "style-name") in self._struck_styles)

    def _spans_pop(self) -> None:
        if self._spans:
            self._spans.pop()

    def _cell_end(self) -> None:
        if len(self._cell) == 0 and not self._plain:
            return
        said = _said(self._cell, "value-type")
        formula = "formula" in {key.rpartition(":")[2] for key in self._cell}
        if said or formula:
            self._reach.add(self._next_row - 1, self._next_column - 1)
            self._note(said, formula)
        wide, high = (_repeated(self._cell, f"number-{one}-spanned") for one in ("columns", "rows"))
        if wide > 1 or high > 1:
            bottom, right = self._row + high - 1, self._column + wide - 1
            self.sheets[-1].merged.append(Merged(self._row, self._column, bottom, right))

    def _note(self, said: str, formula: bool) -> None:
        """What is to be said of a filled cell, and of all that repeat it."""
        facts, shown = self.sheets[-1], "".join(self._plain)
        failed = "error" in self._cell.values() or (formula and shown.startswith(("#", "Err:")))
        struck = self._is_struck() or bool(self._lost)
        if not (failed or struck or not said):
            return
        if (self._next_row - self._row) * (self._next_column - self._column) > _MOST_REPEATED:
            raise ImportRefused("damaged", file=self._name)
        for row in range(self._row, self._next_row):
            for column in range(self._column, self._next_column):
                if failed:
                    facts.fail((row, column), shown)
                elif not said:
                    facts.failed[row, column] = NO_RESULT
                if struck:
                    facts.struck[row, column] = "" if self._is_struck() else shown

    def _is_struck(self) -> bool:
        if style := _said(self._cell, "style-name"):
            return style in self._struck_styles
        return self._row_struck or self._column in self._columns_struck


def _repeated(attributes: Attributes, name: str) -> int:
    return _whole(_said(attributes, name) or "1")


def _whole(text: str | None) -> int:
    return min(int(text), _MANY) if text and text.isdecimal() and len(text) < 12 else _MANY
