"""What is found in a made folder, and what was planted in it, in a form that can be compared."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from adhoc_cli.engine.run import run_rule
from adhoc_cli.models.finding import Finding
from adhoc_cli.models.report import Status
from adhoc_cli.roster.roster import Roster, load_roster
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.registry import all_rules
from adhoc_cli.tables.source import DEFAULT_LIMIT
from scripts.sample.election import Election
from scripts.sample.listed import due_on, severity_on
from scripts.sample.places import Places, from_roster
from scripts.sample.planting import Planted

DATA = Path(__file__).parents[1] / "data"
CLEAN, FAULTY = DATA / "temanggung", DATA / "temanggung-bermasalah"
AT_THE_POLLS = DATA / "temanggung-pemungutan"


@dataclass(frozen=True)
class Spot:
    """Where a finding is. One in a file is known by its line: the place that stands there may be
    what was damaged. One about a whole unit is known by its place and body."""

    code: str
    severity: str
    file: str | None = None
    line: int | None = None
    region: str | None = None
    tps: int | None = None
    body: str | None = None


@cache
def places() -> Places:
    """Temanggung."""
    return from_roster(CLEAN)


def roster_in(folder: Path, day: date, limit: int = DEFAULT_LIMIT) -> Roster:
    """The roster in a folder, as of a day."""
    return load_roster(folder, day, limit=limit)


def found_by(roster: Roster, rules: Sequence[Rule] | None = None) -> Counter[Spot]:
    """All that rules find, of which none may crash."""
    found: Counter[Spot] = Counter()
    for rule in all_rules() if rules is None else rules:
        result = run_rule(roster, rule, None)
        assert result.status is not Status.CRASHED, (rule.code, result.reason)
        assert result.failed == len(result.findings) == sum(result.counts.values())
        found.update(spot(finding) for finding in result.findings)
    return found


def spot(finding: Finding) -> Spot:
    severity = str(finding.severity)
    if finding.file is not None:
        return Spot(finding.code, severity, finding.file, finding.line)
    region = finding.region.code if finding.region else None
    tps = finding.params.get("tps")
    return Spot(finding.code, severity, None, None, region, tps, finding.body)


def listed_in(folder: Path) -> list[dict[str, Any]]:
    """The entries of a tertanam.json."""
    text = (folder / "tertanam.json").read_text(encoding="utf-8")
    entries: list[dict[str, Any]] = json.loads(text)["planted"]
    return entries


def listed(entries: Iterable[Mapping[str, Any]]) -> Counter[Spot]:
    """The spots of entries of a tertanam.json."""
    return Counter(
        Spot(p["code"], p["severity"], p["file"], p["line"])
        if p["file"] is not None
        else Spot(p["code"], p["severity"], None, None, p["region"], p["tps"], p["body"])
        for p in entries
    )


def expected(planted: Iterable[Planted], day: date, election: Election) -> Counter[Spot]:
    """The spots of what was planted, as of a day."""
    spots = ((one, severity_on(one, day, election)) for one in due_on(planted, day, election))
    return Counter(
        Spot(one.code, severity, one.file, one.line)
        if one.file is not None
        else Spot(one.code, severity, None, None, one.region, one.tps, one.body)
        for one, severity in spots
    )
