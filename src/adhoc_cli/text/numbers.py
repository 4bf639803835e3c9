"""Long numbers where none belongs: a NIK or a phone number that slipped into a name or a header."""

from __future__ import annotations

import re

# A NIK has 16 digits, a phone number at least ten; a code without dots at most ten.
_LONG = re.compile(r"[0-9]{5,}(?=[0-9]{4})")


def without_long_numbers(text: str) -> str:
    """`text` with the last four digits only of every number of nine or more."""
    return _LONG.sub(lambda digits: "*" * len(digits[0]), text)
