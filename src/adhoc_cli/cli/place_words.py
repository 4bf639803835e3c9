"""The places of a folder for TAB: their codes, and the words that mean one of them alone.

The shell waits: a file as a program writes it is read here line by line, in a tenth of the time
that importing numpy and pydantic takes. Any other is left to the reader of rosters, who knows what
to make of it.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from adhoc_cli.models.codes import (
    KECAMATAN_LENGTH,
    SURE_KECAMATAN_CODE,
    dotted_at_any_level,
    is_desa_code,
    kecamatan_of,
)
from adhoc_cli.models.spelling import header_key, spelled

_SMALL = 64 << 20  # bytes; TAB does not wait for a larger region file
# A row with nothing to mend or to ask about: of no place abroad, the fourth part of the code says
# kelurahan, desa or desa adat, and a kecamatan that is named is the one of the code.
_CODES = {
    "kecamatan": rf"((?!99)({SURE_KECAMATAN_CODE}))",
    "desa": rf"((?!99)({SURE_KECAMATAN_CODE})\.[123][0-9]{{3}})",
}
_NAME = r"([^-–—',\n][^,\n]*)"  # a dash stands for nothing, an apostrophe may be a spreadsheet's
_ROWS = {
    "kode,nama": f"{{}},{_NAME}",
    "kode,nama,jenis": f"{{}},{_NAME},(?:desa|kelurahan)",
    "kode,nama,jenis,kode_kecamatan": rf"{{}},{_NAME},(?:desa|kelurahan),\2",
}
_ODD = ('"', "  ", ", ", " ,", " \n")


def offered(folder: Path, incomplete: str) -> Iterator[tuple[str, str]]:
    """The places that go on from `incomplete`: by code with the name beside it, else by words that
    no other place has, "kecamatan Kledung" where a desa has that name, too."""
    named = {**_named(folder, "kecamatan"), **_named(folder, "desa")}
    by_word = dict(_beginning(named, incomplete))
    wanted = {header_key(word) for words in by_word.values() for word in words}
    often = _how_often(named, wanted)
    for place, name in named.items():
        if place.startswith(incomplete):
            yield place, name
        for word in by_word.get(place, ()):
            if often[header_key(word)] == 1:
                yield incomplete + word[len(incomplete) :], place
                break


def _beginning(named: Mapping[str, str], incomplete: str) -> Iterator[tuple[str, list[str]]]:
    """The words that begin so, of the places whose code does not."""
    typed, size = incomplete.casefold(), len(incomplete)
    for place, name in named.items():
        if name[:1].casefold() != typed[:1] and is_desa_code(place):
            continue  # most of a country
        if not place.startswith(incomplete):
            words = [w for w in _words(named, place, name) if w[:size].casefold() == typed]
            if words := [word for word in words if _can_be_typed(word)]:
                yield place, words


def _can_be_typed(word: str) -> bool:
    """Whether a word is taken for neither an option nor a code."""
    return not word.startswith("-") and dotted_at_any_level(word) is None


def _words(named: Mapping[str, str], place: str, name: str) -> tuple[str, ...]:
    """What a place may be called; nothing where its name, or that of its kecamatan, has no letter
    to look for."""
    if not header_key(name):
        return ()
    if not is_desa_code(place):
        return name, spelled(name, "")
    above = named.get(kecamatan_of(place), "")
    return (name, spelled(name, above)) if header_key(above) else (name,)


def _how_often(named: Mapping[str, str], wanted: Collection[str]) -> Counter[str]:
    """How many places each of the `wanted` spellings may mean."""
    firsts = {key[0] for key in wanted}
    often: Counter[str] = Counter()
    for place, name in named.items():
        first, desa = name[:1].lower(), len(place) > KECAMATAN_LENGTH
        if desa and first not in firsts and first.isascii() and first.isalnum():
            continue
        above = named.get(kecamatan_of(place), "") if desa else ""
        whole = spelled(name, above) if above or not desa else name
        often.update({header_key(name), header_key(whole)})
    return often


def _named(folder: Path, kind: str) -> Mapping[str, str]:
    """The names of the places in a region file, by their codes."""
    path = folder / f"{kind}.csv"
    try:
        if not path.is_file() or path.stat().st_size > _SMALL:
            return {}
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        text = ""
    found = _plain(text, kind)
    return _as_a_roster_is_read(path, kind) if found is None else found


def _plain(text: str, kind: str) -> Mapping[str, str] | None:
    """The same from a text in which every row is plainly a good one; None for any other."""
    header, _, body = text.rstrip("\n").partition("\n")
    row = _ROWS.get(header, "").format(_CODES[kind])
    if not row or not body.replace("\n", "").isprintable() or any(odd in text for odd in _ODD):
        return None
    found = re.findall(f"^{row}$", body, re.MULTILINE)
    named = {code: name for code, _, name in found}
    return named if len(named) == body.count("\n") + 1 else None


def _as_a_roster_is_read(path: Path, kind: str) -> Mapping[str, str]:
    from adhoc_cli.models.place_rows import Desa, Kecamatan
    from adhoc_cli.models.vocabulary import Vocabulary
    from adhoc_cli.tables.read import read_table

    model = Kecamatan if kind == "kecamatan" else Desa
    table = read_table(model, [(path, path.name)], Vocabulary(), _SMALL)
    named: dict[str, str] = {}
    for row in table.accepted_rows.tolist():  # of equal codes the first one counts
        named.setdefault(str(table.value("kode", row)), str(table.value("nama", row)))
    return named
