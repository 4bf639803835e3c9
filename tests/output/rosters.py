"""A small roster with faults, and the views of it."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from adhoc_cli.checklist.filled import read_filled
from adhoc_cli.checklist.place import place_list
from adhoc_cli.checklist.progress import progress
from adhoc_cli.checklist.read import Journal, read_journal
from adhoc_cli.output.formats import choose, names
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import View
from adhoc_cli.output.views.check import CheckView
from adhoc_cli.output.views.checklist_filled import FilledView
from adhoc_cli.output.views.checklist_history import HistoryView
from adhoc_cli.output.views.checklist_place import PlaceView
from adhoc_cli.output.views.checklist_status import StatusView
from adhoc_cli.output.views.explain import ExplainView
from adhoc_cli.output.views.members import MembersView
from adhoc_cli.output.views.profiles import ProfilesView, ProfileView
from adhoc_cli.output.views.quota import QuotaView
from adhoc_cli.output.views.rules import RulesView
from adhoc_cli.profiles.load import load_office
from adhoc_cli.reports.check import check_roster
from adhoc_cli.reports.explain import explain_rule
from adhoc_cli.reports.members import list_members
from adhoc_cli.reports.profiles import list_profiles, profile_values
from adhoc_cli.reports.quota import quota_of
from adhoc_cli.reports.rules import RuleEntry, list_rules
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.examples import AS_OF, Example
from adhoc_cli.rules.registry import all_rules, find_rule
from adhoc_cli.rules.registry import choose as choose_rules
from adhoc_cli.text.words import Lang
from tests.examples import roster_of
from tests.office.law import frozen_law, frozen_rules
from tests.output.command_views import COMMAND_VIEWS, read_whole
from tests.output.report_views import REPORT_VIEWS

LANGS: tuple[Lang, ...] = ("id", "en")
# The formats that are text: a workbook is read by other tests.
TEXTUAL = tuple(name for name in names() if not choose(name, is_terminal=True).binary)
FOLDER = "data/contoh"

# What the office knows of: a vacant seat, a NIK to be mended, and waivers that no longer hold.
WAIVED = Example(
    change={
        "anggota:4": {"nik": "33230103038200"},
        "anggota:5": {"nik": "33230144048300"},
    },
    drop=("anggota:9",),
    settings="""[aturan]
Q405 = "mati"
V202 = "peringatan"

[[pengecualian]]
kode = "Q401"
wilayah = "33.23.01.2016"
alasan = "Pengganti dilantik 20 Juni"
sampai = 2024-06-30

[[pengecualian]]
kode = "V202"
orang = "DARMAJI KALIWATU, S.Pd."
alasan = "KTP-el dalam perbaikan | *"
sampai = 2024-06-10

[[pengecualian]]
kode = "V205"
orang = "3323014202810002"
alasan = "Menunggu akta"
sampai = 2024-06-09

[[pengecualian]]
kode = "D601"
wilayah = "33.23.01"
orang = "3323014202810002"
alasan = "Salah ketik"
sampai = 2024-12-31

[[pengecualian]]
kode = "R305"
wilayah = "33.23.01.2013"
alasan = "TPS belum ditetapkan"
sampai = 2024-12-31
""",
)


@cache
def waived() -> Roster:
    """The roster of `WAIVED`, all of it read before its folder is gone."""
    with frozen_law(), TemporaryDirectory() as folder:
        return read_whole(roster_of(Path(folder), WAIVED))


Make = Callable[[Roster, Speaker], View]


def check_view(roster: Roster, speaker: Speaker, rules: tuple[Rule, ...] | None = None) -> View:
    """A check that shows people the first two findings of a rule."""
    checked = check_roster(roster, rules or all_rules(), None)
    return CheckView(checked, speaker, folder=FOLDER, arguments=[FOLDER], limit=2)


# Done, planned, fallen through, undone; a line cut short; a number that somebody typed into a note.
MARKS = (
    "waktu,operator,kode_wilayah,butir,status,tanggal,bukti,catatan\n"
    '2024-05-20T09:30:00+07:00,Sri,33.23.01,PPK-01,terlaksana,2024-05-20,foto,""\n'
    '2024-05-21T09:30:00+07:00,Sri,33.23.01,PPK-02,dijadwalkan,2024-06-12,,"hub. 081290001117"\n'
    '2024-05-21T09:31:00+07:00,Budi,33.23.01.2016,PPS-01,terlaksana,2024-05-30,,""\n'
    '2024-05-22T10:00:00+07:00,Sri,33.23.01.2016,PPS-02,batal,,,"=HYPERLINK(1) \x1b[31m"\n'
    '2024-05-22T10:00:00+07:00,Sri,33.23.01,PPK-06,terlaksana,2024-05-22,undangan,""\n'
    '2024-05-23T10:00:00+07:00,Sri,33.23.01,PPK-06,dicabut,,,""\n'
    "2024-05-23T10:00:00+07:00,Sri,33."
)
SHEET = (
    "kode_wilayah,butir,tanggal,bukti\n33.23.01,PPK-03,28/05/2024,foto\n33.23.01,PPK-01,"
    "2024-05-20,foto\n33.23.01,PPK-04,,\n33.23.01,PPS-01,2024-05-20,foto\n33.23.01,PPK-07,x,foto\n"
)


def marked(text: str = MARKS) -> Journal:
    """A journal; the roster's folder stays as it is."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "koordinasi.csv").write_text(text)
        return read_journal(Path(folder))


