"""Pollution of one cell as offices report it: what people write of roles, places and empty seats,
what slipped in from another column, and what an export left in a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.polluted.cells import Cell, Kind, Make, Spot
from tests.polluted.clean import ROWS, Type

_ROLE = frozenset({"anggota.jabatan"})
_STATUS = frozenset({"anggota.status"})
_WORDS = frozenset({Type.WORD})
_NAMES = frozenset({Type.NAME})
_CODES = frozenset({Type.CODE})
_SAID = "the cell says it, in other words"


def _itself(spot: Spot) -> str:
    return spot.text


def _nothing(_: Spot) -> None:
    return None


def _always(text: str) -> Callable[[object], str]:
    return lambda _: text


def _instead(text: str, means: str | None = None) -> Make:
    return lambda _: Cell(text, means)


def _written(pattern: str) -> Make:
    """Something around a filled cell, which is kept as it is written."""
    return lambda s: Cell(pattern.format(s.text), pattern.format(s.text)) if s.text else None


def _spoilt(pattern: str, means: str | None = None) -> Make:
    """Something around a filled cell; `means`: what is around it in truth, None for nothing."""

    def make(spot: Spot) -> Cell | None:
        true = spot.text if means is None else means.format(spot.text)
        return Cell(pattern.format(spot.text), true) if spot.text else None

    return make


def _of_nobody(pattern: str) -> Make:
    """Something around or instead of a filled cell that makes it no value."""
    return lambda s: Cell(pattern.format(s.text), None) if s.text else None


# -- roles -----------------------------------------------------------------------------------------


def _role(pattern: str, means: Callable[[Spot], str | None] = _itself, division: str = "") -> Make:
    """A role with body, kecamatan or desa, number or division in its cell."""

    def make(spot: Spot) -> Cell | None:
        row = spot.row
        place = f"Desa {row['desa']}" if row["desa"] else f"Kec. {row['kecamatan']}"
        text = pattern.format(role=spot.text.title(), body=row["badan"], place=place)
        also = {"divisi": (division, row["divisi"])} if division else {}
        return Cell(text, means(spot), also=also)

    return make


_DIVISION = "Teknis Penyelenggaraan"
_ROLE_KINDS = (
    *(
        Kind(f"role-{name}", _role(pattern), _WORDS, equal=_SAID, where=_ROLE)
        for name, pattern in {
            "body-place": "{role} {body} {place}", "numbered": "{role} {body} 2",
            "numbered-ke": "{role} {body} ke-3", "acting": "Plt. {role}",
            "body-first": "{body} - {role}", "in-brackets": "{role} ({body})",
            "slash": "{role}/{body}", "with-note": "{role} {body} (PAW)",
        }.items()
    ),
    *(
        Kind(f"role-division-{name}", _role(pattern, division=_DIVISION), _WORDS, equal=_SAID,
             where=_ROLE)
        for name, pattern in {
            "slash": "{role} / Divisi Teknis Penyelenggaraan",
            "brackets": "{role} {body} (Divisi Teknis Penyelenggaraan)",
            "all": "{role} {body} {place}, Div. Teknis Penyelenggaraan",
        }.items()
    ),
    Kind("role-kordiv", _role("Kordiv Datin", lambda _: "anggota", "Datin"), _WORDS, equal=_SAID,
         where=_ROLE),
    *(
        Kind(f"role-{name}", _role(pattern, _nothing), _WORDS, where=_ROLE)
        for name, pattern in {
            "taken-back": "{role} (mengundurkan diri)", "late": "{role} {body} (alm)",
            "of-reserves": "{role} (cadangan)", "elsewhere": "{role} {body} Kec. Gemawang",
            "two": "Ketua dan Sekretaris {body}",
        }.items()
    ),
)  # fmt: skip


# -- places ----------------------------------------------------------------------------------------

NAME_OF = {row["kode"]: row["nama"] for kind in ("kecamatan", "desa") for row in ROWS[kind]}


def _place(of_desa: str, of_kecamatan: str, *, wrong: bool = False) -> Make:
    """The place of a code as people write it; `wrong`: with the name of another kecamatan."""

    def make(spot: Spot) -> Cell | None:
        code = spot.text
        if not code:
            return None
        above, pattern = code[:8], of_desa if len(code) > 8 else of_kecamatan
        within = NAME_OF[above]
        if wrong:
            within = next(name for one, name in NAME_OF.items() if len(one) == 8 and one != above)
        text = pattern.format(
            code=code, bare=code.replace(".", ""), name=NAME_OF[code] if len(code) > 8 else within,
            NAME=NAME_OF[code].upper(), kecamatan=within, above=above,
        )  # fmt: skip
        return None if not text or text == code else Cell(text, None if wrong else code)

    return make


_PLACE_KINDS = (
    *(
        Kind(f"place-{name}", _place(*patterns), _CODES, equal=_SAID)
        for name, patterns in {
            "with-kecamatan": ("Desa {name}, Kec. {kecamatan}", "Kec. {kecamatan}"),
            "brackets": ("{name} ({kecamatan})", "{name} (Temanggung)"),
            "either-word": ("Kel/Desa {name} Kec. {kecamatan}", "Kecamatan {name}"),
            "code-name": ("{code} - {name}", "{code} - {name}"),
            "bare-code-name": ("{bare} : {NAME}", "{bare} : {NAME}"),
            "code-slash-name": ("{code}/Desa {name}", "{code}/Kec. {name}"),
            "code-of-kecamatan": ("{above} {name}", ""),
            "body": ("PPS Desa {name}, Kec. {kecamatan}", "PPK {name}"),
        }.items()
    ),
    *(
        Kind(f"place-{name}", _place(*patterns, wrong=True), _CODES)
        for name, patterns in {
            "contradicting": ("Desa {name}, Kec. {kecamatan}", ""),
            "code-other-name": ("{code} - Kec. {kecamatan}", "{code} - {name}"),
        }.items()
    ),
)  # fmt: skip


# -- words -----------------------------------------------------------------------------------------

NOBODY = (
    "kosong", "KOSONG", "(kosong)", "vacant", "lowong", "belum terisi", "belum ada yang mendaftar",
    "tidak ada", "nihil", "PAW", "menunggu PAW", "menyusul", "belum dilantik", "tanpa nama",
    "......", "?", "???", "*", "idem", "sda", "sama dengan di atas", "″", "〃",
)  # fmt: skip
_ANNOUNCED = {
    "TERPILIH": "aktif", "Terpilih": "aktif", "PENGGANTI": "cadangan",
    "Calon Pengganti": "cadangan", "TIDAK TERPILIH": None, "BELUM DINILAI": None, "GUGUR": None,
    "MENINGGAL DUNIA": "meninggal", "tidak aktif": None, "Diganti": None, "mantan": None,
}  # fmt: skip
_DITTOS = ("idem", "sda", "s.d.a.", "ditto", "sama", "″", "〃", '"', "''", '-"-', "sama dgn atas")


def _ditto(sign: str) -> Make:
    """A sign for what stands in the row above."""

    def make(spot: Spot) -> Cell | None:
        rows = ROWS[spot.file]
        row = next(at for at, one in enumerate(rows) if one is spot.row)
        return Cell(sign, rows[row - 1][spot.column] or None if row else None)

    return make


_WORD_KINDS = (
    *(
        Kind(f"nobody-{word}", _of_nobody(word), _NAMES)
        for word in NOBODY
    ),
    *(
        Kind(f"announced-{word}", _instead(word, means), _WORDS, equal=_SAID,
             where=_STATUS)
        for word, means in _ANNOUNCED.items()
    ),
    *(Kind(f"ditto-{sign}", _ditto(sign), equal=_SAID) for sign in _DITTOS),
    *(
        Kind(f"present-{sign}", _instead(sign, "ya"), _WORDS, equal=_SAID,
             where=frozenset({"bimtek.hadir"}))
        for sign in ("√", "✓", "✔", "✅", "☑", "v", "V", "H", "TRUE", "hadir")
    ),
)  # fmt: skip

# -- names -----------------------------------------------------------------------------------------

_TITLES = ("Drs. H. {}, M.Pd.", "{}, S.H., M.Kn.", "KH. {}", "Dr. (Cand.) {}, S.Ag.", "{} A.Md.Keb")
_NAME_KINDS = (
    *(
        Kind(f"leftover-{name}", _spoilt(pattern), _NAMES)
        for name, pattern in {
            "br": "{}<br>", "br-closed": "{}<br/>", "bold": "<b>{}</b>", "equals": '="{}"',
            "null": "{}\\N", "backslash": "{}\\", "substitute": "{}\x1a", "nbsp": "{}&nbsp;",
            "return": "{}_x000D_", "amp": "{}&#39;i", "percent": "{}%20", "star": "{}*",
            "hash": "{} #1", "list": "['{}']", "semicolon": "{};", "tab": "{}\\t",
            "dash-before": "- {}", "quoted": "'{}'", "doubled": "{} (dobel)", "question": "{}?",
        }.items()
    ),
    Kind("leftover-null-only", _of_nobody("\\N"), _NAMES),
    Kind("leftover-br-only", _of_nobody("<br>"), _NAMES),
    *(
        Kind(f"mojibake-{name}", _spoilt(f"{{}} {bad}", f"{{}} {good}"), _NAMES, equal=_SAID)
        for name, bad, good in (
            ("quote", "Nurâ€™aini", "Nur’aini"), ("letter", "RenÃ©", "René"),
            ("dash", "Aâ€“B", "A–B"), ("twice", "RenÃƒÂ©", "René"),
        )
    ),
    *(
        Kind(f"several-{name}", _of_nobody(pattern), _NAMES)
        for name, pattern in {
            "lines": "{}\nBudi Santosa", "semicolon": "{}; Budi Santosa",
            "numbers": "1. {} 2. Budi Santosa", "numbered-lines": "1. {}\n2. Budi Santosa",
            "slash": "{} / Budi Santosa", "dan": "{} dan Budi Santosa", "plus": "{} + Budi Santosa",
            "ampersand": "{} & Budi Santosa",
        }.items()
    ),
    *(
        Kind(f"degree-{n}", _written(pattern), _NAMES, equal="a name keeps its titles")
        for n, pattern in enumerate(_TITLES)
    ),
)  # fmt: skip

# -- what belongs to another column ----------------------------------------------------------------

_OWNED = frozenset({"anggota.alamat", "anggota.pendidikan", "anggota.divisi", "anggota.nomor_sk"})
_DOCUMENTS = frozenset({"anggota.nik", "anggota.pendidikan", "anggota.nomor_sk"})
_FOREIGN = {
    "address": ("Dusun Krajan RT 01/RW 02", "anggota.alamat"),
    "school": ("SMA/Sederajat", "anggota.pendidikan"),
    "decree": ("101/PP.04-Kpt/3323/2024", "anggota.nomor_sk"),
    "division": ("Divisi Teknis Penyelenggaraan", "anggota.divisi"),
    "nik": ("3323010101800001", ""), "phone": ("081234567890", ""), "day": ("1990-05-12", ""),
}  # fmt: skip
_FOREIGN_KINDS = (
    *(
        Kind(f"foreign-{name}", _instead(text), where=_OWNED - {home})
        for name, (text, home) in _FOREIGN.items()
    ),
    *(
        Kind(f"foreign-{name}-as-name", _of_nobody(text), _NAMES)
        for name, (text, _) in _FOREIGN.items()
    ),
    *(
        Kind(f"tick-{sign}", _instead(sign), where=_DOCUMENTS)
        for sign in ("√", "✓", "V", "x", "ada", "belum", "lengkap")
    ),
)  # fmt: skip

# -- who left --------------------------------------------------------------------------------------


def _of_the_active(write: Callable[[str], str]) -> Make:
    """What says that somebody left, or has not begun, while the status says aktif."""
    return lambda s: Cell(write(s.text), None) if s.row["status"] == "aktif" else None


_LEFT_KINDS = (
    Kind("left-ended", _of_the_active(_always("2024-08-01")),
         where=frozenset({"anggota.tanggal_selesai"})),
    Kind("left-not-begun", _of_the_active(_always("2025-01-02")),
         where=frozenset({"anggota.tanggal_mulai"})),
    *(
        Kind(f"left-reason-{word}", _of_the_active(_always(word)),
             where=frozenset({"anggota.alasan"}))
        for word in ("mengundurkan diri", "Meninggal dunia", "pindah domisili", "diberhentikan")
    ),
    *(
        Kind(f"left-note-{word}", _of_the_active(_always(word)),
             where=frozenset({"anggota.keterangan"}))
        for word in ("mengundurkan diri per 1 Juli", "sudah meninggal", "TIDAK TERPILIH")
    ),
    *(
        Kind(f"left-late-{n}", _of_the_active(pattern.format), where=frozenset({"anggota.nama"}))
        for n, pattern in enumerate(("{} (alm)", "Alm. {}", "{} (Almh.)", "{}, almarhum"))
    ),
)  # fmt: skip

FIELD_CELL_KINDS: Sequence[Kind] = (
    *_ROLE_KINDS, *_PLACE_KINDS, *_WORD_KINDS, *_NAME_KINDS, *_FOREIGN_KINDS, *_LEFT_KINDS,
)  # fmt: skip
