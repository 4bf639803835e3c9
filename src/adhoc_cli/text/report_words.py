"""The texts and the help of `adhoc report`."""

from __future__ import annotations

from collections.abc import Mapping

from adhoc_cli.text.words import Words

REPORT: Mapping[str, Words] = {
    # The first line, and the one below it.
    "report.new": Words("Baru {count}", "New {count}"),
    "report.nothing_new": Words("Tidak ada yang baru", "Nothing new"),
    "report.solved": Words("selesai {count}", "solved {count}"),
    "report.still_open": Words("masih terbuka {count}", "still open {count}"),
    "report.still_open_oldest": Words(
        "masih terbuka {count} (terlama {days} hari)", "still open {count} (oldest {days} day{s})"
    ),
    "report.unseen": Words("tidak diperiksa lagi {count}", "no longer checked {count}"),
    "report.now_waived": Words("kini dikecualikan {count}", "now waived {count}"),
    "report.first": Words("Laporan pertama", "First report"),
    "report.overdue": Words("{count} koordinasi terlambat", "{count} item{s} overdue"),
    # The head.
    "report.title": Words("Laporan badan adhoc {folder}", "Report on the ad hoc bodies {folder}"),
    "report.title_public": Words("Laporan badan adhoc", "Report on the ad hoc bodies"),
    "report.compared": Words(
        "Dibandingkan dengan laporan {date}.", "Compared with the report of {date}."
    ),
    "report.other_profile": Words(
        "Laporan sebelumnya memakai profil {profile}: aturan dan jumlah kursinya lain.",
        "The report before used the profile {profile}: its rules and seats are others.",
    ),
    # What is new.
    "report.news_new": Words("Baru: {count}", "New: {count}"),
    "report.news_solved": Words("Selesai: {count}", "Solved: {count}"),
    "report.news_open": Words("Masih terbuka: {count}", "Still open: {count}"),
    "report.news_unseen": Words("Tidak diperiksa lagi: {count}", "No longer checked: {count}"),
    "report.news_unseen_what": Words(
        "Ada dalam laporan sebelumnya; kini aturannya tidak dapat melihatnya. Belum tentu selesai.",
        "In the report before; now their rules cannot look there. They may not be solved.",
    ),
    "report.news_waived": Words("Kini dikecualikan: {count}", "Now waived: {count}"),
    "report.known": Words(
        "{what}, sejak {date} ({days} hari)", "{what}, since {date} ({days} day{s})"
    ),
    "report.counted": Words(
        "{what}: dari {before} menjadi {now}", "{what}: from {before} to {now}"
    ),
    "report.more": Words("… dan {count} lagi: {command}", "… and {count} more: {command}"),
    "report.more_public": Words("… dan {count} lagi", "… and {count} more"),
    "report.days": Words("Hari", "Days"),
    "report.since": Words("Sejak", "Since"),
    "report.place": Words("Wilayah", "Place"),
    "report.finding": Words("Temuan", "Finding"),
    "report.rule": Words("Aturan", "Rule"),
    "report.count": Words("Jumlah", "Count"),
    # The state.
    "report.coordination": Words("Koordinasi", "Coordination"),
    "report.no_coordination": Words(
        "Koordinasi tidak dapat dihitung: daftar wilayah atau koordinasi.csv tidak terbaca.",
        "Coordination cannot be counted: the places or koordinasi.csv cannot be read.",
    ),
    "report.no_journal": Words(
        "Belum dicatat: folder ini tidak memuat koordinasi.csv (adhoc checklist mark).",
        "Not recorded yet: there is no koordinasi.csv in this folder (adhoc checklist mark).",
    ),
    "report.late": Words("Koordinasi terlambat: {count}", "Coordination overdue: {count}"),
    "report.deadlines": Words("Tenggat", "Deadlines ahead"),
    "report.no_deadlines": Words("Tidak ada lagi di profil ini.", "None left in this profile."),
    "report.more_deadlines": Words(
        "… dan {count} lagi sampai {date}", "… and {count} more until {date}"
    ),
    "report.left": Words("H-n", "H-n"),
    "report.day": Words("Tanggal", "Day"),
    "report.what": Words("Apa", "What"),
    "report.open": Words("Belum", "Not yet"),
    "report.today": Words("hari ini", "today"),
    "report.h_left": Words("H-{days}", "H-{days}"),
    "report.h_late": Words("H+{days}", "H+{days}"),
    "report.ahead.oath": Words("pelantikan {what}", "oath of the {what}"),
    "report.ahead.term_end": Words("masa kerja {what} berakhir", "term of the {what} ends"),
    "report.ahead.secretariat": Words("batas {what} lengkap", "last day for a complete {what}"),
    "report.ahead.training": Words("batas bimtek {what}", "last day for the bimtek of the {what}"),
    "report.ahead.stage": Words("mulai: {what}", "begins: {what}"),
    "report.ahead.stage_end": Words("selesai: {what}", "ends: {what}"),
    "report.ahead.voting": Words("pemungutan suara", "voting day"),
    "report.ahead.item": Words("batas koordinasi {what}", "last day for coordination {what}"),
    "report.ahead.waiver": Words("pengecualian {what} berakhir", "waiver of {what} ends"),
    "report.seats": Words("Kursi per kecamatan", "Seats by kecamatan"),
    "report.told_above": Words("{codes}: lihat di atas.", "{codes}: see above."),
    "report.women_men": Words("Perempuan dan laki-laki", "Women and men"),
    "report.secretariats": Words("Sekretariat", "Sekretariat"),
    "report.complete": Words("Lengkap", "Complete"),
    "report.people": Words("Orang", "People"),
    "report.last_day": Words("Batas", "Last day"),
    "report.training": Words("Bimtek", "Bimtek"),
    "report.trained": Words("Sudah", "Had it"),
    "report.not_due": Words("belum waktunya", "not due yet"),
    "report.command": Words("Dibuat dengan", "Made with"),
    # A workbook. Names of sheets have at most 31 characters, and none of []:*?/\\.
    "report.excel_missing": Words(
        "Untuk menulis XLSX pasang tambahannya: pipx install 'adhoc-cli[excel]'; atau pakai "
        "--format csv.",
        "To write XLSX install the extra: pipx install 'adhoc-cli[excel]'; or use --format csv.",
    ),
    "report.sheet.summary": Words("Ringkasan", "Summary"),
    "report.sheet.seats": Words("Kursi", "Seats"),
    "report.sheet.gaps": Words("Kosong", "Vacant"),
    "report.sheet.findings": Words("Temuan", "Findings"),
    "report.sheet.news": Words("Baru-Selesai", "New-Solved"),
    "report.sheet.women_men": Words("Perempuan-Laki-laki", "Women-Men"),
    "report.sheet.secretariats": Words("Sekretariat", "Sekretariat"),
    "report.sheet.training": Words("Bimtek", "Bimtek"),
    "report.sheet.coordination": Words("Koordinasi", "Coordination"),
    "report.sheet.overdue": Words("Terlambat", "Overdue"),
    "report.sheet.deadlines": Words("Tenggat", "Deadlines"),
    "report.sheet.waivers": Words("Pengecualian", "Waivers"),
    "report.sheet.rules": Words("Aturan", "Rules"),
    "report.sheet.files": Words("Berkas", "Files"),
    "report.sheet_full": Words(
        "… dan {count} baris lagi: satu lembar memuat paling banyak 1.048.576 baris; lihat "
        "--format json.",
        "… and {count} rows more: a sheet holds at most 1,048,576 rows; see --format json.",
    ),
    "report.capped": Words(
        "{code}: {shown} dari {failed} temuan; semuanya dengan --limit 0.",
        "{code}: {shown} of {failed} findings; all of them with --limit 0.",
    ),
    "report.cells_escaped": Words(
        "{count} sel miring berlatar kuning memuat karakter yang tidak dapat ada dalam XLSX; di "
        "sini tertulis seperti \\x1b. Teks persisnya: --format json.",
        "{count} cell{s} in italics on yellow hold characters that XLSX cannot; here they stand as "
        "\\x1b. The exact text: --format json.",
    ),
    "report.cells_cut": Words(
        "{count} sel miring berlatar kuning dipotong pada 32.767 karakter (batas Excel) dan "
        "diakhiri …. Teks lengkapnya: --format json.",
        "{count} cell{s} in italics on yellow cut at 32,767 characters (the limit of Excel), with "
        "… at the end. The whole text: --format json.",
    ),
    # Its columns and lines.
    "report.item": Words("Hal", "Item"),
    "report.value": Words("Nilai", "Value"),
    "report.of": Words("Dari", "Of"),
    "report.share": Words("Bagian", "Share"),
    "report.election": Words("Pemilihan", "Election"),
    "report.profile": Words("Profil", "Profile"),
    "report.as_of": Words("Per tanggal", "As of"),
    "report.errors": Words("Kesalahan", "Errors"),
    "report.warnings": Words("Peringatan", "Warnings"),
    "report.infos": Words("Catatan", "Notes"),
    "report.waived": Words("Dikecualikan", "Waived"),
    "report.since_report": Words("Dibandingkan dengan", "Compared with"),
    "report.oldest_days": Words("Terlama (hari)", "Oldest (days)"),
    "report.state.new": Words("baru", "new"),
    "report.state.solved": Words("selesai", "solved"),
    "report.state.open": Words("masih terbuka", "still open"),
    "report.state.unseen": Words("tidak diperiksa lagi", "no longer checked"),
    "report.state.waived": Words("kini dikecualikan", "now waived"),
    "report.line_filled": Words("Kursi terisi {body}", "Seats filled {body}"),
    "report.line_women": Words("Perempuan {body}", "Women {body}"),
    "report.line_complete": Words("Lengkap {body}", "Complete {body}"),
    "report.line_trained": Words("Bimtek {body}", "Bimtek {body}"),
    "report.line_items": Words("Koordinasi {body}", "Coordination {body}"),
    "report.line_late": Words("Terlambat {body}", "Overdue {body}"),
    "report.body": Words("Badan", "Body"),
    "report.units": Words("Satuan", "Units"),
    "report.place_code": Words("Kode wilayah", "Place code"),
    "report.kecamatan_code": Words("Kode kecamatan", "Kecamatan code"),
    "report.present": Words("Masih ada", "Still there"),
    "report.call": Words("Hubungi", "Call"),
    "report.call_as": Words("Sebagai", "As"),
    "report.call_rank": Words("Peringkat", "Rank"),
    "report.call_phone": Words("Telepon", "Phone"),
    "report.call_next": Words("Berikutnya", "Next"),
    "report.severity": Words("Bobot", "Severity"),
    "report.is_new": Words("Baru", "New"),
    "report.file": Words("Berkas", "File"),
    "report.line": Words("Baris", "Line"),
    "report.column": Words("Kolom", "Column"),
    "report.person": Words("Orang", "Person"),
    "report.message": Words("Pesan", "Message"),
    "report.fix": Words("Perbaikan", "What to do"),
    "report.state": Words("Keadaan", "State"),
    "report.men": Words("Laki-laki", "Men"),
    "report.women": Words("Perempuan", "Women"),
    "report.women_percent": Words("Perempuan %", "Women %"),
    "report.members": Words("Anggota", "Members"),
    "report.items": Words("Butir", "Items"),
    "report.done": Words("Terlaksana", "Done"),
    "report.by_law": Words("Menurut aturan", "By law"),
    "report.desa": Words("Desa", "Desa"),
    "report.scheduled": Words("Dijadwalkan", "Planned"),
    "report.days_late": Words("Hari lewat", "Days late"),
    "report.days_left": Words("Hari lagi", "Days left"),
    "report.status": Words("Status", "Status"),
    "report.checked": Words("Diperiksa", "Checked"),
    "report.found": Words("Temuan", "Findings"),
    "report.why": Words("Sebab", "Why"),
    "report.waiver.used": Words("dipakai", "used"),
    "report.waiver.unused": Words("tidak dipakai", "unused"),
    "report.waiver.expired": Words("lewat", "expired"),
    "report.waiver.unchecked": Words("tidak diperiksa", "not checked"),
    "report.made_with": Words("{command} (adhoc-cli {version})", "{command} (adhoc-cli {version})"),
}

