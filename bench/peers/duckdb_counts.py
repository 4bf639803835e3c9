"""The core counts of a check as SQL over one roster folder, as an expert writes them by hand.

usage: python -m bench.peers.duckdb_counts FOLDER
"""

import sys

import duckdb

BORN = "try_cast(tanggal_lahir as date)"
DAY = "try_cast(substr(nik, 7, 2) as int)"
DAY_OF_BIRTH = f"lpad(cast(({DAY} - 1) % 40 + 1 as varchar), 2, '0')"
IN_NIK = f"try_strptime({DAY_OF_BIRTH} || substr(nik, 9, 4), '%d%m%y')"
MEMBERS = "badan = '{}' and status = 'aktif'"
QUOTA = """select count(*) from (select p.kode, count(m.nik) n,
    count(*) filter (jabatan = 'ketua') ketua from {places} p left join m
    on m.kode_wilayah = p.kode and {members} group by 1) where n <> {seats} or ketua <> 1"""
REPEATED = """select coalesce(sum(n), 0) from (select count(*) n from m where {where}
    group by {column} having count(*) > 1)"""
BODIES = "'PPK', 'PPS', 'KPPS', 'PANTARLIH', 'KETERTIBAN', 'SEKRETARIAT PPK', 'SEKRETARIAT PPS'"
COUNTS = {
    "nik-form": "select count(*) from m where not regexp_full_match(nik, '[0-9]{16}')",
    "nik-date": f"select count(*) from m where {IN_NIK} is null",
    "nik-birth": f"""select count(*) from m
        where {DAY_OF_BIRTH} || substr(nik, 9, 4) <> strftime({BORN}, '%d%m%y')""",
    "nik-gender": f"select count(*) from m where ({DAY} > 40) <> (jenis_kelamin = 'P')",
    "nik-repeated": REPEATED.format(where="status = 'aktif'", column="nik"),
    "gender": "select count(*) from m where jenis_kelamin not in ('L', 'P')",
    "birth": f"select count(*) from m where {BORN} is null",
    "under-17": f"select count(*) from m where {BORN} > date '2007-11-27'",
    "over-55": f"select count(*) from m where badan = 'KPPS' and {BORN} <= date '1968-11-27'",
    "body": f"select count(*) from m where badan not in ({BODIES})",
    "role": """select count(*) from m
        where jabatan not in ('ketua', 'anggota', 'sekretaris', 'staf')""",
    "status": "select count(*) from m where status not in ('aktif', 'cadangan')",
    "phone": "select count(*) from m where not regexp_full_match(telepon, '08[0-9]{8,11}')",
    "phone-repeated": REPEATED.format(where="true", column="telepon"),
    "place": """select count(*) from m where kode_wilayah not in (select kode from k)
        and kode_wilayah not in (select kode from v)""",
    "kecamatan": "select count(*) from v where kode_kecamatan not in (select kode from k)",
    "quota-ppk": QUOTA.format(places="k", members=MEMBERS.format("PPK"), seats=5),
    "quota-pps": QUOTA.format(places="v", members=MEMBERS.format("PPS"), seats=3),
    "quota-kpps": f"""select count(*) from (select count(*) n,
        count(*) filter (jabatan = 'ketua') ketua from m where {MEMBERS.format("KPPS")}
        group by kode_wilayah, tps) where n <> 7 or ketua <> 1""",
    "women": """select count(*) from (select avg((jenis_kelamin = 'P')::int) share from m
        where status = 'aktif' group by kode_wilayah, tps, badan) where share < 0.3""",
}


def main(folder: str) -> None:
    """Print a line a count."""
    connection = duckdb.connect()
    read = "read_csv('{}', all_varchar = true, header = true, union_by_name = true)"
    for name, files in {"m": "anggota*", "k": "kecamatan", "v": "desa"}.items():
        connection.execute(f"create table {name} as from {read.format(f'{folder}/{files}.csv')}")
    connection.execute("alter table m add column if not exists tps varchar")
    for name, query in COUNTS.items():
        found = connection.execute(query).fetchone()
        print(name, found[0] if found else 0)


if __name__ == "__main__":
    main(sys.argv[1])
