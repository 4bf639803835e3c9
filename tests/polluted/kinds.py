"""The kinds of pollution that offices report, and the generators that make each of them.

A generator stands here by its name, or by the beginning of its name with a * behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase

from tests.polluted.generate import NAMES

REPORTED: Mapping[str, Sequence[str]] = {
    "months before days in a column": ("days-month-first*", "date-american"),
    "days and months swapped by a spreadsheet": ("book-days-swapped",),
    "an hour behind a day": (
        "date-zulu", "date-before-midnight", "date-hour", "book-day", "book-day-*",
    ),
    "days as people write them": ("date-*", "days-*", "birth-in-one"),
    "words for women and men": ("sexes-*", "spelling-*"),
    "two columns for women and men": ("sex-columns-*", "book-sex-over-two"),
    "headings over several columns": (
        "headings-above", "birth-in-two*", "book-birth-over-two", "book-heading-above",
    ),
    "cells merged over rows": (
        "book-cell-merged", "book-cells-merged", "book-place-merged", "book-person-merged",
    ),
    "columns filled at the head of groups": ("grouped",),
    "cells that failed": ("book-cell-failed-*", "book-formula-unstored", "instead-[#]*", "hashes"),
    "cells without an address, sheets elsewhere": (
        "book-without-addresses", "book-sheet-elsewhere",
    ),
    "numbers and codes that a spreadsheet typed": (
        "book-number", "book-count", "book-code-as-hours", "scientific-*", "code-as-*",
        "thousands-*", "decimal-*",
    ),
    "tables below one another": ("table-below*", "header-again*", "book-table-below"),
    "tables side by side": ("tables-side-by-side",),
    "a recap instead of a list, or beside it": ("recap-only", "book-recap-beside"),
    "the same people in two sheets or lists": ("book-sheet-again", "again-*", "row-twice"),
    "words for nobody": ("vacant-*", "nobody-*"),
    "words of announcements": ("announced-*",),
    "text that is struck through": ("book-cell-struck",),
    "rows and columns that are hidden": ("book-row-hidden", "book-column-hidden"),
    "several people in a cell": ("several-*", "people-in-cells-*", "two-phones-*"),
    "people who left and are active": ("left-*",),
    "codes of BPS": ("codes-of-bps", "code-bps"),
    "roles as people write them": ("role-*",),
    "places as people write them": ("place-*", "code-with-name", "code-name"),
    "other encodings": (
        "mac-roman*", "cp437", "cp850", "gb18030*", "cp1252*", "utf-*", "files-joined",
    ),
    "letters spoilt by an encoding": ("mojibake*",),
    "phones and numbers with other signs": (
        "formula-quoted", "phone-*", "0062", "plus-62*", "grouped-*", "digits-*",
    ),
    "ticks": ("present-*", "tick-*", "documents-*"),
    "values of another column": ("foreign-*", "stretch-*", "row-cells-swapped", "a-nik"),
    "signs for the row above": ("ditto-*",),
    "what exports leave in names": ("leftover-*", "html", "entity", "formula-equals"),
    "what programs leave at the ends of lines": ("lines-end-*", "row-end-*", "substitute-*"),
    "degrees and titles": ("degree-*", "again-titled*"),
    "headers as offices write them": ("header-field-*", "header-explained", "header-synonym*"),
    "a file without a header": ("headerless",),
    "a file that was cut off": ("cut-in-cell", "file-cut"),
}  # fmt: skip


def generators_of(kind: str) -> Iterator[str]:
    """The names of the generators of a kind."""
    for name in NAMES:
        if any(fnmatchcase(name, pattern) for pattern in REPORTED[kind]):
            yield name
