"""The words of coordination: lists, progress, the journal's errors, the help of its commands.

`REPORT` is part of the catalogue of the reports, `HELP` of that of the command line.
"""

from __future__ import annotations

from collections.abc import Mapping

from adhoc_cli.text.words import Words

REPORT: Mapping[str, Words] = {
    "checklist.title": Words("Koordinasi {folder}", "Coordination in {folder}"),
    "checklist.title_overdue": Words("Koordinasi terlambat {folder}", "Overdue in {folder}"),
    "checklist.progress": Words("Kemajuan", "Progress"),
    "checklist.due": Words("Pekan ini", "Due"),
    "checklist.overdue": Words("Terlambat", "Overdue"),
    "checklist.desa_complete": Words("Desa tuntas", "Desa done"),
    "checklist.bar": Words("Terlaksana", "Done"),
    "checklist.item": Words("Butir", "Item"),
    "checklist.items": Words("Per butir", "By item"),
    "checklist.stakeholder": Words("Pemangku", "Stakeholder"),
    "checklist.last_day": Words("Batas", "Last day"),
    "checklist.late": Words("Hari lewat", "Days late"),
    "checklist.law": Words("aturan", "law"),
    "checklist.basis": Words("Dasar", "Basis"),
    "checklist.practice": Words("kebiasaan", "practice"),
    "checklist.scheduled": Words("dijadwalkan", "planned"),
    "checklist.more": Words("… dan {count} lagi: {command}", "… and {count} more: {command}"),
    "checklist.legend": Words(
        "Terlaksana / semua. Pekan ini: batasnya dalam 7 hari, atau lewat tetapi masih dalam "
        "tenggang.",
        "Done / all. Due: within 7 days, or past the last day but within its grace.",
    ),
    "checklist.nothing_overdue": Words("✓ Tidak ada yang terlambat.", "✓ Nothing is overdue."),
    "checklist.no_items": Words("Tidak ada butir yang cocok.", "No item matches."),
    "checklist.done_count": Words("{count} dari {total} terlaksana", "{count} of {total} done"),
    "checklist.overdue_count": Words("{count} terlambat", "{count} overdue"),
    "checklist.by_law_count": Words("{count} menurut aturan", "{count} by law"),
    "checklist.rejected": Words(
        "{count} baris koordinasi.csv tidak terhitung (lihat adhoc check --select C953)",
        "{count} line{s} of koordinasi.csv do not count (see adhoc check --select C953)",
    ),
    # one place
    "checklist.place": Words("Koordinasi {place}", "Coordination of {place}"),
    "checklist.kind": Words("{kind}, kecamatan {above}", "{kind} in kecamatan {above}"),
    "checklist.day_left": Words("H-{days} ({day})", "H-{days} ({day})"),
    "checklist.day_today": Words("H, hari ini ({day})", "H, today ({day})"),
    "checklist.day_late": Words("H+{days} ({day})", "H+{days} ({day})"),
    "checklist.no_deadline": Words("tanpa batas waktu", "no deadline"),
    "checklist.by_law": Words("batas dari aturan", "set by law"),
    "checklist.was_done": Words("terlaksana {day}", "done on {day}"),
    "checklist.was_done_undated": Words("terlaksana, tanpa tanggal", "done, without a date"),
    "checklist.was_scheduled": Words("dijadwalkan {day}", "planned for {day}"),
    "checklist.was_scheduled_undated": Words("dijadwalkan", "planned"),
    "checklist.was_cancelled": Words("batal", "fell through"),
    "checklist.evidence": Words("bukti: {evidence}", "evidence: {evidence}"),
    "checklist.no_evidence": Words("tanpa bukti", "without evidence"),
    "checklist.usual_evidence": Words("bukti yang lazim: {evidence}", "usual evidence: {evidence}"),
    "checklist.contact": Words("hubungi {names}", "call {names}"),
    "checklist.no_phone": Words("tanpa telepon", "no phone"),
    "checklist.note": Words("catatan: {note}", "note: {note}"),
    # history
    "checklist.history": Words(
        "Riwayat koordinasi {folder}", "History of coordination in {folder}"
    ),
    "checklist.line": Words("Baris", "Line"),
    "checklist.time": Words("Dicatat", "Recorded"),
    "checklist.operator": Words("Oleh", "By"),
    "checklist.status": Words("Status", "Status"),
    "checklist.day": Words("Tanggal", "Day"),
    "checklist.evidence_title": Words("Bukti", "Evidence"),
    "checklist.note_title": Words("Catatan", "Note"),
    "checklist.no_marks": Words("Belum ada catatan.", "Nothing is recorded."),
    "checklist.marks": Words("{count} catatan", "{count} mark{s}"),
    # messages for WhatsApp
    "message.heading": Words("*Koordinasi {body} {place}*", "*Coordination {body} {place}*"),
    "message.greeting": Words(
        "Yth. Bapak/Ibu {body} {place}, mohon bantuannya untuk koordinasi berikut:",
        "Dear {body} {place}, please see to the following:",
    ),
    "message.overdue": Words("*Sudah lewat batas*", "*Overdue*"),
    "message.due": Words("*Pekan ini*", "*This week*"),
    "message.open": Words("*Berikutnya*", "*Next*"),
    "message.item": Words(
        "- {roles} ({item}): {purpose} - {when}", "- {roles} ({item}): {purpose} - {when}"
    ),
    "message.was_due": Words("batas {day}", "was due {day}"),
    "message.is_due": Words("paling lambat {day}", "by {day}"),
    "message.law": Words("menurut aturan", "by law"),
    "message.no_day": Words("waktunya menyesuaikan", "when it suits"),
    "message.thanks": Words(
        "Bila sudah terlaksana, mohon kabari KPU dengan tanggal dan buktinya. Terima kasih.",
        "Once it is done, please tell KPU the date and send the evidence. Thank you.",
    ),
    "message.nothing": Words(
        "Semua koordinasi sudah terlaksana. Terima kasih atas kerja samanya.",
        "All coordination is done. Thank you for your work.",
    ),
    # printed sheets
    "sheet.title": Words("LEMBAR KOORDINASI {body}", "COORDINATION SHEET {body}"),
    "sheet.code": Words("Kode", "Code"),
    "sheet.stakeholder": Words("Pemangku dan keperluan", "Stakeholder and purpose"),
    "sheet.deadline": Words("Batas", "By"),
    "sheet.day": Words("Tanggal", "Date"),
    "sheet.name": Words("Nama yang ditemui", "Person met"),
    "sheet.signature": Words("Tanda tangan", "Signature"),
    "sheet.follow_up": Words("Tindak lanjut", "Follow-up"),
    "sheet.statements": Words(
        "Pernyataan: yang tidak dapat dilihat dari daftar",
        "Statements: what a roster cannot show",
    ),
    "sheet.how": Words(
        "Cara mencatat: adhoc checklist mark {place} KODE --date TANGGAL --evidence BUKTI",
        "To record a line: adhoc checklist mark {place} CODE --date DATE --evidence EVIDENCE",
    ),
    "sheet.known": Words("terlaksana:", "done:"),
    "filled.title": Words("Lembar {file}", "Sheet {file}"),
    "filled.recorded": Words("{count} tercatat", "{count} recorded"),
    "filled.known": Words("{count} sudah tercatat sebelumnya", "{count} recorded before"),
    "filled.blank": Words("{count} belum diisi", "{count} not filled in"),
    "filled.refused": Words("{count} ditolak", "{count} refused"),
    "filled.rows": Words("{count} baris dibaca", "{count} row{s} read"),
    "filled.why": Words("Alasan", "Reason"),
    "filled.structure": Words(
        "jumlah sel, tanda kutip, atau pengodeannya keliru",
        "its cells, quotes or encoding are wrong",
    ),
    "filled.place": Words("wilayah tidak dikenal", "there is no such place"),
    "filled.item": Words("butir tidak dikenal", "there is no such item"),
    "filled.level": Words(
        "butir ini bukan untuk tingkat wilayah itu", "the item is not for places of that level"
    ),
    "filled.day_missing": Words("tanggal belum diisi", "the date is missing"),
    "filled.day_unreadable": Words("tanggal tidak terbaca", "the date cannot be read"),
    "filled.day_to_come": Words(
        "tanggal belum tiba; isi status dijadwalkan",
        "the day is still to come; give the status dijadwalkan",
    ),
    "filled.evidence_missing": Words("bukti belum diisi", "the evidence is missing"),
    "filled.status": Words(
        "status bukan terlaksana, dijadwalkan, atau batal",
        "the status is none of terlaksana, dijadwalkan, batal",
    ),
    "filled.cell": Words(
        "bukti atau tindak lanjut terlalu panjang atau memuat ganti baris",
        "evidence or follow-up is too long, or holds a line break",
    ),
    "filled.twice": Words(
        "butir ini sudah ada di baris sebelumnya", "the item stands on a line above"
    ),
    "sheet.signed": Words("Ketua {body}", "Chair of the {body}"),
    "sheet.statement.party": Words(
        "Tidak ada anggota yang menjadi anggota partai politik atau tim kampanye.",
        "No member belongs to a political party or a campaign team.",
    ),
    "sheet.statement.marriage": Words(
        "Tidak ada anggota yang berada dalam ikatan perkawinan dengan sesama penyelenggara pemilu.",
        "No member is married to another election organizer.",
    ),
    "sheet.statement.health": Words(
        "Semua anggota mampu secara jasmani dan rohani serta bebas dari penyalahgunaan narkotika.",
        "All members are fit in body and mind, and free of drug abuse.",
    ),
    "sheet.statement.sentence": Words(
        "Tidak ada anggota yang pernah dipidana penjara karena tindak pidana dengan ancaman 5 "
        "tahun atau lebih.",
        "No member was ever imprisoned for a crime punishable by 5 years or more.",
    ),
}

