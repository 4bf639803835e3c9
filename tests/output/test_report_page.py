"""The report's page: what stands on it, how nothing of a cell is markup, its pictures, its size."""

from __future__ import annotations

import base64
import hashlib
import re
import time
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest

from adhoc_cli.memory.news import Counted, Known, News
from adhoc_cli.models.finding import Region
from adhoc_cli.output.document import Column, Paragraph, Tone
from adhoc_cli.output.formats import names
from adhoc_cli.output.html.page import (
    Cell,
    Course,
    Fold,
    Page,
    PageTable,
    Section,
    Square,
    TileMap,
)
from adhoc_cli.output.html.pictures import (
    bar,
    big_tiles,
    daily,
    days_between,
    small_tiles,
    trace,
)
from adhoc_cli.output.html.render import render
from adhoc_cli.output.safe import safe
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.report.page import page_of
from adhoc_cli.output.views.report.topics import TOPICS
from adhoc_cli.reports.overview.overview import Overview
from adhoc_cli.roster.roster import load_roster
from adhoc_cli.rules.examples import Example
from adhoc_cli.text.words import Lang
from tests.browser.pages import (
    AS_OF,
    NAMES,
    PAGES,
    crashed,
    hostile,
    html_of,
    news_of,
    nothing,
    of_folder,
    overview,
    page,
    recorded,
    reported,
)
from tests.examples import roster_of
from tests.output.hostile import raw
from tests.output.rosters import LANGS, WAIVED

GOOD, PROBLEM = "data/temanggung", "data/temanggung-bermasalah"


def page_with(one: Overview, news: News | None = None, lang: Lang = "id") -> Page:
    speaker = Speaker(lang)
    made = page_of(reported(one, news), speaker)
    assert not speaker.missing
    return made


def section(made: Page, name: str) -> Section:
    return next(one for one in made.sections if one.id == name)


def text_of(block: object) -> str:
    """What a sentence says."""
    assert isinstance(block, Paragraph)
    return "".join(span.text for span in block.text)


class Parsed(HTMLParser):
    """The elements of a page, their attributes, and its text."""

    def __init__(self, html: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.pieces: list[str] = []
        self.feed(html.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] != ["style"] or not data.startswith("/*"):
            self.pieces.append(data)

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.attributes if key == name]


# -- one file, and nothing in it that runs ---------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", PAGES)
def test_the_file_needs_nothing_and_runs_nothing(name: str, lang: Lang) -> None:
    parsed = Parsed(html_of(name, lang, personal=True))
    assert not set(parsed.tags) & {"script", "iframe", "object", "embed", "form", "img", "base"}
    assert not [key for key, _ in parsed.attributes if key == "style" or key.startswith("on")]
    assert not parsed.all("src")
    targets = [one.partition(":")[0] for one in parsed.all("href") if not one.startswith("#")]
    assert set(targets) <= {"data", "tel"}
    anchors = {one[1:] for one in parsed.all("href") if one.startswith("#")}
    assert anchors <= set(parsed.all("id"))
    assert len(parsed.all("id")) == len(set(parsed.all("id")))
    assert parsed.all("lang") == [lang]


def test_the_policy_names_the_style_sheet_by_its_hash() -> None:
    html = html_of("good").decode()
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    policy = re.search(r'Content-Security-Policy" content="(.*?)"', html)
    assert style
    assert policy
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy[1] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )


def test_the_running_line_cannot_leave_the_style_sheet() -> None:
    evil = '"}</style><script>alert(1)</script>\\22 \n ž'
    html = render(page("empty")._replace(running=evil)).decode()
    assert html.count("</style>") == 1
    assert "<script" not in html
    assert r"\3c script\3e alert\28 1\29 " in html


def test_only_the_report_has_this_form() -> None:
    assert "html" in names("report")
    assert "html" not in names("check")


# -- what comes from outside -----------------------------------------------------------------------


def test_hostile_names_stand_there_as_text() -> None:
    """Up to where a name is cut, every one of them can be read, and is nothing but text."""
    parsed = Parsed(html_of("hostile", personal=True))
    assert raw(parsed.text) == []
    units = [unit for body in hostile().gaps.bodies for unit in list(body.units())[:60]]
    names_ = {unit.region.name for unit in units}
    names_ |= {one.name for unit in units for one in unit.present}
    assert len(names_ & set(NAMES)) > 50
    for name in names_:
        assert safe(name, 100).removesuffix("…").strip() in parsed.text, name
    assert "<script>alert(1)</script>" in parsed.text  # the letterhead
    assert "{{7*7}}" in parsed.text


