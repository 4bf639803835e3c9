"""F111: a cell longer than a spreadsheet can hold."""

from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.derived import file_faults
from adhoc_cli.tables.faults import FileFaultKind

check = file_faults(FileFaultKind.CELL_TOO_LONG)

TEXTS = """
title.id = Sel terlalu panjang
title.en = Cell too long
why.id = Excel memotong sel di atas 32.767 karakter. Sel sepanjang itu hampir selalu beberapa baris
  yang menyatu atau isi yang salah tempel.
why.en = Excel cuts a cell above 32,767 characters. A cell that long is nearly always several rows
  run together, or something pasted by mistake.
message.id = sel {column} sepanjang {length} karakter (paling banyak {limit}); baris ini tidak
  dihitung
message.en = the cell {column} has {length} characters (limit {limit}); the row was not counted
fix.id = Persingkat isi selnya; periksa apakah beberapa baris menyatu di dalamnya.
fix.en = Shorten the cell; see whether several rows have run together in it.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    basis=Words(
        "Isi terpanjang sebuah sel Excel (spesifikasi Microsoft)",
        "Excel's limit for a cell (Microsoft)",
    ),
    passes=(example(f"2 keterangan={'x' * 32_767}"),),
    fails=(example(f"2 keterangan={'x' * 32_768}", at="2"),),
)
