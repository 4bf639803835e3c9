"""Commands as they are typed: words quoted for the shell that whoever reads them sits at."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Sequence

_PLAIN = re.compile(r"[\w./:\\=+-]+", re.ASCII)
_BEFORE_QUOTE = re.compile(r'(\\*)("|$)')


def command_line(words: Sequence[str]) -> str:
    """The words of a command as one line to type."""
    return " ".join(map(as_typed, words))


def as_typed(word: str) -> str:
    """One word of a command, quoted where the shell asks for it."""
    if _is_posix():
        return shlex.quote(word)
    if _PLAIN.fullmatch(word):
        return word
    return _for_cmd(word) if "PROMPT" in os.environ else "'{}'".format(word.replace("'", "''"))


def _is_posix() -> bool:
    """Any shell but the two of Windows; Git's Bash is one there, and says so."""
    return os.name != "nt" or "SHELL" in os.environ or "MSYSTEM" in os.environ


def _for_cmd(word: str) -> str:
    """In double quotes, as programs of Windows take them apart. cmd sets PROMPT, PowerShell does
    not. `subprocess.list2cmdline` is for programs: it leaves `&` bare, which cmd acts upon."""
    inner = _BEFORE_QUOTE.sub(lambda m: m[1] * 2 + (r"\"" if m[2] else ""), word)
    return f'"{inner}"'
