"""What stands above a row and holds for it: headings of groups, merged cells, cells left empty.

"KECAMATAN BULU" alone in a row holds until the next heading. A merged cell holds for the rows that
it spans. In a sheet without merged cells an empty kecamatan, desa, code or TPS is that of the row
above only where the whole column is written that way: filled at the head of groups. One cell that
was forgotten in a full column is not made up, nor anything in a list of a few rows.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from adhoc_cli.intake.grid import Grid, Line
from adhoc_cli.intake.prepare import Step
from adhoc_cli.intake.repair import is_empty, plain
from adhoc_cli.models.contents import is_ditto
from adhoc_cli.models.vocabulary import Vocabulary
from adhoc_cli.text.lazy import lazy_pattern

# Columns that say where somebody serves or what a row belongs to.
CARRIED = ("kode_wilayah", "kode_kecamatan", "kode_desa", "kecamatan", "desa")
# Columns that say who somebody is: under a merged cell it is another person's, or a second line of
# the same one.
PERSONAL = frozenset({"nama", "nik", "telepon", "alamat", "tanggal_lahir", "peringkat"})
_MOST_CELLS = 4  # of a heading: "KECAMATAN", ":", "BULU"
_LONGEST = 200
_HEADING = lazy_pattern(
    r"(?:(?:[0-9]{1,3}|[IVXLC]{1,6}|[A-Z])\s*[.)]\s*)?"
    r"(?:(?P<body>[A-Z].*?)\s+(?:(?:DI|SE)[\s-]+)?)??"
    r"(?P<level>KECAMATAN|KEC|DISTRIK|DESA\s*/\s*KELURAHAN|DESA\s*/\s*KEL|DESA|DS|KELURAHAN|KEL"
    r"|GAMPONG)\b\.?\s*:?\s*(?P<name>\w.*)",
    re.IGNORECASE,
)
_NUMBER = lazy_pattern(r"(?:[0-9]{1,3}|[IVXLC]{1,6}|[A-Z])\s*[.)]?")  # of a group
_TPS = lazy_pattern(
    r"[\s,-]*\b(?:NO(?:MOR)?\b[\s.]*)?TPS\b[\s.:-]*(?:NO(?:MOR)?\b[\s.:]*)?"
    r"0*(?P<number>[1-9][0-9]{0,2})\b(?:\s*\([^()\d]*\))?[\s,:-]*",
    re.IGNORECASE,
)
_TPS_LABEL = lazy_pattern(r"(?:NO(?:MOR)?\b\.?\s*)?TPS\s*:?", re.IGNORECASE)
_GROUP = lazy_pattern(r"(?:[0-9]{1,3}|[IVXLC]{1,6}|[A-Z])\s*[.)]\s*")
_WITHIN = lazy_pattern(r"[,\s]+(?:KECAMATAN|KEC|DISTRIK)\b\.?\s*:?\s*(?=\w)", re.IGNORECASE)
_LIST_WORDS = lazy_pattern(
    r"(?:(?:DAFTAR|NAMA|DATA|ANGGOTA|CALON|SUSUNAN|REKAP|REKAPITULASI)\s+)+", re.IGNORECASE
)
_TITLE_WORDS = lazy_pattern(
    r"\b(?:ANGGOTA|CALON|PESERTA|PETUGAS|PERSONIL|PENGUMUMAN|HASIL|SELEKSI|WAWANCARA|TERPILIH|LULUS"
    r"|PENETAPAN|PENGANGKATAN|PEMBENTUKAN|LAMPIRAN|BIODATA|DAN|PADA|SE)\b[\s:-]*",
    re.IGNORECASE,
)
_ABOVE = lazy_pattern(r"[,\s]+(?:KABUPATEN|KAB\b\.?|KOTA)\s.*", re.IGNORECASE)
TOTAL = lazy_pattern(r"(?:sub\s*-?\s*)?(?:jumlah|total)\b", re.IGNORECASE)  # below a group
_SUM = lazy_pattern(
    r"(?:sub\s*-?\s*)?(?:jumlah|total)(?:\s+(?:seluruh\w*|keseluruhan|semua\w*|total|akhir|anggota"
    r"|orang|tps|dpt|pemilih|desa|kecamatan))*\s*:?",
    re.IGNORECASE,
)
_COUNT = lazy_pattern(r"[0-9]{1,3}(?:[.,]?[0-9]{3}){0,2}(?:[.,]0)?")
_KECAMATAN_WORDS = ("kec", "dis")


class Heading(NamedTuple):
    """What a heading says; "" for what it does not."""

    body: str = ""
    kecamatan: str = ""
    desa: str = ""
    tps: str = ""


def heading_of(cells: Sequence[str], vocabulary: Vocabulary) -> Heading | None:
    """What a line says where it is nothing but a heading, else None."""
    filled = [cell for cell in cells if cell and not cell.isspace()]
    if len(filled) > _MOST_CELLS or sum(map(len, filled)) > _LONGEST:
        return None
    texts = [text for cell in filled if (text := plain(cell))]
    if not texts:
        return None
    each = [_heading(text, vocabulary) for text in texts]
    found = [one for one in each if one is not None]
    if not found:
        return _heading(" ".join(texts), vocabulary)
    if len(found) < len(texts):
        # "KECAMATAN BULU" beside other cells is the place of a row; behind a number, a heading.
        number, last = " ".join(texts[:-1]), each[-1]
        return last if len(found) == 1 and _NUMBER.fullmatch(number) else None
    return Heading(*(next(filter(None, said), "") for said in zip(*found, strict=True)))


def _heading(text: str, vocabulary: Vocabulary) -> Heading | None:
    bare, tps = _without_tps(_ABOVE.sub("", text))
    match = _HEADING.fullmatch(bare)
    body = None if match is None else _body(match["body"] or "", vocabulary)
    if match is None or body is None:
        return None
    name = match["name"].strip(" :")
    if match["level"].casefold().startswith(_KECAMATAN_WORDS):
        return Heading(body, kecamatan=name, tps=tps)
    desa, *within = _WITHIN.split(name, maxsplit=1)
    return Heading(body, kecamatan=within[0] if within else "", desa=desa, tps=tps)


def _without_tps(text: str) -> tuple[str, str]:
    """A text without its TPS, and the number of that; "" where it names none."""
    found = _TPS.search(text)
    if found is None:
        return text, ""
    return f"{text[: found.start()]} {text[found.end() :]}".strip(), found["number"]


def _body(text: str, vocabulary: Vocabulary) -> str | None:
    """The body that the words of a title name, "" where there are no others; else None."""
    said = _LIST_WORDS.sub("", f"{text} ", count=1).strip()
    bare = _TITLE_WORDS.sub("", said).strip()
    return (vocabulary.body(said) or vocabulary.body(bare)) if bare else ""


def body_alone(cells: Sequence[str], vocabulary: Vocabulary) -> Heading | None:
    """What a line below the header says that is nothing but the name of a body, "B. Sekretariat
    PPK", else None."""
    filled = [cell for cell in cells if cell and not cell.isspace()]
    if len(filled) > 2:  # nearly every line
        return None
    texts = [text for cell in filled if (text := plain(cell))]
    if len(texts) == 2 and _NUMBER.fullmatch(texts[0]):
        texts = texts[1:]
    if len(texts) != 1 or len(texts[0]) > _LONGEST:
        return None
    body = vocabulary.body(_GROUP.sub("", texts[0]))
    return Heading(body) if body else None


