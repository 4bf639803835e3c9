"""`adhoc import`: the files that offices have, brought into a roster folder."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from adhoc_cli.cli import lookups, option_values, options, session
from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.language import follow, lang, say
from adhoc_cli.cli.refusal import end, refuse
from adhoc_cli.cli.roster_options import RosterOptions, roster_command
from adhoc_cli.cli.startup_cost import settle
from adhoc_cli.cli.streams import OutputLost, tell
from adhoc_cli.text.shell import command_line

if TYPE_CHECKING:
    from adhoc_cli.intake.doctor import Options
    from adhoc_cli.intake.limits import Limits
    from adhoc_cli.intake.remembered import ImportOptions
    from adhoc_cli.intake.result import Intake
    from adhoc_cli.places.country import Kabupaten
    from adhoc_cli.profiles.load import Import, Office


@roster_command(
    ..., "profile", "form", "quiet", "show_personal",
    "max_size", "max_unpacked", "max_cell", "max_columns", "max_rows",
)  # fmt: skip
def import_(
    shared: RosterOptions,
    *,
    sources: options.Sources,
    kind: options.AsKind = None,
    into: options.ImportInto = None,
    name: options.TargetName = None,
    sheet: options.SheetNames = None,
    append: options.Append = False,
    replace: options.Replace = False,
    dry_run: options.DryRun = False,
    yes: options.Yes = False,
    save: options.Save = False,
    mapped: options.MapOption = None,
    mapped_values: options.MapValueOption = None,
    constant: options.SetOption = None,
    columns: options.GivenColumns = None,
    strict: options.Strict = False,
    hidden: options.HiddenCells = None,
    struck: options.StruckCells = None,
    encoding: options.Encoding = None,
    kabupaten: options.KabupatenOption = None,
    max_size: options.ImportSize = None,
    max_unpacked: options.MaxUnpacked = None,
    max_cell: options.MaxCell = None,
    max_columns: options.MaxColumns = None,
    max_rows: options.MaxRows = None,
) -> int:
    """Bring files into a roster folder."""
    folder, sources = into or Path(), option_values.expanded(sources)
    follow(folder)
    if append and replace:
        refuse("usage.not_together", one="--append", other="--replace")

    from adhoc_cli.intake.remembered import ImportOptions, remembered

    pairs = option_values.pairs
    typed = ImportOptions(
        kind, name, tuple(sheet or ()), pairs(mapped, "--map"), pairs(constant, "--set"),
        pairs(mapped_values, "--map-value"), append, encoding, hidden, struck,
        tuple(columns.split(",")) if columns else (),
    )  # fmt: skip
    limits = _limits(max_size, max_unpacked, max_cell, max_columns, max_rows)
    place = lookups.kabupaten_of(kabupaten)
    office = session.open_office(folder, shared.profile, shared.day)

    from adhoc_cli.intake import doctor
    from adhoc_cli.output.views.imported import ImportView

    settle()
    settings = office.settings.impor
    known = remembered(sources, settings.berkas, limits)
    # Where every row was rejected, there is no target to append to yet.
    again = known.append and not replace and (folder / (known.name or "")).is_file()
    told = typed.over(known._replace(append=again))
    if told.kind is None:
        _propose(sources, folder, office, told, limits)
    wanted = _wanted(told, settings, place, limits, replace=replace, fewer=yes, strict=strict)
    intake = doctor.plan(sources, str(told.kind), folder, office.profile, wanted)
    if not dry_run:
        intake = doctor.write(intake, lang())
    with _report_of(intake):
        shared.hand_over(ImportView(intake, shared.speaker()))
    if not dry_run and typed.is_more_than(known, settings.peta):
        quiet_end = shared.quiet or session.is_for_programs(shared.form)
        _keep(folder, sources, typed.over(known), save=save, quiet=quiet_end)
    return End.CLEAN if intake.complete else End.FINDINGS


def _wanted(
    told: ImportOptions,
    settings: Import,
    place: Kabupaten | None,
    limits: Limits,
    *,
    replace: bool,
    fewer: bool,
    strict: bool,
) -> Options:
    """What is asked of an import: what was typed or is remembered, and what holds for this one."""
    from adhoc_cli.intake.doctor import Options
    from adhoc_cli.intake.result import Marked, Mode

    return Options(
        mode=Mode.APPEND if told.append else Mode.REPLACE if replace else Mode.NEW,
        name=told.name,
        sheets=told.sheets,
        mapping=told.mapping,
        saved=settings.peta,
        constants=told.constants,
        kabupaten=place,
        limits=limits,
        fewer=fewer,
        hidden=Marked(told.hidden or Marked.REFUSE),
        struck=Marked(told.struck or Marked.REFUSE),
        columns=told.columns,
        strict=strict,
        asked=told.again(),
        values=_values(told.values, settings.nilai),
        encoding=told.encoding,
    )


def _values(
    asked: Mapping[str, str], saved: Mapping[str, Mapping[str, str]]
) -> Mapping[str, Mapping[str, str]]:
    """By column the words of its cells that mean others: those saved, and those of --map-value."""
    values = {column: dict(words) for column, words in saved.items()}
    for left, text in asked.items():
        column, _, word = left.partition(":")
        values.setdefault(column.strip(), {})[word.strip()] = text
    return values


def _propose(
    sources: Sequence[Path], folder: Path, office: Office, told: ImportOptions, limits: Limits
) -> NoReturn:
    """Refuse an import that does not say what the files hold, with the command that would."""
    from adhoc_cli.intake.propose import proposed

    found = proposed(sources, office.profile.vocabulary(), told, limits)
    if found is None:
        refuse("usage.as_missing")
    where = ["-o", str(folder)] if folder != Path() else []
    command = ["adhoc", "import", *map(str, sources), *found.words(), *where]
    refuse("usage.as_proposed", command=command_line(command))


def _keep(
    folder: Path, sources: Sequence[Path], told: ImportOptions, *, save: bool, quiet: bool
) -> None:
    """Keep the options in `adhoc.toml` where --save says so, else say that it would."""
    from adhoc_cli.intake import remembered
    from adhoc_cli.profiles.load import SETTINGS_FILE

    file = str(folder / SETTINGS_FILE)
    if not save:
        if not quiet:
            tell(say("end.save", file=file))
        return
    try:
        kept = remembered.save(folder, sources, told)
    except (OSError, ValueError):
        kept = False
    if not kept:
        end(End.USAGE, say("end.not_saved", file=file))


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
def _report_of(intake: Intake) -> Iterator[None]:
    """Say that the rows are written all the same, where the report of them is lost."""
    try:
        yield
    except OutputLost as lost:
        if not intake.dry_run and intake.written and lost.code != errno.EPIPE:
            tell(say("end.imported", file=str(intake.target)))
        raise
