"""A kabupaten or kota from what an operator types: a code or a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from adhoc_cli.models.columns import header_key
from adhoc_cli.regions.places import Kabupaten, kabupaten
from adhoc_cli.text.nearest import nearest

# A longer code is no kabupaten's, but tells in which one its place lies.
_CODE = re.compile(r"([0-9]{2})\.?([0-9]{2})((?:\.?[0-9]{2})(?:\.?[0-9]{4})?)?")
# "Kabupaten", "Kab.", "KPU Kab" and the like before a name; the first group tells a kota.
_KIND = re.compile(
    r"(?:kpu\s+)?(?:(kota)\b|kabupaten\b|kab\b\.?)\s*(?:administrasi\b|adm\b\.?)?\s*",
    re.IGNORECASE,
)
_KEPULAUAN = re.compile(r"\bkep\b\.?", re.IGNORECASE)
_LONGEST = 80  # twice the longest name; comparing a longer text with all names would only cost time


class AmbiguousPlace(Exception):  # noqa: N818 - an operator's name for several places, no error of ours
    """A name that several kabupaten and kota have: `candidates`, by code."""

    def __init__(self, text: str, candidates: Sequence[Kabupaten]) -> None:
        super().__init__(text)
        self.text = text
        self.candidates = tuple(candidates)


class UnknownPlace(Exception):  # noqa: N818 - a slip of the operator, not an error of ours
    """A code or name that no kabupaten or kota has: `nearest` are those that may be meant."""

    def __init__(self, text: str, nearest: Sequence[Kabupaten] = ()) -> None:
        super().__init__(text)
        self.text = text
        self.nearest = tuple(nearest)


def find_kabupaten(text: str) -> Kabupaten:
    """The kabupaten or kota that `text` names: "33.23", "3323", "Temanggung", "Kota Semarang".

    Case, blanks and punctuation do not count. Raises `AmbiguousPlace` for a name of several
    ("Semarang") and `UnknownPlace`; nothing is ever taken for what merely looks like it.
    """
    text = text.strip()
    if code := _CODE.fullmatch(text):
        found = [k for k in kabupaten() if k.code == f"{code[1]}.{code[2]}"]
        return _one([] if code[3] else found, text, found)
    kind = _KIND.match(text) if len(text) <= _LONGEST else None
    name = _KEPULAUAN.sub("kepulauan", text[kind.end() :] if kind else text)
    named = _by_name().get(header_key(name), ()) if len(text) <= _LONGEST else ()
    if kind and (fitting := [k for k in named if k.is_kota == bool(kind[1])]):
        return _one(fitting, text)
    # "Kota Temanggung" is no place, but it is plain which one is near.
    return _one(named if not kind else (), text, named or _near(name))


def _one(found: Sequence[Kabupaten], text: str, near: Sequence[Kabupaten] = ()) -> Kabupaten:
    if not found:
        raise UnknownPlace(text, near)
    if len(found) > 1:
        raise AmbiguousPlace(text, found)
    return found[0]


@cache
def _by_name() -> dict[str, tuple[Kabupaten, ...]]:
    """The kabupaten and kota by the key of their bare name."""
    named: dict[str, tuple[Kabupaten, ...]] = {}
    for place in kabupaten():
        key = header_key(place.base_name)
        named[key] = (*named.get(key, ()), place)
    return named


def _near(name: str) -> tuple[Kabupaten, ...]:
    """Those whose name begins with `name` ("Jakarta"), else those with the name most like it."""
    key = header_key(name)
    if not key or len(name) > _LONGEST:
        return ()
    longer = [place for at, places in _by_name().items() if at.startswith(key) for place in places]
    if longer and len(key) > 3:
        return tuple(longer)
    found = nearest(key, _by_name())
    return _by_name()[found] if found else ()
