"""The report as a page: its head, and its chapters in the order in which an office asks."""

from __future__ import annotations

from collections.abc import Iterator

from adhoc_cli import __version__
from adhoc_cli.output.document import Tone
from adhoc_cli.output.html.page import Note, Page, PageTexts, Section
from adhoc_cli.output.safe import safe
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.report.page_speaker import PageSpeaker
from adhoc_cli.output.views.report.reported import Reported
from adhoc_cli.output.views.report.sections.deadlines import ahead, overdue
from adhoc_cli.output.views.report.sections.findings import findings, unchecked, waivers
from adhoc_cli.output.views.report.sections.gaps import gaps
from adhoc_cli.output.views.report.sections.glance import glance
from adhoc_cli.output.views.report.sections.headline import dates, office, verdict
from adhoc_cli.output.views.report.sections.kecamatan import kecamatan
from adhoc_cli.output.views.report.sections.news import news
from adhoc_cli.output.views.report.sections.people import people, support
from adhoc_cli.output.views.report.sections.provenance import provenance

_LETTERHEAD = 120  # characters of a line
_CHAPTERS = (
    glance, gaps, overdue, ahead, kecamatan, findings, people, support, waivers, unchecked,
)  # fmt: skip


def page_of(reported: Reported, speaker: Speaker) -> Page:
    """What stands on the page, in the reader's language and safe to show."""
    page = PageSpeaker(reported, speaker)
    title, place = page.say("report.title_public"), page.text(office(page))
    audience, tone = _audience(page)
    day = page.day(page.overview.as_of)
    return Page(
        lang=speaker.lang,
        title=title,
        place=place,
        about=page.text(page.overview.title.in_(speaker.lang)),
        letterhead=[safe(one, _LETTERHEAD) for one in page.overview.letterhead],
        dates=dates(page),
        audience=audience,
        audience_tone=tone,
        verdict=verdict(page),
        sections=tuple(_sections(page)),
        texts=PageTexts(
            page.say("page.skip"),
            page.say("page.contents"),
            page.say("page.scrolls"),
            page.say("page.foot", version=__version__),
        ),
        running=" · ".join(part for part in (title, place, day) if part),
    )


def _audience(page: PageSpeaker) -> tuple[str, Tone]:
    if page.public:
        return page.say("page.public"), Tone.GOOD
    if page.speaker.personal:
        return page.say("page.personal"), Tone.BAD
    return page.say("page.internal"), Tone.DIM


def _sections(page: PageSpeaker) -> Iterator[Section]:
    first = news(page)
    if first is not None:
        yield first
    if not page.reported.only_news:
        yield from (made for chapter in _CHAPTERS if (made := chapter(page)) is not None)
    last = provenance(page)
    if page.public:
        last = last._replace(blocks=(Note(page.say("page.public_note"), Tone.GOOD), *last.blocks))
    yield last
