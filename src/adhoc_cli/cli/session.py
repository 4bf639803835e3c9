"""What the commands share: opening a folder, and handing over a result."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.language import asked_for, follow, lang, say, verbose
from adhoc_cli.cli.refusal import end, quoted, refuse
from adhoc_cli.cli.streams import tell
from adhoc_cli.text.system import reason_of, too_long

if TYPE_CHECKING:
    from adhoc_cli.output.sheets.page import Printed
    from adhoc_cli.output.speaker import Speaker
    from adhoc_cli.output.view import View
    from adhoc_cli.profiles.load import Office

_SHEETS = (".html", ".pdf", ".csv")


def speaker(*, personal: bool = False) -> Speaker:
    """Who makes the words of results, in the language of the run."""
    from adhoc_cli.output.speaker import Speaker

    return Speaker(lang(), personal, verbose())


# -- the folder ------------------------------------------------------------------------------------


def enter(folder: Path) -> None:
    """Take the language of `folder`; end with exit code 3 where it is no folder one can read."""
    follow(folder)
    look_into(folder)


def look_into(folder: Path) -> None:
    """End with exit code 3 where `folder` is none that one can read."""
    try:
        with os.scandir(folder):
            return
    except FileNotFoundError as error:
        is_long = too_long(error)
        key = "end.folder_unreadable" if is_long else "end.no_folder"
        reason = reason_of(error) if is_long else None
    except NotADirectoryError:
        key, reason = "end.not_a_folder", None
    except PermissionError:
        key, reason = "end.folder_refused", None
    except (OSError, ValueError) as error:  # a name with NUL, or of 5,000 characters
        key, reason = "end.folder_unreadable", reason_of(error)
    end(End.UNREADABLE, say(key, name=quoted([str(folder)]), reason=reason))


def enter_either(path: Path) -> None:
    """The same for a folder or a single file."""
    try:
        single = path.is_file()
    except (OSError, ValueError):  # a name with NUL, or of 5,000 characters: `enter` tells
        single = False
    enter(path.parent if single else path)


def open_office(folder: Path, profile: str | None, as_of: date) -> Office:
    """The settings of `folder`, and the profile that they or `profile` name."""
    from adhoc_cli.profiles.load import load_office

    office = load_office(folder, profile, as_of)
    know_the_rules(office)
    return office


def know_the_rules(office: Office) -> None:
    """Raise `ConfigError` where `adhoc.toml` names a rule that there is not, whatever the command:
    a mistake in that file is never found only on the day of the check."""
    if office.settings.aturan or office.settings.pengecualian:
        from adhoc_cli.rules.in_force import in_force

        in_force(office)


# -- the result ------------------------------------------------------------------------------------


def form_of(form: str | None, output: str | None, command: str = "") -> str:
    """The format that is asked for, by its name or by how that of the file ends. One that `command`
    does not have is refused, and so is one that no screen can show."""
    from adhoc_cli.output.formats import UnknownFormat, choose, endings, for_file, names

    wanted = for_file(output, command) if form is None else form
    if wanted is None:
        refuse_ending(str(output), endings(command))
    try:
        chosen = choose(wanted, is_terminal=True)
    except UnknownFormat:
        chosen = None
    if chosen is None or not chosen.fits(command):
        refuse("usage.choose", name="--format", choices=", ".join(names(command)))
    if chosen.binary and output in (None, "-") and sys.stdout.isatty():
        refuse("usage.xlsx_needs_file", form=chosen.name.upper(), ending=chosen.extension)
    return chosen.name


def refuse_ending(output: str, endings: Sequence[str]) -> NoReturn:
    """Refuse a file of an ending that a command cannot write, with those that it can."""
    refuse("usage.ending", name=quoted([Path(output).suffix]), choices=", ".join(endings))


def is_for_programs(form: str) -> bool:
    """Whether a format is for programs."""
    from adhoc_cli.output.formats import choose

    return choose(form, is_terminal=False).machine


def to_screen(view: View, form: str, output: str | None, *, personal: bool) -> None:
    """Write the result to standard output, on a terminal in colour and page by page."""
    from adhoc_cli.output.write import deliver

    tty = sys.stdout.isatty()
    color, pager = tty and _colour(), _pager() if tty else ()
    deliver(view, form, output, is_terminal=tty, color=color, pager=pager, personal=personal)


def tell_written(path: Path, *, quiet: bool = False) -> None:
    """Tell whoever sits at a terminal which file was written; elsewhere silence means success."""
    if sys.stderr.isatty() and not quiet:
        tell(say("written.file", file=str(path)))


def sheet_ending(output: str) -> str:
    """How a file of sheets ends; refused where no sheet can be written so."""
    ending = Path(output).suffix.lower()
    if ending not in _SHEETS:
        refuse_ending(output, _SHEETS)
    return ending


def write_sheets(
    output: str, to_fill_in: Callable[[], bytes], printed: Callable[[], Printed]
) -> None:
    """Write sheets in the form that the file's name asks for: rows to fill in at a computer, or
    pages of paper."""
    from adhoc_cli.output.sheets import html, pdf

    ending = sheet_ending(output)
    if ending == ".csv":
        data = to_fill_in()
    else:
        try:
            data = (html if ending == ".html" else pdf).write(printed())
        except pdf.NoPdf:
            refuse("usage.no_pdf")
    write_bytes(Path(output), data, private=False)
    tell_written(Path(output))


def make_folder(folder: Path) -> None:
    """Make the folder that results go to; end with exit code 2 where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        text = say("destination.failed", file=str(folder), reason=reason_of(error))
        end(End.USAGE, text)


def write_bytes(path: Path, data: bytes, *, private: bool) -> None:
    """Put `data` at `path`, whole or not at all."""
    from adhoc_cli.output.write import write_file

    write_file(path, lambda file: file.write(data), private=private)


def _colour() -> bool:
    """Whether colour is wanted. FORCE_COLOR is not heard: it would write ANSI into logs."""
    if asked_for("--no-color") or os.environ.get("NO_COLOR"):
        return False
    if os.name == "nt" and "TERM" not in os.environ:
        from adhoc_cli.cli.console import takes_colours

        return takes_colours()
    return os.environ.get("TERM", "dumb") != "dumb"


def _pager() -> tuple[str, ...]:
    """The command line of the pager of whoever sits at the terminal; empty for none."""
    # A console of Windows has no TERM.
    able = os.name == "nt" or os.environ.get("TERM", "dumb") != "dumb"
    seated = sys.stdin is not None and sys.stdin.isatty()
    if not (able and seated) or asked_for("--no-pager"):
        return ()
    from adhoc_cli.output.pager import pager_of

    return pager_of(os.environ.get("ADHOC_PAGER", os.environ.get("PAGER")))
