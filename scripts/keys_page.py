"""The page of every key of `adhoc.toml` and of a profile, made from the models themselves.

Its meanings are the texts `keys.…`, which a new profile file quotes too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from adhoc_cli.profiles.load import Head, Settings
from adhoc_cli.profiles.model import Profile, Range
from adhoc_cli.text.translator import Translator

# Where each part is written.
_WHERE = {
    "Settings": "`adhoc.toml`",
    "Letterhead": "`[kop]`",
    "Import": "`[import]`",
    "SourceFiles": "`[[import.berkas]]`",
    "Waiver": "`[[pengecualian]]`",
    "Head": "Berkas profil: dasarnya",
    "Profile": "Profil: berkas profil, atau `[ubah]` di `adhoc.toml`",
    "Body": "`[badan.NAMA]`",
    "Seats": "`kursi` dengan langkah",
    "Step": "`bila` dari `kursi`",
    "Training": "`[badan.NAMA.bimtek]`",
    "Local": '`[badan.NAMA.setempat."33.23.01"]`',
    "Replacement": "`[badan.NAMA.penggantian]`",
    "Source": "`[sumber]`, dan `sumber` setiap bagian",
    "Stage": "`[tahapan.NAMA]`",
    "Item": "`[butir.ID]`",
    "Deadline": "`[butir.ID.batas]`",
    "Kantor": "`[kantor]`",
    "Payment": "`[pembayaran]`",
    "Stated": "`[ketentuan.NAMA]`",
}
_WORDS = {str: "teks", int: "bilangan bulat", float: "bilangan", bool: "`true` atau `false`"}
_INTRO = """# Kunci `adhoc.toml` dan profil

Dibuat dari modelnya oleh `python -m scripts.make_docs`: ubah modelnya, bukan halaman ini. Cara
memakainya ada di [pemilihan-lain.md](pemilihan-lain.md); `adhoc profiles --new NAMA` membuat berkas
yang menjelaskan kunci-kunci ini, `adhoc profiles --check BERKAS` menyebut setiap kesalahan dengan
barisnya.

Setiap nilai profil dapat ditulis sebagai daftar menurut tanggal berlakunya:
`kursi = [{ nilai = 3 }, { sejak = 2018-07-23, nilai = 5 }]`.
"""


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


def keys_page() -> str:
    """The page, as Markdown."""
    sections = ["\n".join(_section(part)) for part in parts_of(Settings, Head, Profile)]
    return "\n".join([_INTRO, *sections])


def _section(part: type[BaseModel]) -> Iterator[str]:
    translator = Translator("id")
    yield f"## {_WHERE[part.__name__]}\n"
    yield "| kunci | isi | arti |"
    yield "|---|---|---|"
    for name, field in part.model_fields.items():
        meaning = translator.say(f"keys.{part.__name__}.{name}")
        needed = " (wajib)" if field.is_required() else ""
        yield f"| `{field.alias or name}` | {_field(part, name, field)}{needed} | {meaning} |"
    yield ""


def _field(part: type[BaseModel], name: str, field: FieldInfo) -> str:
    said = str(part.__annotations__[name])  # as it is written: the names of the types tell more
    if "ElectionDay" in said:
        return 'tanggal, `"H-23"`, atau `"pelantikan+7"`'
    if said.startswith("Seats"):
        return "bilangan, `[terkecil, terbesar]`, atau tabel (di bawah)"
    return _kind(field.annotation)


def _kind(kind: Any) -> str:
    if kind is date:
        return "tanggal"
    if kind == Range:
        return "bilangan atau `[terkecil, terbesar]`"
    if kind in _WORDS:
        return _WORDS[kind]
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return f"tabel {_WHERE[kind.__name__]}"
    return _compound(kind, [one for one in get_args(kind) if one not in (type(None), ...)])


def _compound(kind: Any, inner: list[Any]) -> str:
    origin = get_origin(kind)
    if origin is Literal:
        return ", ".join(f"`{one}`" for one in inner)
    if origin is tuple:
        return f"daftar dari {_kind(inner[0])}"
    if origin in (Union, UnionType) or not inner:
        return _kind(inner[0]) if inner else "apa saja"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"tabel: nama = {_kind(inner[1])}"
    return _kind(inner[0])  # Annotated
