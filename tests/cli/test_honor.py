"""`adhoc honor`: who is paid what for a month, on the screen, in a workbook and on paper."""

from __future__ import annotations

import csv
import io
import json
import random
import stat
import subprocess
import sys
from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from adhoc_cli.rules.examples import Example, base_members, example
from adhoc_cli.text.numerals import in_words
from tests.cli.conftest import made
from tests.cli.running import PROGRAM, Ran
from tests.cli.running import adhoc as as_a_process
from tests.cli.running import inside as adhoc
from tests.examples import secretariat_rows
from tests.schemas import keeps_its_schema

AUGUST = ("--month", "2024-08")
# One PPK and two PPS: their ketua, and the others.
PPK, PPS = 2_500_000 + 4 * 2_200_000, 2 * (1_500_000 + 2 * 1_300_000)
PPS_MEMBER = 8  # its line
RULES = "[ubah.pembayaran]\nbulan_sebagian = {part!r}\npembulatan = {rounding!r}\n"


def row(line: int) -> dict[str, str]:
    return base_members()[line - 2]


def changed(tmp_path: Path, *rows: str, settings: str = "", **more: Any) -> Path:
    folder = made(tmp_path / "daftar", example(*rows, **more))
    if settings:
        (folder / "adhoc.toml").write_text(settings)
    return folder


def document(folder: Path, *arguments: str, code: int | None = 0, month: str = "2024-08") -> Any:
    """What the command says as JSON; with the code None it is 1 where there is an excess."""
    ran = adhoc("honor", str(folder), "--month", month, *arguments, "--format", "json")
    found = json.loads(ran.out)
    wanted = int(found["summary"]["excess"] > 0) if code is None else code
    assert (ran.code, ran.err) == (wanted, "")
    keeps_its_schema(found)
    return found


def paid(found: Any) -> dict[str, int]:
    return {one["name"]: one["amount"] for one in found["payees"]}


def reasons(found: Any) -> dict[str, str]:
    return {one["name"]: one["reason"] for one in found["apart"]}


# -- whole months ----------------------------------------------------------------------------------


def test_a_whole_month_is_paid_by_the_rates_of_the_profile(clean: Path) -> None:
    found = document(clean)
    assert found["summary"]["people"] == 11
    assert found["summary"]["amount"] == PPK + PPS
    lists = [(one["body"], one["kecamatan"]["name"], one["sum"]) for one in found["lists"]]
    sums = [(body, name, each["people"], each["amount"]) for body, name, each in lists]
    assert sums == [("PPK", "Bulu", 5, PPK), ("PPS", "Bulu", 6, PPS)]


def test_the_screen_sums_by_kecamatan_and_body_and_names_the_sources(clean: Path) -> None:
    said = adhoc("honor", str(clean), "--month", "Agustus 2024").out
    assert "Bulu          11  11.300.000  8.200.000   19.500.000" in said
    assert "S-647/MK.02/2022; Kep KPU 472/2022" in said
    assert said.rstrip().endswith("Hasil: Bulan Agustus 2024 · 11 orang · Rp19.500.000")


def test_reserves_are_not_paid(clean: Path) -> None:
    reserve = row(18)["nama"]
    assert reserve not in json.dumps(document(clean))


def test_body_and_region_choose(clean: Path) -> None:
    assert document(clean, "--body", "PPK")["summary"]["amount"] == PPK
    assert document(clean, "--region", "Wonosari")["summary"]["amount"] == PPS // 2


@pytest.mark.parametrize("word", ["2024-8", "08/2024", "agustus 2024", "August 2024"])
def test_a_month_may_be_written_as_people_do(clean: Path, word: str) -> None:
    assert document(clean, month=word)["month"]["first"] == "2024-08-01"


@pytest.mark.parametrize("word", ["2024-13", "2024", "0000-08", "besok", "2024-08-01"])
def test_what_is_no_month_is_refused(clean: Path, word: str) -> None:
    ran = adhoc("honor", str(clean), "--month", word)
    assert (ran.code, ran.out) == (2, "")
    assert "bukan bulan" in ran.err


# -- rates -----------------------------------------------------------------------------------------


