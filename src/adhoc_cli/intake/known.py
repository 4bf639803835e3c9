"""The headers that are known of a kind of file, and what others mean.

Offices write "NIK KTP", "HP/WA", "Nama Lengkap (dengan gelar)". What stands in brackets, behind a
slash or "&", and words that only say whose it is or how it is written are left out, until a header
is left that is known. Parts that mean two columns mean none.
"""

import re
from collections.abc import Mapping, Sequence

from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.models.columns import RowModel, columns_of, headers_of
from adhoc_cli.models.rows import MODELS, Anggota
from adhoc_cli.models.spelling import header_key
from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.nearest import nearest

_MOST_LETTERS = 200  # letters; every run of its words is looked up, and no longer text is a header
_BRACKETS = lazy_pattern(r"[(\[{][^)\]}]*[)\]}]?")
_PARTS = lazy_pattern(r"[/&|,;+]|\b(?:dan|atau|and|or)\b", re.IGNORECASE)
_PLACE_OF_LIVING = lazy_pattern(r"\btempat tinggal\b", re.IGNORECASE)
_SHORT = lazy_pattern(r"\b(?:no|tgl)\b", re.IGNORECASE)
_LONG = {"no": "nomor", "tgl": "tanggal"}
# "Status KTP" and "Kode Peserta" are none of ours.
_ALONE = frozenset({"status", "kode", "kode_wilayah", "kode_desa", "kode_kecamatan"})
_WORD = lazy_pattern(r"[^\W_]+(?:['’-][^\W_]+)*")
# Words that say whose it is, or how it is written; none of them names another column.
_BESIDE = lazy_pattern(
    r"lengkap|ktp|ktp-el|e-ktp|e|el|sesuai|menurut|berdasarkan|dalam|di|pada|sebagai|dengan|tanpa|gelar|yang|ybs"
    r"|bersangkutan|pps|ppk|kpps|pantarlih|panitia|kelompok|pemungutan|suara|sekretariat|adhoc|ad"
    r"|hoc|anggota|calon|peserta|petugas"
    r"|penyelenggara|personil|pendaftar|terakhir|rumah|tinggal|saat|ini|sekarang|aktif"
    r"|seluler|selular|handphone|ponsel|pribadi|nomor|no|nomer|dihubungi|bisa|dapat|huruf|kapital"
    r"|wajib|diisi|pemilu|pilkada|digit|angka|asli|domisili|kependudukan|pengangkatan|penetapan"
    r"|pelantikan|jenjang|strata|tingkat|dibidangi|diampu|seleksi|hasil|tugas|bertugas"
    r"|penugasan|penempatan",
    re.IGNORECASE,
)
# A place where somebody lives is not the one where they serve.
_LIVING = lazy_pattern(
    r"\b(?:ktp|kk|domisili|(?:tempat )?tinggal|rumah|asal|alamat)\b", re.IGNORECASE
)
_DUTY = lazy_pattern(r"\b(?:(?:ber)?tugas|penugasan|penempatan|kerja)\b", re.IGNORECASE)
PLACES = frozenset({"kode_wilayah", "kode_desa", "kode_kecamatan", "desa", "kecamatan"})


def meant_by(cell: str, words: Mapping[str, str]) -> str | None:
    """The column that a header means which `words` (key to column) do not know, or None."""
    found = _meant_by(cell, words) if len(cell) <= _MOST_LETTERS else None
    return None if found in PLACES and _LIVING.search(cell) else found


def says_duty(cell: str) -> bool:
    """Whether a header says that it is about where somebody serves: "Desa Tugas"."""
    return _DUTY.search(cell) is not None


def _meant_by(cell: str, words: Mapping[str, str]) -> str | None:
    whole = _PLACE_OF_LIVING.sub("tinggal", _BRACKETS.sub(" ", cell))
    if found := _one(whole, words):
        return found
    parts = {found for part in _PARTS.split(whole) if (found := _one(part, words))}
    if parts == {"jabatan", "divisi"}:
        return "jabatan"  # whose cells name both
    return parts.pop() if len(parts) == 1 else None


def _one(text: str, words: Mapping[str, str]) -> str | None:
    """The column of one part: as it stands, or without the words beside it."""
    tokens = _WORD.findall(text)
    telling = [at for at, token in enumerate(tokens) if not _BESIDE.fullmatch(token)]
    for size in range(len(tokens), 0, -1):
        for start in range(len(tokens) - size + 1):
            if telling and not start <= telling[0] <= telling[-1] < start + size:
                continue  # a word that tells something would be left out
            column = _column(" ".join(tokens[start : start + size]), words)
            if column and not (size < len(tokens) and column in _ALONE):
                return column
    return None


def _column(text: str, words: Mapping[str, str]) -> str | None:
    if (found := words.get(header_key(text))) or not _SHORT.search(text):
        return found
    return words.get(header_key(_SHORT.sub(lambda word: _LONG[word[0].casefold()], text)))


# -- the headers of a kind of file -----------------------------------------------------------------

# Helper columns that tell a place by name, written only where the model has them: both, but for the
# lists of places.
KECAMATAN, DESA = "kecamatan", "desa"
_HELPERS: Mapping[str, tuple[str, ...]] = {"kecamatan": (), "desa": (KECAMATAN,)}
# Headers of real files that say more than the column: a place and a day of birth.
_MORE: Mapping[type[RowModel], Mapping[str, str]] = {
    Anggota: dict.fromkeys(
        ("tempattgllahir", "tempattanggallahir", "tempatdantanggallahir", "tempatdantgllahir",
         "ttl", "kelahiran"),
        "tanggal_lahir",
    ),
}  # fmt: skip
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
        helpers = _helpers_of(model)
        self.columns = (*columns_of(model), *helpers)
        self._asked = self._mapping(asked or {}, "--map")
        ours = {cell: text for cell, text in (saved or {}).items() if not self._is_of_others(text)}
        self._saved = self._mapping(ours, "adhoc.toml")
        anggota = headers_of(Anggota)
        places = {key: name for key, name in anggota.items() if name in helpers}
        self._words = {**places, **_MORE.get(model, {}), **headers_of(model)}
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
    """The columns without which a sheet is none of this kind: those that a row must have, but for
    its place and its body, which may come from elsewhere."""
    return tuple(
        name
        for name, spec in columns_of(model).items()
        if spec.required and name not in (model.kind.code_column, "badan")
    )


def _helpers_of(model: type[RowModel]) -> tuple[str, ...]:
    """The helper columns of a kind, where it has none of this name itself."""
    names = _HELPERS.get(model.kind.lists or "", (KECAMATAN, DESA))
    return tuple(name for name in names if name not in columns_of(model))
