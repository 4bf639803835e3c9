"""Words for results: findings, reasons, places and numbers in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cached_property
from itertools import groupby, repeat
from typing import TYPE_CHECKING, Any

from adhoc_cli.models.finding import Basis, Finding, Person, Personal, Region, Severity
from adhoc_cli.models.report import Reason, Status
from adhoc_cli.output.blocks import at_once
from adhoc_cli.text.translator import Translator, form_of, quoted
from adhoc_cli.text.words import Words

if TYPE_CHECKING:
    from adhoc_cli.places.find import Candidate, PlaceError
    from adhoc_cli.reports.candidates import Check, Skip
    from adhoc_cli.reports.persons import Post
    from adhoc_cli.rules.api import Rule


class Speaker(Translator):
    """Says results in one language: findings with the texts of their rules, places, people."""

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
        return self.messages([finding])[0]

    def fix(self, finding: Finding) -> str:
        """What to do about it."""
        return self.fixes([finding])[0]

    def messages(self, findings: Sequence[Finding]) -> list[str]:
        """What was found, a sentence each."""
        return self._told("message", findings, "; ")

    def fixes(self, findings: Sequence[Finding]) -> list[str]:
        """What to do about each of them."""
        return self._told("fix", findings, " ")

    def kind(self, finding: Finding) -> Hashable:
        """What findings have in common that one sentence can tell together: what the rule tells
        them apart by, else their message but for place and person."""
        apart = self._rules[finding.code].tells_apart
        if apart:
            variants = finding.params.get("variants") or (finding.params.get("variant"),)
            named = [str(finding.params.get(key)) for key in apart]
            return finding.severity, finding.body, variants[0], *named
        params = {key: value for key, value in finding.params.items() if key != "tps"}
        told = finding._replace(region=None, person=None, params=params)
        return finding.severity, finding.person is None, self.message(told)

    def basis(self, basis: Basis) -> str:
        """What a finding rests on, and how sure that is: "PKPU 8/2022 ps. 5-6 [B]"."""
        said = basis.words.in_(self.lang)
        return f"{said} [{basis.level}]" if basis.level else said

    @cached_property
    def _templates(self) -> dict[tuple[Any, ...], Sequence[str]]:
        """The texts that were looked up: there may be a million findings of one rule."""
        return {}

    def _told(self, kind: str, findings: Sequence[Finding], joint: str) -> list[str]:
        """The texts of some findings, those of one rule and variant together."""
        told: list[str] = []
        for (code, *variants), alike in groupby(findings, _text_key):
            key = (kind, code, *variants)
            chosen = self._templates.get(key)
            if chosen is None:
                chosen = self._templates[key] = self._chosen(kind, code, variants)
            some = list(alike)
            if not any("{" in text for text in chosen):  # most of what to do
                told += [joint.join(chosen)] * len(some)
            elif len(chosen) == 1:
                told += self._filled(chosen[0], some)
            else:
                texts = zip(*(self._filled(text, some) for text in chosen), strict=True)
                told += [joint.join(dict.fromkeys(texts_of_one)) for texts_of_one in texts]
        return told

    def _filled(self, template: str, findings: Sequence[Finding]) -> list[str]:
        """A template filled for each finding."""
        try:
            form = form_of(template)
            said = [self._said(name, findings) for name in form.names]
        except (KeyError, ValueError):  # it asks for what some finding does not have
            return [self.fill(template, _asked(self, finding)) for finding in findings]
        rows = zip(*said, strict=True) if said else repeat((), len(findings))
        return list(map(form.text.__mod__, rows))

    def _said(self, name: str, findings: Sequence[Finding]) -> list[str]:
        """What a text says of each finding under a name. Raises `KeyError` where one has none."""
        of_finding = _OF_FINDING.get(name)
        values = [
            _quoted(one.params[name])
            if of_finding is None or name in one.params
            else of_finding(self, one)
            for one in findings
        ]
        return at_once(values, lambda some: self.all_readable(name, some))

    def _chosen(self, kind: str, code: str, variants: Sequence[str]) -> Sequence[str]:
        texts: Words | Mapping[str, Words] = getattr(self._rules[code], kind)
        if isinstance(texts, Words):
            return [self.told(texts.in_(self.lang))]
        self.missing |= {f"{code} {one}" for one in variants if one not in texts}
        found = [texts[one] for one in variants if one in texts] or [next(iter(texts.values()))]
        return list(dict.fromkeys(self.told(words.in_(self.lang)) for words in found))

    def reason(self, reason: Reason) -> str:
        """Why something was not looked at."""
        if reason.key == "out_of_term":
            return self._out_of_term(reason.params)
        return self.say(f"reason.{reason.key}", **reason.params)

    def _out_of_term(self, told: Mapping[str, str]) -> str:
        """Which bodies are not in office, those of one day together."""
        bodies: dict[str, list[str]] = {}
        for body, term in told.items():
            bodies.setdefault(term, []).append(body)
        return "; ".join(
            self.say(f"reason.{standing}", bodies=", ".join(names), day=self._day(day))
            for term, names in bodies.items()
            for standing, _, day in (term.partition(" "),)
        )

    def _day(self, iso: str) -> str:
        return self.day(date.fromisoformat(iso))

    # -- places and people -------------------------------------------------------------------------

    def place(self, region: Region | None, tps: int | None = None) -> str:
        """Name and code: "Wonosari (33.23.01.2001)", "TPS 3 Wonosari (33.23.01.2001)"."""
        if region is None:
            return ""
        named = self.shown(region)
        return f"TPS {tps} {named}" if tps is not None else named

    def person(self, person: Person | None) -> str:
        """The name; where there is none, the NIK, masked or not."""
        return self.shown(person)

    def post(self, post: Post) -> str:
        """Body and place: "PPS Wonosari (33.23.01.2001)", "KPPS TPS 3 Wonosari (33.23.01.2001)"."""
        return f"{post.body} {self.place(post.region, post.tps)}"

    def skip(self, one: Skip) -> str:
        """Why a candidate is skipped."""
        params = {"status": one.status or "", "number": one.number}
        return self.say(f"letter.skip.{one.why}", post=one.post.title if one.post else "", **params)

    def note(self, one: Check) -> str:
        """What to look at before a candidate is asked."""
        post = one.post.title if one.post else ""
        return self.say(f"letter.note.{one.note}", post=post, number=one.number, day=one.day)

    def place_error(self, error: PlaceError) -> str:
        """What to answer to a place that cannot be told, with what may have been meant."""
        options = [self._candidate(one) for one in error.candidates]
        key = "place.ambiguous" if error.ambiguous else "place.unknown"
        answer = self.say(key if options else "place.nowhere", word=error.word)
        return "\n".join([answer, *(f"  {option}" for option in options)])

    def _candidate(self, one: Candidate) -> str:
        if one.spelling:
            return f'"{one.spelling}"  ({one.region.code})'
        if one.above is None:
            return self.place(one.region)
        return self.say("place.option", place=self.place(one.region), above=self.place(one.above))

    def phone(self, number: Personal | None) -> str:
        """A phone number, masked or not, or that there is none."""
        shown = number.shown(personal=self.personal) if number else ""
        return shown or self.say("quota.no_phone")

    # -- words of one value ------------------------------------------------------------------------

    def counted(self, key: str, value: int) -> str:
        """The text of a count: "3 errors"."""
        return self.say(key, count=self.number(value), n=value)

    def severity(self, severity: Severity) -> str:
        """The word for a severity."""
        return self.say(f"severity.{severity}")

    def status(self, status: Status) -> str:
        """The word for what became of a rule."""
        return self.say(f"status.{status}")

    def plain(self, value: Any) -> Any:
        """A param as plain JSON, the same in both languages; personal values masked or not."""
        return _plain(value, self.personal)

    def all_plain(self, values: Sequence[Any]) -> Sequence[Any]:
        """Many params as plain JSON."""
        if PLAIN.issuperset(map(type, values)):
            return values
        return at_once(values, lambda some: [_plain(value, self.personal) for value in some])


# What a text may say of any finding.
_OF_FINDING: Mapping[str, Callable[[Speaker, Finding], str]] = {
    "place": lambda speaker, one: speaker.place(one.region, one.params.get("tps")),
    "person": lambda speaker, one: speaker.person(one.person),
    "body": lambda _, one: one.body or "",
    "file": lambda _, one: one.file or "",
    "line": lambda _, one: str(one.line or ""),
    "column": lambda _, one: one.column or "",
}


def _asked(speaker: Speaker, finding: Finding) -> dict[str, Any]:
    """Whatever a text may say of a finding."""
    known = {key: told(speaker, finding) for key, told in _OF_FINDING.items()}
    return known | {key: _quoted(value) for key, value in finding.params.items()}


def _text_key(finding: Finding) -> tuple[str, ...]:
    """What tells which of the texts of a rule says a finding."""
    params = finding.params
    variants = params.get("variants")
    return (finding.code, *variants) if variants else (finding.code, params.get("variant", ""))


# What JSON has as it is.
PLAIN = frozenset({str, int, bool, float, type(None)})


def _quoted(value: Any) -> Any:
    return quoted(value) if isinstance(value, str) else value


def _plain(value: Any, personal: bool) -> Any:  # noqa: PLR0911 - one line a type
    if type(value) in PLAIN:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Personal):
        return value.shown(personal=personal)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Region):
        return {"code": value.code, "name": value.name}
    if isinstance(value, Person):
        return {"name": value.name, "nik": _plain(value.nik, personal)}
    if isinstance(value, Words):
        return {"id": value.id, "en": value.en}
    if isinstance(value, Mapping):
        return {str(key): _plain(item, personal) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item, personal) for item in value]
    return _plain(value.item(), personal) if hasattr(value, "item") else str(value)
