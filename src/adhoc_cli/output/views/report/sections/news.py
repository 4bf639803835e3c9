"""What is new, what is solved, and what is still open and since when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from adhoc_cli.memory.news import Known, News
from adhoc_cli.output.document import Tone
from adhoc_cli.output.html.page import Block, Entry, Figure, Figures, Listing, Note, Section
from adhoc_cli.output.views.report.page_speaker import PageSpeaker
from adhoc_cli.output.views.report.reported import oldest, still_open
from adhoc_cli.output.views.report.said import days_since

_FIRST = 12  # of each list: the findings themselves stand below, rule by rule


def news(page: PageSpeaker) -> Section | None:
    """The chapter; none where nothing was compared."""
    found = page.reported.news
    if found is None:
        return None
    title = page.say("page.news")
    if found.since is None:
        return Section("berita", title, (Note(page.say("page.news.first"), Tone.NOTE),))
    lead = page.say("page.news.since", day=page.day(found.since))
    if found.profile is not None:
        lead = f"{lead} {page.say('page.news.profile', profile=found.profile)}"
    tone = Tone.BAD if found.new_count else Tone.PLAIN
    blocks = tuple(_blocks(page, found))
    return Section("berita", title, blocks, page.number(found.new_count), tone, lead)


def _blocks(page: PageSpeaker, found: News) -> Iterator[Block]:
    yield Figures(tuple(_figures(page, found)))
    if not found.changed:
        yield page.dull("page.news.quiet")
    if found.new_count:
        yield _new(page, found)
    yield from _remembered(page, "solved", found.solved, Tone.GOOD)
    yield from _remembered(page, "waived", found.waived, Tone.NOTE)
    yield from _remembered(page, "unseen", found.unseen, Tone.WARN)
    if found.open and not page.reported.only_news:
        yield _open(page, found)


def _figures(page: PageSpeaker, found: News) -> Iterator[Figure]:
    new, solved = found.new_count, found.solved_count
    day = page.day(found.since or page.overview.as_of)
    since = page.say("page.news.since_last", day=day)
    tone = Tone.BAD if new else Tone.GOOD
    yield Figure(page.say("page.news.new"), page.number(new), "", since, tone)
    tone = Tone.GOOD if solved else Tone.DIM
    yield Figure(page.say("page.news.solved"), page.number(solved), "", since, tone)
    still, first = still_open(found), oldest(found)
    days = days_since(first, page.overview.as_of) if first else 0
    key = "page.news.oldest" if first else "page.figure.nothing"
    below = page.say(key, days=days, n=days)
    tone = Tone.WARN if still else Tone.DIM
    yield Figure(page.say("page.news.open"), page.number(still), "", below, tone)


def _new(page: PageSpeaker, found: News) -> Listing:
    """The new findings, and the rules of which only the number has grown."""
    entries = [page.finding(one, one.code) for one in found.new[:_FIRST]]
    entries += [
        Entry(_grown(page, one.before, one.now), tag=f"{one.code} {page.rule(one.code)}")
        for one in found.counted
        if one.now > one.before
    ]
    more, _ = page.more(len(found.new) - _FIRST)
    return Listing(page.say("page.news.new"), tuple(entries), more, tone=Tone.BAD)


def _grown(page: PageSpeaker, before: int, now: int) -> str:
    return page.say("page.news.counted", before=page.number(before), now=page.number(now))


def _remembered(
    page: PageSpeaker, key: str, known: Sequence[Known], tone: Tone
) -> Iterator[Listing]:
    """What is only remembered: rule, place and body, and the day it was first seen."""
    if known:
        entries = tuple(_entry(page, one) for one in known[:_FIRST])
        more, _ = page.more(len(known) - _FIRST)
        yield Listing(page.say(f"page.news.{key}"), entries, more, tone=tone)


def _entry(page: PageSpeaker, one: Known) -> Entry:
    place = f"{one.body or ''} {page.place(one.region)}".strip()
    title = page.rule(one.code)
    text = f"{title}: {place}" if title and place else title or place or one.code
    days = days_since(one.since, page.overview.as_of)
    return Entry(text, tag=one.code, below=page.say("page.news.days", days=days, n=days))


def _open(page: PageSpeaker, found: News) -> Listing:
    """The rules with findings that were there before: how many, and since when."""
    codes = Counter(one.finding.code for one in found.open)
    first = {code: min(o.since for o in found.open if o.finding.code == code) for code in codes}
    entries = []
    for code, count in codes.most_common(_FIRST):
        days = days_since(first[code], page.overview.as_of)
        below = page.say("page.news.oldest", days=days, n=days)
        entries.append(Entry(f"{page.rule(code)}: {page.number(count)}", tag=code, below=below))
    more, _ = page.more(len(codes) - _FIRST)
    return Listing(page.say("page.news.open"), tuple(entries), more, tone=Tone.WARN)
