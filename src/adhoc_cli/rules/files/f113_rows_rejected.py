"""F113: rows that an import rejected, and that nobody has brought home."""

from __future__ import annotations

from dataclasses import replace

from adhoc_cli.models.finding import Severity
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.api import Found, Rule
from adhoc_cli.rules.bases import FORMAT
from adhoc_cli.rules.derived import file_faults
from adhoc_cli.rules.examples import Example
from adhoc_cli.tables.faults import FileFaultKind
from adhoc_cli.text.words import Words

_faults = file_faults(FileFaultKind.ROWS_REJECTED)


def check(roster: Roster) -> Found:
    """The files of rejected rows in the folder; where there is none, the folder was looked at."""
    found = _faults(roster)
    return replace(found, checked=max(found.failed, 1))


RULE = Rule(
    code="F113",
    name="rows-rejected",
    severity=Severity.WARNING,
    needs=(),
    check=check,
    title=Words("Baris yang ditolak menunggu", "Rejected rows are waiting"),
    why=Words(
        "Baris yang ditolak saat impor tidak ada di daftar mana pun; orangnya tidak terhitung "
        "sampai barisnya diperbaiki dan dimasukkan.",
        "A row that an import rejected is in no list; its person is not counted until the row is "
        "mended and brought in.",
    ),
    message=Words(
        "baris yang ditolak saat impor dan belum dimasukkan: {count}",
        "rows rejected by an import and not brought in yet: {count}",
    ),
    fix=Words(
        "Perbaiki barisnya di berkas itu, lalu masukkan dengan adhoc import; bila tidak "
        "diperlukan, hapus berkasnya.",
        "Mend the rows in that file and bring them in by adhoc import; where nobody needs them, "
        "delete the file.",
    ),
    basis=FORMAT,
    passes=(
        Example(),
        Example(files={"anggota-pps.ditolak.csv": b"nama,badan\n"}),
    ),
    fails=(
        Example(
            files={"anggota-pps.ditolak.csv": b"nama,badan\nBudi,PPX\nSiti,PPX\n"},
            at=(("anggota-pps.ditolak.csv", None),),
        ),
    ),
)
