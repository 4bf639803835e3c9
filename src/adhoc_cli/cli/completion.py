"""What the shell offers on TAB. Only what is cheap or asked for is imported."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from pkgutil import iter_modules

import typer


def rule_names() -> dict[str, str]:
    """The codes of the rules with their names, read off the names of their modules.

    Importing the rules would keep the shell waiting for pandas.
    """
    import adhoc_cli.rules as package

    families = [str(Path(package.__path__[0], one.name)) for one in iter_modules(package.__path__)]
    modules = iter_modules(families)
    found = (re.fullmatch(r"([a-z][0-9]{3})_(\w+)", module.name) for module in modules)
    named = {match[1].upper(): match[2].replace("_", "-") for match in found if match}
    return dict(sorted(named.items()))


def code(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """One rule by its code, or by its name where no code begins so; else one item."""
    found = list(_rules(incomplete))
    yield from found or items(ctx, incomplete)


def _rules(incomplete: str) -> Iterator[tuple[str, str]]:
    for rule, name in rule_names().items():
        if rule.startswith(incomplete.upper()):
            yield _as_typed(rule, incomplete), name
        elif name.startswith(incomplete.lower()):
            yield name, rule


def codes(incomplete: str) -> Iterator[tuple[str, str]]:
    """The last rule of several behind commas."""
    before, comma, last = incomplete.rpartition(",")
    for rule, name in _rules(last):
        yield before + comma + rule, name


def _as_typed(rule: str, incomplete: str) -> str:
    """`q4` goes on to `q401`: the shell replaces nothing that was typed."""
    return incomplete + rule[len(incomplete) :]


def formats(ctx: typer.Context, incomplete: str) -> Iterator[str]:
    """The forms of output that the command has."""
    from adhoc_cli.output.formats import names

    return (name for name in names(ctx.info_name or "") if name.startswith(incomplete))


def columns(incomplete: str) -> Iterator[str]:
    """The last column of several behind commas."""
    from adhoc_cli.models.columns import columns_of
    from adhoc_cli.models.rows import Anggota

    before, comma, last = incomplete.rpartition(",")
    for name in (*columns_of(Anggota), "nama_wilayah"):
        if name.startswith(last):
            yield before + comma + name


def profiles(incomplete: str) -> Iterator[str]:
    """The profiles that come with the tool."""
    from adhoc_cli.profiles.load import profile_names

    return (name for name in profile_names() if name.startswith(incomplete))


def _folder(ctx: typer.Context) -> Path:
    """The folder that was typed. While an option waits for its value the parser keeps the words
    before it unread."""
    many: Sequence[Path] = ctx.params.get("directories") or ()
    named: Path | None = ctx.params.get("folder") or ctx.params.get("directory")
    return (
        named
        or next(iter(many), None)
        or next((path for path in map(Path, ctx.args) if path.is_dir()), Path())
    )


def bodies(ctx: typer.Context, incomplete: str) -> Iterator[str]:
    """The bodies of the folder's profile."""
    from adhoc_cli.profiles.load import ConfigError, load_office

    folder = _folder(ctx)
    try:
        known = load_office(folder).profile.badan
    except ConfigError:  # the command itself says what is wrong with it
        return
    for body in known:
        if body.startswith(incomplete.upper()):
            yield _as_typed(body, incomplete)


def statuses(incomplete: str) -> Iterator[str]:
    """The words for the status of a member."""
    from adhoc_cli.models.types import STATUSES

    return (word for word in dict.fromkeys(STATUSES.values()) if word.startswith(incomplete))


def places(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """The places of the folder."""
    from adhoc_cli.cli.place_words import offered

    return offered(_folder(ctx), incomplete)


def items(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """The coordination items of the folder's profile, each with whom it is about."""
    from adhoc_cli.profiles.load import ConfigError, load_office

    folder = _folder(ctx)
    try:
        active = load_office(folder).profile.checklist.active
    except ConfigError:  # the command itself says what is wrong with it
        return
    for name, item in active.items():
        if name.upper().startswith(incomplete.upper()):
            yield _as_typed(name, incomplete), ", ".join(item.pemangku)
