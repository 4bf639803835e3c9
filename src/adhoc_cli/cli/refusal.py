"""Refusing a command line, in the language of the run."""

from __future__ import annotations

from typing import NoReturn

from typer._click.exceptions import UsageError

from adhoc_cli.cli.language import say


class UsageFault(UsageError):  # noqa: N818 - told apart from those of the parser
    """A usage error whose text is already in the language of the run."""


def refuse(key: str, **values: object) -> NoReturn:
    """Refuse with the text of `key`; the command adds its usage line."""
    raise UsageFault(say(key, **values))
