"""Every example of every page is tried: typed where it is a command, read where it is a file.

The language of a fence says which: a test asks for what is typed or read by its name. What is not
tried is `bat` (Windows) and `console` (the machine's own services, or minutes), and holds no
command that could have been.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.fences import fences, kinds, nameless, of_kind

PAGES = sorted({*Path().glob("*.md"), *Path("docs").glob("*.md"), Path("bench/README.md")})
TRIED = {"sh", "toml", "ini", "crontab", "jinja", "text"}
NOT_TRIED = {"bat", "console"}
_INDENTED = re.compile(r"^ {4,}(?:adhoc|cd|make|pipx|python\S*|systemctl) .*", re.MULTILINE)


def asked_for(page: Path) -> set[str]:
    """The examples of a page that the tests ask for: by name, or all that are typed there."""
    own = page.name.partition(".")[0]
    tests = [path.read_text(encoding="utf-8") for path in Path("tests").rglob("test_*.py")]
    if any(own in text and "typed_in(" in text for text in tests):
        return {*fences(page)}
    return {name for text in tests for name in re.findall(r'\["([\w-]+)"\]', text)}


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_example_is_asked_for_by_a_test(page: Path) -> None:
    assert kinds(page) <= TRIED | NOT_TRIED
    assert nameless(page) == []
    asked = asked_for(page)
    asked |= {f"{name}-told" for name in asked}
    assert {*fences(page)} - asked == set()


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_what_is_not_tried_is_none_of_our_commands(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert _INDENTED.findall(text) == []
    assert re.findall(r"^adhoc .*", "".join(of_kind(page, "console")), re.MULTILINE) == []
