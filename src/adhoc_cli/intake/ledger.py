"""Every change, counted by kind and column, with its first example."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from adhoc_cli.intake.prepare import Step
from adhoc_cli.intake.result import Change, Place, Shown
from adhoc_cli.models.columns import ColumnSpec
from adhoc_cli.models.finding import Personal
from adhoc_cli.text.personal import shortened

_LONGEST = 120  # characters of an example


@dataclass(slots=True)
class _Entry:
    count: int
    step: Step
    where: Place


_Entries = dict[tuple[str, str], _Entry]


class Ledger:
    """Changes that were made, and cells that were kept as they are though somebody will object."""

    def __init__(self, specs: Mapping[str, ColumnSpec]) -> None:
        self._specs = specs
        self._order = {name: position for position, name in enumerate(specs)}
        self._changes: _Entries = {}
        self._kept: _Entries = {}

    def add(self, step: Step, column: str, place: Place) -> None:
        """Count a change of a written row."""
        _add(self._changes, step, column, place)

    def keep(self, step: Step, column: str, place: Place) -> None:
        """Count a cell that was left as it is."""
        _add(self._kept, step, column, place)

    def changes(self) -> tuple[Change, ...]:
        """What was changed, in the order of the columns."""
        return self._listed(self._changes)

    def kept(self) -> tuple[Change, ...]:
        """What was left as it is."""
        return self._listed(self._kept)

    def _listed(self, entries: _Entries) -> tuple[Change, ...]:
        changes = []
        for (key, column), entry in entries.items():
            before = self._shown(column, entry.step.before)
            after = self._shown(column, entry.step.after)
            changes.append(Change(key, column, entry.count, before, after, entry.where))
        return tuple(sorted(changes, key=lambda c: (self._order.get(c.column, 999), -c.count)))

    def _shown(self, column: str, text: str) -> Shown:
        short = text if len(text) <= _LONGEST else f"{shortened(text, _LONGEST)}…"
        spec = self._specs.get(column)
        if spec is None or spec.privacy is None or not text:
            return short
        return Personal(text, spec.privacy)


def _add(entries: _Entries, step: Step, column: str, place: Place) -> None:
    entries.setdefault((step.key, column), _Entry(0, step, place)).count += 1
