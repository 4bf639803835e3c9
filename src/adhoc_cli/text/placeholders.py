"""What stands where in the messages of rules, by the name of the param: ⟨wilayah⟩, ⟨place⟩."""

from __future__ import annotations

import re
from collections.abc import Mapping

from adhoc_cli.text.words import Lang, Words

_PARAM = re.compile(r"\{([a-z_]+)[^{}]*\}")

NAMES: Mapping[str, Words] = {
    "about": Words("wilayah atau orang", "place or person"),
    "age": Words("usia", "age"),
    "apostrophes": Words("jumlah apostrof", "number of apostrophes"),
    "as_of": Words("tanggal pemeriksaan", "day of the check"),
    "begin": Words("mulai", "beginning"),
    "better": Words("peringkat yang lebih baik", "better rank"),
    "blank_rows": Words("jumlah baris kosong", "number of blank rows"),
    "body": Words("badan", "body"),
    "bound": Words("batas", "bound"),
    "byte": Words("bita", "byte"),
    "cells": Words("jumlah sel", "number of cells"),
    "chairs": Words("jumlah", "number"),
    "character": Words("karakter", "character"),
    "code": Words("kode", "code"),
    "column": Words("kolom", "column"),
    "columns": Words("kolom", "columns"),
    "count": Words("jumlah", "number"),
    "day": Words("hari", "day"),
    "days": Words("jumlah hari", "number of days"),
    "deadline": Words("tenggat", "deadline"),
    "delimiter": Words("pemisah", "delimiter"),
    "difference": Words("selisih", "difference"),
    "division": Words("divisi", "division"),
    "divisions": Words("divisi", "divisions"),
    "end": Words("selesai", "end"),
    "excess": Words("kelebihan", "excess"),
    "expected": Words("seharusnya", "expected"),
    "file": Words("berkas", "file"),
    "filled": Words("terisi", "filled"),
    "first": Words("yang pertama", "the first"),
    "first_body": Words("badan pertama", "first body"),
    "first_file": Words("berkas pertama", "first file"),
    "first_line": Words("baris pertama", "first line"),
    "first_name": Words("nama pertama", "first name"),
    "first_nik": Words("NIK pertama", "first NIK"),
    "first_person": Words("orang pertama", "first person"),
    "first_place": Words("wilayah pertama", "first place"),
    "found": Words("isi sel", "what stands there"),
    "in_nik": Words("menurut NIK", "according to the NIK"),
    "item": Words("butir", "item"),
    "known": Words("yang dikenal", "those known"),
    "least": Words("paling sedikit", "least"),
    "length": Words("panjang", "length"),
    "limit": Words("batas", "limit"),
    "line": Words("baris", "line"),
    "listed": Words("yang terdaftar", "those listed"),
    "missing": Words("yang tidak ada", "those missing"),
    "most": Words("paling banyak", "most"),
    "named": Words("sebutan", "name"),
    "nearest": Words("yang paling mirip", "the nearest"),
    "needed": Words("yang diperlukan", "needed"),
    "nik": Words("NIK", "NIK"),
    "offset": Words("letak bita", "byte offset"),
    "parent": Words("badan induk", "parent body"),
    "people": Words("jumlah", "number"),
    "person": Words("orang", "person"),
    "phone": Words("telepon", "phone"),
    "place": Words("wilayah", "place"),
    "position": Words("letak", "position"),
    "rank": Words("peringkat", "rank"),
    "ranks": Words("jumlah peringkat", "number of ranks"),
    "reason": Words("alasan", "reason"),
    "reference": Words("rujukan", "reference"),
    "reserves": Words("jumlah cadangan", "number of reserves"),
    "roles": Words("peran", "roles"),
    "rule": Words("aturan", "rule"),
    "seats": Words("jumlah", "number"),
    "second": Words("yang kedua", "the second"),
    "secretariat": Words("sekretariat", "secretariat"),
    "size": Words("ukuran", "size"),
    "status": Words("status", "status"),
    "synonyms": Words("sebutan kolom", "names of columns"),
    "title_rows": Words("jumlah baris judul", "number of title rows"),
    "training": Words("bimtek", "training"),
    "until": Words("tanggal", "date"),
    "usual": Words("yang biasa", "the usual"),
    "vacant": Words("jumlah", "number"),
    "women": Words("jumlah", "number"),
    "written": Words("yang tertulis", "as written"),
}


def with_names(template: Words, lang: Lang) -> str:
    """A template in one language, with the name of each param where a finding puts its value. A
    param without a name here is shown by its own."""

    def named(match: re.Match[str]) -> str:
        words = NAMES.get(match[1])
        return f"⟨{words.in_(lang) if words else match[1]}⟩"

    return _PARAM.sub(named, template.in_(lang))
