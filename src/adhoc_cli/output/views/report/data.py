"""A report for programs: one document `adhoc.report/1`, and one flat table.

Both are the same in both languages, but for `message` and `fix`; the table holds no person, so that
a province can put the tables of its kabupaten below each other.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from adhoc_cli.memory.news import Known, News
from adhoc_cli.models.report import PlaceRow
from adhoc_cli.output.models.report import KnownOut, ReportFindingOut, ReportOut
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import Records
from adhoc_cli.output.views.report.reported import Reported, days_since
from adhoc_cli.reports.overview.overview import Overview

_SEATS = ("units", "complete", "required", "filled", "vacant", "excess")
_HEADS = ("men", "women", "unknown", "women_percent")
_ITEMS = ("total", "done", "overdue")
COLUMNS = (
    "region_code", "region_name", "body", *_SEATS, *_HEADS, *(f"items_{key}" for key in _ITEMS),
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
        news=reported.news and _news(reported.news, reported, speaker),
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
            yield ReportFindingOut.values_of(finding, speaker, new=new, since=first)


def _news(news: News, reported: Reported, speaker: Speaker) -> dict[str, Any]:
    as_of, most = reported.overview.as_of, reported.limit

    def known(listed: Iterable[Known]) -> list[dict[str, Any]]:
        return [
            KnownOut.values_of(one, speaker, days=days_since(one.since, as_of))
            for one in islice(listed, most)
        ]

    still = sorted(news.open, key=lambda one: one.since)
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
        "still_open": known(one.known for one in still),
        "counted": news.counted,
        **{key: known(getattr(news, key)) for key in ("solved", "unseen", "waived")},
    }


# -- one table -------------------------------------------------------------------------------------


def records_of(one: Overview) -> Records:
    """A row a kecamatan and body: seats, people, coordination. What is not known stays an empty
    cell; units of a kecamatan that is not listed have rows without a place."""
    office = (row.body for row in _item_rows(one))  # it has items, and no seats
    bodies = dict.fromkeys((*(body.body for body in one.heads.bodies), *one.seats.totals, *office))
    names = _names(one)
    found: dict[tuple[str, str], dict[str, Any]] = {
        **{(code, body): {} for code in names for body in bodies},
        **{("", body): {} for body in one.seats.outside},
    }
    for rows, keys, prefix in (
        (one.seats.rows, _SEATS, ""),
        (one.heads.rows, _HEADS, ""),
        (_item_rows(one), _ITEMS, "items_"),
    ):
        for row in rows:
            numbers = {f"{prefix}{key}": getattr(row.numbers, key) for key in keys}
            found.get((row.code, row.body), {}).update(numbers)
    return Records(COLUMNS, _rows(found, names))


def _rows(
    found: Mapping[tuple[str, str], Mapping[str, Any]], names: Mapping[str, str]
) -> Iterator[Mapping[str, Any]]:
    for (code, body), numbers in found.items():
        if numbers.keys() - {*_HEADS} or any(numbers.values()):
            where = {"region_code": code, "region_name": names.get(code, ""), "body": body}
            yield {**where, **numbers}


def _item_rows(one: Overview) -> Iterator[PlaceRow]:
    return one.coordination.progress.rows if one.coordination else iter(())


def _names(one: Overview) -> Mapping[str, str]:
    """The listed kecamatan in their order, then those that only people or marks name."""
    listed = (row.region for row in one.seats.kecamatan)
    marked = sorted(_item_rows(one), key=lambda row: row.code)
    others = (row.region for row in (*one.heads.rows, *marked))
    names: dict[str, str] = {}
    for place in filter(None, (*listed, *others)):
        names.setdefault(place.code, place.name)
    return names
