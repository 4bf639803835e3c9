"""The page of every key of `adhoc.toml` and of a profile, made from the models themselves.

Its meanings are the texts `keys.…`, which a new profile file quotes too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from adhoc_cli.profiles.load import Head, Settings
from adhoc_cli.profiles.model import Profile, Range, Seats
from adhoc_cli.profiles.parts import ElectionDay
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.words import Lang, Words

# Where each part is written.
_WHERE: Mapping[str, Words] = {
    "Settings": Words("`adhoc.toml`", "`adhoc.toml`"),
    "Letterhead": Words("`[kop]`", "`[kop]`"),
    "Import": Words("`[import]`", "`[import]`"),
    "SourceFiles": Words("`[[import.berkas]]`", "`[[import.berkas]]`"),
    "Waiver": Words("`[[pengecualian]]`", "`[[pengecualian]]`"),
    "Head": Words("Berkas profil: dasarnya", "A profile file: what it builds on"),
    "Profile": Words(
        "Profil: berkas profil, atau `[ubah]` di `adhoc.toml`",
        "The profile: a profile file, or `[ubah]` in `adhoc.toml`",
    ),
    "Body": Words("`[badan.NAMA]`", "`[badan.NAMA]`"),
    "Seats": Words("`kursi` dengan langkah", "`kursi` with steps"),
    "Step": Words("`bila` dari `kursi`", "`bila` of `kursi`"),
    "Training": Words("`[badan.NAMA.bimtek]`", "`[badan.NAMA.bimtek]`"),
    "Local": Words('`[badan.NAMA.setempat."33.23.01"]`', '`[badan.NAMA.setempat."33.23.01"]`'),
    "Replacement": Words("`[badan.NAMA.penggantian]`", "`[badan.NAMA.penggantian]`"),
    "Source": Words(
        "`[sumber]`, dan `sumber` setiap bagian",
        "`[sumber]`, and `sumber` of each part",
    ),
    "Stage": Words("`[tahapan.NAMA]`", "`[tahapan.NAMA]`"),
    "Item": Words("`[butir.ID]`", "`[butir.ID]`"),
    "Deadline": Words("`[butir.ID.batas]`", "`[butir.ID.batas]`"),
    "Kantor": Words("`[kantor]`", "`[kantor]`"),
    "Payment": Words("`[pembayaran]`", "`[pembayaran]`"),
    "Stated": Words("`[ketentuan.NAMA]`", "`[ketentuan.NAMA]`"),
}
_KINDS: Mapping[Any, Words] = {
    str: Words("teks", "text"),
    int: Words("bilangan bulat", "whole number"),
    float: Words("bilangan", "number"),
    bool: Words("`true` atau `false`", "`true` or `false`"),
    date: Words("tanggal", "date"),
    Range: Words("bilangan atau `[terkecil, terbesar]`", "number or `[least, most]`"),
    "day": Words('tanggal, `"H-23"`, atau `"pelantikan+7"`', 'date, `"H-23"`, or `"pelantikan+7"`'),
    "seats": Words(
        "bilangan, `[terkecil, terbesar]`, atau tabel (di bawah)",
        "number, `[least, most]`, or a table (below)",
    ),
    "any": Words("apa saja", "anything"),
    "table": Words("tabel", "table"),
    "list": Words("daftar dari", "list of"),
    "name": Words("tabel: nama =", "table: name ="),
}
_HEADS: Mapping[Lang, tuple[str, ...]] = {
    "id": ("kunci", "isi", "bila tidak ditulis", "contoh", "arti"),
    "en": ("key", "holds", "where it is left out", "example", "meaning"),
}
_NEEDED: Mapping[Lang, str] = {"id": "wajib ditulis", "en": "must be there"}
_INTRO: Mapping[Lang, str] = {
    "id": """# Kunci `adhoc.toml` dan profil

Dibuat dari modelnya oleh `python -m scripts.make_docs`: ubah modelnya, bukan halaman ini. Cara
memakainya ada di [pemilihan-lain.md](pemilihan-lain.md); `adhoc profiles --new NAMA` membuat berkas
yang menjelaskan kunci-kunci ini, `adhoc profiles --check BERKAS` menyebut setiap kesalahan dengan
barisnya.

Setiap nilai profil dapat ditulis sebagai daftar menurut tanggal berlakunya:
`kursi = [{ nilai = 3 }, { sejak = 2018-07-23, nilai = 5 }]`.
""",
    "en": """# Keys of `adhoc.toml` and of a profile

Made from the models by `python -m scripts.make_docs`: edit the models, not this page. How they are
used is told in [pemilihan-lain.en.md](pemilihan-lain.en.md); `adhoc profiles --new NAME` makes a
file that explains these keys, `adhoc profiles --check FILE` tells every mistake with its line.

