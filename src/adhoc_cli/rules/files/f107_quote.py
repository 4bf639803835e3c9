"""F107: quotes that do not enclose a cell."""

from adhoc_cli.rules.api import Facts, Severity, Words, example, of_file
from adhoc_cli.rules.derived import file_faults
from adhoc_cli.tables.faults import FileFaultKind

check = file_faults(
    FileFaultKind.QUOTE,
    lambda params: "header" if params["unreadable"] else str(params["fault"]),
)

TEXTS = """
title.id = Tanda kutip keliru
title.en = Faulty quotes
why.id = Tanda kutip ganda mengapit sel. Yang tidak ditutup menelan baris-baris di bawahnya sebagai
  satu sel, dan orang-orangnya hilang tanpa peringatan.
why.en = Double quotes enclose a cell. One that is not closed swallows the rows below it as a single
  cell, and their people vanish without a word.
message.header.id = tanda kutip di baris judul keliru (karakter ke-{position}); {file} tidak dibaca
message.header.en = a faulty quote in the header row (character {position}); {file} is not read
message.unclosed.id = tanda kutip di karakter ke-{position} tidak ditutup; baris ini tidak dihitung
message.unclosed.en = the quote at character {position} is not closed; the row was not counted
message.after.id = ada teks setelah tanda kutip penutup (sel mulai di karakter ke-{position}); baris
  ini tidak dihitung
message.after.en = there is text after a closing quote (the cell begins at character {position});
  the row was not counted
message.bare.id = ada tanda kutip di tengah sel (karakter ke-{position}); baris ini tidak dihitung
message.bare.en = a quote stands inside a cell (character {position}); the row was not counted
fix.id = Hapus tanda kutipnya, atau apit seluruh sel dan gandakan kutip di dalamnya: "Budi ""Bejo""
  Santoso".
fix.en = Delete the quote, or enclose the whole cell and double the quotes in it: "Budi ""Bejo""
  Santoso".
"""

FACTS = Facts(
    severity=Severity.ERROR,
    basis=Words("RFC 4180 bagian 2 butir 5-7", "RFC 4180 section 2, items 5-7"),
    tells_apart=("fault",),
    passes=(
        example(),
        example('2 nama=Wagiman "Bejo" Pitutur'),
        example("2 alamat=Dusun Contoh\nRT 01"),
    ),
    fails=(
        example(files={"kecamatan.csv": b'kode,"nama\n33.23.01,Bulu\n'}, at="kecamatan:1"),
        of_file("kecamatan", "kode,nama", '33.23.01,"Bulu', "33.23.02,Tembarak", at="kecamatan:2"),
        example(replace={"anggota": (b"Wagiman Pitutur", b'"Wagiman" Pitutur')}, at="2"),
        example(replace={"anggota": (b"Darmaji Kaliwatu", b'Darmaji "Kaliwatu"')}, at="4"),
    ),
)
