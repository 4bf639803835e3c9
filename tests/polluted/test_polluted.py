"""Every kind of pollution in every column: no file loads wrong without a word.

What is written is the clean truth, or another value that is valid, or it is told with its line.
Here each kind stands in one row of each column and is read one way, the doctor's or the strict
reader's, by turns; `python -m tests.polluted` has the first, the middle and the last row, and both.
"""

from __future__ import annotations

import zlib
from itertools import chain

import pytest

from tests.polluted.clean import COLUMNS
from tests.polluted.generate import NAMES, files_of
from tests.polluted.trial import WAYS, Outcome, trial, wrong

_GROUPS = 32
_WORKBOOKS = 4  # one in so many: what is polluted in them is a cell, as in a CSV file
_SECONDS = 10.0
_LEAST = 9_000


@pytest.mark.slow
@pytest.mark.parametrize("group", range(_GROUPS))
def test_nothing_loads_wrong_without_a_word(group: int) -> None:
    files = chain.from_iterable(
        files_of(name, whole=False, workbooks=_WORKBOOKS) for name in NAMES[group::_GROUPS]
    )
    faults, judged = [], 0
    with trial() as judge:
        for polluted in files:
            way = WAYS[zlib.crc32(polluted.name.encode()) % len(WAYS)]
            for verdict in judge.verdicts(polluted, (way,)):
                judged += 1
                assert verdict.seconds < _SECONDS, polluted.name
                if verdict.outcome is Outcome.WRONG:
                    faults.append(wrong(polluted, verdict))
    assert judged > _LEAST // _GROUPS // 2
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
