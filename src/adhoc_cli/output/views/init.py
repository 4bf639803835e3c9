"""`adhoc init`: what was made, and what to do next."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from typing import Any

from adhoc_cli.intake.init import Initialised
from adhoc_cli.output.document import (
    Block,
    Column,
    Document,
    Entry,
    Grid,
    Heading,
    Line,
    Listing,
    Paragraph,
    Span,
    Tone,
    line,
)
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import Records, View
from adhoc_cli.output.views.common import DOT, counted

_COLUMNS = ("folder", "file", "rows")


class InitView(View):
    """The files of a new folder; they name nobody."""

    personal = False

    def __init__(self, made: Initialised, speaker: Speaker, *, profile: str) -> None:
        self._made = made
        self._speaker = speaker
        self._profile = profile

    def data(self) -> dict[str, Any]:
        """The document `adhoc.init/1`."""
        from adhoc_cli.output.models.reference import InitOut

        return InitOut.data(self._made, self._speaker, profile=self._profile)

    def records(self) -> Records:
        """A row a file."""
        return Records(_COLUMNS, self._records())

    def _records(self) -> Iterator[Mapping[str, Any]]:
        for one in self._made.files:
            yield {"folder": str(self._made.folder), "file": one.name, "rows": one.rows}

    def document(self) -> Document:
        """The files with their rows, the places and seats, and the next steps."""
        speaker, made = self._speaker, self._made
        title = Heading(line(speaker.say("init.title", folder=str(made.folder))), 1)
        columns = (Column(speaker.say("check.file")), Column(speaker.say("check.rows"), right=True))
        rows = [(Span(one.name), Span(speaker.number(one.rows))) for one in made.files]
        blocks: list[Block] = [
            title,
            Paragraph(line(self._place()), close=True),
            Grid(columns, rows),
            *self._numbers(),
            Heading(line(speaker.say("init.next"))),
            Listing(tuple(self._next())),
            Paragraph(self._result()),
        ]
        return Document(tuple(blocks), speaker.lang)

    def _place(self) -> str:
        place = self._made.kabupaten
        if place is None:
            return self._speaker.say("init.no_place")
        return self._speaker.say("init.place", **place._asdict())

    def _numbers(self) -> Iterator[Block]:
        made, speaker = self._made, self._speaker
        if made.kabupaten is None:
            return
        places = ", ".join(f"{kind} {speaker.number(n)}" for kind, n in made.places.items() if n)
        yield Paragraph(line(speaker.say("init.places", places=places)))
        seats = ", ".join(f"{body} {speaker.number(n)}" for body, n in made.seats.items())
        text = speaker.say("init.seats", profile=self._profile, seats=seats)
        yield Paragraph(line(text), close=True)

    def _next(self) -> Iterator[Entry]:
        speaker = self._speaker
        folder = shlex.quote(str(self._made.folder))
        fill = "init.fill_seats" if self._made.with_seats else "init.fill"
        bring = line(Span(f"adhoc import FILE -o {folder}", Tone.NOTE))
        yield Entry(line(speaker.say(fill)), (bring,))
        yield Entry(line(speaker.say("init.settings")))
        check = "init.check" if self._made.with_seats else "init.check_empty"
        yield Entry(line(speaker.say(check, command=f"adhoc check {folder}")))

    def _result(self) -> Line:
        speaker = self._speaker
        done = counted(speaker, "init.done", len(self._made.files))
        said = Span(f"{speaker.say('result')} ", Tone.STRONG)
        return line(said, Span(done, Tone.GOOD), DOT, self._profile)
