"""A roster folder: which file is which, and all of them read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from adhoc_cli.models.columns import FileKind
from adhoc_cli.models.rows import MODELS, REQUIRED
from adhoc_cli.models.vocabulary import Vocabulary
from adhoc_cli.tables.faults import FaultLog, FileFault, FileFaultKind
from adhoc_cli.tables.read import read_table
from adhoc_cli.tables.source import DEFAULT_LIMIT
from adhoc_cli.tables.table import Table
from adhoc_cli.text.nearest import nearest

# In the name of a file of rows that an import rejected; they are for people to mend.
REJECTS = ".ditolak"


@dataclass(frozen=True, slots=True)
class Folder:
    """The tables of a roster folder. A kind without a file has none; `log` holds the folder's own
    faults (a missing file)."""

    path: Path
    tables: Mapping[str, Table]
    log: FaultLog
    required: tuple[str, ...] = REQUIRED  # of one file of members, read alone, nothing else

    @property
    def unreadable_files(self) -> list[str]:
        """The files that could not be read, and the required ones that are missing."""
        refused = [f.name for table in self.tables.values() for f in table.files if not f.readable]
        return refused + [f"{kind}.csv" for kind in self.required if kind not in self.tables]

    def unreadable(self, kind: str) -> bool:
        """Whether a file of this kind is missing though required, or could not be read."""
        table = self.tables.get(kind)
        if table is None:
            return kind in REQUIRED
        return not all(file.readable for file in table.files)


def read_folder(path: Path, vocabulary: Vocabulary, limit: int = DEFAULT_LIMIT) -> Folder:
    """All files of the roster folder `path`; every file is tried before anything is judged.

    Raises `NotADirectoryError` or `FileNotFoundError` where `path` is no folder.
    """
    names = sorted(entry.name for entry in path.iterdir())
    tables: dict[str, Table] = {}
    log = FaultLog()
    for kind, model in MODELS.items():
        found = [name for name in names if _is_kind(name, model.kind)]
        if found:
            paths = [(path / name, name) for name in found]
            tables[kind] = read_table(model, paths, vocabulary, limit)
        elif model.kind.required:
            log.add(_missing(kind, names))
    return Folder(path, tables, log)


def _is_kind(name: str, kind: FileKind) -> bool:
    stem, dot, suffix = name.lower().rpartition(".")
    if not dot or suffix != "csv" or REJECTS in stem:
        return False
    return stem == kind.name or (kind.several and stem.startswith(f"{kind.name}-"))


def _missing(kind: str, names: list[str]) -> FileFault:
    csv = [name for name in names if name.lower().endswith((".csv", ".xlsx", ".xls", ".ods"))]
    params = {"found": ", ".join(csv[:10]), "nearest": nearest(f"{kind}.csv", csv) or ""}
    return FileFault(FileFaultKind.FILE_MISSING, f"{kind}.csv", params=params)
