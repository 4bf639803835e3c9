"""The file that an import writes: its name, what is in it already, and putting it on the disk."""

import csv
import errno
import hashlib
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

from adhoc_cli.checklist.faults import JournalWriteError
from adhoc_cli.checklist.lock import locked
from adhoc_cli.files.backup import FOLDER as COPIES
from adhoc_cli.files.backup import count_rows
from adhoc_cli.files.folder import NewFile, is_there, name_key
from adhoc_cli.intake.grid import Line
from adhoc_cli.intake.limits import Limits
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.result import Existing, Mode
from adhoc_cli.intake.text_file import read_text
from adhoc_cli.models.columns import RowModel, headers_of
from adhoc_cli.models.spelling import header_key
from adhoc_cli.tables.folder import REJECTS
from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.system import number_of, reason_of, write_refusal

_MEMBER_FILE = lazy_pattern(r"anggota(?:-[^/\\]*)?\.csv", re.IGNORECASE)


def target_name(kind: str, name: str | None) -> str:
    """The name of the target. Raises `ImportRefused` for one that the reader would not read."""
    plain = name if name is None or name.lower().endswith(".csv") else f"{name}.csv"
    if plain is None:
        return f"{kind}.csv"
    if plain != Path(plain).name or "\\" in plain or not plain.isprintable():
        raise ImportRefused("name", name=plain)
    read = (
        _MEMBER_FILE.fullmatch(plain) is not None
        if kind == "anggota"
        else plain.lower() == f"{kind}.csv"
    )
    if not read or REJECTS in plain.lower():
        wanted = "anggota.csv, anggota-….csv" if kind == "anggota" else f"{kind}.csv"
        raise ImportRefused("name_not_read", name=plain, wanted=wanted)
    return plain


def as_it_stands(folder: Path, name: str) -> str:
    """The name that the file `name` has in `folder`, where it is there in other capitals: a second
    one would be the same file on Windows and macOS, and each of its rows twice elsewhere."""
    there: list[str] = []
    with suppress(OSError):
        there = [one.name for one in folder.iterdir() if name_key(one.name) == name_key(name)]
    return name if name in there else min(there, default=name)


def mode_for(target: Path, model: type[RowModel], mode: Mode) -> Mode:
    """The mode of an import that was asked for: a target of a header alone is like none at all."""
    if mode is Mode.NEW and rows_of(target) == 0:
        first = target.read_text(encoding="utf-8-sig", errors="replace").partition("\n")[0]
        if any(header_key(cell) in headers_of(model) for cell in first.split(",")):
            return Mode.REPLACE
    return mode


def rows_of(target: Path) -> int | None:
    """The rows of the target, None where it is no file."""
    try:
        is_file = target.is_file() and not target.is_symlink()
        return count_rows(target.read_bytes()) if is_file else None
    except OSError as error:
        raise refusal(error, target.parent) from None


def refuse_fewer(name: str, before: int, after: int) -> None:
    """Raise `ImportRefused` where more than a fifth of the rows of a target would be gone."""
    if after * 5 < before * 4:
        raise ImportRefused("fewer_rows", file=name, before=before, after=after)


def look_around(folder: Path, target: Path, sources: Sequence[Path], mode: Mode) -> None:
    """Raise `ImportRefused` where `target` cannot be written in this `mode`."""
    try:
        _look(folder, target, sources, mode)
    except OSError as error:
        raise refusal(error, folder) from None


def _look(folder: Path, target: Path, sources: Sequence[Path], mode: Mode) -> None:
    if folder.is_symlink():  # what is written through it lands elsewhere
        raise ImportRefused("folder_link", folder=str(folder))
    if not folder.is_dir():
        key = "not_a_folder" if is_there(folder) else "folder_missing"
        raise ImportRefused(key, folder=str(folder))
    if target.is_symlink():
        raise ImportRefused("target_link", file=target.name)
    if not is_there(target):
        if mode is Mode.APPEND:
            raise ImportRefused("target_missing", file=target.name)
        return
    if not target.is_file():
        raise ImportRefused("target_not_a_file", file=target.name)
    if any(is_same(target, source) for source in sources):
        raise ImportRefused("target_is_source", file=target.name)
    if mode is Mode.NEW:
        raise ImportRefused("target_exists", file=target.name)


