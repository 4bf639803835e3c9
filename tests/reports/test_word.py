"""Letters as Word files: an office's own template, the text without one, and what is refused."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from adhoc_cli.reports.letters.contents import names_of
from adhoc_cli.reports.letters.drafts import drafts
from adhoc_cli.reports.letters.faults import TemplateFault
from adhoc_cli.reports.letters.word import NoDocx, Word
from adhoc_cli.reports.letters.write import Letter, Writer
from adhoc_cli.rules.examples import base_members
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.unseen import on_one_line
from adhoc_cli.text.words import LANGUAGES
from tests.reports.test_letters import LAW, one_vacancy

if TYPE_CHECKING:
    from docx.document import Document

docx = pytest.importorskip("docx")
Rows = tuple[tuple[str, ...], ...]
_SURAT = (
    "{{ kantor_lengkap | upper }}",
    "Pada hari ini {{ hari }}, tanggal {{ tanggal_terbilang }} bulan {{ bulan }}",
    "{%p for satu in dasar_hukum %}",
    "{{ loop.index }}. {{ satu }}",
    "{%p endfor %}",
)
_TABLE = (
    ("No", "Nama"),
    ("{%tr for satu in usulan %}", ""),
    ("{%tr for orang in satu.calon %}", ""),
    ("{{ orang.peringkat }}", "{{ orang.nama }}"),
    ("{%tr endfor %}", ""),
    ("{%tr endfor %}", ""),
)


def template(folder: Path, *lines: str, rows: Rows = ()) -> Path:
    """A Word file with these paragraphs, and a table."""
    made, path = docx.Document(), folder / "kop.docx"
    for text in lines:
        made.add_paragraph(text)
    table = made.add_table(rows=len(rows), cols=2)
    for at, row in enumerate(rows):
        for number, text in enumerate(row):
            table.cell(at, number).text = text
    made.save(path)
    return path


def letter(tmp_path: Path, word: Word, **cells: dict[str, str]) -> Document:
    """The berita acara about the vacancy of the base roster, read back."""
    roster, vacancy = one_vacancy(tmp_path, **cells)
    (draft,) = drafts(Writer(roster, "id", word=word), [vacancy], [Letter.BERITA_ACARA])
    assert draft.file == ("docx", draft.docx)
    read: Document = docx.Document(io.BytesIO(draft.docx))
    return read


def words(read: Document) -> list[str]:
    return [one.text for one in read.paragraphs]


def test_an_own_template_is_filled_in_paragraphs_lists_and_tables(tmp_path: Path) -> None:
    read = letter(tmp_path, Word(template(tmp_path, *_SURAT, rows=_TABLE)))
    assert words(read)[:4] == [
        "KOMISI PEMILIHAN UMUM KABUPATEN TEMANGGUNG",
        "Pada hari ini Senin, tanggal sepuluh bulan Juni",
        f"1. {LAW['pilkada-2024']}",
        "2. Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2022",
    ]
    (table,) = read.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows == [["No", "Nama"], ["4", base_members()[16]["nama"]]]


def test_a_field_that_word_split_over_runs_is_one_field(tmp_path: Path) -> None:
    path = template(tmp_path)
    made = docx.Document(path)
    paragraph = made.add_paragraph()
    for part in ("{", "{ kan", "tor }", "}"):
        paragraph.add_run(part).bold = part == "{ kan"
    made.save(path)
    assert "KPU Kabupaten Temanggung" in words(letter(tmp_path, Word(path)))


def test_fields_in_the_head_of_a_page_are_filled_too(tmp_path: Path) -> None:
    path = template(tmp_path)
    made = docx.Document(path)
    made.sections[0].header.paragraphs[0].text = "{{ kantor }}"
    made.save(path)
    read = letter(tmp_path, Word(path))
    assert read.sections[0].header.paragraphs[0].text == "KPU Kabupaten Temanggung"


HOSTILE = [
    "A & B <w:p/> ]]>",
    "{{ 7 * 7 }}",
    "{% for x in y %}",
    "&amp; &#x41; &lt;",
    "Si\u202eti \x1b[31m\x07\x0bAmi\x0cnah",
    "Nu'man \u4e2d \U0001f600",
    "\ufffe\uffff\ufdd0",
]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("own", [True, False])
def test_whatever_a_name_holds_is_text(tmp_path: Path, name: str, own: bool) -> None:
    each = "{% for satu in usulan %}{% for orang in satu.calon %}{{ orang.nama }}"
    path = template(tmp_path, f"{each}{{% endfor %}}{{% endfor %}}") if own else None
    read = letter(tmp_path, Word(path), l18={"nama": name})
    shown = on_one_line(name)
    assert [text for text in words(read) if shown in text]
    if own:
        assert words(read) == [shown]


def test_personal_values_are_masked_unless_asked_for(tmp_path: Path) -> None:
    row = base_members()[16]
    field = "{{ usulan[0].calon[0].nik }} {{ usulan[0].calon[0].telepon }}"
    word = Word(template(tmp_path, field))
    roster, vacancy = one_vacancy(tmp_path)
    said = {}
    for personal in (False, True):
        writer = Writer(roster, "id", personal, word)
        (draft,) = drafts(writer, [vacancy], [Letter.BERITA_ACARA])
        said[personal] = docx.Document(io.BytesIO(draft.docx)).paragraphs[0].text
    assert said[True] == f"{row['nik']} {row['telepon']}"
    assert row["nik"] not in said[False]
    assert row["telepon"] not in said[False]


def test_a_message_stays_text(tmp_path: Path) -> None:
    roster, vacancy = one_vacancy(tmp_path)
    made = drafts(Writer(roster, "id", word=Word()), [vacancy], list(Letter))
    assert {draft.letter: draft.file[0] for draft in made} == {
        Letter.BERITA_ACARA: "docx",
        Letter.WHATSAPP: "txt",
    }


# -- without a template ----------------------------------------------------------------------------


def test_without_a_template_it_is_the_text_of_the_letter(tmp_path: Path) -> None:
    read = letter(tmp_path, Word(letterhead=("KPU KABUPATEN CONTOH", "Jalan Contoh 1")))
    roster, vacancy = one_vacancy(tmp_path / "again")
    text = Writer(roster, "id").berita_acara(vacancy)
    assert text is not None
    said = words(read)
    assert said[:2] == ["KPU KABUPATEN CONTOH", "Jalan Contoh 1"]
    assert [line for line in said[2:] if line] == [
        line.strip() for line in text.splitlines() if line
    ]
    placed = {one.text: one for one in read.paragraphs}
    centre, right = 1, 2
    assert placed["BERITA ACARA"].alignment == centre
    assert placed["BERITA ACARA"].runs[0].bold
    assert placed["I. DASAR HUKUM"].alignment is None
    assert placed["........................, 10 Juni 2024"].alignment == right


# -- what is refused -------------------------------------------------------------------------------

FAULTY = [
    ("{{ kantorr }}", "template.undefined", '"kantor"'),
    ("{% for o in usulan %}{{ o.calonn }}{% endfor %}", "template.undefined", "kursi, calon, seri"),
    ("{{ kantor | uper }}", "template.unknown_filter", '"upper"'),
    ("{{ kantor | safe }}", "template.unknown_filter", '"safe"'),
    ("{% if kosong %}", "template.unclosed", "if"),
    ("{% jika kosong %}", "template.unknown_tag", "jika"),
    ("{{ kantor kabupaten }}", "template.syntax", "miswritten"),
    ("{{ ''.__class__.__mro__ }}", "template.forbidden", "may not"),
    ("{{ kantor.__init__.__globals__ }}", "template.forbidden", "may not"),
    ("{% include '/etc/hostname' %}", "template.forbidden", "may not"),
    ("{% import 'os' as os %}", "template.forbidden", "may not"),
    ("{{ kosong / 0 }}", "template.failed", "ZeroDivisionError"),
    ("{% for x in range(10 ** 9) %}{% endfor %}", "template.failed", "OverflowError"),
]


@pytest.mark.parametrize(("text", "key", "said"), FAULTY, ids=[case[0] for case in FAULTY])
def test_a_faulty_template_is_named_with_its_paragraph(
    tmp_path: Path, text: str, key: str, said: str
) -> None:
    path = template(tmp_path, "Baik.", text, "Juga baik.")
    with pytest.raises(TemplateFault) as raised:
        letter(tmp_path, Word(path))
    fault = raised.value
    assert (fault.key, fault.place) == (key, str(path))
    told = {lang: fault.said(Translator(lang)) for lang in LANGUAGES}
    assert said in told["en"]
    assert told["id"] != told["en"]
    for words_of in told.values():
        assert f'"{text}"' in words_of


def test_an_unknown_field_is_told_with_those_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault) as raised:
        letter(tmp_path, Word(template(tmp_path, "{{ alamat_kantor }}")))
    told = raised.value.said(Translator("id"))
    assert 'memakai "alamat_kantor"' in told
    assert ", ".join(names_of("Surat")) in told


@pytest.mark.parametrize(
    "lines",
    [("{%tr for x in usulan %}", "{%tr endfor %}"), ("x {{r kantor }} {%r if kosong %}",)],
)
def test_a_misplaced_tag_never_makes_a_torn_document(
    tmp_path: Path, lines: tuple[str, ...]
) -> None:
    with pytest.raises(TemplateFault) as raised:
        letter(tmp_path, Word(template(tmp_path, *lines)))
    assert raised.value.key in {"template.unknown_tag", "template.torn", "template.unclosed"}


def test_what_comes_out_torn_is_told_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tear(*_: object, **__: object) -> None:
        ElementTree.fromstring("<w:p>")

    path = template(tmp_path, "x")
    monkeypatch.setattr("docxtpl.DocxTemplate.render", tear)
    with pytest.raises(TemplateFault) as raised:
        letter(tmp_path, Word(path))
    assert raised.value.key == "template.torn"


def packed(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize(
    ("made", "key"),
    [
        (lambda path: path, "template.absent"),
        (lambda path: path.mkdir() or path, "template.unreadable"),
        (lambda path: path.write_bytes(b"halo") and path, "template.not_docx"),
        (lambda path: path.write_bytes(b"PK\x03\x04" * 9) and path, "template.not_docx"),
        (lambda path: packed(path, isi=b"halo"), "template.not_docx"),
        (lambda path: path.write_bytes(b"x" * (9 << 20)) and path, "template.too_large"),
        (lambda path: packed(path, isi=b"0" * (65 << 20)), "template.too_large"),
    ],
    ids=["nothing", "folder", "text", "cut", "another zip", "large", "bomb"],
)
def test_what_is_no_word_file_is_told_before_it_is_used(
    tmp_path: Path, made: Callable[[Path], Path], key: str
) -> None:
    path = made(tmp_path / "kop.docx")
    with pytest.raises(TemplateFault) as raised:
        letter(tmp_path, Word(path))
    assert (raised.value.key, raised.value.place) == (key, str(path))


def test_without_the_extra_there_is_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docxtpl", None)
    with pytest.raises(NoDocx):
        Word()
