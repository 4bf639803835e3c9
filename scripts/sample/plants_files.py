"""Family F: faults of single rows, and two things worth a note about a whole file."""

from __future__ import annotations

from datetime import date

from scripts.sample.planting import (
    ANY_OTHER,
    Plant,
    Planted,
    Stage,
    at,
    plainly_named,
    rejected,
    spoil,
)
from scripts.sample.roster import (
    CONTACTS_FILE,
    PPK,
    PPS,
    PPS_FILE,
    SECRETARIAT_FILE,
    TRAINING_FILE,
    Body,
)
from scripts.sample.tables import Row

SMALL_LIMIT = 1_000_000  # bytes
_LONGEST_CELL = 32_767
_MONTHS = {1: "Januari", 5: "Mei"}  # of the oaths
_SPOKEN_HEADERS = {
    "nama": "Nama Lengkap",
    "badan": "Badan",
    "jabatan": "Jabatan",
    "kode_wilayah": "Kode Wilayah",
    "nik": "NIK",
    "jenis_kelamin": "L/P",
    "tanggal_lahir": "Tgl Lahir",
    "status": "Status",
    "tanggal_mulai": "Tanggal Mulai",
    "tanggal_selesai": "Tanggal Selesai",
    "nomor_sk": "Nomor SK",
    "telepon": "No HP",
    "alamat": "Alamat",
    "pendidikan": "Pendidikan Terakhir",
    "keterangan": "Keterangan",
}


def foreign_byte(stage: Stage, body: Body) -> list[Planted]:
    """A byte that is neither UTF-8 nor cp1252, at the end of a name."""
    row = stage.a_member(body)
    name = plainly_named(row).encode()
    note = "byte 0x81 in nama"
    return spoil(stage, row, "F102", note, lambda line: line.replace(name, name + b"\x81", 1))


def surrogate(stage: Stage, body: Body) -> list[Planted]:
    """Half a character, as some exports leave it."""
    row = stage.a_row(body)
    name = plainly_named(row).encode()
    note = "UTF-8 surrogate in nama"
    return spoil(
        stage, row, "F102", note, lambda line: line.replace(name, name + b"\xed\xa0\x80", 1)
    )


def header_again(stage: Stage, body: Body) -> list[Planted]:
    """Two files pasted into one: the header stands between two desa."""
    last = stage.rows_of(body, stage.unit(body))[-1]
    header = stage.folder.tables[body.file].header()
    row = stage.insert_after(last, Row(body.file, {}, damage=lambda _: header))
    return [at(row, "F105", "the header again")]


def too_few_cells(stage: Stage, body: Body) -> list[Planted]:
    """A row that ends early."""
    row = stage.a_row(body)
    row.cells["keterangan"] = ""  # no quotes at the end of the line
    return spoil(stage, row, "F106", "two cells too few", lambda line: line.rsplit(b",", 2)[0])


def too_many_cells(stage: Stage, body: Body) -> list[Planted]:
    """An address with a comma, and no quotes around it."""
    row = stage.a_member(body)
    note = "one cell too many: a comma in alamat without quotes"
    return spoil(stage, row, "F106", note, lambda line: line.replace(b" RT ", b", RT ", 1))


def stray_comma(stage: Stage, body: Body) -> list[Planted]:
    """A stray comma at the end of a row."""
    row = stage.a_row(body)
    return spoil(stage, row, "F106", "one cell too many", lambda line: line + b",")


def text_after_quote(stage: Stage, body: Body) -> list[Planted]:
    """A title written behind the closing quote."""
    row = stage.a_member(body)
    name = plainly_named(row).encode()
    note = "text after the closing quote"
    return spoil(
        stage, row, "F107", note, lambda line: line.replace(name, b'"' + name + b'" SH', 1)
    )


def bare_quote(stage: Stage, body: Body) -> list[Planted]:
    """A nickname in quotes inside a cell without quotes."""
    row = stage.a_row(body)
    name = plainly_named(row).encode()
    note = "a bare quote inside nama"
    return spoil(stage, row, "F107", note, lambda line: line.replace(name, name + b' "Gus"', 1))


