"""The trial: what the doctor and the strict reader make of a polluted file, against what is true.

Whatever is written, refused or told is compared with a truth that this code does not ask the
product for. Everything that is none of the four good outcomes is wrong in silence.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any
from unittest.mock import patch

from adhoc_cli.engine.run import run_rules
from adhoc_cli.intake import workbook, workbook_child
from adhoc_cli.intake.doctor import Intake, Options, plan, write
from adhoc_cli.intake.fault_texts import fault_text, refused_text
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.models.report import Status
from adhoc_cli.models.rows import MODELS
from adhoc_cli.profiles.load import Office, load_office
from adhoc_cli.roster.roster import Roster, load_roster
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.registry import all_rules
from adhoc_cli.tables.faults import FaultLog, FileFaultKind
from adhoc_cli.tables.folder import Folder
from adhoc_cli.tables.read import read_table
from adhoc_cli.tables.table import Table
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.words import LANGUAGES
from tests.polluted.cells import squeezed
from tests.polluted.clean import AS_OF, COLUMNS, FREE, REQUIRED, content_of
from tests.polluted.made import CSV, Meant, Polluted

WAYS = IMPORT, CHECK = "import", "check"
_HOLE = re.compile(r"\{[a-z_]+[}!:]")  # of a template that was not filled


class Outcome(StrEnum):
    """What became of a polluted file; one that is worse is further down."""

    REPAIRED = "repaired"
    EQUAL = "equal"
    TOLD = "told"
    REFUSED = "refused"
    WRONG = "wrong"


@dataclass(frozen=True)
class Verdict:
    """The outcome of one way of reading, and why it is wrong where it is."""

    way: str
    outcome: Outcome
    why: str = ""
    seconds: float = 0.0


# What `check` leaves alone, beside the kinds that say `kept`.
_EXCEPTIONS: Mapping[tuple[str, str], str] = {
    ("bimtek", "kode_wilayah"): "the NIK beside it says who attended; the place is not looked at",
    ("pemangku", "kode_wilayah"): "a contact may stand at either level; C954 tells who has none",
}


def _excepted(polluted: Polluted, column: str, by_check: bool) -> bool:
    valid = polluted.kind.startswith(("code-", "codes-")) and by_check
    return valid and (polluted.file, column) in _EXCEPTIONS


class _WrongError(Exception):
    """Something is wrong in silence."""


def _must(condition: object, why: str) -> None:
    if not condition:
        raise _WrongError(why)


@dataclass
class Trial:
    """Two folders for each kind of file (all others in them are clean), and what they hold."""

    path: Path
    office: Office
    thorough: bool = False
    _sources: Path = field(init=False)
    _clean: Mapping[str, Table] = field(init=False)

    def __post_init__(self) -> None:
        for kind in COLUMNS:
            (self.path / f"{kind}.csv").write_bytes(content_of(kind))
        self._clean = {kind: self.table(kind, self.path / f"{kind}.csv") for kind in COLUMNS}
        self._sources = self.path / "sumber"
        self._sources.mkdir()
        for kind in COLUMNS:
            (self.path / kind).mkdir()
            for other in COLUMNS:
                if other != kind:
                    (self.path / kind / f"{other}.csv").write_bytes(content_of(other))

    def verdicts(self, polluted: Polluted, ways: Sequence[str] = WAYS) -> Iterator[Verdict]:
        """Both ways; a workbook is read by the doctor only."""
        if IMPORT in ways or polluted.suffix != CSV:
            yield self._judged(IMPORT, polluted, self._imported)
        if CHECK in ways and polluted.suffix == CSV:
            yield self._judged(CHECK, polluted, self._checked)

    def _judged(self, way: str, polluted: Polluted, judge: Any) -> Verdict:
        start = time.process_time()
        try:
            outcome, why = judge(polluted), ""
        except _WrongError as wrong:
            outcome, why = Outcome.WRONG, str(wrong)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a verdict
            outcome, why = Outcome.WRONG, f"{type(error).__name__}: {error}"
        return Verdict(way, outcome, why, time.process_time() - start)

    # -- through the doctor ------------------------------------------------------------------------

    def _imported(self, polluted: Polluted) -> Outcome:
        folder = self.path / polluted.file
        source = self._sources / f"sumber{polluted.suffix}"
        source.write_bytes(polluted.content)
        try:
            made = self._made(source, polluted, folder)
            if made is None:
                return Outcome.REFUSED
            return _Import(polluted, made, folder, self).outcome()
        finally:
            _must(source.read_bytes() == polluted.content, "the source was changed")
            for path in folder.glob(f"{polluted.file}*.csv"):
                path.unlink()

    def _made(self, source: Path, polluted: Polluted, folder: Path) -> Intake | None:
        try:
            intake = plan([source], polluted.file, folder, self.office.profile, Options())
            return write(intake, "id")
        except ImportRefused as refused:
            for lang in LANGUAGES:
                text = refused_text(refused.key, refused.params, Translator(lang))
                _must(
                    not _HOLE.search(text) and source.name in text, f"refused in odd words: {text}"
                )
            _must(not list(folder.glob(f"{polluted.file}*.csv")), "refused, but something written")
            may = polluted.traits.whole and not polluted.traits.repairs
            _must(may, f"the whole file is refused: {refused.key}")
            return None

    # -- through the strict reader -----------------------------------------------------------------

    def _checked(self, polluted: Polluted) -> Outcome:
        path = self.path / polluted.file / f"{polluted.file}.csv"
        path.write_bytes(polluted.content)
        try:
            return _Check(polluted, path, self).outcome()
        finally:
            path.unlink()

    def table(self, kind: str, path: Path) -> Table:
        """The table of one file, as a roster has it."""
        words = self.office.profile.vocabulary()
        return read_table(MODELS[kind], [(path, path.name)], words)

    def lines_named(self, kind: str, table: Table, wanted: set[int]) -> set[int]:
        """The lines of a table that the rules name, as far as `wanted` asks for; all of them where
        the trial is thorough, or where the rules on files, values and references name none."""
        tables = {**self._clean, kind: table}
        folder = Folder(
            self.path / kind, {one: tables[one] for one in MODELS if one in tables}, FaultLog()
        )
        found = _lines_of(Roster(folder, self.office, AS_OF), _FIRST, table.files[0].name)
        if self.thorough or not found & wanted:
            # All tables anew: rules remember what they have found out about a table.
            found = _lines_of(load_roster(folder.path, AS_OF), all_rules(), table.files[0].name)
        return found


_FIRST = [rule for rule in all_rules() if rule.code[0] in "FVR"]


def _lines_of(roster: Roster, rules: Sequence[Rule], name: str) -> set[int]:
    """The lines of a file that findings name, but for notes on how it was read."""
    ran = run_rules(roster, rules, None)
    for rule in ran.rules:
        _must(rule.status is not Status.CRASHED, f"{rule.code} crashed: {rule.reason}")
    found = (one for rule in ran.rules for one in rule.findings if one.code != "F109")
    return {one.line for one in found if one.line and one.file == name}


# Changes that say that a cell was not what it seemed, each counted and shown with its line.
_TOLD = frozenset({"date_cell", "number_cell", "no_nik", "cut_off"})

csv.field_size_limit(1 << 20)  # of the reader here: rejects hold cells that were too long


@contextmanager
def trial(*, thorough: bool = False) -> Iterator[Trial]:
    """A trial in a folder that goes away. Workbooks are read in this process: the one that the
    product starts for each costs 80 ms; tests/intake/test_workbook_child.py is about that."""
    path = Path(tempfile.mkdtemp())
    try:
        with (
            patch.object(workbook, "_asked_of_child", _in_process),
            patch("os.fsync", lambda _: None),
        ):
            yield Trial(path, load_office(path, None, AS_OF), thorough)
    finally:
        shutil.rmtree(path)


def _in_process(asked: workbook_child.Asked) -> workbook_child.Answer:
    return workbook_child.unpacked(workbook_child._answer(workbook_child.packed(asked)))


# -- what both ways have in common -----------------------------------------------------------------


class _Judge:
    """Judges the rows that one way of reading gives."""

    def __init__(self, polluted: Polluted, of: Trial) -> None:
        self.polluted, self.trial = polluted, of
        self.traits = polluted.traits
        self.columns = COLUMNS[polluted.file]
        self.worst = Outcome.REPAIRED

    def note(self, outcome: Outcome) -> None:
        if list(Outcome).index(outcome) > list(Outcome).index(self.worst):
            self.worst = outcome

    def compare(self, row: int, found: Mapping[str, str | None]) -> None:
        """One row that was written or read, against the truth."""
        true = self.polluted.rows[row]
        meant = self.polluted.touched.get(row, {})
        differing = [c for c in self.columns if not self.same(c, found.get(c), true[c])]
        differing = [c for c in differing if c not in self.traits.unread or found.get(c)]
        if not differing:
            self.right(row, meant)
            return
        _must(row in self.polluted.touched, f"row {row} is another one: {differing}")
        open_ = [c for c in differing if not self._may_be(c, found.get(c), meant)]
        if not open_:
            self.note(Outcome.EQUAL)
        elif self.is_told(row, open_):
            self.note(Outcome.TOLD)
        else:
            shown = {c: found.get(c) for c in open_}
            raise _WrongError(f"row {row} says {shown!r}"[:300])
        _must(not self.traits.repairs or self.may_leave, f"not repaired: {differing}")

    may_leave = False

    def may_go(self, row: int) -> bool:
        """Whether a row may be refused: it was polluted, or a required column cannot be read."""
        lacks = self.traits.unread & REQUIRED[self.polluted.file]
        return row in self.polluted.touched or bool(lacks)

    def right(self, row: int, meant: Meant) -> None:
        """A row that says what is true."""

    def same(self, column: str, found: str | None, true: str) -> bool:
        return found == true

    def is_told(self, row: int, columns: Sequence[str]) -> bool:
        raise NotImplementedError

    def _may_be(self, column: str, found: str | None, meant: Meant) -> bool:
        """Whether another value is one that the polluted cell means, and may be written."""
        means = meant.get(column)
        may = self.traits.equal or (self.may_leave and self.traits.kept)
        if not may or means is None or (self.traits.unseen and column == "nama"):
            return _excepted(self.polluted, column, self.may_leave)
        several = (means,) if isinstance(means, str) else means
        return any(self.same(column, found, one) for one in several)


# -- the doctor ------------------------------------------------------------------------------------


class _Import(_Judge):
    def __init__(self, polluted: Polluted, made: Intake, folder: Path, of: Trial) -> None:
        super().__init__(polluted, of)
        self.made, self.folder = made, folder
        self._line_of: dict[int, int] = {}

    def outcome(self) -> Outcome:
        made, polluted = self.made, self.polluted
        _must(made.read == made.written + made.rejected, "rows in are not written + rejected")
        refused = self._rejected()
        rows = self._written()
        _must(len(rows) == made.written, f"{len(rows)} rows in the target, not {made.written}")
        self._count(refused, len(rows))
        at = 0
        for row, lines in enumerate(polluted.lines):
            if lines is None:
                continue
            if lines[0] in refused:
                _must(self.may_go(row), f"row {row} is refused: {refused[lines[0]]}")
                _must(not self.traits.repairs, f"not repaired: {refused[lines[0]]}")
                self.note(Outcome.REFUSED)
                continue
            _must(at < len(rows), f"row {row} is lost")
            self._line_of[row] = rows[at][0]
            self.compare(row, rows[at][1])
            at += 1
        _must(at == len(rows), "more rows are written than there are")
        self._unread()
        return self.worst

    def _names(self, lines: set[int]) -> bool:
        """Whether a check of what was written names one of these lines of it."""
        kind = self.polluted.file
        table = self.trial.table(kind, self.folder / self.made.name)
        return bool(self.trial.lines_named(kind, table, lines) & lines)

    def _rejected(self) -> dict[int, str]:
        """The lines of the rejects, with their reasons; what the file of them says is compared."""
        found: dict[tuple[str, int], str] = {}
        for reject in self.made.rejects:
            for lang in LANGUAGES:
                text = " ".join(fault_text(reject.fault, Translator(lang)))
                _must(text.strip() and not _HOLE.search(text), f"rejected in odd words: {text}")
            place = reject.where.sheet or "", reject.where.line
            found[place] = fault_text(reject.fault, Translator("en")).why
        _must(len(found) == len(self.made.rejects), "two rejects on one line")
        name = self.made.rejects_name
        _must((name is None) == (not found), "rejects without a file")
        if name is not None:
            self._compare_rejects(self.folder / name, found)
        first = self.made.sheets[0].sheet or ""
        return {line: why for (sheet, line), why in found.items() if sheet == first}

    def _compare_rejects(self, path: Path, found: Mapping[tuple[str, int], str]) -> None:
        text = path.read_bytes().decode()
        rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
        places = {(r["ditolak_lembar"], int(r["ditolak_baris"])) for r in rows}
        _must(places == set(found), "other lines in the rejects")
        for row in rows:
            joined = "\n".join(str(cell) for cell in row.values())
            _must(row["ditolak_alasan"], "a reject without a reason")
            if row["ditolak_lembar"] == (self.made.sheets[0].sheet or ""):
                self._nothing_lost(int(row["ditolak_baris"]), joined)

    def _nothing_lost(self, line: int, joined: str) -> None:
        """Whether the clean cells of a rejected row are all in the file of rejects."""
        for row, lines in enumerate(self.polluted.lines):
            if lines is None or lines[0] != line or len(self.polluted.touched.get(row, {})) > 1:
                continue
            for column, text in self.polluted.rows[row].items():
                gone = self.polluted.kind == "column-gone" and column in self.traits.unread
                if column not in self.polluted.touched.get(row, {}) and not gone:
                    _must(text in joined, f"{column} of a rejected row is lost")

    def _written(self) -> list[tuple[int, dict[str, str]]]:
        path = self.folder / self.made.name
        if not self.made.written:
            _must(not path.exists(), "a target without rows")
            return []
        text = path.read_bytes().decode()
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        header = next(reader)
        rows = []
        line = 2
        for cells in reader:
            _must(len(cells) == len(header), "a row of another width")
            rows.append((line, dict(zip(header, cells, strict=True))))
            line = reader.line_num + 1
        return rows

    def _count(self, refused: Mapping[int, str], written: int) -> None:
        """Every row of the source is written or refused; what is nobody's is never written."""
        lines = [lines[0] for lines in self.polluted.lines if lines is not None]
        of_rows = set(lines)
        others = set(refused) - of_rows
        _must(others <= set(self.polluted.nobody), f"a reject on line {others}")
        expected = sum(1 for line in lines if line not in refused)
        _must(written == expected, f"{written} rows are written, not {expected}")
        lost = {
            line for line, holds in self.polluted.nobody.items() if holds and line not in refused
        }
        _must(not lost or self._is_counted(), f"line {lost} vanished")

    def _is_counted(self) -> bool:
        sheet = self.made.sheets[0]
        return bool(sheet.headings or sheet.titles or sheet.headers > 1)

    def _unread(self) -> None:
        """A column that was not read is named, with how many cells it holds."""
        columns = {name for sheet in self.made.sheets for m in sheet.mapping if (name := m.column)}
        for column in self.traits.unread - columns:
            if any(row[column] for row in self.polluted.rows):
                unread = any(m.filled for sheet in self.made.sheets for m in sheet.mapping)
                gone = self.polluted.kind == "column-gone"
                _must(unread or gone, f"the column {column} is not read, and nobody is told")
                _must(not self.traits.repairs, f"the column {column} is not read")
                self.note(Outcome.TOLD)

    def right(self, row: int, meant: Meant) -> None:
        if len(meant) != 1 or self.traits.harmless:
            return  # it was not the cell that was polluted
        noted = {change.column for change in (*self.made.changes, *self.made.kept)}
        code = {"kode", "kode_desa", "kode_wilayah"} & noted
        _must(noted & set(meant) or (code and set(meant) & {"desa", "kecamatan", *code}),
              f"changed without a word: {sorted(meant)}")  # fmt: skip

    def is_told(self, row: int, columns: Sequence[str]) -> bool:
        # Of a cell that nobody can read, the check of what was written has to name the line.
        kept = {change.column for change in self.made.kept if change.key != "unreadable"}
        counted = {c.column for c in self.made.changes if c.key in _TOLD}
        if set(columns) <= kept | counted:
            return True
        return self._names({self._line_of[row]})


