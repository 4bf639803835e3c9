"""Which tests reach which line: from one run of the tests in this process that coverage watched.

What a process of its own runs is not seen, so a mutant that only such a test kills counts as alive.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from coverage import CoverageData

from tests.mutation.mutants import OF_A_RULE, Mutant

WORK = Path(".mutation")
TESTS = (
    *("tests/rules", "tests/tables", "tests/roster", "tests/engine", "tests/models", "tests/text"),
    *("tests/reports/test_quota.py", "tests/cli/test_quota.py", "tests/profiles/test_units.py"),
    *("tests/checklist", "tests/test_planted.py", "tests/test_sample_journal.py"),
    *("tests/intake/test_cut_files.py", "tests/intake/test_spellings.py", "tests/places"),
    *("tests/cli/test_unread_files.py", "tests/cli/test_waivers.py"),
)
OPTIONS = ("-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not slow")
_SETTINGS = """\
[run]
source_pkgs = adhoc_cli
relative_files = true
data_file = {data}
"""
_DATA = WORK / "reach"


def look_again() -> None:
    """Run the tests once under coverage, and keep what each line was reached by."""
    WORK.mkdir(exist_ok=True)
    settings = WORK / "coveragerc"
    settings.write_text(_SETTINGS.format(data=_DATA), "utf-8")
    counted = ("--cov", f"--cov-config={settings}", "--cov-context=test", "--cov-report=")
    command = [sys.executable, "-m", "pytest", *OPTIONS, *counted, *TESTS]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": "0"})
    _data.cache_clear()


def known() -> bool:
    """Whether there was such a run."""
    return _DATA.exists()


@cache
def _data() -> CoverageData:
    data = CoverageData(str(_DATA))
    data.read()
    return data


@cache
def _lines(path: str) -> dict[int, set[str]]:
    """The tests of each line of a file; pytest-cov says "|run" or "|setup" behind a name."""
    found = _data().contexts_by_lineno(path)
    return {line: {one.split("|")[0] for one in contexts} for line, contexts in found.items()}


@cache
def _breadth() -> Counter[str]:
    """How many lines each test reaches: one that reaches few is about them."""
    files = _data().measured_files()
    return Counter(one for path in files for tests in _lines(path).values() for one in tests)


def tests_of(mutant: Mutant) -> tuple[list[str], bool]:
    """The tests that reach a mutant: those of the file that mirrors its own, then those that are
    most about it, one case of each; and whether it is reached when modules are imported or tests
    collected, so that it must be there before."""
    lines = _lines(mutant.path.as_posix())
    found: set[str] = set()
    for line in range(mutant.begins, mutant.line + 1):
        found |= lines.get(line, set())
    early = mutant.kind not in OF_A_RULE and (not mutant.function or "" in found)
    about = _is_about(mutant.path)
    if early:  # a table of a module is also seen by tests that run no line of it
        found.update(*lines.values(), filter(about, _breadth()))
    code = mutant.path.stem.split("_")[0].upper()
    if "/rules/" in mutant.path.as_posix() and code[1:].isdigit():
        found |= {test for test in _breadth() if f"[{code}" in test}
    here = Counter(one for tests in lines.values() for one in tests)
    share = {one: here[one] / _breadth()[one] for one in found - {""}}
    ordered = one_of_each_first(sorted(share, key=lambda one: (-share[one], one)))
    return sorted(ordered, key=about, reverse=True), early


def _is_about(path: Path) -> Callable[[str], bool]:
    """Whether a test stands in the file that mirrors a module."""
    folder = "/".join(path.parts[2:-1])
    return lambda test: test.startswith(f"tests/{folder}/test_{path.stem}.py")


def one_of_each_first(tests: Sequence[str]) -> list[str]:
    """The first case of every test function, then the second of each: a hundred cases of one ask
    much the same. Those of one file stay together, for what they share is made once."""
    files = list(dict.fromkeys(one.partition("::")[0] for one in tests))
    cases: Counter[str] = Counter()
    place: dict[str, tuple[int, int]] = {}
    for one in tests:
        function = one.partition("[")[0]
        place[one] = cases[function], files.index(one.partition("::")[0])
        cases[function] += 1
    return sorted(tests, key=place.__getitem__)
