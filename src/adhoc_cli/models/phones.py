"""Mobile numbers as rosters write them: 08..., 62... or +62..., 10-13 digits counted from the 0.

Written by hand because phonenumbers is 48 MB and reads "81234567890.0" as another valid number.
"""

from __future__ import annotations

import re

_SEPARATORS = re.compile(r"[\s.()-]+")
_DECIMAL = re.compile(r".*[.,]0{1,2}")  # 0812-3456-7890.0: a group of one or two digits is none
_NUMBER = re.compile(r"(?:0|\+?62)(8[0-9]{8,11})")
_BETWEEN = re.compile(r"\s*(?:[/;,|&]|\bdan\b|\batau\b)\s*")
SURE_PHONE = r"08[0-9]{8,11}"
JOINED = " / "


def read_phones(text: str) -> str | None:
    """The numbers in `text` as 08..., joined by " / "; None when any of them is not one."""
    numbers = []
    for part in _BETWEEN.split(text):
        match = _NUMBER.fullmatch(_SEPARATORS.sub("", part))
        if match is None or _DECIMAL.fullmatch(part):
            return None
        numbers.append("0" + match[1])
    return JOINED.join(numbers)
