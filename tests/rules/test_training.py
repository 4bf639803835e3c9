"""Who was at the training: which sheets count, and how people are found in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.models.report import Reason, RuleResult, Status
from adhoc_cli.rules import people
from adhoc_cli.rules.attendance import participants
from adhoc_cli.rules.audience import Audience, Audiences, Said, invited
from adhoc_cli.rules.events import events_of
from adhoc_cli.rules.examples import Example, base_members
from tests.examples import result as found_by
from tests.examples import roster_of

PPK = [row["nik"] for row in base_members() if row["badan"] == "PPK" and row["status"] == "aktif"]
PPS = [row["nik"] for row in base_members() if row["badan"] == "PPS" and row["status"] == "aktif"]
HEADER = "kegiatan,tanggal,nik,nama,badan,kode_wilayah,hadir"


def sheet(name: str, niks: Sequence[str], there: str = "ya", day: str = "2024-05-17") -> str:
    return "".join(f"{name},{day},{nik},,,,{there}\n" for nik in niks)


def result(code: str, rows: str, folder: Path, header: str = HEADER, **more: object) -> RuleResult:
    files = {"bimtek.csv": f"{header}\n{rows}".encode()}
    example = Example(files=files, **more)  # type: ignore[arg-type]  # fields of Example
    return found_by(code, example, folder)


def lines(found: RuleResult) -> list[int | None]:
    return [finding.line for finding in found.findings]


# -- for whom an event is --------------------------------------------------------------------------

DATA = "Perencanaan, Data, dan Informasi"
ALL: frozenset[str] = frozenset()


@pytest.fixture(scope="module")
def audiences(tmp_path_factory: pytest.TempPathFactory) -> Audiences:
    roster = roster_of(tmp_path_factory.mktemp("roster"))
    return Audiences(roster.profile, roster.places)


@pytest.mark.parametrize(
    ("name", "bodies"),
    [
        ("Bimtek PPK", {"PPK": ALL}),
        ("BIMTEK Panitia Pemungutan Suara", {"PPS": ALL}),
        ("Bimbingan Teknis PPK", {"PPK": ALL}),
        *(
            (f"Bimtek PPK {word} PPS", {"PPK": ALL, "PPS": ALL})
            for word in ("dan", "serta", "beserta", "and")
        ),
        ("Bimtek PPS oleh PPK", {"PPS": ALL}),
        ("Bimtek Sekretariat PPK", {"SEKRETARIAT PPK": ALL}),
        ("Bimtek PPK Divisi Data", {"PPK": frozenset({DATA})}),
        ("Bimtek Kordiv Datin PPK", {"PPK": frozenset({DATA})}),
        *(
            (f"Bimtek {word} Data", {"PPK": frozenset({DATA})})
            for word in ("Divisi", "Division", "Div", "Kordiv", "Kadiv")
        ),
        ("Bimtek Divisi Hukum", {"PPK": frozenset({"Hukum dan Pengawasan"})}),
        # Nothing says for whom, or not surely.
        ("Bimtek tata kerja", {}),
        ("Bimtek PPK: pembentukan PPS", {}),
        ("Bimtek PPK Divisi Dapur", {}),
        ("Bimtek hukum PPK", {}),
        ("Bimtek Pemutakhiran Data Pemilih PPS", {}),
        ("Bimtek Ketua PPK", {}),
        ("Bimtek operator PPS", {}),
        ("Bimtek ketua dan anggota PPS", {"PPS": ALL}),
    ],
)
def test_a_name_says_for_whom_an_event_is(
    name: str, bodies: dict[str, frozenset[str]], audiences: Audiences
) -> None:
    found = audiences.of(Said(name, "", "", ""))
    assert (found.bodies, found.unknown, found.declared) == (bodies, (), False)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Bimtek PPS Kec. Bulu", "33.23.01"),
        ("Bulu: Bimtek PPS", "33.23.01"),
        ("Bimtek PPS di Kota, Kec. Bulu", "33.23.01"),
        *((f"Bimtek PPS {office} Bulu", None) for office in ("Kabupaten", "Kab.", "Kota", "KPU")),
        ("Bimtek PPS Kec. Tembarak", None),  # of another kabupaten
    ],
)
def test_a_name_tells_where_an_event_is(name: str, near: str | None, audiences: Audiences) -> None:
    assert audiences.of(Said(name, "", "", "")).near == near


@pytest.mark.parametrize(
    ("cells", "bodies", "places"),
    [
        (("PPK", "", ""), {"PPK": ALL}, ()),
        (("ppk & PPD; pps", "", ""), {"PPK": ALL, "PPS": ALL}, ()),
        (("PPK", "Kordiv Data", ""), {"PPK": frozenset({DATA})}, ()),
        (("PPK", f"{DATA}; Hukum", ""), {"PPK": frozenset({DATA, "Hukum dan Pengawasan"})}, ()),
        (("", "Data", ""), {"PPK": frozenset({DATA})}, ()),  # which only a PPK has
        (("PPS", "", "33.23.01"), {"PPS": ALL}, ("33.23.01",)),
        (("PPS", "", "Kec. Bulu"), {"PPS": ALL}, ("33.23.01",)),
        (("PPS", "", "332301, 33.23.01.2013"), {"PPS": ALL}, ("33.23.01", "33.23.01.2013")),
    ],
)
def test_columns_say_for_whom_an_event_is(
    cells: tuple[str, str, str],
    bodies: dict[str, frozenset[str]],
    places: tuple[str, ...],
    audiences: Audiences,
) -> None:
    found = audiences.of(Said("Bimtek hukum", *cells))
    assert (found.bodies, found.places, found.declared) == (bodies, places, True)


@pytest.mark.parametrize(
    ("cells", "unknown"),
    [
        (("PPX", "", ""), ("untuk_badan",)),
        (("PPK, PPX", "", ""), ("untuk_badan",)),
        (("PPK", "Dapur", ""), ("untuk_divisi",)),
        (("PPS", "Data", ""), ("untuk_divisi",)),  # has no divisions
        (("PPK", "", "Atlantis"), ("untuk_wilayah",)),
        (("PPK", "Dapur", "33.99.01"), ("untuk_divisi", "untuk_wilayah")),
    ],
)
def test_what_is_not_understood_is_for_nobody(
    cells: tuple[str, str, str], unknown: tuple[str, ...], audiences: Audiences
) -> None:
    found = audiences.of(Said("Bimtek PPK", *cells))
    assert (found.bodies, found.unknown) == ({}, unknown)


# -- T901 ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "rows",
    [
        sheet("Bimtek", PPK[1:]),  # of which body, nothing says
        sheet("Bimtek tata kerja", [*PPK[1:], PPS[0]]),
        sheet("Bimtek PPK Divisi Data", [PPK[3]]),  # the other divisions were not asked
        sheet("Bimtek pembentukan PPS", PPK),  # for those who form them
        "Bimtek PPK,2024-05-17,,,,,\n",  # no list of it yet
    ],
)
def test_nobody_is_accused_where_nothing_says_that_he_was_asked(rows: str, tmp_path: Path) -> None:
    found = result("T901", rows, tmp_path)
    assert found.failed == 0
    assert found.reason == Reason("no_session", {"bodies": "PPK, PPS"})


def test_another_event_does_not_excuse_from_the_training(tmp_path: Path) -> None:
    rows = sheet("Bimtek PPK", PPK[1:]) + sheet("Bimtek PPK Divisi Data", PPK[:1])
    assert lines(result("T901", rows, tmp_path)) == [2]
    rows = sheet("Bimtek PPK", PPK[1:]) + sheet("Bimtek PPK susulan", PPK[:1], day="2024-05-20")
    assert lines(result("T901", rows, tmp_path)) == []
    rows = sheet("Bimtek PPK", PPK[1:]) + sheet("bimtek PPK", PPK[:1], day="2024-05-18")
    assert lines(result("T901", rows, tmp_path)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gelombang 1", "Gelombang 2"),
        ("Gel. I", "Gel. II"),
        ("angkatan ke-1", "angkatan ke-2"),
        ("hari pertama", "hari kedua"),
        ("(kelompok A)", "(kelompok B)"),
        ("kloter ke dua", "kloter ke tiga"),
    ],
)
def test_nobody_has_to_come_to_two_sessions_of_one_training(
    one: str, other: str, tmp_path: Path
) -> None:
    rows = sheet(f"Bimtek PPK {one}", PPK[1:3])
    rows += sheet(f"Bimtek PPK {other}", PPK[3:], day="2024-05-18")
    assert lines(result("T901", rows, tmp_path)) == [2]


def test_who_was_absent_from_a_further_session_too_is_told_on_its_day(tmp_path: Path) -> None:
    rows = sheet("Bimtek PPK", PPK[1:]) + sheet("Bimtek PPK", PPK[:1], "tidak hadir")
    rows += sheet("Bimtek PPK susulan", PPK[:1], "tidak hadir", day="2024-05-20")
    assert lines(result("T901", rows, tmp_path, as_of=date(2024, 5, 20))) == [2]


def test_with_a_last_day_it_is_due_on_the_day_after(tmp_path: Path) -> None:
    settings = '[ubah.badan.PPK]\nbimtek = { kegiatan = "bimtek", paling_lambat = 3 }\n'
    rows = sheet("Bimtek PPK", PPK[1:]) + sheet("Bimtek PPK Divisi Data", PPK[:1])
    for day, missed in ((19, []), (20, [2])):
        as_of = date(2024, 5, day)
        found = result("T901", rows, tmp_path, settings=settings, as_of=as_of)
        assert lines(found) == missed


def test_where_the_oath_was_later_the_last_day_is_too(tmp_path: Path) -> None:
    settings = (
        '[ubah.badan.PPK]\nbimtek = { kegiatan = "bimtek", paling_lambat = 3 }\n'
        '[ubah.badan.PPK.setempat."33.23.01"]\nmulai = 2024-06-08\n'
    )
    rows = sheet("Bimtek PPK", PPK[1:], day="2024-06-08")
    found = result("T901", rows, tmp_path, settings=settings)
    assert lines(found) == []
    assert found.reason == Reason("no_session", {"bodies": "PPK, PPS"})


def test_sessions_of_several_places_are_for_those_of_each(tmp_path: Path) -> None:
    header = "kegiatan,tanggal,nik,untuk_wilayah"
    rows = "".join(f"Bimtek PPS,2024-05-26,{nik},33.23.01.2016\n" for nik in PPS[:2])
    assert lines(result("T901", rows, tmp_path, header=header)) == [9]
    rows = "".join(f"Bimtek PPS,2024-05-26,{nik},\n" for nik in PPS[:2])
    rows += "Bimtek PPS,2024-05-26,,33.23.01.2016\n"
    assert lines(result("T901", rows, tmp_path, header=header)) == [9]
    rows = "".join(f"Bimtek PPS,2024-05-26,{nik},\n" for nik in PPS[:2] + PPS[3:])
    rows += "Bimtek PPS,2024-05-26,,33.23.01.2016\nBimtek PPS,2024-05-26,,33.23.01.2013\n"
    assert lines(result("T901", rows, tmp_path, header=header)) == [9]


def test_each_body_has_its_own_training(tmp_path: Path) -> None:
    rows = sheet("Bimtek PPK", [*PPK, PPS[0]]) + sheet("bimtek PPS", PPS[1:], day="2024-05-26")
    assert lines(result("T901", rows, tmp_path)) == [7]


def test_that_another_body_holds_a_training_does_not_make_it_theirs(tmp_path: Path) -> None:
    found = result("T901", sheet("Bimtek PPS oleh PPK", PPS[1:], day="2024-05-26"), tmp_path)
    assert lines(found) == [7]
    assert found.reason == Reason("no_session", {"bodies": "PPK"})


def test_before_its_training_a_body_is_not_judged(tmp_path: Path) -> None:
    rows = sheet("Bimtek PPK", PPK) + sheet("Bimtek PPS", PPS[1:], day="2024-05-26")
    before = result("T901", rows, tmp_path, as_of=date(2024, 5, 25))
    assert (before.failed, before.checked) == (0, len(PPK))
    assert before.reason == Reason("out_of_term", {"PPS": "before 2024-05-26"})
    assert lines(result("T901", rows, tmp_path, as_of=date(2024, 5, 26))) == [7]


def test_a_training_that_is_still_to_come_is_waited_for(tmp_path: Path) -> None:
    rows = sheet("Bimtek PPK", PPK) + sheet("Bimtek PPS", PPS[1:], day="2024-05-28")
    before = result("T901", rows, tmp_path, as_of=date(2024, 5, 27))
    assert (before.failed, before.checked) == (0, len(PPK))
    assert before.reason == Reason("no_session", {"bodies": "PPS"})


def test_after_the_term_nobody_is_to_be_trained_any_more(tmp_path: Path) -> None:
    rows = sheet("Bimtek PPK", PPK[1:])
    assert lines(result("T901", rows, tmp_path, as_of=date(2025, 1, 27))) == [2]
    after = result("T901", rows, tmp_path, as_of=date(2025, 1, 28))
    ended = {"PPK": "after 2025-01-27", "PPS": "after 2025-01-27"}
    assert (after.failed, after.reason) == (0, Reason("out_of_term", ended))


def test_a_replacement_who_came_later_is_found(tmp_path: Path) -> None:
    change = {
        "anggota:3": {"status": "mengundurkan diri"},
        "anggota:13": {"status": "aktif", "tanggal_mulai": "2024-06-05"},
    }
    rows = sheet("Bimtek PPK", PPK)
    assert lines(result("T901", rows, tmp_path, change=change)) == [13]
    nik = base_members()[11]["nik"]
    for undated in (f",2024-06-06,{nik},,,,\n", f"Bimtek PPK,,{nik},,,,\n"):
        assert lines(result("T901", rows + undated, tmp_path, change=change)) == []
    undated = f",2024-06-06,{PPK[0]},,,,\n"
    assert lines(result("T901", rows + undated, tmp_path, change=change)) == [13]


def test_whom_the_sheets_cannot_name_is_not_looked_at(tmp_path: Path) -> None:
    change = {"anggota:2": {"nik": ""}, "anggota:3": {"nik": "123"}}
    found = result("T901", sheet("Bimtek PPK", PPK[2:4]), tmp_path, change=change)
    assert (lines(found), found.checked) == ([6], 3)


def test_an_absence_is_told_with_its_line(tmp_path: Path) -> None:
    rows = sheet("Bimtek PPK", PPK[1:]) + sheet("Bimtek PPK", PPK[:1], "tidak hadir")
    (finding,) = result("T901", rows, tmp_path).findings
    assert finding.params["variant"] == "absent"
    assert (finding.params["first_file"], finding.params["first_line"]) == ("bimtek.csv", 6)


def test_of_several_rows_about_somebody_that_counts_which_says_the_most(tmp_path: Path) -> None:
    for said, checked in ((("tidak hadir", "?"), 4), (("?", "ya"), 5), (("tidak hadir", "ya"), 5)):
        for cells in (said, said[::-1]):
            rows = "".join(sheet("Bimtek PPK", PPK[:1], cell) for cell in cells)
            found = result("T901", rows + sheet("Bimtek PPK", PPK[1:]), tmp_path)
            assert (found.failed, found.checked) == (0, checked), cells


def test_without_the_column_hadir_everybody_was_there(tmp_path: Path) -> None:
    rows = "".join(f"Bimtek PPK,2024-05-17,{nik}\n" for nik in PPK)
    assert result("T901", rows, tmp_path, header="kegiatan,tanggal,nik").failed == 0


def test_a_profile_without_training_asks_for_none(tmp_path: Path) -> None:
    found = result("T901", sheet("Bimtek PPK", PPK[1:]), tmp_path, profile="pemilu-2024")
    wanted = Reason("no_training", {"profile": "pemilu-2024"})
    assert (found.status, found.reason) == (Status.SKIPPED, wanted)


# -- T902 ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "failed"),
    [
        (f"Bimtek,2024-05-17,{PPK[0]},,,,", 0),
        ("Bimtek,2024-05-17,3323010101800099,,,,", 1),
        ("Bimtek,2024-05-17,3323010101800099,Wagiman Pitutur,PPK,3323010,", 1),
        ("Bimtek,2024-05-17,3323010101800099,wagiman pitutur,ppk,332301,", 0),
        ("Bimtek,2024-05-17,,Wagiman Pitutur,PPS,33.23.01.2016,", 1),
        ("Bimtek,2024-05-17,,Wagiman Pitutur,PPK,,", 0),  # V201: names nobody
        (
            "\n".join(
                f"Bimtek,2024-05-17,,{who},"
                for who in (
                    "Wagiman Pitutur,PPK,33.23.01",
                    "Sukirno Watulumbung,PPS,33.23.01.2016",
                    "Sukirno Watulumbung,PPS,33.23.01.2013",
                    "Sukirno Watulumbung,PPK,33.23.01",
                )
            ),
            2,
        ),
    ],
)  # fmt: skip
def test_a_participant_is_known_by_nik_or_by_name_body_and_place(
    row: str, failed: int, tmp_path: Path
) -> None:
    assert result("T902", row + "\n", tmp_path).failed == failed


@pytest.mark.parametrize(
    ("name", "failed"),
    [
        ("H. WAGIMAN  pitutur, S.Pd.", 0), ("Wagiman Pitutor", 1),
        ("Wagiman", 1), ("Wagimán Pitutur", 0), ("Sulastri Menoreh", 0),
    ],
)  # fmt: skip
def test_among_many_names_a_participant_is_known_by_the_same_ones(
    name: str, failed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people, "_FEW", 1)
    row = f'Bimtek,2024-05-17,,"{name}",PPK,33.23.01,\n'
    assert result("T902", row, tmp_path).failed == failed


def test_without_any_way_to_tell_who_was_there_it_is_skipped(tmp_path: Path) -> None:
    found = result("T902", "Bimtek,2024-05-17\n", tmp_path, header="kegiatan,tanggal")
    absent = {"file": "bimtek.csv", "column": "nik"}
    assert (found.status, found.reason) == (Status.SKIPPED, Reason("column_absent", absent))


@pytest.mark.parametrize(
    ("cells", "asked"),
    [
        (("PPS", "", ""), {("PPS", "33.23.01.2013"), ("PPS", "33.23.01.2016")}),
        (("PPS", "", "33.23"), {("PPS", "33.23.01.2013"), ("PPS", "33.23.01.2016")}),
        (("PPS", "", "33.23.01"), {("PPS", "33.23.01.2013"), ("PPS", "33.23.01.2016")}),
        (("PPS", "", "33.23.01.2016"), {("PPS", "33.23.01.2016")}),
        (("PPK, PPS", "", "33.23.01.2013"), {("PPS", "33.23.01.2013")}),
        (("PPK", "Data", "33.23"), {("PPK", "33.23.01")}),
        (("PPK", "Data", "33.23.01.2013"), set()),
    ],
)
def test_the_place_of_an_event_is_of_any_level(
    cells: tuple[str, str, str], asked: set[tuple[str, str]], tmp_path: Path
) -> None:
    roster = roster_of(tmp_path)
    found = Audiences(roster.profile, roster.places).of(Said("Bimtek", *cells))
    rows, members = invited(roster).rows(found).tolist(), roster.members
    assert {(members.value("badan", at), members.value("kode_wilayah", at)) for at in rows} == asked
    for row in rows if cells[1] else ():
        assert members.value("divisi", row) == DATA


def test_without_a_column_of_divisions_nobody_is_known_to_hold_one(tmp_path: Path) -> None:
    keep = [{key: cell for key, cell in row.items() if key != "divisi"} for row in base_members()]
    text = "\n".join([",".join(keep[0]), *(",".join(row.values()) for row in keep)])
    roster = roster_of(tmp_path, Example(files={"anggota.csv": f"{text}\n".encode()}))
    found = Audiences(roster.profile, roster.places).of(Said("Bimtek PPK Divisi Data", "", "", ""))
    assert found.bodies == {"PPK": frozenset({DATA})}
    assert invited(roster).rows(found).tolist() == []


def test_a_participant_is_the_member_who_serves_or_else_the_first(tmp_path: Path) -> None:
    """By NIK before by name; whoever is in no row of members is nobody."""
    left = {"status": "mengundurkan diri", "nik": PPK[0]}
    change = {"anggota:4": left, "anggota:5": left, "anggota:6": {**left, "nik": PPK[1]}}
    names = ",Sukirno Watulumbung,PPS,33.23.01.2016,"
    rows = (PPK[0], PPK[1], f"{PPK[0]}{names}", names, "3323010101800099")
    text = "".join(f"Bimtek,2024-05-17,{row}{',,,,' * (',' not in row)}\n" for row in rows)
    example = Example(change=change, files={"bimtek.csv": f"{HEADER}\n{text}".encode()})
    assert participants(roster_of(tmp_path / "a", example)).tolist() == [0, 1, 0, 6, -1]
    gone = {f"anggota:{line}": left for line in (2, 4, 5)}
    example = Example(change=gone, files=example.files)
    assert participants(roster_of(tmp_path / "b", example)).tolist() == [0, 1, 0, 6, -1]


def test_an_event_of_a_kabupaten_is_for_its_own_bodies_too(tmp_path: Path) -> None:
    settings = """
    [ubah.badan.POKJA]
    judul_id = "Kelompok kerja"
    judul_en = "Working group"
    unit = "kabupaten"
    kursi = 3
    jabatan = { ketua = 1, anggota = 2 }
    """
    moved = {"badan": "POKJA", "kode_wilayah": "33.23"}
    example = Example(change={"anggota:8": moved}, settings=settings)
    who = invited(roster_of(tmp_path, example))
    for places, rows in (
        (("33.23",), [6]),
        ((), [6]),
        (("33.23.01",), []),
        (("33.74",), []),
    ):
        assert who.rows(Audience({"POKJA": ALL}, places)).tolist() == rows


def test_without_members_there_is_no_event(tmp_path: Path) -> None:
    rows = f"{HEADER}\n{sheet('Bimtek PPK', PPK)}".encode()
    roster = roster_of(tmp_path, Example(files={"anggota.csv": None, "bimtek.csv": rows}))
    assert events_of(roster) == ()
