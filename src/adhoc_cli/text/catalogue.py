"""The texts of the tool by key, from one file a language: `id.txt` and `en.txt` beside this module.

The texts of a rule stand in the rule's own file. A text is a template: `text.fill` fills it.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.words import Lang

_FOLDER = Path(__file__).parent
_ESCAPE = lazy_pattern(r"\\([bs\\])")
_ESCAPED = {"b": "\b", "s": " ", "\\": "\\"}


@cache
def texts(lang: Lang) -> Mapping[str, str]:
    """All texts in one language, by key; the file is read once, and only for a language spoken.

    What another language than these two lacks is said in Indonesian."""
    own = parse((_FOLDER / f"{lang}.txt").read_text(encoding="utf-8"))
    return own if lang in ("id", "en") else {**texts("id"), **own}


def parse(content: str) -> dict[str, str]:
    """The texts in the content of such a file; how it is written stands at its head."""
    found: dict[str, str] = {}
    key = ""
    for line in content.split("\n"):
        if line.startswith("|"):
            found[key] += f"\n{line[2:]}"
        elif line and not line.startswith("#"):
            key, _, text = line.partition(" = ")
            found[key] = text
    return {key: _unescaped(text) if "\\" in text else text for key, text in found.items()}


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda escape: _ESCAPED[escape[1]], text)
