"""Profiles and an office's `adhoc.toml`: read, merged, checked. Any fault is a `ConfigError`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from adhoc_cli.profiles import dated
from adhoc_cli.profiles.faults import ConfigError, Document, check, dotted, hints, parse
from adhoc_cli.profiles.model import Profile
from adhoc_cli.profiles.parts import Day, Large, Part, Word
from adhoc_cli.profiles.waivers import Setting, Waivers

__all__ = [
    "DEFAULT", "SETTINGS_FILE", "ConfigError", "Office", "Settings", "load_office", "load_profile",
    "profile_names",
]  # fmt: skip

DEFAULT = "pilkada-2024"
SETTINGS_FILE = "adhoc.toml"
# Not importlib.resources: it costs 6 ms, as much as all of the rest here.
_PROFILES = Path(__file__).parent
_CHECKLISTS = _PROFILES / "checklists"
_OVERRIDES = "ubah"


class Letterhead(Part):
    """The lines above what is printed."""

    baris: tuple[Word, ...] = ()


class SourceFiles(Part):
    """How files of a name are imported: `pola` is that name, with `*` for any text in it."""

    pola: Word
    sebagai: Word
    nama: Word | None = None
    pengodean: Word | None = None
    tersembunyi: Literal["refuse", "take", "skip"] | None = None
    dicoret: Literal["refuse", "take", "skip"] | None = None
    lembar: tuple[Word, ...] = ()
    kolom: tuple[Word, ...] = ()
    isi: Mapping[str, str] = Field(default_factory=dict)
    peta: Mapping[str, str] = Field(default_factory=dict)
    nilai: Mapping[str, str] = Field(default_factory=dict)


class Import(Part):
    """What `adhoc import` keeps of the files of this office: headers and the columns they are
    (`peta`), and by column the words that its cells say for others (`nilai`)."""

    peta: Mapping[str, str] = Field(default_factory=dict)
    berkas: tuple[SourceFiles, ...] = ()
    nilai: Mapping[str, Mapping[str, str]] = Field(default_factory=dict)


class Settings(Part):
    """`adhoc.toml` of a roster folder."""

    profil: Word = DEFAULT
    bahasa: Literal["id", "en"] | None = None
    badan: tuple[Word, ...] = ()
    total: Mapping[str, Large] = Field(default_factory=dict)
    aturan: Mapping[Word, Setting] = Field(default_factory=dict)
    pengecualian: Waivers = ()
    kop: Letterhead = Letterhead()
    impor: Import = Field(default_factory=Import, alias="import")
    ubah: Mapping[str, Any] = Field(default_factory=dict)  # overrides, laid over the profile


class _Entry(Part):
    """One entry of a value that changes over time."""

    sejak: Day = date.min
    nilai: Any


@dataclass(frozen=True)
class Office:
    """An office's settings and the profile in force."""

    settings: Settings
    profile: Profile
    own: Document | None = field(default=None, compare=False, repr=False)

    def fault(self, key: str, params: Mapping[str, Any], path: dated.Path) -> ConfigError:
        """A fault of what `adhoc.toml` says at `path`, for whoever knows more than its shape."""
        return ConfigError(key, params, SETTINGS_FILE, self.line(path))

    def line(self, path: dated.Path) -> int | None:
        """The line of `adhoc.toml` that says what stands at `path`."""
        return self.own.line(path) if self.own else None

    @cached_property
    def overridden(self) -> tuple[str, ...]:
        """The keys of the profile that `adhoc.toml` overrides, with dots: `badan.PPS.kursi`."""
        return tuple(".".join(path) for path in _leaves(self.settings.ubah))


def profile_names() -> list[str]:
    """The names of the profiles that come with the tool."""
    return sorted(path.stem for path in _PROFILES.glob("*.toml"))


def load_profile(name: str, as_of: date | None = None) -> Profile:
    """The profile `name` as it stood on `as_of` (None: with its latest values).

    Raises `ConfigError` for an unknown or faulty one.
    """
    document = _profile(name, as_of)
    return check(Profile, document.tree, document)


def load_office(folder: Path, profile: str | None = None, as_of: date | None = None) -> Office:
    """The settings of `folder` (defaults where it has no `adhoc.toml`) and their profile.

    `profile` is the choice of the command line and wins. Of values that change over time those in
    force on `as_of` count (None: the latest). Raises `ConfigError`.
    """
    try:
        return _office(folder, profile, as_of)
    except RecursionError:  # tables in tables, hundreds deep
        raise ConfigError("config.syntax", {"reason": "too_much"}, SETTINGS_FILE) from None


