"""The digits of a NIK against the plain way to read them, in both holdings of texts."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adhoc_cli.models.columns import columns_of
from adhoc_cli.models.nik import nik_fault
from adhoc_cli.models.rows import Anggota
from adhoc_cli.rules.nik_parts import nik_parts, parts_of
from adhoc_cli.tables.column import Column, validate
from tests.examples import roster_of
from tests.tables.holdings import HOLDINGS, held

niks = st.from_regex(r"[0-9]{6}[0-7][0-9][01][0-9]{7}", fullmatch=True)
texts = niks | st.sampled_from(
    ["", "12", "３３２３０１４７０８８６０００７", "332301470886000O", "'3323014708860007"]
)


def column(cells: list[str], holding: str) -> Column:
    distinct = list(dict.fromkeys(cell for cell in cells if cell))
    codes = np.array([distinct.index(cell) if cell else -1 for cell in cells], np.int32)
    return validate(columns_of(Anggota)["nik"], codes, held(holding, distinct), {})


@pytest.mark.parametrize("holding", HOLDINGS)
@given(cells=st.lists(texts, max_size=20))
def test_the_parts_are_those_of_the_digits(holding: str, cells: list[str]) -> None:
    nik = column(cells, holding)
    parts = parts_of(nik)
    born = nik.spread(parts.born, -1)
    woman, unnumbered = nik.spread(parts.woman, False), nik.spread(parts.unnumbered, False)
    for row in range(len(cells)):
        digits = nik.value(row)
        if digits is None:
            assert (born[row], woman[row], unnumbered[row]) == (-1, False, False)
            continue
        assert nik_fault(digits) is None
        day = int(digits[6:8])
        assert woman[row] == (day > 40)
        assert f"{born[row]:06d}" == f"{day - 40 * woman[row]:02d}{digits[8:12]}"
        assert unnumbered[row] == digits.endswith("0000")


def test_the_parts_are_read_once(tmp_path: Path) -> None:
    roster = roster_of(tmp_path)
    assert nik_parts(roster) is nik_parts(roster)
