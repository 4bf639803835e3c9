"""V211: a name with characters that no name has, or a text that is none or ends in what a program
left."""

import unicodedata
from collections.abc import Iterator

import numpy as np

from adhoc_cli.models.columns import columns_of
from adhoc_cli.models.contents import NO_VALUE, no_value
from adhoc_cli.models.names import AND, BY_COMMA
from adhoc_cli.models.nobody import EXAMPLE
from adhoc_cli.models.odd_names import AROUND, BESIDE, ELSEWHERE, ENDS, end_of, suspicion_of
from adhoc_cli.models.types import ANY
from adhoc_cli.rules.api import PERSON_NAMES, Facts, Severity, example
from adhoc_cli.rules.found import Found, Params, Roster, Table, in_rows, together

# Nearly every name; the others are looked at one by one. Names with a title may have brackets.
_PLAIN = r"[A-Za-z .,'’()/-]*[A-Za-z][A-Za-z .,'’()/-]*"
_PLAIN_PLACE = r"[A-Za-z0-9 .,'’()/-]*[A-Za-z][A-Za-z0-9 .,'’()/-]*"
# Of these the ones that may name nobody (beside `texts_of_nobody`), or several; the other signs of
# several are not plain.
_NO_PERSON = rf"{EXAMPLE}|{ELSEWHERE}|{BESIDE}|{AROUND}|(?s:.*(?:/|(?i:{AND})|{BY_COMMA}).*)"
_ODD = rf"{ENDS}|{NO_VALUE}"
_CONTROLS = {
    0x08: "BACKSPACE",
    0x09: "TAB",
    0x0A: "LINE FEED",
    0x0B: "LINE TABULATION",
    0x0D: "CARRIAGE RETURN",
    0x1B: "ESCAPE",
}


def check(roster: Roster) -> Found:
    """Names of people, and of places (which may hold digits), each distinct one once."""
    tables = [table for table in roster.folder.tables.values() if "nama" in table]
    people = [_names(roster, one, digits=False) for one in tables if one.kind.names_person]
    places = [_names(roster, one, digits=True) for one in tables if one.kind.names_places]
    return together(people + places + [_odd_texts(roster, *one) for one in _free_texts(roster)])


def _free_texts(roster: Roster) -> Iterator[tuple[Table, str]]:
    """The columns that may say anything, but for names."""
    for table in roster.folder.tables.values():
        for name, spec in columns_of(table.model).items():
            if spec.shape == ANY and name != "nama" and name in table:
                yield table, name


def _odd_texts(roster: Roster, table: Table, name: str) -> Found:
    """Texts that are no value, or end in what a program left at the end of their line."""
    column = table[name]
    odd = np.flatnonzero(column.texts.full_match(_ODD))
    variants = {
        position: params
        for position, text in zip(odd.tolist(), column.texts.take(odd), strict=True)
        if (params := _odd_text(name, text)) is not None
    }
    return in_rows(
        roster,
        column.text_in(variants) & column.known,
        column=name,
        params=lambda row: variants[int(column.text_codes[row])],
        table=table,
    )


def _odd_text(name: str, text: str) -> Params | None:
    if end := end_of(text):
        return _params("line_end", end)
    stands_for = no_value(name, text)
    return None if stands_for is None else {"variant": stands_for}


def _names(roster: Roster, table: Table, *, digits: bool) -> Found:
    column = table["nama"]
    odd = ~column.texts.full_match(_PLAIN_PLACE if digits else _PLAIN)
    if not digits:
        odd |= column.texts.full_match(_NO_PERSON)
        odd[column.texts_of_nobody] = True
    unusual = np.flatnonzero(odd)
    suspicions = {
        position: suspicion
        for position, name in zip(unusual.tolist(), column.texts.take(unusual), strict=True)
        if (suspicion := suspicion_of(name, digits=digits)) is not None
    }

    def params(row: int) -> Params:
        suspicion = suspicions[int(column.text_codes[row])]
        return _params(*suspicion)

    nobody = table.nobody if table.model.kind.names_person else np.zeros(len(table), bool)
    return in_rows(
        roster,
        column.text_in(suspicions) & column.known & ~nobody,
        among=column.known,
        column="nama",
        params=params,
        table=table,
    )


