"""What is new, what is solved, and what is still open and since when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from adhoc_cli.memory.news import Known, News
from adhoc_cli.output.document import Tone
from adhoc_cli.output.html.page import Block, Entry, Figure, Figures, Listing, Note, Section
from adhoc_cli.output.views.report.reported import oldest, still_open
from adhoc_cli.output.views.report.said import days_since
from adhoc_cli.output.views.report.sections.told import told
from adhoc_cli.output.views.report.sections.voice import Voice

_FIRST = 12  # of each list: the findings themselves stand below, rule by rule


def news(voice: Voice) -> Section | None:
    """The chapter; none where nothing was compared."""
    found = voice.reported.news
    if found is None:
        return None
    title = voice.say("page.news")
    if found.since is None:
        return Section("berita", title, (Note(voice.say("page.news.first"), Tone.NOTE),))
    lead = voice.say("page.news.since", day=voice.day(found.since))
    if found.profile is not None:
        lead = f"{lead} {voice.say('page.news.profile', profile=found.profile)}"
    tone = Tone.BAD if found.new_count else Tone.PLAIN
    blocks = tuple(_blocks(voice, found))
    return Section("berita", title, blocks, voice.number(found.new_count), tone, lead)


def _blocks(voice: Voice, found: News) -> Iterator[Block]:
    yield Figures(tuple(_figures(voice, found)))
    if not found.changed:
        yield voice.dull("page.news.quiet")
    if found.new_count:
        yield _new(voice, found)
    yield from _remembered(voice, "solved", found.solved, Tone.GOOD)
    yield from _remembered(voice, "waived", found.waived, Tone.NOTE)
    yield from _remembered(voice, "unseen", found.unseen, Tone.WARN)
    if found.open and not voice.reported.only_news:
        yield _open(voice, found)


def _figures(voice: Voice, found: News) -> Iterator[Figure]:
    new, solved = found.new_count, found.solved_count
    day = voice.day(found.since or voice.overview.as_of)
    since = voice.say("page.news.since_last", day=day)
    tone = Tone.BAD if new else Tone.GOOD
    yield Figure(voice.say("page.news.new"), voice.number(new), "", since, tone)
    tone = Tone.GOOD if solved else Tone.DIM
    yield Figure(voice.say("page.news.solved"), voice.number(solved), "", since, tone)
    still, first = still_open(found), oldest(found)
    days = days_since(first, voice.overview.as_of) if first else 0
    key = "page.news.oldest" if first else "page.figure.nothing"
    below = voice.say(key, days=days, n=days)
    tone = Tone.WARN if still else Tone.DIM
    yield Figure(voice.say("page.news.open"), voice.number(still), "", below, tone)


def _new(voice: Voice, found: News) -> Listing:
    """The new findings, and the rules of which only the number has grown."""
    entries = [told(voice, one, one.code) for one in found.new[:_FIRST]]
    entries += [
        Entry(_grown(voice, one.before, one.now), tag=f"{one.code} {voice.rule(one.code)}")
        for one in found.counted
        if one.now > one.before
    ]
    more, _ = voice.more(len(found.new) - _FIRST)
    return Listing(voice.say("page.news.new"), tuple(entries), more, tone=Tone.BAD)


def _grown(voice: Voice, before: int, now: int) -> str:
    return voice.say("page.news.counted", before=voice.number(before), now=voice.number(now))


def _remembered(voice: Voice, key: str, known: Sequence[Known], tone: Tone) -> Iterator[Listing]:
    """What is only remembered: rule, place and body, and the day it was first seen."""
    if known:
        entries = tuple(_entry(voice, one) for one in known[:_FIRST])
        more, _ = voice.more(len(known) - _FIRST)
        yield Listing(voice.say(f"page.news.{key}"), entries, more, tone=tone)


def _entry(voice: Voice, one: Known) -> Entry:
    place = f"{one.body or ''} {voice.place(one.region)}".strip()
    title = voice.rule(one.code)
    text = f"{title}: {place}" if title and place else title or place or one.code
    days = days_since(one.since, voice.overview.as_of)
    return Entry(text, tag=one.code, below=voice.say("page.news.days", days=days, n=days))


def _open(voice: Voice, found: News) -> Listing:
    """The rules with findings that were there before: how many, and since when."""
    codes = Counter(one.finding.code for one in found.open)
    first = {code: min(o.since for o in found.open if o.finding.code == code) for code in codes}
    entries = []
    for code, count in codes.most_common(_FIRST):
        days = days_since(first[code], voice.overview.as_of)
        below = voice.say("page.news.oldest", days=days, n=days)
        entries.append(Entry(f"{voice.rule(code)}: {voice.number(count)}", tag=code, below=below))
    more, _ = voice.more(len(codes) - _FIRST)
    return Listing(voice.say("page.news.open"), tuple(entries), more, tone=Tone.WARN)
