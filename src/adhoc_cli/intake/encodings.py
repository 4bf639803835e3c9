"""Which old encoding a text is in, told by the words that result: Ma’ruf is a name, MaÕruf is none.

Windows-1252 is what offices mostly have. Another encoding is taken only where Windows-1252 makes
words that nobody writes, and one other reading makes words that are. Where several do, the operator
says which (--encoding).
"""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from encodings.aliases import aliases

from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.text.lazy import lazy_pattern

_OTHERS = ("mac_roman", "cp437", "cp850", "gb18030")
_SIGNS = frozenset("\u2019\u2018\u201c\u201d–—…°·•\u00a0")  # beside letters, in such files
_USUAL = ["utf-8", "cp1252", "mac-roman", "cp850"]
_WORDS = lazy_pattern(r"[^\s,;|\"]+")
_WORD = lazy_pattern(r"[^\W\d_]+")
_HIGH = lazy_pattern(r"[^\x00-\x7f]")
_INSIDE = lazy_pattern(r"[A-Za-z][^\x00-\x7f][A-Za-z]")
_UTF7 = re.compile(rb"(?<=[A-Za-z ])\+([A-Za-z0-9/]{3,})-(?=[A-Za-z]|$)", re.MULTILINE)


def refuse_unknown(encoding: str) -> None:
    """Raise `ImportRefused` for a name that Python knows no encoding of texts by."""
    try:
        "x".encode(encoding)
    except (LookupError, ValueError):  # ValueError: a name with NUL
        texts = [pair for pair in aliases.items() if not pair[1].endswith(("_codec", "_13"))]
        names = sorted({one.replace("_", "-") for pair in texts for one in pair})
        near = get_close_matches(encoding.casefold().replace("_", "-"), names, 3) or _USUAL
        raise ImportRefused("encoding_unknown", name=encoding, nearest=", ".join(near)) from None


def as_asked(body: bytes, encoding: str, name: str) -> bytes:
    """UTF-8 of a file in the encoding that the operator names; bytes that it does not have stay as
    they are, and their lines are refused. Raises `ImportRefused` where nothing of it can be read.
    """
    try:
        text = body.decode(encoding, "surrogateescape")
        return text.removeprefix("\ufeff").encode("utf-8", "surrogateescape")
    except UnicodeError:
        raise ImportRefused("not_in_encoding", file=name, encoding=encoding) from None


def told_by_words(body: bytes, name: str) -> tuple[str, str] | None:
    """Text and encoding of bytes that are no UTF-8; None where the words tell nothing, and
    Windows-1252 remains. Raises `ImportRefused` where several readings make words, and differ."""
    if _is_clean(_decoded(body, "cp1252")) and b"\n" in body:
        return None
    clean: dict[str, str] = {}
    for encoding in _OTHERS:
        text = _decoded(body, encoding)
        if text is not None and _INSIDE.search(text) and _is_clean(text):
            clean.setdefault(text, encoding)
    if len(clean) > 1:
        read = [(encoding, _example(text, list(clean))) for text, encoding in clean.items()]
        readings = ", ".join(f'{encoding} "{word}"' for encoding, word in read)
        raise ImportRefused("encoding_unclear", file=name, readings=readings, encoding=read[0][0])
    return next(iter(clean.items()), None)


def _example(text: str, readings: Sequence[str]) -> str:
    """The first word that is not the same in every reading."""
    words = [_WORDS.findall(one) for one in readings]
    at = next((at for at, same in enumerate(zip(*words, strict=False)) if len({*same}) > 1), 0)
    return next(iter(_WORDS.findall(text)[at:]), "")


def without_utf7(body: bytes) -> bytes | None:
    """UTF-8 of an ASCII text with letters in UTF-7 ("Ma+IBk-ruf"); None where there are none."""
    if b"+" not in body or not body.isascii():
        return None
    read = _UTF7.sub(_from_utf7, body)
    return None if read == body else read


def _from_utf7(match: re.Match[bytes]) -> bytes:
    text = _decoded(match[0], "utf-7")
    return text.encode() if text and not text.isascii() and _is_clean(text) else match[0]


def _decoded(body: bytes, encoding: str) -> str | None:
    try:
        return body.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_clean(text: str | None) -> bool:
    """Whether all that is not ASCII is as people write it: known signs, and letters in words."""
    if text is None:
        return False
    signs = (char for char in _HIGH.findall(text) if not char.isalpha())
    if not all(char in _SIGNS for char in signs):
        return False
    return all(_is_word(word) for word in _WORD.findall(text) if not word.isascii())


def _is_word(word: str) -> bool:
    """Whether a word has Latin letters only, and no capital among small letters."""
    if not all(char.isascii() or "\u00c0" <= char <= "\u00ff" for char in word):
        return False  # letters of Western Europe: Indonesian has none of the others
    return word.islower() or word.isupper() or word[1:].islower()
