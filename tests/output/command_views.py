"""Views of `replace`, `diff`, `init` and the lists of `members`, on small rosters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from adhoc_cli.intake.init import plan_init, write_init
from adhoc_cli.output.messages import Caller
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import View
from adhoc_cli.output.views.bimtek import BimtekView
from adhoc_cli.output.views.calendar import CalendarView
from adhoc_cli.output.views.calls import CallsView
from adhoc_cli.output.views.diff import Compared, DiffView
from adhoc_cli.output.views.headcount import HeadcountView
from adhoc_cli.output.views.init import InitView
from adhoc_cli.output.views.letters import LettersView
from adhoc_cli.output.views.members import MembersView
from adhoc_cli.output.views.replace import ReplaceView
from adhoc_cli.places.find import find_kabupaten
from adhoc_cli.profiles.load import DEFAULT, load_profile
from adhoc_cli.reports.bimtek import bimtek_of
from adhoc_cli.reports.calendar import days_of
from adhoc_cli.reports.calls import About, calls_of
from adhoc_cli.reports.differences.compare import compare_rosters
from adhoc_cli.reports.headcount import count_heads
from adhoc_cli.reports.letters.drafts import drafts
from adhoc_cli.reports.letters.write import Letter, Writer
from adhoc_cli.reports.members import list_members
from adhoc_cli.reports.successors import find_successors
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.examples import Example
from tests.examples import roster_of
from tests.office.law import frozen_law

_FOLDER = "data/contoh"

# The ketua of Wonosari died and another member left: rank 4 is too young, 5 and 6 are tied but for
# their NIK; Pakurejo has nobody left on its list; in the PPK rank 6 serves elsewhere.
SUCCESSION = Example(
    change={
        "anggota:3": {
            "status": "diberhentikan sementara",
            "tanggal_selesai": "2024-06-01",
            "nomor_sk": "131/PP.04-Kpt/3323/2024",
        },
        "anggota:7": {"status": "meninggal", "tanggal_selesai": "2024-06-03", "alasan": "sakit"},
        "anggota:10": {"status": "mengundurkan diri"},
        "anggota:13": {"nik": "3323014706850006", "telepon": ""},
        "anggota:14": {"nama": "Siti\x1b[31m [bold]*Merah*"},
        "anggota:18": {"tanggal_lahir": "2012-05-17", "nik": ""},
        "anggota:19": {"peringkat": "5", "nik": ""},
        "anggota:20": {"peringkat": "5"},
        "anggota:21": {"status": "mengundurkan diri"},
        "anggota:22": {"peringkat": ""},
    },
    drop=("anggota:23",),
)


# One of a PPK stayed away and one is not listed; a division, a session of one desa, and two events
# of which nothing is known: a name that is no markup, and one that is still to come.
_TRAINING = """kegiatan,tanggal,nik,hadir,tempat,jam,penyelenggara,untuk_badan,untuk_wilayah
Bimtek PPK,2024-05-17,,,Pendopo,08.00-16.00,KPU,PPK,
Bimtek PPK,2024-05-17,3323010101800001,ya,,,,,
Bimtek PPK,2024-05-17,3323014202810002,ya,,,,,
Bimtek PPK,2024-05-17,3323010303820003,ya,,,,,
Bimtek PPK,2024-05-17,3323014404830004,tidak,,,,,
Bimtek PPK Divisi Data,2024-05-20,3323014404830004,ya,,,,,
Bimtek PPS,2024-05-26,,,Balai desa,,PPK Bulu,PPS,33.23.01.2016
Bimtek PPS,2024-05-26,3323014606850006,ya,,,,,
Rapat \x1b[31m [bold]*Merah*,2024-06-01,,,Aula,,,,
Bimtek tungsura,2024-06-20,,,,,,PPS,
"""


def read_whole(roster: Roster) -> Roster:
    """The same, with every file read."""
    assert all(table.files for table in roster.folder.tables.values())
    return roster


def _roster(example: Example) -> Roster:
    """The roster of an example, all of it read before its folder is gone."""
    with frozen_law(), TemporaryDirectory() as folder:
        return read_whole(roster_of(Path(folder), example))


@cache
def succession() -> Roster:
    """The roster of `SUCCESSION`."""
    return _roster(SUCCESSION)


@cache
def _trained() -> Roster:
    return _roster(Example(files={"bimtek.csv": _TRAINING.encode()}))


def bimtek_view(_: Roster, speaker: Speaker) -> View:
    """Who came, who did not, and what is still to come."""
    return BimtekView(bimtek_of(_trained()), speaker, folder=_FOLDER)


def replace_view(_: Roster, speaker: Speaker, *, depth: bool = False) -> View:
    """Proposals, ties, skips, and a list that is exhausted."""
    return ReplaceView(find_successors(succession()), speaker, folder=_FOLDER, depth=depth)


def letters_view(_: Roster, speaker: Speaker, *, letter: Letter) -> View:
    """Drafts about those vacancies."""
    writer = Writer(succession(), speaker.lang, speaker.personal)
    made = drafts(writer, find_successors(succession()).vacancies, [letter])
    return LettersView(made, speaker, letter=str(letter))


def diff_view(roster: Roster, speaker: Speaker) -> View:
    """From a faultless roster to this one."""
    found = compare_rosters(_roster(Example()), roster)
    return DiffView(found, speaker, compared=Compared("lama", _FOLDER))


def replaced_view(_: Roster, speaker: Speaker) -> View:
    """From the vacancies to a roster in which they were filled, one of them out of turn."""
    filled = Example(
        change={
            **SUCCESSION.change,
            "anggota:15": {"status": "aktif", "tanggal_mulai": "2024-06-08"},
            "anggota:20": {"status": "aktif", "jabatan": "ketua", "peringkat": "5"},
            "anggota:9": {"kode_wilayah": "33.23.01.2013"},
        },
        drop=("anggota:16", "anggota:23"),
        without={"anggota": ("pendidikan",)},
    )
    found = compare_rosters(_roster(Example(change=SUCCESSION.change)), _roster(filled))
    return DiffView(found, speaker, compared=Compared("lama", "baru"))


def init_view(_: Roster, speaker: Speaker, *, place: str | None = "33.23") -> View:
    """A new folder."""
    law = load_profile(DEFAULT)
    kabupaten = find_kabupaten(place) if place else None
    with TemporaryDirectory() as above:
        folder = Path(above) / "baru"
        made = write_init(
            plan_init(folder, kabupaten, law, with_seats=bool(place), lang=speaker.lang)
        )
    return InitView(replace(made, folder=Path("baru")), speaker)


def message_view(roster: Roster, speaker: Speaker, *, about: About) -> View:
    """Whom to call: from the vacancies, the trainings, or this roster."""
    chosen = {About.VACANCY: succession, About.BIMTEK: _trained}.get(about, lambda: roster)()
    found = calls_of(chosen, about)
    return CallsView(found, speaker, caller=Caller(chosen, speaker), limit=4)


def calendar_view(_: Roster, speaker: Speaker) -> View:
    """Deadlines, trainings and a visit that are still to come."""
    made = datetime(2024, 6, 10, tzinfo=UTC)
    return CalendarView(days_of(_trained()), speaker, folder=_FOLDER, made=made)


COMMAND_VIEWS: Mapping[str, Callable[[Roster, Speaker], View]] = {
    "bimtek": bimtek_view,
    "calendar": calendar_view,
    **{f"message-{about}": partial(message_view, about=about) for about in About},
    "replace": replace_view,
    "replace-reserve": lambda roster, speaker: replace_view(roster, speaker, depth=True),
    "letters-berita-acara": lambda roster, speaker: letters_view(
        roster, speaker, letter=Letter.BERITA_ACARA
    ),
    "letters-whatsapp": lambda roster, speaker: letters_view(
        roster, speaker, letter=Letter.WHATSAPP
    ),
    "diff": diff_view,
    "diff-replaced": replaced_view,
    "init": init_view,
    "init-empty": lambda roster, speaker: init_view(roster, speaker, place=None),
    "members-per": lambda roster, speaker: MembersView(
        list_members(roster), speaker, folder=_FOLDER, per="desa"
    ),
    "members-columns": lambda roster, speaker: MembersView(
        list_members(roster),
        speaker,
        folder=_FOLDER,
        columns=("nama", "telepon", "nama_wilayah", "desa"),
        per="badan",
    ),
    "members-summary": lambda roster, speaker: HeadcountView(
        count_heads(roster), speaker, folder=_FOLDER
    ),
}
