"""The head of the page: whose it is, how things stand in one sentence, and the numbers for it."""

from __future__ import annotations

from collections.abc import Iterator

from adhoc_cli.models.finding import Severity
from adhoc_cli.models.report import Status
from adhoc_cli.output.document import Tone
from adhoc_cli.output.html.page import Fact, Figure, Figures, Note, Verdict
from adhoc_cli.output.views.report.page_speaker import KABUPATEN, PageSpeaker
from adhoc_cli.places.country import kabupaten
from adhoc_cli.reports.overview.deadlines import Kind
from adhoc_cli.reports.seats import Tally

_OVERDUE = "C951"


def office(page: PageSpeaker) -> str:
    """The kabupaten or kota that all kecamatan lie in; of several their number, and the province
    where it is one."""
    codes = {row.region.code[:KABUPATEN] for row in page.overview.seats.kecamatan}
    known = {place.code: place for place in kabupaten()} if codes else {}
    if len(codes) == 1:
        found = known.get(next(iter(codes)))
        return found.name if found else ""
    provinces = {known[code].province for code in codes if code in known}
    if len(provinces) == 1 and codes <= known.keys():
        province = next(iter(provinces))
        return page.counted("page.many_of", len(codes), province=province)
    return page.counted("page.many_kabupaten", len(codes)) if codes else ""


def dates(page: PageSpeaker) -> tuple[Fact, ...]:
    """The day of the report, and how far voting day is."""
    as_of = Fact(page.say("page.state_of"), page.day(page.overview.as_of))
    voting = [one for one in page.overview.deadlines if one.kind is Kind.VOTING]
    if not voting:
        return (as_of,)
    day, left = page.day(voting[0].day), voting[0].left
    told = page.say("page.voting_left" if left else "page.voting_today", days=left, day=day)
    return as_of, Fact(page.say("profiles.day"), told)


def verdict(page: PageSpeaker) -> Verdict:
    """The sentence and its numbers; faults that make the report incomplete stand above it."""
    alarms = tuple(_alarms(page))
    tone = Tone.BAD if alarms else _tone(page)
    label = "broken" if alarms else tone.value
    return Verdict(
        tone,
        page.say(f"page.label.{label}"),
        _sentence(page),
        _detail(page),
        Figures(tuple(_figures(page))),
        alarms,
    )


def _alarms(page: PageSpeaker) -> Iterator[Note]:
    report = page.overview.report
    crashed = [f"{rule.code} {rule.name}" for rule in report.rules if rule.status is Status.CRASHED]
    if crashed:
        text = page.say("page.alarm.crashed_text", rules=", ".join(crashed))
        yield Note(text, Tone.BAD, page.say("page.alarm.crashed"))
    unreadable = [file.file for file in report.inputs if not file.readable]
    if unreadable:
        text = page.say("page.alarm.unreadable_text", files=", ".join(unreadable))
        yield Note(text, Tone.BAD, page.say("page.alarm.unreadable"))


def _tone(page: PageSpeaker) -> Tone:
    report, overview = page.overview.report, page.overview
    worst = overview.gaps.vacant, report.total(Severity.ERROR), page.items.overdue_by_law
    if not overview.seats.totals or any(worst):
        return Tone.BAD
    if report.total(Severity.WARNING) or overview.gaps.excess or page.items.overdue:
        return Tone.WARN
    return Tone.NOTE if report.total(Severity.INFO) else Tone.GOOD


def _warned_of_overdue(page: PageSpeaker) -> int:
    """The warnings about overdue items: who reads how many are overdue has read of them."""
    return sum(
        rule.counts.get(Severity.WARNING, 0)
        for rule in page.overview.report.rules
        if rule.code == _OVERDUE and page.items.overdue
    )


def _sentence(page: PageSpeaker) -> str:
    """Seats first, then what else there is; at most three things."""
    overview, report = page.overview, page.overview.report
    if not overview.seats.totals:
        return page.say("page.no_seats")
    if _tone(page) is Tone.GOOD and not (report.crashed or report.unreadable):
        return f"{page.say('page.all_well')}."
    vacant = overview.gaps.vacant
    parts = [page.counted("page.vacant", vacant) if vacant else page.say("page.full")]
    numbers = {
        "quota.excess_count": overview.gaps.excess,
        "page.and_errors": report.total(Severity.ERROR),
        "page.and_overdue": page.items.overdue,
        "page.and_warnings": report.total(Severity.WARNING) - _warned_of_overdue(page),
    }
    parts += [page.counted(key, number) for key, number in numbers.items() if number]
    return f"{', '.join(parts[:3])}."


def _detail(page: PageSpeaker) -> str:
    seats = page.overview.seats
    if not seats.totals:
        return page.text(f"{page.overview.report.profile}")
    members = sum(seats.totals[body].filled for body in page.bodies)
    parts = [page.say("page.detail", members=page.number(members))]
    for body, tally in _main(page).items():
        unit = page.say(f"unit.{seats.units[body]}")
        numbers = {"complete": page.number(tally.complete), "units": page.number(tally.units)}
        parts.append(page.say("page.detail_unit", body=body, unit=unit, **numbers))
    return " · ".join(parts)


def _main(page: PageSpeaker) -> dict[str, Tally]:
    """The first body of each unit: PPK, PPS, and KPPS where there are any."""
    seats = page.overview.seats
    first: dict[str, str] = {}
    for body in page.bodies:
        first.setdefault(seats.units[body], body)
    return {body: seats.totals[body] for body in first.values()}


def _figures(page: PageSpeaker) -> Iterator[Figure]:
    for body, tally in _main(page).items():
        yield _of_body(page, body, tally)
    report = page.overview.report
    errors, warnings = report.total(Severity.ERROR), report.total(Severity.WARNING)
    tone = Tone.BAD if errors else Tone.WARN if warnings else Tone.GOOD
    note = page.counted("page.figure.warnings", warnings)
    yield Figure(page.say("page.figure.errors"), page.number(errors), "", note, tone)
    yield from _of_coordination(page)


def _of_body(page: PageSpeaker, body: str, tally: Tally) -> Figure:
    notes = [
        page.counted(f"page.figure.{key}", number)
        for key, number in (("vacant", tally.vacant), ("excess", tally.excess))
        if number
    ]
    tone = Tone.BAD if tally.vacant else Tone.WARN if tally.excess else Tone.GOOD
    of = page.say("page.figure.of", count=page.number(tally.required))
    text = ", ".join(notes) or page.say("page.figure.full")
    return Figure(body, page.number(tally.filled), of, text, tone)


def _of_coordination(page: PageSpeaker) -> Iterator[Figure]:
    coordination = page.overview.coordination
    title = page.say("page.figure.coordination")
    if coordination is None:
        yield Figure(title, "–", "", page.say("page.figure.not_recorded"), Tone.DIM)
        return
    done, total = page.items.done, page.items.total
    numbers = {"count": page.number(done), "total": page.number(total)}
    note = page.say("page.figure.of_items", **numbers)
    yield Figure(title, page.percent(done, total), "", note, Tone.PLAIN)
    late, by_law = page.items.overdue, page.items.overdue_by_law
    tone = Tone.BAD if by_law else Tone.WARN if late else Tone.GOOD
    key = "by_law" if by_law else "none_by_law" if late else "nothing"
    note = page.counted(f"page.figure.{key}", by_law)
    yield Figure(page.say("page.figure.overdue"), page.number(late), "", note, tone)
