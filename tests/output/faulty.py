"""The example of a small roster with faults that most views are shown of."""

from __future__ import annotations

from adhoc_cli.rules.examples import Example

# Two gaps, one of them a whole PPS without reserves; faults of NIK, phone and date; names that play
# tricks; stakeholders to call, one without a number; KPPS for one TPS with nobody.
FAULTY = Example(
    change={
        "anggota:3": {"nama": "=HYPERLINK(1)", "telepon": "081290001117"},
        "anggota:4": {"nik": "33230103038200"},
        "anggota:5": {"nama": "Rukmini [bold]T*lagasari* | \x1b[31m\u202e"},
        "anggota:6": {"tanggal_lahir": "31/02/1984"},
        "anggota:8": {"status": "mengundurkan diri", "alasan": "pindah"},
        "anggota:14": {"telepon": "0812"},
    },
    drop=("anggota:10", "anggota:11", "anggota:12", "anggota:21", "anggota:22", "anggota:23"),
    add={
        "pemangku": (
            {"kode_wilayah": "33.23.01.2013", "peran": "kades", "nama": "Sutrisno Kaligawe",
             "telepon": "081390001234"},
            {"kode_wilayah": "33.23.01", "peran": "camat", "nama": "Heni Wulandari", "telepon": ""},
        ),
        "tps": ({"kode_desa": "33.23.01.2016", "nomor": "1", "jumlah_pemilih": "380"},),
    },
    settings='badan = ["KPPS"]\n\n[ubah.badan.PPS]\nusia_min = 18\n',
)  # fmt: skip
