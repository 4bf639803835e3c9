"""Every text of the reports in both languages, by key. A rule's own texts stand in its file.

Templates take params by name (`{count}`); `{s}` is the English plural unless the param `n` is 1.
"""

from __future__ import annotations

from collections.abc import Mapping

from adhoc_cli.text.checklist_words import REPORT as _CHECKLIST
from adhoc_cli.text.diff_words import REPORT as _DIFF
from adhoc_cli.text.init_words import REPORT as _INIT
from adhoc_cli.text.members_words import REPORT as _MORE_MEMBERS
from adhoc_cli.text.replace_words import REPORT as _REPLACE
from adhoc_cli.text.report_page_words import REPORT as _REPORT_PAGE
from adhoc_cli.text.report_words import REPORT as _REPORT
from adhoc_cli.text.words import Words

_SHARED = {
    "severity.error": Words("kesalahan", "error"),
    "severity.warning": Words("peringatan", "warning"),
    "severity.info": Words("catatan", "note"),
    "count.error": Words("{count} kesalahan", "{count} error{s}"),
    "count.warning": Words("{count} peringatan", "{count} warning{s}"),
    "count.info": Words("{count} catatan", "{count} note{s}"),
    "count.waived": Words("{count} dikecualikan", "{count} waived"),
    "count.nothing": Words("tidak ada temuan", "nothing found"),
    "count.members": Words("{count} anggota", "{count} member{s}"),
    "status.passed": Words("lulus", "passed"),
    "status.failed": Words("ada temuan", "failed"),
    "status.skipped": Words("tidak diperiksa", "skipped"),
    "status.crashed": Words("galat alat", "crashed"),
    "unit.kecamatan": Words("kecamatan", "kecamatan"),
    "unit.desa": Words("desa", "desa"),
    "unit.tps": Words("TPS", "TPS"),
    "title.kecamatan": Words("Kecamatan", "Kecamatan"),
    "title.desa": Words("Desa", "Desa"),
    "title.tps": Words("Desa", "Desa"),
    "title.code": Words("Kode", "Code"),
    "title.total": Words("Jumlah", "Total"),
    "as_of": Words("per {date}", "as of {date}"),
    "result": Words("Hasil:", "Result:"),
    "yes": Words("ya", "yes"),
    "no": Words("tidak", "no"),
    "grid.narrow": Words(
        "Tidak muat di layar: {columns} (lihat --format plain)",
        "No room on the screen: {columns} (see --format plain)",
    ),
}

_REASONS = {
    "reason.file_unreadable": Words("{file} tidak dapat dibaca", "{file} could not be read"),
    "reason.file_absent": Words("{file} tidak ada", "there is no {file}"),
    "reason.column_absent": Words(
        "{file} tidak memuat kolom {column}", "{file} has no column {column}"
    ),
    "reason.bodies_unknown_units": Words(
        "{bodies} tidak dapat dihitung tanpa {needs}", "{bodies} cannot be counted without {needs}"
    ),
    "reason.no_totals": Words("adhoc.toml tidak memuat [total]", "adhoc.toml has no [total]"),
    "reason.bodies_not_expected": Words(
        "{bodies}: tidak ada satu baris pun, dan adhoc.toml tidak menyebutnya",
        "{bodies}: not one row, and adhoc.toml does not name it",
    ),
    "reason.not_told": Words(
        "isi kolom {column} tidak menjawabnya pada {n} baris",
        "the column {column} does not say it in {n} row{s}",
    ),
    "reason.no_session": Words(
        "menurut bimtek.csv belum ada bimtek yang berlangsung untuk {bodies}",
        "by bimtek.csv no training of {bodies} has been held yet",
    ),
    "reason.no_training": Words(
        "profil {profile} tidak mewajibkan bimtek", "the profile {profile} requires no training"
    ),
    "reason.rule_off": Words("dimatikan di adhoc.toml", "switched off in adhoc.toml"),
    "reason.crashed": Words("{error} di {where}", "{error} in {where}"),
}

