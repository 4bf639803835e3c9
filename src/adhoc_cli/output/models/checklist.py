"""`adhoc.checklist/1`: progress, the list of a place, the history, what a sheet brought."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from adhoc_cli.checklist.filled import Fate, Why
from adhoc_cli.checklist.mark import MarkStatus
from adhoc_cli.models.codes import Level
from adhoc_cli.output.models.base import Count, DocumentOut, Each, From, Masked, OrNone, Out
from adhoc_cli.output.models.shared import RegionOut, TextsOut


class JournalOut(Out):
    """The journal as it was read: rows = accepted + rejected."""

    file: Annotated[Literal["koordinasi.csv"], From("file.name")]
    exists: bool
    """A folder without a journal has an empty one."""
    rows: Annotated[Count, From("file.rows")]
    accepted: Annotated[Count, From("file.accepted")]
    rejected: Annotated[Count, From("file.rejected")]


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
    waiting: Count
    """Of the open ones, those for which another item must be done first."""


class ItemOut(Out):
    """An item with its last day."""

    id: str
    body: Annotated[str, From("item.badan")]
    level: Level
    stakeholders: Annotated[list[str], From("item.pemangku")]
    purpose: Annotated[TextsOut, From("item.purpose")]
    evidence: Annotated[list[str], From("item.bukti")]
    """What usually shows that it was done."""
    due: Annotated[date | None, From("due.day")]
    late_after: Annotated[date | None, From("due.late")]
    """The last day before it is overdue."""
    by_law: Annotated[bool, From("due.legal")]
    """Whether the law sets the deadline."""
    basis: Annotated[str | None, From("item.sumber.dasar")]
    after: str | None
    """The item that must be done first."""


class ItemProgressOut(ItemOut):
    """An item over all its places."""

    part = "planned", ItemOut
    counts: CountsOut


class KecamatanProgressOut(Out):
    """How far a kecamatan is, by body, or a kabupaten with the items of its office."""

    region: RegionOut
    bodies: dict[str, CountsOut]
    desa: Count
    desa_complete: Annotated[Count, From("complete")]


class LateOut(Out):
    """One overdue item at one place."""

    region: RegionOut
    kecamatan: RegionOut
    body: Annotated[str, From("planned.item.badan")]
    item: Annotated[str, From("planned.id")]
    stakeholders: Annotated[list[str], From("roles")]
    due: Annotated[date | None, From("due.day")]
    days: int
    """Days behind the last one."""
    by_law: Annotated[bool, From("planned.due.legal")]
    scheduled: bool
    """Whether a day is set."""


class StatusOut(DocumentOut):
    """What `adhoc checklist status` says."""

    schema_: Literal["adhoc.checklist/1"]
    about: Annotated[Literal["status"], From(lambda *_: "status")]
    profile: Annotated[str, From("calendar.profile")]
    as_of: Annotated[date, From("calendar.day")]
    journal: JournalOut
    summary: Annotated[dict[str, CountsOut], From("totals")]
    items: Annotated[Iterable[ItemProgressOut], Each("item")]
    kecamatan: Annotated[Iterable[KecamatanProgressOut], Each("kecamatan")]
    overdue: Annotated[Iterable[LateOut], Each("overdue"), From(lambda one, _: one.overdue())]


class MarkOut(Out):
    """What the journal says of an item."""

    line: int | None
    status: Annotated[MarkStatus, From("mark.status")]
    date_: Annotated[date | None, From("mark.tanggal")]
    evidence: Annotated[str | None, From("mark.bukti"), OrNone]
    note: Annotated[str | None, From("mark.catatan"), OrNone]
    operator: Annotated[str | None, From("mark.operator")]
    recorded: Annotated[str | None, From("mark.waktu")]


class ContactOut(Out):
    """Whom to call."""

    role: str
    name: str
    phone: Masked | None


class TickOut(ItemOut):
    """An item at one place."""

    part = "planned", ItemOut
    stakeholders: Annotated[list[str], From("roles")]
    due: Annotated[date | None, From("due.day")]
    late_after: Annotated[date | None, From("due.late")]
    state: Annotated[
        Literal["overdue", "due", "open", "done"], From(lambda tick, _: tick.state.name.lower())
    ]
    waiting_for: Annotated[str | None, From("waits_for")]
    """The item that must be done first, and is not."""
    days_left: Annotated[int | None, From("left")]
    """Negative behind the last day."""
    mark: Annotated[MarkOut | None, From("entry")]
    contacts: list[ContactOut]


class PlaceOut(DocumentOut):
    """What `adhoc checklist show` says."""

    schema_: Literal["adhoc.checklist/1"]
    about: Annotated[Literal["place"], From(lambda *_: "place")]
    profile: Annotated[str, From("calendar.profile")]
    as_of: Annotated[date, From("calendar.day")]
    journal: JournalOut
    region: RegionOut
    kecamatan: RegionOut
    kind: str
    """`kabupaten`, `kota`, `kecamatan`, `desa` or `kelurahan`."""
    items: Annotated[Iterable[TickOut], Each("item"), From("ticks")]


class RecordedOut(Out):
    """A line of the journal."""

    line: int
    recorded: Annotated[str | None, From("mark.waktu")]
    operator: Annotated[str | None, From("mark.operator")]
    region: RegionOut
    item: Annotated[str, From("mark.butir")]
    status: Annotated[MarkStatus, From("mark.status")]
    date_: Annotated[date | None, From("mark.tanggal")]
    evidence: Annotated[str | None, From("mark.bukti"), OrNone]
    note: Annotated[str | None, From("mark.catatan"), OrNone]


class HistoryOut(DocumentOut):
    """What `adhoc checklist history` says."""

    schema_: Literal["adhoc.checklist/1"]
    about: Annotated[Literal["history"], From(lambda *_: "history")]
    journal: JournalOut
    marks: Annotated[Iterable[RecordedOut], Each("mark")]


class FilledRowOut(Out):
    """A row of the sheet."""

    line: Annotated[int | None, OrNone]
    region_code: Annotated[str | None, From("place"), OrNone]
    item: Annotated[str | None, OrNone]
    outcome: Annotated[Fate, From("fate")]
    reason: Annotated[Why | None, From("why"), OrNone]


class FilledSummaryOut(Out):
    """Rows read = recorded + known + blank + refused."""

    rows: Count
    recorded: Count
    known: Count
    blank: Count
    refused: Count


class FilledOut(DocumentOut):
    """What `adhoc checklist import` says."""

    schema_: Literal["adhoc.checklist/1"]
    about: Annotated[Literal["import"], From(lambda *_: "import")]
    file: str
    summary: Annotated[
        FilledSummaryOut,
        From(
            lambda filled, _: {"rows": filled.read, **{str(one): filled.count(one) for one in Fate}}
        ),
    ]
    rows: Annotated[Iterable[FilledRowOut], Each("row")]
