"""What is read as a diff: each view as text and as JSON, and one rich document in each format.

A view is a document, a JSON document and a flat table; the formats turn any of them into theirs.
So the views stand in one text format a language, in JSON and in a few lines of CSV, and every
format stands once.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from adhoc_cli import __version__
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.roster.roster import Roster
from adhoc_cli.text.words import Lang
from tests.conftest import Golden, Stale
from tests.output.rich import RichView
from tests.output.rosters import LANGS, TEXTUAL, VIEWS, written

_TEXTS = [(view, lang) for view in VIEWS for lang in LANGS]
_CSV = "records.csv.txt"
# The rich document on other screens, by format and name.
_SCREENS: dict[tuple[str, str], dict[str, Any]] = {
    ("table", "narrow"): {"width": 60},
    ("table", "stacked"): {"width": 24},
    ("table", "color"): {"color": True},
    ("table", "ascii"): {"encoding": "ascii"},
    ("plain", "ascii"): {"encoding": "ascii"},
    ("md", "ascii"): {"encoding": "ascii"},
}
# Texts for people in a document for programs; all else is the same in both languages.
_WORDS = {"message", "fix", "text"}


def _json(view: str, lang: Lang, roster: Roster) -> bytes:
    """The JSON of a view, without the version, which changes with every release."""
    speaker = Speaker(lang)
    made = written(VIEWS[view](roster, speaker), "json")
    assert not speaker.missing
    return made.replace(f'"version": "{__version__}"'.encode(), b'"version": "0"')


@pytest.mark.parametrize(("view", "lang"), _TEXTS)
def test_each_view_as_text(view: str, lang: Lang, faulty: Roster, golden: Golden) -> None:
    speaker = Speaker(lang)
    golden(f"{view}.{lang}.plain", written(VIEWS[view](faulty, speaker), "plain"))
    assert not speaker.missing


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_as_json(view: str, faulty: Roster, golden: Golden) -> None:
    golden(f"{view}.json", _json(view, "id", faulty))


def test_the_csv_of_each_view_begins_like_this(faulty: Roster, golden: Golden) -> None:
    parts = []
    for view, make in VIEWS.items():
        lines = written(make(faulty, Speaker("id")), "csv").splitlines(keepends=True)
        parts.append(b"".join([b"# %s\n" % view.encode(), *lines[:3]]))
    golden(_CSV, b"\n".join(parts))


@pytest.mark.parametrize("form", TEXTUAL)
def test_each_format(form: str, golden: Golden) -> None:
    golden(f"rich.{form}", written(RichView(), form))


@pytest.mark.parametrize(("form", "screen"), _SCREENS)
def test_each_screen(form: str, screen: str, golden: Golden) -> None:
    golden(f"rich.{form}.{screen}", written(RichView(), form, **_SCREENS[form, screen]))


def test_no_golden_file_is_left_over(stale: Stale) -> None:
    texts = (f"{view}.{lang}.plain" for view, lang in _TEXTS)
    forms = (f"rich.{form}" for form in TEXTUAL)
    screens = (f"rich.{form}.{screen}" for form, screen in _SCREENS)
    stale([*texts, *(f"{view}.json" for view in VIEWS), *forms, *screens, _CSV])


# -- what needs no files --------------------------------------------------------------------------


@pytest.mark.parametrize("view", VIEWS)
def test_json_is_the_same_in_both_languages(view: str, faulty: Roster) -> None:
    one, other = (json.loads(_json(view, lang, faulty)) for lang in LANGS)
    assert _wordless(one) == _wordless(other)


@pytest.mark.parametrize("view", VIEWS)
def test_csv_has_the_same_columns_and_rows_in_both_languages(view: str, faulty: Roster) -> None:
    one, other = (VIEWS[view](faulty, Speaker(lang)).records() for lang in LANGS)
    assert one.columns == other.columns
    assert len(list(one.rows)) == len(list(other.rows))


@pytest.mark.parametrize("view", VIEWS)
def test_ndjson_is_the_json_in_lines(view: str, faulty: Roster) -> None:
    made = written(VIEWS[view](faulty, Speaker("id")), "ndjson")
    head, *items = (json.loads(line) for line in made.splitlines())
    document = json.loads(written(VIEWS[view](faulty, Speaker("id")), "json"))
    assert head == {"type": "report", **{key: document[key] for key in head if key != "type"}}
    long_lists = [item for key, value in document.items() if key not in head for item in value]
    assert [{key: one[key] for key in one if key != "type"} for one in items] == long_lists


@pytest.mark.parametrize("form", TEXTUAL)
@pytest.mark.parametrize("view", VIEWS)
def test_each_format_writes_each_view(view: str, form: str, faulty: Roster) -> None:
    for lang in LANGS:
        speaker = Speaker(lang)
        assert written(VIEWS[view](faulty, speaker), form)
        assert not speaker.missing


def _wordless(document: Any) -> Any:
    if isinstance(document, dict):
        return {key: _wordless(value) for key, value in document.items() if key not in _WORDS}
    return [_wordless(item) for item in document] if isinstance(document, list) else document
