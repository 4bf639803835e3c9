"""The page of people to call, in a headless Chromium as wide as a telephone and as a screen."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser

from adhoc_cli.output.html.calls import CallPage
from adhoc_cli.output.html.render import render
from adhoc_cli.output.messages import Caller
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.calls import CallsView
from adhoc_cli.reports.calls import About, calls_of
from adhoc_cli.roster.roster import load_roster
from adhoc_cli.text.words import Lang
from tests.browser.pages import AS_OF, NAMES
from tests.browser.screen import STICKING_OUT, Scheme, opened
from tests.output.rosters import LANGS

WIDTHS = (360, 390, 1280)
_FINGER = 44  # pixels: what a finger hits


def page_about(about: About, lang: Lang, region: str | None = None) -> CallPage:
    """The page about a faulty folder."""
    roster, speaker = load_roster(Path("data/temanggung-bermasalah"), AS_OF), Speaker(lang, True)
    found = calls_of(roster, about, region=region)
    return CallsView(found, speaker, caller=Caller(roster, speaker)).page()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of a faulty folder in both languages, and one of which every name plays tricks."""
    folder = tmp_path_factory.mktemp("panggilan")
    pages: dict[str, CallPage] = {lang: page_about(About.VACANCY, lang) for lang in LANGS}
    pages |= {"long": page_about(About.COORDINATION, "id", "33.23.01")}
    group = pages["long"].groups[0]
    cards = [
        group.cards[0]._replace(
            number=at, name=name, post=name, about=name, note=name, lines=[name]
        )
        for at, name in enumerate(NAMES)
    ]
    pages["hostile"] = pages["long"]._replace(groups=(group._replace(name=NAMES[0], cards=cards),))
    made: dict[str, Path] = {}
    for name, page in pages.items():
        made[name] = folder / f"{name}.html"
        made[name].write_bytes(render(page, personal=name != "hostile"))
    return made


@pytest.mark.parametrize("name", [*LANGS, "long", "hostile"])
def test_nothing_is_loaded_said_or_cut_off(
    chromium: Browser, files: dict[str, Path], name: str
) -> None:
    with opened(chromium, files[name]) as screen:
        for width in WIDTHS:
            page = screen.of_width(width)
            assert page.evaluate("() => document.scrollingElement.scrollWidth") <= width
        assert page.evaluate("() => document.querySelector('nav').remove()") is None
        screen.unfold()
        for width in WIDTHS:
            assert screen.of_width(width).evaluate(STICKING_OUT) == []
        assert (screen.said, screen.asked) == ([], [files[name].as_uri()])


_TAPPED = """() => [...document.querySelectorAll(
    '.card .open, .chip, .card summary, .card .called')].map(one => {
    const box = one.getBoundingClientRect();
    return [box.width, box.height];
}).filter(([width, height]) => width && height)"""


def test_what_is_tapped_is_large_enough(chromium: Browser, files: dict[str, Path]) -> None:
    with opened(chromium, files["id"]) as screen:
        for width in WIDTHS:
            sizes = screen.of_width(width).evaluate(_TAPPED)
            assert len(sizes) > 20
            assert min(map(min, sizes)) >= _FINGER


def test_it_filters_without_any_program(chromium: Browser, files: dict[str, Path]) -> None:
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    page.goto(files["id"].as_uri())
    groups = page.locator(".group")
    assert groups.count() > 2
    page.locator("label[for=k2]").click()
    assert [one.is_visible() for one in groups.all()[:3]] == [False, True, False]
    called = page.locator(".g2 .card").first
    called.locator(".called").click()
    assert called.is_visible()
    page.locator("label[for=hide]").click()
    assert not called.is_visible()
    page.locator("label[for=k0]").click()
    assert groups.first.is_visible()
    context.close()


_CARDS = """() => [...document.querySelectorAll('.card')].slice(0, 9).map(card => {
    const all = (of) => [...card.querySelectorAll(of)];
    return [all('.text p').map(one => one.innerText.trim()), all('.open').map(one => one.href)];
})"""


@pytest.mark.parametrize("name", ["id", "long"])
def test_the_button_opens_whatsapp_with_the_text_that_is_shown(
    chromium: Browser, files: dict[str, Path], name: str
) -> None:
    with opened(chromium, files[name]) as screen:
        text = screen.page.locator(".card .text p").first
        assert not text.is_visible()
        screen.page.locator(".card summary").first.click()
        assert text.is_visible()
        screen.unfold()
        cards = screen.page.evaluate(_CARDS)
        assert len(cards) > 2
        for lines, addresses in cards:
            links = [urlsplit(one) for one in addresses]
            assert {(one.scheme, one.netloc) for one in links} == {("https", "wa.me")}
            assert all(one.path.startswith("/628") for one in links)
            assert "\n".join(parse_qs(one.query)["text"][0] for one in links) == "\n".join(lines)


@pytest.mark.parametrize(("lang", "scheme"), [("id", "light"), ("en", "dark")])
def test_everybody_can_use_it(
    chromium: Browser, files: dict[str, Path], lang: Lang, scheme: Scheme
) -> None:
    with opened(chromium, files[lang], 390, scheme) as screen:
        assert screen.violations() == []
