"""`adhoc replace`: for people, for programs, its letters, and failing."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from adhoc_cli.rules.examples import Example
from tests.cli.conftest import made
from tests.cli.running import DAY, Ran
from tests.cli.running import inside as adhoc
from tests.forms import TEXT_FORMS
from tests.output.command_views import SUCCESSION

_PHONE = "081290018989"  # of a candidate


@pytest.fixture(scope="module")
def vacant(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three vacant seats: one with a candidate, one with two of a rank, one with nobody."""
    return made(tmp_path_factory.mktemp("replace") / "kosong", SUCCESSION)


def test_for_people(vacant: Path) -> None:
    ran = adhoc("replace", str(vacant), *DAY, "--lang", "en")
    assert (ran.code, ran.err) == (1, "")
    assert "→ 1 of 2 candidates of one rank: Tukinem Sawahan" in ran.out
    assert "skipped: Samidi Gunungsari (rank 4): aged 12 on voting day" in ran.out
    assert "The list is exhausted: " in ran.out
    assert "Result: 3 vacant seats · 2 with a candidate · 1 without a candidate" in ran.out
    assert _PHONE not in ran.out
    assert _PHONE in adhoc("replace", str(vacant), *DAY, "--show-personal").out


def test_a_seat_that_somebody_is_appointed_to_asks_for_nobody(tmp_path: Path) -> None:
    gone = {"status": "mengundurkan diri", "tanggal_selesai": "2024-06-05"}
    new = {"status": "aktif", "tanggal_mulai": "2024-07-01"}
    folder = made(tmp_path / "kantor", Example(change={"anggota:8": gone, "anggota:18": new}))
    ran = adhoc("replace", str(folder), *DAY, "--lang", "en", "--letters", str(tmp_path / "surat"))
    assert "appointed already: Samidi Gunungsari (rank 4, begins 1 July 2024)" in ran.out
    assert "→ proposed" not in ran.out
    assert [*tmp_path.glob("surat/*")] == []
    flat = adhoc("replace", str(folder), *DAY, "--format", "csv").out
    outcomes = [row["outcome"] for row in csv.DictReader(io.StringIO(flat))]
    assert outcomes == ["coming", "further", "further"]
    said = adhoc("message", str(folder), "--about", "vacancy", *DAY, "--format", "json").out
    assert json.loads(said)["calls"] == []


def test_a_secretariat_has_no_list_that_could_be_short(tmp_path: Path) -> None:
    folder = made(tmp_path / "kantor", Example(settings='badan = ["SEKRETARIAT PPK"]\n'))
    counted = adhoc("replace", str(folder), *DAY).out.partition("\nBadan")[2]
    assert "PPS" in counted
    assert "SEKRETARIAT" not in counted
    assert "SEKRETARIAT" not in adhoc("replace", str(folder), *DAY, "--reserve").out


def test_for_programs(vacant: Path) -> None:
    ran = adhoc("replace", str(vacant), *DAY, "--format", "json")
    assert (ran.code, ran.err) == (1, "")
    read = json.loads(ran.out)
    assert read["schema"] == "adhoc.replace/1"
    assert (read["summary"]["vacant"], read["summary"]["open"]) == (3, 1)
    first = read["vacancies"][0]
    assert first["proposals"][0]["candidates"][0]["rank"] == 7
    assert first["skipped"][0]["skips"][0]["why"] == "unreachable"
    flat = adhoc("replace", str(vacant), *DAY, "--format", "csv").out
    outcomes = [row["outcome"] for row in csv.DictReader(io.StringIO(flat))]
    assert outcomes.count("tied") == 2
    assert outcomes.count("nobody") == 1


def test_it_changes_nothing(vacant: Path) -> None:
    before = {file: file.read_bytes() for file in vacant.iterdir()}
    assert adhoc("replace", str(vacant), *DAY).code == 1
    assert {file: file.read_bytes() for file in vacant.iterdir()} == before


def test_the_exit_code_is_about_seats_without_a_candidate(
    vacant: Path, clean: Path, gap: Path
) -> None:
    assert adhoc("replace", str(clean), *DAY).code == 0
    assert adhoc("replace", str(gap), *DAY).code == 0  # vacant, and somebody comes next
    assert adhoc("replace", str(vacant), *DAY, "--body", "PPK").code == 0
    assert adhoc("replace", str(vacant), *DAY, "--region", "Wonosari").code == 0
    assert adhoc("replace", str(vacant), *DAY, "--region", "Pakurejo", "-q") == Ran(1, "", "")
    assert adhoc("replace", str(vacant), *DAY, "--fail-on", "never", "-q") == Ran(0, "", "")


