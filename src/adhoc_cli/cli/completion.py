"""What the shell offers on TAB. Only what is cheap or asked for is imported."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import typer

_SMALL = 64 << 20  # bytes; TAB does not wait for a larger region file


def rule_names() -> dict[str, str]:
    """The codes of the rules with their names, read off the names of their files.

    Importing the rules would keep the shell waiting for pandas.
    """
    import adhoc_cli.rules as package

    files = (file for folder in package.__path__ for file in Path(folder).glob("*/*.py"))
    found = (re.fullmatch(r"([a-z][0-9]{3})_(\w+)", file.stem) for file in files)
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
    """The places of the folder: by code with the name beside it, else by words that no other place
    has, "kecamatan Kledung" where a desa has that name, too."""
    from adhoc_cli.models.place_rows import Desa, Kecamatan
    from adhoc_cli.models.vocabulary import Vocabulary
    from adhoc_cli.tables.read import read_table

    folder = _folder(ctx)
    named: dict[str, str] = {}
    for model in (Kecamatan, Desa):
        file = f"{model.kind.name}.csv"
        table = read_table(model, [(folder / file, file)], Vocabulary(), _SMALL)
        for row in table.accepted_rows.tolist():
            named[str(table.value("kode", row))] = str(table.value("nama", row))
    typed = incomplete.casefold()
    for place, words in _words_of(named).items():
        if place.startswith(incomplete):
            yield place, named[place]
        elif word := next((one for one in words if one.casefold().startswith(typed)), None):
            yield incomplete + word[len(incomplete) :], place


def _words_of(named: Mapping[str, str]) -> dict[str, list[str]]:
    """By code the words that mean this place and no other one."""
    from adhoc_cli.models.codes import is_desa_code, kecamatan_of
    from adhoc_cli.models.columns import header_key
    from adhoc_cli.places.find import spelled

    words = {}
    for place, name in named.items():
        above = named.get(kecamatan_of(place), "") if is_desa_code(place) else ""
        alone = is_desa_code(place) and not above
        words[place] = [name] if alone else [name, spelled(name, above)]
    often = Counter(header_key(word) for place in words for word in set(words[place]))
    return {
        place: [word for word in two if often[header_key(word)] == 1]
        for place, two in words.items()
    }


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
