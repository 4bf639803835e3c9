"""The words of the command line: help, usage errors, ends of a run.

`help=` of an option holds a key of this catalogue; `cli.shown.localize` puts the text in its place.
"""

from __future__ import annotations

from collections.abc import Mapping

from adhoc_cli.text.checklist_words import HELP as _CHECKLIST
from adhoc_cli.text.diff_words import HELP as _DIFF
from adhoc_cli.text.import_words import HELP as _IMPORT
from adhoc_cli.text.init_words import HELP as _INIT
from adhoc_cli.text.members_words import HELP as _MEMBERS
from adhoc_cli.text.memory_words import HELP as _MEMORY
from adhoc_cli.text.replace_words import HELP as _REPLACE
from adhoc_cli.text.report_words import HELP as _REPORT
from adhoc_cli.text.words import Words

# A paragraph that begins with \b keeps its line breaks.
_EXIT_CODES = Words(
    """\b
Kode keluar:
  0    tidak ada temuan setingkat --fail-on atau lebih berat
  1    ada temuan
  2    kesalahan pemakaian, pengaturan, profil, atau tujuan keluaran
  3    ada masukan yang tidak dapat dibaca
  4    folder sedang dikunci proses lain
  70   kesalahan program (aturan yang gagal berjalan termasuk di sini)
  130  dihentikan""",
    """\b
Exit codes:
  0    no finding as severe as --fail-on
  1    findings
  2    usage, configuration, profile, or destination of the output
  3    input that cannot be read
  4    the folder is locked by another run
  70   a fault of the program (a rule that crashed is one)
  130  interrupted""",
)

_FRAME: Mapping[str, Words] = {
    "exit_codes": _EXIT_CODES,
    "help.usage": Words("Pemakaian: ", "Usage: "),
    "help.options_metavar": Words("[OPSI]", "[OPTIONS]"),
    "help.command_metavar": Words("PERINTAH [ARGUMEN]...", "COMMAND [ARGS]..."),
    "help.arguments": Words("Argumen", "Arguments"),
    "help.options": Words("Opsi", "Options"),
    "help.commands": Words("Perintah", "Commands"),
    "help.default": Words("bawaan: {value}", "default: {value}"),
    "help.required": Words("wajib", "required"),
    "help.help": Words("Tampilkan bantuan ini.", "Show this help."),
    "help.completion_done": Words(
        "Pelengkapan {shell} dipasang di {path}; berlaku setelah terminal dibuka kembali.",
        "{shell} completion installed in {path}; it takes effect in a new terminal.",
    ),
    "help.try": Words("Lihat '{command} --help'.", "See '{command} --help'."),
}

