"""`adhoc.offices/1`: several offices, a line each."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from adhoc_cli.output.models.base import Count, DocumentOut, Each, From, OrNone, Out
from adhoc_cli.output.models.shared import TallyOut


class OfficeSumsOut(Out):
    """What is counted in an office, or in all; None where it is not known."""

    people: Count | None
    """Rows of members that were accepted."""
    errors: Count | None
    warnings: Count | None
    bodies: dict[str, TallyOut] | None
    """Seats by body, the secretariats among them."""
    seats: TallyOut | None
    """Seats of the bodies that are no secretariats."""


class OfficeOut(OfficeSumsOut):
    """An office."""

    folder: str
    code: Annotated[str | None, OrNone]
    """The kabupaten or kota that all its places lie in."""
    name: Annotated[str | None, OrNone]
    profile: str | None
    """None where the folder could not be read."""
    reason: Annotated[str | None, OrNone]
    """Why it, or a part of it, could not be read, in the language of the run."""


class RuleCountOut(Out):
    """A rule that failed."""

    code: str
    failed: Count
    offices: Count


class OfficesOut(DocumentOut):
    """What `check`, `quota` and `report` say of many folders with `--format json`."""

    schema_: Literal["adhoc.offices/1"]
    as_of: date
    checked: bool
    """Whether rules were run; else seats alone are counted."""
    unread: Count
    """Folders that could not be read, or not whole."""
    total: OfficeSumsOut
    rules: list[RuleCountOut]
    """Those of most offices first."""
    offices: Annotated[Iterable[OfficeOut], Each("office"), From("offices")]
    """The worst first."""
