"""A small office for the examples: where the paths that they name lie during a test, and the day.

What the examples call goes out into the world only by programs, and those that could (curl, msmtp)
are put in here: nothing is sent anywhere.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from adhoc_cli.rules.examples import Example
from scripts.example_roster import write_example
from tests.cli.running import Ran, quickest

CRON_PATH = "/usr/bin:/bin"
MEMORY = ".adhoc-report.json"
VACANT = Example(drop=("anggota:9",))  # a seat of the PPS of Wonosari
WORSE = Example(drop=("anggota:9", "anggota:4"))  # and one of the PPK
_RECORD = """#!/bin/sh
printf '%s\\n' "$@" >>{name}.arguments
cat >{name}.input
exit $(cat {name}.code 2>/dev/null || echo 0)
"""


class Job(NamedTuple):
    """A line of a crontab as cron reads it: when, what `/bin/sh -c` gets, and its input."""

    when: str
    command: str
    stdin: str


class Crontab(NamedTuple):
    """What a crontab says."""

    variables: dict[str, str]
    jobs: list[Job]


def need(*programs: str) -> None:
    """Skip where one of these programs is missing, and say so; on CI that is a failure."""
    missing = [name for name in programs if shutil.which(name, path=CRON_PATH) is None]
    if missing:
        said = f"NOT TESTED: examples of docs/cron.md ({', '.join(missing)} missing)"
        assert not os.environ.get("CI"), said
        pytest.skip(said)


def crontab(text: str) -> Crontab:
    """Read a crontab: NAME=value, or five fields and a command in which % has a meaning."""
    variables: dict[str, str] = {}
    jobs = []
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        if setting := re.fullmatch(r"(\w+)=(\"?)(.*)\2", line):
            variables[setting[1]] = setting[3]
            continue
        *when, command = line.split(maxsplit=5)
        assert all(re.fullmatch(r"\*|\d+", field) for field in when), line
        first, *rest = re.split(r"(?<!\\)%", command)
        jobs.append(Job(" ".join(when), first.replace("\\%", "%"), "\n".join(rest)))
    return Crontab(variables, jobs)


class Office:
    """The folders and programs of the examples, under `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.roster, self.state = root / "roster", root / "state"
        self.programs, self.home = root / "bin", root / "home"
        for folder in (self.roster, self.state, self.programs, self.home):
            folder.mkdir(mode=0o700)
        self.put(
            "adhoc", f'#!/bin/sh\nexec {shlex.join(quickest())} "$@" --as-of "$(cat {root}/day)"'
        )
        self.put("msmtp", _RECORD.format(name=root / "msmtp"))
        self.put("curl", _RECORD.format(name=root / "curl").replace("cat >", ": >"))
        self.day("2024-06-10")
        self.hold(Example())

    def put(self, name: str, script: str) -> None:
        """Install a program."""
        path = self.programs / name
        path.write_text(f"{script}\n")
        path.chmod(0o755)

    def day(self, day: str) -> None:
        """Let it be this day."""
        (self.root / "day").write_text(day)

    def tomorrow(self) -> None:
        """Let it be the next day."""
        today = date.fromisoformat((self.root / "day").read_text())
        self.day((today + timedelta(days=1)).isoformat())

    def hold(self, example: Example) -> None:
        """Let the roster hold this."""
        for file in self.roster.glob("*.csv"):
            file.unlink()
        write_example(example, self.roster)

    def fails(self, name: str, code: int) -> None:
        """Let a program that goes out into the world fail."""
        (self.root / f"{name}.code").write_text(str(code))

    def here(self, text: str) -> str:
        """An example, with the paths of this office in the places of its own."""
        places = {
            "/usr/local/bin": self.programs,
            "/usr/bin/msmtp": self.programs / "msmtp",
            "/srv/roster": self.roster,
            "/var/lib/adhoc": self.state,
        }
        for named, path in places.items():
            text = text.replace(named, str(path))
        return text

    def as_told(self, text: str) -> str:
        """What this office says, as one at the paths of the examples would: a title's line is as
        long as the title."""
        text = text.replace(str(self.roster), "/srv/roster")
        lines = text.split("\n")
        for above, (number, line) in zip(lines, enumerate(lines[1:], 1), strict=False):
            if line and set(line) == {"="}:
                lines[number] = "=" * len(above)
        return "\n".join(lines)

    def shell(self, script: str, env: Mapping[str, str] | None = None, stdin: str = "") -> Ran:
        """Run a script as cron does: /bin/sh, at home, with next to nothing in the environment."""
        few = {"HOME": str(self.home), "LOGNAME": "adhoc", "PATH": CRON_PATH, "SHELL": "/bin/sh"}
        done = subprocess.run(
            ["/bin/sh", "-c", self.here(script)],
            env=few | dict(env or {}),
            cwd=self.home,
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        ran = Ran(done.returncode, done.stdout, done.stderr)
        assert "Traceback" not in ran.out + ran.err, ran.err
        assert "\x1b" not in ran.out + ran.err, "ANSI off a terminal"
        return ran

    def cron(self, table: Crontab, job: int = 0, **variables: str) -> Ran:
        """Run a line of a crontab; what it mails is all that it prints."""
        _, command, stdin = table.jobs[job]
        return self.shell(command, table.variables | variables, stdin)

    def calls(self, name: str) -> list[str]:
        """The arguments with which a program that goes out into the world was called."""
        told = self.root / f"{name}.arguments"
        return told.read_text().splitlines() if told.exists() else []

    def forget(self, name: str) -> None:
        """Forget how a program was called."""
        for end in ("arguments", "input", "code"):
            (self.root / f"{name}.{end}").unlink(missing_ok=True)
