"""Small roster folders for tests of the reader."""

from __future__ import annotations

from pathlib import Path

from adhoc_cli.models.vocabulary import Vocabulary
from adhoc_cli.tables.faults import FileFault, FileFaultKind
from adhoc_cli.tables.folder import Folder, open_folder
from adhoc_cli.tables.table import FileRead, Table

HEADER = "nama,badan,jabatan,kode_wilayah"
KECAMATAN = "kode,nama\n33.23.01,Bulu\n"
DESA = "kode,nama\n33.23.01.2001,Wonosari\n"


def folder_with(path: Path, files: dict[str, bytes | str], limit: int = 1 << 30) -> Folder:
    """A folder of `files`, read; region files stand in it anyway."""
    for name, content in ({"kecamatan.csv": KECAMATAN, "desa.csv": DESA} | files).items():
        data = content.encode() if isinstance(content, str) else content
        (path / name).write_bytes(data)
    return open_folder(path, Vocabulary(), limit)


def members(path: Path, content: bytes | str) -> Table:
    """`content` read as anggota.csv."""
    return folder_with(path, {"anggota.csv": content}).tables["anggota"]


def file_of(path: Path, content: bytes | str) -> FileRead:
    """What became of `content` as anggota.csv."""
    return members(path, content).files[0]


def faults(file: FileRead) -> list[tuple[str, int | None]]:
    """Kind and line of what is wrong with a file, notes aside."""
    notes = {FileFaultKind.READ_AS, FileFaultKind.COLUMN_UNKNOWN}
    return [(str(f.kind), f.line) for f in file.log.kept if f.kind not in notes]


def refusal(path: Path, content: bytes | str) -> FileFault:
    """The fault for which the whole file `content` is refused."""
    file = file_of(path, content)
    assert not file.readable
    assert (file.rows, file.accepted, file.rejected) == (0, 0, 0)
    return file.log.kept[-1]


def cells(table: Table, column: str) -> list[str]:
    """What the cells of a column say, row by row."""
    return [table[column].text(row) for row in range(len(table))]
