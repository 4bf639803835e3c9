"""Progress of coordination: as tables of kecamatan, items, and what is overdue."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from adhoc_cli.checklist.progress import Counts, ItemProgress, KecamatanProgress, Late, Progress
from adhoc_cli.models.codes import is_overseas
from adhoc_cli.models.finding import Region
from adhoc_cli.output.document import Span, Tone
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import CODE, COUNT, DAY, FLAG, WORDS, Field, Table, ratio
from adhoc_cli.output.views.common import Part, if_any, place_fields

_BAR = 10  # characters


# -- for people ------------------------------------------------------------------------------------


def late_table(late: Sequence[Late], speaker: Speaker) -> Table:
    """A row an overdue item at a place."""
    fields = (
        Field(
            "region_code", "region.code", CODE, "title.code",
            sheet=("report.place_code",), under="region_name",
        ),
        Field(
            "region_name", "region.name", title="members.place", wrap=True,
            sheet=("report.place",),
        ),
        Field("kecamatan_code", "kecamatan.code", screen=False),
        Field("kecamatan_name", "kecamatan.name", title="title.kecamatan", screen=False),
        Field("above", lambda one: above(one.region, one.kecamatan, speaker), **ON_PAGE),
        Field("body", "planned.item.badan", screen=False),
        Field("item", "planned.id", CODE, "checklist.item"),
        Field("stakeholders", "roles", WORDS, "checklist.stakeholder", drop=2, wrap=True),
        Field("due", "due.day", DAY, "checklist.last_day", sheet=("report.last_day",)),
        Field(
            "days", "days", COUNT, "checklist.late", sheet=("checklist.late",),
            tone=lambda one: Tone.BAD if one.planned.due.legal else Tone.WARN, drop=1,
        ),
        Field("by_law", "planned.due.legal", FLAG, screen=False, sheet=None),
        Field(
            "basis", lambda one: why_late(one, speaker), title="rules.basis", csv=False,
            tone=lambda one: Tone.BAD if one.planned.due.legal else Tone.DIM, drop=3,
        ),
        Field("scheduled", kind=FLAG, screen=False),
    )  # fmt: skip
    return Table("overdue", fields, lambda: late, keys=2)


# What stands on the page of a report alone, below the name of a place.
ON_PAGE: Mapping[str, Any] = {"screen": False, "csv": False, "sheet": None, "under": "region_name"}


def above(region: Region, kecamatan: Region, speaker: Speaker) -> str:
    """The kecamatan of a desa, "Kec. Bulu", or the country abroad; "" of a kecamatan."""
    if region.code == kecamatan.code:
        return ""
    name = kecamatan.name or kecamatan.code
    return name if is_overseas(region.code) else speaker.say("page.above", name=name)


# Without whom to meet, for the width of a mail.
BRIEF_LATE = ("region_code", "region_name", "item", "due", "days", "basis")


def why_late(late: Late, speaker: Speaker) -> str:
    """Whether the law sets the day, and whether another is set."""
    why = speaker.say("checklist.law" if late.planned.due.legal else "checklist.practice")
    return f"{why}, {speaker.say('checklist.scheduled')}" if late.scheduled else why


def kecamatan_table(progress: Progress, speaker: Speaker) -> Table:
    """The progress of every kecamatan, and of all."""
    fields = (
        *place_fields(),
        *(Field(body, partial(_done, body), _DONE, label=body) for body in progress.totals),
        Field("due", lambda one: _sum(one, "due"), COUNT, "checklist.due", tone=Tone.NOTE, drop=3),
        Field(
            "overdue", lambda one: _sum(one, "overdue"), COUNT, "checklist.overdue", tone=_when_late
        ),
        Field("desa", _desa, _DONE, "checklist.desa_complete", drop=2),
        Field("share", lambda one: _bar(one.bodies.values()), title="checklist.bar", drop=1),
    )
    places = progress.kecamatan
    desa, complete = sum(one.desa for one in places), sum(one.complete for one in places)
    every = Region("", speaker.say("title.total"))
    total = KecamatanProgress(every, progress.totals, desa, complete)
    caption = speaker.say("checklist.legend")
    return Table("kecamatan", fields, lambda: places, [total], caption)


# How many of how many, "12/20", in no colour.
_DONE = ratio("total")._replace(tone=lambda value, wanted: Tone.PLAIN)


def _done(body: str, one: KecamatanProgress) -> tuple[int, int] | None:
    counts = one.bodies.get(body)
    return (counts.done, counts.total) if counts else None


def _desa(one: KecamatanProgress) -> tuple[int, int] | None:
    return (one.complete, one.desa) if one.desa else None


def _sum(one: KecamatanProgress, key: str) -> int:
    return sum(getattr(counts, key) for counts in one.bodies.values())


def _when_late(one: KecamatanProgress) -> Tone:
    late = Tone.BAD if _sum(one, "overdue_by_law") else Tone.WARN
    return late if _sum(one, "overdue") else Tone.DIM


def _bar(counts: Iterable[Counts]) -> Span:
    """The share as a bar, "████░░░░░░ 40%"; never full before everything is done."""
    every = list(counts)
    done, total = sum(one.done for one in every), sum(one.total for one in every)
    share = done / total if total else 0
    full, percent = int(share * _BAR), int(share * 100)
    tone = Tone.GOOD if done == total else Tone.PLAIN
    return Span(f"{'█' * full}{'░' * (_BAR - full)} {percent:3d}%", tone)


def items_table(progress: Progress, speaker: Speaker) -> Table:
    """A row an item, over all its places."""
    basis = {True: "checklist.law", False: "checklist.practice"}
    fields = [
        Field("item", "planned.id", CODE, "checklist.item"),
        Field(
            "stakeholder", "planned.item.pemangku", WORDS, "checklist.stakeholder", wrap=True
        ),
        Field("last_day", "planned.due.day", DAY, "checklist.last_day"),
        Field(
            "basis", lambda one: speaker.say(basis[one.planned.due.legal]), tone=Tone.DIM,
            title="rules.basis", drop=3,
        ),
        Field(
            "done", lambda one: (one.counts.done, one.counts.total), ratio("total"),
            "checklist.bar", tone=_when_done,
        ),
        Field("overdue", "counts.overdue", COUNT, "checklist.overdue", tone=_when_overdue, drop=1),
    ]  # fmt: skip
    if any(one.planned.after for one in progress.items):
        waiting = Field("waiting", lambda one: _waiting(one, speaker), title="checklist.waiting")
        fields.append(waiting._replace(tone=Tone.DIM, drop=2))
    return Table("items", fields, lambda: progress.items)


def _waiting(one: ItemProgress, speaker: Speaker) -> str:
    """What must be done first, and at how many places it is not: "PPK-13 (4)"."""
    count = one.counts.waiting
    return f"{one.planned.after} ({speaker.number(count)})" if count else ""


# For the width of a mail: the longest text last, where it makes no room.
BRIEF_ITEMS = ("item", "last_day", "done", "overdue", "stakeholder")


def _when_done(one: ItemProgress) -> Tone:
    return Tone.GOOD if one.counts.done == one.counts.total else Tone.PLAIN


def _when_overdue(one: ItemProgress) -> Tone:
    if not one.counts.overdue:
        return Tone.DIM
    return Tone.BAD if one.planned.due.legal else Tone.WARN


def progress_parts(progress: Progress, speaker: Speaker) -> Iterator[Part]:
    """What is done, "412 dari 1.216 terlaksana", what is overdue, and how much of it by law."""
    totals = progress.totals.values()
    done, total = sum(one.done for one in totals), sum(one.total for one in totals)
    late, by_law = sum(one.overdue for one in totals), sum(one.overdue_by_law for one in totals)
    numbers = {"count": speaker.number(done), "total": speaker.number(total)}
    tone = Tone.BAD if by_law else Tone.WARN if late else Tone.GOOD
    yield speaker.say("checklist.done_count", **numbers)
    yield Span(speaker.counted("checklist.overdue_count", late), tone)
    yield if_any(speaker, "checklist.by_law_count", by_law, Tone.BAD)
