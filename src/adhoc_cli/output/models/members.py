"""`adhoc.members/1`: the roster."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Literal

from pydantic import create_model

from adhoc_cli.models.columns import columns_of
from adhoc_cli.models.rows import Anggota
from adhoc_cli.output.models.base import Count, DatedOut, Each, Out
from adhoc_cli.output.models.shared import RegionOut
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import Items
from adhoc_cli.reports.members import Members


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

    members: Count
    rejected: Count


class MembersOut(DatedOut):
    """What `adhoc members --format json` says."""

    schema_: Literal["adhoc.members/1"]
    summary: MembersSummaryOut
    unreadable: list[str]
    members: Annotated[Iterable[MemberOut], Each("member")]  # type: ignore[valid-type]  # made from the row model

    @classmethod
    def of_columns(
        cls, source: Members, speaker: Speaker, columns: Sequence[str], **given: Any
    ) -> dict[str, Any]:
        """The document, the columns of a member in the order in which they were asked for."""
        data = cls.data(source, speaker, **given)
        keys = (*_MemberOut.model_fields, *columns)
        listed = data["members"]
        ordered = ({key: one[key] for key in keys} for one in listed.items)
        return {**data, "members": Items(listed.type, ordered)}
