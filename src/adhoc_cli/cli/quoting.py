"""What was typed, said back on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from adhoc_cli.output.safe import safe

_LONGEST = 120  # characters of one name; a message is one line


def quoted(names: Iterable[str]) -> str:
    """Names for a message: nothing that a terminal could obey, and nothing personal."""
    return ", ".join(f"'{safe(name, _LONGEST)}'" for name in names)
