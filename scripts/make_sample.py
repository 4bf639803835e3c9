"""Make the sample data: three folders data/temanggung…, and a workbook in data/impor.

usage, in the root of the repository:
  python -m scripts.make_sample [--places DIR] [--output DIR]
  python -m scripts.make_sample --tps DIR [--faults NUMBER] [--seed NUMBER]

The places are real (npm package idn-area-data 3.1.2), all people are invented. Seeded: the same
places give the same bytes. data/temanggung-bermasalah is data/temanggung with planted problems, as
of June 2024; data/temanggung-pemungutan is a part of it in November, with problems of the bodies of
the TPS. What was planted is listed in their tertanam.json.

With --tps a roster of the whole Pilkada is written instead, 1,306 TPS with some 17,000 people; with
--faults so many problems are scattered over it at random, and listed in the same way.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from scripts.sample import office_sheet
from scripts.sample.coordination import journal
from scripts.sample.election import PILKADA
from scripts.sample.folders import (
    IN_JUNE,
    IN_NOVEMBER,
    at_the_polls,
    clean,
    faulty,
    scattered,
    with_all_tps,
)
from scripts.sample.places import from_package, from_roster

CLEAN, FAULTY, SHEETS = "temanggung", "temanggung-bermasalah", "impor"
AT_THE_POLLS = "temanggung-pemungutan"
DATA = Path(__file__).resolve().parent.parent / "data"


def main() -> None:
    """Write what was asked for."""
    options = _options()
    places = from_package(options.places) if options.places else from_roster(DATA / CLEAN)
    if options.tps is None:
        office = clean(places)
        office.folder.add(
            journal(places, PILKADA, IN_JUNE)
        )  # of an office in the middle of its work
        office.write(options.output / CLEAN)
        faulty(places).write_with_list(options.output / FAULTY, IN_JUNE)
        at_the_polls(places).write_with_list(options.output / AT_THE_POLLS, IN_NOVEMBER)
        (options.output / SHEETS).mkdir(exist_ok=True)
        office_sheet.write(options.output / CLEAN, options.output / SHEETS / office_sheet.NAME)
    elif options.faults:
        made = scattered(places, options.faults, options.seed)
        made.write_with_list(options.tps, IN_NOVEMBER)
    else:
        with_all_tps(places).write(options.tps)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Make the sample roster folders.")
    parser.add_argument(
        "--places",
        type=Path,
        help="data/ of the unpacked idn-area-data 3.1.2; if not given, the places written earlier",
    )
    parser.add_argument("--output", type=Path, default=DATA, help="where both folders go")
    parser.add_argument("--tps", type=Path, help="write the roster of all TPS there, nothing else")
    parser.add_argument("--faults", type=int, default=0, help="so many problems in it")
    parser.add_argument("--seed", type=int, default=1, help="which problems, and where")
    return parser.parse_args()


if __name__ == "__main__":
    main()
