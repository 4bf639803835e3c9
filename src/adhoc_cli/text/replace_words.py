"""The texts and the help of `adhoc replace`."""

from __future__ import annotations

from collections.abc import Mapping

from adhoc_cli.text.words import Words

REPORT: Mapping[str, Words] = {
    "replace.title": Words("Pengganti {folder}", "Successors in {folder}"),
    "replace.draft": Words(
        "Usulan menurut peringkat seleksi; diputuskan dalam rapat pleno, dan tidak ada berkas "
        "daftar yang diubah.",
        "Proposals by rank of the selection; a pleno decides, and no roster file is changed.",
    ),
    "replace.body": Words(
        "{body}: {vacant} kursi kosong di {count} {unit}, {proposed} ada calonnya",
        "{body}: {vacant} vacant seat{s} in {count} {unit}, {proposed} with a candidate",
    ),
    "replace.vacancy": Words(
        "{place}: kosong {vacant} dari {required}", "{place}: {vacant} of {required} vacant"
    ),
    "replace.chair": Words("ketua kosong", "no ketua"),
    "replace.proposed": Words("→ usul: {name}", "→ proposed: {name}"),
    "replace.tied": Words(
        "→ {seats} dari {count} calon berperingkat sama: {names}",
        "→ {seats} of {count} candidates of one rank: {names}",
    ),
    "replace.nobody": Words(
        "→ tidak ada calon untuk {open} kursi", "→ no candidate for {open} seat{s}"
    ),
    "replace.skipped": Words("dilewati: {name}: {reasons}", "skipped: {name}: {reasons}"),
    "replace.note": Words("periksa {name}: {note}", "check {name}: {note}"),
    "replace.former": Words("berhenti: {name}: {what}", "left: {name}: {what}"),
    "replace.further": Words("menunggu setelah itu: {names}", "next after that: {names}"),
    "replace.law": Words("Ketentuan {body}", "What holds for {body}"),
    "replace.exhausted": Words("Daftar habis: {text}", "The list is exhausted: {text}"),
    "replace.basis": Words("{basis}; tingkat {level}", "{basis}; level {level}"),
    "replace.no_basis": Words("tanpa sumber", "no source"),
    "replace.level_only": Words("tingkat {level}", "level {level}"),
    "replace.levels": Words(
        "Tingkat: A naskah asli; B laman resmi atau dua sumber; C satu sumber; D ingatan; "
        "I disimpulkan.",
        "Level: A the primary text; B an official page or two sources; C one source; D remembered; "
        "I inferred.",
    ),
    "replace.reserve": Words("Cadangan", "The reserve"),
    "replace.badan": Words("Badan", "Body"),
    "replace.listed": Words("Tercatat", "Listed"),
    "replace.usable": Words("Dapat dipakai", "Usable"),
    "replace.wanted": Words("Seharusnya", "Wanted"),
    "replace.vacant": Words("Kosong", "Vacant"),
    "replace.left": Words("Sisa", "Left"),
    "replace.empty": Words("Tanpa cadangan", "No reserve"),
    "replace.short": Words("Tidak cukup", "Too few"),
    "replace.reserve_caption": Words(
        "Tanpa cadangan: wilayah yang cadangannya tidak ada yang dapat dipakai. Tidak cukup: "
        "wilayah yang cadangannya kurang untuk kursi yang kini kosong. Tiap wilayah: --reserve.",
        "No reserve: places where nobody of the reserve is usable. Too few: places whose reserve "
        "is too small for the seats vacant now. Place by place: --reserve.",
    ),
    "replace.reserve_of": Words("Cadangan {body} per {unit}", "Reserve of {body} by {unit}"),
    "replace.ended": Words(
        "Masa kerja {bodies} sudah berakhir per {date}.",
        "The term of {bodies} is over as of {date}.",
    ),
    "replace.absent": Words(
        "Tidak diperiksa, karena daftar tidak memuat kolom {columns}.",
        "Unchecked, as the roster has no column {columns}.",
    ),
    "replace.full": Words("✓ Tidak ada kursi kosong.", "✓ No seat is vacant."),
    "replace.vacant_count": Words("{count} kursi kosong", "{count} vacant seat{s}"),
    "replace.proposed_count": Words("{count} ada calonnya", "{count} with a candidate"),
    "replace.open_count": Words("{count} tanpa calon", "{count} without a candidate"),
    "replace.saved": Words(
        "{count} rancangan ditulis ke {folder}.", "{count} draft{s} written to {folder}."
    ),
    "letters.title": Words("Rancangan {letter}", "Drafts: {letter}"),
    "letters.none": Words("Tidak ada yang perlu ditulis.", "Nothing is to be written."),
    "letters.berita-acara": Words("berita acara", "berita acara"),
    "letters.whatsapp": Words("pesan WhatsApp", "WhatsApp messages"),
    "letters.to": Words("{name} ({phone}), {body} {place}", "{name} ({phone}), {body} {place}"),
}

HELP: Mapping[str, Words] = {
    "command replace": Words(
        """Usulkan pengganti untuk tiap kursi kosong, tanpa mengubah apa pun.

Calon berikutnya menurut peringkat, alasan untuk tiap calon yang dilewati, sisa cadangan, dan \
ketentuan bila daftarnya habis. Kode keluar 1 bila ada kursi kosong yang tidak ada calonnya; 0 \
bila semua kursi kosong ada calonnya, atau tidak ada yang kosong.

Rancangan surat memakai templat bawaan, atau templat kantor di folder templat/.

\b
Contoh:
  adhoc replace data/temanggung --body PPS
  adhoc replace --reserve --format csv
  adhoc replace --region 33.23.01 --letter whatsapp
  adhoc replace --letters surat/""",
        """Propose successors for every vacant seat, and change nothing.

The next candidate by rank, the reason for every one skipped, what is left of the reserve, and \
what holds where the list is exhausted. Exit code 1 when a vacant seat has no candidate; 0 when \
each has one, or none is vacant.

The drafts of letters come from our templates, or the office's own in the folder templat/.

\b
Examples:
  adhoc replace data/temanggung --body PPS
  adhoc replace --reserve --format csv
  adhoc replace --region 33.23.01 --letter whatsapp
  adhoc replace --letters letters/""",
    ),
    "option.reserve": Words(
        "Cadangan tiap wilayah, bukan kursi kosongnya.",
        "The reserve of each place, not the vacancies.",
    ),
    "option.letter": Words(
        "Rancangan surat sebagai hasil: berita acara, atau pesan kepada tiap calon.",
        "Drafts as the result: the berita acara, or a message to each candidate.",
    ),
    "option.letters": Words(
        "Tulis tiap rancangan ke satu berkas baru di folder ini; berkas yang ada tidak ditimpa.",
        "Write each draft to a new file in this folder; no file is written over.",
    ),
    "new.link": Words(
        "{name} adalah tautan; sebutkan folder yang sebenarnya.",
        "{name} is a link; name the folder itself.",
    ),
    "new.in_the_way": Words(
        "Tidak ada yang ditulis: di folder {name} sudah ada {names}.",
        "Nothing was written: the folder {name} already has {names}.",
    ),
    "new.more": Words(" dan {count} lagi", " and {count} more"),
    "new.failed": Words(
        "Folder {name} tidak dapat ditulisi: {reason}.",
        "The folder {name} cannot be written to: {reason}.",
    ),
}
