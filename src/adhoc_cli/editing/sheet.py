"""The rows of a roster as a workbook shows them, to be changed there and brought back.

A row keeps a key in a hidden column, and how it stood in a hidden sheet: so the workbook may be
sorted, filtered, widened and its columns moved, and what was changed on both sides is found.
"""

import hashlib
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from adhoc_cli.editing.rewrite import layout_of
from adhoc_cli.models.codes import kecamatan_of, within
from adhoc_cli.models.columns import columns_of
from adhoc_cli.models.finding import Finding
from adhoc_cli.models.rows import Anggota
from adhoc_cli.roster.roster import Roster
from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.personal import without_personal
from adhoc_cli.text.unseen import escape

SCHEMA = "adhoc.sheets/1"
SHEET = "anggota"
PERSONAL, MASKED = "data-pribadi", "tanpa-data-pribadi"  # which columns a workbook has
KEY, PLACE, FINDINGS = "adhoc_kunci", "nama_wilayah", "temuan"
# Of the hidden sheet, before the columns of the roster: where a row stands, and its digest.
WHERE = (KEY, "berkas", "baris", "sidik")
# What XML 1.0 has no way to say; a text with it comes back with a visible escape.
_NOT_IN_XML = lazy_pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Cells = Mapping[str, str]


class Row(NamedTuple):
    """A row of a file of members: where it stands, and its cells as a workbook shows them; `place`
    is the code that it names, "" where that cannot be read."""

    file: str
    line: int
    cells: Cells
    place: str


class Part(NamedTuple):
    """What one workbook holds: a place and all within it; "" is the whole roster."""

    code: str
    name: str


@dataclass(frozen=True)
class RosterSheet:
    """One workbook to be written. `batch` names those that are written together, `parts` are all
    of them; `personal` tells whether it has the personal columns."""

    part: Part
    batch: str
    parts: Sequence[Part]
    personal: bool
    columns: Sequence[str]
    rows: Sequence[Row]


def digest(cells: Cells, columns: Sequence[str]) -> str:
    """What tells whether a row is as it was."""
    told = "\x1f".join(cells.get(column, "") for column in columns)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def rows_of(roster: Roster, *, personal: bool) -> Iterator[Row]:
    """The rows of all files of members that are read as rows, accepted or not.

    Without `personal` their personal columns are left out, and what is personal elsewhere masked.
    Raises `ImportRefused` where a file changed since it was read.
    """
    members = roster.members
    places = members["kode_wilayah"]
    for at, file in enumerate(members.files):
        layout = layout_of(roster, file.name)
        for row in (members.file == at).nonzero()[0].tolist():
            line = int(members.line[row])
            cells = _shown(layout.row(line), personal=personal)
            yield Row(file.name, line, cells, places.value(row) or "")


def _shown(cells: Cells, *, personal: bool) -> Cells:
    specs = columns_of(Anggota)
    kept = {
        column: _NOT_IN_XML.sub(lambda match: escape(match[0]), text.replace("\r\n", "\n"))
        for column, text in cells.items()
        if personal or column not in specs or specs[column].privacy is None
    }
    if personal:
        return kept
    return {column: without_personal(text) for column, text in kept.items()}


def sheets_of(rows: Sequence[Row], parts: Sequence[Part], *, personal: bool) -> list[RosterSheet]:
    """A workbook for each part; those without a row are left out."""
    columns = [*dict.fromkeys(name for row in rows for name in row.cells)]
    batch = secrets.token_hex(8)
    made = [(part, [row for row in rows if _is_in(row, part)]) for part in parts]
    filled = [part for part, found in made if found]
    return [
        RosterSheet(part, batch, filled, personal, columns, found) for part, found in made if found
    ]


def kecamatan_parts(roster: Roster, region: str | None) -> list[Part]:
    """The kecamatan that are, or lie in, a region."""
    level = roster.places.kecamatan
    inside = None if region is None else kecamatan_of(region)
    both = zip(level.codes, level.names, strict=True)
    return [Part(code, name) for code, name in both if within(code, inside)]


def _is_in(row: Row, part: Part) -> bool:
    return not part.code or (bool(row.place) and within(row.place, part.code))


def findings_by_row(findings: Sequence[Finding]) -> dict[tuple[str, int], list[Finding]]:
    """The findings that are about a row, by its file and line."""
    found: dict[tuple[str, int], list[Finding]] = {}
    for one in findings:
        if one.file is not None and one.line is not None:
            found.setdefault((one.file, one.line), []).append(one)
    return found
