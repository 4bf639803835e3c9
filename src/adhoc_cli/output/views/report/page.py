"""The report as a page: its head, and a chapter a topic."""

from collections.abc import Iterable, Iterator

from adhoc_cli import __version__
from adhoc_cli.output.document import Block, Heading, Listing, Paragraph, Span, Tone
from adhoc_cli.output.html.page import Fact, Fold, Page, PageBlock, Section
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import Table
from adhoc_cli.output.views.common import to_voting, where_in_calendar
from adhoc_cli.output.views.report.headline import verdict
from adhoc_cli.output.views.report.page_table import page_table
from adhoc_cli.output.views.report.reported import Reported, remark
from adhoc_cli.output.views.report.topics import TOPICS
from adhoc_cli.output.views.report.topics.findings import FILES
from adhoc_cli.output.views.report.topics.glance import GLANCE
from adhoc_cli.output.views.report.topics.news import NEWS
from adhoc_cli.output.views.report.topics.seats import KABUPATEN
from adhoc_cli.output.views.report.topics.topic import Topic
from adhoc_cli.places.country import kabupaten
from adhoc_cli.reports.overview.deadlines import Kind


def page_of(reported: Reported, speaker: Speaker) -> Page:
    """What stands on the page, in the reader's language."""
    one, say = reported.overview, speaker.say
    title, place = say("report.title_public"), _office(reported, speaker)
    day = speaker.day(one.as_of)
    return Page(
        lang=speaker.lang,
        title=title,
        place=place,
        about=f"{one.title.in_(speaker.lang)} ({one.report.profile})",
        letterhead=one.letterhead,
        dates=[
            Fact(say("page.state_of"), f"{day} ({to_voting(speaker, one.calendar)})"),
            *_voting(reported, speaker),
            Fact(say("page.calendar"), where_in_calendar(speaker, one.calendar)),
        ],
        audience=_audience(reported, speaker),
        verdict=verdict(reported, speaker),
        sections=[
            section
            for topic in _topics(reported)
            if (section := _section(topic, reported, speaker)).blocks  # a topic may have nothing
        ],
        texts={
            "skip": say("page.skip"),
            "contents": say("page.contents"),
            "scrolls": say("page.scrolls"),
            "foot": say("page.foot", version=__version__),
        },
        running=" · ".join(part for part in (title, place, day) if part),
    )


def _office(reported: Reported, speaker: Speaker) -> str:
    """The kabupaten or kota that all kecamatan lie in; of several their number, and the province
    where it is one."""
    codes = {row.region.code[:KABUPATEN] for row in reported.overview.seats.kecamatan}
    if not codes:
        return ""
    known = {place.code: place for place in kabupaten() if place.code in codes}
    if len(codes) == 1:
        return "".join(place.name for place in known.values())
    provinces = {place.province for place in known.values()}
    count = speaker.number(len(codes))
    if len(provinces) == 1 and codes == known.keys():
        return speaker.say("page.many_of", count=count, province=provinces.pop())
    return speaker.say("page.many_kabupaten", count=count)


def _voting(reported: Reported, speaker: Speaker) -> Iterator[Fact]:
    """How far voting day is."""
    for one in reported.overview.deadlines:
        if one.kind is Kind.VOTING:
            key = "page.voting_left" if one.days_left else "page.voting_today"
            said = speaker.say(key, days=one.days_left, day=one.day)
            yield Fact(speaker.say("profiles.day"), said)


def _audience(reported: Reported, speaker: Speaker) -> Span:
    if reported.public:
        return Span(speaker.say("page.public"), Tone.GOOD)
    if speaker.personal:
        return Span(speaker.say("page.personal"), Tone.BAD)
    return Span(speaker.say("page.internal"), Tone.DIM)


# -- the chapters ----------------------------------------------------------------------------------


def _topics(reported: Reported) -> Iterator[Topic]:
    if reported.news:
        yield NEWS
    every = (FILES,) if reported.only_news else (GLANCE, *TOPICS)
    yield from (topic for topic in every if topic.is_for(reported))


def _section(topic: Topic, reported: Reported, speaker: Speaker) -> Section:
    title = speaker.say(topic.title)
    blocks = [
        *topic.pictures(reported, speaker),
        *_on_page(topic.blocks(reported, speaker, True), title, speaker),
    ]
    if not blocks and topic.nothing:
        blocks.append(remark(speaker.say(topic.nothing)))
    return Section(
        topic.anchor,
        title,
        blocks,
        topic.number(reported, speaker),
        speaker.say(topic.lead) if topic.lead else "",
        topic is GLANCE,
    )


def _on_page(blocks: Iterable[Block | Table], title: str, speaker: Speaker) -> Iterator[PageBlock]:
    """The blocks of a document, without the title of the chapter; what belongs to a rule is folded
    up, and a table is called what the heading above it says."""
    above, caption = None, title
    for block in blocks:
        if isinstance(block, Heading):
            above, caption = block, "".join(span.text for span in block.text)
            if block.level < _FOLDED and caption != title:
                yield block
        elif isinstance(block, Listing) and above and above.level == _FOLDED:
            yield Fold(above.text, block.entries)
        elif isinstance(block, Table):
            if above and above.level == _FOLDED:
                yield above
            yield page_table(block, speaker, caption)
        elif isinstance(block, Paragraph | Listing):
            yield block
        if not isinstance(block, Heading):
            above = None


_FOLDED = 3  # the level of a heading below which a list is folded up
