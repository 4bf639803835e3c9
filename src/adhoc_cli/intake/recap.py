"""A recap: a list of counts, one row a kecamatan or desa. It is nobody's list, and refused as such.

Its header may name columns that a roster has ("KECAMATAN", "PPK"), and none that it needs.
"""

import re
from collections.abc import Mapping, Sequence

from adhoc_cli.intake.grid import Grid, Line
from adhoc_cli.intake.groups import TOTAL
from adhoc_cli.intake.repair import plain
from adhoc_cli.models.columns import RowModel
from adhoc_cli.models.place_rows import Tps
from adhoc_cli.text.lazy import lazy_pattern

_FEW = 2  # rows that are no recap yet
_DEEPEST = 400  # lines that are looked at
_COUNT = lazy_pattern(r"[0-9]{1,3}(?:[.,]?[0-9]{3})?(?:\.0)?|[0-9]{1,3}(?:[.,][0-9]+)?\s*%")
_NUMBERING = lazy_pattern(r"(?:[0-9]{1,3}|[IVXLC]{1,6}|[A-Z])[.)]?")
_TEXT = lazy_pattern(r".*[^\W\d_].*|[0-9]{2}(?:\.?[0-9]{2}){1,2}(?:\.?[0-9]{4})?", re.DOTALL)
_COUNTED = lazy_pattern(
    r"\b(?:JUMLAH|JML|TOTAL|REKAP\w*|KEKURANGAN|TERISI|KOSONG)\b", re.IGNORECASE
)
_PLACE = lazy_pattern(
    r"\b(?:KECAMATAN|KEC|DISTRIK|DESA|KELURAHAN|KEL|WILAYAH|KABUPATEN|DAPIL)\b", re.IGNORECASE
)
_NAME = lazy_pattern(r"NAMA(?:\s+(?:LENGKAP|ANGGOTA|PETUGAS))?", re.IGNORECASE)
_MOST_TEXTS = 2  # kecamatan and desa


def refuse_recap(grid: Grid, kind: str) -> None:
    """Raise `ImportRefused` where `grid`, which has no header that is needed, holds counts."""
    lines = [line for line in grid.lines[:_DEEPEST] if line.fault is None]
    counted = [at for at, line in enumerate(lines) if _counts(line)]
    if len(counted) <= _FEW:
        return
    head = [plain(cell) for line in lines[: counted[0]] for cell in line.cells]
    below = [line for line in lines[counted[0] :] if not TOTAL.match(_first(line))]
    rows = [line for line in below if _counts(line)]
    named = [_NAME.fullmatch(cell) for cell in head]
    about = any(map(_COUNTED.search, head)) or (any(map(_PLACE.search, head)) and not any(named))
    distinct = len({_place(line) for line in rows}) == len(rows)
    if about and distinct and 4 * len(rows) >= 3 * len(below):
        raise grid.refused("recap_counts", count=len(rows), kind=kind)


def _counts(line: Line) -> bool:
    """Whether a line says a place and counts, and nothing else."""
    filled = [text for cell in line.cells if (text := plain(cell))]
    if filled and _NUMBERING.fullmatch(filled[0]):
        filled = filled[1:]
    texts = [text for text in filled if not _COUNT.fullmatch(text)]
    is_place = 0 < len(texts) <= _MOST_TEXTS and all(map(_TEXT.fullmatch, texts))
    return is_place and len(texts) < len(filled) and filled[: len(texts)] == texts


def _place(line: Line) -> tuple[str, ...]:
    """The texts of a line: its kecamatan and desa."""
    return tuple(text for cell in line.cells if not _COUNT.fullmatch(text := plain(cell)))


def _first(line: Line) -> str:
    return next((text for cell in line.cells if (text := plain(cell))), "")


def refuse_counts(
    model: type[RowModel], found: Sequence[tuple[Grid, Sequence[Mapping[str, str]]]]
) -> None:
    """Raise `ImportRefused` for a recap that was read as TPS: one row a desa, and most "numbers"
    above 1, where a list of TPS has a 1 in each desa."""
    for grid, rows in found:
        desa = [row["kode_desa"] for row in rows] if model is Tps else []
        above = sum(1 for row in rows if row.get("nomor") != "1")
        if len(desa) > _FEW and len(set(desa)) == len(desa) and 2 * above > len(desa):
            raise grid.refused("recap", count=len(desa))
