"""Women and men, secretariats and training: counts of people, nobody's name."""

from collections.abc import Callable, Iterator

from adhoc_cli.models.report import PlaceRow
from adhoc_cli.output.document import Span, Tone, section
from adhoc_cli.output.html.page import Bar
from adhoc_cli.output.html.pictures import bar
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import COUNT, DAY, LEFT, NAME, PERCENT, WORDS, Field, Table, ratio
from adhoc_cli.output.views.headcount import heads_table
from adhoc_cli.output.views.report.reported import Reported, remark
from adhoc_cli.output.views.report.topics.seats import by_place, number_field
from adhoc_cli.output.views.report.topics.topic import Blocks, Sheets, Topic
from adhoc_cli.reports.headcount import Headcount
from adhoc_cli.reports.overview.overview import Overview


def women_men_table(heads: Headcount, speaker: Speaker) -> Table:
    """A row a body and kecamatan."""
    fields = (
        number_field("women", "report.women"),
        number_field("men", "report.men"),
        number_field("unknown", "heads.unknown", Tone.WARN),
        number_field("total", "heads.total"),
        Field("women_percent", "numbers.women_percent", PERCENT),
    )
    totals = {body.body: body.total for body in heads.bodies}
    return by_place("women_men", fields, [*heads.rows], totals, speaker)


def _women_men(reported: Reported, speaker: Speaker, on_page: bool) -> Blocks:
    one = reported.overview
    if not one.heads.bodies:
        return
    yield section(speaker.say("report.women_men"))
    table = heads_table(one.heads, speaker)
    if not on_page:
        yield table
        return
    least = Field("least", lambda row: _least(one, row, speaker), under="women_percent")
    drawn = table.but("women_percent", bar=lambda row: _bar(one, row))
    yield drawn._replace(fields=(*drawn.fields, least))
    if one.heads.nameless:
        yield remark(speaker.counted("heads.nameless", one.heads.nameless), close=True)


def _bar(one: Overview, row: PlaceRow) -> Bar | None:
    """The share, with a stroke where the profile asks for one."""
    heads, least = row.numbers, one.women_least.get(row.body)
    return bar([(heads.women, "done")], heads.total, mark=least) if heads.total else None


def _least(one: Overview, row: PlaceRow, speaker: Speaker) -> Span | None:
    heads, least = row.numbers, one.women_least.get(row.body)
    if least is None or not heads.total:
        return None
    short = heads.women < least * heads.total
    text = speaker.say(f"page.people.{'short' if short else 'reached'}", least=f"{100 * least:.0f}")
    return Span(text, Tone.WARN if short else Tone.DIM)


def _sheet(reported: Reported, speaker: Speaker) -> Iterator[Table]:
    yield women_men_table(reported.overview.heads, speaker)


def _percent(reported: Reported, speaker: Speaker) -> Span:
    return Span(PERCENT.text(reported.overview.heads.total.women_percent, speaker))


WOMEN_MEN = Topic(
    "perempuan", "report.women_men", _women_men, _sheet, _percent, nothing="page.people.none"
)


# -- secretariats and training ---------------------------------------------------------------------


def secretariats_table(one: Overview) -> Table:
    """A row a secretariat's body."""
    fields = (
        Field("body", title="members.badan", sheet=("report.body",)),
        Field(
            "complete", lambda row: (row.complete, row.units), ratio("units"),
            sheet=("report.units", "report.complete", "report.share"),
        ),
        Field(
            "filled", lambda row: (row.filled, row.required), ratio("required"), "report.people",
            sheet=("quota.required", "quota.filled"),
        ),
        Field("deadline", "deadline", DAY, "report.last_day"),
        Field("days_left", kind=LEFT),
    )  # fmt: skip
    return Table("secretariats", fields, lambda: one.secretariats)


def training_table(one: Overview, speaker: Speaker) -> Table:
    """A row a body with a training."""
    not_due = Span(speaker.say("report.not_due"), Tone.DIM)
    fields = (
        Field("body", title="members.badan", sheet=("report.body",)),
        Field(
            "trained", lambda row: (row.trained, row.members), ratio("members"),
            sheet=("report.members", "report.trained", "report.share"),
        ),
        Field(
            "last_day", lambda row: row.deadline or (None if row.due else not_due), DAY,
            sheet=None,
        ),
        Field("deadline", kind=DAY, screen=False, sheet=("report.last_day",)),
        Field("status", lambda row: None if row.due else not_due, screen=False),
    )  # fmt: skip
    return Table("training", fields, lambda: one.training)


def events_table(one: Overview) -> Table:
    """A row a day and name of an event."""
    fields = (
        Field("day", "day", DAY, "turnout.day"),
        Field("event", "name", NAME, "turnout.event", wrap=True),
        Field("bodies", "bodies", WORDS, "turnout.for"),
        Field("expected", "turnout.expected", COUNT, "turnout.expected"),
        Field("present", "turnout.present", COUNT, "turnout.present"),
        Field("absent", "turnout.absent", COUNT, "turnout.absent", tone=Tone.BAD),
        Field("unknown", "turnout.unknown", COUNT, "turnout.unknown", tone=Tone.WARN),
    )
    return Table("events", fields, lambda: one.events)


def _secretariats(reported: Reported, speaker: Speaker, on_page: bool) -> Blocks:
    if reported.overview.secretariats:
        yield section(speaker.say("report.secretariats"))
        yield secretariats_table(reported.overview)


def _training(reported: Reported, speaker: Speaker, on_page: bool) -> Blocks:
    if reported.overview.training:
        yield section(speaker.say("report.training"))
        yield training_table(reported.overview, speaker)
    if reported.overview.events:
        yield events_table(reported.overview)


def _tables(blocks: Callable[[Reported, Speaker, bool], Blocks]) -> Sheets:
    """The tables that people read, as sheets."""

    def sheets(reported: Reported, speaker: Speaker) -> Iterator[Table]:
        return (one for one in blocks(reported, speaker, False) if isinstance(one, Table))

    return sheets


SECRETARIATS = Topic(
    "sekretariat", "report.secretariats", _secretariats, _tables(_secretariats),
    nothing="page.support.no_secretariat",
)  # fmt: skip
TRAINING = Topic(
    "bimtek", "report.training", _training, _tables(_training), nothing="page.support.no_training"
)
