"""What a write replaced is kept, comes back whole, and never over somebody's later work."""

from __future__ import annotations

import json
import random
import stat
from datetime import date, timedelta
from pathlib import Path

import pytest

from adhoc_cli.files import backup
from adhoc_cli.files.backup import UndoRefused, as_it_was, kept, last_write, undo, writes
from adhoc_cli.files.folder import NewFile, put


def _write(folder: Path, files: dict[str, str], command: str = "import") -> None:
    new = [NewFile(name, text.encode(), 0, private=True) for name, text in files.items()]
    over = [file for file in new if (folder / file.name).exists()]
    with kept(folder, new, command):
        put(folder, [file for file in new if file not in over], over)


def _state(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir() if path.is_file()}


def test_the_last_write_comes_back_and_the_one_before_it(tmp_path: Path) -> None:
    states = [_state(tmp_path)]
    for text in ("nama\nBudi\n", "nama\nBudi\nSiti\n", "nama\n"):
        _write(tmp_path, {"anggota.csv": text})
        states.append(_state(tmp_path))
    for before in reversed(states[:-1]):
        undo(tmp_path, last_write(tmp_path))
        assert _state(tmp_path) == before
    with pytest.raises(UndoRefused) as refused:
        last_write(tmp_path)
    assert refused.value.key == "nothing"


def test_a_write_after_an_undo_is_the_last_one(tmp_path: Path) -> None:
    _write(tmp_path, {"a.csv": "nama\nBudi\n"})
    _write(tmp_path, {"a.csv": "nama\nSiti\n"})
    undo(tmp_path, last_write(tmp_path))
    _write(tmp_path, {"a.csv": "nama\nJoko\n"})
    undo(tmp_path, last_write(tmp_path))
    assert _state(tmp_path) == {"a.csv": "nama\nBudi\n"}
    undo(tmp_path, last_write(tmp_path))
    assert _state(tmp_path) == {}


def test_any_writes_and_undos_agree_with_a_stack(tmp_path: Path) -> None:
    dice = random.Random(20241127)
    stack = [_state(tmp_path)]
    for _ in range(60):
        if len(stack) > 1 and dice.random() < 0.4:
            undo(tmp_path, last_write(tmp_path))
            stack.pop()
        else:
            names = dice.sample(["a.csv", "b.csv", "c.csv"], dice.randint(1, 3))
            _write(tmp_path, {name: f"nama\n{dice.random()}\n" for name in names})
            stack.append(_state(tmp_path))
        assert _state(tmp_path) == stack[-1]


def test_a_file_that_was_changed_since_is_not_touched(tmp_path: Path) -> None:
    _write(tmp_path, {"a.csv": "nama\nBudi\n", "b.csv": "nama\nSiti\n"})
    (tmp_path / "b.csv").write_text("nama\nSiti Aminah\n")
    with pytest.raises(UndoRefused) as refused:
        undo(tmp_path, last_write(tmp_path))
    assert (refused.value.key, list(refused.value.files)) == ("changed", ["b.csv"])
    assert _state(tmp_path) == {"a.csv": "nama\nBudi\n", "b.csv": "nama\nSiti Aminah\n"}


def test_a_copy_that_was_changed_is_not_put_back(tmp_path: Path) -> None:
    _write(tmp_path, {"a.csv": "nama\nBudi\n"})
    _write(tmp_path, {"a.csv": "nama\nSiti\n"})
    (last_write(tmp_path).folder / "a.csv").write_text("nama\nOrang Lain\n")
    with pytest.raises(UndoRefused) as refused:
        undo(tmp_path, last_write(tmp_path))
    assert refused.value.key == "damaged"
    assert _state(tmp_path) == {"a.csv": "nama\nSiti\n"}


def test_a_write_that_fails_leaves_no_copy_behind(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("nama\nBudi\n")
    new = [NewFile("a.csv", b"nama\n", 0, private=True)]
    with pytest.raises(OSError, match="full"), kept(tmp_path, new, "import"):
        raise OSError("full")
    assert not (tmp_path / backup.FOLDER).exists()
    assert _state(tmp_path) == {"a.csv": "nama\nBudi\n"}


def test_the_copies_are_their_owners_only(tmp_path: Path) -> None:
    _write(tmp_path, {"a.csv": "nama\nBudi\n"})
    _write(tmp_path, {"a.csv": "nama\nSiti\n"})
    for path in (tmp_path / backup.FOLDER).rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


def test_a_link_in_place_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "t", tmp_path / "elsewhere"
    folder.mkdir()
    elsewhere.mkdir()
    (folder / backup.FOLDER).symlink_to(elsewhere)
    with pytest.raises(NotADirectoryError):
        _write(folder, {"a.csv": "nama\n"})
    assert not list(elsewhere.iterdir())
    assert _state(folder) == {}


@pytest.mark.parametrize(
    "record",
    [
        b"", b"[]", b"{}", b"\xff", b'{"schema": "other/1", "command": "x", "files": []}',
        (
            b'{"schema": "adhoc.backup/1", "command": "x", "undoes": null, "files": [{"name": '
            b'"../x", "rows_before": 1, "rows_after": 1, "before": "a", "after": "b"}]}'
        ),
    ],
)  # fmt: skip
def test_what_is_no_record_of_ours_is_passed_over(tmp_path: Path, record: bytes) -> None:
    _write(tmp_path, {"a.csv": "nama\n"})
    (last_write(tmp_path).folder / backup.RECORD).write_bytes(record)
    assert writes(tmp_path) == []


def test_a_folder_as_it_was_when_a_day_began(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    folder.mkdir()
    (folder / "desa.csv").write_text("kode,nama\n")
    _write(folder, {"a.csv": "nama\nBudi\n"})
    old = last_write(folder)
    two_days_ago = old.folder.with_name((old.when - timedelta(days=2)).strftime(backup._STAMP))
    old.folder.rename(two_days_ago)
    _write(folder, {"a.csv": "nama\nSiti\n", "b.csv": "nama\n"})
    today = last_write(folder).when.date()

    assert as_it_was(folder, today) == {"a.csv": b"nama\nBudi\n", "b.csv": None}
    assert as_it_was(folder, date(2000, 1, 1)) == {"a.csv": None, "b.csv": None}
    assert as_it_was(folder, today + timedelta(days=1)) is None


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        (b"", 0), (b"nama\n", 0), (b"nama\nA\nB\n", 2), (b"nama\r\nA\r\n\r\n,\r\nB", 2),
        (b'nama\n"A\nB"\nC\n', 2), (b"\xff\xfe", 0), (b'nama\n"A\nB\n', 1), (b"nama\n\xe9\n", 1),
    ],
)  # fmt: skip
def test_rows_are_counted_in_whatever_a_file_holds(content: bytes, rows: int) -> None:
    assert backup.count_rows(content) == rows


def test_the_record_names_no_person(tmp_path: Path) -> None:
    _write(tmp_path, {"a.csv": "nama\nBudi Rahasia\n"})
    record = json.loads((last_write(tmp_path).folder / backup.RECORD).read_text())
    assert "Budi" not in json.dumps(record)
    assert record["files"][0]["rows_after"] == 1
