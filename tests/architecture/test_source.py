"""Habits that the source keeps, held by looking at it."""

from __future__ import annotations

import ast
from collections.abc import Container, Iterable, Iterator
from functools import cache
from pathlib import Path

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
EXAMPLES = SRC / "rules" / "examples.py"  # their roster is shipped beside it


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def package(path: Path) -> str:
    return path.relative_to(SRC).parts[0]


def calls(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield str(getattr(node.func, "attr", getattr(node.func, "id", ""))), node.lineno


def test_every_module_says_what_it_is() -> None:
    assert [path for path in FILES if not (ast.get_docstring(tree(path)) or "").strip()] == []


def test_no_module_leaves_something_to_do() -> None:
    left = ("# TODO", "# FIXME", "# XXX")
    texts = ((path, path.read_text(encoding="utf-8")) for path in FILES)
    assert [path for path, text in texts if any(word in text for word in left)] == []


def test_files_are_opened_only_where_that_is_the_task() -> None:
    opened = {"open", "read_csv", "read_bytes", "read_text", "read_excel"}
    others = [path for path in FILES if package(path) not in OPENERS and path != EXAMPLES]
    assert others
    assert list(_called(others, opened)) == []


def test_no_module_loops_over_rows() -> None:
    assert list(_called(FILES, ROW_LOOPS)) == []


def _called(paths: Iterable[Path], names: Container[str]) -> Iterator[str]:
    """Where one of these functions is called."""
    for path in paths:
        yield from (f"{path}:{line} {name}" for name, line in calls(path) if name in names)


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


def test_a_file_is_read_in_one_go() -> None:
    lines = {str(path): path.read_text(encoding="utf-8").count("\n") for path in FILES}
    assert {path: count for path, count in lines.items() if count > 400} == {}
