"""A sign of life while a large folder is read and checked: on a terminal only, gone at the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from adhoc_cli.cli.language import say

if TYPE_CHECKING:
    from adhoc_cli.roster.roster import Roster
    from adhoc_cli.rules.api import Rule
    from adhoc_cli.rules.found import Found

_LARGE = 20 << 20  # bytes of input; below, a check is over before anybody looks


class Watch(NamedTuple):
    """What a command tells: `begin` takes the number of its steps, `step` says that one is done."""

    begin: Callable[[int], None]
    step: Callable[[], None]

    def over(self, rules: Sequence[Rule]) -> tuple[Rule, ...]:
        """The same rules, each telling that it begins."""
        self.begin(len(rules))
        return tuple(replace(rule, check=self._told(rule.check)) for rule in rules)

    def _told(self, check: Callable[[Roster], Found]) -> Callable[[Roster], Found]:
        def told(roster: Roster) -> Found:
            self.step()
            return check(roster)

        return told


@contextmanager
def shown(folder: Path) -> Iterator[Watch]:
    """Show how far a command is while it works on `folder`, where that takes long."""
    if not (sys.stdout.isatty() and sys.stderr.isatty() and _size(folder) > _LARGE):
        yield Watch(lambda _: None, lambda: None)
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say("progress.read"), total=None)
        yield Watch(
            lambda steps: bar.update(task, description=say("progress.rules"), total=steps),
            lambda: bar.advance(task),
        )


def _size(folder: Path) -> int:
    """Bytes of the folder's CSV files."""
    try:
        return sum(file.stat().st_size for file in folder.glob("*.csv"))
    except OSError:
        return 0
