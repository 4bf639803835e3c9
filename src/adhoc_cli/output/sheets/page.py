"""What stands on a printed page, as texts in the reader's language; the forms only lay it out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

from adhoc_cli.checklist.board import State
from adhoc_cli.checklist.place import Tick
from adhoc_cli.checklist.sheets import Sheet
from adhoc_cli.output.safe import safe
from adhoc_cli.output.speaker import Speaker

STATEMENTS = ("party", "marriage", "sentence", "health")
_TALLEST = 22
_LONGEST = 400  # characters of one text: what a meeting is for is the longest
COLUMNS = ("code", "stakeholder", "deadline", "day", "name", "signature", "follow_up")


# The columns of a checklist, in millimetres; the seven share the width of a page.
_WIDTHS = (14, 58, 18, 20, 28, 22, 26)


class Cell(NamedTuple):
    """One cell of the table, and what stands small `below` it; a `bold` one, a `small` one; `align`
    is L, C or R."""

    text: str = ""
    below: str = ""
    bold: bool = False
    small: bool = False
    align: Literal["L", "C", "R"] = "L"


Row = Sequence[Cell]


class Page(NamedTuple):
    """One page. It is signed by one who is `signed`, or by several in `signatures`, each of whom
    has some lines of text above and below the place for it."""

    letterhead: Sequence[str]
    title: str
    body: str
    place: str
    above: str
    about: str
    columns: Sequence[str]
    widths: Sequence[int]
    rows: Sequence[Row]
    tallest: int  # of a row, in millimetres
    statements_title: str
    statements: Sequence[str]
    how: Sequence[str]  # lines
    signed: str
    signatures: Sequence[tuple[str, str]] = ()


class Printed(NamedTuple):
    """All pages, and what they have in common."""

    title: str
    lang: str
    pages: Sequence[Page]

    def shown(self) -> Printed:
        """With every text as it may be read: nothing hidden in it, and nothing personal."""
        return Printed(*map(_shown, self))


def _shown(part: Any) -> Any:
    if isinstance(part, str):
        return safe(part, _LONGEST)
    if isinstance(part, Cell | Page):
        return type(part)(*map(_shown, part))
    return [*map(_shown, part)] if isinstance(part, list | tuple) else part


def printed(
    sheets: Iterable[Sheet],
    speaker: Speaker,
    *,
    letterhead: Sequence[str],
    profile: str,
    as_of: date,
) -> Printed:
    """The pages of `sheets`."""
    maker = _Maker(speaker, letterhead, profile, as_of)
    pages = [maker.page(sheet) for sheet in sheets]
    title = speaker.say("sheet.title", body="").strip()
    return Printed(title, speaker.lang, pages)


class _Maker:
    def __init__(
        self, speaker: Speaker, letterhead: Sequence[str], profile: str, as_of: date
    ) -> None:
        self._speaker = speaker
        self._letterhead = letterhead
        self._about = f"{profile} · {speaker.day(as_of)}"

    def page(self, sheet: Sheet) -> Page:
        say = self._speaker.say
        above = ""
        if sheet.region.code != sheet.kecamatan.code:
            above = self._speaker.place(sheet.kecamatan)
        part = f" · {sheet.part}/{sheet.parts}" if sheet.parts > 1 else ""
        return Page(
            self._letterhead,
            say("sheet.title", body=sheet.body),
            sheet.title.in_(self._speaker.lang),
            self._speaker.place(sheet.region),
            above,
            self._about + part,
            [say(f"sheet.{column}") for column in COLUMNS],
            _WIDTHS,
            [self._row(one) for one in sheet.lines],
            _TALLEST,
            say("sheet.statements"),
            [say(f"sheet.statement.{name}") for name in STATEMENTS],
            [say("sheet.how", place=sheet.region.code)],
            say("sheet.signed", body=sheet.body),
        )

    def _row(self, one: Tick) -> Row:
        say = self._speaker.say
        known = ""
        if one.mark and one.state is State.DONE:
            known = f"{say('sheet.known')} {one.mark.bukti or ''}".strip()
        purpose = one.planned.item.purpose.in_(self._speaker.lang)
        return (
            Cell(one.planned.id, bold=True),
            Cell(", ".join(one.roles), purpose, bold=True),
            Cell(_iso(one.due.day), say("checklist.law") if one.due.legal else ""),
            Cell(_iso(one.day)),
            Cell(),
            Cell(),
            Cell(known, small=True),
        )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
