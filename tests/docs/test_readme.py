"""The README, in both languages, is what happens to somebody who types it line by line."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from adhoc_cli.text.words import LANGUAGES, Lang
from tests.docs.fences import fences, in_language, is_quoted_from, told_in, typed_in
from tests.docs.unpacked import contents, said_by, typed_through, unpacked

PAGE = Path("README.md")
SHOWN = {lang: fences(in_language(PAGE, lang)) for lang in LANGUAGES}
INSTALL = "install"
# What a check finds is a result, and so is the proposal of how to import.
ENDS = {"check": 1, "select": 1, "report": 1, "propose": 2, "import": 1, "checked": 1}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_tour_is_ten_lines_and_each_says_what_is_quoted(tmp_path: Path, lang: Lang) -> None:
    place, shown = unpacked(tmp_path), SHOWN[lang]
    before = contents(place)
    said = typed_through({name: shown[name] for name in shown if name != INSTALL}, place, lang)
    assert sum(map(len, said.values())) == 10
    for name, (ran,) in said.items():
        assert ran.code == ENDS.get(name, 0), (name, ran.err)
    for name in told_in(shown):
        is_quoted_from(shown[f"{name}-told"], said_by(said[name]))
    assert contents(place) == before, "the samples are as they were"
    assert (place / "kantor/anggota-pps.ditolak.xlsx").is_file()
    assert "Tembarak" in (place / "laporan.html").read_text(encoding="utf-8")
    proposed = said_by(said["propose"]).replace("'", '"')
    assert shown["import"].strip() in proposed, "the line that follows"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_installed_can_be(lang: Lang) -> None:
    (extras,) = re.findall(r'pipx install "\.\[([\w,]+)\]"', SHOWN[lang][INSTALL])
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(extras.split(",")) <= set(project["optional-dependencies"])
    assert project["readme"] == str(PAGE)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_begins_with_the_installation(lang: Lang) -> None:
    assert typed_in(SHOWN[lang])[:2] == [INSTALL, "check"]
