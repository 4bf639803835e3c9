"""`adhoc set REGION PERSON`: the row of one person changed, from the terminal."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from adhoc_cli.cli import lookups, option_values, options
from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.language import say, translator
from adhoc_cli.cli.refusal import UsageFault, quoted, refuse
from adhoc_cli.cli.roster_options import RosterOptions, roster_command
from adhoc_cli.text.shell import command_line
from adhoc_cli.text.translator import up_to

if TYPE_CHECKING:
    from adhoc_cli.output.speaker import Speaker
    from adhoc_cli.roster.roster import Roster

# Columns that have an option of their own; that of --date depends on the status.
_OPTIONS = {"status": "--status", "alasan": "--reason", "nomor_sk": "--sk"}


@roster_command("region", "person", "folder", "body", ..., "quiet")
def set_(
    shared: RosterOptions,
    *,
    region: options.RegionArgument,
    person: options.PersonArgument,
    status: options.NewStatus = None,
    day: options.NewDay = None,
    reason: options.NewReason = None,
    decree: options.NewDecree = None,
    others: options.NewCells = None,
    dry_run: options.DryRun = False,
) -> int:
    """Change the row of one person."""
    typed = {"status": status, "alasan": reason, "nomor_sk": decree}
    cells = {column: text for column, text in typed.items() if text is not None}
    for column, text in _pairs(others).items():
        if column in cells:
            refuse("usage.not_together", one=_OPTIONS[column], other=f"--set {column}")
        cells[column] = text
    if not cells and day is None:
        refuse("edit.nothing")
    when = option_values.date_of(day, "--date").isoformat() if day is not None else None
    word = _from_stdin() if person == "-" else person
    shared.enter()

    from adhoc_cli.editing.rewrite import Edit
    from adhoc_cli.editing.write import plan, put_in_place
    from adhoc_cli.intake.result import Mode
    from adhoc_cli.intake.target import sole_writer

    with nullcontext() if dry_run else sole_writer(shared.folder, Mode.REPLACE):
        roster, speaker = shared.open(needs_places=True, needs_members=True)
        row = _the_row(roster, lookups.the_place(roster, region, speaker), word, shared, speaker)
        edit = _changes(roster, row, cells, when, speaker)
        file, line = roster.members.where(row)
        files = plan(roster, {file: Edit({line: edit})}) if edit else []
        if files and not dry_run:
            put_in_place(roster, files, "set")
    if not shared.quiet:
        typer.echo(_told(roster, row, edit, shared, speaker, planned=dry_run))
    return End.CLEAN


# -- what was typed --------------------------------------------------------------------------------


def _pairs(given: list[str] | None) -> dict[str, str]:
    """The cells of --set by column; the first `=` is the one meant, for no column has one."""
    found = {}
    for text in given or ():
        header, sign, value = text.partition("=")
        if not (sign and header.strip()):
            refuse("usage.pair", name="--set", value=quoted([text]))
        found[lookups.known_column(header)] = value
    return found


def _from_stdin() -> str:
    """The person on the first line of standard input: a NIK in the arguments is seen by everybody
    who lists the processes, and stays in the history of the shell."""
    word = sys.stdin.readline(1_000).strip() if sys.stdin else ""
    if not word:
        refuse("usage.empty", name="PERSON")
    return word


def _the_row(roster: Roster, place: str, word: str, shared: RosterOptions, speaker: Speaker) -> int:
    """The row of the one person that is meant; refused with the list where several fit."""
    from adhoc_cli.editing.people import find_person

    found = find_person(roster, place, word, shared.bodies_of(roster))
    if len(found.rows) == 1:
        return found.rows[0]
    names = {"name": quoted([word]), "place": lookups.place_text(roster, place, speaker)}
    if found.rows:
        answer, offered = say("edit.several", **names), found.rows
    else:
        answer = say("edit.near" if found.near else "edit.nobody", **names)
        offered = found.near
    raise UsageFault("\n".join([answer, *(_line(roster, row, speaker) for row in offered)]))


def _line(roster: Roster, row: int, speaker: Speaker) -> str:
    """A row that may be meant: how to name it, and who it is."""
    from adhoc_cli.reports.persons import someone

    one = someone(roster, row)
    post, status = speaker.post(one.post), one.status
    who = f"{one.person.name}, {one.role or '-'} {post}, {status}"
    return translator().free(f"  {one.file}:{one.line}  {who}")


# -- what is changed -------------------------------------------------------------------------------


def _changes(
    roster: Roster, row: int, cells: dict[str, str], day: str | None, speaker: Speaker
) -> dict[str, str]:
    """The cells that are to be others than they are, as they are written."""
    from adhoc_cli.editing.values import day_column, refuse_misplaced, written
    from adhoc_cli.reports.persons import someone

    vocabulary = roster.profile.vocabulary()
    if "kode_wilayah" in cells:  # by its name, too, and only one that the roster has
        cells["kode_wilayah"] = lookups.the_place(roster, cells["kode_wilayah"], speaker)
    known = {column: written(column, text, vocabulary) for column, text in cells.items()}
    if "kode_wilayah" in known:
        body = known.get("badan") or someone(roster, row).post.body
        refuse_misplaced(roster.profile, body, known["kode_wilayah"])
    if day is not None:
        known.setdefault(day_column(known.get("status"), someone(roster, row).status), day)
    return {column: text for column, text in known.items() if text != _is(roster, row, column)}


def _is(roster: Roster, row: int, column: str) -> str:
    members = roster.members
    return members[column].text(row) if column in members else ""


def _told(
    roster: Roster,
    row: int,
    edit: dict[str, str],
    shared: RosterOptions,
    speaker: Speaker,
    *,
    planned: bool,
) -> str:
    """One line: who, what was changed, and how to take it back."""
    from adhoc_cli.reports.persons import someone

    one = someone(roster, row)
    who = f"{one.person.name}, {speaker.post(one.post)}"
    where = f"{one.file}:{one.line}"
    if not edit:
        return say("edit.as_it_is", who=who, where=where)
    changes = "; ".join(_change(roster, row, column, text) for column, text in edit.items())
    params = {"who": who, "where": where, "changes": changes}
    if planned:
        return say("edit.planned", **params)
    undo = ["adhoc", "undo", *([] if shared.folder == Path() else [str(shared.folder)])]
    return say("edit.done", **params, undo=command_line(undo))


def _change(roster: Roster, row: int, column: str, text: str) -> str:
    """A cell, before and after; of one that is personal only that it changed."""
    from adhoc_cli.models.columns import columns_of
    from adhoc_cli.models.rows import Anggota

    if columns_of(Anggota)[column].privacy is not None:
        return say("edit.personal", column=column)
    before, after = _is(roster, row, column) or "–", text or "–"
    key = "edit.cell" if column in roster.members else "edit.new_column"
    return say(key, column=column, before=up_to(before, 60), after=up_to(after, 60))
