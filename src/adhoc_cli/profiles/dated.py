"""Values that change over time: written once a change, the one in force on a day is taken.

    [[badan.PPK.kursi]]
    nilai = 3                # from the beginning

    [[badan.PPK.kursi]]
    sejak = 2018-07-23       # MK 31/PUU-XVI/2018
    nilai = 5

`kursi = [{ nilai = 3 }, { sejak = 2018-07-23, nilai = 5 }]` says the same.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

Path = tuple[str | int, ...]
_KEYS = {"sejak", "nilai"}


def is_dated(value: Any) -> bool:
    """Whether `value` is a list of `{sejak, nilai}` tables, faulty ones among them."""
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(entry, Mapping) for entry in value)
        and any(_KEYS & entry.keys() for entry in value)
    )


def dated_lists(tree: Any, path: Path = ()) -> dict[Path, list[Mapping[str, Any]]]:
    """Every dated value of `tree`, by its path."""
    if is_dated(tree):
        return {path: tree}
    found: dict[Path, list[Mapping[str, Any]]] = {}
    if isinstance(tree, Mapping):
        for key, value in tree.items():
            if isinstance(value, dict | list):  # most are texts and numbers
                found |= dated_lists(value, (*path, key))
    return found


def index_in_force(entries: list[Mapping[str, Any]], day: date | None) -> int | None:
    """Which of the checked `entries` counts on `day` (None: the latest); None before the first."""
    starts = [entry.get("sejak", date.min) for entry in entries]
    begun = [start for start in starts if day is None or start <= day]
    return starts.index(max(begun)) if begun else None


def resolved(tree: Any, chosen: Mapping[Path, int | None], path: Path = ()) -> Any:
    """`tree` with every dated value replaced by its entry in `chosen`, or without the key."""
    if not isinstance(tree, Mapping):
        return tree
    plain: dict[str, Any] = {}
    for key, value in tree.items():
        here = (*path, key)
        if here not in chosen:
            plain[key] = resolved(value, chosen, here)
        elif (index := chosen[here]) is not None:
            plain[key] = value[index]["nilai"]
    return plain
