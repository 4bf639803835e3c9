"""`adhoc import`: messy files to one canonical CSV, every change and every rejected row accounted.

`plan` reads and decides, `write` writes. Between the two nothing is on the disk, so that a dry run
is the plan itself. Rows of the sources = written + rejected.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from adhoc_cli.files.backup import kept
from adhoc_cli.files.folder import NewFile, put
from adhoc_cli.intake import rejects as rejected
from adhoc_cli.intake import target as files
from adhoc_cli.intake.already import Already
from adhoc_cli.intake.grid import Grid, as_asked
from adhoc_cli.intake.header import Header, likeness
from adhoc_cli.intake.known import Known
from adhoc_cli.intake.limits import Limits
from adhoc_cli.intake.places import Resolver, known_places
from adhoc_cli.intake.recap import refuse_counts
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.repair import CellDoctor
from adhoc_cli.intake.result import (
    Existing,
    Fault,
    Intake,
    Marked,
    Mode,
    SheetRead,
    SheetSkipped,
)
from adhoc_cli.intake.row_context import RowContext
from adhoc_cli.intake.row_told import Ledger
from adhoc_cli.intake.rows import Treated, treat
from adhoc_cli.intake.source import read_source
from adhoc_cli.intake.stacked import tables_of
from adhoc_cli.models.columns import RowModel, columns_of
from adhoc_cli.models.finding import Origin
from adhoc_cli.models.rows import MODELS
from adhoc_cli.places.country import Kabupaten
from adhoc_cli.profiles.model import Profile
from adhoc_cli.tables.origins import MOST, origins_file
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.words import Lang

__all__ = ["Intake", "Mode", "Options", "plan", "write"]

_OF_A_HEADER = frozenset({"header_twice", "header_repeated"})
# What a row says that has no such column, where others do.
ABSENT: Mapping[str, str] = {"hadir": "ya"}


@dataclass(frozen=True)
class Options:
    """What an operator may ask for.

    `sheets` to read (none: all visible ones); `name` of the target; `mapping` of headers to columns
    (--map), and the one `saved` in `adhoc.toml`; `constants`: the value of a column where its cells
    are empty; `kabupaten` whose places names are looked up among, where the folder has no region
    files. `fewer`: a target that is replaced may lose more than a fifth of its rows (--yes).
    What becomes of `hidden` rows and columns, and of `struck` cells. `columns` of sheets that have
    no header row, in order (--columns). `strict`: a filled column that is not read
    is an error, and a row with a cell that cannot be read is rejected.
    `asked`: how mapping and constants are typed.
    `values`: by column the words of its cells that mean others (--map-value, and those saved).
    `encoding` of files of text, where it is asked for.
    """

    mode: Mode = Mode.NEW
    name: str | None = None
    sheets: Sequence[str] = ()
    mapping: Mapping[str, str] = field(default_factory=dict)
    saved: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    kabupaten: Kabupaten | None = None
    limits: Limits = field(default_factory=Limits)
    fewer: bool = False
    hidden: Marked = Marked.REFUSE
    struck: Marked = Marked.REFUSE
    columns: Sequence[str] = ()
    strict: bool = False
    asked: tuple[str, ...] = ()
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    encoding: str | None = None


def plan(
    sources: Sequence[Path], kind: str, folder: Path, profile: Profile, options: Options
) -> Intake:
    """What importing `sources` as `kind` into `folder` comes to. Nothing is written.

    Raises `ImportRefused`.
    """
    model = MODELS[kind]
    name = files.as_it_stands(folder, files.target_name(kind, options.name))
    options = replace(options, mode=files.mode_for(folder / name, model, options.mode))
    files.look_around(folder, folder / name, sources, options.mode)
    fingerprint = files.fingerprint_of(folder / name)
    there: Existing | None = None
    if options.mode is Mode.APPEND:
        there = files.existing(folder / name, model, options.limits)
    known = Known(model, options.mapping, options.saved, options.columns)
    context = _context(model, folder, profile, options)
    already = Already(model, context.vocabulary, context.resolver.places)
    if there is not None:
        already.hold(name, there)
    context = replace(context, already=already)
    grids, skipped = _grids(sources, known, options)
    found, without = _headers(grids, known, context)
    known.refuse_unused(options.mapping, [cell for _, h in found for cell in h.cells if cell])
    ledger = Ledger(columns_of(model))
    treated = [treat(grid, header, context, ledger) for grid, header in found]
    refuse_counts(
        model, [(grid, sheet.rows) for (grid, _), sheet in zip(found, treated, strict=True)]
    )
    if options.strict:
        _refuse_unread([sheet.sheet for sheet in treated])
    rejects = tuple(reject for sheet in treated for reject in sheet.rejects)
    columns, rows = _written(model, found, treated)
    if not rows and not rejects:
        raise found[0][0].refused("no_rows")
    replaced = options.mode is Mode.REPLACE and bool(rows)
    before = files.rows_of(folder / name) if replaced else None
    if before is not None and not options.fewer:
        files.refuse_fewer(name, before, len(rows))
    gone = _gone(folder, name, sources, grids, replaced=replaced)
    csv_name, book_name = _names_of_rejects(folder, name, gone, grids) if rejects else (None, None)
    return Intake(
        kind, folder, name, csv_name, options.mode,
        tuple(sheet.sheet for sheet in treated), (*skipped, *without),
        ledger.changes(), ledger.kept(), rejects, columns, rows,
        _used_mapping(found, known), there, fingerprint, gone, before, book_name, options.asked,
        unreadable=sum(sheet.unreadable for sheet in treated),
        sources=tuple(sources), places=tuple(one for sheet in treated for one in sheet.places),
    )  # fmt: skip


def _names_of_rejects(
    folder: Path, name: str, gone: Sequence[str], grids: Iterable[Grid]
) -> tuple[str, str | None]:
    is_book = any(grid.sheet is not None for grid in grids)
    return rejected.names_for(folder, name, gone, book=is_book)


def _refuse_unread(sheets: Sequence[SheetRead]) -> None:
    """Raise `ImportRefused` for a filled column that is not read, but for running numbers."""
    for sheet in sheets:
        for one in sheet.mapping:
            if one.is_lost:
                params = {"header": one.header, "count": one.filled, "column": one.perhaps or "-"}
                key = "unread" if one.header else "unread_unheaded"
                raise ImportRefused(key, file=sheet.file, sheet=sheet.sheet or "", **params)


def write(intake: Intake, lang: Lang) -> Intake:
    """Write the plan: the target and, where there are any, the rejected rows; all or none.

    Where every row is rejected the target stays as it is, or absent. `lang` is the language of the
    reasons in the file of rejected rows. Raises `ImportRefused`, and `JournalLocked` where somebody
    else writes to the folder all the while.
    """
    with files.sole_writer(intake.folder, intake.mode):
        files.look_around(intake.folder, intake.target, (), intake.mode)
        if files.fingerprint_of(intake.target) != intake.fingerprint:
            raise ImportRefused("target_changed", file=intake.name)
        _put(intake, lang)
    return replace(intake, dry_run=False)


def _put(intake: Intake, lang: Lang) -> None:
    folder = intake.folder
    # The rejected rows first: should this end half-way, no row is lost that is in no file.
    every = [*rejected.files_of(intake, Translator(lang)), *_target(intake)]
    over = {intake.name} if intake.mode is not Mode.NEW else set()
    over |= set(intake.gone)
    gone = [name for name in intake.gone if name not in {file.name for file in every}]
    try:
        with kept(folder, every, "import", gone=gone, beside=_origins(intake)):
            new = [file for file in every if file.name not in over]
            put(folder, new, [file for file in every if file.name in over])
            for name in gone:
                (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise files.refusal(error, folder) from None


def _origins(intake: Intake) -> list[NewFile]:
    """Where each row that is written stood in its source, for the findings of a check."""
    if not intake.rows or intake.written > MOST:
        return []
    header, records = _content(intake)
    if intake.existing is not None:  # its own headers may be other spellings
        header = [name or "" for name in intake.existing.columns] + list(
            header[len(intake.existing.columns) :]
        )
    new = list(records)[-intake.written :]
    rows = (
        (zip(header, row, strict=True), Origin(place.file, place.sheet, place.line))
        for row, place in zip(new, intake.places, strict=True)
        if place is not None
    )
    return [origins_file(intake.folder, intake.sources, rows)]


# -- reading ---------------------------------------------------------------------------------------


def _context(model: type[RowModel], folder: Path, profile: Profile, options: Options) -> RowContext:
    vocabulary = profile.vocabulary()
    own = model.kind.name if model.kind.names_places else None
    places = known_places(folder, options.kabupaten, own=own)
    resolver = Resolver(places, model.kind.code_column, strict=own is None)
    units = {name: body.level for name, body in profile.badan.items()}
    of_tps = frozenset(name for name, body in profile.badan.items() if body.unit == "tps")
    specs = columns_of(model)
    constants = {}
    for column, text in options.constants.items():
        if column not in specs:
            raise ImportRefused("set_column", column=column, columns=", ".join(specs))
        fixed = CellDoctor(specs[column], vocabulary).fixed(text)
        if fixed.fault is not None or not fixed.text:
            raise ImportRefused("set_value", column=column, value=text)
        constants[column] = fixed.text
    for column in options.values.keys() - {c for of in MODELS.values() for c in columns_of(of)}:
        raise ImportRefused("value_column", column=column, columns=", ".join(specs))
    return RowContext(
        model,
        vocabulary,
        units,
        resolver,
        constants,
        values=options.values,
        strict=options.strict,
        of_tps=of_tps,
    )


def _grids(
    sources: Sequence[Path], known: Known, options: Options
) -> tuple[list[Grid], list[SheetSkipped]]:
    files.refuse_repeated(sources)
    grids: list[Grid] = []
    skipped: list[SheetSkipped] = []
    for path in sources:
        read, unread = read_source(
            path,
            lambda lines: likeness(lines, known),
            options.limits,
            options.sheets,
            options.encoding,
        )
        grids += [as_asked(grid, options.hidden, options.struck) for grid in read]
        skipped += unread
    return grids, skipped


def _headers(
    grids: Sequence[Grid], known: Known, context: RowContext
) -> tuple[list[tuple[Grid, Header]], list[SheetSkipped]]:
    """The grids with a header, and those without: sheets of a workbook that others are read of."""
    found: list[tuple[Grid, Header]] = []
    refused: list[tuple[Grid, ImportRefused]] = []
    for grid in grids:
        try:
            found += tables_of(grid, known, context.constants, context.vocabulary)
        except ImportRefused as error:
            refused.append((grid, error))
    read = {grid.file for grid, _ in found}
    skipped: list[SheetSkipped] = []
    for grid, refusal in refused:
        if grid.sheet is None or grid.file not in read or refusal.key in _OF_A_HEADER:
            raise refusal
        fault = Fault(refusal.key, refusal.params)
        skipped.append(SheetSkipped(grid.file, grid.sheet, fault))
    return found, skipped


# -- what is written -------------------------------------------------------------------------------


def _written(
    model: type[RowModel], found: Sequence[tuple[Grid, Header]], treated: Sequence[Treated]
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The columns that occur (required, in a header, or filled from elsewhere), and the rows."""
    occurring = {name for _, header in found for name in header.at}
    occurring |= {name for sheet in treated for name in sheet.filled}
    columns = tuple(
        name for name, spec in columns_of(model).items() if spec.required or name in occurring
    )
    rows: list[tuple[str, ...]] = []
    for (_, header), sheet in zip(found, treated, strict=True):
        absent = {column: text for column, text in ABSENT.items() if column not in header.at}
        rows += [
            tuple([row.get(name) or absent.get(name, "") for name in columns]) for row in sheet.rows
        ]
    return columns, rows


