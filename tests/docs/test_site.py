"""The pages as a site, without building it: every link leads somewhere, every page has its place in
the menu, and what was built loads nothing from a network."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from scripts.make_site import OUTSIDE, led, loads

MENU = Path("mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[2].partition("\n\n")[0]
SHOWN = re.findall(r"^ +- .*: (\S+\.md)$", MENU, re.MULTILINE)
WRITTEN = sorted(Path("docs").rglob("*.md"))
ROOT = [*Path().glob("*.md"), Path("bench/README.md")]
_FENCED = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]*))?\)")


@cache
def text(page: Path) -> str:
    """A page without its examples."""
    return _FENCED.sub("", page.read_text(encoding="utf-8"))


@cache
def anchors(page: Path) -> set[str]:
    """What can be linked to on a page: its headings, as GitHub and the site name them."""
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", [*WRITTEN, *ROOT], ids=str)
def test_every_link_leads_somewhere(page: Path) -> None:
    for path, anchor in _LINK.findall(text(page)):
        there = page.parent / path if path else page
        assert there.exists(), f"{page}: {path}"
        assert not anchor or anchor in anchors(there), f"{page}: {path}#{anchor}"


def test_every_page_has_one_place_in_the_menu() -> None:
    pages = {str(page.relative_to("docs")) for page in WRITTEN}
    assert {str(page) for page in ROOT} <= OUTSIDE.keys()
    pages |= {place for path, place in OUTSIDE.items() if Path(path).exists()}
    assert sorted(SHOWN) == sorted(
        page for page in pages if page.endswith(".md") and not page.endswith(".en.md")
    )


def test_every_page_but_those_for_developers_is_there_in_english() -> None:
    """And no page is there in English alone."""
    operators = MENU.partition("Untuk pengembang:")[0]
    shown = set(re.findall(r": ([\w-]+)\.md$", operators, re.MULTILINE)) - {"index"}
    assert len(shown) > 10
    english = {page.name.partition(".")[0] for page in WRITTEN if page.name.endswith(".en.md")}
    assert english == shown
    assert Path("README.en.md").exists()


def test_links_out_of_docs_lead_to_their_places_in_the_site() -> None:
    assert led("[a](docs/cron.md#b) [c](bench/README.md)", "") == "[a](cron.md#b) [c](bench.md)"
    assert led("[a](../README.md) [c](https://d.example/e)", "docs") == (
        "[a](index.md) [c](https://d.example/e)"
    )
    assert led("[a](cron.en.md#b)", "docs") == "[a](cron.md#b)"


def test_a_bar_in_the_code_of_a_table_is_a_bar() -> None:
    assert led(r"| `--by a\|b` | c \| d |", "docs") == r"| `--by a|b` | c \| d |"


def test_a_page_is_called_by_its_title() -> None:
    assert led("[docs/fuzzing.md](docs/fuzzing.md)", "") == "[Fuzzing](fuzzing.md)"
    assert led("[fuzzing.md](fuzzing.md#a)", "docs") == "[Fuzzing](fuzzing.md#a)"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ('<script src="https://unpkg.com/x.js"></script>', True),
        ('<link rel="stylesheet" href="//fonts.example/css">', True),
        ("<style>@import 'https://fonts.example/css'</style>", True),
        ("<style>a{background:url(https://a.example/b.png)}</style>", True),
        ('<div class="mermaid">a --&gt; b</div>', True),
        ('<a href="https://a.example">b</a> <script src="assets/c.js"></script>', False),
    ],
)
def test_what_is_loaded_from_a_network_is_found(tmp_path: Path, said: str, found: bool) -> None:
    (tmp_path / "page.html").write_text(said, encoding="utf-8")
    assert bool(list(loads(tmp_path))) is found
