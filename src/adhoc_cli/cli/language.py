"""What this run says, in the language it speaks."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from adhoc_cli.output.safe import safe
from adhoc_cli.text.language import NO_CHOICE, Choice, choose
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.words import Lang

_SETTINGS_FILE = "adhoc.toml"


@dataclass
class _Run:
    """The arguments of this run and the language they led to. One run speaks one language; typer
    has no way to hand it to help texts and errors."""

    arguments: Sequence[str] = ()
    choice: Choice = NO_CHOICE


_run = _Run()


def speak(arguments: Sequence[str]) -> None:
    """Take the language that the arguments, the environment or the folder at hand ask for."""
    _run.arguments = arguments
    follow(Path())


def follow(folder: Path) -> None:
    """Speak as `adhoc.toml` of `folder` says, unless `--lang` or ADHOC_LANG decided."""
    _run.choice = choose(_run.arguments, os.environ)
    if _run.choice.origin not in ("option", "environment"):
        _run.choice = choose(_run.arguments, os.environ, _language_of(folder))


def lang() -> Lang:
    """The language spoken now."""
    return _run.choice.lang


def say(key: str, /, **values: object) -> str:
    """The text of `key` in the language spoken now, with `values` filled in."""
    return translator().say(key, **values)


def translator() -> Translator:
    """What says texts in the language spoken now."""
    return _Messages(lang(), verbose=verbose())


class _Messages(Translator):
    """Says what a terminal shows as it is: a text from outside is masked first, and then stands on
    one line with nothing that a terminal obeys."""

    def free(self, text: str) -> str:
        return safe(text)


def verbose() -> bool:
    """Whether --verbose asks for what only a technician understands."""
    return asked_for("--verbose")


def asked_for(flag: str) -> bool:
    """Whether `flag` stands among the arguments; for the options that every command accepts."""
    before = list(_run.arguments)
    return flag in (before[: before.index("--")] if "--" in before else before)


def _language_of(folder: Path) -> str | None:
    """What `bahasa` in the folder's `adhoc.toml` says; None where that cannot be told.

    What is wrong with the file is for `load_office` to find, and to say in this language.
    """
    file = folder / _SETTINGS_FILE
    try:
        if not file.is_file():  # opening a named pipe would wait for ever
            return None
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        return None
    import tomllib

    try:
        said = tomllib.loads(text).get("bahasa")
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, str) else None
