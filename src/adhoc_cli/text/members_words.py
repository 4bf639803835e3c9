"""More texts and help of `adhoc members`: lists by place, and the count of women and men."""

from __future__ import annotations

from collections.abc import Mapping

from adhoc_cli.text.words import Words

REPORT: Mapping[str, Words] = {
    "members.kode_wilayah": Words("Kode", "Code"),
    "members.nama_wilayah": Words("Wilayah", "Place"),
    "members.tanggal_lahir": Words("Tanggal lahir", "Birth date"),
    "members.divisi": Words("Divisi", "Division"),
    "members.peringkat": Words("Peringkat", "Rank"),
    "members.tanggal_mulai": Words("Mulai", "From"),
    "members.tanggal_selesai": Words("Selesai", "Until"),
    "members.alasan": Words("Alasan", "Reason"),
    "members.nomor_sk": Words("Nomor SK", "Decree"),
    "members.alamat": Words("Alamat", "Address"),
    "members.pendidikan": Words("Pendidikan", "Education"),
    "members.keterangan": Words("Keterangan", "Notes"),
    "members.desa": Words("Desa", "Desa"),
    "members.kecamatan": Words("Kecamatan", "Kecamatan"),
    "members.absent": Words(
        "Kolom yang tidak ada di berkas anggota: {columns}.",
        "Columns that the member files do not have: {columns}.",
    ),
    "members.card_note": Words("{status}, {code}", "{status}, {code}"),
    "heads.title": Words("Anggota laki-laki dan perempuan {folder}", "Women and men in {folder}"),
    "heads.statuses": Words("Yang dihitung: {statuses}.", "Counted: {statuses}."),
    "heads.by_body": Words("Per badan", "By body"),
    "heads.men": Words("L", "L"),
    "heads.women": Words("P", "P"),
    "heads.unknown": Words("Tidak diisi", "Not filled in"),
    "heads.total": Words("Jumlah", "Total"),
    "heads.percent": Words("% P", "% P"),
    "heads.caption": Words(
        "L laki-laki, P perempuan. % P: bagian perempuan dari jumlah, dibulatkan.",
        "L men, P women. % P: the women among the total, rounded.",
    ),
    "heads.caption_unknown": Words(
        "L laki-laki, P perempuan. % P: bagian perempuan dari jumlah, dibulatkan; yang tidak diisi "
        "termasuk dalam jumlah.",
        "L men, P women. % P: the women among the total, rounded; those not filled in are part of "
        "the total.",
    ),
    "heads.nameless": Words(
        "{count} baris tanpa nama tidak dihitung.", "{count} row{s} without a name not counted."
    ),
    "heads.share": Words("{women} perempuan ({percent}%)", "{women} women ({percent}%)"),
}

HELP: Mapping[str, Words] = {
    "command members": Words(
        """Daftar anggota: daftar kontak, kartu kontak, serta jumlah laki-laki dan perempuan.

\b
Contoh:
  adhoc members --region 33.23.01 --body PPS
  adhoc members --per desa --columns nama,jabatan,telepon --show-personal
  adhoc members --region 33.23.01 --format vcf --show-personal -o bulu.vcf
  adhoc members --summary""",
        """The roster itself; contact lists, contact cards, and the number of women and men.

\b
Examples:
  adhoc members --region 33.23.01 --body PPS
  adhoc members --per desa --columns nama,jabatan,telepon --show-personal
  adhoc members --region 33.23.01 --format vcf --show-personal -o bulu.vcf
  adhoc members --summary""",
    ),
    "option.columns": Words(
        "Hanya kolom ini, dalam urutan ini, misalnya nama,telepon,nama_wilayah.",
        "Only these columns, in this order, such as nama,telepon,nama_wilayah.",
    ),
    "option.members_per": Words(
        "Satu daftar untuk tiap wilayah atau badan.", "One list for each place or badan."
    ),
    "option.summary": Words(
        "Jumlah laki-laki dan perempuan per badan dan kecamatan; tanpa --status yang aktif saja.",
        "Women and men by badan and kecamatan; without --status only those who are aktif.",
    ),
    "usage.column": Words("Tidak ada kolom {name}.", "There is no column {name}."),
    "usage.not_together": Words(
        "{one} dan {other} tidak dapat dipakai bersama.", "{one} and {other} do not go together."
    ),
    "usage.vcf_personal": Words(
        "Kartu kontak memuat nomor telepon utuh: tambahkan --show-personal.",
        "Contact cards hold whole phone numbers: add --show-personal.",
    ),
}
