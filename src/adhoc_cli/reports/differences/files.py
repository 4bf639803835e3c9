"""Rosters to compare: a folder, or one file of members."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from adhoc_cli.files.folder import NOTHING, Instead
from adhoc_cli.models.rows import Anggota
from adhoc_cli.profiles.load import load_office
from adhoc_cli.roster.roster import Roster, load_roster
from adhoc_cli.tables.faults import FaultLog
from adhoc_cli.tables.folder import Folder
from adhoc_cli.tables.read import read_table
from adhoc_cli.tables.source import DEFAULT_LIMIT


def load_either(
    path: Path,
    as_of: date,
    profile: str | None = None,
    limit: int = DEFAULT_LIMIT,
    instead: Instead = NOTHING,
) -> Roster:
    """The roster in the folder `path` (`instead` of what lies there, some files as they were), or
    one of the members in the file `path` alone.

    A file is read with the settings of the folder it stands in (its bodies and their synonyms); no
    place is known by name then. Raises `ConfigError` for faulty settings and `OSError` where there
    is neither a folder nor a file; what is wrong with the contents stands in the roster.
    """
    if path.is_dir() or not path.exists():
        return load_roster(path, as_of, profile, limit, instead)
    office = load_office(path.parent, profile, as_of)
    vocabulary = office.profile.vocabulary()
    members = read_table(Anggota, [(path, path.name)], vocabulary, limit)
    folder = Folder(path, {"anggota": members}, FaultLog(), required=("anggota",))
    return Roster(folder, office, as_of)
