"""The XML of a sheet in XLSX and ODS: how far its cells reach, and the facts about them.

A sheet is a rectangle: with one cell at XFD1048576 its reader would ask for 400 GB. So the furthest
cells are looked up first, while the file is unpacked piece by piece.
"""

from collections.abc import Callable, Mapping
from typing import Any
from xml.parsers import expat

from adhoc_cli.intake.limits import OPTIONS, Limits
from adhoc_cli.intake.refused import ImportRefused

# What an attribute says where it says no.
OFF = frozenset({"", "0", "false", "none", "off", "visible"})
_MANY = 1 << 30

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


class SheetXml:
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


def said_in(attributes: Attributes, name: str) -> str:
    """An attribute by its name without a prefix."""
    return next((v for key, v in attributes.items() if key.rpartition(":")[2] == name), "")


def _letters(number: int) -> str:
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def whole(text: str | None) -> int:
    """The number of an attribute; a very large one where it is none."""
    return min(int(text), _MANY) if text and text.isdecimal() and len(text) < 12 else _MANY
