"""A sheet of XLSX, and which of its styles and texts are struck through."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, ParseError, fromstring

from adhoc_cli.intake.facts import NO_RESULT, Facts, Merged
from adhoc_cli.intake.limits import Limits
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.sheet_xml import OFF, Attributes, SheetXml, whole
from adhoc_cli.text.lazy import lazy_pattern

_ADDRESS = lazy_pattern(r"([A-Z]{1,3})([0-9]{1,7})")


class XlsxSheet(SheetXml):
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
        self._row = self._row + 1 if number is None else whole(number) - 1
        if attributes.get("hidden", "") not in OFF or attributes.get("ht") == "0":
            self.facts.hidden_rows.add(self._row)

    def _column_start(self, attributes: Attributes) -> None:
        if attributes.get("hidden", "") not in OFF or attributes.get("width") == "0":
            first, last = whole(attributes.get("min")), whole(attributes.get("max"))
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
        if attributes.get("val", "1") not in OFF:
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
    return mark is not None and mark.get("val", "1") not in OFF
