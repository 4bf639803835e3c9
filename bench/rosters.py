"""The rosters that are measured, made once and kept in `.bench/`; `make clean` removes them."""

import re
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import rmtree

from bench.measure import BLOCK, ROOT, run

CACHE = ROOT / ".bench"
_NIK, _PHONE = re.compile(rb",([0-9]{15})[0-9],"), re.compile(rb",08([0-9]{11}),")
AS_OF = "2024-11-20"  # a week before the vote: PPK, PPS, KPPS and petugas ketertiban are in office


def country(members: int, faults: int = 0, seed: int = 1) -> Path:
    """A folder with about as many members; with faults also addresses of two lines.

    Another process makes it: what this one holds would count as the peak of all that it starts."""
    words = [f"--members={members}", f"--faults={faults}", f"--seed={seed}"]
    words += ["--breaks"] if faults else []

    def write(folder: Path) -> None:
        run([sys.executable, "-m", "bench.country", str(folder), *words])

    return kept(f"country-{members}-{faults}-{seed}", write)


def with_findings(number: int) -> Path:
    """A country of half as many members, of whom no NIK and no telephone number is right."""
    source = country(number // 2)

    def write(folder: Path) -> None:
        for file in source.iterdir():
            content = file.read_bytes()
            if file.name.startswith("anggota"):
                content = _NIK.sub(rb",\1,", content)
                content = _PHONE.sub(rb",\1,", content)
            (folder / file.name).write_bytes(content)

    return kept(f"findings-{number}", write)


def kept(name: str, write: Callable[[Path], object]) -> Path:
    """A folder of that name, written now unless it was before."""
    folder = CACHE / name
    if not folder.exists():
        print(f"Making {folder.relative_to(ROOT)} (once)", flush=True)
        unfinished = folder.with_suffix(".unfinished")
        rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        write(unfinished)
        unfinished.rename(folder)
    return folder


def members_in(folder: Path) -> int:
    """How many members the files list; all are read once, so that nobody waits for the disk.

    No cell of these rosters holds a line break."""
    members = 0
    for file in sorted(folder.glob("*.csv")):
        with file.open("rb") as stream:
            lines = sum(block.count(b"\n") for block in iter(partial(stream.read, BLOCK), b""))
        members += lines - 1 if file.name.startswith("anggota") else 0
    return members
