"""Which place an operator means: by its code, or by a name that only one place has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from adhoc_cli.models.codes import dotted, kecamatan_of
from adhoc_cli.models.finding import Region
from adhoc_cli.roster.places import Level, Places, is_desa_code
from adhoc_cli.text.nearest import nearest

# "Kec. Bulu", "Kelurahan Jampirejo": the word before a name says which level is meant.
_LEVELS = {
    "kecamatan": re.compile(r"(?:kecamatan|kec\.?|distrik|district)\s+(?=\S)", re.IGNORECASE),
    "desa": re.compile(
        r"(?:desa/kelurahan|desa|kelurahan|kel\.?|ds\.?|gampong|nagari|kampung|village)\s+(?=\S)",
        re.IGNORECASE,
    ),
}
_SHOWN = 25  # so many candidates fit a screen


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be meant, and the kecamatan that a desa lies in."""

    region: Region
    above: Region | None = None


class PlaceError(Exception):
    """A text that does not tell one place. `candidates` are those that may be meant."""

    ambiguous = False

    def __init__(self, word: str, candidates: tuple[Candidate, ...]) -> None:
        super().__init__(word)
        self.word = word
        self.candidates = candidates


class AmbiguousPlace(PlaceError):  # noqa: N818 - a verdict on what was typed
    """Several places have this name: 18 of Temanggung's 20 kecamatan share theirs with a desa."""

    ambiguous = True


class UnknownPlace(PlaceError):  # noqa: N818 - a verdict on what was typed
    """No listed place has this code or name; the candidates are the nearest."""


def resolve(places: Places, text: str) -> str:
    """The dotted code of the one listed place that `text` names.

    A code may be undotted. "kecamatan Bulu" and "desa Bulu" tell one level, "Banjarsari, Candiroto"
    one kecamatan. Raises `AmbiguousPlace` or `UnknownPlace`.
    """
    word = text.strip()
    code = dotted(word)
    if code is not None:
        return _listed(places, code)
    found = _named(places, word)
    if len(found) == 1:
        return found[0]
    candidates = tuple(_candidate(places, one) for one in found[:_SHOWN])
    if found:
        raise AmbiguousPlace(word, candidates)
    raise UnknownPlace(word, _nearest(places, word))


def _listed(places: Places, code: str) -> str:
    level = places.desa if is_desa_code(code) else places.kecamatan
    if code in level.index:
        return code
    near = nearest(code, level.index)
    raise UnknownPlace(code, (_candidate(places, near),) if near else ())


def _named(places: Places, word: str) -> list[str]:
    """The codes of the places with this name, the kecamatan first."""
    whole = [code for level in _levels(places) for code in _with_name(level, word)]
    if whole:
        return whole
    name, comma, above = word.rpartition(",")
    if comma and name.strip():
        inside = set(_with_name(places.kecamatan, _bare(above, "kecamatan")))
        return [
            code
            for code in _with_name(places.desa, _bare(name, "desa"))
            if kecamatan_of(code) in inside
        ]
    for level_name, level in zip(_LEVELS, _levels(places), strict=True):
        bare = _bare(word, level_name)
        if bare != word:
            return _with_name(level, bare)
    return []


def _levels(places: Places) -> tuple[Level, Level]:
    return places.kecamatan, places.desa


def _bare(word: str, level: str) -> str:
    """`word` without "kecamatan", "desa" or the like before it."""
    word = word.strip()
    match = _LEVELS[level].match(word)
    return word[match.end() :] if match else word


def _with_name(level: Level, word: str) -> list[str]:
    key = _key(word)
    if not key:
        return []
    return [code for code, name in zip(level.codes, level.names, strict=True) if _key(name) == key]


def _key(name: str) -> str:
    """The spelling of a name that ignores case, spaces and punctuation."""
    return re.sub(r"[\W_]+", "", name).casefold()


def _candidate(places: Places, code: str) -> Candidate:
    if not is_desa_code(code):
        return Candidate(places.region(code))
    parent = int(places.desa.parent[places.desa.index[code]])
    above = places.region(places.kecamatan.codes[parent]) if parent >= 0 else None
    return Candidate(places.region(code), above)


def _nearest(places: Places, word: str) -> tuple[Candidate, ...]:
    def near() -> Iterator[str]:
        for level_name, level in zip(_LEVELS, _levels(places), strict=True):
            name = nearest(_bare(word, level_name), level.names)
            if name is not None:
                yield from _with_name(level, name)

    return tuple(_candidate(places, code) for code in list(near())[:_SHOWN])