HELP: Mapping[str, Words] = {
    "command checklist": Words(
        """Koordinasi: siapa sudah menemui siapa, apa yang terlambat, dan buktinya.

Tanpa perintah: kemajuan di folder ini. Catatannya ada di koordinasi.csv, satu baris satu tanda, \
yang tidak pernah ditulis ulang.

\b
Contoh:
  adhoc checklist status data/temanggung
  adhoc checklist show Kledung
  adhoc checklist mark 33.23.17 PPK-01 --date 2024-05-20 --evidence foto""",
        """Coordination: who has met whom, what is overdue, and the evidence.

Without a command: the progress in this folder. The marks stand in koordinasi.csv, one line a \
mark, and are never rewritten.

\b
Examples:
  adhoc checklist status data/temanggung
  adhoc checklist show Kledung
  adhoc checklist mark 33.23.17 PPK-01 --date 2024-05-20 --evidence foto""",
    ),
    "command checklist status": Words(
        """Kemajuan per kecamatan; yang terlambat lebih dahulu.

\b
Contoh:
  adhoc checklist status --region 33.23.17 --body PPS
  adhoc checklist status --overdue --format csv""",
        """Progress per kecamatan; what is overdue first.

\b
Examples:
  adhoc checklist status --region 33.23.17 --body PPS
  adhoc checklist status --overdue --format csv""",
    ),
    "command checklist show": Words(
        """Daftar satu wilayah: tiap butir dengan tanggal, bukti, batas, dan siapa yang dihubungi.

\b
Contoh:
  adhoc checklist show 33.23.17.2001
  adhoc checklist show "desa Kledung" --show-personal""",
        """The list of one place: every item with its date, evidence, deadline, and whom to call.

\b
Examples:
  adhoc checklist show 33.23.17.2001
  adhoc checklist show "desa Kledung" --show-personal""",
    ),
    "command checklist mark": Words(
        """Catat butir koordinasi di satu wilayah atau lebih.

Satu wilayah, lalu satu butir atau lebih; wilayah lain dengan --region. Semua tercatat, atau tidak \
satu pun. Terlaksana (bawaan) perlu --date dan --evidence.

\b
Contoh:
  adhoc checklist mark 33.23.17 PPK-01 --date 2024-05-20 --evidence foto
  adhoc checklist mark 33.23.17 PPK-02 PPK-03 --status dijadwalkan --date 2024-05-28
  adhoc checklist mark "desa Kledung" PPS-01 --region 33.23.17.2002 --date 20/5/24 --evidence BA""",
        """Record items of coordination at one place or more.

One place, then one item or more; other places with --region. All are recorded, or none. \
Terlaksana (done; the default) needs --date and --evidence.

\b
Examples:
  adhoc checklist mark 33.23.17 PPK-01 --date 2024-05-20 --evidence foto
  adhoc checklist mark 33.23.17 PPK-02 PPK-03 --status dijadwalkan --date 2024-05-28
  adhoc checklist mark "desa Kledung" PPS-01 --region 33.23.17.2002 --date 20/5/24 --evidence BA""",
    ),
    "command checklist unmark": Words(
        """Cabut catatan suatu butir: seolah-olah belum pernah dicatat; riwayatnya tetap ada.

\b
Contoh:
  adhoc checklist unmark 33.23.17 PPK-01 --note "salah kecamatan\"""",
        """Withdraw the mark of an item, as if there had been none; the history keeps both.

\b
Example:
  adhoc checklist unmark 33.23.17 PPK-01 --note "wrong kecamatan\"""",
    ),
    "command checklist history": Words(
        """Semua catatan, dari yang paling lama: siapa mencatat apa dan kapan.

\b
Contoh:
  adhoc checklist history 33.23.17 PPK-01""",
        """All marks, the oldest first: who recorded what, and when.

\b
Example:
  adhoc checklist history 33.23.17 PPK-01""",
    ),
    "command checklist message": Words(
        """Teks WhatsApp: apa yang masih harus dilakukan, dengan batasnya. Tidak ada yang dikirim.

Satu wilayah, atau semua yang terlambat dengan --overdue. Tanpa -o ke keluaran standar; dengan -o \
satu berkas untuk tiap penerima.

\b
Contoh:
  adhoc checklist message 33.23.17
  adhoc checklist message --overdue -o pesan""",
        """Texts for WhatsApp: what is still to do, with its deadline. Nothing is ever sent.

One place, or all with something overdue with --overdue. To standard output; with -o one file a \
recipient.

\b
Examples:
  adhoc checklist message 33.23.17
  adhoc checklist message --overdue -o messages""",
    ),
    "command checklist print": Words(
        """Lembar untuk diisi tangan: A4, satu halaman satu PPK atau PPS.

Akhiran berkas menentukan bentuknya: .html untuk peramban, .pdf (perlu adhoc-cli[pdf]), atau .csv \
untuk diisi di komputer lalu dibaca dengan adhoc checklist import. Kop surat: [kop] di adhoc.toml.

\b
Contoh:
  adhoc checklist print --region 33.23.17 -o kledung.pdf""",
        """Sheets to fill in by hand: A4, one page a PPK or PPS.

The file's ending says its form: .html for a browser, .pdf (needs adhoc-cli[pdf]), or .csv to fill \
in on a computer and read back with adhoc checklist import. Letterhead: [kop] in adhoc.toml.

\b
Example:
  adhoc checklist print --region 33.23.17 -o kledung.pdf""",
    ),
    "command checklist import": Words(
        """Baca lembar CSV yang sudah diisi ke koordinasi.csv.

Setiap baris tercatat, kosong (belum diisi), sudah tercatat sebelumnya, atau ditolak dengan \
alasannya; jumlahnya selalu sama dengan baris yang dibaca.

\b
Contoh:
  adhoc checklist import kledung.csv""",
        """Read a filled-in CSV sheet into koordinasi.csv.

Every row is recorded, blank (not filled in), recorded before, or refused with its reason: \
together they are the rows that were read.

\b
Example:
  adhoc checklist import kledung.csv""",
    ),
    "argument.region": Words(
        "Kode atau nama kecamatan (PPK) atau desa (PPS).",
        "Code or name of a kecamatan (PPK) or desa (PPS).",
    ),
    "argument.items": Words("Satu butir atau lebih, misalnya PPK-01.", "One item or more: PPK-01."),
    "argument.item": Words("Butir, misalnya PPK-01.", "An item, such as PPK-01."),
    "argument.sheet": Words("Lembar CSV yang sudah diisi.", "The filled-in CSV sheet."),
    "option.also_region": Words(
        "Juga untuk wilayah ini. Boleh diulang.", "Also for this place. May be repeated."
    ),
    "option.item": Words(
        "Hanya butir ini, misalnya PPK-01. Boleh diulang.",
        "Only this item, such as PPK-01. May be repeated.",
    ),
    "option.overdue": Words("Hanya yang terlambat.", "Only what is overdue."),
    "option.overdue_places": Words(
        "Semua wilayah yang punya butir terlambat.", "All places with something overdue."
    ),
    "option.mark_status": Words("Yang dicatat.", "What is recorded."),
    "option.date": Words(
        "Hari pertemuan: sudah, atau akan.", "Day of the meeting, past or planned."
    ),
    "option.evidence": Words(
        "Bukti: surat, foto, atau notulen.", "Evidence: a letter, a photo, minutes."
    ),
    "option.note": Words("Catatan.", "A note."),
    "option.by": Words(
        "Siapa yang mencatat (juga ADHOC_OPERATOR); tanpa ini nama pengguna.",
        "Who records it (also ADHOC_OPERATOR); else the user's name.",
    ),
    "option.message_folder": Words(
        "Folder untuk satu berkas tiap penerima; - untuk keluaran standar.",
        "Folder for one file a recipient; - is standard output.",
    ),
    "option.sheet": Words(
        "Tulis ke berkas ini: .html, .pdf, atau .csv.", "Write to this file: .html, .pdf or .csv."
    ),
    "usage.item": Words("Tidak ada butir {name}.", "There is no item {name}."),
    "usage.item_level": Words(
        "{item} adalah butir {body}, bukan untuk {place}.",
        "{item} is an item of a {body}, not for {place}.",
    ),
    "usage.done_needs": Words("terlaksana perlu {missing}.", "terlaksana (done) needs {missing}."),
    "usage.and": Words("{one} dan {other}", "{one} and {other}"),
    "usage.done_later": Words(
        "{day} belum tiba: yang akan datang dicatat dengan --status dijadwalkan.",
        "{day} is still to come: what is planned is recorded with --status dijadwalkan.",
    ),
    "usage.not_marked": Words(
        "Tidak ada yang dicabut: {item} di {place} belum dicatat.",
        "Nothing to withdraw: {item} at {place} is not marked.",
    ),
    "usage.region_or_overdue": Words(
        "Sebut satu wilayah, atau --overdue.", "Name a place, or give --overdue."
    ),
    "usage.sheet_ending": Words(
        "Akhiran berkas harus .html, .pdf, atau .csv.", "The file must end in .html, .pdf or .csv."
    ),
    "usage.no_pdf": Words(
        "Untuk PDF pasang adhoc-cli[pdf]; lembar .html dapat dicetak dari peramban.",
        "For PDF install adhoc-cli[pdf]; a sheet in .html can be printed from a browser.",
    ),
    "usage.no_sheets": Words("Tidak ada lembar untuk dicetak.", "There is no sheet to print."),
    "mark.recorded": Words(
        "Tercatat: {items} di {places}: {what}. Batalkan: {undo}",
        "Recorded: {items} at {places}: {what}. Undo: {undo}",
    ),
    "mark.withdrawn": Words(
        "Dicabut: {items} di {places}. Lihat: {history}",
        "Withdrawn: {items} at {places}. See: {history}",
    ),
    "mark.several": Words("{count} wilayah", "{count} places"),
    "mark.terlaksana": Words("terlaksana {day}, bukti {evidence}", "done on {day}, {evidence}"),
    "mark.dijadwalkan": Words("dijadwalkan {day}", "planned for {day}"),
    "mark.dijadwalkan_undated": Words("dijadwalkan", "planned"),
    "mark.batal": Words("batal", "fell through"),
    "journal.locked": Words(
        "folder sedang dipakai {holder}; menunggu {waited:.0f} detik. Tidak ada yang dicatat.",
        "the folder is in use by {holder}; waited {waited:.0f} seconds. Nothing was recorded.",
    ),
    "journal.holder": Words(
        "proses {pid} di {host} sejak {since}", "process {pid} on {host} since {since}"
    ),
    "journal.somebody": Words("proses lain", "another process"),
    "journal.write": Words(
        "{file} tidak dapat ditulis: {reason}. Tidak ada yang dicatat.",
        "{file} cannot be written: {reason}. Nothing was recorded.",
    ),
    "journal.not_restored": Words(
        "{file} tidak dapat ditulis: {reason}. Baris terakhirnya mungkin terpotong; lihat adhoc "
        "checklist history.",
        "{file} cannot be written: {reason}. Its last line may be torn; see adhoc checklist "
        "history.",
    ),
    "journal.short_write": Words("penulisan berhenti di tengah", "the write ended early"),
    "journal.link": Words("berkas ini tautan atau bukan berkas biasa", "it is a link or no file"),
    "journal.no_permission": Words("tidak ada izin", "there is no permission"),
    "journal.read_only": Words("hanya dapat dibaca", "it may only be read"),
    "journal.disk": Words("kesalahan media penyimpanan", "a fault of the disk"),
    "journal.unreadable": Words(
        "{file}:{line}: bukan jurnal koordinasi ({what}). Baris pertamanya harus {header}.",
        "{file}:{line}: this is no journal of coordination ({what}). Its first line must be "
        "{header}.",
    ),
    "journal.too_large": Words("berkas terlalu besar", "the file is too large"),
    "journal.not_text": Words("bukan teks UTF-8", "no UTF-8 text"),
    "journal.column": Words("kolom {column} tidak ada", "the column {column} is missing"),
    "journal.twice": Words("kolom {column} ada dua kali", "the column {column} is there twice"),
    "journal.other": Words("judul kolomnya tidak dikenal", "its header is not known"),
    "journal.aside": Words(
        "koordinasi.csv: baris terakhir terpotong ({size} bita) dan disimpan di {file}.",
        "koordinasi.csv: the last line was torn ({size} bytes) and is kept in {file}.",
    ),
    "sheet.no_file": Words("Berkas {name} tidak ada.", "There is no file {name}."),
    "sheet.unreadable": Words(
        "{file}:{line}: bukan lembar yang dapat dibaca. Judulnya harus memuat kode_wilayah, butir, "
        "tanggal, dan bukti; simpan sebagai CSV UTF-8.",
        "{file}:{line}: this is no sheet that can be read. Its header must hold kode_wilayah, "
        "butir, tanggal and bukti; save it as CSV UTF-8.",
    ),
    "refused.missing": Words("{name} belum diisi.", "{name} is missing."),
    "refused.character": Words(
        "{name} memuat ganti baris atau karakter kendali (karakter ke-{at}).",
        "{name} holds a line break or a control character (character {at}).",
    ),
    "refused.too_long": Words(
        "{name} lebih panjang dari {at} karakter.", "{name} is longer than {at} characters."
    ),
    "refused.code": Words("{name} bukan kode wilayah.", "{name} is no code of a place."),
    "refused.no_column": Words(
        "kolom {column} sudah dihapus dari koordinasi.csv; kembalikan judulnya.",
        "the column {column} was removed from koordinasi.csv; put its header back.",
    ),
}
