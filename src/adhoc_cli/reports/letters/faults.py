"""What is wrong with a template, as data."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from adhoc_cli.reports.letters.contents import names_of, of_parts
from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.nearest import nearest
from adhoc_cli.text.translator import Translator

# What a template may stumble over when it is filled in, beside what Jinja says itself.
STUMBLES = (
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)


@dataclass(eq=False)  # not frozen: Python sets the traceback of an exception on its way
class TemplateFault(Exception):  # noqa: N818 - the fault is the template's
    """A template of the office that cannot be used (exit 2).

    `key` names its text, `params` are its data; `file` is as in the roster folder
    ("templat/whatsapp.id.txt") or as it was typed, `line` the line in it where one is known; of a
    Word file `params` may name the `paragraph`.
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
        params = {"name": "", **{name: str(value) for name, value in self.params.items()}}
        said = {
            part: translator.say(f"template.{part}", **params) if params.get(part) else ""
            for part in ("nearest", "known", "paragraph")
        }
        text = translator.say(self.key, **params, hint=said["nearest"])
        return "".join((text, said["paragraph"], said["known"]))


_UNKNOWN_TAG = lazy_pattern(r"Encountered unknown tag '([^']*)'")
_UNCLOSED = lazy_pattern(r"(?i)unexpected '?end of template|missing end of")
_INNERMOST = lazy_pattern(r"innermost block that needs to be closed is '([^']*)'")
_NO_FILTER = lazy_pattern(r"No (?:filter|test) named '([^']*)'")


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


def run_fault(error: Exception, given: Iterable[str]) -> tuple[str, dict[str, Any]]:
    """Key and params for what stopped a template while it was filled in; `given` are the names
    of the letter that it could use."""
    from jinja2 import TemplateNotFound, UndefinedError
    from jinja2.exceptions import SecurityError

    if isinstance(error, SecurityError):
        return "template.forbidden", {}
    if isinstance(error, UndefinedError):
        return "template.undefined", _undefined(error, given)
    if isinstance(error, TemplateNotFound):
        return "template.missing", {"name": error.name or ""}
    return "template.failed", {"name": type(error).__name__}


def _undefined(error: Exception, given: Iterable[str]) -> dict[str, str]:
    """The name that a template asked for, the one that may be meant, and those that there are."""
    quoted = re.findall(r"'([^']+)'", str(error))
    name = quoted[-1] if quoted else ""
    owner = re.search(r"\.(\w+) object' has no attribute", str(error))
    known = names_of(owner[1]) if owner else tuple(given)
    pool = [one for one in (*known, *of_parts()) if one != name]
    return {"name": name, "nearest": nearest(name, pool) or "", "known": ", ".join(known)}
