"""Sign-in sheets of trainings: A4 pages for the writers of this package, or CSV to fill in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from adhoc_cli.output.safe import safe, safe_cell
from adhoc_cli.output.sheets.page import Cell, Page, Printed, Row
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.reports.bimtek import Invitee, SignIn
from adhoc_cli.text.cells import for_spreadsheet
from adhoc_cli.text.personal import of_an_office

MOST_LINES = 20  # signatures on a page
_TALLEST = 11
_COLUMNS = ("number", "name", "post", "place", "signature")
_WIDTHS = (10, 56, 42, 38, 40)
_CSV = ("kegiatan", "tanggal", "nama", "badan", "kode_wilayah", "hadir")


def printed(sheets: Iterable[SignIn], speaker: Speaker, letterhead: Sequence[str]) -> Printed:
    """The pages: each event begins a new one."""
    heads = tuple(safe(of_an_office(one), 120) for one in letterhead)
    pages = [page for sheet in sheets for page in _pages(sheet, speaker, heads)]
    return Printed(speaker.say("signin.title", event="").strip(), speaker.lang, pages)


def _pages(sheet: SignIn, speaker: Speaker, letterhead: Sequence[str]) -> Iterator[Page]:
    say, people = speaker.say, sheet.people
    parts = range(0, len(people), MOST_LINES)
    for part, at in enumerate(parts, start=1):
        lines = enumerate(people[at : at + MOST_LINES], start=at + 1)
        yield Page(
            letterhead,
            say("signin.title", event=safe(sheet.state.name, 120)),
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
            say("signin.how"),
            say("signin.signed"),
        )


def _when_and_where(sheet: SignIn, speaker: Speaker) -> str:
    state = sheet.state
    parts = (speaker.shown(state.day), state.said("jam"), state.said("tempat"))
    return safe(" · ".join(part for part in parts if part), 160)


def _by_whom(sheet: SignIn, speaker: Speaker) -> str:
    """Organiser and monitor, with a dot behind each."""
    said = ((key, sheet.state.said(key)) for key in ("penyelenggara", "pemantau"))
    return "".join(
        f"{speaker.say(f'signin.{key}')}: {safe(text, 80)} · " for key, text in said if text
    )


def _row(number: int, one: Invitee, speaker: Speaker) -> Row:
    return (
        Cell(str(number)),
        Cell(safe(one.name, 120), bold=True),
        Cell(safe(f"{one.role} {one.body}".strip(), 80), safe(one.division, 120)),
        Cell(safe(speaker.place(one.region), 120), small=True),
        Cell(),
    )


def to_fill_in(sheets: Iterable[SignIn]) -> bytes:
    """The rows of bimtek.csv with `hadir` still empty, UTF-8 with a byte order mark."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_CSV)
    for sheet in sheets:
        name, day = sheet.state.name, sheet.state.day.isoformat()
        for one in sheet.people:
            cells = (name, day, one.name, one.body, one.region.code, "")
            writer.writerow([for_spreadsheet(safe_cell(cell)) for cell in cells])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "backslashreplace")
