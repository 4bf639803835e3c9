"""The report's page in a headless Chromium: what it loads, how it fits, who can read it, how it
prints."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.browser.screen import STICKING_OUT, Screen, opened

Files = Mapping[tuple[str, str], Path]
Screens = Mapping[str, Screen]
ROSTERS = ("good", "problem", "empty", "public")
A4 = (595, 842)  # points


@pytest.mark.parametrize("name", [*ROSTERS, "hostile"])
def test_nothing_is_loaded_said_or_cut_off(screens: Screens, files: Files, name: str) -> None:
    screen = screens[name]
    screen.unfold()
    for width in (360, 1280):
        page = screen.of_width(width)
        assert page.evaluate("() => document.scrollingElement.scrollWidth") <= width
        assert page.evaluate(STICKING_OUT) == []
    # The style sheet has the hash that the policy names, or none of this would be so.
    assert page.evaluate("() => getComputedStyle(document.body).marginTop") == "0px"
    # The icon stands in the page itself.
    elsewhere = [one for one in screen.asked if not one.startswith("data:")]
    assert (screen.said, elsewhere) == ([], [files[name, "id"].as_uri()])


def test_what_a_text_could_bring_in_is_refused(
    chromium: Browser, files: Files, tmp_path: Path
) -> None:
    """The policy holds even where a template had let a text through as markup."""
    let_in = (
        "<script>document.title = 'x'</script><img src='https://jahat.example/x.png'>"
        "<p id='let-in' style='color: rgb(1, 2, 3)' onclick='document.title=1'>x</p>"
        "<iframe src='https://jahat.example/'></iframe><base href='https://jahat.example/'>"
    )
    text = files["good", "id"].read_text(encoding="utf-8")
    path = tmp_path / "let-in.html"
    path.write_text(text.replace("<h1>", f"{let_in}<h1>"), encoding="utf-8")
    with opened(chromium, path) as (page, said, asked):
        page.click("#let-in")
        assert page.title().startswith("Laporan")
        color = "() => getComputedStyle(document.getElementById('let-in')).color"
        assert page.evaluate(color) != "rgb(1, 2, 3)"
        assert page.evaluate("() => document.baseURI") == path.as_uri()
        refused = [f"csp: {one}" for one in asked if one.startswith("http")]
        assert set(refused) <= set(said)
        # The script, the picture, the style, the click, the frame and the base.
        assert len([one for one in said if "Content Security Policy" in one]) >= 6


@pytest.mark.parametrize(
    ("name", "lang"), [("good", "en"), ("problem", "id"), ("empty", "id"), ("public", "en")]
)
def test_everybody_can_read_it(chromium: Browser, files: Files, name: str, lang: str) -> None:
    """axe-core finds nothing, in either scheme; colours do not depend on the language, and what is
    public has no others."""
    with opened(chromium, files[name, lang]) as screen:
        screen.unfold()
        assert screen.violations() == []
        if name != "public":
            screen.page.emulate_media(color_scheme="dark")
            assert screen.violations(["color-contrast"]) == []


def test_a_keyboard_reaches_the_content_and_what_scrolls(chromium: Browser, files: Files) -> None:
    with opened(chromium, files["good", "id"], 360) as (page, _, _):
        page.keyboard.press("Tab")
        link = page.locator(".skip")
        assert link.is_visible()
        width = "() => getComputedStyle(document.activeElement).outlineWidth"
        assert page.evaluate(width) == "3px"
        page.keyboard.press("Enter")
        assert page.evaluate("() => document.activeElement.id") == "isi"
        scrolling = """() => [...document.querySelectorAll('.scroll')].filter(
            one => one.scrollWidth > one.clientWidth && one.tabIndex !== 0).length"""
        assert page.evaluate(scrolling) == 0


_TOPS = """() => ['.verdict', '.contents', '.chapter'].map(
    one => document.querySelector(one).getBoundingClientRect().top)"""
_HOLES = """() => ['.figures', '.paired > .blocks'].flatMap(one => {
    const frame = document.querySelector(one).getBoundingClientRect();
    const boxes = [...document.querySelector(one).children].map(of => of.getBoundingClientRect());
    const rows = Map.groupBy(boxes, box => Math.round(box.top));
    return [...rows.values()].filter(row =>
        Math.max(...row.map(box => box.right)) < frame.right - 4
        || new Set(row.map(box => Math.round(box.bottom))).size > 1);
})"""


@pytest.mark.parametrize("name", ["good", "problem", "public"])
def test_the_headline_comes_before_the_contents_and_no_block_is_left_grey(
    screens: Screens, name: str
) -> None:
    """Item 18: contents behind the headline on a phone, no grey block at 768 px; on a wide screen
    the contents stand beside it."""
    for width in (390, 768, 1280):
        page = screens[name].of_width(width)
        headline, contents, chapter = page.evaluate(_TOPS)
        assert headline < chapter
        assert contents <= headline if width == 1280 else headline < contents < chapter
        assert page.evaluate(_HOLES) == []


@pytest.mark.parametrize("name", ["good", "problem"])
def test_a_phone_has_a_card_a_row_and_letters_that_can_be_read(screens: Screens, name: str) -> None:
    page = screens[name].of_width(360)
    small = """() => [...document.querySelectorAll('svg text')].map(one => {
        const box = one.getScreenCTM();
        return parseFloat(getComputedStyle(one).fontSize) * box.a;
    }).filter(size => size < 8)"""
    assert page.evaluate(small) == []
    rows = """() => [...document.querySelectorAll('.stacked td:not(.blank)')].filter(
        one => getComputedStyle(one).display !== 'grid').length"""
    assert page.evaluate(rows) == 0


# -- paper -----------------------------------------------------------------------------------------


@pytest.fixture(params=["good", "problem", "public"])
def printed(request: pytest.FixtureRequest, chromium: Browser, files: Files) -> PdfReader:
    """The page as it is printed from a dark screen."""
    with opened(chromium, files[request.param, "id"], scheme="dark") as (page, _, _):
        return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))


def test_every_sheet_is_a4_and_full(printed: PdfReader) -> None:
    sizes = {(round(one.mediabox.width), round(one.mediabox.height)) for one in printed.pages}
    assert sizes == {A4}
    texts = [one.extract_text() for one in printed.pages]
    # The last sheet is as long as it is; the others have no hole in them.
    assert min(len(text) for text in texts[:-1]) > 400
    footers = [f"{at} / {len(texts)}" in text for at, text in enumerate(texts, start=1)]
    assert all(footers)
    assert all("Kabupaten Temanggung · 10 Juni 2024" in text for text in texts)


def test_paper_is_white_and_shows_what_is_folded(chromium: Browser, files: Files) -> None:
    with opened(chromium, files["problem", "id"], scheme="dark") as (page, _, _):
        ink = "() => getComputedStyle(document.body).color"
        assert page.evaluate(ink) == "rgb(232, 230, 224)"
        page.emulate_media(media="print")
        assert page.evaluate(ink) == "rgb(26, 32, 36)"
        assert page.locator(".fold .fix").first.is_visible()
        assert not page.locator("nav").is_visible()


def test_every_row_stays_on_one_sheet(chromium: Browser, files: Files) -> None:
    """Rows are not cut, and a table that goes on has its headings again."""
    with opened(chromium, files["good", "id"]) as (page, _, _):
        page.emulate_media(media="print")
        styles = page.evaluate(
            """() => [...document.querySelectorAll('tr, thead')].map(one => {
                const style = getComputedStyle(one);
                return one.tagName === 'TR' ? style.breakInside : style.display;
            })"""
        )
    assert set(styles) == {"avoid", "table-header-group"}
