"""The row of one person, found by what is typed: a name, a NIK, or where the row stands."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import NamedTuple

from adhoc_cli.models.names import name_key
from adhoc_cli.reports.members import list_members
from adhoc_cli.roster.roster import Roster
from adhoc_cli.text.lazy import lazy_pattern

_WHERE = lazy_pattern(r"(.+\.csv):([0-9]{1,9})", re.IGNORECASE)
_NIK = lazy_pattern(r"[0-9]{16}")
_LAST_DIGITS = lazy_pattern(r"[0-9]{4}")
_NEAR = 5  # names that are offered


class Found(NamedTuple):
    """The rows that fit, and those that may be meant where none does."""

    rows: Sequence[int]
    near: Sequence[int] = ()


def find_person(roster: Roster, place: str, word: str, bodies: Sequence[str] = ()) -> Found:
    """The accepted rows of `bodies` in the place, or within it, that `word` names.

    `word` is a name without regard to titles and case, all or some words of it; a NIK, or its last
    four digits; or FILE:LINE. Near are those of the name elsewhere, else of names like it.
    """
    rows = _rows(roster, place, bodies)
    found = _fitting(roster, rows, word)
    if found:
        return Found(found)
    elsewhere = [row for row in _rows(roster, None, bodies) if _key(roster, row) == name_key(word)]
    names = {_key(roster, row): row for row in reversed(rows)}
    near = [names[key] for key in get_close_matches(name_key(word), names, n=_NEAR)]
    return Found((), (elsewhere or near)[:_NEAR])


def _rows(roster: Roster, place: str | None, bodies: Sequence[str]) -> list[int]:
    rows: list[int] = list_members(roster, region=place, bodies=bodies).named_rows.tolist()
    return rows


def _fitting(roster: Roster, rows: Sequence[int], word: str) -> list[int]:
    members = roster.members
    if where := _WHERE.fullmatch(word):
        return [row for row in rows if members.where(row) == (where[1], int(where[2]))]
    if _NIK.fullmatch(word):
        return [row for row in rows if members.value("nik", row) == word]
    if _LAST_DIGITS.fullmatch(word):
        return [row for row in rows if str(members.value("nik", row) or "").endswith(word)]
    key = name_key(word)
    if exact := [row for row in rows if _key(roster, row) == key]:
        return exact
    words = set(key.split())
    return [row for row in rows if words and words <= set(_key(roster, row).split())]


def _key(roster: Roster, row: int) -> str:
    return name_key(roster.members["nama"].text(row))
