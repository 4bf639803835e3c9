"""The examples of a page: what stands between fences under `<!-- test: NAME -->`."""

from __future__ import annotations

import re
from pathlib import Path

_FENCE = re.compile(
    r"^(?:<!-- test: (?P<name>[\w-]+) -->\n)?```(?P<kind>\w*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
# What is quoted and never run needs no name.
_QUOTED = {"toml"}


def fences(page: Path) -> dict[str, str]:
    """The named examples of a page, each with its text."""
    return {found["name"]: found["text"] for found in _found(page) if found["name"]}


def nameless(page: Path) -> list[str]:
    """The first lines of examples that no test can ask for."""
    return [
        found["text"].partition("\n")[0]
        for found in _found(page)
        if not found["name"] and found["kind"] not in _QUOTED
    ]


def _found(page: Path) -> list[re.Match[str]]:
    return list(_FENCE.finditer(page.read_text(encoding="utf-8")))