def tps_alone(cells: Sequence[str], vocabulary: Vocabulary) -> Heading | None:
    """What a line says that is nothing but a TPS and its body, "KPPS TPS 001", "TPS", ": 1"."""
    texts = [text for cell in cells if (text := plain(cell))]
    if len(texts) == 2 and _NUMBER.fullmatch(texts[0]):
        texts = texts[1:]
    if not texts or not (len(texts) == 1 or _TPS_LABEL.fullmatch(texts[0])):
        return None
    text = " ".join(texts)
    numbered = _GROUP.match(text)
    bare, tps = _without_tps(text[numbered.end() :] if numbered else text)
    body = _body(bare, vocabulary) if tps and len(text) <= _LONGEST else None
    return None if body is None else Heading(body, tps=tps)


def is_sum(cells: Sequence[str]) -> bool:
    """Whether a line says a total and its counts, and nothing else."""
    first, *others = [text for cell in cells if (text := plain(cell))] or [""]
    return _SUM.fullmatch(first) is not None and all(map(_COUNT.fullmatch, others))


@dataclass(frozen=True, slots=True)
class Above:
    """What holds for a row from above: texts by column, the heading's, and whether a line that is
    no heading we know has ended the group. `repeated`: by column the sign (idem, ″) that stands in
    the row for the text above."""

    columns: Mapping[str, str]
    heading: Heading
    broken: int | None
    repeated: Mapping[str, str] = field(default_factory=dict)

    def step(self, column: str, text: str) -> Step:
        """The change of a cell that gets its text from above."""
        sign = self.repeated.get(column)
        return Step("carried", "", text) if sign is None else Step("repeated", sign, text)