def test_a_missing_rate_is_an_error_that_names_key_and_profile(tmp_path: Path) -> None:
    profile = 'dasar = "pilkada-2024"\nhapus = ["badan.PPS.honorarium"]\nnama = "kantor"\n'
    folder = changed(tmp_path, settings='profil = "kantor.toml"\n')
    (folder / "kantor.toml").write_text(profile + 'judul_id = "K"\njudul_en = "K"\n')
    ran = adhoc("honor", str(folder), *AUGUST)
    assert (ran.code, ran.out) == (2, "")
    assert (
        "profil kantor (kantor.toml): badan.PPS.honorarium.ketua, badan.PPS.honorarium.anggota"
        in ran.err
    )
    assert document(folder, "--body", "PPK")["summary"]["amount"] == PPK


def test_a_rate_of_zero_is_missing(tmp_path: Path) -> None:
    folder = changed(tmp_path, settings="[ubah.badan.PPK.honorarium]\nketua = 0\n")
    ran = adhoc("honor", str(folder), *AUGUST)
    assert ran.code == 2
    assert "badan.PPK.honorarium.ketua" in ran.err


def test_an_office_sets_its_own_rate(tmp_path: Path) -> None:
    folder = changed(tmp_path, settings="[ubah.badan.PPK.honorarium]\nketua = 3_000_000\n")
    assert paid(document(folder))[row(2)["nama"]] == 3_000_000


def test_tax_is_no_column_until_the_profile_regulates_it(clean: Path) -> None:
    ran = adhoc("honor", str(clean), *AUGUST, "--format", "csv")
    assert "tax" not in ran.out.splitlines()[0]
    found = document(clean)
    assert {one["tax"] for one in found["payees"]} == {None}
    assert (found["summary"]["tax"], found["summary"]["net"]) == (None, None)
    assert "PPh belum diatur di profil" in adhoc("honor", str(clean), *AUGUST).out


def test_tax_by_role_is_withheld_and_rounded_by_the_rule(tmp_path: Path) -> None:
    settings = "[ubah.badan.PPK.pph]\nketua = 0.05\nanggota = 0.015\n"
    folder = changed(tmp_path, "3 tanggal_mulai=2024-08-12", settings=settings)
    found = document(folder, "--body", "PPK")
    payees = {one["name"]: one for one in found["payees"]}
    assert (payees[row(2)["nama"]]["tax"], payees[row(2)["nama"]]["net"]) == (125_000, 2_375_000)
    part = 2_200_000 * 20 // 31
    assert payees[row(3)["nama"]]["tax"] == part * 15 // 1000
    total = 125_000 + 3 * 33_000 + part * 15 // 1000
    assert found["summary"]["tax"] == sum(one["tax"] for one in payees.values()) == total
    assert found["summary"]["net"] == found["summary"]["amount"] - total
    both = document(folder)
    assert both["summary"]["tax"] is None, "of the PPS it is not regulated: no part of a sum"
    assert "PPh (Rp)" in adhoc("honor", str(folder), *AUGUST).out


# -- parts of a month ------------------------------------------------------------------------------


def test_who_came_or_left_within_the_month_is_shown_with_day_and_fraction(tmp_path: Path) -> None:
    folder = changed(
        tmp_path,
        "8 status=mengundurkan diri, tanggal_selesai=2024-08-10, nomor_sk=9/2024",
        "9 tanggal_mulai=2024-08-12",
    )
    found = document(folder)
    assert paid(found)[row(8)["nama"]] == 1_300_000 * 10 // 31
    assert paid(found)[row(9)["nama"]] == 1_300_000 * 20 // 31
    said = adhoc("honor", str(folder), *AUGUST).out
    assert "10/31, sampai 10 Agustus 2024" in said
    assert "20/31, sejak 12 Agustus 2024" in said


