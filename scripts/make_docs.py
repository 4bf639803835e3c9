"""Make docs/rules.md from the rules themselves, docs/law.md from their sources, docs/kunci.md from
the models of profiles, the made parts of docs/architecture.md and docs/templat.md, and the JSON
Schemas from the models of the output.

usage, in the root of the repository:
  python -m scripts.make_docs

A section a rule, of what `adhoc explain` says: the same texts, the same examples, of which the
first that fails and the first that passes with a change of its own.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from adhoc_cli.output.document import (
    Block,
    Column,
    Document,
    Grid,
    Heading,
    Paragraph,
    Span,
    Tone,
    line,
)
from adhoc_cli.output.formats import choose
from adhoc_cli.output.models.schemas import schemas
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import Records, View
from adhoc_cli.output.views.explain import ExplainView
from adhoc_cli.profiles.load import DEFAULT, Office, Settings, load_profile
from adhoc_cli.reports.explain import Explained, Shown, explain_rule
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.registry import all_rules
from adhoc_cli.text.words import Lang
from scripts.architecture import DRAWING, PAGE, architecture_page, drawing
from scripts.keys_page import keys_page
from scripts.law_page import law_page
from scripts.templates_page import TEMPLATES, templates_page

_ROOT = Path(__file__).resolve().parent.parent
DOCS = _ROOT / "docs"
SCHEMAS = _ROOT / "src" / "adhoc_cli" / "output" / "schemas"
_LANG: Lang = "en"
_INTRO = (
    "Made from the rules themselves by `python -m scripts.make_docs`: edit the rule, not this page."
    " `adhoc explain CODE` says the same in Indonesian and English. An example is a complete and "
    "faultless roster with the changes that are shown; all people in it are invented."
)


def main() -> None:
    """Write the pages, and the schemas."""
    (DOCS / "rules.md").write_bytes(rules_page())
    (DOCS / "law.md").write_text(law_page(), encoding="utf-8", newline="\n")
    (DOCS / "kunci.md").write_text(keys_page(), encoding="utf-8", newline="\n")
    TEMPLATES.write_text(templates_page(), encoding="utf-8", newline="\n")
    PAGE.write_text(architecture_page(), encoding="utf-8", newline="\n")
    DRAWING.write_text(drawing(), encoding="utf-8", newline="\n")
    for name, text in schemas():
        (SCHEMAS / name).write_text(text, encoding="utf-8", newline="\n")


def rules_page() -> bytes:
    """The page of all rules, as Markdown."""
    out = io.BytesIO()
    choose("md", is_terminal=False).write(_Page(), Sink(out, personal=True))  # invented people
    title, _, rest = out.getvalue().decode().partition("\n\n")
    return f"{title}\n\n{_INTRO}\n\n{rest}".encode()


class _Page(View):
    """All rules on one page; nothing in it is personal."""

    personal = False

    def document(self) -> Document:
        """A list of the rules, and a section for each."""
        speaker = Speaker(_LANG, personal=True)
        blocks: list[Block] = [Heading(line("Rules"), 1), _listed(speaker)]
        for rule in all_rules():
            blocks += _section(rule, speaker)
        return Document(tuple(blocks), _LANG)

    def data(self) -> dict[str, Any]:
        """Nothing: it is for people."""
        return {}

    def records(self) -> Records:
        """Nothing: it is for people."""
        return Records((), ())


def _listed(speaker: Speaker) -> Grid:
    columns = [Column(title) for title in ("Code", "Name", "Severity", "Finds", "Judul")]
    return Grid(columns, [_row(rule, speaker) for rule in all_rules()])


def _row(rule: Rule, speaker: Speaker) -> Sequence[Span]:
    severity = speaker.severity(rule.severity)
    texts = (rule.name, severity, rule.title.en, rule.title.id)
    return (Span(rule.code, Tone.STRONG), *map(Span, texts))


def _section(rule: Rule, speaker: Speaker) -> Iterator[Block]:
    """What `adhoc explain` says, its headings one level down, with the Indonesian title."""
    shown = explain_rule(rule, Office(Settings(), load_profile(DEFAULT)))
    short = replace(shown, fails=shown.fails[:1], passes=_first_of_its_own(shown))
    first, *blocks = ExplainView(short, speaker).document().blocks
    yield _lower(first)
    yield Paragraph(line(Span(rule.title.id, Tone.STRONG)))
    yield from map(_lower, blocks)


def _lower(block: Block) -> Block:
    return block._replace(level=block.level + 1) if isinstance(block, Heading) else block


def _first_of_its_own(shown: Explained) -> tuple[Shown, ...]:
    """The first passing example that says something, else the faultless roster."""
    return tuple(one for one in shown.passes if one.changes)[:1] or shown.passes[:1]


if __name__ == "__main__":
    main()