def _params(variant: str, character: str) -> Params:
    """A character is named by its code point; only plain ASCII is printed."""
    if not character:
        return {"variant": variant}
    if character.isascii() and character.isprintable():
        return {"variant": variant, "character": f'"{character}"'}
    point = ord(character)
    name = unicodedata.name(character, _CONTROLS.get(point, "CONTROL"))
    return {"variant": variant, "character": f"U+{point:04X} {name}"}


TEXTS = """
title.id = Nama atau teks mencurigakan
title.en = Suspicious name or text
why.id = Karakter yang tidak tampak membuat dua nama yang terlihat sama menjadi berbeda, dan
  pencarian tidak menemukannya. Nama pada KTP-el ditulis dengan huruf Latin tanpa angka. Tanda yang
  ditinggalkan program di ujung baris (seperti ; atau \\) menempel pada sel terakhir, apa pun
  kolomnya.
why.en = Characters that are not seen make two names differ that look alike, and a search does not
  find them. Names on identity cards are in Latin letters without digits. Signs that programs leave
  at the end of a line (such as ; or \\) cling to its last cell, whatever its column.
message.unseen.id = nama berisi karakter yang tidak tampak⟦: {character}⟧
message.unseen.en = the name holds a character that is not seen⟦: {character}⟧
message.lost.id = ada huruf nama yang hilang⟦: {character}⟧
message.lost.en = a letter of the name was lost⟦: {character}⟧
message.formula.id = bukan nama, melainkan sisa rumus yang gagal
message.formula.en = not a name, but what is left of a formula that failed
message.word.id = bukan nama orang
message.word.en = no name of a person
message.several.id = beberapa orang dalam satu sel: satu baris hanya untuk satu orang
message.several.en = several people in one cell: a row is for one person only
message.beside.id = nama memuat kata yang bukan bagian nama: {character}
message.beside.en = the name holds a word that is no part of it: {character}
message.sign.id = nama berisi sisa ekspor atau rumus: {character}
message.sign.en = the name holds what an export or a formula left: {character}
message.line_end.id = {character} di ujung {column} bukan bagian isinya
message.line_end.en = {character} at the end of {column} is no part of it
message.ditto.id = hanya tanda untuk isi sel di atasnya, bukan isi
message.ditto.en = only a sign for the cell above, no value
message.tick.id = hanya tanda centang dokumen, bukan isi
message.tick.en = only the tick of a document, no value
message.nothing.id = hanya tulisan program untuk sel kosong, bukan isi
message.nothing.en = only what a program writes for an empty cell, no value
message.mojibake.id = huruf nama rusak⟦ (UTF-8 dibaca sebagai Windows-1252)⟧
message.mojibake.en = letters of the name were spoilt⟦ (UTF-8 read as Windows-1252)⟧
message.misread.id = {character} tidak ada dalam nama orang di sini: mungkin huruf lain yang salah
  terbaca⟦, karena berkasnya dari Mac atau DOS⟧
message.misread.en = {character} is in no name here: perhaps another letter that was misread⟦, in
  a file of a Mac or of DOS⟧
message.letterless.id = nama tanpa satu huruf pun
message.letterless.en = a name without a single letter
message.mixed.id = nama mencampur huruf dari aksara yang berbeda⟦: {character}⟧
message.mixed.en = the name mixes letters of different scripts⟦: {character}⟧
message.digit.id = nama berisi angka: {character}
message.digit.en = the name holds a digit: {character}
fix.unseen|lost|formula|word|several|sign|mojibake|letterless|mixed|digit|ditto|tick.id = Hapus isi
  selnya dan ketik ulang (nama sesuai KTP-el); jangan salin-tempel.
fix.unseen|lost|formula|word|several|sign|mojibake|letterless|mixed|digit|ditto|tick.en = Clear the
  cell and type it again (a name as on the identity card); do not paste it.
fix.beside.id = Tulis namanya saja, sesuai KTP-el; jabatan, status, dan catatan punya kolom sendiri.
fix.beside.en = Write the name alone, as on the identity card; posts, statuses and notes have
  columns of their own.
fix.misread.id = Ketik ulang namanya sesuai KTP-el.
fix.misread.en = Type the name again as on the identity card.
fix.nothing.id = Kosongkan selnya.
fix.nothing.en = Empty the cell.
fix.line_end.id = Hapus tandanya dari ujung sel; bila ada di tiap baris, simpan lagi berkasnya
  sebagai CSV UTF-8.
fix.line_end.en = Delete the sign at the end of the cell; where every line has it, save the file
  again as CSV UTF-8.
"""

