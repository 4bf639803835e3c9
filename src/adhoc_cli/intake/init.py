"""`adhoc init`: a roster folder made of the reference of places and a profile."""

import csv
import errno
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from adhoc_cli.files.folder import NewFile, is_there, write_new
from adhoc_cli.intake.settings_text import settings_text
from adhoc_cli.models.codes import within
from adhoc_cli.models.columns import RowModel, columns_of
from adhoc_cli.models.place_rows import Desa, Kecamatan
from adhoc_cli.models.rows import Anggota
from adhoc_cli.places.country import Kabupaten, desa_of, kecamatan_of
from adhoc_cli.profiles.load import SETTINGS_FILE
from adhoc_cli.profiles.model import Body, Profile
from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.system import reason_of, write_refusal
from adhoc_cli.text.words import Lang

_KECAMATAN, _DESA, _MEMBERS = "kecamatan.csv", "desa.csv", "anggota-{}.csv"
# What the reader of rosters takes for a file of members.
_MEMBER_FILE = lazy_pattern(r"anggota(-.*)?\.csv", re.IGNORECASE)
# Columns that are of use to some bodies only; every other column of the model is to all.
_OF_USE: Mapping[str, Callable[[Body], bool]] = {
    "desa": lambda body: body.level == "desa",
    "kecamatan": lambda body: body.level != "kabupaten",
    "tps": lambda body: body.unit == "tps",
    "divisi": lambda body: bool(body.divisi),
    "peringkat": lambda body: body.cadangan > 0,
}

Row = Mapping[str, str]


@dataclass(eq=False)  # not frozen: Python sets the traceback of an exception on its way
class InitRefused(Exception):  # noqa: N818 - a state of the operator's disk, not an error of ours
    """Why no folder is made, and nothing was written. The texts are `init.refused.…`.

    `in_the_way` (files: the names that are taken), `parent_missing`, `not_a_folder`, `link`,
    `no_permission`, `no_space`, `system` (reason: what the system said), `seats_without_places`.
    """

    key: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class InitPlan:
    """What `write_init` will write: nothing is on the disk yet.

    `places` counts kecamatan, desa, kelurahan and desa adat; `seats` the seats that the profile
    gives each body of the member files, laid out as rows where `with_seats`.
    """

    folder: Path
    kabupaten: Kabupaten | None
    profile: str
    with_seats: bool
    places: Mapping[str, int]
    seats: Mapping[str, int]
    files: tuple[NewFile, ...]


@dataclass(frozen=True, slots=True)
class _Unit:
    """A place with seats: its code, and the names that stand beside it."""

    code: str
    names: Row


def plan_init(
    folder: Path,
    kabupaten: Kabupaten | None,
    profile: Profile,
    *,
    with_seats: bool = False,
    lang: Lang = "id",
    named: str | None = None,
) -> InitPlan:
    """The roster folder of `kabupaten` (None: region files with a header only) under `profile`.

    `with_seats` lays out one row for each seat, without a name; `lang` is the language of the
    comments in `adhoc.toml`, `named` how that names the profile, if not by the profile's own name.
    Raises `InitRefused` where the folder cannot be made, or a file of these names is already there.
    """
    if with_seats and kabupaten is None:
        raise InitRefused("seats_without_places")
    places, regions = _region_files(kabupaten)
    units = _units(kabupaten)
    seats = {
        name: sum(body.seats_in(unit.code).min for unit in _with_body(body, units[body.unit]))
        for name, body in bodies_to_fill(profile).items()
        if body.unit in units
    }
    members = _member_files(profile, units if with_seats else {})
    settings = settings_text(kabupaten, profile, places, seats, lang, named or profile.nama)
    files = (*regions, *members, NewFile(SETTINGS_FILE, settings.encode(), 0, private=False))
    _look_around(folder, files)
    return InitPlan(folder, kabupaten, profile.nama, with_seats, places, seats, files)


def write_init(plan: InitPlan) -> InitPlan:
    """Make the folder and write the files: all, or none; what was written. Raises `InitRefused`."""
    _look_around(plan.folder, plan.files)
    made = False
    try:
        made = _make(plan.folder)
        write_new(plan.folder, plan.files)
    except BaseException as error:
        if made:
            with suppress(OSError):  # somebody else may have put something there
                plan.folder.rmdir()
        if isinstance(error, OSError):
            raise _refusal(error, plan.folder) from None
        raise
    return plan


def bodies_to_fill(profile: Profile) -> dict[str, Body]:
    """The bodies that get a member file: those that always stand, and their secretariats."""
    standing = {name for name, body in profile.badan.items() if body.selalu}
    return {
        name: body
        for name, body in profile.badan.items()
        if name in standing or body.sekretariat_dari in standing
    } or dict(profile.badan)


def member_columns(bodies: Iterable[Body]) -> list[str]:
    """The columns of a member file of these bodies: those of the model that are of use to any.

    The names of the place stand behind its code, where whoever fills in the row looks for them.
    """
    bodies = list(bodies)
    names = [name for name in columns_of(Anggota) if name not in ("desa", "kecamatan")]
    after = names.index("kode_wilayah") + 1
    names[after:after] = ["desa", "kecamatan"]
    return [name for name in names if any(map(_OF_USE.get(name, lambda _: True), bodies))]


