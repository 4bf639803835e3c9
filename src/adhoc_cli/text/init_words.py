"""The texts and the help of `adhoc init`; why it refuses stands in `intake.init_words`."""

from __future__ import annotations

from collections.abc import Mapping

from adhoc_cli.text.words import Words

REPORT: Mapping[str, Words] = {
    "init.title": Words("Folder daftar {folder}", "Roster folder {folder}"),
    "init.place": Words("{name} ({code}), {province}", "{name} ({code}), {province}"),
    "init.no_place": Words(
        "Tanpa wilayah: isi kecamatan.csv dan desa.csv, atau ulangi di folder lain dengan "
        "--kabupaten.",
        "Without places: fill in kecamatan.csv and desa.csv, or do it again in another folder "
        "with --kabupaten.",
    ),
    "init.file": Words("Berkas", "File"),
    "init.rows": Words("Baris", "Rows"),
    "init.places": Words("Wilayah: {places}", "Places: {places}"),
    "init.seats": Words("Kursi menurut profil {profile}: {seats}", "Seats by {profile}: {seats}"),
    "init.next": Words("Selanjutnya", "What to do next"),
    "init.fill_seats": Words(
        "Isi nama pada tiap baris kursi di anggota-*.csv, atau masukkan berkas yang ada:",
        "Fill in a name in each row of anggota-*.csv, or bring in the files you have:",
    ),
    "init.fill": Words(
        "Isi anggota-*.csv, atau masukkan berkas yang ada:",
        "Fill in anggota-*.csv, or bring in the files you have:",
    ),
    "init.settings": Words(
        "Sesuaikan adhoc.toml: profil, tanggal pelantikan, dan jumlah yang ditetapkan.",
        "Adapt adhoc.toml: the profile, the day of the oath, and the totals decided on.",
    ),
    "init.check": Words("Periksa: {command}", "Check it: {command}"),
    "init.check_empty": Words(
        "Periksa setelah ada yang terisi: {command} (sebelum itu kode keluarnya 3: tidak ada "
        "satu baris pun di anggota-*.csv)",
        "Check it once somebody is filled in: {command} (until then it ends with 3: not a single "
        "row in anggota-*.csv)",
    ),
    "init.done": Words("{count} berkas dibuat", "{count} file{s} made"),
}

HELP: Mapping[str, Words] = {
    "command init": Words(
        """Buat folder daftar baru: berkas wilayah, berkas anggota, dan adhoc.toml.

Dengan --kabupaten, kecamatan.csv dan desa.csv berisi wilayah itu menurut Kepmendagri \
100.1.1-6117/2022. Tidak ada berkas yang ditimpa: semua ditulis, atau tidak satu pun.

\b
Contoh:
  adhoc init temanggung --kabupaten 33.23
  adhoc init temanggung --kabupaten Temanggung --with-seats""",
        """Make a new roster folder: region files, member files, and adhoc.toml.

With --kabupaten, kecamatan.csv and desa.csv hold its places by Kepmendagri 100.1.1-6117/2022. \
Nothing is written over: all files are made, or none.

\b
Examples:
  adhoc init temanggung --kabupaten 33.23
  adhoc init temanggung --kabupaten Temanggung --with-seats""",
    ),
    "init.written": Words(
        "Folder {folder} sudah dibuat; hanya laporannya yang hilang.",
        "The folder {folder} is made; only the report of it is lost.",
    ),
    "argument.new_dir": Words("Folder yang akan dibuat.", "The folder to make."),
    "option.kabupaten": Words(
        "Kabupaten atau kota: kode atau nama.", "Kabupaten or kota: its code or name."
    ),
    "option.with_seats": Words(
        "Satu baris untuk tiap kursi yang harus diisi.", "One row for each seat to fill."
    ),
    "usage.kabupaten_unknown": Words(
        "Tidak ada kabupaten/kota {name}.", "There is no kabupaten or kota {name}."
    ),
    "usage.kabupaten_near": Words(
        "Tidak ada kabupaten/kota {name}; yang mirip:",
        "There is no kabupaten or kota {name}; the nearest:",
    ),
    "usage.kabupaten_several": Words(
        "{name} adalah nama beberapa kabupaten/kota; sebutkan kodenya:",
        "{name} is the name of several kabupaten or kota; give the code:",
    ),
}
