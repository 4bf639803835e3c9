"""`adhoc.checklist/1`: progress, the list of a place, the history, what a sheet brought."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from adhoc_cli.checklist.filled import Fate, Filled, FilledRow, Why
from adhoc_cli.checklist.items import Planned
from adhoc_cli.checklist.mark import MarkStatus
from adhoc_cli.checklist.place import PlaceList, Tick
from adhoc_cli.checklist.progress import ItemProgress, KecamatanProgress, Late, Progress
from adhoc_cli.checklist.read import Entry, Journal
from adhoc_cli.output.models.base import Count, DocumentOut, Each, Masked, Out, Values
from adhoc_cli.output.models.shared import RegionOut, TextsOut
from adhoc_cli.output.speaker import Speaker


class JournalOut(Out):
    """The journal as it was read: rows = accepted + rejected."""

    file: Literal["koordinasi.csv"]
    exists: bool
    """A folder without a journal has an empty one."""
    rows: Count
    accepted: Count
    rejected: Count

    @classmethod
    def values_of(cls, source: Journal, speaker: Speaker) -> Values:
        numbers = {key: getattr(source.file, key) for key in ("rows", "accepted", "rejected")}
        return {"file": source.file.name, **numbers}


class CountsOut(Out):
    """Items at places: total = done + due + overdue + open."""

    total: Count
    done: Count
    due: Count
    overdue: Count
    open: Count
    scheduled: Count
    """Of those not done, the ones that have a day."""
    overdue_by_law: Count


class ItemOut(Out):
    """An item with its last day."""

    id: str
    body: str
    level: Literal["kecamatan", "desa"]
    stakeholders: list[str]
    purpose: TextsOut
    evidence: list[str]
    """What usually shows that it was done."""
    due: date | None
    late_after: date | None
    """The last day before it is overdue."""
    by_law: bool
    """Whether the law sets the deadline."""
    basis: str | None


def _item(planned: Planned) -> dict[str, Any]:
    item, due = planned.item, planned.due
    return {
        "id": planned.id,
        "body": item.badan,
        "level": planned.level,
        "stakeholders": item.pemangku,
        "purpose": item.purpose,
        "evidence": item.bukti,
        "due": due.day,
        "late_after": due.late,
        "by_law": due.legal,
        "basis": item.sumber.dasar if item.sumber else None,
    }


class ItemProgressOut(ItemOut):
    """An item over all its places."""

    counts: CountsOut

    @classmethod
    def values_of(cls, source: ItemProgress, speaker: Speaker) -> Values:
        return _item(source.planned)


class KecamatanProgressOut(Out):
    """How far a kecamatan is, by body."""

    region: RegionOut
    bodies: dict[str, CountsOut]
    desa: Count
    desa_complete: Count

    @classmethod
    def values_of(cls, source: KecamatanProgress, speaker: Speaker) -> Values:
        return {"desa_complete": source.complete}


class LateOut(Out):
    """One overdue item at one place."""

    region: RegionOut
    kecamatan: RegionOut
    body: str
    item: str
    stakeholders: list[str]
    due: date | None
    days: int
    """Days behind the last one."""
    by_law: bool
    scheduled: bool
    """Whether a day is set."""

    @classmethod
    def values_of(cls, source: Late, speaker: Speaker) -> Values:
        planned = source.planned
        return {
            "body": planned.item.badan,
            "item": planned.id,
            "stakeholders": source.roles,
            "due": planned.due.day,
            "by_law": planned.due.legal,
        }


class StatusOut(DocumentOut):
    """What `adhoc checklist status` says."""

    schema_: Literal["adhoc.checklist/1"] = Field(serialization_alias="schema")
    about: Literal["status"]
    profile: str
    as_of: date
    journal: JournalOut
    summary: dict[str, CountsOut]
    items: Annotated[Iterable[ItemProgressOut], Each("item")]
    kecamatan: Annotated[Iterable[KecamatanProgressOut], Each("kecamatan")]
    overdue: Annotated[Iterable[LateOut], Each("overdue")]

    @classmethod
    def values_of(cls, source: Progress, speaker: Speaker) -> Values:
        return {"about": "status", "summary": source.totals}


class MarkOut(Out):
    """What the journal says of an item."""

    line: int | None
    status: MarkStatus
    date_: date | None = Field(serialization_alias="date")
    evidence: str | None
    note: str | None
    operator: str | None
    recorded: str | None


class ContactOut(Out):
    """Whom to call."""

    role: str
    name: str
    phone: Masked | None


class TickOut(ItemOut):
    """An item at one place."""

    state: Literal["overdue", "due", "open", "done"]
    days_left: int | None
    """Negative behind the last day."""
    mark: MarkOut | None
    contacts: list[ContactOut]

    @classmethod
    def values_of(cls, source: Tick, speaker: Speaker) -> Values:
        return {
            **_item(source.planned),
            "stakeholders": source.roles,
            "state": source.state.name.lower(),
            "days_left": source.left,
            "mark": _mark(source.entry) if source.entry else None,
        }


def _mark(entry: Entry) -> dict[str, Any]:
    mark = entry.mark
    return {
        "line": entry.line,
        "status": mark.status,
        "date_": mark.tanggal,
        "evidence": mark.bukti or None,
        "note": mark.catatan or None,
        "operator": mark.operator,
        "recorded": mark.waktu,
    }


class PlaceOut(DocumentOut):
    """What `adhoc checklist show` says."""

    schema_: Literal["adhoc.checklist/1"] = Field(serialization_alias="schema")
    about: Literal["place"]
    profile: str
    as_of: date
    journal: JournalOut
    region: RegionOut
    kecamatan: RegionOut
    kind: str
    """`kecamatan`, `desa` or `kelurahan`."""
    items: Annotated[Iterable[TickOut], Each("item")]

    @classmethod
    def values_of(cls, source: PlaceList, speaker: Speaker) -> Values:
        return {"about": "place", "items": source.ticks}


class RecordedOut(Out):
    """A line of the journal."""

    line: int
    recorded: str | None
    operator: str | None
    region: RegionOut
    item: str
    status: MarkStatus
    date_: date | None = Field(serialization_alias="date")
    evidence: str | None
    note: str | None


def recorded_values(entry: Entry, place: Any) -> dict[str, Any]:
    """The values of a `RecordedOut`."""
    return {**_mark(entry), "region": place, "item": entry.mark.butir}


class HistoryOut(DocumentOut):
    """What `adhoc checklist history` says."""

    schema_: Literal["adhoc.checklist/1"] = Field(serialization_alias="schema")
    about: Literal["history"]
    journal: JournalOut
    marks: Annotated[Iterable[RecordedOut], Each("mark")]


class FilledRowOut(Out):
    """A row of the sheet."""

    line: int | None
    region_code: str | None
    item: str | None
    outcome: Fate
    reason: Why | None

    @classmethod
    def values_of(cls, source: FilledRow, speaker: Speaker) -> Values:
        return {
            "line": source.line or None,
            "region_code": source.place or None,
            "item": source.item or None,
            "outcome": source.fate,
            "reason": source.why or None,
        }


class FilledSummaryOut(Out):
    """Rows read = recorded + known + blank + refused."""

    rows: Count
    recorded: Count
    known: Count
    blank: Count
    refused: Count


class FilledOut(DocumentOut):
    """What `adhoc checklist import` says."""

    schema_: Literal["adhoc.checklist/1"] = Field(serialization_alias="schema")
    about: Literal["import"]
    file: str
    summary: FilledSummaryOut
    rows: Annotated[Iterable[FilledRowOut], Each("row")]

    @classmethod
    def values_of(cls, source: Filled, speaker: Speaker) -> Values:
        counts = {str(fate): source.count(fate) for fate in Fate}
        return {"about": "import", "summary": {"rows": source.read, **counts}}


ChecklistOut = StatusOut | PlaceOut | HistoryOut | FilledOut
