"""What people read of a report: the first line, what is new, and what is left out for whom."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest

from adhoc_cli.memory.news import Counted, Known, News, Open
from adhoc_cli.models.report import Status
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.report.reported import Reported
from adhoc_cli.output.views.report.view import ReportView
from adhoc_cli.rules.examples import Example
from adhoc_cli.text.words import Lang
from tests.browser.pages import crashed
from tests.output.report_views import office_of, reported, small, some_news
from tests.output.rosters import LANGS, written

_SOLVED = Known("Q401", None, "PPS", date(2024, 6, 1))


def said(told: Reported, lang: Lang = "id", form: str = "plain", **screen: int) -> str:
    speaker = Speaker(lang)
    text = written(ReportView(told, speaker), form, **screen).decode()  # type: ignore[arg-type]  # the width
    assert not speaker.missing
    return text


def first_line(news: News | None, lang: Lang = "id") -> str:
    return said(reported(small(), news), lang).splitlines()[0]


# -- the first line --------------------------------------------------------------------------------


def test_the_first_line_says_it_all() -> None:
    found = small().report.findings
    news = News(
        date(2024, 6, 9), tuple(found[:2]), (_SOLVED,),
        tuple(Open(finding, date(2024, 5, 18)) for finding in found[2:16]),
    )  # fmt: skip
    assert first_line(news) == "Baru 2 · selesai 1 · masih terbuka 14 (terlama 23 hari)"
    assert first_line(news, "en") == "New 2 · solved 1 · still open 14 (oldest 23 days)"


def test_nothing_new() -> None:
    news = News(date(2024, 6, 9), open=(Open(small().report.findings[0], date(2024, 6, 9)),))
    assert first_line(news) == "Tidak ada yang baru · masih terbuka 1 (terlama 1 hari)"
    assert first_line(news, "en") == "Nothing new · still open 1 (oldest 1 day)"


def test_the_first_report_and_one_without_a_memory_tell_how_things_stand() -> None:
    state = "7 kesalahan, 15 peringatan, 3 catatan · kurang 4 anggota · 14 koordinasi terlambat"
    assert first_line(None) == state
    assert first_line(News(None)) == f"Laporan pertama · {state}"


def test_what_is_no_longer_looked_at_is_in_the_first_line() -> None:
    gone = Known("T901", None, "PPK", date(2024, 6, 1))
    line = first_line(News(date(2024, 6, 9), unseen=(gone,), waived=(gone, gone)))
    assert "tidak diperiksa lagi 1" in line
    assert "kini dikecualikan 2" in line


def test_a_clock_that_went_back_makes_no_negative_days() -> None:
    news = News(date(2024, 6, 11), open=(Open(small().report.findings[0], date(2024, 6, 20)),))
    assert first_line(news) == "Tidak ada yang baru · masih terbuka 1 (terlama 0 hari)"


def test_a_crashed_rule_is_in_the_first_line_and_above_all_else() -> None:
    text = said(reported(crashed(small())))
    assert "1 aturan gagal dijalankan" in text.splitlines()[0]
    assert text.index("Kesalahan program") < text.index("anggota di")


def test_seats_that_cannot_be_counted_are_not_none() -> None:
    line = said(reported(office_of(Example(files={"desa.csv": None})))).splitlines()[0]
    assert "kuota tidak dapat dihitung" in line
    assert "kurang 0 anggota" not in line


# -- the sections ----------------------------------------------------------------------------------


def headings(text: str) -> list[str]:
    lines = text.splitlines()
    return [above for above, line in pairwise(lines) if line.startswith("---")]


def test_what_to_do_comes_before_how_things_stand_and_that_before_where_it_comes_from() -> None:
    assert headings(said(reported(small(), some_news(small())))) == [
        "Baru: 347", "Selesai: 502", "Masih terbuka: 22.523", "Kini dikecualikan: 1",
        "Tidak diperiksa lagi: 1", "PPS: kurang 4 anggota di 2 desa", "Koordinasi",
        "Tanggal penting", "Kuota per kecamatan", "Temuan", "Perempuan dan laki-laki",
        "Pengecualian berlaku", "Bobot menurut adhoc.toml", "Tidak diperiksa", "Berkas",
        "Dibuat dengan",
    ]  # fmt: skip


def test_only_changes_leaves_out_everything_that_was_there_before() -> None:
    told = reported(small(), some_news(small()), only_news=True)
    assert headings(said(told)) == [
        "Baru: 347", "Selesai: 502", "Kini dikecualikan: 1", "Tidak diperiksa lagi: 1",
    ]  # fmt: skip


def test_in_a_first_report_the_findings_stand_once() -> None:
    news = News(None, tuple(small().report.findings))
    assert not [one for one in headings(said(reported(small(), news))) if one.startswith("Baru")]
    first = headings(said(reported(small(), news, only_news=True)))
    assert first == [f"Baru: {len(small().report.findings)}"]


def test_what_is_not_shown_is_counted_and_found_by_a_command() -> None:
    text = said(reported(small()))
    roster = "data/contoh --as-of 2024-06-10"
    assert f"… dan 4 lagi: adhoc checklist status {roster} --overdue" in text
    news = News(date(2024, 6, 9), tuple(small().report.findings))
    more = re.findall(r"… dan [0-9]+ lagi: (.*)", said(reported(small(), news)))
    assert f"adhoc check {roster} --select C951 --format csv" in more


def test_a_folder_with_a_blank_is_quoted_in_commands() -> None:
    told = Reported(small(), None, "data ku", "x", 1, arguments=("data ku",))
    assert "adhoc checklist status 'data ku' --overdue" in said(told)


def test_one_to_call_for_each_vacant_seat() -> None:
    text = said(reported(small()))
    assert "→ hubungi calon PAW: Samidi Gunungsari (peringkat 4, 0812****7872)\n" in text
    assert "Tukinem Sawahan" not in text


def test_findings_that_have_a_section_of_their_own_are_not_listed_again() -> None:
    text = said(reported(small()))
    assert "Q401, C951: lihat di atas." in text
    assert "✗ Q401" not in text
    assert "✗ V202 NIK tidak sah · 1 kesalahan" in text


@pytest.mark.parametrize("lang", LANGS)
def test_files_rows_and_what_was_not_checked_are_told(lang: Lang) -> None:
    one = small()
    text = said(reported(one), lang)
    for file in one.report.inputs:
        row = next(line for line in text.splitlines() if line.startswith(file.name))
        assert row.split()[1:] == [
            str(file.rows), str(file.accepted), str(file.rejected), file.sha256[:12],
        ]  # fmt: skip
    skipped = [rule.code for rule in one.report.rules if rule.status is Status.SKIPPED]
    assert skipped
    assert all(code in text for code in skipped)
    assert text.rstrip().endswith("adhoc report data/contoh --format text")


def test_rules_of_which_only_the_number_is_known() -> None:
    news = News(
        date(2024, 6, 9),
        counted=(Counted("V209", 12_000, 12_345), Counted("V211", 11_000, 10_500)),
    )
    text = said(reported(small(), news))
    assert "V209 Nomor ponsel tidak sah: dari 12.000 menjadi 12.345" in text
    assert "V211 Nama atau teks mencurigakan: dari 11.000 menjadi 10.500" in text


def test_a_rule_of_another_version_has_no_title_and_does_no_harm() -> None:
    news = News(date(2024, 6, 9), unseen=(Known("Z999", None, None, date(2024, 6, 1)),))
    assert "· Z999, sejak 1 Juni 2024 (9 hari)" in said(reported(small(), news))


def test_another_profile_is_told() -> None:
    text = said(reported(small(), News(date(2024, 6, 9), profile="pemilu-2024")))
    assert "Laporan sebelumnya memakai profil pemilu-2024" in text


# -- the forms -------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_text_is_what_plain_writes(lang: Lang) -> None:
    told = reported(small(), some_news(small()))
    assert said(told, lang, "text") == said(told, lang, "plain")


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_screen_is_never_overrun(width: int) -> None:
    text = said(reported(small(), some_news(small())), form="table", width=width)
    # Commands are for copying: they stay in one piece.
    lines = [line for line in text.splitlines() if "adhoc " not in line]
    assert max(map(len, lines)) <= width


def test_tables_of_a_mail_fit_its_width() -> None:
    """Sentences wrap in a mail; a table that does is no table any more."""
    lines = said(reported(small(), some_news(small()))).splitlines()
    rules = [line for line in lines if line and set(line) <= {"─", " "}]
    assert len(rules) > 8
    assert max(map(len, rules)) <= 80


def test_public_has_no_people_no_folder_and_no_command() -> None:
    told = Reported(
        small().for_public(), some_news(small()), "data/contoh", "adhoc report x", 2,
        only_news=True, arguments=("data/contoh",),
    )  # fmt: skip
    assert (told.news, told.folder, told.command, told.only_news) == (None, "", "", False)
    text = said(told)
    assert not re.search(r"adhoc (check|report|quota|checklist)|data/contoh", text)
    assert "✗ Wonosari (33.23.01.2016): kurang 1 dari 3" in text
    assert "hubungi" not in text
    assert not re.search("terlambat|kesalahan|peringatan|ditolak", text)
