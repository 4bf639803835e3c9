"""The workbook of a report: every cell as another library reads it, and as the XML says it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adhoc_cli.output.document import Column, Document, Tone
from adhoc_cli.output.formats import xlsx
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import Cell, Records, Sheet, View, Workbook
from adhoc_cli.output.views.report.reported import Reported
from adhoc_cli.output.views.report.topics import TOPICS
from adhoc_cli.output.views.report.view import ReportView
from adhoc_cli.text.words import Lang
from tests.browser.pages import recorded
from tests.output.hostile import HOSTILE
from tests.output.report_views import reported, small, some_news
from tests.output.rosters import LANGS, written
from tests.output.workbooks import (
    MAIN,
    dates,
    formulas,
    made,
    of_view,
    parts,
    sheets,
    table,
    trees,
)

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Sheets(View):
    """A view of nothing but these sheets."""

    personal = False

    def __init__(self, *given: Sheet) -> None:
        self.given = given
        self.speaker = Speaker("id", personal=True)

    def workbook(self) -> Workbook:
        """As given."""
        return Workbook("Judul & <b>", "Pokok", date(2024, 6, 10), "id", self.given)

    def document(self) -> Document:
        """Not asked for."""
        return Document()

    def data(self) -> dict[str, Any]:
        """Not asked for."""
        return {}

    def records(self) -> Records:
        """Not asked for."""
        return Records((), ())


def one_sheet(*rows: tuple[Cell, ...], notes: tuple[str, ...] = ()) -> bytes:
    columns = [Column(f"k{number}") for number in range(len(rows[0]))]
    return of_view(Sheets(Sheet("x", columns, rows, notes=notes)))


def values(data: bytes) -> list[list[Any]]:
    (rows,) = sheets(data).values()
    return rows[1:]


def visible(text: str) -> str:
    """What XML cannot hold, as it is written instead."""
    return _FORBIDDEN.sub(lambda match: _escaped(match[0]), text)


def _escaped(char: str) -> str:
    return f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}"


# -- beside the JSON -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def problem() -> tuple[Any, Any]:
    """The JSON and the sheets of the same report."""
    told = Reported(recorded(), None, "x", "y", None)
    document = json.loads(written(ReportView(told, Speaker("id")), "json"))
    return document, sheets(made(told))


def test_sheets_are_those_of_the_topics(problem: Any) -> None:
    told, speaker = Reported(recorded(), None, "x", "y", None), Speaker("id")
    tables = {table.name for topic in TOPICS for table in topic.sheets(told, speaker)}
    untitled = [name for name in tables if not speaker.has(f"report.sheet.{name}")]
    assert not untitled, "text/id.txt and en.txt want a line `report.sheet.<name>`"
    first, *sheets = problem[1]
    assert first == speaker.say("report.sheet.summary") == "Ringkasan"
    assert {*sheets} == {speaker.say(f"report.sheet.{name}") for name in tables}
    assert len(sheets) == len(tables)


def test_seats(problem: Any) -> None:
    document, book = problem
    rows = [row for row in table(book["Kuota"]) if row["Kecamatan"] != "Jumlah"]
    told = [seats for seats in document["seats"] if seats["units"] or seats["filled"]]
    for row, seats in zip(rows, told, strict=True):
        place = seats["kecamatan"] or {"code": "", "name": "di luar kecamatan terdaftar"}
        assert list(row.values())[:9] == [
            place["code"], place["name"], seats["body"], seats["units"], seats["complete"],
            seats["required"], seats["filled"], seats["vacant"], seats["excess"],
        ]  # fmt: skip
        assert row["Bagian"] == pytest.approx(1 - seats["vacant"] / seats["required"])
    totals = [row for row in table(book["Kuota"]) if row["Kecamatan"] == "Jumlah"]
    bodies = document["summary"]["bodies"]
    assert {row["Badan"]: row["Terisi"] for row in totals} == {
        body: tally["filled"] for body, tally in bodies.items()
    }


def test_gaps_with_whom_to_call(problem: Any) -> None:
    document, book = problem
    for row, gap in zip(table(book["Kekurangan"]), document["gaps"], strict=True):
        assert list(row.values())[:7] == [
            gap["body"], gap["region"]["code"], gap["region"]["name"], gap["tps"] or "",
            gap["required"], gap["filled"], gap["vacant"],
        ]  # fmt: skip
        first = gap["call"][0] if gap["call"] else dict.fromkeys(("name", "role", "rank", "phone"))
        assert [row["Hubungi"], row["Sebagai"], row["Peringkat"], row["Telepon"]] == [
            first["name"] or "", first["role"] or "", first["rank"] or "", first["phone"] or "",
        ]  # fmt: skip
        assert row["Masih ada"] == ", ".join(
            f"{one['name']} ({one['role']})" for one in gap["present"]
        )
        assert all(one["name"] in row["Berikutnya"] for one in gap["call"][1:])


def test_findings(problem: Any) -> None:
    document, book = problem
    rows = table(book["Temuan"])
    for row, found in zip(rows, document["findings"], strict=True):
        place, person = found["region"] or {}, found["person"] or {}
        assert [row["Kode"], row["Berkas"], row["Baris"], row["Kolom"], row["Badan"]] == [
            found["code"], *(found[key] or "" for key in ("file", "line", "column", "body")),
        ]  # fmt: skip
        assert row["Kode wilayah"] == place.get("code", "")
        assert row["Wilayah"] == place.get("name", "")
        assert row["Orang"] == visible(person.get("name", ""))
        assert row["NIK"] == (person.get("nik") or "")
        assert row["Pesan"] == found["message"]
        assert row["Perbaikan"] == found["fix"]
    assert len(rows) > 150


def test_rules(problem: Any) -> None:
    document, book = problem
    rows = [
        (row["Kode"], row["Diperiksa"], row["Temuan"], row["Dikecualikan"])
        for row in table(book["Aturan"])
    ]
    assert rows == [
        (rule["code"], rule["checked"], rule["failed"], rule["waived"])
        for rule in document["rules"]
    ]


def test_women_and_men(problem: Any) -> None:
    document, book = problem
    rows = [row for row in table(book["Perempuan-Laki-laki"]) if row["Kecamatan"] != "Jumlah"]
    for row, heads in zip(rows, document["women_men_kecamatan"], strict=True):
        assert list(row.values())[:7] == [
            heads["kecamatan"]["code"], heads["kecamatan"]["name"], heads["body"],
            heads["women"], heads["men"], heads["unknown"], heads["total"],
        ]  # fmt: skip
        percent = heads["women_percent"]
        share = row["Perempuan %"]
        assert (None if share == "" else round(share * 100)) == percent


def test_secretariats_and_training(problem: Any) -> None:
    document, book = problem
    rows = table(book["Sekretariat"])
    assert dates(rows, "Batas waktu") == [state["deadline"] for state in document["secretariats"]]
    for row, state in zip(rows, document["secretariats"], strict=True):
        assert [row["Badan"], row["Satuan"], row["Lengkap"], row["Kuota"], row["Terisi"]] == [
            state[key] for key in ("body", "units", "complete", "required", "filled")
        ]
        assert row["Sisa hari"] == state["days_left"]
    for row, event in zip(table(book["Kegiatan bimtek"]), document["events"], strict=True):
        told = [event[key] for key in ("expected", "present", "absent", "unknown")]
        assert list(row.values())[1:] == [event["name"], ", ".join(event["bodies"]), *told]
    for row, state in zip(table(book["Bimtek"]), document["training"], strict=True):
        assert [row["Badan"], row["Anggota"], row["Sudah"]] == [
            state["body"], state["members"], state["trained"],
        ]  # fmt: skip


def test_coordination_and_what_is_overdue(problem: Any) -> None:
    document, book = problem
    told = [
        [place["region"]["code"], body, counts["total"], counts["done"], counts["overdue"],
         counts["overdue_by_law"], place["desa"]]
        for place in document["coordination_kecamatan"]
        for body, counts in place["bodies"].items()
    ]  # fmt: skip
    keys = ("Kode", "Badan", "Kegiatan", "Terlaksana", "Terlambat", "Menurut aturan", "Desa")
    rows = [row for row in table(book["Koordinasi"]) if row["Kecamatan"] != "Jumlah"]
    assert [[row[key] for key in keys] for row in rows] == told
    rows = table(book["Terlambat"])
    assert dates(rows, "Batas waktu") == [late["due"] for late in document["overdue"]]
    assert [(row["Kode wilayah"], row["Kegiatan"], row["Lewat"]) for row in rows] == [
        (late["region"]["code"], late["item"], late["days"]) for late in document["overdue"]
    ]


def test_deadlines_and_waivers_and_files(problem: Any) -> None:
    document, book = problem
    rows = table(book["Tanggal penting"])
    assert dates(rows, "Tanggal") == [ahead["day"] for ahead in document["deadlines"]]
    assert [row["Sisa hari"] for row in rows] == [one["days_left"] for one in document["deadlines"]]
    rows = table(book["Pengecualian"])
    assert dates(rows, "Sampai") == [waiver["until"] for waiver in document["waivers"]]
    assert [row["Alasan"] for row in rows] == [waiver["reason"] for waiver in document["waivers"]]
    rows = table(book["Berkas"])[: len(document["inputs"])]
    assert [list(row.values()) for row in rows] == [
        [file["file"], file["rows"], file["accepted"], file["rejected"], "", file["sha256"]]
        for file in document["inputs"]
    ]


def test_the_summary_holds_the_same_numbers(problem: Any) -> None:
    document, book = problem
    rows = {row["Hal"]: (row["Nilai"], row["Dari"]) for row in table(book["Ringkasan"])}
    assert rows["Per tanggal"][0].isoformat() == document["as_of"]
    assert rows["Kesalahan"][0] == document["summary"]["errors"]
    for body, tally in document["summary"]["bodies"].items():
        assert rows[f"Kuota terisi {body}"] == (tally["filled"], tally["required"])
    for body, counts in document["coordination"]["bodies"].items():
        assert rows[f"Koordinasi {body}"] == (counts["done"], counts["total"])


def test_news_have_a_sheet() -> None:
    one = small()
    book = sheets(made(reported(one, some_news(one)), "en"))
    states = [row["State"] for row in table(book["New-Solved"])]
    assert states == [
        *["new"] * 2, *["solved"] * 2, "now waived", "no longer checked", *["still open"] * 23,
        "", "V209 Malformed mobile number: from 12,000 to 12,345",
        "V211 Suspicious name or text: from 11,000 to 10,500",
    ]  # fmt: skip
    assert dates(table(book["New-Solved"]), "Since")[2:4] == ["2024-05-20", "2024-06-08"]


@pytest.mark.parametrize("lang", LANGS)
def test_both_languages_have_the_same_numbers(lang: Lang) -> None:
    one = small()
    book = sheets(made(reported(one, some_news(one)), lang))
    numbers = [
        [[cell for cell in row if not isinstance(cell, str)] for row in rows]
        for rows in book.values()
    ]
    other = sheets(made(reported(one, some_news(one)), "id"))
    assert numbers == [
        [[cell for cell in row if not isinstance(cell, str)] for row in rows]
        for rows in other.values()
    ]


# -- the file --------------------------------------------------------------------------------------


def test_two_runs_give_the_same_bytes() -> None:
    told = reported(small(), some_news(small()))
    assert made(told) == made(told)


def test_the_file_says_what_it_is_and_of_which_day() -> None:
    core = parts(made(reported(small())))["docProps/core.xml"].decode()
    assert "<dc:title>Laporan Badan Adhoc</dc:title>" in core
    assert "(pilkada-2024)</dc:subject>" in core
    assert core.count("2024-06-10T00:00:00Z") == 2
    assert "lastModifiedBy>adhoc-cli<" in core


def test_every_sheet_can_be_filtered_scrolled_and_printed() -> None:
    found = trees(made(reported(small(), some_news(small()))))
    papers = [tree for name, tree in found.items() if name.startswith("xl/worksheets/sheet")]
    assert len(papers) > 10
    for tree in papers:
        (pane,) = tree.iter(f"{MAIN}pane")
        assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
        assert tree.find(f"{MAIN}autoFilter") is not None
        page = tree.find(f"{MAIN}pageSetup")
        assert page is not None
        assert page.get("orientation") == "landscape"
        assert page.get("paperSize") == "9"
        assert page.get("fitToHeight") == "0"
        assert "&P / &N" in "".join(tree.itertext())
    names = found["xl/workbook.xml"].iter(f"{MAIN}definedName")
    titles = [one for one in names if one.get("name") == "_xlnm.Print_Titles"]
    assert len(titles) == len(papers)


def test_what_is_wrong_stands_out_by_its_value() -> None:
    found = trees(made(reported(small())))
    rules = [rule for tree in found.values() for rule in tree.iter(f"{MAIN}cfRule")]
    assert {rule.get("type") for rule in rules} == {"cellIs", "dataBar"}
    assert len(rules) > 10


def test_codes_and_phones_are_texts_numbers_are_numbers_days_are_days() -> None:
    told = reported(small())
    book = sheets(made(told, personal=True))
    row = table(book["Kekurangan"])[0]
    assert (row["Kode wilayah"], row["Telepon"]) == ("33.23.01.2016", "081290017872")
    assert isinstance(row["Kuota"], int)
    assert isinstance(table(book["Tanggal penting"])[0]["Tanggal"], date)
    styles = trees(made(told))["xl/styles.xml"]
    texts = {one.get("numFmtId") for one in styles.iter(f"{MAIN}xf")}
    assert {"49", "9"} <= texts  # "@", "0%"


def test_nothing_runs_and_nothing_reaches_outside() -> None:
    assert not formulas(made(reported(small(), some_news(small()))))
    assert not formulas(one_sheet(*((text,) for text in HOSTILE)))


# -- texts -----------------------------------------------------------------------------------------


def test_every_hostile_text_comes_back_exactly_or_as_a_visible_escape() -> None:
    rows = values(one_sheet(*((text,) for text in HOSTILE)))
    for text, (cell, *_) in zip(HOSTILE, rows, strict=False):
        assert cell == visible(text)
    assert sum(bool(_FORBIDDEN.search(text)) for text in HOSTILE) >= 8


@given(st.text(alphabet=st.characters(), max_size=40))
def test_any_text_comes_back(text: str) -> None:
    data = one_sheet(("x", text), ("x", "y"))
    cell = values(data)[0][1]
    assert cell == visible(text)
    assert not formulas(data)


@pytest.mark.parametrize("text", ["<r><t>x</t></r>", "<r>", "<r></r>", "<r><f>1+1</f></r>"])
def test_a_text_that_looks_like_our_own_xml_is_a_text(text: str) -> None:
    """XlsxWriter writes what begins with <r> and ends with </r> as it stands."""
    data = one_sheet((text, "x"))
    assert values(data)[0] == [text, "x"]
    assert b"<f>" not in parts(data)["xl/sharedStrings.xml"]


def test_a_text_that_cannot_stand_there_is_told_apart() -> None:
    data = one_sheet(("Siti\x1b[31m", "Siti\\x1b[31m"), ("x", "y"))
    rows = values(data)
    assert rows[0] == ["Siti\\x1b[31m", "Siti\\x1b[31m"]
    assert "1 sel miring berlatar kuning memuat karakter" in rows[2][0]
    sheet = trees(data)["xl/worksheets/sheet1.xml"]
    style = {cell.get("r"): cell.get("s") for cell in sheet.iter(f"{MAIN}c")}
    assert style["A2"] != style["B2"] == style["B3"]


@pytest.mark.parametrize("text", ["S" * 32_767, "S" * 32_768, "𝔖" * 20_000, "S" * 100_000])
def test_a_text_that_is_too_long_is_cut_and_says_so(text: str) -> None:
    rows = values(one_sheet((text, "x")))
    cell = rows[0][0]
    units = len(cell.encode("utf-16-le")) // 2
    if len(text.encode("utf-16-le")) // 2 <= 32_767:
        assert cell == text
        assert len(rows) == 1
    else:
        assert cell.endswith("…")
        assert text.startswith(cell[:-1])
        assert 32_766 <= units <= 32_767
        assert "1 sel miring berlatar kuning dipotong pada 32.767" in rows[1][0]


def test_more_rows_than_a_sheet_has_are_counted_below_it() -> None:
    with patch.object(xlsx, "ROWS", 20):
        sheet = Sheet("x", [Column("a")], ((n,) for n in range(100)), [(7,)], keys=1)
        rows = values(of_view(Sheets(sheet)))
    assert [row[0] for row in rows[:-2]] == list(range(17))
    assert rows[-2] == [7]
    assert rows[-1][0].startswith("… dan 83 baris lagi")
    assert len(rows) + 1 == 20


def test_a_sheet_that_is_just_full_says_nothing() -> None:
    with patch.object(xlsx, "ROWS", 20):
        rows = values(of_view(Sheets(Sheet("x", [Column("a")], [(n,) for n in range(18)]))))
    assert [row[0] for row in rows] == list(range(18))


def test_names_of_sheets_are_such_that_excel_opens_them() -> None:
    wanted = ["[]:*?/\\", "a" * 40, "A" * 40, "'x'", "History", "", "x\x00y", "Kursi", "kursi"]
    data = of_view(Sheets(*(Sheet(name, [Column("k")], []) for name in wanted)))
    names = list(sheets(data))
    assert len({name.casefold() for name in names}) == len(wanted)
    for name in names:
        assert 0 < len(name) <= 31
        assert not re.search(r"[\[\]:*?/\\\x00-\x1f]", name)
        assert not name.startswith("'")
        assert name.casefold() != "history"


def test_our_own_names_stay_as_they_are() -> None:
    one = small()
    for lang in LANGS:
        speaker = Speaker(lang)
        view = ReportView(reported(one, some_news(one)), speaker)
        assert list(sheets(of_view(view))) == [sheet.name for sheet in view.workbook().sheets]


def test_an_empty_sheet_keeps_its_header_and_its_filter() -> None:
    columns = [Column("Kode"), Column("Kosong", tone=Tone.BAD)]
    data = of_view(Sheets(Sheet("x", columns, [])))
    assert list(sheets(data).values()) == [[["Kode", "Kosong"]]]


def test_columns_are_as_wide_as_what_stands_in_them() -> None:
    data = one_sheet(("x" * 30, 1, "x" * 500))
    widths = [
        float(column.get("width", 0)) for column in
        trees(data)["xl/worksheets/sheet1.xml"].iter(f"{MAIN}col")
    ]  # fmt: skip
    assert 30 < widths[0] < 35
    assert 8 <= widths[1] < 10
    assert 55 < widths[2] < 65


def test_the_extra_is_imported_for_a_workbook_only() -> None:
    code = (
        "import sys; from adhoc_cli.output.formats import names; names('report');"
        "assert not {'xlsxwriter', 'jinja2', 'pandas', 'numpy'} & set(sys.modules), sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


def test_whole_findings_are_held_back_by_the_limit_and_it_says_so() -> None:
    told = replace(reported(small()), limit=1)
    rows = table(sheets(made(told))["Temuan"])
    assert [row["Kode"] for row in rows if row["Kode"] == "C951"] == ["C951"]
    assert any("C951: 1 dari 14 temuan" in row["Kode"] for row in rows)
