"""The counts of `duckdb_counts.py` as expressions of polars.

usage: python -m bench.peers.polars_counts FOLDER
"""

import sys
from datetime import date
from pathlib import Path

import polars as pl

NIK, BORN, STATUS, BODY = pl.col("nik"), pl.col("born"), pl.col("status"), pl.col("badan")
SERVING = STATUS == "aktif"
DAY = NIK.str.slice(6, 2).cast(pl.Int32, strict=False)
DAY_OF_BIRTH = ((DAY - 1) % 40 + 1).cast(pl.String).str.zfill(2) + NIK.str.slice(8, 4)
CHAIR = (pl.col("jabatan") == "ketua").sum().alias("ketua")
BODIES = [
    *("PPK", "PPS", "KPPS", "PANTARLIH", "KETERTIBAN"), *("SEKRETARIAT PPK", "SEKRETARIAT PPS"),
]  # fmt: skip
OF_ROWS = {
    "nik-form": ~NIK.str.contains(r"^[0-9]{16}$"),
    "nik-date": DAY_OF_BIRTH.str.to_date("%d%m%y", strict=False).is_null(),
    "nik-birth": BORN.dt.strftime("%d%m%y") != DAY_OF_BIRTH,
    "nik-gender": (DAY > 40) != (pl.col("jenis_kelamin") == "P"),
    "gender": ~pl.col("jenis_kelamin").is_in(["L", "P"]),
    "birth": BORN.is_null(),
    "under-17": date(2007, 11, 27) < BORN,
    "over-55": (BODY == "KPPS") & (date(1968, 11, 27) >= BORN),
    "body": ~BODY.is_in(BODIES),
    "role": ~pl.col("jabatan").is_in(["ketua", "anggota", "sekretaris", "staf"]),
    "status": ~STATUS.is_in(["aktif", "cadangan"]),
    "phone": ~pl.col("telepon").str.contains(r"^08[0-9]{8,11}$"),
}


def repeated(members: pl.DataFrame, column: str) -> int:
    """How many rows share their text with another."""
    return int(members.select(pl.col(column).is_duplicated().sum()).item())


def off_quota(members: pl.DataFrame, places: pl.DataFrame, body: str, seats: int) -> int:
    """How many places have not as many active members, or not one ketua."""
    of_body = members.filter((body == BODY) & SERVING)
    counts = of_body.group_by("kode_wilayah").agg(pl.len().alias("n"), CHAIR)
    every = places.join(counts, left_on="kode", right_on="kode_wilayah", how="left").fill_null(0)
    off = every.filter((pl.col("n") != seats) | (pl.col("ketua") != 1))
    return int(off.height)


def main(folder: Path) -> None:
    """Print a line a count."""
    files = [pl.scan_csv(file, infer_schema=False) for file in sorted(folder.glob("anggota*.csv"))]
    born = pl.col("tanggal_lahir").str.to_date("%Y-%m-%d", strict=False).alias("born")
    members = pl.concat(files, how="diagonal").with_columns(born).collect()
    if "tps" not in members.columns:
        members = members.with_columns(tps=pl.lit(None, pl.String))
    kecamatan, desa = (
        pl.read_csv(folder / f"{name}.csv", infer_schema=False) for name in ("kecamatan", "desa")
    )
    found = members.select(test.sum().alias(name) for name, test in OF_ROWS.items()).row(0)
    counts = dict(zip(OF_ROWS, found, strict=True))
    counts["nik-repeated"] = repeated(members.filter(SERVING), "nik")
    counts["phone-repeated"] = repeated(members, "telepon")
    codes = pl.concat([kecamatan["kode"], desa["kode"]]).implode()
    counts["place"] = members.select((~pl.col("kode_wilayah").is_in(codes)).sum()).item()
    known = kecamatan["kode"].implode()
    counts["kecamatan"] = desa.select((~pl.col("kode_kecamatan").is_in(known)).sum()).item()
    counts["quota-ppk"] = off_quota(members, kecamatan, "PPK", 5)
    counts["quota-pps"] = off_quota(members, desa, "PPS", 3)
    kpps = members.filter((BODY == "KPPS") & SERVING)
    of_tps = kpps.group_by("kode_wilayah", "tps").agg(pl.len().alias("n"), CHAIR)
    counts["quota-kpps"] = of_tps.filter((pl.col("n") != 7) | (pl.col("ketua") != 1)).height
    women = (pl.col("jenis_kelamin") == "P").mean().alias("share")
    of_units = members.filter(SERVING).group_by("kode_wilayah", "tps", "badan").agg(women)
    counts["women"] = of_units.filter(pl.col("share") < 0.3).height
    for name, count in counts.items():
        print(name, count)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
