"""Where in a TOML text a value stands; tomllib does not tell. Only asked when there is a fault."""

import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

Path = Sequence[str | int]


def known_part(tree: Any, path: Path) -> Path:
    """The longest beginning of `path` that leads to something in `tree`."""
    for depth, part in enumerate(path):
        here = isinstance(tree, Mapping) and part in tree
        if not here and not (isinstance(tree, list) and isinstance(part, int) and part < len(tree)):
            return path[:depth]
        tree = tree[part]
    return path


def line_of(text: str, path: Path) -> int | None:
    """The line (from 1) of the deepest part of `path` that the valid TOML `text` sets, or None.

    A beginning of a TOML text is itself TOML whenever it ends with a statement. So the line is the
    first one after the longest such beginning that does not have the path yet, whatever the way the
    key is written: nested, dotted, quoted, in an array of tables.
    """
    lines = text.split("\n")
    wanted = known_part(tomllib.loads(text), path)
    if not wanted:
        return None
    without, having = 0, len(lines)
    while having - without > 1:
        middle = (without + having) // 2
        end, tree = _statements(lines, middle)
        if len(known_part(tree, wanted)) == len(wanted):
            having = end
        else:
            without = middle
    return _statements(lines, having - 1)[0] + 1


def _statements(lines: list[str], most: int) -> tuple[int, dict[str, Any]]:
    """The longest beginning of at most `most` lines that is TOML: its length and its tree."""
    for end in range(most, 0, -1):
        try:
            return end, tomllib.loads("\n".join(lines[:end]) + "\n")
        except tomllib.TOMLDecodeError:
            continue
    return 0, {}
