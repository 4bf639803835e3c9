"""Who stands in the target or in a row above already: a NIK in the same seat or active in the same
body, else a name.

A NIK in another body is no reason to refuse a row: the two may follow each other, and `adhoc check`
tells those that do not (D602).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from adhoc_cli.intake.repair import CellDoctor, plain
from adhoc_cli.intake.result import Existing, Fault
from adhoc_cli.models.codes import dotted_at_any_level
from adhoc_cli.models.columns import Privacy, RowModel, columns_of
from adhoc_cli.models.finding import Personal, Region
from adhoc_cli.models.names import name_key
from adhoc_cli.models.rows import Anggota, Bimtek
from adhoc_cli.models.vocabulary import Vocabulary
from adhoc_cli.places.names import PlaceNames

Key = tuple[str, ...]
Where = tuple[str, int]  # the file, with its sheet, and the line
_NAMED = ("nama", "badan", "kode_wilayah")
_CODES = frozenset({"kode", "kode_desa", "kode_wilayah"})
_READ = frozenset({"peran", "tanggal", "nomor", "status"})
_ACTIVE = frozenset({"", "aktif"})  # an empty status is that of somebody who serves


def _key_columns(model: type[RowModel]) -> tuple[str, ...]:
    """What makes two rows of a kind the same: the code of a place, else what every row must have.
    Of a member's and a participant's row the name comes in where one of them has no NIK."""
    if model.kind.names_places:
        return (model.kind.code_column,)
    required = (name for name, spec in columns_of(model).items() if spec.required)
    return () if model is Anggota else tuple(required)


class _Seat(NamedTuple):
    """Where a person stands."""

    where: Where
    body: str
    place: str
    active: bool

    def is_taken_by(self, other: _Seat) -> bool:
        """Whether `other` is the same seat, or one more in a body that has room for one."""
        if other.body != self.body:
            return False
        return self.place == other.place or (self.active and other.active)


class Already:
    """The rows that there are, to compare new ones with. `places` gives their names."""

    def __init__(
        self, model: type[RowModel], words: Vocabulary, places: PlaceNames | None = None
    ) -> None:
        self._model, self._words, self._places = model, words, places
        self._key = _key_columns(model)
        specs = columns_of(model)
        self._doctors = {
            column: CellDoctor(specs[column], words) for column in _READ & specs.keys()
        }
        self._with_nik: dict[Key, list[_Seat]] = {}
        self._without_nik: dict[Key, Where] = {}
        self._named: dict[Key, Where] = {}

    def hold(self, name: str, rows: Existing) -> None:
        """Hold the rows of a target of this name."""
        for line, cells in rows.rows():
            self.take(self._canonical(cells), (name, line))

    def fault(self, row: Mapping[str, str]) -> Fault | None:
        """Why a row is not to be written once more, or None."""
        key = self._key_of(row)
        if self._model not in (Anggota, Bimtek):
            return self._there(self._named.get(key), "already_row")
        named = self._name_of(row)
        nik = row.get("nik", "")
        if not nik:
            return self._there(self._named.get((*key, *named)), "already_name")
        if fault := self._of_nik(row, nik, self._with_nik.get((*key, nik), [])):
            return fault
        return self._there(self._without_nik.get((*key, *named)), "already_name")

    def _of_nik(self, row: Mapping[str, str], nik: str, seats: list[_Seat]) -> Fault | None:
        """The fault of a person who is there by NIK: of a member, where it is no seat beside."""
        shown = Personal(nik, Privacy.NIK)
        if self._model is Bimtek:
            return self._there(seats[0].where if seats else None, "already_nik", nik=shown)
        new = _seat_of(row, ("", 0))
        taken = next((seat for seat in seats if seat.is_taken_by(new)), None)
        if taken is None:
            return None
        params = {"nik": shown, "body": taken.body, "place": self._region(taken.place)}
        return self._there(taken.where, "already_member", **params)

    def _region(self, code: str) -> Region:
        return Region(code, "") if self._places is None else self._places.region(code)

    def _there(self, where: Where | None, key: str, **params: object) -> Fault | None:
        if where is None:
            return None
        return Fault(key, {"file": where[0], "line": where[1], **params})

    def take(self, row: Mapping[str, str], where: Where) -> None:
        """Hold one row, as the models read it."""
        key = self._key_of(row)
        if self._model not in (Anggota, Bimtek):
            self._named.setdefault(key, where)
            return
        named = self._name_of(row)
        if any(named[:1]):
            self._named.setdefault((*key, *named), where)
        if nik := row.get("nik", ""):
            self._with_nik.setdefault((*key, nik), []).append(_seat_of(row, where))
        elif any(named[:1]):
            self._without_nik.setdefault((*key, *named), where)

    def _key_of(self, row: Mapping[str, str]) -> Key:
        return tuple(self._value(row, column) for column in self._key)

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
            row[column] = dotted_at_any_level(text) or text
        if "nik" in row:
            row["nik"] = row["nik"].removeprefix("'")
        if self._model is Anggota and (split := self._words.split(row.get("jabatan", ""))):
            row["badan"] = row.get("badan") or split[1]
        if body := self._words.body(row.get("badan", "")):
            row["badan"] = body
        for column in self._doctors.keys() & row.keys():
            row[column] = self._doctors[column].fixed(row[column]).text
        return row


def _seat_of(row: Mapping[str, str], where: Where) -> _Seat:
    active = row.get("status", "") in _ACTIVE
    return _Seat(where, row.get("badan", ""), row.get("kode_wilayah", ""), active)
