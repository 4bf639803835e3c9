"""The numbers by which D603 passes over most names: two names of one key have the same."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adhoc_cli.models.names import name_key
from adhoc_cli.rules.people import name_likeness, perhaps_repeated
from adhoc_cli.tables.texts import Texts

_BEFORE = ("", "H. ", "Hj.", "Prof. Dr. ", "drg ", "HAJI ", "Teuku ", "Alm. ", "K.H. ")
_NAMES = (
    "Siti Aminah", "Mas'ud Ma`ruf", "Moh. Ridwan", "M. Ridwan", "MUHAMMAD RIDWAN", "Null", "Haji",
    "José Ximenes", "Jose Ximenes", "Budi_Santoso", "Nu’man", "Numan", "A-min 2", "", "S.Pd.",
    "Biomed Kartika", "Иван", "Ner's",
)  # fmt: skip
_BEHIND = ("", ", S.Pd.", ", S. Pd. I", " SPd", ", M.Biomed", ", S.I.P.M.I.P", " S.Sos.", ", Amin")
_ANY = st.one_of(
    st.builds("".join, st.tuples(*map(st.sampled_from, (_BEFORE, _NAMES, _BEHIND)))), st.text()
)


@given(st.lists(_ANY, min_size=1, max_size=8))
def test_a_name_and_its_key_have_one_number(names: list[str]) -> None:
    keys = [name_key(name) for name in names]
    assert (name_likeness(Texts.of(names)) == name_likeness(Texts.of(keys))).all()


@given(st.lists(st.text(st.characters(codec="utf-8")), max_size=8))
def test_it_is_the_same_however_names_are_held(names: list[str]) -> None:
    plain, arrow = Texts.of(names), Texts(pa.array(names, pa.string()))
    assert (name_likeness(plain) == name_likeness(arrow)).all()


@pytest.mark.parametrize("other", ["Siti Aminih", "Siti Amina", "Situ Aminah", "Siti Aminah Ratna"])
def test_other_names_have_other_numbers(other: str) -> None:
    one, two = name_likeness(Texts.of(["Siti Aminah", other]))
    assert one != two


def test_only_keys_that_stand_twice_are_perhaps_repeated() -> None:
    keys = np.array([5, 7, 5, 9, 2**63, 9], np.uint64)
    assert perhaps_repeated(keys).tolist() == [True, False, True, True, False, True]
    assert not perhaps_repeated(keys[:2]).any()
