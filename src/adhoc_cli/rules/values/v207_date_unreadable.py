"""V207: a date that is none."""

from __future__ import annotations

from adhoc_cli.models.faults import CellFault
from adhoc_cli.models.finding import Severity
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.bases import FORMAT
from adhoc_cli.rules.derived import cell_faults
from adhoc_cli.rules.examples import Example
from adhoc_cli.text.words import Words

RULE = Rule(
    code="V207",
    name="date-unreadable",
    severity=Severity.ERROR,
    needs=(),
    check=cell_faults(
        CellFault.DATE_UNREADABLE, lambda params: "serial" if params["serial"] else "date"
    ),
    title=Words("Tanggal tidak terbaca", "Unreadable date"),
    why=Words(
        "Umur, masa kerja, dan rangkap jabatan dihitung dari tanggal. Tanggal selalu dibaca hari "
        "lebih dahulu, baru bulan, dan tidak pernah ditebak.",
        "Age, term and double posts are counted from dates. The day is always read before the "
        "month, and nothing is guessed.",
    ),
    message={
        "serial": Words(
            "{column} {found} adalah nomor seri tanggal Excel, bukan tanggal",
            "{column} {found} is a serial number of Excel, not a date",
        ),
        "date": Words("{column} {found} bukan tanggal", "{column} {found} is not a date"),
    },
    fix={
        "serial": Words(
            "Di Excel: ubah format selnya menjadi Tanggal (yyyy-mm-dd), lalu simpan lagi sebagai "
            "CSV UTF-8.",
            "In Excel: format the cell as Date (yyyy-mm-dd), then save again as CSV UTF-8.",
        ),
        "date": Words(
            "Tulis seperti 2024-05-17, 17/05/2024, atau 17 Mei 2024; tahun lahir selalu empat "
            "angka.",
            "Write it like 2024-05-17, 17/05/2024 or 17 Mei 2024; a year of birth has four digits.",
        ),
    },
    basis=FORMAT,
    passes=(
        Example(),
        Example(change={"anggota:8": {"tanggal_mulai": "Jum'at, 26 Mei 2024"}}),
        Example(change={"anggota:8": {"tanggal_mulai": "26-5-24"}}),
    ),
    fails=(
        Example(change={"anggota:8": {"tanggal_lahir": "1990-02-31"}}, at=(("anggota.csv", 8),)),
        Example(change={"anggota:8": {"tanggal_lahir": "17/5/90"}}, at=(("anggota.csv", 8),)),
        Example(change={"anggota:8": {"tanggal_mulai": "13/13/2024"}}, at=(("anggota.csv", 8),)),
        Example(change={"anggota:8": {"tanggal_mulai": "45438"}}, at=(("anggota.csv", 8),)),
    ),
)
