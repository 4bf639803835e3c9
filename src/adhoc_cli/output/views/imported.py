"""`adhoc import`: what was read as what, what was changed, what was rejected and why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from adhoc_cli.intake.fault_texts import ReasonText, fault_text, options_of, skipped_text
from adhoc_cli.intake.result import Change, Intake, Mapped, Place, Reject, SheetRead
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
from adhoc_cli.output.table import CODE, COUNT, NUMBER, TEXT, Field, Kind, Table
from adhoc_cli.output.views.common import ResultView
from adhoc_cli.text.shell import command_line

_MOST_REJECTS = 10  # of one kind are shown; the file of rejected rows has all
_ABOUT_BLANKS = frozenset({"trim", "inner_blanks"})  # shown in quotes


def _key(key: str, kind: Kind = TEXT, title: str = "", **looks: Any) -> Field:
    return Field(key, lambda row: row.get(key), kind, title, **looks)


_FIELDS = (
    _key("type", CODE), _key("what", CODE), _key("column", CODE, "import.column"),
    _key("count", COUNT, "import.count"), _key("file", title="import.source"),
    _key("sheet", title="import.sheet"), _key("line", NUMBER), _key("person"), _key("before"),
    _key("after"), _key("message", wrap=True), _key("fix", wrap=True),
)  # fmt: skip


class ImportView(ResultView[Intake]):
    """The plan of an import, or its result. It names people: a file of it is for its owner only."""

    personal = True
    model = "imported.ImportOut"

    # -- for programs ------------------------------------------------------------------------------

    @property
    def _rejects_file(self) -> str | None:
        name = self.result.rejects_name
        return None if name is None else str(self.result.folder / name)

    def _told(self, reject: Reject) -> ReasonText:
        return fault_text(reject.fault, self.speaker)

    def table(self) -> Table:
        """One flat table: a row a source, a column of it, a change, a rejected row; `type` says
        which."""
        return Table("import", _FIELDS, self._rows)

    def _rows(self) -> Iterator[Mapping[str, Any]]:
        intake = self.result
        for sheet in intake.sheets:
            where = {"file": sheet.file, "sheet": sheet.sheet, "line": sheet.header_line}
            for what in ("rows", "written", "rejected"):
                yield {**where, "type": "source", "what": what, "count": getattr(sheet, what)}
            for one in sheet.mapping:
                mapped = {"what": one.how, "column": one.column, "before": one.header}
                yield {**where, "type": "column", **mapped, "count": one.filled or None}
        for skipped in intake.skipped:
            where = {"file": skipped.file, "sheet": skipped.sheet}
            message = skipped_text(skipped.reason, self.speaker)
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
                "person": self.speaker.person(reject.person),
                "message": told.why,
                "fix": told.fix,
            }

    def _change(self, change: Change) -> dict[str, Any]:
        keys = ("column", "count", "before", "after")
        return {
            **_where(change.where),
            "what": change.key,
            **{key: getattr(change, key) for key in keys},
            "message": self._what(change),
        }

    def _what(self, change: Change) -> str:
        return self._word(f"change.{change.key}")

    # -- for people --------------------------------------------------------------------------------

    def blocks(self) -> Iterator[Block | Table]:
        """The sources, their columns, the changes, the rejected rows; then one line."""
        intake = self.result
        key = "title_plan" if intake.dry_run else "title"
        yield from self.top(f"import.{key}", kind=intake.kind, target=str(intake.target))
        if intake.dry_run:
            yield self.told("import.plan", Tone.DIM, close=True)
        yield from self._sources()
        yield from self._columns()
        for key, changes in (("changes", intake.changes), ("kept", intake.kept)):
            if changes:
                yield section(self._word(key))
                yield self._changes(changes)
        yield from self._rejects()
        yield from self._result()

    def _word(self, key: str, **params: Any) -> str:
        return self.say(f"import.{key}", **params)

    def _sources(self) -> Iterator[Block | Table]:
        sheets, skipped = self.result.sheets, self.result.skipped
        fields = (
            Field("file", title="import.source", wrap=True),
            Field("sheet", title="import.sheet", wrap=True),
            Field("rows", "rows", COUNT, "import.rows"),
            Field("written", "written", COUNT, "import.written"),
            Field("rejected", "rejected", COUNT, "import.rejected", tone=Tone.BAD),
            Field("others", _others, COUNT, "import.others", tone=Tone.DIM, drop=2),
            Field("read_as", _read_as, title="import.read_as", tone=Tone.DIM, drop=1),
        )
        # A CSV has no sheets, a workbook no encoding.
        told = [one for one in fields if any(self._text(one, sheet) for sheet in sheets)]
        yield section(self._word("sources"))
        yield Table("sources", told, lambda: sheets, caption=self._word("others_caption"))
        if skipped:
            why = Field(
                "reason", lambda one: skipped_text(one.reason, self.speaker),
                title="import.reason", tone=Tone.WARN, wrap=True,
            )  # fmt: skip
            yield section(self._word("skipped"))
            yield Table("skipped", (*fields[:2], why), lambda: skipped)

    def _text(self, field: Field, row: Any) -> str:
        return field.kind.text(field.read(row), self.speaker)

    def _columns(self) -> Iterator[Block | Table]:
        rows = _merged(one for sheet in self.result.sheets for one in sheet.mapping)
        fields = (
            Field("header", title="import.header", wrap=True),
            Field("read_as", self._mapped, title="import.read_as"),
        )
        yield section(self._word("columns"))
        yield Table("columns", fields, lambda: rows)

    def _mapped(self, one: Mapped) -> Span:
        if one.column is not None:
            return Span(one.column)
        if one.how == "ignored":
            return Span(self._word("ignored"), Tone.DIM)
        tone, filled = Tone.WARN if one.filled else Tone.DIM, self.speaker.number(one.filled)
        key = one.how if one.how in ("hidden", "document") else "unread"
        said = self._word(key, count=filled, n=one.filled)
        if one.perhaps:
            said += self._word("perhaps", column=one.perhaps)
        return Span(said, tone)

    def _changes(self, changes: Sequence[Change]) -> Table:
        fields = (
            Field("column", title="import.column"),
            Field("change", self._what, title="import.change", wrap=True),
            Field("count", "count", COUNT, "import.count"),
            Field("example", self._example, title="import.example", drop=1, wrap=True),
            Field(
                "where", lambda one: self._located(one.where), title="import.where",
                tone=Tone.DIM, drop=2, wrap=not self._is_of_one_sheet,
            ),
        )  # fmt: skip
        return Table("changes", fields, lambda: changes)

    def _example(self, change: Change) -> str:
        """Before and after, "Ketua PPS → ketua + PPS"; one text where it was empty or is masked."""
        before, after = map(self.speaker.shown, (change.before, change.after))
        if change.key in _ABOUT_BLANKS:
            before, after = f'"{before}"', f'"{after}"'
        if not before or before == after:
            return after
        if change.key == "name_differs":  # left as it is: the name that was found, and the code
            return f"{before} ({after})"
        return f"{before} → {after or self._word('nothing')}"

    def _rejects(self) -> Iterator[Block]:
        """What is wrong, by column and kind; the most frequent first, each mended in one way."""
        rejects = self.result.rejects
        if not rejects:
            return
        yield section(self._word("rejects"))
        groups: dict[tuple[str, str], list[Reject]] = {}
        for reject in rejects:
            groups.setdefault((reject.fault.column or "", reject.fault.key), []).append(reject)
        for (column, _), group in sorted(groups.items(), key=lambda one: -len(one[1])):
            yield from self._rejects_alike(column, group)

    def _rejects_alike(self, column: str, rejects: Sequence[Reject]) -> Iterator[Block]:
        number = self.speaker.number
        counted = self._word("count_rows", count=number(len(rejects)), n=len(rejects))
        about = Span(column or self._word("whole_row"), Tone.STRONG)
        yield section(Span("✗ ", Tone.BAD), about, Span(f" · {counted}", Tone.DIM), level=3)
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
        person = self.speaker.person(reject.person)
        why = self._told(reject).why.removeprefix(f"{reject.fault.column}: ")
        return line(Span(f"{where}  ", Tone.DIM), f"{person}: {why}" if person else why)

    def _more(self, left: int) -> Line:
        more = {"count": self.speaker.number(left), "file": self._rejects_file or "", "n": left}
        key = "more_plan" if self.result.dry_run else "more"
        return line(Span(self._word(key, **more), Tone.DIM))

    @property
    def _is_of_one_sheet(self) -> bool:
        """Whether the number of a line says where it is."""
        read = {(one.file, one.sheet) for one in self.result.sheets}
        return len(read) + len(self.result.skipped) == 1

    def _located(self, place: Place) -> str:
        """Where a row stands: "rekap.xlsx [PPS]:12", or "row 12" where there is one sheet only."""
        if self._is_of_one_sheet:
            return self._word("row" if place.sheet else "line", number=place.line)
        sheet = f" [{place.sheet}]" if place.sheet else ""
        return f"{place.file}{sheet}:{place.line}"

    def _result(self) -> Iterator[Paragraph]:
        intake, number = self.result, self.speaker.number
        key = "result_plan" if intake.dry_run else "result"
        counts = {key: number(getattr(intake, key)) for key in ("read", "written", "rejected")}
        tone = Tone.BAD if intake.rejected or intake.unreadable else Tone.GOOD
        text = self._word(key, **counts, n=intake.read)
        if (unreadable := intake.unreadable) != 0:
            text += self._word("unreadable", count=number(unreadable), n=unreadable)
        yield self.result_line(Span(text, tone))
        yield from self._unread()
        if left_out := sum(sheet.left_out for sheet in intake.sheets):
            counted = {"count": number(left_out), "n": left_out}
            yield self.told("import.left_out", close=True, **counted)
        if not intake.dry_run:
            if intake.written:
                yield self.told("import.target", close=True, file=str(intake.target))
                yield from self._replaced()
            if self._rejects_file:
                yield self.told("import.rejects_file", close=True, file=self._rejects_file)
            yield from self._next()

    def _unread(self) -> Iterator[Paragraph]:
        """The filled columns that are not read, each with the option that would say what it is."""
        every = (one for sheet in self.result.sheets for one in sheet.mapping)
        for one in _merged(one for one in every if one.is_lost):
            option = command_line(["--map", f"{one.header}={one.perhaps or '-'}"])
            counted = {"count": self.speaker.number(one.filled), "n": one.filled}
            key = "lost" if one.perhaps else "lost_unknown"
            key = key if one.header else "lost_unheaded"
            said = {"header": one.header, "option": option, **counted}
            yield self.told(f"import.{key}", Tone.WARN, close=True, **said)

    def _next(self) -> Iterator[Paragraph]:
        """The commands that go on from here."""
        intake, told = self.result, partial(self.told, close=True)
        if intake.rejects_name is None:
            command = command_line(["adhoc", "check", str(intake.folder)])
            yield told("import.next_check", command=command)
            return
        file = intake.folder / (intake.rejects_book or intake.rejects_name)
        words = ["adhoc", "import", str(file), "-o", str(intake.folder)]
        yield told("import.next_mended", file=str(file), command=command_line(words))
        if options := options_of(intake.rejects):
            yield told("import.next_mapped", command=command_line([*words, *options]))

    def _replaced(self) -> Iterator[Paragraph]:
        """How many rows stood there before, and how they come back."""
        intake, number = self.result, self.speaker.number
        if intake.replaced_rows:
            command = command_line(["adhoc", "undo", str(intake.folder)])
            told = {"before": number(intake.replaced_rows), "after": number(intake.written)}
            yield self.told("import.replaced", close=True, command=command, **told)


def _others(sheet: SheetRead) -> int:
    return sheet.titles + sheet.headers + sheet.headings + sheet.blank + sheet.left_out


def _read_as(sheet: SheetRead) -> str:
    return " ".join(filter(None, (sheet.encoding, sheet.delimiter)))


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
