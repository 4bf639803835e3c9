"""What the members' table says of its rows, whatever columns it has."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from adhoc_cli.roster.members import UNKNOWN_DIVISION
from tests.roster.rosters import BULU, make, member

NIK = "3323014606850006"


def test_a_nik_is_a_number_and_none_is_minus_one(tmp_path: Path) -> None:
    rows = [member("PPK", BULU, nik=nik) for nik in (NIK, "", "12")]
    assert make(tmp_path, *rows).members.nik_numbers.tolist() == [int(NIK), -1, -1]


def test_without_the_column_nobody_has_a_nik(tmp_path: Path) -> None:
    assert make(tmp_path, member("PPK", BULU)).members.nik_numbers.tolist() == [-1]


def test_a_nik_that_stands_in_another_row_too_is_repeated(tmp_path: Path) -> None:
    niks = (NIK, "", "3323014606850007", NIK, "", "12", "12")
    found = make(tmp_path, *[member("PPK", BULU, nik=nik) for nik in niks]).members
    assert np.flatnonzero(found.repeated_nik).tolist() == [0, 3]


def test_a_division_is_a_number_and_another_text_is_unknown(tmp_path: Path) -> None:
    roster = make(tmp_path, *[member("PPK", BULU, divisi=one) for one in ("hukum", "", "x")])
    ppk = roster.profile.badan["PPK"]
    law = next(at for at, name in enumerate(ppk.divisi) if "Hukum" in name)
    assert roster.members.divisions(ppk).tolist() == [law, -1, UNKNOWN_DIVISION]
    assert make(tmp_path, member("PPK", BULU)).members.divisions(ppk).tolist() == [-1]
