"""Commands as they are typed: words quoted for the shell that whoever reads them sits at."""

import os
import re
import shlex
from collections.abc import Sequence

from adhoc_cli.text.lazy import lazy_pattern

_PLAIN = lazy_pattern(r"[\w./:\\=+-]+", re.ASCII)
_BEFORE_QUOTE = lazy_pattern(r'(\\*)("|$)')
_POWERSHELL = lazy_pattern('["$`“”„]')  # what it acts upon between double quotes


def command_line(words: Sequence[str]) -> str:
    """The words of a command as one line to type."""
    return " ".join(map(as_typed, words))


def as_typed(word: str) -> str:
    """One word of a command, quoted where the shell asks for it."""
    if _is_posix():
        return shlex.quote(word)
    if _PLAIN.fullmatch(word):
        return word
    quoted = _within_quotes(word)
    if "PROMPT" not in os.environ:  # cmd sets it, PowerShell does not
        quoted = _POWERSHELL.sub(r"`\g<0>", quoted)
    return f'"{quoted}"'


def words_of(line: str) -> list[str]:
    """The words of a line that `command_line` made, on whatever system: a backslash is one of a
    path. Raises `ValueError` for a quote without its end."""
    lexer = shlex.shlex(line, posix=True)
    lexer.whitespace_split, lexer.escape, lexer.commenters = True, "", ""
    return list(lexer)


def _is_posix() -> bool:
    """Any shell but the two of Windows; Git's Bash is one there, and says so."""
    return os.name != "nt" or "SHELL" in os.environ or "MSYSTEM" in os.environ


def _within_quotes(word: str) -> str:
    """What stands in double quotes, as programs of Windows take it apart. cmd knows no others, and
    a command may be carried from one shell to the other. `subprocess.list2cmdline` is for programs:
    it leaves `&` bare, which cmd acts upon."""
    return _BEFORE_QUOTE.sub(lambda m: m[1] * 2 + (r"\"" if m[2] else ""), word)
