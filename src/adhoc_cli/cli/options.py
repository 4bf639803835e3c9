"""The options and arguments of the commands, each declared once.

The help of an option is the text `option.<name>`, that of an argument `argument.<name>`;
`cli.help_text.localize` puts it in place of its key.
"""

from collections.abc import Callable
from inspect import Parameter
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from adhoc_cli.cli import completion
from adhoc_cli.models.codes import Unit
from adhoc_cli.output.formats import names
from adhoc_cli.text.words import Lang

# From which severity findings make the exit code 1; a report also knows what is new.
FailOn = Literal["error", "warning", "never"]
FailOnNew = Literal["error", "warning", "new", "never"]
Audience = Literal["internal", "public"]
# The files of a roster folder, as `models.rows` has them; importing it would cost each start 40 ms.
Kind = Literal["kecamatan", "desa", "tps", "anggota", "bimtek", "pemangku"]
# What becomes of cells that a workbook hides or strikes through.
MarkedCells = Literal["refuse", "take", "skip"]


def _option(
    name: str,
    *flags: str,
    takes: str | None = None,
    offers: Callable[..., Any] | None = None,
    **more: Any,
) -> Any:
    """The option `--name` (or `flags`): what stands behind it, and what is offered on TAB."""
    flags = flags or (f"--{name.replace('_', '-')}",)
    help_key = f"option.{name}"
    return typer.Option(*flags, metavar=takes, help=help_key, autocompletion=offers, **more)


def _argument(name: str, takes: str, offers: Callable[..., Any] | None = None) -> Any:
    return typer.Argument(metavar=takes, help=f"argument.{name}", autocompletion=offers)


def format_of(command: str) -> Parameter:
    """The option `--format` of a command: some have a format of their own."""
    option = _option("format", takes=f"<{'|'.join(names(command))}>", offers=completion.formats)
    kind = Parameter.KEYWORD_ONLY
    return Parameter("form", kind, default=None, annotation=Annotated[str | None, option])


Text = str | None
Texts = list[str] | None

# -- of many commands; `cli.roster_options` says which are shared ----------------------------------

DirArgument = Annotated[Path | None, _argument("dir", "DIR")]
DirsArgument = Annotated[list[Path] | None, _argument("dirs", "DIR...")]
DirOption = Annotated[Path | None, _option("dir", "--dir", "-C", takes="DIR")]
AsOf = Annotated[Text, _option("as_of", takes="DATE")]
Profile = Annotated[Text, _option("profile", takes="NAME|FILE", offers=completion.profiles)]
Output = Annotated[Text, _option("output", "--output", "-o", takes="FILE")]
Select = Annotated[Texts, _option("select", takes="CODE[,...]", offers=completion.codes)]
Ignore = Annotated[Texts, _option("ignore", takes="CODE[,...]", offers=completion.codes)]
FailOnOption = Annotated[FailOn, _option("fail_on")]
Limit = Annotated[int | None, _option("limit", takes="N")]
MaxSize = Annotated[Text, _option("max_size", takes="SIZE")]
Quiet = Annotated[bool, _option("quiet", "--quiet", "-q")]
ShowPersonal = Annotated[bool, _option("show_personal")]
Bodies = Annotated[Texts, _option("body", takes="B", offers=completion.bodies)]
Region = Annotated[Text, _option("region", takes="R", offers=completion.places)]
KabupatenOption = Annotated[Text, _option("kabupaten", takes="K")]

# -- check, quota, members, replace, diff, report --------------------------------------------------

GroupedBy = Annotated[
    Literal["kecamatan", "desa", "person", "file"] | None, _option("by_what", "--by")
]
PerOption = Annotated[Unit | None, _option("per")]
Short = Annotated[bool, _option("short")]
Statuses = Annotated[Texts, _option("status", takes="S", offers=completion.statuses)]
Columns = Annotated[Texts, _option("columns", takes="COLUMN[,...]", offers=completion.columns)]
MembersPer = Annotated[
    Literal["kecamatan", "desa", "badan"] | None, _option("members_per", "--per")
]
Summary = Annotated[bool, _option("summary")]
Reserve = Annotated[bool, _option("reserve")]
LetterOption = Annotated[Literal["berita-acara", "whatsapp"] | None, _option("letter")]
LetterTemplate = Annotated[Path | None, _option("template", takes="FILE.docx")]
Letters = Annotated[Path | None, _option("letters", takes="DIR")]
OldArgument = Annotated[Path, _argument("old", "OLD")]
NewArgument = Annotated[Path | None, _argument("new", "[NEW]")]
KeptSince = Annotated[Text, _option("kept_since", "--since", takes="DATE")]
Keep = Annotated[int | None, _option("keep", takes="N")]
AudienceOption = Annotated[Audience, _option("audience")]
Since = Annotated[Text, _option("since", takes="<last|FILE|none>")]
MemoryFile = Annotated[Path | None, _option("memory", takes="FILE")]
OnlyChanges = Annotated[bool, _option("only_changes")]
FailOnNewOption = Annotated[FailOnNew, _option("fail_on_new", "--fail-on")]
RuleArgument = Annotated[str, _argument("code", "CODE", completion.code)]
ProfileCheck = Annotated[Path | None, _option("profile_check", "--check", takes="FILE")]
NewProfile = Annotated[Text, _option("new_profile", "--new", takes="NAME")]
ProfileArgument = Annotated[Text, _argument("profile", "NAME", completion.profiles)]
SchemaArgument = Annotated[Text, _argument("schema", "NAME")]

