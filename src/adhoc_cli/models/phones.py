"""Mobile numbers as rosters write them: 08..., 62... or +62..., 10-13 digits counted from the 0.

Written by hand because phonenumbers is 48 MB and reads "81234567890.0" as another valid number.
"""

import re
import unicodedata
from collections.abc import Iterable

from adhoc_cli.text.lazy import lazy_pattern

_SEPARATORS = lazy_pattern(r"[\s._()-]+")
_DECIMAL = lazy_pattern(r".*[.,]0{1,2}")  # 0812-3456-7890.0: a group of one or two digits is none
_NUMBER = lazy_pattern(r"(?:0|(?:\+|00)?620?)(8[0-9]{8,11})")
_BETWEEN = lazy_pattern(r"\s*(?:[/;,|&\n]|\bdan\b|\batau\b|\s\+(?!6))\s*")
_HYPHENS = lazy_pattern("[\u2010-\u2015\u2212]")
_LABEL = lazy_pattern(r"\s*\(?\b(?:wa|whatsapp|hp|telp|sms)\b\.?\)?:?\s*", re.IGNORECASE)
_LINK = lazy_pattern(r"(?:https?://)?wa\.me/|tel:\s*", re.IGNORECASE)
_UNSEEN = frozenset({"Cf", "So"})  # marks of direction, and the picture of a phone
SURE_PHONE = r"08[0-9]{8,11}"
# Digits alone: without the 0, of a telephone at home, too few or too many.
NO_PHONE = r"[1-57-9][0-9]*|0[1-79][0-9]*|08[0-9]{0,7}|08[0-9]{12,}"
JOINED = " / "


def read_phones(text: str) -> str | None:
    """The numbers in `text` as 08..., joined by " / "; None when any of them is not one."""
    seen = "".join(char for char in text if unicodedata.category(char) not in _UNSEEN)
    plain = _LINK.sub("", _HYPHENS.sub("-", seen))
    parts = _BETWEEN.split(_LABEL.sub("", plain).strip())
    numbers = _numbers(parts) or _numbers(plain.split())  # two on two lines, or with a blank only
    return JOINED.join(numbers) if numbers else None


def abroad(phone: str) -> str:
    """A number as it is dialled from everywhere, which WhatsApp wants: 0812… is +62812…."""
    return f"+62{phone[1:]}" if phone.startswith("0") else phone


def _numbers(parts: Iterable[str]) -> list[str]:
    """Every part as a number; none where one is not."""
    numbers = []
    for part in parts:
        match = _NUMBER.fullmatch(_SEPARATORS.sub("", part))
        if match is None or _DECIMAL.fullmatch(part):
            return []
        numbers.append("0" + match[1])
    return numbers
