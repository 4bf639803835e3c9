"""`adhoc replace`: who comes next for every vacant seat. It proposes, and changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from adhoc_cli.cli import options, verdict
from adhoc_cli.cli.language import lang
from adhoc_cli.cli.refusal import refuse
from adhoc_cli.cli.roster_options import DAY, FOLDER, RESULT, RosterOptions, roster_command
from adhoc_cli.cli.word import DOCX, refuse_of_word, word_of

if TYPE_CHECKING:
    from adhoc_cli.output.view import View
    from adhoc_cli.reports.letters.drafts import Draft

_BERITA_ACARA = "berita-acara"


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
    in_word = shared.form == DOCX or template is not None
    if in_word and not (letter == _BERITA_ACARA or (letters and not letter)):
        refuse("usage.docx_letter")
    refuse_of_word(shared.form, shared.output, template, letters)
    shared.enter()

    from adhoc_cli.output.views.letters import LettersView
    from adhoc_cli.output.views.replace import ReplaceView
    from adhoc_cli.reports.letters.drafts import drafts
    from adhoc_cli.reports.letters.write import Letter, Writer
    from adhoc_cli.reports.successors import find_successors

    roster, speaker = shared.open()
    place = shared.place_in(roster, speaker)
    found = find_successors(roster, region=place, bodies=shared.bodies_of(roster))
    word = word_of(roster, template) if in_word else None
    writer = Writer(roster, lang(), shared.personal, word)
    kinds = ([Letter(letter)] if letter else list(Letter)) if letter or letters else ()
    made = drafts(writer, found.vacancies, kinds)
    saved = _save(letters, made) if letters else None
    view: View
    if letter and not letters:
        view = LettersView(made, speaker, letter=letter)
    else:
        shared = shared.shown() if shared.form == DOCX else shared
        view = ReplaceView(found, speaker, folder=shared.folder_name, depth=reserve, saved=saved)
    shared.hand_over(view)
    return verdict.of_seats(found.open, roster, speaker, shared.fail_on)


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
