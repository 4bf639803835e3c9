"""Every line of every command in every format over every secret; then each call of the mask taken
away, which the scan should find. `make leaks`: what `make test` has a part of.

    python -m tests.privacy                     all of it
    python -m tests.privacy --known             each call in the run that is known to miss it
    python -m tests.privacy output/safe.py ...  a run looked for that misses these calls

`calls.json` holds by call a run that tells a secret without it. A call that none is known of is
looked at in every run in which it hides something, and what is found is written there.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tests.privacy.unmasked import Calls, watched

_KNOWN = Path(__file__).with_name("calls.json")
# Of the runs in which a call hides something at most so many are repeated without it.
_TRIES = 60
# What stands before and behind most of the others: texts that are made, and all of stderr.
_AROUND = ("text/translator.py", "cli/streams.py")
# What else is taken away, for several stand one behind the other: nothing, those around the others,
# or all others.
_OTHERS = ("nothing", "around", "all")


class Case(NamedTuple):
    """A run: a command by its name, its line, the folder, what is added; the `source` of an import
    of a `kind`; what breaks during it; the settings of the folder `toml`; whether on a terminal."""

    command: str
    line: str
    folder: str = "few"
    more: tuple[str, ...] = ()
    source: str = ""
    kind: str = ""
    fault: str = ""
    settings: str = ""
    screen: bool = False


class Missed(NamedTuple):
    """How a call is missed: in which run, and what else is taken away in it."""

    case: Case
    others: str


def main(named: Sequence[str]) -> int:
    """Run it; 1 where anything was told, or where nobody misses a call of the mask: a secret that
    passes there has still to be planted."""
    calls = watched()
    from tests.privacy.place import made

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rahasia"
        path.mkdir()
        runs = Runs(made(path), calls)
        if named == ["--known"]:
            return int(bool(_unknown(runs, read_known())))
        told = 0 if named else _told_anything(runs)
        missed = _without_each(runs, named)
    return int(bool(told or missed))


def read_known() -> Mapping[str, Missed]:
    """By call how it is missed."""
    known = json.loads(_KNOWN.read_text(encoding="utf-8")) if _KNOWN.exists() else {}
    return {
        call: Missed(Case(**{**case, "more": tuple(case.get("more", ()))}), others)
        for call, (others, case) in known.items()
    }


def _write_known(known: Mapping[str, Missed]) -> None:
    usual = Case("", "")._asdict()
    lines = []
    for call, (case, others) in sorted(known.items()):
        told = {key: value for key, value in case._asdict().items() if value != usual.get(key)}
        told = {"command": case.command, "line": case.line, **told}
        lines.append(f"{json.dumps(call)}: {json.dumps([others, told], ensure_ascii=False)}")
    _KNOWN.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


class Runs:
    """Runs with some calls taken away, and in which of them a call hides something."""

    def __init__(self, place: Any, calls: Calls) -> None:
        from tests.privacy.place import sources

        self.place, self.calls = place, calls
        tuple(sources(place))  # the files that are imported are made while they are named
        self.every = frozenset(calls.known)
        self.acting: dict[str, list[Case]] = {}
        self.told = cache(self._told)

    def look(self, case: Case) -> None:
        """Note what hides something in a case, whatever stands before it."""
        self.calls.hiding.clear()
        self.told(case, self.every)
        for one in self.calls.hiding:
            self.acting.setdefault(one, []).append(case)

    def _told(self, case: Case, taken: frozenset[str]) -> Sequence[str]:
        """What the scan finds, and on how many lines."""
        with self.calls.without(taken):
            return [re.sub(r" lines: .*", "", one) for one in _run(self.place, case)]

    def misses(self, call: str, how: Missed) -> bool:
        """Whether more is told in a run without a call."""
        around = frozenset(one for one in self.every if one.startswith(_AROUND))
        # A call, those that it makes and those that make it are one mask.
        others = {"nothing": frozenset[str](), "around": around,
                  "all": self.every - self.calls.around(call)}[how.others]  # fmt: skip
        return self.told(how.case, others | {call}) != self.told(how.case, others - {call})

    def finding(self, call: str) -> Missed | None:
        """A run that misses a call."""
        acting = self.acting.get(call, [])
        cases = acting[:: -(-len(acting) // _TRIES) or 1]
        tries = (Missed(case, others) for others in _OTHERS for case in cases)
        return next((one for one in tries if self.misses(call, one)), None)


def _told_anything(runs: Runs) -> int:
    """How many of all runs tell a secret."""
    cases = list(_cases(runs.place))
    told = {case: found for case in cases if (found := _run(runs.place, case))}
    for case, found in told.items():
        _say(f"TOLD {case}: {found[:2]}")
    _say(f"{len(cases)} runs, {len(told)} of them told a secret")
    return len(told)


def _unknown(runs: Runs, known: Mapping[str, Missed]) -> Sequence[str]:
    """The calls that the runs known of do not miss, and those that are no longer there."""
    gone = sorted(known.keys() - runs.every)
    unknown = [
        call for call in sorted(runs.every)
        if call not in known or not runs.misses(call, known[call])
    ]  # fmt: skip
    for call in gone:
        _say(f"NO LONGER THERE: {call}")
    for call in unknown:
        _say(f"NO RUN IS KNOWN THAT MISSES: {call} (line {runs.calls.known[call]})")
    return [*gone, *unknown]


def _without_each(runs: Runs, named: Sequence[str]) -> int:
    """Name the calls that nobody misses, and write down how the others are; how many they are."""
    known = {call: how for call, how in read_known().items() if call in runs.every}
    if named:
        chosen = [call for call in sorted(runs.every) if call.startswith(tuple(named))]
    else:
        chosen = [call for call in _unknown(runs, known) if call in runs.every]
    if chosen:
        for case in _cases(runs.place):
            # One that finds what the run before it wrote says nothing of this run.
            if case.folder != "every" and "ingat" not in case.line:
                runs.look(case)
    missed = 0
    for call in chosen:
        how = runs.finding(call)
        if how is None:
            known.pop(call, None)
            missed += 1
            acting = len(runs.acting.get(call, ()))
            line = runs.calls.known[call]
            _say(f"MISSED BY NOBODY: {call} (line {line}; it hides something in {acting} runs)")
        else:
            known[call] = how
    _write_known(known)
    behind = sum(how.others != "nothing" for how in known.values())
    _say(
        f"{len(runs.every)} calls of the mask, {missed} of them missed by nobody,"
        f" {behind} only where others are taken away, too"
    )
    return missed


def _run(place: Any, case: Case) -> list[str]:
    from tests.privacy.commands import commands
    from tests.privacy.place import FAULTS, breaking, faulty

    if case.settings:
        faulty(place, case.settings)
    during = breaking(*FAULTS[case.fault]) if case.fault else None
    more = [word.format(out=place["out"]) for word in case.more]
    names = {"source": place[case.source], "without": case.kind} if case.source else {}
    try:
        command = commands()[case.command]
        given = {"during": during, "screen": case.screen, **names}
        outcome = place.run(command, case.line, case.folder, *more, **given)
    except AssertionError as error:  # what is no longer masked breaks what is checked of each run
        return [str(error)[:100]]
    return [*outcome.told, *outcome.wrong]


def _cases(place: Any) -> Iterator[Case]:
    from tests.privacy.commands import commands
    from tests.privacy.place import FAULTY, sources

    for name in commands():
        yield from _of_command(name)
    for settings in FAULTY:
        yield Case("check", "{toml}", settings=settings)
        yield Case("profiles", "--check {toml}/adhoc.toml", settings=settings)
    for kind, source in sources(place):
        for form in ("plain", "json", "csv"):
            line = f"{{source}} --as {kind} -o {{target}} --format {form}"
            yield Case("import", line, source=str(source.relative_to(place.path)), kind=kind)


def _of_command(name: str) -> Iterator[Case]:
    from tests.privacy.commands import LINES, commands
    from tests.privacy.place import FAULTS, PERSONAL_ONLY

    command = commands()[name]
    forms = [form for form in command.forms if form not in PERSONAL_ONLY]
    takes_file = "--output" in command.options and name != "import"
    for line in LINES[name]:
        for folder in ("few", "broken", "every") if "{}" in line else ("few",):
            for lang in ("id", "en"):
                yield Case(name, line, folder, ("--lang", lang))
            for form in forms if "-o" not in line else ():
                file = ("-o", f"{{out}}/hasil.{form}") if takes_file else ()
                yield Case(name, line, folder, ("--format", form, *file))
    if "table" in forms:
        yield Case(name, LINES[name][0], screen=True)
    for fault in FAULTS:
        yield Case(name, LINES[name][0], fault=fault)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
