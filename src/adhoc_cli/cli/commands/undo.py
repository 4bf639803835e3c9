"""`adhoc undo [DIR]`: the last write to a roster folder, taken back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from adhoc_cli.cli import options
from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.language import say
from adhoc_cli.cli.refusal import end, quoted
from adhoc_cli.cli.roster_options import RosterOptions, roster_command
from adhoc_cli.text.system import reason_of

if TYPE_CHECKING:
    from adhoc_cli.files.backup import Kept, Write


@roster_command("directory", ..., "quiet")
def undo(shared: RosterOptions, *, dry_run: options.DryRun = False) -> int:
    """Put the files of the last write back as they were."""
    here = shared.folder
    shared.enter()

    from adhoc_cli.checklist.lock import locked
    from adhoc_cli.files import backup

    try:
        if dry_run:
            write = backup.last_write(here)
        else:
            with locked(here, datetime.now(UTC).astimezone()):
                write = backup.last_write(here)
                backup.undo(here, write)
    except backup.UndoRefused as refused:
        files, copies = quoted(refused.files), quoted([str(refused.copies)])
        name = quoted([str(here)])
        end(End.USAGE, say(f"undo.{refused.key}", name=name, files=files, copies=copies))
    except OSError as error:
        reason = reason_of(error)
        end(End.USAGE, say("undo.failed", name=quoted([str(here)]), reason=reason))
    if not shared.quiet:
        typer.echo(_told(write, "undo.plan" if dry_run else "undo.done"))
    return End.CLEAN


def _told(write: Write, key: str) -> str:
    command = quoted([f"adhoc {write.command}"])
    return say(key, command=command, when=write.when, files=", ".join(map(_file, write.files)))


def _file(one: Kept) -> str:
    """A file, and what taking the write back does to it."""
    before, after = one.rows_after, one.rows_before
    if one.before is None:
        rows = say("undo.new", after=str(before))
    elif one.after is None:
        rows = say("undo.gone", before=str(after))
    else:
        rows = say("undo.rows", before=str(before), after=str(after))
    return say("undo.file", file=quoted([one.name]), rows=rows)
