"""A roster as a workbook that Excel cannot damage: every cell is text, what has few words offers
them in a list, and what was found of a row stands beside it, its cells coloured."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from adhoc_cli.editing.sheet import (
    FINDINGS,
    KEY,
    MASKED,
    PERSONAL,
    PLACE,
    SCHEMA,
    SHEET,
    WHERE,
    RosterSheet,
    Row,
    digest,
)
from adhoc_cli.intake.workbook import BASE
from adhoc_cli.models.codes import within
from adhoc_cli.models.finding import Finding, Severity
from adhoc_cli.output.document import Tone
from adhoc_cli.output.formats.xlsx import AUTHOR, COLOURS
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.reports.members import statuses
from adhoc_cli.roster.roster import Roster

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_LISTS = "adhoc_daftar"
_SPARE = 500  # rows below the last one that offer the lists, too
_WIDEST, _FINDINGS_WIDTH = 40, 60  # characters of a column
_TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARN, Severity.INFO: Tone.NOTE}
_ORDER = list(_TONES)
# Whose words are fixed: another one is refused while it is typed. Others are asked about.
_FIXED = ("status", "jenis_kelamin")

Found = Mapping[tuple[str, int], Sequence[Finding]]


def write(told: RosterSheet, roster: Roster, found: Found, speaker: Speaker) -> bytes:
    """The bytes of the workbook."""
    from xlsxwriter import Workbook

    made = io.BytesIO()
    texts = {f"strings_to_{kind}": False for kind in ("formulas", "urls", "numbers")}
    with Workbook(made, {"in_memory": True, **texts}) as book:
        book.set_properties({"author": AUTHOR})
        _Writer(book, told, roster, speaker).write(found)
    return made.getvalue()


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Workbook, told: RosterSheet, roster: Roster, speaker: Speaker) -> None:
        self._book, self._told, self._roster, self._speaker = book, told, roster, speaker
        text = {"num_format": "@", "valign": "top"}
        self._text = book.add_format(text)
        self._wrapped = book.add_format({**text, "text_wrap": True})
        self._quiet = book.add_format({**text, "font_color": "#808080"})
        self._bold = book.add_format({**text, "bold": True, "bottom": 1})
        self._toned = {
            tone: book.add_format({**text, "text_wrap": True, **COLOURS[tone]})
            for tone in _TONES.values()
        }
        at = told.columns.index("kode_wilayah") + 1 if "kode_wilayah" in told.columns else 0
        self._header = [*told.columns[:at], PLACE, *told.columns[at:], FINDINGS, KEY]
        self._keys = [f"{told.batch[:4]}-{number}" for number in range(1, len(told.rows) + 1)]

    def write(self, found: Found) -> None:
        paper = self._book.add_worksheet(SHEET)
        self._widths(paper)
        for at, name in enumerate(self._header):
            paper.write_string(0, at, name, self._bold)
        for number, (row, key) in enumerate(zip(self._told.rows, self._keys, strict=True), 1):
            self._row(paper, number, row, key, found.get((row.file, row.line), ()))
        paper.freeze_panes(1, 1 if self._header[0] == "nama" else 0)
        # With the hidden column: what is sorted by the filter takes its key along.
        paper.autofilter(0, 0, len(self._told.rows), len(self._header) - 1)
        self._offer(paper)
        self._base()

    def _widths(self, paper: Worksheet) -> None:
        for at, name in enumerate(self._header):
            lengths = [len(row.cells.get(name, "")) for row in self._told.rows]
            width = min(max([*lengths, len(name) + 3]) + 1, _WIDEST)
            look = self._quiet if name == PLACE else self._text
            paper.set_column(at, at, _FINDINGS_WIDTH if name == FINDINGS else width, look)
        last = len(self._header) - 1
        paper.set_column(last, last, None, self._text, {"hidden": True})

    def _row(
        self, paper: Worksheet, number: int, row: Row, key: str, found: Sequence[Finding]
    ) -> None:
        tones = _tones(found)
        place = self._roster.places.region(row.place).name if row.place else ""
        told = "\n".join(dict.fromkeys(self._speaker.message(one) for one in found))
        # The cells of the row came without what is personal.
        beside = {PLACE: place, FINDINGS: told}
        shown = {name: self._speaker.free(text) for name, text in beside.items()}
        cells = {**row.cells, **shown, KEY: key}
        for at, name in enumerate(self._header):
            look = self._toned[tones[name]] if name in tones else self._text
            look = self._quiet if name == PLACE else look
            if cells.get(name):
                paper.write_string(number, at, cells[name], look)
            else:
                paper.write_blank(number, at, None, look)

    # -- lists -------------------------------------------------------------------------------------

    def _offer(self, paper: Worksheet) -> None:
        """The drop-downs; their words stand in a hidden sheet, for there may be many."""
        lists = self._book.add_worksheet(_LISTS)
        lists.very_hidden()
        for at, (name, words) in enumerate(self._words().items()):
            if name not in self._header or not words:
                continue
            lists.write_string(0, at, name)
            for number, word in enumerate(words, 1):
                lists.write_string(number, at, self._speaker.free(word))
            column = self._header.index(name)
            letter = chr(ord("A") + at)
            rule: dict[str, Any] = {
                "validate": "list",
                "source": f"={_LISTS}!${letter}$2:${letter}${len(words) + 1}",
                "error_type": "stop" if name in _FIXED else "warning",
            }
            last = len(self._told.rows) + _SPARE
            paper.data_validation(1, column, last, column, rule)

    def _words(self) -> dict[str, list[str]]:
        profile, places = self._roster.profile, self._roster.places
        inside = self._told.part.code or None
        levels = (places.kecamatan, places.desa)
        return {
            "badan": list(profile.badan),
            "jabatan": list(profile.vocabulary().roles),
            "status": list(statuses()),
            "jenis_kelamin": ["L", "P"],
            "kode_wilayah": [
                f"{code} {name}"
                for level in levels
                for code, name in zip(level.codes, level.names, strict=True)
                if within(code, inside)
            ],
        }

    # -- how it stood ------------------------------------------------------------------------------

    def _base(self) -> None:
        told, paper = self._told, self._book.add_worksheet(BASE)
        paper.very_hidden()
        names = {part.code: self._speaker.free(part.name) for part in told.parts}
        shown = PERSONAL if told.personal else MASKED
        lines: list[Sequence[str]] = [
            (SCHEMA, told.batch, shown, told.part.code, names[told.part.code]),
            [f"{code} {name}" for code, name in names.items() if code] or ["-"],
            (*WHERE, *told.columns),
        ]
        for row, key in zip(told.rows, self._keys, strict=True):
            cells = [row.cells.get(column, "") for column in told.columns]
            sign = digest(row.cells, told.columns)
            lines.append((key, row.file, str(row.line), sign, *cells))
        for number, line in enumerate(lines):
            for at, text in enumerate(line):
                if text:
                    paper.write_string(number, at, text, self._text)


def _tones(found: Sequence[Finding]) -> dict[str, Tone]:
    """By column the colour of the worst finding about it; that of all for their own column."""
    worst: dict[str, Tone] = {}
    for one in sorted(found, key=lambda each: _ORDER.index(each.severity)):
        for name in (FINDINGS, one.column):
            if name is not None:
                worst.setdefault(name, _TONES[one.severity])
    return worst
