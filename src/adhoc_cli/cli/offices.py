"""Several roster folders in one run: a line an office, their sums, the worst first.

A folder that cannot be read is a line with its reason; the exit code is that of the worst one.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from adhoc_cli.cli import faults, lookups, progress, session, verdict
from adhoc_cli.cli.exit_codes import End, Ended
from adhoc_cli.cli.language import follow, say
from adhoc_cli.cli.refusal import quoted, refuse
from adhoc_cli.cli.roster_options import RosterOptions
from adhoc_cli.cli.startup_cost import settle
from adhoc_cli.cli.streams import tell

if TYPE_CHECKING:
    from adhoc_cli.reports.offices import Office
    from adhoc_cli.rules.api import Rule


def of_one_only(options: Mapping[str, object]) -> None:
    """Refuse options, by their name, that have a meaning for one folder alone."""
    for name, value in options.items():
        if value:
            refuse("usage.one_folder", name=name)


def show(
    shared: RosterOptions,
    rules: Sequence[Rule],
    *,
    public: bool = False,
    keep: int | None = None,
) -> int:
    """Hand over what is told of all folders; without `rules` their seats are counted only."""
    _refuse_the_same_twice(shared.folders)
    follow(shared.folder)

    from adhoc_cli.output.views.offices import OfficesView
    from adhoc_cli.reports.offices import worst_first

    settle()  # once: what an office before left behind is garbage, and is looked for
    looked_at = [_look(shared._replace(folder=folder), rules) for folder in shared.folders]
    offices = [office for office, _ in looked_at]
    speaker = shared.speaker()
    found = worst_first(shared.day, offices, checked=bool(rules))
    view = OfficesView(found, speaker, public=public)
    shared.hand_over(view, keep=keep)
    for office in found.offices:
        if office.reason:
            tell(say("offices.unread", folder=quoted([office.folder]), reason=office.reason))
    return max(code for _, code in looked_at)


def _look(one: RosterOptions, rules: Sequence[Rule]) -> tuple[Office, End]:
    """What is told of one office, and its exit code. What would end a run on this folder alone is
    the reason of a line; what was typed wrong, and a fault of ours, end this one, too."""
    from adhoc_cli.reports.offices import Office

    try:
        session.look_into(one.folder)
        return _read(one, rules)
    except Ended as ended:
        reason, code = ended.text, ended.code
    except Exception as error:
        end = faults.end_of(error)
        if not isinstance(end, Ended):
            raise
        reason, code = end.text, end.code
    return Office(one.folder_name, reason.removeprefix(say("usage.error", text=""))), code


def _read(one: RosterOptions, rules: Sequence[Rule]) -> tuple[Office, End]:
    from adhoc_cli.reports.check import check_roster
    from adhoc_cli.reports.offices import office_of
    from adhoc_cli.reports.seats import seat_table

    with progress.shown(one.folder) as watch:
        roster = one.load()
        checked = check_roster(roster, watch.over(rules), 1) if rules else None
        every = checked.seats if checked else seat_table(roster)
    report = checked.report if checked else None
    seats = every.of_bodies(lookups.known_bodies(roster, one.bodies))
    code, reason = verdict.of_office(report, seats, roster, one.fail_on)
    return office_of(one.folder_name, roster, seats, report, reason), code


def _refuse_the_same_twice(folders: Sequence[Path]) -> None:
    seen: dict[str, Path] = {}
    for folder in folders:
        real = os.path.realpath(folder)
        if real in seen:
            refuse("usage.folder_twice", names=quoted([str(seen[real]), str(folder)]))
        seen[real] = folder