@pytest.mark.parametrize(
    ("part", "rounding", "amount"),
    [
        ("hari", "bawah", 838_709), ("hari", "terdekat", 838_710), ("hari", "atas", 838_710),
        ("penuh", "bawah", 1_300_000),
    ],
)  # fmt: skip
def test_the_office_says_how_a_part_of_a_month_is_paid(
    tmp_path: Path, part: str, rounding: str, amount: int
) -> None:
    settings = RULES.format(part=part, rounding=rounding)
    folder = changed(tmp_path, "9 tanggal_mulai=2024-08-12", settings=settings)
    assert paid(document(folder))[row(9)["nama"]] == amount
    assert "bawaan adhoc-cli" not in adhoc("honor", str(folder), *AUGUST).out


def test_a_part_that_is_not_paid_stands_apart(tmp_path: Path) -> None:
    settings = RULES.format(part="tidak", rounding="bawah")
    folder = changed(tmp_path, "9 tanggal_mulai=2024-08-12", settings=settings)
    found = document(folder, code=1)
    assert reasons(found) == {row(9)["nama"]: "bulan tidak utuh: menurut profil tidak dibayar"}


def test_a_rule_that_nobody_decided_is_called_the_offices_own_choice(clean: Path) -> None:
    said = adhoc("honor", str(clean), *AUGUST).out
    assert "bukan ketentuan: kantor sendiri yang menetapkannya" in said
    assert "pembayaran.bulan_sebagian, pembayaran.pembulatan" in said
    assert document(clean)["rules"]["undecided"] == ["bulan_sebagian", "pembulatan"]


def test_the_first_and_the_last_month_are_counted_from_the_oath_and_to_the_end(
    clean: Path,
) -> None:
    may = document(clean, "--body", "PPK", month="2024-05")
    assert paid(may)[row(2)["nama"]] == 2_500_000 * 16 // 31
    january = document(clean, "--body", "PPK", month="2025-01")
    assert paid(january)[row(2)["nama"]] == 2_500_000 * 27 // 31
    assert not any(one["came"] or one["left"] for one in january["payees"])


def test_a_body_of_a_month_is_paid_once_for_its_term(tmp_path: Path) -> None:
    kpps = {
        "nama": "Surti Wirosari",
        "badan": "KPPS",
        "jabatan": "anggota",
        "kode_wilayah": "33.23.01.2016",
        "tps": "1",
        "status": "aktif",
    }
    folder = made(tmp_path / "daftar", Example(add={"anggota": (kpps,)}))
    november = adhoc("honor", str(folder), "--month", "2024-11", "--body", "KPPS").out
    assert "KPPS dibayar sekali untuk seluruh masa kerja yang berakhir 8 Desember 2024" in november
    assert paid(document(folder, "--body", "KPPS", month="2024-11")) == {}
    december = document(folder, "--body", "KPPS", month="2024-12")
    assert paid(december) == {"Surti Wirosari": 850_000}
    assert december["payees"][0]["period"]["first"] == "2024-11-07"


# -- before and after ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("month", "sentence"),
    [("2024-04", "pelantikan 16 Mei 2024"), ("2025-02", "berakhir 27 Januari 2025")],
)
def test_outside_of_a_term_there_is_the_calendar_and_no_row(
    clean: Path, month: str, sentence: str
) -> None:
    ran = adhoc("honor", str(clean), "--month", month)
    assert ran.code == 0
    assert sentence in ran.out
    assert document(clean, month=month)["payees"] == []
    refused = adhoc("honor", str(clean), "--month", month, "--format", "pdf", "-o", "x.pdf")
    assert refused.code == 2
    assert "Tidak ada yang dibayar" in refused.err


# -- what cannot be counted ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ("tanggal_mulai=2024-08-32", "tanggal_mulai tidak terbaca"),
        ("status=entah", "status tidak terbaca"),
        ("tanggal_mulai=2024-08-20, tanggal_selesai=2024-08-02", "sebelum mulai"),
        ("status=meninggal", "meninggal, tetapi hari berhentinya tidak tertulis"),
        ("alasan=pindah kerja", "kolom lain mengatakan sudah berhenti"),
        ("status=diberhentikan sementara", "perlu keputusan"),
        ("kode_wilayah=33.23.01.2999", "tidak ada di daftar"),
        ("jabatan=sekretaris", "tidak mempunyai jabatan sekretaris"),
        ("badan=XYZ", "baris ditolak"),
    ],
)
def test_who_cannot_be_counted_stands_apart_with_the_reason(
    tmp_path: Path, cells: str, reason: str
) -> None:
    folder = changed(tmp_path, f"{PPS_MEMBER} {cells}")
    found = document(folder, code=1)
    assert list(reasons(found)) == [row(PPS_MEMBER)["nama"]]
    assert reason in reasons(found)[row(PPS_MEMBER)["nama"]]
    assert row(PPS_MEMBER)["nama"] not in paid(found)
    assert found["summary"]["amount"] == PPK + PPS - 1_300_000
    ran = adhoc("honor", str(folder), *AUGUST)
    assert ran.code == 1
    assert f"anggota.csv:{PPS_MEMBER}" in ran.out
    assert reason in ran.out


