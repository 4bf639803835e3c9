"""Several offices: a line each on the screen, a tile each on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from adhoc_cli.models.report import Tally
from adhoc_cli.output.document import Block, Span, Tone, section
from adhoc_cli.output.table import CODE, COUNT, NAME, Field, Table, ratio
from adhoc_cli.output.views.common import Part, ResultView, if_any
from adhoc_cli.output.views.seats import BODY_SEATS
from adhoc_cli.reports.offices import Office, Offices
from adhoc_cli.rules.registry import all_rules

if TYPE_CHECKING:
    from adhoc_cli.output.html.page import Fill, Page, PageBlock, Square, TileMap, Verdict

_RULES = 12  # that a screen lists; a file has all


@dataclass(eq=False, kw_only=True)
class OfficesView(ResultView[Offices]):
    """A line an office; for the `public` no faults are counted."""

    model = "offices.OfficesOut"
    personal = False
    public: bool = False

    def __post_init__(self) -> None:
        if self.public:
            unread = self.say("offices.unread_public")
            quiet = (
                replace(one, errors=None, warnings=None, rules=(), reason=one.reason and unread)
                for one in self.offices
            )
            self.result = replace(self.result, checked=False, offices=tuple(quiet))

    @property
    def offices(self) -> Sequence[Office]:
        """The worst first."""
        return self.result.offices

    def table(self) -> Table:
        """A row an office."""
        found, named = self.result, [one.name for one in self.offices]
        fields = [
            Field("code", kind=CODE, screen=False),
            Field("name", lambda one: one.name or one.folder, NAME, "offices.name", wrap=True),
            Field(
                "folder", "folder", NAME, "offices.folder", wrap=True,
                screen=len(set(filter(None, named))) < len(named),
            ),
            Field("profile", kind=CODE, screen=False, sheet=None),
            Field("people", "people", COUNT, "offices.people", drop=3),
            Field("filled", lambda one: _seats(one, "filled", "required"), ratio("required"),
                  "quota.filled"),
            _of_seats("vacant", Tone.BAD),
            _of_seats("excess", Tone.WARN, drop=2),
        ]  # fmt: skip
        if found.checked:
            fields += [
                Field("errors", "errors", COUNT, "offices.errors", tone=Tone.BAD),
                Field("warnings", "warnings", COUNT, "offices.warnings", tone=Tone.WARN, drop=1),
            ]
        fields.append(
            Field("reason", "reason", NAME, "offices.reason", tone=Tone.BAD, wrap=True,
                  screen=bool(found.unread))
        )  # fmt: skip
        total = replace(found.total, name=self.say("title.total"))
        return Table("offices", fields, lambda: self.offices, [total])

    def bodies(self) -> Table:
        """A row a body, of all offices together."""
        return Table("bodies", BODY_SEATS, (self.result.total.bodies or {}).items)

    def rules(self) -> Table:
        """A row a rule that failed."""
        lang = self.speaker.lang
        titles = {rule.code: rule.title.in_(lang) for rule in all_rules()}
        fields = (
            Field("code", "code", CODE, "title.code"),
            Field("title", lambda one: titles[one.code], NAME, "offices.rule", wrap=True),
            Field("failed", "failed", COUNT, "offices.failed"),
            Field("offices", "offices", COUNT, "offices.offices"),
        )
        return Table("rules", fields, lambda: self.result.rules)

    # -- for people --------------------------------------------------------------------------------

    def blocks(self) -> Iterator[Block | Table]:
        """The offices, the bodies, the rules, and one line."""
        yield from self.top("offices.title")
        yield self.told("as_of", Tone.DIM, close=True, date=self.result.as_of)
        yield self.table()
        if self.result.total.bodies:
            yield section(self.say("offices.bodies"))
            yield self.bodies()
        if self.result.rules:
            yield section(self.say("offices.rules"))
            yield self.rules().first(_RULES)
            rest = max(len(self.result.rules) - _RULES, 0)
            yield from self.count("offices.more_rules", rest, Tone.DIM)
        yield self.result_line(*self._parts())

    def _parts(self) -> Iterator[Part]:
        """The sums in words."""
        speaker, found, total = self.speaker, self.result, self.result.total
        yield speaker.counted("offices.count", len(self.offices))
        yield if_any(speaker, "offices.unread_count", found.unread, Tone.BAD)
        if found.twice:
            yield Span(self.say("offices.twice", names=", ".join(found.twice)), Tone.WARN)
        if total.seats is None:
            yield Span(self.say("quota.nothing"), Tone.WARN)
        else:
            yield speaker.counted("quota.vacant_count", total.seats.vacant)
            yield if_any(speaker, "quota.excess_count", total.seats.excess)
        if found.checked:
            yield speaker.counted("count.error", total.errors or 0)
            yield speaker.counted("count.warning", total.warnings or 0)

    # -- the page ----------------------------------------------------------------------------------

    def page(self) -> Page:
        """The page: a tile an office, and the tables."""
        from adhoc_cli import __version__
        from adhoc_cli.output.html.page import Fact, Page, Section

        say, heading = self.say, self.say("offices.title")
        day = self.speaker.day(self.result.as_of)
        audience = Span(say("page.public"), Tone.GOOD) if self.public else Span(
            say("page.internal"), Tone.DIM
        )  # fmt: skip
        return Page(
            lang=self.speaker.lang,
            title=heading,
            place=self.result.province,
            about="",
            letterhead=(),
            dates=[Fact(say("page.state_of"), day)],
            audience=audience,
            verdict=self._verdict(),
            sections=[
                Section(name, say(key), list(blocks)) for name, key, blocks in self._chapters()
            ],
            texts={
                "skip": say("page.skip"),
                "contents": say("page.contents"),
                "scrolls": say("page.scrolls"),
                "foot": say("page.foot", version=__version__),
            },
            running=f"{heading} · {day}",
        )

    def _chapters(self) -> Iterator[tuple[str, str, Sequence[PageBlock]]]:
        from adhoc_cli.output.views.report.page_table import page_table

        if self.result.total.seats is not None:
            yield "sekilas", "page.glance", [self._tiles()]
        chapters = (
            ("kantor", "offices.offices", self.table()),
            ("badan", "offices.bodies", self.bodies()),
            ("aturan", "offices.rules", self.rules()),
        )
        for name, key, table in chapters:
            if any(True for _ in table.rows()):
                yield name, key, [page_table(table, self.speaker, self.say(key))]

    def _verdict(self) -> Verdict:
        from adhoc_cli.output.html.page import Alarm, Figure, Verdict

        found, total = self.result, self.result.total
        seats = total.seats or Tally()
        bad = found.unread or seats.vacant or total.errors
        doubtful = seats.excess or total.warnings or total.seats is None
        tone = Tone.BAD if bad else Tone.WARN if doubtful else Tone.GOOD
        parts = [part for part in self._parts() if part]
        sentence, *rest = (part if isinstance(part, str) else part.text for part in parts)
        figures = [
            Figure(
                body, self.speaker.number(tally.filled),
                self.say("page.figure.of", count=self.speaker.number(tally.required)),
                self.speaker.counted("page.figure.vacant", tally.vacant)
                if tally.vacant else self.say("page.figure.full"),
                Tone.BAD if tally.vacant else Tone.GOOD,
            )
            for body, tally in (total.bodies or {}).items()
            if body not in total.secretariats
        ]  # fmt: skip
        unread = [one.name or one.folder for one in self.offices if one.reason]
        alarm = Alarm(self.say("page.alarm.unreadable"), ", ".join(unread))
        label = self.say(f"page.label.{'broken' if found.unread else tone.value}")
        return Verdict(tone, label, sentence, ", ".join(rest), figures, [alarm] * bool(unread))

    def _tiles(self) -> TileMap:
        from adhoc_cli.output.html.page import TileMap
        from adhoc_cli.output.html.pictures import big_tiles

        squares = [self._square(one) for one in self.offices]
        complete = sum(one.fill == "none" for one in squares)
        words = self.say("offices.tiles.words", complete=complete, count=len(squares))
        used = {one.fill for one in squares}
        legend = [(fill, self.say(f"offices.fill.{fill}")) for fill in _FILLS if fill in used]
        return TileMap(
            "petak", self.say("offices.tiles"), words, [big_tiles(squares, "", words)], legend,
            self.say("offices.tiles.note"),
        )  # fmt: skip

    def _square(self, one: Office) -> Square:
        from adhoc_cli.output.html.page import Square

        name, number = _short(one), self.speaker.number
        if one.profile is None or one.seats is None:
            why = one.reason or self.say("quota.nothing")
            return Square("many", name, "–", "!", f"{one.name or one.folder}: {why}")
        seats = one.seats
        numbers = {"filled": number(seats.filled), "required": number(seats.required)}
        told = self.say("page.tiles.tile", name=one.name or one.folder, **numbers)
        badge = number(seats.vacant) if seats.vacant else ""
        return Square(_fill(seats), name, f"{numbers['filled']}/{numbers['required']}", badge, told)


_FILLS: tuple[Fill, ...] = ("none", "few", "some", "many", "excess")
_SOME, _MANY = 1, 5  # percent of the seats that are vacant


def _fill(seats: Tally) -> Fill:
    if not seats.vacant:
        return "excess" if seats.excess else "none"
    share = 100 * seats.vacant / seats.required
    return "few" if share < _SOME else "some" if share <= _MANY else "many"


def _short(one: Office) -> str:
    """The name for a tile: a kota is told as one, for two may share the rest of the name."""
    return one.name.removeprefix("Kabupaten ") or one.folder.rstrip("/").rpartition("/")[2]


def _seats(one: Office, *keys: str) -> tuple[int, ...] | None:
    return None if one.seats is None else tuple(getattr(one.seats, key) for key in keys)


def _of_seats(key: str, tone: Tone, drop: int = 0) -> Field:
    return Field(key, f"seats.{key}", COUNT, f"quota.{key}", tone=tone, drop=drop)