def _content(intake: Intake) -> tuple[Sequence[str], Iterable[Sequence[str]]]:
    """Header and rows of the target; of one that is appended to, with its own columns first."""
    there = intake.existing
    if there is None:
        return intake.columns, intake.rows
    more = [column for column in intake.columns if column not in there.columns]
    header = [*there.records[0], *more]
    pad = [ABSENT.get(column, "") for column in more]
    at = {name: position for position, name in enumerate(intake.columns)}
    order = [at.get(name or "", -1) for name in [*there.columns, *more]]
    absent = [ABSENT.get(name or "", "") for name in [*there.columns, *more]]
    old = ([*record, *pad] for record in there.records[1:])
    new = (
        [
            row[position] if position >= 0 else text
            for position, text in zip(order, absent, strict=True)
        ]
        for row in intake.rows
    )
    return header, (*old, *new)


def _target(intake: Intake) -> list[NewFile]:
    """The target as a file; none without rows."""
    return [files.csv_file(intake.name, *_content(intake))] if intake.rows else []


def _gone(
    folder: Path, name: str, sources: Sequence[Path], grids: Sequence[Grid], *, replaced: bool
) -> tuple[str, ...]:
    """The files of rejected rows that go with this import: of a target that is `replaced`, and
    those that are brought home. Else none does: the rows may still be waiting for somebody."""
    found = set()
    if replaced:
        earlier = folder / rejected.plain_name(name)
        if not any(files.is_same(earlier, source) for source in sources):
            found |= {earlier.name, rejected.book_name(earlier.name)}
    for source in sources:
        rows = sum(len(grid.lines) - 1 for grid in grids if grid.file == source.name)
        found |= rejected.brought_home(folder, source, rows, grids)
    return tuple(sorted(n for n in found if files.is_plain(folder / n)))


def _used_mapping(found: Sequence[tuple[Grid, Header]], known: Known) -> dict[str, str]:
    """The headers that were read as the operator asked, "-" where not at all; to be saved."""
    return {
        cell: column or "-"
        for _, header in found
        for cell, column in zip(header.cells, header.columns, strict=True)
        if cell and known.is_told(cell)
    }
