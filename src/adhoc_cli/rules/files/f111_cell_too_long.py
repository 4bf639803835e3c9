"""F111: a cell longer than a spreadsheet can hold."""

from __future__ import annotations

from adhoc_cli.models.finding import Severity
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.derived import file_faults
from adhoc_cli.rules.examples import Example
from adhoc_cli.tables.faults import FileFaultKind
from adhoc_cli.text.words import Words

RULE = Rule(
    code="F111",
    name="cell-too-long",
    severity=Severity.ERROR,
    needs=(),
    check=file_faults(FileFaultKind.CELL_TOO_LONG),
    title=Words("Sel terlalu panjang", "Cell too long"),
    why=Words(
        "Excel memotong sel di atas 32.767 karakter. Sel sepanjang itu hampir selalu beberapa "
        "baris yang menyatu atau isi yang salah tempel.",
        "Excel cuts a cell above 32,767 characters. A cell that long is nearly always several "
        "rows run together, or something pasted by mistake.",
    ),
    message=Words(
        "sel {column} sepanjang {length} karakter (batas {limit}); baris ini tidak dihitung",
        "the cell {column} has {length} characters (limit {limit}); the row was not counted",
    ),
    fix=Words(
        "Persingkat isi selnya; periksa apakah beberapa baris menyatu di dalamnya.",
        "Shorten the cell; see whether several rows have run together in it.",
    ),
    basis=Words(
        "Batas isi sel Excel (spesifikasi Microsoft)", "Excel's limit for a cell (Microsoft)"
    ),
    passes=(Example(change={"anggota:2": {"keterangan": "x" * 32_767}}),),
    fails=(Example(change={"anggota:2": {"keterangan": "x" * 32_768}}, at=(("anggota.csv", 2),)),),
)
