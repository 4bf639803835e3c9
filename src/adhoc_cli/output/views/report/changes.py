"""What is new since the report before, solved, still open, and no longer looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from adhoc_cli.memory.news import Counted, Known, News, Open
from adhoc_cli.models.finding import Finding
from adhoc_cli.models.report import RuleResult
from adhoc_cli.output.document import (
    Block,
    Column,
    Entry,
    Grid,
    Heading,
    Line,
    Listing,
    Paragraph,
    Row,
    Span,
    Tone,
    line,
)
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.common import counted, dotted
from adhoc_cli.output.views.findings import rule_blocks, where, worst
from adhoc_cli.output.views.report.reported import Reported, oldest, still_open
from adhoc_cli.output.views.report.said import (
    counted_text,
    days_since,
    known_where,
    more,
    more_of_rule,
)

_FIRST_OPEN = 10


def news_line(news: News, as_of: date, speaker: Speaker) -> Line:
    """The news in one line: "Baru 2 · selesai 1 · masih terbuka 14 (terlama 23 hari)"."""
    say, number = speaker.say, speaker.number
    new = say("report.new", count=number(news.new_count))
    if not (news.new_count or news.solved_count):
        new = say("report.nothing_new")
    parts: list[str | Span] = [Span(new, Tone.BAD if news.new_count else Tone.PLAIN)]
    if news.new_count or news.solved_count:
        solved = say("report.solved", count=number(news.solved_count))
        parts.append(Span(solved, Tone.GOOD if news.solved_count else Tone.PLAIN))
    parts.append(_still_open(news, as_of, speaker))
    if news.waived:
        parts.append(counted(speaker, "report.now_waived", len(news.waived)))
    if news.unseen:
        unseen = counted(speaker, "report.unseen", len(news.unseen))
        parts.append(Span(unseen, Tone.WARN))
    return dotted(parts)


def _still_open(news: News, as_of: date, speaker: Speaker) -> str:
    count, first = speaker.number(still_open(news)), oldest(news)
    if first is None:
        return speaker.say("report.still_open", count=count)
    days = days_since(first, as_of)
    return speaker.say("report.still_open_oldest", count=count, days=speaker.number(days), n=days)


def news_blocks(reported: Reported, news: News, speaker: Speaker) -> Iterator[Block]:
    """The changes. In a first report everything is new: it stands among the findings, unless
    nothing else follows."""
    if reported.only_news or not news.is_first:
        yield from _new(reported, news, speaker)
    yield from _list(reported, speaker, _solved(news, speaker))
    if not reported.only_news:
        yield from _open(reported, news, speaker)
    yield from _list(reported, speaker, _Gone("report.news_waived", news.waived))
    yield from _list(reported, speaker, _Gone("report.news_unseen", news.unseen))
    if news.unseen:
        what = speaker.say("report.news_unseen_what")
        yield Paragraph(line(Span(what, Tone.DIM)), close=True)


# -- new -------------------------------------------------------------------------------------------


def _new(reported: Reported, news: News, speaker: Speaker) -> Iterator[Block]:
    if not news.new_count:
        return
    text = speaker.say("report.news_new", count=speaker.number(news.new_count))
    yield Heading(line(Span(text, Tone.BAD)))
    by_rule: dict[str, list[Finding]] = {}
    for finding in news.new:
        by_rule.setdefault(finding.code, []).append(finding)
    rules = reported.overview.report.rules
    found = [_only(rule, by_rule[rule.code]) for rule in rules if rule.code in by_rule]
    for rule in sorted(found, key=worst):
        yield from rule_blocks(rule, speaker, reported.limit, more_of_rule(reported, speaker))
    grown = [one for one in news.counted if one.now > one.before]
    if grown:
        yield Listing(
            tuple(Entry(line(Span("✗ ", Tone.BAD), counted_text(one, speaker))) for one in grown)
        )


def _only(rule: RuleResult, findings: Sequence[Finding]) -> RuleResult:
    """A rule as if it had found nothing but these."""
    counts = Counter(finding.severity for finding in findings)
    return replace(rule, findings=tuple(findings), failed=len(findings), counts=counts)


# -- gone ------------------------------------------------------------------------------------------


class _Gone(NamedTuple):
    """Findings of before that are none today: a heading, those that are known, and numbers."""

    key: str
    known: Sequence[Known]
    mark: Span = Span("· ", Tone.DIM)
    counted: Sequence[Counted] = ()
    number: int | None = None


def _solved(news: News, speaker: Speaker) -> _Gone:
    fallen = [one for one in news.counted if one.now < one.before]
    mark = Span("✓ ", Tone.GOOD)
    return _Gone("report.news_solved", news.solved, mark, fallen, news.solved_count)


def _list(reported: Reported, speaker: Speaker, gone: _Gone) -> Iterator[Block]:
    number = len(gone.known) if gone.number is None else gone.number
    if not number:
        return
    yield Heading(line(speaker.say(gone.key, count=speaker.number(number))))
    as_of, shown = reported.overview.as_of, gone.known[: reported.limit]
    entries = [Entry(_known(known, gone.mark, as_of, speaker)) for known in shown]
    if len(gone.known) > len(shown):
        rest = speaker.number(len(gone.known) - len(shown))
        text = speaker.say("report.more_public", count=rest)
        entries.append(Entry(line(Span(text, Tone.DIM))))
    entries += [Entry(line(gone.mark, counted_text(one, speaker))) for one in gone.counted]
    yield Listing(tuple(entries))


def _known(known: Known, mark: Span, as_of: date, speaker: Speaker) -> Line:
    """A known finding: "Q401 Kursi kosong: Wonosari (33.23.01.2001), PPS, sejak 2024-05-18"."""
    place = known_where(known, speaker)
    title = f"{known.code} {speaker.title(known.code)}".strip()
    what = f"{title}: {place}" if place else title
    days = days_since(known.since, as_of)
    numbers = {"days": speaker.number(days), "n": days}
    return line(mark, speaker.say("report.known", what=what, date=known.since, **numbers))


# -- still open ------------------------------------------------------------------------------------


def _open(reported: Reported, news: News, speaker: Speaker) -> Iterator[Block]:
    """The oldest first: what has been lying for long."""
    if not news.open:
        return
    say, as_of = speaker.say, reported.overview.as_of
    columns = (
        Column(say("report.days"), right=True),
        Column(say("rules.code")),
        Column(say("report.finding"), wrap=True),
        Column(say("report.place"), wrap=True),
    )
    ordered = sorted(news.open, key=lambda one: one.since)
    yield Heading(line(say("report.news_open", count=speaker.number(still_open(news)))))
    yield Grid(columns, [_open_row(one, as_of, speaker) for one in ordered[:_FIRST_OPEN]])
    if len(ordered) > _FIRST_OPEN:
        text = more(reported, speaker, len(ordered) - _FIRST_OPEN, "check")
        yield Paragraph(line(Span(text, Tone.DIM)), close=True)


def _open_row(one: Open, as_of: date, speaker: Speaker) -> Row:
    finding = one.finding
    place = speaker.place(finding.region, finding.params.get("tps"))
    return (
        Span(speaker.number(days_since(one.since, as_of))),
        Span(finding.code),
        Span(speaker.title(finding.code)),
        Span(", ".join(part for part in (place, finding.body or "") if part) or where(finding)),
    )
