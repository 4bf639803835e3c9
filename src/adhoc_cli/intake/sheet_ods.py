"""The sheets of an ODS, whose rows, columns and cells may each stand for many."""

from adhoc_cli.intake.facts import NO_RESULT, Facts, Merged
from adhoc_cli.intake.limits import Limits
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.sheet_xml import OFF, Attributes, Reach, SheetXml, said_in, whole

_MOST_REPEATED = 100_000  # cells that one faulty cell stands for


class OdsSheets(SheetXml):
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
        self._style = said_in(attributes, "name")
        if said_in(attributes, "parent-style-name") in self._struck_styles:
            self._struck_styles.add(self._style)

    def _text_style(self, attributes: Attributes) -> None:
        lines = (said_in(attributes, f"text-line-through-{one}") for one in ("style", "type"))
        if any(line not in OFF for line in lines):
            self._struck_styles.add(self._style)

    def _table_start(self, _: Attributes) -> None:
        self.sheets.append(Facts())
        self._next_row = self._next_column = 0
        self._reach, self._columns_struck = Reach(self._name, self._limits), set()

    def _column_start(self, attributes: Attributes) -> None:
        many = _repeated(attributes, "number-columns-repeated")
        first, self._next_column = self._next_column, self._next_column + many
        columns = range(first, min(self._next_column, self._limits.columns))
        if said_in(attributes, "visibility") not in OFF:
            self.sheets[-1].hidden_columns.update(columns)
        if said_in(attributes, "default-cell-style-name") in self._struck_styles:
            self._columns_struck.update(columns)

    def _row_start(self, attributes: Attributes) -> None:
        many = _repeated(attributes, "number-rows-repeated")
        self._row, self._next_row = self._next_row, self._next_row + many
        self._next_column = 0
        self._row_struck = said_in(attributes, "default-cell-style-name") in self._struck_styles
        if said_in(attributes, "visibility") not in OFF:
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
        self._spans.append(said_in(attributes, "style-name") in self._struck_styles)

    def _spans_pop(self) -> None:
        if self._spans:
            self._spans.pop()

    def _cell_end(self) -> None:
        if len(self._cell) == 0 and not self._plain:
            return
        said = said_in(self._cell, "value-type")
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
        if style := said_in(self._cell, "style-name"):
            return style in self._struck_styles
        return self._row_struck or self._column in self._columns_struck


def _repeated(attributes: Attributes, name: str) -> int:
    return whole(said_in(attributes, name) or "1")