_CHECK = {
    "check.title": Words("Pemeriksaan {folder}", "Check of {folder}"),
    "check.seats": Words(
        "Anggota aktif / kursi. Desa: yang PPS-nya lengkap / semua.",
        "Active members / seats. Desa: those with a complete PPS / all.",
    ),
    "check.seats_without_desa": Words("Anggota aktif / kursi.", "Active members / seats."),
    "check.outside": Words("di luar kecamatan.csv", "outside kecamatan.csv"),
    "check.only_incomplete": Words(
        "{incomplete} dari {count} kecamatan belum lengkap; di sini {shown} yang pertama.",
        "{incomplete} of {count} kecamatan are incomplete; here are the first {shown}.",
    ),
    "check.all_complete": Words(
        "Semua kursi di {count} kecamatan terisi.", "All seats in {count} kecamatan are filled."
    ),
    "check.no_seats": Words("kursi tidak dapat dihitung", "the seats cannot be counted"),
    "check.findings": Words("Temuan", "Findings"),
    "check.more": Words("… dan {count} lagi: {command}", "… and {count} more: {command}"),
    "check.skipped": Words("Tidak diperiksa", "Not checked"),
    "check.partly": Words("sebagian: {reason}", "in part: {reason}"),
    "check.crashed": Words("Galat adhoc-cli", "Faults of adhoc-cli"),
    "check.crashed_what": Words(
        "Aturan ini berhenti di tengah jalan. Kesalahannya pada alat, bukan pada data: laporkan.",
        "These rules broke down. The fault is the tool's, not the data's: please report it.",
    ),
    "check.waivers": Words("Pengecualian berlaku", "Waivers in force"),
    "check.waiver_code": Words("Kode", "Code"),
    "check.waiver_about": Words("Untuk", "For"),
    "check.waiver_until": Words("Sampai", "Until"),
    "check.waiver_matched": Words("Temuan", "Findings"),
    "check.waiver_reason": Words("Alasan", "Reason"),
    "check.severities": Words("Bobot menurut adhoc.toml", "Severities set in adhoc.toml"),
    "check.severity": Words("{was}, di sini {now}", "{was}, here {now}"),
    "check.files": Words("Berkas", "Files"),
    "check.file": Words("Berkas", "File"),
    "check.rows": Words("Baris", "Rows"),
    "check.accepted": Words("Diterima", "Accepted"),
    "check.rejected": Words("Ditolak", "Rejected"),
    "check.unreadable": Words("tidak terbaca", "unreadable"),
    "check.crashed_count": Words("{count} aturan galat", "{count} rule{s} crashed"),
    "check.skipped_count": Words("{count} aturan tidak diperiksa", "{count} rule{s} skipped"),
}

_QUOTA = {
    "quota.title": Words("Kursi {folder}", "Seats in {folder}"),
    "quota.title_short": Words("Kursi kosong {folder}", "Vacant seats in {folder}"),
    "quota.body": Words("{body} per {unit}", "{body} per {unit}"),
    "quota.complete": Words("Lengkap", "Complete"),
    "quota.required": Words("Kursi", "Seats"),
    "quota.filled": Words("Terisi", "Filled"),
    "quota.vacant": Words("Kosong", "Vacant"),
    "quota.excess": Words("Lebih", "Excess"),
    "quota.gap": Words(
        "{place}: kurang {vacant} dari {required}", "{place}: {vacant} of {required} vacant"
    ),
    "quota.gaps": Words(
        "{body}: {vacant} kursi kosong di {count} {unit}",
        "{body}: {vacant} vacant in {count} {unit}",
    ),
    "quota.present": Words("masih ada: {names}", "still there: {names}"),
    "quota.nobody": Words("belum ada seorang pun", "nobody is there"),
    "quota.call": Words("→ hubungi cadangan: {names}", "→ call the reserves: {names}"),
    "quota.call_head": Words(
        "→ tidak ada cadangan; hubungi {names}", "→ nobody in reserve; call {names}"
    ),
    "quota.call_nobody": Words(
        "→ tidak ada cadangan, dan pemangku.csv tidak memuat kontak tempat ini",
        "→ nobody in reserve, and pemangku.csv has no contact for this place",
    ),
    "quota.rank": Words("peringkat {rank}", "rank {rank}"),
    "quota.no_rank": Words("tanpa peringkat", "no rank"),
    "quota.no_phone": Words("tanpa telepon", "no phone"),
    "quota.masked": Words(
        "Nomor telepon lengkap: tambahkan --show-personal.",
        "Whole phone numbers: add --show-personal.",
    ),
    "quota.full": Words("✓ Tidak ada kursi kosong.", "✓ No seat is vacant."),
    "quota.left_out": Words(
        "{bodies}: tidak dihitung per {unit}.", "{bodies}: not counted per {unit}."
    ),
    "quota.unreadable": Words(
        "Tidak dapat dihitung: {files} tidak ada atau tidak terbaca (lihat adhoc check).",
        "Cannot be counted: {files} missing or unreadable (see adhoc check).",
    ),
    "quota.vacant_count": Words("{count} kursi kosong", "{count} vacant seat{s}"),
    "quota.excess_count": Words("{count} kelebihan anggota", "{count} member{s} in excess"),
}

