"""Headers as offices write them: "NIK KTP", "HP/WA", "Nama Lengkap (dengan gelar)".

What stands in brackets, behind a slash or "&", and words that only say whose it is or how it is
written are left out, until a header is left that is known. Parts that mean two columns mean none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from adhoc_cli.models.spelling import header_key
from adhoc_cli.text.lazy import lazy_pattern

_LONGEST = 200  # letters; every run of its words is looked up, and no longer text is a header
_BRACKETS = lazy_pattern(r"[(\[{][^)\]}]*[)\]}]?")
_PARTS = lazy_pattern(r"[/&|,;+]|\b(?:dan|atau|and|or)\b", re.IGNORECASE)
_PLACE_OF_LIVING = lazy_pattern(r"\btempat tinggal\b", re.IGNORECASE)
_NO = lazy_pattern(r"\bno\b", re.IGNORECASE)
# "Status KTP" and "Kode Peserta" are none of ours.
_ALONE = frozenset({"status", "kode", "kode_wilayah", "kode_desa", "kode_kecamatan"})
_WORD = lazy_pattern(r"[^\W_]+(?:['’-][^\W_]+)*")
# Words that say whose it is, or how it is written; none of them names another column.
_BESIDE = lazy_pattern(
    r"lengkap|ktp|e|el|sesuai|menurut|berdasarkan|dalam|di|pada|sebagai|dengan|tanpa|gelar|yang|ybs"
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
    found = _meant_by(cell, words) if len(cell) <= _LONGEST else None
    return None if found in PLACES and _LIVING.search(cell) else found


def says_duty(cell: str) -> bool:
    """Whether a header says that it is about where somebody serves: "Desa Tugas"."""
    return _DUTY.search(cell) is not None


def _meant_by(cell: str, words: Mapping[str, str]) -> str | None:
    whole = _PLACE_OF_LIVING.sub("tinggal", _BRACKETS.sub(" ", cell))
    if found := _one(whole, words):
        return found
    parts = {found for part in _PARTS.split(whole) if (found := _one(part, words))}
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
    found = words.get(header_key(text))
    return found or (words.get(header_key(_NO.sub("nomor", text))) if _NO.search(text) else None)
