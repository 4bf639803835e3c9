"""`--format csv-excel`: the flat table for a double click in an Excel with Indonesian settings.

There a comma divides the digits of a number, so that cells are divided by `;`, and a file without a
byte order mark is not UTF-8. A text of digits (a NIK, a telephone number, a code of a place) is
written as ="…": Excel shows every digit of it, and takes it for neither a number nor a date. Counts
stay numbers, and days of the form 2024-06-10 days, which Excel understands in every language.
"""

from adhoc_cli.output.formats.api import Format
from adhoc_cli.output.formats.csv import write_table
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.view import View
from adhoc_cli.text.cells import for_spreadsheet
from adhoc_cli.text.lazy import lazy_pattern

# What Excel may take for a number, a fraction, a time or a date.
_NUMERIC = lazy_pattern(r"[+(-]?[0-9][0-9 .,:/()+-]*(?:[eE][+-]?[0-9]+)?[0-9 .,:/()%-]*")
_DAY = lazy_pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONGEST = 255  # characters of a text in a formula


def write(view: View, sink: Sink) -> None:
    """The view's records, header first."""
    sink.write("\ufeff")
    write_table(view, sink, _cell, delimiter=";", end="\r\n")


def _cell(text: str) -> str:
    if len(text) <= _LONGEST and _NUMERIC.fullmatch(text) and not _DAY.fullmatch(text):
        return f'="{text}"'
    return for_spreadsheet(text)


FORMAT = Format("csv-excel", "csv", write, order=6)
