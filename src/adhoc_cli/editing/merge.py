"""What workbooks changed, against how the roster stands now: what is to be written, what is not.

Of every cell there are three texts: how it stood when the workbook was written, how it is there
now, and how it is in the roster now. A row that both changed is nobody's to decide here.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from adhoc_cli.editing.faults import EditRefused
from adhoc_cli.editing.pairing import pair_rows
from adhoc_cli.editing.returned import Base, Entry, Returned, is_masked
from adhoc_cli.editing.rewrite import Edit
from adhoc_cli.editing.sheet import KEY, Cells, Row, digest, rows_of
from adhoc_cli.editing.values import refuse_misplaced, written
from adhoc_cli.models.codes import kecamatan_of
from adhoc_cli.models.columns import columns_of
from adhoc_cli.models.rows import Anggota
from adhoc_cli.roster.roster import Roster
from adhoc_cli.text.lazy import lazy_pattern

# "33.23.17.2005 Kledung": how the list of places offers one.
_CODE_AND_NAME = lazy_pattern(r"([0-9.]{8,13})\s+\D.*")
_NUMBER = lazy_pattern(r"[0-9]{1,15}(?:\.[0-9]+)?")
_REQUIRED = tuple(name for name, spec in columns_of(Anggota).items() if spec.required)


class NotTaken(NamedTuple):
    """A row of a workbook that is not written: which one, of whom, and why."""

    workbook: str
    number: int | None
    person: str
    place: str
    fault: EditRefused

    @property
    def is_done(self) -> bool:
        """Whether the roster has it already: nothing is left to do."""
        return self.fault.key == "there_already"


@dataclass
class Merged:
    """What is to be written, by file, and what is not; `answered` names the workbooks that changed
    anything."""

    changed: dict[str, dict[int, Cells]] = field(default_factory=lambda: defaultdict(dict))
    gone: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    new: dict[str, list[Cells]] = field(default_factory=lambda: defaultdict(list))
    not_taken: list[NotTaken] = field(default_factory=list)
    answered: set[str] = field(default_factory=set)

    def edits(self) -> dict[str, Edit]:
        """The edits, by file."""
        names = sorted({*self.changed, *self.gone, *self.new})
        return {
            name: Edit(
                self.changed.get(name, {}), self.gone.get(name, set()), self.new.get(name, [])
            )
            for name in names
        }

    @property
    def removed(self) -> int:
        """How many rows are to go."""
        return sum(map(len, self.gone.values()))


def merge(roster: Roster, workbooks: Sequence[Returned]) -> Merged:
    """What `workbooks` change in the roster as it is now."""
    merged = Merged()
    rows = {
        personal: list(rows_of(roster, personal=personal))
        for personal in {workbook.personal for workbook in workbooks}
    }
    for workbook in workbooks:
        _Merging(roster, rows[workbook.personal], workbook, merged).merge()
    return merged


class _Merging:
    """One workbook, and what was found of those before it."""

    def __init__(
        self, roster: Roster, rows: Sequence[Row], workbook: Returned, merged: Merged
    ) -> None:
        self._roster, self._rows, self._book, self._merged = roster, rows, workbook, merged
        self._now = pair_rows(workbook, rows)
        self._vocabulary = roster.profile.vocabulary()

    def merge(self) -> None:
        """Take in every row of the workbook, and those that are no longer in it.

        Raises `EditRefused` where its rows were sorted without their keys.
        """
        self._refuse_scrambled()
        for entry in self._new_ones():
            self._try(entry, self._add)
        seen = Counter(entry.key for entry in self._book.entries)
        for entry in self._kept_ones(seen):
            self._try(entry, self._change)
        for key, base in self._book.base.items():
            if key not in seen:
                self._merged.answered.add(self._book.name)
                self._try(Entry(0, key, base.cells), self._remove)

    def _refuse_scrambled(self) -> None:
        """Refuse a workbook in which a row is, cell for cell, one whose key stands elsewhere."""
        columns = [column for column in self._book.columns if column not in self._book.lacking]

        def told(cells: Cells) -> tuple[str, ...]:
            return tuple(_plain(cells.get(column, "")) for column in columns)

        own = {key: told(base.cells) for key, base in self._book.base.items()}
        moved = [(e, told(e.cells)) for e in self._book.entries if own.get(e.key)]
        moved = [(entry, cells) for entry, cells in moved if own[entry.key] != cells]
        keys = {entry.key for entry, _ in moved}
        elsewhere = {own[key] for key in keys}
        if any(cells in elsewhere for _, cells in moved):
            raise EditRefused("scrambled", file=self._book.name, column=KEY)

    def _try(self, entry: Entry, take: Callable[[Entry], None]) -> None:
        try:
            take(entry)
        except EditRefused as fault:
            told = {**self._base_cells(entry.key), **entry.cells}
            who, place = told.get("nama", ""), told.get("kode_wilayah", "")
            one = NotTaken(self._book.name, entry.number or None, who, place, fault)
            self._merged.not_taken.append(one)

    def _base_cells(self, key: str) -> Cells:
        base = self._book.base.get(key)
        return base.cells if base else {}

    # -- which row is which ------------------------------------------------------------------------

    def _copies(self) -> list[list[Entry]]:
        by_key: dict[str, list[Entry]] = defaultdict(list)
        for entry in self._book.entries:
            by_key[entry.key].append(entry)
        return [entries for key, entries in by_key.items() if key and len(entries) > 1]

    def _new_ones(self) -> Iterator[Entry]:
        """Rows without a key; and of copies, which carry the key of their row, those that differ
        from it."""
        for entry in self._book.entries:
            if not entry.key:
                yield entry
        for entries in self._copies():
            differing = [one for one in entries if self._differences(one)]
            if len(differing) < len(entries):
                yield from differing
                continue
            for one in entries:
                self._try(one, _refuse_copy)

    def _kept_ones(self, seen: Mapping[str, int]) -> Iterator[Entry]:
        for entry in self._book.entries:
            if entry.key and seen[entry.key] == 1:
                yield entry

    # -- one row -----------------------------------------------------------------------------------

    def _differences(self, entry: Entry) -> dict[str, str]:
        """The cells that the workbook changed."""
        base = self._base_cells(entry.key)
        return {
            column: entry.cells.get(column, "")
            for column in self._book.columns
            if column not in self._book.lacking
            and _plain(entry.cells.get(column, "")) != _plain(base.get(column, ""))
            and not (column in entry.typed and self._is_same(column, entry.cells, base))
        }

    def _is_same(self, column: str, cells: Cells, base: Cells) -> bool:
        """Whether a number or date that a program made of a text says what the text said."""
        texts = [cells.get(column, ""), base.get(column, "")]
        if all(_NUMBER.fullmatch(text) for text in texts):
            return float(texts[0]) == float(texts[1])
        try:
            now, then = (written(column, text, self._vocabulary) for text in texts)
        except (EditRefused, KeyError):
            return False
        return now == then

    def _change(self, entry: Entry) -> None:
        base = self._book.base.get(entry.key)
        if base is None:
            raise EditRefused("unknown_key")
        differences = self._differences(entry)
        if not differences:
            return
        self._merged.answered.add(self._book.name)
        row = self._now.get(entry.key)
        if row is None:
            raise EditRefused("row_gone", file=base.file)
        wanted = {column: self._written(column, text) for column, text in differences.items()}
        pending = {c: text for c, text in wanted.items() if text != row.cells.get(c, "")}
        if pending:
            told = {**row.cells, **pending}
            if "kode_wilayah" in pending:
                refuse_misplaced(self._roster.profile, told.get("badan", ""), told["kode_wilayah"])
            self._refuse_changed(base, row, wanted)
            self._claim(row, pending)
            self._merged.changed[row.file][row.line] = pending

    def _remove(self, entry: Entry) -> None:
        base, row = self._book.base[entry.key], self._now.get(entry.key)
        if row is None:
            return
        self._refuse_changed(base, row, {})
        self._claim(row, {})
        self._merged.gone[row.file].add(row.line)

    def _add(self, entry: Entry) -> None:
        self._merged.answered.add(self._book.name)
        cells = {
            column: text
            for column in self._book.columns
            if (text := self._written(column, entry.cells.get(column, ""), new=True))
        }
        if "jabatan" in cells and "badan" not in self._book.columns:
            body = (self._vocabulary.split(cells["jabatan"]) or ("", ""))[1]
        else:
            body = cells.get("badan", "")
        missing = [name for name in _REQUIRED if not cells.get(name) and name != "badan"]
        if missing or not body:
            raise EditRefused("required", column=(missing or ["badan"])[0])
        refuse_misplaced(self._roster.profile, body, cells["kode_wilayah"])
        added = (row for rows in self._merged.new.values() for row in rows)
        there = (*self._named.get(cells["nama"], ()), *added)
        if any(cells.items() <= {**dict.fromkeys(cells, ""), **row}.items() for row in there):
            raise EditRefused("there_already")
        self._merged.new[self._home(body, cells["kode_wilayah"])].append(cells)

    def _written(self, column: str, text: str, *, new: bool = False) -> str:
        """What is written for a cell. Raises `EditRefused`."""
        if is_masked(text):
            raise EditRefused("masked", column=column)
        if column not in columns_of(Anggota):
            return text.strip()
        if column == "kode_wilayah":
            return self._code(text)
        if new and not text.strip():
            return ""
        return written(column, text, self._vocabulary)

    def _code(self, text: str) -> str:
        offered = _CODE_AND_NAME.fullmatch(text.strip())
        code = written("kode_wilayah", offered[1] if offered else text, self._vocabulary)
        if code not in self._roster.places.level_of(code).index:
            raise EditRefused("place", code=code)
        return code

    def _refuse_changed(self, base: Base, row: Row, wanted: Cells) -> None:
        """Refuse a row that the roster changed, too, unless to what the workbook says."""
        columns = list(base.cells)
        if digest(row.cells, columns) == base.digest:
            return
        for column in columns:
            now = row.cells.get(column, "")
            if _plain(now) != _plain(base.cells[column]) and now != wanted.get(column):
                raise EditRefused("both", file=row.file, line=row.line, column=column)

    def _claim(self, row: Row, cells: Cells) -> None:
        """Refuse what another workbook changes otherwise."""
        taken = self._merged.changed.get(row.file, {}).get(row.line, cells)
        if taken != cells or row.line in self._merged.gone.get(row.file, ()):
            raise EditRefused("two_books", file=row.file, line=row.line)

    def _home(self, body: str, place: str) -> str:
        """The file of most rows of a body, near the place if there are some; the only one, where
        there is but one."""
        files = self._roster.members.files
        if len(files) == 1:
            return files[0].name
        named, above = self._vocabulary.body(body), kecamatan_of(place)
        found = self._homes[named, above] or self._homes[named, ""]
        if not found:
            raise EditRefused("no_home", body=body)
        return found.most_common(1)[0][0]

    @cached_property
    def _named(self) -> Mapping[str, Sequence[Cells]]:
        """The rows of the roster by name."""
        named: dict[str, list[Cells]] = defaultdict(list)
        for row in self._rows:
            named[row.cells.get("nama", "")].append(row.cells)
        return named

    @cached_property
    def _homes(self) -> Mapping[tuple[str | None, str], Counter[str]]:
        """By body, and kecamatan or "" for all, how many rows stand in which file."""
        homes: dict[tuple[str | None, str], Counter[str]] = defaultdict(Counter)
        for row in self._rows:
            body = self._body(row)
            homes[body, kecamatan_of(row.place)][row.file] += 1
            homes[body, ""][row.file] += 1
        return homes

    def _body(self, row: Row) -> str | None:
        split = self._vocabulary.split(row.cells.get("jabatan", ""))
        return self._vocabulary.body(row.cells.get("badan", "")) or (split[1] if split else None)


def _refuse_copy(_: Entry) -> None:
    raise EditRefused("copied")


def _plain(text: str) -> str:
    """A text without regard to the spaces that programs lose on their way."""
    return " ".join(text.split())
