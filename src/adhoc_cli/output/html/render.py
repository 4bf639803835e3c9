"""A page (of a report, of people to call) as one HTML file that needs nothing beside it and runs
nothing.

Its policy allows one style sheet, by its hash, and pictures that stand in the file itself: what a
hostile name could ever bring in is refused by the browser, too.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from adhoc_cli.output.html.calls import CallPage
from adhoc_cli.output.html.page import Page
from adhoc_cli.output.safe import safe
from adhoc_cli.text.lazy import lazy_pattern

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

_HERE = Path(__file__).parent
# A word of more letters than this may be broken, every so many of them. No place has a longer one.
_LONG, _PIECE = 24, 12
# Longer than any sentence of ours with what it quotes of a cell.
_LONGEST = 900
_LONG_WORD = lazy_pattern(rf"\S{{{_LONG + 1},}}")


def render(page: Page | CallPage, *, personal: bool = False) -> bytes:
    """The file. Every text is escaped, and masked unless `personal`, by the template's engine."""
    from markupsafe import Markup

    if isinstance(page, CallPage):
        name, own = "calls", page.style
    else:
        name, own = "page", _running(_shown(page.running, personal=personal))
    style = f"{_style(name)}{own}"
    digest = Markup(base64.b64encode(hashlib.sha256(style.encode()).digest()).decode())  # noqa: S704
    # Ours, but for the running line, of which every character is a letter, a digit or an escape.
    text = _template(name, personal=personal).render(page=page, style=Markup(style), digest=digest)  # noqa: S704
    return text.encode("utf-8", "backslashreplace")


@cache
def _template(name: str, *, personal: bool) -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    shown = partial(_shown, personal=personal)
    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, finalize=shown,
    )  # fmt: skip
    environment.filters["ours"] = _ours
    environment.filters["breakable"] = lambda text: _breakable(shown(text))
    environment.filters["kind"] = lambda block: type(block).__name__
    return environment.get_template(f"{name}.html")


def _shown(value: Any, *, personal: bool) -> Any:
    """What an expression of the template puts on the page: a text is masked, markup is ours."""
    if not isinstance(value, str) or hasattr(value, "__html__"):
        return value
    return safe(value, _LONGEST, personal=personal)


def _ours(text: str) -> Markup:
    """What we made: the points of a line, of which a row looks like somebody's number; a link."""
    from markupsafe import escape

    return escape(text)


def _breakable(text: str) -> str | Markup:
    """`text` with places to break it within words that no cell has room for. Cells break nowhere
    else: `overflow-wrap: anywhere` makes them so narrow that SEKRETARIAT takes two lines."""
    if not _LONG_WORD.search(text):
        return text
    from markupsafe import Markup

    # Joining escapes each piece.
    return Markup("<wbr>").join(text[at : at + _PIECE] for at in range(0, len(text), _PIECE))


@cache
def _style(name: str) -> str:
    return (_HERE / f"{name}.css").read_text(encoding="utf-8")


def _running(text: str) -> str:
    """The line at the foot of every sheet of paper, which only a style sheet can put there."""
    return f'@page{{@bottom-left{{content:"{"".join(map(_in_css, text))}"}}}}'


def _in_css(char: str) -> str:
    return char if char.isascii() and char.isalnum() else f"\\{ord(char):x} "
