"""Places: what the region files list, looked up by code, by name, and for whole columns."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adhoc_cli.models.finding import Region
from adhoc_cli.places.listed import TPS_STRIDE, Level, PerhapsNamed, TpsLevel, place_key
from adhoc_cli.tables.texts import Texts
from tests.roster.rosters import (
    BULU,
    DESA,
    DRONO,
    KECAMATAN,
    PAKUREJO,
    TEMBARAK,
    WONOSARI,
    make,
    member,
    tps,
)
from tests.tables.holdings import HOLDINGS, held


def level(*codes: str) -> Level:
    names = [f"Desa {code}" for code in codes]
    index = {code: at for at, code in enumerate(codes)}
    return Level(codes, names, np.full(len(codes), -1, np.int32), index)


def tps_level(*pairs: tuple[int, int]) -> TpsLevel:
    keys = np.array(sorted({desa * TPS_STRIDE + number for desa, number in pairs}), np.int64)
    return TpsLevel(keys, (keys // TPS_STRIDE).astype(np.int32), None)


# -- what lies in what -----------------------------------------------------------------------------


def test_a_desa_lies_in_the_kecamatan_that_its_code_begins_with(tmp_path: Path) -> None:
    places = make(tmp_path).places
    assert places.desa.parent.tolist() == [0, 0, 1]


def test_a_named_kecamatan_wins_over_the_code(tmp_path: Path) -> None:
    rows = [
        {"kode": WONOSARI, "nama": "Wonosari", "kode_kecamatan": "332302"},
        {"kode": PAKUREJO, "nama": "Pakurejo", "kode_kecamatan": ""},
        {"kode": DRONO, "nama": "Drono", "kode_kecamatan": "entah"},
    ]
    assert make(tmp_path, desa=rows).places.desa.parent.tolist() == [1, 0, 1]


def test_a_desa_of_an_unlisted_kecamatan_is_a_place_without_parent(tmp_path: Path) -> None:
    rows = [*DESA, {"kode": "33.23.21.2001", "nama": "Sumberagung"}]
    places = make(tmp_path, desa=rows).places
    assert places.desa.parent.tolist() == [0, 0, 1, -1]
    assert places.region("33.23.21.2001") == Region("33.23.21.2001", "Sumberagung")


def test_a_code_that_is_listed_again_counts_once_with_its_first_name(tmp_path: Path) -> None:
    rows = [*KECAMATAN, {"kode": "332301", "nama": "Parakan"}]
    places = make(tmp_path, kecamatan=rows).places
    assert list(places.kecamatan.codes) == [BULU, TEMBARAK]
    assert places.region(BULU).name == "Bulu"


def test_rejected_rows_list_no_place(tmp_path: Path) -> None:
    rows = [*DESA, {"kode": "33.23.01.20", "nama": "Salah"}, {"kode": "33.23.01.2009", "nama": ""}]
    assert len(make(tmp_path, desa=rows).places.desa) == 3


def test_an_unlisted_place_has_no_name(tmp_path: Path) -> None:
    places = make(tmp_path).places
    assert places.region("33.23.09") == Region("33.23.09", "")
    assert places.region("33.23.01.2009") == Region("33.23.01.2009", "")


def test_whole_columns_are_looked_up_by_level(tmp_path: Path) -> None:
    roster = make(
        tmp_path,
        member("PPK", "332302"),
        member("PPS", DRONO),
        member("PPS", "33.23.01.2099"),
        member("PPS", "bukan kode"),
    )
    assert roster.members.kecamatan.tolist() == [1, -1, -1, -1]
    assert roster.members.desa.tolist() == [-1, 2, -1, -1]


def test_places_are_empty_where_their_files_are_missing(tmp_path: Path) -> None:
    make(tmp_path)
    for kind in ("kecamatan", "desa"):
        (tmp_path / f"{kind}.csv").unlink()
    from adhoc_cli.roster.roster import load_roster
    from tests.roster.rosters import AS_OF

    places = load_roster(tmp_path, AS_OF).places
    assert (len(places.kecamatan), len(places.desa), places.tps) == (0, 0, None)


# -- the nearest code ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("33.23.01.2009", WONOSARI),  # one digit of the village
        ("33.23.09.2012", DRONO),  # one digit of the kecamatan
        ("32.23.02.2012", DRONO),  # another kabupaten, the rest right
        ("33.23.01.9876", None),  # three digits are no slip
        ("91.71.01.1001", None),
    ],
)
def test_the_nearest_code_differs_in_two_digits_at_most(
    tmp_path: Path, code: str, expected: str | None
) -> None:
    found = make(tmp_path).places.desa.nearest(code)
    assert (found.code if found else None) == expected


def test_the_nearest_kecamatan_is_one_of_the_kabupaten(tmp_path: Path) -> None:
    nearest = make(tmp_path).places.kecamatan.nearest("33.23.92")
    assert nearest == Region(TEMBARAK, "Tembarak")


digits = st.text("0123456789", min_size=4, max_size=4)


@given(st.sets(digits, min_size=1, max_size=20), digits)
def test_no_code_of_the_kecamatan_is_nearer_than_the_nearest(known: set[str], wanted: str) -> None:
    def apart(one: str) -> int:
        return sum(a != b for a, b in zip(one[-4:], wanted, strict=True))

    listed = level(*(f"33.23.01.{village}" for village in sorted(known)))
    found = listed.nearest(f"33.23.01.{wanted}")
    best = min(map(apart, listed.codes))
    assert (found is None) == (best > 2)
    assert found is None or apart(found.code) == best


# -- names -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Wonosari", "WONOSARI", "wono sari", " Desa Wonosari", "Ds. Wonosari", "desa: Wonosari",
        "Kel. Wonosari", "KELURAHAN WONOSARI", "Wono-Sari", "Kec.Wonosari", "Wonosári",
    ],
)  # fmt: skip
def test_spellings_of_one_name_have_one_key(text: str) -> None:
    assert place_key(text) == place_key("Wonosari")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Temanggung I", "Temanggung II"), ("Kelapa", "Pa"), ("Desa", ""), ("Kecandran", "Andran")],
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert place_key(one) != place_key(other)


WORDS = st.lists(
    st.sampled_from(["desa", "Kel.", "KEC", "kampung", "Wono", "sari", "é", "ka", "-", "S.Pd."])
    | st.text(min_size=1, max_size=6)
)
BETWEEN = st.sampled_from(["", " ", ". ", ", "])


@pytest.mark.parametrize("holding", HOLDINGS)
@given(words=WORDS, between=BETWEEN, other=BETWEEN)
def test_a_text_that_names_a_place_is_never_passed_over(
    holding: str, words: list[str], between: str, other: str
) -> None:
    texts, name = [between.join(words).upper() or "-", "x"], other.join(words)
    level = Level(["33.23.01.2001"], [name], np.zeros(1, np.int32), {})
    every = np.arange(2)
    found = PerhapsNamed(held(holding, texts)).among(every, level, np.zeros(2, np.int32))
    for text, perhaps in zip(texts, found.tolist(), strict=True):
        assert perhaps or place_key(text) != place_key(name)


def test_most_names_of_people_are_known_to_name_no_place() -> None:
    level = Level(["33.23.01.2001"], ["Wonosari"], np.zeros(1, np.int32), {})
    texts = ["Wagiman Pitutur", "Sulastri, S.Pd.", "H. Paijo Ngasinan", "Desa Wonosari"]
    found = PerhapsNamed(Texts.of(texts)).among(np.arange(4), level, np.zeros(4, np.int32))
    assert found.tolist() == [False, False, False, True]


@given(st.text())
def test_a_key_is_empty_only_for_an_empty_name(name: str) -> None:
    assert bool(place_key(name)) == bool(name.strip())


def test_a_name_tells_a_place_only_where_it_is_the_only_one(tmp_path: Path) -> None:
    rows = [*DESA, {"kode": "33.23.02.2001", "nama": "Wonosari"}]
    places = make(tmp_path, desa=rows).places
    assert places.named("Wonosari", None) is None
    assert places.named("Wonosari", "Kec. Tembarak") == Region("33.23.02.2001", "Wonosari")
    assert places.named("Wonosari", "Ngadirejo") is None
    assert places.named("desa drono", "Bulu") == Region(DRONO, "Drono")  # there is no other Drono
    assert places.named("Entah", "Bulu") is None
    assert places.named(None, "bulu") == Region(BULU, "Bulu")
    assert places.named(None, None) is None


# -- TPS -------------------------------------------------------------------------------------------


def test_a_tps_is_the_same_however_it_is_spelled(tmp_path: Path) -> None:
    spellings = ("TPS 1", "1", "001", "tps 01", "TPS-1", "2", "satu", "")
    members = [member("KPPS", WONOSARI, tps=spelling) for spelling in spellings]
    roster = make(tmp_path, *members, stations=[tps(WONOSARI, "TPS 001")])
    assert roster.members.tps.tolist() == [0, 0, 0, 0, 0, -1, -1, -1]


def test_a_tps_number_means_something_only_within_its_desa(tmp_path: Path) -> None:
    members = [member("KPPS", place, tps="1") for place in (PAKUREJO, WONOSARI, DRONO, BULU)]
    roster = make(tmp_path, *members, stations=[tps(PAKUREJO, 1), tps(WONOSARI, 1)])
    found = roster.members.tps.tolist()
    assert found == [1, 0, -1, -1]  # in the order of desa.csv, not of tps.csv
    places = roster.places
    assert places.tps is not None
    assert [places.desa.codes[int(places.tps.desa[at])] for at in found[:2]] == [PAKUREJO, WONOSARI]


def test_a_tps_that_is_listed_twice_counts_once_with_its_first_voters(tmp_path: Path) -> None:
    stations = [tps(WONOSARI, 1, 300), tps(WONOSARI, "TPS 1", 500), tps("33.23.01.2099", 1, 9)]
    found = make(tmp_path, stations=stations).places.tps
    assert found is not None
    assert (len(found), found.numbers_in(0)) == (1, [1])
    assert found.voters is not None
    assert found.voters.tolist() == [300]


def test_no_tps_is_found_where_none_is_listed() -> None:
    rows = np.array([0, 3, -1], np.int32), np.array([1, 5, 2], np.int64)
    assert tps_level().find(*rows).tolist() == [-1, -1, -1]
    assert tps_level().numbers_in(0) == []


pairs = st.tuples(st.integers(0, 6), st.integers(1, 999))


@given(st.lists(pairs, max_size=30), st.lists(st.tuples(st.integers(-1, 8), st.integers(-1, 999))))
def test_finding_a_tps_is_looking_it_up(
    listed: list[tuple[int, int]], wanted: list[tuple[int, int]]
) -> None:
    level_ = tps_level(*listed)
    position = {pair: at for at, pair in enumerate(sorted(set(listed)))}
    asked = [*wanted, *listed]
    desa = np.array([desa for desa, _ in asked], np.int32)
    numbers = np.array([number for _, number in asked], np.int64)
    assert level_.find(desa, numbers).tolist() == [position.get(pair, -1) for pair in asked]
    for at in range(8):
        assert level_.numbers_in(at) == sorted(n for d, n in set(listed) if d == at)
