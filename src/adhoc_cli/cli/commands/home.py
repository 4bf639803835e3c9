"""A bare `adhoc`: how the folder at hand stands and what comes next; without a roster, how to
begin."""

from contextlib import suppress
from pathlib import Path

from adhoc_cli.cli import lookups, verdict
from adhoc_cli.cli.language import say
from adhoc_cli.cli.refusal import UsageFault
from adhoc_cli.cli.roster_options import RosterOptions, roster_command

_BEGIN = ("home.init", "home.import", "home.elsewhere")


@roster_command()
def home(shared: RosterOptions) -> int:
    """Say how the roster of the current folder stands."""
    if not _is_roster(shared.folder):
        lines = [f"{say('usage.missing_command')} {say('home.begin')}", *map(say, _BEGIN)]
        raise UsageFault("\n  ".join(lines))
    shared.enter()

    from adhoc_cli.output.views.home import HomeView
    from adhoc_cli.reports.check import check_roster

    rules = lookups.chosen_rules((), ())
    with shared.reading() as (roster, watch):
        checked = check_roster(roster, watch.over(rules), shared.limit)
    speaker = shared.speaker()
    shared.hand_over(HomeView(checked, speaker, folder=shared.folder_name))
    return verdict.of_check(checked.report, roster, speaker, "never")


def _is_roster(folder: Path) -> bool:
    """Whether any of the lists is there that a roster cannot do without."""
    names = ("kecamatan.csv", "desa.csv", "anggota*.csv")
    with suppress(OSError):  # a folder that may not be read, or is gone
        return any(next(folder.glob(name), None) for name in names)
    return False
