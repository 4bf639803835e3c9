"""Every view in every format and both languages, as files to read."""

from __future__ import annotations

import pytest

from adhoc_cli import __version__
from adhoc_cli.output.formats import names
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.explain import ExplainView
from adhoc_cli.reports.explain import explain_rule
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.registry import all_rules
from adhoc_cli.text.words import Lang
from tests.conftest import Golden, Stale
from tests.output.rosters import LANGS, VIEWS, check_view, written

_CASES = [(view, lang, form) for view in VIEWS for lang in LANGS for form in names()]
_FORMS = [(lang, form) for lang in LANGS for form in names()]
# How the check looks on other screens.
_SCREENS = {
    "check.id.table.narrow": {"width": 60},
    "check.id.table.stacked": {"width": 24},
    "check.id.table.color": {"color": True},
    "check.id.table.ascii": {"encoding": "ascii"},
    "check.id.plain.ascii": {"encoding": "ascii"},
    "check.id.md.ascii": {"encoding": "ascii"},
}


def _stable(data: bytes) -> bytes:
    """Without the version, which changes with every release."""
    return data.replace(f'"version": "{__version__}"'.encode(), b'"version": "0"')


@pytest.mark.parametrize(("view", "lang", "form"), _CASES)
def test_golden(view: str, lang: Lang, form: str, faulty: Roster, golden: Golden) -> None:
    speaker = Speaker(lang)
    made = written(VIEWS[view](faulty, speaker), form)
    golden(f"{view}.{lang}.{form}", _stable(made))
    assert not speaker.missing


@pytest.mark.parametrize("name", _SCREENS)
def test_screens(name: str, faulty: Roster, golden: Golden) -> None:
    view = VIEWS["check"](faulty, Speaker("id"))
    golden(name, written(view, name.split(".")[2], **_SCREENS[name]))  # type: ignore[arg-type]  # as in `written`


@pytest.mark.parametrize(("lang", "form"), _FORMS)
def test_waivers(lang: Lang, form: str, waived: Roster, golden: Golden) -> None:
    speaker = Speaker(lang)
    made = written(check_view(waived, speaker), form)
    golden(f"check-waived.{lang}.{form}", _stable(made))
    assert not speaker.missing


@pytest.mark.parametrize("lang", LANGS)
def test_the_explanation_of_every_rule(lang: Lang, golden: Golden) -> None:
    speaker = Speaker(lang)
    views = (ExplainView(explain_rule(rule), speaker) for rule in all_rules())
    golden(f"explain-all.{lang}.txt", b"\n\n".join(written(view, "plain") for view in views))
    assert not speaker.missing


def test_no_golden_file_is_left_over(stale: Stale) -> None:
    cases = [*_CASES, *(("check-waived", *case) for case in _FORMS)]
    explained = [f"explain-all.{lang}.txt" for lang in LANGS]
    stale([*(".".join(case) for case in cases), *_SCREENS, *explained])
