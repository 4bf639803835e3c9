"""Marks as a process of its own: what the tests kill, crowd and starve.

    driver.py mark FOLDER PLACE ITEM EVIDENCE [TIMEOUT]     one mark
    driver.py loop FOLDER NAME COUNT                        COUNT marks, each acknowledged on stdout
    driver.py starve FOLDER COUNT                           COUNT marks on a disk that takes none
    driver.py hold FOLDER                                   hold the lock until stdin ends

Exit codes: 0 the mark is on the disk, 4 locked, 5 the system refused, 6 not a journal.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

from adhoc_cli.checklist.faults import JournalLocked, JournalUnreadable, JournalWriteError
from adhoc_cli.checklist.journal import append
from adhoc_cli.checklist.lock import locked
from adhoc_cli.checklist.mark import Mark, MarkStatus, now

LOCKED, REFUSED, UNREADABLE = 4, 5, 6
PATIENCE = 120.0  # seconds that a process of a crowd waits for its turn


def one(folder: Path, place: str, item: str, evidence: str, timeout: float) -> None:
    mark = Mark(place, item, MarkStatus.DONE, date(2024, 5, 20), evidence)
    append(folder, [mark], operator="uji", timeout=timeout)


def starve(folder: Path, count: int) -> None:
    import resource  # not on Windows

    size = (folder / "koordinasi.csv").stat().st_size + 10
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    for _ in range(count):
        with suppress(JournalWriteError):
            one(folder, "33.23.17", "PPK-01", "never", PATIENCE)


def say(text: str) -> None:
    os.write(1, (text + "\n").encode())  # at once, and without Python's buffers


def main(command: str, folder: str, *rest: str) -> int:
    path = Path(folder)
    try:
        if command == "mark":
            place, item, evidence, *timeout = rest
            one(path, place, item, evidence, float(timeout[0]) if timeout else PATIENCE)
        elif command == "loop":
            for n in range(int(rest[1])):
                evidence = f"{rest[0]}-{n}"
                one(path, "33.23.17", "PPK-01", evidence, PATIENCE)
                say(evidence)
        elif command == "starve":
            starve(path, int(rest[0]))
        else:
            with locked(path, now()):
                say(str(os.getpid()))
                sys.stdin.read()
    except JournalLocked as error:
        say(f"locked {error.holder}")
        return LOCKED
    except JournalWriteError as error:
        say(f"{error.step.value} {error.errno} {error.restored}")
        return REFUSED
    except JournalUnreadable:
        return UNREADABLE
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
