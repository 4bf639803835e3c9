"""Seats, counted outwards from the region files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adhoc_cli.models.finding import Region
from adhoc_cli.profiles.model import Body
from adhoc_cli.reports.seats import columns_of_seats, sum_of
from adhoc_cli.roster.seats import UnknownUnits, first_day
from tests.roster.rosters import (
    BULU,
    DESA,
    DRONO,
    PAKUREJO,
    TEMBARAK,
    WONOSARI,
    Row,
    make,
    member,
    seats,
    tps,
)


def counts(folder: Path, body: str, *members: Row) -> list[int]:
    """Active members by unit."""
    return [int(count) for count in seats(make(folder, *members), body).filled]


# -- units -----------------------------------------------------------------------------------------


def test_units_come_from_the_region_file_so_that_one_with_nobody_is_seen(tmp_path: Path) -> None:
    found = seats(make(tmp_path, member("PPS", PAKUREJO)), "PPS")
    assert found.filled.tolist() == [0, 1, 0]
    assert found.vacant.tolist() == [3, 2, 3]
    assert [found.region(unit).code for unit in range(3)] == [WONOSARI, PAKUREJO, DRONO]


def test_units_of_a_body_without_any_row_are_all_vacant(tmp_path: Path) -> None:
    assert seats(make(tmp_path, member("PPK", BULU)), "PPS").vacant.tolist() == [3, 3, 3]


def test_a_desa_of_an_unlisted_kecamatan_has_seats_and_no_kecamatan(tmp_path: Path) -> None:
    rows = [*DESA, {"kode": "33.23.21.2001", "nama": "Sumberagung"}]
    found = seats(make(tmp_path, member("PPS", "33.23.21.2001"), desa=rows), "PPS")
    assert found.filled.tolist() == [0, 0, 0, 1]
    assert found.kecamatan().tolist() == [0, 0, 1, -1]


def test_members_in_unlisted_places_fill_no_seat(tmp_path: Path) -> None:
    assert counts(tmp_path, "PPS", member("PPS", "33.23.01.2099")) == [0, 0, 0]
    assert counts(tmp_path, "PPK", member("PPK", "33.23.09")) == [0, 0]


def test_members_with_a_code_of_another_level_fill_no_seat(tmp_path: Path) -> None:
    rejected = member("PPS", BULU, jabatan="raja")
    rows = [member("PPK", WONOSARI), member("PPS", BULU), member("PPS", DRONO), rejected]
    roster = make(tmp_path, *rows)
    assert seats(roster, "PPK").filled.tolist() == [0, 0]
    assert seats(roster, "PPS").filled.tolist() == [0, 0, 1]
    assert roster.members.misplaced.tolist() == [True, True, False, False]
    assert roster.members.unit.tolist() == [-1, -1, 2, -1]


def test_every_body_has_its_own_units(tmp_path: Path) -> None:
    roster = make(
        tmp_path,
        member("SEKRETARIAT PPS", PAKUREJO, jabatan="staf"),
        member("PPS", DRONO),
        member("PPK", TEMBARAK),
    )
    assert seats(roster, "SEKRETARIAT PPS").filled.tolist() == [0, 1, 0]
    assert seats(roster, "PPS").unit.tolist() == [-1, 2, -1]
    assert seats(roster, "PPK").unit.tolist() == [-1, -1, 1]


# -- who fills a seat ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "filled"),
    [
        ({"status": "aktif"}, 1),
        ({"status": ""}, 1),
        ({"status": "-"}, 1),
        ({"status": None}, 1),  # no such column: everybody is active
        ({"status": "Active"}, 1),
        ({"status": "cadangan"}, 0),
        ({"status": "mengundurkan diri"}, 0),
        ({"status": "diberhentikan sementara"}, 1),  # until the decree: article 43 (6)
        ({"status": "entahlah"}, 0),  # unreadable: neither active nor anything else
        ({"nama": ""}, 0),
        ({"nama": "-"}, 0),
        ({"badan": "PPX"}, 0),  # rejected
        ({"jabatan": "raja"}, 0),  # rejected
        ({"jabatan": "sekretaris"}, 0),  # no role of a PPS: V208
        ({"jabatan": "Ketua PPS", "badan": ""}, 1),
        ({"nik": "salah"}, 1),
    ],
)
def test_a_named_member_who_serves_or_is_suspended_fills_a_seat(
    tmp_path: Path, cells: dict[str, object], filled: int
) -> None:
    row = member("PPS", WONOSARI, **cells)
    assert counts(tmp_path, "PPS", row) == [filled, 0, 0]


def test_a_rejected_row_hides_nothing_of_its_desa(tmp_path: Path) -> None:
    rejected = member("PPS", WONOSARI, jabatan="")
    found = seats(make(tmp_path, rejected, member("PPS", WONOSARI)), "PPS")
    assert (found.filled[0], found.vacant[0]) == (1, 2)


def test_ketua_women_and_reserves_are_told_apart(tmp_path: Path) -> None:
    roster = make(
        tmp_path,
        member("PPS", WONOSARI, jabatan="ketua", jenis_kelamin="P"),
        *[member("PPS", WONOSARI, jenis_kelamin="P")] * 2,
        member("PPS", WONOSARI, jenis_kelamin=""),
        member("PPS", WONOSARI, jabatan="ketua", jenis_kelamin="X"),
        member("PPS", WONOSARI, jabatan="ketua", jenis_kelamin="P", status="cadangan"),
        member("PPS", WONOSARI, status="cadangan", nama=""),
        member("PPS", WONOSARI, jenis_kelamin="P", status="meninggal"),
    )
    found = seats(roster, "PPS")
    assert (found.filled[0], found.chairs[0], found.reserves[0]) == (5, 2, 1)
    assert (found.women[0], found.unknown_gender[0]) == (3, 2)
    assert (found.vacant[0], found.excess[0]) == (0, 2)


@pytest.mark.parametrize(
    ("ketua", "suspended", "chairs"),
    [(0, 0, 0), (1, 0, 1), (2, 0, 2), (0, 1, 1), (0, 2, 1), (1, 1, 1), (2, 1, 2)],
)
def test_a_suspended_ketua_counts_where_nobody_acts_as_ketua(
    ketua: int, suspended: int, chairs: int, tmp_path: Path
) -> None:
    chair = member("PPS", WONOSARI, jabatan="ketua")
    rows = [*[chair] * ketua, *[{**chair, "status": "diberhentikan sementara"}] * suspended]
    ordinary = member("PPS", DRONO, status="diberhentikan sementara", jenis_kelamin="P")
    elsewhere = member("PPS", "33.23.01.2099", status="diberhentikan sementara")
    odd = member("PPS", WONOSARI, status="diberhentikan sementara", jabatan="sekretaris")
    found = seats(make(tmp_path, *rows, ordinary, elsewhere, odd), "PPS")
    assert found.chairs.tolist() == [chairs, 0, 0]
    assert found.suspended.tolist() == [suspended, 0, 1]
    assert (found.filled.tolist(), found.women.tolist()) == ([ketua + suspended, 0, 1], [0, 0, 1])


def test_without_the_columns_everybody_is_active_and_of_unknown_gender(tmp_path: Path) -> None:
    row = member("PPS", DRONO, status=None, jenis_kelamin=None, tps=None)
    found = seats(make(tmp_path, row), "PPS")
    assert (found.filled[2], found.unknown_gender[2], found.women[2]) == (1, 1, 0)
    assert found.reserves.sum() == 0


# -- TPS -------------------------------------------------------------------------------------------


def test_seats_of_a_tps_body_need_the_list_of_tps(tmp_path: Path) -> None:
    roster = make(tmp_path, member("KPPS", WONOSARI, tps="1"), as_of=date(2024, 11, 20))
    assert roster.seats["KPPS"] == UnknownUnits("KPPS", "tps.csv")
    assert roster.members.unit.tolist() == [-1]
    assert [u.body for u in roster.uncounted_bodies] == ["KPPS"]
    assert [s.name for s in roster.counted_bodies] == ["PPK", "PPS"]


def test_a_tps_spelled_three_ways_is_one_unit(tmp_path: Path) -> None:
    members = [member("KPPS", WONOSARI, tps=spelling) for spelling in ("TPS 1", "1", "001")]
    roster = make(tmp_path, *members, stations=[tps(WONOSARI, "1"), tps(DRONO, "1")])
    found = seats(roster, "KPPS")
    assert found.filled.tolist() == [3, 0]
    assert found.vacant.tolist() == [4, 7]
    assert found.region(1) == Region(DRONO, "Drono")
    assert found.tps_number(1) == 1
    assert found.kecamatan().tolist() == [0, 1]


def test_other_units_have_no_tps_number(tmp_path: Path) -> None:
    assert seats(make(tmp_path), "PPK").tps_number(0) is None


@pytest.mark.parametrize(
    ("voters", "least", "most"),
    [(400, 1, 1), (401, 2, 2), (0, 1, 1), ("", 1, 2), ("banyak", 1, 2), (600, 2, 2)],
)
def test_a_tps_with_more_than_400_voters_has_two_pantarlih_one_of_unknown_voters_may(
    tmp_path: Path, voters: object, least: int, most: int
) -> None:
    roster = make(tmp_path, stations=[tps(WONOSARI, 1, voters)])
    found = seats(roster, "PANTARLIH")
    assert (found.least.tolist(), found.most.tolist()) == ([least], [most])


def test_seats_by_voters_need_the_column(tmp_path: Path) -> None:
    stations = [{"kode_desa": WONOSARI, "nomor": 1}]
    found = make(tmp_path, stations=stations).seats["PANTARLIH"]
    assert found == UnknownUnits("PANTARLIH", "tps.csv jumlah_pemilih")


def test_a_step_on_voters_needs_units_that_have_voters(tmp_path: Path) -> None:
    ubah = """
        [ubah.badan.PPS.kursi]
        min = 3
        maks = 3
        atribut = "jumlah_pemilih"
        bila = [{ lebih_dari = 400, kursi = 5 }]
        """
    found = make(tmp_path, stations=[tps(WONOSARI, 1, 500)], settings=ubah).seats["PPS"]
    assert found == UnknownUnits("PPS", "tps.csv jumlah_pemilih")


def test_a_range_of_seats_has_a_least_and_a_most(tmp_path: Path) -> None:
    members = [member("PPS", WONOSARI)] * 2 + [member("PPS", PAKUREJO)] * 6
    roster = make(tmp_path, *members, settings="[ubah.badan.PPS]\nkursi = [3, 5]\n")
    found = seats(roster, "PPS")
    assert (found.vacant.tolist(), found.excess.tolist()) == ([1, 0, 3], [0, 1, 0])


# -- which bodies ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings_", "bodies", "expected"),
    [
        ("", ["PPK"], ("PPK", "PPS")),
        (
            "",
            ["KETERTIBAN", "PPK", "SEKRETARIAT PPS"],
            ("PPK", "PPS", "KETERTIBAN", "SEKRETARIAT PPS"),
        ),
        ('badan = ["KPPS"]', ["PPS"], ("PPK", "PPS", "KPPS")),
    ],
)
def test_expected_bodies_stand_in_the_folder_or_in_the_settings(
    tmp_path: Path, settings_: str, bodies: Sequence[str], expected: tuple[str, ...]
) -> None:
    members = [member(body, BULU) for body in bodies]
    assert make(tmp_path, *members, settings=settings_).expected_bodies == expected


def test_a_body_that_only_a_role_names_beside_another_one_is_not_expected(tmp_path: Path) -> None:
    rows = member("PPS", WONOSARI, jabatan="Anggota PANTARLIH"), member("PPK", BULU)
    assert make(tmp_path, *rows).expected_bodies == ("PPK", "PPS")


# -- any roster ------------------------------------------------------------------------------------

cells = st.fixed_dictionaries(
    {
        "badan": st.sampled_from(["PPK", "PPS", "KPPS", "?"]),
        "kode_wilayah": st.sampled_from([BULU, TEMBARAK, WONOSARI, PAKUREJO, "33.23.09", ""]),
        "jabatan": st.sampled_from(["ketua", "anggota"]),
        "nama": st.sampled_from(["Lasmi", ""]),
        "status": st.sampled_from(["aktif", "cadangan", "meninggal", "?", ""]),
        "jenis_kelamin": st.sampled_from(["L", "P", ""]),
        "tps": st.sampled_from(["1", "TPS 2", "9", ""]),
    }
)


@given(st.lists(cells, min_size=1, max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_every_serving_row_of_a_unit_is_counted_once(tmp_path: Path, rows: list[Row]) -> None:
    roster = make(tmp_path, *rows, stations=[tps(WONOSARI, 1), tps(WONOSARI, 2)])
    for name in ("PPK", "PPS", "KPPS"):
        found = seats(roster, name)
        inside = found.unit >= 0
        assert found.filled.sum() == (roster.members.serving & inside).sum()
        assert found.reserves.sum() == (roster.members.reserve & inside).sum()
        for unit in range(found.least.size):
            here = roster.members.serving & (found.unit == unit)
            women = here & roster.members["jenis_kelamin"].equals("P")
            chairs = here & roster.members["jabatan"].equals("ketua")
            assert (found.filled[unit], found.women[unit]) == (here.sum(), women.sum())
            assert found.chairs[unit] == chairs.sum()
        assert (found.filled + found.vacant - found.excess == found.least).all()


# -- what a profile says of places -----------------------------------------------------------------

_TPS_OF_A_PSU = '[ubah.badan.KPPS]\nmulai = 2024-05-01\nhanya = ["33.23.01.2001.002", "33.23.02"]\n'


def test_a_body_that_only_some_places_have(tmp_path: Path) -> None:
    """A PSU in listed TPS alone: the others are no units, and a member there is one too many."""
    stations = [tps(WONOSARI, 1), tps(WONOSARI, 2), tps(DRONO, 1)]
    rows = [member("KPPS", WONOSARI, tps=1), member("KPPS", WONOSARI, tps=2)]
    found = seats(make(tmp_path, *rows, stations=stations, settings=_TPS_OF_A_PSU), "KPPS")
    assert found.asked.tolist() == [False, True, True]
    assert found.least.tolist() == [0, 7, 7]
    assert found.vacant.tolist() == [0, 6, 7]
    assert found.excess.tolist() == [1, 0, 0]
    total = sum_of(columns_of_seats(found))
    assert (total.units, total.complete) == (2, 0)


def test_a_body_that_some_places_do_not_have(tmp_path: Path) -> None:
    text = f'[ubah.badan.PPS]\nkecuali = ["{PAKUREJO}"]\n'
    assert seats(make(tmp_path, settings=text), "PPS").vacant.tolist() == [3, 0, 3]


def test_other_seats_in_a_place_and_in_one_within_it(tmp_path: Path) -> None:
    text = f'[ubah.badan.PPS.setempat]\n"{BULU}".kursi = 5\n"{PAKUREJO}".kursi = [1, 2]\n'
    found = seats(make(tmp_path, settings=text), "PPS")
    assert (found.least.tolist(), found.most.tolist()) == ([5, 1, 3], [5, 2, 3])


def test_a_place_with_a_later_oath_has_no_seats_before_it(tmp_path: Path) -> None:
    text = f'[ubah.badan.PPS.setempat."{BULU}"]\nmulai = 2024-06-11\n'
    found = seats(make(tmp_path, member("PPS", WONOSARI), settings=text), "PPS")
    assert (found.vacant.tolist(), found.excess.tolist()) == ([0, 0, 3], [0, 0, 0])
    assert found.asked.tolist() == [False, False, True]


@pytest.mark.parametrize("day", ["mulai", "selesai"])
def test_the_first_and_the_last_day_of_a_place_are_days_in_office(day: str, tmp_path: Path) -> None:
    text = f'[ubah.badan.PPS.setempat."{BULU}"]\n{day} = 2024-06-10\n'
    assert seats(make(tmp_path, settings=text), "PPS").asked.tolist() == [True, True, True]


def test_a_place_whose_term_is_longer_is_still_in_office(tmp_path: Path) -> None:
    text = "[ubah.badan.PPS]\nselesai = 2024-06-01\n"
    text += f'setempat."{DRONO}".selesai = 2024-07-01\n'
    found = seats(make(tmp_path, settings=text), "PPS")
    assert found.asked.tolist() == [False, False, True]


def test_a_member_began_by_the_oath_of_the_place(tmp_path: Path) -> None:
    """Who begins later than the others is ahead only where the oath of the place is over."""
    text = f'[ubah.badan.PPS.setempat."{BULU}"]\nmulai = 2024-06-12\n'
    rows = [member("PPS", place, tanggal_mulai="2024-06-12") for place in (WONOSARI, DRONO)]
    members = make(tmp_path, *rows, settings=text).members
    assert members.by_place(Body.oath_in).tolist() == [date(2024, 6, 12), date(2024, 5, 26)]
    assert members.serving.tolist() == [True, False]


def test_the_first_of_some_days() -> None:
    days = np.array(["2024-06-02", "NaT", "2024-06-01"], "datetime64[D]")
    assert first_day(days) == date(2024, 6, 1)
    assert first_day(days[1:2]) is None