def test_the_reserve_place_by_place(vacant: Path) -> None:
    ran = adhoc("replace", str(vacant), *DAY, "--reserve", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    left = {row["region_code"]: (row["usable"], row["left"]) for row in rows}
    assert left == {
        "33.23.01": ("4", "3"),
        "33.23.01.2016": ("2", "1"),
        "33.23.01.2013": ("0", "0"),
    }


@pytest.mark.parametrize("letter", ["berita-acara", "whatsapp"])
@pytest.mark.parametrize("form", TEXT_FORMS)
def test_letters_are_printed(vacant: Path, letter: str, form: str) -> None:
    for lang in ("id", "en"):
        at = ("replace", str(vacant), *DAY, "--letter", letter, "--format", form, "--lang", lang)
        ran = adhoc(*at)
        assert (ran.code, ran.err) == (1, "")
        assert "Tukinem Sawahan" in ran.out
        assert _PHONE not in ran.out


def test_letters_are_written_and_never_over_others(vacant: Path, tmp_path: Path) -> None:
    folder = tmp_path / "surat"
    at = ("replace", str(vacant), *DAY, "--letters", str(folder), "--lang", "en")
    ran = adhoc(*at)
    assert (ran.code, ran.err) == (1, "")
    assert f"6 drafts written to {folder}." in ran.out
    names = sorted(file.name for file in folder.iterdir())
    assert names == [
        "berita-acara-ppk-bulu-33.23.01.txt",
        "berita-acara-pps-pakurejo-33.23.01.2013.txt",
        "berita-acara-pps-wonosari-33.23.01.2016.txt",
        "whatsapp-ppk-bulu-33.23.01-7-siti-31m-bold-merah.txt",
        "whatsapp-pps-wonosari-33.23.01.2016-5-tukinem-sawahan.txt",
        "whatsapp-pps-wonosari-33.23.01.2016-5-wakijan-sidodadi.txt",
    ]
    assert {file.stat().st_mode & 0o777 for file in folder.iterdir()} == {0o600}
    held = {file: file.read_bytes() for file in folder.iterdir()}
    again = adhoc(*at)
    assert (again.code, again.out) == (2, "")
    assert again.err.startswith("Error: Nothing was written: the folder ")
    assert again.err.count("\n") == 1
    assert {file: file.read_bytes() for file in folder.iterdir()} == held


def test_one_kind_of_letter_is_written(vacant: Path, tmp_path: Path) -> None:
    folder = tmp_path / "surat"
    at = ("--letters", str(folder), "--letter", "whatsapp", "-q")
    assert adhoc("replace", str(vacant), *DAY, *at) == Ran(1, "", "")
    assert len(list(folder.glob("whatsapp-*"))) == len(list(folder.iterdir())) == 3


def test_letters_do_not_go_through_a_link_or_into_nowhere(vacant: Path, tmp_path: Path) -> None:
    (tmp_path / "tautan").symlink_to(tmp_path)
    (tmp_path / "berkas").write_text("x")
    for name in ("tautan", "berkas", "tidak/ada"):
        ran = adhoc("replace", str(vacant), *DAY, "--letters", str(tmp_path / name))
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("Kesalahan: ")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["berkas", "tautan"]


def test_without_a_vacancy_there_is_no_letter(clean: Path, tmp_path: Path) -> None:
    ran = adhoc("replace", str(clean), *DAY, "--letter", "whatsapp", "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    assert "Nothing is to be written." in ran.out
    assert adhoc("replace", str(clean), *DAY, "--letters", str(tmp_path / "x")).code == 0
    assert not (tmp_path / "x").exists()


def test_a_faulty_template_is_told_with_its_line(tmp_path: Path) -> None:
    folder = made(tmp_path / "x", SUCCESSION)
    (folder / "templat").mkdir()
    (folder / "templat" / "whatsapp.id.txt").write_text("Yth.\n{{ nama_calon }}\n")
    ran = adhoc("replace", str(folder), *DAY, "--letter", "whatsapp")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Kesalahan: templat/whatsapp.id.txt:2: ")
    assert adhoc("replace", str(folder), *DAY).code == 1  # nobody asked for a letter


def test_what_cannot_be_read_is_told(unreadable: Path, tmp_path: Path) -> None:
    ran = adhoc("replace", str(unreadable), *DAY)
    assert ran.code == 3
    assert ran.err.startswith("desa.csv:1: ")
    assert "kuota tidak dapat dihitung" in ran.out
    absent = adhoc("replace", str(tmp_path / "x"), *DAY)
    assert (absent.code, absent.out) == (3, "")


def test_bodies_and_places_are_known(vacant: Path) -> None:
    for wrong in (("--body", "PPX"), ("--region", "Buluh"), ("--letter", "surat")):
        ran = adhoc("replace", str(vacant), *DAY, *wrong)
        assert (ran.code, ran.out) == (2, "")
        assert "\nKesalahan: " in ran.err


def test_a_term_that_is_over_is_told(vacant: Path) -> None:
    ran = adhoc("replace", str(vacant), "--as-of", "2025-03-01", "--lang", "en")
    assert "the term of PPK, PPS ended on 27 January 2025" in ran.out


def test_a_name_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    folder = made(
        tmp_path / "x",
        Example(drop=("anggota:9",), change={"anggota:18": {"nama": "../../etc/passwd"}}),
    )
    at = ("--letters", str(tmp_path / "s"), "--letter", "whatsapp", "-q")
    assert adhoc("replace", str(folder), *DAY, *at).code == 0
    names = [file.name for file in (tmp_path / "s").iterdir()]
    assert names == ["whatsapp-pps-wonosari-33.23.01.2016-4-etc-passwd.txt"]


# -- Word ------------------------------------------------------------------------------------------

_ONE = (*DAY, "--region", "33.23.01", "--body", "PPK", "--lang", "en")


def _template(path: Path, text: str = "{{ kantor }}: {{ tempat }}") -> Path:
    docx = pytest.importorskip("docx")
    made = docx.Document()
    made.add_paragraph(text)
    made.save(path)
    return path


def _said(path: Path) -> list[str]:
    docx = pytest.importorskip("docx")
    return [one.text for one in docx.Document(str(path)).paragraphs]


def test_a_letter_is_a_word_file_by_the_ending(vacant: Path, tmp_path: Path) -> None:
    pytest.importorskip("docxtpl")
    at = ("replace", str(vacant), *_ONE, "--letter", "berita-acara")
    plain, own = tmp_path / "polos.docx", tmp_path / "surat.docx"
    ran = adhoc(*at, "-o", str(plain))
    assert (ran.code, ran.out) == (0, "")
    assert "BERITA ACARA" in _said(plain)
    template = _template(tmp_path / "kop.docx")
    assert adhoc(*at, "-o", str(own), "--template", str(template)).code == 0
    assert _said(own) == ["KPU Kabupaten Temanggung: Kecamatan Bulu"]
    assert {file.stat().st_mode & 0o077 for file in (plain, own)} == {0}


def test_the_letterhead_of_the_office_stands_above_and_gives_no_number(
    tmp_path: Path,
) -> None:
    pytest.importorskip("docxtpl")
    folder, file = made(tmp_path / "kosong", SUCCESSION), tmp_path / "x.docx"
    head = 'baris = ["KPU Contoh & Co <b>", "HP 081290018989", "satu\\u001b[31mdua"]'
    (folder / "adhoc.toml").write_text(f"[kop]\n{head}\n")
    at = ("--letter", "berita-acara", "-o", str(file))
    assert adhoc("replace", str(folder), *_ONE, *at).code == 0
    first, second, third = _said(file)[:3]
    assert first == "KPU Contoh & Co <b>"
    assert second == "HP ********8989"
    assert third == "satu\\x1b[31mdua"


def test_every_berita_acara_is_written_as_a_word_file(vacant: Path, tmp_path: Path) -> None:
    template = _template(tmp_path / "kop.docx")
    at = ("replace", str(vacant), *DAY, "--letters")
    ran = adhoc(*at, str(tmp_path / "a"), "--template", str(template), "--lang", "en")
    assert "6 drafts" in ran.out
    endings = sorted(file.suffix for file in (tmp_path / "a").iterdir())
    assert endings == [".docx"] * 3 + [".txt"] * 3
    assert all("KPU Kabupaten" in _said(file)[0] for file in (tmp_path / "a").glob("*.docx"))
    ran = adhoc(*at, str(tmp_path / "b"), "--format", "docx", "--lang", "en")
    assert "Result: 3 vacant seats" in ran.out
    assert len(list((tmp_path / "b").glob("*.docx"))) == 3


def test_what_cannot_be_a_word_file_is_refused(vacant: Path, tmp_path: Path) -> None:
    template = _template(tmp_path / "kop.docx")
    before = template.read_bytes()
    out = str(tmp_path / "x.docx")
    letter = ("--letter", "berita-acara")
    for wrong, said in (
        (("-o", out), "DOCX holds a berita acara: add --letter berita-acara"),
        (("-o", out, "--letter", "whatsapp"), "DOCX holds a berita acara"),
        (("--template", str(template), *letter), "A screen cannot show DOCX: add -o"),
        (("--template", str(template), *letter, "-o", str(template)), "is the template itself"),
        (("--template", str(template), *letter, "-o", out), "holds one letter, and here are 3"),
    ):
        ran = adhoc("replace", str(vacant), *DAY, "--lang", "en", *wrong)
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err
    assert template.read_bytes() == before
    assert not Path(out).exists()


def test_a_faulty_word_template_is_told_with_its_paragraph(vacant: Path, tmp_path: Path) -> None:
    template, out = _template(tmp_path / "kop.docx", "Kami {{ kantorr }}"), tmp_path / "x.docx"
    at = ("--letter", "berita-acara", "--template", str(template), "-o", str(out))
    ran = adhoc("replace", str(vacant), *_ONE, *at)
    assert ran.code == 2
    assert 'kop.docx: the template uses "kantorr"' in ran.err
    assert 'in the paragraph "Kami {{ kantorr }}"' in ran.err
    assert "kantor_lengkap" in ran.err
    assert not out.exists()


def test_without_the_extra_word_is_one_clear_line(
    vacant: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docxtpl", None)
    at = ("--letter", "berita-acara", "-o", str(tmp_path / "x.docx"))
    ran = adhoc("replace", str(vacant), *_ONE, *at)
    assert (ran.code, ran.out) == (2, "")
    assert 'pipx install --force ".[docx,pdf]"' in ran.err
    assert adhoc("replace", str(vacant), *_ONE, "--letter", "berita-acara").code == 0
