"""`adhoc rules`: what is checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from adhoc_cli.output.document import (
    Block,
    Column,
    Document,
    Grid,
    Heading,
    Paragraph,
    Span,
    Tone,
    line,
)
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import Items, Records, View
from adhoc_cli.output.views.common import TONES, counted, schema
from adhoc_cli.reports.rules import RuleEntry, RuleList

_COLUMNS = ("code", "name", "severity", "status", "from", "title", "basis")


class RulesView(View):
    """Every rule, and whether it is on."""

    personal = False

    def __init__(self, listed: RuleList, speaker: Speaker) -> None:
        self._listed = listed
        self._speaker = speaker

    def data(self) -> dict[str, Any]:
        """The document `adhoc.rules/1`: the same in both languages, as it holds both."""
        rules = Items("rule", map(self._rule, self._listed.entries))
        return {**schema("rules"), "rules": rules}

    def _rule(self, entry: RuleEntry) -> dict[str, Any]:
        rule, plain = entry.rule, self._speaker.plain
        return {
            "code": rule.code,
            "name": rule.name,
            "severity": entry.severity.value,
            "status": _status(entry),
            "from": entry.origin,
            "waivers": entry.waivers,
            "title": plain(rule.title),
            "basis": plain(rule.basis),
            "needs": list(rule.needs),
        }

    def records(self) -> Records:
        """A row a rule, in the reader's language."""
        return Records(_COLUMNS, map(self._record, self._listed.entries))

    def _record(self, entry: RuleEntry) -> Mapping[str, Any]:
        lang = self._speaker.lang
        texts = {"title": entry.rule.title.in_(lang), "basis": entry.rule.basis.in_(lang)}
        return {**self._rule(entry), **texts}

    def document(self) -> Document:
        """A table for every family."""
        say, entries = self._speaker.say, self._listed.entries
        blocks: list[Block] = [Heading(line(say("rules.title")), 1)]
        for family in dict.fromkeys(entry.rule.family for entry in entries):
            blocks.append(Heading(line(f"{family} · {say(f'family.{family}')}")))
            of_family = [self._row(entry) for entry in entries if entry.rule.family == family]
            blocks.append(Grid(self._columns(), of_family))
        on = sum(entry.on for entry in entries)
        blocks.append(Paragraph(line(say("rules.count", on=on, count=len(entries)))))
        return Document(tuple(blocks), self._speaker.lang)

    def _columns(self) -> Sequence[Column]:
        say = self._speaker.say
        return (
            Column(say("rules.code")),
            Column(say("rules.name"), drop=2),
            Column(say("rules.severity")),
            Column(say("rules.status"), drop=0),
            Column(say("rules.from"), drop=1),
            Column(say("rules.about"), wrap=True),
            Column(say("rules.basis"), drop=3, wrap=True),
        )

    def _row(self, entry: RuleEntry) -> Sequence[Span]:
        rule, speaker = entry.rule, self._speaker
        quiet = Tone.PLAIN if entry.on else Tone.DIM
        status = Span(speaker.say(f"rules.{_status(entry)}"), Tone.GOOD if entry.on else Tone.DIM)
        return (
            Span(rule.code, Tone.STRONG if entry.on else Tone.DIM),
            Span(rule.name, quiet),
            Span(speaker.severity(entry.severity), TONES[entry.severity] if entry.on else Tone.DIM),
            status,
            Span(self._from(entry), Tone.DIM if entry.origin == "rule" else Tone.NOTE),
            Span(rule.title.in_(speaker.lang), quiet),
            Span(rule.basis.in_(speaker.lang), Tone.DIM),
        )

    def _from(self, entry: RuleEntry) -> str:
        """Who says so, and how many waivers there are."""
        origin = self._speaker.say(f"rules.from_{entry.origin}")
        if not entry.waivers:
            return origin
        return f"{origin}, {counted(self._speaker, 'rules.waivers', entry.waivers)}"


def _status(entry: RuleEntry) -> str:
    return "on" if entry.on else "off"
