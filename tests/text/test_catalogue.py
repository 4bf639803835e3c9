"""The texts are complete in both languages, and the source and the texts know each other's keys."""

from __future__ import annotations

import ast
import re
import string
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import adhoc_cli
from adhoc_cli.models.rows import Anggota
from adhoc_cli.text import catalogue
from adhoc_cli.text.catalogue import parse, texts
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.words import LANGUAGES, Lang, Words, whole

_SOURCE = Path(adhoc_cli.__path__[0])
_KEY = re.compile(r"^([a-z][^|=#]*?) = ", re.MULTILINE)
# What the command line says, a terminal of LC_ALL=C and a Windows console can show.
_COMMAND_LINE = re.compile(
    r"(argument|end|help|journal|mark|memory|new|option|progress|refused|usage)\.|command|exit_codes"
)
# A file's ending, after a word that begins keys: "page.css".
_FILE = re.compile(r".*\.(css|csv|html|json|py|toml|txt|xlsx)")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_key_stands_once(lang: Lang) -> None:
    content = (_SOURCE / "text" / f"{lang}.txt").read_text(encoding="utf-8")
    assert [key for key, count in Counter(_KEY.findall(content)).items() if count > 1] == []
    assert len(_KEY.findall(content)) == len(parse(content))


def test_both_languages_have_the_same_keys_in_the_same_order() -> None:
    assert list(texts("id")) == list(texts("en"))


def _params(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name} - {"s"}


def test_both_languages_ask_for_the_same_params() -> None:
    english = texts("en")
    assert [
        key for key, text in texts("id").items() if _params(text) != _params(english[key])
    ] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_is_empty_and_the_command_line_speaks_ascii(lang: Lang) -> None:
    said = texts(lang)
    assert [key for key, text in said.items() if not text.strip()] == []
    spoken = [key for key in said if _COMMAND_LINE.match(key)]
    assert len(spoken) > 200
    assert [key for key in spoken if not whole(said[key]).isascii()] == []


def test_how_a_file_of_texts_is_written() -> None:
    content = "# a comment\n\na.one = 1 = 1 # no comment\nb = \\sx\\s\n|\n|   y\n| \\b\n| a\\\\b\n"
    assert parse(content) == {"a.one": "1 = 1 # no comment", "b": " x \n\n  y\n\b\na\\b"}


def test_what_a_third_language_lacks_is_said_in_indonesian(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    javanese: Lang = "jv"  # type: ignore[assignment]  # one that nobody speaks yet
    indonesian = texts("id")
    (tmp_path / "jv.txt").write_text("severity.error = kaluputan\n", encoding="utf-8")
    monkeypatch.setattr(catalogue, "_FOLDER", tmp_path)
    said = texts.__wrapped__(javanese)
    assert said == {**indonesian, "severity.error": "kaluputan"}
    assert Words("satu", "one").in_(javanese) == "satu"
    assert Translator(javanese).number(12_345) == "12.345"


def test_every_column_of_a_member_has_its_heading() -> None:
    assert {f"members.{column}" for column in Anggota.model_fields} <= texts("en").keys()


# -- keys and source ------------------------------------------------------------------------------


@cache
def _nodes() -> tuple[ast.AST, ...]:
    files = sorted(_SOURCE.rglob("*.py"))
    return tuple(node for file in files for node in ast.walk(ast.parse(file.read_bytes())))


@cache
def _literals() -> frozenset[str]:
    return frozenset(
        node.value
        for node in _nodes()
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@cache
def _attributes() -> frozenset[str]:
    """The paths of attributes, which only look like keys: "mark.operator"."""
    first = slice(1)
    which = {"attrgetter": slice(None), "From": first, "place_fields": first, "Field": slice(1, 2)}
    return frozenset(
        text.value
        for node in _nodes()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        for text in node.args[which.get(node.func.id, slice(0))]
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
    )


@cache
def _known_words() -> frozenset[str]:
    """What may stand in the gap of a composed key: a literal, or a name in the source."""
    fields = {
        node.target.id
        for node in _nodes()
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }
    params = {node.arg for node in _nodes() if isinstance(node, ast.keyword) and node.arg}
    named = ast.FunctionDef | ast.ClassDef
    methods = {node.name for node in _nodes() if isinstance(node, named)}
    letters = {letter for text in _literals() if text.isupper() for letter in text}
    template = (_SOURCE / "intake" / "settings.toml").read_text(encoding="utf-8")
    gaps = set(re.findall(r"\{(\w+)\}", template))
    return frozenset(_literals() | fields | params | methods | letters | gaps)


@cache
def _beginnings() -> frozenset[str]:
    """The first words of all keys: "check" of "check.title"."""
    return frozenset(re.split("[. ]", key)[0] for key in texts("en") if re.search("[. ]", key))


def _composed() -> Iterator[re.Pattern[str]]:
    """A pattern for each f-string that makes a key: `f"page.news.{kind}"`."""
    for node in _nodes():
        if not isinstance(node, ast.JoinedStr):
            continue
        parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
        first = re.split("[. ]", str(parts[0] or ""))
        if len(first) > 1 and first[0] in _beginnings():
            yield re.compile(
                "".join("(.+)" if part is None else re.escape(str(part)) for part in parts)
            )


def _is_made(key: str, pattern: re.Pattern[str]) -> bool:
    made = pattern.fullmatch(key)
    gaps = made.groups() if made else ()
    return bool(gaps) and all(
        word in _known_words() for gap in gaps for word in re.split("[ .]", gap)
    )


def test_every_key_is_used() -> None:
    composed = set(_composed())
    unused = [
        key
        for key in texts("en").keys() - _literals()
        if not any(_is_made(key, pattern) for pattern in composed)
    ]
    assert sorted(unused) == []


def test_every_key_that_is_used_exists() -> None:
    shape = re.compile(rf"(?:{'|'.join(sorted(_beginnings()))})\.[a-z_.]*[a-z]")
    used = {
        text
        for text in (_literals() - _attributes())
        if shape.fullmatch(text) and not _FILE.fullmatch(text)
    }
    assert len(used) > 500
    assert sorted(used - texts("en").keys() - _beginnings_of_composed()) == []


def _beginnings_of_composed() -> set[str]:
    return {
        str(node.values[0].value)
        for node in _nodes()
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant)
    }
