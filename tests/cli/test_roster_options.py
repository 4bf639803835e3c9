"""A command is declared once: the shared options by their names, its own ones beside them."""

from __future__ import annotations

import inspect

import pytest

from adhoc_cli.cli import options
from adhoc_cli.cli.options import Limit, Short
from adhoc_cli.cli.roster_options import RosterOptions, roster_command

_GIVEN: list[tuple[RosterOptions, int | None, bool]] = []


@roster_command("directory", "limit", ..., "fail_on")
def sample(shared: RosterOptions, *, limit: Limit = 7, short: Short = False) -> int:
    _GIVEN.append((shared, limit, short))
    return 0


def test_the_order_is_the_one_that_is_named() -> None:
    assert list(inspect.signature(sample).parameters) == ["directory", "limit", "short", "fail_on"]


def test_an_own_option_stands_for_the_shared_one_of_its_name() -> None:
    sample(limit=3)
    shared, limit, short = _GIVEN.pop()
    assert (limit, short) == (3, False)
    assert shared.limit == 20, "the shared one was not typed"


def test_without_a_word_every_default_counts() -> None:
    sample()
    shared, limit, _ = _GIVEN.pop()
    assert limit == 7
    assert (shared.fail_on, shared.bodies, shared.region) == ("error", [], None)


def test_an_option_that_nobody_declared_is_no_option() -> None:
    with pytest.raises(KeyError, match="colour"):
        roster_command("colour")(lambda shared: 0)


def test_the_formats_are_those_of_the_command() -> None:
    for command, form in (("members", "vcf"), ("report", "html"), ("quota", "plain")):
        (info,) = options.format_of(command).annotation.__metadata__
        assert form in info.metavar
