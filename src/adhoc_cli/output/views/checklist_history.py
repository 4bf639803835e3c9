"""`adhoc checklist history`: every mark, the oldest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from adhoc_cli.checklist.read import Entry, Journal
from adhoc_cli.checklist.row import Koordinasi
from adhoc_cli.models.finding import Region
from adhoc_cli.output.document import Block, Document, Heading, Paragraph, line
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import CODE, DAY, NAME, NUMBER, Field, Table, grid_of, records_of
from adhoc_cli.output.view import Records, View
from adhoc_cli.output.views.checklist_common import journal_note
from adhoc_cli.output.views.common import counted
from adhoc_cli.places.listed import Places


class _Recorded(NamedTuple):
    """A mark, its line and its place."""

    line: int
    mark: Koordinasi
    region: Region


class HistoryView(View):
    """Marks in the order of the journal; it says who recorded them."""

    personal = True

    def __init__(
        self,
        entries: Sequence[Entry],
        journal: Journal,
        places: Places,
        speaker: Speaker,
        *,
        folder: str,
    ) -> None:
        self._entries = entries
        self._journal = journal
        self._places = places
        self._speaker = speaker
        self._folder = folder

    def data(self) -> dict[str, Any]:
        """The document `adhoc.checklist/1` about the history."""
        from adhoc_cli.output.models.checklist import HistoryOut

        about = {"journal": self._journal, "marks": self._marks()}
        return HistoryOut.data(None, self._speaker, **about)

    def _marks(self) -> Iterator[_Recorded]:
        for entry in self._entries:
            place = self._places.region(entry.mark.kode_wilayah)
            yield _Recorded(entry.line, entry.mark, place)

    def records(self) -> Records:
        """A row a mark, under the headers of the journal."""
        return records_of(self._table(), self._speaker)

    def document(self) -> Document:
        """One table."""
        speaker = self._speaker
        title = speaker.say("checklist.history", folder=self._folder)
        blocks: list[Block] = [Heading(line(title), 1)]
        if self._entries:
            blocks.append(grid_of(self._table(), speaker))
        else:
            blocks.append(Paragraph(line(speaker.say("checklist.no_marks"))))
        blocks += journal_note(speaker, self._journal)
        blocks.append(Paragraph(line(counted(speaker, "checklist.marks", len(self._entries)))))
        return Document(tuple(blocks), speaker.lang)

    def _table(self) -> Table:
        fields = (
            Field("line", attrgetter("line"), NUMBER, "checklist.line"),
            Field("waktu", attrgetter("mark.waktu"), screen=False),
            Field("waktu", _time, title="checklist.time", drop=4, csv=False, sheet=None),
            Field(
                "operator", attrgetter("mark.operator"), title="checklist.operator",
                drop=3, wrap=True,
            ),
            Field("kode_wilayah", attrgetter("mark.kode_wilayah"), CODE, "title.code"),
            Field(
                "nama_wilayah", attrgetter("region.name"), title="members.place",
                drop=1, wrap=True,
            ),
            Field("butir", attrgetter("mark.butir"), CODE, "checklist.item"),
            Field("status", attrgetter("mark.status"), CODE, "members.status"),
            Field("tanggal", attrgetter("mark.tanggal"), DAY, "checklist.day"),
            Field(
                "bukti", attrgetter("mark.bukti"), NAME, "checklist.evidence_title",
                drop=2, wrap=True,
            ),
            Field(
                "catatan", attrgetter("mark.catatan"), NAME, "checklist.note_title",
                drop=5, wrap=True,
            ),
        )  # fmt: skip
        return Table("marks", fields, self._marks)


def _time(one: _Recorded) -> str:
    return (one.mark.waktu or "")[:16].replace("T", " ")
