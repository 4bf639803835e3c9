"""tertanam.json: every finding that has to be found, a line each."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from adhoc_cli.rules.registry import find_rule
from scripts.sample.election import Election
from scripts.sample.planting import Planted

# What is said of the seats of a body, and of its lists: of one in office only.
_OF_SEATS = ("Q4", "P801", "P803", "P804", "S70", "T901")
_FIELDS = ("code", "file", "line", "column", "region", "tps", "body", "note")


def severity_on(planted: Planted, day: date, election: Election) -> str:
    """How much a finding weighs on the day of a check: what its rule says, where the plant and the
    day do not."""
    if planted.severity is not None:
        return planted.severity
    if planted.code == "S701" and planted.body is not None:
        error = election.secretariat_error(planted.body)
        return "warning" if error is None or day < error else "error"
    return str(find_rule(planted.code).severity)


def due_on(planted: Iterable[Planted], day: date, election: Election) -> list[Planted]:
    """What is to be found on a day: not what is still to come, nor what is said of the seats of a
    body that is not sworn in yet or whose term is over."""
    return [
        one
        for one in planted
        if one.since is None or one.since <= day
        if not one.code.startswith(_OF_SEATS)
        or one.body is None
        or election.in_office(one.body, day)
    ]


def as_text(planted: Iterable[Planted], day: date, election: Election) -> str:
    """The list as JSON. `planted` must be located."""
    entries = [
        {**{name: getattr(one, name) for name in _FIELDS}, "severity": severity}
        for one in sorted(due_on(planted, day, election), key=_order)
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
