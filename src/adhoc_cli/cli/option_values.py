"""What options say, as values: dates, sizes, lists of codes."""

import os
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import MINYEAR, date, datetime
from pathlib import Path

from adhoc_cli.cli.refusal import quoted, refuse
from adhoc_cli.models.dates import read_date
from adhoc_cli.text.days import MONTHS, WIB

_UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40}


def folders_of(arguments: Sequence[Path], option: Path | None) -> Sequence[Path]:
    """The folders at hand: those given, else `--dir`, else the current one; `kab-*` stands for
    those of that name."""
    if arguments and option is not None:
        refuse("usage.two_folders")
    return _fitting(arguments, Path.is_dir) or [option or Path()]


def shown_folder(folder: Path) -> str:
    """The folder as a result names it: as it was typed, the current one by its name."""
    if folder != Path():
        return str(folder)
    try:
        return Path.cwd().name or str(folder)
    except OSError:  # somebody removed it under our feet
        return str(folder)


def day(text: str | None) -> date:
    """The day of `--as-of`; today in Jakarta without it."""
    if text is None:
        return today()
    return date_of(text, "--as-of")


def date_of(text: str, name: str) -> date:
    """The day that the option `name` says."""
    found = read_date(text.strip(), short_years=True)
    if found is None:
        refuse("usage.date", name=name, value=quoted([text]))
    return found


def month(text: str, name: str) -> tuple[int, int]:
    """Year and month that the option `name` says: 2024-08, 08/2024, "Agustus 2024"."""
    words = text.strip().casefold()
    for at, names in enumerate(MONTHS, start=1):
        for one in names:
            words = re.sub(rf"^{one.casefold()}\s+(?=\d{{4}}$)", f"{at}/", words)
    found = re.fullmatch(r"(?P<y>\d{4})-(?P<m>\d{1,2})|(?P<m2>\d{1,2})[/-](?P<y2>\d{4})", words)
    said = found.groupdict("") if found else {}
    year, number = (int(said.get(key, "") + said.get(f"{key}2", "") or 0) for key in "ym")
    if year < MINYEAR or not 1 <= number <= len(MONTHS):
        refuse("usage.month", name=name, value=quoted([text]))
    return year, number


def today() -> date:
    """The day it is in Jakarta, whatever the zone of this machine."""
    return datetime.now(WIB).date()


def size(text: str | None, name: str = "--max-size") -> int | None:
    """Bytes: `500M`, `8G`, `8 GiB`, `1000000`; None where nothing is asked for."""
    if text is None:
        return None
    match = re.fullmatch(r"([0-9]{1,15})\s*([KMGT]?)(?:i?B)?", text.strip(), re.IGNORECASE)
    if match is None or not int(match[1]):
        refuse("usage.size", name=name, value=quoted([text]))
    return int(match[1]) * _UNITS[match[2].upper()]


def split(given: Sequence[str] | None, name: str) -> list[str]:
    """What a repeatable option named, commas and repetitions alike: `--select Q,V --select F`."""
    found = [word for text in given or () for part in text.split(",") if (word := part.strip())]
    if given and not found:  # `--select ,` does not select everything
        refuse("usage.empty", name=name)
    return found


def pairs(given: Sequence[str] | None, name: str) -> dict[str, str]:
    """What a repeatable option set: `--map "NAMA LENGKAP=nama"`; the last `=` is the one meant
    where a header has some itself, and the last word counts for what is set twice."""
    found = {}
    for text in given or ():
        key, sign, value = text.rpartition("=")
        if not (sign and key.strip()):
            refuse("usage.pair", name=name, value=quoted([text]))
        found[key.strip()] = value.strip()
    return found


def at_least_one(number: int | None, name: str) -> int | None:
    """A number of the option `name` that cannot be 0."""
    if number is not None and number < 1:
        refuse("usage.least", name=name, least=1)
    return number


def limit(number: int | None, usual: int) -> int | None:
    """Findings to keep of each rule: `usual` without `--limit`, None for all of them."""
    if number is None:
        return usual
    if number < 0:
        refuse("usage.least", name="--limit", least=0)
    return min(number, sys.maxsize) or None


def expanded(paths: Sequence[Path]) -> list[Path]:
    """Files, of which `*.xlsx` stands for those of that name: the shells of Windows leave it to the
    program. What fits nothing stays as it is, and is told as a file that is not there."""
    return _fitting(paths, _is_theirs)


def _fitting(paths: Sequence[Path], fits: Callable[[Path], bool]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        fitting: list[Path] = []
        if not os.path.lexists(path) and set("*?[") & set(path.name):
            with suppress(OSError, ValueError):  # a name with NUL
                fitting = sorted(filter(fits, path.parent.glob(path.name)))
        found += fitting or [path]
    return found


def _is_theirs(path: Path) -> bool:
    """Whether a file is one of an office: not what Excel lays beside one that it has open."""
    return path.is_file() and not path.name.startswith("~$")
