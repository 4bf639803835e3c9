"""What a row of `anggota` says of a leave.

Members whose row says that they left, or have not begun, while their status says aktif, fill no
seat, and the rule P804 says so, as it does of reserves who left the list. An end of duty at the end
of the term is none of this, nor a day that an office gave to most of a body.

Rosters carry the end of the term, and the decree of the appointment, in the columns of a leave's
own day and decree. Both are known by this: members who serve carry them too.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.profiles.model import Body, Profile
from adhoc_cli.roster.repeats import Positions, paired
from adhoc_cli.tables.column import Column
from adhoc_cli.tables.factorised import distinct
from adhoc_cli.tables.table import Table
from adhoc_cli.tables.texts import Mask

_MANY = 20  # rows with one day: a decision of the office
# Why somebody goes; behind "menggantikan" it is why somebody came.
_GONE = (
    r"(?:(?:me)?ngundurkan diri|pengunduran diri|mundur|resign(?:ed)?|meninggal|wafat|almh?"
    r"|almarhum(?:ah)?|berhenti|diberhentikan|berhalangan tetap|dipecat|pindah|tidak aktif"
    r"|non[ -]?aktif|digantikan|diganti|di[ -]?paw|paw oleh|dicoret"
    r"|tidak bersedia (?:lagi|dilantik|menjadi|jadi|melanjutkan|bertugas))\b"
)
_ALONE = r"(?:keluar|tidak bersedia|batal(?: dilantik)?)"  # nothing more, or a day
# Which holds for every reserve.
_NEVER_CAME = r"tidak terpilih|gugur|belum (?:di ?)?nilai|tidak memenuhi syarat|tms"
_WHY = r"(?:sudah |telah |krn |karena |surat )*"
# Behind something else it is told of by its day: "Lolos PPPK, berhenti 3 Juni".
_DAY = (
    r"(?:per|sejak|mulai|terhitung|tmt|tgl|tanggal|[0-9]{1,2}[/.-][0-9]"
    r"|[0-9]{1,2} (?:jan|feb|mar|apr|mei|jun|jul|agu|agt|sep|okt|nov|des))"
)
_LATER = rf".*[,;.] ?{_WHY}{_GONE} {_DAY}.*"
# Why somebody goes, and then that: "Lolos PPPK, mundur".
_REASON = (
    r"(?:karena|krn|lolos|lulus|diterima|masuk|sakit|bekerja|kerja|kuliah|studi|merantau|menikah"
    r"|melahirkan|hamil|ikut suami|menjadi|jadi)"
)
_SO = rf"{_REASON}\b.*\b(?:(?:me)?ngundurkan diri|mundur|berhenti|resign)\W*"
_NOTE = (
    r"(?is:calon (?:pengganti(?: antar ?waktu)?|paw)|pengganti|cadangan"
    rf"|{_WHY}(?:{_GONE}|{_NEVER_CAME}).*|{_WHY}{_ALONE}(?: {_DAY}.*|\W*)|{_LATER}|{_SO})"
)
_NOT_WAITING = rf"(?is:{_WHY}{_GONE}.*)"
# What one may leave, and has to, to serve: a party, another post, a job.
_QUIT = (
    r"(?:(?:me)?ngundurkan diri|mundur|resign|berhenti|diberhentikan|dipecat|tidak aktif"
    r"|non[ -]?aktif) (?:sementara )?(?:dari|sebagai|sbg|selaku|di|menjadi|jadi)"
)
_OUTSIDE = (
    r"(?:parpol|partai|kepengurusan|pengurus|kader|caleg|timses|tim (?:sukses|kampanye)|saksi"
    r"|panwas\w*|pkd|ptps|bpd|perangkat|kades|kepala desa|kadus|rt|rw|guru|pns|asn|tni|polri"
    r"|karyawan|pegawai|pekerjaan|tempat kerja|bank|pt|cv|pabrik|perusahaan)"
)
_POST = r"(?:(?:keanggotaan|anggota|jabatan|tenaga|ketua|staf) )*"
_PAPER = (
    r"(?:ktp|kk|nik|sk|nomor|no|foto|ijazah|berkas|nama|alamat|rekening|rek|norek|bank|hp|wa|email"
    r"|npwp|divisi|jabatan|tps)"
)
_OTHER = (
    rf"(?is:{_WHY}(?:{_QUIT} {_POST}{_OUTSIDE}"
    rf"|berhenti (?:bekerja|kerja|kuliah|merokok)"
    r"|pindah (?:divisi|rekening|rek|bank|faskes|tps|rt|rw|dusun|(?:dari )?(?:tps|kpps) ?[0-9]+)"
    r"|(?:tidak |non[ -]?)aktif (?:nomor|no|hp|wa|telepon|telp|medsos|bpjs|npwp|email|rekening)"
    r"(?:nya)?"
    r"|mundur [0-9]+ (?:hari|minggu)"
    rf"|diganti (?:dengan |dgn )?{_PAPER})\b.*"
    r"|.*\b(?:tetap|masih) (?:(?:men)?jadi |sebagai )?(?:anggota|bertugas)\b.*)"
)
_CAME = (
    r"(?is:(?:meng|peng)?ganti(?:kan|an)?\b.*|(?:hasil )?paw(?: .*)?|tidak ada|nihil|kosong"
    r"|aktif|masih .*|penunjukan(?: langsung.*)?|ditunjuk langsung.*"
    r"|mengisi (?:kekosongan|kekurangan).*"
    r"|cadangan (?:[0-9] )?naik.*|(?:pelantikan|dilantik)\b.*|naik dari cadangan.*"
    r"|peringkat (?:berikutnya|[0-9]+).*"
    r"|hasil seleksi|terpilih|lolos seleksi|lulus seleksi|perpanjangan.*|kekurangan pendaftar.*)"
)
_DEAD = r"(?:alm|almh|almarhum|almarhumah)"
_LATE = rf"(?is:.*\({_DEAD}\.?\).*|.*,?\s{_DEAD}\.?|almh?\.\s.*|almarhum(?:ah)?\s.*)"
# What a note behind a name says: "Tono (mundur)", "Tono - tidak aktif".
_BEHIND_NAME = r"(?is:.*(?:[(\[]|,\s|\s[-–—]+\s)\s*)"
_NAMED = rf"{_BEHIND_NAME}(?is:{_WHY}(?:{_GONE}|{_NEVER_CAME}).*)"
_NAMED_OTHER = rf"{_BEHIND_NAME}{_OTHER}"
_LATE_FATHER = rf"(?is:.*\bbin(?:ti)?\s.*\b{_DEAD}\b.*)"

Left = dict[str, Mask]


class Day(NamedTuple):
    """The day at hand, in an election."""

    profile: Profile
    date: date


def find_left(members: Table, active: Mask, by_name: Left, day: Day) -> Left:
    """By what says it ("ended", "ahead", "reason", "note", "late", "named"), those of the `active`
    rows whose people do not serve on the day."""
    of_name = {why: active & rows for why, rows in by_name.items()}
    found = dict(_found(members, active, day)) | of_name
    return {why: rows for why, rows in found.items() if rows.any()}


def not_waiting(members: Table, reserve: Mask, by_name: Left) -> Left:
    """By the column that says it, the rows of reserves who died or left the list."""
    said = {
        column: reserve & _matching(members[column], _NOT_WAITING, but=_OTHER)
        for column in ("alasan", "keterangan")
        if column in members
    }
    return {"nama": reserve & (by_name["late"] | by_name["named"]), **said}


def find_by_name(names: Column) -> Left:
    """The rows whose name says that the person died ("late"), or holds a note of a leave."""
    said = _matching(names, rf"{_LATE}|{_NAMED}", but=rf"{_LATE_FATHER}|{_NAMED_OTHER}")
    late = said & _matching(names, _LATE) if said.any() else said
    return {"late": late, "named": said & ~late}


def _found(members: Table, active: Mask, day: Day) -> Iterator[tuple[str, Mask]]:
    today = np.datetime64(day.date, "D")
    starts, ends = (members.dates(column) for column in ("tanggal_mulai", "tanggal_selesai"))
    if not np.isnat(ends).all():
        bound = days_by_place(members, day.profile, Body.term_in)
        early = active & (ends < today) & ~(ends >= bound) & ~(ends < starts)  # V212 tells of that
        yield "ended", _without_shared(members, early, ends)
    if not np.isnat(starts).all():
        bound = days_by_place(members, day.profile, Body.oath_in)
        ahead = active & (starts > today) & (bound <= today)
        yield "ahead", _without_shared(members, ahead, starts)
    if "alasan" in members:
        reason = members["alasan"]
        yield "reason", active & reason.known & ~_matching(reason, rf"{_CAME}|{_OTHER}")
    if "keterangan" in members:
        yield "note", active & _matching(members["keterangan"], _NOTE, but=_OTHER)


def _matching(column: Column, pattern: str, *, but: str = "") -> Mask:
    """The rows whose text is like a pattern, `but` not like another one."""
    texts = column.texts
    found = texts.full_match(pattern)
    if but and found.any():
        found = found & ~texts.full_match(but)
    return column.text_in(np.flatnonzero(found))


def days_by_place(
    members: Table, profile: Profile, day: Callable[[Body, str], date | None]
) -> NDArray[np.datetime64]:
    """Per row, a day of the profile for its body and the code of its place; NaT for none."""
    column = members["badan"]
    bodies = [profile.badan[body] for body in column.value_list]
    days = _of_values(column, (day(body, "") for body in bodies))
    for body, name in zip(bodies, column.value_list, strict=True):
        if body.setempat:
            places = members["kode_wilayah"]
            there = _of_values(places, (day(body, code) for code in places.value_list))
            days = np.where(column.equals(name) & places.known, there, days)
    return days


def _of_values(column: Column, days: Iterable[date | None]) -> NDArray[np.datetime64]:
    return np.array([*days, None], "datetime64[D]")[column.codes]


def _without_shared(members: Table, rows: Mask, days: NDArray[np.datetime64]) -> Mask:
    """The rows without those whose day most of their body have."""
    if np.count_nonzero(rows) < _MANY:
        return np.asarray(rows)
    body = members["badan"].codes
    kept = rows.copy()
    for one in distinct(body[rows]):
        of_body = (body == one) & ~np.isnat(days)
        found, counts = np.unique(days[of_body], return_counts=True)
        often = found[(counts >= _MANY) & (2 * counts > np.count_nonzero(of_body))]
        kept &= ~(of_body & np.isin(days, often))
    return np.asarray(kept)


# -- a day and a decree of its own -----------------------------------------------------------------

SUSPENDED, DISMISSED = "diberhentikan sementara", "diberhentikan"
LEAVES = frozenset({"mengundurkan diri", DISMISSED, "meninggal", "berhalangan tetap"})
Days = NDArray[np.datetime64]


class Leaving(NamedTuple):
    """Rows whose `day` is one of leaving, and whose `decree` is one; who has `gone` has both, and
    the day has come."""

    day: Mask
    decree: Mask
    gone: Mask


def find_leaving(members: Table, serving: Mask, day: Day) -> Leaving:
    """What each row says of a leave, told apart from what those of `serving` carry."""
    ends = members.dates("tanggal_selesai")
    term = days_by_place(members, day.profile, Body.term_in)
    own_day = ~np.isnat(ends) & ~(ends >= term)
    said = np.flatnonzero(own_day)
    if said.size:
        own_day[said] = ~_of_colleagues(members, ends, serving, said)
    own_decree = np.zeros(len(members), bool)
    if "nomor_sk" in members:
        own_decree = _own_decree(members, members["nomor_sk"], serving, ends)
    gone = own_day & own_decree & (ends <= np.datetime64(day.date, "D"))
    return Leaving(np.asarray(own_day), own_decree, np.asarray(gone))


def _of_colleagues(members: Table, ends: Days, serving: Mask, rows: Positions) -> Mask:
    """Which of these rows have a last day that somebody who serves in the same body has, too."""
    key = paired(ends.astype(np.int64), members["badan"].codes)
    return np.isin(key[rows], distinct(key[serving & ~np.isnat(ends)]))


def _own_decree(members: Table, decree: Column, serving: Mask, ends: Days) -> Mask:
    """Rows whose decree no member carries who served already: the one who comes in may stand in
    the decree of the one who leaves."""
    starts = members.dates("tanggal_mulai")
    rows = np.flatnonzero(serving & decree.known)
    since = np.full(len(decree.values) + 1, np.iinfo(np.int64).max)
    began = np.where(np.isnat(starts[rows]), np.datetime64(0, "D"), starts[rows])
    np.minimum.at(since, decree.codes[rows], began.astype("datetime64[D]").astype(np.int64))
    left = np.where(np.isnat(ends), np.datetime64("2200-01-01", "D"), ends)
    return np.asarray(decree.known & (since[decree.codes] >= left.astype(np.int64)))
