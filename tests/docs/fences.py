"""The examples of a page: what stands between fences under `<!-- test: NAME -->`."""

from __future__ import annotations

import re
from pathlib import Path

from adhoc_cli.text.words import Lang

_FENCE = re.compile(
    r"^(?:<!-- test: (?P<name>[\w-]+) -->\n)?```(?P<kind>\w*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
# What needs a machine of its own, or minutes, is tried by nobody.
_NOT_TRIED = {"console"}
_TOLD = "-told"


def fences(page: Path) -> dict[str, str]:
    """The named examples of a page, each with its text."""
    return {found["name"]: found["text"] for found in _found(page) if found["name"]}


def nameless(page: Path) -> list[str]:
    """The first lines of examples that no test can ask for."""
    return [
        found["text"].partition("\n")[0]
        for found in _found(page)
        if not found["name"] and found["kind"] not in _NOT_TRIED
    ]


def kinds(page: Path) -> set[str]:
    """The languages of the examples of a page."""
    return {found["kind"] for found in _found(page)}


def of_kind(page: Path, kind: str) -> list[str]:
    """The examples of a page in a language."""
    return [found["text"] for found in _found(page) if found["kind"] == kind]


def _found(page: Path) -> list[re.Match[str]]:
    return list(_FENCE.finditer(page.read_text(encoding="utf-8")))


def told_in(fences: dict[str, str]) -> list[str]:
    """The names of the examples of which it is quoted what they say: `NAME-told`."""
    return [name.removesuffix(_TOLD) for name in fences if name.endswith(_TOLD)]


def typed_in(fences: dict[str, str]) -> list[str]:
    """The names of the examples that are typed, in the order of the page."""
    return [name for name in fences if not name.endswith(_TOLD)]


def is_quoted_from(told: str, said: str) -> None:
    """The lines of a quotation stand in what was said, in their order; `…` is what is left out."""
    rest = said
    for line in told.splitlines():
        if line and line != "…":
            assert line in rest, line
            rest = rest.partition(line)[2]


def in_language(page: Path, lang: Lang) -> Path:
    """A page in a language: `x.md` is Indonesian, `x.en.md` is the English of it."""
    return page if lang == "id" else page.with_suffix(f".{lang}{page.suffix}")
