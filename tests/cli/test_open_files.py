"""Files that another program has open, and what the system says of others."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.running import adhoc
from tests.cli.test_exit_codes import meddled

_DAY = ("--as-of", "2024-06-10")
# Windows refuses to replace a file that Excel has open; here the refusal is played.
_OPEN = """
import errno, pathlib
real, left = pathlib.Path.replace, [{times}]
def refusing(self, target):
    if left[0] and pathlib.Path(target).name == {name!r}:
        left[0] -= 1
        error = PermissionError(errno.EACCES, 'Permission denied')
        error.winerror = 32
        raise error
    return real(self, target)
pathlib.Path.replace = refusing
"""


@pytest.fixture
def mine(clean: Path, tmp_path: Path) -> Path:
    """A complete roster of this test alone: others read the one that is shared."""
    return Path(shutil.copytree(clean, tmp_path / "roster"))


def opened(tmp_path: Path, name: str, times: int, lang: str = "id") -> dict[str, str]:
    return {**meddled(tmp_path, _OPEN.format(name=name, times=times)), "ADHOC_LANG": lang}


def test_a_file_that_was_open_for_a_moment_is_written(gap: Path, tmp_path: Path) -> None:
    target = tmp_path / "kursi.xlsx"
    target.write_bytes(b"old")
    env = opened(tmp_path, target.name, 2)
    ran = adhoc("quota", str(gap), *_DAY, "-o", str(target), env=env)
    assert (ran.code, ran.err) == (1, "")
    assert target.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("lang", "said"), [("id", "terbuka di program lain (Excel?)"), ("en", "close it there")]
)
def test_a_file_that_stays_open_is_told_as_that(
    gap: Path, tmp_path: Path, lang: str, said: str
) -> None:
    target = tmp_path / "kursi.xlsx"
    target.write_bytes(b"old")
    env = opened(tmp_path, target.name, 99, lang)
    ran = adhoc("quota", str(gap), *_DAY, "-o", str(target), env=env)
    assert ran.code == 2
    assert said in ran.err
    assert "kursi.xlsx" in ran.err
    assert "Permission denied" not in ran.err
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.glob(".adhoc-*")] == []


def test_a_list_of_members_that_stays_open_is_left_as_it_is(mine: Path, tmp_path: Path) -> None:
    source = tmp_path / "baru.csv"
    source.write_bytes((mine / "anggota.csv").read_bytes())
    before = (mine / "anggota.csv").read_bytes()
    typed = ("import", str(source), "--as", "anggota", "-o", str(mine), "--replace", "--yes")
    ran = adhoc(*typed, env=opened(tmp_path, "anggota.csv", 99))
    assert ran.code == 2
    assert "anggota.csv" in ran.err
    assert "Excel" in ran.err
    assert (mine / "anggota.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("lang", "said"), [("id", "ini bukan folder"), ("en", "this is no folder")]
)
def test_the_system_speaks_the_language_of_the_run(
    gap: Path, tmp_path: Path, lang: str, said: str
) -> None:
    (tmp_path / "berkas").write_text("no folder")
    target = tmp_path / "berkas" / "a.csv"
    ran = adhoc("quota", str(gap), *_DAY, "-o", str(target), env={"ADHOC_LANG": lang})
    assert ran.code == 2
    assert said in ran.err


def test_a_star_is_expanded_where_the_shell_does_not(mine: Path, tmp_path: Path) -> None:
    text = (mine / "anggota.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    for name, line in (("PPS a.csv", text[1]), ("PPS b.csv", text[2]), ("~$PPS a.csv", "x")):
        (tmp_path / name).write_text(text[0] + line, encoding="utf-8")
    typed = ("import", str(tmp_path / "PPS *.csv"), "--as", "anggota", "--name", "anggota-pps")
    ran = adhoc(*typed, "-o", str(mine), env={"ADHOC_LANG": "en"})
    assert ran.code == 0, ran.err
    written = (mine / "anggota-pps.csv").read_text(encoding="utf-8").splitlines()
    assert len(written) == 3


def test_a_star_that_fits_nothing_is_a_file_that_is_not_there(mine: Path, tmp_path: Path) -> None:
    typed = ("import", str(tmp_path / "*.xlsx"), "--as", "anggota", "-o", str(mine), "--append")
    ran = adhoc(*typed, env={"ADHOC_LANG": "en"})
    assert ran.code in {2, 3}
    assert "*.xlsx" in ran.err
