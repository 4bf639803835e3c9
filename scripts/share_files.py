"""The files of share/: the man page in both languages, and the completions of the shells.

A man page is the help of every command, one after the other, from the commands themselves. A
completion is typer's own script, as `adhoc --show-completion` prints it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import wrap
from typing import Any

from adhoc_cli import __version__
from adhoc_cli.cli.examples import examples_of
from adhoc_cli.cli.help_text import everywhere, help_row
from adhoc_cli.cli.language import say, speak
from adhoc_cli.cli.root import build
from adhoc_cli.cli.typer_adapter import PROGRAM, completion_script
from adhoc_cli.text.words import Lang

SHARE = Path(__file__).resolve().parent.parent / "share"
_PAGES: Mapping[Lang, str] = {"en": "man/man1/adhoc.1", "id": "man/id/man1/adhoc.1"}
_COMPLETIONS = {
    "bash": "bash-completion/completions/adhoc",
    "zsh": "zsh/site-functions/_adhoc",
    "fish": "fish/vendor_completions.d/adhoc.fish",
}
# zsh reads the file at the first TAB, as a function that is to answer it at once.
_ON_FIRST_USE = (
    "compdef _adhoc_completion adhoc",
    """if [ "$funcstack[1]" = "_adhoc" ]; then
  _adhoc_completion "$@"
else
  compdef _adhoc_completion adhoc
fi""",
)
_TITLES: Mapping[Lang, tuple[str, ...]] = {
    "en": ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS", "EXIT STATUS"),
    "id": ("NAMA", "RINGKASAN", "URAIAN", "OPSI", "PERINTAH", "KODE KELUAR"),
}


def share_files() -> Iterator[tuple[str, str]]:
    """Every file below share/, by its path there, with its text."""
    for lang, path in _PAGES.items():
        yield path, man_page(lang)
    for shell, path in _COMPLETIONS.items():
        script = completion_script(shell).strip() + "\n"
        yield path, script.replace(*_ON_FIRST_USE) if shell == "zsh" else script


def man_page(lang: Lang) -> str:
    """All commands on one page."""
    speak(["--lang", lang])
    command = build()
    with command.make_context(PROGRAM, [], resilient_parsing=True) as ctx:
        return "\n".join(_lines(ctx, _TITLES[lang])) + "\n"


def _lines(ctx: Any, titles: Sequence[str]) -> Iterator[str]:
    name, synopsis, description, options, commands, status = titles
    what, _, about = ctx.command.help.partition("\n\n")
    yield '.\\" Made from the help of the commands by `make docs`: edit the texts, not this page.'
    yield f'.TH {PROGRAM.upper()} 1 "" "{PROGRAM} {__version__}" "adhoc\\-cli"'
    yield f".SH {name}"
    yield f"{PROGRAM} \\- {_escaped(what.rstrip('.'))}"
    yield f".SH {synopsis}"
    yield from _usage(ctx)
    yield f".SH {description}"
    yield from [*_paragraphs(about)][1:]  # a section begins a paragraph
    yield f".SH {options}"
    yield from _params(ctx.command.get_params(ctx), ctx)
    yield f".SH {commands}"
    for below in _below(ctx):
        yield from _command(below)
    yield f".SH {status}"
    yield from _prose(say("exit_codes"))


def _below(ctx: Any) -> Iterator[Any]:
    """The commands, each with those of its group behind it."""
    if not hasattr(ctx.command, "list_commands"):
        return
    for name in ctx.command.list_commands(ctx):
        found = ctx.command.get_command(ctx, name)
        with found.make_context(name, [], parent=ctx, resilient_parsing=True) as below:
            yield below
            yield from _below(below)


def _command(ctx: Any) -> Iterator[str]:
    yield f".SS {_escaped(ctx.command_path)}"
    yield from _usage(ctx)
    yield from _paragraphs(ctx.command.help)
    known = {param.name for param in everywhere()} | {"help"}
    yield from _params([one for one in ctx.command.get_params(ctx) if one.name not in known], ctx)
    if examples := examples_of(ctx.command_path.partition(" ")[2]):
        yield from (".PP", f"{_escaped(say('help.examples'))}:", *_as_typed(examples))


def _usage(ctx: Any) -> Iterator[str]:
    yield f".B {_escaped(ctx.command_path)}"
    yield _escaped(" ".join(ctx.get_usage().partition(ctx.command_path)[2].split()))


def _params(params: Iterable[Any], ctx: Any) -> Iterator[str]:
    for left, right in filter(None, (help_row(param, ctx) for param in params)):
        yield from (".TP", f".B {_escaped(left)}", *_prose(right))


def _paragraphs(text: str) -> Iterator[str]:
    """Paragraphs; lines that are set in by two blanks are typed, and stay lines."""
    for paragraph in filter(str.strip, text.split("\n\n")):
        lines = paragraph.removeprefix("\b").strip("\n").split("\n")
        told = [line for line in lines if not line.startswith("  ")]
        yield ".PP"
        yield from _prose(" ".join(told))
        yield from _as_typed([line.strip() for line in lines if line.startswith("  ")])


def _prose(text: str) -> Iterator[str]:
    return map(_escaped, wrap(text, 76, break_long_words=False, break_on_hyphens=False))


def _as_typed(lines: Iterable[str]) -> Iterator[str]:
    if typed := list(lines):
        yield from (".RS 4", ".nf", *map(_escaped, typed), ".fi", ".RE")


def _escaped(text: str) -> str:
    """Text that says to troff what it says to a reader."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "\\(ga")
    return re.sub(r"^([.'])", r"\\&\1", escaped)
