"""tertanam.json: every finding that has to be found, a line each."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from scripts.sample.election import Election
from scripts.sample.planting import Planted

_FIELDS = ("code", "file", "line", "column", "region", "tps", "body", "note")
# By the rulebook. What is not named here is an error; a plant says what its rule leaves open.
_WARNINGS = frozenset((
    "V204", "V205", "V206", "V209", "V211", "R306", "Q405", "Q408", "E502", "E503", "E504", "E505",
    "D603", "D605", "S702", "P801", "P802", "P803", "P804", "T901", "C952",
    "W001",
))  # fmt: skip
_INFOS = frozenset(("F109", "F110", "R307", "Q406", "D604", "C954"))


def severity_on(planted: Planted, day: date, election: Election) -> str:
    """How much a finding weighs on the day of a check."""
    if planted.severity is not None:
        return planted.severity
    if planted.code == "S701" and planted.body is not None:
        return "warning" if day <= election.secretariat_due(planted.body) else "error"
    if planted.code in _WARNINGS:
        return "warning"
    return "info" if planted.code in _INFOS else "error"


def due_on(planted: Iterable[Planted], day: date) -> list[Planted]:
    """What is to be found on a day already."""
    return [one for one in planted if one.since is None or one.since <= day]


def as_text(planted: Iterable[Planted], day: date, election: Election) -> str:
    """The list as JSON. `planted` must be located."""
    entries = [
        {**{name: getattr(one, name) for name in _FIELDS}, "severity": severity}
        for one in sorted(due_on(planted, day), key=_order)
        for severity in (severity_on(one, day, election),)
    ]
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    return f'{{\n"as_of": "{day.isoformat()}",\n"planted": [\n{lines}\n]\n}}\n'


def _order(planted: Planted) -> tuple[str, str, int, str, int, str, str]:
    return (
        planted.code,
        planted.file or "",
        planted.line or 0,
        planted.region or "",
        planted.tps or 0,
        planted.body or "",
        planted.note,
    )