def unclosed_quote(stage: Stage, _: Body) -> list[Planted]:
    """A quote that never closes: no quote follows in the file that could close it by chance."""
    row = stage.active(PPS, stage.last_desa)[-1]
    rows = stage.folder.rows(PPS_FILE)
    for later in rows[rows.index(row) :]:
        plainly_named(later)
        later.cells["keterangan"] = ""
    return spoil(stage, row, "F107", "an unclosed quote before nama", lambda line: b'"' + line)


def lone_return(stage: Stage, _: Body) -> list[Planted]:
    """A lone CR, in the last row of its file: whether it counts as a line changes no other line."""
    row = stage.maker.contact(stage.places.kecamatan[0].code, "puskesmas", "dr. {}")
    stage.folder.rows(CONTACTS_FILE).append(row)
    row.damage = lambda line: line.replace(b"dr. ", b"dr.\r", 1)
    return [at(row, "F108", "a lone CR in nama; a second contact, so that none is missing")]


def another_dialect(stage: Stage, _: Body) -> list[Planted]:
    """The secretariats as an Excel with an Indonesian locale saves them, under spoken headers."""
    table = stage.folder.tables[SECRETARIAT_FILE]
    table.delimiter, table.headers = ";", _SPOKEN_HEADERS
    for row in table.rows:
        row.cells["kode_wilayah"] = row.cells["kode_wilayah"].replace(".", "")
        for column in ("tanggal_lahir", "tanggal_mulai", "tanggal_selesai"):
            row.cells[column] = f"{date.fromisoformat(row.cells[column]):%d/%m/%Y}"
    return [Planted("F109", "delimiter ; and header synonyms", file=SECRETARIAT_FILE, line=1)]


def column_nobody_reads(stage: Stage, _: Body) -> list[Planted]:
    """A column for signatures in the attendance list."""
    table = stage.folder.tables[TRAINING_FILE]
    table.columns.append("paraf")
    for row in table.rows:
        row.cells["paraf"] = "v"
    return [Planted("F110", "unknown column", file=TRAINING_FILE, line=1, column="paraf")]


def endless_cell(stage: Stage, body: Body) -> list[Planted]:
    """One character more than a cell of Excel holds."""
    row = stage.a_row(body)
    row.cells["alamat"] = ("Dusun Krajan " * 3000)[: _LONGEST_CELL + 1]
    return [at(row, "F111", "32,768 characters", "alamat"), *rejected(stage, row)]


def quoted_line_break(stage: Stage, _: Body) -> list[Planted]:
    """Legal: an address over two lines. Every later line of the file is one further down."""
    row = stage.active(PPS, stage.first_desa)[0]
    row.cells["alamat"] = row.cells["alamat"].replace(" RT ", "\nRT ")
    return []


def odd_but_legal(stage: Stage, _: Body) -> list[Planted]:
    """Legal: what real rosters write and nothing may object to."""
    unit = stage.unit(PPS)
    ketua, second, third = stage.active(PPS, unit)
    first, other, last = stage.reserves(PPS, unit)
    begun = date.fromisoformat(ketua.cells["tanggal_mulai"])
    spoken = f"{begun.day} {_MONTHS[begun.month]} {begun.year}"
    ketua.cells |= {"jabatan": "Ketua PPS", "tanggal_mulai": spoken}
    another = stage.maker.registry.phone()
    second.cells |= {"jabatan": "anggota ", "telepon": f"{second.cells['telepon']}/{another}"}
    third.cells["telepon"] = "+62 " + third.cells["telepon"][1:]
    first.cells["nama"] = "Null"
    other.cells["telepon"] = "-"
    last.cells["tanggal_lahir"] = f"{date.fromisoformat(last.cells['tanggal_lahir']):%d-%m-%Y}"
    return []


# -- what makes a file unreadable ------------------------------------------------------------------


def kecamatan_gone(stage: Stage, _: Body) -> list[Planted]:
    """The file of the kecamatan is not there."""
    stage.folder.whole["kecamatan.csv"] = None
    return [Planted("F101", "no kecamatan.csv", file="kecamatan.csv")]


def a_workbook(stage: Stage, _: Body) -> list[Planted]:
    """A workbook of Excel under the name of a CSV file."""
    stage.folder.whole[CONTACTS_FILE] = b"PK\x03\x04" + bytes(100)
    return [Planted("F102", "XLSX named .csv", file=CONTACTS_FILE, line=1)]


