"""Pollution that offices report of tables: headings over columns, seats without anybody, several
people in a row, documents ticked off, codes of BPS, months before days, and what was cut off."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from tests.intake.headers import HEADERS
from tests.polluted.clean import COLUMNS, DATES, ROWS, Type
from tests.polluted.field_cells import NAME_OF, NOBODY
from tests.polluted.lines import HARMLESS, LineKind, RowMake, headed, nothing_meant
from tests.polluted.made import Meant, Part, Spoilt, Traits, clean_cells, clean_parts, record

_OPEN = Traits()
_SAID = Traits(equal="the cell says it, in other words")
_IMPORTED = Traits(harmless=True, whole=True, repairs=True)  # by the doctor, who knows more words
_MAY_STAY = Traits(harmless=True, whole=True)
Cells = list[str]


def _rewritten(
    file: str,
    change: Callable[[Cells, int], Cells],
    touched: Mapping[int, Meant],
    *,
    header: Sequence[str] = (),
    rows: tuple[Mapping[str, str], ...] | None = None,
) -> Spoilt:
    """The file with every row changed, and another header."""
    parts = [Part(record(header or COLUMNS[file]))]
    for number, row in enumerate(ROWS[file]):
        cells = change(list(row.values()), number)
        parts.append(Part(record(cells), (number,), True))
    return Spoilt(parts, touched, rows)


def _every(file: str, column: str, *, true: bool = True) -> dict[int, Meant]:
    """What each row's cell of a column means: its own value, or nothing."""
    return {at: {column: row[column] if true else None} for at, row in enumerate(ROWS[file])}


# -- rows ------------------------------------------------------------------------------------------

_SEAT = frozenset(
    {"badan", "jabatan", "kode_wilayah", "kecamatan", "desa", "tps", "status", "peran"}
)


def _vacant(word: str) -> RowMake:
    """A word in place of the name, and nothing of anybody beside it."""

    def make(file: str, row: int, _: int) -> Spoilt | None:
        if file not in ("anggota", "pemangku"):
            return None
        cells = [text if c in _SEAT else "" for c, text in ROWS[file][row].items()]
        cells[list(COLUMNS[file]).index("nama")] = word
        parts = clean_parts(file)
        parts[row + 1] = Part(record(cells), (row,), True)
        return Spoilt(parts, {row: nothing_meant(file)})

    return make


def _people_in_cells(between: str, numbered: str = "") -> RowMake:
    """Two people in one row: every cell in which they differ holds both."""

    def make(file: str, row: int, _: int) -> Spoilt | None:
        if file not in ("anggota", "pemangku") or row:
            return None
        two = [list(one.values()) for one in ROWS[file][:2]]
        cells = [
            one if one == other else f"{numbered and '1. '}{one}{between}{numbered}{other}"
            for one, other in zip(*two, strict=True)
        ]
        parts = clean_parts(file)
        parts[1:3] = [Part(record(cells), (0, 1), True)]
        return Spoilt(parts, {0: nothing_meant(file), 1: nothing_meant(file)})

    return make


def _again(pattern: str, *, with_nik: bool) -> RowMake:
    """The same person once more, with other titles."""

    def make(file: str, row: int, _: int) -> Spoilt | None:
        if file != "anggota" or ROWS[file][row]["status"] == "mengundurkan diri":
            return None
        copy = dict(ROWS[file][row], nama=pattern.format(ROWS[file][row]["nama"]))
        copy["nik"] = copy["nik"] if with_nik else ""
        last = len(ROWS[file])
        parts = [*clean_parts(file), Part(record(copy.values()), (last,), True)]
        rows = (*ROWS[file], {**copy, "nama": "the same person again"})
        return Spoilt(parts, {last: {"nama": None}, row: dict(ROWS[file][row])}, rows)

    return make


