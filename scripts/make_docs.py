"""Make the pages of docs/ that are made, in both languages: rules from the rules themselves, law
from their sources, kunci from the models of profiles, json from the models of the output, and parts
of templat, folder and architecture; the JSON Schemas from the models of the output; and share/ from
the help of the commands.

usage, in the root of the repository:
  python -m scripts.make_docs

A section a rule, of what `adhoc explain` says: the same texts, the same examples, of which the
first that fails and the first that passes with a change of its own.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from adhoc_cli.output.document import (
    Block,
    Column,
    Document,
    Grid,
    Heading,
    Span,
    Tone,
    line,
)
from adhoc_cli.output.formats import choose
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import Records, View
from adhoc_cli.output.views.explain import ExplainView
from adhoc_cli.profiles.load import DEFAULT, Office, Settings, load_profile
from adhoc_cli.reports.explain import Explained, Shown, explain_rule
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.registry import all_rules
from adhoc_cli.text.words import LANGUAGES, Lang, Words
from scripts.architecture import DRAWING, PAGE, architecture_page, drawing
from scripts.files_page import files_page
from scripts.json_page import json_page
from scripts.json_schemas import schemas
from scripts.keys_page import keys_page
from scripts.law_page import law_page
from scripts.share_files import SHARE, share_files
from scripts.templates_page import templates_page

_ROOT = Path(__file__).resolve().parent.parent
DOCS = _ROOT / "docs"
SCHEMAS = _ROOT / "src" / "adhoc_cli" / "output" / "schemas"
_INTRO: Mapping[Lang, str] = {
    "id": (
        "Dibuat dari aturannya sendiri oleh `python -m scripts.make_docs`: ubah aturannya, bukan "
        "halaman ini. `adhoc explain KODE` menyebut hal yang sama. Sebuah contoh adalah daftar "
        "yang lengkap dan tanpa kesalahan dengan perubahan yang disebut; semua orangnya rekaan."
    ),
    "en": (
        "Made from the rules themselves by `python -m scripts.make_docs`: edit the rule, not this "
        "page. `adhoc explain CODE` says the same. An example is a complete and faultless roster "
        "with the changes that are shown; all people in it are invented."
    ),
}
_TITLE = Words("Aturan", "Rules")
_COLUMNS: Mapping[Lang, tuple[str, ...]] = {
    "id": ("Kode", "Nama", "Bobot", "Judul"),
    "en": ("Code", "Name", "Severity", "Finds"),
}


def main() -> None:
    """Write the pages, the schemas, and what a shell and `man` read."""
    for lang in LANGUAGES:
        for name, text in pages(lang):
            _write(DOCS / page_name(name, lang), text)
    _write(PAGE, architecture_page())
    _write(DRAWING, drawing())
    for name, text in schemas():
        _write(SCHEMAS / name, text)
    for name, text in share_files():
        _write(SHARE / name, text)


def pages(lang: Lang) -> Iterator[tuple[str, str]]:
    """The pages that are made, each by its name."""
    yield "rules", rules_page(lang)
    yield "law", law_page(lang)
    yield "kunci", keys_page(lang)
    yield "json", json_page(lang)
    yield "templat", templates_page(lang)
    yield "folder", files_page(lang)


def page_name(name: str, lang: Lang) -> str:
    """The file of a page: `kunci.md`, and `kunci.en.md` beside it."""
    return f"{name}.md" if lang == "id" else f"{name}.{lang}.md"


def rules_page(lang: Lang) -> str:
    """The page of all rules, as Markdown."""
    out = io.BytesIO()
    # The people of the examples are invented.
    choose("md", is_terminal=False).write(_Page(lang), Sink(out, personal=True))
    title, _, rest = out.getvalue().decode().partition("\n\n")
    return f"{title}\n\n{_INTRO[lang]}\n\n{rest}"


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")


class _Page(View):
    """All rules on one page; nothing in it is personal."""

    personal = False

    def __init__(self, lang: Lang) -> None:
        self._lang: Lang = lang

    def document(self) -> Document:
        """A list of the rules, and a section for each."""
        speaker = Speaker(self._lang, personal=True)
        title = Heading(line(_TITLE.in_(self._lang)), 1)
        blocks: list[Block] = [title, _listed(speaker)]
        for rule in all_rules():
            blocks += _section(rule, speaker)
        return Document(tuple(blocks), self._lang)

    def data(self) -> dict[str, Any]:
        """Nothing: it is for people."""
        return {}

    def records(self) -> Records:
        """Nothing: it is for people."""
        return Records((), ())


def _listed(speaker: Speaker) -> Grid:
    columns = [Column(title) for title in _COLUMNS[speaker.lang]]
    return Grid(columns, [_row(rule, speaker) for rule in all_rules()])


def _row(rule: Rule, speaker: Speaker) -> Sequence[Span]:
    texts = (rule.name, speaker.severity(rule.severity), rule.title.in_(speaker.lang))
    return (Span(rule.code, Tone.STRONG), *map(Span, texts))


def _section(rule: Rule, speaker: Speaker) -> Iterator[Block]:
    """What `adhoc explain` says, its headings one level down."""
    shown = explain_rule(rule, Office(Settings(), load_profile(DEFAULT)))
    short = replace(shown, fails=shown.fails[:1], passes=_first_of_its_own(shown))
    yield from map(_lower, ExplainView(short, speaker).document().blocks)


def _lower(block: Block) -> Block:
    return block._replace(level=block.level + 1) if isinstance(block, Heading) else block


def _first_of_its_own(shown: Explained) -> tuple[Shown, ...]:
    """The first passing example that says something, else the faultless roster."""
    return tuple(one for one in shown.passes if one.changes)[:1] or shown.passes[:1]


if __name__ == "__main__":
    main()
