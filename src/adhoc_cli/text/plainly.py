"""Texts as the mask reads them: plain digits, letters and hyphens, whatever stands for one."""

from collections.abc import Sequence
from unicodedata import category, combining, digit, normalize

from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.unseen import is_unseen

LIKE_DIGITS = lazy_pattern(r"(?<=[0-9])[oOlISB]{1,3}(?![A-Za-z])|(?<![A-Za-z])[oO](?=8[0-9])")
_AS_DIGITS = str.maketrans("oOlISB", "001158")


def plainly(text: str) -> tuple[str, Sequence[int]]:
    """`text` in plain digits, letters and hyphens, without what nobody sees, and where each of its
    characters stood; an O among digits is a 0, an l a 1."""
    places: Sequence[int] = range(len(text))
    if not text.isascii():
        plain = text.translate(_PLAIN)
        if len(plain) != len(text):
            places = [at for at in places if _PLAIN[ord(text[at])]]
        text = plain
    return LIKE_DIGITS.sub(lambda letters: letters[0].translate(_AS_DIGITS), text), places


class _Plain(dict[int, str]):
    """Characters as `_plain` has them, for `str.translate`: as many as Unicode has at most."""

    def __missing__(self, code: int) -> str:
        self[code] = _plain(chr(code))
        return self[code]


_PLAIN = _Plain()


def _plain(char: str) -> str:
    """One character for another, none for one that is not seen."""
    if char.isascii():
        return char
    if combining(char) or is_unseen(char):
        return ""
    if category(char) == "Pd" or char == "\N{MINUS SIGN}":
        return "-"
    if char in "\u0130\u0131":  # an i with its dot above, and one without: as long in small letters
        return "i"
    value = digit(char, None)
    if value is not None:
        return str(value)
    simple = normalize("NFKC", char)
    return simple if len(simple) == 1 else char
