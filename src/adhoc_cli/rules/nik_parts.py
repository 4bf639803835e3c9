"""What the digits of every NIK of a column say: date of birth, sex, serial number."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.roster.roster import Roster
from adhoc_cli.tables.column import Column
from adhoc_cli.tables.texts import Mask

_LENGTH = 16


class NikParts(NamedTuple):
    """Per distinct NIK of a column: `born` is DDMMYY (a woman's 40 taken off the day) as a number,
    `woman` whether the day was 41-71, `unnumbered` whether the last four digits are 0000."""

    born: NDArray[np.int32]
    woman: Mask
    unnumbered: Mask


def nik_parts(roster: Roster) -> NikParts:
    """The parts of the NIKs of members, read once: three rules ask for those of 3.6 million."""
    return roster.once(_of_members)


def _of_members(roster: Roster) -> NikParts:
    return parts_of(roster.members["nik"])


def parts_of(column: Column) -> NikParts:
    """The parts of the NIKs of a column."""
    digits = column.value_texts.bytes_matrix(_LENGTH)
    born = np.zeros(len(digits), np.int32)
    for digit in digits[:, 6:12].T:
        born *= 10
        born += digit - np.uint8(ord("0"))
    woman = born >= 40_00_00
    born -= woman * np.int32(40_00_00)
    return NikParts(born, woman, (digits[:, 12:] == ord("0")).all(axis=1))
