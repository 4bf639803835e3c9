"""What a finding rests on: the source of the very value of the profile that its rule used.

A value stands once, in the profile, and so does its source. An office that changes a number in
`adhoc.toml`, or in a profile of its own, is cited with the source that it gives, else with the line
of that file: the law does not say that number.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from adhoc_cli.models.finding import Basis, Finding
from adhoc_cli.profiles.load import Office
from adhoc_cli.rules.api import Rule
from adhoc_cli.text.words import Words

_LEAST_SURE_LAST = "ABCIXD"
ITEM = "butir"
_SUCCESSION = "penggantian"


class Cited(NamedTuple):
    """A value that a rule uses: of which body, its key (or the coordination item), its source."""

    body: str
    key: str
    basis: Basis


def basis_of(rule: Rule, office: Office, body: str | None, item: str | None) -> Basis:
    """What a finding of a rule about a body, or a coordination item of it, rests on."""
    keys = ((item if key == ITEM else None, key) for key in rule.uses)
    found = (_cited(office, body or "", key, item) for item, key in keys)
    return together([one.basis for one in found if one], rule)


def item_of(finding: Finding) -> str | None:
    """The coordination item that a finding names, where it names one."""
    item = finding.params.get("item")
    return item if isinstance(item, str) else None


def cited_by(rule: Rule, office: Office) -> tuple[Cited, ...]:
    """Every value of the office's profile that a rule uses, in the order of the bodies."""
    return tuple(_all_cited(rule, office))


def together(bases: Iterable[Basis], rule: Rule) -> Basis:
    """Several sources as one, as sure as the least sure of them; none: the rule's own text."""
    several = list(dict.fromkeys(bases))
    if not several:
        return Basis(rule.basis)
    levels = [one.level for one in several if one.level]
    return Basis(
        Words(
            "; ".join(dict.fromkeys(one.words.id for one in several)),
            "; ".join(dict.fromkeys(one.words.en for one in several)),
        ),
        max(levels, key=_LEAST_SURE_LAST.index, default=None),
        of_profile=True,
    )


def _all_cited(rule: Rule, office: Office) -> Iterator[Cited]:
    profile = office.profile
    for body, part in profile.badan.items():
        for key in rule.uses if rule.of(part) else ():
            items = [name for name, one in profile.checklist.active.items() if one.badan == body]
            for item in items if key == ITEM else [None]:
                if one := _cited(office, body, key, item):
                    yield one


def _cited(office: Office, body: str, key: str, item: str | None) -> Cited | None:
    """A value and its source; None where the profile does not have it."""
    if item is not None:
        basis = _of_item(office, item)
        return Cited(body, item, basis) if basis else None
    if body not in office.profile.badan:
        return None
    basis = _of_succession(office, body) if key == _SUCCESSION else _of_value(office, body, key)
    return Cited(body, key, basis) if basis else None


def _of_value(office: Office, body: str, key: str) -> Basis | None:
    part = office.profile.badan[body]
    if key not in part.model_fields_set:
        return None
    source = part.sumber.get(key)
    return _sourced(source.dasar, source.tingkat) if source else _own(office, "badan", body, key)


def _of_item(office: Office, name: str) -> Basis | None:
    item = office.profile.butir.get(name)
    if item is None:
        return None
    source = item.sumber
    return _sourced(source.dasar, source.tingkat) if source else _own(office, ITEM, name)


def _of_succession(office: Office, body: str) -> Basis | None:
    """The provision on how a seat is filled, of a body whose seats go by rank."""
    succession = office.profile.successions[body]
    if not succession.by_rank:
        return None
    method = succession.method
    said = "; ".join(filter(None, (method.basis, method.source)))
    return _sourced(said, method.level) if said else _own(office, "badan", body, _SUCCESSION)


def _sourced(said: str, level: str | None) -> Basis:
    return Basis(Words(said, said), level, of_profile=True)


def _own(office: Office, *path: str) -> Basis | None:
    """The line of the office's own file that says a value; None where none does."""
    place = office.place(path)
    if place is None:
        return None
    said = Words(f"angka kantor ini sendiri ({place})", f"this office's own number ({place})")
    return Basis(said, of_profile=True)
