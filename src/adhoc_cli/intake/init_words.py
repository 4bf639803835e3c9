"""Words for a refused `adhoc init`, by key of `InitRefused`; {folder} and {files} come quoted."""

from __future__ import annotations

from collections.abc import Mapping

from adhoc_cli.text.words import Words

REFUSED: Mapping[str, Words] = {
    "in_the_way": Words(
        "Tidak ada yang ditulis: di folder ini sudah ada {files}.",
        "Nothing was written: this folder already has {files}.",
    ),
    "parent_missing": Words("Folder {folder} tidak ada.", "There is no folder {folder}."),
    "not_a_folder": Words("{folder} bukan folder.", "{folder} is not a folder."),
    "link": Words(
        "{folder} adalah tautan; sebutkan folder yang sebenarnya.",
        "{folder} is a link; name the folder itself.",
    ),
    "no_permission": Words(
        "Tidak ada izin untuk menulis ke folder {folder}.",
        "There is no permission to write to the folder {folder}.",
    ),
    "no_space": Words(
        "Media penyimpanan penuh; tidak ada yang ditulis ke {folder}.",
        "No space left on the device; nothing was written to {folder}.",
    ),
    "system": Words(
        "Folder {folder} tidak dapat ditulisi ({code}).",
        "The folder {folder} cannot be written to ({code}).",
    ),
    "seats_without_places": Words(
        "Daftar kursi memerlukan wilayah: tambahkan kabupaten/kotanya.",
        "Seats need places: name the kabupaten or kota as well.",
    ),
}
