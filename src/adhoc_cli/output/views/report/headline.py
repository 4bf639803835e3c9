"""How things stand: in the words of the first line of the report, and in big numbers."""

from collections.abc import Iterator

from adhoc_cli.models.finding import Severity
from adhoc_cli.models.report import Status, Tally
from adhoc_cli.output.document import Tone
from adhoc_cli.output.html.page import Alarm, Figure, Verdict
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.common import dotted
from adhoc_cli.output.views.report.document import state_of
from adhoc_cli.output.views.report.reported import Reported
from adhoc_cli.output.views.seats import first_of_units, seat_summary


def verdict(reported: Reported, speaker: Speaker) -> Verdict:
    """The verdict; faults that make the report incomplete stand above it."""
    alarms = tuple(_alarms(reported, speaker))
    tone = Tone.BAD if alarms else _tone(reported)
    label = speaker.say(f"page.label.{'broken' if alarms else tone.value}")
    sentence, detail = (
        "".join(span.text for span in dotted(parts))
        for parts in (state_of(reported, speaker), seat_summary(reported.overview.seats, speaker))
    )
    return Verdict(tone, label, sentence, detail, tuple(_figures(reported, speaker)), alarms)


def _alarms(reported: Reported, speaker: Speaker) -> Iterator[Alarm]:
    report = reported.overview.report
    crashed = [f"{rule.code} {rule.name}" for rule in report.rules if rule.status is Status.CRASHED]
    unreadable = [file.name for file in report.inputs if not file.readable]
    for key, names in (("crashed", crashed), ("unreadable", unreadable)):
        if names:
            text = speaker.say(f"page.alarm.{key}_text", names=", ".join(names))
            yield Alarm(speaker.say(f"page.alarm.{key}"), text)


def _tone(reported: Reported) -> Tone:
    one, report, items = reported.overview, reported.overview.report, reported.items
    if not one.seats.totals or one.gaps.vacant or (items.overdue_by_law and not one.public):
        return Tone.BAD
    if one.public:
        return Tone.WARN if one.gaps.excess else Tone.GOOD
    tones = {
        Tone.BAD: report.total(Severity.ERROR),
        Tone.WARN: report.total(Severity.WARNING) or one.gaps.excess or items.overdue,
        Tone.NOTE: report.total(Severity.INFO),
    }
    return next((tone for tone, number in tones.items() if number), Tone.GOOD)


def _figures(reported: Reported, speaker: Speaker) -> Iterator[Figure]:
    say, report = speaker.say, reported.overview.report
    for body, tally in first_of_units(reported.overview.seats).items():
        yield _of_body(body, tally, speaker)
    if reported.public:
        yield from _coverage(reported, speaker)
        return
    errors, warnings = report.total(Severity.ERROR), report.total(Severity.WARNING)
    tone = Tone.BAD if errors else Tone.WARN if warnings else Tone.GOOD
    note = speaker.counted("page.figure.warnings", warnings)
    yield Figure(say("page.figure.errors"), speaker.number(errors), "", note, tone)
    yield from _of_coordination(reported, speaker)


def _of_body(body: str, tally: Tally, speaker: Speaker) -> Figure:
    notes = [
        speaker.counted(f"page.figure.{key}", number)
        for key, number in (("vacant", tally.vacant), ("excess", tally.excess))
        if number
    ]
    tone = Tone.BAD if tally.vacant else Tone.WARN if tally.excess else Tone.GOOD
    of = speaker.say("page.figure.of", count=speaker.number(tally.required))
    note = ", ".join(notes) or speaker.say("page.figure.full")
    return Figure(body, speaker.number(tally.filled), of, note, tone)


def _coverage(reported: Reported, speaker: Speaker) -> Iterator[Figure]:
    """How much of the coordination is done, where anything was recorded."""
    items = reported.items
    if reported.overview.coordination is not None:
        numbers = {"count": speaker.number(items.done), "total": speaker.number(items.total)}
        share = f"{100 * items.done // items.total if items.total else 0}%"
        note = speaker.say("page.figure.of_items", **numbers)
        yield Figure(speaker.say("report.coordination"), share, "", note)


def _of_coordination(reported: Reported, speaker: Speaker) -> Iterator[Figure]:
    say, items = speaker.say, reported.items
    if reported.overview.coordination is None:
        title, note = say("report.coordination"), say("page.figure.not_recorded")
        yield Figure(title, "–", "", note, Tone.DIM)
        return
    yield from _coverage(reported, speaker)
    late, by_law = items.overdue, items.overdue_by_law
    tone = Tone.BAD if by_law else Tone.WARN if late else Tone.GOOD
    key = "by_law" if by_law else "none_by_law" if late else "nothing"
    note = speaker.counted(f"page.figure.{key}", by_law)
    yield Figure(say("checklist.overdue"), speaker.number(late), "", note, tone)
