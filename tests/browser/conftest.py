"""A headless Chromium of the machine, and the pages that are looked at in it.

Nothing is downloaded: where there is no Chromium the tests say loudly what was not looked at, and
on CI they fail.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.pages import PAGES, html_of
from tests.browser.screen import Screen, opened

_NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if path is None:
        message = "THE REPORT'S PAGE IS NOT LOOKED AT: there is no Chromium here"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    # A container's own sandbox is enough, and its shared memory too small.
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    """The pages as files, by name and language; each is made when it is first asked for."""
    return _Files(tmp_path_factory.mktemp("pages"))


class _Files(dict[tuple[str, str], Path]):
    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def __missing__(self, key: tuple[str, str]) -> Path:
        name, lang = key
        assert name in PAGES
        path = self._folder / f"{name}-{lang}.html"
        path.write_bytes(html_of(name, "en" if lang == "en" else "id"))
        self[key] = path
        return path


@pytest.fixture(scope="session")
def screens(chromium: Browser, files: dict[tuple[str, str], Path]) -> Iterator[dict[str, Screen]]:
    """The pages in Indonesian, opened when they are first asked for: to open one takes longer than
    what most tests do with it. They may be made wider, and folded parts of them opened."""
    with ExitStack() as stack:
        yield _Screens(chromium, files, stack)


class _Screens(dict[str, Screen]):
    def __init__(
        self, chromium: Browser, files: dict[tuple[str, str], Path], stack: ExitStack
    ) -> None:
        super().__init__()
        self._chromium, self._files, self._stack = chromium, files, stack

    def __missing__(self, name: str) -> Screen:
        self[name] = self._stack.enter_context(opened(self._chromium, self._files[name, "id"]))
        return self[name]
