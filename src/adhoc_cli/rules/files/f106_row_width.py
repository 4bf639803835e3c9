"""F106: a row with more or fewer cells than the header."""

from adhoc_cli.rules.api import CSV, Facts, Severity, example
from adhoc_cli.rules.derived import file_faults
from adhoc_cli.tables.faults import FileFaultKind

check = file_faults(
    FileFaultKind.ROW_WIDTH,
    lambda params: "more" if params["cells"] > params["expected"] else "fewer",
)

TEXTS = """
title.id = Jumlah sel tidak sesuai
title.en = Wrong number of cells
why.id = Satu sel yang lebih atau kurang menggeser semua sel di kanannya: NIK terbaca sebagai
  alamat. Isi baris seperti itu tidak ditebak.
why.en = One cell too many or too few shifts all cells right of it: a NIK is read as an address.
  Such a row is not guessed at.
message.more.id = {cells} sel, padahal judulnya {expected} kolom; mungkin ada koma di nama atau
  alamat tanpa tanda kutip; baris ini tidak dihitung
message.more.en = {cells} cells under {expected} headers; perhaps a comma in a name or an address
  without quotes; the row was not counted
message.fewer.id = hanya {cells} dari {expected} sel; baris ini tidak dihitung
message.fewer.en = only {cells} of {expected} cells; the row was not counted
fix.more.id = Apit sel yang berisi koma dengan tanda kutip ganda: "Budi, S.Pd." Excel melakukannya
  sendiri saat menyimpan sebagai CSV UTF-8.
fix.more.en = Put the cell with the comma in double quotes: "Budi, S.Pd." Excel does so by itself
  when it saves as CSV UTF-8.
fix.fewer.id = Lengkapi selnya; sel kosong pun perlu pemisahnya. Di Excel: buka, periksa baris ini,
  simpan lagi sebagai CSV UTF-8.
fix.fewer.en = Complete the cells; an empty one needs its separator too. In Excel: open, look at
  this row, save again as CSV UTF-8.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    basis=CSV,
    tells_apart=("variant",),
    passes=(
        example(),
        example("2 alamat=Dusun Contoh, RT 01 RW 01"),
    ),
    fails=(
        example(replace={"anggota": (b"Dusun Contoh RT 01", b"Dusun Contoh, RT 01")}, at="2"),
        example(replace={"anggota": (b",SMA,\n", b",SMA\n")}, at="2"),
    ),
)
