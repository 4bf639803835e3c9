"""A roster folder with what identifies an invented person in every place where a text can stand."""

from __future__ import annotations

import csv
import html
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from pypdf import PdfReader

from adhoc_cli.checklist.mark import COLUMNS
from adhoc_cli.models.columns import columns_of
from adhoc_cli.models.rows import MODELS
from adhoc_cli.rules.examples import base_tables
from tests.text.spellings import left_of, spellings

# Of a kabupaten, a year and a place that nothing else here names.
NIK = "9171026011770853"
PHONE = "085290731864"
BIRTHS = ("1977-11-20", "20 November 1977", "20/11/1977")
ADDRESSES = ("Dusun Karangsepi 7", "Jl. Karangsepi No. 12 RT 03/RW 04")
MAIL = "karangsepi.sekali@contoh.id"
_OTHERS = (*BIRTHS, *ADDRESSES, MAIL)


def _cut() -> Iterator[str]:
    """Wherever a long text is cut, half of a number is somebody's still."""
    text = ""
    for limit in (40, 60, 80, 100, 120, 200, 300, 900, 2_000):
        text = f"{text:x<{limit - 10}} {NIK}"
        yield f"{'x' * (limit - 10)} {NIK}"
    yield text


*_EACH_CUT, CUT = _cut()
SECRETS = (*spellings(NIK).values(), *spellings(PHONE).values(), *_OTHERS, *_EACH_CUT, CUT)

_OTHER_FILES: Mapping[str, Mapping[str, str]] = {
    "tps": {"kode_desa": "33.23.01.2016", "nomor": "1", "jumlah_pemilih": "400"},
    "bimtek": {
        "kegiatan": "Bimtek", "tanggal": "2024-05-20", "nama": "Wagiman Pitutur", "badan": "PPK",
        "kode_wilayah": "33.23.01", "hadir": "hadir", "untuk_badan": "PPK",
    },
    "pemangku": {
        "kode_wilayah": "33.23.01", "peran": "camat", "nama": "Slamet", "telepon": "081390001234",
    },
}  # fmt: skip
_MARK = {
    "waktu": "2024-06-01T08:00:00+07:00", "operator": "Rini", "kode_wilayah": "33.23.01",
    "butir": "PPK-01", "status": "terlaksana", "tanggal": "2024-06-01", "bukti": "foto",
    "catatan": "baik",
}  # fmt: skip
_SHOWN = 5
_ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8}))")


def few(at: int) -> Sequence[str]:
    """Three secrets for the column `at`, so that all of them stand in some column; and one that is
    somebody's wherever it is cut."""
    return [
        list(spellings(NIK).values())[at % 25],
        list(spellings(PHONE).values())[(at * 7 + 3) % 25],
        _OTHERS[at % len(_OTHERS)],
        CUT,
    ]


def every(_at: int) -> Sequence[str]:
    """Every secret, for each column."""
    return SECRETS


def tables(chosen: str = "every") -> Mapping[str, list[dict[str, str]]]:
    """The rows of all files: those of a faultless roster, and for each column of a file rows that
    hold a secret in it."""
    secrets = every if chosen == "every" else few
    base = base_tables() | {kind: [dict(row)] for kind, row in _OTHER_FILES.items()}
    del base["anggota"][1:4], base["anggota"][5:6]  # seats for the candidates
    made: dict[str, list[dict[str, str]]] = {}
    at = 0
    for kind, rows in base.items():
        columns = tuple(columns_of(MODELS[kind]))
        sound = dict.fromkeys(columns, "") | rows[-1]
        made[kind] = [dict.fromkeys(columns, "") | row for row in rows]
        for column in columns:
            made[kind] += [sound | {column: secret} for secret in secrets(at)]
            at += 1
    for at, secret in enumerate((NIK, PHONE, *_OTHERS, CUT), start=2):
        _named(made, f"33.23.{at:02d}", secret)
    sound = made["anggota"][0]
    # By its column alone is this somebody's address.
    other = {"nama": "Tukiman Pacar", "nik": "", "kode_wilayah": "33.23.02", "jabatan": "anggota"}
    made["anggota"].append(sound | other | {"alamat": "Pojok Karangsepi"})
    # Who left and why: what `replace` and the letters quote, where as many seats are free.
    for secret in (one for one in secrets(at) if one != CUT):
        left = {"status": "mengundurkan diri", "alasan": secret, "nomor_sk": secret, "nama": secret}
        made["anggota"].append(sound | left | {"tanggal_selesai": "2024-06-01"})
    return made


