"""How many small faults the tests notice, package by package; `make mutate`.

usage: python -m tests.mutation [--sample N] [--seed N] [--jobs N] [--again] [--kind KIND]…
           [PACKAGE | MUTANT…]

A package is one of tables, engine, rules, seats, quota, journal, masking, dates, nik; a mutant is
named as the results name it, `src/adhoc_cli/models/nik.py#3`. Without --sample all mutants are
tried, which takes hours; --kind leaves those of one kind. --again looks anew which tests reach
which line, after tests were added.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import importlib
import random
import sys
from collections.abc import Iterator, Sequence
from math import sqrt
from pathlib import Path

from tests.mutation import reach
from tests.mutation.mutants import Mutant, mutants_of, mutated
from tests.mutation.trial import Verdict, try_all

_SOURCE = Path("src/adhoc_cli")
PACKAGES: dict[str, Sequence[str]] = {
    "tables": ["tables"],
    "engine": ["engine"],
    "rules": ["rules"],
    "seats": ["roster"],
    "quota": ["reports/quota.py", "reports/seats.py"],
    "journal": ["checklist"],
    "masking": [
        "text/personal.py",
        "text/plainly.py",
        "text/numerals.py",
        "text/unseen.py",
        "models/columns.py",
    ],
    "dates": ["models/dates.py", "text/days.py"],
    "nik": ["models/nik.py", "rules/nik_parts.py"],
}
# What the forks share. Nothing of ours: it is imported in them, with the fault in it.
_WARM = ("hypothesis", "numpy", "pandas", "pyarrow.csv", "pydantic", "python_calamine", "rich")
_SURE = 1.96  # of a normal distribution: 95 per cent


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the mutants asked for; print those that live, and the figures."""
    asked = _parser().parse_args(arguments)
    if asked.again or not reach.known():
        reach.look_again()
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str((reach.WORK / "compiled").resolve())
    for name in _WARM:
        importlib.import_module(name)
    named = [one for one in asked.what if "#" in one]
    packages = [one for one in asked.what if "#" not in one] or ([] if named else [*PACKAGES])
    share = asked.sample // max(1, len(packages)) if asked.sample else None
    chosen = {one: _sampled(one, share, asked.kind, asked.seed) for one in packages}
    if named:
        chosen["named"] = [_named(one) for one in named]
    verdicts = []
    kept = (reach.WORK / "verdicts.tsv").open("w", encoding="utf-8", buffering=1)
    every = [one for some in chosen.values() for one in some]
    random.Random(asked.seed).shuffle(every)  # so that a run that is ended early says something
    for verdict in try_all(every, asked.jobs):
        verdicts.append(verdict)
        kept.write(f"{verdict.how}\t{verdict.seconds:.1f}\t{verdict.mutant.name}\n")
        if verdict.alive:
            print(_shown(verdict), flush=True)
    print("\n".join(_figures(chosen, verdicts)))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--sample", type=int, help="so many mutants, the same of each package")
    parser.add_argument("--seed", type=int, default=1, help="another sample")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--kind", action="append", help="faults of this kind alone, or of several")
    parser.add_argument("--again", action="store_true", help="look anew which tests reach what")
    parser.add_argument("what", nargs="*", help=", ".join(PACKAGES))
    return parser


def _sampled(
    package: str, sample: int | None, kinds: Sequence[str] | None, seed: int
) -> list[Mutant]:
    every = [one for path in files_of(package) for one in mutants_of(path)]
    mutants = [one for one in every if kinds is None or one.kind in kinds]
    if sample is None:
        return mutants
    drawn = random.Random(f"{package} {seed}")
    return drawn.sample(mutants, min(len(mutants), sample))


def files_of(package: str) -> Iterator[Path]:
    """The source files of a package of this list."""
    for place in PACKAGES[package]:
        path = _SOURCE / place
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


def _named(name: str) -> Mutant:
    path, _, number = name.partition("#")
    return mutants_of(Path(path))[int(number)]


def _shown(verdict: Verdict) -> str:
    """What the fault is, as a diff of the lines it changes."""
    mutant = verdict.mutant
    before = ast.unparse(ast.parse(mutant.path.read_text("utf-8"))).splitlines()
    after = ast.unparse(mutated(mutant)).splitlines()
    changed = difflib.unified_diff(before, after, lineterm="", n=0)
    lines = [f"    {one}" for one in changed if not one.startswith(("---", "+++", "@@"))]
    head = f"{mutant.name}  line {mutant.line}, {mutant.function or 'at import'}: {mutant.kind}"
    return "\n".join([f"{head} ({verdict.how}; {verdict.tests} tests)", *lines])


def _figures(chosen: dict[str, list[Mutant]], verdicts: Sequence[Verdict]) -> Iterator[str]:
    """A line a package: of how many mutants how many were noticed, and how sure that is."""
    alive = {one.mutant for one in verdicts if one.alive}
    tried = {one.mutant for one in verdicts}
    for package, drawn in chosen.items():
        mutants = [one for one in drawn if one in tried]
        killed = sum(one not in alive for one in mutants)
        low, high = between(killed, len(mutants))
        share = 100 * killed / max(1, len(mutants))
        yield f"{package:8} {killed:5} of {len(mutants):5} {share:5.1f} %  ({low:.0f}-{high:.0f})"


def between(killed: int, tried: int) -> tuple[float, float]:
    """Wilson's interval: where the share of all mutants lies, in per cent, 95 times of 100."""
    if not tried:
        return 0.0, 100.0
    share, square = killed / tried, _SURE**2
    middle = share + square / (2 * tried)
    spread = _SURE * sqrt(share * (1 - share) / tried + square / (4 * tried**2))
    scale = 100 / (1 + square / tried)
    return scale * (middle - spread), min(100.0, scale * (middle + spread))


if __name__ == "__main__":
    sys.exit(main())
