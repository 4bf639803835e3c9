"""One rule, with rosters on which it passes and fails; or one item of coordination."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from adhoc_cli.checklist.items import Planned, plan
from adhoc_cli.models.finding import Basis
from adhoc_cli.profiles.load import Office
from adhoc_cli.profiles.told import with_law
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.examples import AS_OF, Example, base_tables
from adhoc_cli.rules.sources import Cited, cited_by, together
from adhoc_cli.text.words import Words

What = Literal[
    "change", "drop", "add", "without", "replace", "file", "absent", "settings", "option"
]
# Of a file that an example gives whole, as much as shows what it is.
_SHOWN = 400


@dataclass(frozen=True, slots=True)
class Change:
    """How an example differs from a complete and faultless roster, in one place.

    `cells` are the columns and texts of a row, `text` what stands in the file, or the option of
    the command; `right` is what the row says in the faultless roster, by column.
    """

    what: What
    file: str
    line: int | None = None
    cells: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    right: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shown:
    """An example: its changes (none: the faultless roster), and where the rule finds something."""

    changes: tuple[Change, ...]
    at: tuple[tuple[str | None, int | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Explained:
    """A rule and its examples; `why` says the numbers of the profile in use."""

    rule: Rule
    why: Words
    passes: tuple[Shown, ...]
    fails: tuple[Shown, ...]
    cited: tuple[Cited, ...] = ()

    @property
    def basis(self) -> Basis:
        """What the rule rests on under the profile in use."""
        return together([one.basis for one in self.cited], self.rule)


def explain_rule(rule: Rule, office: Office) -> Explained:
    """What `adhoc explain` says about a rule in an office: with its numbers and their sources."""
    return Explained(
        rule,
        with_law(rule.why, office.profile),
        tuple(map(_shown, rule.passes)),
        tuple(map(_shown, rule.fails)),
        cited_by(rule, office),
    )


def explain_item(name: str, office: Office) -> Planned:
    """What an active item of coordination asks for in an office."""
    (planned,) = plan(office.profile, items=(name,))
    return planned


def _shown(example: Example) -> Shown:
    return Shown(tuple(_changes(example)), example.at)


def _changes(example: Example) -> Iterator[Change]:
    for place, cells in example.change.items():
        yield Change("change", *_place(place), cells, right=_row(place))
    for place in example.drop:
        yield Change("drop", *_place(place), right=_row(place))
    for kind, rows in example.add.items():
        for row in rows:
            yield Change("add", f"{kind}.csv", cells={k: v for k, v in row.items() if v})
    for kind, columns in example.without.items():
        yield Change("without", f"{kind}.csv", text=", ".join(columns))
    for kind, (old, new) in example.replace.items():
        yield Change("replace", f"{kind}.csv", cells={"": _text(old)}, text=_text(new))
    for name, data in example.files.items():
        yield Change("absent", name) if data is None else Change("file", name, text=_text(data))
    if example.settings:
        yield Change("settings", "adhoc.toml", text=example.settings)
    for option in _options(example):
        yield Change("option", "adhoc check", text=option)


def _options(example: Example) -> Iterator[str]:
    if example.profile:
        yield f"--profile {example.profile}"
    if example.as_of != AS_OF:
        yield f"--as-of {example.as_of.isoformat()}"
    if example.limit is not None:
        yield f"--max-size {example.limit}"


def _place(text: str) -> tuple[str, int]:
    kind, _, line = text.partition(":")
    return f"{kind}.csv", int(line)


def _row(place: str) -> Mapping[str, str]:
    """What stands on a line of the faultless roster."""
    kind, _, line = place.partition(":")
    return base_tables()[kind][int(line) - 2]


def _text(data: bytes) -> str:
    """The bytes as text; one that is not UTF-8 is shown as \\xE9."""
    text = data[:_SHOWN].decode("utf-8", "backslashreplace")
    return f"{text}…" if len(data) > _SHOWN else text