def test_a_long_word_can_be_broken_and_stays_whole() -> None:
    made = page("empty")
    word = "Sumber" * 20
    table = PageTable("", (Column("x"),), ((Cell(word),), (Cell("SEKRETARIAT PPK 2024"),)))
    html = render(made._replace(sections=(made.sections[0]._replace(blocks=(table,)),)))
    assert word in Parsed(html).text
    assert html.count(b"<wbr>") == 9
    assert b"SEKRETARIAT PPK 2024" in html


def test_numbers_to_call_are_masked_and_no_links_unless_asked_for() -> None:
    masked, shown = html_of("problem").decode(), html_of("problem", personal=True).decode()
    assert "tel:" not in masked
    assert re.search(r"08[0-9]{2}\*+[0-9]{4}", masked)
    assert not re.search(r"08[0-9]{8,}", masked)
    assert re.search(r'href="tel:08[0-9]{8,}"', shown)
    assert "jangan disebarkan" in shown


def test_a_public_page_holds_nothing_about_a_person() -> None:
    text = html_of("public", "id").decode()
    roster = load_roster(Path(PROBLEM), AS_OF)
    names_of = {row.nama for row in roster.members.models(range(50)) if row.nama}  # type: ignore[attr-defined]
    assert names_of
    assert not [name for name in names_of if name in text]
    body = re.sub(r"([0-9a-f]{12}<wbr>)+[0-9a-f]+", "", text.partition("</style>")[2])
    assert not re.search(r"[0-9*]{9}", body)
    assert "data/temanggung" not in text
    assert "--format html" not in text
    assert "Untuk umum: tanpa data orang" in text


# -- what it says ----------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_every_state_of_an_office_has_its_words(tmp_path: Path, lang: Lang) -> None:
    small = overview(roster_of(tmp_path / "a", Example()))
    waived = overview(roster_of(tmp_path / "b", WAIVED))
    for one in (small, waived, crashed(small), nothing(), hostile(), of_folder(PROBLEM)):
        assert render(page_with(one, lang=lang))
        assert render(page_with(one.for_public(), lang=lang))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2024, 5, 14), ("tinggal 2 hari", "2 days left")),  # before the first oath
        (date(2024, 11, 27), ("Hari ini", "Today")),
        (date(2025, 3, 1), ("berakhir 27 Januari 2025", "ended on 27 January 2025")),
    ],
)
def test_the_days_of_an_election_have_their_words(
    day: date, shown: tuple[str, ...], lang: Lang
) -> None:
    text = Parsed(render(page_with(overview(load_roster(Path(GOOD), day)), lang=lang))).text
    assert any(word in text for word in shown)
    assert ("Pemungutan suara" in text or "Voting day" in text) == (day.year == 2024)


def _items(done: int) -> tuple[str, int]:
    """How many items the shipped checklist asks of the sample, and the share that is done."""
    found = of_folder(GOOD).coordination
    assert found
    total = found.timeline.total
    return f"{total:,}".replace(",", "."), 100 * done // total


def test_the_verdict_says_how_things_stand(tmp_path: Path) -> None:
    good, problem = page("good").verdict, page("problem").verdict
    assert (good.tone, good.sentence) == (
        Tone.WARN, "461 peringatan · kurang 0 anggota · 461 koordinasi terlambat",
    )  # fmt: skip
    assert problem.tone is Tone.BAD
    assert problem.sentence.endswith(" · kurang 37 anggota")
    assert good.detail.startswith("967 anggota, 20/20 kecamatan, 289/289 desa · PPK 100/100")
    figures = {one.label: one for one in good.figures}
    total, share = _items(1825)
    assert (figures["PPS"].value, figures["PPS"].of) == ("867", "dari 867")
    assert (figures["Koordinasi"].value, figures["Koordinasi"].note) == (
        f"{share}%", f"1.825 dari {total} kegiatan",
    )  # fmt: skip
    assert (figures["Terlambat"].value, figures["Terlambat"].note) == (
        "461", "semua menurut kebiasaan",
    )  # fmt: skip


