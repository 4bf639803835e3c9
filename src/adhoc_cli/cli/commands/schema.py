"""`adhoc schema NAME`: the JSON Schema of a document that `--format json` gives."""

from collections.abc import Mapping
from importlib.resources import files

import typer

from adhoc_cli.cli import options
from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.refusal import refuse


def schema(*, name: options.SchemaArgument = None) -> int:
    """Print a schema, or without a name all names."""
    texts = _texts()
    if name is None:
        typer.echo("\n".join(texts))
        return End.CLEAN
    known = name.removeprefix("adhoc.").removesuffix("/1")
    if known not in texts:
        refuse("usage.choose", name="NAME", choices=", ".join(texts))
    typer.echo(texts[known], nl=False)
    return End.CLEAN


def _texts() -> Mapping[str, str]:
    """Every schema by the name of its document: "check" for "adhoc.check/1"."""
    kept = sorted(files("adhoc_cli.output").joinpath("schemas").iterdir(), key=lambda one: one.name)
    return {
        one.name.removeprefix("adhoc.").removesuffix("-1.json"): one.read_text(encoding="utf-8")
        for one in kept
    }
