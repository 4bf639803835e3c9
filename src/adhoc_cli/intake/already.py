"""Who stands in the target already: by NIK, else by name, body and place."""

from __future__ import annotations

from collections.abc import Mapping

from adhoc_cli.intake.repair import CellDoctor, plain
from adhoc_cli.intake.result import Existing, Fault
from adhoc_cli.models.codes import dotted
from adhoc_cli.models.columns import Privacy, RowModel, columns_of
from adhoc_cli.models.finding import Personal
from adhoc_cli.models.names import name_key
from adhoc_cli.models.rows import Anggota, Bimtek, Desa, Kecamatan, Pemangku, Tps
from adhoc_cli.models.vocabulary import Vocabulary

Key = tuple[str, ...]
# What makes two rows of a kind the same; of a member's and a participant's row the name comes in
# where one of them has no NIK.
_KEYS: Mapping[type[RowModel], tuple[str, ...]] = {
    Kecamatan: ("kode",),
    Desa: ("kode",),
    Tps: ("kode_desa", "nomor"),
    Pemangku: ("kode_wilayah", "peran", "nama"),
    Bimtek: ("kegiatan", "tanggal"),
    Anggota: (),
}
_NAMED = ("nama", "badan", "kode_wilayah")
_CODES = frozenset({"kode", "kode_desa", "kode_wilayah"})


class Already:
    """The rows of a target, to compare new ones with."""

    def __init__(self, model: type[RowModel], name: str, rows: Existing, words: Vocabulary) -> None:
        self._model, self._name, self._words = model, name, words
        self._with_nik: dict[Key, int] = {}
        self._without_nik: dict[Key, int] = {}
        self._named: dict[Key, int] = {}
        for line, cells in rows.rows():
            self._take(self._canonical(cells), line)

    def fault(self, row: Mapping[str, str]) -> Fault | None:
        """Why a row is not to be written once more, or None."""
        key = tuple(self._value(row, column) for column in _KEYS[self._model])
        if self._model not in (Anggota, Bimtek):
            return self._there(self._named.get(key), "already_row")
        named = self._name_of(row)
        nik = row.get("nik", "")
        if not nik:
            return self._there(self._named.get((*key, *named)), "already_name")
        if (line := self._with_nik.get((*key, nik))) is not None:
            return self._there(line, "already_nik", nik=Personal(nik, Privacy.NIK))
        return self._there(self._without_nik.get((*key, *named)), "already_name")

    def _there(self, line: int | None, key: str, **params: object) -> Fault | None:
        return None if line is None else Fault(key, {"file": self._name, "line": line, **params})

    def _take(self, row: Mapping[str, str], line: int) -> None:
        key = tuple(self._value(row, column) for column in _KEYS[self._model])
        if self._model not in (Anggota, Bimtek):
            self._named.setdefault(key, line)
            return
        named = self._name_of(row)
        if any(named[:1]):
            self._named.setdefault((*key, *named), line)
        if nik := row.get("nik", ""):
            self._with_nik.setdefault((*key, nik), line)
        elif any(named[:1]):
            self._without_nik.setdefault((*key, *named), line)

    def _name_of(self, row: Mapping[str, str]) -> Key:
        return tuple(self._value(row, column) for column in _NAMED)

    @staticmethod
    def _value(row: Mapping[str, str], column: str) -> str:
        text = row.get(column, "")
        return name_key(text) if column == "nama" else text

    def _canonical(self, cells: Mapping[str, str]) -> dict[str, str]:
        """The cells of a row of the target as the models read them."""
        row = {column: plain(text) for column, text in cells.items()}
        for column in _CODES & row.keys():
            text = row[column].removeprefix("'")
            row[column] = dotted(text) or text
        if "nik" in row:
            row["nik"] = row["nik"].removeprefix("'")
        if self._model is Anggota and (split := self._words.split(row.get("jabatan", ""))):
            row["badan"] = row.get("badan") or split[1]
        if body := self._words.body(row.get("badan", "")):
            row["badan"] = body
        specs = columns_of(self._model)
        for column in {"peran", "tanggal", "nomor"} & row.keys() & specs.keys():
            row[column] = CellDoctor(specs[column], self._words).fixed(row[column]).text
        return row
