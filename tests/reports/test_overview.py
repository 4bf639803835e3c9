"""The overview of an office: its numbers beside counts that were made in another way."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adhoc_cli.profiles.load import load_profile
from adhoc_cli.reports.check import check_roster
from adhoc_cli.reports.overview.deadlines import Ahead, Kind
from adhoc_cli.reports.overview.overview import Overview, overview_of
from adhoc_cli.roster.roster import load_roster
from adhoc_cli.rules.examples import Example
from adhoc_cli.rules.registry import choose
from scripts.example_roster import write_example
from tests.examples import secretariat_rows
from tests.reports.editing import AS_OF, SAMPLE

PROBLEM = SAMPLE.with_name("temanggung-bermasalah")
_HEADER = "waktu,operator,kode_wilayah,butir,status,tanggal,bukti,catatan\n"
Row = Mapping[str, str]


def overview(folder: Path, day: date = AS_OF) -> Overview:
    roster = load_roster(folder, day)
    return overview_of(roster, check_roster(roster, choose(), 1))


def of_example(folder: Path, example: Example, day: date | None = None) -> Overview:
    folder.mkdir()
    write_example(example, folder)
    return overview(folder, day or example.as_of)


def rows_of(name: str, folder: Path = SAMPLE) -> list[Row]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def sample() -> Overview:
    return overview(SAMPLE)


@pytest.fixture(scope="module")
def problem() -> Overview:
    return overview(PROBLEM)


# -- secretariats ----------------------------------------------------------------------------------


def test_secretariats_of_the_sample(sample: Overview) -> None:
    at_place: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in rows_of("anggota-sekretariat.csv"):
        if row["status"] == "aktif":
            at_place[row["badan"], row["kode_wilayah"]][row["jabatan"]] += 1
    by_body = {state.body: state for state in sample.secretariats}
    assert set(by_body) == {"SEKRETARIAT PPK", "SEKRETARIAT PPS"}
    for body, state in by_body.items():
        places = [roles for (of, _), roles in at_place.items() if of == body]
        assert state.units == {"SEKRETARIAT PPK": 20, "SEKRETARIAT PPS": 289}[body]
        assert state.complete == sum(
            roles["sekretaris"] >= 1 and roles["staf"] >= 2 for roles in places
        )
        assert state.filled == sum(map(Counter.total, places))
        assert state.required == 3 * state.units
        assert state.parent == body.removeprefix("SEKRETARIAT ")


# Everybody is there, and nobody is the sekretaris.
_THREE_STAF = tuple(
    {**row, "jabatan": "staf"} for row in secretariat_rows("SEKRETARIAT PPK", "33.23.01")
)


@pytest.mark.parametrize(
    ("rows", "complete", "filled"),
    [
        (secretariat_rows("SEKRETARIAT PPK", "33.23.01"), 1, 3),
        (secretariat_rows("SEKRETARIAT PPK", "33.23.01")[:2], 0, 2),
        (  # three staf are no secretariat
            tuple(
                {**row, "jabatan": "staf"}
                for row in secretariat_rows("SEKRETARIAT PPK", "33.23.01")
            ),
            0,
            3,
        ),
    ],
)
def test_a_secretariat_is_complete_with_everybody_in_the_right_role(
    rows: Sequence[Row], complete: int, filled: int, tmp_path: Path
) -> None:
    example = Example(add={"anggota": tuple(map(dict, rows))})
    (state,) = of_example(tmp_path / "x", example).secretariats
    assert (state.units, state.complete, state.filled) == (1, complete, filled)


def test_the_deadline_of_a_secretariat_counts_down_and_on(tmp_path: Path) -> None:
    example = Example(add={"anggota": secretariat_rows("SEKRETARIAT PPK", "33.23.01")})
    for day, left in ((date(2024, 5, 20), 3), (date(2024, 5, 23), 0), (AS_OF, -18)):
        (state,) = of_example(tmp_path / str(left), example._replace(as_of=day)).secretariats
        assert state.deadline == date(2024, 5, 23)  # 7 days after the oath of 16 May
        assert state.days_left == left


def test_no_secretariats_without_the_places(tmp_path: Path) -> None:
    assert of_example(tmp_path / "x", Example(files={"desa.csv": None})).secretariats == ()


# -- training --------------------------------------------------------------------------------------


def test_training_of_the_sample(sample: Overview) -> None:
    came = {row["nik"] for row in rows_of("bimtek.csv") if row["hadir"] == "ya"}
    for body, file in (("PPK", "anggota-ppk.csv"), ("PPS", "anggota-pps.csv")):
        serving = [row for row in rows_of(file) if row["status"] == "aktif"]
        (state,) = (one for one in sample.training if one.body == body)
        assert state.members == len(serving)
        assert state.trained == sum(row["nik"] in came for row in serving)
        assert state.due


def test_training_without_its_file_is_not_told_as_none(tmp_path: Path) -> None:
    assert not of_example(tmp_path / "x", Example()).training


def test_who_was_absent_has_not_had_it(tmp_path: Path) -> None:
    there = {"kegiatan": "Bimtek PPK", "tanggal": "2024-05-17", "hadir": "ya"}
    names = ("3323010102800001", "3323014202810002", "3323010303820003")
    rows = tuple({**there, "nik": nik} for nik in names)
    rows = (*rows[:2], {**rows[2], "hadir": "tidak"})
    found = of_example(tmp_path / "x", Example(add={"bimtek": rows})).training
    (state,) = (one for one in found if one.body == "PPK")
    known = {row["nik"] for row in _members(tmp_path / "x") if row["badan"] == "PPK"}
    assert state.members == 5
    assert state.trained == len(known & set(names[:2])) > 0


def _members(folder: Path) -> list[Row]:
    return [row for row in rows_of("anggota.csv", folder) if row["status"] == "aktif"]


# -- the course of coordination --------------------------------------------------------------------


def replayed(lines: Sequence[Row], places: set[str], items: Mapping[str, str]) -> dict[date, int]:
    """The number of done items at the end of every day, line by line.

    `items` says of each whether it is one of a kecamatan or of a desa. What is about the same item
    never goes back in time.
    """
    day_of: dict[tuple[str, str], date] = {}
    changes: dict[date, int] = defaultdict(int)
    done: set[tuple[str, str]] = set()
    day = None
    for line in lines:
        day = _day(line["waktu"]) or day
        key = (line["kode_wilayah"], line["butir"])
        level = {13: "desa", 8: "kecamatan"}.get(len(key[0]), "kabupaten")
        if key[0] not in places or items.get(key[1]) != level or day is None:
            continue
        day_of[key] = max(day, day_of.get(key, day))
        is_done = line["status"] == "terlaksana"
        changes[day_of[key]] += is_done - (key in done)
        done = done | {key} if is_done else done - {key}
    total, found = 0, {}
    for when in sorted(changes):
        total += changes[when]
        if changes[when]:
            found[when] = total
    return found


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _items(one: Overview) -> Mapping[str, str]:
    assert one.coordination is not None
    return {item.planned.id: item.planned.level for item in one.coordination.progress.items}


def test_the_course_of_the_sample(sample: Overview) -> None:
    assert sample.coordination is not None
    places = {row["kode"] for name in ("kecamatan", "desa") for row in rows_of(f"{name}.csv")}
    places.add("33.23")
    timeline = sample.coordination.timeline
    found = replayed(rows_of("koordinasi.csv"), places, _items(sample))
    assert dict(timeline.points) == found
    assert len(found) > 20
    totals = sample.coordination.progress.totals.values()
    assert timeline.points[-1][1] == sum(counts.done for counts in totals)
    assert timeline.total == sum(counts.total for counts in totals)


_MARK = st.tuples(
    st.sampled_from(["33.23.01", "33.23.01.2016", "33.23.01.2013", "33.23.99"]),
    st.sampled_from(["PPK-01", "PPK-02", "PPS-01", "XXX-01"]),
    st.sampled_from(["terlaksana", "dicabut", "dijadwalkan", "batal"]),
    st.integers(0, 20),
)


@settings(deadline=None)
@given(st.lists(_MARK, min_size=1, max_size=25))
def test_the_course_of_any_journal(marks: list[tuple[str, str, str, int]]) -> None:
    """Merged journals whose lines are out of time order, undone marks, strangers: replayed."""
    from tempfile import TemporaryDirectory

    first = date(2024, 5, 20)
    lines = [
        {
            "waktu": f"{(first + timedelta(days=days)).isoformat()}T09:30:00+07:00",
            "kode_wilayah": place,
            "butir": item,
            "status": status,
        }
        for place, item, status, days in marks
    ]
    with TemporaryDirectory() as name:
        folder = Path(name) / "x"
        one = of_example(folder, Example(files={"koordinasi.csv": _journal(lines)}))
    assert one.coordination is not None
    timeline = one.coordination.timeline
    places = {"33.23.01", "33.23.01.2016", "33.23.01.2013"}
    assert dict(timeline.points) == replayed(lines, places, _items(one))
    done = sum(counts.done for counts in one.coordination.progress.totals.values())
    assert (timeline.points[-1][1] if timeline.points else 0) == done
    assert all(0 <= number <= timeline.total for _, number in timeline.points)


def _journal(lines: Sequence[Row]) -> bytes:
    columns = _HEADER.strip().split(",")
    filled = {"operator": "Sri", "tanggal": "2024-05-20", "bukti": "foto"}
    rows = [",".join({**filled, **line}.get(column, "") for column in columns) for line in lines]
    return (_HEADER + "\n".join(rows) + "\n").encode()


def _course(tmp_path: Path, *lines: str) -> dict[date, int]:
    journal = (_HEADER + "".join(f"{line}\n" for line in lines)).encode()
    one = of_example(tmp_path / "x", Example(files={"koordinasi.csv": journal}))
    assert one.coordination is not None
    return dict(one.coordination.timeline.points)


def test_an_undone_mark_takes_one_away_on_its_day(tmp_path: Path) -> None:
    assert _course(
        tmp_path,
        "2024-05-20T09:30:00+07:00,Sri,33.23.01,PPK-01,terlaksana,2024-05-20,foto,",
        "2024-05-21T09:30:00+07:00,Sri,33.23.01,PPK-02,terlaksana,2024-05-20,foto,",
        "2024-05-22T09:30:00+07:00,Sri,33.23.01,PPK-01,dicabut,,,",
        "2024-05-22T09:31:00+07:00,Sri,33.23.01,PPK-01,terlaksana,2024-05-20,foto,",
        "2024-05-23T09:30:00+07:00,Sri,33.23.01,PPK-02,dicabut,,,",
    ) == {date(2024, 5, 20): 1, date(2024, 5, 21): 2, date(2024, 5, 23): 1}


def test_lines_out_of_order_never_undo_before_it_was_done(tmp_path: Path) -> None:
    """Two offices' journals, the later one first: the last line holds, and no number is below 0."""
    assert _course(
        tmp_path,
        "2024-05-25T09:30:00+07:00,Sri,33.23.01,PPK-01,terlaksana,2024-05-20,foto,",
        "2024-05-20T09:30:00+07:00,Budi,33.23.01,PPK-01,dicabut,,,",
        "2024-05-21T09:30:00+07:00,Budi,33.23.01,PPK-02,terlaksana,2024-05-20,foto,",
    ) == {date(2024, 5, 21): 1}


