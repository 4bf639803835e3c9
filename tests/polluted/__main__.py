"""`python -m tests.polluted [--slice] [--thorough] [--messy=N] [KIND…]`: the trial.

Without names all kinds, and 2,000 rosters in which everybody is written in another messy way; with
`--messy=` that many of these only. `--slice`: one row a column. `--thorough`: all rules run over
every file of which something has to be told, not only as many as it takes.
"""

from __future__ import annotations

import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence

from tests.polluted.generate import NAMES, files_of
from tests.polluted.made import Polluted
from tests.polluted.messy import messy
from tests.polluted.trial import Outcome, Verdict, trial, wrong

_MESSY = 2_000


class _Outcomes:
    """What became of the files, by kind of pollution and way of reading."""

    def __init__(self) -> None:
        self.counts: dict[tuple[str, str], Counter[Outcome]] = defaultdict(Counter)
        self.files: Counter[str] = Counter()
        self.seconds: dict[str, float] = defaultdict(float)
        self.slowest = (0.0, "")
        self.wrong = 0

    def add(self, polluted: Polluted, verdicts: Sequence[Verdict]) -> None:
        self.files[polluted.suffix[1:]] += 1
        for verdict in verdicts:
            way = f"{verdict.way} {polluted.suffix[1:]}"
            self.counts[polluted.kind, way][verdict.outcome] += 1
            self.seconds[way] += verdict.seconds
            self.slowest = max(self.slowest, (verdict.seconds, polluted.name))
            if verdict.outcome is Outcome.WRONG:
                self.wrong += 1
                print(wrong(polluted, verdict), file=sys.stderr, flush=True)

    def table(self) -> str:
        """A line for each kind and way, and one for the sum of each way."""
        sums: dict[tuple[str, str], Counter[Outcome]] = defaultdict(Counter)
        for (_, way), found in self.counts.items():
            sums["every kind", way] += found
        heads = ["kind", "read by", "files", *Outcome]
        rows = [
            [kind, way, found.total(), *(found[outcome] for outcome in Outcome)]
            for (kind, way), found in (*self.counts.items(), *sorted(sums.items()))
        ]
        return "\n".join(
            f"{line[0]:<28}{line[1]:<14}" + "".join(f"{cell!s:>10}" for cell in line[2:])
            for line in ([*heads], *rows)
        )


def main(arguments: Sequence[str]) -> int:
    start = time.perf_counter()
    names = [name for name in arguments if not name.startswith("--")]
    outcomes = _Outcomes()
    messy_ones = [int(one.partition("=")[2]) for one in arguments if one.startswith("--messy=")]
    rosters = messy_ones[0] if messy_ones else 0 if names else _MESSY
    with trial(thorough="--thorough" in arguments) as judge:
        for roster in map(messy, range(rosters)):
            outcomes.add(roster, list(judge.verdicts(roster)))
        for name in names or (NAMES if not messy_ones else ()):
            for polluted in files_of(name, whole="--slice" not in arguments):
                outcomes.add(polluted, list(judge.verdicts(polluted)))
    print(outcomes.table())
    files = ", ".join(f"{count} {kind}" for kind, count in outcomes.files.items())
    took = ", ".join(f"{way} {seconds:.0f} s" for way, seconds in outcomes.seconds.items())
    print(
        f"{outcomes.files.total()} files ({files}) in {time.perf_counter() - start:.0f} s ({took})"
    )
    print(f"slowest: {outcomes.slowest[0]:.2f} s, {outcomes.slowest[1]}")
    print(f"wrong in silence: {outcomes.wrong}")
    return 1 if outcomes.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
