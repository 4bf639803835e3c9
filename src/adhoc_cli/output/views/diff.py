"""`adhoc diff`: what changed between two rosters, in the field's words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from adhoc_cli.models.finding import Region
from adhoc_cli.models.report import Listed
from adhoc_cli.output.document import (
    Block,
    Entry,
    Line,
    Listing,
    Paragraph,
    Span,
    Tone,
    line,
    section,
)
from adhoc_cli.output.table import CODE, COUNT, DAY, NAME, NUMBER, Field, Table
from adhoc_cli.output.views.common import ResultView, listed, place_fields
from adhoc_cli.reports.differences.changes import (
    Change,
    ColumnChange,
    Differences,
    FieldChange,
    KecamatanChanges,
    Kind,
    RankOrder,
    RegionChange,
    SideRows,
)
from adhoc_cli.reports.persons import Someone


class Compared(NamedTuple):
    """The two rosters as the reader named them."""

    old: str
    new: str


class _Side(NamedTuple):
    """One of the two, and how many people it has."""

    path: str
    people: SideRows


class _Row(NamedTuple):
    """A row of the flat table: a change to people, perhaps of one cell; to a place, or a column."""

    kind: str
    change: Change | None = None
    column: str | None = None
    old: Any = None
    new: Any = None
    region: Region | None = None
    tps: int | None = None

    @property
    def last(self) -> Someone | None:
        """Who is there now, or was."""
        people = (*self.change.after, *self.change.before) if self.change else ()
        return people[0] if people else None


def _names(key: str) -> Any:
    return lambda row: row.change and "; ".join(who.person.name for who in getattr(row.change, key))


_FIELDS = (
    Field("kind", kind=CODE),
    Field("body", "change.post.body", title="members.badan"),
    Field("region_code", "region.code", CODE, "title.code"),
    Field("region_name", "region.name", title="members.place"),
    Field("tps", "tps", NUMBER, "unit.tps"),
    Field("before", _names("before"), NAME),
    Field("after", _names("after"), NAME),
    Field("role", "last.role", title="members.jabatan"),
    Field("rank", "last.rank", NUMBER, "members.peringkat"),
    Field("order", "change.order", CODE),
    Field("reason", "change.reason", NAME),
    Field("day", "change.day", DAY),
    Field("decree", "change.decree", NAME),
    Field("column", "column", CODE, "import.column"),
    Field("old"),
    Field("new"),
)


@dataclass(eq=False, kw_only=True)
class DiffView(ResultView[Differences]):
    """The changes; what is personal in them is masked unless the speaker shows it."""

    personal = True  # it names people
    model = "diff.DiffOut"
    compared: Compared

    # -- for programs ------------------------------------------------------------------------------

    def given(self) -> dict[str, Any]:
        """The two sides."""
        found, names = self.result, self.compared
        return {"old": _Side(names.old, found.old), "new": _Side(names.new, found.new)}

    def table(self) -> Table:
        """A row a change, and one a cell that was corrected."""
        return Table("changes", _FIELDS, self._rows)

    def _rows(self) -> Iterator[_Row]:
        shown = self.speaker.shown
        for one in self.result.changes:
            row = _Row(str(one.kind), one, region=one.post.region, tps=one.post.tps)
            if not one.fields:
                yield row
            for cell in one.fields:
                yield row._replace(column=cell.field, old=shown(cell.old), new=shown(cell.new))
        for place in self.result.regions:
            kind, names = f"region_{place.kind}", (place.column, place.old, place.new)
            yield _Row(kind, None, *names, region=place.region, tps=place.tps)
        for column in self.result.columns:
            kind = "column_added" if column.added else "column_dropped"
            yield _Row(kind, column=f"{column.file}.{column.column}")

    # -- for people --------------------------------------------------------------------------------

    def blocks(self) -> Iterator[Block | Table]:
        """A table by kecamatan, then the changes kind by kind."""
        found = self.result
        yield from self.top("diff.title", **self.compared._asdict())
        if found.unreadable:
            yield self._unreadable()
        elif not found.changed:
            yield self.told("diff.same", Tone.GOOD)
        if found.kecamatan:
            yield section(self.say("diff.by_kecamatan"))
            yield self._summary()
        for kind, changes in found.by_kind.items():
            if len(changes):
                yield from self._section(kind, changes)
        yield from self._places()
        yield from self._columns()
        yield from self._notes()
        yield self._result()

    def _unreadable(self) -> Paragraph:
        names = self.compared._asdict()
        files = ", ".join(f"{names[side]}/{file}" for side, file in self.result.unreadable)
        return self.told("diff.unreadable", Tone.BAD, files=files)

    def _summary(self) -> Table:
        found, total = self.result, self.say("title.total")
        kinds = [kind for kind, number in found.counts.items() if number]
        fields = (
            *place_fields(),
            # Where the screen is narrow the last kinds leave first: the total says how many.
            *(Field(kind, partial(_number, kind), COUNT, f"diff.kind.{kind}", tone=Tone.PLAIN,
                    drop=1 + number) for number, kind in enumerate(kinds)),
            Field("total", lambda one: sum(one.counts.values()), COUNT, "title.total"),
        )  # fmt: skip
        every = KecamatanChanges(Region("", total), found.counts)
        return Table("kecamatan", fields, lambda: found.kecamatan, [every])

    def _section(self, kind: Kind, changes: Listed[Change]) -> Iterator[Block]:
        name = self.say(f"diff.kind.{kind}")
        yield section(self.say("diff.section", kind=name, count=len(changes)))
        # Made as they are walked: a country of corrected cells is never held.
        yield Listing(Listed(len(changes), lambda at: self._entry(changes[at])))

    def _entry(self, one: Change) -> Entry:
        place = self.speaker.post(one.post)
        text = self.say("diff.change", place=place, who=self._who(one))
        return Entry(line(text), tuple(self._below(one)))

    def _who(self, one: Change) -> str:
        """Who left and who came, "Sukirno (ketua) → Lasmi (anggota)"; the name of one who stays."""
        before = ", ".join(map(self._named, one.before))
        after = ", ".join(map(self._named, one.after))
        if one.same_person:
            return after or before
        if one.kind in {Kind.REPLACED, Kind.CHAIR_CHANGED, Kind.UNCLEAR}:
            nobody = self.say("diff.nobody")
            return self.say("diff.arrow", old=before or nobody, new=after or nobody)
        return after or before

    def _named(self, who: Someone) -> str:
        name = self.speaker.person(who.person)
        return self.say("diff.role", name=name, role=who.role) if who.role else name

    def _below(self, one: Change) -> Iterator[Line]:
        say = self.say
        if one.leaves:
            yield line(say("diff.why", what=self._why(one)))
        if one.came_from is not None:
            yield line(say("diff.came_from", post=self.speaker.post(one.came_from)))
        if one.order is not None:
            yield self._order(one)
        if not one.sure:
            yield line(Span(say("diff.unsure"), Tone.WARN))
        if one.doubtful:
            yield line(Span(say("diff.doubtful"), Tone.WARN))
        for cell in one.fields:
            yield line(self._field(cell))
        if one.record is not None:
            yield line(Span(say("diff.record", status=one.record.status), Tone.DIM))

    def _why(self, one: Change) -> str:
        """Status, day, reason and decree: "mengundurkan diri, 2024-06-05, pindah, 131/PP.04"."""
        if one.went_to is not None:
            post = self.speaker.post(one.went_to)
            return self.say("diff.moved_on", post=post)
        status = one.status or self.say("diff.no_row")
        return listed(status, self.speaker.shown(one.day), one.reason, one.decree)

    def _order(self, one: Change) -> Line:
        say = self.say
        names = ", ".join(self.speaker.person(who.person) for who in one.passed)
        told = say(f"diff.order.{one.order}", names=names)
        rank = one.after[0].rank if one.after else None
        if rank is not None:
            told = f"{say('diff.rank', rank=rank)}, {told}"
        tone = Tone.WARN if one.order is RankOrder.PASSED_OVER else Tone.DIM
        return line(Span(told, tone))

    def _field(self, cell: FieldChange) -> str:
        empty = self.say("diff.empty")
        old, new = self.speaker.shown(cell.old), self.speaker.shown(cell.new)
        return self.say("diff.field", field=cell.field, old=old or empty, new=new or empty)

    # -- places, columns, rows ---------------------------------------------------------------------

    def _places(self) -> Iterator[Block]:
        if regions := self.result.regions:
            yield section(self.say("diff.places", count=len(regions)))
            yield Listing([Entry(line(self._region(one))) for one in regions])

    def _region(self, one: RegionChange) -> str:
        empty = self.say("diff.empty")
        return self.say(
            f"diff.place.{one.kind}",
            place=self.speaker.place(one.region, one.tps),
            column=one.column or "",
            old=one.old or empty,
            new=one.new or empty,
        )

    def _columns(self) -> Iterator[Block]:
        if columns := self.result.columns:
            yield section(self.say("diff.columns", count=len(columns)))
            yield Listing([Entry(line(self._column(one))) for one in columns])

    def _column(self, one: ColumnChange) -> str:
        key = "diff.column.added" if one.added else "diff.column.dropped"
        return self.say(key, file=one.file, column=one.column, **self.compared._asdict())

    def _notes(self) -> Iterator[Block]:
        found = self.result
        if found.fields:
            fields = ", ".join(f"{name} {number}" for name, number in found.fields.items())
            yield self.told("diff.fields", fields=fields)
        sides = (("old", self.compared.old, found.old), ("new", self.compared.new, found.new))
        for side, name, rows in sides:
            told = {key: self.speaker.number(getattr(rows, key)) for key in _ROWS}
            told |= {"side": name}
            yield self.told("diff.rows", Tone.DIM, close=side == "new", n=rows.rows, **told)
        for side, name, rows in sides:
            if count := rows.rejected:
                yield self.told(f"diff.rejected_{side}", Tone.WARN, side=name, count=count, n=count)
        if (found.fields or found.counts[Kind.NIK_CORRECTED]) and not self.speaker.personal:
            yield self.told("diff.masked", Tone.DIM)

    def _result(self) -> Paragraph:
        speaker, found = self.speaker, self.result
        total = sum(found.counts.values()) + len(found.regions) + len(found.columns)
        text = speaker.counted("diff.count", total) if total else self.say("diff.none_count")
        kinds = (
            f"{_within(self.say(f'diff.kind.{kind}'))} {speaker.number(number)}"
            for kind, number in found.counts.items()
            if number
        )
        changes = Span(text, Tone.WARN if total else Tone.GOOD)
        return self.result_line(changes, self.incomplete(found.unreadable), *kinds)


_ROWS = ("rows", "compared", "nameless", "rejected")


def _within(name: str) -> str:
    """The name of a kind within a line: "ketua berganti", but "NIK diperbaiki"."""
    return name if name[:2].isupper() else name[0].lower() + name[1:]


def _number(kind: Kind, one: KecamatanChanges) -> int:
    return one.counts.get(kind, 0)