def _office(folder: Path, profile: str | None, as_of: date | None) -> Office:
    own = _in_force(parse(_read(folder / SETTINGS_FILE), SETTINGS_FILE), as_of, (_OVERRIDES,))
    settings = check(Settings, own.tree, own)
    law = _profile(profile, as_of) if profile else _profile(settings.profil, as_of, own)
    if not settings.ubah:
        office = Office(settings, check(Profile, law.tree, law), own)
    else:
        merged = _merged(law.tree, settings.ubah)
        checked = check(Profile, merged, own, (_OVERRIDES,), known=law.tree)
        office = Office(settings, _sources_of_the_rest(checked, settings.ubah), own)
    _known_bodies(office, own)
    return office


def _read(path: Path) -> str:
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
            "said": os.strerror(error.errno or 0),
        }
        raise ConfigError("config.unreadable", params, path.name) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        params = {"byte": f"0x{data[error.start]:02X}"}
        raise ConfigError("config.not_utf8", params, path.name, line) from None


def _profile(name: str, as_of: date | None, asked_in: Document | None = None) -> Document:
    names = profile_names()
    if name not in names:
        params = {"name": name, **hints(name, names)}
        place = (asked_in.file, asked_in.line(("profil",))) if asked_in else ()
        raise ConfigError("config.profile", params, *place)
    file = f"{name}.toml"
    law = _in_force(parse((_PROFILES / file).read_text(encoding="utf-8"), file), as_of)
    items = _in_force(parse(_read(_CHECKLISTS / file), f"checklists/{file}"), as_of)
    return replace(law, tree={**items.tree, **law.tree})


def _in_force(document: Document, as_of: date | None, below: dated.Path = ()) -> Document:
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
    return replace(document, tree=dated.resolved(document.tree, chosen), chosen=chosen)


def _check_entries(document: Document, path: dated.Path, entries: list[Mapping[str, Any]]) -> None:
    days = [
        check(_Entry, entry, document, (*path, index)).sejak for index, entry in enumerate(entries)
    ]
    for index, day in enumerate(days):
        if day in days[:index]:
            params = {"key": dotted((*path, "sejak")), "expected": "days_apart"}
            raise ConfigError("config.value", params, document.file, document.line((*path, index)))


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        both = isinstance(old, Mapping) and isinstance(value, Mapping)
        merged[key] = _merged(old, value) if both else value  # type: ignore[arg-type]  # both are
    return merged


def _sources_of_the_rest(profile: Profile, ubah: Mapping[str, Any]) -> Profile:
    """`profile` without the sources of what `ubah` overrides: the law does not say that."""
    bodies = dict(profile.badan)
    for name, changes in ubah.get("badan", {}).items():
        kept = _still_true(bodies[name].sumber, changes)
        bodies[name] = bodies[name].model_copy(update={"sumber": kept})
    kept = _still_true(profile.sumber, ubah)
    items = dict(profile.butir)
    for name, changes in ubah.get("butir", {}).items():
        if "sumber" not in changes and changes.keys() - {"aktif"}:
            items[name] = items[name].model_copy(update={"sumber": None})
    return profile.model_copy(update={"badan": bodies, "butir": items, "sumber": kept})


def _still_true(sources: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    given = changes.get("sumber", {})
    return {key: s for key, s in sources.items() if key in given or key not in changes}


def _known_bodies(office: Office, document: Document) -> None:
    """Refuse a body in `badan` or `total` that the profile does not have."""
    settings, bodies = office.settings, office.profile.badan
    named: list[dated.Path] = [("badan", index) for index in range(len(settings.badan))]
    named += [("total", name) for name in settings.total]
    for key, at in named:
        name = settings.badan[at] if isinstance(at, int) else at
        if name not in bodies:
            params = {"key": str(key), "name": name, **hints(name, list(bodies))}
            if meant := office.profile.vocabulary().body(name):
                params["nearest"] = meant  # "linmas" is KETERTIBAN, "ppk" PPK
            raise ConfigError("config.body", params, document.file, document.line((key, at)))


def _leaves(tree: Mapping[str, Any], path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for key, value in tree.items():
        here = (*path, key)
        found += _leaves(value, here) if isinstance(value, Mapping) else [here]
    return found
