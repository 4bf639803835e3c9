"""`adhoc init`: what was made, and what to do next."""

from collections.abc import Iterator

from adhoc_cli.intake.init import InitPlan
from adhoc_cli.output.document import (
    Block,
    Entry,
    Listing,
    Span,
    Tone,
    line,
    paragraph,
    section,
)
from adhoc_cli.output.table import COUNT, Field, Table
from adhoc_cli.output.views.common import ResultView
from adhoc_cli.text.shell import as_typed


class InitView(ResultView[InitPlan]):
    """The files of a new folder; they name nobody."""

    personal = False
    model = "reference.InitOut"

    def table(self) -> Table:
        """A row a file."""
        fields = (
            Field("folder", lambda one: str(self.result.folder), screen=False, sheet=None),
            Field("file", "name", title="check.file"),
            Field("rows", "rows", COUNT, "check.rows"),
        )
        return Table("files", fields, lambda: self.result.files)

    def blocks(self) -> Iterator[Block | Table]:
        """The files with their rows, the places and seats, and the next steps."""
        made = self.result
        yield from self.top("init.title", folder=str(made.folder))
        yield paragraph(self._place(), close=True)
        yield self.table()
        yield from self._numbers()
        yield section(self.say("init.next"))
        yield Listing(tuple(self._next()))
        done = Span(self.speaker.counted("init.done", len(made.files)), Tone.GOOD)
        yield self.result_line(done, made.profile)

    def _place(self) -> str:
        place = self.result.kabupaten
        return self.say("init.place", **place._asdict()) if place else self.say("init.no_place")

    def _numbers(self) -> Iterator[Block]:
        made, number = self.result, self.speaker.number
        if made.kabupaten is None:
            return
        places = ", ".join(f"{kind} {number(n)}" for kind, n in made.places.items() if n)
        yield self.told("init.places", places=places)
        seats = ", ".join(f"{body} {number(n)}" for body, n in made.seats.items())
        yield self.told("init.seats", close=True, profile=made.profile, seats=seats)

    def _next(self) -> Iterator[Entry]:
        folder = as_typed(str(self.result.folder))
        fill = "init.fill_seats" if self.result.with_seats else "init.fill"
        bring = line(Span(f"adhoc import FILE -o {folder}", Tone.NOTE))
        yield Entry(line(self.say(fill)), (bring,))
        yield Entry(line(self.say("init.settings")))
        check = "init.check" if self.result.with_seats else "init.check_empty"
        yield Entry(line(self.say(check, command=f"adhoc check {folder}")))
