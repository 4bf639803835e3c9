"""The rows that an import did not write, as files for people to mend, and their way back.

As CSV every cell that a spreadsheet would take for a number, a date or a formula carries an
apostrophe, so that opening and saving it there loses no digit; from a workbook they come as a
workbook too. Each row tells where it stood, why it is not written, and the command that brings it
home once it is mended.
"""

import io
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path, PureWindowsPath
from typing import NamedTuple

from adhoc_cli.files.folder import NewFile
from adhoc_cli.intake import target as files
from adhoc_cli.intake.fault_texts import fault_text
from adhoc_cli.intake.grid import Grid
from adhoc_cli.intake.result import Intake, Place, Reject
from adhoc_cli.tables.folder import REJECTS
from adhoc_cli.text.cells import for_spreadsheet
from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.shell import command_line, words_of
from adhoc_cli.text.translator import Translator

FILE, SHEET, LINE = "ditolak_berkas", "ditolak_lembar", "ditolak_baris"
REASON, FIX, COMMAND = "ditolak_alasan", "ditolak_saran", "ditolak_perintah"
# The last columns of the file of rejected rows; of the workbook the reason and the fix come first.
COLUMNS = (FILE, SHEET, LINE, REASON, FIX, COMMAND)
_OWN = "ditolak_"
BOOK = ".xlsx"
# Digits and what stands between them, 1E5, "12 Mei 1990": a spreadsheet makes a number, a time or a
# date of it, of which it keeps two digits of the year.
_NUMERIC = lazy_pattern(
    r"[0-9][0-9 .,:/+-]*(?:[eE][+-]?[0-9]+|[^\W\d_]{3,9}[ .,/-]*(?:[0-9]{4}|[0-9]{2}))?"
)
_SHORT = 4  # digits of a number that comes back as it was
_WIDE = 40  # characters of a column of the workbook
_MOST = 32_767  # characters that a cell of a workbook holds
_FAULTY = "#FFC7CE"


class Names(NamedTuple):
    """The files for rejected rows: as CSV, and as a workbook (None: not wanted)."""

    csv: str
    book: str | None


def names_for(folder: Path, name: str, gone: Sequence[str], *, book: bool) -> Names:
    """Names beside the target `name` that nothing has, or what is `gone` with the import."""
    stem = Path(name).stem

    def is_free(name: str) -> bool:
        return name in gone or not os.path.lexists(folder / name)

    for number in count(1):
        plain = f"{stem}{REJECTS}{f'-{number}' if number > 1 else ''}.csv"
        if is_free(plain) and is_free(book_name(plain)):
            break
    return Names(plain, book_name(plain) if book else None)


def book_name(name: str) -> str:
    """The workbook that goes with the file of rejected rows `name`."""
    return f"{Path(name).stem}{BOOK}"


def plain_name(name: str) -> str:
    """The first name of the file of rejected rows of the target `name`."""
    return f"{Path(name).stem}{REJECTS}.csv"


def is_of_rejects(name: str) -> bool:
    """Whether a file of this name holds rows that an import rejected."""
    return REJECTS in name.lower()


# -- writing ---------------------------------------------------------------------------------------


def files_of(intake: Intake, translator: Translator) -> list[NewFile]:
    """The rejected rows of `intake` as files; none where there are none."""
    if intake.rejects_name is None:
        return []
    command = _command(intake)
    made = [files.csv_file(intake.rejects_name, *_table(intake.rejects, translator, command))]
    if intake.rejects_book is not None:
        content = _book(intake, translator, command)
        made.append(NewFile(intake.rejects_book, content, len(intake.rejects), private=True))
    return made


def _command(intake: Intake) -> str:
    """The command that brings the rows home once they are mended."""
    words = [
        "adhoc",
        "import",
        str(intake.folder / str(intake.rejects_book or intake.rejects_name)),
    ]
    words += ["--as", intake.kind, "--name", intake.name, "--append", *intake.asked]
    return command_line([*words, "-o", str(intake.folder)])


def _headers(rejects: Sequence[Reject]) -> list[str]:
    return list(
        dict.fromkeys(
            header
            for reject in rejects
            for header, _ in reject.cells
            if not header.casefold().startswith(_OWN)
        )
    )


