from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from adhoc_cli.profiles.calendar import OutOfTerm, Standing
from adhoc_cli.reports.quota import Quota, UnitSeats, quota_of
from adhoc_cli.reports.seats import seat_table
from adhoc_cli.roster.contacts import Stakeholders
from adhoc_cli.roster.roster import Roster, load_roster
from adhoc_cli.rules.examples import AS_OF, Example
from scripts.example_roster import write_example
from tests.examples import secretariat_rows

_PPS_1, _PPS_2 = "33.23.01.2016", "33.23.01.2013"


_KPPS = 'badan = ["KPPS"]\n[ubah.badan.KPPS]\nmulai = 2024-06-01\n'


def _roster(folder: Path, example: Example) -> Roster:
    write_example(example, folder)
    return load_roster(folder, AS_OF)


def _units(quota: Quota, body: str) -> list[UnitSeats]:
    return next(list(one.units()) for one in quota.bodies if one.body == body)


def test_by_kecamatan_it_adds_up(tmp_path: Path) -> None:
    quota = quota_of(_roster(tmp_path, Example(drop=("anggota:8",))))
    (unit,) = _units(quota, "PPS")
    assert unit.region.code == "33.23.01"
    assert (unit.tally.units, unit.tally.complete) == (2, 1)
    assert (unit.tally.required, unit.tally.filled, unit.tally.vacant) == (6, 5, 1)
    assert (quota.vacant, quota.excess) == (1, 0)
    assert next(one.total for one in quota.bodies if one.body == "PPS") == unit.tally


def test_by_desa_the_ppk_is_left_out(tmp_path: Path) -> None:
    quota = quota_of(_roster(tmp_path, Example()), per="desa")
    assert [unit.region.code for unit in _units(quota, "PPS")] == [_PPS_1, _PPS_2]
    assert quota.left_out == ("PPK",)


def test_an_excess_does_not_hide_a_gap(tmp_path: Path) -> None:
    moved = Example(change={"anggota:8": {"kode_wilayah": _PPS_2}})
    quota = quota_of(_roster(tmp_path, moved))
    (unit,) = _units(quota, "PPS")
    assert (unit.tally.filled, unit.tally.vacant, unit.tally.excess) == (6, 1, 1)
    assert unit.tally.complete == 0


def test_a_region_keeps_what_lies_in_it(tmp_path: Path) -> None:
    roster = _roster(tmp_path, Example(drop=("anggota:8",)))
    inside = quota_of(roster, per="desa", region=_PPS_2)
    assert [unit.region.code for unit in _units(inside, "PPS")] == [_PPS_2]
    assert inside.vacant == 0
    assert len(_units(quota_of(roster, per="desa", region="33.23.01"), "PPS")) == 2


def test_only_the_bodies_asked_for(tmp_path: Path) -> None:
    quota = quota_of(_roster(tmp_path, Example()), bodies=("PPK",))
    assert [one.body for one in quota.bodies] == ["PPK"]


def test_a_body_whose_units_are_unknown_is_named(tmp_path: Path) -> None:
    quota = quota_of(_roster(tmp_path, Example(settings=_KPPS)))
    assert [(one.body, one.needs) for one in quota.uncounted] == [("KPPS", "tps.csv")]


def test_a_body_that_is_not_in_office_has_no_seats_and_is_named(tmp_path: Path) -> None:
    quota = quota_of(_roster(tmp_path, Example(settings='badan = ["KPPS"]')), bodies=("KPPS",))
    assert (quota.bodies, quota.vacant) == ((), 0)
    assert quota.outside == (OutOfTerm("KPPS", Standing.BEFORE, date(2024, 11, 7)),)


@pytest.mark.parametrize("missing", ["kecamatan.csv", "desa.csv", "anggota.csv"])
def test_nothing_is_counted_without_the_files(missing: str, tmp_path: Path) -> None:
    quota = quota_of(_roster(tmp_path, Example(files={missing: None})), short=True)
    assert quota.unreadable == (missing,)
    assert quota.bodies == ()


# -- gaps -----------------------------------------------------------------------------------------


def _tps(folder: Path) -> Roster:
    tps = tuple(
        {"kode_desa": code, "nomor": str(n), "jumlah_pemilih": "300"}
        for code, n in ((_PPS_1, 1), (_PPS_1, 2), (_PPS_2, 1))
    )
    return _roster(folder, Example(add={"tps": tps}, settings=_KPPS))


def test_tps_are_units_of_their_own(tmp_path: Path) -> None:
    roster = _tps(tmp_path)
    assert [(u.region.code, u.tps) for u in _units(quota_of(roster, per="tps"), "KPPS")] == [
        (_PPS_1, 1), (_PPS_1, 2), (_PPS_2, 1),
    ]  # fmt: skip
    assert [u.tally.required for u in _units(quota_of(roster, per="desa"), "KPPS")] == [14, 7]
    inside = quota_of(roster, per="tps", region=_PPS_2)
    assert [u.region.code for u in _units(inside, "KPPS")] == [_PPS_2]
    assert quota_of(roster, per="kecamatan").vacant == 21


