"""Where the report comes from: files with their hash and rows, profile, day, version, command."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from adhoc_cli import __version__
from adhoc_cli.models.report import InputFile
from adhoc_cli.output.document import Column, Tone
from adhoc_cli.output.html.page import Block, Cell, Fact, Facts, Piece, Section, Table
from adhoc_cli.output.views.report.page_speaker import PageSpeaker


def provenance(page: PageSpeaker) -> Section:
    """The chapter."""
    blocks: list[Block] = [Facts(tuple(_facts(page)))]
    inputs = page.overview.report.inputs
    blocks.append(_files(page, inputs) if inputs else page.dull("page.provenance.no_files"))
    return Section("asal", page.say("page.provenance"), tuple(blocks))


def _facts(page: PageSpeaker) -> Iterator[Fact]:
    report = page.overview.report
    lang = page.speaker.lang
    title = page.text(page.overview.title.in_(lang))
    yield Fact(page.say("page.provenance.profile"), f"{page.text(report.profile)} ({title})")
    yield Fact(page.say("page.provenance.as_of"), page.day(report.as_of))
    yield Fact(page.say("page.provenance.version"), f"adhoc-cli {__version__}")
    if not page.public:
        yield Fact(page.say("page.provenance.folder"), page.text(page.reported.folder), code=True)
        yield Fact(page.say("page.provenance.command"), page.text(page.reported.command), code=True)


def _files(page: PageSpeaker, inputs: Sequence[InputFile]) -> Table:
    columns = (
        Column(page.say("check.file"), wrap=True),
        *(Column(page.say(f"check.{key}"), right=True) for key in ("rows", "accepted", "rejected")),
    )
    sums = [
        sum(one) for one in zip(*((f.rows, f.accepted, f.rejected) for f in inputs), strict=True)
    ]
    total = (Cell(page.say("title.total")), *_numbers(page, sums))
    return Table(
        page.say("page.provenance.files"),
        columns,
        tuple(_file(page, file) for file in inputs),
        (total,),
        page.say("page.provenance.conserved"),
        stacked=True,
        heading=page.say("page.provenance.files"),
    )


def _file(page: PageSpeaker, file: InputFile) -> Sequence[Cell]:
    name = page.text(file.file)
    if not file.readable:
        unreadable = page.say("check.unreadable")
        return Cell(name, below=(Piece(unreadable, Tone.BAD),)), Cell("–"), Cell("–"), Cell("–")
    digest = (Piece(f"SHA-256 {file.sha256}", Tone.DIM, code=True),) if file.sha256 else ()
    numbers = _numbers(page, (file.rows, file.accepted, file.rejected))
    return (Cell(name, below=digest), *numbers)


def _numbers(page: PageSpeaker, numbers: Sequence[int]) -> Sequence[Cell]:
    rows, accepted, rejected = numbers
    tone = Tone.BAD if rejected else Tone.DIM
    return (Cell(page.number(rows)), Cell(page.number(accepted)), Cell(page.number(rejected), tone))
