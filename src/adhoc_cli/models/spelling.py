"""How names and headers are compared, whoever wrote them, and how a place is told from others."""

import unicodedata
from functools import lru_cache

from adhoc_cli.text.lazy import lazy_pattern

_NOT_WRITTEN = lazy_pattern(r"[\W_]+")


@lru_cache(4096)
def header_key(text: str) -> str:
    """The spelling of a header that ignores case, accents, spaces, underscores and punctuation."""
    plain = text.lower() if text.isascii() else _without_accents(text)
    return _NOT_WRITTEN.sub("", plain)


def _without_accents(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in plain if not unicodedata.combining(char))


def spelled(name: str, above: str) -> str:
    """The words that tell a desa by its kecamatan, and a kecamatan as one."""
    return f"{name}, {above}" if above else f"kecamatan {name}"
