"""The man page and the completions: they are what the commands say, and shells can use them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from adhoc_cli.cli import language
from adhoc_cli.cli.root import NAMES
from scripts.share_files import SHARE, share_files
from tests.cli.running import PROGRAM

_PAGES = ("man/man1/adhoc.1", "man/id/man1/adhoc.1")
_BASH = "bash-completion/completions/adhoc"


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(language, "_run", language._Run())  # the pages speak both languages
        return dict(share_files())


def test_every_file_is_current(made: dict[str, str]) -> None:
    files = (path for path in SHARE.rglob("*") if path.is_file())
    written = {path.relative_to(SHARE).as_posix(): path.read_text("utf-8") for path in files}
    assert written == made, "make docs"


@pytest.mark.parametrize("page", _PAGES)
def test_the_page_tells_every_command(page: str, made: dict[str, str]) -> None:
    for name in (*NAMES, "checklist mark", "sheets out"):
        assert f"\n.SS adhoc {name}\n" in made[page]
    assert "\n.B \\-\\-lang <id|en>\n" in made[page]
    assert made[page].count("\\-\\-no\\-pager") == 1  # what all commands take stands once


@pytest.mark.parametrize("page", _PAGES)
@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not installed")
def test_troff_has_nothing_to_say_against_it(page: str) -> None:
    read = ["groff", "-ww", "-man", "-Kutf8", "-Tutf8", "-z", str(SHARE / page)]
    done = subprocess.run(read, capture_output=True, text=True, check=True)
    assert done.stdout + done.stderr == ""


def test_bash_completes_with_it() -> None:
    script = f"""
        source '{SHARE / _BASH}'
        complete -p adhoc
        COMP_WORDS=(adhoc explain Q40) COMP_CWORD=2
        _adhoc_completion adhoc
        echo "${{COMPREPLY[@]}}"
    """
    env = {"PATH": f"{Path(PROGRAM[0]).parent}:/usr/bin:/bin"}
    done = subprocess.run(
        ["bash", "--norc", "-c", script], env=env, capture_output=True, text=True, check=True
    )
    told, offered = done.stdout.splitlines()
    assert told == "complete -o default -F _adhoc_completion adhoc"
    assert offered.split()[:2] == ["Q401", "Q402"]
