"""`adhoc init DIR`: a new roster folder."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from adhoc_cli.cli import lookups, options, session
from adhoc_cli.cli.exit_codes import End, Ended
from adhoc_cli.cli.language import lang, say
from adhoc_cli.cli.refusal import quoted
from adhoc_cli.cli.roster_options import RosterOptions, roster_command
from adhoc_cli.cli.streams import OutputLost, tell

if TYPE_CHECKING:
    from adhoc_cli.intake.init import Initialised, InitRefused
    from adhoc_cli.places.country import Kabupaten
    from adhoc_cli.profiles.model import Profile


@roster_command(..., "profile", "form", "output", "quiet")
def init(
    shared: RosterOptions,
    *,
    folder: options.NewDirArgument,
    kabupaten: options.KabupatenOption = None,
    with_seats: options.WithSeats = False,
) -> int:
    """Make a roster folder."""
    place = lookups.kabupaten_of(kabupaten)
    with session.configured():
        from adhoc_cli.profiles.load import DEFAULT, load_profile

        law = load_profile(shared.profile or DEFAULT)

    from adhoc_cli.output.views.init import InitView

    session.settle()
    made = _make(folder, place, law, with_seats=with_seats)
    speaker = shared.speaker()
    with _report_of(made):
        shared.hand_over(InitView(made, speaker, profile=law.nama), speaker)
    return End.CLEAN


@contextmanager
def _report_of(made: Initialised) -> Iterator[None]:
    """Say that the folder is there all the same, where the report of it is lost."""
    try:
        yield
    except (Ended, OutputLost) as lost:
        if lost.code != errno.EPIPE:
            tell(say("end.folder_made", folder=quoted([str(made.folder)])))
        raise


def _make(folder: Path, place: Kabupaten | None, law: Profile, *, with_seats: bool) -> Initialised:
    from adhoc_cli.intake.init import InitRefused, plan_init, write_init

    try:
        return write_init(plan_init(folder, place, law, with_seats=with_seats, lang=lang()))
    except InitRefused as refused:
        raise Ended(End.USAGE, say("usage.error", text=_why(refused))) from None


def _why(refused: InitRefused) -> str:
    params = dict(refused.params)
    if "files" in params:
        params["files"] = quoted(params["files"])
    if "folder" in params:
        params["folder"] = quoted([params["folder"]])
    return say(f"init.refused.{refused.key}", **params)