_USAGE: Mapping[str, Words] = {
    "usage.error": Words("Kesalahan: {text}", "Error: {text}"),
    "usage.no_such_option": Words("Tidak ada opsi {name}.", "There is no option {name}."),
    "usage.no_such_command": Words("Tidak ada perintah {name}.", "There is no command {name}."),
    "usage.missing_command": Words("Perintah belum disebut.", "A command is missing."),
    "usage.meant": Words("Mungkin maksudnya {names}?", "Did you mean {names}?"),
    "usage.there_are": Words("Yang ada: {names}.", "There are: {names}."),
    "usage.extra": Words("Argumen berlebih: {names}.", "Unexpected argument: {names}."),
    "usage.needs_value": Words("Opsi {name} memerlukan nilai.", "Option {name} needs a value."),
    "usage.takes_no_value": Words(
        "Opsi {name} tidak menerima nilai.", "Option {name} takes no value."
    ),
    "usage.missing_argument": Words("Argumen {name} belum diisi.", "Argument {name} is missing."),
    "usage.missing_option": Words("Opsi {name} belum diisi.", "Option {name} is missing."),
    "usage.choose": Words(
        "Nilai {name} harus salah satu dari: {choices}.",
        "The value of {name} must be one of: {choices}.",
    ),
    "usage.number": Words(
        "Nilai {name} harus bilangan bulat.", "The value of {name} must be a whole number."
    ),
    "usage.least": Words(
        "Nilai {name} tidak boleh kurang dari {least}.",
        "The value of {name} may not be less than {least}.",
    ),
    "usage.value": Words(
        "Nilai {name} tidak dapat dipakai.", "The value of {name} cannot be used."
    ),
    "usage.empty": Words("Nilai {name} kosong.", "The value of {name} is empty."),
    "usage.date": Words(
        "Nilai {name} bukan tanggal: {value}. Contoh: 2024-06-10, 10/06/2024, '10 Juni 2024'.",
        "The value of {name} is no date: {value}. Write 2024-06-10, 10/06/2024 or '10 Juni 2024'.",
    ),
    "usage.size": Words(
        "Nilai {name} bukan ukuran: {value}. Contoh: 500M, 8G.",
        "The value of {name} is no size: {value}. Write 500M or 8G.",
    ),
    "usage.two_folders": Words(
        "Folder disebut dua kali: sebagai DIR dan dengan --dir.",
        "The folder is named twice: as DIR and with --dir.",
    ),
    "usage.rule": Words("Tidak ada aturan {name}.", "There is no rule {name}."),
    "usage.rules": Words(
        "Lihat 'adhoc rules' untuk semua kode.", "See 'adhoc rules' for all codes."
    ),
    "usage.no_rules": Words(
        "Tidak ada aturan yang tersisa: --ignore menghapus semua yang dipilih.",
        "No rule is left: --ignore takes away all that were selected.",
    ),
    "usage.body": Words("Badan {name} tidak ada dalam profil.", "The profile has no badan {name}."),
    "usage.status": Words("Tidak ada status {name}.", "There is no status {name}."),
    "usage.shell": Words(
        "Shell ini tidak dikenal; pelengkapan otomatis ada untuk {shells}.",
        "This shell is not known; there is completion for {shells}.",
    ),
    "usage.unclear": Words(
        "Baris perintah tidak dapat dibaca.", "The command line cannot be read."
    ),
}

_ENDS: Mapping[str, Words] = {
    "end.fault": Words(
        "Kesalahan program ({kind} di {place}); hasil tidak lengkap. "
        "Jalankan lagi dengan ADHOC_DEBUG=1 untuk rinciannya.",
        "Fault of the program ({kind} at {place}); the result is incomplete. "
        "Run again with ADHOC_DEBUG=1 for the details.",
    ),
    "end.rule_crashed": Words(
        "Kesalahan program: aturan {code} gagal berjalan ({kind} di {place}); "
        "yang diperiksanya belum diperiksa.",
        "Fault of the program: rule {code} crashed ({kind} at {place}); "
        "what it checks is unchecked.",
    ),
    "end.interrupted": Words("Dihentikan.", "Interrupted."),
    "end.output_lost": Words(
        "Hasil tidak dapat ditulis: {reason}.", "The result could not be written: {reason}."
    ),
    "end.no_space": Words("media penyimpanan penuh", "no space left on the device"),
    "end.closed": Words("keluaran standar tertutup", "standard output is closed"),
    "end.other": Words("kesalahan keluaran ({code})", "output error ({code})"),
    "end.no_folder": Words("Folder {name} tidak ada.", "There is no folder {name}."),
    "end.not_a_folder": Words("{name} bukan folder.", "{name} is not a folder."),
    "end.folder_refused": Words(
        "Tidak ada izin untuk membaca folder {name}.",
        "There is no permission to read the folder {name}.",
    ),
    "end.folder_unreadable": Words(
        "Folder {name} tidak dapat dibaca ({code}).", "The folder {name} cannot be read ({code})."
    ),
    "end.unreadable": Words("berkas ini tidak dapat dibaca.", "this file cannot be read."),
    "end.more": Words(
        "{count} kesalahan lain; lihat 'adhoc check --select F'.",
        "{count} more faults; see 'adhoc check --select F'.",
    ),
    "end.capped": Words(
        "{code}: {shown} dari {failed} temuan ditulis; --limit 0 menulis semuanya.",
        "{code}: {shown} of {failed} findings are written; --limit 0 writes all of them.",
    ),
    "end.waived": Words(
        "{count} temuan dikecualikan di adhoc.toml; --format json memuat pengecualiannya.",
        "{count} findings are waived in adhoc.toml; --format json lists the waivers.",
    ),
    "progress.read": Words("Membaca berkas", "Reading files"),
    "progress.rules": Words("Memeriksa", "Checking"),
}

