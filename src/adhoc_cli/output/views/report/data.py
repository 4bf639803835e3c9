"""A report for programs: one document `adhoc.report/1`, and one flat table.

Both are the same in both languages, but for `message` and `fix`; the table holds no person, so that
a province can put the tables of its kabupaten below each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from adhoc_cli.checklist.progress import Counts
from adhoc_cli.memory.news import Known, News
from adhoc_cli.models.finding import Region
from adhoc_cli.output.models.report import ReportOut, finding_values, known_values
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import Records
from adhoc_cli.output.views.report.reported import Reported
from adhoc_cli.reports.headcount import Heads
from adhoc_cli.reports.overview.overview import Overview
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
    return ReportOut.data(
        one,
        speaker,
        folder=reported.folder or None,
        command=reported.command or None,
        news=reported.news and _news(reported.news, reported),
        findings=_findings(reported, speaker),
    )


# -- findings and news -----------------------------------------------------------------------------


def _findings(reported: Reported, speaker: Speaker) -> Iterator[dict[str, Any]]:
    """The findings of every rule as far as they are listed, each with whether it is new."""
    since, new_ones = reported.since(), reported.new()
    for rule in reported.overview.report.rules:
        for finding in rule.findings[: reported.limit]:
            first = since.get(id(finding))
            new = None if first is None else id(finding) in new_ones
            yield finding_values(finding, speaker, new=new, since=first)


def _news(news: News, reported: Reported) -> dict[str, Any]:
    as_of, most = reported.overview.as_of, reported.limit
    still = sorted(news.open, key=lambda one: one.since)

    def known(listed: Iterable[Known]) -> list[dict[str, Any]]:
        return [known_values(one, as_of) for one in islice(listed, most)]

    return {
        "since": news.since,
        "counts": {
            "new": news.new_count,
            "solved": news.solved_count,
            "still_open": news.open_count,
            "unseen": len(news.unseen),
            "waived": len(news.waived),
        },
        "oldest": news.oldest,
        "profile_before": news.profile,
        "new": news.new[:most],
        "solved": known(news.solved),
        "still_open": known(
            Known(one.finding.code, one.finding.region, one.finding.body, one.since)
            for one in still
        ),
        "unseen": known(news.unseen),
        "waived": known(news.waived),
        "counted": news.counted,
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
    found: dict[str, Any] = {key: getattr(tally, key) for key in _SEATS} if tally else {}
    if heads:
        found |= {name: getattr(heads, name) for name in _HEADS}
    if counts:
        found |= {
            "items_total": counts.total,
            "items_done": counts.done,
            "items_overdue": counts.overdue,
        }
    return found
