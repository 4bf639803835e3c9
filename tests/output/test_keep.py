"""The last reports beside the newest one: whole at every moment, and nothing else ever removed."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from adhoc_cli.output.sink import Bytes, DestinationError
from adhoc_cli.output.write import write_file
from adhoc_cli.text.system import reason_of

posix = pytest.mark.skipif(os.name == "nt", reason="modes and links of POSIX")
# 06:00:12 in Jakarta.
MORNING = datetime(2024, 6, 9, 23, 0, 12, tzinfo=UTC)


@pytest.fixture(params=["links", "no links"])
def _file_system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test also as on a file system without hard links."""
    if request.param == "no links":

        def link(*_: object, **__: object) -> None:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

        monkeypatch.setattr(os, "link", link)


pytestmark = pytest.mark.usefixtures("_file_system")


def put(path: Path, text: str, *, keep: int | None, private: bool = False) -> None:
    write_file(path, lambda file: file.write(text.encode()), private=private, keep=keep)


def written(path: Path, when: datetime) -> None:
    os.utime(path, (when.timestamp(), when.timestamp()))


def on_mornings(path: Path, number: int, keep: int) -> None:
    """One report a day."""
    for day in range(number):
        put(path, f"hari {day}", keep=keep)
        written(path, MORNING + timedelta(days=day))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_old_one_gets_its_time_as_a_name(tmp_path: Path) -> None:
    path = tmp_path / "laporan.html"
    on_mornings(path, 2, keep=5)
    assert names(tmp_path) == ["laporan-20240610-060012.html", "laporan.html"]
    assert (tmp_path / "laporan-20240610-060012.html").read_text() == "hari 0"
    assert path.read_text() == "hari 1"


def test_the_zone_of_the_machine_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    monkeypatch.setenv("TZ", "America/New_York")
    if hasattr(time, "tzset"):
        time.tzset()
    try:
        on_mornings(tmp_path / "l.md", 2, keep=2)
    finally:
        monkeypatch.undo()
        if hasattr(time, "tzset"):
            time.tzset()
    assert "l-20240610-060012.md" in names(tmp_path)


@pytest.mark.parametrize("keep", [1, 2, 3, 7])
def test_the_last_ones_stay(tmp_path: Path, keep: int) -> None:
    path = tmp_path / "laporan.html"
    on_mornings(path, 5, keep=keep)
    texts = [(tmp_path / name).read_text() for name in names(tmp_path)]
    assert sorted(texts) == [f"hari {day}" for day in range(5)][-keep:]
    assert path.read_text() == "hari 4"


def test_fewer_are_kept_from_now_on(tmp_path: Path) -> None:
    path = tmp_path / "laporan.html"
    on_mornings(path, 6, keep=6)
    put(path, "baru", keep=2)
    assert len(names(tmp_path)) == 2
    put(path, "lagi", keep=1)
    assert names(tmp_path) == ["laporan.html"]


def test_without_keep_nothing_is_kept_and_nothing_removed(tmp_path: Path) -> None:
    path = tmp_path / "laporan.html"
    on_mornings(path, 3, keep=3)
    before = names(tmp_path)
    put(path, "baru", keep=None)
    assert names(tmp_path) == before


def test_two_of_one_second(tmp_path: Path) -> None:
    path = tmp_path / "laporan.html"
    for number in range(13):
        put(path, f"{number}", keep=12)
        written(path, MORNING)
    assert len(names(tmp_path)) == 12
    assert (tmp_path / "laporan-20240610-060012-2.html").read_text() == "1"
    assert not (tmp_path / "laporan-20240610-060012.html").exists(), "0 is the oldest"
    assert (tmp_path / "laporan-20240610-060012-12.html").read_text() == "11", "12 is after 2"


def test_only_what_has_such_a_name_is_removed(tmp_path: Path) -> None:
    others = [
        "laporan-20240610-060012.htm", "laporan-20240610-060012.html.bak", "laporan-2024.html",
        "laporan-20240610-06001.html", "laporan-20240610-060012-0.html", "laporan-20240610.html",
        "laporan-2024o610-060012.html", "Xlaporan-20240610-060012.html",
        "laporan_20240610-060012.html", "laporan-20240610-060012-x.html",
        "laporan-٢٠٢٤٠٦١٠-060012.html", "laporan-20240610-060012.html\n",
        "laporan-lain-20240610-060012.html",
    ]  # fmt: skip
    kept = []
    for name in others:
        try:
            (tmp_path / name).write_text("kept")
            kept.append(name)
        except OSError:  # a name that this system does not have
            continue
    path = tmp_path / "laporan.html"
    on_mornings(path, 4, keep=1)
    assert set(names(tmp_path)) == {*kept, "laporan.html"}


