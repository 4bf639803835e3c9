"""The formats, one file each, found by walking this folder."""

from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from adhoc_cli.output.formats.api import Format

__all__ = [
    "DEFAULT", "Format", "UnknownFormat", "choose", "ending_of", "endings",
    "for_file", "names",
]  # fmt: skip

DEFAULT = "table"
_SPELLINGS = {"htm": "html", "jsonl": "ndjson", "markdown": "md"}


class UnknownFormat(Exception):  # noqa: N818 - a typing slip of the operator, not an error of ours
    """A name that no format has, and the nearest one."""

    def __init__(self, name: str, suggestion: str | None) -> None:
        super().__init__(name)
        self.name = name
        self.suggestion = suggestion


@cache
def _formats() -> dict[str, Format]:
    modules = (import_module(f"{__name__}.{m.name}") for m in iter_modules(__path__))
    found = [module.FORMAT for module in modules if hasattr(module, "FORMAT")]
    return {one.name: one for one in sorted(found, key=lambda one: one.order)}


def names(command: str = "") -> tuple[str, ...]:
    """The names of the formats that every command has, those for people first; and of those that
    only `command` has."""
    return tuple(name for name, one in _formats().items() if one.fits(command))


def for_file(path: str | None, command: str = "") -> str | None:
    """The name of the format that the ending of a file asks for: the default without one, None for
    an ending that no format of `command` has."""
    ending = ending_of(path)
    known = (_formats()[name] for name in names(command))
    return next((one.name for one in known if one.extension == ending), None) if ending else DEFAULT


def ending_of(path: str | None) -> str:
    """The ending of a file name, in the spelling of the formats; none in "report.2024-06-10"."""
    ending = Path(path or "").suffix.lower().lstrip(".")
    return _SPELLINGS.get(ending, ending) if ending[:1].isalpha() else ""


def endings(command: str = "") -> tuple[str, ...]:
    """The endings of files that `command` can write, each once."""
    return tuple(dict.fromkeys(f".{_formats()[name].extension}" for name in names(command)))


def choose(name: str | None, *, is_terminal: bool) -> Format:
    """The format `name` (the default for None). Off a terminal one for the screen gives way to its
    stand-in. Raises `UnknownFormat`. Whether a command has it is for the caller to look at."""
    known = _formats()
    chosen = known.get((name or DEFAULT).lower())
    if chosen is None:
        from adhoc_cli.text.nearest import nearest

        raise UnknownFormat(str(name), nearest(str(name), known))
    return known[chosen.instead] if chosen.screen and not is_terminal else chosen
