"""A source to grids of text cells: CSV in any common encoding, XLSX, XLS, ODS. URLs are refused.

A grid keeps where each line stands. Nothing is repaired here; only what a typed cell of a workbook
says is written as text: a date in ISO form, a whole number with all of its digits.
"""

import re
import stat
from collections.abc import Sequence
from pathlib import Path

from adhoc_cli.intake.encodings import refuse_unknown
from adhoc_cli.intake.grid import Grid, Score
from adhoc_cli.intake.limits import OPTIONS, Limits
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.result import SheetSkipped
from adhoc_cli.intake.text_file import read_text
from adhoc_cli.intake.workbook import read_workbook
from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.system import reason_of

_URL = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.-]+:/")
_HEAD = 4 << 10
_WORKBOOK = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "rar"),
    (b"%PDF", "pdf"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG", "png"),
    (b"\xff\xfe\0\0", "binary"),  # UTF-32; its mark begins with that of UTF-16
)
_HTML = re.compile(rb"\s*<(?:!doctype|!--|\?xml|[a-z][a-z0-9:]*[\s/>])", re.IGNORECASE)


def read_source(
    path: Path,
    score: Score,
    limits: Limits,
    chosen: Sequence[str] = (),
    encoding: str | None = None,
) -> tuple[list[Grid], list[SheetSkipped]]:
    """The grids of the file at `path`, and its sheets that were not read.

    `chosen` names the sheets to read (none: all that are visible). `score` says how much a list of
    lines looks like one with a header; it decides what separates the cells of a CSV file, which is
    in `encoding` where that is given. Raises `ImportRefused`.
    """
    if encoding is not None:
        refuse_unknown(encoding)
    name = path.name
    data = _bytes_of(path, limits)
    head = data[:_HEAD]
    if head.startswith((_WORKBOOK, _OLE)):
        if encoding is not None:
            raise ImportRefused("encoding_of_book", file=name)
        return read_workbook(data, name, limits, chosen)
    _refuse_others(head, name)
    if chosen:
        raise ImportRefused("sheet_of_text", file=name)
    return [read_text(data, name, score, limits, encoding)], []


def _bytes_of(path: Path, limits: Limits) -> bytes:
    if _URL.match(str(path)):  # pathlib has made one slash of the two
        raise ImportRefused("url", file=re.sub(r":/+", "://", str(path), count=1))
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # opening a named pipe would wait for ever
            kind = "source_folder" if stat.S_ISDIR(status.st_mode) else "source_special"
            raise ImportRefused(kind, file=path.name)
        _refuse_large(status.st_size, path.name, limits)
        with path.open("rb") as file:
            data = file.read(limits.size + 1)  # it may have grown since
    except FileNotFoundError:
        raise ImportRefused("no_source", file=str(path)) from None
    except (OSError, ValueError) as error:  # ValueError: a name with NUL
        raise ImportRefused("unopened", file=path.name, reason=reason_of(error)) from None
    _refuse_large(len(data), path.name, limits)
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise ImportRefused("empty", file=path.name)
    return data


def _refuse_large(size: int, name: str, limits: Limits) -> None:
    if size > limits.size:
        option = OPTIONS["size"]
        raise ImportRefused("large", file=name, size=size, limit=limits.size, option=option)


def _refuse_others(head: bytes, name: str) -> None:
    found = next((found for start, found in _OTHERS if head.startswith(start)), None)
    if found is None and _HTML.match(head.removeprefix(b"\xef\xbb\xbf")):
        found = "html"
    if found is not None:
        raise ImportRefused("other_format", file=name, found=found)
