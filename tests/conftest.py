"""Golden files: what a command says, kept beside the tests and read as a diff.

`pytest --update-golden` rewrites them. A test asks for one by its name; a test of each folder holds
that no file is left there that nobody asks for.
"""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Generator, Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import settings

# Time is measured by the bench. Whichever example is the first to need pandas waits for its start.
settings.register_profile("untimed", deadline=None, max_examples=60)
settings.load_profile("untimed")

Golden = Callable[[str, bytes], None]
Stale = Callable[[Iterable[str]], None]


def pytest_configure() -> None:
    """Have the commands of the tests hear Ctrl-C and a hang-up, whoever started the tests.

    A shell's background job ignores the one and nohup the other, and what is ignored is inherited.
    A handler is not: it stands in for the ignoring here, and a command begins with the default.
    """
    for name in ("SIGINT", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, lambda *_: None)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no garbage while tests are collected, and more seldom afterwards.

    What is collected stays to the end, and looking through it again and again takes a third of the
    time, in every worker.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.set_threshold(10_000, 20, 20)
        gc.enable()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One worker more than cores: a fifth of the time they wait for a browser or a process."""
    return (os.cpu_count() or 1) + 1


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the golden files; read the diff"
    )


@pytest.fixture(scope="session", autouse=True)
def profiles_are_parsed_once() -> Iterator[None]:
    """A profile is a thousand lines of TOML, and half of the time in which a small roster is read;
    thousands of tests read one. What a text says is the same each time."""
    from adhoc_cli.profiles.faults import parse

    with patch("adhoc_cli.profiles.inherit.parse", lru_cache(64)(parse)):
        yield


@pytest.fixture(scope="session", autouse=True)
def commands_are_read_once() -> Iterator[None]:
    """What the function of a command takes: a tenth of the time of a run within this process."""
    from typer.utils import get_params_from_function

    with patch("typer.main.get_params_from_function", cache(get_params_from_function)):
        yield


@pytest.fixture
def golden_folder(request: pytest.FixtureRequest) -> Path:
    """The golden files of a test: the folder `golden` beside it."""
    return Path(request.path).parent / "golden"


@pytest.fixture
def golden(request: pytest.FixtureRequest, golden_folder: Path) -> Golden:
    """Compare bytes with the golden file of a name, or write it."""
    update = bool(request.config.getoption("--update-golden"))

    def compare(name: str, actual: bytes) -> None:
        path = golden_folder / name
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(actual)
            return
        assert path.is_file(), f"{path} is missing; write it with --update-golden"
        # As text, so that pytest shows the lines that differ.
        assert actual.decode() == path.read_bytes().decode(), "rewrite with --update-golden?"

    return compare


@pytest.fixture
def stale(request: pytest.FixtureRequest, golden_folder: Path) -> Stale:
    """Fail for golden files that are none of these names, or remove them."""
    update = bool(request.config.getoption("--update-golden"))

    def compare(names: Iterable[str]) -> None:
        known = set(names)
        for path in sorted(golden_folder.rglob("*")):
            name = path.relative_to(golden_folder).as_posix()
            if path.is_file() and name not in known:
                assert update, f"{path} is a golden file that no test asks for"
                path.unlink()

    return compare
