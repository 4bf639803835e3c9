"""A place with an oath of its own, or without the body: items, secretariats and days follow it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.checklist.board import Board, State, boards
from adhoc_cli.checklist.items import plan
from adhoc_cli.checklist.of_roster import journal_of
from adhoc_cli.checklist.place import place_list
from adhoc_cli.checklist.progress import progress
from adhoc_cli.engine.run import run_rule
from adhoc_cli.intake.init import plan_init
from adhoc_cli.places.country import kabupaten
from adhoc_cli.profiles.load import load_office
from adhoc_cli.reports.overview.deadlines import Kind, deadlines_ahead
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.registry import find_rule
from adhoc_cli.rules.secretariats import last_days
from tests.roster.rosters import BULU, DRONO, PAKUREJO, TEMBARAK, WONOSARI, make, member

_APART = f'''
badan = ["SEKRETARIAT PPK"]
[ubah.badan.PPK]
mulai = 2024-06-01
selesai = 2024-07-01
setempat."{BULU}" = {{ mulai = 2024-05-20, selesai = 2024-06-20 }}
[ubah.badan."SEKRETARIAT PPK"]
mulai = 2024-05-20
[ubah.butir.X-1]
badan = "PPK"
pemangku = ["camat"]
tujuan_id = "Perkenalan"
tujuan_en = "Introduction"
batas = {{ hari = 3 }}
'''


def _roster(folder: Path, day: date, settings: str = _APART) -> Roster:
    return make(folder, member("PPK", BULU), settings=settings, as_of=day)


def _board(roster: Roster, item: str) -> Board:
    wanted = plan(roster.profile, items=[item])
    both = boards(roster.places, wanted, journal_of(roster), roster.as_of)
    return both[wanted[0].level]


@pytest.mark.parametrize(
    ("day", "states"),
    [
        (date(2024, 5, 19), [State.OPEN, State.OPEN]),  # nobody is sworn in
        (date(2024, 5, 24), [State.OVERDUE, State.OPEN]),  # Bulu alone is
        (date(2024, 6, 5), [State.OVERDUE, State.OVERDUE]),
        (date(2024, 6, 21), [State.OPEN, State.OVERDUE]),  # the term of Bulu is over
        (date(2024, 7, 2), [State.OPEN, State.OPEN]),
    ],
)
def test_an_item_is_due_by_the_oath_of_its_place(
    tmp_path: Path, day: date, states: list[State]
) -> None:
    board = _board(_roster(tmp_path, day), "X-1")
    assert board.state[:, 0].tolist() == states
    assert board.due[:, 0].tolist() == [date(2024, 5, 23), date(2024, 6, 4)]


def test_a_place_says_that_its_own_term_is_over(tmp_path: Path) -> None:
    roster = _roster(tmp_path, date(2024, 6, 21))
    for place, ended in ((BULU, date(2024, 6, 20)), (TEMBARAK, None)):
        listed = place_list(roster, journal_of(roster), place)
        tick = next(one for one in listed.ticks if one.planned.id == "X-1")
        assert tick.ended == ended


def test_a_secretariat_is_due_by_the_oath_of_its_place(tmp_path: Path) -> None:
    roster = _roster(tmp_path, date(2024, 5, 30))
    body = roster.profile.badan["SEKRETARIAT PPK"]
    assert last_days(roster, body).tolist() == [date(2024, 5, 27), date(2024, 6, 8)]
    found = run_rule(roster, find_rule("S701"), None).findings
    told = {one.region.code: one.params["deadline"] for one in found if one.region}
    assert told == {BULU: date(2024, 5, 27), TEMBARAK: date(2024, 6, 8)}


def test_the_days_ahead_name_the_place_that_has_another_one(tmp_path: Path) -> None:
    ahead = deadlines_ahead(_roster(tmp_path, date(2024, 5, 19)), None)
    oaths = {(one.day, one.subject) for one in ahead if one.kind is Kind.OATH}
    assert {(date(2024, 5, 20), "PPK Bulu"), (date(2024, 6, 1), "PPK")} <= oaths
    offices = {one.day for one in ahead if one.kind is Kind.SECRETARIAT}
    assert offices == {date(2024, 5, 27), date(2024, 6, 8)}


_EXEMPT = f'[ubah.badan.PPS]\nhanya = ["{PAKUREJO}", "{DRONO}"]\nkecuali = ["{DRONO}"]\n'


def test_a_place_without_the_body_has_none_of_its_items(tmp_path: Path) -> None:
    roster = _roster(tmp_path, date(2024, 6, 10), _EXEMPT)
    items = [name for name, one in roster.profile.butir.items() if one.badan == "PPS"]
    found = progress(roster, journal_of(roster), bodies=["PPS"])
    assert found.totals["PPS"].total == len(items)  # Pakurejo alone
    assert {late.region.code for late in found.overdue()} <= {PAKUREJO}
    lists = [
        place_list(roster, journal_of(roster), code).ticks for code in (WONOSARI, PAKUREJO, DRONO)
    ]
    assert [len(ticks) for ticks in lists] == [0, len(items), 0]


def test_items_of_a_body_of_the_tps_are_where_one_of_them_has_it(tmp_path: Path) -> None:
    text = f'[ubah.badan.KPPS]\nhanya = ["{PAKUREJO}.002"]\n[ubah.butir.K-1]\nbadan = "KPPS"\n'
    text += 'pemangku = ["kades"]\ntujuan_id = "TPS"\ntujuan_en = "TPS"\n'
    board = _board(_roster(tmp_path, date(2024, 11, 20), text), "K-1")
    assert board.asked[:, 0].tolist() == [False, True, False]


def test_a_new_folder_has_rows_for_the_seats_of_each_place(tmp_path: Path) -> None:
    text = f'[ubah.badan.PPK]\nkecuali = ["{TEMBARAK}"]\nsetempat."{BULU}".kursi = 4\n'
    (tmp_path / "adhoc.toml").write_text(text, encoding="utf-8")
    law = load_office(tmp_path).profile
    place = next(one for one in kabupaten() if one.code == "33.23")
    made = plan_init(tmp_path / "baru", place, law, with_seats=True)
    assert made.seats["PPK"] == 18 * 5 + 4
    file = next(one for one in made.files if one.name == "anggota-ppk.csv")
    rows = file.content.decode().splitlines()
    assert sum(f",{BULU}," in row for row in rows) == 4
    assert not [row for row in rows if f",{TEMBARAK}," in row]