def is_same(target: Path, source: Path) -> bool:
    """Whether two paths are one file."""
    try:
        return target.samefile(source)
    except (OSError, ValueError):
        return False


def refuse_repeated(sources: Sequence[Path]) -> None:
    """Raise `ImportRefused` for a source that is named twice: each of its rows would be two."""
    for first, source in combinations(sources, 2):
        if first == source or is_same(first, source):
            raise ImportRefused("source_twice", file=str(source))


def fingerprint_of(path: Path) -> str | None:
    """A digest of the file at `path`, None where there is no file."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise refusal(error, path.parent) from None


def existing(path: Path, model: type[RowModel], limits: Limits) -> Existing:
    """The records of the target that rows are appended to.

    Raises `ImportRefused` unless it is plain: a header in the first line, every row as wide.
    """
    headers = headers_of(model)

    def named(lines: Sequence[Line]) -> int:
        return max((sum(header_key(c) in headers for c in line.cells) for line in lines), default=0)

    grid = read_text(path.read_bytes(), path.name, named, limits)
    width = len(grid.lines[0].cells)
    for line in grid.lines:
        if line.fault is not None or len(line.cells) != width:
            raise ImportRefused("append_layout", file=path.name, line=line.number)
    columns = [headers.get(header_key(cell)) for cell in grid.lines[0].cells]
    if not any(columns) or len(set(filter(None, columns))) < sum(map(bool, columns)):
        raise ImportRefused("append_layout", file=path.name, line=grid.lines[0].number)
    return Existing(
        [line.cells for line in grid.lines],
        [line.number for line in grid.lines],
        columns,
    )


# -- writing ---------------------------------------------------------------------------------------


def csv_file(name: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> NewFile:
    """A file for its owner only: RFC 4180 in UTF-8, lines ended by LF."""
    text = _EndedByLf(newline="")
    # Before Python 3.13 a CR in a cell is only put in quotes where it is part of the line's end.
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    content = text.getvalue()
    return NewFile(name, content.encode(), content.count("\n"), private=True)


class _EndedByLf(io.StringIO):
    """Takes the lines of a csv.writer, which end in CR LF."""

    def write(self, line: str) -> int:
        return super().write(line.removesuffix("\r\n") + "\n")


def is_plain(path: Path) -> bool:
    """Whether a regular file is there, and no link."""
    return path.is_file() and not path.is_symlink()


@contextmanager
def sole_writer(folder: Path, mode: Mode) -> Iterator[None]:
    """Nobody else changes the folder meanwhile, where a file that is there is to be changed.

    Of twelve imports at once that appended to one file seven said that they had written, and four
    of these rows were gone. It is the lock of the journal, one for the folder. Raises
    `JournalLocked`, and `ImportRefused` where the folder takes no lock file. A new file needs none:
    it gets its name only where nothing has it.
    """
    with ExitStack() as held:
        if mode is not Mode.NEW:
            try:
                held.enter_context(locked(folder, datetime.now(UTC).astimezone()))
            except JournalWriteError as failure:
                raise refusal(OSError(failure.errno, ""), folder) from None
        yield


def refusal(error: OSError, folder: Path) -> ImportRefused:
    """The refusal for what the system said."""
    name = Path(error.filename2 or error.filename or folder).name
    if name == COPIES and error.errno in (errno.EEXIST, errno.ENOTDIR):
        return ImportRefused("copies_file", folder=str(folder / name))
    if error.errno == errno.EEXIST:
        return ImportRefused("target_exists", file=name)
    number = number_of(error)
    if number == errno.EBUSY and error.filename:
        return ImportRefused("file_open", file=name, reason=reason_of(number))
    key = write_refusal(error) or "write_failed"
    return ImportRefused(key, folder=str(folder), reason=reason_of(number))
