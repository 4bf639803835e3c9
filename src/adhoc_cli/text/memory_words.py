"""What `adhoc report` says about its memory of the last report."""

from __future__ import annotations

from collections.abc import Mapping

from adhoc_cli.text.words import Words

HELP: Mapping[str, Words] = {
    "memory.locked": Words(
        "laporan folder ini sedang dibuat {holder}; menunggu {waited:.0f} detik. Tidak ada yang "
        "ditulis.",
        "the report of this folder is being made by {holder}; waited {waited:.0f} seconds. Nothing "
        "was written.",
    ),
    "memory.not_kept": Words(
        "{what}. Laporannya utuh, tetapi tidak diingat: lain kali temuan yang sama dihitung baru "
        "lagi. Tempat lain untuk ingatan: --memory FILE.",
        "{what}. The report is whole but is not remembered: next time the same findings are new "
        "again. Another place for the memory: --memory FILE.",
    ),
    "memory.refused": Words(
        "ingatan {file} tidak dapat dibaca: {reason}",
        "the memory {file} cannot be read: {reason}",
    ),
    "memory.link": Words(
        "ingatan {file} adalah tautan atau bukan berkas biasa, dan tidak disentuh",
        "the memory {file} is a link or no regular file, and is left alone",
    ),
    "memory.foreign": Words(
        "{file} bukan ingatan dari adhoc report, dan tidak disentuh",
        "{file} is no memory of adhoc report, and is left alone",
    ),
    "memory.newer": Words(
        "ingatan {file} ditulis oleh adhoc yang lebih baru, dan tidak disentuh",
        "the memory {file} was written by a newer adhoc, and is left alone",
    ),
    "memory.lock": Words(
        "ingatan {file} tidak dapat dikunci: {reason}",
        "the memory {file} cannot be locked: {reason}",
    ),
    "memory.not_aside": Words(
        "ingatan {file} rusak dan tidak dapat dipindahkan: {reason}",
        "the memory {file} is damaged and cannot be set aside: {reason}",
    ),
    "memory.aside": Words(
        "Ingatan {file} rusak, dan disimpan sebagai {aside}. Laporan ini dihitung sebagai yang "
        "pertama.",
        "The memory {file} is damaged, and is kept as {aside}. This report counts as the first "
        "one.",
    ),
    "memory.none": Words("tidak ada ingatan {file}", "there is no memory {file}"),
    "memory.damaged": Words("ingatan {file} rusak", "the memory {file} is damaged"),
    "memory.earlier": Words(
        "Hari ini lebih awal daripada laporan yang diingat ({day}): dibandingkan saja, ingatannya "
        "tidak diubah.",
        "This day is before that of the remembered report ({day}): it is only compared, the memory "
        "stays as it is.",
    ),
    "memory.ahead": Words(
        "Hari ini masih akan datang: dibandingkan saja, ingatannya tidak diubah.",
        "This day is still to come: it is only compared, the memory stays as it is.",
    ),
    "memory.clock": Words(
        "Ingatan {file} berasal dari {day}, hari yang masih akan datang: periksa jam komputer ini, "
        "atau hapus berkas itu. Ingatannya tidak diubah.",
        "The memory {file} is of {day}, a day still to come: look at the clock of this computer, "
        "or remove that file. The memory stays as it is.",
    ),
    "memory.profile": Words(
        "Profilnya lain: laporan yang diingat memakai {before}.",
        "The profile is another one: the remembered report had {before}.",
    ),
}
