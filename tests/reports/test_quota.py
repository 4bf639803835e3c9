from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.profiles.calendar import OutOfTerm, Standing
from adhoc_cli.reports.quota import Quota, UnitSeats, quota_of
from adhoc_cli.roster.roster import Roster, load_roster
from adhoc_cli.rules.examples import AS_OF, Example, secretariat_rows, write_example

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


def test_nobody_to_call(tmp_path: Path) -> None:
    gone = tuple(f"anggota:{line}" for line in (10, 21, 22, 23))
    (gap,) = _units(quota_of(_roster(tmp_path, Example(drop=gone)), short=True), "PPS")
    assert gap.call == ()


def test_gaps_per_level_are_those_of_its_own_bodies(tmp_path: Path) -> None:
    roster = _roster(tmp_path, Example(drop=("anggota:8", "anggota:3")))
    assert [one.body for one in quota_of(roster, short=True, per="kecamatan").bodies] == ["PPK"]
    assert quota_of(roster, short=True).vacant == 2