def test_a_spoilt_time_has_the_day_of_the_line_above(tmp_path: Path) -> None:
    assert _course(
        tmp_path,
        "45432,Sri,33.23.01,PPK-01,terlaksana,2024-05-20,foto,",
        "2024-05-21T09:30:00+07:00,Sri,33.23.01,PPK-02,terlaksana,2024-05-20,foto,",
        "kemarin,Sri,33.23.01,PPK-03,terlaksana,2024-05-20,foto,",
    ) == {date(2024, 5, 21): 3}


def test_a_journal_without_one_readable_time_has_no_course(tmp_path: Path) -> None:
    line = "45432,Sri,33.23.01,PPK-01,terlaksana,2024-05-20,foto,"
    assert _course(tmp_path, line) == {}


def test_an_empty_journal_is_nothing_done(tmp_path: Path) -> None:
    example = Example(files={"koordinasi.csv": _HEADER.encode()})
    found = of_example(tmp_path / "x", example).coordination
    assert found is not None
    assert found.timeline.points == ()
    items = Counter(one.badan for one in load_profile("pilkada-2024").checklist.active.values())
    assert found.timeline.total == items["PPK"] + 2 * items["PPS"] + items["KPU"]


def test_where_nobody_ever_recorded_anything_the_days_ahead_are_there(tmp_path: Path) -> None:
    one = of_example(tmp_path / "x", Example())
    assert one.coordination is None
    assert {ahead.open for ahead in found(one, Kind.ITEM)} == {1, 2}


