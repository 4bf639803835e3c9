"""A line that holds several people, taken apart where each of its cells says how.

Every part of the name is a person's, and every other filled cell has as many parts or holds for all
of them, as a place does. Else the line stays whole, and is refused.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from adhoc_cli.intake.grid import Line
from adhoc_cli.intake.repair import is_empty, plain
from adhoc_cli.models.names import name_key, names_several, people_by_comma
from adhoc_cli.models.nobody import is_nobody
from adhoc_cli.models.vocabulary import Vocabulary
from adhoc_cli.text.lazy import lazy_pattern

_BULLET = lazy_pattern(r"^[-–•*·]\s*")
_NUMBER = lazy_pattern(r"(?<!\S)([0-9]{1,2})[.)](?![0-9])")
# Signs that nobody writes into a name, and those that may also break a long one or tell a variant.
_SURE = (lazy_pattern(r";"), lazy_pattern(r"\s(?:dan|serta|and|&)\s", re.IGNORECASE))
_DOUBTFUL = (lazy_pattern(r"\n|<br ?/?>", re.IGNORECASE), lazy_pattern(r"[/|+]"))
# Columns in which a comma or a stroke stands between values and in none.
_LISTED = frozenset({"nik", "telepon", "jabatan", "jenis_kelamin"})
_LIST = lazy_pattern(r"[,/]")
# Columns whose one value may hold for several people.
_SHARED = frozenset({
    "badan", "kode_wilayah", "kode_kecamatan", "kode_desa", "kecamatan", "desa", "tps", "status",
    "tanggal_mulai", "tanggal_selesai", "nomor_sk", "kegiatan", "tanggal",
    "hadir",
})  # fmt: skip
_OF_MANY = frozenset({"anggota", "staf"})  # roles that several people hold


def taken_apart(line: Line, at: Mapping[str, int], words: Vocabulary) -> list[Line]:
    """The lines of the people that a line holds; the line itself where they cannot be told."""
    name = line.cell(at.get("nama"))
    found, sure = _people(name)
    people = [_BULLET.sub("", one) for one in found]
    if len(people) < 2 or not all(map(_is_person, people)) or _repeats(people):
        return [line]
    columns = {at["nama"]: people}
    alike = False
    for column, place in at.items():
        cell = line.cell(place)
        if column == "nama" or is_empty(cell):
            continue
        parts = _parts(cell, column, len(people), words)
        if parts is None:
            return [line]
        alike |= len(set(parts)) > 1
        columns[place] = parts
    if _repeats(columns.get(at.get("nik", -1), [])) or not (sure or alike):
        return [line]
    return [_of_one(line, columns, number) for number in range(len(people))]


def _people(name: str) -> tuple[list[str], bool]:
    """The parts of a name, and whether what stands between them is in no name."""
    if len(numbered := _numbered(name)) > 1:
        return numbered, True
    for sure, signs in ((True, _SURE), (False, _DOUBTFUL)):
        for sign in signs:
            if len(parts := list(filter(None, _split(sign, name)))) > 1:
                return parts, sure
    return people_by_comma(plain(name)), False


def _parts(cell: str, column: str, count: int, words: Vocabulary) -> list[str] | None:
    """The values of a cell for so many people, None where it does not say whose they are."""
    for parts in _splits(cell, column):
        if len(parts) > 1:  # one of them may have none: "; guru honorer"
            filled = list(filter(None, parts))
            return next((one for one in (parts, filled) if len(one) == count), None)
    shared = column in _SHARED
    if column == "jabatan" and not any(map(str.isdigit, cell)):
        shared = (words.role(cell) or "").partition(" ")[0] in _OF_MANY
    return [cell] * count if shared else None


def _splits(cell: str, column: str) -> Iterator[list[str]]:
    yield _numbered(cell)
    for sign in (*_SURE[:1], _DOUBTFUL[0]):
        yield _split(sign, cell)
    if column in _LISTED:
        yield _split(_LIST, cell)
        yield _split(_SURE[1], cell)


def _numbered(cell: str) -> list[str]:
    """The parts of "1. Joko 2. Rudi"; none where the numbers do not count up from 1."""
    found = list(_NUMBER.finditer(cell))
    if (
        not found
        or found[0].start()
        or [int(one[1]) for one in found] != [*range(1, len(found) + 1)]
    ):
        return []
    ends = [*(one.start() for one in found[1:]), len(cell)]
    return [cell[one.end() : end].strip(" ,;\n") for one, end in zip(found, ends, strict=True)]


def _split(sign: re.Pattern[str], cell: str) -> list[str]:
    return [part.strip(" ,;\n") for part in sign.split(cell)]


def _is_person(name: str) -> bool:
    letters = sum(map(str.isalpha, name))
    is_one = not names_several(name) and not any(map(str.isdigit, name))
    return letters > 1 and is_one and not is_nobody(name)


def _repeats(values: Sequence[str]) -> bool:
    """Whether two people would be one."""
    return len({name_key(value) for value in values}) < len(values)


def _of_one(line: Line, columns: Mapping[int, Sequence[str]], number: int) -> Line:
    cells = (columns[at][number] if at in columns else cell for at, cell in enumerate(line.cells))
    return line._replace(cells=tuple(cells))
