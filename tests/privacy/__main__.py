"""Every line of every command in every format over every secret; then each call of the mask taken
away, which the scan should find. `make leaks`: what `make test` has a part of."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.privacy.unmasked import Calls, watched

# Of the runs in which a call hides something so many are repeated without it.
_TRIES = 6
# What stands before and behind most of the others: texts that are made, and all of stderr.
_AROUND = ("text/translator.py", "cli/streams.py")


class _Case(NamedTuple):
    """A run: a command by its name, its line, the folder, what is added, what breaks during it."""

    command: str
    line: str
    folder: str
    more: tuple[str, ...] = ()
    names: tuple[tuple[str, Any], ...] = ()
    fault: str = ""
    settings: str = ""


def main() -> int:
    """Run it all; 1 where anything was told. A call of the mask that nobody misses is named: a
    secret that passes there has still to be planted."""
    calls = watched()
    from tests.privacy.place import made

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rahasia"
        path.mkdir()
        place = made(path)
        cases = list(_cases(place))
        told = [(case, found) for case in cases if (found := _run(place, case))]
        for case, found in told:
            _say(f"TOLD {case}: {found[:2]}")
        _say(f"{len(cases)} runs, {len(told)} of them told a secret")
        _without_each(place, calls, [one for one in cases if one.folder != "every"])
    return int(bool(told))


def _without_each(place: Any, calls: Calls, cases: list[_Case]) -> None:
    """Name the calls that nobody misses. Several stand one behind the other, and a secret passes
    none of them: what one of them does is seen where those around it are taken away."""
    every = frozenset(calls.known)
    around = [frozenset[str](), frozenset(one for one in every if one.startswith(_AROUND)), every]
    acting: dict[str, list[_Case]] = {one: [] for one in dict.fromkeys(calls.known)}
    for case in cases:
        calls.hiding.clear()
        for some in around[1:]:
            _told(place, calls, case, some)
        for one in calls.hiding:
            acting[one].append(case)
    missed = 0
    for call, where in acting.items():
        some_cases = where[:: max(1, len(where) // _TRIES)][:_TRIES]
        if not any(
            _told(place, calls, case, some | {call}) != _told(place, calls, case, some - {call})
            for some in around
            for case in some_cases
        ):
            missed += 1
            _say(f"MISSED BY NOBODY: {call} (it hides something in {len(where)} runs)")
    _say(f"{len(every)} calls of the mask, {missed} of them missed by nobody")


def _told(place: Any, calls: Calls, case: _Case, taken: Iterable[str]) -> list[str]:
    with calls.without(taken):
        return _run(place, case)


def _run(place: Any, case: _Case) -> list[str]:
    from tests.privacy.commands import commands
    from tests.privacy.place import FAULTS, breaking, faulty

    if case.settings:
        faulty(place, case.settings)
    during = breaking(*FAULTS[case.fault]) if case.fault else None
    command = commands()[case.command]
    try:
        outcome = place.run(
            command, case.line, case.folder, *case.more, during=during, **dict(case.names)
        )
    except AssertionError as error:  # what is no longer masked breaks what is checked of each run
        return [str(error)[:100]]
    return [*outcome.told, *outcome.wrong]


def _cases(place: Any) -> Iterator[_Case]:
    from tests.privacy.commands import LINES, commands
    from tests.privacy.place import FAULTS, FAULTY, PERSONAL_ONLY, sources

    for name, command in commands().items():
        forms = [form for form in command.forms if form not in PERSONAL_ONLY]
        takes_file = "--output" in command.options and name != "import"
        for line in LINES[name]:
            for folder in ("few", "broken", "every") if "{}" in line else ("few",):
                for lang in ("id", "en"):
                    yield _Case(name, line, folder, ("--lang", lang))
                for form in forms if "-o" not in line else ():
                    file = ("-o", str(place["out"] / f"hasil.{form}")) if takes_file else ()
                    yield _Case(name, line, folder, ("--format", form, *file))
        for fault in FAULTS:
            yield _Case(name, LINES[name][0], "few", fault=fault)
    for settings in FAULTY:
        yield _Case("check", "{toml}", "few", settings=settings)
        yield _Case("profiles", "--check {toml}/adhoc.toml", "few", settings=settings)
    for kind, source in sources(place):
        for form in ("plain", "json", "csv"):
            line = f"{{source}} --as {kind} -o {{target}} --format {form}"
            yield _Case("import", line, "few", names=(("source", source), ("without", kind)))


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
