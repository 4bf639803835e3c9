"""F115: a file of the folder that looks like a list, and that nothing reads."""

from collections import Counter
from collections.abc import Sequence

from adhoc_cli.rules.api import FORMAT, Facts, Severity, example
from adhoc_cli.rules.found import Finding, Found, Roster, described
from adhoc_cli.tables.folder import REJECTS
from adhoc_cli.tables.unread import Unread, unread_files

_JOURNAL = "koordinasi.csv"


def check(roster: Roster) -> Found:
    """The tables of the folder that nobody reads, but for those that F101 and F113 name."""
    folder = roster.folder
    told = {str(fault.params.get("nearest", fault.file)) for fault in folder.log.kept}
    read = [file.name for table in folder.tables.values() for file in table.files]
    read = [*read, _JOURNAL, *told]
    words = roster.profile.vocabulary()
    files = unread_files(folder.path, folder.names, read, folder.copies, words)
    unread = [one for one in files if not _is_half_of_rejects(one.name, folder.names)]
    counts = Counter(map(_severity, unread))
    return described(max(len(folder.names), 1), unread, _finding, counts=counts)


def _is_half_of_rejects(name: str, names: Sequence[str]) -> bool:
    """Whether it is the workbook that an import writes beside the CSV file of rejected rows."""
    return REJECTS in name.lower() and f"{name.rpartition('.')[0]}.csv" in names


def _severity(one: Unread) -> Severity:
    """Rows may be missing where the name of a file is that of a list, or a copy differs."""
    return Severity.WARNING if one.sounds or one.looks == "copy" else Severity.INFO


def _finding(one: Unread) -> Finding:
    variant = "named" if one.looks == "text" and one.suggested else one.looks
    params = {"original": one.original, "count": one.rows, "suggested": one.suggested}
    return Finding(file=one.name, params={**params, "variant": variant}, own=_severity(one))


TEXTS = """
title.id = Berkas yang tidak dibaca
title.en = A file that nothing reads
why.id = Hanya berkas dengan nama baku yang dibaca: anggota.csv, anggota-*.csv, desa.csv, dan
  seterusnya. Daftar yang disimpan dengan nama lain atau sebagai buku kerja tidak ikut dihitung,
  dan salinan berkas tidak dibaca dua kali.
why.en = Only files under their names are read: anggota.csv, anggota-*.csv, desa.csv and so on. A
  list under another name, or kept as a workbook, is not counted, and the copy of a file is not
  read a second time.
message.same.id = salinan {original} dengan isi yang sama; tidak dibaca
message.same.en = a copy of {original} with the same contents; it is not read
message.copy.id = bernama seperti salinan {original}, tetapi isinya berbeda (jumlah baris:
  {count}); tidak dibaca
message.copy.en = named like a copy of {original}, but its contents differ (rows: {count}); it is
  not read
message.open.id = tanda bahwa {original} sedang dibuka di Excel
message.open.en = the sign that {original} is open in Excel
message.workbook.id = buku kerja; tidak dibaca
message.workbook.en = a workbook; it is not read
message.named|text.id = nama berkas ini tidak dikenal; isinya tidak dibaca
message.named|text.en = the name of this file is not known; its contents are not read
fix.same.id = Hapus salinan ini, atau pindahkan ke luar folder.
fix.same.en = Delete this copy, or move it out of the folder.
fix.copy.id = Bandingkan keduanya, dan simpan yang benar dengan nama {original}. Bila berkas ini
  daftar tersendiri, beri nama lain tanpa kata salinan atau nomor dalam kurung.
fix.copy.en = Compare the two, and keep the right one as {original}. If this is a list of its own,
  give it a name without the word copy or a number in brackets.
fix.open.id = Simpan dan tutup berkas itu di Excel; bila sudah ditutup, hapus tanda ini.
fix.open.en = Save and close that file in Excel; if it is closed already, delete this sign.
fix.workbook.id = Bila isinya daftar yang diperlukan, masukkan dengan adhoc import "{file}"; bila
  bukan atau sudah dimasukkan, pindahkan ke folder lain.
fix.workbook.en = If it holds a list that is needed, bring it in with adhoc import "{file}"; if
  not, or where that is done, move it to another folder.
fix.named.id = Bila isinya daftar, ubah namanya menjadi {suggested} atau masukkan dengan adhoc
  import "{file}"; bila bukan, pindahkan ke folder lain.
fix.named.en = If it holds a list, rename it {suggested} or bring it in with adhoc import
  "{file}"; if not, move it to another folder.
fix.text.id = Bila isinya daftar yang diperlukan, masukkan dengan adhoc import "{file}"; bila
  bukan, pindahkan ke folder lain.
fix.text.en = If it holds a list that is needed, bring it in with adhoc import "{file}"; if not,
  move it to another folder.
"""

_LIST = b"nama;jabatan\nBudi;Ketua\n"
_CONTACTS = b"kode_wilayah,peran,nama\n33.23.01,camat,Sri Rejeki\n"

FACTS = Facts(
    severity=Severity.WARNING,
    basis=FORMAT,
    passes=(
        example(),
        example(
            files={"README.txt": b"Roster of Temanggung\n", ".DS_Store": b"\0", "SK.pdf": b"%"}
        ),
        example(files=dict.fromkeys(("anggota.csv", "kecamatan.csv", "desa.csv"))),  # F101
        example(files={"pps.ditolak.xlsx": b"PK", "pps.ditolak.csv": _LIST}),
        example(files={"kuota.csv": b"body,per,region_code\nPPK,kecamatan,33.23.01\n"}),
    ),
    fails=(
        example(files={"PPS-2024.csv": _LIST}, at="PPS-2024.csv"),
        example(files={"anggota-ppk.xlsx": b"PK\x03\x04"}, at="anggota-ppk.xlsx"),
        example(files={"anggota.txt": b"nama\tbadan\tjabatan\n"}, at="anggota.txt"),
        example(files={"desa-Copy.csv": b"kode,nama\n"}, at="desa-Copy.csv"),
        example(
            files={"pemangku.csv": _CONTACTS, "pemangku-salinan.csv": _CONTACTS},
            at="pemangku-salinan.csv",
        ),
        example(files={"~$anggota-pps.xlsx": b"\x05operator"}, at="~$anggota-pps.xlsx"),
        example(files={"anggota-pps.ditolak.xlsx": b"PK"}, at="anggota-pps.ditolak.xlsx"),
    ),
)
