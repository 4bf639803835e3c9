"""`adhoc calendar`: the days to come, and the file that a calendar opens."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from adhoc_cli.rules.examples import Example
from tests.cli.conftest import made
from tests.cli.running import DAY, Ran, adhoc, inside
from tests.schemas import keeps_its_schema

_JOURNAL = """waktu,operator,kode_wilayah,butir,status,tanggal,bukti,catatan
2024-06-01T08:00:00+07:00,Rina,33.23.01,PPK-06,dijadwalkan,2024-06-12,,
2024-06-01T08:00:00+07:00,Rina,33.23.01.2013,PPS-03,dijadwalkan,2024-06-14,,
2024-06-01T08:00:00+07:00,Rina,33.23.01.2016,PPS-03,dijadwalkan,2024-06-09,,
2024-06-01T08:00:00+07:00,Rina,33.23.01.2016,PPS-04,dijadwalkan,2024-06-15,,
2024-06-02T08:00:00+07:00,Rina,33.23.01.2016,PPS-04,dicabut,,,
"""
_TRAINING = """kegiatan,tanggal,nik,hadir,tempat,jam,untuk_badan,untuk_wilayah
"Bimtek, tungsura; bagian \\n I",2024-06-20,,,Aula,08.00-16.00,PPS,33.23.01.2016
Bimtek lama,2024-06-01,,,,,PPK,
"""


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    files = {"koordinasi.csv": _JOURNAL.encode(), "bimtek.csv": _TRAINING.encode()}
    return made(tmp_path / "daftar", Example(files=files))


def calendar(roster: Path, *arguments: str) -> Ran:
    ran = inside("calendar", *arguments, *DAY, cwd=roster)
    assert (ran.code, ran.err) == (0, "")
    return ran


def events(data: bytes) -> list[dict[str, str]]:
    """A reader of RFC 5545 of its own: lines that end in CRLF, unfolded, properties, one level of
    components, texts without their escapes."""
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    lines = data.replace(b"\r\n ", b"").decode("utf-8").removesuffix("\r\n").split("\r\n")
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert sum(line.startswith("PRODID:") for line in lines) == 1
    found: list[dict[str, str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name not in ("BEGIN", "END"):
            assert name not in found[-1], line
            found[-1][name] = re.sub(
                r"\\(.)", lambda hit: {"n": "\n"}.get(hit[1].lower(), hit[1]), value
            )
    return found


def written(roster: Path, name: str, *arguments: str) -> list[dict[str, str]]:
    file = roster.parent / name
    ran = adhoc("calendar", str(roster), "-o", str(file), *arguments, *DAY)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    return events(file.read_bytes())


def document(roster: Path, *arguments: str) -> list[dict[str, Any]]:
    found = json.loads(calendar(roster, "--format", "json", *arguments).out)
    keeps_its_schema(found)
    days: list[dict[str, Any]] = found["days"]
    return days


def test_deadlines_trainings_and_visits_are_days_of_a_calendar_file(roster: Path) -> None:
    """Item 16: the deadlines of the profile and scheduled visits, as iCalendar."""
    found = written(roster, "tenggat.ics", "--lang", "en")
    days = {one["SUMMARY"]: one["DTSTART;VALUE=DATE"] for one in found}
    assert days["voting day"] == "20241127"
    assert days["term of the PPK ends"] == "20250127"
    assert days["meeting PPK-06 · panwascam · Bulu (33.23.01)"] == "20240612"
    assert days["meeting PPS-03 · PKD · Pakurejo (33.23.01.2013)"] == "20240614"
    assert len([one for one in days if one.startswith("meeting")]) == 2
    training = next(one for one in found if one["SUMMARY"].startswith("Bimtek, tungsura; bagian"))
    assert (training["DTSTART;VALUE=DATE"], training["DTEND;VALUE=DATE"]) == (
        "20240620", "20240621",
    )  # fmt: skip
    assert "\\n I" in training["SUMMARY"]
    assert training["LOCATION"] == "Aula, 08.00-16.00"
    assert not any("Bimtek lama" in one["SUMMARY"] for one in found)
    items = [one for one in found if one["SUMMARY"].startswith("last day for coordination")]
    assert items
    assert all("Not yet: " in one["DESCRIPTION"] for one in items)


def test_every_day_has_what_a_calendar_asks_for_and_a_uid_of_its_own(roster: Path) -> None:
    found = written(roster, "a.ics")
    for one in found:
        assert re.fullmatch(r"\d{8}T\d{6}Z", one["DTSTAMP"])
        assert one["TRANSP"] == "TRANSPARENT"
        assert one["SUMMARY"]
    uids = [one["UID"] for one in found]
    assert len(set(uids)) == len(uids)
    assert all(re.fullmatch(r"[0-9a-f-]{36}@adhoc-cli", uid) for uid in uids)


def test_another_run_gives_the_same_file_and_a_moved_day_keeps_its_uid(roster: Path) -> None:
    first = written(roster, "a.ics")
    assert written(roster, "b.ics") == first
    english = written(roster, "c.ics", "--lang", "en")
    assert [one["UID"] for one in english] == [one["UID"] for one in first]
    journal = roster / "koordinasi.csv"
    journal.write_text(
        journal.read_text()
        + "2024-06-03T08:00:00+07:00,Rina,33.23.01,PPK-06,dijadwalkan,2024-06-25,,\n"
    )
    (roster / "adhoc.toml").write_text("[ubah]\nhari_pemungutan_suara = 2024-12-01\n")
    moved = {one["UID"]: one for one in written(roster, "d.ics")}
    assert set(moved) == {one["UID"] for one in first}
    changed = {
        one["SUMMARY"]: (one["DTSTART;VALUE=DATE"], moved[one["UID"]]["DTSTART;VALUE=DATE"])
        for one in first
        if one["DTSTART;VALUE=DATE"] != moved[one["UID"]]["DTSTART;VALUE=DATE"]
    }
    assert changed["pertemuan PPK-06 · panwascam · Bulu (33.23.01)"] == ("20240612", "20240625")
    assert changed["pemungutan suara"] == ("20241127", "20241201")


def test_only_a_place_and_only_a_body(roster: Path) -> None:
    in_desa = document(roster, "--region", "33.23.01.2016")
    assert {one["kind"] for one in in_desa} >= {"term_end", "item", "event", "voting"}
    assert not [one for one in in_desa if "PPK" in str(one["subject"])]
    assert not [one for one in in_desa if one["kind"] == "visit"]
    assert {one["open"] for one in in_desa if one["kind"] == "item"} == {1}
    of_ppk = document(roster, "--body", "PPK")
    assert {str(one["subject"])[:3] for one in of_ppk if one["kind"] != "voting"} == {"PPK"}
    assert [one["day"] for one in of_ppk if one["kind"] == "visit"] == ["2024-06-12"]
    assert [one["day"] for one in document(roster, "--body", "KPPS") if one["kind"] == "oath"] == [
        "2024-11-07"
    ]


def test_the_table_says_the_same_as_the_programs(roster: Path) -> None:
    text = calendar(roster).out
    assert "pertemuan PPK-06" in text
    assert "Bulu (33.23.01)" in text
    rows = list(csv.DictReader(io.StringIO(calendar(roster, "--format", "csv").out)))
    assert [row["uid"] for row in rows] == [one["uid"] for one in document(roster)]
    visit = next(row for row in rows if row["kind"] == "visit")
    assert (visit["day"], visit["region_code"]) == ("2024-06-12", "33.23.01")


def test_the_deadlines_of_the_law_say_what_they_rest_on(roster: Path) -> None:
    body = ("--body", "SEKRETARIAT PPK", "--as-of", "2024-05-20")
    found = json.loads(inside("calendar", "--format", "json", *body, cwd=roster).out)["days"]
    legal = next(one for one in found if one["kind"] == "secretariat")
    assert (legal["day"], legal["by_law"]) == ("2024-05-23", True)
    assert legal["basis"].startswith("Kep KPU 534/2022")
    voting = next(one for one in found if one["kind"] == "voting")
    assert (voting["by_law"], voting["basis"]) == (True, "PKPU 2/2024")


def test_after_the_last_term_the_calendar_is_empty_and_still_one(roster: Path) -> None:
    file = roster.parent / "kosong.ics"
    ran = inside("calendar", str(roster), "-o", str(file), "--as-of", "2025-06-01")
    assert (ran.code, ran.out) == (0, "")
    assert events(file.read_bytes()) == []


def test_a_journal_that_is_none_and_places_that_cannot_be_read_end_in_3(
    unreadable: Path, roster: Path
) -> None:
    assert inside("calendar", str(unreadable), *DAY).code == 3
    (roster / "koordinasi.csv").write_bytes(b"PK\x03\x04")
    ran = inside("calendar", str(roster), *DAY)
    assert ran.code == 3
    assert "koordinasi.csv" in ran.err


def test_what_somebody_wrote_as_the_name_of_an_event_is_masked(tmp_path: Path) -> None:
    rows = "kegiatan,tanggal,untuk_badan\nBimtek 3323014202810002,2024-06-20,PPK\n"
    folder = made(tmp_path / "d", Example(files={"bimtek.csv": rows.encode()}))
    assert "3323014202810002" not in calendar(folder, "--format", "ics").out
    assert "3323014202810002" in calendar(folder, "--format", "ics", "--show-personal").out