_COMMANDS: Mapping[str, Words] = {
    "command": Words(
        """Periksa daftar badan adhoc: kursi kosong, baris keliru, siapa yang perlu dihubungi.

Satu folder daftar berisi kecamatan.csv, desa.csv, dan anggota.csv atau anggota-*.csv.""",
        """Check the rosters of ad hoc election bodies: empty seats, wrong rows, whom to call.

A roster folder holds kecamatan.csv, desa.csv, and anggota.csv or several anggota-*.csv.""",
    ),
    "command check": Words(
        """Periksa semuanya: berkas, isi, rujukan, dan kuota.

Tabel kursi per kecamatan, lalu temuan menurut aturan: di mana, apa, dan cara memperbaikinya.

\b
Contoh:
  adhoc check data/temanggung
  adhoc check --select Q --ignore Q406
  adhoc check --format csv -o temuan.csv""",
        """Check everything: files, values, references, and quotas.

A table of seats per kecamatan, then the findings by rule: where, what, and how to mend it.

\b
Examples:
  adhoc check data/temanggung
  adhoc check --select Q --ignore Q406
  adhoc check --format csv -o findings.csv""",
    ),
    "command quota": Words(
        """Kursi yang dibutuhkan, terisi, kosong, dan berlebih.

Dengan --short hanya yang belum beres: siapa yang masih ada dan siapa yang perlu dihubungi. Kode \
keluar 1 bila ada kursi kosong atau berlebih.

\b
Contoh:
  adhoc quota data/temanggung --short
  adhoc quota --body PPS --per desa --format csv""",
        """Seats required, filled, vacant, and in excess.

With --short only the gaps: who is still there and whom to call. Exit code 1 when a seat is vacant \
or in excess.

\b
Examples:
  adhoc quota data/temanggung --short
  adhoc quota --body PPS --per desa --format csv""",
    ),
    "command rules": Words(
        "Apa saja yang diperiksa: semua aturan dengan kode dan tingkatnya.",
        "What is checked: all rules with their codes and severities.",
    ),
    "command explain": Words(
        "Jelaskan satu aturan: apa yang diperiksa, dasar hukumnya, dan cara memperbaikinya.",
        "Explain a rule: what it checks, its basis in law, and how to mend what it finds.",
    ),
    "command profiles": Words(
        "Angka yang berlaku untuk suatu pemilihan, beserta sumbernya."
        "\n\nTanpa NAME: semua profil. Dengan NAME: angka profil itu, termasuk yang diubah oleh "
        "adhoc.toml di folder ini.",
        "The numbers in force for an election, with their sources."
        "\n\nWithout NAME: all profiles. With NAME: the numbers of that one, with what adhoc.toml "
        "of this folder overrides.",
    ),
}

