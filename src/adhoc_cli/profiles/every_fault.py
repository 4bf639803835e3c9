"""Every mistake of a profile or an `adhoc.toml`, not only the first.

A file is read again and again, each time without what was found to be wrong, until nothing is. What
only follows from a mistake that was told is not told: a key that is missing because it is misspelt,
the name of a body that is left out.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from adhoc_cli.files.folder import is_there
from adhoc_cli.profiles import dated
from adhoc_cli.profiles.faults import ConfigError, parse
from adhoc_cli.profiles.inherit import Reading, read
from adhoc_cli.profiles.lines import known_part
from adhoc_cli.profiles.load import SETTINGS_FILE, Office, read_office, read_profile
from adhoc_cli.profiles.relative import is_said

# Without these the rest cannot be told: what is below, or the whole text, is not known.
_LAST = {"config.profile", "config.profile_circle", "config.syntax"}
_MISSING = {"config.missing_key", "config.new_body", "config.new_item"}
_STAND_IN = {
    "nama": "-",
    "judul_id": "-",
    "judul_en": "-",
    "hari_pemungutan_suara": date(2024, 11, 27),
    "badan": {},
}
_NAMED = 2  # badan.PPK, butir.PPK-01: what others may name


@dataclass(frozen=True)
class Faults:
    """The mistakes of a file, in its order, and whether they are `all`: some hide the rest."""

    file: str
    found: tuple[ConfigError, ...]
    all: bool = True


def every_fault(path: Path, also: Callable[[Office], object]) -> Faults:
    """The mistakes of a file, a profile or an `adhoc.toml`, of which `also` knows more. Raises
    `ConfigError` where there is no such file, or it cannot be read."""
    if not is_there(path) and not path.is_symlink():
        raise ConfigError("config.no_file", {}, path.name)
    text = read(path)

    def load(reading: Reading) -> None:
        if path.name != SETTINGS_FILE:
            read_profile(path, reading)
            return
        office = read_office(path.parent, reading)
        also(office)
        office.refuse_unsaid()

    search = _Search(load, path.name)
    complete = [search.on(day) for day in _days(text, path.name)]
    found = sorted(search.found.values(), key=lambda one: (one.file != path.name, one.line or 0))
    return Faults(path.name, tuple(found), all(complete))


def _days(text: str, file: str) -> Iterator[date | None]:
    """The days to read a file on so that each of its dated values is in force once."""
    yield None
    try:
        entries = [*chain.from_iterable(dated.dated_lists(parse(text, file).tree).values())]
    except (ConfigError, RecursionError):
        return
    starts = {entry.get("sejak", date.min) for entry in entries}
    yield from sorted(day for day in starts if type(day) is date)


@dataclass
class _Search:
    """What was found so far, and what is left out for it."""

    load: Callable[[Reading], None]
    file: str
    found: dict[tuple[str, dated.Path, str], ConfigError] = field(default_factory=dict)
    out: dict[str, set[dated.Path]] = field(default_factory=dict)
    stand_in: dict[str, Any] = field(default_factory=dict)

    def on(self, day: date | None) -> bool:
        """Find what is wrong with the values in force on a day; whether that is all of it."""
        while True:
            try:
                self.load(Reading(day, self.out, self.stand_in))
                return True
            except RecursionError:
                faults = [ConfigError("config.syntax", {"reason": "too_much"}, self.file)]
            except ConfigError as error:
                faults = [error, *error.others]
            # A value that must be there need not be in force on every day.
            self._tell([one for one in faults if day is None or one.key not in _MISSING])
            if faults[0].key == "config.unsaid":  # the last that is asked
                return True
            before = {file: frozenset(paths) for file, paths in self.out.items()}
            left = [self._leave_out(one, before) for one in faults]
            if not all(left):
                return False

    def _tell(self, faults: list[ConfigError]) -> None:
        wrong = {(one.file, path) for one in faults if (path := _written(one))}
        wrong |= {(file, path) for file, paths in self.out.items() for path in paths}
        for one in faults:
            if not self._repeats(one) and not _follows(one, {p for f, p in wrong if f == one.file}):
                key = str(one.params.get("key", ""))
                self.found.setdefault((one.file or "", one.at, f"{one.key} {key}"), one)

    def _repeats(self, error: ConfigError) -> bool:
        """Whether a key is missing because it was left out, or misspelt."""
        told = [one for one in self.found.values() if one.file == error.file]
        out = self.out.get(error.file or "", set())
        depth = len(error.at)
        return bool(depth) and (
            any(path[:depth] == error.at[: len(path)] for path in out)
            or any(
                one.at[:-1] == error.at[:-1] and one.params.get("nearest") == error.at[-1]
                for one in told
                if error.key == "config.missing_key"
            )
        )

    def _leave_out(self, error: ConfigError, before: Mapping[str, Collection[dated.Path]]) -> bool:
        """Leave out what is wrong; whether there is more to find without it."""
        if error.key in _LAST or not error.at:
            return False
        file, where = error.file or "", _written(error)
        while where in before.get(file, ()):  # what needs a key that was left out goes as a whole
            where = where[:-1]
        if where:
            self.out.setdefault(file, set()).add(where)
            return True
        key = str(error.at[0])  # one that a profile has to have
        is_new = key in _STAND_IN and key not in self.stand_in
        self.stand_in |= {key: _STAND_IN[key]} if is_new else {}
        return is_new


def _written(error: ConfigError) -> dated.Path:
    """The part of what is wrong that the file says."""
    return tuple(known_part(error.tree, error.at))


def _follows(error: ConfigError, wrong: Collection[dated.Path]) -> bool:
    """Whether something is only wrong because what it names is."""
    expected, said = error.params.get("expected"), error.tree
    for part in _written(error):
        said = said[part]
    if expected == "election_day" and is_said(said):
        days = ("mulai", "hari_pemungutan_suara")
        return any(path[-1] in days and path != error.at for path in wrong)
    names = {path[-1] for path in wrong if len(path) == _NAMED and path != error.at}
    names = {name for name in names if isinstance(name, str)}
    words = (said, *error.at[-1:])  # what is said may be a list
    return expected == "one_of" and any(isinstance(one, str) and one in names for one in words)
