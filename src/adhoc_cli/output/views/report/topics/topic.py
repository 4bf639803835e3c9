"""A topic of the report, declared once: what it is called, and what there is to say about it."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from adhoc_cli.output.document import Block, Span
from adhoc_cli.output.html.page import PageBlock
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import Table
from adhoc_cli.output.views.report.reported import Reported

Blocks = Iterator[Block | Table]
Sheets = Callable[[Reported, Speaker], Iterable[Table]]


def _none(reported: Reported, speaker: Speaker) -> tuple[()]:
    return ()


def _no_number(reported: Reported, speaker: Speaker) -> Span:
    return Span("")


class Topic(NamedTuple):
    """A topic; every form of the report is made from these.

    `blocks` are what people read; the last argument says whether on the page, where there is more
    room than in a mail. `sheets` are the tables of the workbook. The page is a chapter a topic: its
    `anchor`, its `title`, the `number` that the contents give, a sentence that comes first (`lead`)
    and one that stands there where there is nothing else (`nothing`), and `pictures`. One that is
    not `public` tells of faults: a public report speaks of seats and coverage only.
    """

    anchor: str
    title: str
    blocks: Callable[[Reported, Speaker, bool], Blocks]
    sheets: Sheets = _none
    number: Callable[[Reported, Speaker], Span] = _no_number
    lead: str = ""
    nothing: str = ""
    pictures: Callable[[Reported, Speaker], Iterable[PageBlock]] = _none
    public: bool = True

    def is_for(self, reported: Reported) -> bool:
        """Whether a report has this topic."""
        return self.public or not reported.public