@pytest.mark.parametrize("name", ["kecamatan.csv", "desa.csv", "koordinasi.csv"])
def test_what_cannot_be_read_has_no_progress(name: str, tmp_path: Path) -> None:
    broken = {"kecamatan.csv": None, "desa.csv": None, "koordinasi.csv": b"PK\x03\x04"}
    one = of_example(tmp_path / "x", Example(files={name: broken[name]}))
    assert one.coordination is None


# -- days ahead ------------------------------------------------------------------------------------


def found(one: Overview, kind: Kind) -> list[Ahead]:
    return [ahead for ahead in one.deadlines if ahead.kind is kind]


@pytest.mark.parametrize(
    ("day", "left"), [(date(2024, 11, 20), 7), (date(2024, 11, 27), 0), (date(2024, 11, 28), None)]
)
def test_the_voting_day_is_ahead_until_it_is_over(
    day: date, left: int | None, tmp_path: Path
) -> None:
    ahead = found(of_example(tmp_path / "x", Example(), day), Kind.VOTING)
    assert [one.days_left for one in ahead] == ([] if left is None else [left])


def test_days_ahead_are_sorted_and_never_past(sample: Overview) -> None:
    days = [ahead.day for ahead in sample.deadlines]
    assert days == sorted(days)
    assert min(days) >= AS_OF
    assert all(ahead.days_left == (ahead.day - AS_OF).days for ahead in sample.deadlines)