def test_a_gap_says_who_is_there_and_whom_to_call_by_rank(tmp_path: Path) -> None:
    example = Example(drop=("anggota:8",), change={"anggota:18": {"peringkat": "9"}})
    (gap,) = _units(quota_of(_roster(tmp_path, example), short=True), "PPS")
    assert gap.region.code == _PPS_1
    assert [(one.name, one.role) for one in gap.present] == [
        ("Warsini Kembangan", "ketua"), ("Lasmi Gedangsewu", "anggota"),
    ]  # fmt: skip
    assert [(one.name, one.rank) for one in gap.call] == [
        ("Tukinem Sawahan", 5), ("Wakijan Sidodadi", 6), ("Samidi Gunungsari", 9),
    ]  # fmt: skip
    assert all(one.is_reserve and str(one.phone).startswith("0812****") for one in gap.call)


def test_a_desa_with_no_row_at_all_is_a_gap_and_its_head_has_no_say_in_it(tmp_path: Path) -> None:
    """Whom to call: the next rank alone; the kades or lurah has no part in the seats of a PPS."""
    gone = tuple(f"anggota:{line}" for line in (10, 11, 12, 21, 22, 23))
    heads = (
        {"kode_wilayah": _PPS_2, "peran": "babinsa", "nama": "Joko", "telepon": ""},
        {"kode_wilayah": _PPS_2, "peran": "lurah", "nama": "Sutrisno", "telepon": "081390001234"},
        {"kode_wilayah": "33.23.01", "peran": "camat", "nama": "Heni", "telepon": ""},
    )
    roster = _roster(tmp_path, Example(drop=gone, add={"pemangku": heads}))
    (gap,) = _units(quota_of(roster, short=True), "PPS")
    assert gap.region.code == _PPS_2
    assert gap.present == ()
    assert gap.call == ()


@pytest.mark.parametrize(
    ("heads", "called"),
    [
        ((("33.23.01", "camat", "Heni"), (_PPS_1, "kades", "Karno")), [("Karno", "kades")]),
        ((("33.23.01", "camat", "Heni"),), [("Heni", "camat")]),  # no kades is known
    ],
)
def test_the_head_of_the_village_is_called_for_the_secretariat_of_a_pps(
    heads: tuple[tuple[str, str, str], ...], called: list[tuple[str, str]], tmp_path: Path
) -> None:
    named = ("kode_wilayah", "peran", "nama")
    rows = tuple({**dict(zip(named, head, strict=True)), "telepon": ""} for head in heads)
    members = secretariat_rows("SEKRETARIAT PPS", _PPS_1)[:2]
    roster = _roster(tmp_path, Example(add={"pemangku": rows, "anggota": members}))
    gaps = _units(quota_of(roster, short=True), "SEKRETARIAT PPS")
    assert [(one.name, one.role) for one in gaps[0].call] == called


def test_who_has_no_name_or_no_known_role_is_not_called(tmp_path: Path) -> None:
    named = (("kades", ""), ("raja", "Karno"), ("kades", "Darto"))
    place = {"kode_wilayah": _PPS_1, "telepon": ""}
    rows = tuple({**place, "peran": role, "nama": name} for role, name in named)
    roster = _roster(tmp_path, Example(add={"pemangku": rows}))
    assert [one.name for one in Stakeholders(roster).at(_PPS_1)] == ["Darto"]


def test_nobody_to_call(tmp_path: Path) -> None:
    gone = tuple(f"anggota:{line}" for line in (10, 21, 22, 23))
    (gap,) = _units(quota_of(_roster(tmp_path, Example(drop=gone)), short=True), "PPS")
    assert gap.call == ()


def test_gaps_per_level_are_those_of_its_own_bodies(tmp_path: Path) -> None:
    roster = _roster(tmp_path, Example(drop=("anggota:8", "anggota:3")))
    assert [one.body for one in quota_of(roster, short=True, per="kecamatan").bodies] == ["PPK"]
    assert quota_of(roster, short=True).vacant == 2


