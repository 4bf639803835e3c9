"""F110: a column that nothing reads."""

from adhoc_cli.rules.api import FORMAT, Facts, Severity, example, of_file
from adhoc_cli.rules.derived import file_faults
from adhoc_cli.rules.found import Params
from adhoc_cli.tables.faults import FileFaultKind


def _variant(params: Params) -> str:
    if params["column"] == f"#{params['position']}":
        return "unnamed"
    return "near" if params["nearest"] else "unknown"


check = file_faults(FileFaultKind.COLUMN_UNKNOWN, _variant, whole=True)

TEXTS = """
title.id = Kolom tidak dikenal
title.en = Unknown column
why.id = Kolom yang tidak dikenal dilewati. Bila itu salah ketik, aturan yang memerlukannya tidak
  berjalan.
why.en = An unknown column is passed over. Where it is a misspelling, the rules that need it do not
  run.
message.near.id = kolom "{column}" tidak dikenal dan tidak dibaca; mungkin yang dimaksud
  {nearest}
message.near.en = the column "{column}" is unknown and not read; perhaps {nearest} is meant
message.unnamed.id = kolom ke-{position} berisi sesuatu tetapi tidak berjudul; tidak dibaca
message.unnamed.en = column {position} holds something but has no header; it is not read
message.unknown.id = kolom "{column}" tidak dikenal dan tidak dibaca
message.unknown.en = the column "{column}" is unknown and not read
fix.near.id = Ubah judulnya menjadi {nearest} bila isinya memang itu; bila tidak, biarkan.
fix.near.en = Rename it to {nearest} if that is what it holds; else leave it.
fix.unnamed.id = Beri judul kolomnya, atau kosongkan bila tidak diperlukan.
fix.unnamed.en = Give the column a header, or empty it where nobody needs it.
fix.unknown.id = Biarkan bila memang catatan sendiri; hapus bila tidak diperlukan.
fix.unknown.en = Leave it where it is a note of your own; delete it where nobody needs it.
"""

FACTS = Facts(
    severity=Severity.INFO,
    basis=FORMAT,
    passes=(example(),),
    fails=(
        example(files={"kecamatan.csv": b"kode,nama,\n33.23.01,Bulu,43\n"}, at="kecamatan:1"),
        of_file("kecamatan", "kode,nama,luas_km2", "33.23.01,Bulu,43", at="kecamatan:1"),
        of_file("desa", "kode,nama,jeniss", "33.23.01.2016,Wonosari,desa", at="desa:1"),
    ),
)
