"""Files of a roster folder that nothing reads though they look like lists: copies, workbooks, files
under another name. What the tool wrote itself, and what is no table, is none of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from filecmp import cmp
from pathlib import Path
from typing import Literal, NamedTuple

from adhoc_cli.files.backup import count_rows
from adhoc_cli.models.rows import MODELS
from adhoc_cli.models.vocabulary import Vocabulary
from adhoc_cli.tables.source import UTF8_BOM
from adhoc_cli.text.lazy import lazy_pattern

Looks = Literal["same", "copy", "open", "workbook", "text"]

_WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_TEXTS = (".csv", ".tsv", ".tab", ".txt")
_OPEN = "~$"  # before the name of a workbook that Excel has open
# How Windows, macOS, Excel, browsers and shared drives name the copy of a file.
_WORD = r"(?:cop(?:y|ies)|kopi|salinan|salin|duplikat|duplicate)"
_BEFORE = lazy_pattern(rf"^{_WORD}(?:\s+(?:of|dari))?[\s_-]+", re.IGNORECASE)
_AFTER = lazy_pattern(
    rf"(?:\s*\(\d{{1,2}}\)|[\s_-]*\([^()]*{_WORD}[^()]*\)|[\s_-]+{_WORD}(?:[\s_-]?\d{{1,2}})?)+$",
    re.IGNORECASE,
)
_HEAD = 1 << 12
# A column of each CSV file that adhoc writes for others, which no file of an office has.
_OUR_COLUMNS = frozenset({"region_code", "severity", "butir", "overridden"})
_AUTHOR = b">adhoc-cli<"  # in the properties of each workbook that adhoc writes
_LISTS = frozenset(MODELS) - {"anggota"}
_FILLERS = frozenset({"anggota", "data", "daftar", "file", "csv", "xlsx", "txt"})


class Unread(NamedTuple):
    """A file that nothing reads, and what it looks like.

    `original` is the file that it is a copy of or was open as, `rows` how many rows of a copy stay
    out, `suggested` the name under which it would be read; `sounds` whether its name is that of a
    list of ours, so that something may be missing.
    """

    name: str
    looks: Looks
    original: str = ""
    rows: int = 0
    suggested: str = ""
    sounds: bool = False


def copies_in(names: Sequence[str]) -> dict[str, str]:
    """The files that are by name the copy of another one of the folder, each with that one."""
    present = {name.casefold(): name for name in names}
    originals: dict[str, str] = {}
    for name in names:
        stem, dot, suffix = name.rpartition(".")
        bare = _AFTER.sub("", _BEFORE.sub("", stem))
        if bare != stem and (original := present.get(f"{bare}{dot}{suffix}".casefold())):
            originals[name] = original
    return originals


def same_as_another(path: Path, names: Sequence[str]) -> dict[str, str]:
    """Of these files those that hold the very bytes of another one, each with that one."""
    by_size: dict[int, list[str]] = {}
    originals: dict[str, str] = {}
    for name in sorted(names, key=lambda name: (len(name), name)):
        with suppress(OSError):
            alike = by_size.setdefault((path / name).stat().st_size, [])
            found = next((one for one in alike if _are_same(path / one, path / name)), None)
            if found is None:
                alike.append(name)
            else:
                originals[name] = found
    return originals


def _are_same(one: Path, other: Path) -> bool:
    """Whether two files hold the same rows; of two lists of nobody neither is a copy."""
    return one.is_file() and other.is_file() and cmp(one, other, shallow=False) and _rows(one) > 0


def _rows(path: Path) -> int:
    with suppress(OSError):
        return count_rows(path.read_bytes())
    return 0


def unread_files(
    path: Path,
    names: Sequence[str],
    read: Sequence[str],
    copies: Mapping[str, str],
    words: Vocabulary,
) -> Iterator[Unread]:
    """The files among `names` of the folder `path` that nobody reads, in the order of `names`."""
    for name in names:
        original = copies.get(name, "")
        if name in read or ((looks := _looks(path / name)) is None and original not in read):
            continue
        if original:
            yield _copy(path, name, original)
        elif looks:
            yield _other(name, looks, names, read, words)


def _copy(path: Path, name: str, original: str) -> Unread:
    same = (path / original).is_file() and cmp(path / original, path / name, shallow=False)
    rows = 0 if same or not name.lower().endswith(_TEXTS) else _rows(path / name)
    return Unread(name, "same" if same else "copy", original, rows)


def _looks(file: Path) -> Looks | None:
    """What a file looks like, None for what is no table, or ours."""
    name = file.name.lower()
    if not name.endswith(_WORKBOOKS + _TEXTS) or name.startswith(".") or not file.is_file():
        return None
    if name.startswith(_OPEN):
        return "open"
    if name.endswith(_WORKBOOKS):
        return None if _is_our_workbook(file) else "workbook"
    return "text" if _is_list(file) else None


def _is_our_workbook(file: Path) -> bool:
    """Whether adhoc wrote it: what is no XLSX, or is damaged, it did not."""
    from zipfile import ZipFile

    try:
        with ZipFile(file) as book, book.open("docProps/core.xml") as core:
            return _AUTHOR in core.read(_HEAD)
    except Exception:  # noqa: BLE001 - whatever a damaged or locked archive makes zipfile raise
        return False


def _is_list(file: Path) -> bool:
    """Whether a text file is a table that adhoc did not write; of prose the first line is none."""
    try:
        with file.open("rb") as opened:
            head = opened.read(_HEAD).removeprefix(UTF8_BOM)
    except OSError:  # it is somebody's, and nobody knows what
        return file.suffix.lower() != ".txt"
    first = head.strip().split(b"\n", 1)[0].decode("latin-1")
    cells = {cell.strip().strip('"').lower() for cell in re.split(r"[,;\t|]", first)}
    if cells & _OUR_COLUMNS:
        return False
    return file.suffix.lower() != ".txt" or len(cells) > 2


def _other(
    name: str, looks: Looks, names: Sequence[str], read: Sequence[str], words: Vocabulary
) -> Unread:
    """A file that is no copy: its name may say that it is a list of ours. One beside a file that is
    read under the same name is where that came from, most likely."""
    stem = name.removeprefix(_OPEN).rpartition(".")[0]
    if looks == "open":
        return Unread(name, looks, name.removeprefix(_OPEN))
    parts = re.findall(r"[^\W_]+", stem.lower())
    kinds = [part for part in parts if part in _LISTS]
    of_members = any(part.startswith("anggota") or words.body(part) for part in parts)
    beside = any(one.rpartition(".")[0].lower() == stem.lower() for one in read)
    suggested = _suggested(parts, kinds, of_members=of_members) if looks == "text" else ""
    taken = suggested in {one.lower() for one in names}
    sounds = (of_members or bool(kinds)) and not beside
    return Unread(name, looks, suggested="" if taken else suggested, sounds=sounds)


def _suggested(parts: Sequence[str], kinds: Sequence[str], *, of_members: bool) -> str:
    """The name under which a list would be read: "PPS 2024" as anggota-pps-2024.csv."""
    if of_members:
        return "-".join(["anggota", *(p for p in parts if p not in _FILLERS)]) + ".csv"
    return f"{kinds[0]}.csv" if kinds else ""