def test_without_any_finding_all_is_well(tmp_path: Path) -> None:
    one = overview(roster_of(tmp_path, Example()))
    rules = tuple(rule._replace(failed=0, counts={}, findings=()) for rule in one.report.rules)
    clean = replace(one, report=one.report._replace(rules=rules))
    assert page_with(clean).verdict.tone is Tone.GOOD
    assert page_with(clean).verdict.sentence.startswith("tidak ada temuan · kurang 0 anggota")
    broken = page_with(crashed(clean)).verdict
    assert (broken.tone, broken.label) == (Tone.BAD, "Laporan tidak lengkap")
    assert "1 aturan gagal dijalankan" in broken.sentence


def test_a_crashed_rule_and_an_unreadable_file_stand_above_everything() -> None:
    html = render(page_with(crashed(of_folder(GOOD)))).decode()
    assert html.index("Q401 seats-vacant berhenti") < html.index('class="verdict')
    alarms = page("empty").verdict.alarms
    assert [one.title for one in alarms] == ["Berkas tidak terbaca"]
    assert "tidak dapat dihitung" in page("empty").verdict.sentence


def test_without_a_journal_nothing_is_called_overdue() -> None:
    chapter = section(page("problem"), "koordinasi")
    assert [text_of(one) for one in chapter.blocks] == [
        "Belum dicatat: folder ini tidak memuat koordinasi.csv (adhoc checklist mark)."
    ]
    assert not chapter.number.text


def test_commands_stand_where_something_is_left_out() -> None:
    html = html_of("good").decode()
    assert "… dan 431 lagi:" in html
    assert "adhoc checklist status data/temanggung --overdue" in html
    assert "adhoc check data/temanggung --select C951 --format csv" in html


def test_findings_are_folded_up_by_rule_with_what_to_do() -> None:
    found = [one for one in section(page("problem"), "temuan").blocks if isinstance(one, Fold)]
    by_code = {one.title[0].text.split()[1]: one for one in found}
    report = of_folder(PROBLEM).report
    assert by_code.keys() == {r.code for r in report.rules if r.failed}
    assert all(any(entry.text[0].text == "→ " for entry in one.entries) for one in found)
    assert by_code["F102"].entries[0].text[0].text.strip() == "anggota-pps.csv:71"


def test_a_section_without_deadlines_is_left_out() -> None:
    """Item 18: after the last term there are none."""
    late = overview(load_roster(Path(GOOD), date(2025, 3, 1)))
    assert late.deadlines == ()
    assert "tenggat" not in [one.id for one in page_with(late).sections]


def test_a_public_page_speaks_of_seats_and_coverage_only() -> None:
    """Item 18: no counts of faults, no place with a waiver."""
    for lang in LANGS:
        made = page("public", lang)
        anchors = [topic.anchor for topic in TOPICS if topic.public]
        assert [one.id for one in made.sections] == [
            "sekilas", *(one for one in anchors if one != "koordinasi"),
        ]  # fmt: skip
        assert not {"temuan", "pengecualian", "tidak-diperiksa"} & set(anchors)
        text = Parsed(html_of("public", lang)).text
        assert not re.search(r"\b[A-Z][0-9]{3}\b", text), "the code of a rule"
        assert not re.search(
            r"kesalahan|peringatan|pengecualian|ditolak|\berrors?\b|warning|waive|reject",
            text,
            re.IGNORECASE,
        )
        assert [one.label for one in made.verdict.figures] == ["PPK", "PPS"]
    recorded_for_all = Parsed(render(page_with(recorded().for_public()))).text
    assert "Koordinasi" in recorded_for_all
    assert not re.search("terlambat", recorded_for_all, re.IGNORECASE)


def test_rows_read_are_accepted_and_rejected() -> None:
    table = section(page("problem"), "asal").blocks[0]
    assert isinstance(table, PageTable)
    assert [cell.text for cell in table.totals[0]] == ["Jumlah", "4.533", "4.513", "20"]
    digests = [cell.below[0].text for cell, *_ in table.rows]
    assert all(re.fullmatch(r"[0-9a-f]{64}", one) for one in digests)


