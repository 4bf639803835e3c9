"""What is filled in from the rows above, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from adhoc_cli.intake.doctor import Options, plan
from adhoc_cli.profiles.load import load_profile

REGIONS = {
    "kecamatan.csv": "kode,nama\n33.23.01,Bulu\n33.23.17,Kledung\n",
    "desa.csv": (
        "kode,nama\n33.23.01.2001,Wonosari\n33.23.01.2002,Mondoretno\n33.23.17.1002,Tuksari\n"
    ),
}


@pytest.mark.parametrize(
    ("desa", "code", "kecamatan"),
    [("Mondoretno", "33.23.01.2002", "Bulu"), ("Tuksari", "33.23.17.1002", "")],
)
def test_a_code_of_another_kecamatan_ends_the_group(
    tmp_path: Path, desa: str, code: str, kecamatan: str
) -> None:
    """An empty kecamatan is that of the row above, but not where the row's own code denies it."""
    for name, text in REGIONS.items():
        (tmp_path / name).write_text(text)
    source = tmp_path / "sumber.csv"
    source.write_text(
        "nama,badan,jabatan,kode_wilayah,desa,kecamatan\n"
        "Siti,PPS,ketua,33.23.01.2001,Wonosari,Bulu\n"
        + "".join(f"{name},PPS,anggota,33.23.01.2001,Wonosari,\n" for name in "ABCD")
        + f"Budi,PPS,anggota,{code},{desa},\n"
    )
    made = plan([source], "anggota", tmp_path, load_profile("pilkada-2024"), Options())
    assert made.rows[-1] == ("Budi", "PPS", "anggota", code, desa, kecamatan)
    assert not made.kept
    [carried] = [c for c in made.changes if c.column == "kecamatan"]
    assert (carried.key, carried.count) == ("carried", 4 + bool(kecamatan))
