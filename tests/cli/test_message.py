"""`adhoc message`: whom to call about what, the text for each, and the link that opens WhatsApp."""

from __future__ import annotations

import csv
import io
import json
import re
import stat
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from adhoc_cli.rules.examples import Example, base_members, example
from tests.cli.conftest import made
from tests.cli.running import DAY, PROGRAM
from tests.cli.running import adhoc as as_a_process
from tests.cli.running import inside as adhoc
from tests.examples import secretariat_rows
from tests.schemas import keeps_its_schema

# Lines of the base roster: of the PPK its ketua, of the PPS of Wonosari its ketua and two others.
PPK_CHAIR, PPK_MEMBER, PPS_CHAIR, PPS_MEMBER, PPS_RESERVE = 2, 3, 7, 8, 18
WONOSARI = "33.23.01.2016"


def row(line: int) -> dict[str, str]:
    return base_members()[line - 2]


def document(folder: Path, about: str, *arguments: str) -> dict[str, Any]:
    ran = adhoc("message", str(folder), "--about", about, *DAY, *arguments, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    found: dict[str, Any] = json.loads(ran.out)
    keeps_its_schema(found)
    return found


def calls(folder: Path, about: str, *arguments: str) -> dict[str, dict[str, Any]]:
    """Those who are called, by name."""
    return {one["name"]: one for one in document(folder, about, *arguments)["calls"]}


def text(one: dict[str, Any]) -> str:
    return "\n".join(part["text"] for part in one["parts"])


def changed(tmp_path: Path, *rows: str, **more: Any) -> Path:
    return made(tmp_path / "daftar", example(*rows, **more))


# -- whom to call about data -----------------------------------------------------------------------


def test_a_member_is_asked_for_what_his_row_lacks(tmp_path: Path) -> None:
    folder = changed(tmp_path, f"{PPS_MEMBER} nik=, jenis_kelamin=X")
    found = calls(folder, "data")
    assert list(found) == [row(PPS_MEMBER)["nama"]]
    said = text(found[row(PPS_MEMBER)["nama"]])
    assert "- NIK: belum tertulis\n- jenis kelamin: perlu dicocokkan" in said
    assert "anggota PPS Desa Wonosari, Kecamatan Bulu" in said
    assert "Kami dari KPU Kabupaten Temanggung." in said


def test_a_wrong_nik_is_asked_for_and_never_quoted(tmp_path: Path) -> None:
    folder = changed(tmp_path, f"{PPS_MEMBER} nik=332301460685")
    ran = adhoc("message", str(folder), "--about", "data", *DAY, "--show-personal")
    assert "NIK: perlu dicocokkan" in ran.out
    assert "332301460685" not in ran.out


def test_who_has_no_number_is_asked_for_through_the_chair(tmp_path: Path) -> None:
    folder = changed(tmp_path, f"{PPS_MEMBER} telepon=, nik=")
    found = calls(folder, "data")
    assert list(found) == [row(PPS_CHAIR)["nama"]]
    said = text(found[row(PPS_CHAIR)["nama"]])
    assert f"- {row(PPS_MEMBER)['nama']} (anggota PPS Desa Wonosari, Kecamatan Bulu)" in said
    assert "NIK" not in said, "what else his row lacks is told to himself alone"


def test_a_chair_without_a_number_is_asked_for_through_the_body_above(tmp_path: Path) -> None:
    folder = changed(tmp_path, f"{PPS_CHAIR} telepon=0812")
    assert list(calls(folder, "data")) == [row(PPK_CHAIR)["nama"]]


def test_where_nobody_has_a_number_the_row_says_so(tmp_path: Path) -> None:
    folder = changed(tmp_path, f"{PPS_MEMBER},{PPS_CHAIR},{PPK_CHAIR} telepon=")
    found = document(folder, "data", "--show-personal")
    assert found["summary"] == {"people": 3, "without_number": 3}
    for one in found["calls"]:
        assert one["phone"] is None
        assert [part["link"] for part in one["parts"]] == [None]
    shown = adhoc("message", str(folder), "--about", "data", *DAY, "--format", "csv").out
    assert shown.count("tanpa nomor: lengkapi telepon di anggota.csv") == 3


def test_a_suspended_member_is_told_nothing(tmp_path: Path) -> None:
    folder = changed(tmp_path, f"{PPS_MEMBER} nik=, status=diberhentikan sementara")
    for about in ("data", "vacancy", "bimtek", "coordination"):
        assert row(PPS_MEMBER)["nama"] not in json.dumps(document(folder, about))


def test_who_left_is_told_nothing(tmp_path: Path) -> None:
    folder = changed(tmp_path, f"{PPS_MEMBER} nik=, status=mengundurkan diri")
    assert not calls(folder, "data")


# -- vacant seats ----------------------------------------------------------------------------------


def test_the_next_in_rank_alone_is_asked(tmp_path: Path) -> None:
    folder = changed(tmp_path, drop="9")
    found = calls(folder, "vacancy")
    assert list(found) == [row(PPS_RESERVE)["nama"]]
    one = found[row(PPS_RESERVE)["nama"]]
    assert "berada pada peringkat 4" in text(one)
    assert one["status"] == "cadangan"


def test_a_reserve_without_a_number_is_not_passed_over(tmp_path: Path) -> None:
    folder = changed(tmp_path, f"{PPS_RESERVE} telepon=", drop="9")
    found = calls(folder, "vacancy")
    assert list(found) == [row(PPS_RESERVE)["nama"]]
    assert found[row(PPS_RESERVE)["nama"]]["phone"] is None


def test_where_nobody_is_left_the_ppk_is_asked_and_no_kades(tmp_path: Path) -> None:
    kades = f"+pemangku kode_wilayah={WONOSARI}, peran=kades, nama=Sugondo, telepon=081290001111"
    folder = changed(tmp_path, kades, drop="9 18-20")
    found = calls(folder, "vacancy")
    assert list(found) == [row(PPK_CHAIR)["nama"]]
    said = text(found[row(PPK_CHAIR)["nama"]])
    assert "- PPS Desa Wonosari, Kecamatan Bulu: 1 orang" in said
    assert "bukan penetapan" in said
    assert row(9)["nama"] not in said, "nobody is told whose seat it was"


def test_of_a_secretariat_the_chair_of_its_body_is_asked(tmp_path: Path) -> None:
    rows = secretariat_rows("SEKRETARIAT PPK", "33.23.01")[:2]
    folder = made(tmp_path / "daftar", Example(add={"anggota": rows}))
    found = calls(folder, "vacancy", "--body", "SEKRETARIAT PPK")
    assert list(found) == [row(PPK_CHAIR)["nama"]]
    said = text(found[row(PPK_CHAIR)["nama"]])
    assert "- SEKRETARIAT PPK Kecamatan Bulu: 1 orang" in said
    assert "daftar tunggu" not in said, "a secretariat has no list of reserves"


def test_of_a_kpps_the_pps_decides_in_its_pleno() -> None:
    folder = Path("data/temanggung-pemungutan")
    found = document(folder, "vacancy", "--as-of", "2024-11-20")["calls"]
    assert [(one["body"], one["role"]) for one in found] == [("PPS", "ketua")]
    assert "- KPPS TPS 3 Kelurahan Kowangan, Kecamatan Temanggung: 1 orang" in text(found[0])
    assert "rapat pleno PPS" in text(found[0])


def test_where_nobody_serves_the_row_names_the_body(tmp_path: Path) -> None:
    folder = changed(tmp_path, drop="2-6 13-17")
    one = document(folder, "vacancy", "--body", "PPK")["calls"][0]
    assert (one["name"], one["body"]) == (None, "PPK")
    shown = adhoc("message", str(folder), "--about", "vacancy", "--body", "PPK", *DAY).out
    assert "belum ada ketua atau sekretaris di daftar" in shown


def test_the_office_writes_to_reserves_by_its_own_template(tmp_path: Path) -> None:
    folder = changed(tmp_path, drop="9")
    (folder / "templat").mkdir()
    (folder / "templat" / "whatsapp.id.txt").write_text("Halo {{ calon.nama }} {{ calon.telepon }}")
    said = text(next(iter(calls(folder, "vacancy", "--show-personal").values())))
    assert said.startswith(f"Halo {row(PPS_RESERVE)['nama']} ")
    assert "****" in said, "no number stands in a text, whoever asks for it"


def test_the_office_writes_to_everybody_else_by_another_one(tmp_path: Path) -> None:
    folder = changed(tmp_path, f"{PPS_MEMBER} nik=, nama={{{{ 7+7 }}}}")
    (folder / "templat").mkdir()
    lines = "{% for satu in bagian %}{{ satu.perihal }}: {{ satu.baris[0] }}{% endfor %}"
    (folder / "templat" / "pesan.id.txt").write_text("Halo {{ nama }}!\n" + lines)
    said = text(next(iter(calls(folder, "data").values())))
    assert said.startswith("Halo {{ 7+7 }}!\ndata: - ")


def test_a_faulty_template_is_told_with_its_line(tmp_path: Path) -> None:
    folder = changed(tmp_path, drop="9")
    (folder / "templat").mkdir()
    (folder / "templat" / "whatsapp.id.txt").write_text("Halo\n{{ calon.umur }}")
    ran = adhoc("message", str(folder), "--about", "vacancy", *DAY)
    assert (ran.code, ran.out) == (2, "")
    assert "templat/whatsapp.id.txt:2" in ran.err


# -- training --------------------------------------------------------------------------------------

EVENTS = "kegiatan,tanggal,nik,hadir,tempat,jam,untuk_badan\n"


def trained(tmp_path: Path, *rows: str) -> Path:
    data = (EVENTS + "\n".join(rows) + "\n").encode()
    return made(tmp_path / "daftar", Example(files={"bimtek.csv": data}))


def test_who_is_expected_at_the_next_training_is_invited(tmp_path: Path) -> None:
    folder = trained(
        tmp_path,
        "Bimtek PPK,2024-06-20,,,Pendopo,08.00-16.00,PPK",
        "Bimtek lanjutan,2024-06-27,,,Aula,,PPK",
    )
    found = calls(folder, "bimtek")
    assert len(found) == 5
    for one in found.values():
        assert "- Bimtek PPK, tanggal 20 Juni 2024, pukul 08.00-16.00, di Pendopo" in text(one)
        assert "lanjutan" not in text(one)


def test_who_was_absent_from_the_last_one_is_asked(tmp_path: Path) -> None:
    present = [f"Bimtek PPK,2024-05-17,{row(line)['nik']},ya,,," for line in (2, 4, 5, 6)]
    absent = f"Bimtek PPK,2024-05-17,{row(PPK_MEMBER)['nik']},tidak,,,"
    folder = trained(tmp_path, "Bimtek PPK,2024-05-17,,,,,PPK", *present, absent)
    found = calls(folder, "bimtek")
    assert list(found) == [row(PPK_MEMBER)["nama"]]
    assert "belum diikuti:\n- Bimtek PPK, tanggal 17 Mei 2024" in text(next(iter(found.values())))


def test_without_an_event_that_is_said(tmp_path: Path) -> None:
    ran = adhoc("message", str(changed(tmp_path)), "--about", "bimtek", *DAY)
    assert ran.code == 0
    assert "bimtek.csv" in ran.out


# -- coordination ----------------------------------------------------------------------------------


def test_the_chair_is_told_whom_to_meet_until_when(tmp_path: Path) -> None:
    found = calls(changed(tmp_path), "coordination", "--region", WONOSARI)
    assert list(found) == [row(PPS_CHAIR)["nama"]]
    said = text(next(iter(found.values())))
    assert re.search(r"^- kades \(PPS-01\): .* batas waktu 2 Juni 2024$", said, re.MULTILINE)
    assert "Desa Wonosari, Kecamatan Bulu" in said


def test_without_a_chair_the_ppk_is_told_and_the_place_is_named(tmp_path: Path) -> None:
    folder = changed(tmp_path, drop=str(PPS_CHAIR))
    found = calls(folder, "coordination", "--region", WONOSARI)
    assert list(found) == [row(PPK_CHAIR)["nama"]]
    assert "\nPPS Desa Wonosari, Kecamatan Bulu\n" in text(next(iter(found.values())))


# -- the calendar ----------------------------------------------------------------------------------


@pytest.mark.parametrize("about", ["data", "vacancy", "bimtek", "coordination"])
@pytest.mark.parametrize("day", ["2024-05-01", "2025-03-01"])
def test_outside_a_term_there_is_the_calendar_and_no_text(
    tmp_path: Path, about: str, day: str
) -> None:
    folder = changed(tmp_path, f"{PPS_MEMBER} nik=", drop="9")
    ran = adhoc("message", str(folder), "--about", about, "--as-of", day, "--format", "json")
    found = json.loads(ran.out)
    assert found["calls"] == []
    assert [one["body"] for one in found["outside"]] == ["PPK", "PPS"]
    shown = adhoc("message", str(folder), "--about", about, "--as-of", day).out
    assert "PPK" in shown
    assert "Yth." not in shown


# -- links and personal data -----------------------------------------------------------------------


def test_a_link_decodes_to_exactly_the_text(tmp_path: Path) -> None:
    folder = changed(tmp_path, f"{PPS_MEMBER} nik=, telepon=0812-9000-7819 / 085600012345")
    (one,) = calls(folder, "data", "--show-personal").values()
    (part,) = one["parts"]
    link = urlsplit(part["link"])
    assert (link.scheme, link.netloc, link.path) == ("https", "wa.me", "/6281290007819")
    assert parse_qs(link.query, strict_parsing=True) == {"text": [part["text"]]}
    assert unquote(link.query.removeprefix("text=")) == part["text"]
    assert "%0A" in link.query
    assert "+" not in link.query


def test_without_show_personal_no_number_and_no_link(tmp_path: Path) -> None:
    folder = changed(tmp_path, f"{PPS_MEMBER} nik=")
    ran = adhoc("message", str(folder), "--about", "data", *DAY)
    assert row(PPS_MEMBER)["telepon"] not in ran.out
    assert "wa.me/" not in ran.out
    assert "--show-personal" in ran.out


def test_a_page_without_numbers_has_no_button_and_says_why(tmp_path: Path) -> None:
    folder = changed(tmp_path, f"{PPS_MEMBER} nik=")
    page = adhoc("message", str(folder), "--about", "data", *DAY, "--format", "html").out
    assert row(PPS_MEMBER)["nama"] in page
    assert row(PPS_MEMBER)["telepon"] not in page
    assert "<a " not in page
    assert page.index("--show-personal") < page.index("<article")


@pytest.mark.parametrize("ending", ["html", "csv", "json", "xlsx", "txt", "md", "ndjson"])
def test_files_are_for_their_owner_alone(tmp_path: Path, ending: str) -> None:
    folder, path = changed(tmp_path, f"{PPS_MEMBER} nik="), tmp_path / f"pesan.{ending}"
    arguments = ("--about", "data", *DAY, "--show-personal", "-o", str(path))
    ran = as_a_process("message", str(folder), *arguments)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.stat().st_size


def test_a_csv_row_is_a_message(tmp_path: Path) -> None:
    folder = changed(tmp_path, f"{PPS_MEMBER} nik=")
    arguments = ("--about", "data", *DAY, "--show-personal", "--format", "csv")
    (line,) = csv.DictReader(io.StringIO(adhoc("message", str(folder), *arguments).out))
    assert (line["name"], line["phone"]) == (row(PPS_MEMBER)["nama"], row(PPS_MEMBER)["telepon"])
    assert unquote(line["link"].partition("?text=")[2]) == line["text"]
    assert (line["part"], line["parts"]) == ("1", "1")


def test_texts_hold_no_personal_data_of_anybody(tmp_path: Path) -> None:
    every = f"2-12 nik={row(2)['nik']}, jenis_kelamin=X"
    folder = changed(tmp_path, every, f"{PPS_MEMBER} telepon=", drop="9")
    secrets = {one[key] for one in base_members() for key in ("nik", "telepon", "alamat")} - {""}
    for about in ("data", "vacancy", "coordination"):
        for one in document(folder, about, "--show-personal")["calls"]:
            assert not [secret for secret in secrets if secret in text(one)]


# -- forms -----------------------------------------------------------------------------------------


def test_a_screen_shows_ten_and_says_how_many_more() -> None:
    arguments = ("data/temanggung-bermasalah", "--about", "data", *DAY)
    shown = adhoc("message", *arguments).out
    assert shown.count("Terima kasih.") == 10
    more = re.search(r"^(\d+) orang lagi: --limit 0", shown, re.MULTILINE)
    assert more
    assert int(more[1]) == adhoc("message", *arguments, "--limit", "0").out.count("Yth.") - 10


def test_region_body_and_limit_choose(tmp_path: Path) -> None:
    folder = changed(tmp_path, "2-12 nik=")
    assert len(calls(folder, "data")) == 11
    assert len(calls(folder, "data", "--body", "PPK")) == 5
    assert len(calls(folder, "data", "--region", WONOSARI)) == 3
    found = document(folder, "data", "--limit", "2")
    assert (len(found["calls"]), found["left_out"], found["summary"]["people"]) == (2, 9, 11)


def test_english_says_the_same(tmp_path: Path) -> None:
    folder = changed(tmp_path, f"{PPS_MEMBER} nik=")
    said = text(next(iter(calls(folder, "data", "--lang", "en").values())))
    assert said.startswith("Dear M")
    assert "- NIK: not written yet" in said


def test_the_subject_has_to_be_named(tmp_path: Path) -> None:
    ran = adhoc("message", str(changed(tmp_path)), *DAY)
    assert (ran.code, ran.out) == (2, "")
    assert "--about" in ran.err


def test_a_folder_that_cannot_be_read(unreadable: Path, tmp_path: Path) -> None:
    for folder in (unreadable, tmp_path / "tidak-ada"):
        ran = adhoc("message", str(folder), "--about", "data", *DAY)
        assert ran.code == 3
        assert ran.err


def test_a_journal_that_cannot_be_read(tmp_path: Path) -> None:
    folder = changed(tmp_path)
    (folder / "koordinasi.csv").write_bytes(b"PK\x03\x04")
    ran = adhoc("message", str(folder), "--about", "coordination", *DAY)
    assert (ran.code, ran.out) == (3, "")


def test_the_installed_command_in_a_plain_locale() -> None:
    arguments = ("data/temanggung-bermasalah", "--about", "vacancy", *DAY)
    ran = as_a_process("message", *arguments, env={"LC_ALL": "C"}, program=PROGRAM)
    assert ran.code == 0
    assert "Yth." in ran.out
    cut = as_a_process("message", *arguments, "--limit", "0", redirect="| head -1")
    assert cut.err == ""


def test_without_a_readable_roster_the_last_line_is_no_all_clear(tmp_path: Path) -> None:
    ran = adhoc("message", str(tmp_path), "--about", "vacancy", *DAY)
    assert ran.code == 3
    assert "tidak lengkap" in ran.out.splitlines()[-1]


def test_a_column_that_the_roster_lacks_is_named(tmp_path: Path) -> None:
    folder = changed(tmp_path)
    path = folder / "anggota.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        columns = [name for name in rows[0] if name != "telepon"]
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    assert "telepon" in document(folder, "data")["absent"]
    for form in ("table", "html"):
        ran = adhoc("message", str(folder), "--about", "data", *DAY, "--format", form)
        assert "tidak memuat kolom telepon" in ran.out
    assert document(folder, "vacancy")["absent"] == []
