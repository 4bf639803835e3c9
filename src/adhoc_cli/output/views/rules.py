"""`adhoc rules`: what is checked."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from adhoc_cli.output.document import (
    Block,
    Document,
    Heading,
    Paragraph,
    Tone,
    line,
)
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import CODE, WORDS, Field, Table, grid_of, records_of, word
from adhoc_cli.output.view import Records, View
from adhoc_cli.output.views.common import TONES, counted
from adhoc_cli.reports.rules import RuleEntry, RuleList


class RulesView(View):
    """Every rule, and whether it is on."""

    personal = False

    def __init__(self, listed: RuleList, speaker: Speaker) -> None:
        self._listed = listed
        self._speaker = speaker

    def data(self) -> dict[str, Any]:
        """The document `adhoc.rules/1`: the same in both languages, as it holds both."""
        from adhoc_cli.output.models.reference import RulesOut

        return RulesOut.data(self._listed, self._speaker)

    def records(self) -> Records:
        """A row a rule, in the reader's language."""
        return records_of(self._table(self._listed.entries), self._speaker)

    def document(self) -> Document:
        """A table for every family."""
        say, entries = self._speaker.say, self._listed.entries
        blocks: list[Block] = [Heading(line(say("rules.title")), 1)]
        for family in dict.fromkeys(entry.rule.family for entry in entries):
            blocks.append(Heading(line(f"{family} · {say(f'family.{family}')}")))
            of_family = [entry for entry in entries if entry.rule.family == family]
            blocks.append(grid_of(self._table(of_family), self._speaker))
        on = sum(entry.on for entry in entries)
        blocks.append(Paragraph(line(say("rules.count", on=on, count=len(entries)))))
        return Document(tuple(blocks), self._speaker.lang)

    def _table(self, entries: Sequence[RuleEntry]) -> Table:
        speaker = self._speaker
        fields = (
            Field("code", attrgetter("rule.code"), CODE, "rules.code", tone=_code_tone),
            Field("name", attrgetter("rule.name"), CODE, "rules.name", tone=_tone, drop=2),
            Field(
                "severity", attrgetter("severity"), word("severity"), "rules.severity",
                tone=lambda one: TONES[one.severity] if one.on else Tone.DIM,
            ),
            Field("status", _status, screen=False, sheet=None),
            Field(
                "status", lambda one: speaker.say(f"rules.{_status(one)}"), csv=False,
                tone=lambda one: Tone.GOOD if one.on else Tone.DIM, title="rules.status",
            ),
            Field("from", attrgetter("origin"), screen=False),
            Field(
                "from", self._from, title="rules.from", csv=False, sheet=None, drop=1,
                tone=lambda one: Tone.DIM if one.origin == "rule" else Tone.NOTE,
            ),
            Field("title", attrgetter("rule.title"), WORDS, "rules.about", tone=_tone, wrap=True),
            Field(
                "basis", attrgetter("rule.basis"), WORDS, "rules.basis",
                tone=Tone.DIM, drop=3, wrap=True,
            ),
        )  # fmt: skip
        return Table("rules", fields, lambda: entries)

    def _from(self, entry: RuleEntry) -> str:
        """Who says so, and how many waivers there are."""
        origin = self._speaker.say(f"rules.from_{entry.origin}")
        if not entry.waivers:
            return origin
        return f"{origin}, {counted(self._speaker, 'rules.waivers', entry.waivers)}"


def _status(entry: RuleEntry) -> str:
    return "on" if entry.on else "off"


def _tone(entry: RuleEntry) -> Tone:
    return Tone.PLAIN if entry.on else Tone.DIM


def _code_tone(entry: RuleEntry) -> Tone:
    return Tone.STRONG if entry.on else Tone.DIM
