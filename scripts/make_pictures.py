"""Make the pictures of the README, in docs/gambar: what a terminal of 80 columns shows, as SVG, and
how the page of a report begins, as PNG.

usage, in the root of the repository:
  python -m scripts.make_pictures

The terminal is our own output, drawn by rich; no font is fetched, a browser takes one that it has.
The page is photographed by the Chromium of the machine. Letters look otherwise on every machine, so
what can be read on the picture lies beside it, and a test compares that.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import sys
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from rich.console import Console
from rich.text import Text

from adhoc_cli.cli.start import main as adhoc
from adhoc_cli.text.words import LANGUAGES, Lang

FOLDER = Path("docs/gambar")
SAMPLE = "data/temanggung-bermasalah"
TYPED = ("check", SAMPLE, "--as-of", "2024-06-10", "--select", "Q401,V207")
WIDTH = 80
PARTS = 5  # of what is said: the headline, the findings, where to begin, and the two in detail
PAGE_WIDTH = 1000
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
_MARKS = re.compile(r"<(style|script|svg)\b.*?</\1>|<[^>]*>", re.DOTALL)


def main() -> None:
    """Write the pictures."""
    FOLDER.mkdir(exist_ok=True)
    for lang in LANGUAGES:
        picture_of("layar", "svg", lang).write_text(screen(lang), encoding="utf-8", newline="\n")
        page = report_page(lang)
        picture_of("laporan", "png", lang).write_bytes(photograph(page))
        said = beginning_of(page)
        picture_of("laporan", "txt", lang).write_text(said, encoding="utf-8", newline="\n")


def picture_of(name: str, kind: str, lang: Lang) -> Path:
    """Where a picture lies."""
    return FOLDER / (f"{name}.{kind}" if lang == "id" else f"{name}.{lang}.{kind}")


class _Terminal(io.TextIOWrapper):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def shown(lang: Lang) -> str:
    """What a terminal gets, its colours with it."""
    stream = _Terminal(io.BytesIO(), encoding="utf-8")
    few = {"PATH": os.environ["PATH"], "TERM": "xterm", "COLUMNS": str(WIDTH), "ADHOC_LANG": lang}
    with (
        patch.dict(os.environ, few, clear=True),
        patch.object(sys, "stdin", None),  # nobody sits there: no pager
        contextlib.redirect_stdout(stream),
    ):
        adhoc(TYPED)
    stream.seek(0)
    return stream.read()


def screen(lang: Lang) -> str:
    """The terminal as SVG: the command, and the first parts of what it says."""
    console = Console(
        record=True, width=WIDTH, file=io.StringIO(), color_system="standard", force_terminal=True
    )
    said = "\n\n".join(shown(lang).split("\n\n")[:PARTS])
    console.print(Text.from_ansi(f"$ adhoc {' '.join(TYPED)}\n{said}"), soft_wrap=True)
    drawn = console.export_svg(title="adhoc", unique_id="adhoc")
    offline = _FONTS.sub("", drawn).replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas")
    return "\n".join(line.rstrip() for line in offline.splitlines()) + "\n"


def report_page(lang: Lang) -> str:
    """The page of the report on the sample folder."""
    with TemporaryDirectory() as made:
        page, memory = Path(made) / "laporan.html", Path(made) / "laporan.json"
        day, kept = ("--as-of", "2024-06-10"), ("--memory", str(memory))
        adhoc(("report", SAMPLE, *day, *kept, "--lang", lang, "-o", str(page)))
        return page.read_text(encoding="utf-8")


def beginning_of(page: str) -> str:
    """What can be read on a page up to its contents, a line an element."""
    _, _, body = page.partition("<body")
    above, _, _ = body.partition("</nav>")
    lines = (line.strip() for line in unescape(_MARKS.sub("\n", f"<body{above}")).splitlines())
    return "\n".join(filter(None, lines)) + "\n"


def photograph(page: str) -> bytes:
    """A page as Chromium draws it, up to the end of its contents."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_browser(), args=["--no-sandbox"])
        sheet = browser.new_page(viewport={"width": PAGE_WIDTH, "height": PAGE_WIDTH})
        sheet.set_content(page)
        contents = sheet.locator("nav").first.bounding_box()
        below = contents["y"] + contents["height"] if contents else PAGE_WIDTH
        picture = sheet.screenshot(clip={"x": 0, "y": 0, "width": PAGE_WIDTH, "height": below})
        browser.close()
    return picture


def _browser() -> str:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or sys.exit(f"There is no Chromium here ({', '.join(BROWSERS)})")


if __name__ == "__main__":
    main()
