"""`adhoc members` as lists by place, contact cards, and counts."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from adhoc_cli.output.formats import names
from adhoc_cli.rules.examples import Example
from tests.cli.conftest import made
from tests.cli.running import DAY
from tests.cli.running import inside as adhoc
from tests.forms import TEXT_FORMS

if TYPE_CHECKING:
    from docx.document import Document


def test_the_columns_asked_for_in_their_order(clean: Path) -> None:
    ran = adhoc("members", "--columns", "HP,nama,nama_wilayah", "--format", "csv", cwd=clean)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[:2] == [
        "telepon,nama,nama_wilayah",
        "0812****0000,Wagiman Pitutur,Bulu",
    ]
    read = json.loads(adhoc("members", "--columns", "nama", "--format", "json", cwd=clean).out)
    assert list(read["members"][0]) == ["file", "line", "region", "nama"]


def test_one_list_a_place(clean: Path) -> None:
    at = ("--per", "desa", "--columns", "nama,telepon", "--status", "aktif")
    out = adhoc("members", *at, cwd=clean).out
    place, table = out.index("Wonosari (33.23.01.2016)\n---"), out.index("Warsini Kembangan")
    assert place < table < out.index("Pakurejo (33.23.01.2013)\n---")
    by_body = adhoc("members", "--per", "badan", cwd=clean).out
    assert by_body.index("\nPPK\n---") < by_body.index("\nPPS\n---")
    rows = adhoc("members", "--per", "kecamatan", "--format", "csv", cwd=clean).out.splitlines()
    assert len(rows) == 23


def test_a_column_that_the_files_lack_is_told(clean: Path) -> None:
    ran = adhoc("members", "--columns", "nama,desa", "--lang", "en", cwd=clean)
    assert "Columns that the member files do not have: desa." in ran.out


def test_contact_cards(clean: Path, tmp_path: Path) -> None:
    file = tmp_path / "bulu.vcf"
    at = ("--region", "Wonosari", "--status", "aktif", "--format", "vcf", "--show-personal")
    ran = adhoc("members", *at, "-o", str(file), cwd=clean)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert file.stat().st_mode & 0o777 == 0o600
    cards = file.read_bytes().decode()
    assert cards.count("BEGIN:VCARD\r\nVERSION:3.0\r\n") == cards.count("END:VCARD\r\n") == 3
    assert "FN:Warsini Kembangan\r\nORG:PPS Wonosari\r\nTITLE:ketua\r\n" in cards
    assert "TEL;TYPE=CELL:+6281290005585\r\n" in cards
    assert "3323" not in cards.replace("33.23.01.2016", "")  # no NIK


def test_cards_are_for_those_who_ask_for_personal_data(clean: Path) -> None:
    ran = adhoc("members", "--format", "vcf", "--lang", "en", cwd=clean)
    assert (ran.code, ran.out) == (2, "")
    assert "Contact cards hold whole phone numbers: add --show-personal." in ran.err


@pytest.mark.parametrize("command", ["check", "quota", "replace", "profiles"])
def test_no_other_command_has_cards(clean: Path, command: str) -> None:
    ran = adhoc(command, "--format", "vcf", "--lang", "en", cwd=clean)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(f"must be one of: {', '.join(names(command))}.\n")
    with_cards = f"must be one of: {', '.join(names('members'))}."
    assert with_cards in adhoc("members", "--format", "x", "--lang", "en", cwd=clean).err


def test_women_and_men(tmp_path: Path) -> None:
    folder = made(tmp_path / "x", Example(change={"anggota:3": {"jenis_kelamin": ""}}))
    ran = adhoc("members", str(folder), *DAY, "--summary", "--format", "csv")
    assert (ran.code, ran.err) == (0, "")
    rows = {row["body"]: row for row in csv.DictReader(io.StringIO(ran.out))}
    ppk = rows["PPK"]
    assert (ppk["men"], ppk["women"], ppk["unknown"], ppk["total"]) == ("3", "1", "1", "5")
    assert ppk["women_percent"] == "20"
    assert rows["PPS"]["women_percent"] == "50"


@pytest.mark.parametrize("form", TEXT_FORMS)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_count_in_every_form(clean: Path, form: str, lang: str) -> None:
    ran = adhoc("members", "--summary", "--format", form, "--lang", lang, cwd=clean)
    assert (ran.code, ran.err) == (0, "")
    assert "Wagiman" not in ran.out
    if form == "json":
        assert json.loads(ran.out)["schema"] == "adhoc.members-summary/1"


def test_the_count_of_some(clean: Path) -> None:
    def total(*arguments: str) -> int:
        at = ("members", "--summary", *arguments, "--format", "json")
        number: int = json.loads(adhoc(*at, cwd=clean).out)["summary"]["total"]
        return number

    assert total() == 11
    assert total("--status", "cadangan") == 11
    assert total("--body", "PPS") == 6
    assert total("--region", "Wonosari") == 3


@pytest.mark.parametrize(
    "wrong",
    [
        ("--columns", "nama,gaji"),
        ("--columns", ","),
        ("--per", "rt"),
        ("--summary", "--per", "desa"),
        ("--summary", "--columns", "nama"),
        ("--summary", "--format", "vcf", "--show-personal"),
        ("--columns", "nama", "--format", "vcf", "--show-personal"),
    ],
    ids=" ".join,
)
def test_what_is_refused(clean: Path, wrong: tuple[str, ...]) -> None:
    ran = adhoc("members", *wrong, cwd=clean)
    assert (ran.code, ran.out) == (2, "")
    assert "\nKesalahan: " in ran.err


def test_a_count_of_what_cannot_be_read(unreadable: Path) -> None:
    ran = adhoc("members", str(unreadable), *DAY, "--summary")
    assert ran.code == 3
    assert ran.err.startswith("desa.csv:1: ")


# -- the attachment of a decree --------------------------------------------------------------------


def _attachment(clean: Path, tmp_path: Path, *more: str) -> Document:
    docx = pytest.importorskip("docx")
    pytest.importorskip("docxtpl")
    file = tmp_path / "lampiran.docx"
    ran = adhoc("members", "--status", "aktif", *more, *DAY, "-o", str(file), cwd=clean)
    assert (ran.code, ran.out) == (0, "")
    assert file.stat().st_mode & 0o777 == 0o600
    read: Document = docx.Document(str(file))
    return read


def test_the_attachment_of_a_decree_has_a_table_for_each_place(clean: Path, tmp_path: Path) -> None:
    read = _attachment(clean, tmp_path, "--lang", "id")
    said = [one.text for one in read.paragraphs]
    assert said[:2] == ["LAMPIRAN", "KEPUTUSAN KOMISI PEMILIHAN UMUM KABUPATEN TEMANGGUNG"]
    places = [text for text in said if text.startswith(("Kecamatan", "Desa"))]
    assert places[0] == "Kecamatan Bulu"
    assert "Desa Wonosari, Kecamatan Bulu" in places
    assert len(read.tables) == len(places)
    rows = [[cell.text for cell in row.cells] for row in read.tables[1].rows]
    assert rows[0][:3] == ["No.", "Nama", "L/P"]
    assert [row[0] for row in rows[1:]] == ["1", "2", "3"]
    listed = json.loads(
        adhoc("members", "--status", "aktif", "--format", "json", *DAY, cwd=clean).out
    )
    assert sum(len(one.rows) - 1 for one in read.tables) == listed["summary"]["members"]


def test_the_attachment_by_an_own_template_masks_what_is_personal(
    clean: Path, tmp_path: Path
) -> None:
    docx = pytest.importorskip("docx")
    made, template = docx.Document(), tmp_path / "kop.docx"
    inner = "{% for orang in satu.anggota %}{{ orang.nomor }} {{ orang.nik }};{% endfor %}"
    made.add_paragraph(f"{{% for satu in tempat %}}{inner}{{% endfor %}} {{{{ jumlah }}}}")
    made.save(template)
    at = ("--region", "Wonosari", "--template", str(template))
    masked = _attachment(clean, tmp_path, *at).paragraphs[0].text
    shown = _attachment(clean, tmp_path, *at, "--show-personal").paragraphs[0].text
    assert masked.startswith("1 ************")
    assert re.match(r"1 3323\d{12};2 ", shown)
    assert masked.endswith(" 3")


def test_an_attachment_that_cannot_be_made_is_refused(
    clean: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("docxtpl")
    file, template = str(tmp_path / "x.docx"), str(tmp_path / "tiada.docx")
    for wrong, said in (
        (("--summary", "-o", file), "--summary and --format docx"),
        (("--columns", "nama", "-o", file), "--columns and --format docx"),
        (("--template", template), "add -o letter.docx"),
        (("--template", template, "-o", file), "tiada.docx: there is no such template"),
    ):
        ran = adhoc("members", *wrong, "--lang", "en", cwd=clean)
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err
    monkeypatch.setattr("adhoc_cli.cli.word._MOST", 3)
    ran = adhoc("members", "-o", file, "--lang", "en", cwd=clean)
    assert ran.code == 2
    assert "at most 3 people, and here are" in ran.err
    assert not Path(file).exists()
