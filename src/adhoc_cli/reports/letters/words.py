"""Words that letters are filled in with: reasons, notes, days and places."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from adhoc_cli.reports.candidates import Note, Why
from adhoc_cli.reports.persons import Post
from adhoc_cli.text.words import Lang, Words

SKIP_WORDS: Mapping[Why, Words] = {
    Why.NO_RANK: Words("peringkatnya tidak tertulis", "no rank is written"),
    Why.EXCLUDED: Words("berstatus {status}", "status: {status}"),
    Why.SEATED: Words("sudah bertugas di {post}", "already serves in {post}"),
    Why.REPEATED: Words(
        "tercantum lebih dari sekali dalam daftar ini", "stands on this list more than once"
    ),
    Why.PROPOSED: Words("sudah diusulkan untuk {post}", "already proposed for {post}"),
    Why.UNDER_AGE: Words(
        "berumur {number} tahun pada hari pemungutan suara", "aged {number} on voting day"
    ),
    Why.UNREACHABLE: Words(
        "tidak ada nomor telepon untuk dihubungi", "no phone number to be reached at"
    ),
}
NOTE_WORDS: Mapping[Note, Words] = {
    Note.NO_NIK: Words(
        "tanpa NIK: kedudukan di badan lain belum dapat diperiksa",
        "no NIK: seats in other bodies could not be checked",
    ),
    Note.PERHAPS_SEATED: Words(
        "nama dan tanggal lahir yang sama bertugas di {post}: pastikan orangnya berbeda",
        "the same name and birth date serves in {post}: make sure it is somebody else",
    ),
    Note.AGE_UNKNOWN: Words(
        "umur belum dapat diperiksa: tanggal lahir tidak terbaca",
        "age unchecked: no birth date that can be read",
    ),
    Note.UNDER_AGE_TODAY: Words(
        "kini berumur {number} tahun, cukup umur pada hari pemungutan suara",
        "aged {number} today, old enough on voting day",
    ),
    Note.OVER_AGE: Words(
        "berumur {number} tahun pada hari pemungutan suara, di atas yang diutamakan",
        "aged {number} on voting day, above the age that is preferred",
    ),
    Note.PHONE_UNREADABLE: Words(
        "nomor teleponnya bukan nomor ponsel", "the phone number is no mobile number"
    ),
    Note.PHONE_UNKNOWN: Words(
        "daftar tidak memuat kolom telepon", "the roster has no column for phone numbers"
    ),
}
_MONTHS = (
    "Januari January|Februari February|Maret March|April April|Mei May|Juni June|Juli July|"
    "Agustus August|September September|Oktober October|November November|Desember December"
)
_DAYS = (
    "Senin Monday|Selasa Tuesday|Rabu Wednesday|Kamis Thursday|Jumat Friday|Sabtu Saturday|"
    "Minggu Sunday"
)
_LEVELS: Mapping[str, Words] = {
    "kecamatan": Words("Kecamatan {name}", "Kecamatan {name}"),
    "desa": Words("Desa/Kelurahan {name}", "Desa/Kelurahan {name}"),
}


def day_words(day: date, lang: Lang) -> str:
    """ "10 Juni 2024", "10 June 2024"."""
    return f"{day.day} {_pick(_MONTHS, day.month - 1, lang)} {day.year}"


def weekday_word(day: date, lang: Lang) -> str:
    """ "Senin", "Monday"."""
    return _pick(_DAYS, day.weekday(), lang)


def _pick(words: str, at: int, lang: Lang) -> str:
    return words.split("|")[at].split()[lang == "en"]


def post_words(post: Post) -> str:
    """ "PPS Wonosari", "KPPS TPS 3 Wonosari"; the code where the place has no name."""
    tps = f"TPS {post.tps} " if post.tps is not None else ""
    return f"{post.body} {tps}{post.region.name or post.region.code}"
