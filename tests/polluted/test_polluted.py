"""Every kind of pollution in every column: no file loads wrong without a word.

What is written is the clean truth, or another value that is valid, or it is told with its line.
Here each kind stands in one row of some columns and is read one way, the doctor's or the strict
reader's, by turns; `make pollute` has every column, the first, the middle and the last row, and
both. What that finds beyond this is told in docs/mutation.md.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from itertools import chain

import pytest

from tests.polluted.books import BOOK_KINDS
from tests.polluted.clean import COLUMNS
from tests.polluted.field_cells import FIELD_CELL_KINDS
from tests.polluted.field_lines import FIELD_KINDS
from tests.polluted.field_tables import TABLE_KINDS
from tests.polluted.generate import NAMES, files_of
from tests.polluted.kinds import REPORTED, generators_of
from tests.polluted.made import CSV, Polluted
from tests.polluted.trial import WAYS, Outcome, trial, wrong

_GROUPS = 32
_WORKBOOKS = 8  # one in so many: what is polluted in them is a cell, as in a CSV file
_BEYOND = 12  # one in so many of the files of a kind, beyond the first
_SECONDS = 10.0
_LEAST = 9_000


def _sample(name: str) -> Iterator[tuple[Polluted, Sequence[str]]]:
    """Some files of a kind, each to be read one way, but the only one both ways."""
    of_csv = 0
    files = list(files_of(name, whole=False, workbooks=_WORKBOOKS))
    for at, polluted in enumerate(files):
        if at and zlib.crc32(polluted.name.encode()) % _BEYOND:
            continue
        of_csv += polluted.suffix == CSV
        yield polluted, WAYS if len(files) < 3 else (WAYS[of_csv % 2],)


@pytest.mark.slow
@pytest.mark.parametrize("group", range(_GROUPS))
def test_nothing_loads_wrong_without_a_word(group: int) -> None:
    files = chain.from_iterable(map(_sample, NAMES[group::_GROUPS]))
    faults, judged = [], 0
    with trial() as judge:
        for polluted, ways in files:
            for verdict in judge.verdicts(polluted, ways):
                judged += 1
                assert verdict.seconds < _SECONDS, polluted.name
                if verdict.outcome is Outcome.WRONG:
                    faults.append(wrong(polluted, verdict))
    assert judged > _LEAST // _GROUPS // 10
    assert not faults, "\n".join(faults)


def test_every_column_is_polluted_and_no_two_files_are_equal() -> None:
    assert len(set(NAMES)) == len(NAMES)
    files: set[tuple[str, bytes]] = set()
    columns = set()
    for name in NAMES:
        for polluted in files_of(name, whole=False, workbooks=0):
            files.add((polluted.file, polluted.content))
            columns.add((polluted.file, polluted.column))
    assert len(files) > _LEAST
    assert {(file, column) for file, names in COLUMNS.items() for column in names} <= columns


@pytest.mark.parametrize("kind", REPORTED)
def test_every_reported_kind_has_generators_that_run(kind: str) -> None:
    names = list(generators_of(kind))
    for pattern in REPORTED[kind]:
        assert any(fnmatchcase(name, pattern) for name in names), pattern
    for name in names:
        assert next(files_of(name, whole=False), None) is not None, name


def test_every_generator_of_the_field_belongs_to_a_reported_kind() -> None:
    named = {name for kind in REPORTED for name in generators_of(kind)}
    every = {kind.name for kind in FIELD_CELL_KINDS} | {kind.name for kind in BOOK_KINDS}
    every |= {kind.name for kind in (*FIELD_KINDS, *TABLE_KINDS)}
    assert every - named == {"numbers-below-header"}  # older than the field
