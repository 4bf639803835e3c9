"""How a vacant seat of each body is filled, and what follows when nobody is left on the list.

The law is data: `law/replacement.toml`, each provision with its source.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from adhoc_cli.profiles.faults import check, parse
from adhoc_cli.profiles.parts import Flag, Level, Part, Word
from adhoc_cli.text.words import Words

Pleno = Literal["KPU", "PPS"]
_FILE = Path(__file__).parent / "law" / "replacement.toml"


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision: what it says, the law it stands in ("" where none was found), where it was
    seen ("" for the law itself), and how sure it is (None where nothing was found)."""

    key: str
    words: Words
    basis: str
    source: str
    level: Level | None


@dataclass(frozen=True, slots=True)
class Succession:
    """What holds for a body: whose `pleno` decides (None: no pleno does), how a seat is filled
    (`by_rank`: by the next of the selection), what follows when the list is exhausted, and what
    else is to be done."""

    pleno: Pleno | None
    by_rank: bool
    decides: Provision
    method: Provision
    exhausted: tuple[Provision, ...] = ()
    besides: tuple[Provision, ...] = ()


class _Provision(Part):
    id: Word
    en: Word
    dasar: str = ""
    sumber: str = ""
    tingkat: Level | None = None


class _Body(Part):
    memutuskan: Word
    cara: Word
    pleno: Pleno | None = None
    peringkat: Flag = False
    habis: tuple[Word, ...] = ()
    lain: tuple[Word, ...] = ()


class _Law(Part):
    ketentuan: Mapping[str, _Provision]
    badan: Mapping[str, _Body]


@cache
def _law() -> _Law:
    document = parse(_FILE.read_text(encoding="utf-8"), _FILE.name)
    return check(_Law, document.tree, document)


@cache
def provision(key: str) -> Provision:
    """The provision of this key. Raises `KeyError`."""
    said = _law().ketentuan[key]
    return Provision(key, Words(said.id, said.en), said.dasar, said.sumber, said.tingkat)


@cache
def succession_of(body: str) -> Succession:
    """What holds for a body; for one that no source speaks of, that nothing is known."""
    said = _law().badan.get(body, _Body(memutuskan="unknown_body", cara="unknown_body"))
    return Succession(
        said.pleno,
        said.peringkat,
        provision(said.memutuskan),
        provision(said.cara),
        tuple(map(provision, said.habis)),
        tuple(map(provision, said.lain)),
    )
