"""What is wrong with the files of a folder that cannot be read."""

from collections.abc import Collection, Mapping, Sequence

from adhoc_cli.engine.run import run_as_written
from adhoc_cli.models.finding import Finding, Severity
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.registry import choose


def faults_of_files(roster: Roster, kinds: Collection[str]) -> Mapping[str, Sequence[Finding]]:
    """By file of these kinds that could not be read, or is missing though required, what the rules
    of family F find in it; nothing where none of them knows. A rule that `adhoc.toml` switches off
    still does.
    """
    names = roster.folder.unreadable_files(kinds)
    if not names:
        return {}
    ran = (run_as_written(roster, rule, None) for rule in choose(["F"]))
    errors = [one for rule in ran for one in rule.findings if one.severity is Severity.ERROR]
    return {name: [one for one in errors if one.file == name] for name in names}
