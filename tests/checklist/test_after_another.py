"""Items that need another one first: not late before it, and late by what the profile counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.checklist.board import State
from adhoc_cli.checklist.mark import Mark, MarkStatus
from adhoc_cli.checklist.of_roster import journal_of
from adhoc_cli.checklist.place import Tick, place_list
from adhoc_cli.checklist.progress import Progress, progress
from adhoc_cli.profiles.load import ConfigError, load_office, load_profile
from tests.checklist.test_progress import done, folder_of, loaded

BULU, WONOSARI = "33.23.01", "33.23.01.2001"
STEPS = {"PPK": "PPK-04 PPK-04B PPK-04C PPK-04D", "PPS": "PPS-02 PPS-02B PPS-02C PPS-02D"}


def tick(path: Path, item: str, *marks: Mark, as_of: date, place: str = BULU) -> Tick:
    roster, journal = loaded(path, *marks, as_of=as_of)
    ticks = place_list(roster, journal, place).ticks
    return next(one for one in ticks if one.planned.id == item)


def seen(path: Path, *marks: Mark, as_of: date) -> Progress:
    roster, journal = loaded(path, *marks, as_of=as_of)
    return progress(roster, journal, region=BULU, bodies=["PPK"])


@pytest.mark.parametrize("name", ["pemilu-2024", "pilkada-2024"])
@pytest.mark.parametrize("body", STEPS)
def test_the_secretariat_goes_in_four_dated_steps(name: str, body: str) -> None:
    """§15.4: usulan -> SK bupati/kades -> SK KPU -> pakta integritas; each step dated."""
    items = load_profile(name).checklist.butir
    steps = [items[key] for key in STEPS[body].split()]
    evidence = [" ".join(step.bukti) for step in steps]
    assert [text.split()[0] for text in evidence] == ["surat", "SK", "SK", "pakta"]
    assert [step.setelah for step in steps] == [None, *STEPS[body].split()[:-1]]
    assert all(step.batas.hari or step.batas.hari_setelah for step in steps)
    # Who decides is asked, never dunned.
    assert "mohon SK" in steps[1].tujuan_id
    assert "ask for" in steps[1].tujuan_en.replace("ask, through KPU, for", "ask for")


def test_the_puskesmas_belongs_to_the_first_visits() -> None:
    """§15.4: puskesmas among the first visits after the oath; the health letters before the
    registration of KPPS are a second item."""
    items = load_profile("pilkada-2024").checklist.butir
    assert items["PPK-05"].batas == items["PPK-02"].batas
    assert "Perkenalan" in items["PPK-05"].tujuan_id
    assert items["PPK-05"].pemangku == items["PPK-05B"].pemangku == ("puskesmas",)
    assert (items["PPK-05B"].setelah, items["PPK-05B"].batas.stage) == (
        "PPK-05",
        "pendaftaran_kpps",
    )


def test_what_waits_is_not_overdue(tmp_path: Path) -> None:
    folder, day = folder_of(tmp_path), date(2024, 6, 20)
    first, second = tick(folder, "PPK-04", as_of=day), tick(folder, "PPK-04B", as_of=day)
    assert (first.state, first.waits_for) == (State.OVERDUE, None)
    assert (second.state, second.waits_for) == (State.OPEN, "PPK-04")
    # Once the names are proposed, the seven days of the decree count: they were over on 23 May.
    second = tick(folder, "PPK-04B", done(BULU, "PPK-04"), as_of=day)
    assert (second.state, second.waits_for, second.left) == (State.OVERDUE, None, -28)


def test_what_is_set_or_fell_through_is_not_done_before(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    for status in (MarkStatus.SCHEDULED, MarkStatus.CANCELLED, MarkStatus.WITHDRAWN):
        mark = Mark(BULU, "PPK-04", status)
        assert tick(folder, "PPK-04B", mark, as_of=date(2024, 6, 20)).waits_for == "PPK-04"


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        (date(2024, 5, 20), State.DUE),
        (date(2024, 5, 27), State.DUE),
        (date(2024, 5, 28), State.OVERDUE),
    ],
)
def test_days_after_another_count_from_its_day(tmp_path: Path, as_of: date, state: State) -> None:
    steps = done(BULU, "PPK-04"), done(BULU, "PPK-04B")  # on 20 May
    found = tick(folder_of(tmp_path), "PPK-04C", *steps, as_of=as_of)
    assert (found.state, found.due.day) == (state, date(2024, 5, 27))


def test_done_is_done_whatever_was_first(tmp_path: Path) -> None:
    found = tick(folder_of(tmp_path), "PPK-04D", done(BULU, "PPK-04D"), as_of=date(2024, 6, 20))
    assert (found.state, found.waits_for) == (State.DONE, None)


def test_those_that_wait_are_counted_among_the_open(tmp_path: Path) -> None:
    counts = seen(folder_of(tmp_path), as_of=date(2024, 6, 20)).totals["PPK"]
    assert counts.waiting == 4  # three steps of the secretariat, the health letters
    assert counts.open >= counts.waiting
    late = [one.planned.id for one in seen(tmp_path, as_of=date(2024, 6, 20)).overdue()]
    assert "PPK-04" in late
    assert not {"PPK-04B", "PPK-04C", "PPK-04D", "PPK-05B"} & set(late)


def test_an_item_waits_also_where_only_it_is_asked_for(tmp_path: Path) -> None:
    roster, journal = loaded(folder_of(tmp_path), as_of=date(2024, 6, 20))
    found = progress(roster, journal, items=["PPS-02B"])
    assert (found.totals["PPS"].waiting, found.totals["PPS"].total) == (3, 3)


def test_an_item_that_is_switched_off_holds_nothing_up(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (folder / "adhoc.toml").write_text("[ubah.butir.PPK-04]\naktif = false\n")
    found = tick(folder, "PPK-04B", as_of=date(2024, 6, 20))
    assert (found.state, found.waits_for) == (State.OVERDUE, None)


@pytest.mark.parametrize(
    ("first", "also"),
    [
        ("PPK-99", ""),
        ("PPS-01", ""),
        ("PPK-01", ""),
        ("PPK-02", "[ubah.butir]\nPPK-02.setelah = 'PPK-03'\nPPK-03.setelah = 'PPK-01'"),
    ],
    ids=["no item", "of another body", "itself", "in a circle"],
)  # fmt: skip
def test_what_an_item_cannot_wait_for(tmp_path: Path, first: str, also: str) -> None:
    text = f"[ubah.butir.PPK-01]\nsetelah = '{first}'\n{also}\n"
    (tmp_path / "adhoc.toml").write_text(text)
    with pytest.raises(ConfigError) as caught:
        load_office(tmp_path)
    assert (caught.value.params["key"], caught.value.place) == (
        "ubah.butir.PPK-01.setelah",
        "adhoc.toml:2",
    )
    assert first not in caught.value.params["choices"]


def test_a_mark_from_before_keeps_what_it_said(tmp_path: Path) -> None:
    """PPK-04 was the whole of the secretariat once: whoever marked it has proposed the names."""
    roster, _ = loaded(folder_of(tmp_path), done(WONOSARI, "PPS-02"), as_of=date(2024, 6, 20))
    assert journal_of(roster).file.accepted == 1
    found = tick(tmp_path, "PPS-02B", as_of=date(2024, 6, 20), place=WONOSARI)
    assert found.waits_for is None