NOTHING_ABOVE = Above({}, Heading(), None)


class Groups:
    """Follows the lines of a sheet from top to bottom."""

    def __init__(self, grid: Grid, at: Mapping[str, int], rows: Sequence[Line]) -> None:
        self._grid = grid
        self._at = at
        spanned = {column for (line, column), top in grid.merged.items() if line != top[0]}
        people = _people(rows, at)
        self._grouped = {
            column
            for column in GROUPING
            if column in at and at[column] not in spanned and _is_grouped(people, at[column])
        }
        finest = [column for column in GROUPING if column in self._grouped][-1:]
        self._finest = finest[0] if finest else ""
        self._doubtful = _oversized(people, at[self._finest]) if finest else frozenset[int]()
        self._texts = _texts_of_merged(grid)
        self._kept: dict[str, str] = {}
        self._last: dict[str, str] = {}  # what held in the row above
        self._heading = Heading()
        self._broken: int | None = None
        self._only_desa = False  # said, directly above
        self._said: set[str] = set()  # of TPS and desa, since the last row

    def head(self, heading: Heading) -> None:
        """A heading: a kecamatan ends the desa above it, unless that stands directly above it as
        in a title ("DESA : MUDAL", "KECAMATAN : BULU"); a body stays until another one. A desa
        ends the TPS above it, unless that is the first thing said since the last row."""
        ends = heading.kecamatan and not self._only_desa
        desa = heading.desa if heading.desa or ends else self._heading.desa
        self._only_desa = bool(heading.desa) and not heading.kecamatan
        keeps = not (heading.desa or ends) or self._said == {"tps"}
        self._heading = Heading(
            heading.body or self._heading.body,
            heading.kecamatan or self._heading.kecamatan,
            desa,
            heading.tps or (self._heading.tps if keeps else ""),
        )
        self._said |= {one for one in ("desa", "tps") if getattr(heading, one)}
        self._broken = None
        self._forget()

    def compare(self, name: Heading) -> None:
        """Take in what the name of the sheet says; where the titles say another place or TPS,
        neither holds: one of them was left behind when the sheet was copied."""
        pairs = zip(self._heading[1:], name[1:], strict=True)
        places = (
            "" if said and named and said.casefold() != named.casefold() else named or said
            for said, named in pairs
        )
        self._heading = Heading(name.body or self._heading.body, *places)

    def stop(self, line: int) -> None:
        """A line that is neither row nor heading: what stood above it no longer holds."""
        self._heading = Heading()
        self._only_desa = False
        self._forget()
        self._broken = line

    def _forget(self) -> None:
        self._kept.clear()
        self._last.clear()

    def repeated(self, line: Line) -> dict[str, str]:
        """The signs of a row that say "as above", by the columns that rows are grouped by."""
        told = {column: _cell(line, at) for column, at in self._at.items() if column in GROUPING}
        # Apostrophes alone may be what Excel puts before a text: they are refused, not filled.
        signs = {column: text.strip() for column, text in told.items()}
        return {at: told[at] for at, sign in signs.items() if sign.strip("'") and is_ditto(sign)}

    def above(self, line: Line, repeated: Mapping[str, str]) -> Above:
        """What holds for a row, by the columns in which its own cell is empty; those `repeated`
        are, and hold what the row above does."""
        self._only_desa = False
        self._said.clear()
        own = {column: _cell(line, at) for column, at in self._at.items() if column not in PERSONAL}
        merged = {
            column: text
            for column, at in self._at.items()
            if column in own and not own[column] and (text := self.merged(line, at))
        }
        held = self._carried(line, own, merged, repeated)
        there = {column: text for column in own if (text := own[column] or held.get(column, ""))}
        # Nobody sees whether a sign below a hidden row was written for it or for the row above it.
        self._last = {} if line.number in self._grid.hidden_lines else there
        return Above(held, self._heading, self._broken, repeated)

    def merged_person(self, line: Line) -> str | None:
        """The column of a row that says who somebody is, and lies under the cell of a row above."""
        top = {at: self._grid.merged.get((line.number, at)) for at in self._at.values()}
        return next(
            (
                column
                for column, at in self._at.items()
                if column in PERSONAL and (above := top[at]) and above[0] != line.number
            ),
            None,
        )

    def merged(self, line: Line, at: int) -> str:
        """The text of a cell above that is merged with this one, row by row."""
        top = self._grid.merged.get((line.number, at))
        if top is None or top[0] == line.number or top[1] != at:
            return ""
        return self._texts.get(top, "")

    def _carried(
        self,
        line: Line,
        own: Mapping[str, str],
        merged: Mapping[str, str],
        repeated: Mapping[str, str],
    ) -> dict[str, str]:
        """The texts from above. A place that a row names itself ends all finer ones above it."""
        held = dict(merged)
        for column in (c for c in GROUPING if c in own):
            text = own[column] or merged.get(column, "")
            if text:
                if text != self._kept.get(column) and column in {*CARRIED, *self._grouped}:
                    for finer in GROUPING[GROUPING.index(column) + 1 :]:
                        self._kept.pop(finer, None)
                        self._last.pop(finer, None)
                self._kept[column] = text
            elif column in repeated:
                held |= {column: self._last[column]} if column in self._last else {}
            elif column in self._kept and self._is_filled(column, line):
                held[column] = self._kept[column]
        return held

    def _is_filled(self, column: str, line: Line) -> bool:
        doubtful = column == self._finest and line.number in self._doubtful
        return column in self._grouped and not doubtful


