"""The shared field cases, read as an office would: imported into a fresh folder of Temanggung."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.intake.doctor import Intake, Options, plan, write
from adhoc_cli.models.report import Report
from adhoc_cli.profiles.load import load_profile
from adhoc_cli.reports.check import check_roster
from adhoc_cli.roster.roster import load_roster
from adhoc_cli.rules.registry import choose
from tests.intake.messy import region_folder

FIELD = Path("../shared/field")
PROFILE = load_profile("pilkada-2024")
AS_OF = date(2024, 6, 10)

needs_field = pytest.mark.skipif(not FIELD.is_dir(), reason="the shared field cases are not there")


def case(number: str, name: str) -> Path:
    """A file of a case, by the number of its folder."""
    return next(FIELD.glob(f"{number}-*")) / name


def imported(source: Path, folder: Path, kind: str = "anggota", **options: object) -> Intake:
    """The import of a file into a fresh folder; every row of it is written or rejected."""
    if not folder.exists():
        region_folder(folder)
    made = plan([source], kind, folder, PROFILE, Options(**options))  # type: ignore[arg-type]
    assert made.read == made.written + made.rejected
    return write(made, "id")


def read_in(text: str, folder: Path, kind: str = "anggota", **options: object) -> Intake:
    """The same, of a CSV file with this text."""
    folder.mkdir(exist_ok=True)
    source = folder / "sumber.csv"
    source.write_text(text, encoding="utf-8")
    return imported(source, folder / "t", kind, **options)


def column(made: Intake, name: str) -> list[str]:
    """The written cells of a column."""
    at = made.columns.index(name)
    return [row[at] for row in made.rows]


def faults(made: Intake) -> list[str]:
    """Why rows are rejected, by key."""
    return [reject.fault.key for reject in made.rejects]


def told(made: Intake) -> set[tuple[str, str]]:
    """What was changed or left: key and column."""
    return {(change.key, change.column) for change in (*made.changes, *made.kept)}


def checked(folder: Path) -> Report:
    """What a check of a folder finds."""
    return check_roster(load_roster(folder, AS_OF, None), choose([]), None).report
