"""C953: a line of the journal that speaks of nothing here, or that cannot be read."""

from collections import Counter
from typing import Any

from adhoc_cli.checklist.board import UnknownMark, unknown_marks
from adhoc_cli.checklist.faults import JournalUnreadable
from adhoc_cli.checklist.items import nearest_item, plan
from adhoc_cli.checklist.layout import FILE
from adhoc_cli.checklist.of_roster import journal_of
from adhoc_cli.checklist.read import Journal, LineFault, LineFaultKind
from adhoc_cli.rules.api import FORMAT, Facts, Severity, example
from adhoc_cli.rules.found import Finding, Found, Params, Reason, Roster
from adhoc_cli.rules.journal import HEADER, done, marked, with_journal

_WHERE = {"place": "kode_wilayah", "item": "butir", "level": "kode_wilayah"}


def check(roster: Roster) -> Found:
    """Every line of the journal; one that is no journal at all is one finding."""
    try:
        journal_of(roster)
    except JournalUnreadable as refusal:
        fault = refusal.fault
        return Found(1, 1, [_at(fault.line, fault.column, {"variant": "unreadable"})])
    return with_journal(_look)(roster)


def _look(roster: Roster, journal: Journal) -> Found:
    findings = [_of_fault(fault) for fault in journal.faults]
    if roster.has("kecamatan") and roster.has("desa"):
        items = plan(roster.profile)
        found = unknown_marks(roster.places, roster.profile.checklist, items, journal)
        findings += [_of_mark(roster, journal, one) for one in found]
        partly = None
    else:
        absent = next(kind for kind in ("kecamatan", "desa") if not roster.has(kind))
        partly = Reason("file_unreadable", {"file": f"{absent}.csv"})
    findings.sort(key=lambda finding: finding.line or 0)
    counts = Counter(finding.own or Severity.ERROR for finding in findings)
    return Found(max(journal.file.rows, len(findings)), len(findings), findings, counts, partly)


def _of_fault(fault: LineFault) -> Finding:
    variant = str(fault.kind)
    if fault.kind is LineFaultKind.CELL:
        variant = "unread" if fault.refused else "spoilt"
    severity = Severity.ERROR if fault.refused else Severity.WARNING
    params = {"variant": variant, "size": fault.params.get("size", 0)}
    return _at(fault.line, fault.column, params, own=severity)


def _of_mark(roster: Roster, journal: Journal, one: UnknownMark) -> Finding:
    table = journal.table
    place, item = str(table.value("kode_wilayah", one.row)), str(table.value("butir", one.row))
    near = ""
    if one.what == "place":
        found = roster.places.level_of(place).nearest(place)
        near = f"{found.name} ({found.code})" if found else ""
    elif one.what == "item":
        near = nearest_item(item, roster.profile.checklist.butir) or ""
    variant = f"{one.what}_near" if near else one.what
    params: Params = {"variant": variant, "item": item, "nearest": near}
    return _at(one.line, _WHERE[one.what], params, region=roster.places.region(place))


def _at(line: int | None, column: str | None, params: Params, **rest: Any) -> Finding:
    return Finding(file=FILE, line=line, column=column, params=params, **rest)


_TORN = f"{HEADER}\n{done('33.23.01', 'PPK-01')}\n2024-05-21T08:00:00+07:00,Sri,33.2".encode()
_MERGE = "<<<<<<< HEAD"

