"""Members whose row says that they left, or have not begun, while their status says aktif.

They fill no seat, and the rule P804 says so. An end of duty at the end of the term is none of this,
nor a day that an office gave to most of a body.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.profiles.model import Body, Profile
from adhoc_cli.tables.column import Column
from adhoc_cli.tables.table import Table
from adhoc_cli.tables.texts import Mask

_MANY = 20  # rows with one day: a decision of the office
# Why somebody goes; behind "menggantikan" it is why somebody came.
_GONE = (
    r"(?:(?:me)?ngundurkan diri|pengunduran diri|mundur|resign|meninggal|wafat|almarhum|alm\b"
    r"|(?:di)?berhenti|berhalangan tetap|dipecat|pindah|digantikan|sudah diganti|tidak aktif"
    r"|tidak terpilih|gugur|belum (?:di ?)?nilai)"
)
_NOTE = rf"(?is:(?:calon )?pengganti|cadangan|(?:sudah |telah |krn |karena |surat )*{_GONE}.*)"
_CAME = r"(?is:(?:meng|peng|di)?ganti(?:kan|an)?\b.*|paw .*|tidak ada|nihil|kosong|aktif|masih .*)"
_DEAD = r"(?:alm|almh|almarhum|almarhumah)"
_LATE = rf"(?is:.*\({_DEAD}\.?\).*|.*,?\s{_DEAD}\.?|almh?\.\s.*|almarhum(?:ah)?\s.*)"

Left = dict[str, Mask]


@dataclass(frozen=True)
class Day:
    """The day at hand, in an election."""

    profile: Profile
    date: date


def find_left(members: Table, active: Mask, day: Day) -> Left:
    """By what says it ("ended", "ahead", "reason", "note", "late"), those of the `active` rows
    whose people do not serve on the day."""
    return {why: rows for why, rows in _found(members, active, day) if rows.any()}


def _found(members: Table, active: Mask, day: Day) -> Iterator[tuple[str, Mask]]:
    today = np.datetime64(day.date, "D")
    starts, ends = (members.dates(column) for column in ("tanggal_mulai", "tanggal_selesai"))
    if not np.isnat(ends).all():
        bound = _bounds(members, day.profile, lambda body: body.selesai)
        early = active & (ends < today) & ~(ends >= bound) & ~(ends < starts)  # V212 tells of that
        yield "ended", _without_shared(members, early, ends)
    if not np.isnat(starts).all():
        bound = _bounds(members, day.profile, lambda body: body.mulai)
        ahead = active & (starts > today) & (bound <= today)
        yield "ahead", _without_shared(members, ahead, starts)
    if "alasan" in members:
        reason = members["alasan"]
        yield "reason", active & reason.known & ~_matching(reason, _CAME)
    for why, column, pattern in (("note", "keterangan", _NOTE), ("late", "nama", _LATE)):
        if column in members:
            yield why, active & _matching(members[column], pattern)


def _matching(column: Column, pattern: str) -> Mask:
    return column.text_in(np.flatnonzero(column.texts.full_match(pattern)))


def _bounds(
    members: Table, profile: Profile, day: Callable[[Body], date | None]
) -> NDArray[np.datetime64]:
    """Per row, a day of the profile for its body; NaT where it has none."""
    column = members["badan"]
    bounds = [*(day(profile.badan[body]) for body in column.value_list), None]
    return np.array(bounds, "datetime64[D]")[column.codes]


def _without_shared(members: Table, rows: Mask, days: NDArray[np.datetime64]) -> Mask:
    """The rows without those whose day most of their body have."""
    if np.count_nonzero(rows) < _MANY:
        return np.asarray(rows)
    body = members["badan"].codes
    kept = rows.copy()
    for one in np.unique(body[rows]):
        of_body = (body == one) & ~np.isnat(days)
        found, counts = np.unique(days[of_body], return_counts=True)
        often = found[(counts >= _MANY) & (2 * counts > np.count_nonzero(of_body))]
        kept &= ~(of_body & np.isin(days, often))
    return np.asarray(kept)
