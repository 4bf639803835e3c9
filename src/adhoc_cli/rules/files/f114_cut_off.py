"""F114: a file that ends in the middle of a line."""

from adhoc_cli.rules.api import FORMAT, Facts, Severity, example
from adhoc_cli.rules.derived import file_faults
from adhoc_cli.tables.faults import FileFaultKind

check = file_faults(FileFaultKind.CUT, lambda params: str(params["lacks"]), whole=True)

TEXTS = """
title.id = Berkas terpotong
title.en = File cut off
why.id = Unduhan yang terputus atau penyimpanan yang penuh meninggalkan berkas yang berhenti di
  tengah baris. Baris-baris sesudahnya hilang, dan tidak ada yang menunjukkannya selain baris itu.
why.en = A broken download or a full disk leaves a file that stops in the middle of a line. The rows
  behind it are gone, and nothing but that line shows it.
message.cells.id = berkas berakhir di tengah baris: selnya kurang dan akhir barisnya tidak ada
message.cells.en = the file ends in the middle of a line: cells are missing, and so is its line end
message.quote.id = berkas berakhir di tengah sel berkutip
message.quote.en = the file ends in the middle of a quoted cell
message.text.id = berkas berakhir di tengah sel: sel terakhirnya lebih pendek daripada yang lain di
  kolomnya, dan akhir barisnya tidak ada
message.text.en = the file ends in the middle of a cell: its last cell is shorter than the others of
  its column, and there is no line end
fix.id = Ambil lagi berkas yang utuh dari sumbernya, dan cocokkan jumlah barisnya.
fix.en = Get the whole file from where it came, and compare the number of its rows.
"""

FACTS = Facts(
    severity=Severity.WARNING,
    basis=FORMAT,
    passes=(
        example(),
        example(files={"kecamatan.csv": b"kode,nama\n33.23.01,Bulu"}),
    ),
    fails=(
        example(
            files={"kecamatan.csv": b"nama,kode\nBulu,33.23.01\nKedu,33.23.07\nJumo,33.23.10\nBej"},
            at="kecamatan:5",
        ),
        example(
            files={"kecamatan.csv": b'nama,kode\nBulu,33.23.01\n"Bansa'},
            at="kecamatan:3",
        ),
        example(
            files={
                "pemangku.csv": b"peran,nama,kode_wilayah\ncamat,Ali,33.23.01\n"
                b"kapolsek,Ita,33.23.01\ndanramil,Eko,33.23.01\npuskesmas,Ani,33.23.0"
            },
            at="pemangku:5",
        ),
    ),
)