def _cut_in_cell(file: str, row: int, _: int) -> Spoilt | None:
    """The file ends in the middle of its last cell."""
    last = len(ROWS[file]) - 1
    column = list(COLUMNS[file])[-1]
    text = ROWS[file][last][column]
    if row or len(text) < 2:
        return None
    cells = [*clean_cells(file, last)[:-1], text[: len(text) // 2]]
    parts = clean_parts(file)
    parts[-1] = Part(record(cells), (last,), True)
    return Spoilt(parts, {last: {column: None}}, last_newline=False)


# -- stretches of rows -----------------------------------------------------------------------------


def _stretch(one: str, other: str) -> RowMake:
    """Two columns in each other's place from a row on."""

    def make(file: str, row: int, _: int) -> Spoilt | None:
        names = list(COLUMNS[file])
        if file != "anggota":
            return None
        parts, touched = clean_parts(file), dict[int, Meant]()
        at, there = names.index(one), names.index(other)
        for number in range(row, len(ROWS[file])):
            cells = clean_cells(file, number)
            if cells[at] != cells[there]:
                cells[at], cells[there] = cells[there], cells[at]
                parts[number + 1] = Part(record(cells), (number,), True)
                touched[number] = {one: None, other: None}
        return Spoilt(parts, touched) if touched else None

    return make


def _stretch_moved(step: int) -> RowMake:
    """All cells behind the body moved by one from a row on, as a paste in the wrong place does."""

    def make(file: str, row: int, _: int) -> Spoilt | None:
        if file != "anggota":
            return None
        parts, touched = clean_parts(file), dict[int, Meant]()
        for number in range(row, len(ROWS[file])):
            cells = clean_cells(file, number)
            cells = [*cells[:10], *cells[11:], ""] if step < 0 else [*cells[:10], "", *cells[10:-1]]
            parts[number + 1] = Part(record(cells), (number,), True)
            touched[number] = nothing_meant(file)
        return Spoilt(parts, touched)

    return make


# -- whole columns ---------------------------------------------------------------------------------


def _sexes(women: str, men: str) -> RowMake:
    def make(file: str, row: int, at: int) -> Spoilt | None:
        if row or list(COLUMNS[file])[at] != "jenis_kelamin":
            return None
        words = {"P": women, "L": men}

        def change(cells: Cells, _: int) -> Cells:
            return [*cells[:at], words[cells[at]], *cells[at + 1 :]]

        return _rewritten(file, change, _every(file, "jenis_kelamin"))

    return make


def _sex_columns(mark: str, *heads: str) -> RowMake:
    """A column for men and one for women, with a mark in one of them."""

    def make(file: str, row: int, at: int) -> Spoilt | None:
        if row or list(COLUMNS[file])[at] != "jenis_kelamin":
            return None

        def change(cells: Cells, _: int) -> Cells:
            both = [mark or sex if cells[at] == sex else "" for sex in "LP"]
            return [*cells[:at], *both, *cells[at + 1 :]]

        names = list(COLUMNS[file])
        header = [*names[:at], *heads, *names[at + 1 :]]
        return _rewritten(file, change, _every(file, "jenis_kelamin"), header=header)

    return make


_DOCUMENTS = {"nik": "KTP", "pendidikan": "IJAZAH", "nomor_sk": "SK"}


def _documents(*signs: str) -> RowMake:
    """A column that only ticks off what was handed in, under the word for it."""

    def make(file: str, row: int, at: int) -> Spoilt | None:
        column = list(COLUMNS[file])[at]
        if row or file != "anggota" or column not in _DOCUMENTS:
            return None

        def change(cells: Cells, number: int) -> Cells:
            return [*cells[:at], signs[number % len(signs)], *cells[at + 1 :]]

        rows = tuple({**one, column: ""} for one in ROWS[file])
        header = [_DOCUMENTS.get(name, name) if name == column else name for name in COLUMNS[file]]
        return _rewritten(file, change, _every(file, column, true=False), header=header, rows=rows)

    return make


def _births(header: Sequence[str], place: bool) -> RowMake:
    """Place and day of birth in one column, or in two under one heading."""

    def make(file: str, row: int, at: int) -> Spoilt | None:
        if row or list(COLUMNS[file])[at] != "tanggal_lahir":
            return None

        def change(cells: Cells, _: int) -> Cells:
            day = date.fromisoformat(cells[at]).strftime("%d-%m-%Y")
            own = ["Temanggung", day] if place else [f"Temanggung, {day}"]
            return [*cells[:at], *own, *cells[at + 1 :]]

        names = list(COLUMNS[file])
        heads = [*names[:at], *header, *names[at + 1 :]]
        return _rewritten(file, change, _every(file, "tanggal_lahir"), header=heads)

    return make


def _days(pattern: str) -> RowMake:
    """Every day of a column in another spelling."""

    def make(file: str, row: int, at: int) -> Spoilt | None:
        column = list(COLUMNS[file])[at]
        if row or COLUMNS[file][column] not in DATES:
            return None

        def change(cells: Cells, _: int) -> Cells:
            text = date.fromisoformat(cells[at]).strftime(pattern)
            return [*cells[:at], text, *cells[at + 1 :]]

        return _rewritten(file, change, _every(file, column))

    return make


def _bps(file: str, row: int, at: int) -> Spoilt | None:
    """A column of BPS codes; the last one happens to be somebody else's Kemendagri code."""
    column = list(COLUMNS[file])[at]
    desas = [len(one[column]) == 13 for one in ROWS[file]]
    if row or COLUMNS[file][column] is not Type.CODE or sum(desas) < 3:
        return None
    last = max(at for at, is_desa in enumerate(desas) if is_desa)

    def change(cells: Cells, number: int) -> Cells:
        digits = cells[at].replace(".", "")
        code = f"{digits[:6]}0{digits[7:]}" if len(digits) == 10 else f"{digits}0"
        return [*cells[:at], "3323012002" if number == last else code, *cells[at + 1 :]]

    return _rewritten(file, change, _every(file, column, true=False))


def _announced(file: str, row: int, _: int) -> Spoilt | None:
    """An announcement: its words in the notes, and no column for the status."""
    if row or file != "anggota":
        return None
    at = list(COLUMNS[file]).index("status")
    words = ("TERPILIH", "TERPILIH", "PENGGANTI", "TIDAK TERPILIH")
    means = (("aktif", ""), ("aktif", ""), "cadangan", None)

    def change(cells: Cells, number: int) -> Cells:
        return [*cells[:at], *cells[at + 1 : -1], words[number % 4]]

    rows = tuple(
        {**one, "status": "aktif", "keterangan": words[number % 4]}
        for number, one in enumerate(ROWS[file])
    )
    touched = {number: {"status": means[number % 4]} for number in range(len(rows))}
    header = [name for name in COLUMNS[file] if name != "status"]
    return _rewritten(file, change, touched, header=header, rows=rows)


def _field_header(number: int) -> RowMake:
    """A header as offices write it."""

    def make(file: str, row: int, at: int) -> Spoilt | None:
        every = HEADERS.get(list(COLUMNS[file])[at], ())
        if file != "anggota" or number >= len(every):
            return None
        return headed(lambda _: every[number])(file, row, at)

    return make


# -- whole tables ----------------------------------------------------------------------------------


def _side_by_side(file: str, row: int, _: int) -> Spoilt | None:
    """The second half of the rows beside the first, under the same header again."""
    if row:
        return None
    half = (len(ROWS[file]) + 1) // 2
    names = list(COLUMNS[file])
    parts = [Part(record([*names, "", *names]))]
    for number in range(half):
        both = [at for at in (number, number + half) if at < len(ROWS[file])]
        right = clean_cells(file, both[1]) if len(both) > 1 else [""] * len(names)
        parts.append(Part(record([*clean_cells(file, number), "", *right]), tuple(both), True))
    return Spoilt(parts, {at: nothing_meant(file) for at in range(len(ROWS[file]))})


def _recap(file: str, row: int, _: int) -> Spoilt | None:
    """Only a recap: one row a desa with counts, and nobody's name."""
    if row or file not in ("anggota", "tps", "bimtek"):
        return None
    head = ("No", "Kecamatan", "Desa", "Laki-laki", "Perempuan", "Jumlah")
    lines = [
        (n + 1, NAME_OF[one["kode"][:8]], one["nama"], 2, 1, 3)
        for n, one in enumerate(ROWS["desa"])
    ]
    parts = [Part(record(head)), *(Part(record(map(str, one)), (), True) for one in lines)]
    return Spoilt(parts, {}, ({},))


def _headings_above(file: str, row: int, _: int) -> Spoilt | None:
    """Headings over several columns, as a sheet with merged ones is saved as text."""
    if row:
        return None
    width = len(COLUMNS[file])
    above = ["IDENTITAS", *[""] * (width - 1)]
    above[width // 2] = "LAIN-LAIN"
    return Spoilt([Part(record(above)), *clean_parts(file)], {})


def _numbering_below(file: str, row: int, _: int) -> Spoilt | None:
    if row:
        return None
    head, *rows = clean_parts(file)
    numbers = record(str(n + 1) for n in range(len(COLUMNS[file])))
    return Spoilt([head, Part(numbers), *rows], {})


def _joined_files(file: str, row: int, _: int) -> Spoilt | None:
    """Two files pasted together: header and mark of the encoding stand among the rows."""
    if not row:
        return None
    head, *rows = clean_parts(file)
    again = Part(b"\xef\xbb\xbf" + head.raw)
    return Spoilt([head, *rows[:row], again, *rows[row:]], {})


def _in_utf_7(file: str, row: int, _: int) -> Spoilt | None:
    column = "nama"
    if row or column not in COLUMNS[file]:
        return None
    rows = tuple({**one, column: f"{one[column]} é"} for one in ROWS[file])
    parts = [clean_parts(file)[0]]
    parts += [Part(record(one.values()), (at,), True) for at, one in enumerate(rows)]
    touched = {at: nothing_meant(file) for at in range(len(rows))}
    return Spoilt(parts, touched, rows, encoding="utf-7")


_SEXES = {"numbers": ("2", "1"), "pria-wanita": ("Wanita", "Pria"), "pr-wn": ("Wn", "Pr"),
          "lk-pr": ("Pr", "Lk"), "english": ("F", "M"), "signs": ("♀", "♂")}  # fmt: skip
_PASTED = (
    ("alamat", "keterangan"), ("nomor_sk", "keterangan"), ("alamat", "pendidikan"),
    ("divisi", "nomor_sk"), ("nik", "telepon"),
)  # fmt: skip

TABLE_KINDS: Sequence[LineKind] = (
    *(
        LineKind(f"vacant-{word}", _vacant(word), _OPEN)
        for word in (*NOBODY, "null", "N/A", "x", "-", "NN", "none", "0", "")
    ),
    *(
        LineKind(f"people-in-cells-{name}", _people_in_cells(*between), _OPEN)
        for name, between in {
            "lines": ("\n",), "semicolons": ("; ",), "numbers": ("\n", "2. "), "slashes": (" / ",),
        }.items()
    ),
    *(
        LineKind(f"again-{name}", _again(pattern, with_nik=nik), _OPEN)
        for name, pattern, nik in (
            ("titled", "Drs. H. {}, S.Pd.I., M.M.", True), ("untitled", "{}", True),
            ("titled-without-nik", "Hj. {}, A.Md.Keb., S.Tr.Keb.", False),
        )
    ),
    LineKind("cut-in-cell", _cut_in_cell, _OPEN),
    *(LineKind(f"stretch-{one}-{other}", _stretch(one, other), _OPEN) for one, other in _PASTED),
    LineKind("stretch-moved-left", _stretch_moved(-1), _OPEN),
    LineKind("stretch-moved-right", _stretch_moved(1), _OPEN),
    *(
        LineKind(f"sexes-{name}", _sexes(*words), _SAID, each=True)
        for name, words in _SEXES.items()
    ),
    *(
        LineKind(f"sex-columns-{name}", _sex_columns(mark, *heads), _MAY_STAY, each=True,
                 unread=True)
        for name, mark, heads in (
            ("ticks", "√", ("L", "P")), ("letters", "", ("L", "P")), ("ones", "1", ("L", "P")),
            ("crosses", "x", ("LK", "PR")), ("words", "v", ("Laki-laki", "Perempuan")),
        )
    ),
    *(
        LineKind(f"documents-{name}", _documents(*signs), HARMLESS, each=True, unread=True)
        for name, signs in {
            "ticks": ("√", "✓", ""), "words": ("ada", "belum", "sudah"), "letters": ("v", "x", "v"),
            "one": ("✓",),
        }.items()
    ),
    LineKind("birth-in-one", _births(["Tempat, Tanggal Lahir"], place=False), _MAY_STAY, each=True,
             unread=True),
    LineKind("birth-in-two", _births(["TTL", ""], place=True), _MAY_STAY, each=True, unread=True),
    LineKind("birth-in-two-named", _births(["Tempat Lahir", "Tanggal Lahir"], place=True),
             _MAY_STAY, each=True, unread=True),
    *(
        LineKind(f"days-{name}", _days(pattern), _OPEN, each=True)
        for name, pattern in {
            "month-first": "%m/%d/%Y", "month-first-short": "%m/%d/%y", "slashes": "%d/%m/%Y",
            "seconds": "%Y-%m-%d 00:00:00",
        }.items()
    ),
    LineKind("codes-of-bps", _bps, _OPEN, each=True),
    LineKind("announced-in-notes", _announced, _SAID),
    *(
        LineKind(f"header-field-{n}", _field_header(n), _IMPORTED, each=True, rows=False,
                 unread=True)
        for n in range(max(len(every) for column, every in HEADERS.items() if column))
    ),
    LineKind("tables-side-by-side", _side_by_side, Traits(whole=True)),
    LineKind("recap-only", _recap, Traits(whole=True)),
    LineKind("headings-above", _headings_above, _MAY_STAY),
    LineKind("numbers-below-header", _numbering_below, HARMLESS),
    LineKind("files-joined", _joined_files, HARMLESS),
    LineKind("utf-7", _in_utf_7, Traits(whole=True)),
)  # fmt: skip