# -- checklist -------------------------------------------------------------------------------------

RegionArgument = Annotated[str, _argument("region", "REGION", completion.places)]
OptionalRegion = Annotated[Text, _argument("region", "REGION", completion.places)]
ItemArguments = Annotated[Texts, _argument("items", "ITEM...", completion.items)]
OptionalItem = Annotated[Text, _argument("item", "ITEM", completion.items)]
AlsoRegions = Annotated[
    Texts, _option("also_region", "--region", takes="R", offers=completion.places)
]
AllDesa = Annotated[bool, _option("all_desa")]
Items = Annotated[Texts, _option("item", takes="ID", offers=completion.items)]
Overdue = Annotated[bool, _option("overdue")]
OverduePlaces = Annotated[bool, _option("overdue_places", "--overdue")]
MARK_STATUS = _option("mark_status", "--status")
MarkDate = Annotated[Text, _option("date", takes="DATE")]
Evidence = Annotated[Text, _option("evidence", takes="TEXT")]
Note = Annotated[Text, _option("note", takes="TEXT")]
By = Annotated[Text, _option("by", takes="NAME")]
SheetArgument = Annotated[Path, _argument("sheet", "FILE.csv")]
SheetOutput = Annotated[str, _option("sheet", "--output", "-o", takes="FILE")]
MessageFolder = Annotated[Text, _option("message_folder", "--output", "-o", takes="DIR")]

# -- bimtek --------------------------------------------------------------------------------------

EventOption = Annotated[Text, _option("event", takes="NAME")]

# -- honor -----------------------------------------------------------------------------------------

MonthOption = Annotated[str, _option("month", takes="MONTH")]

# -- message ---------------------------------------------------------------------------------------

AboutOption = Annotated[Literal["data", "vacancy", "bimtek", "coordination"], _option("about")]
PeopleLimit = Annotated[int | None, _option("people_limit", "--limit", takes="N")]

# -- init, import ----------------------------------------------------------------------------------

NewDirArgument = Annotated[Path, _argument("new_dir", "DIR")]
WithSeats = Annotated[bool, _option("with_seats")]
Sources = Annotated[list[Path], _argument("sources", "SOURCE...")]
AsKind = Annotated[Kind | None, _option("as")]
Save = Annotated[bool, _option("save")]
ImportInto = Annotated[Path | None, _option("import_into", "--output", "-o", takes="DIR")]
TargetName = Annotated[Text, _option("name", takes="FILE")]
SheetNames = Annotated[Texts, _option("sheets", "--sheet", takes="NAME")]
Append = Annotated[bool, _option("append")]
Replace = Annotated[bool, _option("replace")]
Yes = Annotated[bool, _option("yes", "--yes", "-y")]
DryRun = Annotated[bool, _option("dry_run")]
MapOption = Annotated[Texts, _option("map", takes="HEADER=COLUMN")]
MapValueOption = Annotated[Texts, _option("map_value", takes="COLUMN:FROM=TO")]
SetOption = Annotated[Texts, _option("set", takes="COLUMN=VALUE")]
GivenColumns = Annotated[Text, _option("columns", takes="COLUMN,…")]
Strict = Annotated[bool, _option("strict")]
HiddenCells = Annotated[MarkedCells | None, _option("hidden")]
StruckCells = Annotated[MarkedCells | None, _option("struck")]
Encoding = Annotated[Text, _option("encoding", takes="NAME")]
ImportSize = Annotated[Text, _option("import_size", "--max-size", takes="SIZE")]
MaxUnpacked = Annotated[Text, _option("max_unpacked", takes="SIZE")]
MaxCell = Annotated[int | None, _option("max_cell", takes="N")]
MaxColumns = Annotated[int | None, _option("max_columns", takes="N")]
MaxRows = Annotated[int | None, _option("max_rows", takes="N")]

# -- set -------------------------------------------------------------------------------------------

PersonArgument = Annotated[str, _argument("person", "PERSON")]
NewStatus = Annotated[
    Text, _option("new_status", "--status", takes="S", offers=completion.statuses)
]
NewDay = Annotated[Text, _option("new_day", "--date", takes="DATE")]
NewReason = Annotated[Text, _option("new_reason", "--reason", takes="TEXT")]
NewDecree = Annotated[Text, _option("new_decree", "--sk", takes="NUMBER")]
NewCells = Annotated[Texts, _option("new_cells", "--set", takes="COLUMN=VALUE")]

# -- sheets ----------------------------------------------------------------------------------------

Workbook = Annotated[str, _option("workbook", "--output", "-o", takes="FILE.xlsx")]
PerKecamatan = Annotated[Literal["kecamatan"] | None, _option("per_kecamatan", "--per")]
Workbooks = Annotated[list[Path], _argument("workbooks", "FILE...")]

# -- of every command and group --------------------------------------------------------------------
# `cli.help_text.everywhere` adds them. They are read before the parser runs, because the parser
# speaks too: no command takes them.

LangOption = Annotated[Lang | None, _option("lang", expose_value=False)]
NoColor = Annotated[bool, _option("no_color", expose_value=False)]
NoPager = Annotated[bool, _option("no_pager", expose_value=False)]
Verbose = Annotated[bool, _option("verbose", expose_value=False)]
