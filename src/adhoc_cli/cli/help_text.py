"""Commands and groups whose help and usage errors speak both languages.

typer's own frame (Usage, Options, "Missing argument") is English text in its code, so the frame is
written here and every word comes from the catalogue. It is plain text: typer's rich help eats
[brackets], and costs 60 ms.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import typer

from adhoc_cli.cli.examples import examples_of
from adhoc_cli.cli.language import say
from adhoc_cli.cli.options import LangOption, NoColor, NoPager, Verbose
from adhoc_cli.cli.reading import choices, read_plainly
from adhoc_cli.cli.refusal import UsageFault, name_of, quoted, refuse
from adhoc_cli.cli.typer_adapter import (
    Command,
    TyperArgument,
    TyperCommand,
    TyperException,
    TyperGroup,
    TyperOption,
)

if TYPE_CHECKING:
    from adhoc_cli.cli.typer_adapter import Context, HelpFormatter, Parameter

# What an operator may type for the name of a command, of a group's too.
_MEANT: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "anggota": ("members",),
        "aturan": ("rules",),
        "bandingkan": ("diff",),
        "bantuan": ("help",),
        "batal": ("undo", "unmark"),
        "beda": ("diff",),
        "buat": ("init",),
        "cek": ("check",),
        "cetak": ("print",),
        "daftar": ("members",),
        "ganti": ("replace", "set"),
        "impor": ("import",),
        "jadwal": ("calendar",),
        "jelaskan": ("explain",),
        "kalender": ("calendar",),
        "koordinasi": ("checklist",),
        "kuota": ("quota",),
        "lapor": ("report",),
        "laporan": ("report",),
        "lembar": ("sheets",),
        "masuk": ("in",),
        "keluar": ("out",),
        "mulai": ("init",),
        "pantau": ("checklist",),
        "paw": ("replace",),
        "pelatihan": ("bimtek",),
        "periksa": ("check",),
        "pesan": ("message",),
        "profil": ("profiles",),
        "riwayat": ("history",),
        "surat": ("replace",),
        "tampilkan": ("show",),
        "tandai": ("mark",),
        "tenggat": ("calendar",),
        "honorarium": ("honor",),
        "gaji": ("honor",),
        "payroll": ("honor",),
        "ubah": ("set",),
        "urungkan": ("undo",),
    }
)


def _everywhere(
    lang: LangOption = None,
    no_color: NoColor = False,
    no_pager: NoPager = False,
    verbose: Verbose = False,
) -> None:
    """Carry the options that every command and group accepts."""


def everywhere() -> list[Parameter]:
    """Fresh copies of the options accepted at every level."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command()(_everywhere)
    return list(typer.main.get_command(app).params)


def help_row(param: Parameter, ctx: Context) -> tuple[str, str] | None:
    """The two columns of one parameter in the help."""
    if not isinstance(param, TyperArgument | TyperOption) or param.hidden:
        return None
    flag = isinstance(param, TyperOption) and param.is_flag
    if isinstance(param, TyperArgument):
        left = name_of(param)
    else:
        left = ", ".join(sorted([*param.opts, *param.secondary_opts], key=len))
        if not flag:
            left += " " + (param.metavar or f"<{'|'.join(choices(param)) or 'N'}>")
    notes = [say("help.required")] if param.required else []
    default = param.get_default(ctx, call=False)
    if default is not None and param.show_default and not flag:
        notes.append(say("help.default", value=str(getattr(default, "value", default))))
    right = param.help or ""
    return left, f"{right} [{'; '.join(notes)}]".strip() if notes else right


