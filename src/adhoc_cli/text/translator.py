"""One language: texts by key, filled with values as people read them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from string import Formatter
from typing import Any, NamedTuple

from adhoc_cli.text.catalogue import texts
from adhoc_cli.text.days import long_day, long_moment
from adhoc_cli.text.personal import all_without_personal, shortened, without_personal
from adhoc_cli.text.words import Lang, Words, brief, whole

# A cell may hold 32,767 characters; a sentence about it quotes so many.
_QUOTED = 300
# Up to four digits a number may be a year: 1.986 would be a puzzle.
_GROUPED_FROM = 10_000


class Translator:
    """Says texts in one language, personal values only where `personal` says so, and what only
    a technician understands only where `verbose` does.

    What it says may hold what stood in a cell; the formats make that harmless. `missing` collects
    what a template asked for and nobody gave: it is empty, and a test holds that.
    """

    def __init__(self, lang: Lang, personal: bool = False, verbose: bool = False) -> None:
        self.lang: Lang = lang
        self.personal = personal
        self.verbose = verbose
        self.missing: set[str] = set()

    def has(self, key: str) -> bool:
        """Whether there is a text of `key`."""
        return key in texts(self.lang)

    def say(self, key: str, /, **params: Any) -> str:
        """The text of `key` with its params. Never raises: an unknown key is its own text."""
        template = texts(self.lang).get(key)
        if template is None:
            self.missing.add(key)
            return key
        return self.fill(template, params)

    def words(self, words: Words, **params: Any) -> str:
        """A text that stands in both languages, with its params."""
        return self.fill(words.in_(self.lang), params)

    def fill(self, template: str, params: Mapping[str, Any]) -> str:
        """A template with its params: `{name}` is a param; `{s}` is "s" unless `n` is 1."""
        template = self.told(template)
        if "{" not in template:
            return template
        try:
            return template.format_map(_Params(self, params))
        except (ValueError, LookupError, AttributeError, TypeError):
            self.missing.add(template)
            return template

    def told(self, template: str) -> str:
        """A template with its technical part, `⟦…⟧`, only where it is wanted."""
        if "⟦" not in template:
            return template
        return whole(template) if self.verbose else brief(template)

    # -- values ------------------------------------------------------------------------------------

    def number(self, value: int) -> str:
        """3.638.500 in Indonesian, 3,638,500 in English."""
        grouped = f"{value:,}"
        return grouped if self.lang == "en" else grouped.replace(",", ".")

    def day(self, value: date) -> str:
        """27 November 2024, as sentences say it; cells of tables keep the ISO form."""
        if isinstance(value, datetime):
            return long_moment(value, self.lang)
        return long_day(value, self.lang)

    def free(self, text: str) -> str:
        """A text from outside, as a name: what identifies a person in it is masked."""
        return text if self.personal else without_personal(text)

    def shown(self, value: Any) -> str:
        """A value as people read it."""
        if isinstance(value, Sayable):
            value = value.said(self)
        if isinstance(value, str):
            return self.free(value)
        if isinstance(value, Words):
            return value.in_(self.lang)
        if isinstance(value, date):
            return self.day(value)
        if isinstance(value, list | tuple | set | frozenset):
            return ", ".join(self.shown(item) for item in value)
        return "" if value is None else str(value)

    def readable(self, key: str, value: Any) -> Any:
        """What a template puts where it asks for the param `key`."""
        if isinstance(value, str | Sayable):
            return self.shown(value)
        item = value.item() if hasattr(value, "item") else value
        if isinstance(item, float):
            return item
        if isinstance(item, bool) or not isinstance(item, int):
            return self.shown(item)
        number = _Number(item)
        alone = item < _GROUPED_FROM or key.endswith("line")
        number.grouped = str(item) if alone else self.number(item)
        return number

    def all_readable(self, key: str, values: Sequence[Any]) -> Sequence[str]:
        """The same of many values, as texts."""
        if not all(isinstance(value, str | Sayable) for value in values):
            return [format(self.readable(key, value), "") for value in values]
        said = [value.said(self) if isinstance(value, Sayable) else value for value in values]
        return said if self.personal else all_without_personal(said)


class Sayable:
    """A value that knows how it is said: a place, a person, a value that is masked."""

    __slots__ = ()

    def said(self, translator: Translator) -> str:
        """The value as people read it."""
        raise NotImplementedError


class _Number(int):
    """A whole number that a template writes in the reader's language, unless it says how itself."""

    grouped: str

    def __format__(self, spec: str) -> str:
        return int.__format__(self, spec) if spec else self.grouped


class _Params(dict[str, Any]):
    """The params of a template, each made readable when it is asked for."""

    def __init__(self, translator: Translator, params: Mapping[str, Any]) -> None:
        super().__init__(params)
        self._translator = translator

    def __getitem__(self, key: str) -> Any:
        if key in self:
            return self._translator.readable(key, dict.__getitem__(self, key))
        if key == "s":
            return "" if self.get("n") == 1 else "s"
        self._translator.missing.add(key)
        return f"{{{key}}}"


class Form(NamedTuple):
    """A template as `%` fills it, and the params that it asks for in their order: "" where it asks
    for more than a param as it is."""

    text: str
    names: Sequence[str]


@cache
def form_of(template: str) -> Form:
    """The form of a template. Raises `ValueError` where it is none."""
    text, names = "", []
    for literal, name, spec, conversion in Formatter().parse(template):
        text += literal.replace("%", "%%")
        if name is not None:
            text += "%s"
            names.append("" if spec or conversion or not name.isidentifier() else name)
    return Form(text, names)


def quoted(text: str) -> str:
    """`text` only as far as a sentence quotes it."""
    return up_to(text, _QUOTED)


def up_to(text: str, most: int) -> str:
    """`text` up to `most` characters; `…` says that there are more."""
    return text if len(text) <= most else f"{shortened(text, most)}…"
