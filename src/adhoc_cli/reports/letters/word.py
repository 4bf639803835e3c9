"""Letters as DOCX: by an office's own template, or the text of the letter on plain pages.

A template is a Word file with fields between braces (`docs/templat.md`). It only reads data, in
the sandbox that holds templates of text, too; every value is written as text, whatever it holds.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from adhoc_cli.reports.letters.contents import Lampiran, Tempat, values
from adhoc_cli.reports.letters.faults import STUMBLES, TemplateFault, run_fault, syntax_fault
from adhoc_cli.text.lazy import lazy_pattern

if TYPE_CHECKING:
    from docx.document import Document
    from jinja2.sandbox import SandboxedEnvironment

_LIMIT = 8 << 20  # bytes: a page with a letterhead in pictures
_UNPACKED = 64 << 20
_BODY = "word/document.xml"
_TAG = lazy_pattern("<[^>]+>")
_SHOWN = 80  # characters of a paragraph that is named
_RIGHT = 20  # blanks before a line that stands on the right
_SIZE = 11  # points


class NoDocx(Exception):  # noqa: N818 - an extra that is not installed, not an error of ours
    """The extra `[docx]` is not installed."""


@dataclass(frozen=True)
class Word:
    """Makes DOCX files: by the `template` of an office, else under its letterhead. Raises `NoDocx`,
    and `TemplateFault` for a template that cannot be used."""

    template: Path | None = None
    letterhead: Sequence[str] = ()

    def __post_init__(self) -> None:
        try:
            import docxtpl  # noqa: F401 - with it comes python-docx
        except ImportError:
            raise NoDocx from None

    def made(self, text: str, given: Mapping[str, object]) -> bytes:
        """One letter: `text` is what it says without a template, `given` what a template reads."""
        return self._filled(given) if self.template else _plain(text, self.letterhead)

    def attachment(self, given: Lampiran, head: Sequence[str], columns: Mapping[str, str]) -> bytes:
        """The list of a decree: without a template a table for each place, below the lines of
        `head`, with these columns and their titles."""
        if self.template:
            return self._filled(values(given))
        document = _begun(self.letterhead)
        for line in head:
            _add(document, line, bold=True, centred=True)
        for place in given.tempat:
            document.add_paragraph()
            _add(document, place.nama, bold=True, centred=False)
            _table(document, [list(columns.values()), *_rows(place, columns)])
        return _saved(document)

    # -- an office's own template ------------------------------------------------------------------

    def _filled(self, given: Mapping[str, object]) -> bytes:
        from docxtpl import DocxTemplate
        from jinja2 import TemplateError

        environment, sources = _environment()
        made, out = DocxTemplate(self._template), io.BytesIO()
        try:
            made.render(dict(given), environment)
            made.save(out)
        except (TemplateError, SyntaxError, *STUMBLES) as error:
            raise self._stumbled(error, environment, sources, given) from None
        return out.getvalue()

    @cached_property
    def _template(self) -> Path:
        """The template, once it is known to be a Word file."""
        from docx import Document

        path = Path(str(self.template))
        try:
            if not path.is_file():  # opening a named pipe would wait for ever
                raise self._fault("template.unreadable" if path.exists() else "template.absent", {})
            if path.stat().st_size > _LIMIT or _unpacked(path) > _UNPACKED:
                raise self._fault("template.too_large", {"limit": _LIMIT})
        except OSError:
            raise self._fault("template.unreadable", {}) from None
        try:
            Document(str(path))
        except Exception:  # noqa: BLE001 - python-docx fails on damaged files as it happens
            raise self._fault("template.not_docx", {}) from None
        return path

    def _stumbled(
        self,
        error: Exception,
        environment: SandboxedEnvironment,
        sources: Sequence[str],
        given: Mapping[str, object],
    ) -> TemplateFault:
        """What became of the template, with the paragraph it was in."""
        from jinja2 import TemplateError, TemplateSyntaxError

        line = _line_of(error)
        if isinstance(error, TemplateSyntaxError):
            key, params = syntax_fault(error.message or "", environment.filters)
            line = error.lineno
        elif isinstance(error, SyntaxError) or not (line or isinstance(error, TemplateError)):
            key, params = "template.torn", {}  # what came out is no XML
        else:
            key, params = run_fault(error, given)
        return self._fault(key, {**params, "paragraph": _paragraph(sources, line)})

    def _fault(self, key: str, params: dict[str, Any]) -> TemplateFault:
        return TemplateFault(key, params, str(self.template))


def _unpacked(path: Path) -> int:
    """The size of what a Word file packs; 0 for another file."""
    try:
        with zipfile.ZipFile(path) as packed:
            return sum(one.file_size for one in packed.infolist())
    except zipfile.BadZipFile:
        return 0


def _environment() -> tuple[SandboxedEnvironment, list[str]]:
    """Where a template runs, and the sources that it was given so far: a line is a paragraph."""
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    sources: list[str] = []

    class Remembering(ImmutableSandboxedEnvironment):
        def from_string(self, source: Any, *more: Any, **named: Any) -> Any:
            sources.append(str(source))
            return super().from_string(source, *more, **named)

    environment = Remembering(
        loader=FunctionLoader(_no_file), undefined=StrictUndefined, autoescape=True
    )
    del environment.filters["safe"]  # a name with "<" would tear the document
    return environment, sources


def _no_file(_: str) -> None:
    """A template reads no file but itself."""
    from jinja2.exceptions import SecurityError

    raise SecurityError


def _line_of(error: Exception) -> int | None:
    """The line of the template at which it failed while it was filled in."""
    trace: TracebackType | None = error.__traceback__
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _paragraph(sources: Sequence[str], line: int | None) -> str:
    """The words of the paragraph that stands on a line."""
    lines = sources[-1].split("\n") if sources else []
    if line is None or not 0 < line <= len(lines):
        return ""
    text = " ".join(unescape(_TAG.sub("", lines[line - 1])).split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


# -- without a template ----------------------------------------------------------------------------


def _plain(text: str, letterhead: Sequence[str]) -> bytes:
    document = _begun(letterhead)
    in_head = True
    for at, line in enumerate(text.splitlines()):
        in_head = in_head and (not at or not line or line.isupper())
        _add(document, line, bold=line.isupper(), centred=in_head)
    return _saved(document)


def _begun(letterhead: Sequence[str]) -> Document:
    """A new file with the letterhead of the office."""
    from docx import Document

    document = Document()
    document.core_properties.author = "adhoc-cli"
    document.core_properties.comments = ""
    _set_up(document)
    for line in letterhead:
        _add(document, line, bold=True, centred=True)
    if letterhead:
        document.add_paragraph()
    return document


def _saved(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _rows(place: Tempat, columns: Iterable[str]) -> Iterator[list[str]]:
    for one in place.anggota:
        cells = (getattr(one, name) for name in columns)
        yield ["" if cell is None else str(cell) for cell in cells]


def _table(document: Document, rows: Sequence[Sequence[str]]) -> None:
    """A table with lines around the cells; the titles stand again on each page."""
    from docx.oxml.ns import qn

    table = document.add_table(rows=0, cols=len(rows[0]))
    table.style = "Table Grid"
    for at, row in enumerate(rows):
        added = table.add_row()
        for cell, text in zip(added.cells, row, strict=True):
            cell.paragraphs[0].add_run(text).bold = not at
        if not at:
            added._tr.get_or_add_trPr().append(added._tr.makeelement(qn("w:tblHeader"), {}))  # noqa: SLF001 - python-docx has no name for it


def _set_up(document: Document) -> None:
    """A4 with margins of 2.5 cm, one font, and no space between the lines."""
    from docx.shared import Cm, Pt

    page, style = document.sections[0], document.styles["Normal"]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2.5)
    style.font.name, style.font.size = "Arial", Pt(_SIZE)
    style.paragraph_format.space_after = Pt(0)


def _add(document: Document, line: str, *, bold: bool, centred: bool) -> None:
    """A line as a paragraph: what is set off by blanks is set off by an indent."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    text = line.lstrip(" ")
    blanks = len(line) - len(text)
    paragraph = document.add_paragraph()
    paragraph.add_run(text).bold = bold
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif blanks >= _RIGHT:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    elif blanks:
        paragraph.paragraph_format.left_indent = Pt(blanks * _SIZE / 2)