FACTS = Facts(
    severity=Severity.WARNING,
    basis=PERSON_NAMES,
    passes=(
        example(),
        example("2 nama=Drs. H. Ma'ruf Pitutur, S.Sos., M.Pd."),
        example("2 nama=José João da Conceição", "3 nama=ÉMILE ÀDÉLE", "4 nama=Lhöng Dé Ôki"),
        example("2 nama=Nur ’Aini Rene\u0301e", "3 nama=Siti “Ami” Nur`aini–Sari"),
        example("desa:2 nama=Lambang Sari 1, 2"),
        example(
            "2 nama=A. Ketut Nanda (Nan)",
            "3 nama=H. Pria Utama",
            "4 nama=Null",
            "5 nama=Yohanes None",
        ),  # None is a clan of Timor
    ),
    fails=(
        example("2 nama=Wag\u200biman", at="2"),
        example("2 nama=Wag\u202eiman", at="2"),
        example("2 nama=Wag\x1b[31miman", at="2"),
        example("2 nama=Wagim\u0430n", at="2"),
        example("2 nama=Wagiman 2", at="2"),
        example("2 nama=Wag\ufffdman", at="2"),
        example("2 nama=Maâ€™ruf Pitutur", at="2"),
        example("2 nama=Belum ada", at="2"),
        example("2 nama=Wagiman Pitutur; Sulastri", at="2"),
        example("2 nama=Wagiman\\", at="2"),
        example("2 alamat=Krajan;", at="2"),
        example("2 alamat=Krajan\x1a", at="2"),
        example("2 alamat=Krajan|", at="2"),
        example("2 alamat=Krajan\\n", at="2"),
        example("2 nama=- Wagiman", "3 nama=– Sulastri", at="2 3"),
        example("2 nama=J”rg Wagiman", "3 nama=¥and£", "4 nama=Wagiman ✓", at="2-4"),
        example("2 nama='Wagiman'", at="2"),
        example("2 nama=Žndi", "3 nama=ÔAisyah", "4 nama=ÒAmiÓ Siti", "5 nama=šnal", at="2-5"),
        example("2 nama=Andr\u201a", "3 nama=âAisyah", "4 nama=Ma–ana", "5 nama=„andu", at="2-5"),
        example("2 nama=Wagiman (dobel)", at="2"),
        example("2 nama=Wagiman?", at="2"),
        example("2 nama=lihat di atas", at="2"),
        example("2 nama=Nama Lengkap", at="2"),
        example("2 alamat=idem", at="2"),
        example("2 pendidikan=√", at="2"),
        example("2 alamat=NULL", "3 divisi=NaN", "4 keterangan=(null)", at="2-4"),
        example("2 nama=Divisi Teknis", at="2"),
        example("desa:2 nama=Wonosari\\", at="desa:2"),
        example("2 nama=#N/A", at="2"),
        example("2 nama=Wagiman NULL", "3 nama=Sulastri NaN", "4 nama=Darmaji N/A", at="2-4"),
        example("2 nama=Wagiman, dll", "3 nama=Sulastri cs", "4 nama=lihat Wagiman", at="2-4"),
        example("2 nama=Ketua Wagiman", "3 nama=Bpk Ketua", "4 nama=PPS Darmaji", at="2-4"),
        example("2 nama=Wagiman (PAW)", "3 nama=Sulastri (pengganti)", at="2 3"),
        example("2 nama=1. Wagiman", "3 nama=b) Sulastri", "4 nama=c. Darmaji", at="2-4"),
        example("2 nama=b'Wagiman'", "3 nama=Sulastri,", "4 nama=Darmaji / L", at="2-4"),
        example("2 nama=L", "3 nama=Petani", "4 nama=Jumlah", "5 nama=KTP.pdf", at="2-5"),
        example("2 nama=...", at="2"),
        example("desa:2 nama=Wono\u3164sari", at="desa:2"),
        # The line feed begins a line of its own.
        example(
            "2 nama=Wag\biman",
            "3 nama=Sul\tastri",
            "4 nama=Ruk\vmini",
            "5 nama=Dar\nmaji",
            at="2-5",
        ),
    ),
)