def test_a_roster_without_a_status_does_not_pay_its_reserve_without_a_word(tmp_path: Path) -> None:
    folder = changed(tmp_path)
    text = (folder / "anggota.csv").read_text(encoding="utf-8")
    member = text.splitlines()[PPS_MEMBER - 1]
    nik = row(PPS_MEMBER)["nik"]
    other = f"{nik[:-2]}77"
    with (folder / "anggota.csv").open("a", encoding="utf-8") as file:
        file.write(member.replace(row(PPS_MEMBER)["nama"], "Orang Lain").replace(nik, other) + "\n")
    found = document(folder, code=1)
    assert found["summary"]["excess"] == 1
    ran = adhoc("honor", str(folder), *AUGUST)
    assert "1 orang lebih banyak daripada kuotanya" in ran.out.splitlines()[-1]


def test_a_line_that_cannot_be_read_is_no_pass(tmp_path: Path) -> None:
    folder = changed(tmp_path)
    with (folder / "anggota.csv").open("a", encoding="utf-8") as file:
        file.write('Bu"di,PPS\n')
    ran = adhoc("honor", str(folder), *AUGUST)
    assert ran.code == 1
    assert "1 baris tidak terbaca" in ran.out.splitlines()[-1]


@pytest.mark.parametrize(("said", "people"), [("dibayar", 11), ("tidak", 10)])
def test_a_suspended_member_is_paid_as_the_profile_says(
    tmp_path: Path, said: str, people: int
) -> None:
    settings = f'[ubah.pembayaran]\nnonaktif = "{said}"\n'
    rows = f"{PPS_MEMBER} status=diberhentikan sementara"
    folder = changed(tmp_path, rows, settings=settings)
    found = document(folder, code=int(said == "tidak"))
    assert found["summary"]["people"] == people
    assert all("menurut profil tidak dibayar" in why for why in reasons(found).values())


def test_nobody_is_paid_twice_for_a_day(tmp_path: Path) -> None:
    nik = row(8)["nik"]
    folder = changed(tmp_path, f"11 nik={nik}, nama={row(8)['nama']}")
    found = document(folder, code=1)
    whys = [one["reason"] for one in found["apart"]]
    assert [why.split(",")[0] for why in whys] == [
        "orang yang sama juga di anggota.csv:11", "orang yang sama juga di anggota.csv:8"
    ]  # fmt: skip


