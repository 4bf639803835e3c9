"""`adhoc.report/1`: the state of the office."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, Literal

from adhoc_cli.output.models.base import ITSELF, Count, DocumentOut, Each, From, Out, Plain
from adhoc_cli.output.models.bimtek import TurnoutOut
from adhoc_cli.output.models.check import FindingOut, FoundOut, InputOut, RuleOut, WaiverOut
from adhoc_cli.output.models.checklist import (
    CountsOut,
    ItemProgressOut,
    KecamatanProgressOut,
    LateOut,
)
from adhoc_cli.output.models.quota import BodyOut, HeadsOut
from adhoc_cli.output.models.shared import (
    RegionOut,
    TallyOut,
    TextsOut,
    UncountedOut,
    UnitOut,
)
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.reports.overview.deadlines import Kind
from adhoc_cli.reports.overview.overview import Overview


class ReportSummaryOut(FoundOut):
    """The true numbers of findings, and the seats of every body."""

    part = "report", FoundOut
    bodies: Annotated[dict[str, TallyOut], From("seats.totals")]


class NewsCountsOut(Out):
    """The true numbers, also where fewer are listed."""

    new: Count
    solved: Count
    still_open: Count
    unseen: Count
    waived: Count


class NewOut(Out):
    """A finding that the report before did not have."""

    code: str
    region: RegionOut | None
    body: str | None
    file: str | None
    line: int | None
    message: Annotated[str, From(lambda finding, speaker: speaker.message(finding))]


class KnownOut(Out):
    """A finding as it is remembered."""

    code: str
    region: RegionOut | None
    body: str | None
    since: date
    days: int


class CountedOut(Out):
    """A rule with too many findings to be told apart: only their number is compared."""

    code: str
    before: Count
    now: Count


class NewsOut(Out):
    """Today's findings beside those of the report before."""

    since: date | None
    """The day of the report before; None for a first one, in which everything is new."""
    counts: NewsCountsOut
    oldest: date | None
    """The day on which the oldest that is still open was first seen."""
    profile_before: str | None
    """The profile of the report before, where it is another."""
    new: list[NewOut]
    solved: list[KnownOut]
    still_open: list[KnownOut]
    """The oldest first."""
    unseen: list[KnownOut]
    """Neither solved nor open: their rule could not look at them today."""
    waived: list[KnownOut]
    """Still there, and `adhoc.toml` accepts them now."""
    counted: list[CountedOut]


class BodyHeadsOut(HeadsOut, BodyOut):
    """The people of one body."""

    least_share: float | None
    """The share of women that the profile asks for."""


class WomenMenOut(Out):
    """Women and men, of all bodies and of each."""

    total: Annotated[HeadsOut, From("heads.total")]
    bodies: Annotated[list[BodyHeadsOut], From(lambda one, speaker: [*_women_men(one, speaker)])]
    nameless: Annotated[Count, From("heads.nameless")]
    rejected: Annotated[Count, From("heads.rejected")]


def _women_men(one: Overview, speaker: Speaker) -> Iterable[dict[str, Any]]:
    for body in one.heads.bodies:
        given = {"body": body.body, "least_share": one.women_least.get(body.body)}
        yield BodyHeadsOut.values_of(body.total, speaker, **given)


class SecretariatOut(Out):
    """A body of support over all its units."""

    body: str
    parent: str
    units: Count
    complete: Count
    required: Count
    filled: Count
    deadline: date | None
    days_left: int | None
    """Negative behind the deadline."""


class TrainingOut(Out):
    """How many of a body were trained."""

    body: str
    members: Count
    trained: Count
    due: bool
    deadline: date | None


class EventDayOut(TurnoutOut):
    """All sessions of one name on one day; a public report has none."""

    part = "turnout", TurnoutOut
    name: str
    day: date
    held: bool
    bodies: list[str]
    sessions: Count


class PointOut(Out):
    """How many items were done at the end of a day."""

    day: date
    done: Count


class TimelineOut(Out):
    """Done items over time."""

    total: Count
    points: list[PointOut]
    """Days on which the number of done items changed."""


class CoordinationOut(Out):
    """How far coordination is."""

    bodies: Annotated[dict[str, CountsOut], From("progress.totals")]
    items: Annotated[list[ItemProgressOut], From("progress.items")]
    timeline: TimelineOut


class AheadOut(Out):
    """A day that comes."""

    day: date
    days_left: int
    kind: Kind
    subject: Plain
    """A body, an item, the code of a waiver, or in both languages what a stage is called."""
    by_law: bool
    open: Count | None
    """Places that have not done the item."""


class _KecamatanBody(Out):
    kecamatan: Annotated[RegionOut | None, From("region")]
    """None: units of a kecamatan that is not listed."""
    body: str


class SeatsOut(TallyOut, _KecamatanBody):
    """The seats of a body in a kecamatan."""

    part = "numbers", TallyOut


class _BodyKecamatan(BodyOut):
    kecamatan: Annotated[RegionOut, From("region")]


class WomenMenKecamatanOut(HeadsOut, _BodyKecamatan):
    """The people of a body in a kecamatan."""

    part = "numbers", HeadsOut


class ReportFindingOut(FindingOut):
    """A finding, and whether it is new."""

    new: bool | None
    """None where nothing was compared, or only the number of its rule."""
    since: date | None
    """The day on which it was first seen."""


class ReportOut(DocumentOut):
    """What `adhoc report --format json` says."""

    schema_: Literal["adhoc.report/1"]
    profile: Annotated[str, From("report.profile")]
    title: TextsOut
    """The election."""
    as_of: date
    audience: Annotated[
        Literal["internal", "public"], From(lambda one, _: "public" if one.public else "internal")
    ]
    """A public report holds nothing about any person."""
    folder: str | None
    """As it was typed; None in a public report."""
    command: str | None
    """Makes the same report again; None in a public report."""
    letterhead: list[str]
    inputs: Annotated[list[InputOut], From("report.inputs")]
    summary: Annotated[ReportSummaryOut, ITSELF]
    news: NewsOut | None
    """None where nothing was compared."""
    women_men: Annotated[WomenMenOut, ITSELF]
    secretariats: list[SecretariatOut]
    training: list[TrainingOut]
    events: list[EventDayOut]
    """Empty without `bimtek.csv`."""
    coordination: CoordinationOut | None
    """None where nothing was recorded, or where the places or the journal cannot be read."""
    deadlines: list[AheadOut]
    """The nearest first."""
    uncounted: Annotated[list[UncountedOut], From("gaps.uncounted")]
    seats: Annotated[Iterable[SeatsOut], Each("seats"), From("seats.rows")]
    gaps: Annotated[Iterable[UnitOut], Each("gap"), From("gaps.units")]
    """Every unit with a vacant seat."""
    women_men_kecamatan: Annotated[
        Iterable[WomenMenKecamatanOut], Each("women_men"), From("heads.rows")
    ]
    coordination_kecamatan: Annotated[
        Iterable[KecamatanProgressOut],
        Each("coordination"),
        From(lambda one, _: one.coordination.progress.kecamatan if one.coordination else ()),
    ]
    overdue: Annotated[
        Iterable[LateOut],
        Each("overdue"),
        From(lambda one, _: one.coordination.progress.overdue() if one.coordination else ()),
    ]
    rules: Annotated[Iterable[RuleOut], Each("rule"), From("report.rules")]
    waivers: Annotated[Iterable[WaiverOut], Each("waiver"), From("report.waivers")]
    findings: Annotated[Iterable[ReportFindingOut], Each("finding")]
    """Empty in a public report; `rules` has the numbers."""
