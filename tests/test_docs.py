"""docs/ says what the program says."""

from __future__ import annotations

import json
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, TypeAdapter

from adhoc_cli.output.formats import names
from adhoc_cli.profiles.load import Head, Settings, load_profile, profile_names
from adhoc_cli.profiles.model import Profile
from adhoc_cli.reports.letters.contents import described
from adhoc_cli.rules.registry import all_rules
from adhoc_cli.text.words import LANGUAGES, Lang
from scripts.json_schemas import schemas
from scripts.keys_page import examples, keys_page, parts_of
from scripts.law_page import law_page
from scripts.make_docs import page_name, pages

languages = pytest.mark.parametrize("lang", LANGUAGES)
HEADINGS: dict[Lang, list[str]] = {
    "id": [
        "### Mengapa",
        "### Dasar",
        "### Pesan",
        "### Perbaikan",
        "### Contoh yang ditemukan",
        "### Contoh yang lulus",
    ],
    "en": [
        "### Why",
        "### Basis",
        "### Message",
        "### What to do",
        "### Found here",
        "### Passes here",
    ],
}


@cache
def made(lang: Lang) -> dict[str, str]:
    """The pages, as they are made now."""
    return dict(pages(lang))


@languages
def test_the_pages_that_are_made_are_current(lang: Lang) -> None:
    for name, text in made(lang).items():
        written = Path("docs", page_name(name, lang)).read_text(encoding="utf-8")
        assert written == text, f"{name}: python -m scripts.make_docs"


@pytest.mark.parametrize("part", parts_of(Settings, Head, Profile), ids=lambda one: one.__name__)
@languages
def test_every_key_that_an_office_can_write_is_on_it(part: type[BaseModel], lang: Lang) -> None:
    page = keys_page(lang)
    for name, field in part.model_fields.items():
        assert f"| `{field.alias or name}` |" in page
    assert "| keys." not in page  # a key without a meaning


@pytest.mark.parametrize("part", parts_of(Settings, Head, Profile), ids=lambda one: one.__name__)
def test_every_key_that_is_no_table_of_its_own_has_an_example_that_it_may_hold(
    part: type[BaseModel],
) -> None:
    tables = {one.__name__ for one in parts_of(Settings, Head, Profile)}
    for name, field in part.model_fields.items():
        if example := examples().get(f"{part.__name__}.{name}"):
            value = tomllib.loads(f"it = {example}")["it"]
            if part in parts_of(Settings):  # a new profile file is checked as a whole elsewhere
                kind: Any = Annotated[field.annotation, None, *field.metadata]
                TypeAdapter(kind).validate_python(value)
        else:
            assert any(table in str(field.annotation) for table in tables), name


@languages
def test_the_page_of_the_templates_says_every_field(lang: Lang) -> None:
    written = Path("docs", page_name("templat", lang)).read_text(encoding="utf-8")
    assert all(f"\n| `{name}` | {says}" in written for _, name, says in described(lang))


@languages
def test_the_page_for_programs_says_what_every_document_and_table_holds(lang: Lang) -> None:
    page = Path("docs", page_name("json", lang)).read_text(encoding="utf-8")
    for name, text in schemas():
        document = name.removesuffix("-1.json")
        section = page.partition(f"\n## {document}/1\n")[2].partition("\n## ")[0]
        fields = set(re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE))
        assert set(json.loads(text).get("properties", ())) <= fields
    tables = page.rpartition("\n## ")[2]
    assert "| `` |" not in tables, "a command that gave no table"


@pytest.mark.parametrize("name", profile_names())
def test_the_page_of_the_law_has_every_value_of_every_profile_with_its_source(name: str) -> None:
    section = law_page("en").partition(f"\n## {name}: ")[2].partition("\n## ")[0]
    for body, part in load_profile(name).badan.items():
        for key, source in part.sumber.items():
            if key not in {"divisi_sinonim", "sinonim"}:
                start = f"| {body} | {key} | "
                (row,) = (line for line in section.split("\n") if line.startswith(start))
                assert f" | {source.dasar} | {source.tingkat} | " in row


@languages
def test_every_rule_has_a_complete_section(lang: Lang) -> None:
    for rule in all_rules():
        section = made(lang)["rules"].partition(f"\n## {rule.code} ")[2].partition("\n## ")[0]
        assert re.findall(r"^### .*$", section, re.MULTILINE) == HEADINGS[lang], rule.code
        assert rule.title.in_(lang) in f"\n## {rule.code} {section}"
        assert rule.name in section


def test_the_guide_names_files_that_are_there() -> None:
    guide = Path("CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:src|scripts|docs|tests|data)/[\w/.-]+)`", guide)
    assert len(named) > 10
    made = "d606_address_shared.py"
    assert [path for path in named if not Path(path).exists() and made not in path] == []


@pytest.mark.parametrize("page", ["perintah.md", "perintah.en.md"])
def test_the_formats_that_every_command_has_are_listed(page: str) -> None:
    text = Path("docs", page).read_text(encoding="utf-8")
    assert f"`--format {'|'.join(names())}`" in text
