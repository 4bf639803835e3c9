"""Habits that the source keeps, held by looking at it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path("src/adhoc_cli")
FILES = sorted(path for path in SRC.rglob("*.py"))
# Methods that go through a table row by row.
ROW_LOOPS = {"iterrows", "itertuples", "apply", "applymap", "items_by_row"}
# Opening files is for these: the tool's texts, rosters, profiles and settings, the journal, output.
OPENERS = {
    "files",
    "text",
    "tables",
    "profiles",
    "checklist",
    "output",
    "cli",
    "intake",
    "editing",
    "places",
    "memory",
}


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def package(path: Path) -> str:
    return path.relative_to(SRC).parts[0]


def calls(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield str(getattr(node.func, "attr", getattr(node.func, "id", ""))), node.lineno


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SRC)))
class TestEveryModule:
    def test_says_what_it_is(self, path: Path) -> None:
        docstring = ast.get_docstring(tree(path)) or ""
        assert docstring.strip(), "no docstring"

    def test_leaves_nothing_to_do(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        assert not [word for word in ("TODO", "FIXME", "XXX") if f"# {word}" in text]

    def test_opens_files_only_where_that_is_the_task(self, path: Path) -> None:
        opened = {"open", "read_csv", "read_bytes", "read_text", "read_excel"}
        if package(path) not in OPENERS:
            assert [(n, line) for n, line in calls(path) if n in opened] == []

    def test_never_loops_over_rows(self, path: Path) -> None:
        assert [(name, line) for name, line in calls(path) if name in ROW_LOOPS] == []


def test_only_one_place_parses_rosters() -> None:
    parsers = {
        str(path.relative_to(SRC))
        for path in FILES
        for name, _ in calls(path)
        if name == "read_csv"
    }
    assert parsers == {"tables/parse.py", "tables/arrow.py"}


def test_the_types_are_there_for_those_who_import_it() -> None:
    assert (SRC / "py.typed").is_file()