def seat_roles(body: Body, code: str = "") -> list[str]:
    """The roles of a unit's least seats: the least of each role, the rest where there is room."""
    seats = body.seats_in(code).min
    counts = {role: least for role, (least, _) in body.jabatan.items()}
    for role, (_, most) in body.jabatan.items():
        room = seats - sum(counts.values())
        counts[role] += max(0, min(room, most - counts[role]))
    return [role for role, count in counts.items() for _ in range(count)][:seats]


def _with_body(body: Body, units: Iterable[_Unit]) -> list[_Unit]:
    """The units that have the body."""
    return [
        unit
        for unit in units
        if not any(within(unit.code, place) for place in body.kecuali)
        if not body.hanya or any(within(unit.code, place) for place in body.hanya)
    ]


# -- files -----------------------------------------------------------------------------------------


def _region_files(kabupaten: Kabupaten | None) -> tuple[dict[str, int], list[NewFile]]:
    """How many places there are of each kind, and the two files that list them."""
    kecamatan = kecamatan_of(kabupaten) if kabupaten else ()
    desa = desa_of(kabupaten) if kabupaten else ()
    listed = [
        {"kode": d.code, "nama": d.name, "jenis": d.kind, "kode_kecamatan": d.kecamatan}
        for d in desa
    ]
    files = [
        _csv(_KECAMATAN, _header(Kecamatan), [{"kode": k.code, "nama": k.name} for k in kecamatan]),
        _csv(_DESA, _header(Desa), listed),
    ]
    return {"kecamatan": len(kecamatan), **Counter(d.kind for d in desa)}, files


def _header(model: type[RowModel]) -> list[str]:
    return list(columns_of(model))


def _units(kabupaten: Kabupaten | None) -> dict[str, list[_Unit]]:
    """The places that hold seats, by level. TPS are not in the reference."""
    if kabupaten is None:
        return {}
    names = {k.code: k.name for k in kecamatan_of(kabupaten)}
    desa = [
        _Unit(d.code, {"desa": d.name, "kecamatan": names[d.kecamatan]}) for d in desa_of(kabupaten)
    ]
    return {
        "kabupaten": [_Unit(kabupaten.code, {})],
        "kecamatan": [_Unit(code, {"kecamatan": name}) for code, name in names.items()],
        "desa": desa,
    }


def _member_files(profile: Profile, units: Mapping[str, list[_Unit]]) -> list[NewFile]:
    """A file for each body, one for all secretariats; a row for each seat in `units`."""
    grouped: dict[str, dict[str, Body]] = {}
    for name, body in bodies_to_fill(profile).items():
        grouped.setdefault(_file_name(name, body), {})[name] = body
    return [
        _csv(file, member_columns(bodies.values()), list(_seat_rows(bodies, units)), private=True)
        for file, bodies in grouped.items()
    ]


def _file_name(name: str, body: Body) -> str:
    plain = "sekretariat" if body.is_secretariat else re.sub(r"[^a-z0-9]+", "-", name.lower())
    return _MEMBERS.format(plain.strip("-"))


def _seat_rows(bodies: Mapping[str, Body], units: Mapping[str, list[_Unit]]) -> Iterable[Row]:
    for name, body in bodies.items():
        for unit in _with_body(body, units.get(body.unit, ())):
            for role in seat_roles(body, unit.code):
                yield {"badan": name, "jabatan": role, "kode_wilayah": unit.code, **unit.names}


def _csv(name: str, header: list[str], rows: list[Any], *, private: bool = False) -> NewFile:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, header, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return NewFile(name, text.getvalue().encode(), len(rows), private)


# -- the folder ------------------------------------------------------------------------------------


def _look_around(folder: Path, files: Iterable[NewFile]) -> None:
    """Raise `InitRefused` where `folder` cannot take `files`."""
    try:
        taken = _entries(folder)
    except OSError as error:
        raise _refusal(error, folder) from None
    # The reader of rosters does not look at case, and reads every file of members.
    names = {file.name.lower() for file in files}
    if found := [n for n in taken if n.lower() in names or _MEMBER_FILE.fullmatch(n)]:
        raise InitRefused("in_the_way", {"files": tuple(found)})


def _entries(folder: Path) -> list[str]:
    """The names in `folder`, none where it is still to be made."""
    if folder.is_symlink():  # what is written through it lands elsewhere
        raise InitRefused("link", {"folder": str(folder)})
    if is_there(folder):
        return sorted(entry.name for entry in folder.iterdir())
    if not folder.absolute().parent.is_dir():
        raise InitRefused("parent_missing", {"folder": str(folder.parent)})
    return []


def _make(folder: Path) -> bool:
    """Make `folder` where it does not exist; whether it was made."""
    try:
        folder.mkdir()
    except FileExistsError:
        return False
    return True


def _refusal(error: OSError, folder: Path) -> InitRefused:
    if error.errno == errno.EEXIST:  # it came between looking and writing
        name = Path(error.filename2 or error.filename or folder).name
        return InitRefused("in_the_way", {"files": (name,)})
    is_file = error.errno == errno.ENOTDIR
    key = "not_a_folder" if is_file else write_refusal(error) or "system"
    return InitRefused(key, {"folder": str(folder), "reason": reason_of(error)})
