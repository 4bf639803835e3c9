"""`adhoc import`: what was read as what, what was changed, what was rejected and why."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from adhoc_cli.intake.fault_texts import ReasonText, fault_text, skipped_text
from adhoc_cli.intake.going_on import options_of
from adhoc_cli.intake.result import Change, Intake, Mapped, Place, Reject, SheetRead, SheetSkipped
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
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import Records, View
from adhoc_cli.output.views.common import count

_MOST_REJECTS = 10  # of one kind are shown; the file of rejected rows has all
_ABOUT_BLANKS = frozenset({"trim", "inner_blanks"})  # shown in quotes
_RECORD = (
    "type", "what", "column", "count", "file", "sheet", "line", "person", "before", "after",
    "message", "fix",
)  # fmt: skip


class ImportView(View):
    """The plan of an import, or its result. It names people: a file of it is for its owner only."""

    personal = True

    def __init__(self, intake: Intake, speaker: Speaker) -> None:
        self._intake = intake
        self._speaker = speaker

    # -- for programs ------------------------------------------------------------------------------

    def data(self) -> dict[str, Any]:
        """The document `adhoc.import/1`."""
        from adhoc_cli.output.models.imported import ImportOut

        return ImportOut.data(self._intake, self._speaker)

    @property
    def _rejects_file(self) -> str | None:
        name = self._intake.rejects_name
        return None if name is None else str(self._intake.folder / name)

    def _told(self, reject: Reject) -> ReasonText:
        return fault_text(reject.fault, self._speaker)

    def records(self) -> Records:
        """One flat table: a row a source, a column of it, a change, a rejected row; `type` says
        which."""
        return Records(_RECORD, self._records())

    def _records(self) -> Iterator[Mapping[str, Any]]:
        intake = self._intake
        for sheet in intake.sheets:
            where = {"file": sheet.file, "sheet": sheet.sheet, "line": sheet.header_line}
            for what in ("rows", "written", "rejected"):
                yield {**where, "type": "source", "what": what, "count": getattr(sheet, what)}
            for one in sheet.mapping:
                mapped = {"what": one.how, "column": one.column, "before": one.header}
                yield {**where, "type": "column", **mapped, "count": one.filled or None}
        for skipped in intake.skipped:
            where = {"file": skipped.file, "sheet": skipped.sheet}
            message = skipped_text(skipped.reason, self._speaker)
            yield {**where, "type": "skipped", "what": skipped.reason.key, "message": message}
        for kind, changes in (("change", intake.changes), ("kept", intake.kept)):
            for change in changes:
                yield {**self._change(change), "type": kind}
        for reject in intake.rejects:
            told = self._told(reject)
            yield {
                **_where(reject.where),
                "type": "reject",
                "what": reject.fault.key,
                "column": reject.fault.column,
                "person": self._speaker.person(reject.person),
                "message": told.why,
                "fix": told.fix,
            }

    def _change(self, change: Change) -> dict[str, Any]:
        plain = self._speaker.plain
        return {
            **_where(change.where),
            "what": change.key,
            "column": change.column,
            "count": change.count,
            "before": plain(change.before),
            "after": plain(change.after),
            "message": self._speaker.say(f"import.change.{change.key}"),
        }

    # -- for people --------------------------------------------------------------------------------

    def document(self) -> Document:
        """The sources, their columns, the changes, the rejected rows; then one line."""
        intake = self._intake
        key = "title_plan" if intake.dry_run else "title"
        title = self._word(key, kind=intake.kind, target=str(intake.target))
        blocks: list[Block] = [Heading(line(title), 1)]
        if intake.dry_run:
            blocks.append(Paragraph(line(Span(self._word("plan"), Tone.DIM)), close=True))
        blocks += self._sources()
        blocks += self._columns()
        blocks += self._changes("changes", intake.changes)
        blocks += self._changes("kept", intake.kept)
        blocks += self._rejects()
        blocks += self._result()
        return Document(tuple(blocks), self._speaker.lang)

    def _word(self, key: str, **params: Any) -> str:
        return self._speaker.say(f"import.{key}", **params)

    def _sources(self) -> Iterator[Block]:
        sheets = self._intake.sheets
        yield Heading(line(self._word("sources")))
        columns = (
            Column(self._word("source"), wrap=True),
            Column(self._word("sheet"), wrap=True),
            Column(self._word("rows"), right=True),
            Column(self._word("written"), right=True),
            Column(self._word("rejected"), right=True),
            Column(self._word("others"), right=True, drop=2),
            Column(self._word("read_as"), drop=1),
        )
        told, rows = _without_empty(columns, tuple(map(self._source, sheets)))
        yield Grid(told, rows, caption=self._word("others_caption"))
        if self._intake.skipped:
            yield Heading(line(self._word("skipped")))
            titles = (self._word(key) for key in ("source", "sheet", "reason"))
            skipped = tuple(Column(title, wrap=True) for title in titles)
            yield Grid(skipped, tuple(map(self._skipped_row, self._intake.skipped)))

    def _source(self, sheet: SheetRead) -> Row:
        number = self._speaker.number
        others = sheet.titles + sheet.headers + sheet.headings + sheet.blank + sheet.left_out
        read_as = " ".join(filter(None, (sheet.encoding, sheet.delimiter)))
        return (
            Span(sheet.file),
            Span(sheet.sheet or ""),
            Span(number(sheet.rows)),
            Span(number(sheet.written)),
            count(self._speaker, sheet.rejected, Tone.BAD),
            Span(number(others), Tone.DIM),
            Span(read_as, Tone.DIM),
        )

    def _skipped_row(self, sheet: SheetSkipped) -> Row:
        reason = skipped_text(sheet.reason, self._speaker)
        return Span(sheet.file), Span(sheet.sheet), Span(reason, Tone.WARN)

    def _columns(self) -> Iterator[Block]:
        yield Heading(line(self._word("columns")))
        every = (one for sheet in self._intake.sheets for one in sheet.mapping)
        rows = tuple(map(self._mapped, _merged(every)))
        yield Grid((Column(self._word("header"), wrap=True), Column(self._word("read_as"))), rows)

    def _mapped(self, one: Mapped) -> Row:
        if one.column is not None:
            return Span(one.header), Span(one.column)
        if one.how == "ignored":
            return Span(one.header), Span(self._word("ignored"), Tone.DIM)
        tone, filled = Tone.WARN if one.filled else Tone.DIM, self._speaker.number(one.filled)
        key = one.how if one.how in ("hidden", "document") else "unread"
        said = self._word(key, count=filled, n=one.filled)
        if one.perhaps:
            said += self._word("perhaps", column=one.perhaps)
        return Span(one.header), Span(said, tone)

    def _changes(self, title: str, changes: Sequence[Change]) -> Iterator[Block]:
        if not changes:
            return
        yield Heading(line(self._word(title)))
        columns = (
            Column(self._word("column")),
            Column(self._word("change"), wrap=True),
            Column(self._word("count"), right=True),
            Column(self._word("example"), drop=1, wrap=True),
            Column(self._word("where"), drop=2, wrap=not self._is_of_one_sheet),
        )
        yield Grid(columns, tuple(map(self._change_row, changes)))

    def _change_row(self, change: Change) -> Row:
        speaker = self._speaker
        return (
            Span(change.column),
            Span(speaker.say(f"import.change.{change.key}")),
            Span(speaker.number(change.count)),
            Span(self._example(change)),
            Span(self._located(change.where), Tone.DIM),
        )

    def _example(self, change: Change) -> str:
        """Before and after, "Ketua PPS → ketua + PPS"; one text where it was empty or is masked."""
        before, after = map(self._speaker.shown, (change.before, change.after))
        if change.key in _ABOUT_BLANKS:
            before, after = f'"{before}"', f'"{after}"'
        if not before or before == after:
            return after
        if change.key == "name_differs":  # left as it is: the name that was found, and the code
            return f"{before} ({after})"
        return f"{before} → {after or self._word('nothing')}"

    def _rejects(self) -> Iterator[Block]:
        """What is wrong, by column and kind; the most frequent first, each mended in one way."""
        rejects = self._intake.rejects
        if not rejects:
            return
        yield Heading(line(self._word("rejects")))
        groups: dict[tuple[str, str], list[Reject]] = {}
        for reject in rejects:
            groups.setdefault((reject.fault.column or "", reject.fault.key), []).append(reject)
        for (column, _), group in sorted(groups.items(), key=lambda one: -len(one[1])):
            yield from self._rejects_alike(column, group)

    def _rejects_alike(self, column: str, rejects: Sequence[Reject]) -> Iterator[Block]:
        number = self._speaker.number
        counted = self._word("count_rows", count=number(len(rejects)), n=len(rejects))
        title = Span(column or self._word("whole_row"), Tone.STRONG)
        yield Heading(line(Span("✗ ", Tone.BAD), title, Span(f" · {counted}", Tone.DIM)), 3)
        shown = rejects[:_MOST_REJECTS]
        wide = max(len(self._located(reject.where)) for reject in shown)
        by_fix: dict[str, list[Reject]] = {}
        for reject in shown:
            by_fix.setdefault(self._told(reject).fix, []).append(reject)
        entries: list[Entry] = []
        for at, (fix, group) in enumerate(by_fix.items(), 1):
            entries += [Entry(self._reject_line(reject, wide)) for reject in group]
            if at == len(by_fix) and len(rejects) > len(shown):
                entries.append(Entry(self._more(len(rejects) - len(shown))))
            entries.append(Entry(line(Span("→ ", Tone.NOTE), fix)))
        yield Listing(tuple(entries))

    def _reject_line(self, reject: Reject, wide: int) -> Line:
        where = self._located(reject.where).ljust(wide)
        person = self._speaker.person(reject.person)
        why = self._told(reject).why.removeprefix(f"{reject.fault.column}: ")
        return line(Span(f"{where}  ", Tone.DIM), f"{person}: {why}" if person else why)

    def _more(self, left: int) -> Line:
        more = {"count": self._speaker.number(left), "file": self._rejects_file or "", "n": left}
        key = "more_plan" if self._intake.dry_run else "more"
        return line(Span(self._word(key, **more), Tone.DIM))

    @property
    def _is_of_one_sheet(self) -> bool:
        """Whether the number of a line says where it is."""
        read = {(one.file, one.sheet) for one in self._intake.sheets}
        return len(read) + len(self._intake.skipped) == 1

    def _located(self, place: Place) -> str:
        """Where a row stands: "rekap.xlsx [PPS]:12", or "row 12" where there is one sheet only."""
        if self._is_of_one_sheet:
            return self._word("row" if place.sheet else "line", number=place.line)
        sheet = f" [{place.sheet}]" if place.sheet else ""
        return f"{place.file}{sheet}:{place.line}"

    def _result(self) -> Iterator[Paragraph]:
        intake, number = self._intake, self._speaker.number
        key = "result_plan" if intake.dry_run else "result"
        counts = {
            "read": number(intake.read),
            "written": number(intake.written),
            "rejected": number(intake.rejected),
        }
        tone = Tone.BAD if intake.rejected or intake.unreadable else Tone.GOOD
        text = self._word(key, **counts, n=intake.read)
        if (unreadable := intake.unreadable) != 0:
            text += self._word("unreadable", count=number(unreadable), n=unreadable)
        said = Span(text, tone)
        yield Paragraph(line(Span(f"{self._speaker.say('result')} ", Tone.STRONG), said))
        yield from self._unread()
        if left_out := sum(sheet.left_out for sheet in intake.sheets):
            said_out = self._word("left_out", count=number(left_out), n=left_out)
            yield Paragraph(line(said_out), close=True)
        if not intake.dry_run:
            if intake.written:
                yield Paragraph(line(self._word("target", file=str(intake.target))), close=True)
                yield from self._replaced()
            if self._rejects_file:
                said_file = self._word("rejects_file", file=self._rejects_file)
                yield Paragraph(line(said_file), close=True)
            for said_next in self._next():
                yield Paragraph(line(said_next), close=True)

    def _unread(self) -> Iterator[Paragraph]:
        """The filled columns that are not read, each with the option that would say what it is."""
        every = (one for sheet in self._intake.sheets for one in sheet.mapping)
        for one in _merged(one for one in every if one.is_lost):
            option = shlex.join(["--map", f"{one.header}={one.perhaps or '-'}"])
            counted = {"count": self._speaker.number(one.filled), "n": one.filled}
            key = "lost" if one.perhaps else "lost_unknown"
            key = key if one.header else "lost_unheaded"
            said = self._word(key, header=one.header, option=option, **counted)
            yield Paragraph(line(Span(said, Tone.WARN)), close=True)

    def _next(self) -> Iterator[str]:
        """The commands that go on from here."""
        intake = self._intake
        if intake.rejects_name is None:
            command = shlex.join(["adhoc", "check", str(intake.folder)])
            yield self._word("next_check", command=command)
            return
        file = intake.folder / (intake.rejects_book or intake.rejects_name)
        words = ["adhoc", "import", str(file), "-o", str(intake.folder)]
        yield self._word("next_mended", file=str(file), command=shlex.join(words))
        if options := options_of(intake.rejects):
            yield self._word("next_mapped", command=shlex.join([*words, *options]))

    def _replaced(self) -> Iterator[Paragraph]:
        """How many rows stood there before, and how they come back."""
        intake, number = self._intake, self._speaker.number
        if intake.replaced_rows:
            command = shlex.join(["adhoc", "undo", str(intake.folder)])
            before, after = number(intake.replaced_rows), number(intake.written)
            told = self._word("replaced", before=before, after=after, command=command)
            yield Paragraph(line(told), close=True)


def _without_empty(
    columns: Sequence[Column], rows: Sequence[Row]
) -> tuple[Sequence[Column], Sequence[Row]]:
    """A table without the columns that say nothing: a CSV has no sheets, a workbook no encoding."""
    kept = [at for at in range(len(columns)) if any(row[at].text for row in rows)]
    return [columns[at] for at in kept], [[row[at] for at in kept] for row in rows]


def _merged(mapped: Iterable[Mapped]) -> list[Mapped]:
    """The columns of all sheets; of one that no sheet reads, its filled cells together."""
    found: dict[tuple[str, str | None, str], Mapped] = {}
    for one in mapped:
        key = (one.header, one.column, one.how)
        before = found.get(key, replace(one, filled=0))
        found[key] = replace(one, filled=before.filled + one.filled)
    return list(found.values())


def _where(place: Place) -> dict[str, Any]:
    return {"file": place.file, "sheet": place.sheet, "line": place.line}