Each value of a profile can be a list by the day from which it holds:
`kursi = [{ nilai = 3 }, { sejak = 2018-07-23, nilai = 5 }]`.
""",
}
_BLANK = "profiles/law/blank.toml"
_EXAMPLE = re.compile(r"^#?(\w+) = (.+?)  # \{(\w+)\.\1\}$", re.MULTILINE)
# Of the keys that no new profile file has.
_EXAMPLES = {
    "Settings.profil": '"pemilu-2024"',
    "Settings.bahasa": '"id"',
    "Settings.badan": '["KPPS"]',
    "Settings.total": "{ PPS = 867 }",
    "Settings.aturan": '{ Q408 = "catatan" }',
    "Settings.ubah": "{ hari_pemungutan_suara = 2025-03-22 }",
    "Letterhead.baris": '["KOMISI PEMILIHAN UMUM", "KABUPATEN TEMANGGUNG"]',
    "Import.peta": '{ "NAMA SESUAI KTP" = "nama" }',
    "Import.nilai": '{ jabatan = { "Anggotaa PPS" = "anggota" } }',
    "SourceFiles.pola": '"PPS *.xlsx"',
    "SourceFiles.sebagai": '"anggota"',
    "SourceFiles.nama": '"anggota-pps"',
    "SourceFiles.pengodean": '"cp1252"',
    "SourceFiles.tersembunyi": '"skip"',
    "SourceFiles.dicoret": '"skip"',
    "SourceFiles.lembar": '["PPS"]',
    "SourceFiles.kolom": '["nama", "telepon"]',
    "SourceFiles.isi": '{ badan = "PPS" }',
    "SourceFiles.peta": '{ "NAMA SESUAI KTP" = "nama" }',
    "SourceFiles.nilai": '{ "jabatan:Anggotaa PPS" = "anggota" }',
    "Waiver.kode": '"Q401"',
    "Waiver.wilayah": '"33.23.01.2016"',
    "Waiver.orang": '"Wulan Pertiwi"',
    "Waiver.alasan": '"menunggu pleno"',
    "Waiver.sampai": "2024-06-30",
    "Profile.jabatan": '{ kordiv = ["kordiv", "koordinator divisi"] }',
    "Profile.pemangku": '{ satpol = ["satpol pp", "kepala satpol pp"] }',
    "Body.divisi_sinonim": '{ "Divisi HP3S" = "Pencegahan" }',
    "Source.dasar": '"SK KPU 1/2024"',
    "Source.tingkat": '"A"',
    "Source.catatan_id": '"menurut pengumuman"',
    "Source.catatan_en": '"as it was announced"',
    "Step.lebih_dari": "400",
    "Step.kursi": "2",
}


def parts_of(*models: type[BaseModel]) -> list[type[BaseModel]]:
    """Models and all those that their fields hold, each once, in the order in which they come."""
    found: list[type[BaseModel]] = []
    ahead = [*models]
    while ahead:
        part = ahead.pop(0)
        if part not in found:
            found.append(part)
            for field in part.model_fields.values():
                ahead += _models_in(field.annotation)
    return found


def _models_in(kind: Any) -> Iterator[type[BaseModel]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    for inner in get_args(kind):
        yield from _models_in(inner)


def keys_page(lang: Lang) -> str:
    """The page, as Markdown."""
    sections = ["\n".join(_section(part, lang)) for part in parts_of(Settings, Head, Profile)]
    return "\n".join([_INTRO[lang], *sections])


@cache
def examples() -> Mapping[str, str]:
    """By model and key a value as it is written: of `adhoc profiles --new`, and those above."""
    blank = files("adhoc_cli").joinpath(_BLANK).read_text(encoding="utf-8")
    shown = _EXAMPLE.findall(blank.replace("{name}", "psu-barat"))
    return {f"{part}.{key}": value for key, value, part in shown} | _EXAMPLES


def _section(part: type[BaseModel], lang: Lang) -> Iterator[str]:
    translator, kinds = Translator(lang), _Kinds(lang)
    yield f"## {_WHERE[part.__name__].in_(lang)}\n"
    yield f"| {' | '.join(_HEADS[lang])} |"
    yield f"|{'---|' * len(_HEADS[lang])}"
    for name, field in part.model_fields.items():
        example = examples().get(f"{part.__name__}.{name}")
        cells = (
            f"`{field.alias or name}`",
            kinds.of_field(part, name, field),
            _NEEDED[lang] if field.is_required() else _default(field),
            f"`{example}`" if example else "",
            translator.say(f"keys.{part.__name__}.{name}"),
        )
        yield f"| {' | '.join(cells)} |"
    yield ""


def _default(field: FieldInfo) -> str:
    """What holds where a key is not written; a dash for nothing, and for an empty list or table."""
    value = field.get_default(call_default_factory=True)
    if value is None or isinstance(value, BaseModel | tuple | Mapping):
        return "–"
    return f"`{json.dumps(value, default=str)}`"


class _Kinds:
    """What a key may hold, in a language."""

    def __init__(self, lang: Lang) -> None:
        self._lang: Lang = lang

    def of_field(self, part: type[BaseModel], name: str, field: FieldInfo) -> str:
        """What a field may hold."""
        written = get_type_hints(part, include_extras=True)[name]
        kinds = (written, *get_args(written))
        if ElectionDay in kinds:
            return self._say("day")
        return self._say("seats") if Seats in kinds else self._kind(field.annotation)

    def _say(self, kind: Any) -> str:
        return _KINDS[kind].in_(self._lang)

    def _kind(self, kind: Any) -> str:
        if kind in _KINDS:
            return self._say(kind)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return f"{self._say('table')} {_WHERE[kind.__name__].in_(self._lang)}"
        return self._compound(kind, [one for one in get_args(kind) if one not in (type(None), ...)])

    def _compound(self, kind: Any, inner: list[Any]) -> str:
        origin = get_origin(kind)
        if origin is Literal:
            return ", ".join(f"`{one}`" for one in inner)
        if origin is tuple:
            return f"{self._say('list')} {self._kind(inner[0])}"
        if origin in (Union, UnionType) or not inner:
            return self._kind(inner[0]) if inner else self._say("any")
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return f"{self._say('name')} {self._kind(inner[1])}"
        return self._kind(inner[0])  # Annotated
