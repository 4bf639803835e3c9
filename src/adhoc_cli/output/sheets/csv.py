"""Sheets as CSV, to fill in on a computer and to read back: `adhoc checklist import`.

UTF-8 with a byte order mark, which is how a spreadsheet knows; a text that it would run as a
formula carries an apostrophe.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from adhoc_cli.checklist.board import State
from adhoc_cli.checklist.filled import COLUMNS
from adhoc_cli.checklist.sheets import Sheet
from adhoc_cli.output.safe import safe_cell
from adhoc_cli.text.cells import for_spreadsheet
from adhoc_cli.text.words import Lang


def write(sheets: Iterable[Sheet], lang: Lang) -> bytes:
    """The file: one row a line that is not done.

    The day stays empty even where one is planned: a day in it says that the meeting took place.
    """
    return file_of(COLUMNS, _rows(sheets, lang))


def _rows(sheets: Iterable[Sheet], lang: Lang) -> Iterator[Sequence[str]]:
    for sheet in sheets:
        for one in sheet.lines:
            if one.state is not State.DONE:
                purpose, due = one.planned.item.purpose.in_(lang), one.due.day
                yield (
                    sheet.region.code, sheet.region.name, one.planned.id, ", ".join(one.roles),
                    purpose, due.isoformat() if due else "", "", "", "", "",
                )  # fmt: skip


def file_of(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The rows as such a file, masked."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([for_spreadsheet(safe_cell(cell)) for cell in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "backslashreplace")