def test_a_move_within_the_month_is_paid_in_two_rows(tmp_path: Path) -> None:
    nik, name = row(8)["nik"], row(8)["nama"]
    folder = changed(
        tmp_path,
        "8 status=diberhentikan, tanggal_selesai=2024-08-10, nomor_sk=9/2024",
        f"11 nik={nik}, nama={name}, tanggal_mulai=2024-08-11",
    )
    amounts = [one["amount"] for one in document(folder)["payees"] if one["name"] == name]
    assert amounts == [1_300_000 * 10 // 31, 1_300_000 * 21 // 31]


def test_active_rows_of_another_time_are_counted_and_told(tmp_path: Path) -> None:
    folder = changed(tmp_path, "8 tanggal_selesai=2024-07-10", "9 tanggal_mulai=2024-09-02")
    found = document(folder)
    assert (found["summary"]["ended"], found["summary"]["ahead"]) == (1, 1)
    said = adhoc("honor", str(folder), *AUGUST).out
    assert "1 baris aktif sudah selesai sebelum bulan ini" in said


# -- forms -----------------------------------------------------------------------------------------


def test_a_csv_has_a_row_for_everybody_and_plain_numbers(tmp_path: Path) -> None:
    folder = changed(tmp_path, f"{PPS_MEMBER} status=meninggal")
    ran = adhoc("honor", str(folder), *AUGUST, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert len(rows) == 11
    assert sum(int(one["amount"] or 0) for one in rows) == PPK + PPS - 1_300_000
    assert [one["amount"] for one in rows if one["reason"]] == [""]


def test_no_number_of_a_person_is_in_any_form(clean: Path) -> None:
    for form in ("plain", "json", "csv", "md"):
        said = adhoc("honor", str(clean), *AUGUST, "--format", form, "--show-personal").out
        for one in base_members():
            assert one["nik"] not in said
            assert one["telepon"] not in said


def test_the_workbook_has_a_sheet_for_each_kecamatan_with_numbers_and_totals(
    tmp_path: Path,
) -> None:
    rows = secretariat_rows("SEKRETARIAT PPK", "33.23.01")
    folder = made(tmp_path / "daftar", Example(add={"anggota": rows}))
    out = tmp_path / "honor.xlsx"
    assert as_a_process("honor", str(folder), *AUGUST, "-o", str(out)) == Ran(0, "", "")
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    book = CalamineWorkbook.from_path(str(out))
    assert book.sheet_names == ["Ringkasan", "Bulu", "Tarif"]
    lines = book.get_sheet_by_name("Bulu").to_python()
    at = lines[0].index("Jumlah (Rp)")
    people = [line for line in lines[1:] if line[0] != ""]
    assert [line[0] for line in people] == list(range(1, 15))
    totals = {line[1]: line[at] for line in lines if str(line[1]).startswith("Jumlah")}
    secretariat = 1_850_000 + 2 * 1_300_000
    assert totals == {
        "Jumlah PPK": PPK,
        "Jumlah PPS": PPS,
        "Jumlah SEKRETARIAT PPK": secretariat,
        "Jumlah": PPK + PPS + secretariat,
    }
    assert sum(int(str(line[at]).split(".")[0]) for line in people) == totals["Jumlah"]


def test_the_pdf_is_the_list_to_sign(tmp_path: Path) -> None:
    settings = '[kop]\nbaris = ["KOMISI PEMILIHAN UMUM", "KABUPATEN TEMANGGUNG"]\n'
    folder = changed(tmp_path, settings=settings)
    out = tmp_path / "honor.pdf"
    assert as_a_process("honor", str(folder), *AUGUST, "-o", str(out)) == Ran(0, "", "")
    first, second = (page.extract_text() for page in PdfReader(out).pages)
    for text in (
        "KOMISI PEMILIHAN UMUM", "DAFTAR PENERIMAAN HONORARIUM", "Bulan Agustus 2024", "1.", "2.",
        "Jumlah halaman ini", "Jumlah PPK", "11.300.000", "Bendahara",
        "Terbilang: Sebelas juta tiga ratus ribu rupiah.", "sebelum pajak (PPh)",
        "01/08/2024 - 31/08/2024", row(2)["nama"],
    ):  # fmt: skip
        assert text in first
    assert "pph =" not in first, "what is for the operator is no part of a paper"
    assert "Jumlah Kecamatan Bulu" not in first
    assert "Jumlah Kecamatan Bulu" in second
    assert "19.500.000" in second


def test_a_long_list_goes_on_and_is_totalled_on_each_page(tmp_path: Path) -> None:
    people = tuple(
        {**row(8), "nama": f"Warga Nomor{at}", "nik": "", "telepon": ""} for at in range(20)
    )
    folder = made(tmp_path / "daftar", Example(add={"anggota": people}))
    out = tmp_path / "honor.pdf"
    assert adhoc("honor", str(folder), *AUGUST, "--body", "PPS", "-o", str(out)).code == 1
    pages = [page.extract_text() for page in PdfReader(out).pages]
    assert len(pages) == 2
    assert all("Jumlah halaman ini" in page for page in pages)
    assert ["Terbilang" in page for page in pages] == [False, True]


def test_without_the_extra_a_pdf_is_refused_with_what_to_install(clean: Path) -> None:
    code = "import sys; sys.modules['fpdf'] = None; from adhoc_cli.__main__ import main; main()"
    ran = subprocess.run(
        [sys.executable, "-c", code, "honor", str(clean), *AUGUST, "-o", str(clean / "x.pdf")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert 'pipx install --force ".[docx,pdf]"' in ran.stderr


def test_an_empty_and_a_wrong_folder(tmp_path: Path) -> None:
    assert adhoc("honor", str(tmp_path), *AUGUST).code == 3
    assert adhoc("honor", str(tmp_path / "tidak-ada"), *AUGUST).code == 3
    assert adhoc("honor", str(tmp_path)).code == 2


def test_head_ends_it_quietly_and_any_locale_does(clean: Path) -> None:
    piped = f"{PROGRAM[0]} honor {clean} --month 2024-08 --format csv | head -1"
    env = {"LC_ALL": "C", "PATH": "/usr/bin:/bin"}
    ran = subprocess.run(
        piped, shell=True, capture_output=True, text=True, env=env, check=False
    )  # a pipe is what is tested
    assert (ran.stderr, ran.stdout.count("\n")) == ("", 1)


def test_both_languages(clean: Path) -> None:
    said = adhoc("honor", str(clean), *AUGUST, "--lang", "en").out
    assert "Honoraria of August 2024" in said
    assert said.rstrip().endswith("Result: Month: August 2024 · 11 people · Rp19,500,000")


def test_large_sums_in_words() -> None:
    assert in_words(2_439_150_000, "id") == (
        "dua miliar empat ratus tiga puluh sembilan juta seratus lima puluh ribu"
    )
    assert in_words(1_001_000, "id") == "satu juta seribu"
    assert in_words(1_000_001, "en") == "one million and one"


# -- random rosters, counted once more by hand -----------------------------------------------------

RATES = {"PPK": (2_500_000, 2_200_000), "PPS": (1_500_000, 1_300_000)}
OATHS = {"PPK": date(2024, 5, 16), "PPS": date(2024, 5, 26)}
END = date(2025, 1, 27)


def by_hand(one: dict[str, str], year: int, month: int) -> int:
    """Counted day by day."""
    days = monthrange(year, month)[1]
    every = [date(year, month, day) for day in range(1, days + 1)]
    first = date.fromisoformat(one["tanggal_mulai"]) if one["tanggal_mulai"] else date.min
    last = date.fromisoformat(one["tanggal_selesai"]) if one["tanggal_selesai"] else date.max
    oath = OATHS[one["badan"]]
    served = sum(first <= day <= last and oath <= day <= END for day in every)
    rate = RATES[one["badan"]][one["jabatan"] == "anggota"]
    return rate * served // days


@pytest.mark.parametrize("seed", range(6))
def test_the_parts_are_the_total_on_random_rosters(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    people: list[dict[str, str]] = []
    for number in range(40):
        body = rng.choice(["PPK", "PPS"])
        begins = date(2024, 5, 1) + timedelta(rng.randrange(300))
        ends = begins + timedelta(rng.randrange(200))
        people.append(
            {
                "nama": f"Warga Nomor{number}",
                "badan": body,
                "jabatan": rng.choice(["ketua", "anggota"]),
                "kode_wilayah": "33.23.01" if body == "PPK" else "33.23.01.2016",
                "status": "aktif",
                "tanggal_mulai": rng.choice(["", begins.isoformat()]),
                "tanggal_selesai": rng.choice(["", ends.isoformat()]),
            }
        )
    folder = made(
        tmp_path / "daftar", example(drop="2-23")._replace(add={"anggota": tuple(people)})
    )
    for year, month in ((2024, 5), (2024, 6), (2024, 9), (2025, 1)):
        found = document(folder, code=None, month=f"{year}-{month:02}")
        expected = {one["nama"]: by_hand(one, year, month) for one in people}
        assert paid(found) == {name: amount for name, amount in expected.items() if amount}
        assert found["summary"]["amount"] == sum(expected.values())
        assert sum(one["sum"]["amount"] for one in found["lists"]) == sum(expected.values())
