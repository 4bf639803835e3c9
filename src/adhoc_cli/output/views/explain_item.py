"""`adhoc explain PPK-02`: an item of coordination: with whom, what for, until when, by what."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from adhoc_cli.checklist.items import Planned
from adhoc_cli.models.finding import Basis
from adhoc_cli.output.document import Block, Entry, Listing, Span, Tone, line, paragraph, title
from adhoc_cli.output.table import CODE, DAY, FLAG, NAME, WORDS, Field, Table
from adhoc_cli.output.views.common import DOT, ResultView
from adhoc_cli.text.words import Words


@dataclass(eq=False, kw_only=True)
class ExplainItemView(ResultView[Planned]):
    """One item, by the profile of the office."""

    personal = False  # roles only
    model = "reference.ExplainItemOut"
    profile: str

    def given(self) -> dict[str, Any]:
        """The profile."""
        return {"profile": self.profile}

    def table(self) -> Table:
        """One row."""
        fields = (
            Field("item", "id", CODE, "checklist.item"),
            Field("body", "item.badan", CODE, "members.badan"),
            Field("stakeholders", "item.pemangku", WORDS, "checklist.stakeholder"),
            Field("purpose", "item.purpose", WORDS, wrap=True),
            Field("evidence", "item.bukti", WORDS, "checklist.evidence_title"),
            Field("due", "due.day", DAY, "checklist.last_day"),
            Field("by_law", "due.legal", FLAG, "checklist.by_law"),
            Field("after", "after", CODE, "checklist.waiting"),
            Field("basis", lambda one: self._basis(), NAME, "rules.basis", wrap=True),
        )
        return Table("items", fields, lambda: [self.result])

    def blocks(self) -> Iterator[Block | Table]:
        """What the item is, a line each, and how it is marked."""
        one, say = self.result, self.say
        yield title(f"{one.id} ", ", ".join(one.item.pemangku))
        level = say(f"unit.{one.level}")
        yield paragraph(DOT.join((one.item.badan, level, self.profile)), tone=Tone.DIM, close=True)
        yield paragraph(one.item.purpose.in_(self.speaker.lang))
        told = (
            ("checklist.last_day", self._until()),
            ("checklist.waiting", one.after or ""),
            ("checklist.evidence_title", ", ".join(one.item.bukti)),
            ("rules.basis", self._basis()),
        )
        entries = [
            Entry(line(Span(f"{say(key)}: ", Tone.DIM), text), below)
            for key, text in told
            if text
            for below in ([line(Span(self._note(), Tone.DIM))] if key == "rules.basis" else [],)
        ]
        yield Listing(tuple(entries))
        command = f"adhoc checklist mark {say('explain.region')} {one.id} --date … --evidence …"
        yield self.told("explain.mark", Tone.DIM, command=command)

    def _until(self) -> str:
        """The last day, whether the law sets it, and the days of grace behind it."""
        one, say = self.result, self.say
        if one.due.day is None:
            after = one.item.batas.days_after
            if one.after is None or after is None:
                return say("checklist.no_deadline")
            return say("explain.days_after", days=after, n=after, item=one.after)
        parts = [self.speaker.day(one.due.day)]
        parts.append(say("checklist.by_law" if one.due.legal else "checklist.practice"))
        if grace := one.item.batas.tenggang:
            parts.append(say("explain.grace", days=grace, n=grace))
        return DOT.join(parts)

    def _basis(self) -> str:
        source = self.result.item.sumber
        if source is None:
            return ""
        return self.speaker.basis(Basis(Words(source.dasar, source.dasar), source.tingkat))

    def _note(self) -> str:
        source = self.result.item.sumber
        return source.note.in_(self.speaker.lang) if source else ""
