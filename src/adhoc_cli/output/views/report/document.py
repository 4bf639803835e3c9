"""A report for people to read: a mail at six in the morning, a screen, a chat.

The first line says it all. What is new comes next, then what somebody has to do today, then the
state of everything, and last where the numbers come from.
"""

from collections.abc import Iterator

from adhoc_cli.output.document import Block, Document, Paragraph, Span, Tone, paragraph, section
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import Table, in_document
from adhoc_cli.output.views.checked import crashed_rules, verdict_parts
from adhoc_cli.output.views.common import Part, dotted, subtitle
from adhoc_cli.output.views.report.reported import Reported
from adhoc_cli.output.views.report.topics import TOPICS
from adhoc_cli.output.views.report.topics.news import NEWS, compared, news_line


def document_of(reported: Reported, speaker: Speaker) -> Document:
    """The head, and the topics."""
    blocks: list[Block | Table] = [*_head(reported, speaker)]
    blocks += NEWS.blocks(reported, speaker, False)
    if not reported.only_news:
        blocks += crashed_rules(reported.overview.report, speaker)
        for topic in TOPICS:
            if topic.is_for(reported):
                blocks += topic.blocks(reported, speaker, False)
    return Document(tuple(in_document(blocks, speaker)), speaker.lang)


def _head(reported: Reported, speaker: Speaker) -> Iterator[Block]:
    """What is new in one line, how things stand in another, then the title."""
    one, news = reported.overview, reported.news
    state = state_of(reported, speaker)
    if news and not news.is_first:
        yield Paragraph(news_line(news, one.as_of, speaker))
        yield Paragraph(dotted(state), close=True)
    else:
        first = [speaker.say("report.first")] if news else []
        yield Paragraph(dotted([*first, *state]))
    title = speaker.say("report.title", folder=reported.folder)
    public = speaker.say("report.title_public")
    yield section(public if one.public else title, level=1)
    for text in one.letterhead:
        yield paragraph(text, close=True)
    yield paragraph(one.title.in_(speaker.lang), close=True)
    yield from subtitle(speaker, one.calendar)
    if news:
        yield from compared(news, speaker)


def state_of(reported: Reported, speaker: Speaker) -> Iterator[Part]:
    """The state in one line: "3 kesalahan · kurang 2 anggota · 12 koordinasi terlambat"; the public
    is told of the seats alone."""
    one = reported.overview
    if not one.public:
        yield from verdict_parts(one.report, speaker, waived=False)
    if one.gaps.unreadable:
        yield Span(speaker.say("check.no_seats"), Tone.BAD)
    else:
        vacant = speaker.counted("quota.vacant_count", one.gaps.vacant)
        yield Span(vacant, Tone.BAD if one.gaps.vacant else Tone.GOOD)
    if one.coordination and not one.public:
        late = reported.items.overdue
        tone = Tone.WARN if late else Tone.GOOD
        yield Span(speaker.counted("report.overdue", late), tone)
