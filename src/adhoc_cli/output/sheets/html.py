"""Sheets as one HTML file without anything outside it: a browser prints them, one page each."""

from pathlib import Path

from adhoc_cli.output.sheets.page import Printed

_TEMPLATES = Path(__file__).parent


def write(printed: Printed) -> bytes:
    """The file. Every text is escaped by the template's engine."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    return environment.get_template("sheets.html").render(printed=printed.shown()).encode()