GROUPING = (
    "kegiatan", "tanggal", "badan", "kode_kecamatan", "kecamatan", "kode_desa", "desa",
    "kode_wilayah", "tps",
)  # fmt: skip
_FEW = 6  # rows of a list in which nothing is filled in


def _people(rows: Sequence[Line], at: Mapping[str, int]) -> list[Line]:
    """The lines that are surely rows: no signature, no total, no running numbers of columns."""
    own = [place for column, place in at.items() if column not in GROUPING]
    least = min(2, len(own))
    kept = []
    for line in rows:
        filled = [text for place in own if (text := plain(_cell(line, place)))]
        numbers = all(map(str.isdecimal, filled)) and len(filled) < len(own)
        if filled and len(filled) >= least and not numbers and not TOTAL.match(filled[0]):
            kept.append(line)
    return kept


def _is_grouped(rows: Sequence[Line], at: int) -> bool:
    """Whether a column is filled at the head of groups only: seldom a group of one, and never the
    same text at the head of two neighbours, which is a full column with gaps."""
    heads = [number for number, line in enumerate(rows) if _cell(line, at)]
    if len(rows) < _FEW or not heads or heads[0] or 2 * len(heads) > len(rows):
        return False
    texts = [plain(_cell(rows[number], at)).casefold() for number in heads]
    ones = sum(1 for size in _sizes(heads, len(rows)) if size == 1)
    return 4 * ones <= len(heads) and all(one != two for one, two in pairwise(texts))


def _sizes(heads: Sequence[int], end: int) -> list[int]:
    return [below - head for head, below in pairwise([*heads, end])]


def _oversized(rows: Sequence[Line], at: int) -> frozenset[int]:
    """The lines of groups twice as large as is usual: the head of another may be missing there."""
    heads = [number for number, line in enumerate(rows) if _cell(line, at)]
    sizes = _sizes(heads, len(rows))
    usual = sorted(sizes)[len(sizes) // 2]
    return frozenset(
        rows[number].number
        for head, size in zip(heads, sizes, strict=True)
        if len(heads) > 2 and size >= 2 * usual
        for number in range(head, head + size)
    )


def _texts_of_merged(grid: Grid) -> dict[tuple[int, int], str]:
    """The texts of merged cells, by line and column."""
    tops = set(grid.merged.values())
    lines = {number for number, _ in tops}
    held = {line.number: line for line in grid.lines if line.number in lines}
    return {(number, at): _cell(held[number], at) for number, at in tops if number in held}


def _cell(line: Line, at: int) -> str:
    text = line.cell(at)
    return "" if is_empty(text) else text
