"""`adhoc replace`: who comes next for every vacant seat. It proposes, and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from adhoc_cli.cli import lookups, option_values, options, progress, session, verdict
from adhoc_cli.cli.exit_codes import End, Ended
from adhoc_cli.cli.help_text import ShownCommand
from adhoc_cli.cli.language import lang, say, translator

if TYPE_CHECKING:
    from adhoc_cli.output.speaker import Speaker
    from adhoc_cli.output.view import View
    from adhoc_cli.reports.letters.drafts import Draft
    from adhoc_cli.reports.successors import Successors
    from adhoc_cli.roster.roster import Roster

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("replace", cls=ShownCommand)
def replace(
    directory: options.DirArgument = None,
    folder: options.DirOption = None,
    region: options.Region = None,
    body: options.Bodies = None,
    reserve: options.Reserve = False,
    letter: options.LetterOption = None,
    letters: options.Letters = None,
    as_of: options.AsOf = None,
    profile: options.Profile = None,
    fail_on: options.FailOnOption = options.FailOn.ERROR,
    form: options.Format = None,
    output: options.Output = None,
    quiet: options.Quiet = False,
    show_personal: options.ShowPersonal = False,
    max_size: options.MaxSize = None,
) -> int:
    """Propose who comes next for the vacant seats of a roster folder."""
    here, day = option_values.folder_of(directory, folder), option_values.day(as_of)
    max_bytes, bodies = option_values.size(max_size), option_values.split(body, "--body")
    form = session.form_of(form, output)
    session.enter(here)

    from adhoc_cli.output.views.replace import ReplaceView
    from adhoc_cli.reports.successors import find_successors

    session.settle()
    with progress.shown(here):
        roster = session.open_roster(here, day, profile, max_bytes)
    speaker = session.speaker(personal=show_personal)
    if region and verdict.no_places(roster):
        return verdict.of_listing(roster, speaker)
    found = find_successors(
        roster,
        region=lookups.place_of(roster, region, speaker),
        bodies=lookups.known_bodies(roster, bodies),
    )
    made = _drafts(roster, found, letter, personal=show_personal) if letter or letters else ()
    saved = _save(letters, made) if letters else None
    named = option_values.shown_folder(here)
    view: View = ReplaceView(found, speaker, folder=named, depth=reserve, saved=saved)
    if letter and not letters:
        view = _letters(letter, made, speaker)
    session.hand_over(view, speaker, form, output, quiet=quiet)
    return verdict.of_seats(found.open, roster, speaker, fail_on)


def _drafts(
    roster: Roster, found: Successors, letter: options.LetterKind | None, *, personal: bool
) -> Sequence[Draft]:
    """The drafts of one kind of letter, or of all."""
    from adhoc_cli.reports.letters.drafts import drafts
    from adhoc_cli.reports.letters.write import Letter, Writer

    kinds = [Letter(letter.value)] if letter else list(Letter)
    with _usable_templates():
        return drafts(Writer(roster, lang(), personal), found.vacancies, kinds)


def _letters(letter: options.LetterKind, made: Sequence[Draft], speaker: Speaker) -> View:
    from adhoc_cli.output.views.letters import LettersView

    return LettersView(letter.value, made, speaker)


@contextmanager
def _usable_templates() -> Iterator[None]:
    """End with exit code 2, file and line where a template of the office cannot be used."""
    from adhoc_cli.output.safe import safe
    from adhoc_cli.reports.letters.faults import TemplateFault

    try:
        yield
    except TemplateFault as fault:
        text = f"{safe(fault.place)}: {safe(fault.said(translator()))}"
        raise Ended(End.USAGE, say("usage.error", text=text)) from None


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
