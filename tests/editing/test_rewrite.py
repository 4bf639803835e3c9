"""Cells of a CSV changed, and every other byte as it was: compared with Python's own csv module."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Mapping, Sequence

import pytest

from adhoc_cli.editing.rewrite import Edit, Layout
from adhoc_cli.models.rows import Anggota

_COLUMNS = ["nama", "badan", "jabatan", "kode_wilayah", "status", "alasan"]
_WORDS = ["", "Sri", "a,b", 'ia "Sri"', "dua\nbaris", "x;y", "é", "'01"]


def _file(rng: random.Random) -> tuple[bytes, list[list[str]], str]:
    """A file of any dialect that is read, its records, and what separates cells."""
    delimiter, end = rng.choice(",;\t"), rng.choice(["\n", "\r\n"])
    quoting: int = rng.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
    columns = rng.sample([*_COLUMNS, "kolom sendiri"], 7)
    rows = [
        [rng.choice(_WORDS) for _ in columns[:-1]] + ["akhir"] for _ in range(rng.randint(1, 6))
    ]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(  # type: ignore[arg-type]  # a number of the csv module
        [columns, *rows]
    )
    whole = text.getvalue()
    whole = whole.removesuffix(end) if rng.random() < 0.3 else whole
    return rng.choice([b"", b"\xef\xbb\xbf"]) + whole.encode(), [columns, *rows], delimiter


def _read(data: bytes, delimiter: str) -> list[list[str]]:
    text = data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def _lines(rows: Sequence[Sequence[str]]) -> list[int]:
    """The physical line of each row; its cells may hold line breaks."""
    found, line = [], 2
    for row in rows:
        found.append(line)
        line += 1 + sum(cell.count("\n") for cell in row)
    return found


def _edit(rng: random.Random, lines: Sequence[int], columns: Sequence[str]) -> Edit:
    fate = {line: rng.choice(["stay", "change", "go"]) for line in lines}
    names = [*columns, "tanggal_selesai"]

    def cells() -> dict[str, str]:
        return {name: rng.choice(_WORDS) for name in rng.sample(names, rng.randint(1, 3))}

    return Edit(
        {line: cells() for line, what in fate.items() if what == "change"},
        {line for line, what in fate.items() if what == "go"},
        [cells() | {columns[-1]: "akhir"} for _ in range(rng.randint(0, 2))],
    )


def _expected(
    edit: Edit, records: Sequence[Sequence[str]], lines: Sequence[int]
) -> list[list[str]]:
    columns = [*records[0], *(name for name in edit.columns if name not in records[0])]
    rows: list[Mapping[str, str]] = [
        {**dict(zip(records[0], row, strict=True)), **edit.changed.get(line, {})}
        for line, row in zip(lines, records[1:], strict=True)
        if line not in edit.gone
    ]
    return [columns, *([row.get(name, "") for name in columns] for row in (*rows, *edit.new))]


@pytest.mark.parametrize("seed", range(300))
def test_any_edit_of_any_file_gives_what_a_dictionary_gives(seed: int) -> None:
    rng = random.Random(seed)
    data, records, delimiter = _file(rng)
    lines = _lines(records[1:])
    edit = _edit(rng, lines, records[0])
    after = Layout("anggota.csv", data, Anggota).with_edit(edit)
    assert _read(after, delimiter) == _expected(edit, records, lines)
    assert after.startswith(b"\xef\xbb\xbf") == data.startswith(b"\xef\xbb\xbf")
    assert (b"\r\n" in data) == (b"\r\n" in after) or len(records) == 1


def test_only_the_bytes_of_the_cell_change() -> None:
    data = (
        b'\xef\xbb\xbf"nama";badan;"jabatan";kode_wilayah;Kolom Kantor\r\n'
        b"Sri ; PPK;'anggota;33.23.01;\xff\r\n"
        b'"Budi";PPK;"anggota";33.23.01;"a ""b"""\n'
        b"\r\n;;;;\r\n"
    )
    after = Layout("anggota.csv", data, Anggota).with_edit(Edit({3: {"jabatan": "ketua"}}))
    assert after == data.replace(b'"anggota"', b'"ketua"')


def test_a_new_column_leaves_titles_and_empty_lines_alone() -> None:
    data = b"Daftar PPK\n\nnama,badan,jabatan,kode_wilayah\nSri,PPK,ketua,33.23.01\n\nA,B\n"
    after = Layout("anggota.csv", data, Anggota).with_edit(Edit({4: {"alasan": "sakit, lama"}}))
    assert after == (
        b"Daftar PPK\n\nnama,badan,jabatan,kode_wilayah,alasan\n"
        b'Sri,PPK,ketua,33.23.01,"sakit, lama"\n\nA,B,\n'
    )
