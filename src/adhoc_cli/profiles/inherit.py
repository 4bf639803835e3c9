"""What a profile is put together with: files that are read, values that are in force on a day, and
one tree laid over another, or without what does not hold.
"""

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from adhoc_cli.files.folder import NOTHING, Instead
from adhoc_cli.profiles import dated
from adhoc_cli.profiles.faults import ConfigError, Document, check, dotted, hints, parse
from adhoc_cli.profiles.parts import Day, Part
from adhoc_cli.text.system import reason_of


class _Entry(Part):
    """One entry of a value that changes over time."""

    sejak: Day = date.min
    nilai: Any


def read(path: Path) -> str:
    """The text of `path`, none where there is no such file."""
    if path.is_fifo():  # reading it would wait for ever
        raise ConfigError("config.unreadable", {"reason": "special"}, path.name)
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        if not path.is_symlink():
            return ""
        raise ConfigError("config.unreadable", {"reason": "broken_link"}, path.name) from None
    except OSError as error:
        refused = {PermissionError: "permission", IsADirectoryError: "folder"}
        params = {
            "reason": refused.get(type(error), "system"),
            "said": reason_of(error),
        }
        raise ConfigError("config.unreadable", params, path.name) from None
    return _decoded(data, path.name)


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        params = {"byte": f"0x{data[error.start]:02X}"}
        raise ConfigError("config.not_utf8", params, name, line) from None


class Reading(NamedTuple):
    """How files are read: each value as it stands on `as_of` (None: the latest), without what is
    left `out` of a file, by its name, and with `stand_in` for keys that a profile has to have;
    `instead` of what a file holds, by its name, something else."""

    as_of: date | None = None
    out: Mapping[str, Collection[dated.Path]] = {}
    stand_in: Mapping[str, Any] = {}
    instead: Instead = NOTHING

    def read(self, path: Path, name: str = "", below: dated.Path = ()) -> Document:
        """What a file says, empty where there is none. Raises `ConfigError`."""
        known = path.name in self.instead
        text = _decoded(self.instead[path.name] or b"", path.name) if known else read(path)
        document = parse(text, name or path.name)
        out = self.out.get(document.file, ())
        if out:
            document = document._replace(tree=left_out(document.tree, out), out=out)
        return in_force(document, self.as_of, below)

    def whole(self, tree: Mapping[str, Any]) -> Mapping[str, Any]:
        """The tree of a profile with what stands in."""
        return {**self.stand_in, **tree}


def left_out(tree: Any, paths: Collection[dated.Path], here: dated.Path = ()) -> Any:
    """`tree` without what stands at `paths`."""
    if isinstance(tree, Mapping):
        kept = {key: value for key, value in tree.items() if (*here, key) not in paths}
        return {key: left_out(value, paths, (*here, key)) for key, value in kept.items()}
    if isinstance(tree, list):
        every = enumerate(tree)
        return [left_out(one, paths, (*here, n)) for n, one in every if (*here, n) not in paths]
    return tree


def in_force(document: Document, as_of: date | None, below: dated.Path = ()) -> Document:
    """`document` with each value below `below` that changes over time as it stands on `as_of`."""
    tree: Any = document.tree
    for part in below:
        tree = tree.get(part)
    chosen: dict[dated.Path, int | None] = {}
    for path, entries in dated.dated_lists(tree, below).items():
        _check_entries(document, path, entries)
        chosen[path] = dated.index_in_force(entries, as_of)
    if not chosen:
        return document
    return document._replace(tree=dated.resolved(document.tree, chosen), chosen=chosen)


def _check_entries(document: Document, path: dated.Path, entries: list[Mapping[str, Any]]) -> None:
    days = [
        check(_Entry, entry, document, (*path, index)).sejak for index, entry in enumerate(entries)
    ]
    for index, day in enumerate(days):
        if day in days[:index]:
            params = {"key": dotted((*path, "sejak")), "expected": "days_apart"}
            raise document.fault("config.value", params, (*path, index))


def without(paths: tuple[str, ...], tree: Mapping[str, Any], own: Document) -> Mapping[str, Any]:
    """`tree` without what is at `paths`; with a body go its items, and those its term dates."""
    for index, path in enumerate(paths):
        keys = tuple(part.strip(" \"'") for part in path.split("."))
        try:
            tree = _dropped(tree, keys)
        except KeyError as error:
            params = {"name": path, **hints(str(error.args[0]), error.args[1])}
            raise own.fault("config.nothing_to_drop", params, ("hapus", index)) from None
        if keys[0] == "badan" and len(keys) == 2:
            tree = {**tree, "butir": _of_others(tree.get("butir", {}), keys[1])}
    return tree


def _of_others(items: Any, body: str) -> Any:
    """The items that are neither for a body nor dated by its term."""
    if not isinstance(items, Mapping):
        return items
    return {name: item for name, item in items.items() if body not in _bodies_of(item)}


def _bodies_of(item: Any) -> list[Any]:
    if not isinstance(item, Mapping):
        return []
    limit = item.get("batas")
    dates = limit if isinstance(limit, Mapping) else {}
    return [item.get("badan"), *(dates.get(key) for key in ("sebelum", "sampai", "pelantikan"))]


def _dropped(tree: Mapping[str, Any], keys: tuple[str, ...]) -> Mapping[str, Any]:
    """`tree` without a key. Raises `KeyError` with the one that is not there and all there are."""
    first, *rest = keys
    if not isinstance(tree, Mapping) or first not in tree:
        raise KeyError(first, list(tree) if isinstance(tree, Mapping) else [])
    if rest:
        return _without_source(tree, first) | {first: _dropped(tree[first], tuple(rest))}
    return {key: value for key, value in _without_source(tree, first).items() if key != first}


def _without_source(tree: Mapping[str, Any], key: str) -> dict[str, Any]:
    return _sourced(tree, {key: None}) | {k: v for k, v in tree.items() if k != "sumber"}


def laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """`above` laid over `below`, key for key. What it changes loses the source that it had: the law
    does not say that."""
    merged = dict(below) | _sourced(below, above)
    for key, value in above.items():
        old = merged.get(key)
        both = isinstance(old, Mapping) and isinstance(value, Mapping)
        merged[key] = laid_over(old, value) if both else value  # type: ignore[arg-type]  # both are
    return merged


def _sourced(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """The sources of `below` that hold with the changes of `above`, where it has any."""
    sources, given = below.get("sumber"), above.get("sumber", {})
    if not isinstance(sources, Mapping) or not isinstance(given, Mapping):
        return {}
    if isinstance(sources.get("dasar"), str):  # one source, of all that stands beside it
        return {} if given or not above.keys() - {"aktif"} else {"sumber": None}
    return {"sumber": {k: s for k, s in sources.items() if k in given or k not in above}}
