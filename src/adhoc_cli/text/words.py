"""A text that stands in both languages, and the name of a language."""

from __future__ import annotations

from typing import Literal, NamedTuple

Lang = Literal["id", "en"]
LANGUAGES: tuple[Lang, ...] = ("id", "en")


class Words(NamedTuple):
    """One text in Indonesian and in English."""

    id: str
    en: str

    def in_(self, lang: Lang) -> str:
        """The text in the language `lang`."""
        return self.id if lang == "id" else self.en
