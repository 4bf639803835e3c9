"""The numbers in force, each with its source."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from adhoc_cli.profiles.calendar import Calendar, calendar_of
from adhoc_cli.profiles.checklist import Kantor
from adhoc_cli.profiles.load import DEFAULT, Office, load_profile, profile_names
from adhoc_cli.profiles.model import Body, Profile, Seats
from adhoc_cli.profiles.parts import Part, Source
from adhoc_cli.text.words import Words

# What is said elsewhere (title, name), or is spelling and no number.
_NOT_VALUES = {
    "nama", "wajib", "judul_id", "judul_en", "badan", "tahapan", "butir", "ketentuan", "sumber",
    "sinonim", "divisi_sinonim",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ProfileEntry:
    """A profile that comes with the tool."""

    name: str
    title: Words
    voting_day: date
    bodies: tuple[str, ...]
    default: bool


@dataclass(frozen=True, slots=True)
class Value:
    """One number in force: its key in the body (None: in the profile), what it is, whence it comes.

    `value` is plain JSON; `overridden` tells that the folder's `adhoc.toml` set it.
    """

    body: str | None
    key: str
    value: Any
    source: Source | None = None
    overridden: bool = False


@dataclass(frozen=True, slots=True)
class BodyValues:
    """The numbers of one body, or of the office itself."""

    name: str
    title: Words
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class ProfileValues:
    """The numbers of one profile as they stand on a day."""

    name: str
    title: Words
    calendar: Calendar
    values: tuple[Value, ...]
    bodies: tuple[BodyValues, ...]

    @property
    def every(self) -> Iterator[Value]:
        """The profile's own values, then those of its bodies."""
        yield from self.values
        for body in self.bodies:
            yield from body.values


def list_profiles() -> tuple[ProfileEntry, ...]:
    """The profiles that come with the tool. Raises `ConfigError` for a faulty one."""
    return tuple(_entry(name) for name in profile_names())


def _entry(name: str) -> ProfileEntry:
    profile = load_profile(name)
    voting_day, bodies = profile.hari_pemungutan_suara, tuple(profile.badan)
    return ProfileEntry(name, _title(profile), voting_day, bodies, name == DEFAULT)


def profile_values(office: Office, as_of: date) -> ProfileValues:
    """The numbers of an office's profile."""
    profile = office.profile
    changed = frozenset(office.overridden)
    return ProfileValues(
        profile.nama,
        _title(profile),
        calendar_of(profile, as_of),
        (*_values(profile, None, changed), *_stages(profile, changed)),
        (
            *(_of_body(profile, name, changed) for name in profile.badan),
            *_of_office(profile, changed),
        ),
    )


def _of_body(profile: Profile, name: str, changed: frozenset[str]) -> BodyValues:
    body = profile.badan[name]
    values = (*_values(body, name, changed), *_items(profile, name, changed))
    return BodyValues(name, _title(body), values)


def _of_office(profile: Profile, changed: frozenset[str]) -> Iterator[BodyValues]:
    """What the office itself has to agree with others, at its kabupaten."""
    if (own := profile.kantor) and (items := tuple(_items(profile, own.nama, changed))):
        yield BodyValues(own.nama, _title(own), items)


def _stages(profile: Profile, changed: frozenset[str]) -> Iterator[Value]:
    """The stages that date coordination."""
    for name, stage in profile.tahapan.items():
        days = {"mulai": _plain(stage.mulai)}
        days |= {"selesai": _plain(stage.selesai)} if stage.selesai else {}
        path = f"tahapan.{name}"
        yield Value(None, path, days, stage.sumber, _is_changed(path, changed))


def _items(profile: Profile, body: str, changed: frozenset[str]) -> Iterator[Value]:
    """The coordination items of a body: whom to meet, until when."""
    for name, item in profile.checklist.active.items():
        if item.badan == body:
            limit = item.batas.model_dump(exclude_unset=True, mode="json")
            value = {"pemangku": list(item.pemangku), **limit, "hukum": item.hukum}
            yield Value(body, name, value, item.sumber, _is_changed(f"butir.{name}", changed))


def _is_changed(path: str, changed: frozenset[str]) -> bool:
    return any(one == path or one.startswith(f"{path}.") for one in changed)


def _title(part: Profile | Body | Kantor) -> Words:
    return Words(part.judul_id, part.judul_en)


def _values(part: Profile | Body, body: str | None, changed: frozenset[str]) -> Iterator[Value]:
    prefix = f"badan.{body}." if body else ""
    for key in type(part).model_fields:
        value = getattr(part, key)
        if key in _NOT_VALUES or value in (None, (), {}):
            continue
        path = prefix + key
        yield Value(body, key, _plain(value), part.sumber.get(key), _is_changed(path, changed))


def _plain(value: Any) -> Any:
    """A value of the model as plain JSON: `kursi = 5`, `[0, 2]`, or with its steps."""
    if isinstance(value, Seats):
        return _seats(value)
    if isinstance(value, Part):
        return value.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, tuple):
        pair = len(value) == 2 and all(type(item) is int for item in value)
        return value[0] if pair and value[0] == value[1] else list(value)
    return value


def _seats(seats: Seats) -> Any:
    least_most = seats.min if seats.min == seats.maks else [seats.min, seats.maks]
    if not seats.bila:
        return least_most
    steps = [{"lebih_dari": step.lebih_dari, "kursi": step.kursi} for step in seats.bila]
    return {"kursi": least_most, "atribut": seats.atribut, "bila": steps}
