"""Words for `adhoc import` in both languages: refusals, reasons, suggestions, changes; by key.

Templates take params by name; a place comes as "Wonosari (33.23.01.2001)", personal data masked.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from adhoc_cli.intake.result import Fault
from adhoc_cli.models.finding import Personal, Region
from adhoc_cli.text.words import Lang, Words

_SAVE_AS = Words(
    "Buka di Excel atau LibreOffice dan simpan sebagai .xlsx atau CSV UTF-8.",
    "Open it in Excel or LibreOffice and save it as .xlsx or CSV UTF-8.",
)

# Why an import is refused as a whole, with what to do about it.
REFUSED: Mapping[str, Words] = {
    "url": Words(
        "{file} adalah alamat internet; unduh dahulu berkasnya. adhoc tidak memakai jaringan.",
        "{file} is an address on the internet; download the file first. adhoc uses no network.",
    ),
    "no_source": Words("Berkas {file} tidak ada.", "There is no file {file}."),
    "source_twice": Words(
        "{file} disebut dua kali; setiap barisnya akan tertulis dua kali.",
        "{file} is named twice; each of its rows would be written twice.",
    ),
    "all_hidden": Words(
        "{file}: semua lembarnya tersembunyi ({sheets}). Pilih dengan --sheet.",
        "{file}: all of its sheets are hidden ({sheets}). Choose one with --sheet.",
    ),
    "source_folder": Words("{file} adalah folder.", "{file} is a folder."),
    "source_special": Words("{file} bukan berkas biasa.", "{file} is no regular file."),
    "unopened": Words("{file} tidak dapat dibuka: {reason}.", "{file} cannot be opened: {reason}."),
    "empty": Words("{file} kosong.", "{file} is empty."),
    "large": Words(
        "{file} berukuran {size}; batasnya {limit} ({option}).",
        "{file} has {size}; the limit is {limit} ({option}).",
    ),
    "unpacked": Words(
        "{file} berisi lebih dari {limit} setelah dibuka kemasannya ({option} menaikkannya).",
        "{file} unpacks to more than {limit} ({option} raises this limit).",
    ),
    "many_columns": Words(
        "{file} terisi sampai {cell}: {count} kolom; batasnya {limit} ({option}).",
        "{file} is filled up to {cell}: {count} columns; the limit is {limit} ({option}).",
    ),
    "many_rows": Words(
        "{file} terisi sampai {cell}: {count} baris; batasnya {limit} ({option}).",
        "{file} is filled up to {cell}: {count} rows; the limit is {limit} ({option}).",
    ),
    "damaged": Words(
        "{file} rusak atau bukan buku kerja yang dikenal. " + _SAVE_AS.id,
        "{file} is damaged, or no workbook that is known. " + _SAVE_AS.en,
    ),
    "password": Words(
        "{file} dikunci dengan kata sandi. Simpan salinannya tanpa kata sandi.",
        "{file} is locked with a password. Save a copy without one.",
    ),
    "other_format": Words(
        "{file} bukan CSV, XLSX, XLS, atau ODS, melainkan {found}. " + _SAVE_AS.id,
        "{file} is no CSV, XLSX, XLS or ODS, but {found}. " + _SAVE_AS.en,
    ),
    "not_text": Words(
        "{file}, baris {line}: bukan teks yang dapat dibaca. " + _SAVE_AS.id,
        "{file}, line {line}: no text that can be read. " + _SAVE_AS.en,
    ),
    "excel_missing": Words(
        "Untuk membaca {file} pasang tambahannya: pipx install 'adhoc-cli[excel]'; "
        "atau simpan lembarnya sebagai CSV UTF-8.",
        "To read {file} install the extra: pipx install 'adhoc-cli[excel]'; "
        "or save the sheet as CSV UTF-8.",
    ),
    "sheet_of_text": Words(
        "{file} adalah CSV dan tidak memiliki lembar; tanggalkan --sheet.",
        "{file} is a CSV and has no sheets; leave out --sheet.",
    ),
    "sheet_unknown": Words(
        "{file} tidak memiliki lembar {sheet}; yang ada: {sheets}.",
        "{file} has no sheet {sheet}; there are: {sheets}.",
    ),
    "no_header": Words(
        "{file}{sheet_shown}: tidak ditemukan baris judul kolom. "
        "Sebutkan kolomnya dengan --map \"JUDUL=kolom\".",
        "{file}{sheet_shown}: no header row was found. "
        'Name its columns with --map "HEADER=column".',
    ),
    "column_missing": Words(
        "{file}{sheet_shown}, baris {line}: tidak ada kolom untuk {columns}. Yang ada: {found}. "
        'Petakan dengan --map "JUDUL=kolom".',
        "{file}{sheet_shown}, line {line}: no column for {columns}. There are: {found}. "
        'Map one with --map "HEADER=column".',
    ),
    "header_twice": Words(
        '{file}{sheet_shown}: "{first}" dan "{second}" sama-sama terbaca sebagai {column}. '
        'Kecualikan salah satunya: --map "{second}=-".',
        '{file}{sheet_shown}: "{first}" and "{second}" are both read as {column}. '
        'Leave one out: --map "{second}=-".',
    ),
    "header_repeated": Words(
        '{file}{sheet_shown}: judul kolom "{second}" ada dua kali. Ganti salah satunya.',
        '{file}{sheet_shown}: the header "{second}" is there twice. Change one of them.',
    ),
    "no_rows": Words(
        "{file}{sheet_shown}: tidak ada baris di bawah judul kolom.",
        "{file}{sheet_shown}: there is no row below the header.",
    ),
    "map_column": Words(
        "{origin}: tidak ada kolom {column}. Kolom yang ada: {columns}.",
        "{origin}: there is no column {column}. Columns: {columns}.",
    ),
    "map_header": Words(
        '--map: tidak ada judul kolom "{header}" di sumbernya.',
        '--map: no source has a header "{header}".',
    ),
    "set_column": Words(
        "--set: tidak ada kolom {column}. Kolom yang ada: {columns}.",
        "--set: there is no column {column}. Columns: {columns}.",
    ),
    "set_value": Words(
        '--set: "{value}" bukan nilai untuk {column}.',
        '--set: "{value}" is no value of {column}.',
    ),
    "name": Words(
        "--name menerima nama berkas biasa tanpa folder, bukan {name}.",
        "--name takes a plain name of a file without a folder, not {name}.",
    ),
    "name_not_read": Words(
        "Berkas bernama {name} tidak akan dibaca; pakai {wanted}.",
        "A file named {name} would not be read; use {wanted}.",
    ),
    "folder_missing": Words(
        "Folder {folder} tidak ada. Buat dengan adhoc init.",
        "There is no folder {folder}. Make it with adhoc init.",
    ),
    "not_a_folder": Words("{folder} bukan folder.", "{folder} is not a folder."),
    "folder_link": Words(
        "{folder} adalah tautan; sebutkan folder yang sebenarnya.",
        "{folder} is a link; name the folder itself.",
    ),
    "target_link": Words(
        "{file} adalah tautan, dan tidak ditulisi.", "{file} is a link, and is not written to."
    ),
    "target_not_a_file": Words(
        "{file} sudah ada dan bukan berkas biasa.", "{file} is there and is no regular file."
    ),
    "target_exists": Words(
        "{file} sudah ada. Pakai --append untuk menambah, atau --replace untuk mengganti.",
        "{file} is there already. Use --append to add to it, or --replace.",
    ),
    "target_missing": Words(
        "{file} belum ada; tanggalkan --append.", "There is no {file} yet; leave out --append."
    ),
    "target_is_source": Words(
        "{file} adalah sumbernya sendiri; sumber tidak pernah diubah.",
        "{file} is the source itself; a source is never changed.",
    ),
    "target_changed": Words(
        "{file} berubah sementara dibaca; tidak ada yang ditulis. Jalankan sekali lagi.",
        "{file} changed meanwhile; nothing was written. Run it once more.",
    ),
    "append_layout": Words(
        "{file}, baris {line}: hanya berkas CSV yang rapi dapat ditambah. Periksa dengan adhoc "
        "check, atau pakai --replace.",
        "{file}, line {line}: only a regular CSV can be added to. See adhoc check, or use "
        "--replace.",
    ),
    "places_unreadable": Words(
        "{file}, baris {line}: berkas wilayah tidak dapat dibaca. Periksa dengan adhoc check.",
        "{file}, line {line}: the file of places cannot be read. See adhoc check.",
    ),
    "no_permission": Words(
        "Tidak ada izin untuk menulis ke folder {folder}.",
        "There is no permission to write to the folder {folder}.",
    ),
    "no_space": Words(
        "Media penyimpanan penuh; tidak ada yang ditulis ke {folder}.",
        "No space left on the device; nothing was written to {folder}.",
    ),
    "write_failed": Words(
        "Folder {folder} tidak dapat ditulisi ({code}).",
        "The folder {folder} cannot be written to ({code}).",
    ),
}  # fmt: skip
# Why a sheet of a workbook is not read, beside the keys of REFUSED.
SKIPPED: Mapping[str, Words] = {
    "hidden": Words(
        "tersembunyi; pilih dengan --sheet bila perlu", "hidden; choose it with --sheet if needed"
    ),
    "no_cells": Words("kosong", "empty"),
    "no_header": Words("tanpa baris judul kolom", "no header row"),
    "column_missing": Words("tidak ada kolom untuk {columns}", "no column for {columns}"),
}

# Why a row is not written.
REASONS: Mapping[str, Words] = {
    "stray": Words("bukan baris data: {found}", "not a row of data: {found}"),
    "row_width": Words(
        "{cells} sel, padahal judulnya {expected}", "{cells} cells, but the header has {expected}"
    ),
    "quote.unclosed": Words("tanda kutip tidak ditutup", "a quote that is not closed"),
    "quote.after": Words("teks di belakang tanda kutip penutup", "text after a closing quote"),
    "quote.bare": Words("tanda kutip di tengah sel", "a quote inside a cell"),
    "not_utf8": Words(
        "bita {byte} bukan UTF-8, sedangkan baris lain UTF-8",
        "byte {byte} is no UTF-8, as other lines are",
    ),
    "nul": Words("mengandung bita NUL", "holds a NUL byte"),
    "line_break": Words(
        "pergantian baris tanpa LF di tengah baris", "a line break without LF inside the line"
    ),
    "cell_too_long": Words(
        "sel dengan {length} huruf; batasnya {limit} ({option})",
        "a cell of {length} characters; the limit is {limit} ({option})",
    ),
    "not_text": Words("{column}: huruf yang tidak sah", "{column}: invalid characters"),
    "formula_error": Words(
        "{column}: rumus gagal atau kolom terlalu sempit ({found})",
        "{column}: a formula failed, or its column was too narrow ({found})",
    ),
    "number_damaged.scientific": Words(
        "{column}: angka rusak oleh Excel ({found}); digit terakhirnya hilang",
        "{column}: number damaged by Excel ({found}); its last digits are lost",
    ),
    "number_damaged.decimal": Words(
        "{column}: angka berkoma dari Excel ({found})",
        "{column}: a decimal number from Excel ({found})",
    ),
    "nik_malformed.length": Words(
        "nik: {length} huruf, bukan 16 angka ({found})",
        "nik: {length} characters, not 16 digits ({found})",
    ),
    "nik_malformed.day": Words("nik: tanggal mustahil ({found})", "nik: impossible day ({found})"),
    "nik_malformed.month": Words(
        "nik: bulan mustahil ({found})", "nik: impossible month ({found})"
    ),
    "nik_malformed.date": Words(
        "nik: tanggal lahir mustahil ({found})", "nik: impossible birth date ({found})"
    ),
    "date_unreadable": Words(
        "{column}: tanggal tidak terbaca ({found})", "{column}: unreadable date ({found})"
    ),
    "value_unknown": Words('{column}: "{found}" tidak dikenal', '{column}: "{found}" is unknown'),
    "code_malformed": Words("bukan kode wilayah: {found}", "no code of a place: {found}"),
    "missing": Words("kosong: {columns}", "empty: {columns}"),
    "body_differs": Words(
        "badan {body}, tetapi jabatannya dari {other}",
        "the body is {body}, but the role is of {other}",
    ),
    "place_missing": Words("tanpa kode atau nama {level}", "no code or name of the {level}"),
    "place_lost": Words(
        "tanpa kode atau nama {level}; baris {line} di atasnya bukan judul kelompok yang dikenal",
        "no code or name of the {level}; line {line} above is no group heading that is known",
    ),
    "no_places": Words(
        "{name}: tidak diketahui kabupaten/kotanya", "{name}: it is not known in which kabupaten"
    ),
    "place_unknown": Words("tidak ada tempat bernama {name}", "no place is called {name}"),
    "place_unknown_within": Words(
        "tidak ada desa {name} di kecamatan {kecamatan}",
        "there is no desa {name} in the kecamatan {kecamatan}",
    ),
    "place_ambiguous": Words(
        "{name} adalah nama beberapa tempat: {candidates}",
        "{name} is the name of several places: {candidates}",
    ),
    "code_unknown": Words("tidak ada tempat berkode {code}", "no place has the code {code}"),
    "bps_code": Words(
        "{code} tampaknya kode BPS: menurut Kemendagri itu {found}, bukan nama yang tertulis",
        "{code} seems to be a BPS code: for Kemendagri it is {found}, not the name beside it",
    ),
    "bps_code.none": Words(
        "{code} tampaknya kode BPS; Kemendagri tidak mengenalnya",
        "{code} seems to be a BPS code; Kemendagri does not know it",
    ),
    "code_name_differs": Words(
        "kode {found}, tetapi tertulis {written}, tempat yang lain",
        "the code is of {found}, but {written} is written, another place",
    ),
    "level_desa": Words(
        "kode desa {found} untuk badan atau peran tingkat kecamatan",
        "the code of the desa {found} for a body or role of the kecamatan",
    ),
    "level_kecamatan": Words(
        "kode kecamatan {found} untuk badan atau peran tingkat desa",
        "the code of the kecamatan {found} for a body or role of the desa",
    ),
    "already_nik": Words(
        "NIK {nik} sudah ada di {file}:{line}", "NIK {nik} is in {file}:{line} already"
    ),
    "already_member": Words(
        "NIK {nik} sudah ada di {body} {place}, {file}:{line}",
        "NIK {nik} is in {body} {place} already, {file}:{line}",
    ),
    "already_name": Words(
        "nama, badan, dan wilayah yang sama sudah ada di {file}:{line}",
        "the same name, body and place are in {file}:{line} already",
    ),
    "already_row": Words("sudah ada di {file}:{line}", "in {file}:{line} already"),
}  # fmt: skip

_MEND = Words("Perbaiki barisnya di sumber.", "Mend the row in the source.")
# What to do about it: the second text where something may have been meant ({meant}).
FIXES: Mapping[str, Words] = {
    "stray": Words(
        "Abaikan bila judul, jumlah, atau tanda tangan.",
        "Leave it out if it is a title, a total or a signature.",
    ),
    "row_width": Words(
        "Beri tanda kutip pada sel yang memuat pemisah.",
        "Put quotes around a cell that holds the delimiter.",
    ),
    "not_utf8": Words("Simpan seluruh berkas sebagai UTF-8.", "Save the whole file as UTF-8."),
    "number_damaged": Words(
        "Tulis ulang dari KTP, dan format kolomnya sebagai Teks sebelum diisi.",
        "Copy it from the identity card again, and format the column as Text first.",
    ),
    "nik_malformed": Words("Cocokkan dengan KTP.", "Compare it with the identity card."),
    "date_unreadable": Words(
        "Tulis hari, bulan, dan empat angka tahun: 16 Mei 1990.",
        "Write day, month and all four digits of the year: 16 Mei 1990.",
    ),
    "value_unknown": Words("Yang dikenal: {known}.", "Known: {known}."),
    "value_unknown+": Words('Mungkin "{meant}"?', 'Perhaps "{meant}"?'),
    "missing": Words(
        "Isi selnya, atau pakai --set untuk seluruh lembar.",
        "Fill the cell in, or use --set for the whole sheet.",
    ),
    "body_differs": Words(
        "Sekretaris dan staf masuk badan SEKRETARIAT.", "Sekretaris and staf belong to SEKRETARIAT."
    ),
    "place_missing": Words("Isi kode wilayahnya.", "Fill in the code of the place."),
    "no_places": Words(
        "Tambahkan --kabupaten, atau buat berkas wilayah dengan adhoc init.",
        "Add --kabupaten, or make the region files with adhoc init.",
    ),
    "place_unknown": Words(
        "Isi kode Kemendagri-nya.", "Fill in its Kemendagri code."
    ),
    "place_unknown+": Words(
        "Mungkin {meant}? Tulis namanya persis, atau kodenya.",
        "Perhaps {meant}? Write exactly that name, or the code.",
    ),
    "place_ambiguous": Words(
        "Tulis juga kecamatannya, atau kodenya.", "Write the kecamatan too, or the code."
    ),
    "bps_code": Words("Pakai kode Kemendagri.", "Use the Kemendagri code."),
    "bps_code+": Words(
        "Menurut namanya kode Kemendagri-nya {meant}.",
        "By its name the Kemendagri code is {meant}.",
    ),
    "code_name_differs+": Words(
        "Periksa mana yang benar: kodenya, atau {meant}.",
        "Find out which is right: the code, or {meant}.",
    ),
    "level_desa+": Words("Pakai kode kecamatan: {meant}.", "Use the code of a kecamatan: {meant}."),
    "already": Words(
        "Hapus barisnya di sini, atau ubah yang di berkas itu.",
        "Delete the row here, or change the one in that file.",
    ),
}  # fmt: skip
_FIX_OF = {
    "place_lost": "place_missing", "place_unknown_within": "place_unknown",
    "code_unknown": "place_unknown", "level_kecamatan": "place_missing", "already_nik": "already",
    "already_member": "already", "already_name": "already", "already_row": "already",
}  # fmt: skip

# What was changed, and what was left as it is.
CHANGES: Mapping[str, Words] = {
    "trim": Words("spasi di tepi dibuang", "blanks around it removed"),
    "inner_blanks": Words("spasi ganda jadi satu", "double blanks made one"),
    "apostrophe": Words("apostrof di depan dibuang", "leading apostrophe removed"),
    "dash": Words("tanda hubung dibaca kosong", "dash read as empty"),
    "decimal": Words('".0" di belakang dibuang', 'trailing ".0" removed'),
    "nik_joined": Words("NIK terpisah digabung", "NIK written in groups joined"),
    "phone_zero": Words("0 di depan nomor dikembalikan", "0 before the number restored"),
    "phone": Words("nomor telepon jadi 08…", "phone number to 08…"),
    "phones": Words("dua nomor telepon dipisah", "two phone numbers told apart"),
    "birth_place": Words("tempat lahir dipisah dari tanggalnya", "birth place cut from the date"),
    "time": Words("jam dibuang dari tanggal", "time cut from the date"),
    "date": Words("tanggal jadi bentuk ISO", "date to ISO form"),
    "date_cell": Words("sel tanggal jadi bentuk ISO", "date cell to ISO form"),
    "number_cell": Words("sel angka jadi digit", "number cell to digits"),
    "number": Words("angka ditulis biasa", "number written plainly"),
    "code": Words("kode diberi titik", "code written with dots"),
    "word": Words("kata baku", "standard word"),
    "role_split": Words("jabatan dan badan dipisah", "role and body split"),
    "carried": Words("diisi dari sel di atasnya", "filled from the cell above"),
    "heading": Words("diisi dari judul kelompok", "filled from the group heading"),
    "heading_body": Words("badan dari judul kelompok", "body from the group heading"),
    "constant": Words("diisi oleh --set", "filled by --set"),
    "place_by_name": Words("kode dicari dari nama", "code found by the name"),
    "phone_kept": Words(
        "nomor telepon tidak terbaca, dibiarkan (V209)", "unreadable phone number, left (V209)"
    ),
    "no_name": Words("nama kosong, dibiarkan (V201)", "empty name, left (V201)"),
    "name_differs": Words(
        "nama tempat berbeda dari nama kodenya, dibiarkan (R306)",
        "place name is not that of its code, left (R306)",
    ),
}  # fmt: skip
FOUND: Mapping[str, Words] = {
    "binary": Words("berkas biner", "a binary file"),
    "html": Words("halaman web (HTML)", "a web page (HTML)"),
    "xlsb": Words("XLSB", "XLSB"),
}


# What the result of an import is made of.
VIEW: Mapping[str, Words] = {
    "title": Words("Impor {kind} ke {target}", "Import of {kind} into {target}"),
    "title_plan": Words("Rencana impor {kind} ke {target}", "Plan to import {kind} into {target}"),
    "plan": Words(
        "Belum ada yang ditulis (--dry-run).", "Nothing has been written yet (--dry-run)."
    ),
    "sources": Words("Sumber", "Sources"),
    "source": Words("Berkas", "File"),
    "sheet": Words("Lembar", "Sheet"),
    "read_as": Words("Dibaca sebagai", "Read as"),
    "rows": Words("Baris", "Rows"),
    "written": Words("Ditulis", "Written"),
    "rejected": Words("Ditolak", "Rejected"),
    "others": Words("Bukan baris", "No rows"),
    "others_caption": Words(
        "Bukan baris: judul, judul kolom, judul kelompok, baris kosong.",
        "No rows: titles, headers, group headings, blank lines.",
    ),
    "columns": Words("Kolom", "Columns"),
    "header": Words("Judul kolom", "Header"),
    "column": Words("Kolom", "Column"),
    "unread": Words("tidak dibaca ({count} sel terisi)", "not read ({count} filled cell{s})"),
    "ignored": Words("dikecualikan", "left out"),
    "changes": Words("Yang diubah", "Changed"),
    "kept": Words("Dibiarkan apa adanya", "Left as it is"),
    "change": Words("Perubahan", "Change"),
    "count": Words("Jumlah", "Count"),
    "example": Words("Contoh", "Example"),
    "nothing": Words("(kosong)", "(empty)"),
    "where": Words("Tempat", "Where"),
    "row": Words("baris {number}", "row {number}"),
    "line": Words("baris {number}", "line {number}"),
    "whole_row": Words("seluruh baris", "the whole row"),
    "count_rows": Words("{count} baris", "{count} row{s}"),
    "rejects": Words("Yang ditolak", "Rejected"),
    "reason": Words("Alasan", "Reason"),
    "more_plan": Words("… dan {count} baris lagi.", "… and {count} more row{s}."),
    "more": Words("… dan {count} baris lagi di {file}.", "… and {count} more row{s} in {file}."),
    "skipped": Words("Lembar yang tidak dibaca", "Sheets that are not read"),
    "result": Words(
        "{read} baris = {written} ditulis + {rejected} ditolak",
        "{read} row{s} = {written} written + {rejected} rejected",
    ),
    "result_plan": Words(
        "{read} baris = {written} akan ditulis + {rejected} akan ditolak",
        "{read} row{s} = {written} to be written + {rejected} to be rejected",
    ),
    "target": Words("Ditulis ke {file}", "Written to {file}"),
    "rejects_file": Words("Ditolak ke {file}", "Rejected to {file}"),
}  # fmt: skip


class Told(NamedTuple):
    """Why a row is rejected, and what to do about it."""

    why: str
    fix: str


def fault_text(fault: Fault, lang: Lang, *, personal: bool = False) -> Told:
    """The words for a fault; personal data in it is masked unless `personal`."""
    params = _readable({"column": fault.column or "", **fault.params}, lang, personal)
    meant = fault.params.get("candidates") or fault.params.get("nearest") or ""
    params["meant"] = _shown(meant, lang, personal)
    why = _format(REASONS[_variant(fault)], params, lang)
    key = _FIX_OF.get(fault.key, fault.key)
    words = (FIXES.get(f"{key}+") if meant else None) or FIXES.get(key, _MEND)
    return Told(why, _format(words, params, lang))


def refused_text(key: str, params: Mapping[str, Any], lang: Lang) -> str:
    """The words for a refused import (`ImportRefused`)."""
    shown = _readable(params, lang, personal=False)
    sheet = params.get("sheet")
    shown["sheet_shown"] = f" ({sheet})" if sheet else ""
    if key in ("large", "unpacked"):
        shown |= {k: _size(params[k]) for k in ("size", "limit") if k in params}
    found = FOUND.get(str(params.get("found")))
    if key == "other_format":
        shown["found"] = found.in_(lang) if found else str(params["found"]).upper()
    return _format(REFUSED[key], shown, lang)


def skipped_text(reason: Fault, lang: Lang) -> str:
    """Why a sheet was not read."""
    return _format(SKIPPED[reason.key], _readable(reason.params, lang, personal=False), lang)


def _variant(fault: Fault) -> str:
    if fault.key == "bps_code" and not fault.params.get("found"):
        return "bps_code.none"
    for name in ("variant", "damage", "fault"):
        if (key := f"{fault.key}.{fault.params.get(name)}") in REASONS:
            return key
    return fault.key


def _format(words: Words, params: Mapping[str, str], lang: Lang) -> str:
    return words.in_(lang).format_map(params)


def _readable(params: Mapping[str, Any], lang: Lang, personal: bool) -> dict[str, str]:
    return {
        key: str(value) if key == "line" else _shown(value, lang, personal)
        for key, value in params.items()
    }


def _shown(value: Any, lang: Lang, personal: bool) -> str:
    if isinstance(value, Personal):
        return value.shown(personal=personal)
    if isinstance(value, Region):
        return f"{value.name} ({value.code})" if value.name else value.code
    if isinstance(value, list | tuple):
        return ", ".join(_shown(one, lang, personal) for one in value)
    if isinstance(value, int) and not isinstance(value, bool) and value >= 10_000:
        grouped = f"{value:,}"
        return grouped.replace(",", ".") if lang == "id" else grouped
    return str(value)


def _size(count: int) -> str:
    """A number of bytes as people say it."""
    if count < 1 << 20:
        return f"{max(count >> 10, 1)} KiB"
    return f"{count >> 20} MiB"
