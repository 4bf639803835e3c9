"""`adhoc replace`: who comes next for every vacant seat. It proposes, and changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from adhoc_cli.cli import options, verdict
from adhoc_cli.cli.language import lang
from adhoc_cli.cli.roster_options import DAY, FOLDER, RESULT, RosterOptions, roster_command

if TYPE_CHECKING:
    from adhoc_cli.output.view import View
    from adhoc_cli.reports.letters.drafts import Draft
    from adhoc_cli.reports.successors import Successors
    from adhoc_cli.roster.roster import Roster


@roster_command(*FOLDER, "region", "body", ..., *DAY, "fail_on", *RESULT)
def replace(
    shared: RosterOptions,
    *,
    reserve: options.Reserve = False,
    letter: options.LetterOption = None,
    letters: options.Letters = None,
) -> int:
    """Propose who comes next for the vacant seats of a roster folder."""
    shared.enter()

    from adhoc_cli.output.views.letters import LettersView
    from adhoc_cli.output.views.replace import ReplaceView
    from adhoc_cli.reports.successors import find_successors

    roster, speaker = shared.open()
    place = shared.place_in(roster, speaker)
    found = find_successors(roster, region=place, bodies=shared.bodies_of(roster))
    made = _drafts(roster, found, letter, personal=shared.personal) if letter or letters else ()
    saved = _save(letters, made) if letters else None
    view: View
    if letter and not letters:
        view = LettersView(made, speaker, letter=letter)
    else:
        view = ReplaceView(found, speaker, folder=shared.folder_name, depth=reserve, saved=saved)
    shared.hand_over(view, speaker)
    return verdict.of_seats(found.open, roster, speaker, shared.fail_on)


def _drafts(
    roster: Roster, found: Successors, letter: str | None, *, personal: bool
) -> Sequence[Draft]:
    """The drafts of one kind of letter, or of all."""
    from adhoc_cli.reports.letters.drafts import drafts
    from adhoc_cli.reports.letters.write import Letter, Writer

    kinds = [Letter(letter)] if letter else list(Letter)
    return drafts(Writer(roster, lang(), personal), found.vacancies, kinds)


def _save(folder: Path, made: Sequence[Draft]) -> tuple[int, str]:
    """Write every draft to a file of its own, all or none, and never in place of another; how many
    were written, and where."""
    from adhoc_cli.cli.new_folder import write_all
    from adhoc_cli.files.folder import NewFile
    from adhoc_cli.reports.letters.drafts import file_names

    files = [
        NewFile(name, draft.text.encode(), 0, private=True)
        for name, draft in zip(file_names(made), made, strict=True)
    ]
    if files:
        write_all(folder, files)
    return len(files), str(folder)
