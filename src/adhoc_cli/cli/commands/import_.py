"""`adhoc import`: the files that offices have, brought into a roster folder."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from adhoc_cli.cli import lookups, option_values, options, session
from adhoc_cli.cli.exit_codes import End, Ended
from adhoc_cli.cli.help_text import ShownCommand
from adhoc_cli.cli.journal import ended
from adhoc_cli.cli.language import follow, lang, say, translator
from adhoc_cli.cli.refusal import refuse
from adhoc_cli.cli.streams import OutputLost, tell

if TYPE_CHECKING:
    from adhoc_cli.intake.limits import Limits
    from adhoc_cli.intake.result import Intake, Mode

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("import", cls=ShownCommand)
def import_(
    sources: options.Sources,
    kind: options.AsKind,
    into: options.ImportInto = None,
    name: options.TargetName = None,
    sheet: options.SheetNames = None,
    append: options.Append = False,
    replace: options.Replace = False,
    dry_run: options.DryRun = False,
    yes: options.Yes = False,
    mapped: options.MapOption = None,
    constant: options.SetOption = None,
    columns: options.GivenColumns = None,
    strict: options.Strict = False,
    hidden: options.HiddenCells = options.Marked.REFUSE,
    struck: options.StruckCells = options.Marked.REFUSE,
    kabupaten: options.KabupatenOption = None,
    profile: options.Profile = None,
    form: options.Format = None,
    quiet: options.Quiet = False,
    show_personal: options.ShowPersonal = False,
    max_size: options.ImportSize = None,
    max_unpacked: options.MaxUnpacked = None,
    max_cell: options.MaxCell = None,
    max_columns: options.MaxColumns = None,
    max_rows: options.MaxRows = None,
) -> int:
    """Bring files into a roster folder."""
    folder, mapping = into or Path(), option_values.pairs(mapped, "--map")
    follow(folder)
    constants, mode = option_values.pairs(constant, "--set"), _mode(append=append, replace=replace)
    limits = _limits(max_size, max_unpacked, max_cell, max_columns, max_rows)
    form = session.form_of(form, None)
    for_programs = session.is_for_programs(form)
    place = lookups.kabupaten_of(kabupaten)
    office = session.open_office(folder, profile, option_values.today())

    from adhoc_cli.intake import doctor
    from adhoc_cli.intake.result import Marked
    from adhoc_cli.output.views.imported import ImportView

    saved = office.settings.impor.peta
    wanted = doctor.Options(
        mode, name, tuple(sheet or ()), mapping, saved, constants, place, limits, yes,
        Marked(hidden), Marked(struck), columns.split(",") if columns else (),
        strict,
    )  # fmt: skip
    session.settle()
    with _refusals():
        intake = doctor.plan(sources, kind.value, folder, office.profile, wanted)
        if not dry_run:
            with ended():
                intake = doctor.write(intake, lang())
    speaker = session.speaker(personal=show_personal)
    with _report_of(intake):
        session.hand_over(ImportView(intake, speaker), speaker, form, None, quiet=quiet)
    if mapping and not (dry_run or for_programs or quiet):
        _say_how_to_save(intake, saved)
    return End.CLEAN if intake.complete else End.FINDINGS


def _mode(*, append: bool, replace: bool) -> Mode:
    from adhoc_cli.intake.result import Mode

    if append and replace:
        refuse("usage.not_together", one="--append", other="--replace")
    return Mode.APPEND if append else Mode.REPLACE if replace else Mode.NEW


def _limits(
    size: str | None,
    unpacked: str | None,
    cell: int | None,
    columns: int | None,
    rows: int | None,
) -> Limits:
    """The limits that were asked for, the usual ones for the others."""
    from adhoc_cli.intake.limits import OPTIONS, Limits

    numbers = {"cell": cell, "columns": columns, "rows": rows}
    found = {
        key: option_values.at_least_one(number, OPTIONS[key]) for key, number in numbers.items()
    }
    found["size"] = option_values.size(size)
    found["unpacked"] = option_values.size(unpacked, OPTIONS["unpacked"])
    return Limits(**{key: number for key, number in found.items() if number is not None})


@contextmanager
def _refusals() -> Iterator[None]:
    """End with exit code 3 where a source cannot be read, and 2 where it was asked wrongly."""
    from adhoc_cli.intake.fault_texts import refused_text
    from adhoc_cli.intake.refused import ImportRefused
    from adhoc_cli.output.safe import safe

    try:
        yield
    except ImportRefused as refused:
        text = safe(refused_text(refused.key, refused.params, translator()))
        code = End.UNREADABLE if refused.unreadable else End.USAGE
        raise Ended(code, say("usage.error", text=text)) from None


@contextmanager
def _report_of(intake: Intake) -> Iterator[None]:
    """Say that the rows are written all the same, where the report of them is lost."""
    from adhoc_cli.output.safe import safe

    try:
        yield
    except OutputLost as lost:
        if not intake.dry_run and intake.written and lost.code != errno.EPIPE:
            tell(say("end.imported", file=safe(str(intake.target))))
        raise


def _say_how_to_save(intake: Intake, saved: Mapping[str, str]) -> None:
    """The lines of `adhoc.toml` that save what --map said, with what is saved already."""
    from adhoc_cli.intake.header import mapping_text, mapping_to_save
    from adhoc_cli.output.safe import safe
    from adhoc_cli.profiles.load import SETTINGS_FILE

    every = mapping_to_save(saved, intake.mapping)
    if every != saved:
        lines = "\n".join(f"  {safe(line)}" for line in mapping_text(every).splitlines())
        tell(say("end.save_map", file=safe(str(intake.folder / SETTINGS_FILE)), lines=lines))
