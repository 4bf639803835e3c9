"""The journal against a dictionary: marks, crashes, crowds and foreign hands in any order."""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, assume, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from adhoc_cli.checklist.faults import Aside
from adhoc_cli.checklist.journal import append
from adhoc_cli.checklist.layout import HEAD, find_layout
from adhoc_cli.checklist.mark import MAX_LENGTH, Mark, MarkStatus, cells, now
from adhoc_cli.checklist.read import load_journal, read_journal
from tests.checklist.journals import FILE, HEADER, LOCK

PLACES = ("33.23.17", "33.23.01", "33.23.17.2001", "33.23.17.2002")
ITEMS = ("PPK-01", "PPK-02", "PPS-01")
TEXTS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), max_codepoint=0x2FFFF), max_size=20
) | st.sampled_from(["=1+1", 'surat "12"', "a,b;c", "-", "  tepi  ", "x" * MAX_LENGTH])
DAYS = st.dates(date(2024, 5, 16), date(2025, 1, 27))
State = tuple[str, date | None, str | None, str | None]


def said(text: str) -> str | None:
    """What a reader sees of a cell: trimmed, and nothing for a dash."""
    return None if text.strip() in {"", "-", "–", "—"} else text.strip()


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    """A mark that a journal may hold."""
    status = draw(st.sampled_from([s for s in MarkStatus if s is not MarkStatus.WITHDRAWN]))
    done = status is MarkStatus.DONE
    evidence = draw(TEXTS.filter(said) if done else TEXTS)
    day = draw(DAYS if done else DAYS | st.none())
    places, items = st.sampled_from(PLACES), st.sampled_from(ITEMS)
    return Mark(draw(places), draw(items), status, day, evidence, draw(TEXTS))


class Journals(RuleBasedStateMachine):
    """`known` is what the last line of each place and item says; `lines` is how many there are."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.known: dict[tuple[str, str], State] = {}
        self.lines = 0
        self.asides: set[str] = set()  # two torn lines that begin alike are kept in one file

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def remember(self, mark: Mark) -> None:
        state = (mark.status.value, mark.day, said(mark.evidence), said(mark.note))
        self.known[mark.place, mark.item] = state
        self.lines += 1

    def set_aside(self, aside: Aside | None) -> None:
        if aside is not None:
            self.asides.add(aside.file)

    @property
    def journal(self) -> Path:
        return self.folder / FILE

    @initialize(start=st.sampled_from(["none", "empty", "header", "bom"]))
    def begin(self, start: str) -> None:
        contents = {"empty": "", "header": HEADER, "bom": "\ufeff" + HEADER}
        if start in contents:
            self.journal.write_text(contents[start], encoding="utf-8")

    # -- what the tool does ------------------------------------------------------------------------

    @rule(chosen=st.lists(marks(), min_size=1, max_size=3))
    def mark(self, chosen: list[Mark]) -> None:
        done = append(self.folder, chosen, operator="uji")
        self.set_aside(done.aside)
        for one in chosen:
            self.remember(one)

    @rule(data=st.data())
    def unmark(self, data: st.DataObject) -> None:
        assume(self.known)
        place, item = data.draw(st.sampled_from(sorted(self.known)))
        withdrawn = Mark(place, item, MarkStatus.WITHDRAWN)
        self.set_aside(append(self.folder, [withdrawn], operator="uji").aside)
        self.remember(withdrawn)

    @rule(note=TEXTS)
    def marks_at_once(self, note: str) -> None:
        crowd = [Mark(place, "PPK-03", MarkStatus.CANCELLED, note=note) for place in PLACES]
        found: list[Any] = []
        threads = [
            Thread(target=lambda m=one: found.append(append(self.folder, [m], operator="uji")))
            for one in crowd
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(found) == len(crowd)
        for done in found:
            self.set_aside(done.aside)
        for one in crowd:
            self.remember(one)

    @rule()
    def reload(self) -> None:
        self.set_aside(load_journal(self.folder).aside)

    # -- what befalls the journal ------------------------------------------------------------------

    @rule(mark=marks(), data=st.data())
    def crash(self, mark: Mark, data: st.DataObject) -> None:
        """A run was killed with a piece of its line on the disk, perhaps all but its line break."""
        assume(self.journal.exists() and self.journal.read_bytes().endswith(b"\n"))
        # A cut behind the first of two quotes in the last cell looks like its end.
        assume('"' not in mark.note + mark.evidence)
        layout = find_layout(self.journal.read_bytes()[:HEAD])
        line = layout.line(cells(mark, "uji", now()))
        whole = len(line) - len(layout.line_break)
        cut = data.draw(st.integers(1, len(line) - 1))
        with self.journal.open("ab") as file:
            file.write(line[:cut])
        if cut >= whole:
            self.remember(mark)

    @rule(delimiter=st.sampled_from(",;\t"), order=st.permutations(range(8)), wide=st.booleans())
    def spreadsheet(self, delimiter: str, order: list[int], wide: bool) -> None:
        """Somebody opens the journal in a spreadsheet, moves columns, and saves it."""
        assume(self.journal.exists() and self.journal.read_bytes().endswith(b"\n"))
        layout = find_layout(self.journal.read_bytes()[:HEAD])
        text = self.journal.read_bytes().decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=layout.delimiter))
        rows = [[row[i] for i in order] + row[8:] + [""] * wide for row in rows]
        written = io.StringIO(newline="")
        csv.writer(written, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
        self.journal.write_bytes(written.getvalue().encode("utf-8-sig"))

    @rule(mark=marks())
    def other_office(self, mark: Mark) -> None:
        """A merge brought a line of another office."""
        assume(self.journal.exists() and self.journal.read_bytes().endswith(b"\n"))
        layout = find_layout(self.journal.read_bytes()[:HEAD])
        with self.journal.open("ab") as file:
            file.write(layout.line(cells(mark, "kantor lain", now())))
        self.remember(mark)

    @rule()
    def editor(self) -> None:
        """An editor took the last line break away."""
        assume(self.journal.exists() and self.lines)
        text = self.journal.read_bytes()
        layout = find_layout(text[:HEAD])
        stripped = text.removesuffix(b"\n").removesuffix(b"\r")
        assume(stripped != text and not stripped.endswith(layout.delimiter.encode()))
        self.journal.write_bytes(stripped)

    # -- what always holds -------------------------------------------------------------------------

    @invariant()
    def agrees(self) -> None:
        found = read_journal(self.folder)
        entries = found.history()
        assert len(entries) == self.lines
        assert found.file.rows == found.file.accepted + found.file.rejected
        assert len(found.faults) == found.file.rejected == (found.torn is not None)
        last = {(e.mark.kode_wilayah, e.mark.butir): e.mark for e in entries}
        assert {
            key: (mark.status, mark.tanggal, mark.bukti, mark.catatan) for key, mark in last.items()
        } == self.known

    @invariant()
    def is_tidy(self) -> None:
        names = {path.name for path in self.folder.iterdir()}
        assert names - {FILE, LOCK} == self.asides


TestJournals = pytest.mark.slow(Journals.TestCase)
TestJournals.settings = settings(
    max_examples=40,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
