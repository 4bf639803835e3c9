"""One mutant after another, each in a fork of a process that has all imports made.

A function's fault is put into the function that is there already; what runs when a module is
imported is put in before anything of ours is imported. The second costs a second more.
"""

from __future__ import annotations

import gc
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import _lru_cache_wrapper
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from tempfile import mkdtemp
from types import CodeType, FunctionType, ModuleType
from typing import Any, NamedTuple, NoReturn

import pytest

from tests.mutation.mutants import OF_A_RULE, Mutant, mutated
from tests.mutation.reach import OPTIONS, TESTS, WORK, tests_of

_KILLED, _ALIVE, _CUT, _UNFIT = 1, 0, 40, 41
_HOW = {_ALIVE: "alive", _CUT: "alive, not every test was run", _UNFIT: "no program"}
_SECONDS = 6  # of one mutant's tests: what kills it is among the most particular
_HANGS = 90  # processor seconds; ten times as many by the clock
_MOST = 400  # tests that are collected anew for a mutant
_MEMORY = 6 << 30


class Verdict(NamedTuple):
    """What became of a mutant: "killed", "killed by time", "alive", …; and of how many tests."""

    mutant: Mutant
    how: str
    tests: int
    seconds: float

    @property
    def alive(self) -> bool:
        """Whether no test noticed it."""
        return self.how.startswith("alive")


# What the forks share was imported before pytest could look at it.
_RUN = ("-x", "-s", "-W", "ignore::pytest.PytestAssertRewriteWarning", *OPTIONS)


class NothingTriedError(Exception):
    """The tests fail without a fault, or did not run: what they then say of faults is nothing."""


def try_all(mutants: Sequence[Mutant], jobs: int) -> Iterator[Verdict]:
    """The verdict of each, in the order in which they are found. Raises `NothingTriedError`."""
    _check_that_tests_pass()
    early = [one for one in mutants if tests_of(one)[1]]
    late = [one for one in mutants if not tests_of(one)[1]]
    unfit: list[Mutant] = []
    for verdict in _in_a_warm_process(late, jobs):
        if verdict.how == "no program":
            unfit.append(verdict.mutant)
        else:
            yield verdict
    yield from _in_forks([*early, *unfit], jobs, _try_anew)


def _in_a_warm_process(mutants: Sequence[Mutant], jobs: int) -> Iterator[Verdict]:
    """This process imports nothing of ours, so that the others can; a child of it does."""
    if not mutants:
        return
    by_name = {one.name: one for one in mutants}
    read, write = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(read)
        told = _Warm(mutants, jobs, write)
        os._exit(int(pytest.main([*_RUN, *TESTS], plugins=[told])))
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as lines:
        for line in lines:
            name, how, tests, seconds = line.rstrip("\n").split("\t")
            yield Verdict(by_name[name], how, int(tests), float(seconds))
    if os.waitpid(pid, 0)[1]:
        raise NothingTriedError("the process that runs the tests has ended")


def _check_that_tests_pass() -> None:
    """One file of tests, without a fault, in the way in which faults are tried."""
    pid = os.fork()
    if not pid:
        os._exit(int(pytest.main([*_RUN, "tests/models/test_types.py"])))
    if os.waitpid(pid, 0)[1]:
        raise NothingTriedError("tests/models/test_types.py fails without a fault")


