"""How a vacant seat of each body is filled, and what follows when nobody is left on the list.

The law is data: `law/replacement.toml`, each provision with its source. A profile or `adhoc.toml`
says of a body what is otherwise, or of one of its own what holds: `[badan.X.penggantian]`, with the
keys of provisions that are in that file or under `[ketentuan]`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from adhoc_cli.profiles.faults import check, parse
from adhoc_cli.profiles.parts import Flag, Level, Part, Word
from adhoc_cli.text.words import Words

Pleno = Literal["KPU", "PPS"]
_NONE: Mapping[str, Stated] = {}
_UNKNOWN = "unknown_body"
_FILE = Path(__file__).parent / "law" / "replacement.toml"


class Provision(NamedTuple):
    """One provision: what it says, the law it stands in ("" where none was found), where it was
    seen ("" for the law itself), and how sure it is (None where nothing was found)."""

    key: str
    words: Words
    basis: str
    source: str
    level: Level | None


class Succession(NamedTuple):
    """What holds for a body: whose `pleno` decides (None: no pleno does), how a seat is filled
    (`by_rank`: by the next of the selection), what follows when the list is exhausted, what else
    is to be done, and whether the head of the place (camat, kades or lurah) has a say in it."""

    pleno: Pleno | None
    by_rank: bool
    decides: Provision
    method: Provision
    exhausted: tuple[Provision, ...] = ()
    besides: tuple[Provision, ...] = ()
    asks_head: bool = False


class Stated(Part):
    """A provision as it is written down."""

    id: Word
    en: Word
    dasar: str = ""
    sumber: str = ""
    tingkat: Level | None = None


class Replacement(Part):
    """How a seat of a body is filled, as far as it is written down: whose `pleno` decides, whether
    the next in rank comes in (`peringkat`), and by their keys the provisions on who decides
    (`memutuskan`), the way (`cara`, else the same), an exhausted list (`habis`), and `lain`;
    whether the head of the place is asked (`lewat_kepala`)."""

    memutuskan: Word | None = None
    cara: Word | None = None
    pleno: Pleno | None = None
    peringkat: Flag = False
    habis: tuple[Word, ...] = ()
    lain: tuple[Word, ...] = ()
    lewat_kepala: Flag = False

    def named(self) -> Iterator[tuple[str, str]]:
        """The provisions that are named, each behind its field."""
        for field in ("memutuskan", "cara"):
            if key := getattr(self, field):
                yield field, key
        for field in ("habis", "lain"):
            for key in getattr(self, field):
                yield field, key


class _Law(Part):
    ketentuan: Mapping[str, Stated]
    badan: Mapping[str, Replacement]


@cache
def _law() -> _Law:
    document = parse(_FILE.read_text(encoding="utf-8"), _FILE.name)
    return check(_Law, document.tree, document)


def provision_keys() -> tuple[str, ...]:
    """The keys of the provisions that come with the tool."""
    return tuple(_law().ketentuan)


def provision(key: str, own: Mapping[str, Stated] = _NONE) -> Provision:
    """The provision of this key, of an office's `own` first. Raises `KeyError`."""
    said = own[key] if key in own else _law().ketentuan[key]
    return Provision(key, Words(said.id, said.en), said.dasar, said.sumber, said.tingkat)


def succession_of(
    body: str, own: Replacement | None = None, provisions: Mapping[str, Stated] = _NONE
) -> Succession:
    """What holds for a body: the law, and key for key what the profile says of its `own`. Of one
    that no source speaks of, that nothing is known."""
    said = _law().badan.get(body, Replacement())
    if own is not None:
        said = said.model_copy(update={key: getattr(own, key) for key in own.model_fields_set})
    decides = said.memutuskan or _UNKNOWN
    return Succession(
        said.pleno,
        said.peringkat,
        provision(decides, provisions),
        provision(said.cara or decides, provisions),
        tuple(provision(key, provisions) for key in said.habis),
        tuple(provision(key, provisions) for key in said.lain),
        said.lewat_kepala,
    )
