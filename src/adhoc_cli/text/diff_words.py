"""The texts and the help of `adhoc diff`."""

from __future__ import annotations

from collections.abc import Mapping

from adhoc_cli.text.words import Words

REPORT: Mapping[str, Words] = {
    "diff.title": Words("Perubahan dari {old} ke {new}", "Changes from {old} to {new}"),
    "diff.same": Words("✓ Tidak ada yang berubah.", "✓ Nothing has changed."),
    "diff.by_kecamatan": Words("Per kecamatan", "By kecamatan"),
    "diff.total": Words("Jumlah", "Total"),
    "diff.kind.replaced": Words("Diganti", "Replaced"),
    "diff.kind.joined": Words("Masuk", "Joined"),
    "diff.kind.promoted": Words("Naik dari cadangan", "From the reserve"),
    "diff.kind.returned": Words("Kembali bertugas", "Returned"),
    "diff.kind.left": Words("Keluar", "Left"),
    "diff.kind.moved": Words("Pindah", "Moved"),
    "diff.kind.chair_changed": Words("Ketua berganti", "Chair changed"),
    "diff.kind.nik_corrected": Words("NIK diperbaiki", "NIK corrected"),
    "diff.kind.corrected": Words("Data diperbaiki", "Data corrected"),
    "diff.kind.reserve_joined": Words("Cadangan baru", "New in reserve"),
    "diff.kind.reserve_left": Words("Cadangan berkurang", "Left the reserve"),
    "diff.kind.record_added": Words("Catatan ditambah", "Record added"),
    "diff.kind.record_dropped": Words("Catatan dihapus", "Record dropped"),
    "diff.kind.unclear": Words("Tidak jelas siapa", "Unclear who is who"),
    "diff.section": Words("{kind}: {count}", "{kind}: {count}"),
    "diff.change": Words("{place}: {who}", "{place}: {who}"),
    "diff.arrow": Words("{old} → {new}", "{old} → {new}"),
    "diff.role": Words("{name} ({role})", "{name} ({role})"),
    "diff.nobody": Words("tidak ada", "nobody"),
    "diff.empty": Words("(kosong)", "(empty)"),
    "diff.field": Words("{field}: {old} → {new}", "{field}: {old} → {new}"),
    "diff.why": Words("berhenti: {what}", "left: {what}"),
    "diff.moved_on": Words("pindah ke {post}", "moved to {post}"),
    "diff.came_from": Words("pindah dari {post}", "moved from {post}"),
    "diff.no_row": Words("barisnya tidak ada lagi", "the row is gone"),
    "diff.unsure": Words(
        "siapa menggantikan siapa tidak pasti: beberapa orang berganti di sini",
        "who took whose seat is not certain: several changed here",
    ),
    "diff.doubtful": Words(
        "nama dan tanggal lahir berubah bersama: mungkin dua orang dengan satu NIK",
        "name and birth date changed together: perhaps two people with one NIK",
    ),
    "diff.rank": Words("peringkat {rank}", "rank {rank}"),
    "diff.order.kept": Words("urutan peringkat dijaga", "the order of ranks was kept"),
    "diff.order.passed_over": Words(
        "melewati yang masih menunggu: {names}", "passed over those who still wait: {names}"
    ),
    "diff.order.no_reserve": Words(
        "dari luar daftar; cadangan sudah habis", "from outside the list; nobody was left on it"
    ),
    "diff.order.unknown": Words(
        "urutan peringkat tidak diketahui", "the order of ranks is unknown"
    ),
    "diff.record": Words("baris lama tetap ada: {status}", "the old row is still there: {status}"),
    "diff.places": Words("Wilayah: {count}", "Places: {count}"),
    "diff.place.added": Words("+ {place}", "+ {place}"),
    "diff.place.dropped": Words("- {place}", "- {place}"),
    "diff.place.renamed": Words("{place}: nama {old} → {new}", "{place}: name {old} → {new}"),
    "diff.place.changed": Words(
        "{place}: {column} {old} → {new}", "{place}: {column} {old} → {new}"
    ),
    "diff.columns": Words("Kolom: {count}", "Columns: {count}"),
    "diff.column.added": Words(
        "+ {file}.{column}: hanya ada di {new}, tidak dapat dibandingkan",
        "+ {file}.{column}: only in {new}, could not be compared",
    ),
    "diff.column.dropped": Words(
        "- {file}.{column}: hanya ada di {old}, tidak dapat dibandingkan",
        "- {file}.{column}: only in {old}, could not be compared",
    ),
    "diff.fields": Words("Data yang diperbaiki: {fields}", "Data corrected: {fields}"),
    "diff.rows": Words(
        "{side}: {rows} baris = {compared} dibandingkan + {nameless} tanpa nama + {rejected} "
        "ditolak",
        "{side}: {rows} row{s} = {compared} compared + {nameless} without a name + {rejected} "
        "rejected",
    ),
    "diff.rejected_new": Words(
        "{count} baris {side} ditolak: yang tercatat keluar mungkin ada di antaranya (lihat adhoc "
        "check).",
        "{count} row{s} of {side} rejected: who is told to have left may be among them (see adhoc "
        "check).",
    ),
    "diff.rejected_old": Words(
        "{count} baris {side} ditolak: yang tercatat masuk mungkin ada di antaranya (lihat adhoc "
        "check).",
        "{count} row{s} of {side} rejected: who is told to have joined may be among them (see "
        "adhoc check).",
    ),
    "diff.unreadable": Words(
        "Tidak dapat dibandingkan: {files} tidak ada atau tidak terbaca.",
        "Could not be compared: {files} missing or unreadable.",
    ),
    "diff.masked": Words(
        "Data pribadi disamarkan; tampilkan dengan --show-personal.",
        "Personal data is masked; --show-personal shows it.",
    ),
    "diff.count": Words("{count} perubahan", "{count} change{s}"),
    "diff.none_count": Words("tidak ada perubahan", "no change"),
    "diff.incomplete": Words("tidak lengkap", "incomplete"),
}

HELP: Mapping[str, Words] = {
    "command diff": Words(
        """Apa yang berubah antara dua folder daftar, atau dua berkas anggota.

Siapa masuk, keluar, menggantikan siapa, dan pindah; ketua yang berganti; data yang diperbaiki; \
wilayah yang bertambah atau hilang. Orang dikenali dari NIK, selain itu dari wilayah, badan, dan \
nama. Kode keluar 0 bila sama, 1 bila ada yang berubah.

\b
Contoh:
  adhoc diff cadangan/2024-06-01 data/temanggung
  adhoc diff lama/anggota-pps.csv baru/anggota-pps.csv --format csv""",
        """What changed between two roster folders, or two files of members.

Who joined, left, replaced whom, and moved; chairs that changed; data that was corrected; places \
added or dropped. People are known by NIK, else by place, body, and name. Exit code 0 when they \
are the same, 1 when anything changed.

\b
Examples:
  adhoc diff backup/2024-06-01 data/temanggung
  adhoc diff old/anggota-pps.csv new/anggota-pps.csv --format csv""",
    ),
    "argument.old": Words(
        "Folder daftar atau berkas anggota yang lama.", "The old roster folder or file of members."
    ),
    "argument.new": Words(
        "Folder daftar atau berkas anggota yang baru.", "The new roster folder or file of members."
    ),
}
