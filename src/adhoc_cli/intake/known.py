"""The headers that are known of a kind of file, and what others mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from adhoc_cli.intake.header_words import meant_by
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.models.columns import RowModel, columns_of, headers_of
from adhoc_cli.models.place_rows import Desa, Tps
from adhoc_cli.models.rows import MODELS, Anggota, Bimtek, Pemangku
from adhoc_cli.models.spelling import header_key
from adhoc_cli.text.nearest import nearest

# Helper columns that tell a place by name. They are written only where the model has them.
KECAMATAN, DESA = "kecamatan", "desa"
_HELPERS: Mapping[type[RowModel], tuple[str, ...]] = {
    Desa: (KECAMATAN,),
    Tps: (KECAMATAN, DESA),
    Bimtek: (KECAMATAN, DESA),
    Pemangku: (KECAMATAN, DESA),
}
# Headers of real files that say more than the column: a place and a day of birth.
_MORE: Mapping[type[RowModel], Mapping[str, str]] = {
    Anggota: dict.fromkeys(
        ("tempattgllahir", "tempattanggallahir", "tempatdantanggallahir", "tempatdantgllahir",
         "ttl", "kelahiran"),
        "tanggal_lahir",
    ),
}  # fmt: skip
# Columns without which a sheet is none of this kind; the others may come from elsewhere.
_NEEDED: Mapping[type[RowModel], tuple[str, ...]] = {
    Anggota: ("nama", "jabatan"),
    Bimtek: ("kegiatan", "tanggal"),
    Pemangku: ("peran", "nama"),
    Tps: ("nomor",),
}
_OWN_PREFIX = "ditolak"  # columns of the file of rejected rows: where a row came from, and why
NUMBERING = "no"  # of the rows of a sheet; a real column where no other one claims its place
_LONGEST = 60


class Known:
    """The headers that a kind of file knows, and those that the operator asked to be read so.

    `asked` and `saved` map a header to a column, or to "" or "-" for one that is not to be read;
    `given` are the columns of a sheet without a header, in order.
    Raises `ImportRefused` for a column that the kind does not have.
    """

    def __init__(
        self,
        model: type[RowModel],
        asked: Mapping[str, str] | None = None,
        saved: Mapping[str, str] | None = None,
        given: Sequence[str] = (),
    ) -> None:
        self.model = model
        self.columns = (*columns_of(model), *_HELPERS.get(model, ()))
        self._asked = self._mapping(asked or {}, "--map")
        ours = {cell: text for cell, text in (saved or {}).items() if not self._is_of_others(text)}
        self._saved = self._mapping(ours, "adhoc.toml")
        anggota = headers_of(Anggota)
        helpers = {k: name for k, name in anggota.items() if name in _HELPERS.get(model, ())}
        self._words = {**helpers, **_MORE.get(model, {}), **headers_of(model)}
        self._read: dict[str, str | None] = {}
        self.given = [self._column(text, "--columns") for text in given]
        self.used: set[str] = set()

    def _is_of_others(self, text: str) -> bool:
        """Whether only other kinds have this column: a saved mapping serves files of every kind."""
        key = header_key(text)
        if any(header_key(column) == key for column in self.columns):
            return False
        return any(
            header_key(name) == key for model in MODELS.values() for name in columns_of(model)
        )

    def _mapping(self, mapping: Mapping[str, str], origin: str) -> dict[str, str | None]:
        return {header_key(cell): self._column(text, origin) for cell, text in mapping.items()}

    def _column(self, text: str, origin: str) -> str | None:
        if text.strip() in ("", "-"):
            return None
        by_key = {header_key(column): column for column in self.columns}
        column = by_key.get(header_key(text))
        if column is None:
            near = nearest(text, self.columns) or ""
            columns = ", ".join(self.columns)
            params = {"column": text, "nearest": near, "columns": columns}
            raise ImportRefused("map_column", origin=origin, **params)
        return column

    def of(self, cell: str) -> tuple[str | None, str]:
        """The column of a header, and how it is known (`result.Mapped.how`)."""
        key = header_key(cell)
        if key in self._asked:
            self.used.add(key)
            return self._asked[key], "asked" if self._asked[key] else "ignored"
        if key in self._saved:
            return self._saved[key], "saved" if self._saved[key] else "ignored"
        if cell.casefold().startswith(_OWN_PREFIX + "_"):
            return None, "ignored"
        if key not in self._read:
            self._read[key] = self._words.get(key) or meant_by(cell, self._words)
        column = self._read[key]
        how = "unknown" if column is None else "same" if key == header_key(column) else "synonym"
        return column, how

    def is_plain_header(self, cell: str) -> bool:
        """Whether a cell is a header as it is listed, or that of a running number."""
        if len(cell) > _LONGEST:
            return False
        key = header_key(cell)
        return key in self._words or key in self._asked or key in self._saved or key == NUMBERING

    def is_header(self, cell: str) -> bool:
        """Whether a cell is a header that means a column, or that of a running number."""
        if len(cell) > _LONGEST:
            return False
        return header_key(cell) == NUMBERING or self.of(cell)[0] is not None

    def is_told(self, cell: str) -> bool:
        """Whether the operator has said how this header is to be read."""
        key = header_key(cell)
        return key in self._asked or key in self._saved

    def refuse_unused(self, asked: Mapping[str, str], headers: Sequence[str]) -> None:
        """Raise `ImportRefused` for a header of `asked` that no sheet had."""
        for cell in asked:
            if header_key(cell) not in self.used:
                near = nearest(cell, headers) or ""
                raise ImportRefused("map_header", header=cell, nearest=near)


def needed_of(model: type[RowModel]) -> tuple[str, ...]:
    """The columns without which a sheet is none of this kind."""
    return _NEEDED.get(model, ("nama",))