def test_an_item_is_ahead_with_how_many_places_still_have_to_do_it(sample: Overview) -> None:
    assert sample.coordination is not None
    items = {one.planned.id: one for one in sample.coordination.progress.items}
    for ahead in found(sample, Kind.ITEM):
        item = items[str(ahead.subject)]
        assert ahead.open == item.counts.total - item.counts.done > 0
        assert ahead.day == item.planned.due.day
        assert ahead.by_law == item.planned.due.legal
    listed = {str(ahead.subject) for ahead in found(sample, Kind.ITEM)}
    for name, item in items.items():
        day = item.planned.due.day
        expected = day is not None and day >= AS_OF and item.counts.done < item.counts.total
        assert (name in listed) == expected


def test_an_item_that_is_done_everywhere_is_no_deadline_any_more(tmp_path: Path) -> None:
    def open_items(example: Example, name: str) -> set[str]:
        one = of_example(tmp_path / name, example, date(2024, 5, 20))
        return {str(ahead.subject) for ahead in found(one, Kind.ITEM)}

    line = "2024-05-20T09:30:00+07:00,Sri,33.23.01,PPK-01,terlaksana,2024-05-20,foto,\n"
    done = Example(files={"koordinasi.csv": (_HEADER + line).encode()})
    assert open_items(Example(), "a") - open_items(done, "b") == {"PPK-01"}


