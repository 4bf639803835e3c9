"""Where the report comes from: files with their hash and rows, profile, day, version, command."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from adhoc_cli import __version__
from adhoc_cli.models.report import InputFile
from adhoc_cli.output.document import Tone
from adhoc_cli.output.html.page import Block, Cell, Column, Fact, Facts, Piece, Section, Table
from adhoc_cli.output.views.report.sections.voice import Voice


def provenance(voice: Voice) -> Section:
    """The chapter."""
    blocks: list[Block] = [Facts(tuple(_facts(voice)))]
    inputs = voice.overview.report.inputs
    blocks.append(_files(voice, inputs) if inputs else voice.dull("page.provenance.no_files"))
    return Section("asal", voice.say("page.provenance"), tuple(blocks))


def _facts(voice: Voice) -> Iterator[Fact]:
    report = voice.overview.report
    lang = voice.speaker.lang
    title = voice.text(voice.overview.title.in_(lang))
    yield Fact(voice.say("page.provenance.profile"), f"{voice.text(report.profile)} ({title})")
    yield Fact(voice.say("page.provenance.as_of"), voice.day(report.as_of))
    yield Fact(voice.say("page.provenance.version"), f"adhoc-cli {__version__}")
    if not voice.public:
        yield Fact(
            voice.say("page.provenance.folder"), voice.text(voice.reported.folder), code=True
        )
        yield Fact(
            voice.say("page.provenance.command"), voice.text(voice.reported.command), code=True
        )


def _files(voice: Voice, inputs: Sequence[InputFile]) -> Table:
    columns = (
        Column(voice.say("check.file"), wide=True),
        *(
            Column(voice.say(f"check.{key}"), right=True)
            for key in ("rows", "accepted", "rejected")
        ),
    )
    sums = [
        sum(one) for one in zip(*((f.rows, f.accepted, f.rejected) for f in inputs), strict=True)
    ]
    total = (Cell(voice.say("title.total")), *_numbers(voice, sums))
    return Table(
        voice.say("page.provenance.files"),
        columns,
        tuple(_file(voice, file) for file in inputs),
        (total,),
        voice.say("page.provenance.conserved"),
        stacked=True,
        heading=voice.say("page.provenance.files"),
    )


def _file(voice: Voice, file: InputFile) -> Sequence[Cell]:
    name = voice.text(file.file)
    if not file.readable:
        unreadable = voice.say("check.unreadable")
        return Cell(name, below=(Piece(unreadable, Tone.BAD),)), Cell("–"), Cell("–"), Cell("–")
    digest = (Piece(f"SHA-256 {file.sha256}", Tone.DIM, code=True),) if file.sha256 else ()
    numbers = _numbers(voice, (file.rows, file.accepted, file.rejected))
    return (Cell(name, below=digest), *numbers)


def _numbers(voice: Voice, numbers: Sequence[int]) -> Sequence[Cell]:
    rows, accepted, rejected = numbers
    tone = Tone.BAD if rejected else Tone.DIM
    return (
        Cell(voice.number(rows)),
        Cell(voice.number(accepted)),
        Cell(voice.number(rejected), tone),
    )
