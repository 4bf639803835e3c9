"""Texts for WhatsApp: what a place has still to do, until when, and what somebody is called about.
Nothing here sends anything.

They hold no personal data: who is written to is named, and a member whose number is asked for;
numbers are not. WhatsApp opens with a text by a link of `wa.me`, which holds the number.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

from adhoc_cli.checklist.board import State
from adhoc_cli.checklist.place import PlaceList, Tick
from adhoc_cli.models.phones import JOINED, abroad
from adhoc_cli.output.safe import safe
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.reports.calls import (
    URGENT,
    Call,
    Gap,
    Invitation,
    Lacking,
    Matter,
    Meeting,
    NumberOf,
    Offer,
)
from adhoc_cli.reports.letters.contents import Bagian
from adhoc_cli.reports.letters.write import Writer
from adhoc_cli.reports.persons import Post, Someone
from adhoc_cli.roster.roster import Roster
from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.personal import without_personal

_MARKUP = lazy_pattern(r"[*_~`]")  # what WhatsApp reads as bold, italic, struck, code
_SECTIONS = {State.OVERDUE: "overdue", State.DUE: "due", State.OPEN: "open"}
# Characters of a link: below the shortest limit that a browser is known for, the 2,083 of Internet
# Explorer. On the safe side; no telephone was measured.
LONGEST = 2_000


class Message(NamedTuple):
    """The text for one place, and the name of a file that may keep it."""

    file: str
    text: str


def message_of(listed: PlaceList, speaker: Speaker, *, urgent: bool = False) -> Message:
    """The message to the bodies of a place: all that is to do, or only what is overdue or due."""
    lines = [_said(listed, speaker, "message.heading"), ""]
    wanted = URGENT if urgent else tuple(_SECTIONS)
    ticks = [tick for tick in listed.ticks if tick.state in wanted and tick.ended is None]
    ended = max((tick.ended for tick in listed.ticks if tick.ended), default=None)
    if ticks:
        lines.append(_said(listed, speaker, "message.greeting"))
        for state in wanted:
            lines += _section(state, [tick for tick in ticks if tick.state is state], speaker)
        lines += ["", speaker.say("message.thanks")]
    elif ended is not None:
        lines.append(speaker.say("message.ended", day=ended))
    else:
        lines.append(speaker.say("message.nothing"))
    return Message(_file_name(listed), "\n".join(lines) + "\n")


def _said(listed: PlaceList, speaker: Speaker, key: str) -> str:
    bodies = dict.fromkeys(tick.planned.item.badan for tick in listed.ticks)
    place = _plain(listed.region.name or listed.region.code)
    return speaker.say(key, body="/".join(bodies), place=place)


def _section(state: State, ticks: list[Tick], speaker: Speaker) -> Iterator[str]:
    if not ticks:
        return
    yield ""
    yield speaker.say(f"message.{_SECTIONS[state]}")
    for tick in ticks:
        roles = _plain(", ".join(tick.roles))
        purpose = _plain(tick.planned.item.purpose.in_(speaker.lang))
        params = {"item": tick.planned.id, "roles": roles, "purpose": purpose}
        yield speaker.say("message.item", when=_when(tick, speaker), **params)


def _when(tick: Tick, speaker: Speaker) -> str:
    day = tick.due.day
    if tick.waits_for:
        return speaker.say("checklist.waits_for", item=tick.waits_for)
    if day is None:
        return speaker.say("message.no_day")
    key = "message.was_due" if tick.left is not None and tick.left < 0 else "message.is_due"
    said = speaker.say(key, day=day)
    return f"{said} ({speaker.say('message.law')})" if tick.due.legal else said


def _plain(text: str) -> str:
    """A text from outside on one line, without what WhatsApp would take for markup."""
    return _MARKUP.sub("", safe(text, 300))


def _file_name(listed: PlaceList) -> str:
    """The name of the file for a place: "33.23.17-kledung.txt"."""
    name = re.sub(r"[^a-z0-9]+", "-", without_personal(listed.region.name).casefold()).strip("-")[
        :60
    ]
    return f"{listed.region.code}-{name}.txt" if name else f"{listed.region.code}.txt"


# -- a person --------------------------------------------------------------------------------------


class Part(NamedTuple):
    """A text that one message holds, and the link that opens WhatsApp with it; "" where the number
    is not known or not shown, or the text is too long for one."""

    text: str
    link: str = ""


def parts_of(text: str, number: str) -> Sequence[Part]:
    """A text as parts that a link can hold, broken between lines; joined by line breaks they are
    the text. `number` is the one to write to, of several the first; "" for none."""
    if not number:
        return (Part(text),)
    begin = f"https://wa.me/{abroad(number.split(JOINED, maxsplit=1)[0]).lstrip('+')}?text="
    parts: list[str] = []
    for one in text.split("\n"):
        joined = f"{parts[-1]}\n{one}" if parts else one
        if parts and len(begin) + len(_encoded(joined)) <= LONGEST:
            parts[-1] = joined
        else:
            parts.append(one)
    return tuple(Part(one, _link(begin, one)) for one in parts)


def _link(begin: str, text: str) -> str:
    link = f"{begin}{_encoded(text)}"
    return link if len(link) <= LONGEST else ""


def _encoded(text: str) -> str:
    return quote(text, safe="")


@dataclass(frozen=True)
class Caller:
    """Writes the texts for the people of a roster who are to be called."""

    roster: Roster
    speaker: Speaker

    @cached_property
    def _writer(self) -> Writer:
        return Writer(self.roster, self.speaker.lang)  # what is personal stays out of any text

    def text(self, call: Call) -> str:
        """What is written to somebody, by the office's own template where it has one: to a reserve
        that of the letter. Raises `TemplateFault`."""
        for one in call.matters:
            if isinstance(one, Offer):
                return self._writer.whatsapp(one.vacancy, one.candidate).strip()
        clerk, code = self._writer.clerk, call.post.region.code
        name = _plain(call.who.person.name) if call.who else self._post(call.post)
        whom = clerk.salutation(call.sex), name
        parts = self._parts(call, clerk.office(code))
        return self._writer.message(clerk.message(code, whom, self._as(call), parts)).strip()

    def _parts(self, call: Call, office: str) -> Iterator[Bagian]:
        say = self.speaker.say
        for topic, some in groupby(sorted(call.matters, key=_topic), key=_topic):
            ask = say(f"message.call.{topic}_ask", office=office)
            lines = tuple(self._listed(tuple(some), call.post))
            yield Bagian(topic, say(f"message.call.{topic}"), lines, ask)

    def _as(self, call: Call) -> str:
        return self._stands(call.who) if call.who else self._post(call.post)

    def _post(self, post: Post) -> str:
        return f"{_plain(post.body)} {_plain(self._writer.clerk.place(post))}"

    def _stands(self, who: Someone) -> str:
        """ "ketua PPS Desa Wonosari, Kecamatan Bulu"."""
        return f"{_plain(role_of(who, self.speaker))} {self._post(who.post)}".strip()

    def _listed(self, matters: Sequence[Matter], own: Post) -> Iterator[str]:
        yield from self._meetings([one for one in matters if isinstance(one, Meeting)], own)
        for one in matters:
            if not isinstance(one, Meeting | Offer):
                yield f"- {self._line(one)}"

    def _meetings(self, meetings: Iterable[Meeting], own: Post) -> Iterator[str]:
        """Whom to meet until when, the place named where it is another one than the reader's."""
        for post, some in groupby(meetings, key=lambda one: one.post):
            ticks = [one.tick for one in some]
            if post != own:
                yield from ("", self._post(post))
            for state in URGENT:
                chosen = [one for one in ticks if one.state is state]
                yield from _section(state, chosen, self.speaker)

    def _line(self, matter: Lacking | NumberOf | Gap | Invitation) -> str:
        say = self.speaker.say
        match matter:
            case Lacking(column, wrong):
                key = "message.call.wrong" if wrong else "message.call.missing"
                return say(key, column=say(f"message.column.{column}"))
            case NumberOf(who):
                return f"{_plain(who.person.name)} ({self._stands(who)})"
            case Gap(post, seats, _):
                return say("message.call.seats", post=self._post(post), count=seats, n=seats)
            case Invitation(event, _):
                where, hours = (_plain(event.said.get(key) or "") for key in ("tempat", "jam"))
                when = say("message.call.hours", hours=hours) if hours else ""
                there = say("message.call.place", place=where) if where else ""
                day = say("message.call.day", day=event.day)
                return ", ".join(filter(None, (_plain(event.name), day, when, there)))


def role_of(who: Someone, speaker: Speaker) -> str:
    """As what somebody stands in the roster."""
    return speaker.say("message.reserve") if who.is_reserve else who.role or ""


def _topic(matter: Matter) -> str:
    """What a matter is about, by the keys of its texts."""
    if isinstance(matter, Invitation):
        return "missed" if matter.missed else "invited"
    if isinstance(matter, Gap):
        return _GAPS[matter.pleno]
    return _TOPICS[type(matter)]


_TOPICS: Mapping[type, str] = {Lacking: "data", NumberOf: "number", Meeting: "meet", Offer: "offer"}
_GAPS = {"KPU": "gap", "PPS": "gap_of_pps", None: "gap_without_pleno"}
