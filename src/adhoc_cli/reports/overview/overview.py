"""One result from which every format of `adhoc report` is made: numbers first, people last.

Whatever names a person or says how to reach one hangs at few places (`findings`, `gaps`, the texts
of waivers), so that `for_public` can take it away before any format sees it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from adhoc_cli.checklist.faults import JournalUnreadable
from adhoc_cli.checklist.of_roster import journal_of, meeting_bodies
from adhoc_cli.checklist.progress import Progress, progress
from adhoc_cli.models.report import Report
from adhoc_cli.profiles.calendar import Calendar
from adhoc_cli.reports.bimtek import EventDay, event_days
from adhoc_cli.reports.check import Checked
from adhoc_cli.reports.headcount import Headcount, count_heads
from adhoc_cli.reports.overview.bodies import (
    SecretariatState,
    TrainingState,
    secretariat_states,
    training_states,
)
from adhoc_cli.reports.overview.deadlines import Ahead, Kind, deadlines_ahead
from adhoc_cli.reports.overview.timeline import Timeline, timeline_of
from adhoc_cli.reports.quota import Quota, quota_of
from adhoc_cli.reports.seats import SeatTable
from adhoc_cli.roster.roster import Roster
from adhoc_cli.text.words import Words


@dataclass(frozen=True, slots=True)
class Coordination:
    """How far coordination is, and how it came there."""

    progress: Progress
    timeline: Timeline


@dataclass(frozen=True, slots=True)
class Overview:
    """The state of an office on a day.

    `report` holds inputs, rules and findings; `seats` the seats by kecamatan; `gaps` every unit
    with a vacant seat, who is still there and whom to call; `heads` the women and men; `training`
    is empty without bimtek.csv, `coordination` None where nothing was recorded or can be read.
    `letterhead` is that of `adhoc.toml`, `women_least` the share of women that the profile asks of
    a body, where it asks for one. Of a `public` one nobody's name is left.
    """

    title: Words
    as_of: date
    calendar: Calendar
    letterhead: tuple[str, ...]
    report: Report
    seats: SeatTable
    gaps: Quota
    heads: Headcount
    secretariats: tuple[SecretariatState, ...]
    training: tuple[TrainingState, ...]
    events: tuple[EventDay, ...]
    coordination: Coordination | None
    deadlines: tuple[Ahead, ...]
    women_least: Mapping[str, float] = field(default_factory=dict)
    public: bool = False

    def for_public(self) -> Overview:
        """The same without anything about a person: findings become numbers, gaps lose their names
        and telephone numbers, files what somebody called them,
        and events are left out, whose names somebody wrote. So are waivers: that of a desa tells
        that somebody there is accepted as a fault.
        """
        rules = tuple(rule._replace(findings=(), waived_findings=()) for rule in self.report.rules)
        inputs = tuple(replace(one, name=_without_name(one.name)) for one in self.report.inputs)
        report = self.report._replace(rules=rules, waivers=(), inputs=inputs)
        gaps = self.gaps.without_people()
        days = tuple(day for day in self.deadlines if day.kind is not Kind.WAIVER)
        return replace(self, report=report, gaps=gaps, events=(), deadlines=days, public=True)


def _without_name(file: str) -> str:
    """Without what an office wrote behind the dash: "anggota-*.csv" for "anggota-budi.csv"."""
    kind, dash, _ = file.partition("-")
    return f"{kind}-*.csv" if dash else file


def overview_of(roster: Roster, checked: Checked) -> Overview:
    """The state of the office whose roster was `checked`."""
    coordination, planned = _coordination(roster)
    profile = roster.profile
    return Overview(
        title=Words(profile.judul_id, profile.judul_en),
        as_of=roster.as_of,
        calendar=roster.calendar,
        letterhead=roster.office.settings.kop.public,
        report=checked.report,
        seats=checked.seats,
        gaps=quota_of(roster, short=True),
        heads=count_heads(roster),
        secretariats=tuple(secretariat_states(roster)),
        training=tuple(training_states(roster)),
        events=event_days(roster),
        coordination=coordination,
        deadlines=tuple(deadlines_ahead(roster, planned)),
        women_least={
            name: least
            for name in roster.expected_bodies
            if (least := profile.badan[name].perempuan_min) is not None
        },
    )


def _coordination(roster: Roster) -> tuple[Coordination | None, Progress | None]:
    """How far coordination is, and the same for the days ahead.

    Where nobody ever recorded anything, nothing is overdue but the recording, as for C951; the
    days ahead are there all the same.
    """
    if not (roster.has("kecamatan") and roster.has("desa")):
        return None, None
    try:
        journal = journal_of(roster)
    except JournalUnreadable:
        return None, None
    found = progress(roster, journal, bodies=meeting_bodies(roster))
    if not journal.exists:
        return None, found
    return Coordination(found, timeline_of(roster, journal)), found