class _Warm:
    """A plugin that collects the tests, and runs some of them for each mutant."""

    def __init__(self, mutants: Sequence[Mutant], jobs: int, write: int) -> None:
        self.mutants, self.jobs, self.write = mutants, jobs, write
        self.functions: dict[str, list[FunctionType]] = {}
        self.kept: list[_lru_cache_wrapper[Any]] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {item.nodeid: item for item in session.items}
        for one in gc.get_objects():
            if type(one) is FunctionType:
                self.functions.setdefault(one.__code__.co_filename, []).append(one)
            elif type(one) is _lru_cache_wrapper:
                self.kept.append(one)
        gc.freeze()  # what is here stays shared with the forks
        for verdict in _in_forks(self.mutants, self.jobs, lambda one: self._try(one, items)):
            fields = (verdict.mutant.name, verdict.how, verdict.tests, f"{verdict.seconds:.2f}")
            os.write(self.write, ("\t".join(map(str, fields)) + "\n").encode())
        return True

    def _try(self, mutant: Mutant, items: Mapping[str, pytest.Item]) -> int:
        path = mutant.path.resolve()
        if mutant.kind in OF_A_RULE:
            from tests.mutation import whole  # imports what is ours

            whole.put(mutant.kind, path)
        elif not _swap(compile(mutated(mutant), path, "exec"), self.functions.get(str(path), ())):
            return _UNFIT
        for one in self.kept:  # what was made without the fault
            if one.__wrapped__.__module__ == _module_of(mutant):
                one.cache_clear()
        chosen = [items[name] for name in tests_of(mutant)[0] if name in items]
        watch = _Watch()
        if chosen:
            chosen[0].config.pluginmanager.register(watch)
        for item, following in zip(chosen, [*chosen[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if watch.spent:
                return _CUT
        return _ALIVE


class _Watch:
    """A plugin that ends the process at the first failure, and knows when time is up."""

    def __init__(self) -> None:
        self.until = time.process_time() + _SECONDS

    @property
    def spent(self) -> bool:
        return time.process_time() > self.until

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            os._exit(_KILLED)


def _swap(code: CodeType, functions: Iterable[FunctionType]) -> bool:
    """Give the functions of a module the code that they have in another version of it."""
    made: dict[tuple[str, int], list[CodeType]] = {}
    for one in _codes(code):
        made.setdefault((one.co_qualname, one.co_firstlineno), []).append(one)
    changed = 0
    for function in functions:
        now = function.__code__
        new = made.get((now.co_qualname, now.co_firstlineno), [])
        if len(new) != 1 or new[0].co_freevars != now.co_freevars:
            return False
        changed += new[0] != now
        function.__code__ = new[0]
    return changed > 0


def _codes(code: CodeType) -> Iterator[CodeType]:
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield one
            yield from _codes(one)


def _try_anew(mutant: Mutant) -> int:
    """Import everything of ours with the fault in its place, collect its tests and run them."""
    sys.meta_path.insert(0, _Finder(mutant))
    names = tests_of(mutant)[0][:_MOST]
    files = sorted({name.split("::")[0] for name in names})
    ended = pytest.main([*_RUN, *files], plugins=[_Watch(), _Only(names)])
    return _ALIVE if ended in {0, 5} else _KILLED


class _Only:
    """A plugin that leaves the tests of these names, in this order."""

    def __init__(self, names: Sequence[str]) -> None:
        self.rank = {name: at for at, name in enumerate(names)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (item for item in items if item.nodeid in self.rank),
            key=lambda item: self.rank[item.nodeid],
        )


class _Finder(MetaPathFinder):
    """Finds the module of a mutant, with the fault in it."""

    def __init__(self, mutant: Mutant) -> None:
        self.module = _module_of(mutant)
        self.mutant = mutant

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path, target) if name == self.module else None
        if spec is not None and spec.origin is not None:
            spec.loader = _Loader(name, spec.origin, self.mutant)
        return spec


def _module_of(mutant: Mutant) -> str:
    parts = mutant.path.with_suffix("").parts
    return ".".join(part for part in parts[1:] if part != "__init__")


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, mutant: Mutant) -> None:
        super().__init__(name, path)
        self.mutant = mutant

    def get_code(self, fullname: str) -> CodeType:
        return compile(mutated(self.mutant), self.path, "exec")


def _in_forks(
    mutants: Sequence[Mutant], jobs: int, task: Callable[[Mutant], int]
) -> Iterator[Verdict]:
    """The task of each in a process of its own, some at once."""
    running: dict[int, tuple[Mutant, str, float]] = {}
    waiting = list(reversed(mutants))
    while waiting or running:
        while waiting and len(running) < jobs:
            mutant = waiting.pop()
            folder = mkdtemp(dir=WORK.resolve(), prefix="tmp-")
            pid = os.fork()
            if not pid:
                _be_a_child(task, mutant, folder)
            running[pid] = mutant, folder, time.monotonic()
        yield _ended(running)


def _ended(running: dict[int, tuple[Mutant, str, float]]) -> Verdict:
    pid, status = os.waitpid(-1, 0)
    mutant, folder, began = running.pop(pid)
    _unmount(folder)
    shutil.rmtree(folder, ignore_errors=True)
    code = os.waitstatus_to_exitcode(status)
    how = _HOW.get(code, "killed" if code > 0 else "killed by time")
    return Verdict(mutant, how, len(tests_of(mutant)[0]), time.monotonic() - began)


def _unmount(folder: str) -> None:
    """Take away the full disks of tests that the first failure ended."""
    mounts = Path("/proc/self/mounts")
    lines = mounts.read_text("utf-8").splitlines() if mounts.exists() else []
    for place in (line.split()[1] for line in lines):
        if place.startswith(folder):
            subprocess.run(["umount", "-l", place], check=False)


def _be_a_child(task: Callable[[Mutant], int], mutant: Mutant, folder: str) -> NoReturn:
    code = _KILLED
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (_HANGS, _HANGS))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(10 * _HANGS)
        os.environ["PYTEST_DEBUG_TEMPROOT"] = folder
        os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = f"{folder}/hypothesis"
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        code = task(mutant)
    finally:
        os._exit(code)
