"""The list of law in the head of a letter: statutes, then the KPU's regulations, then its decrees.

A source stands once: the list is read from what the profile and the provisions cite.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from adhoc_cli.profiles.model import Profile
from adhoc_cli.profiles.replacement import Provision
from adhoc_cli.text.lazy import lazy_pattern

_STATUTE = "UU"
KINDS = (_STATUTE, "PKPU", "Kep KPU")
BLANK = "." * 20
# What a body is made of and when: the sources of these values found it, not its pay or its papers.
_FOUNDING = ("kursi", "jabatan", "mulai", "selesai", "perempuan_min")
_NUMBER = lazy_pattern(r"(\d+)/(\d{4})")
# "Kep KPU 475/2024, 476/2024"; "UU 1/2015 (Perppu 1/2014) ps. 18-19 jo. UU 8/2015, UU 10/2016".
_CITED = {
    kind: lazy_pattern(
        rf"\b{kind} \d+/\d{{4}}(?: \(Perppu [^)]*\))?(?: ps\. [\d-]+(?: \(\d+\))?)?(?: jo\.)?"
        rf"(?:,? (?:{kind} )?\d+/\d{{4}})*"
    )
    for kind in KINDS
}
_ASIDE = lazy_pattern(r"\([^)]*\)")
Law = tuple[int, int]  # year, number


def law_of(
    profile: Profile, body: str, provisions: Iterable[Provision], say: Callable[[str, Law], str]
) -> Iterator[str]:
    """The lines of the list for a letter about a body; `say` puts a kind and a number in words. A
    statute holds for all bodies of an election, so it may be named by the sources of another one.
    What none names is a line of dots."""
    own = [*_bases(profile, body), *(one.basis for one in provisions)]
    every = [basis for name in profile.badan for basis in _bases(profile, name)]
    for kind in KINDS:
        found = _cited(kind, own) or (_cited(kind, every) if kind == _STATUTE else [])
        for chain in found:
            first, *changed_by = (say(kind, law) for law in chain)
            yield f"{first} jo. {', '.join(changed_by)}" if changed_by else first
        if not found:
            yield f"{kind} {BLANK}"


def _bases(profile: Profile, body: str) -> Iterator[str]:
    for key, source in profile.badan[body].sumber.items():
        if key in _FOUNDING:
            yield source.dasar


def _cited(kind: str, bases: Iterable[str]) -> list[tuple[Law, ...]]:
    """What is cited of a kind, by year: a statute with those that changed it, others alone."""
    chains: set[tuple[Law, ...]] = set()
    for basis in bases:
        for found in _CITED[kind].findall(basis):
            numbers = _NUMBER.findall(_ASIDE.sub("", found))
            laws = tuple((int(year), int(number)) for number, year in numbers)
            chains.update([laws] if " jo. " in found else [(law,) for law in laws])
    longer = {one: [other for other in chains if len(other) > len(one)] for one in chains}
    return sorted(one for one in chains if not any(set(one) <= {*other} for other in longer[one]))
