"""The Indonesian texts speak the words of the field: none of those that offices do not use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from adhoc_cli.profiles.load import load_profile, profile_names
from adhoc_cli.reports import letters
from adhoc_cli.rules.registry import all_rules
from adhoc_cli.text.catalogue import texts
from adhoc_cli.text.words import LANGUAGES, Lang, Words, brief

_HOUSE = Path(__file__).parents[2]
_CODE = re.compile(r"(?ms)^ *```.*?^ *```$|`[^`\n]*`|\{\{.*?\}\}|\{%.*?%\}|^ {4,}adhoc .*?$")

# Pages for offices; the others are of the code, or made from rules and profiles.
PAGES = (
    "README.md", "docs/cron.md", "docs/folder.md", "docs/glosarium.md", "docs/panduan.md",
    "docs/pekan-kerja.md", "docs/pemilihan-lain.md", "docs/perintah.md", "docs/privasi.md",
    "docs/tanya-jawab.md", "docs/windows.md",
)  # fmt: skip
# What offices do not say, what they say in its place, and what of it is a fixed name: a status or a
# file that rosters hold, a column, the full name of a PAW.
UNUSED = {
    "kursi": (r"\bkursi", "kekurangan anggota, kuota", r"meja dan kursi|meja, dan kursi|kunci"),
    "penggantian": (r"\bpenggantian", "PAW", r"[Pp]enggantian antarwaktu"),
    "cadangan": (r"\bcadangan", "calon PAW", r"status cadangan|cadangan/|aktif, cadangan"),
    "bertumpuk": (r"\bbertumpuk", "beririsan", None),
    "pemangku": (r"\bpemangku\b", "pemangku kepentingan", r"pemangku kepentingan|pemangku\.csv"),
    "butir": (r"\bbutir", "kegiatan", r"kode_wilayah, ?butir|ubah\.butir|bagian 2 butir"),
    "batas": (r"\bbatas(nya)?\b", "batas waktu", r"batas(nya)? waktu|nilai batas"),
    "mati": (r"\b(di)?mati(kan)?\b", "nonaktif", None),
    "tagih": (r"\btagih", "mohon, koordinasikan", None),
}
# What only a technician knows; what Excel and Notepad call so themselves is no such word.
TECHNICAL = re.compile(
    r"\b(bita|bytes?|surrogate|offset|CR|LF|CRLF|NUL|UTF-\d+|UTC|Windows-1252|BOM|ASCII|U\+|"
    r"pengodean|encoding|biner|binary|stderr|stdout|pid)\b",
    re.IGNORECASE,
)
CALLED_SO = re.compile(r"CSV UTF-8|Encoding 'UTF-8'|--encoding|\{[^}]*\}")
# Whose spelling is fixed: as it is written, letter by letter.
SPELT = ("Badan Adhoc", "PKD", "BPD", "KUA", "PAW")

_LETTERS = Path(letters.__file__).parent / "templates"


def _of_rules(lang: Lang) -> Iterator[tuple[str, str]]:
    for rule in all_rules():
        yield f"{rule.code} basis", rule.basis.in_(lang)
        for field in ("title", "why", "message", "fix"):
            for number, text in enumerate(_words(getattr(rule, field))):
                yield f"{rule.code} {field} {number}", text.in_(lang)


def _indonesian() -> Iterator[tuple[str, str]]:
    yield from texts("id").items()
    yield from _of_rules("id")
    for name in profile_names():
        yield from _of(name, load_profile(name).model_dump())
    for path in (*_LETTERS.glob("*.id.txt"), *map(_HOUSE.joinpath, PAGES)):
        yield path.name, _CODE.sub("", path.read_text(encoding="utf-8"))


def _words(said: object) -> list[Words]:
    return [said] if isinstance(said, Words) else list(said.values())  # type: ignore[attr-defined]  # texts by variant


def _of(where: str, tree: object) -> Iterator[tuple[str, str]]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            if isinstance(value, str) and (key in ("id", "dasar") or str(key).endswith("_id")):
                yield f"{where}.{key}", value
            else:
                yield from _of(f"{where}.{key}", value)
    elif isinstance(tree, list | tuple):
        for value in tree:
            yield from _of(where, value)


TEXTS = dict(_indonesian())


@pytest.mark.parametrize("word", UNUSED)
def test_no_text_uses_a_word_that_the_field_does_not_use(word: str) -> None:
    """The field's words: kekurangan anggota, PAW, calon PAW, kegiatan, batas waktu, and so on."""
    pattern, instead, fixed = UNUSED[word]
    found = {
        where: text
        for where, text in TEXTS.items()
        if re.search(
            pattern, re.sub(fixed, "", text, flags=re.IGNORECASE) if fixed else text, re.IGNORECASE
        )
    }
    assert not found, f"say {instead}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_only_a_technician_knows_is_said_with_verbose_alone(lang: Lang) -> None:
    """Offsets, bytes and encodings stand in the part of a text that --verbose shows."""
    said = {**texts(lang), **dict(_of_rules(lang))}
    found = {
        where: text
        for where, text in said.items()
        if TECHNICAL.search(CALLED_SO.sub("", brief(text)))
    }
    assert not found


@pytest.mark.parametrize("spelt", SPELT)
def test_names_are_spelt_as_the_field_spells_them(spelt: str) -> None:
    """The field's words: "Badan Adhoc" always so, PKD, BPD and KUA in capitals."""
    some = re.compile(
        rf"\b{spelt.replace('d A', 'd ?[- ]?A').replace('dh', 'd ?h')}\b", re.IGNORECASE
    )
    odd = {
        where: text for where, text in TEXTS.items() for one in some.findall(text) if one != spelt
    }
    assert not odd


def test_the_texts_of_rules_and_profiles_are_among_them() -> None:
    """The list of words holds for the catalogue, the rules and each profile."""
    assert "Q401 title 0" in TEXTS
    assert {where.split(".")[0] for where in TEXTS} >= set(profile_names())
