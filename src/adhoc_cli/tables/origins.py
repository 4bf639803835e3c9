"""Where the rows of a roster file stood before an import: file, sheet and row of a workbook.

An import leaves it beside its record in `cadangan/`, by what each row says: a row that was edited
since has no origin any more, wherever it stands now, and neither has one of a workbook that was
changed since. Better none than a wrong one.
"""

import hashlib
import json
import os
import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from adhoc_cli.files.backup import FOLDER
from adhoc_cli.files.folder import NewFile
from adhoc_cli.models.columns import RowModel
from adhoc_cli.models.finding import Origin
from adhoc_cli.tables.faults import UnreadableFile
from adhoc_cli.tables.rows_at import RowsAt

NAME = "asal.json"
SCHEMA = "adhoc.origins/1"
MOST = 100_000  # rows of an import: nobody looks for the row in a larger workbook
_LETTERS = str.maketrans("0123456789", "ghijklmnop")  # sixteen digits would look like a NIK

Cells = Iterable[tuple[str, str]]


def _digest(salt: str, cells: Cells) -> str:
    """What tells a row from others, in whatever order its columns stand."""
    filled = sorted((name, text.strip()) for name, text in cells if text.strip())
    made = hashlib.blake2b(repr(filled).encode(), digest_size=8, salt=salt.encode())
    return made.hexdigest().translate(_LETTERS)


# -- written by an import --------------------------------------------------------------------------


def origins_file(
    folder: Path, sources: Iterable[Path], rows: Iterable[tuple[Cells, Origin]]
) -> NewFile:
    """The file with the origins of the rows that go into a roster of `folder`. A row that is there
    twice has none."""
    salt = secrets.token_hex(8)
    found: dict[str, Origin | None] = {}
    for cells, origin in rows:
        key = _digest(salt, cells)
        found[key] = None if key in found else origin
    said = {
        "schema": SCHEMA,
        "salt": salt,
        "sources": {path.name: _source(folder, path) for path in sources},
        "rows": {key: origin for key, origin in found.items() if origin},
    }
    return NewFile(NAME, json.dumps(said).encode(), len(found), private=True)


def _source(folder: Path, path: Path) -> tuple[str, str | None]:
    """Where a source lies as seen from the folder, and its digest."""
    try:
        where = os.path.relpath(path, folder)
    except ValueError:  # on another drive
        where = str(path.absolute())
    return where, _content(path)


def _content(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


# -- read by a check -------------------------------------------------------------------------------


class Origins:
    """The origins of the rows of a folder; `models` says of each of its files what its rows are."""

    def __init__(self, folder: Path, models: Mapping[str, type[RowModel]]) -> None:
        self._folder, self._models = folder, models
        self._known = list(_read(folder))
        self._unchanged = cache(self._is_unchanged)
        self._rows = cache(self._rows_of)

    def __bool__(self) -> bool:
        return bool(self._known)

    def of(self, file: str | None, line: int | None) -> Origin | None:
        """Where the row on a line of a roster file came from, if that is sure."""
        rows = self._rows(file) if file in self._models and line else None
        if rows is None or line is None:
            return None
        with suppress(ValueError, IndexError):  # no row, or another file than was read
            cells = rows.row(line).items()
            for one in self._known:  # the newest import first
                origin = one["rows"].get(_digest(one["salt"], cells))
                if origin is not None:
                    return Origin(*origin) if self._unchanged(str(origin[0])) else None
        return None

    def _rows_of(self, file: str) -> RowsAt | None:
        with suppress(OSError, UnreadableFile):
            return RowsAt(file, (self._folder / file).read_bytes(), self._models[file])
        return None

    def _is_unchanged(self, file: str) -> bool:
        """Whether a source is as it was imported last, or is not there to be looked at."""
        for one in self._known:
            if file in one["sources"]:
                where, digest = one["sources"][file]
                return _content(self._folder / where) in (digest, None)
        return True


def _read(folder: Path) -> Iterator[dict[str, Any]]:
    """What the imports left, the newest first; what is none of ours is passed over."""
    for path in sorted((folder / FOLDER).glob(f"*/{NAME}"), reverse=True):
        with suppress(OSError, ValueError, KeyError, TypeError):
            said: Any = json.loads(path.read_bytes())
            if said["schema"] == SCHEMA and said["rows"] is not None:
                yield said
