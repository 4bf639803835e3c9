"""F106: a row with more or fewer cells than the header."""

from __future__ import annotations

from adhoc_cli.models.finding import Severity
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.bases import CSV
from adhoc_cli.rules.derived import file_faults
from adhoc_cli.rules.examples import Example
from adhoc_cli.tables.faults import FileFaultKind
from adhoc_cli.text.words import Words

RULE = Rule(
    code="F106",
    name="row-width",
    severity=Severity.ERROR,
    needs=(),
    check=file_faults(
        FileFaultKind.ROW_WIDTH,
        lambda params: "more" if params["cells"] > params["expected"] else "fewer",
    ),
    title=Words("Jumlah sel tidak sesuai", "Wrong number of cells"),
    why=Words(
        "Satu sel yang lebih atau kurang menggeser semua sel di kanannya: NIK terbaca sebagai "
        "alamat. Baris seperti itu tidak ditebak.",
        "One cell too many or too few shifts all cells right of it: a NIK is read as an address. "
        "Such a row is not guessed at.",
    ),
    message={
        "more": Words(
            "{cells} sel, padahal judulnya {expected} kolom; barangkali ada koma di nama atau "
            "alamat tanpa tanda kutip; baris ini tidak dihitung",
            "{cells} cells under {expected} headers; perhaps a comma in a name or an address "
            "without quotes; the row was not counted",
        ),
        "fewer": Words(
            "hanya {cells} dari {expected} sel; baris ini tidak dihitung",
            "only {cells} of {expected} cells; the row was not counted",
        ),
    },
    fix={
        "more": Words(
            'Apit sel yang berisi koma dengan tanda kutip ganda: "Budi, S.Pd." Excel melakukannya '
            "sendiri saat menyimpan sebagai CSV UTF-8.",
            'Put the cell with the comma in double quotes: "Budi, S.Pd." Excel does so by itself '
            "when it saves as CSV UTF-8.",
        ),
        "fewer": Words(
            "Lengkapi selnya; sel kosong pun perlu pemisahnya. Di Excel: buka, periksa baris ini, "
            "simpan lagi sebagai CSV UTF-8.",
            "Complete the cells; an empty one needs its separator too. In Excel: open, look at "
            "this row, save again as CSV UTF-8.",
        ),
    },
    basis=CSV,
    tells_apart=("variant",),
    passes=(
        Example(),
        Example(change={"anggota:2": {"alamat": "Dusun Contoh, RT 01 RW 01"}}),
    ),
    fails=(
        Example(
            replace={"anggota": (b"Dusun Contoh RT 01", b"Dusun Contoh, RT 01")},
            at=(("anggota.csv", 2),),
        ),
        Example(replace={"anggota": (b",SMA,\n", b",SMA\n")}, at=(("anggota.csv", 2),)),
    ),
)
