"""A bare `adhoc`: how a roster stands, in a few lines, and the commands that come next."""

from collections.abc import Iterator

from adhoc_cli.models.report import Status
from adhoc_cli.output.document import Block, section
from adhoc_cli.output.table import Table
from adhoc_cli.output.views.check import CheckView


class HomeView(CheckView):
    """A check in one line."""

    personal = False

    def blocks(self) -> Iterator[Block | Table]:
        """Title, the line of the check, and what to type next."""
        yield from self.top("check.title", self.result.calendar)
        yield self.result_line(*self.state())
        yield section(self.say("home.next"))
        for key in self._next():
            yield self.told(key, close=True)

    def _next(self) -> Iterator[str]:
        if any(rule.status is not Status.PASSED and rule.failed for rule in self._report.rules):
            yield "home.check"
        if any(tally.vacant for tally in self.result.seats.totals.values()):
            yield "home.quota"
            yield "home.replace"
        yield "home.checklist"
        yield "home.report"
        yield "home.help"
