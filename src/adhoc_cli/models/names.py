"""The spelling of a person's name that ignores what offices write differently each time.

"Hj. Siti Aminah, S.Pd." and "SITI AMINAH" are one name, "Moh. Ridwan" and "Muhammad Ridwan" too.
An equal key suggests the same person and never proves it: 42 of 882 names of a real roster repeat.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Before a name; "H." and "Dr." as well as "H" and "Dr", but only with a name behind them.
_TITLES = re.compile(
    r"(?:(?:prof|drs|dra|dr|drg|ir|k\.?\s?h|hj|hjh|h|haji|hajah|hajjah|kyai|kiai|nyai|ustadz|ust|tn|ny"
    r"|bpk|bapak|ibu|sdr|sdri|alm|almh|almarhum|almarhumah)(?:\.\s*|\s+))+(?=\w)"
)
_DEGREES = frozenset({
    "aks", "amd", "amdak", "amdkeb", "amdkep", "amdkom", "amapd", "apt", "ba", "bba", "bsc",
    "drs", "dra", "lc", "ma", "mag", "mak", "map", "mba", "me", "mei", "mh", "mhi", "mhum",
    "mikom", "mip", "mkes", "mkn", "mkom", "mm", "mp", "mpd", "mpdi", "mpsi", "msc", "msi",
    "msos", "msy", "mt", "ners", "ns", "phd", "sag", "sak", "sap", "se", "sei", "sfarm", "sfil",
    "sgz", "sh", "shi", "shum", "si", "sikom", "sip", "skeb", "sked", "skep", "skm", "skom",
    "sm", "sp", "spd", "spdi", "spdsd", "spi", "spsi", "spt", "spwk", "sptk", "ss", "ssi",
    "ssn", "ssos", "ssosi", "sst", "sstp", "ssy", "st", "sth", "sthi", "stp", "str", "strkeb",
    "strkep",
})  # fmt: skip
# Degrees that are no name either: they need neither a dot nor a comma to be known.
_SURE_DEGREES = frozenset({
    "amd", "amdkeb", "amdkep", "amdkom", "spd", "spdi", "spdsd", "mpd", "mpdi", "shi", "shum",
    "ssos", "ssosi", "skom", "mkom", "skep", "skeb", "skm", "sthi", "sfarm", "spsi", "mpsi",
    "sikom", "mikom", "sst", "sstp", "mkes", "mkn", "msi", "mhum",
})  # fmt: skip
_MUHAMMADS = frozenset({
    "moh", "moch", "much", "muh", "mohd", "muhd", "mohamad", "mohammad", "mohamed", "mohammed",
    "muhamad", "muhammad", "muhamed", "muhammed", "mochamad", "mochammad", "muchamad",
    "muchammad", "mukhamad", "mukhammad", "mokhamad", "mokhammad",
})  # fmt: skip
# Several people in one cell: on lines of their own, numbered, or with a sign or word between them.
SEVERAL = (
    r"[;\n]|<br ?/?>|\s[&+|]\s|[^\W\d_]{2}\.?\s*/\s*[^\W\d_]{2}|\s(?:dan|serta|and)\s"
    r"|(?:^|\s)1[.)].*\s2[.)]"
)  # for whole columns as well (RE2)
_SEVERAL = re.compile(SEVERAL, re.IGNORECASE)
_APOSTROPHES = re.compile("['\u2019\u2018`\u02bc]")


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """`name` without case, accents, punctuation, titles and degrees, with one spelling of Muhammad.

    The words are kept apart by one space. A name that is nothing but titles is its own key.
    """
    plain = _plain(name)
    bare = _TITLES.sub("", plain, count=1) if _TITLES.match(plain) else plain
    first, *behind = bare.split(",")
    words = [word for word in first.split() if not _is_degree(word)]
    words += [part for part in behind if not _all_degrees(part)]
    key = _letters(" ".join(words)) or _letters(plain)
    return _muhammad(key, bare) or plain


def names_several(name: str) -> bool:
    """Whether a cell holds the names of several people."""
    return _SEVERAL.search(name) is not None


def _plain(name: str) -> str:
    """Case, accents and what nobody sees taken away."""
    split = unicodedata.normalize("NFKD", name).casefold()
    seen = (c for c in split if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return "".join(seen).strip()


def _letters(text: str) -> str:
    """The words of `text`: an apostrophe is no boundary, any other sign is one."""
    return " ".join(re.findall(r"[^\W_]+", _APOSTROPHES.sub("", text)))


def _is_degree(word: str) -> bool:
    """Whether a word inside the name is a degree: "S.Pd." by its dots, "SPd" because no name is."""
    key = re.sub(r"\W", "", word)
    return key in _SURE_DEGREES or (key in _DEGREES and "." in word.rstrip("."))


def _all_degrees(part: str) -> bool:
    """Whether what stands behind a comma is degrees only: "S. Pd.", "SE MM", "S.I.P.M.I.P"."""
    words = [re.sub(r"\W", "", word) for word in part.split()]
    return all(word in _DEGREES for word in words) or "".join(words) in _DEGREES


def _muhammad(key: str, written: str) -> str:
    """`key` with its Muhammad spelt out; "M. Ridwan" is one too, "M Ridwan" is not."""
    words = ["muhammad" if word in _MUHAMMADS else word for word in key.split()]
    if len(words) > 1 and words[0] == "m" and re.match(r"m\.", written):
        words[0] = "muhammad"
    return " ".join(words)
