"""Names that no person or place has: with signs that a program left, of several people, of none."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from adhoc_cli.models.names import names_several, without_mojibake
from adhoc_cli.models.nobody import NO_NAME
from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.unseen import is_unseen

# What a spreadsheet shows of a formula that failed.
_FORMULA = lazy_pattern(r"#(?:N/A|[A-Z]+[!?]|DIV/0!)")
_LOST = "\ufffd"  # what a program leaves of a letter that it could not read
_NO_NAME = lazy_pattern(NO_NAME)
_SIGN = lazy_pattern(r"[<>=+|\\{}\[\]_#*^~@%$]|^[(].*[)]$")  # what an export leaves in a name
ENDS = ("\x1a", "\\", ";")  # what programs leave before the line break
_LETTERS = frozenset({"Lu", "Ll", "Lt", "Lo"})


class Suspicion(NamedTuple):
    """What is odd about a name: the message, and the character that it names."""

    variant: str
    character: str


def suspicion_of(name: str, *, digits: bool) -> Suspicion | None:
    """What is odd about `name`, the gravest first; `digits` are allowed in names of places."""
    if unseen := next(filter(is_unseen, name), ""):
        return Suspicion("unseen", unseen)
    if _LOST in name:
        return Suspicion("lost", _LOST)
    found = _of_words(name, person=not digits) or _of_letters(name, digits=digits)
    if found is None and name.endswith(ENDS):
        return Suspicion("line_end", name[-1])
    return found


def _of_words(name: str, *, person: bool) -> Suspicion | None:
    """What says that a text is no name of one person, or no name at all."""
    if without_mojibake(name) != name:
        return Suspicion("mojibake", "")
    if _FORMULA.fullmatch(name):
        return Suspicion("formula", "")
    if not person:
        return None
    if _NO_NAME.fullmatch(name):
        return Suspicion("word", "")
    if names_several(name):
        return Suspicion("several", "")
    sign = _SIGN.search(name)
    return Suspicion("sign", sign[0][:1]) if sign else None


def _of_letters(name: str, *, digits: bool) -> Suspicion | None:
    categories = [unicodedata.category(character) for character in name]
    letters = [c for c, category in zip(name, categories, strict=True) if category in _LETTERS]
    if not letters:
        return Suspicion("letterless", "")
    usual = max(scripts := [_script(letter) for letter in letters], key=scripts.count)
    for letter, script in zip(letters, scripts, strict=True):
        if script != usual:
            return Suspicion("mixed", letter)
    number = next(
        (c for c, category in zip(name, categories, strict=True) if category[0] == "N"), ""
    )
    return Suspicion("digit", number) if number and not digits else None


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
