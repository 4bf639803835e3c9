"""The words of the report's page: headings, pictures in words, what stands where nothing is."""

from __future__ import annotations

from collections.abc import Mapping

from adhoc_cli.text.words import Words

REPORT: Mapping[str, Words] = {
    # -- the frame -----------------------------------------------------------------------------
    "page.title": Words("Laporan badan adhoc", "Report on the ad hoc bodies"),
    "page.skip": Words("Langsung ke isi", "Skip to the content"),
    "page.contents": Words("Isi laporan", "Contents"),
    "page.scrolls": Words("(dapat digeser)", "(scrolls)"),
    "page.many_kabupaten": Words("{count} kabupaten/kota", "{count} kabupaten and kota"),
    "page.many_of": Words(
        "{province}, {count} kabupaten/kota", "{province}, {count} kabupaten/kota"
    ),
    "page.state_of": Words("Keadaan per", "As of"),
    "page.voting": Words("Pemungutan suara", "Voting day"),
    "page.voting_left": Words("H-{days}, {day}", "H-{days}, {day}"),
    "page.voting_today": Words("Hari ini", "Today"),
    "page.internal": Words("Untuk kalangan sendiri", "For internal use"),
    "page.personal": Words(
        "Memuat data pribadi lengkap: jangan disebarkan",
        "Holds personal data in full: keep it safe",
    ),
    "page.public": Words("Untuk umum: tanpa data orang", "Public: no data about any person"),
    "page.public_note": Words(
        "Laporan ini untuk umum. Nama, NIK, nomor telepon, alamat, dan tanggal lahir tidak "
        "dimuat; temuan hanya berupa jumlah.",
        "This report is public. It holds no name, NIK, phone number, address or birth date; "
        "findings are numbers only.",
    ),
    "page.foot": Words(
        "Dibuat oleh adhoc-cli {version} dari berkas di bagian terakhir. Halaman ini tidak memuat "
        "skrip dan tidak mengambil apa pun dari jaringan.",
        "Made by adhoc-cli {version} from the files in the last section. This page runs no script "
        "and fetches nothing.",
    ),
    "page.more": Words("… dan {count} lagi", "… and {count} more"),
    "page.more_by": Words("… dan {count} lagi:", "… and {count} more:"),
    # -- the headline --------------------------------------------------------------------------
    "page.label.good": Words("Lengkap", "Complete"),
    "page.label.note": Words("Baik, dengan catatan", "Good, with notes"),
    "page.label.warn": Words("Perlu perhatian", "Needs attention"),
    "page.label.bad": Words("Perlu tindakan", "Needs action"),
    "page.label.broken": Words("Laporan tidak lengkap", "This report is incomplete"),
    "page.no_seats": Words("Kursi tidak dapat dihitung.", "The seats cannot be counted."),
    "page.vacant": Words("{count} kursi kosong", "{count} seat{s} vacant"),
    "page.full": Words("Semua kursi terisi", "All seats are filled"),
    "page.excess": Words("{count} kelebihan anggota", "{count} member{s} in excess"),
    "page.and_errors": Words("{count} kesalahan pada data", "{count} error{s} in the data"),
    "page.and_warnings": Words("{count} peringatan", "{count} warning{s}"),
    "page.and_overdue": Words(
        "{count} koordinasi terlambat", "{count} item{s} of coordination overdue"
    ),
    "page.all_well": Words(
        "Semua lengkap: tidak ada kursi kosong dan tidak ada temuan",
        "All complete: no seat is vacant, nothing was found",
    ),
    "page.detail": Words("{members} anggota aktif", "{members} active members"),
    "page.detail_unit": Words(
        "{body} lengkap di {complete} dari {units} {unit}",
        "{body} complete in {complete} of {units} {unit}",
    ),
    "page.figure.of": Words("dari {count}", "of {count}"),
    "page.figure.vacant": Words("{count} kosong", "{count} vacant"),
    "page.figure.excess": Words("{count} lebih", "{count} in excess"),
    "page.figure.full": Words("semua terisi", "all filled"),
    "page.figure.errors": Words("Kesalahan", "Errors"),
    "page.figure.warnings": Words("{count} peringatan", "{count} warning{s}"),
    "page.figure.coordination": Words("Koordinasi", "Coordination"),
    "page.figure.overdue": Words("Terlambat", "Overdue"),
    "page.figure.by_law": Words("{count} menurut aturan", "{count} by law"),
    "page.figure.none_by_law": Words("semua menurut kebiasaan", "all by practice"),
    "page.figure.nothing": Words("tidak ada", "none"),
    "page.figure.not_recorded": Words("belum dicatat", "not recorded yet"),
    "page.figure.of_items": Words("{count} dari {total} butir", "{count} of {total} items"),
    "page.alarm.crashed": Words("Galat alat", "A fault of the tool"),
    "page.alarm.crashed_text": Words(
        "{rules} berhenti di tengah jalan. Kesalahannya pada adhoc-cli, bukan pada data: yang "
        "seharusnya ditemukannya tidak ada di laporan ini. Laporkan kepada pembuatnya.",
        "{rules} broke down. The fault is that of adhoc-cli, not of the data: what would have been "
        "found is missing here. Please report it.",
    ),
    "page.alarm.unreadable": Words("Berkas tidak terbaca", "A file cannot be read"),
    "page.alarm.unreadable_text": Words(
        "{files} tidak ada atau tidak terbaca. Semua yang bergantung padanya tidak diperiksa.",
        "{files} missing or unreadable. Nothing that depends on it was checked.",
    ),
    # -- news ----------------------------------------------------------------------------------
    "page.news": Words("Sejak laporan terakhir", "Since the last report"),
    "page.news.since": Words(
        "Dibandingkan dengan laporan {day}.", "Compared with the report of {day}."
    ),
    "page.news.first": Words(
        "Ini laporan pertama: belum ada pembandingnya. Mulai laporan berikutnya, yang baru dan "
        "yang selesai tampak di sini.",
        "This is the first report: there is none to compare with. From the next one on, this place "
        "shows what is new and what is solved.",
    ),
    "page.news.profile": Words(
        "Laporan yang lalu memakai profil {profile}.", "The last report used the profile {profile}."
    ),
    "page.news.new": Words("Baru", "New"),
    "page.news.is_new": Words("baru", "new"),
    "page.news.solved": Words("Selesai", "Solved"),
    "page.news.open": Words("Masih terbuka", "Still open"),
    "page.news.unseen": Words("Tidak diperiksa hari ini", "Not looked at today"),
    "page.news.waived": Words("Kini dikecualikan", "Now waived"),
    "page.news.since_last": Words("sejak {day}", "since {day}"),
    "page.news.counted": Words("{before} menjadi {now}", "{before} to {now}"),
    "page.news.oldest": Words("paling lama {days} hari", "for {days} day{s} at most"),
    "page.news.days": Words("{days} hari", "{days} day{s}"),
    "page.news.quiet": Words(
        "Tidak ada yang berubah sejak laporan terakhir.",
        "Nothing has changed since the last report.",
    ),
    # -- at a glance ---------------------------------------------------------------------------
    "page.glance": Words("Sekilas", "At a glance"),
    "page.tiles": Words("Petak kecamatan: kursi terisi", "A tile per kecamatan: seats filled"),
    "page.tiles.note": Words(
        "Satu petak satu kecamatan, urut kode; letaknya bukan letak di peta. Dihitung tanpa "
        "sekretariat. Angkanya: terisi/kursi; bulatan: yang kosong.",
        "A tile is a kecamatan, in the order of the codes; its place is no place on a map. Without "
        "secretariats. The numbers: filled/seats; in the circle: vacant.",
    ),
    "page.tiles.note_small": Words(
        "Satu petak satu kecamatan, urut kode; letaknya bukan letak di peta. Dihitung tanpa "
        "sekretariat. Angkanya: kursi yang kosong.",
        "A tile is a kecamatan, in the order of the codes; its place is no place on a map. Without "
        "secretariats. The number: vacant seats.",
    ),
    "page.tiles.words": Words(
        "{complete} dari {count} kecamatan lengkap. Belum lengkap: {names}.",
        "{complete} of {count} kecamatan are complete. Incomplete: {names}.",
    ),
    "page.tiles.words_full": Words(
        "Semua {count} kecamatan lengkap.", "All {count} kecamatan are complete."
    ),
    "page.tiles.short": Words("{name} kosong {vacant}", "{name} lacks {vacant}"),
    "page.tiles.tile": Words(
        "{name}: {filled} dari {required} kursi terisi",
        "{name}: {filled} of {required} seats filled",
    ),
    "page.tiles.vacant": Words("{count} kosong", "{count} vacant"),
    "page.tiles.excess": Words("{count} lebih", "{count} in excess"),
    "page.tiles.complete_of": Words("{complete}/{count} lengkap", "{complete}/{count} complete"),
    "page.fill.none": Words("lengkap", "complete"),
    "page.fill.few": Words("1 kosong", "1 vacant"),
    "page.fill.some": Words("2–4 kosong", "2–4 vacant"),
    "page.fill.many": Words("5 atau lebih", "5 or more"),
    "page.fill.excess": Words("hanya kelebihan", "only in excess"),
    "page.fill.done": Words("terlaksana", "done"),
    "page.fill.due": Words("pekan ini", "due this week"),
    "page.fill.overdue": Words("terlambat", "overdue"),
    "page.fill.open": Words("belum waktunya", "not due yet"),
    "page.seats": Words("Kursi per badan", "Seats by body"),
    "page.seats.filled": Words("terisi", "filled"),
    "page.seats.vacant": Words("kosong", "vacant"),
    "page.seats.share": Words("Terisi", "Filled"),
    "page.seats.unit": Words("{complete} dari {units} {unit}", "{complete} of {units} {unit}"),
    "page.items": Words("Koordinasi per butir", "Coordination by item"),
    "page.items.how_far": Words("Kemajuan", "Progress"),
    "page.items.words": Words(
        "{done} terlaksana, {due} pekan ini, {overdue} terlambat, {open} belum waktunya",
        "{done} done, {due} due this week, {overdue} overdue, {open} not due yet",
    ),
    "page.course": Words("Kemajuan koordinasi", "Progress of coordination"),
    "page.course.words": Words(
        "Dari {first} sampai {last} terlaksana {count} dari {total} butir ({percent}%).",
        "From {first} to {last}, {count} of {total} items were done ({percent}%).",
    ),
    "page.course.total": Words("{count} butir seluruhnya", "{count} items in all"),
    "page.course.end": Words("{count} terlaksana", "{count} done"),
    "page.course.table": Words("Angka per hari", "The numbers by day"),
    "page.course.day": Words("Tanggal", "Day"),
    "page.course.done": Words("Terlaksana", "Done"),
    "page.course.more": Words("Bertambah", "Added"),
    "page.no_journal": Words("Koordinasi belum dicatat", "Coordination is not recorded yet"),
    "page.no_journal_text": Words(
        "Folder ini belum memuat koordinasi.csv, maka laporan ini tidak tahu siapa sudah menemui "
        "siapa. Tanda pertama membuatnya:",
        "There is no koordinasi.csv in this folder, so this report does not know who has met whom. "
        "The first mark makes it:",
    ),
    "page.no_journal_public": Words(
        "Kemajuan koordinasi belum dicatat.", "The progress of coordination is not recorded yet."
    ),
    "page.no_coordination": Words(
        "Koordinasi tidak dapat dihitung: kecamatan.csv, desa.csv, atau koordinasi.csv tidak "
        "terbaca.",
        "Coordination cannot be counted: kecamatan.csv, desa.csv or koordinasi.csv cannot be read.",
    ),
    # -- gaps ----------------------------------------------------------------------------------
    "page.gaps": Words("Kursi kosong", "Vacant seats"),
    "page.gaps.of_body": Words(
        "{body}: {vacant} kursi kosong di {count} {unit}",
        "{body}: {vacant} vacant in {count} {unit}",
    ),
    "page.gaps.place": Words("Tempat", "Place"),
    "page.gaps.vacant": Words("Kosong", "Vacant"),
    "page.gaps.of": Words("{vacant} dari {required}", "{vacant} of {required}"),
    "page.gaps.present": Words("Masih ada", "Still there"),
    "page.gaps.call": Words("Yang dihubungi", "Whom to call"),
    "page.gaps.nobody": Words("tidak seorang pun", "nobody"),
    "page.gaps.no_contact": Words(
        "tanpa cadangan dan tanpa kontak di pemangku.csv",
        "nobody in reserve, no contact in pemangku.csv",
    ),
    "page.gaps.none": Words("Tidak ada kursi kosong", "No seat is vacant"),
    "page.gaps.none_text": Words(
        "Semua kursi dari badan yang dihitung terisi.",
        "All seats of the bodies counted are filled.",
    ),
    "page.above": Words("Kec. {name}", "Kec. {name}"),
    # -- overdue and ahead ---------------------------------------------------------------------
    "page.overdue": Words("Koordinasi terlambat", "Overdue coordination"),
    "page.overdue.lead": Words(
        "Batas menurut aturan lebih dahulu, lalu yang paling lama lewat.",
        "Deadlines of the law first, then what is late the longest.",
    ),
    "page.overdue.none": Words("Tidak ada yang terlambat", "Nothing is overdue"),
    "page.overdue.none_text": Words(
        "Semua butir yang batasnya sudah lewat terlaksana.",
        "Every item whose last day is over was done.",
    ),
    "page.overdue.late": Words("Lewat", "Late"),
    "page.ahead": Words("Tenggat di depan", "Deadlines ahead"),
    "page.ahead.left": Words("H-{days}", "H-{days}"),
    "page.ahead.today": Words("Hari ini", "Today"),
    "page.ahead.behind": Words("H+{days}", "H+{days}"),
    "page.ahead.when": Words("Sisa", "Left"),
    "page.ahead.day": Words("Tanggal", "Day"),
    "page.ahead.what": Words("Yang harus selesai", "What has to be done"),
    "page.ahead.open": Words("Belum", "Open"),
    "page.ahead.open_count": Words("{count} tempat", "{count} place{s}"),
    "page.ahead.none": Words("Tidak ada tenggat di depan.", "There is no deadline ahead."),
    "page.ahead.oath": Words("Pelantikan {subject}", "Oath of the {subject}"),
    "page.ahead.term_end": Words("Akhir masa kerja {subject}", "End of the term of the {subject}"),
    "page.ahead.secretariat": Words("{subject} harus lengkap", "{subject} has to be complete"),
    "page.ahead.training": Words("Batas bimtek {subject}", "Last day for bimtek of the {subject}"),
    "page.ahead.stage": Words("{subject}: mulai", "{subject}: begins"),
    "page.ahead.stage_end": Words("{subject}: berakhir", "{subject}: ends"),
    "page.ahead.voting": Words("Pemungutan suara", "Voting day"),
    "page.ahead.item": Words("{subject}: {roles}", "{subject}: {roles}"),
    "page.ahead.waiver": Words("Pengecualian {subject} berakhir", "Waiver of {subject} ends"),
    # -- kecamatan -----------------------------------------------------------------------------
    "page.kecamatan": Words("Kursi per kecamatan", "Seats by kecamatan"),
    "page.kecamatan.lead": Words(
        "Anggota aktif/kursi. Batangnya: bagian butir koordinasi yang terlaksana.",
        "Active members/seats. The bar: the share of coordination that is done.",
    ),
    "page.kecamatan.lead_plain": Words("Anggota aktif/kursi.", "Active members/seats."),
    "page.kecamatan.by_kabupaten": Words("Per kabupaten/kota", "By kabupaten and kota"),
    "page.kecamatan.incomplete": Words(
        "Kecamatan yang belum lengkap ({shown} dari {count})",
        "Incomplete kecamatan ({shown} of {count})",
    ),
    "page.kecamatan.kabupaten": Words("Kabupaten/kota", "Kabupaten/kota"),
    "page.kecamatan.complete": Words("Kecamatan lengkap", "Complete kecamatan"),
    # -- findings ------------------------------------------------------------------------------
    "page.findings": Words("Temuan menurut aturan", "Findings by rule"),
    "page.findings.lead": Words(
        "Setiap aturan dengan baris pertamanya, dan cara memperbaikinya.",
        "Each rule with its first lines, and how to mend them.",
    ),
    "page.findings.rule": Words("Aturan", "Rule"),
    "page.findings.title": Words("Isi", "What"),
    "page.findings.count": Words("Temuan", "Findings"),
    "page.findings.none": Words("Tidak ada temuan", "Nothing found"),
    "page.findings.none_text": Words(
        "{passed} aturan diperiksa dan lulus.", "{passed} rule{s} were checked and passed."
    ),
    # -- people --------------------------------------------------------------------------------
    "page.people": Words("Perempuan dan laki-laki", "Women and men"),
    "page.people.lead": Words(
        "Anggota yang menjabat. Garis pada batang: bagian perempuan yang diperhatikan profil.",
        "Members who serve. The stroke on the bar: the share of women that the profile asks for.",
    ),
    "page.people.lead_plain": Words("Anggota yang menjabat.", "Members who serve."),
    "page.people.men": Words("Laki-laki", "Men"),
    "page.people.women": Words("Perempuan", "Women"),
    "page.people.unknown": Words("Tidak diisi", "Not filled in"),
    "page.people.share": Words("Bagian perempuan", "Share of women"),
    "page.people.reached": Words("paling sedikit {least}%: tercapai", "at least {least}%: reached"),
    "page.people.short": Words(
        "paling sedikit {least}%: belum tercapai", "at least {least}%: not reached"
    ),
    "page.people.nameless": Words(
        "{count} baris tanpa nama tidak dihitung.", "{count} row{s} without a name not counted."
    ),
    "page.people.none": Words(
        "Anggota tidak dapat dihitung: {files} tidak ada atau tidak terbaca.",
        "Members cannot be counted: {files} missing or unreadable.",
    ),
    "page.support": Words("Sekretariat dan bimtek", "Secretariats and bimtek"),
    "page.support.secretariats": Words("Sekretariat", "Secretariats"),
    "page.support.training": Words("Bimtek", "Bimtek"),
    "page.support.complete": Words("Lengkap", "Complete"),
    "page.support.seats": Words("Orang", "People"),
    "page.support.deadline": Words("Batas", "Last day"),
    "page.support.trained": Words("Sudah bimtek", "Trained"),
    "page.support.state": Words("Keadaan", "State"),
    "page.support.done": Words("lengkap", "complete"),
    "page.support.late": Words("lewat batas", "overdue"),
    "page.support.in_time": Words("masih ada waktu", "still in time"),
    "page.support.lacking": Words("{count} belum", "{count} to go"),
    "page.support.not_held": Words("belum dilaksanakan", "not held yet"),
    "page.support.no_deadline": Words("tanpa batas", "none set"),
    "page.support.no_training": Words(
        "Folder ini tidak memuat bimtek.csv: kehadiran bimtek tidak diperiksa.",
        "There is no bimtek.csv in this folder: attendance was not checked.",
    ),
    "page.support.no_secretariat": Words(
        "Tidak ada sekretariat yang dihitung: tidak satu baris pun memuatnya.",
        "No secretariat was counted: not one row holds any.",
    ),
    # -- waivers, what was not checked, provenance -----------------------------------------------
    "page.waivers": Words("Pengecualian yang berlaku", "Waivers in force"),
    "page.waivers.none": Words("Tidak ada pengecualian.", "There is no waiver."),
    "page.waivers.all": Words("semua", "all"),
    "page.severities": Words("Bobot menurut adhoc.toml", "Severities set in adhoc.toml"),
    "page.unchecked": Words("Yang tidak diperiksa", "What was not checked"),
    "page.unchecked.lead": Words(
        "Yang tidak diperiksa bukan berarti benar.", "What was not checked is not thereby right."
    ),
    "page.unchecked.none": Words("Semua aturan dijalankan.", "Every rule ran."),
    "page.unchecked.seats": Words(
        "{bodies}: kursi tidak dihitung tanpa {needs}",
        "{bodies}: seats not counted without {needs}",
    ),
    "page.provenance": Words("Asal laporan", "Where this comes from"),
    "page.provenance.files": Words("Berkas", "Files"),
    "page.provenance.conserved": Words(
        "Baris dibaca = diterima + ditolak, di setiap berkas.",
        "Rows read = accepted + rejected, in every file.",
    ),
    "page.provenance.profile": Words("Profil", "Profile"),
    "page.provenance.as_of": Words("Keadaan per", "As of"),
    "page.provenance.version": Words("Versi", "Version"),
    "page.provenance.folder": Words("Folder", "Folder"),
    "page.provenance.command": Words("Perintah", "Command"),
    "page.provenance.no_files": Words("Tidak ada berkas yang terbaca.", "No file was read."),
}
