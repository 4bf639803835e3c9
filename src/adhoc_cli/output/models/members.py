"""`adhoc.members/1`: the roster."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import create_model

from adhoc_cli.models.columns import columns_of
from adhoc_cli.models.rows import Anggota
from adhoc_cli.output.models.base import ITSELF, Count, DatedOut, Each, From, Out
from adhoc_cli.output.models.shared import RegionOut


class _MemberOut(Out):
    """A row of the roster: all columns, or those that `--columns` asks for."""

    file: str
    line: int
    region: RegionOut


def _columns() -> dict[str, Any]:
    """A field a column of the row model; the name of the place may be asked for, too."""
    return dict.fromkeys((*columns_of(Anggota), "nama_wilayah"), (str | int | None, None))


MemberOut = create_model("MemberOut", __base__=_MemberOut, __doc__=_MemberOut.__doc__, **_columns())


class MembersSummaryOut(Out):
    """How many rows are listed, and how many could not be read."""

    members: Annotated[Count, From(lambda found, _: len(found))]
    rejected: Count


class MembersOut(DatedOut):
    """What `adhoc members --format json` says."""

    schema_: Literal["adhoc.members/1"]
    summary: Annotated[MembersSummaryOut, ITSELF]
    unreadable: list[str]
    members: Annotated[Iterable[MemberOut], Each("member"), From(lambda *_: ())]  # type: ignore[valid-type]  # made from the row model, written by the view
