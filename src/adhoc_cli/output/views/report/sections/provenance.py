"""Where the report comes from: files with their hash and rows, profile, day, version, command."""

from __future__ import annotations

from collections.abc import Iterator

from adhoc_cli import __version__
from adhoc_cli.models.report import InputFile
from adhoc_cli.output.document import Tone
from adhoc_cli.output.html.page import Block, Fact, Facts, Piece, Section, Table
from adhoc_cli.output.views.checked import files_table
from adhoc_cli.output.views.report.page_speaker import PageSpeaker
from adhoc_cli.output.views.report.page_table import OnPage, table_of


def provenance(page: PageSpeaker) -> Section:
    """The chapter."""
    blocks: list[Block] = [Facts(tuple(_facts(page)))]
    inputs = page.overview.report.inputs
    blocks.append(_files(page) if inputs else page.dull("page.provenance.no_files"))
    return Section("asal", page.say("page.provenance"), tuple(blocks))


def _facts(page: PageSpeaker) -> Iterator[Fact]:
    report = page.overview.report
    lang = page.speaker.lang
    title = page.text(page.overview.title.in_(lang))
    yield Fact(page.say("report.profile"), f"{page.text(report.profile)} ({title})")
    yield Fact(page.say("page.state_of"), page.day(report.as_of))
    yield Fact(page.say("page.provenance.version"), f"adhoc-cli {__version__}")
    if not page.public:
        yield Fact(page.say("page.provenance.folder"), page.text(page.reported.folder), code=True)
        yield Fact(page.say("page.provenance.command"), page.text(page.reported.command), code=True)


def _files(page: PageSpeaker) -> Table:
    title = page.say("check.files")

    def below(file: InputFile) -> Iterator[Piece]:
        if not file.readable:
            yield Piece(page.say("check.unreadable"), Tone.BAD)
        elif file.sha256:
            yield Piece(f"SHA-256 {file.sha256}", Tone.DIM, code=True)

    def number(key: str, tone: Tone = Tone.PLAIN, zero: Tone = Tone.PLAIN) -> OnPage:
        def text(file: InputFile) -> str:
            return page.number(getattr(file, key)) if file.readable else "–"

        def tone_of(file: InputFile) -> Tone:
            return Tone.PLAIN if not file.readable else tone if getattr(file, key) else zero

        return OnPage(text=text, tone=tone_of)

    on = {
        "file": OnPage(below=below, wrap=True),
        "rows": number("rows"),
        "accepted": number("accepted"),
        "rejected": number("rejected", Tone.BAD, Tone.DIM),
    }
    table = files_table(page.overview.report, page.speaker)
    note = page.say("page.provenance.conserved")
    return table_of(table, page, title, on, note=note, stacked=True, heading=title)