def test_every_topic_is_a_chapter_and_none_is_silent() -> None:
    """What cannot be told is said: an empty folder has no chapter without a word."""
    for made in (page("problem"), page("empty")):
        anchors = [one.id for one in made.sections]
        assert anchors == ["sekilas", *(topic.anchor for topic in TOPICS)]
        assert [one.id for one in made.sections if not one.blocks] == []
    vacant = section(page("empty"), "kursi-kosong").blocks
    assert [text_of(one) for one in vacant] == ["Kuota tidak dapat dihitung."]


# -- news ------------------------------------------------------------------------------------------


def test_the_news_are_told_first(tmp_path: Path) -> None:
    made = page("good")
    assert made.sections[0].id == "berita"
    text = Parsed(render(made)).text
    assert "Baru 5 · selesai 4 · masih terbuka 452 (terlama 7 hari)" in text
    assert "Dibandingkan dengan laporan 9 Juni 2024." in text


def test_a_first_report_says_so_and_an_only_news_one_stops_there() -> None:
    one = of_folder(GOOD)
    first = page_with(one, News(None, tuple(one.report.findings)))
    assert text_of(first.sections[0].blocks[0]).startswith("Ini laporan pertama")
    short = page_of(replace(reported(one, news_of(one)), only_news=True), Speaker("id"))
    assert [one.id for one in short.sections] == ["berita", "asal"]


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_only_remembered_is_told(lang: Lang) -> None:
    known = Known("Q401", Region("33.23.01", "Bulu"), "PPK", date(2024, 6, 1))
    gone = Known("X999", None, None, date(2024, 6, 10))  # a rule of another version
    news = News(
        date(2024, 6, 9), solved=(known, gone), unseen=(known,), waived=(known,),
        counted=(Counted("C951", 400, 435), Counted("Q406", 9, 3)), profile="pemilu-2024",
    )  # fmt: skip
    text = Parsed(render(page_with(of_folder(GOOD), news, lang))).text
    for word in ("Bulu (33.23.01)", "X999", "pemilu-2024"):
        assert word in text
    assert {"id": "dari 400 menjadi 435", "en": "from 400 to 435"}[lang] in text


def test_nothing_new_is_said_too() -> None:
    text = Parsed(render(page_with(of_folder(GOOD), News(date(2024, 6, 9))))).text
    assert "Tidak ada yang baru · masih terbuka 0" in text


# -- pictures --------------------------------------------------------------------------------------


def test_the_tiles_have_the_numbers_of_the_seats() -> None:
    tiles = section(page("problem"), "sekilas").blocks[0]
    assert isinstance(tiles, TileMap)
    (group,) = tiles.groups
    seats = of_folder(PROBLEM).seats
    members = [name for name in seats.totals if not name.startswith("SEKRETARIAT")]
    vacant = {
        row.region.name: sum(row.bodies[name].vacant for name in members) for row in seats.kecamatan
    }
    shown = {one.name: int(one.square.badge or 0) for one in group.tiles}
    excess = {"Ngadirejo"}  # four vacant, and one too many in the PPK
    assert {k: v for k, v in shown.items() if k not in excess} == {
        k: v for k, v in vacant.items() if k not in excess
    }
    assert "Temanggung: terisi 78 dari 80, kurang 2" in {one.square.words for one in group.tiles}
    whole = sum(one.square.fill == "none" for one in group.tiles)
    assert group.words.startswith(
        f"{whole} dari 20 kecamatan lengkap. Belum lengkap: Bulu kurang 1,"
    )


def test_tiles_never_lie_on_each_other_and_names_stay_inside() -> None:
    for count in (1, 4, 5, 20, 24, 25, 53, 60):
        names_ = ["Selopampang Wetan Karanganyar"[: at % 29 + 1] for at in range(count)]
        group = big_tiles([Square("none", name, "5/5", "", "") for name in names_], "", "")
        corners = {(one.x, one.y) for one in group.tiles}
        assert len(corners) == count
        assert max(one.x for one in group.tiles) + group.side <= group.width + 0.01
        assert max(one.y for one in group.tiles) + group.tall <= group.height + 0.01
        widths = [len(one.name) * one.size * 0.62 for one in group.tiles]
        assert max(widths) <= group.side
    small = small_tiles([Square("few", "x", "4/5", "1", "")] * 23, "", "")
    assert len({(one.x, one.y) for one in small.tiles}) == 23