# -- the strict reader -----------------------------------------------------------------------------


class _Check(_Judge):
    may_leave = True  # only the doctor repairs

    def __init__(self, polluted: Polluted, path: Path, of: Trial) -> None:
        super().__init__(polluted, of)
        self.table = of.table(polluted.file, path)
        self.file = self.table.files[0]
        self._named: set[int] = set()

    def outcome(self) -> Outcome:
        file, polluted = self.file, self.polluted
        _must(file.rows == file.accepted + file.rejected, "rows in are not accepted + rejected")
        if not file.readable:
            every = set(range(1, polluted.content.count(b"\n") + 2))
            _must(self._names(every), "unreadable, and nobody is told")
            _must(self.traits.whole or self._is_only_strict(), "the whole file is unreadable")
            return Outcome.REFUSED
        at = {int(line): row for row, line in enumerate(self.table.line)}
        of_rows: dict[int, list[int]] = {}
        for row, lines in enumerate(polluted.lines):
            if lines is not None:
                of_rows.setdefault(lines[0], []).append(row)
        for line, rows in of_rows.items():
            self._judge_line(line, rows, at)
        self._judge_others(at, of_rows)
        self._unread()
        return self.worst

    def _is_only_strict(self) -> bool:
        """Files that the strict reader has never promised to read, and the doctor has."""
        return self.polluted.kind in {"titles-many", "header-cr"}

    def _judge_line(self, line: int, rows: Sequence[int], at: Mapping[int, int]) -> None:
        touched = all(map(self.may_go, rows))
        if line in at and len(rows) == 1 and self.table.accepted[at[line]]:
            self.compare(rows[0], self._values(at[line]))
            return
        _must(touched, f"rows {rows} are not read")
        _must(self._is_in_span(rows[0]), f"rows {rows} are refused, and nobody is told")
        self.note(Outcome.REFUSED)

    def _judge_others(self, at: Mapping[int, int], of_rows: Mapping[int, object]) -> None:
        """Lines of nobody: told, or empty, or never read as a row."""
        for line in at.keys() - of_rows.keys():
            again = self.traits.equal == "the same row twice is the same"
            told = self._names({line, line - 1})
            _must(told or again, f"line {line} is read as a row")
            self.note(Outcome.TOLD if told else Outcome.EQUAL)
        for line, holds in self.polluted.nobody.items():
            if holds and line not in at:
                _must(self._names({line}), f"line {line} vanished")

    def _values(self, row: int) -> dict[str, str | None]:
        values = {}
        for column in self.columns:
            value = self.table.value(column, row)
            refused = column in self.table and bool(self.table[column].refused[row])
            written = value.isoformat() if isinstance(value, date) else str(value or "")
            if value == 0:
                written = "0"
            values[column] = None if refused else written
        return values

    def same(self, column: str, found: str | None, true: str) -> bool:
        """Blanks inside a text are no letters; the reader leaves them as they are."""
        if found is not None and self.columns[column] in FREE:
            return squeezed(found) == squeezed(true)
        return found == true

    def is_told(self, row: int, columns: Sequence[str]) -> bool:
        read_as = self.file.log.of(FileFaultKind.READ_AS)
        lines = self.polluted.lines[row]
        cut = {fault.params.get("cut") for fault in read_as}
        return bool(lines and lines[1] in cut) or self._is_in_span(row)

    def _is_in_span(self, row: int) -> bool:
        lines = self.polluted.lines[row]
        return lines is not None and self._names(set(range(lines[0], lines[1] + 1)))

    def _names(self, lines: set[int]) -> bool:
        """Whether findings name one of these lines of the file."""
        if not self._named & lines:
            self._named |= self.trial.lines_named(self.polluted.file, self.table, lines)
        return bool(self._named & lines)

    def _unread(self) -> None:
        for column in self.traits.unread - self.file.columns:
            if any(row[column] for row in self.polluted.rows):
                told = bool(self.file.log.of(FileFaultKind.COLUMN_UNKNOWN))
                gone = self.polluted.kind == "column-gone"
                _must(told or gone, f"the column {column} is not read, and nobody is told")
                self.note(Outcome.TOLD)


def wrong(polluted: Polluted, verdict: Verdict) -> str:
    """A wrong verdict in one line."""
    return f"{polluted.name} {verdict.way}: {verdict.why}"