TEXTS = """
title.id = Catatan koordinasi yang tidak dikenal
title.en = A mark that cannot be placed
why.id = Baris koordinasi.csv dengan wilayah, kegiatan, atau status yang tidak dikenal tidak
  terhitung di mana pun: yang dikira terlaksana ternyata tidak tercatat. Baris yang terpotong, sisa
  penggabungan git, dan judul di tengah berkas ditolak satu per satu; yang lain tetap terhitung.
why.en = A line of koordinasi.csv with an unknown place, item or status counts nowhere: what seems
  done is not recorded. A torn line, what a git merge left and a header among the rows are refused
  one by one; all others count.
message.place.id = wilayah {place} tidak ada di kecamatan.csv dan desa.csv
message.place.en = there is no place {place} in kecamatan.csv and desa.csv
message.place_near.id = wilayah {place} tidak ada di kecamatan.csv dan desa.csv; mungkin {nearest}
message.place_near.en = there is no place {place} in kecamatan.csv and desa.csv; perhaps {nearest}
message.item.id = tidak ada kegiatan {item}
message.item.en = there is no item {item}
message.item_near.id = tidak ada kegiatan {item}; mungkin {nearest}
message.item_near.en = there is no item {item}; perhaps {nearest}
message.level.id = {place}: kegiatan {item} bukan untuk tingkat wilayah ini
message.level.en = {place}: the item {item} is not for places of this level
message.torn.id = baris terakhir terpotong dan tidak terhitung⟦ (setelah {size} bita)⟧
message.torn.en = the last line was cut short and does not count⟦ (after {size} bytes)⟧
message.conflict.id = sisa penggabungan git yang belum selesai
message.conflict.en = left of a git merge that nobody finished
message.header_again.id = judul kolom di tengah berkas
message.header_again.en = the header among the rows
message.structure.id = jumlah sel atau tanda kutipnya keliru; baris ini tidak terhitung
message.structure.en = its cells or quotes are wrong; the line does not count
message.unread.id = isi kolom {column} kosong atau tidak dikenal; baris ini tidak terhitung
message.unread.en = the cell {column} is empty or unknown; the line does not count
message.spoilt.id = isi kolom {column} tidak terbaca; baris ini tetap terhitung
message.spoilt.en = the cell {column} cannot be read; the line counts all the same
message.unreadable.id = berkas ini bukan jurnal koordinasi yang dapat dibaca
message.unreadable.en = this file is no journal that can be read
fix.place|place_near|item|item_near|structure|unread|spoilt.id = Betulkan baris ini di berkasnya,
  atau catat lagi dengan adhoc checklist mark; riwayat tetap ada.
fix.place|place_near|item|item_near|structure|unread|spoilt.en = Mend this line in the file, or mark
  it again with adhoc checklist mark; the history stays.
fix.level.id = PPK: kode kecamatan; PPS: kode desa; KPU: kode kabupaten. Catat lagi dengan adhoc
  checklist mark.
fix.level.en = PPK: code of the kecamatan; PPS: code of the desa; KPU: code of the kabupaten. Mark
  it again with adhoc checklist mark.
fix.torn.id = Jalankan adhoc checklist: potongannya disimpan terpisah. Lalu catat lagi yang hilang.
fix.torn.en = Run adhoc checklist: the piece is kept aside. Then mark again what is lost.
fix.conflict.id = Hapus baris tanda <<<<<<<, ======= dan >>>>>>>, biarkan baris kedua kantor.
fix.conflict.en = Delete the lines <<<<<<<, ======= and >>>>>>>; leave those of both offices.
fix.header_again.id = Hapus baris judul ini.
fix.header_again.en = Delete this header.
fix.unreadable.id = Baris pertamanya harus
  waktu,operator,kode_wilayah,butir,status,tanggal,bukti,catatan; simpan sebagai CSV UTF-8.
fix.unreadable.en = Its first line must be
  waktu,operator,kode_wilayah,butir,status,tanggal,bukti,catatan; save it as CSV UTF-8.
"""

_NO_DESA = {"desa.csv": None}  # what is unknown cannot be told then

FACTS = Facts(
    severity=Severity.ERROR,
    basis=FORMAT,
    tells_apart=("item",),
    passes=(
        marked(done("33.23.01", "PPK-01"), done("33.23.01.2016", "pps-01")),
        example(),
        example(files={FILE: f"{HEADER}\n{done('33.23.99', 'PPK-01')}\n".encode(), **_NO_DESA}),
    ),
    fails=(
        marked(
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
            at="koordinasi:2-11",
        ),
        example(files={FILE: _TORN}, at="koordinasi:3"),
        example(files={FILE: b"PK\x03\x04xlsx"}, at="koordinasi:1"),
    ),
)
