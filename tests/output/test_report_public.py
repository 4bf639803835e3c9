"""Nothing about any person in any byte of a public report, whatever the format.

And for the office: no whole NIK, telephone number, address or birth date unless they are asked for.
"""

from __future__ import annotations

import csv
import html
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from adhoc_cli.models.dates import read_date
from adhoc_cli.output.formats import names
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.report.reported import Reported
from adhoc_cli.output.views.report.view import ReportView
from adhoc_cli.reports.overview.overview import Overview
from adhoc_cli.roster.roster import load_roster
from adhoc_cli.rules.examples import Example
from tests.output.report_views import of_roster, office_of, some_news
from tests.output.rosters import LANGS, written
from tests.output.workbooks import parts

FORMS = names("report")
_DAY = date(2024, 6, 10)
_PROBLEM = Path("data/temanggung-bermasalah")
_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
    "Oktober", "November", "Desember",
)  # fmt: skip

# -- the rosters -----------------------------------------------------------------------------------

# Every cell that says something about a person holds its own mark. The faults are there so that
# findings of many rules would quote them.
_PERSON = {
    "nama": "Zqnama Zqorang", "nik": "3323017112990777", "tanggal_lahir": "1999-12-31",
    "telepon": "081277665544", "alamat": "Zqjalan Zqrahasia 17", "alasan": "Zqalasan sakit",
    "keterangan": "Zqketerangan ASN", "nomor_sk": "Zqsk/99/2024", "pendidikan": "Zqpendidikan",
    "divisi": "Zqdivisi",
}  # fmt: skip
_JOURNAL = (
    "waktu,operator,kode_wilayah,butir,status,tanggal,bukti,catatan\n"
    "2024-05-20T09:30:00+07:00,Zqoperator,33.23.01,PPK-01,terlaksana,2024-05-20,Zqbukti,Zqcatatan\n"
    "2024-05-20T09:30:00+07:00,Zqoperator,33.23.99,PPK-01,terlaksana,2024-05-20,Zqbukti,Zqcatatan\n"
    "2024-05-20T09:31:00+07:00,Zqoperator,33.23.01,Zqbutir,terlaksana,2024-05-20,Zqbukti,\n"
)
MARKED = Example(
    change={
        "anggota:3": _PERSON,
        "anggota:4": {**_PERSON, "nik": "Zqnik", "telepon": "Zqtelepon", "jabatan": "Zqjabatan"},
        "anggota:5": {**_PERSON, "status": "mengundurkan diri", "tanggal_lahir": "Zqlahir"},
        "anggota:7": {**_PERSON, "status": "Zqstatus", "jenis_kelamin": "Zqkelamin"},
        "anggota:8": {**_PERSON, "badan": "Zqbadan"},
        "anggota:9": {**_PERSON, "kode_wilayah": "Zqwilayah"},
        "anggota:10": {**_PERSON, "peringkat": "Zqperingkat", "tanggal_mulai": "Zqmulai"},
        "anggota:13": _PERSON,
        "anggota:18": _PERSON,
    },
    add={
        "pemangku": (
            {"kode_wilayah": "33.23.01", "peran": "camat", "nama": "Zqcamat",
             "telepon": "081277665500"},
            {"kode_wilayah": "33.23.01.2016", "peran": "Zqperan", "nama": "Zqkades",
             "telepon": "081277665501"},
        ),
        "bimtek": (
            {"kegiatan": "Bimtek PPS", "tanggal": "2024-05-26", "nama": "Zqhadirin",
             "badan": "PPS", "kode_wilayah": "33.23.01.2016"},
        ),
    },
    files={
        "koordinasi.csv": _JOURNAL.encode(),
        "anggota-Zqnamaberkas.csv": (
            b"nama,badan,jabatan,kode_wilayah,Zqkolom\nZqlain,PPS,anggota,33.23.01.2016,Zqsel\n"
        ),
    },
    settings="""[[pengecualian]]
kode = "Q401"
wilayah = "33.23.01.2016"
alasan = "Zqalasanwaiver"
sampai = 2024-06-30

[[pengecualian]]
kode = "V205"
orang = "Zqorangwaiver"
alasan = "Zqalasanlain"
sampai = 2024-06-30

[[pengecualian]]
kode = "V202"
orang = "3323017112990778"
alasan = "Zqlewat"
sampai = 2024-05-30
""",
)  # fmt: skip


@cache
def marked() -> Overview:
    """The state of the marked roster."""
    return office_of(MARKED)


@cache
def problem() -> Overview:
    """The state of the sample with every fault."""
    return of_roster(load_roster(_PROBLEM, _DAY))


# -- what may not be there -------------------------------------------------------------------------


