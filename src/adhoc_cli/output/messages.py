"""Texts for WhatsApp: what a place has still to do, until when. Nothing here sends anything.

They hold no personal data: roles are named, people and numbers are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from adhoc_cli.checklist.board import State
from adhoc_cli.checklist.place import PlaceList, Tick
from adhoc_cli.output.safe import safe
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.text.personal import without_personal

_MARKUP = re.compile(r"[*_~`]")  # what WhatsApp reads as bold, italic, struck, code
_SECTIONS = {State.OVERDUE: "overdue", State.DUE: "due", State.OPEN: "open"}
_URGENT = (State.OVERDUE, State.DUE)


class Message(NamedTuple):
    """The text for one place, and the name of a file that may keep it."""

    file: str
    text: str


def message_of(listed: PlaceList, speaker: Speaker, *, urgent: bool = False) -> Message:
    """The message to the bodies of a place: all that is to do, or only what is overdue or due."""
    lines = [_heading(listed, speaker), ""]
    wanted = _URGENT if urgent else tuple(_SECTIONS)
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


def _heading(listed: PlaceList, speaker: Speaker) -> str:
    return _said(listed, speaker, "message.heading")


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
