"""`adhoc sheets in FILE...`: the changes of workbooks taken back into the roster."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from adhoc_cli.cli import option_values, options
from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.faults import why_not
from adhoc_cli.cli.language import say
from adhoc_cli.cli.refusal import quoted
from adhoc_cli.cli.roster_options import DAY, RESULT, RosterOptions, roster_command
from adhoc_cli.cli.streams import tell
from adhoc_cli.text.shell import command_line
from adhoc_cli.text.translator import up_to

if TYPE_CHECKING:
    from adhoc_cli.editing.merge import Merged, NotTaken
    from adhoc_cli.editing.returned import Returned
    from adhoc_cli.files.folder import NewFile
    from adhoc_cli.roster.roster import Roster


@roster_command(..., "folder", *DAY, *RESULT)
def in_(
    shared: RosterOptions,
    *,
    workbooks: options.Workbooks,
    dry_run: options.DryRun = False,
    yes: options.Yes = False,
) -> int:
    """Take the changes of workbooks back into the roster."""
    books = option_values.expanded(workbooks)
    shared.enter()

    from adhoc_cli.editing.merge import merge
    from adhoc_cli.editing.returned import read_returned
    from adhoc_cli.editing.write import plan, put_in_place
    from adhoc_cli.intake.limits import Limits
    from adhoc_cli.intake.result import Mode
    from adhoc_cli.intake.target import sole_writer

    with ExitStack() as held:
        if not dry_run:
            held.enter_context(sole_writer(shared.folder, Mode.REPLACE))
        roster, _ = shared.open(needs_places=True, needs_members=True)
        returned = [read_returned(path, Limits()) for path in dict.fromkeys(books)]
        merged = merge(roster, returned)
        if not yes:
            _refuse_many_gone(merged, returned)
        edits = merged.edits()
        files = plan(roster, edits) if edits else []
        will_be = {one.name: one.content for one in files}
        after = shared.load(will_be)
        if files and not dry_run:
            put_in_place(roster, files, "sheets in")
        _show(roster, after, [one.name for one in returned], shared)
    if not shared.quiet:
        tell(_told(merged, files, shared, planned=dry_run))
        _tell_of(merged, returned)
    failed = any(not one.is_done for one in merged.not_taken)
    for one in merged.not_taken:
        tell(_not_taken(one))
    return End.FINDINGS if failed else End.CLEAN


def _refuse_many_gone(merged: Merged, returned: Sequence[Returned]) -> None:
    from adhoc_cli.editing.faults import EditRefused

    rows = sum(len(one.base) for one in returned)
    if merged.removed * 5 > rows:
        raise EditRefused("many_gone", count=merged.removed, rows=rows)


def _show(before: Roster, after: Roster, workbooks: Sequence[str], shared: RosterOptions) -> None:
    """What changes, as `adhoc diff` shows it."""
    from adhoc_cli.output.views.diff import Compared, DiffView
    from adhoc_cli.reports.differences.compare import compare_rosters

    speaker, name = shared.speaker(), shared.folder_name
    named = f"{name} + {workbooks[0]}{', …' if workbooks[1:] else ''}"
    found = compare_rosters(before, after)
    shared.hand_over(DiffView(found, speaker, compared=Compared(name, named)))


# -- what is said on stderr ------------------------------------------------------------------------


def _told(merged: Merged, files: Sequence[NewFile], shared: RosterOptions, *, planned: bool) -> str:
    if not files:
        return say("sheets.nothing")
    counts = {
        "changed": sum(map(len, merged.changed.values())),
        "new": sum(map(len, merged.new.values())),
        "gone": merged.removed,
    }
    if planned:
        return say("sheets.planned", **counts)
    undo = ["adhoc", "undo", *([] if shared.folder == Path() else [str(shared.folder)])]
    names = quoted([one.name for one in files])
    return say("sheets.taken", files=names, **counts, undo=command_line(undo))


def _tell_of(merged: Merged, returned: Sequence[Returned]) -> None:
    """Tell what of the workbooks was not read, and who has not answered."""
    for one in returned:
        for key, columns in (("sheets.lacking", one.lacking), ("sheets.unread", one.unread)):
            if columns:
                tell(say(key, workbook=quoted([one.name]), columns=quoted(columns)))
    here = {(one.batch, one.part.code) for one in returned}
    sent = {(one.batch, part): None for one in returned for part in one.parts}
    silent = [part for batch, part in sent if (batch, part.code) not in here]
    if silent:
        parts = [f"{part.name} ({part.code})" for part in silent]
        tell(say("sheets.silent", parts=parts))
    unchanged = [one for one in returned if one.name not in merged.answered]
    if unchanged and len(returned) > 1:
        names = [
            f"{one.part.name} ({one.part.code})" if one.parts else one.name for one in unchanged
        ]
        tell(say("sheets.unchanged", workbooks=names))


def _not_taken(one: NotTaken) -> str:
    workbook = quoted([one.workbook])
    key = "sheets.at_row" if one.number is not None else "sheets.at_removed"
    where = say(key, workbook=workbook, number=str(one.number))
    who = up_to(f"{one.person or '-'} ({one.place or '-'})", 120)
    return say("sheets.not_taken", where=where, who=who, why=why_not(one.fault))
