"""F113: rows that an import rejected, and that nobody has brought home."""

from adhoc_cli.rules.api import FORMAT, Facts, Severity, example
from adhoc_cli.rules.derived import file_faults
from adhoc_cli.rules.found import Found, Roster
from adhoc_cli.tables.faults import FileFaultKind

_faults = file_faults(FileFaultKind.ROWS_REJECTED)


def check(roster: Roster) -> Found:
    """The files of rejected rows in the folder; where there is none, the folder was looked at."""
    found = _faults(roster)
    return found._replace(checked=max(found.failed, 1))


TEXTS = """
title.id = Baris yang ditolak belum dimasukkan
title.en = Rejected rows are waiting
why.id = Baris yang ditolak saat impor tidak ada di daftar mana pun; orangnya tidak terhitung sampai
  barisnya diperbaiki dan dimasukkan.
why.en = A row that an import rejected is in no list; its person is not counted until the row is
  mended and brought in.
message.id = baris yang ditolak saat impor dan belum dimasukkan: {count}
message.en = rows rejected by an import and not brought in yet: {count}
fix.id = Perbaiki barisnya di berkas itu, lalu masukkan dengan adhoc import; bila tidak diperlukan,
  hapus berkasnya.
fix.en = Mend the rows in that file and bring them in by adhoc import; where nobody needs them,
  delete the file.
"""

FACTS = Facts(
    severity=Severity.WARNING,
    basis=FORMAT,
    passes=(
        example(),
        example(files={"anggota-pps.ditolak.csv": b"nama,badan\n"}),
    ),
    fails=(
        example(
            files={"anggota-pps.ditolak.csv": b"nama,badan\nBudi,PPX\nSiti,PPX\n"},
            at="anggota-pps.ditolak.csv",
        ),
    ),
)
