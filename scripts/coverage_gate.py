"""Fails when the tests leave too much of the core unseen.

usage: coverage_gate.py COVERAGE_JSON     the file that `pytest --cov-report=json` writes

Prints one line a package. Statements and branches are held apart: a percentage that mixes the two
lets many statements hide a few branches that nobody took.
"""

import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

PACKAGES = ("rules", "engine", "tables")
LEAST = 95.0  # per cent


class Coverage(NamedTuple):
    """How much of a package the tests reached, in per cent."""

    package: str
    statements: float
    branches: float

    @property
    def enough(self) -> bool:
        """Whether both are at least what is asked for."""
        return min(self.statements, self.branches) >= LEAST


def share(part: int, whole: int) -> float:
    """Return `part` of `whole` in per cent; nothing of nothing is all of it."""
    return 100.0 * part / whole if whole else 100.0


def measure(files: dict[str, Any], package: str) -> Coverage:
    """Add up the files of one package. A package without a file is a wrong set-up, so an error."""
    within = f"/adhoc_cli/{package}/"
    found = [data["summary"] for name, data in files.items() if within in f"/{name}"]
    if not found:
        sys.exit(f"coverage: no file of {package} was measured")

    def total(key: str) -> int:
        return sum(summary[key] for summary in found)

    return Coverage(
        package,
        share(total("covered_lines"), total("num_statements")),
        share(total("covered_branches"), total("num_branches")),
    )


def main() -> int:
    """Print the coverage of each package; 1 when one of them has too little."""
    files = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["files"]
    results = [measure(files, package) for package in PACKAGES]
    for result in results:
        verdict = "ok" if result.enough else f"below {LEAST:.0f} %"
        print(
            f"coverage of {result.package}: statements {result.statements:.1f} %, "
            f"branches {result.branches:.1f} % ({verdict})"
        )
    return 0 if all(result.enough for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
