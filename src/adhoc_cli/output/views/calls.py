"""`adhoc message`: whom to call, what about, the text for each; a page to tap on a telephone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any, NamedTuple

from adhoc_cli.output.document import Block, Paragraph, Tone, paragraph, section
from adhoc_cli.output.html.calls import Button, CallPage, Card, Group
from adhoc_cli.output.messages import Caller, Part, parts_of, role_of
from adhoc_cli.output.table import CODE, NAME, NUMBER, PHONE, Field, Table
from adhoc_cli.output.views.common import DOT, ResultView, if_any, listed, place_fields, subtitle
from adhoc_cli.reports.calls import (
    Call,
    Calls,
    Gap,
    Invitation,
    Lacking,
    Matter,
    Meeting,
    NumberOf,
    Offer,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One person to call, with the text in its parts."""

    number: int
    call: Call
    role: str
    parts: Sequence[Part]
    about: str
    note: str

    @property
    def text(self) -> str:
        """The whole text."""
        return "\n".join(part.text for part in self.parts)

    @property
    def kinds(self) -> Sequence[str]:
        """Of what the text speaks."""
        return sorted(set(map(_kind, self.call.matters)))

    @property
    def name(self) -> str:
        """Who is called; "" where the roster has nobody."""
        return self.call.who.person.name if self.call.who else ""


class _Row(NamedTuple):
    """One part of a text: a message that is sent."""

    entry: Entry
    at: int
    part: Part


@dataclass(eq=False, kw_only=True)
class CallsView(ResultView[Calls]):
    """People and the texts for them, the first `limit` of them (None: all)."""

    personal = True
    model = "message.MessageOut"
    caller: Caller
    limit: int | None = None

    @cached_property
    def entries(self) -> Sequence[Entry]:
        """Those that are shown. Raises `TemplateFault`."""
        calls = self.result.calls[: self.limit]
        return tuple(self._entry(number, call) for number, call in enumerate(calls, start=1))

    @property
    def more(self) -> int:
        """How many are left out."""
        return len(self.result.calls) - len(self.entries)

    def given(self) -> dict[str, Any]:
        """The people with their texts."""
        return {"calls": self.entries, "left_out": self.more}

    def _entry(self, number: int, call: Call) -> Entry:
        shown = call.phone.value if call.phone and self.speaker.personal else ""
        parts = parts_of(self.caller.text(call), shown)
        about = "; ".join(self._about(call))
        role = role_of(call.who, self.speaker) if call.who else ""
        return Entry(number, call, role, parts, about, "; ".join(self._notes(call, parts)))

    def _notes(self, call: Call, parts: Sequence[Part]) -> Iterator[str]:
        if call.who is None:
            yield self.say("message.no_person")
        elif call.phone is None:
            yield self.say("message.no_number")
        elif self.speaker.personal and not all(part.link for part in parts):
            yield self.say("message.too_long")
        if any(isinstance(one, Offer) and one.tied for one in call.matters):
            yield self.say("message.tied")
        if len(parts) > 1:
            yield self.say("message.several_parts", count=len(parts))

    # -- what it is about, in a few words ----------------------------------------------------------

    def _about(self, call: Call) -> Iterator[str]:
        for kind, some in groupby(sorted(call.matters, key=_kind), key=_kind):
            yield self._briefly(kind, tuple(some))

    def _briefly(self, kind: str, some: Sequence[Matter]) -> str:
        return self.say(f"message.matter.{kind}", **self._params(some), n=len(some))

    def _params(self, some: Sequence[Any]) -> dict[str, Any]:
        first = some[0]
        match first:
            case Lacking():
                columns = (self.say(f"message.column.{one.column}") for one in some)
                return {"columns": ", ".join(columns)}
            case Gap():
                seats = sum(one.seats for one in some)
                return {"count": seats, "bodies": _each(one.post.body for one in some)}
            case Offer():
                return {"body": first.vacancy.post.body, "rank": first.candidate.rank}
            case Invitation():
                return {"event": _each(one.event.name for one in some)}
            case Meeting():
                items = _each(one.tick.planned.id for one in some)
                return {"count": len(some), "items": items}
        return {"count": len(some)}

    # -- tables ------------------------------------------------------------------------------------

    def table(self) -> Table:
        """A row for each message: of a long text one for each of its parts."""
        return Table(
            "messages",
            (
                *_FIELDS,
                Field("part", "at", NUMBER, "message.part_title"),
                Field("parts", lambda row: len(row.entry.parts), NUMBER, sheet=None),
                Field("text", "part.text", title="message.text_title", wrap=True),
                Field("link", lambda row: row.part.link or None, title="message.link_title"),
            ),
            lambda: (
                _Row(entry, at, part)
                for entry in self.entries
                for at, part in enumerate(entry.parts, start=1)
            ),
            keys=2,
        )

    def _index(self) -> Table:
        """A row for each person."""
        shown = Table(
            "calls", _FIELDS, lambda: (_Row(one, 1, one.parts[0]) for one in self.entries)
        )
        return shown.but("kecamatan_code", screen=False)

    def blocks(self) -> Iterator[Block | Table]:
        """Who is called, then the text for each."""
        found = self.result
        about = self.say(f"message.about.{found.about}")
        yield from self.top("message.title", found.calendar, about=about)
        yield from self.out_of_term(found.outside)
        yield from self.unreadable(found.unreadable)
        yield from self._nobody()
        if self.entries:
            yield self._index()
            yield from self._texts()
        yield from self._absent()
        yield from self.count("message.more", self.more, Tone.WARN)
        if self.entries and not self.speaker.personal:
            yield self.told("message.how_personal", Tone.DIM)
        yield self._result()

    def _nobody(self) -> Iterator[Paragraph]:
        if self.result.untold:
            yield self.told("message.no_events", Tone.WARN)
        elif not self.result.calls and not self.result.unreadable:
            yield self.told("message.nobody")

    def _absent(self) -> Iterator[Paragraph]:
        if absent := self.result.absent:
            yield self.told("replace.absent", Tone.WARN, columns=", ".join(absent))

    def _texts(self) -> Iterator[Block]:
        for entry in self.entries:
            whom = self.speaker.post(entry.call.post)
            heading = listed(entry.name, whom, self.speaker.phone(entry.call.phone), between=DOT)
            yield section(self.say("message.entry", number=entry.number, whom=heading))
            for at, text in enumerate(entry.text.splitlines()):
                yield paragraph(text, close=at > 0)
            for part in entry.parts:
                if part.link:
                    yield paragraph(part.link, tone=Tone.NOTE)

    def _result(self) -> Paragraph:
        found, speaker = self.result, self.speaker
        return self.result_line(
            speaker.counted("message.people", len(found.calls)),
            self.incomplete(found.unreadable),
            if_any(speaker, "message.without", found.without_number, Tone.WARN),
            calendar=found.calendar,
        )

    # -- the page ----------------------------------------------------------------------------------

    def page(self) -> CallPage:
        """A card a person, those of one kecamatan together."""
        found, speaker = self.result, self.speaker
        about = self.say(f"message.about.{found.about}")
        grouped = groupby(self.entries, key=lambda one: one.call.kecamatan)
        return CallPage(
            speaker.lang,
            self.say("message.title", about=about),
            tuple(_text(one) for one in subtitle(self.speaker, found.calendar)),
            tuple(
                Group(place.name or place.code, speaker.shown(place), tuple(map(self._card, some)))
                for place, some in grouped
            ),
            tuple(self._told()),
            self.say("message.foot") if speaker.personal else "",
            {key: self.say(f"message.{key}") for key in _OF_THE_PAGE},
        )

    def _told(self) -> Iterator[str]:
        """What else is to be said above the cards."""
        outside = self.out_of_term(self.result.outside)
        lost = self.unreadable(self.result.unreadable)
        more = self.count("message.more", self.more)
        told = (*outside, *lost, *self._absent(), self._result(), *self._nobody(), *more)
        yield from map(_text, told)
        if self.entries and not self.speaker.personal:
            yield self.say("message.foot_masked")

    def _card(self, entry: Entry) -> Card:
        call = entry.call
        roles = f"{entry.role} {self.speaker.post(call.post)}".strip()
        number = self.speaker.phone(call.phone) if call.phone else ""
        buttons = [
            Button(self._open(at, len(entry.parts)), part.link)
            for at, part in enumerate(entry.parts, start=1)
            if part.link
        ]
        lines = entry.text.splitlines()
        return Card(entry.number, entry.name or roles, roles if entry.name else "", number,
                    entry.about, entry.note, buttons, lines)  # fmt: skip

    def _open(self, at: int, parts: int) -> str:
        if parts == 1:
            return self.say("message.tap")
        return self.say("message.tap_part", part=at, parts=parts)