class Shown(Command):
    """What commands and groups share: frame of the help, complete errors."""

    allow_extra_args = True  # refused below, in the language of the run

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Give --help its text."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say("help.help")
            read_plainly(option)
        return option

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the usage line."""
        pieces = [say("help.options_metavar")]
        for param in self.get_params(ctx):
            if isinstance(param, TyperArgument):
                name = name_of(param)
                pieces.append(name if param.required else f"[{name}]")
        if isinstance(self, TyperGroup):
            pieces.append(say("help.command_metavar"))
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=say("help.usage"))

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write arguments, then options."""
        for kind, title in (("argument", "help.arguments"), ("option", "help.options")):
            params = [p for p in self.get_params(ctx) if p.param_type_name == kind]
            if rows := [row for p in params if (row := help_row(p, ctx))]:
                with formatter.section(say(title)):
                    formatter.write_dl(rows, col_max=34)

    def format_epilog(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write what may be typed, then the exit codes."""
        if examples := examples_of(ctx.command_path.partition(" ")[2]):
            with formatter.section(say("help.examples")):
                for example in examples:  # a command that is broken over lines cannot be copied
                    formatter.write(f"  {example}\n")
        super().format_epilog(ctx, formatter)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse; name the context in every error; refuse what is left over."""
        try:
            rest = super().parse_args(ctx, args)
            if rest and not isinstance(self, TyperGroup) and not ctx.resilient_parsing:
                refuse("usage.extra", names=quoted(rest))
        except (UsageFault, TyperException) as error:
            vars(error)["ctx"] = getattr(error, "ctx", None) or ctx
            raise
        return rest

    def invoke(self, ctx: Context) -> Any:
        """Run; what the packages below refuse ends the run, a refusal names the command."""
        try:
            return super().invoke(ctx)
        except Exception as error:
            from adhoc_cli.cli.faults import end_of

            end = error if isinstance(error, UsageFault) else end_of(error)
            if end is None:
                raise
            if isinstance(end, UsageFault):
                end.ctx = end.ctx or ctx
            raise end from None


class ShownCommand(Shown, TyperCommand):
    """A command that speaks both languages. Its function returns the exit code."""


class ShownGroup(Shown, TyperGroup):
    """A group that imports a command only when it is the one called: `lazy` says where it is."""

    lazy: Mapping[str, str] = MappingProxyType({})
    path = ""  # the name of the group, before those of its commands

    def list_commands(self, ctx: Context) -> list[str]:
        """Name the commands in their order."""
        return [*self.lazy, *super().list_commands(ctx)]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """Import and build one command."""
        if cmd_name in self.lazy and cmd_name not in self.commands:
            path = f"{self.path} {cmd_name}".strip()
            self.commands[cmd_name] = localize(_built(self.lazy[cmd_name], cmd_name), path)
        return super().get_command(ctx, cmd_name)

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the commands with one line each, then the options."""
        before = f"command {self.path}".strip()
        rows = [
            (name, say(f"{before} {name}").split("\n\n")[0]) for name in self.list_commands(ctx)
        ]
        with formatter.section(say("help.commands")):
            formatter.write_dl(rows)
        Shown.format_options(self, ctx, formatter)

    def resolve_command(
        self, ctx: Context, args: list[str]
    ) -> tuple[str | None, Command | None, list[str]]:
        """Find the command, or refuse with the names that come near; `help` before its name asks
        for its help."""
        if args[0] == "help" and not ctx.resilient_parsing:
            if not args[1:]:
                typer.echo(ctx.get_help())
                raise typer.Exit
            args = [*args[1:], "--help"]
        command = self.get_command(ctx, args[0])
        if command is None and not ctx.resilient_parsing:
            text = say("usage.no_such_command", name=quoted(args[:1]))
            if near := self._near(args[0], self.list_commands(ctx)):
                text += " " + say("usage.meant", names=quoted(near))
            raise UsageFault(text, ctx)
        return (args[0] if command else None), command, args[1:]

    @staticmethod
    def _near(word: str, names: list[str]) -> list[str]:
        """The commands that a word may mean: spelt alike, or what it says in the field."""
        meant = [name for name in _MEANT.get(word.lower(), ()) if name in names]
        return meant or get_close_matches(word, names)

    def invoke(self, ctx: Context) -> Any:
        """Refuse a missing command, unless the group answers by itself."""
        try:
            return super().invoke(ctx)
        except TyperException:
            if ctx.invoked_subcommand is None:
                raise UsageFault(say("usage.missing_command"), ctx) from None
            raise


def group(name: str, commands: Mapping[str, str], usual: str = "") -> typer.Typer:
    """A group of commands, each with where its function is; it is imported when the command is
    called. `usual` is the one that runs where none is named."""

    class Group(ShownGroup):
        lazy, path = commands, name

    app = typer.Typer(
        cls=Group, add_completion=False, rich_markup_mode=None, invoke_without_command=bool(usual)
    )

    @app.callback()
    def of_group(context: typer.Context) -> int | None:
        if context.invoked_subcommand is not None:
            return None
        found: int = _imported(commands[usual])()
        return found

    return app


def _imported(path: str) -> Any:
    """The function of a command, or the app of a group."""
    module, _, name = path.rpartition(".")
    return getattr(import_module(module), name)


def _built(path: str, name: str) -> Command:
    """The command, or the group, of what is at a path."""
    app = _imported(path)
    if not isinstance(app, typer.Typer):
        function, app = app, typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(name, cls=ShownCommand)(function)
    return typer.main.get_command(app)


def localize(command: Command, path: str = "") -> Command:
    """Put the catalogue's texts in place of the keys, in a whole command."""
    command.help = say(f"command {path}".strip())
    command.epilog = say("exit_codes")
    command.params.extend(everywhere())
    for param in command.params:
        if not isinstance(param, TyperArgument | TyperOption):
            continue
        read_plainly(param)
        param.help = say(param.help or "")
    return command
