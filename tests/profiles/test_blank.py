"""The profile file that an office begins with: it names every key, and all of it is right."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from adhoc_cli.profiles.blank import blank_profile
from adhoc_cli.profiles.every_fault import every_fault
from adhoc_cli.profiles.model import Profile
from adhoc_cli.rules.in_force import in_force
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.words import LANGUAGES, Lang
from scripts.keys_page import parts_of

_OFF = re.compile(r"^#(?=[^ ])", re.MULTILINE)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("on", [False, True], ids=["as made", "all of it"])
def test_it_has_no_mistakes(tmp_path: Path, lang: Lang, on: bool) -> None:
    text = blank_profile("psu", Translator(lang))
    file = tmp_path / "psu.toml"
    file.write_text(_OFF.sub("", text) if on else text, encoding="utf-8")
    assert every_fault(file, in_force).found == ()


@pytest.mark.parametrize("model", parts_of(Profile), ids=lambda one: one.__name__)
def test_every_key_is_explained_in_it(model: type[BaseModel]) -> None:
    for lang in LANGUAGES:
        translator = Translator(lang)
        text = blank_profile("psu", translator)
        for key in model.model_fields:
            said = translator.say(f"keys.{model.__name__}.{key}")
            assert f"# {said}" in text or f"# {key}: {said}" in text, key
    assert not translator.missing


def test_every_key_stands_in_it() -> None:
    tree = tomllib.loads(_OFF.sub("", blank_profile("psu", Translator("id"))))
    named = set(_keys(tree))
    every = {key for model in parts_of(Profile) for key in model.model_fields}
    assert every - named == {"badan", "butir", "ketentuan", "tahapan"} - named


def _keys(tree: Any) -> list[str]:
    if isinstance(tree, list):
        return [key for one in tree for key in _keys(one)]
    if isinstance(tree, dict):
        return [*tree, *(key for one in tree.values() for key in _keys(one))]
    return []