_OF_THE_PAGE = ("show", "called", "choose", "hide", "everywhere")


def _kind(matter: Matter) -> str:
    match matter:
        case Invitation(_, missed):
            return "missed" if missed else "invited"
        case Offer(_, candidate, _):
            return "offer" if candidate.rank is not None else "offer_unranked"
    return _KINDS[type(matter)]


_KINDS = {Lacking: "data", NumberOf: "number", Gap: "gap", Meeting: "meet"}


def _text(block: Paragraph) -> str:
    return "".join(span.text for span in block.text)


def _each(texts: Iterator[str]) -> str:
    return ", ".join(dict.fromkeys(texts))


_KECAMATAN = place_fields("entry.call.kecamatan")
_PLACE = place_fields("entry.call.post.region")
_FIELDS = (
    Field("number", "entry.number", NUMBER, label="#", csv=False, sheet=None),
    _KECAMATAN[0]._replace(key="kecamatan_code", screen=False, sheet=None),
    _KECAMATAN[1]._replace(key="kecamatan_name", drop=5),
    Field("body", "entry.call.post.body", CODE, "message.post_title"),
    _PLACE[0]._replace(drop=4),
    _PLACE[1]._replace(title="members.place"),
    Field("tps", "entry.call.post.tps", NUMBER, "unit.tps", screen=False),
    Field("name", "entry.name", NAME, "message.name_title", wrap=True),
    Field("role", "entry.role", NAME, "members.jabatan", drop=3),
    Field("phone", "entry.call.phone", PHONE, "members.telepon"),
    Field("about", "entry.about", title="message.about_title", wrap=True),
    Field("note", "entry.note", title="message.note_title", wrap=True, drop=1),
)
