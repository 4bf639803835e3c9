"""`adhoc checklist history`: every mark, the oldest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from adhoc_cli.checklist.read import Entry, Journal
from adhoc_cli.models.finding import Region
from adhoc_cli.output.document import Block, Column, Document, Grid, Heading, Paragraph, Span, line
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import Items, Records, View
from adhoc_cli.output.views.checklist_common import free_text, journal_data, journal_note
from adhoc_cli.output.views.common import counted, region, schema
from adhoc_cli.roster.places import Places

_COLUMNS = (
    "line", "waktu", "operator", "kode_wilayah", "nama_wilayah", "butir", "status", "tanggal",
    "bukti", "catatan",
)  # fmt: skip


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
        return {
            **schema("checklist"),
            "about": "history",
            "journal": journal_data(self._journal),
            "marks": Items("mark", map(self._mark, self._entries)),
        }

    def _region(self, entry: Entry) -> Region:
        return self._places.region(entry.mark.kode_wilayah)

    def _mark(self, entry: Entry) -> dict[str, Any]:
        mark = entry.mark
        return {
            "line": entry.line,
            "recorded": mark.waktu,
            "operator": mark.operator,
            "region": region(self._region(entry)),
            "item": mark.butir,
            "status": str(mark.status),
            "date": mark.tanggal.isoformat() if mark.tanggal else None,
            "evidence": free_text(self._speaker, mark.bukti) or None,
            "note": free_text(self._speaker, mark.catatan) or None,
        }

    def records(self) -> Records:
        """A row a mark, under the headers of the journal."""
        return Records(_COLUMNS, self._records())

    def _records(self) -> Iterator[Mapping[str, Any]]:
        for entry in self._entries:
            mark = self._mark(entry)
            yield {
                "line": entry.line,
                "waktu": mark["recorded"],
                "operator": mark["operator"],
                "kode_wilayah": entry.mark.kode_wilayah,
                "nama_wilayah": self._region(entry).name,
                "butir": mark["item"],
                "status": mark["status"],
                "tanggal": mark["date"],
                "bukti": mark["evidence"],
                "catatan": mark["note"],
            }

    def document(self) -> Document:
        """One table."""
        speaker = self._speaker
        title = speaker.say("checklist.history", folder=self._folder)
        blocks: list[Block] = [Heading(line(title), 1)]
        if self._entries:
            blocks.append(self._grid())
        else:
            blocks.append(Paragraph(line(speaker.say("checklist.no_marks"))))
        blocks += journal_note(speaker, self._journal)
        blocks.append(Paragraph(line(counted(speaker, "checklist.marks", len(self._entries)))))
        return Document(tuple(blocks), speaker.lang)

    def _grid(self) -> Grid:
        say = self._speaker.say
        columns = (
            Column(say("checklist.line"), right=True),
            Column(say("checklist.time"), drop=4),
            Column(say("checklist.operator"), drop=3, wrap=True),
            Column(say("title.code")),
            Column(say("members.place"), drop=1, wrap=True),
            Column(say("checklist.item")),
            Column(say("members.status")),
            Column(say("checklist.day")),
            Column(say("checklist.evidence_title"), drop=2, wrap=True),
            Column(say("checklist.note_title"), drop=5, wrap=True),
        )
        return Grid(columns, [self._row(record) for record in self._records()])

    @staticmethod
    def _row(record: Mapping[str, Any]) -> Sequence[Span]:
        shown = {**record, "waktu": (record["waktu"] or "")[:16].replace("T", " ")}
        return [Span("" if shown[key] is None else str(shown[key])) for key in _COLUMNS]
