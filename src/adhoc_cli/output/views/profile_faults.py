"""`adhoc profiles --check`: the mistakes of a profile file."""

from collections.abc import Iterator
from dataclasses import dataclass

from adhoc_cli.output.document import Block, Span, Tone
from adhoc_cli.output.table import NUMBER, Field, Table
from adhoc_cli.output.views.common import ResultView
from adhoc_cli.profiles.every_fault import Faults
from adhoc_cli.text.translator import Translator


@dataclass(eq=False, kw_only=True)
class ProfileFaultsView(ResultView[Faults]):
    """Every mistake with its line; of a file that was just `made` what to do with it."""

    personal = False
    model = "reference.ProfileFaultsOut"
    made: bool = False

    def blocks(self) -> Iterator[Block | Table]:
        """The mistakes, and how many there are."""
        faults = self.result
        yield from self.top("profiles.faults", file=faults.file)
        if faults.found:
            yield self.table()
        if self.made:
            yield self.told("profiles.made", file=faults.file)
        if not faults.all:
            yield self.told("profiles.not_all", Tone.WARN)
        number = self.speaker.counted("profiles.fault_count", len(faults.found))
        none = Span(self.say("profiles.faults_none"), Tone.GOOD)
        yield self.result_line(Span(number, Tone.BAD) if faults.found else none)

    def table(self) -> Table:
        """A row a mistake."""
        translator = Translator(self.speaker.lang)
        fields = (
            Field("file", title="check.file"),
            Field("line", "line", NUMBER, "profiles.line"),
            Field("fault", lambda one: one.said(translator), title="profiles.fault", wrap=True),
        )
        return Table("faults", fields, lambda: self.result.found)
