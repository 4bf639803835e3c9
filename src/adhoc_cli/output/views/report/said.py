"""What the forms of a report say in the same words: deadlines, places, "there is more"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from adhoc_cli.memory.news import Counted, Known
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.report.reported import Reported
from adhoc_cli.reports.overview.deadlines import Ahead


def ahead_text(ahead: Ahead, speaker: Speaker) -> str:
    """What lies ahead: "pelantikan PPS", "batas koordinasi PPK-01"."""
    return speaker.say(f"report.ahead.{ahead.kind}", what=speaker.shown(ahead.subject))


def left_text(left: int | None, speaker: Speaker) -> str:
    """The days that are left: "H-5", "hari ini", "H+3"; "" where no day is set."""
    if left is None:
        return ""
    if left == 0:
        return speaker.say("report.today")
    key = "report.h_left" if left > 0 else "report.h_late"
    return speaker.say(key, days=speaker.number(abs(left)))


def known_where(known: Known, speaker: Speaker) -> str:
    """The place and the body."""
    parts = (speaker.place(known.region), known.body or "")
    return ", ".join(part for part in parts if part)


def counted_text(one: Counted, speaker: Speaker) -> str:
    """A rule with its counts: "V209 Nomor ponsel tidak sah: dari 12.000 menjadi 12.345"."""
    numbers = {"before": speaker.number(one.before), "now": speaker.number(one.now)}
    what = f"{one.code} {speaker.title(one.code)}"
    return speaker.say("report.counted", what=what, **numbers)


def days_since(since: date, as_of: date) -> int:
    """How many days ago; never fewer than none, whatever the clocks said."""
    return max((as_of - since).days, 0)


def more(reported: Reported, speaker: Speaker, rest: int, *words: str) -> str:
    """How to see the rest, "… dan 12 lagi: adhoc check data --select Q401"; a public report names
    no command."""
    count, command = speaker.number(rest), reported.command_for(*words)
    key = "report.more" if command else "report.more_public"
    return speaker.say(key, count=count, command=command)


def more_of_rule(reported: Reported, speaker: Speaker) -> Callable[[str, int], str]:
    """The same of the findings of a rule, by its code."""

    def say_more(code: str, rest: int) -> str:
        return more(reported, speaker, rest, "check", "--select", code, "--format", "csv")

    return say_more


def more_of_body(reported: Reported, speaker: Speaker, body: str) -> Callable[[int], str]:
    """The same of the vacant seats of a body."""
    return lambda rest: more(reported, speaker, rest, "quota", "--short", "--body", body)
