"""A page and its English page say the same: the same headings, commands, pictures and tables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.fences import fences

ENGLISH = (Path("README.en.md"), *sorted(Path("docs").glob("*.en.md")))
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def indonesian(page: Path) -> Path:
    return page.with_name(page.name.replace(".en.", "."))


def shape(page: Path) -> list[str]:
    """Of what stands on a page the kinds: headings with their level, rows, entries, pictures."""
    text = page.read_text(encoding="utf-8")
    plain = _FENCED.sub("", text)
    return re.findall(r"^(?:#+ |\||\d+\. |- |!\[)", plain, re.MULTILINE)


def typed(page: Path) -> dict[str, str]:
    """The examples, without what is said to them, what a setting means, and the language."""
    return {
        name: "" if name.endswith("-told") else re.sub(r"\s*#.*|ADHOC_LANG=(id|en)", "", text)
        for name, text in fences(page).items()
    }


def pictures(page: Path) -> list[str]:
    found = re.findall(r"!\[[^]]+\]\(([^)]+)\)", page.read_text(encoding="utf-8"))
    assert all((page.parent / path).is_file() for path in found)
    return [path.replace(".en.", ".") for path in found]


@pytest.mark.parametrize("page", ENGLISH, ids=lambda page: page.name)
def test_both_pages_say_the_same(page: Path) -> None:
    assert typed(page) == typed(indonesian(page))
    assert pictures(page) == pictures(indonesian(page))
    assert shape(page) == shape(indonesian(page))


@pytest.mark.parametrize("page", ENGLISH, ids=lambda page: page.name)
def test_an_english_page_shows_english_pictures(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert all(".en." in path for path in re.findall(r"!\[[^]]+\]\(([^)]+)\)", text))


@pytest.mark.parametrize("page", ENGLISH, ids=lambda page: page.name)
def test_a_page_links_to_pages_of_its_own_language(page: Path) -> None:
    switch = {"README.md", "README.en.md"} if page.parent == Path() else set()
    for one in (page, indonesian(page)):
        links = set(re.findall(r"\]\(([^):#]+\.md)", one.read_text(encoding="utf-8"))) - switch
        other = {link for link in links if link.endswith(".en.md") == (one != page)}
        assert {link for link in other if (one.parent / _other(link)).exists()} == set()


def _other(link: str) -> str:
    """The same page in the other language."""
    return link.replace(".en.md", ".md") if ".en.md" in link else link.replace(".md", ".en.md")
