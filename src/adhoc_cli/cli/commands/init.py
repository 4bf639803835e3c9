"""`adhoc init DIR`: a new roster folder."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from adhoc_cli.cli import lookups, options
from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.language import lang, say
from adhoc_cli.cli.refusal import quoted
from adhoc_cli.cli.roster_options import RosterOptions, roster_command
from adhoc_cli.cli.startup_cost import settle
from adhoc_cli.cli.streams import OutputLost, tell

if TYPE_CHECKING:
    from adhoc_cli.intake.init import InitPlan


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

    from adhoc_cli.intake.init import plan_init, write_init
    from adhoc_cli.output.views.init import InitView
    from adhoc_cli.profiles.load import DEFAULT, is_file, load_profile

    chosen = shared.profile or DEFAULT
    law = load_profile(chosen)
    named = Path(os.path.relpath(chosen, folder)).as_posix() if is_file(chosen) else chosen
    settle()
    plan = plan_init(folder, place, law, with_seats=with_seats, lang=lang(), named=named)
    made = write_init(plan)
    with _report_of(made):
        shared.hand_over(InitView(made, shared.speaker()))
    return End.CLEAN


@contextmanager
def _report_of(made: InitPlan) -> Iterator[None]:
    """Say that the folder is there all the same, where the report of it is lost."""
    from adhoc_cli.output.sink import DestinationError

    try:
        yield
    except (DestinationError, OutputLost) as lost:
        if getattr(lost, "code", None) != errno.EPIPE:
            tell(say("end.folder_made", folder=quoted([str(made.folder)])))
        raise
