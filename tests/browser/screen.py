"""A page in the browser: opened, measured, and looked at with axe-core."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, NamedTuple

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]
# Elements that stick out, but for those in a frame that scrolls, and what only screen readers read.
STICKING_OUT = """() => [...document.querySelectorAll('body *')].filter(one => {
    const box = one.getBoundingClientRect();
    return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1)
        && !one.closest('.scroll') && !one.closest('.skip');
}).map(one => one.outerHTML.slice(0, 120))"""


class Screen(NamedTuple):
    """A page, what it said in the console, and the addresses that it asked for."""

    page: Page
    said: list[str]
    asked: list[str]

    def of_width(self, width: int) -> Page:
        """The page on a screen of so many pixels."""
        self.page.set_viewport_size({"width": width, "height": 900})
        return self.page

    def unfold(self) -> None:
        """Open what is folded."""
        self.page.evaluate(
            "() => document.querySelectorAll('details').forEach(one => one.open = true)"
        )

    def violations(self, only: list[str] | None = None) -> list[str]:
        """What axe-core finds; of these rules only."""
        options: dict[str, Any] = {"resultTypes": ["violations"]}
        if only:
            options["runOnly"] = {"type": "rule", "values": only}
        found = Axe().run(self.page, options=options).response["violations"]
        return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


@contextmanager
def opened(
    chromium: Browser, path: Path, width: int = 1280, scheme: Scheme = "light"
) -> Iterator[Screen]:
    """A page of its own, closed behind the test."""
    page = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: said.append(f"{request.failure}: {request.url}"))
    page.goto(path.as_uri())
    yield Screen(page, said, asked)
    page.close()
