"""The bytes of an input file, opened by ourselves: pandas would follow URLs and unpack archives."""

import hashlib
import mmap
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from adhoc_cli.tables.faults import FileFaultKind, unreadable
from adhoc_cli.text.system import reason_of

DEFAULT_LIMIT = 4 << 30  # bytes; the national roster of Pemilu 2024 is below 1 GiB
MAP_FROM = 1 << 20  # below this, reading is quicker than mapping
_HEAD = 512

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "xlsx"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xls"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"%PDF", "pdf"),
    (b"\xff\xfe\0\0", "binary"),  # UTF-32; its mark begins with that of UTF-16
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_HTML = re.compile(rb"\s*<(?:!doctype|!--|\?xml|[a-z][a-z0-9:]*[\s/>])", re.IGNORECASE)
UTF8_BOM = b"\xef\xbb\xbf"

Data = bytes | mmap.mmap


class Source(NamedTuple):
    """An opened file: its name (as findings print it), its bytes, and how to get their SHA-256."""

    name: str
    data: Data
    digest: Callable[[], str]


def open_source(path: Path | bytes, name: str, limit: int = DEFAULT_LIMIT) -> Source:
    """The file at `path`, or one that holds these bytes, as a `Source`.

    Raises `UnreadableFile` for what is no regular file, is above `limit` bytes, cannot be opened,
    or is plainly something else than text.
    """
    data = path if isinstance(path, bytes) else _bytes_of(path, name, limit)
    refuse_other_formats(data[:_HEAD], name)
    return Source(name, data, _digest(data))


def _bytes_of(path: Path, name: str, limit: int) -> Data:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # opening a named pipe would wait for ever
            raise unreadable(FileFaultKind.NOT_TEXT, name, found="no-file")
        if status.st_size > limit:
            raise unreadable(FileFaultKind.FILE_TOO_LARGE, name, size=status.st_size, limit=limit)
        with path.open("rb") as file:
            # Windows lets nobody replace a file that is mapped, ourselves included.
            if status.st_size < MAP_FROM or os.name == "nt":
                return file.read()
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except OSError as error:
        reason = reason_of(error)
        raise unreadable(FileFaultKind.NOT_TEXT, name, found="unopened", reason=reason) from None


def _digest(data: Data) -> Callable[[], str]:
    """The SHA-256 in the making: 0.2 s for 340 MB, which pass while the file is read."""

    def digest() -> str:
        return hashlib.sha256(data).hexdigest()

    if len(data) < MAP_FROM:
        return digest
    from concurrent.futures import ThreadPoolExecutor

    with_one_thread = ThreadPoolExecutor(1)
    future = with_one_thread.submit(digest)
    with_one_thread.shutdown(wait=False)
    return future.result


def refuse_other_formats(head: bytes, name: str) -> None:
    """Raise `UnreadableFile` when the first bytes are those of a workbook, an archive or a page."""
    found = next((found for start, found in _SIGNATURES if head.startswith(start)), None)
    if found is None and _HTML.match(head.removeprefix(UTF8_BOM)):
        found = "html"
    if found is None and len(head) >= 4:
        # ASCII in UTF-16 is half NUL, in UTF-32 three quarters.
        share = head.count(0) / len(head)
        if share >= 1 / 3:
            found = "utf-16" if share <= 1 / 2 and 0 in head[:2] else "binary"
    if found is not None:
        raise unreadable(FileFaultKind.NOT_TEXT, name, found=found)
