"""Whether all rules find exactly what was planted in the country, at its lines.

usage: python -m bench.planted [--members N] [--faults N]

Addresses of two lines stand before the faults: a line is the one that an editor shows. Exits 1
where anything else was found, or something was not.
"""

import argparse
import sys

from bench.rosters import country
from scripts.sample.folders import IN_NOVEMBER
from tests.planted import found_by, listed, listed_in, roster_in


def main() -> int:
    """Make the roster, check it, compare."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--members", type=int, default=3_640_000)
    parser.add_argument("--faults", type=int, default=1_000)
    asked = parser.parse_args()
    folder = country(asked.members, asked.faults)
    planted, found = listed(listed_in(folder)), found_by(roster_in(folder, IN_NOVEMBER))
    for what, spots in (("not found", planted - found), ("not planted", found - planted)):
        for spot in spots.elements():
            print(f"{what}: {spot}")
    codes = len({spot.code for spot in planted})
    verdict = "exactly these were found" if planted == found else "NOT the same were found"
    print(f"{planted.total():,} faults of {codes} rules planted: {verdict}", flush=True)
    return 0 if planted == found else 1


if __name__ == "__main__":
    sys.exit(main())
