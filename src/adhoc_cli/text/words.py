"""Texts in both languages, the names of those, and the technical part of a text."""

import re
from typing import Literal, NamedTuple

from adhoc_cli.text.lazy import lazy_pattern

Lang = Literal["id", "en"]
# What only --verbose says, for whoever looks after the computers: "⟦ (byte 0x96)⟧".
_DETAIL = lazy_pattern("⟦(.*?)⟧", re.DOTALL)
LANGUAGES: tuple[Lang, ...] = ("id", "en")


class Words(NamedTuple):
    """One text in Indonesian and in English.

    A third language is one more field, None where a text lacks it."""

    id: str
    en: str

    def in_(self, lang: Lang) -> str:
        """The text in the language `lang`; what it lacks is said in Indonesian."""
        said: str | None = getattr(self, lang, None)
        return self.id if said is None else said


def whole(text: str) -> str:
    """A text with its technical part, as --verbose says it."""
    return _DETAIL.sub(r"\1", text)


def brief(text: str) -> str:
    """A text without its technical part, as everybody reads it."""
    return _DETAIL.sub("", text)
