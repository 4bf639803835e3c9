"""C953: a line of the journal that speaks of nothing here, or that cannot be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from adhoc_cli.checklist.board import Stranger, strangers
from adhoc_cli.checklist.faults import JournalUnreadable
from adhoc_cli.checklist.items import nearest_item, plan
from adhoc_cli.checklist.layout import FILE
from adhoc_cli.checklist.lines import LineFault, LineFaultKind
from adhoc_cli.checklist.of_roster import journal_of
from adhoc_cli.checklist.read import Journal
from adhoc_cli.models.finding import Severity
from adhoc_cli.models.report import Reason
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.api import Found, Hit, Rule
from adhoc_cli.rules.examples import Example
from adhoc_cli.rules.journal import BASIS, HEADER, done, example, with_journal
from adhoc_cli.text.words import Words

_WHERE = {"place": "kode_wilayah", "item": "butir", "level": "kode_wilayah"}


def check(roster: Roster) -> Found:
    """Every line of the journal; one that is no journal at all is one finding."""
    try:
        journal_of(roster)
    except JournalUnreadable as refusal:
        fault = refusal.fault
        hit = Hit(FILE, fault.line, fault.column, params={"variant": "unreadable"})
        return Found(1, 1, [hit])
    return with_journal(_look)(roster)


def _look(roster: Roster, journal: Journal) -> Found:
    hits = [_of_fault(fault) for fault in journal.faults]
    if roster.has("kecamatan") and roster.has("desa"):
        items = plan(roster.profile.checklist, roster.profile)
        found = strangers(roster.places, roster.profile.checklist, items, journal)
        hits += [_of_stranger(roster, journal, one) for one in found]
        partly = None
    else:
        absent = next(kind for kind in ("kecamatan", "desa") if not roster.has(kind))
        partly = Reason("file_unreadable", {"file": f"{absent}.csv"})
    hits.sort(key=lambda hit: hit.line or 0)
    counts: dict[Severity, int] = {}
    for hit in hits:
        severity = hit.severity or Severity.ERROR
        counts[severity] = counts.get(severity, 0) + 1
    return Found(max(journal.file.rows, len(hits)), len(hits), hits, counts, partly)


def _of_fault(fault: LineFault) -> Hit:
    variant = str(fault.kind)
    if fault.kind is LineFaultKind.CELL:
        variant = "unread" if fault.refused else "spoilt"
    severity = Severity.ERROR if fault.refused else Severity.WARNING
    params = {"variant": variant, "size": fault.params.get("size", 0)}
    return Hit(FILE, fault.line, fault.column, params=params, severity=severity)


def _of_stranger(roster: Roster, journal: Journal, one: Stranger) -> Hit:
    table = journal.table
    place, item = str(table.value("kode_wilayah", one.row)), str(table.value("butir", one.row))
    near = ""
    if one.what == "place":
        found = roster.places.level_of(place).nearest(place)
        near = f"{found.name} ({found.code})" if found else ""
    elif one.what == "item":
        near = nearest_item(item, roster.profile.checklist.butir) or ""
    variant = f"{one.what}_near" if near else one.what
    params: Mapping[str, Any] = {"variant": variant, "item": item, "nearest": near}
    region = roster.places.region(place)
    return Hit(FILE, one.line, _WHERE[one.what], region, params=params)


_TORN = f"{HEADER}\n{done('33.23.01', 'PPK-01')}\n2024-05-21T08:00:00+07:00,Sri,33.2".encode()
_MERGE = "<<<<<<< HEAD"
_FIX_LINE = Words(
    "Betulkan baris ini di berkasnya, atau catat lagi dengan adhoc checklist mark; riwayat tetap "
    "ada.",
    "Mend this line in the file, or mark it again with adhoc checklist mark; the history stays.",
)

RULE = Rule(
    code="C953",
    name="mark-unknown",
    severity=Severity.ERROR,
    needs=(),
    check=check,
    title=Words("Catatan koordinasi yang tidak dikenal", "A mark that cannot be placed"),
    why=Words(
        "Baris koordinasi.csv dengan wilayah, butir, atau status yang tidak dikenal tidak "
        "terhitung di mana pun: yang dikira terlaksana ternyata tidak tercatat. Baris yang "
        "terpotong, sisa penggabungan git, dan judul di tengah berkas ditolak satu per satu; yang "
        "lain tetap terhitung.",
        "A line of koordinasi.csv with an unknown place, item or status counts nowhere: what seems "
        "done is not recorded. A torn line, what a git merge left and a header among the rows are "
        "refused one by one; all others count.",
    ),
    message={
        "place": Words(
            "wilayah {place} tidak ada di kecamatan.csv dan desa.csv",
            "there is no place {place} in kecamatan.csv and desa.csv",
        ),
        "place_near": Words(
            "wilayah {place} tidak ada di kecamatan.csv dan desa.csv; mungkin {nearest}",
            "there is no place {place} in kecamatan.csv and desa.csv; perhaps {nearest}",
        ),
        "item": Words("tidak ada butir {item}", "there is no item {item}"),
        "item_near": Words(
            "tidak ada butir {item}; mungkin {nearest}",
            "there is no item {item}; perhaps {nearest}",
        ),
        "level": Words(
            "{place}: butir {item} bukan untuk tingkat wilayah ini",
            "{place}: the item {item} is not for places of this level",
        ),
        "torn": Words(
            "baris terakhir terpotong setelah {size} bita dan tidak terhitung",
            "the last line was cut short after {size} bytes, and does not count",
        ),
        "conflict": Words(
            "sisa penggabungan git yang belum selesai", "left of a git merge that nobody finished"
        ),
        "header_again": Words("judul kolom di tengah berkas", "the header among the rows"),
        "structure": Words(
            "jumlah sel atau tanda kutipnya keliru; baris ini tidak terhitung",
            "its cells or quotes are wrong; the line does not count",
        ),
        "unread": Words(
            "isi kolom {column} kosong atau tidak dikenal; baris ini tidak terhitung",
            "the cell {column} is empty or unknown; the line does not count",
        ),
        "spoilt": Words(
            "isi kolom {column} tidak terbaca; baris ini tetap terhitung",
            "the cell {column} cannot be read; the line counts all the same",
        ),
        "unreadable": Words(
            "berkas ini bukan jurnal koordinasi yang dapat dibaca",
            "this file is no journal that can be read",
        ),
    },
    fix={
        "place": _FIX_LINE,
        "place_near": _FIX_LINE,
        "item": _FIX_LINE,
        "item_near": _FIX_LINE,
        "level": Words(
            "PPK: kode kecamatan; PPS: kode desa. Catat lagi dengan adhoc checklist mark.",
            "PPK: code of the kecamatan; PPS: code of the desa. Mark it again with adhoc "
            "checklist mark.",
        ),
        "torn": Words(
            "Jalankan adhoc checklist: potongannya disimpan terpisah. Lalu catat lagi yang hilang.",
            "Run adhoc checklist: the piece is kept aside. Then mark again what is lost.",
        ),
        "conflict": Words(
            "Hapus baris tanda <<<<<<<, ======= dan >>>>>>>, biarkan baris kedua kantor.",
            "Delete the lines <<<<<<<, ======= and >>>>>>>; leave those of both offices.",
        ),
        "header_again": Words("Hapus baris judul ini.", "Delete this header."),
        "structure": _FIX_LINE,
        "unread": _FIX_LINE,
        "spoilt": _FIX_LINE,
        "unreadable": Words(
            f"Baris pertamanya harus {HEADER}; simpan sebagai CSV UTF-8.",
            f"Its first line must be {HEADER}; save it as CSV UTF-8.",
        ),
    },
    basis=BASIS,
    tells_apart=("item",),
    passes=(example(done("33.23.01", "PPK-01"), done("33.23.01.2016", "pps-01")), Example()),
    fails=(
        example(
            done("33.23.99", "PPK-01"),
            done("99.99.99", "PPK-01"),
            done("33.23.01", "PPK-1"),
            done("33.23.01", "silaturahmi"),
            done("33.23.01", "PPS-01"),
            done("33.23.01", "PPK-01").replace("terlaksana", "beres"),
            done("33.23.01", "PPK-01") + ",",
            done("33.23.01", "PPK-01").replace("2024-05-20T09:30", "besok"),
            _MERGE,
            HEADER,
            at=[(FILE, line) for line in range(2, 12)],
        ),
        Example(files={FILE: _TORN}, at=((FILE, 3),)),
        Example(files={FILE: b"PK\x03\x04xlsx"}, at=((FILE, 1),)),
    ),
)
