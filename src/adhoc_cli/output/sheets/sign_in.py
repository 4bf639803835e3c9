"""Sign-in sheets of trainings: A4 pages for the writers of this package, or CSV to fill in."""

from collections.abc import Iterable, Iterator, Sequence

from adhoc_cli.output.sheets import csv
from adhoc_cli.output.sheets.page import Cell, Page, Printed, Row
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.reports.bimtek import Invitee, SignIn

MOST_LINES = 20  # signatures on a page
_TALLEST = 11
_COLUMNS = ("number", "name", "post", "place", "signature")
_WIDTHS = (10, 56, 42, 38, 40)
_CSV = ("kegiatan", "tanggal", "nama", "badan", "kode_wilayah", "hadir")


def printed(sheets: Iterable[SignIn], speaker: Speaker, letterhead: Sequence[str]) -> Printed:
    """The pages: each event begins a new one."""
    pages = [page for sheet in sheets for page in _pages(sheet, speaker, letterhead)]
    return Printed(speaker.say("signin.title", event="").strip(), speaker.lang, pages)


def _pages(sheet: SignIn, speaker: Speaker, letterhead: Sequence[str]) -> Iterator[Page]:
    say, people = speaker.say, sheet.people
    parts = range(0, len(people), MOST_LINES)
    for part, at in enumerate(parts, start=1):
        lines = enumerate(people[at : at + MOST_LINES], start=at + 1)
        yield Page(
            letterhead,
            say("signin.title", event=sheet.state.name),
            "",
            _when_and_where(sheet, speaker),
            "",
            f"{_by_whom(sheet, speaker)}{part}/{len(parts)}",
            [say(f"signin.{column}") for column in _COLUMNS],
            _WIDTHS,
            [_row(number, one, speaker) for number, one in lines],
            _TALLEST,
            "",
            (),
            [say("signin.how")],
            say("signin.signed"),
        )


def _when_and_where(sheet: SignIn, speaker: Speaker) -> str:
    state = sheet.state
    parts = (speaker.shown(state.day), state.said("jam"), state.said("tempat"))
    return " · ".join(part for part in parts if part)


def _by_whom(sheet: SignIn, speaker: Speaker) -> str:
    """Organiser and monitor, with a dot behind each."""
    said = ((key, sheet.state.said(key)) for key in ("penyelenggara", "pemantau"))
    return "".join(
        f"{speaker.say(f'signin.{key}')}: {speaker.shown(text)} · " for key, text in said if text
    )


def _row(number: int, one: Invitee, speaker: Speaker) -> Row:
    return (
        Cell(str(number)),
        Cell(one.name, bold=True),
        Cell(f"{one.role} {one.body}".strip(), one.division),
        Cell(speaker.place(one.region), small=True),
        Cell(),
    )


def to_fill_in(sheets: Iterable[SignIn]) -> bytes:
    """The rows of bimtek.csv with `hadir` still empty."""
    return csv.file_of(
        _CSV,
        (
            (sheet.state.name, sheet.state.day.isoformat(), one.name, one.body, one.region.code, "")
            for sheet in sheets
            for one in sheet.people
        ),
    )
