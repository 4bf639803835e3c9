"""The place that an operator means, by its code or by a name that only one place has.

Nothing is ever taken for what merely looks like it: a text that does not tell one place is refused
with those that may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from adhoc_cli.models.codes import dotted_at_any_level, is_desa_code, kecamatan_of
from adhoc_cli.models.finding import Region
from adhoc_cli.models.spelling import header_key, spelled
from adhoc_cli.places.country import Kabupaten, kabupaten
from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.nearest import nearest

if TYPE_CHECKING:
    from adhoc_cli.places.listed import Level, Places

_SHOWN = 25  # so many candidates fit a screen
# A longer code is no kabupaten's, but tells in which one its place lies.
_CODE = lazy_pattern(r"([0-9]{2})\.?([0-9]{2})((?:\.?[0-9]{2})(?:\.?[0-9]{4})?)?")
# "Kabupaten", "Kab.", "KPU Kab" and the like before a name; the first group tells a kota.
_KIND = lazy_pattern(
    r"(?:kpu\s+)?(?:(kota)\b|kabupaten\b|kab\b\.?)\s*(?:administrasi\b|adm\b\.?)?\s*",
    re.IGNORECASE,
)
_KEPULAUAN = lazy_pattern(r"\bkep\b\.?", re.IGNORECASE)
_CLEAR = lazy_pattern(r"[\w .,'/()-]+")  # what every shell takes as it stands between double quotes
_LONGEST = 80  # twice the longest name; comparing a longer text with all names would only cost time
# "Kec. Bulu", "Kelurahan Jampirejo": the word before a name says which level is meant.
_LEVELS = {
    "kecamatan": lazy_pattern(r"(?:kecamatan|kec\.?|distrik|district)\s+(?=\S)", re.IGNORECASE),
    "desa": lazy_pattern(
        r"(?:desa/kelurahan|desa|kelurahan|kel\.?|ds\.?|gampong|nagari|kampung|village)\s+(?=\S)",
        re.IGNORECASE,
    ),
}


class Candidate(NamedTuple):
    """A place that may be meant, and what it lies in: a desa in a kecamatan, a kabupaten in a
    province; and the words that mean no other place, where there are such."""

    region: Region
    above: Region | None = None
    spelling: str = ""


class PlaceError(Exception):
    """A text that does not tell one place. `candidates` are those that may be meant."""

    ambiguous = False

    def __init__(self, word: str, candidates: Iterable[Candidate] = ()) -> None:
        super().__init__(word)
        self.word = word
        self.candidates = tuple(candidates)


class AmbiguousPlace(PlaceError):  # noqa: N818 - a verdict on what was typed
    """Several places have this name: 18 of Temanggung's 20 kecamatan share theirs with a desa."""

    ambiguous = True


class UnknownPlace(PlaceError):  # noqa: N818 - a verdict on what was typed
    """No place has this code or name; the candidates are the nearest."""


# -- a kabupaten or kota of the country ------------------------------------------------------------


def find_kabupaten(text: str) -> Kabupaten:
    """The kabupaten or kota that `text` names: "33.23", "3323", "Temanggung", "Kota Semarang".

    Case, blanks and punctuation do not count. Raises `AmbiguousPlace` for a name of several
    ("Semarang") and `UnknownPlace`.
    """
    text = text.strip()
    if code := _CODE.fullmatch(text):
        found = [k for k in kabupaten() if k.code == f"{code[1]}.{code[2]}"]
        return _one_kabupaten([] if code[3] else found, text, found)
    kind = _KIND.match(text) if len(text) <= _LONGEST else None
    name = _KEPULAUAN.sub("kepulauan", text[kind.end() :] if kind else text)
    named = _kabupaten_by_name().get(header_key(name), ()) if len(text) <= _LONGEST else ()
    if kind and (fitting := [k for k in named if k.is_kota == bool(kind[1])]):
        return _one_kabupaten(fitting, text)
    # "Kota Temanggung" is no place, but it is plain which one is near.
    return _one_kabupaten(named if not kind else (), text, named or _nearest_kabupaten(name))


def _one_kabupaten(
    found: Sequence[Kabupaten], text: str, near: Sequence[Kabupaten] = ()
) -> Kabupaten:
    if len(found) == 1:
        return found[0]
    error = AmbiguousPlace if found else UnknownPlace
    raise error(text, [Candidate(Region(k.code, k.name), k.in_province) for k in found or near])


@cache
def _kabupaten_by_name() -> dict[str, tuple[Kabupaten, ...]]:
    """The kabupaten and kota by the key of their bare name."""
    named: dict[str, tuple[Kabupaten, ...]] = {}
    for place in kabupaten():
        key = header_key(place.base_name)
        named[key] = (*named.get(key, ()), place)
    return named