def rows_of(folder: Path) -> Iterator[Mapping[str, str]]:
    """Every row of every file of people, as far as it can be read at all."""
    csv.field_size_limit(1 << 20)
    for path in sorted([*folder.glob("anggota*.csv"), folder / "pemangku.csv"]):
        text = path.read_bytes().decode("utf-8", "replace").replace("\0", "")
        separator = ";" if ";" in text.split("\n", 1)[0] else ","
        for row in csv.DictReader(text.splitlines(), delimiter=separator):
            yield {_column(key): value for key, value in row.items() if isinstance(value, str)}


def _column(header: str | None) -> str:
    plain = re.sub(r"[^a-z]", "", (header or "").casefold().removeprefix("\ufeff"))
    spelt = {
        "namalengkap": "nama", "tgllahir": "tanggal_lahir", "tanggallahir": "tanggal_lahir",
        "nohp": "telepon", "hp": "telepon",
    }  # fmt: skip
    return spelt.get(plain, plain)


@cache
def secrets_of(folder: Path) -> frozenset[str]:
    """Every NIK, phone number, birth date and address of a folder, in all their spellings."""
    found: set[str] = set()
    for row in rows_of(folder):
        found |= {row["nik"].strip()} if len(row.get("nik", "").strip()) >= 9 else set()
        found |= set(_phones(row.get("telepon", "")))
        found |= set(_days(row.get("tanggal_lahir", "")))
        found |= {row["alamat"].strip()} if len(row.get("alamat", "").strip()) > 8 else set()
    # A header row in the middle of a file is nobody, and neither is the date of our own examples.
    return frozenset(found) - {"tanggal_lahir", *_days("1990-05-17")}


def _phones(text: str) -> Iterator[str]:
    for number in text.split("/"):
        digits = re.sub(r"[^0-9]", "", number)
        if len(digits) >= 9:
            local = re.sub(r"^(?:62|0)", "", digits)
            yield number.strip()
            yield local  # 0812…, 62812… and +62 812… all end like this
            yield f"{local[:3]}-{local[3:7]}-{local[7:]}"
            yield f"{local[:3]} {local[3:7]} {local[7:]}"


def _days(text: str) -> Iterator[str]:
    if len(text.strip()) >= 8:
        yield text.strip()
    day = read_date(text.strip(), short_years=False)
    if day and day.year < 2010:
        yield day.isoformat()
        yield f"{day:%d-%m-%Y}"
        yield f"{day:%d/%m/%Y}"
        yield f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


@cache
def names_of(folder: Path) -> frozenset[str]:
    """Every name of two words or more: a single word may be the name of a desa too."""
    found = {row.get("nama", "").strip() for row in rows_of(folder)}
    return frozenset(name for name in found if " " in name and len(name) > 8)


@cache
def everything(public: bool, personal: bool, which: str) -> Mapping[str, str]:
    """All that a report is made of, by format and language: text as it is, and unescaped."""
    one = {"marked": marked, "problem": problem}[which]()
    told = Reported(
        one.for_public() if public else one,
        some_news(one),
        "Zqfolder",
        "adhoc report Zqfolder",
        None,
        arguments=("Zqfolder",),
    )
    found = {}
    for lang in LANGS if which == "marked" else LANGS[:1]:  # the sample is large
        for form in FORMS:
            data = written(ReportView(told, Speaker(lang, personal)), form, width=400)
            pieces = parts(data) if form == "xlsx" else {"": data}
            for name, piece in pieces.items():
                text = piece.decode("utf-8", "replace")
                found[f"{form} {lang} {name}"] = text + _unescaped(text, form)
    return found


def _unescaped(text: str, form: str) -> str:
    if form in {"html", "xlsx"}:
        return html.unescape(text)
    if form == "md":
        return re.sub(r"\\(.)", r"\1", text)
    if form == "json":
        return json.dumps(json.loads(text), ensure_ascii=False)
    return ""


def leaks(texts: Mapping[str, str], secrets: frozenset[str]) -> list[str]:
    """Where something that may not be there is; runs of digits also without what divides them."""
    found = []
    for where, text in texts.items():
        digits = re.sub(r"(?<=[0-9])[ .\-/]+(?=[0-9])", "", text)
        for searched in (text, digits):
            # What begins like nothing in the text is not in it: of 12,000 secrets a few are left.
            starts = {searched[at : at + _START] for at in range(len(searched))}
            found += [
                f"{where}: {secret}"
                for secret in secrets
                if secret[:_START] in starts and secret in searched
            ]
    return found


_START = 7  # characters; no secret is shorter


# -- public ----------------------------------------------------------------------------------------


def test_the_lists_of_what_is_searched_for_are_not_empty() -> None:
    assert min(map(len, secrets_of(_PROBLEM) | names_of(_PROBLEM))) >= _START
    assert len(secrets_of(_PROBLEM)) > 10_000
    assert len(names_of(_PROBLEM)) > 1_500
    assert {"html", "xlsx", "md", "json", "csv", "text", "ndjson", "table", "plain"} <= set(FORMS)