def test_bars_end_where_they_should() -> None:
    made = bar([(15, "done"), (0, "due"), (5, "overdue")], 20)
    assert [(one.x, one.width, one.fill) for one in made.parts] == [
        ("0", "75", "done"), ("75", "25", "overdue"),
    ]  # fmt: skip
    assert [one.width for one in bar([(7, "done"), (9, "open")], 5).parts] == ["100"]
    assert bar([(1, "done")], 0).parts == ()
    assert bar([], 3, mark=0.3).mark == "30"


def test_the_line_is_level_between_changes_and_ends_today() -> None:
    day, one = date(2024, 5, 20), timedelta(days=1)
    course = daily([(day, 3), (day + 9 * one, 5)], day + 20 * one)
    assert course == [
        (day - one, 0), (day, 3), (day + 8 * one, 3), (day + 9 * one, 5), (day + 20 * one, 5),
    ]  # fmt: skip
    traced = trace(course, 10)
    assert traced.line.split()[0] == "0.0,1000.0"
    assert traced.line.split()[-1] == "1000.0,500.0"
    assert traced.end == ("100", "50")
    days = days_between(day, day + 3 * one)
    assert [x for _, x, _ in days] == ["0", "33.33", "66.67", "100"]
    assert [anchor for *_, anchor in days] == ["start", "middle", "middle", "end"]
    assert len(days_between(day, day)) == 2


def test_the_points_of_a_line_are_nobodys_number() -> None:
    course = section(page("good"), "sekilas").blocks[2]
    assert isinstance(course, Course)
    assert f'points="{course.traced.line}"' in html_of("good").decode()
    assert f'points="{course.traced.area}"' in html_of("good").decode()
    traced = course.traced._replace(line='"><b>')
    hostile = page("good").sections[0]._replace(blocks=(course._replace(traced=traced),))
    html = render(page("good")._replace(sections=(hostile,))).decode()
    assert 'points="&#34;&gt;&lt;b&gt;"' in html


def test_the_course_says_its_numbers_in_words_and_in_a_table() -> None:
    course = section(page("good"), "sekilas").blocks[2]
    assert isinstance(course, Course)
    total, share = _items(1825)
    assert course.words == (
        f"Dari 23 April 2024 sampai 10 Juni 2024 terlaksana 1.825 dari {total} kegiatan ({share}%)."
    )
    timeline = of_folder(GOOD).coordination
    assert timeline
    shown = [int(row[1].text.replace(".", "")) for row in course.table.rows]
    assert shown == [done for _, done in timeline.timeline.points]


# -- size and time ---------------------------------------------------------------------------------


def test_the_page_of_a_kabupaten_can_be_mailed() -> None:
    assert len(html_of("good")) < 300_000
    assert len(html_of("problem")) < 300_000


@pytest.mark.slow
def test_a_province_is_quick_and_small(tmp_path: Path) -> None:
    """576 kecamatan and 8,640 desa; every fourth PPS lacks somebody."""
    codes = [f"33.{at // 20 + 1:02}.{at % 20 + 1:02}" for at in range(576)]
    desa = [f"{code}.{2001 + n}" for code in codes for n in range(15)]
    kecamatan = "".join(f"{code},Kecamatan {at}\n" for at, code in enumerate(codes))
    (tmp_path / "kecamatan.csv").write_text(f"kode,nama\n{kecamatan}")
    (tmp_path / "desa.csv").write_text("kode,nama\n" + "".join(f"{c},Desa {c}\n" for c in desa))
    rows = [f"Siti,PPK,anggota,{code}\n" * 5 for code in codes]
    rows += [f"Budi,PPS,anggota,{code}\n" * (2 + (at % 4 > 0)) for at, code in enumerate(desa)]
    (tmp_path / "anggota.csv").write_text("nama,badan,jabatan,kode_wilayah\n" + "".join(rows))
    one = overview(load_roster(tmp_path, AS_OF))
    started = time.process_time()
    html = render(page_with(one))
    assert time.process_time() - started < 3
    assert len(html) < 5_000_000
    text = html.decode()
    assert "kurang 2.160 anggota" in text
    assert text.count('<div class="group">') == 29
    assert "… dan 2.100 lagi:" in text
