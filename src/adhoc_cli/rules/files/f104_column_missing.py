"""F104: a required column that the header does not name."""

from adhoc_cli.rules.api import FORMAT, Facts, Severity, example
from adhoc_cli.rules.derived import file_faults
from adhoc_cli.rules.found import Params
from adhoc_cli.tables.faults import FileFaultKind


def _variant(params: Params) -> str:
    if params["headerless"]:
        return "headerless"
    return "near" if params["nearest"] else "absent"


check = file_faults(FileFaultKind.COLUMN_MISSING, _variant, whole=True)

TEXTS = """
title.id = Kolom wajib tidak ada
title.en = Required column missing
why.id = Kolom dikenali dari judulnya, bukan dari urutannya. Kolom wajib yang tidak bernama tidak
  ditebak, supaya nama tidak terbaca sebagai alamat.
why.en = Columns are known by their header, not by their order. A required one without a name is not
  guessed at, lest a name be read as an address.
message.headerless.id = {file} tidak mempunyai baris judul kolom; kolom wajib: {missing}
message.headerless.en = {file} has no header row; required columns: {missing}
message.near.id = kolom wajib tidak ada: {missing}; mungkin yang dimaksud "{nearest}"
message.near.en = required columns missing: {missing}; perhaps "{nearest}" is meant
message.absent.id = kolom wajib tidak ada: {missing} (yang ada: {found})
message.absent.en = required columns missing: {missing} (there is: {found})
fix.headerless.id = Sisipkan baris judul kolom di atas baris pertama.
fix.headerless.en = Insert a row with the headers above the first row.
fix.near.id = Ubah judul "{nearest}" menjadi nama kolom yang diminta bila isinya memang itu.
fix.near.en = Rename the header "{nearest}" to the required one if that is what it holds.
fix.absent.id = Tambahkan kolomnya, atau perbaiki judulnya bila kolomnya sudah ada dengan nama lain.
fix.absent.en = Add the column, or mend its header where it stands under another name.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    basis=FORMAT,
    passes=(
        example(),
        example(files={"kecamatan.csv": b"Nama Kecamatan,KODE\nBulu,33.23.01\n"}),
    ),
    fails=(
        example(files={"kecamatan.csv": b"33.23.01,Bulu\n33.23.02,Tembarak\n"}, at="kecamatan:1"),
        example(files={"kecamatan.csv": b"kode,namma\n33.23.01,Bulu\n"}, at="kecamatan:1"),
        example(without="kode_wilayah", at="1"),
    ),
)
