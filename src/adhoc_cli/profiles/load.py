"""Profiles and an office's `adhoc.toml`: read, merged, checked. Any fault is a `ConfigError`.

A profile comes with the tool, or is a file of an office (`profil = "psu-2025.toml"`) that may build
on another:

    dasar = "pilkada-2024"                  # a profile of the tool, or a file beside this one
    hapus = ["badan.KPPS", "butir.PPK-04"]  # what of it does not hold: a body, an item, any key

What follows there is laid over it, key for key, as `[ubah]` of `adhoc.toml` is over the profile.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from adhoc_cli.files.folder import NOTHING, Instead
from adhoc_cli.profiles import dated
from adhoc_cli.profiles.faults import ConfigError, Document, check, hints
from adhoc_cli.profiles.inherit import Reading, laid_over, without
from adhoc_cli.profiles.lines import known_part
from adhoc_cli.profiles.model import Profile
from adhoc_cli.profiles.parts import Large, Part, Word
from adhoc_cli.profiles.relative import with_days
from adhoc_cli.profiles.waivers import Setting, Waivers
from adhoc_cli.text.personal import Public, of_an_office
from adhoc_cli.text.words import Lang

__all__ = [
    "DEFAULT", "SETTINGS_FILE", "ConfigError", "Office", "Settings", "is_file", "load_office",
    "load_profile", "profile_names",
]  # fmt: skip

DEFAULT = "pilkada-2024"
SETTINGS_FILE = "adhoc.toml"
# Not importlib.resources: it costs 6 ms, as much as all of the rest here.
_PROFILES = Path(__file__).parent
_CHECKLISTS = _PROFILES / "checklists"
_OVERRIDES = "ubah"
_ENDING = ".toml"


class Letterhead(Part):
    """The lines above what is printed."""

    baris: tuple[Word, ...] = ()

    @property
    def public(self) -> tuple[Public, ...]:
        """The lines as everybody may read them."""
        return tuple(of_an_office(line) for line in self.baris)


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

    profil: Word = DEFAULT  # a name, or a file beside this one
    bahasa: Lang | None = None
    badan: tuple[Word, ...] = ()
    total: Mapping[str, Large] = Field(default_factory=dict)
    aturan: Mapping[Word, Setting] = Field(default_factory=dict)
    pengecualian: Waivers = ()
    kop: Letterhead = Letterhead.model_construct()
    impor: Import = Field(default_factory=Import.model_construct, alias="import")
    ubah: Mapping[str, Any] = Field(default_factory=dict)  # overrides, laid over the profile


class Head(Part):
    """What a profile builds on."""

    dasar: Word | None = None
    hapus: tuple[Word, ...] = ()


@dataclass(frozen=True)
class Office:
    """An office's settings and the profile in force."""

    settings: Settings
    profile: Profile
    own: Document | None = field(default=None, compare=False, repr=False)
    law: Document | None = field(default=None, compare=False, repr=False)

    def fault(self, key: str, params: Mapping[str, Any], path: dated.Path) -> ConfigError:
        """A fault of what `adhoc.toml` says at `path`, for whoever knows more than its shape."""
        if self.own is None:
            return ConfigError(key, params, SETTINGS_FILE)
        return self.own.fault(key, params, path)

    def line(self, path: dated.Path) -> int | None:
        """The line of `adhoc.toml` that says what stands at `path`."""
        return self.own.line(path) if self.own else None

    def place(self, path: dated.Path) -> str | None:
        """The file of this office that says what stands at `path` of the profile, with the line; of
        one that comes with the tool None."""
        if known_part(self.settings.ubah, path) == path:
            return f"{SETTINGS_FILE}:{self.line((_OVERRIDES, *path))}"
        if self.law is None or self.law.reach(path) < len(path):
            return None
        file, line = self.law.place(path)
        return None if file.removesuffix(_ENDING) in profile_names() else f"{file}:{line}"

    def refuse_unsaid(self) -> None:
        """Refuse to work with what stands in for a value that differs from area to area. Raises
        `ConfigError` for the first that this office does not say."""
        unsaid = self._unsaid()
        for first in unsaid:
            first.others = unsaid
            raise first

    def _unsaid(self) -> Iterator[ConfigError]:
        for key in self.profile.wajib:
            if self.place((key,)) is None:
                params = {"key": key, "profile": self.profile.nama}
                yield ConfigError("config.unsaid", params, SETTINGS_FILE)

    @cached_property
    def overridden(self) -> tuple[str, ...]:
        """The keys of the profile that `adhoc.toml` overrides, with dots: `badan.PPS.kursi`."""
        return tuple(".".join(path) for path in _leaves(self.settings.ubah))


