"""Patterns of modules, compiled when they are first used.

A check of an office imports 120 and meets 50; compiling the others were 3 % of its instructions.
"""

import re
from typing import Any, cast


def lazy_pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile`, put off until a method of the pattern is asked for."""
    return cast("re.Pattern[str]", _Uncompiled(text, flags))


class _Uncompiled:
    """Has what the pattern has, each method from the pattern itself once it was asked for."""

    def __init__(self, text: str, flags: int) -> None:
        self._source = text, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._source), name)
        setattr(self, name, found)
        return found
