"""Progress: counts per kecamatan, what is overdue, and the list of one place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.checklist.board import State, unknown_marks
from adhoc_cli.checklist.items import items_named, plan
from adhoc_cli.checklist.journal import append
from adhoc_cli.checklist.mark import Mark, MarkStatus
from adhoc_cli.checklist.place import PlaceList, place_list
from adhoc_cli.checklist.progress import NO_ITEMS, Counts, Progress, progress
from adhoc_cli.checklist.read import Journal, read_journal
from adhoc_cli.profiles.load import load_profile
from adhoc_cli.roster.roster import Roster, load_roster
from tests.office.law import frozen_law

KECAMATAN = "kode,nama\n33.23.01,Bulu\n33.23.17,Kledung\n"
DESA = (
    "kode,nama,jenis\n33.23.01.2001,Wonosari,desa\n33.23.17.2001,Kledung,desa\n"
    "33.23.17.1002,Tuksari,kelurahan\n"
)
MEMBERS = "nama,badan,jabatan,kode_wilayah\nSri,PPK,ketua,33.23.01\n"
STAKEHOLDERS = (
    "kode_wilayah,peran,nama,telepon\n33.23.17,camat,Heni,081234567890\n33.23.17,puskesmas,Dedi,\n"
    "33.23.17.2001,kades,Karno,081234567891\n33.23.17.1002,lurah,Budi,\n33.23.01,camat,Tegar,\n"
)
with frozen_law():
    CHECKLIST = load_profile("pilkada-2024").checklist
OF_PPK = [key for key, item in CHECKLIST.active.items() if item.badan == "PPK"]
DAY = date(2024, 5, 20)


def folder_of(path: Path, desa: str = DESA, stakeholders: str | None = STAKEHOLDERS) -> Path:
    texts = {"kecamatan": KECAMATAN, "desa": desa, "anggota": MEMBERS, "pemangku": stakeholders}
    for name, text in texts.items():
        if text is not None:
            (path / f"{name}.csv").write_text(text)
    return path


def done(place: str, item: str, evidence: str = "foto") -> Mark:
    return Mark(place, item, MarkStatus.DONE, DAY, evidence)


def loaded(path: Path, *marks: Mark, as_of: date = date(2024, 6, 10)) -> tuple[Roster, Journal]:
    append(path, marks, operator="Sri")
    return load_roster(path, as_of), read_journal(path)


def in_frozen_law(
    path: Path, *marks: Mark, as_of: date = date(2024, 6, 10)
) -> tuple[Roster, Journal]:
    with frozen_law():
        return loaded(path, *marks, as_of=as_of)


def seen(path: Path, *marks: Mark, as_of: date = date(2024, 6, 10), **chosen: object) -> Progress:
    roster, journal = in_frozen_law(path, *marks, as_of=as_of)
    return progress(roster, journal, **chosen)  # type: ignore[arg-type]


def listed(path: Path, code: str, *marks: Mark, as_of: date = date(2024, 6, 10)) -> PlaceList:
    roster, journal = in_frozen_law(path, *marks, as_of=as_of)
    return place_list(roster, journal, code)


def test_nothing_was_marked(tmp_path: Path) -> None:
    found = seen(folder_of(tmp_path))
    assert found.totals == {
        "PPK": Counts(22, done=0, due=0, overdue=12, open=10, scheduled=0, overdue_by_law=2),
        "PPS": Counts(30, done=0, due=0, overdue=15, open=15, scheduled=0, overdue_by_law=3),
    }
    # Kledung has two desa, and more that is overdue: it comes first.
    assert [row.region.name for row in found.kecamatan] == ["Kledung", "Bulu"]
    assert [(row.desa, row.complete) for row in found.kecamatan] == [(2, 0), (1, 0)]
    assert found.kecamatan[0].bodies["PPS"].total == 20


@pytest.mark.parametrize(
    ("as_of", "due", "overdue"),
    [
        (date(2024, 5, 15), 0, 0),  # the oath is tomorrow: 8 days to the first deadline
        (date(2024, 5, 16), 4, 0),
        (date(2024, 5, 23), 10, 0),
        (date(2024, 5, 24), 4 + 2, 4),
        (date(2024, 6, 6), 4 + 2, 6),  # kapolsek and danramil: the week of grace ends today
    ],
)
def test_what_is_due_turns_overdue(tmp_path: Path, as_of: date, due: int, overdue: int) -> None:
    counts = seen(folder_of(tmp_path), as_of=as_of).totals["PPK"]
    assert (counts.due, counts.overdue) == (due, overdue)
    assert counts.total == counts.done + counts.due + counts.overdue + counts.open


def test_no_items_add_nothing() -> None:
    some = Counts(1, 2, 3, 4, 5, 6, 7, 8)
    assert NO_ITEMS + some == some


def test_progress_rises_with_a_mark(tmp_path: Path) -> None:
    before = seen(folder_of(tmp_path)).totals["PPK"]
    after = seen(tmp_path, done("33.23.17", "PPK-01")).totals["PPK"]
    assert (after.done, after.overdue) == (before.done + 1, before.overdue - 1)


@pytest.mark.parametrize(
    ("status", "is_done", "scheduled"),
    [
        (MarkStatus.DONE, 1, 0),
        (MarkStatus.SCHEDULED, 0, 1),
        (MarkStatus.CANCELLED, 0, 0),
        (MarkStatus.WITHDRAWN, 0, 0),
    ],
)
def test_the_last_mark_counts(
    tmp_path: Path, status: MarkStatus, is_done: int, scheduled: int
) -> None:
    last = Mark("33.23.17", "PPK-01", status, DAY, "surat")
    counts = seen(folder_of(tmp_path), done("33.23.17", "PPK-01"), last).totals["PPK"]
    assert (counts.done, counts.scheduled) == (is_done, scheduled)


def test_marks_of_elsewhere_and_of_unknown_items_count_nowhere(tmp_path: Path) -> None:
    strange = [done("33.23.99", "PPK-01"), done("33.23.17", "PPK-99"), done("33.23.17", "PPS-01")]
    roster, journal = in_frozen_law(folder_of(tmp_path), *strange, done("33.23.17", "PPK-01"))
    assert progress(roster, journal).totals["PPK"].done == 1
    found = unknown_marks(roster.places, CHECKLIST, plan(roster.profile), journal)
    assert [(one.line, one.what) for one in found] == [(2, "place"), (3, "item"), (4, "level")]


def test_an_item_that_was_switched_off_keeps_its_marks(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (folder / "adhoc.toml").write_text("[ubah.butir.PPK-01]\naktif = false\n")
    roster, journal = in_frozen_law(folder, done("33.23.17", "PPK-01"))
    assert progress(roster, journal).totals["PPK"].total == 2 * (len(OF_PPK) - 1)
    planned, fewer = plan(roster.profile), roster.profile.checklist
    assert unknown_marks(roster.places, fewer, planned, journal) == []


def test_one_kecamatan_one_desa_one_body_one_item(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    kledung = seen(folder, region="33.23.17")
    assert [row.region.name for row in kledung.kecamatan] == ["Kledung"]
    assert kledung.totals["PPS"].total == 20
    desa = seen(folder, region="33.23.17.2001")
    assert {body: counts.total for body, counts in desa.totals.items()} == {"PPS": 10}
    assert desa.kecamatan[0].desa == 1
    assert set(seen(folder, bodies=["PPK"]).totals) == {"PPK"}
    one = seen(folder, items=["PPS-02"])
    assert one.totals["PPS"].total == 3
    assert [item.planned.id for item in one.items] == ["PPS-02"]
    assert seen(folder, region="33.23.99").kecamatan == ()


def test_a_desa_is_complete_when_all_of_its_items_are_done(tmp_path: Path) -> None:
    every = [done("33.23.01.2001", f"PPS-{n:02}") for n in range(1, 11)]
    found = seen(folder_of(tmp_path), *every)
    assert {row.region.name: row.complete for row in found.kecamatan} == {"Bulu": 1, "Kledung": 0}
    assert seen(tmp_path, bodies=["PPK"]).kecamatan[0].complete == 0


def test_a_desa_of_an_unlisted_kecamatan_is_not_lost(tmp_path: Path) -> None:
    found = seen(folder_of(tmp_path, DESA + "33.23.20.2001,Gemawang,desa\n"))
    assert found.totals["PPS"].total == 40
    (alone,) = (row for row in found.kecamatan if row.region.code == "33.23.20")
    assert (alone.region.name, list(alone.bodies), alone.desa) == ("", ["PPS"], 1)


def test_the_laws_deadlines_come_first_then_the_longest_overdue(tmp_path: Path) -> None:
    scheduled = Mark("33.23.17", "PPK-01", MarkStatus.SCHEDULED)
    late = seen(folder_of(tmp_path), scheduled).overdue()
    first = [(one.planned.id, one.region.code, one.days) for one in late[:6]]
    assert first == [
        ("PPK-04", "33.23.01", 18), ("PPK-04", "33.23.17", 18), ("PPS-02", "33.23.01.2001", 8),
        ("PPS-02", "33.23.17.2001", 8), ("PPS-02", "33.23.17.1002", 8), ("PPK-01", "33.23.01", 18),
    ]  # fmt: skip
    assert [one.kecamatan.name for one in late[2:5]] == ["Bulu", "Kledung", "Kledung"]
    assert [one.scheduled for one in late[5:7]] == [False, True]
    assert len(late) == 27
    assert seen(tmp_path).overdue(2) == late[:2]


def test_per_item(tmp_path: Path) -> None:
    found = seen(folder_of(tmp_path), done("33.23.17", "PPK-01"))
    counts = {item.planned.id: (item.counts.total, item.counts.done) for item in found.items}
    assert (counts["PPK-01"], counts["PPK-02"], counts["PPS-01"]) == ((2, 1), (2, 0), (3, 0))
    left = {item.planned.id: sum(item.open_until.values()) for item in found.items}
    assert (left["PPK-01"], left["PPK-02"], left["PPS-01"]) == (1, 2, 3)


# -- one place -------------------------------------------------------------------------------------


def test_the_list_of_a_kecamatan(tmp_path: Path) -> None:
    found = listed(folder_of(tmp_path), "33.23.17", done("33.23.17", "PPK-01", "surat 12"))
    assert (found.region.name, found.kind, found.kecamatan) == (
        "Kledung",
        "kecamatan",
        found.region,
    )
    states = [tick.state for tick in found.ticks]
    assert states == sorted(states)
    assert len(states) == len(OF_PPK)
    tick = found.ticks[-1]
    assert (tick.planned.id, tick.state, tick.status) == ("PPK-01", State.DONE, MarkStatus.DONE)
    assert tick.mark is not None
    assert tick.entry is not None
    assert (tick.mark.tanggal, tick.mark.bukti, tick.entry.line) == (DAY, "surat 12", 2)
    assert tick.left == -18
    (camat,) = tick.contacts
    assert (camat.role, camat.name, str(camat.phone)) == ("camat", "Heni", "0812****7890")


def test_a_desa_has_a_kades_and_a_kelurahan_a_lurah(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    desa = {tick.planned.id: tick for tick in listed(folder, "33.23.17.2001").ticks}
    kelurahan = {tick.planned.id: tick for tick in listed(folder, "33.23.17.1002").ticks}
    assert (desa["PPS-01"].roles, kelurahan["PPS-01"].roles) == (("kades",), ("lurah",))
    assert desa["PPS-06"].roles == ("BPD", "LKMD", "ketua RT/RW")
    assert kelurahan["PPS-06"].roles == ("LKMD", "ketua RT/RW")
    assert [contact.name for contact in desa["PPS-01"].contacts] == ["Karno"]
    assert [contact.name for contact in kelurahan["PPS-01"].contacts] == ["Budi"]
    # The puskesmas of the kecamatan serves its desa.
    assert [contact.name for contact in desa["PPS-08"].contacts] == ["Dedi"]


def test_a_withdrawn_mark_is_no_mark(tmp_path: Path) -> None:
    marks = done("33.23.17", "PPK-01"), Mark("33.23.17", "PPK-01", MarkStatus.WITHDRAWN)
    ticks = {
        tick.planned.id: tick for tick in listed(folder_of(tmp_path), "33.23.17", *marks).ticks
    }
    assert (ticks["PPK-01"].entry, ticks["PPK-01"].status) == (None, None)
    assert ticks["PPK-01"].state is State.OVERDUE


def test_a_tick_has_the_day_of_a_meeting_that_was_or_is_to_be(tmp_path: Path) -> None:
    words = {
        "PPK-01": MarkStatus.DONE,
        "PPK-02": MarkStatus.SCHEDULED,
        "PPK-03": MarkStatus.CANCELLED,
        "PPK-04": MarkStatus.WITHDRAWN,
    }
    marks = [Mark("33.23.17", item, word, DAY, "foto") for item, word in words.items()]
    found = listed(folder_of(tmp_path), "33.23.17", *marks)
    days = {tick.planned.id: tick.day for tick in found.ticks if tick.day is not None}
    assert days == {"PPK-01": DAY, "PPK-02": DAY}


@pytest.mark.parametrize(
    ("word", "items"),
    [
        ("ppk-01", ["PPK-01"]),
        (" PPK-05 ", ["PPK-05"]),
        ("camat", ["PPK-01"]),  # not PPK-08, where others are met too
        ("bidan", ["PPS-08"]),  # with nobody else there is none
        ("lurah", ["PPS-01", "PPS-02", "PPS-10"]),
        ("siapa", []),
    ],
)
def test_an_item_is_named_by_its_id_or_by_whom_to_meet(word: str, items: list[str]) -> None:
    assert items_named(CHECKLIST, word) == items


def test_a_place_that_is_not_listed(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        listed(folder_of(tmp_path), "33.23.99")


def test_without_stakeholders_there_are_no_contacts(tmp_path: Path) -> None:
    found = listed(folder_of(tmp_path, stakeholders=None), "33.23.17")
    assert all(tick.contacts == () for tick in found.ticks)
