"""An edit on the disk: under the folder's lock, read back before anything is replaced, the old file
kept, the new one whole or not at all."""

import stat
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.editing.faults import EditRefused
from adhoc_cli.editing.rewrite import Edit, layout_of
from adhoc_cli.files.backup import count_rows, kept
from adhoc_cli.files.folder import NewFile, put
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.target import refusal
from adhoc_cli.models.rows import Anggota
from adhoc_cli.roster.roster import Roster
from adhoc_cli.tables.read import read_table
from adhoc_cli.tables.table import Table
from adhoc_cli.tables.texts import Mask

Edits = Mapping[str, Edit]  # by the name of the file
Rows = NDArray[np.intp]


def plan(roster: Roster, edits: Edits) -> list[NewFile]:
    """The files of members as they are to be after the edits, read back as a roster is read.

    Raises `ImportRefused` where a file changed since the roster was read, or cannot be replaced,
    and `EditRefused` where any other row or cell would be read otherwise than before.
    """
    folder = roster.folder.path
    try:
        files = [_edited(roster, name, edit) for name, edit in edits.items()]
        new = {one.name: one.content for one in files}
        before = roster.table("anggota")
        every = [(new.get(f.name, folder / f.name), f.name) for f in before.files]
        after = read_table(Anggota, every, roster.profile.vocabulary())
        _refuse_side_effects(before, after, edits)
    except OSError as error:
        raise refusal(error, folder) from None
    return files


def put_in_place(roster: Roster, files: Sequence[NewFile], command: str) -> None:
    """Replace the files of members by those of a plan; the old ones are kept.

    Raises `ImportRefused`.
    """
    folder = roster.folder.path
    try:
        with kept(folder, files, command):
            for one in files:
                layout_of(roster, one.name)
            put(folder, (), files)
    except OSError as error:
        raise refusal(error, folder) from None


def _edited(roster: Roster, name: str, edit: Edit) -> NewFile:
    path = roster.folder.path / name
    if path.is_symlink():
        raise ImportRefused("target_link", file=name)
    if not path.stat().st_mode & stat.S_IWUSR:
        raise EditRefused("read_only", file=name)
    content = layout_of(roster, name).with_edit(edit)
    return NewFile(name, content, count_rows(content), private=True)


# -- read back -------------------------------------------------------------------------------------


def _refuse_side_effects(before: Table, after: Table, edits: Edits) -> None:
    """Raise `EditRefused` where a row is not read as it was, but for the cells that are changed."""
    old, new = _pairs(before, after, edits)
    lost = old[before.accepted[old] & ~after.accepted[new]]
    if lost.size:
        file, line = before.where(int(lost[0]))
        raise EditRefused("row_lost", where=f"{file}:{line}")
    for column in after.columns:
        for row in old[_differs(before, after, column, old, new)].tolist():
            if column not in _touched(before, row, edits):
                _refuse(before, row, column)
        worse = after[column].refused[new] & ~_refused(before, column)[old]
        if worse.any():
            _refuse(before, int(old[worse][0]), column)


def _refuse(table: Table, row: int, column: str) -> None:
    file, line = table.where(row)
    raise EditRefused("side_effect", file=file, line=line, column=column)


def _touched(before: Table, row: int, edits: Edits) -> set[str]:
    """The columns of a row that an edit changes; body and role may stand in one cell."""
    file, line = before.where(row)
    cells = set(edits[file].changed.get(line, ())) if file in edits else set()
    return cells | ({"badan", "jabatan"} if cells & {"badan", "jabatan"} else set())


def _pairs(before: Table, after: Table, edits: Edits) -> tuple[Rows, Rows]:
    """The rows that stay, before and after: new ones stand behind those of their file."""
    old, new = [], []
    for at, file in enumerate(before.files):
        edit = edits.get(file.name, Edit())
        rows = np.flatnonzero(before.file == at)
        stay = rows[~np.isin(before.line[rows], list(edit.gone))]
        now = np.flatnonzero(after.file == at)
        if now.size != stay.size + len(edit.new):
            raise EditRefused("row_lost", where=file.name)
        old.append(stay)
        new.append(now[: stay.size])
    return np.concatenate(old), np.concatenate(new)


def _differs(before: Table, after: Table, column: str, old: Rows, new: Rows) -> Mask:
    """Per row that stays, whether its value in a column is another one."""
    other = after[column]
    if column not in before:
        return other.known[new]
    one = before[column]
    known = {value: at for at, value in enumerate(one.value_list)}
    same = np.array([*(known.get(value, -2) for value in other.value_list), -1])
    return np.asarray(same[other.codes[new]] != one.codes[old])


def _refused(table: Table, column: str) -> Mask:
    return table[column].refused if column in table else np.zeros(len(table), bool)