def _named(made: Mapping[str, list[dict[str, str]]], code: str, secret: str) -> None:
    """A kecamatan and a desa whose names are a secret, with the people of both."""
    made["kecamatan"].append({"kode": code, "nama": secret})
    made["desa"].append({"kode": f"{code}.2001", "nama": secret, "kode_kecamatan": code})
    told = {"kode_wilayah": code, "divisi": secret, "telepon": PHONE}
    for body, place in (("PPK", code), ("PPS", f"{code}.2001")):
        row = made["anggota"][0] | told | {"badan": body, "kode_wilayah": place}
        made["anggota"].append(row | {"nama": f"Orang {secret}", "nik": ""})
    made["pemangku"].append(made["pemangku"][0] | {"kode_wilayah": code, "nama": secret})


def plant(folder: Path, chosen: str = "every", *, broken: bool = False) -> Path:
    """Write the folder; `broken`: with files beside it that nobody can read, or not wholly."""
    folder.mkdir()
    made = tables(chosen)
    for kind, rows in made.items():
        (folder / f"{kind}.csv").write_bytes(as_csv(rows))
    columns = list(made["anggota"][0])
    for number, (name, data) in enumerate(_broken(columns) if broken else ()):
        (folder / f"anggota-{number}{name}.csv").write_bytes(data)
    marks = [_MARK] + [
        _MARK | {column: secret}
        for at, column in enumerate(COLUMNS)
        for secret in (every if chosen == "every" else few)(at)
        if column != "waktu"
    ]
    (folder / "koordinasi.csv").write_bytes(as_csv(marks))
    (folder / "adhoc.toml").write_text(_settings(), encoding="utf-8")
    return folder


def as_csv(rows: Sequence[Mapping[str, str]]) -> bytes:
    """Rows as a CSV file, with a header."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def _broken(columns: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Files with lines whose columns cannot be told, and with secrets for a header or a name."""
    head = ",".join(columns).encode()
    line = f"Siti,{NIK},{PHONE},{BIRTHS[1]},{ADDRESSES[0]},{MAIL},{BIRTHS[0]}".encode()
    yield "", b"\n".join([head, b'Siti "Sri"' + line, line, line + b"\xe9", b'"' + line])
    for secret in (NIK, PHONE, BIRTHS[0], ADDRESSES[0], MAIL, spellings(NIK)["fours"]):
        yield "-kepala", head + f',"{secret}"\n'.encode()
        yield "-tanpa", b"nama," + f'"{secret}",badan,"{secret}"\n'.encode()
        yield "-orang", f'Siti,"{secret}",PPK,ketua\n'.encode() * 3
    yield "-panjang", f'"{CUT}",badan\n'.encode()
    yield f" {NIK} tanpa", b"nama\nSiti\n"
    for secret in (NIK, PHONE, BIRTHS[0], "Jl. Karangsepi 7", MAIL):
        yield f" {secret}", head + b"\nSiti,PPK,raja\n" + line


