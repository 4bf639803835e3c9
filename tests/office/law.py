"""The law, the checklist and the rules of the office that tests stand on, as they were frozen.

What is shipped changes with the law; a test that is about something else must not turn red with it.
The files beside this one are copies of one day, and change only when a test needs it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from adhoc_cli.profiles import load
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.registry import choose

FOLDER = Path(__file__).parent


@contextmanager
def frozen_law() -> Iterator[None]:
    """Within it the profiles and checklists are those of this folder."""
    with patch.multiple(load, _PROFILES=FOLDER, _CHECKLISTS=FOLDER / "checklists"):
        yield


def frozen_rules() -> tuple[Rule, ...]:
    """Some of each family: those of its views find something, pass, or say why they cannot look."""
    return choose(
        (
            *("F101", "F104", "F110", "V202", "V205", "V207", "V209", "V211", "R305", "R306"),
            *("Q401", "Q402", "Q405", "Q406", "Q407", "E501", "D601", "S701", "S702", "P801"),
            *("T901", "C951", "C952", "C954", "W001"),
        )
    )
