"""The pages of some rosters: one without a fault, one with many, an empty and a hostile one."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from adhoc_cli.memory.news import Known, News, Open
from adhoc_cli.models.report import Reason, Status
from adhoc_cli.output.html.page import Page
from adhoc_cli.output.html.render import render
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.report.page import page_of
from adhoc_cli.output.views.report.reported import Reported
from adhoc_cli.reports.check import check_roster
from adhoc_cli.reports.overview.overview import Overview, overview_of
from adhoc_cli.roster.roster import Roster, load_roster
from adhoc_cli.rules.registry import choose
from adhoc_cli.text.words import Lang
from tests.output.hostile import HOSTILE

AS_OF = date(2024, 6, 10)
# What `HOSTILE` has not: a template's own signs, the ends of our own elements, one long word.
NAMES = (
    *HOSTILE,
    "{{7*7}} {% raw %}",
    "]]> --> </style></title></svg>",
    '"><script>alert(1)</script>',
    "</script><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "\U0001f600 \U0001f1ee\U0001f1e9",
    "X" * 32_000,
)


def overview(roster: Roster) -> Overview:
    """The result that a page is made of."""
    return overview_of(roster, check_roster(roster, choose([]), 1_000))


@cache
def of_folder(folder: str) -> Overview:
    """The same of a folder of the sample data."""
    return overview(load_roster(Path(folder), AS_OF))


@cache
def recorded() -> Overview:
    """Of the faulty sample folder, with the journal of the faultless one."""
    with TemporaryDirectory() as above:
        folder = Path(above) / "kpu"
        shutil.copytree("data/temanggung-bermasalah", folder)
        shutil.copy("data/temanggung/koordinasi.csv", folder)
        return overview(load_roster(folder, AS_OF))


@cache
def nothing() -> Overview:
    """Of a folder without a file."""
    with TemporaryDirectory() as folder:
        return overview(load_roster(Path(folder), AS_OF))


@cache
def hostile() -> Overview:
    """Of a roster in which every text from outside plays tricks."""
    with TemporaryDirectory() as made:
        folder = Path(made)
        codes = [f"33.23.{at % 20 + 1:02}.{2001 + at // 20}" for at in range(len(NAMES))]
        kecamatan = ((f"33.23.{at + 1:02}", NAMES[at]) for at in range(20))
        members = (
            (name, "PPS", "anggota", code, name[:30], name[:20], name[:3])
            for code, name in zip(codes, NAMES, strict=True)
        )
        marks = (
            (
                "2024-05-20T09:30:00+07:00",
                "Sri",
                code,
                "PPS-01",
                "terlaksana",
                "2024-05-20",
                "x",
                "",
            )
            for code in codes[:30]
        )
        _write(folder / "kecamatan.csv", "kode,nama", kecamatan)
        _write(folder / "desa.csv", "kode,nama", zip(codes, NAMES, strict=True))
        heads = "nama,badan,jabatan,kode_wilayah,telepon,nik,jenis_kelamin"
        _write(folder / "anggota.csv", heads, members)
        columns = "waktu,operator,kode_wilayah,butir,status,tanggal,bukti,catatan"
        _write(folder / "koordinasi.csv", columns, marks)
        letterhead = ("<script>alert(1)</script>", "K" * 110, "{{7*7}}")
        return replace(overview(load_roster(folder, AS_OF)), letterhead=letterhead)


def _write(path: Path, columns: str, rows: Iterable[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", errors="surrogatepass", newline="") as file:
        csv.writer(file).writerows([columns.split(","), *rows])


def crashed(one: Overview) -> Overview:
    """The same, but that a rule broke down."""
    reason = Reason("crashed", {"error": "ZeroDivisionError", "where": "q401_seats_vacant.py:31"})
    rules = tuple(
        rule._replace(status=Status.CRASHED, reason=reason) if rule.code == "Q401" else rule
        for rule in one.report.rules
    )
    return replace(one, report=one.report._replace(rules=rules))


def news_of(one: Overview) -> News:
    """Five findings that are new, four that are solved, the others a week old."""
    found = one.report.findings
    solved = tuple(Known(f.code, f.region, f.body, date(2024, 6, 1)) for f in found[5:9])
    old = tuple(Open(finding, date(2024, 6, 3)) for finding in found[9:])
    return News(date(2024, 6, 9), tuple(found[:5]), solved, old)


def reported(one: Overview, news: News | None = None) -> Reported:
    """The report of a result."""
    command = "adhoc report data/temanggung --format html"
    return Reported(one, news, "data/temanggung", command, arguments=("data/temanggung",))


def _good() -> Reported:
    one = of_folder("data/temanggung")
    return reported(one, news_of(one))


PAGES: Mapping[str, Callable[[], Reported]] = {
    "good": _good,
    "problem": lambda: reported(of_folder("data/temanggung-bermasalah")),
    "empty": lambda: reported(nothing()),
    "public": lambda: reported(of_folder("data/temanggung-bermasalah").for_public()),
    "hostile": lambda: reported(hostile()),
}


def page(name: str, lang: Lang = "id", *, personal: bool = False) -> Page:
    """What stands on a page."""
    speaker = Speaker(lang, personal)
    made = page_of(PAGES[name](), speaker)
    assert not speaker.missing
    return made


def html_of(name: str, lang: Lang = "id", *, personal: bool = False) -> bytes:
    """The page as a file."""
    return render(page(name, lang, personal=personal), personal=personal)