# -- what is asked, and what is counted ------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "per", "left_out", "left_out_of", "too_low"),
    [
        ({}, None, (), "kecamatan", False),
        ({"region": "33.23.01"}, None, (), "kecamatan", False),
        ({"region": _PPS_1}, "desa", ("PPK",), "desa", False),
        ({"region": _PPS_1, "per": "kecamatan"}, "desa", ("PPK",), "desa", False),
        ({"region": _PPS_1, "bodies": ("PPK",)}, "desa", ("PPK",), "desa", True),
        ({"region": _PPS_1, "per": "tps"}, "tps", ("PPK", "PPS"), "tps", True),
        ({"region": _PPS_1, "short": True}, None, ("PPK",), "desa", False),
        ({"region": _PPS_1, "short": True, "per": "kecamatan"}, "desa", ("PPK",), "desa", False),
        ({"short": True, "per": "kecamatan"}, "kecamatan", ("PPS",), "kecamatan", False),
        ({"per": "tps"}, "tps", ("PPK", "PPS"), "tps", True),
        ({"per": "tps", "bodies": ("PPK", "KPPS")}, "tps", ("PPK",), "tps", False),
    ],
)
def test_a_body_is_left_out_whose_units_are_larger_than_what_is_asked_for(
    asked: dict[str, Any],
    per: str | None,
    left_out: tuple[str, ...],
    left_out_of: str,
    too_low: bool,
    tmp_path: Path,
) -> None:
    quota = quota_of(_roster(tmp_path, Example()), **asked)
    assert (quota.per, quota.left_out, quota.left_out_of) == (per, left_out, left_out_of)
    assert quota.asks_too_low is too_low


def test_a_desa_of_no_listed_kecamatan_is_in_the_total_alone(tmp_path: Path) -> None:
    stray = {"kode": "33.23.09.2001", "nama": "Drono", "jenis": "desa", "kode_kecamatan": ""}
    roster = _roster(tmp_path, Example(add={"desa": (stray,)}))
    for region, units, vacant in ((None, 3, 3), ("33.23.01", 2, 0)):
        (pps,) = quota_of(roster, bodies=("PPS",), region=region).bodies
        assert [unit.tally.units for unit in pps.units()] == [2]
        assert (len(pps), pps.total.units, pps.total.vacant) == (1, units, vacant)


def test_a_desa_without_the_body_is_not_shown(tmp_path: Path) -> None:
    settings = f'[ubah.badan.PPS]\nkecuali = ["{_PPS_2}"]\n'
    quota = quota_of(_roster(tmp_path, Example(settings=settings)), per="desa")
    assert [unit.region.code for unit in _units(quota, "PPS")] == [_PPS_1]


def test_a_body_without_a_seat_in_the_place_is_elsewhere(tmp_path: Path) -> None:
    station = {"kode_desa": _PPS_1, "nomor": "1", "jumlah_pemilih": "300"}
    roster = _roster(tmp_path, Example(add={"tps": (station,)}, settings=_KPPS))
    for region, elsewhere in ((_PPS_1, ()), (_PPS_2, ("KPPS",))):
        assert quota_of(roster, per="tps", region=region).elsewhere == elsewhere


def test_a_reserve_without_a_rank_is_called_last(tmp_path: Path) -> None:
    example = Example(drop=("anggota:8",), change={"anggota:18": {"peringkat": ""}})
    quota = quota_of(_roster(tmp_path, example), short=True)
    (gap,) = _units(quota, "PPS")
    assert [one.rank for one in gap.call] == [5, 6, None]
    (nobody,) = _units(quota.without_people(), "PPS")
    assert (nobody.tally, nobody.present, nobody.call) == (gap.tally, (), ())


def test_the_table_of_seats_is_by_kecamatan_and_body(tmp_path: Path) -> None:
    stray = {"kode": "33.23.09.2001", "nama": "Drono", "jenis": "desa", "kode_kecamatan": ""}
    rows = secretariat_rows("SEKRETARIAT PPS", _PPS_1)
    table = seat_table(_roster(tmp_path, Example(add={"desa": (stray,), "anggota": rows})))
    (one,) = table.kecamatan
    assert (one.region.code, one.region.name, one.desa) == ("33.23.01", "Bulu", 2)
    units = {"PPK": (1, 0, 1), "PPS": (2, 1, 3), "SEKRETARIAT PPS": (2, 1, 3)}
    for body, (inside, outside, total) in units.items():
        assert one.bodies[body].units == inside
        assert table.totals[body].units == total
        assert (table.outside[body].units if outside else 0) == outside
    assert set(table.outside) == {"PPS", "SEKRETARIAT PPS"}
    assert dict(table.units) == {"PPK": "kecamatan", "PPS": "desa", "SEKRETARIAT PPS": "desa"}
    assert set(table.members) == {"PPK", "PPS"}
    assert set(table.of_bodies(("PPS",)).totals) == {"PPS"}
    assert table.of_bodies(()).totals == table.totals
    assert one.bodies["SEKRETARIAT PPS"].complete == 1


@pytest.mark.parametrize("missing", ["kecamatan.csv", "desa.csv", "anggota.csv"])
def test_there_is_no_table_of_seats_without_the_files(missing: str, tmp_path: Path) -> None:
    table = seat_table(_roster(tmp_path, Example(files={missing: None})))
    assert (table.kecamatan, table.totals, table.outside) == ((), {}, {})
