"""A roster folder: which file is which, each read when it is asked for."""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from adhoc_cli.files.backup import count_rows
from adhoc_cli.files.folder import NOTHING, Instead
from adhoc_cli.models.columns import FileKind
from adhoc_cli.models.rows import MODELS, REQUIRED
from adhoc_cli.models.vocabulary import Vocabulary
from adhoc_cli.tables.faults import FaultLog, FileFault, FileFaultKind
from adhoc_cli.tables.read import read_table
from adhoc_cli.tables.source import DEFAULT_LIMIT
from adhoc_cli.tables.table import Table
from adhoc_cli.tables.unread import copies_in, same_as_another
from adhoc_cli.text.nearest import nearest

# In the name of a file of rows that an import rejected; they are for people to mend.
REJECTS = ".ditolak"


class Tables(Mapping[str, Table]):
    """The tables of a folder by kind. A kind is read when somebody first asks for its table: one
    mark of the checklist needs the places and no member."""

    def __init__(self, readers: Mapping[str, Callable[[], Table]]) -> None:
        self._readers = readers
        self._read: dict[str, Table] = {}

    def __getitem__(self, kind: str) -> Table:
        if kind not in self._read:
            self._read[kind] = self._readers[kind]()
        return self._read[kind]

    def __contains__(self, kind: object) -> bool:
        return kind in self._readers

    def __iter__(self) -> Iterator[str]:
        return iter(self._readers)

    def __len__(self) -> int:
        return len(self._readers)


def holds_roster(path: Path) -> bool:
    """Whether there is any file of a roster in this folder; a file, or what cannot be looked into,
    is for whoever reads it to judge."""
    with suppress(OSError):
        names = [entry.name for entry in path.iterdir()]
        return any(_is_kind(name, model.kind) for model in MODELS.values() for name in names)
    return True


class Folder(NamedTuple):
    """The tables of a roster folder. A kind without a file has none; `log` holds the folder's own
    faults (a missing file). Of the files `names`, those that are `copies` of another one, which
    stands behind each, are not read."""

    path: Path
    tables: Mapping[str, Table]
    log: FaultLog
    required: tuple[str, ...] = REQUIRED  # of one file of members, read alone, nothing else
    names: tuple[str, ...] = ()
    copies: Mapping[str, str] = {}

    def unreadable_files(self, kinds: Collection[str] = tuple(MODELS)) -> list[str]:
        """The files of these kinds that could not be read, and the required ones that are
        missing."""
        read = [self.tables[kind] for kind in self.tables if kind in kinds]
        refused = [f.name for table in read for f in table.files if not f.readable]
        missing = (kind for kind in self.required if kind in kinds and kind not in self.tables)
        return refused + [f"{kind}.csv" for kind in missing]

    def unreadable(self, kind: str) -> bool:
        """Whether a file of this kind is missing though required, or could not be read."""
        table = self.tables.get(kind)
        if table is None:
            return kind in REQUIRED
        return not all(file.readable for file in table.files)


def open_folder(
    path: Path,
    vocabulary: Vocabulary,
    limit: int = DEFAULT_LIMIT,
    may_be_empty: Collection[str] = (),
    instead: Instead = NOTHING,
) -> Folder:
    """The roster folder `path`, whose files are read when somebody asks for them; `instead` of what
    lies there, some of them as they were or will be.

    Of the kinds that `may_be_empty` a header without rows is a list of nobody, and no fault.
    Raises `NotADirectoryError` or `FileNotFoundError` where `path` is no folder.
    """
    there = {entry.name for entry in path.iterdir()} | instead.keys()
    names = sorted(name for name in there if instead.get(name, b"") is not None)
    copies = copies_in(names)
    readers: dict[str, Callable[[], Table]] = {}
    log = FaultLog()
    for kind, model in MODELS.items():
        of_kind = [name for name in names if _is_kind(name, model.kind) and name not in copies]
        copies |= same_as_another(path, [name for name in of_kind if name not in instead])
        found = [
            (path / name if (held := instead.get(name)) is None else held, name)
            for name in of_kind
            if name not in copies
        ]
        if found:
            empty = kind in may_be_empty
            readers[kind] = partial(read_table, model, found, vocabulary, limit, empty)
        elif model.kind.required:
            log.add(_missing(kind, names))
    for name in filter(_is_of_rejects, names):
        if rows := _waiting(path / name, limit):
            log.add(FileFault(FileFaultKind.ROWS_REJECTED, name, params={"count": rows}))
    return Folder(path, Tables(readers), log, names=tuple(names), copies=copies)


def _waiting(path: Path, limit: int) -> int:
    """The rows of a file of rejected rows; of none that is too large, or nobody's to read."""
    with suppress(OSError):
        if path.is_file() and path.stat().st_size <= limit:
            return count_rows(path.read_bytes())
    return 0


def _is_of_rejects(name: str) -> bool:
    stem, dot, suffix = name.lower().rpartition(".")
    return bool(dot) and suffix == "csv" and REJECTS in stem


def _is_kind(name: str, kind: FileKind) -> bool:
    stem, dot, suffix = name.lower().rpartition(".")
    if not dot or suffix != "csv" or REJECTS in stem:
        return False
    return stem == kind.name or (kind.several and stem.startswith(f"{kind.name}-"))


def _missing(kind: str, names: list[str]) -> FileFault:
    csv = [
        name
        for name in names
        if name.lower().endswith((".csv", ".xlsx", ".xls", ".ods")) and REJECTS not in name.lower()
    ]
    params = {"found": ", ".join(csv[:10]), "nearest": nearest(f"{kind}.csv", csv) or ""}
    return FileFault(FileFaultKind.FILE_MISSING, f"{kind}.csv", params=params)
