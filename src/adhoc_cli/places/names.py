"""Places by their names: what names and codes that people wrote are looked up among."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from adhoc_cli.models.codes import LEVELS, Level, kecamatan_of, level_of
from adhoc_cli.models.finding import Region
from adhoc_cli.models.spelling import header_key
from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.nearest import nearest

_LEVEL_WORD = lazy_pattern(
    r"(?:kecamatan|kec|distrik|desa\s*/\s*kelurahan|desa\s*/\s*kel|kel(?:urahan)?\s*/\s*desa|desa|ds|kelurahan|kel)\b\.?"
    r"\s*:?\s*(?=\w)",
    re.IGNORECASE,
)


def without_level(name: str) -> str:
    """A place's name without "Desa", "Kec." and the like before it."""
    return _LEVEL_WORD.sub("", name, count=1)


def name_key(name: str) -> str:
    """The spelling of a place's name without case, blanks, punctuation, and "Desa" before it."""
    return header_key(without_level(name)) or header_key(name)


@dataclass(frozen=True)
class PlaceNames:
    """The places that names are looked up among: names by dotted code, of every level."""

    names: Mapping[str, str]

    @cached_property
    def _by_name(self) -> Mapping[Level, Mapping[str, tuple[str, ...]]]:
        return {
            level: _by_key((c, name) for c, name in self.names.items() if level_of(c) == level)
            for level in LEVELS
        }

    def kecamatan(self, name: str) -> tuple[str, ...]:
        """The codes of the kecamatan of this name."""
        return self._by_name["kecamatan"].get(name_key(name), ())

    def desa(self, name: str, kecamatan: str = "") -> tuple[str, ...]:
        """The codes of the desa of this name, in the kecamatan of that name where one is given."""
        found = self._by_name["desa"].get(name_key(name), ())
        if not kecamatan:
            return found
        within = self.kecamatan(kecamatan)
        return tuple(code for code in found if kecamatan_of(code) in within)

    def names_around(self, code: str) -> tuple[str, ...]:
        """The name of a place, and that of its kecamatan."""
        return tuple(self.names.get(one, "") for one in (code, kecamatan_of(code)))

    def region(self, code: str) -> Region:
        """A place by its code."""
        return Region(code, self.names.get(code, ""))

    def like(self, name: str, *, desa: bool, kecamatan: str = "") -> tuple[Region, ...]:
        """The place with the name most like `name`: to suggest, never to take."""
        within = self.kecamatan(kecamatan) if kecamatan else ()
        table = self._by_name["desa" if desa else "kecamatan"]
        keys = [
            key
            for key, codes in table.items()
            if not within or any(kecamatan_of(code) in within for code in codes)
        ]
        found = nearest(name_key(name), keys)
        codes = table[found] if found else ()
        kept = [c for c in codes if not within or kecamatan_of(c) in within]
        return tuple(map(self.region, kept))


def _by_key(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, name in pairs:
        key = name_key(name)
        found[key] = (*found.get(key, ()), code)
    return found
