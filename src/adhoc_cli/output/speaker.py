"""Words for results: findings, reasons, places and numbers in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from adhoc_cli.models.finding import Finding, Person, Personal, Region, Severity
from adhoc_cli.models.report import Reason, Status
from adhoc_cli.text.catalogue import texts
from adhoc_cli.text.numbers import without_long_numbers
from adhoc_cli.text.words import Lang, Words

if TYPE_CHECKING:
    from adhoc_cli.roster.regions import AmbiguousPlace, UnknownPlace
    from adhoc_cli.rules.api import Rule

# A cell may hold 32,767 characters; a sentence about it quotes so many.
_QUOTED = 300
# Up to four digits a number may be a year: 1.986 would be a puzzle.
_GROUPED_FROM = 10_000


class Speaker:
    """Speaks one language, and shows personal values only where `personal` says so.

    Texts it makes may hold what stood in a cell; the formats make that harmless. `missing` collects
    what a template asked for and nobody gave: it is empty, and a test holds that.
    """

    def __init__(self, lang: Lang, personal: bool = False) -> None:
        self.lang: Lang = lang
        self.personal = personal
        self.missing: set[str] = set()

    # -- texts of the catalogue --------------------------------------------------------------------

    def say(self, key: str, **params: Any) -> str:
        """The catalogue's text of `key`. Never raises: an unknown key is its own text."""
        text = texts(self.lang).get(key)
        if text is None:
            self.missing.add(key)
            return key
        return self.fill(text, params)

    def words(self, words: Words, **params: Any) -> str:
        """A text that stands in both languages, with its params."""
        return self.fill(words.in_(self.lang), params)

    def fill(self, template: str, params: Mapping[str, Any]) -> str:
        """A template with its params: `{name}` is a param; `{s}` is "s" unless `n` is 1."""
        if "{" not in template:
            return template
        try:
            return template.format_map(_Shown(self, params))
        except (ValueError, LookupError, AttributeError, TypeError):
            self.missing.add(template)
            return template

    # -- findings ----------------------------------------------------------------------------------

    @cached_property
    def _rules(self) -> Mapping[str, Rule]:
        from adhoc_cli.rules.registry import all_rules_by_code

        return all_rules_by_code()

    def title(self, code: str) -> str:
        """A rule's title; "" of one that only another version has."""
        return self._rules[code].title.in_(self.lang) if code in self._rules else ""

    def message(self, finding: Finding) -> str:
        """What was found, as a sentence."""
        return self._told(self._rules[finding.code].message, finding, "; ")

    def fix(self, finding: Finding) -> str:
        """What to do about it."""
        return self._told(self._rules[finding.code].fix, finding, " ")

    def _told(self, texts: Words | Mapping[str, Words], finding: Finding, joint: str) -> str:
        params = {
            "place": self.place(finding.region, finding.params.get("tps")),
            "person": self.person(finding.person),
            "body": finding.body or "",
            "file": finding.file or "",
            "line": str(finding.line or ""),
            "column": finding.column or "",
            **{key: _quoted(value) for key, value in finding.params.items()},
        }
        chosen = self._chosen(texts, finding)
        return joint.join(dict.fromkeys(self.words(words, **params) for words in chosen))

    def _chosen(self, texts: Words | Mapping[str, Words], finding: Finding) -> list[Words]:
        if isinstance(texts, Words):
            return [texts]
        keys = finding.params.get("variants") or (finding.params.get("variant", ""),)
        for key in keys:
            if key not in texts:
                self.missing.add(f"{finding.code} {key}")
        return [texts[key] for key in keys if key in texts] or [next(iter(texts.values()))]

    def reason(self, reason: Reason) -> str:
        """Why something was not looked at."""
        return self.say(f"reason.{reason.key}", **reason.params)

    # -- places and people -------------------------------------------------------------------------

    @staticmethod
    def place(region: Region | None, tps: int | None = None) -> str:
        """Name and code: "Wonosari (33.23.01.2001)", "TPS 3 Wonosari (33.23.01.2001)"."""
        if region is None:
            return ""
        named = f"{_quoted(region.name)} ({region.code})" if region.name else region.code
        return f"TPS {tps} {named}" if tps is not None else named

    def person(self, person: Person | None) -> str:
        """The name; where there is none, the NIK, masked or not."""
        if person is None:
            return ""
        if person.name.strip("-–— ") or person.nik is None:
            return str(_quoted(person.name.strip("-–— ") and self.free(person.name)))
        return f"NIK {person.nik.shown(personal=self.personal)}"

    def free(self, text: str) -> str:
        """A text that anything may stand in, as a name: a NIK that slipped into it is masked."""
        return text if self.personal else without_long_numbers(text)

    def place_error(self, error: AmbiguousPlace | UnknownPlace) -> str:
        """What to answer to a place that cannot be told, with what may have been meant."""
        options = [
            self.say("place.option", place=self.place(one.region), above=self.place(one.above))
            if one.above
            else self.place(one.region)
            for one in error.candidates
        ]
        key = "place.ambiguous" if error.ambiguous else "place.unknown"
        answer = self.say(key if options else "place.nowhere", word=error.word)
        return "\n".join([answer, *(f"  {option}" for option in options)])

    # -- numbers and words of one value ------------------------------------------------------------

    def number(self, value: int) -> str:
        """3.638.500 in Indonesian, 3,638,500 in English."""
        grouped = f"{value:,}"
        return grouped.replace(",", ".") if self.lang == "id" else grouped

    def severity(self, severity: Severity) -> str:
        """The word for a severity."""
        return self.say(f"severity.{severity}")

    def status(self, status: Status) -> str:
        """The word for what became of a rule."""
        return self.say(f"status.{status}")

    def shown(self, value: Any) -> str:
        """A param as people read it."""
        if isinstance(value, Personal):
            value = _quoted(value.shown(personal=self.personal))
        elif isinstance(value, Words):
            value = value.in_(self.lang)
        elif isinstance(value, date):
            value = value.isoformat()
        elif isinstance(value, Region):
            value = self.place(value)
        elif isinstance(value, Person):
            value = self.person(value)
        elif isinstance(value, list | tuple | set | frozenset):
            value = ", ".join(self.shown(item) for item in value)
        return "" if value is None else str(value)

    def plain(self, value: Any) -> Any:
        """A param as plain JSON, the same in both languages; personal values masked or not."""
        return _plain(value, self.personal)


