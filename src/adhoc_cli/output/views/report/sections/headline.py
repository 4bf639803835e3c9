"""The head of the page: whose it is, how things stand in one sentence, and the numbers for it."""

from __future__ import annotations

from collections.abc import Iterator

from adhoc_cli.models.finding import Severity
from adhoc_cli.models.report import Status
from adhoc_cli.output.document import Tone
from adhoc_cli.output.html.page import Fact, Figure, Figures, Note, Verdict
from adhoc_cli.output.views.report.sections.voice import Voice
from adhoc_cli.regions.places import kabupaten
from adhoc_cli.reports.overview.deadlines import Kind
from adhoc_cli.reports.seats import Tally

_KABUPATEN = len("33.23")
_OVERDUE = "C951"


def office(voice: Voice) -> str:
    """The kabupaten or kota that all kecamatan lie in; of several their number, and the province
    where it is one."""
    codes = {row.region.code[:_KABUPATEN] for row in voice.overview.seats.kecamatan}
    known = {place.code: place for place in kabupaten()} if codes else {}
    if len(codes) == 1:
        found = known.get(next(iter(codes)))
        return found.name if found else ""
    provinces = {known[code].province for code in codes if code in known}
    if len(provinces) == 1 and codes <= known.keys():
        province = next(iter(provinces))
        return voice.counted("page.many_of", len(codes), province=province)
    return voice.counted("page.many_kabupaten", len(codes)) if codes else ""


def dates(voice: Voice) -> tuple[Fact, ...]:
    """The day of the report, and how far voting day is."""
    as_of = Fact(voice.say("page.state_of"), voice.day(voice.overview.as_of))
    voting = [one for one in voice.overview.deadlines if one.kind is Kind.VOTING]
    if not voting:
        return (as_of,)
    day, left = voice.day(voting[0].day), voting[0].left
    told = voice.say("page.voting_left" if left else "page.voting_today", days=left, day=day)
    return as_of, Fact(voice.say("page.voting"), told)


def verdict(voice: Voice) -> Verdict:
    """The sentence and its numbers; faults that make the report incomplete stand above it."""
    alarms = tuple(_alarms(voice))
    tone = Tone.BAD if alarms else _tone(voice)
    label = "broken" if alarms else tone.value
    return Verdict(
        tone,
        voice.say(f"page.label.{label}"),
        _sentence(voice),
        _detail(voice),
        Figures(tuple(_figures(voice))),
        alarms,
    )


def _alarms(voice: Voice) -> Iterator[Note]:
    report = voice.overview.report
    crashed = [f"{rule.code} {rule.name}" for rule in report.rules if rule.status is Status.CRASHED]
    if crashed:
        text = voice.say("page.alarm.crashed_text", rules=", ".join(crashed))
        yield Note(text, Tone.BAD, voice.say("page.alarm.crashed"))
    unreadable = [file.file for file in report.inputs if not file.readable]
    if unreadable:
        text = voice.say("page.alarm.unreadable_text", files=", ".join(unreadable))
        yield Note(text, Tone.BAD, voice.say("page.alarm.unreadable"))


def _tone(voice: Voice) -> Tone:
    report, overview = voice.overview.report, voice.overview
    worst = overview.gaps.vacant, report.total(Severity.ERROR), _overdue(voice, by_law=True)
    if not overview.seats.totals or any(worst):
        return Tone.BAD
    if report.total(Severity.WARNING) or overview.gaps.excess or _overdue(voice):
        return Tone.WARN
    return Tone.NOTE if report.total(Severity.INFO) else Tone.GOOD


def _overdue(voice: Voice, *, by_law: bool = False) -> int:
    coordination = voice.overview.coordination
    if coordination is None:
        return 0
    totals = coordination.progress.totals.values()
    return sum(one.overdue_by_law if by_law else one.overdue for one in totals)


def _told_as_overdue(voice: Voice) -> int:
    """The warnings about overdue items: who reads how many are overdue has read of them."""
    return sum(
        rule.counts.get(Severity.WARNING, 0)
        for rule in voice.overview.report.rules
        if rule.code == _OVERDUE and _overdue(voice)
    )


