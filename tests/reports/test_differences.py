"""What changed between two rosters."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.models.columns import Privacy
from adhoc_cli.models.finding import Personal
from adhoc_cli.reports.differences.changes import (
    ColumnChange,
    Differences,
    Kind,
    RankOrder,
    RegionKind,
)
from adhoc_cli.reports.differences.compare import compare_rosters
from adhoc_cli.roster.roster import Roster, load_roster
from adhoc_cli.rules.examples import Example, base_members
from tests.reports.editing import AS_OF, SAMPLE, Folder, change, leave, promote, small

BASE = Example()
# Lines of the base roster: 2-6 PPK (2 its ketua), 7-9 and 10-12 the PPS of two desa (7 and 10 their
# ketua), 13-17 the reserves of the PPK, 18-20 and 21-23 those of the PPS.
MEMBER, OTHER, RESERVE, NEXT_RESERVE = 7, 8, 16, 17  # positions in base_members()


@pytest.fixture
def sample() -> Roster:
    return load_roster(SAMPLE, AS_OF)


def counts(differences: Differences) -> dict[str, int]:
    return {kind.value: count for kind, count in differences.counts.items() if count}


def compared(tmp_path: Path, new: Example, old: Example = BASE) -> Differences:
    return compare_rosters(small(tmp_path / "old", old), small(tmp_path / "new", new))


# -- two real-looking states -----------------------------------------------------------------------


def test_two_states_of_temanggung_say_exactly_what_happened(tmp_path: Path, sample: Roster) -> None:
    folder = Folder(tmp_path / "new")
    desa = folder.desa()
    replaced = [_replace(folder, code, rank=at >= 10) for at, code in enumerate(desa[:12])]
    moved = [_move(folder, *pair) for pair in zip(desa[20:23], desa[30:33], strict=True)]
    chairs = [_other_chair(folder, code) for code in desa[40:42]]
    corrected = [_other_birthday(folder, code) for code in desa[50:55]]
    nik = folder.serving("PPS", desa[60])[0]
    old_nik, nik["nik"] = nik["nik"], nik["nik"][:-4] + "0777"
    found = compare_rosters(sample, folder.load())
    assert counts(found) == {
        "replaced": 12,
        "moved": 3,
        "chair_changed": 2,
        "nik_corrected": 1,
        "corrected": 5,
    }
    assert found.fields == {"tanggal_lahir": 5, "nik": 1}
    assert (found.regions, found.columns, found.unreadable) == ((), (), ())
    came = found.by_kind[Kind.REPLACED]
    names = [(one.before[0].person.name, one.after[0].person.name) for one in came]
    assert names == replaced
    kept = [one.order for one in came]
    assert kept == [RankOrder.KEPT] * 10 + [RankOrder.PASSED_OVER] * 2
    assert all(one.sure for one in came)
    assert {one.reason for one in came} == {"Diterima sebagai PPPK"}
    assert {one.day for one in came} == {date(2024, 6, 5)}
    assert [
        (m.before[0].post.region.code, m.after[0].post.region.code)
        for m in found.by_kind[Kind.MOVED]
    ] == moved
    assert [
        (c.before[0].person.name, c.after[0].person.name) for c in found.by_kind[Kind.CHAIR_CHANGED]
    ] == chairs
    dates = [
        (c.fields[0].field, c.fields[0].old, c.fields[0].new) for c in found.by_kind[Kind.CORRECTED]
    ]
    assert dates == [
        ("tanggal_lahir", Personal(was, Privacy.HIDDEN), Personal(now, Privacy.HIDDEN))
        for was, now in corrected
    ]
    only = found.by_kind[Kind.NIK_CORRECTED][0].fields[0]
    assert (only.old, only.new) == (
        Personal(old_nik, Privacy.NIK),
        Personal(nik["nik"], Privacy.NIK),
    )
    assert old_nik not in repr(found.by_kind[Kind.NIK_CORRECTED][0])
    assert sum(row.total for row in found.kecamatan) == 23
    first = found.kecamatan[0]
    assert (first.region.name, first.counts) == ("Bulu", {Kind.REPLACED: 12})


def _replace(folder: Folder, code: str, *, rank: bool) -> tuple[str, str]:
    """A member resigns and a reserve comes in; with `rank` the second one, past the first."""
    left = leave(folder.serving("PPS", code)[0])
    entered = promote(folder.reserves("PPS", code)[1 if rank else 0])
    return left["nama"], entered["nama"]


def _move(folder: Folder, code: str, to: str) -> tuple[str, str]:
    folder.serving("PPS", code)[0]["kode_wilayah"] = to
    return code, to


def _other_chair(folder: Folder, code: str) -> tuple[str, str]:
    old, new = folder.serving("PPS", code, "ketua")[0], folder.serving("PPS", code)[0]
    old["jabatan"], new["jabatan"] = "anggota", "ketua"
    return old["nama"], new["nama"]


def _other_birthday(folder: Folder, code: str) -> tuple[str, str]:
    row = folder.serving("PPS", code)[0]
    was = row["tanggal_lahir"]
    row["tanggal_lahir"] = was[:4] + "-12-24"
    return was, row["tanggal_lahir"]


def test_a_roster_is_the_same_as_itself_in_any_order(tmp_path: Path, sample: Roster) -> None:
    folder = Folder(tmp_path / "new")
    for rows in folder.files.values():
        random.Random(4).shuffle(rows)
    found = compare_rosters(sample, folder.load())
    assert not found.changed
    assert found.kecamatan == ()
    assert found.old == found.new


def test_backwards_who_joined_has_left(tmp_path: Path, sample: Roster) -> None:
    folder = Folder(tmp_path / "new")
    gone = folder.serving("PPS", folder.desa()[0])[0]
    folder.members("PPS").remove(gone)
    other = folder.load()
    assert counts(compare_rosters(sample, other)) == {"left": 1}
    assert counts(compare_rosters(other, sample)) == {"joined": 1}


# -- who is who ------------------------------------------------------------------------------------


def test_a_nik_finds_somebody_with_every_other_cell_changed(tmp_path: Path) -> None:
    cells = {"nama": "Lain Sekali", "kode_wilayah": "33.23.01.2013", "telepon": "081299999999"}
    found = compared(tmp_path, Example(change=change(l8=cells)))
    assert counts(found) == {"moved": 1, "corrected": 1}
    assert [f.field for f in found.by_kind[Kind.CORRECTED][0].fields] == ["nama", "telepon"]
    assert [f.field for f in found.by_kind[Kind.MOVED][0].fields] == ["kode_wilayah"]


def test_one_nik_with_another_name_and_birth_date_is_doubtful(tmp_path: Path) -> None:
    cells = {"nama": "Lain Sekali", "tanggal_lahir": "1999-01-01"}
    found = compared(tmp_path, Example(change=change(l8=cells)))
    assert found.by_kind[Kind.CORRECTED][0].doubtful
    again = compared(tmp_path / "x", Example(change=change(l8=cells | {"nama": _name(6)})))
    assert not again.by_kind[Kind.CORRECTED][0].doubtful


def _name(position: int) -> str:
    return base_members()[position]["nama"]


@pytest.mark.parametrize("spelling", ["H. {}, S.Pd.", "{}", "drs. {}"])
def test_without_a_nik_the_name_in_its_unit_is_enough(tmp_path: Path, spelling: str) -> None:
    name = spelling.format(_name(6).upper())
    cells = {"nik": "", "nama": name, "telepon": "081299999999"}
    old = Example(change=change(l8={"nik": ""}))
    found = compared(tmp_path, Example(change=change(l8=cells)), old)
    assert counts(found) == {"corrected": 1}
    assert [f.field for f in found.by_kind[Kind.CORRECTED][0].fields] == ["nama", "telepon"]


def test_a_nik_that_is_filled_in_is_a_correction_of_a_cell(tmp_path: Path) -> None:
    found = compared(tmp_path, BASE, Example(change=change(l8={"nik": ""})))
    assert counts(found) == {"corrected": 1}
    assert found.fields == {"nik": 1}


def test_a_malformed_nik_that_was_mended_is_a_nik_corrected(tmp_path: Path) -> None:
    found = compared(tmp_path, BASE, Example(change=change(l8={"nik": "332301"})))
    assert counts(found) == {"nik_corrected": 1}
    assert str(found.by_kind[Kind.NIK_CORRECTED][0].fields[0].old) == "******"


def test_another_nik_without_the_same_birth_date_is_not_guessed(tmp_path: Path) -> None:
    cells = {"nik": "3323015212980099", "tanggal_lahir": "1998-12-12"}
    found = compared(tmp_path, Example(change=change(l8=cells)))
    assert counts(found) == {"unclear": 1}
    only = found.by_kind[Kind.UNCLEAR][0]
    assert [one.person.name for one in only.before] == [one.person.name for one in only.after]
    assert found.kecamatan[0].counts == {Kind.UNCLEAR: 1}


def test_without_birth_dates_the_name_still_does(tmp_path: Path) -> None:
    bare = Example(without={"anggota": ("nik", "tanggal_lahir")})
    moved = Example(
        change=change(l8={"telepon": "081299999999"}), without={"anggota": ("nik", "tanggal_lahir")}
    )
    assert compared(tmp_path, moved, bare).fields == {"telepon": 1}


def test_without_any_status_everybody_serves(tmp_path: Path) -> None:
    bare = Example(
        without={"anggota": ("status",)}, drop=tuple(f"anggota:{n}" for n in range(13, 24))
    )
    found = compared(tmp_path, bare, Example(drop=bare.drop))
    assert not found.changed
    gone = compared(
        tmp_path / "x", Example(drop=("anggota:8", *bare.drop), without=bare.without), bare
    )
    assert counts(gone) == {"left": 1}
    assert gone.by_kind[Kind.LEFT][0].before[0].status == "aktif"


def test_two_equal_rows_of_which_one_changed(tmp_path: Path) -> None:
    row = {**base_members()[6], "nik": "", "nama": "Kembar"}
    old = Example(add={"anggota": (row, row)})
    new = Example(add={"anggota": (row, row | {"telepon": "081299999999"})})
    assert counts(compared(tmp_path, new, old)) == {"corrected": 1}


def test_namesakes_are_told_apart_by_birth_date_or_not_at_all(tmp_path: Path) -> None:
    twins = {"nama": "Slamet", "nik": "", "tanggal_lahir": ""}
    one, other = twins | {"tanggal_lahir": "1990-01-01"}, twins | {"tanggal_lahir": "1991-01-01"}
    old = Example(change=change(l8=one, l9=other))
    new = Example(change=change(l8=other, l9=one | {"telepon": "081299999999"}))
    found = compared(tmp_path, new, old)
    assert counts(found) == {"corrected": 2}  # whose rows changed places, and so their other cells
    assert {f.field for c in found.by_kind[Kind.CORRECTED] for f in c.fields} >= {"telepon"}
    blank = Example(change=change(l8=twins, l9=twins))
    edited = Example(change=change(l8=twins | {"alamat": "X"}, l9=twins | {"alamat": "Y"}))
    assert counts(compared(tmp_path / "x", edited, blank)) == {"unclear": 1}


def test_equal_rows_are_equal_on_both_sides(tmp_path: Path) -> None:
    row = base_members()[MEMBER]
    twice = Example(add={"anggota": (row, row)})
    assert not compared(tmp_path, twice, twice).changed
    assert counts(compared(tmp_path / "x", BASE, twice)) == {"left": 2}


def test_without_any_nik_everybody_is_found_by_name(tmp_path: Path) -> None:
    bare = Example(without={"anggota": ("nik",)})
    assert not compared(tmp_path, bare, bare).changed
    found = compared(tmp_path / "x", bare)
    assert counts(found) == {}
    assert found.columns == (ColumnChange("anggota", "nik", added=False),)
    assert found.changed


def test_no_name_is_no_name_in_common(tmp_path: Path) -> None:
    old = Example(change=change(l8={"nama": ""}))
    new = Example(change=change(l8={"nama": "", "nik": "3323011212900555"}))
    assert counts(compared(tmp_path, new, old)) == {"replaced": 1}


def test_of_two_equal_rows_one_moved(tmp_path: Path) -> None:
    row = {**base_members()[6], "nik": "3323011212900555", "nama": "Kembar"}
    old = Example(add={"anggota": (row, row | {"telepon": "081299999999"})})
    new = Example(add={"anggota": (row, row | {"kode_wilayah": "33.23.01.2013"})})
    assert counts(compared(tmp_path, new, old)) == {"moved": 1, "corrected": 1}


def test_a_row_that_names_nobody_is_counted_and_passed_over(tmp_path: Path) -> None:
    nobody = {**base_members()[MEMBER], "nama": "", "nik": ""}
    found = compared(tmp_path, Example(add={"anggota": (nobody,)}))
    assert not found.changed
    assert (found.new.rows, found.new.compared, found.new.nameless) == (23, 22, 1)


# -- who came and went -----------------------------------------------------------------------------


def left_and_came(rank: int = 18) -> dict[str, dict[str, str]]:
    return {
        "l8": {"status": "mengundurkan diri", "alasan": "Pindah", "tanggal_selesai": "2024-06-01"},
        f"l{rank}": {"status": "aktif", "tanggal_mulai": "2024-06-03"},
    }


def test_a_seat_that_changes_hands_is_one_replacement(tmp_path: Path) -> None:
    found = compared(tmp_path, Example(change=change(**left_and_came())))
    assert counts(found) == {"replaced": 1}
    only = found.by_kind[Kind.REPLACED][0]
    assert only.post.region.name == "Wonosari"
    assert (only.reason, only.day) == ("Pindah", date(2024, 6, 1))
    assert (only.order, only.passed) == (RankOrder.KEPT, ())


def test_a_better_rank_that_still_waits_was_passed_over(tmp_path: Path) -> None:
    found = compared(tmp_path, Example(change=change(**left_and_came(20))))
    entered = found.by_kind[Kind.REPLACED][0]
    assert entered.order is RankOrder.PASSED_OVER
    assert [one.rank for one in entered.passed] == [4, 5]


def test_a_better_rank_that_left_the_list_was_not_passed_over(tmp_path: Path) -> None:
    cells = left_and_came(19) | {"l18": {"status": "mengundurkan diri"}}
    found = compared(tmp_path, Example(change=change(**cells)))
    assert counts(found) == {"replaced": 1, "reserve_left": 1}
    assert found.by_kind[Kind.REPLACED][0].order is RankOrder.KEPT


def test_an_outsider_passes_over_everybody_who_waits(tmp_path: Path) -> None:
    new = {**base_members()[MEMBER], "nama": "Orang Baru", "nik": "3323011212900555"}
    found = compared(tmp_path, Example(drop=("anggota:9",), add={"anggota": (new,)}))
    assert counts(found) == {"replaced": 1}
    entered = found.by_kind[Kind.REPLACED][0]
    assert entered.order is RankOrder.PASSED_OVER
    assert [one.rank for one in entered.passed] == [4, 5, 6]
    bare = tuple(f"anggota:{line}" for line in (18, 19, 20))
    old = Example(drop=bare)
    again = compared(
        tmp_path / "x", Example(drop=("anggota:9", *bare), add={"anggota": (new,)}), old
    )
    assert again.by_kind[Kind.REPLACED][0].order is RankOrder.NO_RESERVE


def test_a_reserve_who_came_from_elsewhere_was_not_passed_over(tmp_path: Path) -> None:
    cells = left_and_came(20) | {
        "l18": {"status": "mengundurkan diri"},
        "l19": {"status": "mengundurkan diri"},
        "l21": {"kode_wilayah": "33.23.01.2016"},
    }
    found = compared(tmp_path, Example(change=change(**cells)))
    assert counts(found) == {"replaced": 1, "reserve_left": 2, "moved": 1}
    assert found.by_kind[Kind.REPLACED][0].order is RankOrder.KEPT


def test_equal_ranks_leave_the_order_unknown(tmp_path: Path) -> None:
    old = Example(change=change(l19={"peringkat": "4"}))
    cells = left_and_came() | {"l19": {"peringkat": "4"}}
    found = compared(tmp_path, Example(change=change(**cells)), old)
    assert found.by_kind[Kind.REPLACED][0].order is RankOrder.UNKNOWN


def test_of_several_seats_it_is_not_sure_who_took_whose(tmp_path: Path) -> None:
    gone = {"status": "diberhentikan"}
    new = {"status": "aktif"}
    found = compared(tmp_path, Example(change=change(l8=gone, l9=gone, l18=new, l19=new)))
    assert counts(found) == {"replaced": 2}
    assert not any(one.sure for one in found.by_kind[Kind.REPLACED])
    assert all(one.order is RankOrder.KEPT for one in found.by_kind[Kind.REPLACED])


def test_who_comes_into_a_vacant_seat_is_promoted_and_nobody_is_replaced(tmp_path: Path) -> None:
    old = Example(drop=("anggota:8",))
    found = compared(
        tmp_path, Example(change=change(l18={"status": "aktif"}), drop=("anggota:8",)), old
    )
    assert counts(found) == {"promoted": 1}


def test_a_suspended_member_returns(tmp_path: Path) -> None:
    old = Example(change=change(l8={"status": "diberhentikan sementara"}))
    assert counts(compared(tmp_path, BASE, old)) == {"returned": 1}
    assert counts(compared(tmp_path / "x", old, BASE)) == {"left": 1}


def test_aktif_may_go_without_saying(tmp_path: Path) -> None:
    assert not compared(tmp_path, Example(change=change(l8={"status": ""}))).changed


def test_who_resigns_and_serves_elsewhere_has_moved(tmp_path: Path) -> None:
    old = base_members()[6]
    there = {**old, "badan": "PPK", "kode_wilayah": "33.23.01"}
    gone = {"status": "mengundurkan diri", "alasan": "Menjadi anggota PPK"}
    found = compared(tmp_path, Example(change=change(l8=gone), add={"anggota": (there,)}))
    assert counts(found) == {"moved": 1}
    only = found.by_kind[Kind.MOVED][0]
    assert (only.before[0].post.body, only.after[0].post.body) == ("PPS", "PPK")
    assert only.record is not None
    assert only.record.status == "mengundurkan diri"


def test_two_who_change_places_have_replaced_nobody(tmp_path: Path) -> None:
    one, other = {"kode_wilayah": "33.23.01.2013"}, {"kode_wilayah": "33.23.01.2016"}
    found = compared(tmp_path, Example(change=change(l8=one, l11=other)))
    assert counts(found) == {"moved": 2}


def test_who_moves_into_a_seat_that_somebody_left_takes_it(tmp_path: Path) -> None:
    cells = {"l8": {"status": "meninggal"}, "l11": {"kode_wilayah": "33.23.01.2016"}}
    found = compared(tmp_path, Example(change=change(**cells)))
    assert counts(found) == {"replaced": 1, "moved": 1}
    only = found.by_kind[Kind.REPLACED][0]
    assert (only.went_to, only.sure) == (None, True)
    assert only.came_from is not None
    assert only.order is RankOrder.PASSED_OVER


def test_the_seat_of_who_moved_on_is_taken_by_the_reserve(tmp_path: Path) -> None:
    cells = {
        "l8": {"badan": "PPK", "kode_wilayah": "33.23.01"},
        "l6": {"status": "meninggal"},
        "l18": {"status": "aktif"},
    }
    found = compared(tmp_path, Example(change=change(**cells)))
    assert counts(found) == {"replaced": 2, "moved": 1}
    assert [one.post.body for one in found.by_kind[Kind.REPLACED]] == ["PPK", "PPS"]
    assert [one.went_to is not None for one in found.by_kind[Kind.REPLACED]] == [False, True]


def test_pantarlih_who_becomes_kpps_joined_it_and_left_nothing(tmp_path: Path) -> None:
    tps = b"kode_desa,nomor,jumlah_pemilih\n33.23.01.2016,1,300\n"
    pantarlih = {**base_members()[6], "badan": "PANTARLIH", "tps": "1", "nik": "3323011212900555"}
    kpps = pantarlih | {"badan": "KPPS", "tps": "001"}
    old = Example(add={"anggota": (pantarlih,)}, files={"tps.csv": tps})
    new = Example(add={"anggota": (pantarlih, kpps)}, files={"tps.csv": tps})
    found = compared(tmp_path, new, old)
    assert counts(found) == {"joined": 1}
    assert found.by_kind[Kind.JOINED][0].after[0].post.tps == 1


def test_a_nik_that_stands_twice_finds_both_rows_whatever_their_name(tmp_path: Path) -> None:
    pantarlih = {**base_members()[6], "badan": "PANTARLIH", "tps": "1", "nik": "3323011212900555"}
    kpps = pantarlih | {"badan": "KPPS"}
    old = Example(add={"anggota": (pantarlih, kpps)})
    renamed = tuple(row | {"nama": "Lain Sekali"} for row in (pantarlih, kpps))
    found = compared(tmp_path, Example(add={"anggota": renamed}), old)
    assert counts(found) == {"corrected": 2}
    assert {
        one.before[0].post.body == one.after[0].post.body for one in found.by_kind[Kind.CORRECTED]
    } == {True}


def test_another_tps_of_the_same_desa_is_a_move(tmp_path: Path) -> None:
    kpps = {**base_members()[6], "badan": "KPPS", "tps": "1", "nik": "3323011212900555"}
    old = Example(add={"anggota": (kpps,)})
    found = compared(tmp_path, Example(add={"anggota": (kpps | {"tps": "TPS 02"},)}), old)
    assert counts(found) == {"moved": 1}
    written = compared(tmp_path / "x", Example(add={"anggota": (kpps | {"tps": ""},)}), old)
    assert counts(written) == {"corrected": 1}


def test_reserves_come_and_go(tmp_path: Path) -> None:
    found = compared(tmp_path, Example(drop=("anggota:20",)))
    assert counts(found) == {"reserve_left": 1}
    assert counts(compared(tmp_path / "x", BASE, Example(drop=("anggota:20",)))) == {
        "reserve_joined": 1
    }


def test_a_member_who_is_a_reserve_again_has_left(tmp_path: Path) -> None:
    found = compared(tmp_path, Example(change=change(l8={"status": "cadangan"})))
    assert counts(found) == {"left": 1}


def test_rows_of_who_left_long_ago_are_records(tmp_path: Path) -> None:
    gone = {**base_members()[6], "nik": "3323011212900555", "nama": "Lama", "status": "meninggal"}
    found = compared(tmp_path, Example(add={"anggota": (gone,)}))
    assert counts(found) == {"record_added": 1}
    assert found.by_kind[Kind.RECORD_ADDED][0].before == ()
    back = compared(tmp_path / "x", BASE, Example(add={"anggota": (gone,)}))
    assert counts(back) == {"record_dropped": 1}


# -- chairs ----------------------------------------------------------------------------------------


def test_a_new_chair_is_told_once_and_not_as_two_corrections(tmp_path: Path) -> None:
    cells = {"l7": {"jabatan": "anggota"}, "l8": {"jabatan": "ketua"}}
    found = compared(tmp_path, Example(change=change(**cells)))
    assert counts(found) == {"chair_changed": 1}
    only = found.by_kind[Kind.CHAIR_CHANGED][0]
    assert (only.post.body, only.post.region.name) == ("PPS", "Wonosari")
    assert [one.person.name for one in (*only.before, *only.after)] == [_name(5), _name(6)]


def test_a_chair_who_is_replaced_leaves_the_chair_empty(tmp_path: Path) -> None:
    cells = {"l7": {"status": "meninggal"}, "l18": {"status": "aktif"}}
    found = compared(tmp_path, Example(change=change(**cells)))
    assert counts(found) == {"replaced": 1, "chair_changed": 1}
    assert found.by_kind[Kind.CHAIR_CHANGED][0].after == ()


def test_a_chair_whose_name_or_nik_was_corrected_is_the_same_chair(tmp_path: Path) -> None:
    nik = base_members()[5]["nik"][:-1] + "9"
    found = compared(tmp_path, Example(change=change(l7={"nik": nik})))
    assert counts(found) == {"nik_corrected": 1}


def test_a_chair_of_whom_it_is_unclear_who_it_is_is_told_once(tmp_path: Path) -> None:
    cells = {"nik": "3323015212980099", "tanggal_lahir": "1998-12-12"}
    found = compared(tmp_path, Example(change=change(l7=cells)))
    assert counts(found) == {"unclear": 1}


def test_a_unit_that_was_formed_has_no_changed_chair(tmp_path: Path) -> None:
    unit = ("anggota:10", "anggota:11", "anggota:12")
    found = compared(tmp_path, BASE, Example(drop=unit))
    assert counts(found) == {"joined": 3}


# -- cells -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("telepon", "+62 812-9000-6702"),
        ("tanggal_lahir", "7/7/1986"),
        ("jenis_kelamin", "laki-laki"),
        ("status", "Aktif"),
    ],
)
def test_another_spelling_of_a_value_is_no_change(tmp_path: Path, column: str, value: str) -> None:
    assert not compared(tmp_path, Example(change=change(l8={column: value}))).changed


def test_a_cell_that_cannot_be_read_is_compared_as_it_is_written(tmp_path: Path) -> None:
    old = Example(change=change(l8={"tanggal_lahir": "entah"}))
    assert not compared(tmp_path, old, old).changed
    found = compared(tmp_path / "x", Example(change=change(l8={"tanggal_lahir": "lupa"})), old)
    assert found.fields == {"tanggal_lahir": 1}
    assert compared(tmp_path / "y", BASE, old).fields == {"tanggal_lahir": 1}


def test_personal_cells_never_stand_open(tmp_path: Path) -> None:
    cells = {"telepon": "081299990000", "alamat": "Jalan Rahasia", "tanggal_lahir": "1999-09-09"}
    found = compared(tmp_path, Example(change=change(l8=cells)))
    fields = found.by_kind[Kind.CORRECTED][0].fields
    assert {f.field for f in fields} == set(cells)
    assert all(isinstance(value, Personal) for f in fields for value in (f.old, f.new))
    assert not any(secret in repr(found.by_kind[Kind.CORRECTED][0]) for secret in cells.values())


# -- places and columns ----------------------------------------------------------------------------


def test_places_that_were_added_dropped_and_renamed(tmp_path: Path) -> None:
    extra = {"kode": "33.23.01.2020", "nama": "Baru", "jenis": "desa", "kode_kecamatan": "33.23.01"}
    new = Example(
        change={"desa:2": {"nama": "Wanasari", "jenis": "kelurahan"}},
        add={"desa": (extra,)},
        files={"tps.csv": b"kode_desa,nomor\n33.23.01.2016,1\n"},
    )
    found = compared(tmp_path, new)
    assert [(c.kind, c.region.code, c.tps, c.old, c.new) for c in found.regions] == [
        (RegionKind.RENAMED, "33.23.01.2016", None, "Wonosari", "Wanasari"),
        (RegionKind.CHANGED, "33.23.01.2016", None, "desa", "kelurahan"),
        (RegionKind.ADDED, "33.23.01.2020", None, None, None),
        (RegionKind.ADDED, "33.23.01.2016", 1, None, None),
    ]
    assert found.changed
    back = compared(tmp_path / "x", BASE, new)
    assert [c.kind for c in back.regions if c.region.code.endswith("2020")] == [RegionKind.DROPPED]


def test_voters_of_a_tps_that_changed(tmp_path: Path) -> None:
    old, new = (
        Example(
            files={"tps.csv": f"kode_desa,nomor,jumlah_pemilih\n33.23.01.2016,1,{n}\n".encode()}
        )
        for n in (400, 401)
    )
    found = compared(tmp_path, new, old)
    assert [(c.column, c.old, c.new) for c in found.regions] == [("jumlah_pemilih", "400", "401")]


def test_a_kecamatan_of_a_desa_counts_whether_written_or_not(tmp_path: Path) -> None:
    bare = Example(without={"desa": ("kode_kecamatan",)})
    assert not compared(tmp_path, bare).changed


def test_a_column_that_only_one_side_has_is_a_difference(tmp_path: Path) -> None:
    found = compared(tmp_path, Example(without={"anggota": ("telepon",), "desa": ("jenis",)}))
    assert found.columns == (
        ColumnChange("anggota", "telepon", added=False),
        ColumnChange("desa", "jenis", added=False),
    )
    assert counts(found) == {}


# -- files -----------------------------------------------------------------------------------------


def test_two_member_files_are_compared_without_places(tmp_path: Path) -> None:
    small(tmp_path / "old", BASE)
    small(tmp_path / "new", Example(change=change(**left_and_came())))
    old, new = (load_roster(tmp_path / side / "anggota.csv", AS_OF) for side in ("old", "new"))
    found = compare_rosters(old, new)
    assert counts(found) == {"replaced": 1}
    assert (found.unreadable, found.regions) == ((), ())
    assert found.kecamatan[0].region == type(found.kecamatan[0].region)("33.23.01", "")


def test_a_file_can_be_compared_with_a_folder(tmp_path: Path) -> None:
    small(tmp_path / "old", BASE)
    file = load_roster(tmp_path / "old" / "anggota.csv", AS_OF)
    assert not compare_rosters(file, load_roster(tmp_path / "old", AS_OF)).changed


def test_a_folder_without_members_is_named_and_nothing_is_claimed(tmp_path: Path) -> None:
    found = compared(tmp_path, Example(files={"anggota.csv": None}))
    assert found.unreadable == (("new", "anggota.csv"),)
    assert counts(found) == {}
    assert found.old.rows == 0


def test_a_path_that_is_neither_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        load_roster(tmp_path / "nowhere", AS_OF)


def test_rejected_rows_are_counted(tmp_path: Path) -> None:
    found = compared(tmp_path, Example(change=change(l8={"kode_wilayah": "x"})))
    assert (found.new.rejected, found.new.compared) == (1, 21)
    assert counts(found) == {"left": 1}


def test_a_side_without_an_accepted_row_has_nobody(tmp_path: Path) -> None:
    every = {f"l{line}": {"kode_wilayah": "x"} for line in range(2, 24)}
    found = compared(tmp_path, Example(change=change(**every)))
    assert counts(found) == {"left": 11, "reserve_left": 11}
    assert all(one.status is None for one in found.by_kind[Kind.LEFT])
    back = compared(tmp_path / "x", BASE, Example(change=change(**every)))
    assert counts(back) == {"joined": 11, "reserve_joined": 11}
    assert [one.before for one in back.by_kind[Kind.RESERVE_JOINED]] == [()] * 11
    assert not compared(tmp_path / "y", *[Example(change=change(**every))] * 2).changed


def test_lists_are_counted_before_they_are_described(tmp_path: Path) -> None:
    found = compared(tmp_path, Example(drop=("anggota:18", "anggota:19")))
    lost = found.by_kind[Kind.RESERVE_LEFT]
    assert len(lost) == 2
    assert [one.before[0].rank for one in lost[:1]] == [4]
    assert lost[-1].before[0].rank == 5
    with pytest.raises(IndexError):
        lost[2]