def status_view(roster: Roster, speaker: Speaker, *, overdue: bool = False) -> View:
    """Progress, with the journal above."""
    journal = marked()
    found = progress(roster, journal, bodies=("PPK", "PPS"))
    command = "adhoc checklist status --overdue"
    return StatusView(found, speaker, folder=FOLDER, overdue=overdue, command=command)


def place_view(roster: Roster, speaker: Speaker) -> View:
    """The list of a desa."""
    journal = marked()
    listed = place_list(roster, journal, "33.23.01.2016")
    return PlaceView(listed, speaker)


def history_view(roster: Roster, speaker: Speaker) -> View:
    """All marks."""
    journal = marked()
    return HistoryView(
        journal.history(), speaker, journal=journal, places=roster.places, folder=FOLDER
    )


def filled_view(roster: Roster, speaker: Speaker) -> View:
    """A sheet with a row of each fate."""
    with TemporaryDirectory() as folder:
        sheet = Path(folder) / "lembar.csv"
        sheet.write_text(SHEET)
        return FilledView(read_filled(sheet, roster, marked(), AS_OF), speaker)


def _some_rules() -> tuple[RuleEntry, ...]:
    """Those of the office, some of them left out."""
    listed = list_rules(choose_rules(ignore=("Q405", "F1")))
    known = {rule.code for rule in frozen_rules()}
    return tuple(one for one in listed if one.rule.code in known)


_VIEWS: Mapping[str, Make] = {
    "checklist-status": status_view,
    "checklist-overdue": lambda roster, speaker: status_view(roster, speaker, overdue=True),
    "checklist-show": place_view,
    "checklist-history": history_view,
    "checklist-import": filled_view,
    "check": lambda roster, speaker: check_view(roster, speaker, frozen_rules()),
    "check-waived": lambda _, speaker: check_view(waived(), speaker, frozen_rules()),
    "quota": lambda roster, speaker: QuotaView(quota_of(roster), speaker, folder=FOLDER),
    "quota-desa": lambda roster, speaker: QuotaView(
        quota_of(roster, per="desa"), speaker, folder=FOLDER
    ),
    "quota-short": lambda roster, speaker: QuotaView(
        quota_of(roster, short=True), speaker, folder=FOLDER
    ),
    "members": lambda roster, speaker: MembersView(list_members(roster), speaker, folder=FOLDER),
    "rules": lambda _, speaker: RulesView(_some_rules(), speaker),
    "explain": lambda roster, speaker: ExplainView(
        explain_rule(find_rule("V202"), roster.office), Speaker(speaker.lang, personal=True)
    ),
    "profiles": lambda roster, speaker: ProfilesView(list_profiles(), speaker),
    "profile": lambda roster, speaker: ProfileView(
        profile_values(load_office(roster.folder.path), AS_OF), speaker
    ),
    **COMMAND_VIEWS,
    **REPORT_VIEWS,
}


def _frozen(make: Make) -> Make:
    """The same, whatever law is shipped today."""

    def made(roster: Roster, speaker: Speaker) -> View:
        with frozen_law():
            return make(roster, speaker)

    return made


VIEWS: Mapping[str, Make] = {name: _frozen(make) for name, make in _VIEWS.items()}


def written(
    view: View, form: str, *, width: int = 100, color: bool = False, encoding: str = "utf-8"
) -> bytes:
    """What a format makes of a view on a terminal, as personal as its speaker is."""
    out = io.BytesIO()
    speaker = getattr(view, "speaker", None)
    personal = speaker is not None and speaker.personal
    choose(form, is_terminal=True).write(view, Sink(out, encoding, width, color, personal))
    return out.getvalue()
