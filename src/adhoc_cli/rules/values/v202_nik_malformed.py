"""V202: a NIK that is not 16 digits with a possible date."""

from adhoc_cli.models.faults import CellFault
from adhoc_cli.rules.api import NIK, Facts, Severity, example
from adhoc_cli.rules.derived import cell_faults
from adhoc_cli.rules.found import Params


def _variant(params: Params) -> str:
    # Sixteen characters that are no NIK hold something else than the digits 0-9.
    odd = params["fault"] == "length" and params["length"] == 16
    return "characters" if odd else str(params["fault"])


check = cell_faults(CellFault.NIK_MALFORMED, _variant)

TEXTS = """
title.id = NIK tidak sah
title.en = Malformed NIK
why.id = NIK terdiri atas 16 angka: kode wilayah (6), tanggal, bulan, dan tahun lahir (6; perempuan:
  tanggal + 40), dan nomor urut (4). NIK yang lain tidak dapat dicocokkan dengan data mana pun.
why.en = A NIK has 16 digits: place code (6), day, month and year of birth (6; women: day + 40) and
  a serial number (4). Anything else cannot be matched with any other record.
message.length.id = NIK {found} bukan 16 angka (panjangnya {length})
message.length.en = NIK {found} is not 16 digits (its length is {length})
message.characters.id = NIK {found} berisi karakter selain angka 0-9
message.characters.en = NIK {found} holds characters other than the digits 0-9
message.day.id = NIK {found}: tanggal lahir di dalamnya bukan 01-31 atau 41-71
message.day.en = NIK {found}: the day of birth in it is not 01-31 or 41-71
message.month.id = NIK {found}: bulan lahir di dalamnya bukan 01-12
message.month.en = NIK {found}: the month of birth in it is not 01-12
message.date.id = NIK {found}: tanggal lahir di dalamnya tidak ada di kalender
message.date.en = NIK {found}: the date of birth in it does not exist
fix.id = Salin ulang NIK dari KTP-el; di Excel format kolomnya sebagai Teks lebih dahulu.
fix.en = Copy the NIK again from the identity card; in Excel format the column as Text first.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    basis=NIK,
    passes=(
        example(),
        example("8 nik=3323014708860007"),
        example("8 nik=9171016902000001"),
    ),
    fails=(
        example("8 nik=33230147088600", at="8"),
        example("8 nik=33230147O8860007", at="8"),
        example("8 nik=3323013908860007", at="8"),
        example("8 nik=3323013002860007", at="8"),
        example("8 nik=3323010713860007", at="8"),
    ),
)