@pytest.mark.parametrize("which", ["marked", "problem"])
def test_the_search_finds_what_a_report_for_the_office_says(which: str) -> None:
    """The same search on the whole report, so that it cannot be blind."""
    texts = everything(False, True, which)
    forms = {"html", "xlsx", "md", "json", "text"}
    if which == "marked":
        assert forms <= {where.split()[0] for where, text in texts.items() if "Zqnama" in text}
        return
    people = secrets_of(_PROBLEM) | names_of(_PROBLEM)
    assert forms <= {leak.split()[0] for leak in leaks(texts, people)}


def test_public_has_no_secret_of_the_sample() -> None:
    assert not leaks(everything(True, False, "problem"), secrets_of(_PROBLEM))


def test_public_has_no_name_of_the_sample() -> None:
    assert not leaks(everything(True, False, "problem"), names_of(_PROBLEM))


def test_public_has_no_mark_of_any_cell_file_folder_or_waiver() -> None:
    texts = everything(True, False, "marked")
    found = {
        f"{where}: {mark}"
        for where, text in texts.items()
        for mark in re.findall(r"Zq[A-Za-z_]*", text, re.IGNORECASE)
    }
    assert not found
    numbers = frozenset(
        ("3323017112990777", "3323017112990778", "81277665544", "81277665500", "81277665501",
         "1999-12-31", "31-12-1999", "31 Desember 1999")
    )  # fmt: skip
    assert not leaks(texts, numbers)


def test_the_numbers_are_there_for_everybody() -> None:
    whole, public = (
        json.loads(written(ReportView(Reported(one, None, "", ""), Speaker("id")), "json"))
        for one in (problem(), problem().for_public())
    )
    for key in ("seats", "women_men", "secretariats", "training", "coordination"):
        assert public[key] == whole[key]
    days = [day for day in whole["deadlines"] if day["kind"] != "waiver"]
    assert public["deadlines"] == days != whole["deadlines"]
    assert public["rules"] == whole["rules"]
    assert public["summary"] == whole["summary"]
    assert public["findings"] == []
    assert [gap["region"] for gap in public["gaps"]] == [gap["region"] for gap in whole["gaps"]]
    assert not any("call" in gap or "present" in gap for gap in public["gaps"])
    assert (public["waivers"], len(whole["waivers"])) == ([], 3)


def test_files_keep_their_kind_and_lose_their_name() -> None:
    files = [file.name for file in marked().for_public().report.inputs]
    assert "anggota-*.csv" in files
    assert "koordinasi.csv" in files
    hashes = [file.sha256 for file in marked().report.inputs]
    assert [file.sha256 for file in marked().for_public().report.inputs] == hashes


def test_a_public_file_is_for_everybody_and_one_of_the_office_is_not() -> None:
    speaker = Speaker("id")
    assert not ReportView(Reported(problem().for_public(), None, "", ""), speaker).personal
    assert ReportView(Reported(problem(), None, "", ""), speaker).personal


def test_nothing_can_be_shown_of_what_was_taken_away() -> None:
    """Even where somebody asked for it: the result has no person any more."""
    one = problem().for_public()
    told = Reported(one, some_news(problem()), "x", "y", None)
    for form in ("json", "xlsx", "html", "text"):
        data = written(ReportView(told, Speaker("id", personal=True)), form)
        texts = parts(data).values() if form == "xlsx" else [data]
        joined = {form: b"\n".join(texts).decode("utf-8", "replace")}
        assert not leaks(joined, secrets_of(_PROBLEM) | names_of(_PROBLEM))


# -- for the office --------------------------------------------------------------------------------


def test_without_show_personal_nothing_is_whole() -> None:
    """Names are there, and the last digits. What to do about a date shows one as it should be."""
    texts = everything(False, False, "problem")
    shown = {where: text.replace("17 Mei 1990", "") for where, text in texts.items()}
    assert not leaks(shown, secrets_of(_PROBLEM))


def test_without_show_personal_the_marked_person_is_masked() -> None:
    told = frozenset(
        ("3323017112990777", "3323017112990778", "81277665544", "81277665500", "1999-12-31",
         "31-12-1999", "Zqjalan", "31 Desember 1999")
    )  # fmt: skip
    assert not leaks(everything(False, False, "marked"), told)


def test_a_number_that_slipped_into_a_waiver_is_masked() -> None:
    slipped = "hub. 081290001117, NIK 3323014702810002"
    said = MARKED.settings.replace("Zqalasanwaiver", slipped).replace("Zqlewat", slipped)
    office = office_of(MARKED._replace(settings=said))
    assert [waiver.reason for waiver in office.report.waivers].count(slipped) == 2
    for form in FORMS:
        data = written(ReportView(Reported(office, None, "", ""), Speaker("id")), form)
        texts = parts(data).values() if form == "xlsx" else [data]
        assert not re.search(rb"081290001117|3323014702810002", b"\n".join(texts)), form
