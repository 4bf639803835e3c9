"""What a file seems to hold, by its columns, its name, its sheets and its titles: proposed, never
taken without being typed."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from adhoc_cli.intake.grid import Grid
from adhoc_cli.intake.header import Header, find_header, likeness
from adhoc_cli.intake.known import Known
from adhoc_cli.intake.limits import Limits
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.remembered import ImportOptions
from adhoc_cli.intake.source import read_source
from adhoc_cli.models.rows import MODELS
from adhoc_cli.models.vocabulary import Vocabulary

_TITLES = 8  # lines above a header that may name a body


def proposed(
    sources: Sequence[Path], vocabulary: Vocabulary, told: ImportOptions, limits: Limits
) -> ImportOptions | None:
    """The options with which `sources` can probably be imported, over those `told`; None where
    no kind of file fits. Raises `ImportRefused` for a source that cannot be read."""
    found: list[tuple[int, str, list[tuple[Grid, Header]]]] = []
    for kind, model in MODELS.items():
        if told.kind in (None, kind):
            known = Known(model, told.mapping)
            read = [pair for source in sources for pair in _read(source, known, told, limits)]
            score = max((len(header.at) for _, header in read), default=0)
            found.append((score, kind, read))
    score, kind, read = max(found, key=lambda one: one[0])
    if not score:
        return None
    options = told._replace(kind=kind)
    return _of_members(read, vocabulary, options) if kind == "anggota" else options


def _read(
    source: Path, known: Known, told: ImportOptions, limits: Limits
) -> Iterable[tuple[Grid, Header]]:
    """The sheets of a source with a header that names this kind, though a column be missing."""
    grids, _ = read_source(
        source, lambda lines: likeness(lines, known), limits, told.sheets, told.encoding
    )
    absent = {"badan": "", "jabatan": "", "kode_wilayah": "", "hadir": ""}
    for grid in grids:
        try:
            yield grid, find_header(grid, known, told.constants or absent)
        except ImportRefused:
            continue


def _of_members(
    read: Sequence[tuple[Grid, Header]], vocabulary: Vocabulary, told: ImportOptions
) -> ImportOptions:
    """Which body, where no column says it, and a name for the file of it."""
    bodies = {body for grid, header in read if (body := _body(grid, header, vocabulary))}
    if len(bodies) != 1:
        return told
    body = bodies.pop()
    name = told.name or "anggota-" + re.sub(r"[^a-z0-9]+", "-", body.lower()).strip("-")
    said = all(_says_the_body(grid, header, vocabulary) for grid, header in read)
    constants = told.constants if said else {"badan": body, **told.constants}
    return told._replace(name=name, constants=constants)


def _says_the_body(grid: Grid, header: Header, vocabulary: Vocabulary) -> bool:
    """Whether the rows say it themselves, in a column of its own or with the role: "Ketua PPS"."""
    if "badan" in header.at:
        return True
    at = header.at.get("jabatan")
    lines = grid.lines[header.below :]
    cells = [] if at is None else [line.cells[at] for line in lines if at < len(line.cells)]
    return any(vocabulary.split(cell) for cell in cells)


def _body(grid: Grid, header: Header, vocabulary: Vocabulary) -> str | None:
    """The one body that the titles name, else the sheet, else the file; None where several."""
    titles = " ".join(cell for line in header.titles[-_TITLES:] for cell in line.cells)
    for text in (titles, grid.sheet or "", Path(grid.file).stem):
        if named := vocabulary.bodies_in(text):
            return named.pop() if len(named) == 1 else None
    return None