@posix
def test_folders_and_links_with_such_a_name_stay(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_text("kept")
    (tmp_path / "l-20200101-000000.md").symlink_to(target)
    (tmp_path / "l-20200101-000001.md").mkdir()
    os.mkfifo(tmp_path / "l-20200101-000002.md")
    before = set(names(tmp_path))
    on_mornings(tmp_path / "l.md", 4, keep=2)
    assert before < set(names(tmp_path))
    assert len(names(tmp_path)) == len(before) + 2
    assert target.read_text() == "kept"


@posix
def test_a_link_in_the_way_of_a_name_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_text("kept")
    (tmp_path / "l-20240610-060012.md").symlink_to(target)
    (tmp_path / "l-20240610-060012-2.md").symlink_to(tmp_path / "nothing")
    on_mornings(tmp_path / "l.md", 2, keep=9)
    assert target.read_text() == "kept"
    assert not (tmp_path / "nothing").exists()
    assert (tmp_path / "l-20240610-060012-3.md").read_text() == "hari 0"


@posix
def test_the_mode_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "l.md"
    put(path, "siapa", keep=3, private=True)
    put(path, "siapa", keep=3, private=True)
    put(path, "semua", keep=3)
    assert {stat.S_IMODE(one.stat().st_mode) for one in tmp_path.iterdir()} == {0o600}


@pytest.mark.parametrize(
    "name", ["laporan", ".laporan", "laporan.tar.gz", "l[a]*?.md", "lap oran.md"]
)
def test_any_name(tmp_path: Path, name: str) -> None:
    if os.name == "nt" and set(name) & set("*?"):
        pytest.skip("no name of Windows")
    on_mornings(tmp_path / name, 5, keep=3)
    assert len(names(tmp_path)) == 3


@pytest.mark.parametrize("when", [0, -86_400, 4_102_444_800, 2**40])
def test_any_time(tmp_path: Path, when: int) -> None:
    path = tmp_path / "l.md"
    put(path, "x", keep=3)
    try:
        os.utime(path, (when, when))
    except OSError:
        pytest.skip("no time of this file system")
    put(path, "y", keep=3)
    assert len(names(tmp_path)) == 2


# -- failures --------------------------------------------------------------------------------------


@pytest.fixture
def three(tmp_path: Path) -> Iterator[Path]:
    """Three reports; whatever fails, they stay as they are."""
    path = tmp_path / "laporan.html"
    on_mornings(path, 3, keep=3)
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
    yield path
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == before


def test_where_writing_fails_nothing_changes(three: Path) -> None:
    def fill(file: Bytes) -> None:
        file.write(b"half")
        raise OSError(errno.ENOSPC, "full")

    with pytest.raises(DestinationError):
        write_file(three, fill, private=False, keep=2)


@pytest.mark.parametrize("error", [OSError(errno.EIO, "x"), KeyboardInterrupt()])
def test_where_the_new_one_cannot_take_its_place_nothing_changes(
    three: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises((DestinationError, KeyboardInterrupt)):
        put(three, "baru", keep=2)
    monkeypatch.undo()


def test_a_signal_just_after_the_new_one_took_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "laporan.html"
    on_mornings(path, 1, keep=3)
    true_replace = Path.replace

    def told(one: Path, other: Path) -> None:
        true_replace(one, other)
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", told)
    with pytest.raises(KeyboardInterrupt):
        put(path, "baru", keep=3)
    assert path.read_text() == "baru"
    assert (tmp_path / "laporan-20240610-060012.html").read_text() == "hari 0"


def test_where_the_old_one_gets_no_second_name_nothing_changes(
    three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "link", full)
    monkeypatch.setattr("adhoc_cli.output.keep.shutil.copyfileobj", full)
    with pytest.raises(DestinationError) as caught:
        put(three, "baru", keep=3)
    monkeypatch.undo()
    assert caught.value.params["reason"] == reason_of(errno.ENOSPC)


def test_what_cannot_be_removed_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report is there: somebody else's old one is no reason to say that it is not."""
    path = tmp_path / "laporan.html"
    on_mornings(path, 3, keep=3)
    true_unlink = Path.unlink

    def unlink(one: Path, *, missing_ok: bool = False) -> None:
        if one.name.startswith("laporan-"):
            raise PermissionError(errno.EPERM, "no")
        true_unlink(one, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    put(path, "baru", keep=1)
    assert path.read_text() == "baru"
    assert len(names(tmp_path)) == 3


def test_a_run_that_was_killed_between_the_two_names(tmp_path: Path) -> None:
    """The old file has both names then: it is not kept twice."""
    path = tmp_path / "laporan.html"
    on_mornings(path, 1, keep=5)
    second = tmp_path / "laporan-20240610-060012.html"
    try:
        os.link(path, second)
    except PermissionError:
        pytest.skip("no links here")
    put(path, "baru", keep=5)
    assert names(tmp_path) == [second.name, "laporan.html"]


def test_a_reader_always_finds_a_whole_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looked at after every call that changes a name."""
    path = tmp_path / "laporan.html"
    on_mornings(path, 3, keep=3)
    seen: list[str] = []

    def watched(call: Any) -> Any:
        def watching(*args: Any, **more: Any) -> Any:
            result = call(*args, **more)
            seen.append(path.read_text())
            return result

        return watching

    for owner, name in ((Path, "replace"), (Path, "unlink"), (Path, "rename"), (os, "link")):
        monkeypatch.setattr(owner, name, watched(getattr(owner, name)))
    put(path, "baru", keep=2)
    assert len(seen) >= 3
    assert set(seen) == {"hari 2", "baru"}
