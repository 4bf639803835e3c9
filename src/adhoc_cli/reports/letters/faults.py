"""What is wrong with a template, as data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from adhoc_cli.text.nearest import nearest
from adhoc_cli.text.translator import Translator


@dataclass(eq=False)  # not frozen: Python sets the traceback of an exception on its way
class TemplateFault(Exception):  # noqa: N818 - the fault is the template's
    """A template of the office that cannot be used (exit 2).

    `key` names its text, `params` are its data; `file` is as in the roster folder
    ("templat/whatsapp.id.txt"), `line` the line in it where one is known.
    """

    key: str
    params: Mapping[str, Any]
    file: str
    line: int | None = None

    @property
    def place(self) -> str:
        """`templat/whatsapp.id.txt:3`."""
        return self.file if self.line is None else f"{self.file}:{self.line}"

    def said(self, translator: Translator) -> str:
        """What is wrong, without the file and line that stand before it."""
        near = self.params.get("nearest")
        params = {
            "name": "",
            **{name: str(value) for name, value in self.params.items()},
            "hint": translator.say("template.hint", nearest=near) if near else "",
        }
        return translator.say(self.key, **params)


_UNKNOWN_TAG = re.compile(r"Encountered unknown tag '([^']*)'")
_UNCLOSED = re.compile(r"(?i)unexpected '?end of template|missing end of")
_INNERMOST = re.compile(r"innermost block that needs to be closed is '([^']*)'")
_NO_FILTER = re.compile(r"No (?:filter|test) named '([^']*)'")


def syntax_fault(said: str, filters: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Key and params for what the parser said, in English prose that stays here."""
    if found := _NO_FILTER.search(said):
        name = found[1]
        return "template.unknown_filter", {"name": name, "nearest": nearest(name, filters) or ""}
    if _UNCLOSED.search(said):
        inner = _INNERMOST.search(said)
        return "template.unclosed", {"name": inner[1] if inner else "…"}
    if found := _UNKNOWN_TAG.search(said):
        return "template.unknown_tag", {"name": found[1]}
    return "template.syntax", {}
