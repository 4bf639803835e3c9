"""The options that commands on a roster share: declared once, read once, and handed over as values.

A command names those that it has, in the order of its help; its function takes them as one
`RosterOptions`, and its own options beside it:

    @roster_command(*FOLDER, "region", ..., *DAY, *RESULT)
    def quota(shared: RosterOptions, *, short: options.Short = False) -> int:
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import EllipsisType
from typing import TYPE_CHECKING, Any, Concatenate, NamedTuple, ParamSpec

from adhoc_cli.cli import lookups, option_values, options, progress, session, verdict
from adhoc_cli.cli.exit_codes import End, Ended
from adhoc_cli.cli.startup_cost import settle
from adhoc_cli.files.folder import NOTHING

if TYPE_CHECKING:
    from adhoc_cli.files.folder import Instead
    from adhoc_cli.output.speaker import Speaker
    from adhoc_cli.output.view import View
    from adhoc_cli.roster.roster import Roster

Own = ParamSpec("Own")

FOLDER = ("directory", "folder")
FOLDERS = ("directories", "folder")
DAY = ("as_of", "profile")
RESULT = ("form", "output", "quiet", "show_personal", "max_size")

# Findings of each rule: what people read, and what a program gets unless it asks for more.
_FOR_PEOPLE = 20
_FOR_PROGRAMS = 1_000


def roster_command(
    *order: str | EllipsisType,
) -> Callable[[Callable[Concatenate[RosterOptions, Own], int]], Callable[..., int]]:
    """Make a command of a function: `order` names the shared options it has, `...` stands for its
    own ones; an own option that is named stands in its place."""

    def composed(function: Callable[Concatenate[RosterOptions, Own], int]) -> Callable[..., int]:
        name = function.__name__
        own = dict(list(_parameters(function).items())[1:])
        rest = [one for one in own if one not in order]
        names = [one for word in order for one in (rest if word is ... else [str(word)])]

        def run(**typed: Any) -> int:
            mine = {key: typed.pop(key) for key in own if key in typed}
            return function(read_options(name, **typed), **mine)  # type: ignore[call-arg]  # what is named was composed from both signatures

        shared = _parameters(read_options) | {"form": options.format_of(name)}
        every = [(shared | own)[one].replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in names]
        run.__name__ = name
        run.__signature__ = inspect.Signature(every)  # type: ignore[attr-defined]  # typer reads it
        return run

    return composed


def _parameters(function: Callable[..., Any]) -> dict[str, inspect.Parameter]:
    return dict(inspect.signature(function, eval_str=True).parameters)


def read_options(
    command: str,
    /,
    directory: options.DirArgument = None,
    directories: options.DirsArgument = None,
    folder: options.DirOption = None,
    region: options.Region = None,
    body: options.Bodies = None,
    as_of: options.AsOf = None,
    profile: options.Profile = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    fail_on: options.FailOnOption = "error",
    form: str | None = None,
    output: options.Output = None,
    limit: options.Limit = None,
    quiet: options.Quiet = False,
    show_personal: options.ShowPersonal = False,
    max_size: options.MaxSize = None,
) -> RosterOptions:
    """Read what was typed; each of these options is declared here and nowhere else."""
    folders = option_values.folders_of(directories or ([directory] if directory else []), folder)
    day = option_values.day(as_of)
    max_bytes = option_values.size(max_size)
    form = session.form_of(form, output, command)
    for_programs = session.is_for_programs(form)
    usual = _FOR_PROGRAMS if for_programs else _FOR_PEOPLE
    return RosterOptions(
        folder=folders[0],
        folders=folders,
        day=day,
        as_of=as_of,
        profile=profile,
        region=region,
        bodies=option_values.split(body, "--body"),
        rules=(option_values.split(select, "--select"), option_values.split(ignore, "--ignore")),
        fail_on=fail_on,
        form=form,
        output=output,
        limit=option_values.limit(limit, usual),
        brief=limit is None and not for_programs,
        quiet=quiet,
        personal=show_personal,
        max_bytes=max_bytes,
    )


class RosterOptions(NamedTuple):
    """What was typed for the options that commands share; those that a command has not are empty.

    `folder` is the first of the `folders`; only some commands take many.
    `day` and `profile` are what the roster is read for, `rules` those to select and to ignore,
    `limit` the findings to show of each rule, None for all; `brief` tells that people read them and
    nobody said how many.
    """

    folder: Path
    folders: Sequence[Path]
    day: date
    as_of: str | None
    profile: str | None
    region: str | None
    bodies: Sequence[str]
    rules: tuple[Sequence[str], Sequence[str]]
    fail_on: options.FailOn
    form: str
    output: str | None
    limit: int | None
    brief: bool
    quiet: bool
    personal: bool
    max_bytes: int | None

    @property
    def several(self) -> bool:
        """Whether many folders were typed."""
        return len(self.folders) > 1

    @property
    def folder_name(self) -> str:
        """The folder as a result names it."""
        return option_values.shown_folder(self.folder)

    @property
    def again(self) -> tuple[str, ...]:
        """The arguments with which another command looks at the same roster on the same day."""
        where = [str(self.folder)] if self.folder != Path() else []
        day = ["--as-of", self.as_of] if self.as_of else []
        return (*where, *day, *(["--profile", self.profile] if self.profile else []))

    def shown(self) -> RosterOptions:
        """The same, with the result on the screen: what was asked for went into files."""
        return self._replace(form="table", output=None)

    def enter(self) -> None:
        """Take the language of the folder; end with exit code 3 where it is none.

        What a command imports comes after this, what it refuses of its own options before.
        """
        session.enter(self.folder)

    @contextmanager
    def reading(self) -> Iterator[tuple[Roster, progress.Watch]]:
        """Read the roster, and show how far the work on it is."""
        settle()
        with progress.shown(self.folder) as watch:
            yield self.load(), watch

    def load(self, instead: Instead = NOTHING) -> Roster:
        """Read the roster of the folder, or of one file of members, which was entered before;
        `instead` of what lies there, some files as they were or will be."""
        from adhoc_cli.roster.roster import load_roster
        from adhoc_cli.tables.source import DEFAULT_LIMIT

        most = DEFAULT_LIMIT if self.max_bytes is None else self.max_bytes
        roster = load_roster(self.folder, self.day, self.profile, most, instead)
        session.know_the_rules(roster.office)
        return roster

    def open(
        self, *, needs_places: bool = False, needs_members: bool = False
    ) -> tuple[Roster, Speaker]:
        """Read the roster; with it comes who makes the words.

        Ends with exit code 3 where the files that name the places cannot be read, if the command
        `needs_places` or was given `--region`; and where there are no members, if it needs them.
        """
        with self.reading() as (roster, _):
            pass
        speaker = self.speaker()
        if (needs_places or self.region) and verdict.no_places(roster):
            raise Ended(verdict.of_listing(roster, speaker))
        if needs_members and not roster.has("anggota"):
            raise Ended(verdict.of_listing(roster, speaker, ["anggota"]))
        return roster, speaker

    def speaker(self) -> Speaker:
        """Who makes the words of results, in the language of the run."""
        return session.speaker(personal=self.personal)

    def place_in(self, roster: Roster, speaker: Speaker) -> str | None:
        """The code of the place that `--region` names, None without it. Bodies of the kecamatan
        alone tell a kecamatan from a desa of its name."""
        known = [body for word in self.bodies if (body := roster.profile.vocabulary().body(word))]
        level = lookups.level_of_bodies(roster, known)
        return lookups.place_of(roster, self.region, speaker, level)

    def bodies_of(self, roster: Roster) -> tuple[str, ...]:
        """The bodies that `--body` names, as the profile spells them."""
        return lookups.known_bodies(roster, self.bodies)

    def show(self, view: View, roster: Roster, kinds: Collection[str] | None = None) -> End:
        """Write the result; the exit code of a list, made of the files of these `kinds`."""
        self.hand_over(view)
        return verdict.of_listing(roster, view.speaker, kinds)

    def hand_over(self, view: View, *, keep: int | None = None) -> None:
        """Write the result to where it is wanted."""
        if self.output not in (None, "-"):
            from adhoc_cli.output.write import save

            path = Path(str(self.output))
            save(view, self.form, path, keep=keep, personal=view.speaker.personal)
            session.tell_written(path, quiet=self.quiet)
        elif not self.quiet:
            session.to_screen(view, self.form, self.output, personal=view.speaker.personal)