_OPTIONS: Mapping[str, Words] = {
    "option.version": Words("Tampilkan versi.", "Show the version."),
    "option.install_completion": Words(
        "Pasang pelengkapan otomatis untuk shell ini.", "Install completion for this shell."
    ),
    "option.show_completion": Words(
        "Cetak skrip pelengkapan otomatis untuk shell ini.",
        "Print the completion script for this shell.",
    ),
    "option.lang": Words(
        "Bahasa keluaran (juga ADHOC_LANG).", "Language of the output (also ADHOC_LANG)."
    ),
    "option.no_color": Words("Tanpa warna (juga NO_COLOR).", "No colour (also NO_COLOR)."),
    "option.dir": Words(
        "Folder daftar; tanpa ini folder saat ini.", "Roster folder; else the current one."
    ),
    "option.as_of": Words(
        "Tanggal yang dianggap hari ini; tanpa ini hari ini di Asia/Jakarta.",
        "The date taken as today; else today in Asia/Jakarta.",
    ),
    "option.profile": Words(
        "Profil pemilihan, menggantikan 'profil' di adhoc.toml.",
        "Profile of the election, in place of 'profil' in adhoc.toml.",
    ),
    "option.format": Words("Bentuk keluaran.", "Form of the output."),
    "option.output": Words(
        "Tulis ke berkas ini; - untuk keluaran standar.",
        "Write to this file; - is standard output.",
    ),
    "option.select": Words(
        "Hanya aturan ini: kode, awalan kode, atau nama. Boleh diulang.",
        "Only these rules: code, prefix of a code, or name. May be repeated.",
    ),
    "option.ignore": Words(
        "Tanpa aturan ini; ditulis seperti --select.", "Without these rules; as in --select."
    ),
    "option.fail_on": Words(
        "Tingkat temuan yang menjadikan kode keluar 1.",
        "Severity from which findings make the exit code 1.",
    ),
    "option.quiet": Words(
        "Tanpa hasil: hanya kode keluar, dan kesalahan di stderr.",
        "No result: only the exit code, and errors on stderr.",
    ),
    "option.show_personal": Words(
        "Tampilkan data pribadi (NIK, telepon, alamat, tanggal lahir) secara utuh.",
        "Show personal data (NIK, phone, address, birth date) in full.",
    ),
    "option.limit": Words(
        "Temuan yang ditampilkan tiap aturan, 0 semuanya; bawaan 20, atau 1000 untuk json, ndjson "
        "dan csv.",
        "Findings shown for each rule, 0 for all; 20 unless told, 1000 for json, ndjson and csv.",
    ),
    "option.max_size": Words(
        "Ukuran terbesar sebuah berkas masukan, misalnya 8G; bawaan 4G.",
        "Greatest size of an input file, such as 8G; 4G unless told.",
    ),
    "option.body": Words(
        "Hanya badan ini, misalnya PPK. Boleh diulang.",
        "Only this badan, such as PPK. May be repeated.",
    ),
    "option.per": Words("Satu baris untuk tiap wilayah ini.", "One row for each of these places."),
    "option.short": Words("Hanya kursi kosong dan berlebih.", "Only what is vacant or in excess."),
    "option.region": Words(
        "Hanya wilayah ini dan yang di dalamnya: kode atau nama.",
        "Only this place and what lies in it: code or name.",
    ),
    "option.status": Words(
        "Hanya status ini, misalnya aktif atau cadangan. Boleh diulang.",
        "Only this status, such as aktif or cadangan. May be repeated.",
    ),
    "argument.dir": Words(
        "Folder daftar; tanpa ini folder saat ini.", "Roster folder; else the current one."
    ),
    "argument.code": Words(
        "Kode atau nama aturan, misalnya Q401.", "Code or name of a rule, such as Q401."
    ),
    "argument.profile": Words(
        "Nama profil, misalnya pilkada-2024.", "Name of a profile, such as pilkada-2024."
    ),
}

HELP: Mapping[str, Words] = {
    **_FRAME,
    **_USAGE,
    **_ENDS,
    **_COMMANDS,
    **_OPTIONS,
    **_CHECKLIST,
    **_REPLACE,
    **_REPORT,
    **_MEMORY,
    **_DIFF,
    **_INIT,
    **_IMPORT,
    **_MEMBERS,
}
