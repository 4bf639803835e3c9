"""The journal `koordinasi.csv`: any bytes are marks and located faults, or no journal."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from pathlib import Path

from adhoc_cli.checklist.board import Board, State, boards, unknown_marks
from adhoc_cli.checklist.faults import JournalUnreadable, MarkRefused
from adhoc_cli.checklist.items import Planned, plan
from adhoc_cli.checklist.journal import append
from adhoc_cli.checklist.layout import FILE
from adhoc_cli.checklist.mark import Mark, MarkStatus
from adhoc_cli.checklist.read import Journal, load_journal, read_journal
from adhoc_cli.models.codes import kecamatan_of
from adhoc_cli.places.listed import Places
from adhoc_cli.roster.roster import load_roster
from adhoc_cli.text.days import WIB
from tests.fuzz.doctor import profile
from tests.fuzz.rosters import REGIONS, Scratch, lines_of

AS_OF = date(2024, 6, 10)
NOW = datetime(2024, 6, 10, 9, 0, tzinfo=WIB)
MARK = Mark("33.23.17", "PPK-01", MarkStatus.DONE, date(2024, 6, 9), "foto, notulen", "=1+1")
_MEMBER = b"nama,badan,jabatan,kode_wilayah\nSri,PPK,ketua,33.23.01\n"


@cache
def _scratch() -> Scratch:
    return Scratch({**REGIONS, "anggota.csv": _MEMBER})


@cache
def _places() -> Places:
    return load_roster(_scratch().path, AS_OF).places


@cache
def _plan() -> tuple[Planned, ...]:
    return plan(profile())


def check(data: bytes) -> None:
    """A target of atheris, and of `test_corpus`."""
    scratch = _scratch()
    scratch.reset()
    path = scratch.path / FILE
    path.write_bytes(data)
    try:
        journal = read_journal(scratch.path)
    except JournalUnreadable as refusal:
        _not_appended_to(refusal, data)
        return
    _accounted_for(journal, data)
    for board in boards(_places(), _plan(), journal, AS_OF).values():
        _shows_the_last(board, journal)
    for mark in unknown_marks(_places(), profile().checklist, _plan(), journal):
        assert 1 <= mark.line <= lines_of(data)
    _appended_to(journal, data)


def _accounted_for(journal: Journal, data: bytes) -> None:
    lines, file = lines_of(data), journal.file
    assert file.rows == file.accepted + file.rejected
    assert file.accepted == journal.rows.size == len(journal.history())
    for fault in journal.faults:
        assert 1 <= fault.line <= lines, (fault, lines)
    for entry in journal.history():
        assert 1 <= entry.line <= lines
    refused = {fault.line for fault in journal.faults if fault.refused}
    assert len(refused) >= file.rejected, (len(refused), file.rejected)
    assert not refused & {entry.line for entry in journal.history()}


def _shows_the_last(board: Board, journal: Journal) -> None:
    """By the letter of the rule: the last line of a place and an item is its state."""
    level = _places().level(board.level)
    last = {(e.mark.kode_wilayah, e.mark.butir.casefold()): e for e in journal.history()}
    for unit, code in enumerate(level.codes):
        assert board.level == "kabupaten" or kecamatan_of(code)
        for at, planned in enumerate(board.plan):
            entry = last.get((code, planned.id.casefold()))
            counts = entry is not None and entry.mark.status != MarkStatus.WITHDRAWN
            row = int(board.row[unit, at])
            assert (row >= 0) == counts, (code, planned.id)
            if entry is not None and counts:
                assert int(journal.table.line[row]) == entry.line
            done = entry is not None and entry.mark.status == MarkStatus.DONE
            assert (board.state[unit, at] == State.DONE) == done


def _not_appended_to(refusal: JournalUnreadable, data: bytes) -> None:
    """What cannot be read is left as it is; but a mark may find a journal that only lacks rows."""
    assert refusal.fault.line is not None
    assert 1 <= refusal.fault.line <= lines_of(data)
    folder = _scratch().path
    try:
        append(folder, [MARK], operator="Sri", time=NOW)
    except (JournalUnreadable, MarkRefused):
        assert (folder / FILE).read_bytes() == data
        return
    assert [entry.mark.butir for entry in read_journal(folder).history()] == [MARK.item]


def _appended_to(journal: Journal, data: bytes) -> None:
    """A mark is added behind what is there; of a torn last line no byte is lost."""
    folder = _scratch().path
    before = [entry.mark for entry in journal.history()]
    if len(data) % 2:  # as `adhoc checklist show` does; `mark` appends at once
        mended = load_journal(folder)
        assert mended.torn is None
        assert (mended.aside is None) == (journal.torn is None)
        assert [entry.mark for entry in mended.history()] == before
        assert _kept(folder) == data
    try:
        append(folder, [MARK], operator="Sri", time=NOW)
    except MarkRefused:  # somebody took a column away
        assert _kept(folder) == data
        return
    entries = read_journal(folder).history()
    assert [entry.mark for entry in entries[:-1]] == before
    last = entries[-1].mark
    assert (last.kode_wilayah, last.butir, last.catatan) == (MARK.place, MARK.item, MARK.note)


def _kept(folder: Path) -> bytes:
    """The bytes of the journal and of what was cut off it."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob(FILE + "*")))
