"""What a write replaced is kept: a folder a write under `cadangan/`, named after its time.

In it lie the files as they were before, and a record of what was written. The last write can be
taken back as long as nobody changed its files since, and a folder be seen as it was on a day.
"""

import csv
import hashlib
import io
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from adhoc_cli.files.folder import Instead, NewFile, put
from adhoc_cli.text.days import WIB

FOLDER = "cadangan"
RECORD = "catatan.json"
SCHEMA = "adhoc.backup/1"
_STAMP = "%Y%m%d-%H%M%S-%f"


class Kept(NamedTuple):
    """A file of a write: its rows (None: not there) and digests before and after."""

    name: str
    rows_before: int | None
    rows_after: int | None
    before: str | None
    after: str | None


class Write(NamedTuple):
    """A write to a roster folder: where its copies lie, the command, the write it took back."""

    folder: Path
    when: datetime
    command: str
    files: tuple[Kept, ...]
    undoes: str | None = None


class UndoRefused(Exception):  # noqa: N818 - a state of the operator's files, not an error of ours
    """Nothing was taken back: a key, and the files and the folder that it is about."""

    def __init__(self, key: str, files: Sequence[str] = (), copies: Path | None = None) -> None:
        super().__init__(key)
        self.key = key
        self.files = files
        self.copies = copies


@contextmanager
def kept(
    folder: Path,
    files: Sequence[NewFile],
    command: str,
    *,
    gone: Sequence[str] = (),
    undoes: str | None = None,
    beside: Sequence[NewFile] = (),
) -> Iterator[None]:
    """Keep what `files` of `folder` are about to replace, and what is `gone` after it; `beside` the
    record lie more files about the write.

    The copies are on the disk before the body runs; they go again where it fails. Raises `OSError`.
    """
    entry = _new_entry(folder)
    try:
        changes = [_keep(folder, entry, new.name, new.content) for new in files]
        changes += [_keep(folder, entry, name, None) for name in gone]
        record = {
            "schema": SCHEMA,
            "command": command,
            "undoes": undoes,
            "files": [change._asdict() for change in changes],
        }
        put(entry, [_private(RECORD, json.dumps(record, indent=1).encode()), *beside], ())
        yield
    except BaseException:
        shutil.rmtree(entry, ignore_errors=True)
        with suppress(OSError):
            entry.parent.rmdir()
        raise


def writes(folder: Path) -> list[Write]:
    """The writes that were kept, oldest first. What is no record of ours is passed over."""
    with suppress(OSError):
        entries = sorted(path for path in (folder / FOLDER).iterdir() if path.is_dir())
        return [found for path in entries if (found := _read(path)) is not None]
    return []


def last_write(folder: Path) -> Write:
    """The last write that was not taken back yet. Raises `UndoRefused`."""
    every = writes(folder)
    undone = {one.undoes for one in every}
    for one in reversed(every):
        if one.undoes is None and one.folder.name not in undone:
            return one
    raise UndoRefused("nothing")


def undo(folder: Path, write: Write) -> None:
    """Put the files of `write` back as they were; what stands there now is kept as well.

    Raises `UndoRefused` where one of them was changed since, and `OSError`.
    """
    current = {one.name: _digest(folder / one.name) for one in write.files}
    changed = [one.name for one in write.files if current[one.name] != one.after]
    if changed:
        raise UndoRefused("changed", changed, write.folder)
    damaged = [one.name for one in write.files if one.before != _digest(write.folder / one.name)]
    if damaged:
        raise UndoRefused("damaged", damaged, write.folder)
    back = [
        _private(one.name, (write.folder / one.name).read_bytes())
        for one in write.files
        if one.before is not None
    ]
    gone = [one.name for one in write.files if one.before is None]
    new = [one for one in back if current[one.name] is None]
    over = [one for one in back if current[one.name] is not None]
    with kept(folder, back, "undo", gone=gone, undoes=write.folder.name):
        put(folder, new, over)
        for name in gone:
            (folder / name).unlink(missing_ok=True)


def as_it_was(folder: Path, day: date) -> Instead | None:
    """What the files of `folder` held when `day` began that were written since, None for one that
    was not there; None where nothing was kept since.

    Edits by hand are not kept: a file that no write replaced since is as it is now.
    """
    since = [one for one in writes(folder) if one.when.date() >= day]
    if not since:
        return None
    return {
        one.name: None if one.before is None else (write.folder / one.name).read_bytes()
        for write in reversed(since)  # the oldest has the last word
        for one in write.files
    }


def count_rows(content: bytes) -> int:
    """The rows of a CSV file below its header, empty ones aside, whatever its encoding.

    A workbook (the rejected rows of one) counts none.
    """
    if content.startswith(b"PK"):
        return 0
    text = content.decode("latin-1")
    try:
        rows = sum(any(cell.strip() for cell in row) for row in csv.reader(io.StringIO(text)))
    except csv.Error:
        rows = sum(bool(line.strip()) for line in text.splitlines())
    return max(rows - 1, 0)


# -- an entry --------------------------------------------------------------------------------------


def _new_entry(folder: Path) -> Path:
    (folder / FOLDER).mkdir(mode=0o700, exist_ok=True)
    if (folder / FOLDER).is_symlink():  # what is written through it lands elsewhere
        raise NotADirectoryError(20, os.strerror(20), str(folder / FOLDER))
    while True:
        entry = folder / FOLDER / datetime.now(UTC).astimezone(WIB).strftime(_STAMP)
        with suppress(FileExistsError):  # another write of the same microsecond
            entry.mkdir(mode=0o700)
            return entry


def _keep(folder: Path, entry: Path, name: str, content: bytes | None) -> Kept:
    after = None if content is None else hashlib.sha256(content).hexdigest()
    rows = None if content is None else count_rows(content)
    try:
        old = (folder / name).read_bytes()
    except FileNotFoundError:
        return Kept(name, None, rows, None, after)
    put(entry, [_private(name, old)], ())
    return Kept(name, count_rows(old), rows, hashlib.sha256(old).hexdigest(), after)


def _private(name: str, content: bytes) -> NewFile:
    return NewFile(name, content, 0, private=True)


def _read(path: Path) -> Write | None:
    """The record in `path`, None where there is none that can be trusted."""
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
        record: Any = json.loads((path / RECORD).read_bytes())
        when = datetime.strptime(path.name, _STAMP).replace(tzinfo=WIB)
        files = tuple(_file(one) for one in record["files"])
        if record["schema"] == SCHEMA:
            undoes = record["undoes"]
            return Write(path, when, str(record["command"]), files, undoes and str(undoes))
    return None


def _file(one: Any) -> Kept:
    kept_file = Kept(**one)
    if Path(kept_file.name).name != kept_file.name or kept_file.name in {"", ".", ".."}:
        raise ValueError
    return kept_file


def _digest(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return None