_MEMBERS = {
    "members.title": Words("Anggota {folder}", "Members in {folder}"),
    "members.code": Words("Kode", "Code"),
    "members.place": Words("Wilayah", "Place"),
    "members.badan": Words("Badan", "Body"),
    "members.jabatan": Words("Jabatan", "Role"),
    "members.nama": Words("Nama", "Name"),
    "members.jenis_kelamin": Words("L/P", "L/P"),
    "members.nik": Words("NIK", "NIK"),
    "members.telepon": Words("Telepon", "Phone"),
    "members.status": Words("Status", "Status"),
    "members.tps": Words("TPS", "TPS"),
    "members.none": Words("Tidak ada yang cocok.", "Nobody matches."),
    "members.rows": Words("{count} orang", "{count} people"),
    "members.row": Words("1 orang", "1 person"),
    "members.rejected": Words(
        "{count} baris ditolak dan tidak ada di sini (lihat adhoc check)",
        "{count} row{s} rejected and not listed here (see adhoc check)",
    ),
}

_RULES = {
    "rules.title": Words("Aturan yang diperiksa", "What is checked"),
    "rules.code": Words("Kode", "Code"),
    "rules.name": Words("Nama", "Name"),
    "rules.severity": Words("Bobot", "Severity"),
    "rules.about": Words("Isi", "About"),
    "rules.basis": Words("Dasar", "Basis"),
    "rules.status": Words("Status", "Status"),
    "rules.on": Words("aktif", "on"),
    "rules.off": Words("mati", "off"),
    "rules.from": Words("Menurut", "Set by"),
    "rules.from_rule": Words("aturan", "the rule"),
    "rules.from_adhoc.toml": Words("adhoc.toml", "adhoc.toml"),
    "rules.from_option": Words("opsi", "an option"),
    "rules.waivers": Words("{count} pengecualian", "{count} waiver{s}"),
    "rules.count": Words(
        "{on} dari {count} aturan aktif. Penjelasan: adhoc explain KODE",
        "{on} of {count} rules are on. More about one: adhoc explain CODE",
    ),
    "family.F": Words("Berkas", "The file"),
    "family.V": Words("Nilai", "The value"),
    "family.R": Words("Rujukan", "The reference"),
    "family.Q": Words("Jumlah", "The quota"),
    "family.E": Words("Syarat", "Eligibility"),
    "family.D": Words("Ganda", "The duplicate"),
    "family.S": Words("Sekretariat", "The secretariat"),
    "family.P": Words("Penggantian", "The replacement"),
    "family.T": Words("Bimtek", "The training"),
    "family.C": Words("Koordinasi", "The coordination"),
    "family.W": Words("Pengecualian", "The waiver"),
}

