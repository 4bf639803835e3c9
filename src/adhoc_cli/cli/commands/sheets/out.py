"""`adhoc sheets out`: the roster as a workbook, or one for each kecamatan."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from adhoc_cli.cli import lookups, options, session
from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.language import say
from adhoc_cli.cli.refusal import quoted, refuse
from adhoc_cli.cli.roster_options import DAY, FOLDER, RosterOptions, roster_command
from adhoc_cli.cli.streams import tell
from adhoc_cli.text.personal import without_personal
from adhoc_cli.text.shell import command_line

if TYPE_CHECKING:
    from adhoc_cli.editing.sheet import Part, RosterSheet
    from adhoc_cli.output.speaker import Speaker
    from adhoc_cli.roster.roster import Roster


@roster_command(*FOLDER, "workbook", "region", "per", ..., *DAY, "quiet", "show_personal")
def out(
    shared: RosterOptions, *, workbook: options.Workbook, per: options.PerKecamatan = None
) -> int:
    """Write the roster as a workbook, or one for each kecamatan."""
    path = Path(workbook)
    if path.suffix.lower() != ".xlsx":
        refuse("sheets.ending")
    shared.enter()

    from adhoc_cli.editing.sheet import rows_of, sheets_of

    roster, speaker = shared.open(needs_places=True, needs_members=True)
    rows = list(rows_of(roster, personal=shared.personal))
    parts = _parts(roster, shared.place_in(roster, speaker), per=per)
    sheets = sheets_of(rows, parts, personal=shared.personal)
    if not sheets:
        refuse("sheets.no_rows")
    paths = [path if per is None else _named(path, sheet.part) for sheet in sheets]
    for one in paths:
        if os.path.lexists(one):
            refuse("sheets.there", file=quoted([str(one)]))
    _write(sheets, paths, roster, speaker)
    _tell(sheets, paths, sum(file.rows for file in roster.members.files), shared)
    return End.CLEAN


def _parts(roster: Roster, place: str | None, *, per: str | None) -> list[Part]:
    from adhoc_cli.editing.sheet import Part, kecamatan_parts

    if per is not None:
        return kecamatan_parts(roster, place)
    return [Part(place or "", roster.places.region(place).name if place else "")]


def _named(path: Path, part: Part) -> Path:
    """The name of the workbook of a kecamatan: kerja-33.23.17-Kledung.xlsx."""
    name = re.sub(r"[^\w]+", "-", without_personal(part.name)).strip("-")
    return path.with_name(f"{path.stem}-{part.code}-{name}{path.suffix}")


def _write(
    sheets: Sequence[RosterSheet], paths: Sequence[Path], roster: Roster, speaker: Speaker
) -> None:
    from adhoc_cli.editing.sheet import findings_by_row
    from adhoc_cli.output.sheets.roster import write
    from adhoc_cli.reports.check import check_roster

    checked = check_roster(roster, lookups.chosen_rules((), ()), None)
    found = findings_by_row(checked.report.findings)
    for sheet, path in zip(sheets, paths, strict=True):
        session.write_bytes(path, write(sheet, roster, found, speaker), private=True)


def _tell(
    sheets: Sequence[RosterSheet], paths: Sequence[Path], rows: int, shared: RosterOptions
) -> None:
    """One line on what was written and how it comes back; what it lacks on stderr."""
    written = sum(len(sheet.rows) for sheet in sheets)
    if shared.region is None and written < rows:
        tell(say("sheets.not_in", count=rows - written))
    if shared.quiet:
        return
    if not shared.personal:
        tell(say("sheets.without_personal"))
    where = [] if shared.folder == Path() else ["-C", str(shared.folder)]
    command = command_line(["adhoc", "sheets", "in", *map(str, paths[:1]), *where])
    files = quoted([str(paths[0])])
    if len(paths) > 1:
        files = say("sheets.more_files", first=files, count=len(paths) - 1)
    typer.echo(say("sheets.written", files=files, rows=written, command=command))
