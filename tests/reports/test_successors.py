"""Who comes next for a vacant seat, and why others do not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.profiles.calendar import Standing
from adhoc_cli.profiles.load import load_profile, profile_names
from adhoc_cli.profiles.replacement import succession_of
from adhoc_cli.reports.candidates import Note, Why
from adhoc_cli.reports.successors import Successors, Vacancy, find_successors
from adhoc_cli.rules.examples import Example, base_members
from tests.reports.editing import Folder, Row, change, leave, small

# Lines of the base roster: 2-6 PPK, 7-9 and 10-12 the PPS of two desa, 13-17 the reserves of the
# PPK (ranks 6-10), 18-20 and 21-23 those of the PPS (ranks 4-6).
GONE = {"status": "mengundurkan diri", "tanggal_selesai": "2024-06-05"}


def found_in(tmp_path: Path, example: Example, **options: str) -> Successors:
    return find_successors(small(tmp_path / "roster", example), **options)


def only_vacancy(tmp_path: Path, **cells: dict[str, str]) -> Vacancy:
    """The one vacancy of the base roster with these lines changed; a member has left on line 8."""
    (vacancy,) = found_in(tmp_path, Example(change=change(l8=GONE, **cells))).vacancies
    return vacancy


def ranks(vacancy: Vacancy) -> list[list[int | None]]:
    return [[candidate.rank for candidate in one.candidates] for one in vacancy.proposals]


def reasons(vacancy: Vacancy) -> list[tuple[int | None, list[Why]]]:
    return [(c.rank, [skip.why for skip in c.skips]) for c in vacancy.skipped]


# -- forty vacancies -------------------------------------------------------------------------------

Case = Callable[[Folder, str], list[str]]  # what happens in a desa, and the ranks that come in


def _resign(folder: Folder, code: str, seats: int = 1) -> list[Row]:
    for row in folder.serving("PPS", code)[:seats]:
        leave(row)
    return folder.reserves("PPS", code)


def _next_in_rank(folder: Folder, code: str) -> list[str]:
    return [_resign(folder, code)[0]["nama"]]


def _two_seats(folder: Folder, code: str) -> list[str]:
    return [row["nama"] for row in _resign(folder, code, 2)[:2]]


def _serves_elsewhere(folder: Folder, code: str) -> list[str]:
    first, second, _ = _resign(folder, code)
    desa = folder.desa()
    other = folder.serving("SEKRETARIAT PPS", desa[desa.index(code) + 60], "staf")[0]
    other["nik"] = first["nik"]
    return [second["nama"]]


def _exhausted(folder: Folder, code: str) -> list[str]:
    for row in _resign(folder, code):
        row["status"], row["tanggal_mulai"] = "mengundurkan diri", ""
    return []


def _no_reserve_listed(folder: Folder, code: str) -> list[str]:
    for row in _resign(folder, code):
        folder.members("PPS").remove(row)
    return []


def _all_serve_elsewhere(folder: Folder, code: str) -> list[str]:
    desa = folder.desa()
    others = folder.unit("PPS", desa[desa.index(code) + 100])[:3]
    for row, other in zip(_resign(folder, code), others, strict=True):
        other["nik"] = row["nik"]
    return []


def _too_young(folder: Folder, code: str) -> list[str]:
    first, second, _ = _resign(folder, code)
    first["tanggal_lahir"] = "2007-11-28"
    return [second["nama"]]


def _no_phone(folder: Folder, code: str) -> list[str]:
    first, second, third = _resign(folder, code)
    first["telepon"] = second["telepon"] = ""
    return [third["nama"]]


def _excluded(folder: Folder, code: str) -> list[str]:
    first, second, _ = _resign(folder, code)
    first["status"] = "berhalangan tetap"
    return [second["nama"]]


def _ranks_out_of_order(folder: Folder, code: str) -> list[str]:
    first, second, third = _resign(folder, code)
    first["peringkat"], second["peringkat"], third["peringkat"] = "12", "", "9"
    return [third["nama"]]


CASES: list[tuple[Case, int]] = [
    (_next_in_rank, 8),
    (_two_seats, 5),
    (_serves_elsewhere, 6),
    (_exhausted, 4),
    (_no_reserve_listed, 3),
    (_all_serve_elsewhere, 2),
    (_too_young, 4),
    (_no_phone, 4),
    (_excluded, 2),
    (_ranks_out_of_order, 2),
]


def test_for_forty_vacancies_the_right_person_is_proposed_each_time(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "roster")
    cases = [case for case, times in CASES for _ in range(times)]
    codes = folder.desa()[: len(cases)]
    expected = {code: case(folder, code) for case, code in zip(cases, codes, strict=True)}
    found = find_successors(folder.load())
    assert len(found.vacancies) == len(expected) == 40
    assert {vacancy.post.region.code: _names(vacancy) for vacancy in found.vacancies} == expected
    assert (found.vacant, found.open) == (45, 9)
    assert found.proposed == 36
    assert not any(one.tied for vacancy in found.vacancies for one in vacancy.proposals)


def _names(vacancy: Vacancy) -> list[str]:
    return [c.who.person.name for one in vacancy.proposals for c in one.candidates]


# -- the order -------------------------------------------------------------------------------------


def test_a_complete_roster_has_no_vacancy(tmp_path: Path) -> None:
    found = found_in(tmp_path, Example())
    assert (found.vacancies, found.vacant, found.unreadable, found.absent) == ((), 0, (), ())


def test_the_next_rank_comes_in_and_the_rest_wait(tmp_path: Path) -> None:
    vacancy = only_vacancy(tmp_path)
    assert ranks(vacancy) == [[4]]
    assert [one.rank for one in vacancy.further] == [5, 6]
    assert vacancy.skipped == ()
    assert (vacancy.required, vacancy.filled, vacancy.vacant, vacancy.open) == (3, 2, 1, 0)
    assert (vacancy.post.body, vacancy.post.region.name) == ("PPS", "Wonosari")
    assert not vacancy.chair_vacant


def test_equal_ranks_are_named_as_tied(tmp_path: Path) -> None:
    vacancy = only_vacancy(tmp_path, l19={"peringkat": "4"})
    (proposal,) = vacancy.proposals
    assert proposal.tied
    assert (proposal.seats, [c.rank for c in proposal.candidates]) == (1, [4, 4])
    assert vacancy.open == 0


def test_equal_ranks_who_all_get_a_seat_are_not_tied(tmp_path: Path) -> None:
    vacancy = only_vacancy(tmp_path, l9=GONE, l19={"peringkat": "4"})
    assert ranks(vacancy) == [[4], [4]]
    assert not any(proposal.tied for proposal in vacancy.proposals)


def test_equal_ranks_of_whom_one_cannot_are_not_tied(tmp_path: Path) -> None:
    vacancy = only_vacancy(tmp_path, l18={"telepon": ""}, l19={"peringkat": "4"})
    assert ranks(vacancy) == [[4]]
    assert vacancy.proposals[0].candidates[0].who.line == 19


def test_two_seats_and_three_of_one_rank_behind_the_first(tmp_path: Path) -> None:
    cells = {"l9": GONE, "l20": {"peringkat": "5"}}
    extra = {**base_members()[18], "nik": "3323011212900555", "peringkat": "5", "nama": "Tambahan"}
    example = Example(change=change(l8=GONE, **cells), add={"anggota": (extra,)})
    (vacancy,) = found_in(tmp_path, example).vacancies
    assert ranks(vacancy) == [[4], [5, 5, 5]]
    assert [one.tied for one in vacancy.proposals] == [False, True]


# -- appointed already -----------------------------------------------------------------------------

APPOINTED = {"status": "aktif", "tanggal_mulai": "2024-07-01"}


def test_nobody_is_proposed_for_the_seat_of_one_who_is_to_begin(tmp_path: Path) -> None:
    vacancy = only_vacancy(tmp_path, l18=APPOINTED)
    assert [one.rank for one in vacancy.coming] == [4]
    assert [check.day for check in vacancy.coming[0].checks] == [date(2024, 7, 1)]
    assert (vacancy.vacant, ranks(vacancy), vacancy.open) == (1, [], 0)
    assert [one.rank for one in vacancy.further] == [5, 6]
    other = only_vacancy(tmp_path / "b", l18=APPOINTED, l9=GONE)
    assert (other.vacant, ranks(other), other.open) == (2, [[5]], 0)


def test_one_appointed_who_left_before_beginning_takes_no_seat(tmp_path: Path) -> None:
    vacancy = only_vacancy(tmp_path, l18={**APPOINTED, "alasan": "Meninggal dunia"})
    assert vacancy.coming == ()
    assert ranks(vacancy) == [[5]]


def test_two_appointed_for_one_seat_leave_none_open(tmp_path: Path) -> None:
    vacancy = only_vacancy(tmp_path, l18=APPOINTED, l19=APPOINTED)
    assert ([one.rank for one in vacancy.coming], vacancy.open) == ([4, 5], 0)


# -- the reasons -----------------------------------------------------------------------------------


def test_a_missing_rank_is_listed_as_unusable(tmp_path: Path) -> None:
    vacancy = only_vacancy(tmp_path, l18={"peringkat": ""})
    assert ranks(vacancy) == [[5]]
    assert reasons(vacancy) == [(None, [Why.NO_RANK])]
    assert vacancy.passed_over == ()


def test_who_serves_elsewhere_is_skipped_and_the_place_is_named(tmp_path: Path) -> None:
    nik = base_members()[16]["nik"]
    vacancy = only_vacancy(tmp_path, l2={"nik": nik})
    assert ranks(vacancy) == [[5]]
    (skip,) = vacancy.skipped[0].skips
    assert skip.why is Why.SEATED
    assert skip.post is not None
    assert (skip.post.body, skip.post.region.code) == ("PPK", "33.23.01")
    assert vacancy.passed_over == vacancy.skipped


@pytest.mark.parametrize(
    ("day", "skipped"),
    [(date(2024, 7, 25), True), (date(2024, 7, 26), False)],
    ids=["last day of the term", "the day after"],
)
def test_a_term_that_is_over_keeps_nobody_from_a_seat(
    tmp_path: Path, day: date, skipped: bool
) -> None:
    pantarlih = {
        **base_members()[16], "badan": "PANTARLIH", "status": "aktif", "tps": "1", "peringkat": "",
    }  # fmt: skip
    example = Example(
        change=change(l8=GONE),
        add={"anggota": (pantarlih,)},
        files={"tps.csv": b"kode_desa,nomor,jumlah_pemilih\n33.23.01.2016,1,300\n"},
        as_of=day,
    )
    vacancy = next(v for v in found_in(tmp_path, example).vacancies if v.post.body == "PPS")
    assert ranks(vacancy) == [[5 if skipped else 4]]


def test_a_term_that_begins_later_keeps_nobody_from_a_seat(tmp_path: Path) -> None:
    nik = "3323011212900555"
    pantarlih = {**base_members()[6], "badan": "PANTARLIH", "tps": "1", "nik": nik}
    waits = pantarlih | {"status": "cadangan", "peringkat": "2", "tanggal_mulai": ""}
    kpps = pantarlih | {"badan": "KPPS", "tanggal_mulai": "2024-11-07"}
    tps = b"kode_desa,nomor,jumlah_pemilih\n33.23.01.2016,1,300\n"
    example = Example(
        add={"anggota": (waits, kpps)}, files={"tps.csv": tps}, as_of=date(2024, 7, 1)
    )
    vacancies = found_in(tmp_path, example).vacancies
    assert [ranks(v) for v in vacancies if v.post.body == "PANTARLIH"] == [[[2]]]


def test_the_rows_own_last_day_counts_before_that_of_the_body(tmp_path: Path) -> None:
    nik = base_members()[16]["nik"]
    gone = change(l8=GONE, l2={"nik": nik, "tanggal_selesai": "2024-06-01"})
    of_ppk, vacancy = found_in(tmp_path, Example(change=gone)).vacancies
    assert (of_ppk.post.body, vacancy.post.body) == ("PPK", "PPS")
    assert ranks(vacancy) == [[4]]


def test_the_same_name_and_birth_date_is_to_be_checked_and_no_reason(tmp_path: Path) -> None:
    twin = base_members()[16]
    cells = {"nama": f"H. {twin['nama'].upper()}", "tanggal_lahir": twin["tanggal_lahir"]}
    vacancy = only_vacancy(tmp_path, l2=cells)
    assert ranks(vacancy) == [[4]]
    (check,) = vacancy.proposals[0].candidates[0].checks
    assert check.note is Note.PERHAPS_SEATED
    assert check.post is not None
    assert check.post.body == "PPK"


@pytest.mark.parametrize("status", ["mengundurkan diri", "diberhentikan", "meninggal"])
def test_a_reserve_who_is_excluded_is_skipped_with_the_status(tmp_path: Path, status: str) -> None:
    vacancy = only_vacancy(tmp_path, l18={"status": status})
    assert ranks(vacancy) == [[5]]
    assert [(s.why, s.status) for s in vacancy.skipped[0].skips] == [(Why.EXCLUDED, status)]


@pytest.mark.parametrize(
    "cells",
    [{"keterangan": "mengundurkan diri"}, {"alasan": "meninggal"}, {"nama": "Lasmi (mundur)"}],
)
def test_a_reserve_who_left_as_the_row_says_is_skipped(
    tmp_path: Path, cells: dict[str, str]
) -> None:
    vacancy = only_vacancy(tmp_path, l18=cells)
    assert ranks(vacancy) == [[5]]
    assert reasons(vacancy) == [(4, [Why.LEFT])]


def test_a_status_that_cannot_be_read_excludes_too(tmp_path: Path) -> None:
    vacancy = only_vacancy(tmp_path, l18={"status": "cadngan?"})
    assert [(s.why, s.status) for s in vacancy.skipped[0].skips] == [(Why.EXCLUDED, "cadngan?")]


@pytest.mark.parametrize(
    ("born", "skips", "notes"),
    [
        ("2007-11-27", [], [Note.UNDER_AGE_TODAY]),
        ("2007-11-28", [Why.UNDER_AGE], []),
        ("2007-06-10", [], []),
        ("", [], [Note.AGE_UNKNOWN]),
        ("entah", [], [Note.AGE_UNKNOWN]),
    ],
)
def test_seventeen_on_voting_day(
    tmp_path: Path, born: str, skips: list[Why], notes: list[Note]
) -> None:
    vacancy = only_vacancy(tmp_path, l18={"tanggal_lahir": born})
    candidates = [c for one in vacancy.proposals for c in one.candidates] + list(vacancy.skipped)
    first = next(c for c in candidates if c.rank == 4)
    assert [skip.why for skip in first.skips] == skips
    assert [check.note for check in first.checks] == notes
    assert all(skip.number == 16 for skip in first.skips)


def test_who_has_no_phone_is_shown_and_skipped(tmp_path: Path) -> None:
    vacancy = only_vacancy(tmp_path, l18={"telepon": "-"})
    assert ranks(vacancy) == [[5]]
    assert reasons(vacancy) == [(4, [Why.UNREACHABLE])]


def test_a_number_that_cannot_be_read_is_to_be_checked(tmp_path: Path) -> None:
    vacancy = only_vacancy(tmp_path, l18={"telepon": "0293 491234"})
    assert ranks(vacancy) == [[4]]
    assert [c.note for c in vacancy.proposals[0].candidates[0].checks] == [Note.PHONE_UNREADABLE]


def test_without_a_column_for_phones_nobody_is_unreachable(tmp_path: Path) -> None:
    example = Example(change=change(l8=GONE), without={"anggota": ("telepon",)})
    found = found_in(tmp_path, example)
    assert found.absent == ("telepon",)
    assert ranks(found.vacancies[0]) == [[4]]
    notes = [c.note for c in found.vacancies[0].proposals[0].candidates[0].checks]
    assert notes == [Note.PHONE_UNKNOWN]


def test_a_candidate_without_a_nik_is_to_be_checked(tmp_path: Path) -> None:
    vacancy = only_vacancy(tmp_path, l18={"nik": ""})
    assert [c.note for c in vacancy.proposals[0].candidates[0].checks] == [Note.NO_NIK]


def test_nobody_is_proposed_for_two_places(tmp_path: Path) -> None:
    nik = base_members()[16]["nik"]
    example = Example(change=change(l3=GONE, l8=GONE, l13={"nik": nik}))
    ppk, pps = found_in(tmp_path, example).vacancies
    assert (ppk.post.body, ranks(ppk)) == ("PPK", [[6]])
    assert (pps.post.body, ranks(pps)) == ("PPS", [[5]])
    (skip,) = pps.skipped[0].skips
    assert skip.why is Why.PROPOSED
    assert skip.post == ppk.post
    only = found_in(tmp_path / "x", example, region="33.23.01.2016").vacancies
    assert [ranks(vacancy) for vacancy in only] == [[[5]]]


def test_who_is_tied_is_not_proposed_elsewhere(tmp_path: Path) -> None:
    nik = base_members()[16]["nik"]
    cells = {"l13": {"nik": nik}, "l14": {"peringkat": "6"}}
    ppk, pps = found_in(tmp_path, Example(change=change(l3=GONE, l8=GONE, **cells))).vacancies
    assert ppk.proposals[0].tied
    assert ranks(pps) == [[5]]


def test_who_stands_on_one_list_twice_counts_with_the_better_rank(tmp_path: Path) -> None:
    nik = base_members()[16]["nik"]
    vacancy = only_vacancy(tmp_path, l9=GONE, l19={"nik": nik})
    assert ranks(vacancy) == [[4], [6]]
    assert reasons(vacancy) == [(5, [Why.REPEATED])]


def test_every_reason_is_given(tmp_path: Path) -> None:
    nik = base_members()[16]["nik"]
    cells = {"telepon": "", "tanggal_lahir": "2010-01-01", "peringkat": ""}
    vacancy = only_vacancy(tmp_path, l2={"nik": nik}, l18=cells)
    assert reasons(vacancy) == [
        (None, [Why.SEATED, Why.UNDER_AGE, Why.NO_RANK, Why.UNREACHABLE]),
    ]


def test_a_term_that_ends_before_it_begins_is_that_of_the_body(tmp_path: Path) -> None:
    nik = base_members()[16]["nik"]
    cells = {"nik": nik, "tanggal_mulai": "2024-06-02", "tanggal_selesai": "2024-06-01"}
    assert ranks(only_vacancy(tmp_path, l2=cells)) == [[5]]


def test_a_kpps_candidate_above_the_preferred_age_is_to_be_checked(tmp_path: Path) -> None:
    kpps = {**base_members()[6], "badan": "KPPS", "tps": "1", "nik": "3323011212900555"}
    waits = kpps | {
        "nik": "3323011212900556", "status": "cadangan", "peringkat": "8",
        "tanggal_lahir": "1968-11-27",
    }  # fmt: skip
    tps = b"kode_desa,nomor\n33.23.01.2016,1\n"
    example = Example(
        add={"anggota": (kpps, waits)}, files={"tps.csv": tps}, as_of=date(2024, 11, 20)
    )
    (vacancy,) = found_in(tmp_path, example).vacancies
    (check,) = vacancy.proposals[0].candidates[0].checks
    assert (check.note, check.number) == (Note.OVER_AGE, 56)
    assert (vacancy.post.tps, vacancy.open) == (1, 5)
    assert [one.key for one in vacancy.law.exhausted] == ["appoint_in_pleno"]


def test_pantarlih_are_at_least_17_and_not_called_by_rank(tmp_path: Path) -> None:
    waits = {
        **base_members()[6], "badan": "PANTARLIH", "tps": "1", "nik": "3323011212900556",
        "status": "cadangan", "peringkat": "2", "tanggal_lahir": "2012-01-01",
    }  # fmt: skip
    tps = b"kode_desa,nomor,jumlah_pemilih\n33.23.01.2016,1,300\n"
    example = Example(add={"anggota": (waits,)}, files={"tps.csv": tps}, as_of=date(2024, 7, 1))
    (vacancy,) = found_in(tmp_path, example).vacancies
    assert vacancy.proposals == ()
    assert [skip.why for skip in vacancy.skipped[0].skips] == [Why.UNDER_AGE]
    assert not vacancy.law.by_rank


def test_what_the_roster_does_not_say_is_named_and_never_taken_for_granted(tmp_path: Path) -> None:
    columns = ("nik", "tanggal_lahir", "peringkat", "tanggal_mulai")
    example = Example(change=change(l8=GONE), without={"anggota": columns})
    found = found_in(tmp_path, example)
    assert found.absent == ("peringkat", "nik", "tanggal_lahir")
    (vacancy,) = found.vacancies
    assert vacancy.proposals == ()
    assert {c.skips[0].why for c in vacancy.skipped} == {Why.NO_RANK}
    assert [c.note for c in vacancy.skipped[0].checks] == [Note.NO_NIK, Note.AGE_UNKNOWN]
    bare = found_in(tmp_path / "x", Example(drop=("anggota:8",), without={"anggota": ("status",)}))
    assert bare.absent == ("status",)
    assert all(unit.listed == 0 for body in bare.reserves for unit in body.units)


# -- the unit --------------------------------------------------------------------------------------


def test_whose_seat_it_is(tmp_path: Path) -> None:
    vacancy = only_vacancy(tmp_path)
    (former,) = vacancy.replaced
    assert (former.who.line, former.day) == (8, date(2024, 6, 5))


def test_of_more_who_left_the_last_is_replaced_or_nobody_is_named(tmp_path: Path) -> None:
    earlier = {**base_members()[6], **GONE, "nik": "3323011212900555", "nama": "Dahulu"}
    for day, named in (("2024-06-01", [8]), ("", []), ("2024-06-05", [])):
        example = Example(
            change=change(l8=GONE), add={"anggota": ({**earlier, "tanggal_selesai": day},)}
        )
        (vacancy,) = found_in(tmp_path / (day or "none"), example).vacancies
        assert len(vacancy.former) == 2
        assert [one.who.line for one in vacancy.replaced] == named


def test_a_reserve_who_came_in_and_left_again_has_served(tmp_path: Path) -> None:
    vacancy = only_vacancy(tmp_path, l18=GONE | {"tanggal_mulai": "2024-06-01"})
    assert vacancy.skipped == ()
    assert [one.who.rank for one in vacancy.former] == [None, 4]


def test_a_chair_who_left_is_said(tmp_path: Path) -> None:
    (vacancy,) = found_in(tmp_path, Example(change=change(l7=GONE))).vacancies
    assert vacancy.chair_vacant


SUSPENDED = {"status": "diberhentikan sementara"}
DECIDED = {"tanggal_selesai": "2024-06-01", "nomor_sk": "131/PP.04-Kpt/3323/2024"}


def test_suspension_ps_43_6_leaves_no_vacancy_and_calls_nobody(tmp_path: Path) -> None:
    found = found_in(tmp_path, Example(change=change(l8=SUSPENDED)))
    assert found.vacancies == ()
    assert [(one.line, one.post.body) for one in found.waiting] == [(8, "PPS")]


def test_suspension_ends_with_a_day_and_a_decree(tmp_path: Path) -> None:
    found = found_in(tmp_path, Example(change=change(l8=SUSPENDED | DECIDED)))
    assert found.waiting == ()
    (vacancy,) = found.vacancies
    assert [one.who.line for one in vacancy.former] == [8]


@pytest.mark.parametrize(
    "said",
    [
        {"tanggal_selesai": "2024-06-01", "nomor_sk": ""},
        {"tanggal_selesai": "", "nomor_sk": "131/PP.04-Kpt/3323/2024"},
        {"tanggal_selesai": "2025-01-27", "nomor_sk": "131/PP.04-Kpt/3323/2024"},  # of the term
    ],
)
def test_suspension_without_day_and_decree_goes_on(tmp_path: Path, said: dict[str, str]) -> None:
    assert found_in(tmp_path, Example(change=change(l8=SUSPENDED | said))).vacancies == ()


def test_suspension_does_not_end_by_the_decree_of_the_appointment(tmp_path: Path) -> None:
    decree = {"nomor_sk": "7/PP.04-Kpt/3323/2024"}
    suspended = SUSPENDED | DECIDED | decree
    found = found_in(tmp_path, Example(change=change(l7=decree, l8=suspended, l9=decree)))
    assert [one.line for one in found.waiting] == [8]


def test_a_unit_with_nobody_is_a_vacancy_too(tmp_path: Path) -> None:
    lines = (10, 11, 12, 21, 22, 23)
    found = found_in(tmp_path, Example(drop=tuple(f"anggota:{line}" for line in lines)))
    (vacancy,) = found.vacancies
    assert (vacancy.vacant, vacancy.open, vacancy.former) == (3, 3, ())
    assert [(one.key, one.level) for one in vacancy.law.exhausted] == [("ask_kpu", None)]


def test_region_and_body_choose_what_is_shown(tmp_path: Path) -> None:
    example = Example(change=change(l3=GONE, l8=GONE, l11=GONE))
    roster = small(tmp_path / "roster", example)
    shown = [
        [(v.post.body, v.post.region.code) for v in find_successors(roster, **options).vacancies]
        for options in ({}, {"region": "33.23.01.2013"}, {"bodies": ("PPK",)})
    ]
    ppk, one, other = ("PPK", "33.23.01"), ("PPS", "33.23.01.2016"), ("PPS", "33.23.01.2013")
    assert shown == [[ppk, one, other], [other], [ppk]]


def test_without_members_nothing_is_claimed(tmp_path: Path) -> None:
    found = found_in(tmp_path, Example(files={"anggota.csv": None}))
    assert found.unreadable == ("anggota.csv",)
    assert found.vacancies == ()


def test_a_body_whose_term_is_over_has_no_vacancy_and_is_named(tmp_path: Path) -> None:
    example = Example(change=change(l8=GONE), as_of=date(2025, 1, 28))
    found = found_in(tmp_path, example)
    assert [(one.body, one.standing) for one in found.outside] == [
        ("PPK", Standing.AFTER), ("PPS", Standing.AFTER),
    ]  # fmt: skip
    assert (found.vacancies, found.reserves) == ((), ())
    assert found_in(tmp_path / "x", Example(as_of=date(2025, 1, 27))).outside == ()


def test_a_body_before_its_oath_has_no_vacancy_and_is_named(tmp_path: Path) -> None:
    found = found_in(tmp_path, Example(change=change(l8=GONE), as_of=date(2024, 5, 20)))
    assert [(one.body, one.standing) for one in found.outside] == [("PPS", Standing.BEFORE)]
    assert (found.vacancies, [one.body for one in found.reserves]) == ((), ["PPK"])


def test_a_kpps_without_a_list_of_tps_is_not_counted(tmp_path: Path) -> None:
    kpps = {**base_members()[6], "badan": "KPPS", "tps": "1", "nik": "3323011212900555"}
    example = Example(add={"anggota": (kpps,)}, as_of=date(2024, 11, 20))
    found = found_in(tmp_path, example)
    assert [one.body for one in found.uncounted] == ["KPPS"]


# -- the depth of the reserve ----------------------------------------------------------------------


def test_the_depth_of_the_reserve_by_unit(tmp_path: Path) -> None:
    nik = base_members()[19]["nik"]
    cells = {"l18": {"telepon": ""}, "l2": {"nik": nik}, "l22": {"peringkat": ""}}
    found = found_in(tmp_path, Example(change=change(l8=GONE, **cells), drop=("anggota:23",)))
    ppk, pps = found.reserves
    assert (ppk.body, ppk.wanted, ppk.listed, ppk.usable, ppk.empty) == ("PPK", 5, 5, 5, 0)
    assert (pps.wanted, pps.listed, pps.usable, pps.empty, pps.short) == (6, 5, 2, 1, 0)
    first, second = pps.units
    assert (first.vacant, first.wanted, first.listed, first.usable, first.left) == (1, 3, 3, 2, 1)
    assert (second.listed, second.usable, second.left) == (2, 0, 0)


def test_the_depth_of_a_region(tmp_path: Path) -> None:
    found = found_in(tmp_path, Example(), region="33.23.01.2016")
    ppk, pps = found.reserves
    assert len(ppk.units) == 0
    assert [unit.post.region.code for unit in pps.units] == ["33.23.01.2016"]


# -- the law ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", [one for one in profile_names() if "PPK" in load_profile(one).badan]
)
def test_every_body_of_a_profile_has_its_law_in_both_languages(name: str) -> None:
    for body, law in load_profile(name).successions.items():
        for one in (law.decides, law.method, *law.exhausted, *law.besides):
            assert one.key != "unknown_body", body
            assert all(one.words), one.key
            assert one.words.id != one.words.en
            assert bool(one.basis or one.source) == (one.level in {"A", "B", "C"}), one.key


def test_a_body_that_no_source_speaks_of_has_no_law() -> None:
    law = succession_of("PANWASCAM")
    assert (law.pleno, law.by_rank, law.method.level) == (None, False, None)
