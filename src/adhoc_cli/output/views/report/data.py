"""A report for programs: one document `adhoc.report/1`, and one flat table.

Both are the same in both languages, but for `message` and `fix`; the table holds no person, so that
a province can put the tables of its kabupaten below each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any

from adhoc_cli.checklist.progress import Counts
from adhoc_cli.memory.news import Known, News
from adhoc_cli.models.finding import Finding, Region
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import Items, Records
from adhoc_cli.output.views.checked import input_data, rule_data, summary_data, waiver_data
from adhoc_cli.output.views.checklist_common import counts_data
from adhoc_cli.output.views.checklist_progress import item_progress_data, kecamatan_data, late_data
from adhoc_cli.output.views.common import region, schema
from adhoc_cli.output.views.findings import finding_data
from adhoc_cli.output.views.gaps import people_data, tally_data, unit_data
from adhoc_cli.output.views.headcount import heads_data
from adhoc_cli.output.views.report.reported import Reported, oldest, still_open
from adhoc_cli.output.views.report.said import days_since
from adhoc_cli.reports.headcount import Heads
from adhoc_cli.reports.overview.deadlines import Ahead
from adhoc_cli.reports.overview.overview import Coordination, Overview
from adhoc_cli.reports.seats import Tally

_SEATS = ("units", "complete", "required", "filled", "vacant", "excess")
_HEADS = ("men", "women", "unknown", "women_percent")
COLUMNS = (
    "region_code", "region_name", "body", *_SEATS, *_HEADS,
    "items_total", "items_done", "items_overdue",
)  # fmt: skip


# -- one document ----------------------------------------------------------------------------------


def data_of(reported: Reported, speaker: Speaker) -> dict[str, Any]:
    """The document; long lists are made as they are walked."""
    one = reported.overview
    report, coordination = one.report, one.coordination
    return {
        **schema("report"),
        "profile": report.profile,
        "title": speaker.plain(one.title),
        "as_of": one.as_of.isoformat(),
        "audience": "public" if one.public else "internal",
        "folder": reported.folder or None,
        "command": reported.command or None,
        "letterhead": list(one.letterhead),
        "inputs": [input_data(file) for file in report.inputs],
        "summary": {**summary_data(report), "bodies": _bodies(one)},
        "news": reported.news and _news(reported.news, reported, speaker),
        "women_men": _women_men(one),
        "secretariats": [
            {
                "body": state.body,
                "parent": state.parent,
                "units": state.units,
                "complete": state.complete,
                "required": state.required,
                "filled": state.filled,
                "deadline": _day(state.deadline),
                "days_left": state.left(one.as_of),
            }
            for state in one.secretariats
        ],
        "training": [
            {
                "body": body,
                "members": state.members,
                "trained": state.trained,
                "due": state.due,
                "deadline": _day(state.deadline),
            }
            for body, state in one.training.items()
        ],
        "coordination": coordination and _coordination(coordination),
        "deadlines": [_ahead(ahead, speaker) for ahead in one.deadlines],
        "uncounted": [{"body": body.body, "needs": body.needs} for body in one.gaps.uncounted],
        "seats": Items("seats", _seats(one)),
        "gaps": Items("gap", _gaps(one, speaker)),
        "women_men_kecamatan": Items("women_men", _heads_by_kecamatan(one)),
        "coordination_kecamatan": Items("coordination", _progress_by_kecamatan(coordination)),
        "overdue": Items("overdue", _overdue(coordination)),
        "rules": Items("rule", (rule_data(rule, speaker) for rule in report.rules)),
        "waivers": Items("waiver", (waiver_data(waiver, speaker) for waiver in report.waivers)),
        "findings": Items("finding", _findings(reported, speaker)),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _bodies(one: Overview) -> dict[str, Any]:
    return {body: tally_data(tally) for body, tally in one.seats.totals.items()}


def _women_men(one: Overview) -> dict[str, Any]:
    heads = one.heads
    return {
        "total": heads_data(heads.total),
        "bodies": [
            {
                "body": body.body,
                **heads_data(body.total),
                "least_share": one.women_least.get(body.body),
            }
            for body in heads.bodies
        ],
        "nameless": heads.nameless,
        "rejected": heads.rejected,
    }


def _coordination(coordination: Coordination) -> dict[str, Any]:
    progress, timeline = coordination.progress, coordination.timeline
    return {
        "bodies": {body: counts_data(counts) for body, counts in progress.totals.items()},
        "items": [item_progress_data(item) for item in progress.items],
        "timeline": {
            "total": timeline.total,
            "points": [{"day": day.isoformat(), "done": done} for day, done in timeline.points],
        },
    }


def _ahead(ahead: Ahead, speaker: Speaker) -> dict[str, Any]:
    return {
        "day": ahead.day.isoformat(),
        "days_left": ahead.left,
        "kind": ahead.kind.value,
        "subject": speaker.plain(ahead.subject),
        "by_law": ahead.legal,
        "open": ahead.open,
    }


def _seats(one: Overview) -> Iterator[dict[str, Any]]:
    for row in one.seats.kecamatan:
        for body, tally in row.bodies.items():
            yield {"kecamatan": region(row.region), "body": body, **tally_data(tally)}
    for body, tally in one.seats.outside.items():
        yield {"kecamatan": None, "body": body, **tally_data(tally)}


def _gaps(one: Overview, speaker: Speaker) -> Iterator[dict[str, Any]]:
    for body in one.gaps.bodies:
        for unit in body.units():
            people = {} if one.public else people_data(unit, speaker)
            yield {**unit_data(body, unit), **people}


def _heads_by_kecamatan(one: Overview) -> Iterator[dict[str, Any]]:
    for body in one.heads.bodies:
        for place, heads in body.kecamatan:
            yield {"body": body.body, "kecamatan": region(place), **heads_data(heads)}


def _progress_by_kecamatan(coordination: Coordination | None) -> Iterator[dict[str, Any]]:
    if coordination:
        yield from map(kecamatan_data, coordination.progress.kecamatan)


def _overdue(coordination: Coordination | None) -> Iterator[dict[str, Any]]:
    if coordination:
        yield from map(late_data, coordination.progress.overdue())


# -- findings and news -----------------------------------------------------------------------------


def _findings(reported: Reported, speaker: Speaker) -> Iterator[dict[str, Any]]:
    """The findings of every rule as far as they are listed, each with whether it is new."""
    since, new = reported.since(), reported.new()
    for rule in reported.overview.report.rules:
        for finding in rule.findings[: reported.limit]:
            first = since.get(id(finding))
            yield {
                **finding_data(finding, speaker),
                "new": None if first is None else id(finding) in new,
                "since": _day(first),
            }


def _news(news: News, reported: Reported, speaker: Speaker) -> dict[str, Any]:
    as_of, most = reported.overview.as_of, reported.limit
    return {
        "since": _day(news.since),
        "counts": {
            "new": news.new_count,
            "solved": news.solved_count,
            "still_open": still_open(news),
            "unseen": len(news.unseen),
            "waived": len(news.waived),
        },
        "oldest": _day(oldest(news)),
        "profile_before": news.profile,
        "new": [_new(finding, speaker) for finding in islice(news.new, most)],
        "solved": [_known(known, as_of) for known in islice(news.solved, most)],
        "still_open": [
            _known(Known(one.finding.code, one.finding.region, one.finding.body, one.since), as_of)
            for one in islice(sorted(news.open, key=lambda one: one.since), most)
        ],
        "unseen": [_known(known, as_of) for known in islice(news.unseen, most)],
        "waived": [_known(known, as_of) for known in islice(news.waived, most)],
        "counted": [
            {"code": one.code, "before": one.before, "now": one.now} for one in news.counted
        ],
    }


def _new(finding: Finding, speaker: Speaker) -> dict[str, Any]:
    return {
        "code": finding.code,
        "region": region(finding.region),
        "body": finding.body,
        "file": finding.file,
        "line": finding.line,
        "message": speaker.message(finding),
    }


def _known(known: Known, as_of: date) -> dict[str, Any]:
    return {
        "code": known.code,
        "region": region(known.region),
        "body": known.body,
        "since": known.since.isoformat(),
        "days": days_since(known.since, as_of),
    }


# -- one table -------------------------------------------------------------------------------------


def records_of(one: Overview) -> Records:
    """A row a kecamatan and body: seats, people, coordination. Units of a kecamatan that is not
    listed have rows without a place."""
    return Records(COLUMNS, _records(one))


def _records(one: Overview) -> Iterator[Mapping[str, Any]]:
    heads = {body.body: {r.code: h for r, h in body.kecamatan} for body in one.heads.bodies}
    items = _items(one)
    seats = {row.region.code: row.bodies for row in one.seats.kecamatan}
    bodies = tuple(dict.fromkeys((*heads, *one.seats.totals)))
    for place in _places(one):
        for body in bodies:
            tally = seats.get(place.code, {}).get(body)
            counted = heads.get(body, {}).get(place.code)
            done = items.get(place.code, {}).get(body)
            if tally or done or (counted and counted.total):
                where = {"region_code": place.code, "region_name": place.name, "body": body}
                yield {**where, **_numbers(tally, counted, done)}
    for body, tally in one.seats.outside.items():
        yield {"region_code": "", "region_name": "", "body": body, **_numbers(tally, None, None)}


def _items(one: Overview) -> Mapping[str, Mapping[str, Counts]]:
    if one.coordination is None:
        return {}
    return {row.region.code: row.bodies for row in one.coordination.progress.kecamatan}


def _places(one: Overview) -> Sequence[Region]:
    """The listed kecamatan in their order, then those that only people or marks name."""
    progress = one.coordination.progress.kecamatan if one.coordination else ()
    places = {row.region.code: row.region for row in one.seats.kecamatan}
    for body in one.heads.bodies:
        for place, _ in body.kecamatan:
            places.setdefault(place.code, place)
    for row in sorted(progress, key=lambda row: row.region.code):
        places.setdefault(row.region.code, row.region)
    return tuple(places.values())


def _numbers(tally: Tally | None, heads: Heads | None, counts: Counts | None) -> dict[str, Any]:
    """What is known; a cell of what is not stays empty."""
    found: dict[str, Any] = tally_data(tally) if tally else {}
    if heads:
        found |= {name: getattr(heads, name) for name in _HEADS}
    if counts:
        found |= {
            "items_total": counts.total,
            "items_done": counts.done,
            "items_overdue": counts.overdue,
        }
    return found