class _Number(int):
    """A whole number that a template writes in the reader's language, unless it says how itself."""

    grouped: str

    def __format__(self, spec: str) -> str:
        return int.__format__(self, spec) if spec else self.grouped


class _Shown(dict[str, Any]):
    """The params of a template, each made readable when it is asked for."""

    def __init__(self, speaker: Speaker, params: Mapping[str, Any]) -> None:
        super().__init__(params)
        self._speaker = speaker

    def __getitem__(self, key: str) -> Any:
        if key in self:
            return self._readable(key, dict.__getitem__(self, key))
        if key == "s":
            return "" if self.get("n") == 1 else "s"
        self._speaker.missing.add(key)
        return f"{{{key}}}"

    def _readable(self, key: str, value: Any) -> Any:
        item = value.item() if hasattr(value, "item") else value
        if isinstance(item, bool) or not isinstance(item, int):
            return self._speaker.shown(item)
        number = _Number(item)
        alone = item < _GROUPED_FROM or key.endswith("line")
        number.grouped = str(item) if alone else self._speaker.number(item)
        return number


def _quoted(value: Any) -> Any:
    """`value`, a text only as far as a sentence quotes it."""
    if not isinstance(value, str) or len(value) <= _QUOTED:
        return value
    return f"{value[:_QUOTED]}…"


def _plain(value: Any, personal: bool) -> Any:  # noqa: PLR0911 - one line a type
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, Personal):
        return value.shown(personal=personal)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Region):
        return {"code": value.code, "name": value.name}
    if isinstance(value, Person):
        name = value.name if personal else without_long_numbers(value.name)
        return {"name": name, "nik": _plain(value.nik, personal)}
    if isinstance(value, Words):
        return {"id": value.id, "en": value.en}
    if isinstance(value, Mapping):
        return {str(key): _plain(item, personal) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item, personal) for item in value]
    return _plain(value.item(), personal) if hasattr(value, "item") else str(value)
