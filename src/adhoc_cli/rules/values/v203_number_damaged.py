"""V203: digits that a spreadsheet has turned into a number."""

from adhoc_cli.models.faults import CellFault
from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.derived import cell_faults

check = cell_faults(CellFault.NUMBER_DAMAGED, "damage")

TEXTS = """
title.id = Angka rusak oleh Excel
title.en = Number damaged by a spreadsheet
why.id = Excel menyimpan paling banyak 15 angka penting. NIK yang tampil sebagai 3E+15 sudah
  kehilangan angka-angka terakhirnya, dan angka itu tidak dapat dipulihkan.
why.en = Excel keeps no more than 15 significant digits. A NIK shown as 3E+15 has lost its last
  digits, and they cannot be restored.
message.scientific.id = {column} {found} tertulis dalam bentuk ilmiah (E+); angka-angka terakhirnya
  hilang
message.scientific.en = {column} {found} is in scientific notation; its last digits are lost
message.decimal.id = {column} {found} tersimpan sebagai bilangan desimal; angka di depan komanya
  mungkin sudah berubah
message.decimal.en = {column} {found} was stored as a decimal number; the digits before the point
  may have changed
fix.id = Di Excel: format kolomnya sebagai Teks, isi lagi dari sumber aslinya, lalu Simpan Sebagai >
  CSV UTF-8. Jangan mengetik ulang dari angka yang rusak.
fix.en = In Excel: format the column as Text, fill it in again from the original source, then Save
  As > CSV UTF-8. Do not retype it from the damaged number.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    basis=Words(
        "Ketentuan format adhoc-cli; ketelitian bilangan Excel 15 angka",
        "adhoc-cli file format; Excel's precision of 15 digits",
    ),
    passes=(
        example(),
        example("8 nik='3323014708860007"),
    ),
    fails=(
        example("8 nik=3,32301E+15", at="8"),
        example("8 nik=3323014708860007.0", at="8"),
        example("8 telepon=8.1290007819E+10", at="8"),
        example("desa:3 kode=3323012013.0", at="desa:3"),
    ),
)
