"""What commands that write Word files share: what is refused, and who makes the file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from adhoc_cli.cli.language import lang, say
from adhoc_cli.cli.refusal import quoted, refuse
from adhoc_cli.output.safe import harmless

if TYPE_CHECKING:
    from adhoc_cli.cli.roster_options import RosterOptions
    from adhoc_cli.reports.letters.word import Word
    from adhoc_cli.reports.members import Members
    from adhoc_cli.roster.roster import Roster

DOCX = "docx"
_MOST = 5_000  # people of a file: Word takes seconds to open more
_COLUMNS = ("nama", "jenis_kelamin", "badan", "jabatan", "tps", "alamat", "status")


def refuse_of_word(
    form: str, output: str | None, template: Path | None, folder: Path | None = None
) -> None:
    """Refuse a Word file that goes nowhere, and one in place of its template; `folder` is where the
    files go, where there are several."""
    if folder is None and form == DOCX and output in (None, "-") and sys.stdout.isatty():
        refuse("usage.docx_output")
    if template is None:
        return
    if form != DOCX and folder is None:
        refuse("usage.docx_output")
    if output and Path(output).exists() and template.exists() and template.samefile(output):
        refuse("usage.template_is_output", name=quoted([output]))


def word_of(roster: Roster, template: Path | None) -> Word:
    """Who makes Word files; ends the run where the library is not installed."""
    from adhoc_cli.reports.letters.word import NoDocx, Word

    head = [harmless(line, 120) for line in roster.office.settings.kop.public]
    try:
        return Word(template, head)
    except NoDocx:
        refuse("usage.no_docx")


def attachment(
    roster: Roster, listed: Members, template: Path | None, shared: RosterOptions
) -> bytes:
    """The list of a decree as a Word file."""
    from adhoc_cli.reports.letters.data import Clerk

    word = word_of(roster, template)
    if len(listed) > _MOST:
        refuse("usage.docx_people", most=_MOST, count=len(listed))
    given = Clerk(roster, lang(), shared.personal).attachment(listed)
    head = say("attachment.head", office=given.kantor_lengkap.upper()).splitlines()
    people = [one for place in given.tempat for one in place.anggota]
    filled = [name for name in _COLUMNS if any(getattr(one, name) for one in people)]
    titles = {"nomor": say("attachment.number")} | {one: say(f"members.{one}") for one in filled}
    return word.attachment(given, head, titles)
