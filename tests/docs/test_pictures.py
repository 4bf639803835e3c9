"""The pictures of the README are those of today's output: their words, whatever the letters."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from adhoc_cli.text.words import LANGUAGES, Lang
from scripts.make_pictures import FOLDER, beginning_of, picture_of, report_page, screen

_TEXT = re.compile(r"<text [^>]*>([^<]*)</text>")
LARGEST = 200_000


def words(svg: str) -> list[str]:
    return [unescape(text) for text in _TEXT.findall(svg)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_screen_is_current(lang: Lang) -> None:
    kept = picture_of("layar", "svg", lang).read_text(encoding="utf-8")
    assert len(words(kept)) > 50
    assert words(kept) == words(screen(lang)), "make pictures"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_current(lang: Lang) -> None:
    kept = picture_of("laporan", "txt", lang).read_text(encoding="utf-8")
    assert kept == beginning_of(report_page(lang)), "make pictures"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_picture_of_the_screen_loads_nothing(lang: Lang) -> None:
    svg = picture_of("layar", "svg", lang).read_text(encoding="utf-8")
    assert set(re.findall(r"url\((.)", svg)) == {"#"}
    assert not re.search("@font-face|@import|href|<image|<script", svg)


def test_pictures_are_small() -> None:
    sizes = {path.name: path.stat().st_size for path in FOLDER.iterdir()}
    assert {name for name, size in sizes.items() if size > LARGEST} == set()
    assert {Path(name).suffix for name in sizes} <= {".svg", ".png", ".txt"}
