"""Days that a profile says by another day: "H-23", before voting day, or "pelantikan+7".

H is voting day; "pelantikan" the oath of the body itself (for an item, of its body), "pelantikan
PPK" that of another one. They become days once a profile is put together, so that what builds on it
moves them with its own voting day.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from adhoc_cli.text.lazy import lazy_pattern

_SAID = lazy_pattern(
    r"(?P<from>H|pelantikan(?: (?P<body>[^+-]+?))?) ?(?:(?P<sign>[+-]) ?(?P<days>[0-9]{1,4}))?"
)
_OF_A_BODY = ("mulai", "selesai", "usia_pada")

_Resolve = Callable[[Any], Any]


def is_said(value: Any) -> bool:
    """Whether a value says a day by another one."""
    return isinstance(value, str) and _SAID.fullmatch(value) is not None


def with_days(tree: Mapping[str, Any]) -> dict[str, Any]:
    """`tree` with the days that are said so; what cannot be told stays, for the model to refuse."""

    def of(body: str | None, seen: tuple[str | None, ...] = ()) -> _Resolve:
        return lambda said: _day(said, body, seen)

    def _day(said: Any, body: str | None, seen: tuple[str | None, ...]) -> Any:
        found = _SAID.fullmatch(said) if isinstance(said, str) else None
        if found is None:
            return said
        owner = found["body"] or body
        start = tree.get("hari_pemungutan_suara")
        if found["from"] != "H":
            oath = _at(tree, "badan", owner, "mulai")
            start = None if owner in seen else of(owner, (*seen, owner))(oath)
        return _moved(start, found["sign"], found["days"], said)

    kinds: dict[str, Callable[[str, Any], Any]] = {
        "badan": lambda name, body: _body(body, of(name)),
        "tahapan": lambda _, stage: _with(stage, _OF_A_BODY, of(None)),
        "butir": lambda _, item: _item(item, of),
    }
    return {key: _each(part, kinds[key]) if key in kinds else part for key, part in tree.items()}


def _moved(start: Any, sign: str | None, days: str | None, said: str) -> Any:
    if not isinstance(start, date):
        return said
    try:
        return start + timedelta(days=int(f"{sign or ''}{days or 0}"))
    except OverflowError:
        return said


def _body(body: Any, day: _Resolve) -> Any:
    body = _with(body, _OF_A_BODY, day)
    if not isinstance(body, Mapping) or "setempat" not in body:
        return body
    return {**body, "setempat": _each(body["setempat"], lambda _, one: _with(one, _OF_A_BODY, day))}


def _item(item: Any, of: Callable[[str | None], _Resolve]) -> Any:
    limit = _at(item, "batas")
    if not isinstance(limit, Mapping) or "tanggal" not in limit:
        return item
    return {**item, "batas": _with(limit, ("tanggal",), of(item.get("badan")))}


def _with(part: Any, keys: tuple[str, ...], day: _Resolve) -> Any:
    if not isinstance(part, Mapping):
        return part
    return {**part, **{key: day(part[key]) for key in keys if key in part}}


def _each(table: Any, change: Callable[[str, Any], Any]) -> Any:
    if not isinstance(table, Mapping):
        return table
    return {name: change(name, part) for name, part in table.items()}


def _at(tree: Any, *path: str | None) -> Any:
    for part in path:
        tree = tree.get(part) if isinstance(tree, Mapping) else None
    return tree
