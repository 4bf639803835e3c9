"""Roles as people write them: with a division, a number, a place or a note in the same cell.

"Anggota / Divisi Teknis", "Anggota KPPS 2", "Ketua PPK Kec. Bulu", "Plt. Ketua", "PPK - Ketua".
Each reading takes away what is no part of the role; whether one remains is asked of the vocabulary.
An import splits such a cell into its columns; a check only says what it holds.
"""

import re
from collections.abc import Iterator

from adhoc_cli.models.vocabulary import Vocabulary
from adhoc_cli.text.lazy import lazy_pattern

# Signs before what is looked for are read as one run, from its beginning: a cell full of them is
# looked at once, not once from each of them.
_NOTE = lazy_pattern(r"(?<!\s)\s*+\([^()]*\)")
# A note that takes the role back: whoever "Ketua (mengundurkan diri)" names is no ketua, and of
# "Anggota (Ketua)" nobody knows.
_TAKEN_BACK = lazy_pattern(
    r"undur|henti|meninggal|wafat|\balm|cadangan|calon|wakil|mantan|\beks\b|\bex\b|non\W*aktif"
    r"|tidak|belum|bukan|pindah|demisioner|berhalangan|kosong|\bketua\b(?! (?:div|merangkap))",
    re.IGNORECASE,
)
_ACTING = lazy_pattern(r"^(?:plt|plh|pjs|pj|pgs)\b\.?\s*", re.IGNORECASE)
_DIVISION = lazy_pattern(
    r"(?<![\s,/(–-])[\s,/(–-]*+"
    r"\b(?P<word>koordinator divisi|koord\.? div\.?|kordiv|kadiv|divisi|div)\b\.?\s*"
    r"(?P<name>[^()]*)\)?$",
    re.IGNORECASE,
)
_NUMBER = lazy_pattern(
    r"(?<![\s.-])[\s.-]*+(?:(?i:ke[\s-]*+|no\b[\s.]*+))?(?P<number>[0-9]{1,2}|I{1,3}|IV|VI{0,2}"
    r"|(?i:pertama|ke(?:dua|tiga|empat|lima|enam|tujuh)))$"
)
_LONGEST = 300  # letters; no role is longer, and every word of its cell is looked at
_FIRST = frozenset({"1", "i", "01", "pertama"})
_NUMBER_WITHIN = lazy_pattern(r"(?<=[^\W\d]\s)[0-9]{1,2}(?:\s+(?=[^\W\d])|(?=\s*[-–/,]))")
_NUMBERING = lazy_pattern(r"^\(?(?:[0-9]{1,2}|[a-z])[.)]\s+")
_OF_TPS = lazy_pattern(r"(?<=[^\W\d]\s)tps\b[\s.:-]*+[0-9]{1,3}$", re.IGNORECASE)
_TPS = lazy_pattern(r"\btps\b[\s.:-]*+(?P<number>[0-9]{1,3})\b", re.IGNORECASE)
# What somebody of a secretariat does; no division of the body.
_TASK = lazy_pattern(r"(?<=[^\W\d]\s)(?:urusan|bidang|bagian|seksi)\b[^()]*$", re.IGNORECASE)
# The head of a division, or the chair who has one: nobody knows.
_HEAD_OF_DIVISION = lazy_pattern(r"^ketua\s+(?:divisi|div)\b", re.IGNORECASE)
_PLACE = lazy_pattern(
    r"(?<![\s,-])[\s,-]*+\b(?P<level>kecamatan|kec|distrik|kelurahan|kel|desa|ds)\b\.?\s*(?P<name>[^\d,()]+)$",
    re.IGNORECASE,
)
_BOTH = lazy_pattern(
    r"^ketua\s*(?:/|&|dan|,)\s*anggota\b|(?P<chair>^ketua\b.*)\smerangkap\s+(?:sebagai\s+)?anggota\b",
    re.IGNORECASE,
)
_PARTS = lazy_pattern(r"(?<!\s)\s*+[-–/:,]\s*")