def test_oaths_and_terms_of_expected_bodies_only(tmp_path: Path) -> None:
    day = date(2024, 5, 16)
    one = of_example(tmp_path / "x", Example(), day)
    assert [(a.subject, a.days_left) for a in found(one, Kind.OATH)] == [("PPK", 0), ("PPS", 10)]
    assert {a.subject for a in found(one, Kind.TERM_END)} == {"PPK", "PPS"}
    kpps = Example(settings='badan = ["KPPS"]\n')
    more = of_example(tmp_path / "y", kpps, day)
    assert {a.subject for a in found(more, Kind.OATH)} == {"PPK", "PPS", "KPPS"}


def test_the_last_day_of_a_waiver_is_ahead(tmp_path: Path) -> None:
    waiver = (
        '[[pengecualian]]\nkode = "Q401"\nwilayah = "33.23.01.2016"\nalasan = "x"\nsampai = {}\n'
    )
    settings = "\n".join(waiver.format(day) for day in ("2024-06-10", "2024-06-09", "2024-07-01"))
    one = of_example(tmp_path / "x", Example(settings=settings))
    assert [(a.subject, a.days_left) for a in found(one, Kind.WAIVER)] == [
        ("Q401", 0),
        ("Q401", 21),
    ]


def test_secretariats_have_a_deadline_by_law(tmp_path: Path) -> None:
    rows = (*secretariat_rows("SEKRETARIAT PPK", "33.23.01"),)
    one = of_example(tmp_path / "x", Example(add={"anggota": rows}), date(2024, 5, 20))
    (ahead,) = found(one, Kind.SECRETARIAT)
    assert (ahead.subject, ahead.days_left, ahead.by_law) == ("SEKRETARIAT PPK", 3, True)


# -- gaps, seats, people ---------------------------------------------------------------------------


def test_gaps_of_the_faulty_sample_are_the_vacant_seats(problem: Overview) -> None:
    for body in problem.gaps.bodies:
        units = list(body.units())
        assert sum(unit.tally.vacant for unit in units) == problem.seats.totals[body.body].vacant
        assert all(unit.tally.vacant > 0 for unit in units)


def test_a_gap_names_who_is_there_and_whom_to_call(tmp_path: Path) -> None:
    one = of_example(tmp_path / "x", Example(drop=("anggota:9",)))
    (pps,) = [body for body in one.gaps.bodies if body.body == "PPS"]
    (unit,) = pps.units()
    members = rows_of("anggota.csv", tmp_path / "x")
    here = [row for row in members if row["kode_wilayah"] == unit.region.code]
    assert [who.name for who in unit.present] == [
        row["nama"] for row in here if row["status"] == "aktif"
    ]
    assert [who.rank for who in unit.call] == [4, 5, 6]


def test_the_sample_has_no_gap_and_all_its_people(sample: Overview) -> None:
    assert sample.gaps.vacant == 0
    assert [one.filled for one in sample.seats.totals.values()][:2] == [100, 867]
    people = {body.body: body.total for body in sample.heads.bodies}
    for body, file in (("PPK", "anggota-ppk.csv"), ("PPS", "anggota-pps.csv")):
        serving = [row for row in rows_of(file) if row["status"] == "aktif"]
        assert people[body].women == sum(row["jenis_kelamin"] == "P" for row in serving)
        assert people[body].total == len(serving)


def test_public_keeps_the_numbers_and_loses_the_people(problem: Overview) -> None:
    public = problem.for_public()
    assert public.public
    assert not problem.public
    assert public.seats == problem.seats
    assert public.heads == problem.heads
    assert public.gaps.vacant == problem.gaps.vacant
    assert [rule.failed for rule in public.report.rules] == [
        rule.failed for rule in problem.report.rules
    ]
    assert not public.report.findings
    assert not any(rule.waived_findings for rule in public.report.rules)
    for body in public.gaps.bodies:
        assert not any(unit.present or unit.call for unit in body.units())
    assert not any(waiver.person or waiver.reason for waiver in public.report.waivers)
