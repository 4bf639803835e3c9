"""Which columns of a grid fit a screen, and how wide each is. Codes and numbers are never cut."""

from __future__ import annotations

from collections.abc import Sequence

from adhoc_cli.output.document import Column

GAP = 2
# A name or a sentence is still read easily in a column of so many characters.
_WRAPPED = 18


def fit(columns: Sequence[Column], natural: Sequence[int], width: int) -> dict[int, int] | None:
    """The columns that fit into `width`, by position, and the width of each; None where even those
    that must stay do not.

    `natural` are the widths of the longest cells. Columns leave by `drop`, the highest first; those
    that may wrap share what room is left.
    """
    least = [
        min(size, max(_WRAPPED, len(column.title))) if column.wrap else size
        for column, size in zip(columns, natural, strict=True)
    ]
    kept = list(range(len(columns)))
    while _total([least[at] for at in kept]) > width:
        last = max(kept, key=lambda at: (columns[at].drop, at), default=None)
        if last is None or not columns[last].drop:
            return None
        kept.remove(last)
    return _widened({at: least[at] for at in kept}, natural, width)


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + GAP * (len(widths) - 1)


def _widened(widths: dict[int, int], natural: Sequence[int], width: int) -> dict[int, int]:
    """Every column as wide as its longest cell, as far as the room goes; the least need first."""
    room = width - _total(list(widths.values()))
    short = sorted((natural[at] - size, at) for at, size in widths.items() if size < natural[at])
    for done, (missing, at) in enumerate(short):
        share = min(missing, room // (len(short) - done))
        widths[at] += share
        room -= share
    return widths
