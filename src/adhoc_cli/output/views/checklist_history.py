"""`adhoc checklist history`: every mark, the oldest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from adhoc_cli.checklist.read import Entry, Journal
from adhoc_cli.checklist.row import Koordinasi
from adhoc_cli.models.finding import Region
from adhoc_cli.output.document import Block
from adhoc_cli.output.table import CODE, DAY, NAME, NUMBER, Field, Table
from adhoc_cli.output.views.common import ResultView
from adhoc_cli.places.listed import Places


class _Recorded(NamedTuple):
    """A mark, its line and its place."""

    line: int
    mark: Koordinasi
    region: Region


@dataclass(eq=False, kw_only=True)
class HistoryView(ResultView[Sequence[Entry]]):
    """Marks in the order of the journal; it says who recorded them."""

    personal = True
    model = "checklist.HistoryOut"
    journal: Journal
    places: Places

    def given(self) -> dict[str, Any]:
        """The journal and its marks."""
        return {"journal": self.journal, "marks": self._marks()}

    def _marks(self) -> Iterator[_Recorded]:
        for entry in self.result:
            place = self.places.region(entry.mark.kode_wilayah)
            yield _Recorded(entry.line, entry.mark, place)

    def blocks(self) -> Iterator[Block | Table]:
        """One table."""
        number = len(self.result)
        yield from self.top("checklist.history")
        yield self.table() if number else self.told("checklist.no_marks")
        yield from self.rejected_marks(self.journal.file.rejected)
        yield self.told("checklist.marks", count=self.speaker.number(number), n=number)

    def table(self) -> Table:
        """A row a mark, under the headers of the journal."""
        fields = (
            Field("line", "line", NUMBER, "checklist.line"),
            Field("waktu", "mark.waktu", screen=False),
            Field("waktu", _time, title="checklist.time", drop=4, csv=False, sheet=None),
            Field("operator", "mark.operator", title="checklist.operator", drop=3, wrap=True),
            Field("kode_wilayah", "mark.kode_wilayah", CODE, "title.code"),
            Field("nama_wilayah", "region.name", title="members.place", drop=1, wrap=True),
            Field("butir", "mark.butir", CODE, "checklist.item"),
            Field("status", "mark.status", CODE, "members.status"),
            Field("tanggal", "mark.tanggal", DAY, "checklist.day"),
            Field("bukti", "mark.bukti", NAME, "checklist.evidence_title", drop=2, wrap=True),
            Field("catatan", "mark.catatan", NAME, "checklist.note_title", drop=5, wrap=True),
        )
        return Table("marks", fields, self._marks)


def _time(one: _Recorded) -> str:
    return (one.mark.waktu or "")[:16].replace("T", " ")
