"""What the cells of a row say of its place, and the parts of one cell that says several."""

import re
from typing import NamedTuple

from adhoc_cli.places.find import PlaceError, find_kabupaten
from adhoc_cli.places.names import PlaceNames
from adhoc_cli.text.lazy import lazy_pattern

_LONGEST = 200  # letters; no place is called so, and a pattern looks at each from each
# Any of the two first: "33.23.03.2020 - Mudal", "Mudal (33.23.03.2020)".
_CODE_AND_NAME = (
    lazy_pattern(r"[\[(]?(?P<code>[0-9.]{6,13})[\])]?[\s:/–-]+(?P<name>[^\W\d].*)"),
    lazy_pattern(r"(?P<name>[^\W\d].*?)[\s:/,–-]*[\s:/,\[(–-](?P<code>[0-9.]{6,13})[\])]?"),
)
_BODY_BEFORE = lazy_pattern(r"^(?:PPS|PPK|KPPS|PPD|PPG)\s+(?=\w)", re.IGNORECASE)
_NAME_AND_KECAMATAN = lazy_pattern(
    r"(?P<desa>[^\d,;|/()]+?)\s*(?:(?:[,;|/(]|\s[-–]\s)\s*(?:kec(?:amatan)?\b\.?)?"
    r"|\bkec(?:amatan)?\b\.?)\s*:?\s*(?P<kecamatan>[^,;|/()]+?)\)?",
    re.IGNORECASE,
)
_KECAMATAN_AND_NAME = lazy_pattern(
    r"kec(?:amatan)?\b\.?\s*:?\s*(?P<kecamatan>[^\d,/()]+?)[\s,/(–-]+"
    r"(?P<desa>\b(?:desa|ds|kel(?:urahan)?)\b[^,/()]+?)\)?",
    re.IGNORECASE,
)
_TWO_NAMES = lazy_pattern(r"(?P<first>[^\d,;|/()–-]+?)\s*[,;|/–-]\s*(?P<second>[^,;|/()–-]+)")
_IS_KECAMATAN = lazy_pattern(r"(?:kec(?:amatan)?|distrik)\b", re.IGNORECASE)
_IS_DESA = lazy_pattern(r"(?:desa|ds|kel(?:urahan)?)\b", re.IGNORECASE)
_KABUPATEN_BEHIND = lazy_pattern(
    r"[\s,/(–-]+\b(?P<kabupaten>(?:kab(?:upaten)?|kota)\b\.?\s*:?\s*[^,/()]+?)\)?$", re.IGNORECASE
)


class PlaceCells(NamedTuple):
    """What a row says about its place: a code (or a name where the code belongs), the names of its
    desa and kecamatan, and the level that its body or role asks for (None: whichever is given)."""

    code: str
    desa: str
    kecamatan: str
    level: str | None


def taken_apart(said: PlaceCells, places: PlaceNames | None) -> PlaceCells:
    """ "33.23.03.2020 - Mudal", "Desa Mudal, Kec. Temanggung", "Mudal (Temanggung)": what two
    cells would say, where one is a kecamatan, and the same as beside it if there is any."""
    name = "kecamatan" if said.level == "kecamatan" else "desa"
    written = said.code or getattr(said, name)
    if both := _code_and_name(written):
        is_alone = not said.code or not getattr(said, name)
        return said._replace(code=both["code"], **{name: both["name"]} if is_alone else {})
    column = "code" if said.code else "desa"
    text = _without_kabupaten(_BODY_BEFORE.sub("", getattr(said, column)), places)
    if places is None or said.level == "kecamatan" or len(text) > _LONGEST:
        return said._replace(**{column: text})
    if names := _one_within_the_other(text, said.kecamatan, places):
        return said._replace(code="", desa=names[0], kecamatan=names[1])
    parts = _KECAMATAN_AND_NAME.fullmatch(text) or _NAME_AND_KECAMATAN.fullmatch(text)
    if not parts:
        return said._replace(**{column: text})
    within = places.kecamatan(parts["kecamatan"])
    if not within or (said.kecamatan and within != places.kecamatan(said.kecamatan)):
        return said
    return said._replace(code="", **parts.groupdict())


def _code_and_name(text: str) -> re.Match[str] | None:
    matches = (one.fullmatch(text) for one in _CODE_AND_NAME if len(text) <= _LONGEST)
    return next(filter(None, matches), None)


def _one_within_the_other(text: str, kecamatan: str, places: PlaceNames) -> tuple[str, str] | None:
    """The desa and the kecamatan of two names, "Temanggung / Mudal", "Mudal Temanggung": whichever
    stands first, where only so one lies in the other, and no place has both as its name."""
    if places.desa(text) or places.kecamatan(text):
        return None
    held = {
        (desa, within)
        for pair in _pairs(text)
        for desa, within in (pair, pair[::-1])
        if (of := places.kecamatan(within))
        and places.desa(desa, within)
        and (not kecamatan or of == places.kecamatan(kecamatan))
        and not (_IS_KECAMATAN.match(desa) or _IS_DESA.match(within))
    }
    return held.pop() if len(held) == 1 else None


def _pairs(text: str) -> list[tuple[str, str]]:
    """The two names in a text with a sign between them; without one, each two there may be."""
    if names := _TWO_NAMES.fullmatch(text):
        return [(names["first"], names["second"])]
    words = text.split()
    return [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]


def _without_kabupaten(text: str, places: PlaceNames | None) -> str:
    """ "Mudal, Kec. Temanggung, Kab. Temanggung" without a kabupaten that is ours."""
    behind = _KABUPATEN_BEHIND.search(text)
    if places is None or behind is None:
        return text
    try:
        ours = find_kabupaten(behind["kabupaten"]).code in places.names
    except PlaceError:
        return text
    return text[: behind.start()] if ours else text