def _settings() -> str:
    found = [
        f'[[pengecualian]]\nkode = "Q401"\nwilayah = "33.23.01.2016"\nalasan = {secret!r}\n'
        f"sampai = 2024-0{number}-30\n"
        for number, secret in ((6, f"a.n. {NIK}"), (4, BIRTHS[1]))
    ]
    found.append(f'[ubah]\njudul_id = "Pemilihan a.n. {PHONE}"\njudul_en = "Election of {PHONE}"')
    found += [
        f'[ubah.butir.{item}]\ntujuan_id = "a.n. {NIK}"\ntujuan_en = "by {NIK}"'
        for item in ("PPK-01", "PPK-10")
    ]
    found.append(f'[kop]\nbaris = ["KPU Contoh", "HP {PHONE}", "a.n. {NIK}"]')
    found += [
        f'[[pengecualian]]\nkode = "V205"\norang = "{NIK}"\nalasan = "x"\nsampai = 2024-12-30'
    ]
    return "\n".join(found) + "\n"


# Their form fits no number of a person: ten hexadecimal digits, a dash and up to six, or 32.
_HASH = re.compile(r'"(?:key": "[0-9a-f]{10}(?:-[0-9a-f]{1,6})?|salt": "[0-9a-f]{32})"')

# The key of a row in a workbook, and what it held: drawn anew each time, too.
_OF_A_ROW = re.compile(r"^(?:[0-9a-f]{4}-[0-9]{1,5}|(?=[0-9]*[a-f])[0-9a-f]{16})$", re.MULTILINE)

# The moment after which a backup is named: some microseconds spell six digits of a number.
_MOMENT = re.compile(r"\b[0-9]{8}-[0-9]{6}-[0-9]{6}\b")

# -- scanning --------------------------------------------------------------------------------------


def leaks(text: str) -> list[str]:
    """What of the invented person can be read in a text, with some of its lines."""
    readable = readable_text(text)
    found = [
        f"{number}: {left} digits"
        for number in (NIK, PHONE)
        if (left := left_of(number, readable)) > 5
    ]
    words = {"1977": "birth", "karangsepi": "address or e-mail"}
    found += [what for word, what in words.items() if word in readable.casefold()]
    where = _where(readable) if found else []
    return [f"{one} in {len(where)} lines: {where[:_SHOWN]}" for one in found]


def readable_text(text: str) -> str:
    """A text without what formats wrap it in: escapes, entities, tags that break a word."""
    shown = _ESCAPE.sub(lambda one: chr(int(one[1] or one[2] or one[3], 16)), text)
    return html.unescape(re.sub(r"</?wbr>", "", _MOMENT.sub("", shown)))


def text_of(name: str, data: bytes) -> str:
    """What a file says."""
    if name.endswith(".xlsx"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [archive.read(part).decode() for part in archive.namelist()]
        # Where a cell says which of the shared texts is its own, that number says nothing.
        told = re.sub(r'(<c [^>]*t="s"[^>]*>)<v>[0-9]+</v>', r"\1", "\n".join(parts))
        # The end of a cell ends what it says: counts of three cells are no number of a person.
        return _OF_A_ROW.sub("", re.sub(r"<[^>]*>", "\n", told.replace("</c>", " x ")))
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            read = [archive.read(f"{part}.xml") for part in ("word/document", "docProps/core")]
        return re.sub(r"<[^>]*>", "", b"\n".join(read).decode().replace("</w:p>", "\n"))
    if name.endswith(".pdf"):  # its text is packed; the numbers around it are places in the file
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    if name.endswith(".html"):
        return re.sub(r"<(?!/?wbr)[^>]*>", lambda tag: f"\n{tag[0]}\n", data.decode())
    # Hashes of the memory are drawn anew each time: one in some thousand has any four digits.
    return _HASH.sub("", data.decode("utf-8", "backslashreplace"))


def _where(text: str) -> list[str]:
    """The lines that say something: the table of a whole roster has thousands."""
    return [line.strip() for line in text.splitlines() if _says_something(line)]


def _says_something(line: str) -> bool:
    numbers = any(left_of(number, line) > 5 for number in (NIK, PHONE))
    return numbers or "1977" in line or "karangsepi" in line.casefold()


def rest_of(paths: Iterable[Path]) -> Mapping[str, bytes]:
    """The files below folders, by name."""
    files = (file for path in paths for file in sorted(path.rglob("*")) if file.is_file())
    return {str(file): file.read_bytes() for file in files}
