"""From a code or the names beside it to the code of a place. Nothing is chosen by similarity.

BPS codes and Kemendagri codes look alike: 3323012001 is Bulu for one and Tlogowero for the other.
A code whose name is not the name beside it, where that name is another place's, is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from adhoc_cli.files.folder import is_there
from adhoc_cli.intake.place_cells import PlaceCells, taken_apart
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.result import Fault
from adhoc_cli.models.codes import (
    KABUPATEN_LENGTH,
    KECAMATAN_LENGTH,
    are_of_bps,
    dotted,
    dotted_at_any_level,
    is_desa_code,
    is_kabupaten_code,
    is_undotted,
    kecamatan_of,
    level_of,
)
from adhoc_cli.models.rows import MODELS
from adhoc_cli.models.vocabulary import Vocabulary
from adhoc_cli.places.country import Kabupaten, lookup
from adhoc_cli.places.find import PlaceError, find_kabupaten
from adhoc_cli.places.names import PlaceNames, name_key
from adhoc_cli.places.reference import names_in
from adhoc_cli.tables.faults import FileFaultKind
from adhoc_cli.tables.read import read_table
from adhoc_cli.text.lazy import lazy_pattern

_BPS_KECAMATAN = lazy_pattern("[0-9]{7}")
_WITH_SIGNS = lazy_pattern(r"[0-9]{2}(?:([ /-])[0-9]{2}){2}(?:\1[0-9]{4})?")
_DAMAGED = lazy_pattern(r"\+?[0-9]+(?:[.,][0-9]+)?[eE]\+?[0-9]+|\+?[0-9]{6,}[.,]0+")


# -- where the places come from --------------------------------------------------------------------


def known_places(
    folder: Path, kabupaten: Kabupaten | None, *, own: str | None = None
) -> PlaceNames | None:
    """The places of the folder's region files; of the reference where a file lacks them.

    The reference is restricted to `kabupaten`, or else to those that the files name. None where
    nothing says which kabupaten it is. `own` is the kind of a region file that is to be imported
    itself, and is not read. Raises `ImportRefused` for a region file that cannot be read.
    """
    read = {
        kind: _region_file(folder, kind) if kind != own else {} for kind in ("kecamatan", "desa")
    }
    names = {code: name for of_kind in read.values() for code, name in of_kind.items()}
    prefixes = {code[:KABUPATEN_LENGTH] for code in names}
    if kabupaten is not None:
        prefixes = prefixes or {kabupaten.code}
    if not prefixes:
        return None
    for prefix in prefixes:
        names[prefix] = lookup(prefix) or ""
        for code, name in names_in(prefix).items():
            if not read[level_of(code)]:
                names.setdefault(code, name)
    return PlaceNames(names)


def _region_file(folder: Path, kind: str) -> dict[str, str]:
    path = folder / f"{kind}.csv"
    if not is_there(path):
        return {}
    table = read_table(MODELS[kind], [(path, path.name)], Vocabulary())
    file = table.files[0]
    if not file.readable:
        fault = file.log.kept[-1]
        if fault.kind is FileFaultKind.NO_ROWS:
            return {}
        raise ImportRefused("places_unreadable", file=path.name, line=fault.line or 1)
    return {
        str(table.value("kode", row)): str(table.value("nama", row))
        for row in table.accepted_rows.tolist()
    }


# -- one row ---------------------------------------------------------------------------------------


class Found(NamedTuple):
    """The code of a place, what it was found by ("code", "name"), or why there is none.

    `differs`: the name beside the code is neither the code's nor another place's.
    """

    code: str = ""
    by: str = ""
    fault: Fault | None = None
    differs: str = ""


@dataclass
class Resolver:
    """Finds the places of rows. `strict`: a code has to be among the known places; `bps`: those of
    ten digits are BPS codes, as most of their column.

    `places` is None where nobody said which kabupaten it is: a code is then looked up in its own.
    """

    places: PlaceNames | None
    column: str
    strict: bool = True
    bps: bool = False
    _reference: dict[str, PlaceNames] = field(default_factory=dict)
    _known: dict[PlaceCells, Found] = field(default_factory=dict)

    def of_column(self, codes: Iterable[str]) -> Resolver:
        """The resolver for a column of these codes, which knows whether they are BPS codes."""
        counts = Counter(code.removeprefix("'").strip() for code in codes)
        known = self._known_codes(counts)
        return replace(self, bps=are_of_bps(counts, known), _known={})

    def places_of(self, code: str) -> PlaceNames:
        """The places among which a code is looked up."""
        return self.places or self._of_kabupaten(code)

    def _known_codes(self, codes: Iterable[str]) -> Container[str]:
        if self.places is not None:
            return self.places.names
        prefixes = {code[:KABUPATEN_LENGTH] for text in codes if (code := dotted(text))}
        return {code for prefix in prefixes for code in names_in(prefix)}

    def find(self, said: PlaceCells) -> Found:
        """The place of a row."""
        known = self._known.get(said)
        if known is None:
            known = self._known[said] = self._find(said)
        return known

    def _find(self, said: PlaceCells) -> Found:
        if said.level == "kabupaten":
            return self._of_the_kabupaten(said)
        said = self.taken_apart(said)
        text = _dotted_signs(said.code.removeprefix("'").strip())
        if text and not re.search("[0-9]", text):
            found = self._beside_others(self._find_named(_with_name(said, text)), said)
            return self._beside_name(found, text)
        if text:
            return self._of_code(text, said)
        return self._find_named(said)

    def taken_apart(self, said: PlaceCells) -> PlaceCells:
        """What one cell says of a place as the cells of its parts would, see `taken_apart`."""
        return taken_apart(said, self.places)

    def _fault(self, key: str, /, **params: object) -> Found:
        return Found(fault=Fault(key, params, self.column))

    # -- by code -----------------------------------------------------------------------------------

    def _of_code(self, text: str, said: PlaceCells) -> Found:
        code = dotted_at_any_level(text)
        if code is None or (is_kabupaten_code(code) and not lookup(code)):
            return self._no_code(text, said)
        if self.bps and is_undotted(text):
            return self._bps(text, said, self.places)
        places = self.places or self._of_kabupaten(code)
        if code not in places.names:
            return self._unlisted(text, code, said, places)
        if other := _meant(said, code, places):
            return self._other_place(text, code, said, places, other)
        if said.level not in (None, level_of(code)):
            return self._of_other_level(code, said, places)
        return Found(code, "code", differs=_differing(said, code, places))

    def _no_code(self, text: str, said: PlaceCells) -> Found:
        if _DAMAGED.fullmatch(text):
            damage = "scientific" if "e" in text.casefold() else "decimal"
            return self._fault("number_damaged", damage=damage, found=text)
        if _BPS_KECAMATAN.fullmatch(text):
            return self._bps(text, said, self.places)
        return self._fault("code_malformed", found=text)

    def _of_other_level(self, code: str, said: PlaceCells, places: PlaceNames) -> Found:
        """The code of a place of another level; where it is too small a one, with the one meant."""
        length = KECAMATAN_LENGTH if said.level == "kecamatan" else KABUPATEN_LENGTH
        above = said.level != "desa" and len(code) > length
        meant = (places.region(code[:length]),) if above else ()
        found = {"found": places.region(code), "level": said.level, "candidates": meant}
        return self._fault(f"level_{level_of(code)}", **found)

    def _of_the_kabupaten(self, said: PlaceCells) -> Found:
        """The kabupaten whose code or name stands where the code belongs: the names beside it are
        those of smaller places."""
        text = said.code.removeprefix("'").strip()
        said = said._replace(desa="", kecamatan="")
        if re.search("[0-9]", text):
            return self._of_code(text, said)
        if not text:
            return self._fault("place_missing", level=said.level)
        try:
            return self._of_code(find_kabupaten(text).code, said)._replace(by="name")
        except PlaceError as error:
            near = tuple(one.region for one in error.candidates)
            return self._fault("place_unknown", name=text, candidates=near)

    def _of_kabupaten(self, code: str) -> PlaceNames:
        prefix = code[:KABUPATEN_LENGTH]
        if prefix not in self._reference:
            own = {prefix: name} if (name := lookup(prefix)) else {}
            self._reference[prefix] = PlaceNames({**own, **names_in(prefix)})
        return self._reference[prefix]

    def _unlisted(self, text: str, code: str, said: PlaceCells, places: PlaceNames) -> Found:
        """A code that no known place has: a BPS code, or one of elsewhere."""
        undotted = is_undotted(text)
        named = _candidates(said, places)
        if undotted and (named or text[6] not in "123"):
            return self._bps(text, said, places)
        if not self.strict:
            if said.level not in (None, level_of(code)):
                return self._of_other_level(code, said, places)
            return Found(code, "code")
        return self._fault("code_unknown", code=code, candidates=tuple(map(places.region, named)))

    def _bps(self, text: str, said: PlaceCells, places: PlaceNames | None) -> Found:
        named = _candidates(said, places) if places else ()
        candidates = tuple(map(places.region, named)) if places else ()
        return self._fault("bps_code", code=text, found="", candidates=candidates)

    def _other_place(
        self, text: str, code: str, said: PlaceCells, places: PlaceNames, other: tuple[str, ...]
    ) -> Found:
        candidates = tuple(map(places.region, other))
        if "." not in text:
            found = places.region(code)
            return self._fault("bps_code", code=text, found=found, candidates=candidates)
        written = said.desa if is_desa_code(code) else said.kecamatan
        params = {"code": code, "found": places.region(code), "written": written}
        return self._fault("code_name_differs", **params, candidates=candidates)

    # -- by name -----------------------------------------------------------------------------------

    def _find_named(self, said: PlaceCells) -> Found:
        places = self.places
        level = said.level or ("desa" if said.desa else "kecamatan")
        name = said.desa if level == "desa" else said.kecamatan
        if not name:
            return self._fault("place_missing", level=level)
        if places is None:
            return self._fault("no_places", name=name)
        if level == "kecamatan":
            return self._one(places.kecamatan(name), name, "", places)
        if said.kecamatan and not places.kecamatan(said.kecamatan):
            return self._one((), said.kecamatan, "", places)
        return self._one(places.desa(name, said.kecamatan), name, said.kecamatan, places, desa=True)

    def _beside_others(self, found: Found, said: PlaceCells) -> Found:
        """A place that was found by the name where its code belongs, held against the others."""
        if self.places is None or not found.code:
            return found
        if other := _meant(said, found.code, self.places):
            return self._other_place(found.code, found.code, said, self.places, other)
        return found._replace(differs=_differing(said, found.code, self.places))

    def _beside_name(self, found: Found, text: str) -> Found:
        """A place that was found by the names beside the one where its code belongs: "Mudal" as the
        place of work of somebody from Joho is another place, and neither is taken."""
        if self.places is None or not found.code:
            return found
        meant = (*self.places.desa(text), *self.places.kecamatan(text))
        if not meant or {found.code, kecamatan_of(found.code)} & {*meant}:
            return found
        candidates = tuple(map(self.places.region, meant))
        params = {"code": found.code, "found": self.places.region(found.code), "written": text}
        return self._fault("code_name_differs", **params, candidates=candidates)

    def _one(
        self,
        codes: tuple[str, ...],
        name: str,
        within: str,
        places: PlaceNames,
        *,
        desa: bool = False,
    ) -> Found:
        if len(codes) == 1:
            return Found(codes[0], "name")
        if codes:
            params = {"name": name, "candidates": tuple(map(places.region, codes))}
            return self._fault("place_ambiguous", **params)
        near = places.like(name, desa=desa, kecamatan=within)
        if desa and within and (elsewhere := places.desa(name)):
            near = tuple(map(places.region, elsewhere))
        key = "place_unknown_within" if within else "place_unknown"
        return self._fault(key, name=name, kecamatan=within, candidates=near)


def _dotted_signs(text: str) -> str:
    """The code of a desa or kecamatan with other signs between its parts, "33-23-01-2001"."""
    return re.sub("[ /-]", ".", text) if _WITH_SIGNS.fullmatch(text) else text


def _with_name(said: PlaceCells, text: str) -> PlaceCells:
    """A name that stands where the code belongs is that of the level that is asked for."""
    if said.level == "kecamatan":
        return said._replace(code="", kecamatan=text)
    if said.level == "desa" and said.desa:
        return said._replace(code="", kecamatan=said.kecamatan or text)
    return said._replace(code="", desa=text)


def _candidates(said: PlaceCells, places: PlaceNames) -> tuple[str, ...]:
    """The places that the names of a row mean."""
    if said.level == "kecamatan" or not said.desa:
        return places.kecamatan(said.kecamatan) if said.kecamatan else ()
    return places.desa(said.desa, said.kecamatan)


def _meant(said: PlaceCells, code: str, places: PlaceNames) -> tuple[str, ...]:
    """The places that the names beside `code` mean, where that is not the place of the code."""
    desa, kecamatan = (said.desa, said.kecamatan) if is_desa_code(code) else ("", said.kecamatan)
    if not desa and not kecamatan:
        return ()
    if not _differing(said, code, places):
        return ()
    if desa:
        found = places.desa(desa, kecamatan)
    else:
        found = places.kecamatan(kecamatan)
        if is_desa_code(code):  # only the kecamatan is written beside the code of a desa
            return () if kecamatan_of(code) in found else found
    return () if code in found else found


def _differing(said: PlaceCells, code: str, places: PlaceNames) -> str:
    """The name beside `code` that is not the code's; "" where none is."""
    above = places.names.get(code[:KECAMATAN_LENGTH], "")
    if is_desa_code(code) and said.desa and name_key(said.desa) != name_key(places.names[code]):
        return said.desa
    if said.kecamatan and above and name_key(said.kecamatan) != name_key(above):
        return said.kecamatan
    return ""
