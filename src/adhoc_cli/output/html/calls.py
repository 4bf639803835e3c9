"""What stands on the page of people to call: a card a person, with a button that opens WhatsApp."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Button(NamedTuple):
    """A button that opens WhatsApp."""

    text: str
    href: str


class Card(NamedTuple):
    """One person: the name, as what, the number, what about, a note, and the text line by line."""

    number: int
    name: str
    post: str
    phone: str
    about: str
    note: str
    buttons: Sequence[Button]
    lines: Sequence[str]


class Group(NamedTuple):
    """The people of one kecamatan, with its `name` alone and its `title` in full."""

    name: str
    title: str
    cards: Sequence[Card]


class CallPage(NamedTuple):
    """The whole page. `texts` are its own words."""

    lang: str
    title: str
    about: Sequence[str]
    groups: Sequence[Group]
    told: Sequence[str]
    foot: str
    texts: Mapping[str, str]

    @property
    def style(self) -> str:
        """What the page adds to its style sheet: a choice of one kecamatan hides the others."""
        numbers = range(1, len(self.groups) + 1)
        hidden = (f"#k{n}:checked~.groups .group:not(.g{n}){{display:none}}" for n in numbers)
        lit = (f'#k{n}:checked~nav [for="k{n}"]' for n in range(len(self.groups) + 1))
        return f"{''.join(hidden)}{','.join(lit)}{{background:var(--accent);color:var(--card)}}"
