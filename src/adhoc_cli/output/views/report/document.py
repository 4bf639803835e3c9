"""A report for people to read: a mail at six in the morning, a screen, a chat.

The first line says it all. What is new comes next, then what somebody has to do today, then the
state of everything, and last where the numbers come from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from adhoc_cli.models.report import Status
from adhoc_cli.output.document import Block, Document, Heading, Paragraph, Span, Tone, line
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import grid_of
from adhoc_cli.output.views.checked import (
    crashed_rules,
    files_read,
    not_checked,
    severities_set,
    verdict_parts,
    waivers_in_force,
)
from adhoc_cli.output.views.checklist_progress import (
    BRIEF_ITEMS,
    BRIEF_LATE,
    items_table,
    late_table,
    progress_parts,
)
from adhoc_cli.output.views.common import counted, dotted, subtitle
from adhoc_cli.output.views.findings import rule_blocks, worst
from adhoc_cli.output.views.gaps import first_to_call, gap_blocks, nobody
from adhoc_cli.output.views.headcount import heads_table
from adhoc_cli.output.views.report import tables
from adhoc_cli.output.views.report.changes import news_blocks, news_line
from adhoc_cli.output.views.report.reported import Reported
from adhoc_cli.output.views.report.said import more, more_of_body, more_of_rule
from adhoc_cli.output.views.seats import seat_grid

_FIRST_LATE = 10
_FIRST_DEADLINES = 10
# Vacant seats and overdue items, place by place: they have sections of their own.
_TOLD_ABOVE = ("Q401", "C951")


def document_of(reported: Reported, speaker: Speaker) -> Document:
    """The sections of a report."""
    blocks: list[Block] = [*_head(reported, speaker)]
    if reported.news:
        blocks += news_blocks(reported, reported.news, speaker)
    if not reported.only_news:
        for section in _SECTIONS:
            blocks += section(reported, speaker)
    return Document(tuple(blocks), speaker.lang)


# -- the head --------------------------------------------------------------------------------------


def _head(reported: Reported, speaker: Speaker) -> Iterator[Block]:
    """What is new in one line, how things stand in another, then the title."""
    one, news = reported.overview, reported.news
    state = _state(reported, speaker)
    if news and not news.is_first:
        yield Paragraph(news_line(news, one.as_of, speaker))
        yield Paragraph(dotted(state), close=True)
    else:
        first = [speaker.say("report.first")] if news else []
        yield Paragraph(dotted([*first, *state]))
    title = speaker.say("report.title", folder=reported.folder)
    public = speaker.say("report.title_public")
    yield Heading(line(public if one.public else title), 1)
    for text in one.letterhead:
        yield Paragraph(line(text), close=True)
    yield Paragraph(line(one.title.in_(speaker.lang)), close=True)
    yield subtitle(speaker, one.report.profile, one.as_of)
    if news and news.since:
        compared = speaker.say("report.compared", date=news.since)
        yield Paragraph(line(Span(compared, Tone.DIM)), close=True)
    if news and news.profile is not None:
        text = speaker.say("report.other_profile", profile=news.profile)
        yield Paragraph(line(Span(text, Tone.WARN)), close=True)


def _state(reported: Reported, speaker: Speaker) -> list[str | Span]:
    """The state in one line: "3 kesalahan · 2 kursi kosong · 12 koordinasi terlambat"."""
    one = reported.overview
    parts = verdict_parts(one.report, speaker, waived=False)
    if one.gaps.unreadable:
        parts.append(Span(speaker.say("check.no_seats"), Tone.BAD))
    else:
        vacant = counted(speaker, "quota.vacant_count", one.gaps.vacant)
        parts.append(Span(vacant, Tone.BAD if one.gaps.vacant else Tone.GOOD))
    if one.coordination:
        totals = one.coordination.progress.totals.values()
        late = sum(counts.overdue for counts in totals)
        tone = Tone.WARN if late else Tone.GOOD
        parts.append(Span(counted(speaker, "report.overdue", late), tone))
    return parts


# -- what to do today ------------------------------------------------------------------------------


def _gaps(reported: Reported, speaker: Speaker) -> Iterator[Block]:
    gaps = reported.overview.gaps
    for body in gaps.bodies:
        yield from gap_blocks(
            body,
            speaker,
            limit=reported.limit,
            more=more_of_body(reported, speaker, body.body),
            tell=nobody if reported.public else first_to_call,
        )
    if gaps.vacant and not (speaker.personal or reported.public):
        masked = speaker.say("quota.masked")
        yield Paragraph(line(Span(masked, Tone.DIM)), close=True)


def _coordination(reported: Reported, speaker: Speaker) -> Iterator[Block]:
    one = reported.overview.coordination
    yield Heading(line(speaker.say("report.coordination")))
    if one is None:
        unreadable = reported.overview.report.unreadable
        key = "report.no_coordination" if unreadable else "report.no_journal"
        yield Paragraph(line(Span(speaker.say(key), Tone.BAD if unreadable else Tone.DIM)))
        return
    if not one.progress.items:
        yield Paragraph(line(speaker.say("checklist.no_items")))
        return
    yield Paragraph(dotted(progress_parts(one.progress, speaker)))
    yield grid_of(items_table(one.progress, speaker).only(*BRIEF_ITEMS), speaker)
    late = sum(counts.overdue for counts in one.progress.totals.values())
    if late:
        text = speaker.say("report.late", count=speaker.number(late))
        yield Heading(line(text), 3)
        first = late_table(one.progress.overdue(_FIRST_LATE), speaker)
        yield grid_of(first.only(*BRIEF_LATE), speaker)
    if late > _FIRST_LATE:
        rest = late - _FIRST_LATE
        text = more(reported, speaker, rest, "checklist", "status", "--overdue")
        yield Paragraph(line(Span(text, Tone.DIM)), close=True)


def _deadlines(reported: Reported, speaker: Speaker) -> Iterator[Block]:
    say, ahead = speaker.say, reported.overview.deadlines
    yield Heading(line(say("report.deadlines")))
    if not ahead:
        yield Paragraph(line(say("report.no_deadlines")))
        return
    rest = len(ahead) - _FIRST_DEADLINES
    yield grid_of(tables.deadlines(reported.overview, speaker).first(_FIRST_DEADLINES), speaker)
    if rest > 0:
        text = say("report.more_deadlines", count=rest, date=ahead[-1].day)
        yield Paragraph(line(Span(text, Tone.DIM)), close=True)


# -- the state of everything -----------------------------------------------------------------------


def _seats(reported: Reported, speaker: Speaker) -> Iterator[Block]:
    seats = reported.overview.seats
    if seats.totals:
        yield Heading(line(speaker.say("report.seats")))
        yield from seat_grid(seats, speaker, reported.limit)
    for uncounted in reported.overview.gaps.uncounted:
        params = {"bodies": uncounted.body, "needs": uncounted.needs}
        text = speaker.say("reason.bodies_unknown_units", **params)
        yield Paragraph(line(Span(text, Tone.DIM)), close=True)


def _findings(reported: Reported, speaker: Speaker) -> Iterator[Block]:
    report = reported.overview.report
    failed = [rule for rule in report.rules if rule.status is Status.FAILED]
    if not failed:
        return
    yield Heading(line(speaker.say("check.findings")))
    failed.sort(key=worst)
    above = ", ".join(rule.code for rule in failed if rule.code in _TOLD_ABOVE)
    caption = speaker.say("report.told_above", codes=above) if above else ""
    yield grid_of(tables.rules(failed, speaker)._replace(caption=caption), speaker)
    if reported.public:
        return
    say_more = more_of_rule(reported, speaker)
    for rule in failed:
        if rule.code in _TOLD_ABOVE:
            continue
        yield from rule_blocks(rule, speaker, reported.limit, say_more)


def _women_men(reported: Reported, speaker: Speaker) -> Iterator[Block]:
    heads = reported.overview.heads
    if heads.bodies:
        yield Heading(line(speaker.say("report.women_men")))
        yield grid_of(heads_table(heads, speaker), speaker)


def _secretariats(reported: Reported, speaker: Speaker) -> Iterator[Block]:
    if reported.overview.secretariats:
        yield Heading(line(speaker.say("report.secretariats")))
        yield grid_of(tables.secretariats(reported.overview), speaker)


def _training(reported: Reported, speaker: Speaker) -> Iterator[Block]:
    if reported.overview.training:
        yield Heading(line(speaker.say("report.training")))
        yield grid_of(tables.training(reported.overview, speaker), speaker)


# -- where it comes from ---------------------------------------------------------------------------


def _rest(reported: Reported, speaker: Speaker) -> Iterator[Block]:
    report = reported.overview.report
    yield from waivers_in_force(report, speaker)
    yield from severities_set(report, speaker)
    yield from not_checked(report, speaker)
    yield from files_read(report, speaker, sha256=True)
    if reported.command:
        yield Heading(line(speaker.say("report.command")))
        yield Paragraph(line(reported.command))


def _crashed(reported: Reported, speaker: Speaker) -> Iterator[Block]:
    yield from crashed_rules(reported.overview.report, speaker)


_SECTIONS: tuple[Callable[[Reported, Speaker], Iterator[Block]], ...] = (
    _crashed,
    _gaps,
    _coordination,
    _deadlines,
    _seats,
    _findings,
    _women_men,
    _secretariats,
    _training,
    _rest,
)
