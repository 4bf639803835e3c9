"""`adhoc replace`: who comes next for every vacant seat. It proposes, and changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from adhoc_cli.cli import options, verdict
from adhoc_cli.cli.language import lang
from adhoc_cli.cli.refusal import quoted, refuse
from adhoc_cli.cli.roster_options import DAY, FOLDER, RESULT, RosterOptions, roster_command

if TYPE_CHECKING:
    from adhoc_cli.output.view import View
    from adhoc_cli.reports.letters.drafts import Draft
    from adhoc_cli.reports.letters.word import Word
    from adhoc_cli.roster.roster import Roster

_DOCX = "docx"


@roster_command(*FOLDER, "region", "body", ..., *DAY, "fail_on", *RESULT)
def replace(
    shared: RosterOptions,
    *,
    reserve: options.Reserve = False,
    letter: options.LetterOption = None,
    letters: options.Letters = None,
    template: options.LetterTemplate = None,
) -> int:
    """Propose who comes next for the vacant seats of a roster folder."""
    in_word = shared.form == _DOCX or (letters is not None and template is not None)
    _refuse_of_word(shared, letter, letters, template)
    shared.enter()

    from adhoc_cli.output.views.letters import LettersView
    from adhoc_cli.output.views.replace import ReplaceView
    from adhoc_cli.reports.letters.drafts import drafts
    from adhoc_cli.reports.letters.write import Letter, Writer
    from adhoc_cli.reports.successors import find_successors

    roster, speaker = shared.open()
    place = shared.place_in(roster, speaker)
    found = find_successors(roster, region=place, bodies=shared.bodies_of(roster))
    word = _word(roster, template) if in_word else None
    writer = Writer(roster, lang(), shared.personal, word)
    kinds = ([Letter(letter)] if letter else list(Letter)) if letter or letters else ()
    made = drafts(writer, found.vacancies, kinds)
    saved = _save(letters, made) if letters else None
    view: View
    if letter and not letters:
        view = LettersView(made, speaker, letter=letter)
    else:
        shared = shared.shown() if shared.form == _DOCX else shared
        view = ReplaceView(found, speaker, folder=shared.folder_name, depth=reserve, saved=saved)
    shared.hand_over(view, speaker)
    return verdict.of_seats(found.open, roster, speaker, shared.fail_on)


def _refuse_of_word(
    shared: RosterOptions, letter: str | None, letters: Path | None, template: Path | None
) -> None:
    """Refuse what asks for a Word file without saying which letter, or where it goes."""
    wanted = letter == "berita-acara" or (letters and not letter)
    if (template or shared.form == _DOCX) and not wanted:
        refuse("usage.docx_letter")
    if template is None:
        return
    if shared.form != _DOCX and letters is None:
        refuse("usage.template_output")
    output = shared.output
    if output and Path(output).exists() and template.exists() and template.samefile(output):
        refuse("usage.template_is_output", name=quoted([output]))


def _word(roster: Roster, template: Path | None) -> Word:
    """What makes Word files; ends the run where its library is not installed."""
    from adhoc_cli.reports.letters.word import NoDocx, Word

    try:
        return Word(template, roster.office.settings.kop.baris)
    except NoDocx:
        refuse("usage.no_docx")


def _save(folder: Path, made: Sequence[Draft]) -> tuple[int, str]:
    """Write every draft to a file of its own, all or none, and never in place of another; how many
    were written, and where."""
    from adhoc_cli.cli.new_folder import write_all
    from adhoc_cli.files.folder import NewFile
    from adhoc_cli.reports.letters.drafts import file_names

    files = [
        NewFile(name, draft.file[1], 0, private=True)
        for name, draft in zip(file_names(made), made, strict=True)
    ]
    if files:
        write_all(folder, files)
    return len(files), str(folder)
