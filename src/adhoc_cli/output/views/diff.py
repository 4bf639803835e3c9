"""`adhoc diff`: what changed between two rosters, in the field's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from adhoc_cli.models.finding import Region
from adhoc_cli.output.document import (
    Block,
    Column,
    Document,
    Entry,
    Grid,
    Heading,
    Line,
    Listing,
    Paragraph,
    Row,
    Span,
    Tone,
    line,
)
from adhoc_cli.output.people import post_text
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import Records, View
from adhoc_cli.output.views.common import count, counted, dotted
from adhoc_cli.reports.differences.changes import (
    Change,
    Differences,
    FieldChange,
    Kind,
    RankOrder,
    RegionChange,
    SideRows,
    Value,
)
from adhoc_cli.reports.listed import Listed
from adhoc_cli.reports.persons import Someone

_COLUMNS = (
    "kind", "body", "region_code", "region_name", "tps", "before", "after", "role", "rank", "order",
    "reason", "day", "decree", "column", "old", "new",
)  # fmt: skip


class Compared(NamedTuple):
    """The two rosters as the reader named them."""

    old: str
    new: str


class _Side(NamedTuple):
    """One of the two, and how many people it has."""

    path: str
    people: SideRows


class DiffView(View):
    """The changes; what is personal in them is masked unless the speaker shows it."""

    personal = True  # it names people

    def __init__(self, found: Differences, speaker: Speaker, *, compared: Compared) -> None:
        self._found = found
        self._speaker = speaker
        self._compared = compared

    # -- for programs ------------------------------------------------------------------------------

    def data(self) -> dict[str, Any]:
        """The document `adhoc.diff/1`."""
        from adhoc_cli.output.models.diff import DiffOut

        old = _Side(self._compared.old, self._found.old)
        new = _Side(self._compared.new, self._found.new)
        return DiffOut.data(self._found, self._speaker, old=old, new=new)

    def records(self) -> Records:
        """A row a change, and one a cell that was corrected."""
        return Records(_COLUMNS, self._records())

    def _records(self) -> Iterator[Mapping[str, Any]]:
        for one in self._found.changes:
            record = self._record(one)
            if not one.fields:
                yield record
            for cell in one.fields:
                cells = {"column": cell.field, "old": self._text(cell.old)}
                yield {**record, **cells, "new": self._text(cell.new)}
        for place in self._found.regions:
            where = {**_flat(place.region), "tps": place.tps, "column": place.column}
            yield {"kind": f"region_{place.kind}", **where, "old": place.old, "new": place.new}
        for column in self._found.columns:
            kind = "column_added" if column.added else "column_dropped"
            yield {"kind": kind, "column": f"{column.file}.{column.column}"}

    def _name(self, who: Someone) -> str:
        return who.person.name

    def _record(self, one: Change) -> dict[str, Any]:
        last = one.after[0] if one.after else one.before[0] if one.before else None
        return {
            "kind": str(one.kind),
            "body": one.post.body,
            **_flat(one.post.region),
            "tps": one.post.tps,
            "before": "; ".join(map(self._name, one.before)),
            "after": "; ".join(map(self._name, one.after)),
            "role": last.role if last else None,
            "rank": last.rank if last else None,
            "order": str(one.order) if one.order else None,
            "reason": one.reason,
            "day": one.day.isoformat() if one.day else None,
            "decree": one.decree,
        }

    def _text(self, value: Value) -> str:
        return self._speaker.shown(value)

    # -- for people --------------------------------------------------------------------------------

    def document(self) -> Document:
        """A table by kecamatan, then the changes kind by kind."""
        speaker, found = self._speaker, self._found
        names = {"old": self._compared.old, "new": self._compared.new}
        blocks: list[Block] = [Heading(line(speaker.say("diff.title", **names)), 1)]
        blocks += self._unreadable()
        if not found.changed and not found.unreadable:
            blocks.append(Paragraph(line(Span(speaker.say("diff.same"), Tone.GOOD))))
        if found.kecamatan:
            blocks.append(Heading(line(speaker.say("diff.by_kecamatan"))))
            blocks.append(self._summary())
        for kind, listed in found.by_kind.items():
            blocks += self._section(kind, listed)
        blocks += self._places()
        blocks += self._columns()
        blocks += self._notes()
        blocks.append(Paragraph(self._result()))
        return Document(tuple(blocks), speaker.lang)

    def _unreadable(self) -> Iterator[Block]:
        if not self._found.unreadable:
            return
        names = {"old": self._compared.old, "new": self._compared.new}
        files = ", ".join(f"{names[side]}/{file}" for side, file in self._found.unreadable)
        text = self._speaker.say("diff.unreadable", files=files)
        yield Paragraph(line(Span(text, Tone.BAD)))

    def _summary(self) -> Grid:
        speaker, found = self._speaker, self._found
        kinds = [kind for kind, number in found.counts.items() if number]
        columns = (
            Column(speaker.say("title.code")),
            Column(speaker.say("title.kecamatan"), wrap=True),
            # Where the screen is narrow the last kinds leave first: the total says how many.
            *(Column(speaker.say(f"diff.kind.{kind}"), right=True, drop=1 + number)
              for number, kind in enumerate(kinds)),
            Column(speaker.say("title.total"), right=True),
        )  # fmt: skip
        rows = [self._numbers(_spans(one.region), kinds, one.counts) for one in found.kecamatan]
        head = (Span(""), Span(speaker.say("title.total"), Tone.STRONG))
        return Grid(columns, rows, (self._numbers(head, kinds, found.counts),))

    def _numbers(
        self, head: Sequence[Span], kinds: Sequence[Kind], counts: Mapping[Kind, int]
    ) -> Row:
        cells = (count(self._speaker, counts.get(kind, 0), Tone.PLAIN) for kind in kinds)
        return (*head, *cells, Span(self._speaker.number(sum(counts.values()))))

    def _section(self, kind: Kind, listed: Listed[Change]) -> Iterator[Block]:
        if not len(listed):
            return
        speaker = self._speaker
        name = speaker.say(f"diff.kind.{kind}")
        yield Heading(line(speaker.say("diff.section", kind=name, count=len(listed))))
        # Made as they are walked: a country of corrected cells is never held.
        yield Listing(Listed(len(listed), lambda at: self._entry(listed[at])))

    def _entry(self, one: Change) -> Entry:
        speaker = self._speaker
        who = self._who(one)
        text = speaker.say("diff.change", place=post_text(one.post, speaker), who=who)
        return Entry(line(text), tuple(self._below(one)))

    def _who(self, one: Change) -> str:
        """Who left and who came, "Sukirno (ketua) → Lasmi (anggota)"; the name of one who stays."""
        before = ", ".join(map(self._named, one.before))
        after = ", ".join(map(self._named, one.after))
        if one.same_person:
            return after or before
        if one.kind in {Kind.REPLACED, Kind.CHAIR_CHANGED, Kind.UNCLEAR}:
            nobody = self._speaker.say("diff.nobody")
            return self._speaker.say("diff.arrow", old=before or nobody, new=after or nobody)
        return after or before

    def _named(self, who: Someone) -> str:
        name = self._speaker.person(who.person)
        return self._speaker.say("diff.role", name=name, role=who.role) if who.role else name

    def _below(self, one: Change) -> Iterator[Line]:
        say = self._speaker.say
        if one.leaves:
            yield line(say("diff.why", what=self._why(one)))
        if one.came_from is not None:
            yield line(say("diff.came_from", post=post_text(one.came_from, self._speaker)))
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
            post = post_text(one.went_to, self._speaker)
            return self._speaker.say("diff.moved_on", post=post)
        status = one.status or self._speaker.say("diff.no_row")
        parts = [status, self._speaker.shown(one.day), one.reason, one.decree]
        return ", ".join(part for part in parts if part)

    def _order(self, one: Change) -> Line:
        say = self._speaker.say
        names = ", ".join(self._speaker.person(who.person) for who in one.passed)
        told = say(f"diff.order.{one.order}", names=names)
        rank = one.after[0].rank if one.after else None
        if rank is not None:
            told = f"{say('diff.rank', rank=rank)}, {told}"
        tone = Tone.WARN if one.order is RankOrder.PASSED_OVER else Tone.DIM
        return line(Span(told, tone))

    def _field(self, cell: FieldChange) -> str:
        empty = self._speaker.say("diff.empty")
        old, new = self._text(cell.old) or empty, self._text(cell.new) or empty
        return self._speaker.say("diff.field", field=cell.field, old=old, new=new)

    # -- places, columns, rows ---------------------------------------------------------------------

    def _places(self) -> Iterator[Block]:
        found, say = self._found, self._speaker.say
        if found.regions:
            yield Heading(line(say("diff.places", count=len(found.regions))))
            yield Listing(tuple(Entry(line(self._region(one))) for one in found.regions))

    def _region(self, one: RegionChange) -> str:
        empty = self._speaker.say("diff.empty")
        return self._speaker.say(
            f"diff.place.{one.kind}",
            place=self._speaker.place(one.region, one.tps),
            column=one.column or "",
            old=one.old or empty,
            new=one.new or empty,
        )

    def _columns(self) -> Iterator[Block]:
        found, say = self._found, self._speaker.say
        if not found.columns:
            return
        names = {"old": self._compared.old, "new": self._compared.new}
        yield Heading(line(say("diff.columns", count=len(found.columns))))
        yield Listing(
            tuple(
                Entry(line(say(
                    f"diff.column.{'added' if one.added else 'dropped'}",
                    file=one.file, column=one.column, **names,
                )))
                for one in found.columns
            )
        )  # fmt: skip

    def _notes(self) -> Iterator[Block]:
        say, found = self._speaker.say, self._found
        if found.fields:
            fields = ", ".join(f"{name} {number}" for name, number in found.fields.items())
            yield Paragraph(line(say("diff.fields", fields=fields)))
        sides = ((self._compared.old, found.old, "old"), (self._compared.new, found.new, "new"))
        for number, (name, rows, _) in enumerate(sides):
            yield Paragraph(line(Span(self._row_count(name, rows), Tone.DIM)), close=number > 0)
        for name, rows, side in sides:
            if rows.rejected:
                numbers = {"count": rows.rejected, "n": rows.rejected}
                text = say(f"diff.rejected_{side}", side=name, **numbers)
                yield Paragraph(line(Span(text, Tone.WARN)))
        if (found.fields or found.counts[Kind.NIK_CORRECTED]) and not self._speaker.personal:
            yield Paragraph(line(Span(say("diff.masked"), Tone.DIM)))

    def _row_count(self, name: str, rows: SideRows) -> str:
        return self._speaker.say(
            "diff.rows",
            side=name,
            rows=rows.rows,
            n=rows.rows,
            compared=rows.compared,
            nameless=rows.nameless,
            rejected=rows.rejected,
        )

    def _result(self) -> Line:
        speaker, found = self._speaker, self._found
        total = sum(found.counts.values()) + len(found.regions) + len(found.columns)
        text = counted(speaker, "diff.count", total) if total else speaker.say("diff.none_count")
        parts: list[str | Span] = [Span(text, Tone.WARN if total else Tone.GOOD)]
        if found.unreadable:
            parts.append(Span(speaker.say("diff.incomplete"), Tone.BAD))
        for kind, number in found.counts.items():
            if number:
                name = speaker.say(f"diff.kind.{kind}").lower().replace("nik", "NIK")
                parts.append(f"{name} {speaker.number(number)}")
        return line(Span(f"{speaker.say('result')} ", Tone.STRONG), *dotted(parts))


def _flat(place: Region) -> dict[str, str]:
    return {"region_code": place.code, "region_name": place.name}


def _spans(place: Region) -> tuple[Span, Span]:
    return Span(place.code), Span(place.name)
