"""The journal of coordination for the commands: opened, written to, and said back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from adhoc_cli.cli.faults import tell_aside
from adhoc_cli.cli.language import say
from adhoc_cli.models.codes import kecamatan_of
from adhoc_cli.text.shell import command_line
from adhoc_cli.text.translator import up_to

if TYPE_CHECKING:
    from adhoc_cli.checklist.mark import Mark
    from adhoc_cli.checklist.read import Journal
    from adhoc_cli.roster.roster import Roster


def open_journal(folder: Path) -> Journal:
    """The journal of `folder`; a torn last line is set aside, and that is told on stderr."""
    from adhoc_cli.checklist.read import load_journal

    journal = load_journal(folder)
    tell_aside(journal.aside)
    return journal


def record(folder: Path, marks: Sequence[Mark], operator: str | None) -> None:
    """Append `marks`, all or none; they are on the disk when this returns."""
    from adhoc_cli.checklist.journal import append

    tell_aside(append(folder, marks, operator=operator).aside)


def command(*words: str, folder: Path) -> str:
    """A command of the checklist as it can be typed again."""
    where = ["-C", str(folder)] if folder != Path() else []
    return command_line(["adhoc", "checklist", *words, *where])


def named(
    roster: Roster, marks: Sequence[Mark], undo: str, folder: Path, *, all_desa: bool = False
) -> tuple[str, str, str]:
    """The items and places of `marks` as one line says them, and the command that undoes them;
    `all_desa`: they are all of the desa of their kecamatan."""
    items = tuple(dict.fromkeys(mark.item for mark in marks))
    places = tuple(dict.fromkeys(mark.place for mark in marks))
    region = roster.places.region(places[0])
    where = f"{region.name} ({region.code})"
    if len(places) > 1:
        where = say("mark.several", count=len(places))
    first, *more = dict.fromkeys(kecamatan_of(place) for place in places) if all_desa else places
    also = [word for place in more for word in ("--region", place)]
    whole = ["--all-desa"] if all_desa else []
    again = command(undo, first, *items, *also, *whole, folder=folder)
    return ", ".join(items), where, again


def shown(text: str) -> str:
    """Evidence, said back."""
    return up_to(text, 120)