def _table(
    rejects: Sequence[Reject], translator: Translator, command: str
) -> tuple[Sequence[str], Iterable[Sequence[str]]]:
    headers = _headers(rejects)
    return [*headers, *COLUMNS], (
        [
            *(_for_csv(text) for text in _original(reject, headers)),
            *(for_spreadsheet(text) for text in _told(reject, translator, command)),
        ]
        for reject in rejects
    )


def _original(reject: Reject, headers: Iterable[str]) -> Iterator[str]:
    cells = dict(reject.cells)
    return (_encodable(cells.get(header, "")) for header in headers)


def _told(reject: Reject, translator: Translator, command: str) -> list[str]:
    where, reason = reject.origin or reject.where, fault_text(reject.fault, translator)
    told = (where.file, where.sheet or "", str(where.line), reason.why, reason.fix, command)
    return [_encodable(text) for text in told]


def _encodable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode().replace("\0", "\\x00")


def _for_csv(text: str) -> str:
    """A cell that a spreadsheet neither runs nor turns into a number."""
    is_number = _NUMERIC.fullmatch(text) is not None
    if is_number and not (text.isdigit() and len(text) <= _SHORT and text[:1] != "0"):
        return f"'{text}"
    return for_spreadsheet(text)


def _book(intake: Intake, translator: Translator, command: str) -> bytes:
    """A workbook of texts: reason and fix first, the cell that is at fault coloured."""
    from xlsxwriter import Workbook

    headers = _headers(intake.rejects)
    columns = [REASON, FIX, *headers, FILE, SHEET, LINE, COMMAND]
    read_as = {one.header: one.column for sheet in intake.sheets for one in sheet.mapping}
    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as book:
        text = book.add_format({"num_format": "@"})
        bad = book.add_format({"num_format": "@", "bg_color": _FAULTY})
        sheet = book.add_worksheet("ditolak")
        sheet.freeze_panes(1, 2)
        sheet.set_column(0, len(columns) - 1, _WIDE / 2, text)
        sheet.set_column(0, 1, _WIDE, text)
        for at, name in enumerate(columns):
            sheet.write_string(0, at, name, book.add_format({"bold": True}))
        for row, reject in enumerate(intake.rejects, 1):
            file, name, line, why, fix, again = _told(reject, translator, command)
            cells = [why, fix, *_original(reject, headers), file, name, line, again]
            faulty = reject.fault.column or "-"
            for at, (column, cell) in enumerate(zip(columns, cells, strict=True)):
                look = bad if read_as.get(column) == faulty else text
                sheet.write_string(row, at, cell[:_MOST], look)
    return stream.getvalue()


# -- and back --------------------------------------------------------------------------------------


def origin_of(headers: Sequence[str], cells: Sequence[str]) -> Place | None:
    """Where a row of a file of rejected rows first stood, None where it does not say so."""
    told = dict(zip(headers, cells, strict=False))
    file, line = told.get(FILE, ""), told.get(LINE, "").strip("' ")
    if not file or not (line.isascii() and line.isdecimal()):
        return None
    return Place(file, told.get(SHEET) or None, int(line))


def command_of(grids: Iterable[Grid]) -> list[str] | None:
    """The words of the command that stands in a file of rejected rows, None where none does."""
    for grid in grids:
        for at, line in enumerate(grid.lines):
            if COMMAND in line.cells:
                column = line.cells.index(COMMAND)
                below = (row.cells[column : column + 1] for row in grid.lines[at + 1 :])
                told = {cell for cells in below for cell in cells if cell}
                with suppress(ValueError):  # edited: a quote without its end
                    return words_of(told.pop()) if len(told) == 1 else None
    return None


def brought_home(folder: Path, source: Path, rows: int, grids: Iterable[Grid]) -> set[str]:
    """The files of `folder` whose rejected rows `source` brings: itself and its twin, or those that
    it is a copy of; not where fewer rows come than wait there."""
    own = [grid for grid in grids if grid.file == source.name]
    command = command_of(own)
    if command is None:
        return set()
    # Perhaps written on another computer, of another system.
    names = [PureWindowsPath(word).name for word in command if is_of_rejects(word)]
    plain = f"{Path(names[0] if names else source.name).stem}.csv"
    if (waiting := files.rows_of(folder / plain)) is not None and waiting > rows:
        return {source.name} if files.is_same(folder / source.name, source) else set()
    return {plain, book_name(plain)}