def _sentence(voice: Voice) -> str:
    """Seats first, then what else there is; at most three things."""
    overview, report = voice.overview, voice.overview.report
    if not overview.seats.totals:
        return voice.say("page.no_seats")
    if _tone(voice) is Tone.GOOD and not (report.crashed or report.unreadable):
        return f"{voice.say('page.all_well')}."
    vacant = overview.gaps.vacant
    parts = [voice.counted("page.vacant", vacant) if vacant else voice.say("page.full")]
    numbers = {
        "page.excess": overview.gaps.excess,
        "page.and_errors": report.total(Severity.ERROR),
        "page.and_overdue": _overdue(voice),
        "page.and_warnings": report.total(Severity.WARNING) - _told_as_overdue(voice),
    }
    parts += [voice.counted(key, number) for key, number in numbers.items() if number]
    return f"{', '.join(parts[:3])}."


def _detail(voice: Voice) -> str:
    seats = voice.overview.seats
    if not seats.totals:
        return voice.text(f"{voice.overview.report.profile}")
    members = sum(seats.totals[body].filled for body in voice.bodies)
    parts = [voice.say("page.detail", members=voice.number(members))]
    for body, tally in _main(voice).items():
        unit = voice.say(f"unit.{seats.units[body]}")
        numbers = {"complete": voice.number(tally.complete), "units": voice.number(tally.units)}
        parts.append(voice.say("page.detail_unit", body=body, unit=unit, **numbers))
    return " · ".join(parts)


def _main(voice: Voice) -> dict[str, Tally]:
    """The first body of each unit: PPK, PPS, and KPPS where there are any."""
    seats = voice.overview.seats
    first: dict[str, str] = {}
    for body in voice.bodies:
        first.setdefault(seats.units[body], body)
    return {body: seats.totals[body] for body in first.values()}


def _figures(voice: Voice) -> Iterator[Figure]:
    for body, tally in _main(voice).items():
        yield _of_body(voice, body, tally)
    report = voice.overview.report
    errors, warnings = report.total(Severity.ERROR), report.total(Severity.WARNING)
    tone = Tone.BAD if errors else Tone.WARN if warnings else Tone.GOOD
    note = voice.counted("page.figure.warnings", warnings)
    yield Figure(voice.say("page.figure.errors"), voice.number(errors), "", note, tone)
    yield from _of_coordination(voice)


def _of_body(voice: Voice, body: str, tally: Tally) -> Figure:
    notes = [
        voice.counted(f"page.figure.{key}", number)
        for key, number in (("vacant", tally.vacant), ("excess", tally.excess))
        if number
    ]
    tone = Tone.BAD if tally.vacant else Tone.WARN if tally.excess else Tone.GOOD
    of = voice.say("page.figure.of", count=voice.number(tally.required))
    text = ", ".join(notes) or voice.say("page.figure.full")
    return Figure(body, voice.number(tally.filled), of, text, tone)


def _of_coordination(voice: Voice) -> Iterator[Figure]:
    coordination = voice.overview.coordination
    title = voice.say("page.figure.coordination")
    if coordination is None:
        yield Figure(title, "–", "", voice.say("page.figure.not_recorded"), Tone.DIM)
        return
    totals = list(coordination.progress.totals.values())
    done, total = sum(one.done for one in totals), sum(one.total for one in totals)
    numbers = {"count": voice.number(done), "total": voice.number(total)}
    note = voice.say("page.figure.of_items", **numbers)
    yield Figure(title, voice.percent(done, total), "", note, Tone.PLAIN)
    late, by_law = _overdue(voice), _overdue(voice, by_law=True)
    tone = Tone.BAD if by_law else Tone.WARN if late else Tone.GOOD
    key = "by_law" if by_law else "none_by_law" if late else "nothing"
    note = voice.counted(f"page.figure.{key}", by_law)
    yield Figure(voice.say("page.figure.overdue"), voice.number(late), "", note, tone)
