"""The report as a page: its head, and its chapters in the order in which an office asks."""

from __future__ import annotations

from collections.abc import Iterator

from adhoc_cli import __version__
from adhoc_cli.output.document import Tone
from adhoc_cli.output.html.page import Note, Page, Section, Words
from adhoc_cli.output.speaker import Speaker
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
from adhoc_cli.output.views.report.sections.voice import Voice

_LETTERHEAD = 120  # characters of a line
_CHAPTERS = (
    glance, gaps, overdue, ahead, kecamatan, findings, people, support, waivers, unchecked,
)  # fmt: skip


def page_of(reported: Reported, speaker: Speaker) -> Page:
    """What stands on the page, in the reader's language and safe to show."""
    voice = Voice(reported, speaker)
    title, place = voice.say("page.title"), voice.text(office(voice))
    audience, tone = _audience(voice)
    day = voice.day(voice.overview.as_of)
    return Page(
        lang=speaker.lang,
        title=title,
        place=place,
        about=voice.text(voice.overview.title.in_(speaker.lang)),
        letterhead=[one[:_LETTERHEAD] for one in map(voice.text, voice.overview.letterhead)],
        dates=dates(voice),
        audience=audience,
        audience_tone=tone,
        verdict=verdict(voice),
        sections=tuple(_sections(voice)),
        words=Words(
            voice.say("page.skip"),
            voice.say("page.contents"),
            voice.say("page.scrolls"),
            voice.say("page.foot", version=__version__),
        ),
        running=" · ".join(part for part in (title, place, day) if part),
    )


def _audience(voice: Voice) -> tuple[str, Tone]:
    if voice.public:
        return voice.say("page.public"), Tone.GOOD
    if voice.speaker.personal:
        return voice.say("page.personal"), Tone.BAD
    return voice.say("page.internal"), Tone.DIM


def _sections(voice: Voice) -> Iterator[Section]:
    first = news(voice)
    if first is not None:
        yield first
    if not voice.reported.only_news:
        yield from (made for chapter in _CHAPTERS if (made := chapter(voice)) is not None)
    last = provenance(voice)
    if voice.public:
        last = last._replace(blocks=(Note(voice.say("page.public_note"), Tone.GOOD), *last.blocks))
    yield last