def readings(text: str) -> Iterator[str]:
    """What is left of a role, plainer each time; nothing of one that a note takes back."""
    if len(text) > _LONGEST:
        return
    notes = _NOTE.findall(text)
    if len(notes) == 1:  # "KPPS 1 (Ketua)"
        yield f"{notes[0].strip(' ()')} {_NUMBER.sub('', _NOTE.sub('', text)).strip()}"
    if any(map(_TAKEN_BACK.search, notes)) or _HEAD_OF_DIVISION.match(text):
        return
    text = _NUMBERING.sub("", text)
    division = _DIVISION.search(text)
    bare = _DIVISION.sub("", text)
    if division and not bare.strip():
        yield division["word"]  # a role of its own where the profile says so
        yield "anggota"  # "Kordiv Datin": whoever is the ketua is called so
    bare = _BOTH.sub(lambda both: both["chair"] or "ketua", _ACTING.sub("", bare))
    bare = _PLACE.sub("", _NOTE.sub("", bare)).strip()
    yield bare
    yield _NUMBER.sub("", bare).strip()  # "PAM TPS 2"
    bare = _NUMBER_WITHIN.sub("", _TASK.sub("", _OF_TPS.sub("", bare))).strip()
    yield bare
    number = _NUMBER.search(bare)
    plain = _NUMBER.sub("", bare).strip()
    yield plain
    first, *others = _PARTS.split(plain)
    yield " ".join([*others, first])  # "PPK - Ketua"
    *body, last = plain.split() or [""]
    yield " ".join([last, *body])  # "PPK Ketua"
    if number and plain and number["number"].casefold() not in _FIRST:
        yield f"anggota {plain}"  # "KPPS 4"; of the first it is not known whether he is the ketua


def plain_role(text: str, words: Vocabulary) -> str | None:
    """The text of the role alone in a cell that holds more; None where nothing in it is a role."""
    return next((one for one in readings(text) if words.role(one) is not None), None)


def parts_of(text: str, words: Vocabulary) -> str:
    """What a role with more in its cell is understood as, "jabatan ketua, badan PPK, wilayah Bulu";
    "" where nothing in it is a role."""
    role, _, body = (words.role(plain_role(text, words) or "") or "").partition(" ")
    said = {
        "jabatan": role,
        "badan": body,
        "divisi": division_in(text),
        "wilayah": ", ".join(filter(None, reversed(places_in(text)))),
    }
    return ", ".join(f"{name} {part}" for name, part in said.items() if part) if role else ""


def without_acting(text: str) -> str:
    """A role without the "Plt.", "Pj." or "Pjs" of somebody who holds it for the time being."""
    return _ACTING.sub("", text)


def division_in(text: str) -> str:
    """The division that a role names, "" where it names none."""
    found = _DIVISION.search(text)
    return found["name"].strip(" .") if found else ""


def tps_in(text: str, words: Vocabulary) -> int | None:
    """The TPS that a role names, None where it names none: the 2 of "PAM TPS 2" may number him."""
    found = {int(number) for number in _TPS.findall(text)}
    counts = words.role(_NUMBER.sub("", text).strip()) is not None
    return found.pop() if len(found) == 1 and not counts else None


def places_in(text: str) -> tuple[str, str]:
    """The kecamatan and the desa that a role names, "" for what it does not."""
    found = _PLACE.search(_NOTE.sub("", _DIVISION.sub("", text)))
    if found is None:
        return "", ""
    within = _PLACE.search(found["name"])
    inner = found["name"][: within.start()] if within else found["name"]
    named = {one[:1]: name.strip(" .,-") for one, name in _named(found, inner, within)}
    return named.get("k", ""), named.get("d", "")


def _named(
    found: re.Match[str], inner: str, within: re.Match[str] | None
) -> Iterator[tuple[str, str]]:
    """The level ("k", "d") and the name of each place of a role."""
    for match, name in ((found, inner), (within, within["name"] if within else "")):
        if match is not None:
            is_above = match["level"].casefold().startswith(("kec", "dis"))
            yield "k" if is_above else "d", name