def only_a_header(stage: Stage, _: Body) -> list[Planted]:
    """A file whose rows were never filled in."""
    stage.folder.rows(CONTACTS_FILE).clear()
    return [Planted("F103", "no rows below the header", file=CONTACTS_FILE, line=1)]


def column_left_out(stage: Stage, _: Body) -> list[Planted]:
    """A required column is not in the file."""
    stage.folder.tables[CONTACTS_FILE].columns.remove("peran")
    return [Planted("F104", "no column peran", file=CONTACTS_FILE, line=1, column="peran")]


def column_named_twice(stage: Stage, _: Body) -> list[Planted]:
    """Two columns of the same name."""
    stage.folder.tables[CONTACTS_FILE].columns.append("telepon")
    return [Planted("F105", "telepon twice", file=CONTACTS_FILE, line=1, column="telepon")]


def too_large(stage: Stage, _: Body) -> list[Planted]:
    """A file above the size limit, if the limit is `SMALL_LIMIT`."""
    table = stage.folder.tables[CONTACTS_FILE]
    stage.folder.whole[CONTACTS_FILE] = table.header() + b"\n" * SMALL_LIMIT
    return [Planted("F112", "above the size limit", file=CONTACTS_FILE, line=1)]


_REJECTS_FILE = "anggota-pps.ditolak.csv"


def rejects_left(stage: Stage, _: Body) -> list[Planted]:
    """Rows that an import rejected, still waiting."""
    stage.folder.whole[_REJECTS_FILE] = b"nama,badan\nBudi,PPX\n"
    return [Planted("F113", "one row was rejected", file=_REJECTS_FILE)]


def cut_off(stage: Stage, _: Body) -> list[Planted]:
    """A download that broke in the last line of a file: a second contact, so none is missing."""
    whole, lines = stage.folder.tables[CONTACTS_FILE].encode()
    stage.folder.whole[CONTACTS_FILE] = whole + b"33.23.01,puskesmas,dr. A"
    line = max(lines.values()) + 1
    return [
        Planted("F114", "no line end", file=CONTACTS_FILE, line=line),
        Planted("F106", "a cell too few", file=CONTACTS_FILE, line=line),
    ]


_WORKBOOK = "PPS 2024.xlsx"
_COPY = "anggota-pps - Copy.csv"


def left_unread(stage: Stage, _: Body) -> list[Planted]:
    """A workbook beside the lists, and the copy of a list that another program made."""
    stage.folder.whole[_WORKBOOK] = b"PK\x03\x04"
    stage.folder.whole[_COPY] = b"nama,badan\nBudi,PPS\n"
    return [
        Planted("F115", "a workbook", file=_WORKBOOK, severity="warning"),
        Planted("F115", "a copy that differs", file=_COPY, severity="warning"),
    ]


PLANTS = (
    Plant("F102", foreign_byte, PPS, ANY_OTHER),
    Plant("F102", surrogate, PPS, ANY_OTHER),
    Plant("F105", header_again, PPS, ANY_OTHER),
    Plant("F106", too_few_cells, PPS, ANY_OTHER),
    Plant("F106", too_many_cells, PPS, ANY_OTHER),
    Plant("F106", stray_comma, PPK, ANY_OTHER),
    Plant("F107", text_after_quote, PPS, ANY_OTHER),
    Plant("F107", bare_quote, PPS, ANY_OTHER),
    Plant("F111", endless_cell, PPS, ANY_OTHER),
    Plant("F108", lone_return, last=True),
    Plant("F109", another_dialect, last=True),
    Plant("F110", column_nobody_reads, last=True),
    Plant("F107", unclosed_quote, last=True),
    Plant("F101", kecamatan_gone, apart=True),
    Plant("F102", a_workbook, apart=True),
    Plant("F103", only_a_header, apart=True),
    Plant("F104", column_left_out, apart=True),
    Plant("F105", column_named_twice, apart=True),
    Plant("F112", too_large, apart=True),
    Plant("F113", rejects_left, apart=True),
    Plant("F114", cut_off, apart=True),
    Plant("F115", left_unread, apart=True),
)
LEGAL = (Plant("", quoted_line_break), Plant("", odd_but_legal))