def profile_names() -> list[str]:
    """The names of the profiles that come with the tool."""
    return sorted(path.stem for path in _PROFILES.glob(f"*{_ENDING}"))


def is_file(name: str) -> bool:
    """Whether a profile is named by its file."""
    return name.endswith(_ENDING)


def load_profile(name: str, as_of: date | None = None) -> Profile:
    """The profile `name` as it stood on `as_of` (None: with its latest values).

    A name that ends with .toml is a file. Raises `ConfigError` for an unknown or faulty one.
    """
    try:
        return read_profile(_path(name, Path()), Reading(as_of))
    except RecursionError:  # tables in tables, hundreds deep
        raise ConfigError("config.syntax", {"reason": "too_much"}, Path(name).name) from None


def read_profile(path: Path, reading: Reading) -> Profile:
    """The profile in a file. Raises `ConfigError`."""
    return _checked(_document(path, reading), reading)


def load_office(
    folder: Path,
    profile: str | None = None,
    as_of: date | None = None,
    instead: Instead = NOTHING,
) -> Office:
    """The settings of `folder` (defaults where it has no `adhoc.toml`) and their profile; `instead`
    of what lies there, some files as they were.

    `profile` is the choice of the command line and wins. Of values that change over time those in
    force on `as_of` count (None: the latest). Raises `ConfigError`.
    """
    try:
        return read_office(folder, Reading(as_of, instead=instead), profile)
    except RecursionError:  # tables in tables, hundreds deep
        raise ConfigError("config.syntax", {"reason": "too_much"}, SETTINGS_FILE) from None


def read_office(folder: Path, reading: Reading, profile: str | None = None) -> Office:
    """The settings of `folder` and their profile. Raises `ConfigError`."""
    own = reading.read(folder / SETTINGS_FILE, below=(_OVERRIDES,))
    settings = check(Settings, own.tree, own)
    path = _path(profile, Path()) if profile else _path(settings.profil, folder, own, "profil")
    law = _document(path, reading)
    if not settings.ubah:
        office = Office(settings, _checked(law, reading), own, law)
    else:
        if is_file(path.name) and path.parent != _PROFILES:
            _checked(law, reading)  # what is wrong there is not blamed on `adhoc.toml`
        merged = with_days(laid_over(reading.whole(law.tree), settings.ubah))
        profile_in_force = check(Profile, merged, own, (_OVERRIDES,), known=law.tree)
        office = Office(settings, profile_in_force, own, law)
    _known_bodies(office, own)
    return office


def _checked(law: Document, reading: Reading) -> Profile:
    known = law.below.tree if law.below else None
    return check(Profile, with_days(reading.whole(law.tree)), law, known=known)


def _path(name: str, folder: Path, asked_in: Document | None = None, key: str = "") -> Path:
    """Where the profile is that `asked_in` names by its key; a file is looked for from `folder`."""
    # Not Path.exists: of a name that is too long it raises.
    if is_file(name) and os.path.exists(folder / name):  # noqa: PTH110
        return folder / name
    names = profile_names()
    if name not in names:
        params = {"name": name, **hints(name, names)}
        raise (
            asked_in.fault("config.profile", params, (key,))
            if asked_in
            else ConfigError("config.profile", params)
        )
    return _PROFILES / f"{name}{_ENDING}"


def _document(path: Path, reading: Reading, above: tuple[Path, ...] = ()) -> Document:
    own = reading.read(path)
    head = check(Head, {key: own.tree[key] for key in Head.model_fields if key in own.tree}, own)
    below = None
    if head.dasar is not None:
        base = _path(head.dasar, path.parent, own, "dasar")
        chain = (*above, path.resolve())
        if base.resolve() in chain:
            params = {"name": head.dasar}
            raise own.fault("config.profile_circle", params, ("dasar",))
        below = _document(base, reading, chain)
    if path.parent == _PROFILES:
        below = _with_items(path.name, below, reading)
    said = {key: value for key, value in own.tree.items() if key not in Head.model_fields}
    if path.parent != _PROFILES:
        own_name = said.get("nama", "")  # a result says which file its numbers are of
        if isinstance(own_name, str):
            said["nama"] = f"{own_name} ({path.name})" if own_name else path.name
    kept = without(head.hapus, below.tree if below else {}, own)
    return own._replace(tree=laid_over(kept, said), below=below)


def _with_items(file: str, below: Document | None, reading: Reading) -> Document:
    items = reading.read(_CHECKLISTS / file, f"checklists/{file}")
    return items._replace(tree=laid_over(below.tree if below else {}, items.tree), below=below)


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
            raise document.fault("config.body", params, (key, at))


def _leaves(tree: Mapping[str, Any], path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for key, value in tree.items():
        here = (*path, key)
        found += _leaves(value, here) if isinstance(value, Mapping) else [here]
    return found
