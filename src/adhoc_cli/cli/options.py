"""The options and arguments of the commands, each declared once.

`help=` holds the key of a text; `cli.help_text.localize` puts the text in its place.
"""

from __future__ import annotations

from enum import StrEnum
from inspect import Parameter
from pathlib import Path
from typing import Annotated

import typer

from adhoc_cli.cli import completion
from adhoc_cli.output.formats import names


class FailOn(StrEnum):
    """Severity from which findings make the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


class FailOnNew(StrEnum):
    """The same for a report, which also knows what is new."""

    ERROR = "error"
    WARNING = "warning"
    NEW = "new"
    NEVER = "never"


class Audience(StrEnum):
    """Whom a report is for."""

    INTERNAL = "internal"
    PUBLIC = "public"


class Per(StrEnum):
    """Levels of places that seats can be listed by."""

    KECAMATAN = "kecamatan"
    DESA = "desa"
    TPS = "tps"


class MarkAs(StrEnum):
    """What can be recorded of an item; the words stand in the journal, and are never translated."""

    DONE = "terlaksana"
    SCHEDULED = "dijadwalkan"
    CANCELLED = "batal"


class MembersPer(StrEnum):
    """What a list of members can be divided by."""

    KECAMATAN = "kecamatan"
    DESA = "desa"
    BADAN = "badan"


class LetterKind(StrEnum):
    """Letters that can be drafted about a vacancy."""

    BERITA_ACARA = "berita-acara"
    WHATSAPP = "whatsapp"


class Kind(StrEnum):
    """Files of a roster folder that rows can be imported as."""

    KECAMATAN = "kecamatan"
    DESA = "desa"
    TPS = "tps"
    ANGGOTA = "anggota"
    BIMTEK = "bimtek"
    PEMANGKU = "pemangku"


class Marked(StrEnum):
    """What becomes of cells that a workbook hides or strikes through."""

    REFUSE = "refuse"
    TAKE = "take"
    SKIP = "skip"


class Language(StrEnum):
    """Languages of the interface."""

    ID = "id"
    EN = "en"


def format_of(command: str) -> Parameter:
    """The option `--format` of a command: some have a format of their own."""
    option = typer.Option(
        "--format",
        metavar=f"<{'|'.join(names(command))}>",
        help="option.format",
        autocompletion=completion.formats,
    )
    kind = Parameter.KEYWORD_ONLY
    return Parameter("form", kind, default=None, annotation=Annotated[str | None, option])


DirArgument = Annotated[
    Path | None, typer.Argument(metavar="DIR", help="argument.dir", show_default=False)
]
DirOption = Annotated[
    Path | None, typer.Option("--dir", "-C", metavar="DIR", help="option.dir", show_default=False)
]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="option.as_of")]
Profile = Annotated[
    str | None,
    typer.Option(
        "--profile", metavar="NAME", help="option.profile", autocompletion=completion.profiles
    ),
]
Output = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="option.output")]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select", metavar="CODE[,...]", help="option.select", autocompletion=completion.codes
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore", metavar="CODE[,...]", help="option.ignore", autocompletion=completion.codes
    ),
]
FailOnOption = Annotated[FailOn, typer.Option("--fail-on", help="option.fail_on")]
Limit = Annotated[int | None, typer.Option("--limit", metavar="N", help="option.limit")]
MaxSize = Annotated[str | None, typer.Option("--max-size", metavar="SIZE", help="option.max_size")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="option.quiet")]
ShowPersonal = Annotated[bool, typer.Option("--show-personal", help="option.show_personal")]

Keep = Annotated[int | None, typer.Option("--keep", metavar="N", help="option.keep")]
AudienceOption = Annotated[Audience, typer.Option("--audience", help="option.audience")]
Since = Annotated[
    str | None, typer.Option("--since", metavar="<last|FILE|none>", help="option.since")
]
MemoryFile = Annotated[Path | None, typer.Option("--memory", metavar="FILE", help="option.memory")]
OnlyChanges = Annotated[bool, typer.Option("--only-changes", help="option.only_changes")]
FailOnNewOption = Annotated[FailOnNew, typer.Option("--fail-on", help="option.fail_on_new")]

Bodies = Annotated[
    list[str] | None,
    typer.Option("--body", metavar="B", help="option.body", autocompletion=completion.bodies),
]
PerOption = Annotated[Per | None, typer.Option("--per", help="option.per")]
Short = Annotated[bool, typer.Option("--short", help="option.short")]
Region = Annotated[
    str | None,
    typer.Option("--region", metavar="R", help="option.region", autocompletion=completion.places),
]
Statuses = Annotated[
    list[str] | None,
    typer.Option("--status", metavar="S", help="option.status", autocompletion=completion.statuses),
]

RegionArgument = Annotated[
    str, typer.Argument(metavar="REGION", help="argument.region", autocompletion=completion.places)
]
OptionalRegion = Annotated[
    str | None,
    typer.Argument(
        metavar="REGION",
        help="argument.region",
        show_default=False,
        autocompletion=completion.places,
    ),
]
ItemArguments = Annotated[
    list[str],
    typer.Argument(metavar="ITEM...", help="argument.items", autocompletion=completion.items),
]
OptionalItem = Annotated[
    str | None,
    typer.Argument(
        metavar="ITEM", help="argument.item", show_default=False, autocompletion=completion.items
    ),
]
AlsoRegions = Annotated[
    list[str] | None,
    typer.Option(
        "--region", metavar="R", help="option.also_region", autocompletion=completion.places
    ),
]
Items = Annotated[
    list[str] | None,
    typer.Option("--item", metavar="ID", help="option.item", autocompletion=completion.items),
]
Overdue = Annotated[bool, typer.Option("--overdue", help="option.overdue")]
OverduePlaces = Annotated[bool, typer.Option("--overdue", help="option.overdue_places")]
MarkStatus = Annotated[MarkAs, typer.Option("--status", help="option.mark_status")]
MarkDate = Annotated[str | None, typer.Option("--date", metavar="DATE", help="option.date")]
Evidence = Annotated[str | None, typer.Option("--evidence", metavar="TEXT", help="option.evidence")]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="option.note")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="option.by")]
SheetArgument = Annotated[Path, typer.Argument(metavar="FILE.csv", help="argument.sheet")]
SheetOutput = Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="option.sheet")]
MessageFolder = Annotated[
    str | None, typer.Option("--output", "-o", metavar="DIR", help="option.message_folder")
]

Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--columns",
        metavar="COLUMN[,...]",
        help="option.columns",
        autocompletion=completion.columns,
    ),
]
MembersPerOption = Annotated[MembersPer | None, typer.Option("--per", help="option.members_per")]
Summary = Annotated[bool, typer.Option("--summary", help="option.summary")]
NewDirArgument = Annotated[Path, typer.Argument(metavar="DIR", help="argument.new_dir")]
KabupatenOption = Annotated[
    str | None, typer.Option("--kabupaten", metavar="K", help="option.kabupaten")
]
WithSeats = Annotated[bool, typer.Option("--with-seats", help="option.with_seats")]
Sources = Annotated[list[Path], typer.Argument(metavar="SOURCE...", help="argument.sources")]
AsKind = Annotated[Kind | None, typer.Option("--as", help="option.as", show_default=False)]
Save = Annotated[bool, typer.Option("--save", help="option.save")]
ImportInto = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="DIR", help="option.import_into")
]
TargetName = Annotated[str | None, typer.Option("--name", metavar="FILE", help="option.name")]
SheetNames = Annotated[
    list[str] | None, typer.Option("--sheet", metavar="NAME", help="option.sheets")
]
Append = Annotated[bool, typer.Option("--append", help="option.append")]
Replace = Annotated[bool, typer.Option("--replace", help="option.replace")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="option.yes")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="option.dry_run")]
MapValueOption = Annotated[
    list[str] | None,
    typer.Option("--map-value", metavar="COLUMN:FROM=TO", help="option.map_value"),
]
MapOption = Annotated[
    list[str] | None, typer.Option("--map", metavar="HEADER=COLUMN", help="option.map")
]
SetOption = Annotated[
    list[str] | None, typer.Option("--set", metavar="COLUMN=VALUE", help="option.set")
]
GivenColumns = Annotated[
    str | None, typer.Option("--columns", metavar="COLUMN,…", help="option.columns")
]
Strict = Annotated[bool, typer.Option("--strict", help="option.strict")]
HiddenCells = Annotated[Marked, typer.Option("--hidden", help="option.hidden")]
StruckCells = Annotated[Marked, typer.Option("--struck", help="option.struck")]
ImportSize = Annotated[
    str | None, typer.Option("--max-size", metavar="SIZE", help="option.import_size")
]
MaxUnpacked = Annotated[
    str | None, typer.Option("--max-unpacked", metavar="SIZE", help="option.max_unpacked")
]
MaxCell = Annotated[int | None, typer.Option("--max-cell", metavar="N", help="option.max_cell")]
MaxColumns = Annotated[
    int | None, typer.Option("--max-columns", metavar="N", help="option.max_columns")
]
MaxRows = Annotated[int | None, typer.Option("--max-rows", metavar="N", help="option.max_rows")]
OldArgument = Annotated[Path, typer.Argument(metavar="OLD", help="argument.old")]
NewArgument = Annotated[
    Path | None, typer.Argument(metavar="[NEW]", help="argument.new", show_default=False)
]
KeptSince = Annotated[str | None, typer.Option("--since", metavar="DATE", help="option.kept_since")]
Reserve = Annotated[bool, typer.Option("--reserve", help="option.reserve")]
LetterOption = Annotated[LetterKind | None, typer.Option("--letter", help="option.letter")]
Letters = Annotated[Path | None, typer.Option("--letters", metavar="DIR", help="option.letters")]

RuleArgument = Annotated[
    str, typer.Argument(metavar="CODE", help="argument.code", autocompletion=completion.code)
]
ProfileArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="NAME",
        help="argument.profile",
        show_default=False,
        autocompletion=completion.profiles,
    ),
]

# Accepted by every command (`cli.help_text.everywhere`) and read before the parser runs, because
# the parser speaks too: no command takes them.
LangOption = Annotated[
    Language | None, typer.Option("--lang", help="option.lang", expose_value=False)
]
NoColor = Annotated[bool, typer.Option("--no-color", help="option.no_color", expose_value=False)]
