"""`adhoc bimtek`: who was expected at each event, and who came; sign-in sheets."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from adhoc_cli.rules.examples import Example, base_members
from tests.cli.conftest import made
from tests.cli.running import DAY
from tests.cli.running import inside as adhoc
from tests.forms import TEXT_FORMS
from tests.schemas import keeps_its_schema

MEMBERS = [row for row in base_members() if row["status"] == "aktif"]
PPK = [row["nik"] for row in MEMBERS if row["badan"] == "PPK"]
PPS = [row["nik"] for row in MEMBERS if row["badan"] == "PPS"]
HEADER = (
    "kegiatan,tanggal,nik,hadir,tempat,jam,penyelenggara,pemantau,untuk_badan,untuk_divisi"
    ",untuk_wilayah"
)
EVENTS = (
    *(f"Bimtek PPK,2024-05-17,{nik},ya" for nik in PPK[:3]),
    f"Bimtek PPK,2024-05-17,{PPK[3]},tidak",
    "Bimtek PPK,2024-05-17,,,Pendopo,08.00-16.00,KPU,,PPK",
    f"Bimtek PPK Divisi Data,2024-05-20,{PPK[3]},ya",
    f"Bimtek PPK Divisi Data,2024-05-20,{PPK[0]},ya",
    *(f"Bimtek PPS,2024-05-26,{nik},ya" for nik in PPS),
    "Bimtek PPS,2024-05-26,,,Balai desa,,PPK Bulu,KPU,PPS,,33.23.01.2016",
    "Bimtek PPS,2024-05-26,,,Balai desa,,PPK Bulu,KPU,PPS,,33.23.01.2013",
    "Bimtek tungsura,2024-06-20,,,,,,,PPS",
    "Rapat,2024-06-01,,,Aula",
)


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    return folder(tmp_path, EVENTS)


def folder(tmp_path: Path, rows: tuple[str, ...], **more: Any) -> Path:
    wide = HEADER.count(",")
    filled = (row + "," * (wide - row.count(",")) for row in rows)
    text = "\n".join((HEADER, *filled)) + "\n"
    files = {"bimtek.csv": text.encode()}
    return made(tmp_path / "daftar", Example(files=files, **more))


def document(cwd: Path, *arguments: str) -> dict[str, Any]:
    ran = adhoc("bimtek", "status", *arguments, "--format", "json", *DAY, cwd=cwd)
    assert (ran.code, ran.err) == (0, "")
    found: dict[str, Any] = json.loads(ran.out)
    return found


def turnout(one: dict[str, Any]) -> tuple[int, ...]:
    return tuple(one[key] for key in ("expected", "present", "absent", "unknown"))


# -- status ----------------------------------------------------------------------------------------


def test_each_event_tells_who_was_expected_and_who_came(roster: Path) -> None:
    found = document(roster)
    keeps_its_schema(found)
    events = [(one["name"], one["bodies"], turnout(one), one["guests"]) for one in found["events"]]
    assert events == [
        ("Bimtek PPK", ["PPK"], (5, 3, 2, 0), 0),
        ("Bimtek PPK Divisi Data", ["PPK"], (1, 1, 0, 0), 1),
        ("Bimtek PPS", ["PPS"], (3, 3, 0, 0), 0),
        ("Bimtek PPS", ["PPS"], (3, 3, 0, 0), 0),
        ("Rapat", [], (0, 0, 0, 0), 0),
        ("Bimtek tungsura", ["PPS"], (6, 0, 0, 6), 0),
    ]
    assert turnout(found["summary"]) == (18, 10, 2, 6)
    first, second, third = found["events"][:3]
    assert (first["place"], first["hours"], first["monitor"]) == ("Pendopo", "08.00-16.00", None)
    assert second["divisions"] == ["Perencanaan, Data, dan Informasi"]
    assert [one["code"] for one in third["regions"]] == ["33.23.01.2016"]
    absent = [one["division"] for one in first["groups"] if one["absent"]]
    assert absent == ["Perencanaan, Data, dan Informasi", "Hukum dan Pengawasan"]


def test_the_place_the_body_and_the_name_are_asked_for(roster: Path) -> None:
    names = [one["name"] for one in document(roster, "--body", "pps")["events"]]
    assert names == ["Bimtek PPS", "Bimtek PPS", "Bimtek tungsura"]
    there = document(roster, "--region", "33.23.01.2013")["events"]
    assert [turnout(one)[0] for one in there] == [3, 3]
    (data,) = document(roster, "--event", "divisi data")["events"]
    assert data["name"] == "Bimtek PPK Divisi Data"


@pytest.mark.parametrize("form", TEXT_FORMS)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_format_tells_it(roster: Path, form: str, lang: str) -> None:
    ran = adhoc("bimtek", "status", *DAY, "--format", form, "--lang", lang, cwd=roster)
    assert (ran.code, ran.err) == (0, "")
    assert "Bimtek PPK Divisi Data" in ran.out
    assert PPK[0] not in ran.out


def test_without_a_command_it_is_the_status(roster: Path) -> None:
    assert adhoc("bimtek", cwd=roster) == adhoc("bimtek", "status", cwd=roster)


def test_before_the_oath_and_after_the_term_nobody_was_expected(roster: Path) -> None:
    for day in ("2024-04-30", "2025-03-01"):
        ran = adhoc("bimtek", "status", "--as-of", day, "--format", "json", cwd=roster)
        assert (ran.code, json.loads(ran.out)["summary"]["expected"]) == (0, 0)


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({}, 0),
        ({"bimtek.csv": b""}, 3),
        ({"bimtek.csv": HEADER.encode() + b"\n"}, 3),
        ({"bimtek.csv": b"kegiatan,tanggal\nBimtek PPK,2024-05-17\n"}, 0),
        ({"bimtek.csv": b"x\x00y"}, 3),
        ({"anggota.csv": None, "bimtek.csv": b"kegiatan,tanggal\nBimtek,2024-05-17\n"}, 3),
    ],
)
def test_whatever_is_there_ends_without_a_crash(
    tmp_path: Path, files: dict[str, bytes | None], code: int
) -> None:
    there = made(tmp_path / "daftar", Example(files=files))
    for form in ("json", "plain"):
        assert adhoc("bimtek", "status", *DAY, "--format", form, cwd=there).code == code
    ran = adhoc("bimtek", "print", *DAY, "-o", "x.html", cwd=there)
    assert ran.code in (2, 3)
    assert "Traceback" not in ran.err


def test_an_unknown_body_or_place_is_refused(roster: Path) -> None:
    for option, word in (("--body", "PPX"), ("--region", "Atlantis")):
        ran = adhoc("bimtek", "status", option, word, cwd=roster)
        assert (ran.code, ran.out) == (2, "")
        assert word in ran.err


def test_hostile_names_are_texts(tmp_path: Path) -> None:
    hostile = "Bimtek PPK <b>\x1b[31m=1+1 `x` | y"
    there = folder(tmp_path, (f"{hostile},2024-05-17,{PPK[0]},ya,=cmd|,,,,PPK",))
    for form in TEXT_FORMS:
        out = adhoc("bimtek", "status", *DAY, "--format", form, cwd=there).out
        assert "\x1b" not in out
    assert adhoc("bimtek", "print", *DAY, "-o", "daftar.html", cwd=there).code == 0
    assert "<b>\x1b" not in (there / "daftar.html").read_text()
    assert "Bimtek PPK &lt;b&gt;" in (there / "daftar.html").read_text()


# -- print -----------------------------------------------------------------------------------------


def test_each_event_has_its_pages_and_everybody_a_line(roster: Path) -> None:
    ran = adhoc("bimtek", "print", *DAY, "-o", "daftar.html", cwd=roster)
    assert (ran.code, ran.out) == (0, "")
    text = (roster / "daftar.html").read_text()
    assert text.count('<section class="page">') == 5  # nobody knows who is expected at the Rapat
    assert len(re.findall(r"<tr style", text)) == 5 + 1 + 3 + 3 + 6
    assert "Bimtek PPS" in text
    assert not any(nik in text for nik in PPK + PPS)


def test_a_pps_signs_on_the_day_of_its_oath(roster: Path) -> None:
    """The day before, no PPS is in office: the list is that of the day itself."""
    options = ("--event", "Bimtek PPS", "--as-of", "2024-05-25", "-o", "daftar.csv")
    assert adhoc("bimtek", "print", *options, cwd=roster).code == 0
    rows = list(csv.DictReader(io.StringIO((roster / "daftar.csv").read_text("utf-8-sig"))))
    assert [row["badan"] for row in rows] == ["PPS"] * 6
    assert {row["hadir"] for row in rows} == {""}


def test_what_was_filled_in_is_read_back(roster: Path) -> None:
    name = "daftar.csv"
    adhoc("bimtek", "print", *DAY, "--event", "tungsura", "-o", name, cwd=roster)
    filled = (
        (roster / name).read_text("utf-8-sig").replace(",\r\n", ",ya\r\n").replace(",\n", ",ya\n")
    )
    (roster / name).write_text(filled)
    ran = adhoc("import", name, "--as", "bimtek", "--append", "-o", ".", cwd=roster)
    assert ran.code == 0, ran.err
    later = ("--as-of", "2024-06-21", "--event", "tungsura", "--format", "json")
    found = json.loads(adhoc("bimtek", "status", *later, cwd=roster).out)
    assert turnout(found["events"][0]) == (6, 6, 0, 0)


def test_a_sheet_for_nobody_is_refused(roster: Path) -> None:
    for arguments in (("--event", "Rapat"), ("--event", "x", "--region", "33.23.01")):
        ran = adhoc("bimtek", "print", *DAY, *arguments, "-o", "x.html", cwd=roster)
        assert (ran.code, (roster / "x.html").exists()) == (2, False)
    assert adhoc("bimtek", "print", *DAY, "-o", "x.docx", cwd=roster).code == 2


def test_pages_are_numbered_and_fit(tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    pytest.importorskip("fpdf")
    there = folder(tmp_path, (f"Bimtek {'panjang ' * 60},2024-05-17,,,,,,,PPK",))
    assert adhoc("bimtek", "print", *DAY, "-o", "daftar.pdf", cwd=there).code == 0
    (page,) = pypdf.PdfReader(there / "daftar.pdf").pages
    assert "1/1" in page.extract_text()
