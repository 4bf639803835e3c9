"""Age, schooling and term, where an example cannot show it: severities, spellings, birthdays."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adhoc_cli.models.finding import Severity
from adhoc_cli.models.report import Reason, Status
from adhoc_cli.rules.ages import ages, day_number, day_numbers
from adhoc_cli.rules.education import NO_SCHOOL, education_rank, level_rank
from adhoc_cli.rules.examples import Example
from tests.examples import result

BIRTHDAYS = st.dates(date(1900, 1, 1), date(2024, 12, 31))


def plain_age(on: date, born: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


# -- ages ------------------------------------------------------------------------------------------


@given(on=BIRTHDAYS, born=BIRTHDAYS)
def test_an_age_is_counted_in_birthdays(on: date, born: date) -> None:
    days = np.array([born], "datetime64[D]")
    if born <= on:
        assert ages(day_number(on), day_numbers(days)).tolist() == [plain_age(on, born)]


@pytest.mark.parametrize(
    ("on", "age"),
    [("2025-02-28", 16), ("2025-03-01", 17), ("2028-02-28", 19), ("2028-02-29", 20)],
)
def test_who_was_born_on_29_february_waits_for_the_first_of_march(on: str, age: int) -> None:
    born = day_numbers(np.array(["2008-02-29"], "datetime64[D]"))
    assert ages(day_number(date.fromisoformat(on)), born).tolist() == [age]


def test_a_day_that_is_not_known_has_the_number_0() -> None:
    assert day_numbers(np.array(["NaT", "2024-11-27"], "datetime64[D]")).tolist() == [0, 20241127]


# -- E501 ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("born", "severity", "age", "day"),
    [
        ("2007-05-16", None, None, None),
        ("2007-05-17", Severity.WARNING, 16, date(2024, 5, 16)),
        ("2007-11-27", Severity.WARNING, 16, date(2024, 5, 16)),
        ("2007-11-28", Severity.ERROR, 16, date(2024, 11, 27)),
        ("2012-01-01", Severity.ERROR, 12, date(2024, 11, 27)),
    ],
)
def test_under_17_on_voting_day_weighs_more_than_at_the_oath_only(
    born: str, severity: Severity | None, age: int | None, day: date | None, tmp_path: Path
) -> None:
    found = result("E501", Example(change={"anggota:3": {"tanggal_lahir": born}}), tmp_path)
    assert found.counts == ({severity: 1} if severity else {})
    for finding in found.findings:
        assert (finding.severity, finding.params["age"], finding.params["day"]) == (
            severity,
            age,
            day,
        )


def test_what_is_not_looked_at_is_not_counted_as_looked_at(tmp_path: Path) -> None:
    change = {
        "anggota:2": {"tanggal_lahir": ""},
        "anggota:3": {"tanggal_lahir": "31/02/2010"},
        "anggota:4": {"tanggal_lahir": "2086-01-01"},
        "anggota:5": {"status": "meninggal"},
        "anggota:6": {"badan": "KETERTIBAN"},
    }
    assert result("E501", Example(change=change), tmp_path).checked == 11 - 5


# -- E503 ------------------------------------------------------------------------------------------

SPELLINGS = {
    "SD": "SD|TAMAT SD/SEDERAJAT|SDN 1 Bulu|Sekolah Dasar|MI|MIN 2|Paket A|S.D.|SR",
    "SMP": "SMP|SLTP/SEDERAJAT|MTs|MTs.|M.Ts|MTsN 1|SMP Negeri 1 Temanggung|Paket B|S.M.P."
    "|SMP di Temanggung|SMP Ma'arif|SMP Ma’arif|SMP/MTs|SMP se-derajat|SD/SMP",
    "SMA": "SMA|SMA/sederajat|SLTA/SEDERAJAT|SMK|MA|MAN 1|M.A.|Madrasah Aliyah|Paket C"
    "|Kejar Paket C|SMA/SMK/MA|STM|SMU|SMEA|S.M.A.|SMA N 1|sma ipa|MA Al Falah|S M A|SMK Negeri 2",
    "D1": "D1|D-1|D.I|D I|Diploma I|DIPLOMA 1",
    "D2": "D2|DII|D-II|DIPLOMA I/II|Diploma 2",
    "D3": "D3|D-3|DIII|D III|D.III|AKADEMI/DIPLOMA III/S. MUDA|A.Md.|Amd.Kep|Sarjana Muda"
    "|D3 Kebidanan",
    "D4": "D4|DIV|D-IV|S.Tr.Keb|Sarjana Terapan",
    "S1": "S1|S-1|S 1|S.1|S.I|Strata I|DIPLOMA IV/STRATA I|Sarjana|S.Pd.|S.Pd.I|SPd|S.Ag|S.E.|S.H."
    "|S.Kom|S-1 (PGSD)|Sarjana Pendidikan|S.I.P.|S.Sos.",
    "S2": "S2|S-2|SII|STRATA II|M.Pd.|Magister|M.Si|Pasca Sarjana|M.H.|S2 Hukum",
    "S3": "S3|STRATA III|Doktor",
}


@pytest.mark.parametrize(
    ("text", "level"),
    [(text, level) for level, texts in SPELLINGS.items() for text in texts.split("|")],
)
def test_a_level_is_known_by_the_spellings_of_offices(text: str, level: str) -> None:
    for spelling in (text, text.lower(), text.upper()):
        assert education_rank(spelling) == level_rank(level)


@pytest.mark.parametrize(
    "text",
    ["", "...", "Pondok", "sederajat", "Mahasiswa", "SMA kelas 3", "sedang kuliah S1",
     "tidak tamat SMA", "belum lulus SMP", "Diploma", "lainnya", "Islam", "Swasta"],
)  # fmt: skip
def test_nothing_is_claimed_of_a_text_that_does_not_say_it(text: str) -> None:
    assert education_rank(text) is None


@pytest.mark.parametrize(
    "text", ["TIDAK/BELUM SEKOLAH", "BELUM TAMAT SD/SEDERAJAT", "tidak tamat SD"]
)
def test_no_school_is_below_all_levels(text: str) -> None:
    assert education_rank(text) == NO_SCHOOL < level_rank("SD")


def test_unknown_schooling_is_counted_beside_the_result(tmp_path: Path) -> None:
    change = {
        "anggota:2": {"pendidikan": "Pondok"},
        "anggota:7": {"pendidikan": "Pondok"},
        "anggota:8": {"pendidikan": ""},
        "anggota:18": {"pendidikan": "Pondok"},  # a reserve
    }
    found = result("E503", Example(change=change), tmp_path)
    assert (found.status, found.checked) == (Status.PASSED, 11 - 3)
    assert found.reason == Reason("not_told", {"column": "pendidikan", "n": 2})


# -- E504 and E505 ---------------------------------------------------------------------------------


def test_the_term_is_skipped_without_either_date(tmp_path: Path) -> None:
    columns = ("tanggal_mulai", "tanggal_selesai")
    found = result("E504", Example(without={"anggota": columns}), tmp_path)
    absent = {"file": "anggota.csv", "column": "tanggal_mulai, tanggal_selesai"}
    assert (found.status, found.reason) == (Status.SKIPPED, Reason("column_absent", absent))


def test_a_silent_note_about_a_sekretaris_is_no_pass(tmp_path: Path) -> None:
    row = {
        "nama": "Slamet",
        "badan": "SEKRETARIAT PPK",
        "jabatan": "sekretaris",
        "kode_wilayah": "33.23.01",
        "status": "aktif",
    }
    found = result("E505", Example(add={"anggota": (row,)}), tmp_path)
    silent = Reason("not_told", {"column": "keterangan", "n": 1})
    assert (found.status, found.reason) == (Status.SKIPPED, silent)