def _nearest_kabupaten(name: str) -> tuple[Kabupaten, ...]:
    """Those whose name begins with `name` ("Jakarta"), else those with the name most like it."""
    key, by_name = header_key(name), _kabupaten_by_name()
    if not key or len(name) > _LONGEST:
        return ()
    longer = [place for at, places in by_name.items() if at.startswith(key) for place in places]
    if longer and len(key) > 3:
        return tuple(longer)
    found = nearest(key, by_name)
    return by_name[found] if found else ()


# -- a place of a roster ---------------------------------------------------------------------------


def find_place(places: Places, text: str, level: str | None = None) -> str:
    """The dotted code of the one listed place that `text` names; where several fit, the one of the
    `level` ("kabupaten", "kecamatan", "desa") that alone can be meant.

    A code may be undotted. "kecamatan Bulu" and "desa Bulu" tell one level, "Banjarsari, Candiroto"
    one kecamatan, "Kab. Temanggung" the kabupaten; without that word it is the kecamatan, where
    there is one of that name. Raises `AmbiguousPlace` or `UnknownPlace`.
    """
    word = text.strip()
    code = dotted_at_any_level(word)
    if code is not None:
        return _listed(places, code)
    found = (level == "kabupaten" and _kabupaten_named(places, word)) or _named(places, word)
    fitting = [code for code in found if code in places.level(level).index] if level else []
    if len(found) == 1 or len(fitting) == 1:
        return (fitting or found)[0]
    if found:
        raise AmbiguousPlace(word, _candidates(places, found))
    raise UnknownPlace(word, _candidates(places, _nearest(places, word)))


def _listed(places: Places, code: str) -> str:
    level = places.level_of(code)
    if code in level.index:
        return code
    near = nearest(code, level.index)
    raise UnknownPlace(code, _candidates(places, [near] if near else []))


def _named(places: Places, word: str) -> list[str]:
    """The codes of the places with this name, the kecamatan first."""
    whole = [code for level in _levels(places) for code in _with_name(level, word)]
    if whole:
        return whole
    name, comma, above = word.rpartition(",")
    if comma and name.strip():
        return _desa_inside(places, name, above)
    for level_name, level in zip(_LEVELS, _levels(places), strict=True):
        bare = _bare(word, level_name)
        if bare != word:
            return _with_name(level, bare)
    return _kabupaten_named(places, word)


def _desa_inside(places: Places, name: str, above: str) -> list[str]:
    """The desa of a name in a kecamatan: "Kampung Baru" as it stands, else without the word that
    only says what it is."""
    inside = set(
        _with_name(places.kecamatan, above)
        or _with_name(places.kecamatan, _bare(above, "kecamatan"))
    )
    for one in (name, _bare(name, "desa")):
        found = _with_name(places.desa, one)
        if found := [code for code in found if kecamatan_of(code) in inside]:
            return found
    return []


def _kabupaten_named(places: Places, word: str) -> list[str]:
    """The codes of the listed kabupaten and kota with this name."""
    kind = _KIND.match(word) if len(word) <= _LONGEST else None
    key = header_key(word[kind.end() :] if kind else word)
    listed = zip(places.kabupaten.codes, places.kabupaten.names, strict=True)
    known = [Kabupaten(code, name, "") for code, name in listed if name]
    return [
        one.code
        for one in known
        if key and key == header_key(one.base_name) and (not kind or one.is_kota == bool(kind[1]))
    ]


def _levels(places: Places) -> tuple[Level, Level]:
    return places.kecamatan, places.desa


def _bare(word: str, level: str) -> str:
    """`word` without "kecamatan", "desa" or the like before it."""
    word = word.strip()
    match = _LEVELS[level].match(word)
    return word[match.end() :] if match else word


def _with_name(level: Level, word: str) -> list[str]:
    key = header_key(word)
    if not key:
        return []
    both = zip(level.codes, level.names, strict=True)
    return [code for code, name in both if header_key(name) == key]


def _candidates(places: Places, codes: Sequence[str]) -> Iterator[Candidate]:
    for code in codes[:_SHOWN]:
        above = places.above(code) if is_desa_code(code) else None
        above = above if above and above.name else None
        spelling = spelled(places.region(code).name, above.name if above else "")
        alone = _CLEAR.fullmatch(spelling) is not None and _named(places, spelling) == [code]
        yield Candidate(places.region(code), above, spelling if alone else "")


def _nearest(places: Places, word: str) -> list[str]:
    near: list[str] = []
    for level_name, level in zip(_LEVELS, _levels(places), strict=True):
        name = nearest(_bare(word, level_name), level.names)
        near += _with_name(level, name) if name is not None else []
    return near
