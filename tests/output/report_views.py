"""Reports of a small roster with faults, for its office and for everybody."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from adhoc_cli.memory.news import Counted, Known, News, Open
from adhoc_cli.models.finding import Region
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import View
from adhoc_cli.output.views.report.reported import Reported
from adhoc_cli.output.views.report.view import ReportView
from adhoc_cli.reports.check import check_roster
from adhoc_cli.reports.overview.overview import Overview, overview_of
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.examples import Example
from adhoc_cli.rules.registry import all_rules
from tests.examples import roster_of
from tests.office.law import frozen_law, frozen_rules
from tests.output.faulty import FAULTY

_FOLDER = "data/contoh"
_COMMAND = "adhoc report data/contoh --format text"

# A journal with a mark that was undone, and a day that is set.
_JOURNAL = (
    "waktu,operator,kode_wilayah,butir,status,tanggal,bukti,catatan\n"
    '2024-05-20T09:30:00+07:00,Sri Operator,33.23.01,PPK-01,terlaksana,2024-05-20,foto,""\n'
    '2024-05-21T09:30:00+07:00,Sri Operator,33.23.01,PPK-02,dijadwalkan,2024-06-12,,""\n'
    '2024-05-22T10:00:00+07:00,Sri Operator,33.23.01.2016,PPS-01,terlaksana,2024-05-22,foto,""\n'
    '2024-05-22T10:00:00+07:00,Sri Operator,33.23.01,PPK-06,terlaksana,2024-05-22,undangan,""\n'
    '2024-05-23T10:00:00+07:00,Sri Operator,33.23.01,PPK-06,dicabut,,,""\n'
)
EXAMPLE = FAULTY._replace(
    add={"pemangku": FAULTY.add["pemangku"][:1]},
    files={"koordinasi.csv": _JOURNAL.encode()},
    settings="""badan = ["KPPS"]

[kop]
baris = ["KOMISI PEMILIHAN UMUM", "KABUPATEN CONTOH"]

[aturan]
V209 = "kesalahan"

[[pengecualian]]
kode = "Q401"
wilayah = "33.23.01.2016"
alasan = "Pengganti dilantik 20 Juni"
sampai = 2024-06-30

[[pengecualian]]
kode = "V205"
orang = "3323014202810002"
alasan = "Menunggu akta"
sampai = 2024-06-09
""",
)


@cache
def small() -> Overview:
    """The state of that office."""
    with frozen_law():
        return office_of(EXAMPLE, frozen_rules())


def office_of(example: Example, rules: tuple[Rule, ...] | None = None) -> Overview:
    """The state of an example's office."""
    with TemporaryDirectory() as folder:
        return of_roster(roster_of(Path(folder), example), rules=rules)


def of_roster(
    roster: Roster, keep: int | None = None, rules: tuple[Rule, ...] | None = None
) -> Overview:
    """The state of the office with this roster."""
    return overview_of(roster, check_roster(roster, rules or all_rules(), keep))


def some_news(one: Overview) -> News:
    """Of every kind: new, solved, still open, not looked at, waived, counted only."""
    found = one.report.findings
    kaligawe = Region("33.23.01.2013", "Pakurejo")
    return News(
        since=date(2024, 6, 9),
        new=tuple(found[:2]),
        solved=(Known("V204", kaligawe, "PPS", date(2024, 5, 20)), Known("F104", None, None, _DAY)),
        open=tuple(Open(finding, date(2024, 5, 18)) for finding in found[2:]),
        unseen=(Known("T901", Region("33.23.01", "Bulu"), "PPK", date(2024, 6, 1)),),
        counted=(Counted("V209", 12_000, 12_345), Counted("V211", 11_000, 10_500)),
        waived=(Known("Q401", Region("33.23.01.2016", "Wonosari"), "PPS", _DAY),),
    )


_DAY = date(2024, 6, 8)


def reported(one: Overview, news: News | None = None, *, only_news: bool = False) -> Reported:
    """A report as the command makes it, of which people see the first two findings of a rule."""
    arguments = (_FOLDER, "--as-of", one.as_of.isoformat())
    return Reported(one, news, _FOLDER, _COMMAND, 2, only_news, arguments)


def report_view(_: Roster, speaker: Speaker, *, public: bool = False) -> View:
    """The whole report."""
    one = small()
    return ReportView(reported(one.for_public() if public else one, some_news(one)), speaker)


def first_view(_: Roster, speaker: Speaker) -> View:
    """The first one, of which somebody only wants the news."""
    one = small()
    news = News(None, tuple(one.report.findings))
    return ReportView(reported(one, news, only_news=True), speaker)


def changes_view(_: Roster, speaker: Speaker) -> View:
    """Only what is new."""
    one = small()
    return ReportView(reported(one, some_news(one), only_news=True), speaker)


def quiet_view(_: Roster, speaker: Speaker) -> View:
    """A faultless roster, in which nothing has changed."""
    with frozen_law():
        one = replace(office_of(Example(), frozen_rules()), letterhead=())
    return ReportView(reported(one, News(date(2024, 6, 9))), speaker)


REPORT_VIEWS: Mapping[str, Callable[[Roster, Speaker], View]] = {
    "report": report_view,
    "report-public": lambda roster, speaker: report_view(roster, speaker, public=True),
    "report-first": first_view,
    "report-changes": changes_view,
    "report-quiet": quiet_view,
}
