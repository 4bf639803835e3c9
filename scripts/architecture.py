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
DRAWING = _ROOT / "docs" / "gambar" / "architecture.svg"
_WIDTH, _STEP, _GAP = 480, 46, 16
_PACKAGE = _ROOT / "src" / "adhoc_cli"
_PART = re.compile(r"(<!-- made: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
# The start of the program is a file, and no floor to draw.
_NO_FLOOR = "__main__"


def architecture_page() -> str:
    """The page as it should be: what is written by hand, with the parts that are made."""
    made = {
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


def drawing() -> str:
    """The drawing of the floors, as SVG: what stands higher may import what stands lower."""
    rows = "\n".join(_floor(packages, at) for at, packages in enumerate(floors()))
    height = len(floors()) * _STEP
    return f"""<svg xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}"
    role="img" aria-label="The floors: a package imports what stands below it">
<style>
rect {{ fill: #f6efe9; stroke: #795548; }}
path {{ stroke: #795548; stroke-width: 2; fill: none; }}
text {{ fill: #3e2723; font: 15px monospace; text-anchor: middle; }}
</style>
{rows}
</svg>
"""


def _floor(packages: list[str], at: int) -> str:
    """A box for each package of a floor, and an arrow from the floor above."""
    top, wide = at * _STEP + _GAP, _WIDTH / len(packages)
    boxes = [
        f'<rect x="{left + 4:g}" y="{top}" width="{wide - 8:g}" height="30" rx="4"/>'
        f'<text x="{left + wide / 2:g}" y="{top + 20}">{package}</text>'
        for package, left in ((one, number * wide) for number, one in enumerate(packages))
    ]
    middle = _WIDTH // 2
    arrow = f'<path d="M{middle} {top - _GAP + 2}v{_GAP - 5}m-5 -5l5 5l5 -5"/>'
    return "\n".join([*([arrow] if at else []), *boxes])


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
