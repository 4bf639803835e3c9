"""The words of a faulty profile, `adhoc.toml` or option: by key and params of `ConfigError`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from adhoc_cli.text.words import Words

CONFIG: Mapping[str, Words] = {
    "config.syntax": Words(
        "bukan TOML yang sah: {reason}",
        "this is not valid TOML: {reason}",
    ),
    "config.not_utf8": Words(
        "bukan UTF-8 (bita {byte}); simpan ulang dengan pengodean UTF-8",
        "not UTF-8 (byte {byte}); save it again with the encoding UTF-8",
    ),
    "config.unreadable": Words(
        "tidak dapat dibaca: {reason}",
        "cannot be read: {reason}",
    ),
    "config.profile": Words(
        'profil "{name}" tidak ada{hint}',
        'there is no profile "{name}"{hint}',
    ),
    "config.body": Words(
        '{key}: badan "{name}" tidak ada dalam profil{hint}',
        '{key}: the profile has no badan "{name}"{hint}',
    ),
    "config.new_body": Words(
        'badan "{name}" tidak ada dalam profil{hint}; badan baru memerlukan juga "{missing}"',
        'the profile has no badan "{name}"{hint}; a new badan also needs "{missing}"',
    ),
    "config.new_item": Words(
        'butir "{name}" tidak ada dalam profil{hint}; butir baru memerlukan juga "{missing}"',
        'the profile has no butir "{name}"{hint}; a new one also needs "{missing}"',
    ),
    "config.rule": Words(
        '{key}: aturan "{name}" tidak ada{hint}',
        '{key}: there is no rule "{name}"{hint}',
    ),
    "config.rule_twice": Words(
        "{key}: aturan {name} sudah diatur di atas",
        "{key}: the rule {name} is set above already",
    ),
    "config.no_waiver": Words(
        "{key}: temuan {name} tidak dapat dikecualikan; perbaiki pengecualiannya",
        "{key}: a finding of {name} cannot be waived; mend the waiver it is about",
    ),
    "config.unknown_key": Words(
        "kunci {key} tidak dikenal{hint}",
        "unknown key {key}{hint}",
    ),
    "config.missing_key": Words(
        "kunci {key} wajib ada",
        "the key {key} is required",
    ),
    "config.value": Words(
        "{key} harus {expected}",
        "{key} must be {expected}",
    ),
}

EXPECTED: Mapping[str, Words] = {
    "at_least": Words("paling kecil {bound}", "at least {bound}"),
    "at_most": Words("paling besar {bound}", "at most {bound}"),
    "day": Words(
        "tanggal tanpa tanda kutip, misalnya 2024-05-16",
        "a date without quotes, such as 2024-05-16",
    ),
    "days_apart": Words(
        "lain pada setiap entri: satu tanggal hanya boleh satu kali",
        "different in every entry: a date may stand only once",
    ),
    "double_brackets": Words(
        "ditulis dalam kurung siku ganda: [[pengecualian]]",
        "written in double brackets: [[pengecualian]]",
    ),
    "ends_before_it_begins": Words(
        'tanggal yang tidak mendahului "mulai" ({bound})',
        'a date that is not before "mulai" ({bound})',
    ),
    "list": Words(
        "daftar dalam kurung siku, misalnya [ …, … ]",
        "a list in square brackets, such as [ …, … ]",
    ),
    "min_above_maks": Words(
        "diawali jumlah terkecil: jumlah terkecil tidak boleh melebihi yang terbesar",
        "the least number first: the least may not exceed the most",
    ),
    "nik_or_name": Words("NIK 16 angka, atau nama", "a NIK of 16 digits, or a name"),
    "not_empty": Words("diisi", "filled in"),
    "number": Words(
        "bilangan tanpa tanda kutip, misalnya 0.30",
        "a number without quotes, such as 0.30",
    ),
    "one_of": Words("salah satu dari: {choices}", "one of: {choices}"),
    "other": Words("nilai dengan bentuk yang lain", "a value of another form"),
    "place_code": Words(
        "kode kecamatan atau desa, misalnya 33.23.01.2001",
        "the code of a kecamatan or desa, such as 33.23.01.2001",
    ),
    "place_or_person": Words(
        "menyebut wilayah, orang, atau keduanya",
        "about a place (wilayah), a person (orang), or both",
    ),
    "range": Words(
        "bilangan bulat, atau [terkecil, terbesar], misalnya 1 atau [0, 2]",
        "a whole number or [least, most], such as 1 or [0, 2]",
    ),
    "seats": Words(
        "bilangan bulat, [terkecil, terbesar], atau {{ min = …, maks = … }}",
        "a whole number, [least, most], or {{ min = …, maks = … }}",
    ),
    "step_without_attribute": Words(
        'disertai "atribut": atribut wilayah yang menentukan langkahnya',
        'together with "atribut": what of the place decides the step',
    ),
    "steps_ascend": Words(
        'berurutan: "lebih_dari" harus makin besar',
        'in order: "lebih_dari" has to grow from step to step',
    ),
    "synonym_taken": Words(
        'tanpa "{word}": sebutan itu sudah dipakai {body}',
        'without "{word}": {body} goes by that already',
    ),
    "table": Words("tabel, misalnya {{ … = … }}", "a table, such as {{ … = … }}"),
    "text": Words("teks dalam tanda kutip", "a text in quotes"),
    "true_false": Words("true atau false", "true or false"),
    "whole_number": Words(
        "bilangan bulat tanpa tanda kutip",
        "a whole number without quotes",
    ),
}

REASONS: Mapping[str, Words] = {
    # of config.syntax
    "character": Words(
        "ada karakter yang tidak boleh berada di sini",
        "a character that may not stand here",
    ),
    "equals": Words('setelah kunci harus ada tanda "="', 'a key must be followed by "="'),
    "one_a_line": Words("satu baris hanya untuk satu kunci", "there may be only one key on a line"),
    "statement": Words(
        'baris ini bukan "kunci = nilai" atau [tabel]; kunci yang berspasi perlu tanda kutip',
        'this line is not "key = value" or [table]; a key with a space needs quotes',
    ),
    "toml": Words("tulisannya keliru", "it is miswritten"),
    "too_much": Words(
        "angkanya terlalu panjang atau kurungnya terlalu dalam",
        "a number is too long or brackets are nested too deep",
    ),
    "twice": Words("kunci ini ditulis dua kali", "this key stands here twice"),
    "unclosed": Words(
        "tanda kutip atau kurung tidak ditutup",
        "a quote or bracket is not closed",
    ),
    "value": Words(
        "nilainya keliru; teks memerlukan tanda kutip, tanggal ditulis 2024-05-16, pecahan 0.30",
        "the value is wrong; a text needs quotes, a date is 2024-05-16, a fraction 0.30",
    ),
    # of config.unreadable
    "broken_link": Words("tautan ini menuju berkas yang tidak ada", "a link to a missing file"),
    "folder": Words("ini folder, bukan berkas", "this is a folder, not a file"),
    "permission": Words("tidak ada izin untuk membacanya", "there is no permission to read it"),
    "special": Words("ini bukan berkas biasa", "this is no regular file"),
    "system": Words("{said}", "{said}"),
}

_NEAREST = Words(' (maksudnya "{nearest}"?)', ' (did you mean "{nearest}"?)')
_KNOWN = Words(" (yang ada: {known})", " (there is: {known})")


def config_words(key: str, params: Mapping[str, Any]) -> Words:
    """The sentence for a `ConfigError`, without the file and line that stand before it."""
    parts = {
        "hint": _NEAREST if params.get("nearest") else _KNOWN if params.get("known") else None,
        "expected": EXPECTED.get(params.get("expected", "")),
        "reason": REASONS.get(params.get("reason", "")),
    }
    filled = {name: _filled(words, params) for name, words in parts.items() if words}
    return Words(
        *(
            template.format_map({"hint": "", **params} | {n: w[at] for n, w in filled.items()})
            for at, template in enumerate(CONFIG[key])
        )
    )


def _filled(words: Words, params: Mapping[str, Any]) -> Words:
    return Words(words.id.format_map(params), words.en.format_map(params))
