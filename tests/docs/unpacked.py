"""What somebody has who just unpacked the project, and what happens to who types a page there."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

from adhoc_cli.text.words import Lang
from tests.cli.running import Ran, adhoc
from tests.docs.fences import typed_in

DATA = ("impor", "temanggung", "temanggung-bermasalah")


def unpacked(place: Path) -> Path:
    """The sample data as they come, without what somebody's reports left there."""
    for name in DATA:
        to = place / "data" / name
        shutil.copytree(f"data/{name}", to, ignore=shutil.ignore_patterns(".adhoc-report.*"))
    return place


def typed(line: str, place: Path, lang: Lang = "id") -> Ran:
    """A line of a page, typed there."""
    program, *arguments = shlex.split(line)
    assert program == "adhoc", line
    return adhoc(*arguments, cwd=place, env={"HOME": str(place), "ADHOC_LANG": lang})


def typed_through(shown: dict[str, str], place: Path, lang: Lang) -> dict[str, list[Ran]]:
    """What each line says of those examples that are typed, by example, one after the other."""
    return {
        name: [typed(line, place, lang) for line in shown[name].splitlines()]
        for name in typed_in(shown)
    }


def said_by(runs: list[Ran]) -> str:
    """All that was said, on both streams."""
    return "".join(ran.out + ran.err for ran in runs)


def contents(place: Path) -> dict[Path, bytes]:
    """The files of the samples that are no memory of a report."""
    files = (path for path in place.glob("data/*/*") if not path.name.startswith(".adhoc-report."))
    return {path: path.read_bytes() for path in files}
