"""The row model of the journal, `koordinasi.csv`."""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Annotated

from pydantic import BeforeValidator

from adhoc_cli.checklist.mark import MarkStatus
from adhoc_cli.models.columns import FileKind, Refuses, RowModel, Shape, header
from adhoc_cli.models.dates import SURE_DATE, read_date
from adhoc_cli.models.faults import CellFault, refuse
from adhoc_cli.models.types import EventDate, FreeText, PersonName, PlaceCode
from adhoc_cli.models.vocabulary import word_key
from adhoc_cli.text.days import WIB
from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.nearest import nearest

_SURE_TIME = rf"(?:{SURE_DATE})T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\+07:00"
_CLOCK = lazy_pattern(r"(.+?)[ T,]+([0-9]{1,2})[.:]([0-9]{2})(?:[.:]([0-9]{2}))?(?:\s*WIB)?")
_SERIAL = lazy_pattern(r"[0-9]{5}(?:[.,][0-9]+)?")
STATUSES: Mapping[MarkStatus, tuple[str, ...]] = {
    MarkStatus.DONE: ("selesai", "sudah", "done"),
    MarkStatus.SCHEDULED: ("terjadwal", "rencana", "scheduled"),
    MarkStatus.CANCELLED: ("dibatalkan", "cancelled", "canceled"),
    MarkStatus.WITHDRAWN: ("ditarik", "withdrawn", "unmark"),
}
_STATUS_KEYS = {
    word_key(word): status.value
    for status, words in STATUSES.items()
    for word in (status.value, *words)
}


def _time(text: str) -> str:
    """ISO 8601 in western Indonesia, also of what a spreadsheet made of it ("20/05/2024 9.30")."""
    try:
        moment = _iso_time(text) or _written_time(text)
        if moment is not None:
            return moment.astimezone(WIB).isoformat(timespec="seconds")
    except (ValueError, OverflowError):  # 25.30 o'clock; the last hours of the year 9999
        pass
    raise refuse(CellFault.DATE_UNREADABLE, serial=bool(_SERIAL.fullmatch(text)))


def _iso_time(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=WIB)


def _written_time(text: str) -> datetime | None:
    clock = _CLOCK.fullmatch(text)
    day = read_date(clock[1] if clock else text, short_years=True)
    if day is None:
        return None
    hour, minute, second = (int(part or 0) for part in clock.groups()[1:]) if clock else (0, 0, 0)
    return datetime.combine(day, time(hour, minute, second, tzinfo=WIB))


def _status(text: str) -> str:
    status = _STATUS_KEYS.get(word_key(text))
    if status is None:
        known = [status.value for status in MarkStatus]
        raise refuse(
            CellFault.VALUE_UNKNOWN, known=", ".join(known), nearest=nearest(text, known) or ""
        )
    return status


Time = Annotated[
    str, BeforeValidator(_time), Shape(_SURE_TIME), Refuses((CellFault.DATE_UNREADABLE,))
]
StatusWord = Annotated[
    str,
    BeforeValidator(_status),
    Shape("|".join(status.value for status in MarkStatus)),
    Refuses((CellFault.VALUE_UNKNOWN,)),
]


class Koordinasi(RowModel):
    """One mark. Its order in the file counts, not its time: a row stands even where a spreadsheet
    has spoilt `waktu`."""

    kind = FileKind("koordinasi", "kode_wilayah")

    waktu: Annotated[Time, header("time|timestamp|recorded at", places=False)]
    """When it was recorded, ISO 8601"""
    operator: Annotated[PersonName, header("by", places=False)]
    """Who recorded it"""
    kode_wilayah: Annotated[
        PlaceCode,
        header("kode|kode desa|kode kecamatan|code|region", references="desa.kode kecamatan.kode"),
    ]
    """Code of the kecamatan (PPK), desa (PPS) or kabupaten (KPU)"""
    butir: Annotated[FreeText, header("item|kode butir")]
    """The item, PPK-01"""
    status: Annotated[StatusWord, header("state")]
    """terlaksana (done), dijadwalkan (planned), batal (fell through), dicabut (undone)"""
    tanggal: Annotated[EventDate | None, header("date|tgl|tanggal kegiatan")] = None
    """Day of the meeting"""
    bukti: Annotated[FreeText | None, header("evidence")] = None
    """Evidence"""
    catatan: Annotated[FreeText | None, header("note|notes|keterangan|ket")] = None
    """Note"""
