"""What was typed, said back on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from adhoc_cli.output.safe import safe
from adhoc_cli.text.numbers import without_long_numbers

_LONGEST = 120  # characters of one name; a message is one line


def quoted(names: Iterable[str]) -> str:
    """Names for a message: nothing that a terminal could obey, no NIK and no phone number."""
    return ", ".join(f"'{masked(safe(name, _LONGEST))}'" for name in names)


def masked(name: str) -> str:
    """Long numbers show their last four digits: a NIK may be typed in the wrong place."""
    return without_long_numbers(name)
