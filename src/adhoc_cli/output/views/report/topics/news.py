"""What is new since the report before, solved, still open, and no longer looked at."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from adhoc_cli.memory.news import Counted, Known, News, Open
from adhoc_cli.models.finding import Finding
from adhoc_cli.models.report import RuleResult
from adhoc_cli.output.document import Entry, Line, Listing, Paragraph, Span, Tone, line, section
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import CODE, COUNT, DAY, Field, Table, place, word
from adhoc_cli.output.views.common import Part, dotted, if_any, listed
from adhoc_cli.output.views.findings import by_weight, rule_blocks, where
from adhoc_cli.output.views.report.reported import Reported, counted_text, days_since, remark
from adhoc_cli.output.views.report.topics.topic import Blocks, Topic

_FIRST_OPEN = 10


def news_table(found: News, as_of: date, speaker: Speaker) -> Table:
    """A row a finding that is new, gone or still open."""
    say = speaker.say
    tones = {"new": Tone.BAD, "solved": Tone.GOOD, "unseen": Tone.WARN, "waived": Tone.NOTE}
    marks = [(say(f"report.state.{state}"), tone) for state, tone in tones.items()]
    fields = (
        Field("state", lambda row: row[0], word("report.state"), marks=marks),
        Field("code", lambda row: row[1].code, title="rules.code"),
        Field("rule", lambda row: speaker.title(row[1].code)),
        Field("place", lambda row: row[1].region, place()),
        Field("body", lambda row: row[1].body),
        Field("since", lambda row: row[1].since, DAY),
        Field("days", lambda row: days_since(row[1].since, as_of), COUNT),
        Field("message", lambda row: row[2], wrap=True),
    )
    notes = [counted_text(one, speaker) for one in found.counted]
    return Table("news", fields, lambda: _changes(found, as_of, speaker), notes=notes, keys=3)


def _changes(found: News, as_of: date, speaker: Speaker) -> Iterator[tuple[str, Known, str | None]]:
    for finding in found.new:
        yield "new", Open(finding, as_of).known, speaker.message(finding)
    for state in ("solved", "waived", "unseen"):
        yield from ((state, known, None) for known in getattr(found, state))
    for one in sorted(found.open, key=lambda one: one.since):
        yield "open", one.known, speaker.message(one.finding)


# -- for people ------------------------------------------------------------------------------------


def news_line(news: News, as_of: date, speaker: Speaker) -> Line:
    """The news in one line: "Baru 2 · selesai 1 · masih terbuka 14 (terlama 23 hari)"."""
    return dotted(
        (
            *_changed(news, speaker),
            _still_open(news, as_of, speaker),
            if_any(speaker, "report.now_waived", len(news.waived)),
            if_any(speaker, "report.unseen", len(news.unseen), Tone.WARN),
        )
    )


def _changed(news: News, speaker: Speaker) -> Iterator[Part]:
    say, number = speaker.say, speaker.number
    if not (news.new_count or news.solved_count):
        yield say("report.nothing_new")
        return
    new = say("report.new", count=number(news.new_count))
    yield Span(new, Tone.BAD if news.new_count else Tone.PLAIN)
    solved = say("report.solved", count=number(news.solved_count))
    yield Span(solved, Tone.GOOD if news.solved_count else Tone.PLAIN)


def _still_open(news: News, as_of: date, speaker: Speaker) -> str:
    count, first = speaker.number(news.open_count), news.oldest
    if first is None:
        return speaker.say("report.still_open", count=count)
    days = days_since(first, as_of)
    return speaker.say("report.still_open_oldest", count=count, days=speaker.number(days), n=days)


def _blocks(reported: Reported, speaker: Speaker, on_page: bool) -> Blocks:
    """The changes. In a first report everything is new: it stands among the findings, unless
    nothing else follows."""
    news = reported.news
    if news is None:
        return
    if on_page:  # elsewhere they are the head of the report
        if news.is_first:
            yield remark(speaker.say("page.news.first"), Tone.PLAIN)
        else:
            yield Paragraph(news_line(news, reported.overview.as_of, speaker))
            yield from compared(news, speaker)
    if reported.only_news or not news.is_first:
        yield from _new(reported, news, speaker)
    yield from _list(reported, speaker, _solved(news, speaker))
    if not reported.only_news:
        yield from _open(reported, news, speaker)
    yield from _list(reported, speaker, _Gone("report.news_waived", news.waived))
    yield from _list(reported, speaker, _Gone("report.news_unseen", news.unseen))
    if news.unseen:
        yield remark(speaker.say("report.news_unseen_what"), close=True)


def compared(news: News, speaker: Speaker) -> Iterator[Paragraph]:
    """With which report, and whether its profile was another."""
    if news.since:
        yield remark(speaker.say("report.compared", date=news.since), close=True)
    if news.profile is not None:
        text = speaker.say("report.other_profile", profile=news.profile)
        yield remark(text, Tone.WARN, close=True)


# -- new -------------------------------------------------------------------------------------------


def _new(reported: Reported, news: News, speaker: Speaker) -> Blocks:
    if not news.new_count:
        return
    text = speaker.say("report.news_new", count=speaker.number(news.new_count))
    yield section(Span(text, Tone.BAD))
    by_rule: dict[str, list[Finding]] = {}
    for finding in news.new:
        by_rule.setdefault(finding.code, []).append(finding)
    rules = reported.overview.report.rules
    found = [_only(rule, by_rule[rule.code]) for rule in rules if rule.code in by_rule]
    for rule in sorted(found, key=by_weight):
        more = partial(reported.more_of_rule, speaker)
        yield from rule_blocks(rule, speaker, reported.limit, more)
    grown = [one for one in news.counted if one.now > one.before]
    if grown:
        mark = Span("✗ ", Tone.BAD)
        yield Listing([Entry(line(mark, counted_text(one, speaker))) for one in grown])


def _only(rule: RuleResult, findings: Sequence[Finding]) -> RuleResult:
    """A rule as if it had found nothing but these."""
    counts = Counter(finding.severity for finding in findings)
    return rule._replace(findings=tuple(findings), failed=len(findings), counts=counts)


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


def _list(reported: Reported, speaker: Speaker, gone: _Gone) -> Blocks:
    number = len(gone.known) if gone.number is None else gone.number
    if not number:
        return
    yield section(speaker.say(gone.key, count=speaker.number(number)))
    as_of, shown = reported.overview.as_of, gone.known[: reported.limit]
    entries = [Entry(_known(known, gone.mark, as_of, speaker)) for known in shown]
    if len(gone.known) > len(shown):
        rest = speaker.number(len(gone.known) - len(shown))
        text = speaker.say("report.more_public", count=rest)
        entries.append(Entry(line(Span(text, Tone.DIM))))
    entries += [Entry(line(gone.mark, counted_text(one, speaker))) for one in gone.counted]
    yield Listing(tuple(entries))


def _known(known: Known, mark: Span, as_of: date, speaker: Speaker) -> Line:
    """A known finding: "Q401 Kekurangan anggota: Wonosari (33.23.01.2001), PPS"."""
    place = listed(speaker.place(known.region), known.body)
    title = f"{known.code} {speaker.title(known.code)}".strip()
    what = f"{title}: {place}" if place else title
    days = days_since(known.since, as_of)
    numbers = {"days": speaker.number(days), "n": days}
    return line(mark, speaker.say("report.known", what=what, date=known.since, **numbers))


# -- still open ------------------------------------------------------------------------------------


def _open(reported: Reported, news: News, speaker: Speaker) -> Blocks:
    """The oldest first: what has been lying for long."""
    if not news.open:
        return
    as_of = reported.overview.as_of
    fields = (
        Field("days", lambda one: days_since(one.since, as_of), COUNT),
        Field("code", "finding.code", CODE, "rules.code"),
        Field("finding", lambda one: speaker.title(one.finding.code), wrap=True),
        Field("place", lambda one: _place_of(one.finding, speaker), wrap=True),
    )
    ordered = sorted(news.open, key=lambda one: one.since)
    yield section(speaker.say("report.news_open", count=speaker.number(news.open_count)))
    yield Table("open", fields, lambda: ordered).first(_FIRST_OPEN)
    if len(ordered) > _FIRST_OPEN:
        yield remark(reported.more(speaker, len(ordered) - _FIRST_OPEN, "check"), close=True)


def _place_of(finding: Finding, speaker: Speaker) -> str:
    place = speaker.place(finding.region, finding.params.get("tps"))
    return listed(place, finding.body) or where(finding)


def _number(reported: Reported, speaker: Speaker) -> Span:
    news = reported.news
    if news is None or news.is_first:
        return Span("")
    return Span(speaker.number(news.new_count), Tone.BAD if news.new_count else Tone.PLAIN)


def _sheets(reported: Reported, speaker: Speaker) -> Iterator[Table]:
    if reported.news:
        yield news_table(reported.news, reported.overview.as_of, speaker)


NEWS = Topic("berita", "page.news", _blocks, _sheets, _number)
