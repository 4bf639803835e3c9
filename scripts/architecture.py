"""The parts of docs/architecture.md that are made: the floors, the packages, who may know what."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parent.parent
PAGE = _ROOT / "docs" / "architecture.md"
_PACKAGE = _ROOT / "src" / "adhoc_cli"
_PART = re.compile(r"(<!-- made: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
# The start of the program is a file, and no floor to draw.
_NO_FLOOR = "__main__"


def architecture_page() -> str:
    """The page as it should be: what is written by hand, with the parts that are made."""
    made = {
        "floors": "\n".join(_drawing()),
        "packages": "\n".join(_packages()),
        "forbidden": "\n".join(_forbidden()),
    }
    return _PART.sub(
        lambda part: f"{part[1]}{made[part[2]]}\n{part[3]}", PAGE.read_text(encoding="utf-8")
    )


def _contracts() -> list[Mapping[str, Any]]:
    settings = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return list(settings["tool"]["importlinter"]["contracts"])


def floors() -> list[list[str]]:
    """The packages of each floor, the highest first."""
    layers = next(one["layers"] for one in _contracts() if one["type"] == "layers")
    return [re.split(r" [|:] ", layer) for layer in layers if layer != _NO_FLOOR]


def _drawing() -> Iterator[str]:
    """A drawing in Mermaid, which GitHub and GitLab show: an arrow from a floor to the next."""
    yield "```mermaid"
    yield "flowchart TD"
    above: list[str] = []
    for packages in floors():
        for package in packages:
            yield f'    {package}["{package}"]'
        for upper in above:
            yield f"    {upper} --> {' & '.join(packages)}"
        above = packages
    yield "```"


def _packages() -> Iterator[str]:
    yield "| package | what it is |"
    yield "|---|---|"
    for package in (package for packages in floors() for package in packages):
        source = (_PACKAGE / package / "__init__.py").read_text(encoding="utf-8")
        docstring = ast.get_docstring(ast.parse(source)) or ""
        yield f"| `{package}` | {' '.join(docstring.split())} |"


def _forbidden() -> Iterator[str]:
    """A contract that forbids imports, by its name: what it forbids, and who alone may."""
    every = {package for packages in floors() for package in packages}
    for one in _contracts():
        if one["type"] == "forbidden":
            bound = {module.removeprefix("adhoc_cli.") for module in one["source_modules"]}
            names = ", ".join(f"`{name}`" for name in one["forbidden_modules"])
            free = ", ".join(f"`{name}`" for name in sorted(every - bound))
            yield f"- {one['name']}: {names} may be imported by {free}."
