"""A finding: code, place, person and data. Its words are made at the edge, in either language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from adhoc_cli.models.columns import Privacy
from adhoc_cli.text.translator import Sayable, Translator, quoted
from adhoc_cli.text.words import Words


class Severity(StrEnum):
    """How much a finding weighs, by the text of the law (rulebook)."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Personal(Sayable):
    """A personal value on its way to the edge: masked there, unless `--show-personal` is given."""

    value: str
    privacy: Privacy

    def __str__(self) -> str:
        return self.shown(personal=False)

    __repr__ = __str__  # a log or a traceback shows what a screen shows

    def masked(self) -> str:
        """Of a NIK its last four characters, of a phone number its first and last four, or none."""
        if self.privacy is Privacy.NIK:
            return _tail(self.value)
        if self.privacy is Privacy.PHONE:
            return " / ".join(map(_ends, self.value.split(" / ")))
        return "****"

    def shown(self, *, personal: bool) -> str:
        """The value itself where personal data may be shown, else its mask."""
        return self.value if personal else self.masked()

    def said(self, translator: Translator) -> str:
        """The value or its mask, as the reader may see it."""
        return quoted(self.shown(personal=translator.personal))


def _tail(text: str) -> str:
    # Up to eight digits would show half of the value or more, and may be the day of a birth.
    keep = 4 if _digits(text) > 8 else 0
    return "*" * (len(text) - keep) + text[len(text) - keep :]


def _ends(text: str) -> str:
    if _digits(text) < 10:
        return "*" * len(text)
    return text[:4] + "*" * (len(text) - 8) + text[-4:]


def _digits(text: str) -> int:
    return len(text) if text.isdigit() else sum(map(str.isdigit, text))


@dataclass(frozen=True, slots=True)
class Region(Sayable):
    """A place: dotted code and name ("" where no file names it)."""

    code: str
    name: str

    def said(self, translator: Translator) -> str:
        """Name and code: "Wonosari (33.23.01.2001)"."""
        return f"{quoted(self.name)} ({self.code})" if self.name else self.code


@dataclass(frozen=True, slots=True)
class Person(Sayable):
    """Whom a finding is about."""

    name: str
    nik: Personal | None = None

    def said(self, translator: Translator) -> str:
        """The name; where there is none, the NIK, masked or not."""
        name = self.name.strip("-–— ")
        if name or self.nik is None:
            return quoted(self.name) if name else ""
        return f"NIK {self.nik.shown(personal=translator.personal)}"


class Basis(NamedTuple):
    """What a finding rests on: law, decree or page, and how sure it is (A, B, C, D, I, X; None:
    no level is known). `of_profile`: the source of a value of the profile, not the rule's text."""

    words: Words
    level: str | None = None
    of_profile: bool = False


class Origin(NamedTuple):
    """The row of an imported file that a row of a roster came from, as a spreadsheet counts it;
    `sheet` is None of a file of text."""

    file: str
    sheet: str | None
    row: int


class Finding(NamedTuple):
    """One thing found by one rule. `line` is the physical line in `file`, header = 1.

    A rule says where, who and the data of the message, and its `own` severity where that differs
    from the rule's; whoever runs the rule fills in its code, its name, the severity in force and
    the basis. A check adds the `origin` of the row, where that came by an import.
    """

    code: str = ""
    name: str = ""
    severity: Severity = Severity.ERROR
    file: str | None = None
    line: int | None = None
    column: str | None = None
    region: Region | None = None
    body: str | None = None
    person: Person | None = None
    params: Mapping[str, Any] = MappingProxyType({})
    own: Severity | None = None
    basis: Basis | None = None
    origin: Origin | None = None

    def told_by(self, code: str, name: str, severity: Severity, basis: Basis | None) -> Finding:
        """The finding with what a rule does not say of itself; `_replace` takes thrice as long."""
        return Finding._make((code, name, severity, *self[3:11], basis, self.origin))