HELP: Mapping[str, Words] = {
    "command report": Words(
        """Laporan untuk cron, surel, rapat, dan cetak, dengan ingatan tentang laporan terakhir.

Tanpa --format, bentuknya mengikuti akhiran FILE: .html, .xlsx, .md, .json, .csv, .txt. Laporan
ditulis utuh atau tidak sama sekali; laporan lama tetap ada bila penulisan gagal.

Yang baru, yang selesai, dan yang masih terbuka dihitung terhadap laporan sebelumnya, yang diingat
dalam DIR/.adhoc-report.json (tanpa nama, tanpa NIK). --fail-on new memberi kode keluar 1 hanya bila
ada temuan baru; --only-changes tidak mencetak apa pun bila tidak ada yang berubah.""",
        """The report for cron, mail, meetings and print, with a memory of the last one.

Without --format the ending of FILE decides: .html, .xlsx, .md, .json, .csv, .txt. A report is
written whole or not at all; the old one stays where writing fails.

What is new, solved and still open is counted against the report before, which is remembered in
DIR/.adhoc-report.json (no names, no NIK). --fail-on new gives exit code 1 only where something is
new; --only-changes prints nothing where nothing has changed.""",
    ),
    "option.keep": Words(
        "Simpan N laporan terakhir: yang lama diberi nama menurut tanggal dan jamnya, di samping "
        "FILE.",
        "Keep the last N reports: older ones get their day and time as a name, beside FILE.",
    ),
    "option.audience": Words(
        "Untuk siapa: public tidak memuat satu pun data orang.",
        "Whom it is for: public holds nothing about any person.",
    ),
    "option.since": Words(
        "Bandingkan dengan laporan terakhir (last), dengan ingatan yang disimpan (FILE, hanya "
        "dibaca), atau tidak sama sekali (none).",
        "Compare with the last report (last), with a memory that was saved (FILE, only read), or "
        "with none.",
    ),
    "option.memory": Words(
        "Tempat ingatan disimpan; bawaannya DIR/.adhoc-report.json.",
        "Where the memory is kept; DIR/.adhoc-report.json by default.",
    ),
    "option.only_changes": Words(
        "Hanya yang baru dan yang selesai; tanpa perubahan tidak mencetak apa pun.",
        "Only what is new and what is solved; without a change nothing is printed.",
    ),
    "option.fail_on_new": Words(
        "Tingkat temuan yang memberi kode keluar 1; new: hanya temuan yang belum ada dalam laporan "
        "sebelumnya.",
        "Severity that gives exit code 1; new: only findings that the report before did not have.",
    ),
    "report.needs_memory": Words(
        "--only-changes dan --fail-on new memerlukan perbandingan: hapus --since none.",
        "--only-changes and --fail-on new need something to compare with: leave out --since none.",
    ),
    "report.own_memory": Words(
        "{name} adalah ingatan laporan; pilih nama lain untuk --output.",
        "{name} is the memory of the report; give --output another name.",
    ),
    "report.keep_needs_file": Words(
        "--keep memerlukan --output FILE.", "--keep needs --output FILE."
    ),
    "report.xlsx_needs_file": Words(
        "Layar tidak dapat menampilkan XLSX: tambahkan --output FILE.xlsx.",
        "A screen cannot show XLSX: add --output FILE.xlsx.",
    ),
}