_EXPLAIN = {
    "explain.needs": Words("perlu {needs}", "needs {needs}"),
    "explain.why": Words("Mengapa", "Why"),
    "explain.basis": Words("Dasar", "Basis"),
    "explain.message": Words("Pesan", "Message"),
    "explain.fix": Words("Perbaikan", "What to do"),
    "explain.fails": Words("Contoh yang ditemukan", "Found here"),
    "explain.passes": Words("Contoh yang lulus", "Passes here"),
    "explain.found_at": Words("→ ditemukan di {place}", "→ found at {place}"),
    "explain.found": Words("→ ditemukan", "→ found"),
    "explain.faultless": Words("daftar yang lengkap dan benar", "a complete and faultless roster"),
    "explain.drop": Words("baris ini tidak ada", "this row is not there"),
    "explain.add": Words("baris tambahan", "one more row"),
    "explain.without": Words("tanpa kolom {columns}", "without the column {columns}"),
    "explain.absent": Words("berkas ini tidak ada", "this file is not there"),
    "explain.replace": Words("{old} menjadi {new}", "{old} becomes {new}"),
    "explain.file": Words("seluruh isinya: {text}", "all of it: {text}"),
}

_PROFILES = {
    "profiles.title": Words("Profil", "Profiles"),
    "profiles.name": Words("Nama", "Name"),
    "profiles.about": Words("Pemilihan", "Election"),
    "profiles.day": Words("Pemungutan suara", "Voting day"),
    "profiles.bodies": Words("Badan", "Bodies"),
    "profiles.default": Words("(baku)", "(default)"),
    "profiles.more": Words(
        "Angka dan dasarnya: adhoc profiles NAMA",
        "The numbers and their sources: adhoc profiles NAME",
    ),
    "profiles.key": Words("Kunci", "Key"),
    "profiles.value": Words("Nilai", "Value"),
    "profiles.source": Words("Dasar", "Source"),
    "profiles.level": Words("Tingkat", "Level"),
    "profiles.own": Words("adhoc.toml", "adhoc.toml"),
    "profiles.range": Words("{least} sampai {most}", "{least} to {most}"),
    "profiles.step": Words(
        "{seats} bila {attribute} di atas {bound}", "{seats} where {attribute} is above {bound}"
    ),
    "profiles.levels": Words(
        "Tingkat: A naskah asli; B laman resmi atau dua sumber; C satu sumber; D ingatan; "
        "I disimpulkan; X sumber bertentangan.",
        "Level: A the primary text; B an official page or two sources; C one source; D remembered; "
        "I inferred; X sources contradict each other.",
    ),
}

_PLACES = {
    "place.unknown": Words(
        'wilayah "{word}" tidak ada; yang mirip:', 'there is no place "{word}"; the nearest:'
    ),
    "place.nowhere": Words(
        'wilayah "{word}" tidak ada di kecamatan.csv dan desa.csv',
        'there is no place "{word}" in kecamatan.csv and desa.csv',
    ),
    "place.ambiguous": Words(
        '"{word}" adalah nama beberapa wilayah; sebutkan kodenya:',
        '"{word}" is the name of several places; give the code:',
    ),
    "place.option": Words("{place}, kecamatan {above}", "{place}, kecamatan {above}"),
}

_DESTINATION = {
    "destination.closed": Words("keluaran standar tertutup", "standard output is closed"),
    "destination.stdout": Words(
        "keluaran standar tidak dapat ditulisi: {reason}",
        "standard output cannot be written to: {reason}",
    ),
    "destination.link": Words(
        "{file} adalah tautan; berkas hasil tidak ditulis melalui tautan",
        "{file} is a link; a result is not written through a link",
    ),
    "destination.folder": Words(
        "{file} adalah folder, bukan berkas", "{file} is a folder, not a file"
    ),
    "destination.special": Words(
        "{file} bukan berkas biasa; untuk keluaran standar tulis -",
        "{file} is no regular file; for standard output write -",
    ),
    "destination.failed": Words(
        "{file} tidak dapat ditulis: {reason}", "{file} cannot be written: {reason}"
    ),
}

CATALOGUE: Mapping[str, Words] = {
    **_SHARED,
    **_REASONS,
    **_CHECK,
    **_QUOTA,
    **_MEMBERS,
    **_RULES,
    **_EXPLAIN,
    **_PROFILES,
    **_PLACES,
    **_CHECKLIST,
    **_REPLACE,
    **_REPORT,
    **_REPORT_PAGE,
    **_DIFF,
    **_INIT,
    **_MORE_MEMBERS,
    **_DESTINATION,
}
