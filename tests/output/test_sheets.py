"""Printed sheets: one page each, whatever the names; nothing of a cell becomes markup."""

from __future__ import annotations

import re
import time
from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.checklist.board import State
from adhoc_cli.checklist.items import Due, Planned
from adhoc_cli.checklist.place import Tick
from adhoc_cli.checklist.read import read_journal
from adhoc_cli.checklist.sheets import MOST_LINES, Sheet, sheets_of
from adhoc_cli.models.finding import Region
from adhoc_cli.output.sheets import csv, html
from adhoc_cli.output.sheets.page import Printed, printed
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.profiles.checklist import Item
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.examples import Example
from adhoc_cli.text.words import Lang, Words
from tests.examples import roster_of
from tests.output.rosters import LANGS

LONG = "Kampung Sumbersari Wetan Karanganyar Kidul A"  # 44 characters
DAY = date(2024, 6, 10)


def sheet(name: str = LONG, lines: int = 11, purpose: str = "Sowan") -> Sheet:
    made = tuple(
        Tick(planned, ("kades",), State.OPEN, None, None, (), planned.due)
        for n in range(1, lines + 1)
        for planned in (_planned(n, purpose),)
    )
    region = Region("33.23.01.2016", name)
    return Sheet(region, Region("33.23.01", "Bulu"), "PPS", Words("Panitia", "Committee"), made)


def _planned(number: int, purpose: str) -> Planned:
    item = Item.model_construct(badan="PPS", tujuan_id=purpose, tujuan_en=purpose)
    return Planned(f"PPS-{number:02}", item, "desa", Due(DAY, DAY, number == 2), (None, None))


def pages(*sheets: Sheet, lang: Lang = "id", letterhead: tuple[str, ...] = ("KPU",)) -> Printed:
    speaker = Speaker(lang)
    made = printed(sheets, speaker, letterhead=letterhead, profile="pilkada-2024", as_of=DAY)
    assert not speaker.missing
    return made


@pytest.mark.parametrize("lang", LANGS)
def test_every_item_has_its_line_and_every_body_its_page(tmp_path: Path, lang: Lang) -> None:
    roster = roster_of(tmp_path, Example())
    journal = read_journal(tmp_path)
    made = list(sheets_of(roster, journal, bodies=("PPK", "PPS")))
    assert [(one.body, one.region.code) for one in made] == [
        ("PPK", "33.23.01"),
        ("PPS", "33.23.01.2016"), ("PPS", "33.23.01.2013"),
    ]  # fmt: skip
    assert [line.planned.id for line in made[0].lines] == [
        key for key in roster.profile.checklist.active if key.startswith("PPK")
    ]
    text = html.write(pages(*made, lang=lang)).decode()
    assert text.count('<section class="page">') == 3
    assert "http" not in text  # nothing is fetched


def test_a_region_has_its_own_sheet_and_those_within(tmp_path: Path) -> None:
    roster: Roster = roster_of(tmp_path, Example())
    journal = read_journal(tmp_path)
    within = sheets_of(roster, journal, region="33.23.01", bodies=("PPS",))
    assert len(list(within)) == 2
    assert len(list(sheets_of(roster, journal, region="33.23.01.2013", bodies=("PPS",)))) == 1


def test_many_items_go_on_on_another_page(tmp_path: Path) -> None:
    items = "".join(
        f'[ubah.butir.PPK-{n}]\nbadan = "PPK"\npemangku = ["camat"]\ntujuan_id = "x"\n'
        'tujuan_en = "x"\n'
        for n in range(50, 60)
    )
    roster = roster_of(tmp_path, Example(settings=items))
    made = list(sheets_of(roster, read_journal(tmp_path), bodies=("PPK",)))
    every = sum(item.badan == "PPK" for item in roster.profile.checklist.active.values())
    assert [(one.part, one.parts, len(one.lines)) for one in made] == [
        (1, 2, MOST_LINES), (2, 2, every - MOST_LINES),
    ]  # fmt: skip


def test_names_are_no_markup() -> None:
    text = html.write(pages(sheet("<script>alert(1)</script> & \x1b"), letterhead=("<b>x",)))
    assert b"<script>" not in text
    assert b"&lt;script&gt;" in text
    assert b"<b>x" not in text
    assert b"\x1b" not in text


def test_csv_is_no_formula() -> None:
    text = csv.write([sheet("=HYPERLINK(1)")], "id").decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in text


def pdf_bytes(made: Printed) -> bytes:
    pytest.importorskip("fpdf")
    from adhoc_cli.output.sheets import pdf

    return pdf.write(made)


def count(data: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", data))


@pytest.mark.parametrize("lines", [1, 11, MOST_LINES])
def test_one_page_each(lines: int) -> None:
    long = "Mengusulkan, melalui PPK dan KPU, nama sekretaris dan staf sekretariat; " * 3
    letterhead = ("KOMISI PEMILIHAN UMUM", "KABUPATEN TEMANGGUNG", "Jalan Contoh 1")
    made = pages(sheet(lines=lines, purpose=long), sheet(lines=lines), letterhead=letterhead)
    assert count(pdf_bytes(made)) == 2


def test_letters_that_the_font_lacks_are_visible_escapes() -> None:
    assert count(pdf_bytes(pages(sheet("Desa \u0130 \u65e5\u672c \u202e")))) == 1


@pytest.mark.slow
def test_a_kabupaten_of_pages_takes_seconds() -> None:
    made = pages(*[sheet(f"Desa {n}") for n in range(309)])
    begin = time.process_time()
    assert count(pdf_bytes(made)) == 309
    assert html.write(made)
    assert time.process_time() - begin < 10
