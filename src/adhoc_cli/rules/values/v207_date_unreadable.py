"""V207: a date that cannot be read."""

from adhoc_cli.models.faults import CellFault
from adhoc_cli.rules.api import FORMAT, Facts, Severity, example
from adhoc_cli.rules.derived import cell_faults
from adhoc_cli.rules.found import Params


def _variant(params: Params) -> str:
    return "serial" if params["serial"] else "order" if params.get("doubted") else "date"


check = cell_faults(CellFault.DATE_UNREADABLE, _variant)

TEXTS = """
title.id = Tanggal tidak terbaca
title.en = Unreadable date
why.id = Umur, masa kerja, dan rangkap jabatan dihitung dari tanggal. Tanggal selalu dibaca hari
  lebih dahulu, baru bulan, dan tidak pernah ditebak; bila kolomnya menulis bulan lebih dahulu, yang
  dapat dibaca dua cara tidak dibaca.
why.en = Age, term and double posts are counted from dates. The day is always read before the month,
  and nothing is guessed; where its column writes the month first, what has two readings is not
  read.
message.serial.id = {column} {found} adalah nomor seri tanggal Excel, bukan tanggal
message.serial.en = {column} {found} is a serial number of Excel, not a date
message.order.id = {column} {found} dapat dibaca dua cara: tanggal lain di kolom ini menulis
  bulannya lebih dahulu
message.order.en = {column} {found} has two readings: other dates of this column have the month
  first
message.date.id = {column} {found} bukan tanggal
message.date.en = {column} {found} is not a date
fix.serial.id = Di Excel: ubah format selnya menjadi Tanggal (yyyy-mm-dd), lalu simpan lagi sebagai
  CSV UTF-8.
fix.serial.en = In Excel: format the cell as Date (yyyy-mm-dd), then save again as CSV UTF-8.
fix.order.id = Tulis bulannya dengan kata (17 Mei 2024), atau yyyy-mm-dd, di seluruh kolom.
fix.order.en = Write the month as a word (17 Mei 2024), or yyyy-mm-dd, in the whole column.
fix.date.id = Tulis seperti 2024-05-17, 17/05/2024, atau 17 Mei 2024; tahun lahir selalu empat
  angka.
fix.date.en = Write it like 2024-05-17, 17/05/2024 or 17 Mei 2024; a year of birth has four digits.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    basis=FORMAT,
    passes=(
        example(),
        example("8 tanggal_mulai=Jum'at, 26 Mei 2024"),
        example("8 tanggal_mulai=26-5-24"),
    ),
    fails=(
        example("8 tanggal_lahir=1990-02-31", at="8"),
        example("8 tanggal_lahir=17/5/90", at="8"),
        example("8 tanggal_mulai=13/13/2024", at="8"),
        example("8 tanggal_mulai=5/26/2024", "9 tanggal_mulai=5/6/2024", at="8 9"),
        example("8 tanggal_mulai=45438", at="8"),
    ),
)
