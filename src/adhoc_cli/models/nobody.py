"""What rosters write in place of a name where there is nobody: kosong, vacant, belum ada, N/A, x.

A person may be called Null or Nan: whoever has a NIK or a phone number is somebody.
"""

from adhoc_cli.text.lazy import by_initial, lazy_pattern

_WORDS = (
    r"(?:di)?kosong(?:kan)?", "kekosongan", "lowong(?:an)?",
    r"(?:kursi|posisi|jabatan|formasi|masih) kosong", "vacan(?:t|cy)", "vak[au][nm]",
    r"(?:belum|blm|tidak|tdk|tak) (?:ada|terisi|terpilih|diisi|ditetapkan|di ?tunjuk|dilantik)",
    r"(?:belum|blm|tidak|tdk|tak) (?:tersedia|mendaftar)",
    r"(?:belum|blm|tidak|tdk|tak) ada (?:yang|yg) \w+",
    r"(?:belum|blm|tidak|tdk|tak) ada (?:orang|nama|pengganti|calon|petugas|anggota)(?:nya)?",
    r"(?:belum|blm|tidak|tdk|tak) ada (?:pendaftar|peminat|sk|data)(?:nya)?",
    r"(?:(?:sudah|telah) )?(?:mengundurkan diri|diberhentikan|meninggal dunia)",
    r"(?:menunggu|(?:dalam |dlm )?proses|calon)(?: (?:paw|pengganti|sk|penetapan|pelantikan))?",
    "paw", "menyusul", "nihil", "no ?name", "tanpa nama", "tidak diketahui",
    # The row above once more, which no second person is.
    "idem", r"s\.?d\.?a\.?", "ditto", r"sama(?: (?:dengan|dgn|dg))?(?: (?:di )?atas(?:nya)?)?",
    r"(?:(?:sama )?(?:seperti|spt)|lihat|lht) (?:di ?)?atas(?:nya)?", "same as above", "dto",
    r"(?:kordiv|kadiv|divisi)\b.*",  # of no name
    "nama(?: lengkap)?", "anonim", "anonymous", "tanpa keterangan", "k ?o ?s ?o ?n ?g", "ksg",
    "blank", "asdf", "qwerty", "lorem ipsum",
)  # fmt: skip
_PERHAPS_NAMES = (
    "nil", "null", "none", "nan", r"n\.?[/.]?a\.?", r"n\.?n\.?", "tb[acd]", "unknown", "xx*", "0+",
)  # fmt: skip
_SIGNS = r"[\s.,:;?*_~/|#=\"'`" "\u00b4\u2018\u2019\u201c\u201d\u2033\u3003…" r"()\[\]{}<>–—-]*"


def _pattern(*words: str) -> str:
    behind = r"(?:[\s.:-]*[0-9]{1,2}|\s*\(.*\))?"
    return rf"{_SIGNS}(?:{by_initial(*words)}){behind}{_SIGNS}"


# Of a form that was handed out: "Contoh: Budi", "(contoh pengisian)".
EXAMPLE = rf"{_SIGNS}(?i:(?:contoh|misal(?:nya)?)(?:$|[\s:.,)-].*))|(?is:.*\(contoh\)){_SIGNS}"
# For whole columns as well (RE2): no look-around.
NOBODY = rf"{_pattern(*_WORDS, *_PERHAPS_NAMES)}|{_SIGNS}"
NO_NAME = rf"{_pattern(*_WORDS)}|{EXAMPLE}"  # of anybody, whatever else the row says
_NOBODY = lazy_pattern(NOBODY)
_EXAMPLE = lazy_pattern(EXAMPLE)


def is_nobody(name: str) -> bool:
    """Whether a text says that there is nobody, or nothing at all."""
    return _NOBODY.fullmatch(name) is not None


def is_example(name: str) -> bool:
    """Whether a text is the example of a form, and nobody's name."""
    return _EXAMPLE.fullmatch(name) is not None
