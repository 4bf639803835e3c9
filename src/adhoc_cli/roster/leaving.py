"""What a row of `anggota` says of a leave: a day and a decree of its own.

Rosters carry the end of the term, and the decree of the appointment, in the same columns. Both are
known by this: members who serve carry them too. They say nothing of a leave.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.profiles.model import Body
from adhoc_cli.roster.left import Day, days_by_place
from adhoc_cli.roster.repeats import Positions, paired
from adhoc_cli.tables.column import Column
from adhoc_cli.tables.factorised import distinct
from adhoc_cli.tables.table import Table
from adhoc_cli.tables.texts import Mask

SUSPENDED, DISMISSED = "diberhentikan sementara", "diberhentikan"
LEAVES = frozenset({"mengundurkan diri", DISMISSED, "meninggal", "berhalangan tetap"})
Days = NDArray[np.datetime64]


class Leaving(NamedTuple):
    """Rows whose `day` is one of leaving, and whose `decree` is one; who has `gone` has both, and
    the day has come."""

    day: Mask
    decree: Mask
    gone: Mask


def find_leaving(members: Table, serving: Mask, day: Day) -> Leaving:
    """What each row says of a leave, told apart from what those of `serving` carry."""
    ends = members.dates("tanggal_selesai")
    term = days_by_place(members, day.profile, Body.term_in)
    own_day = ~np.isnat(ends) & ~(ends >= term)
    said = np.flatnonzero(own_day)
    if said.size:
        own_day[said] = ~_of_colleagues(members, ends, serving, said)
    own_decree = np.zeros(len(members), bool)
    if "nomor_sk" in members:
        own_decree = _own_decree(members, members["nomor_sk"], serving, ends)
    gone = own_day & own_decree & (ends <= np.datetime64(day.date, "D"))
    return Leaving(np.asarray(own_day), own_decree, np.asarray(gone))


def _of_colleagues(members: Table, ends: Days, serving: Mask, rows: Positions) -> Mask:
    """Which of these rows have a last day that somebody who serves in the same body has, too."""
    key = paired(ends.astype(np.int64), members["badan"].codes)
    return np.isin(key[rows], distinct(key[serving & ~np.isnat(ends)]))


def _own_decree(members: Table, decree: Column, serving: Mask, ends: Days) -> Mask:
    """Rows whose decree no member carries who served already: the one who comes in may stand in
    the decree of the one who leaves."""
    starts = members.dates("tanggal_mulai")
    rows = np.flatnonzero(serving & decree.known)
    since = np.full(len(decree.values) + 1, np.iinfo(np.int64).max)
    began = np.where(np.isnat(starts[rows]), np.datetime64(0, "D"), starts[rows])
    np.minimum.at(since, decree.codes[rows], began.astype("datetime64[D]").astype(np.int64))
    left = np.where(np.isnat(ends), np.datetime64("2200-01-01", "D"), ends)
    return np.asarray(decree.known & (since[decree.codes] >= left.astype(np.int64)))
