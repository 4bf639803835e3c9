"""Letters from templates: those that ship, or the office's own of the same file name in `templat/`.

A template only reads data. It is run in a sandbox, what it is given is text and numbers, and no
value is ever taken for a template itself.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from adhoc_cli.reports.candidates import Candidate
from adhoc_cli.reports.letters.contents import Pesan, Surat, values
from adhoc_cli.reports.letters.data import Clerk
from adhoc_cli.reports.letters.faults import STUMBLES, TemplateFault, run_fault, syntax_fault
from adhoc_cli.reports.letters.word import Word
from adhoc_cli.reports.successors import Vacancy
from adhoc_cli.roster.roster import Roster
from adhoc_cli.text.words import Lang

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment

FOLDER = "templat"  # in the roster folder: the office's own templates
_SHIPPED = Path(__file__).with_name("templates")
_LIMIT = 256 << 10  # bytes; the longest that ships has 3 KiB
_Source = tuple[str, str, Callable[[], bool]]  # text, file, whether it is still the same


class Letter(StrEnum):
    """The letters; `<letter>.<language>.txt` is the file of its template."""

    BERITA_ACARA = "berita-acara"
    WHATSAPP = "whatsapp"


@dataclass(frozen=True)
class Writer:
    """Writes letters about one roster's vacancies in one language; with `word`, berita acara as
    DOCX too.

    Personal values are masked unless `personal`. Raises `TemplateFault`, with file and line, for a
    template of the office that cannot be used.
    """

    roster: Roster
    lang: Lang
    personal: bool = False
    word: Word | None = None

    def berita_acara(self, vacancy: Vacancy) -> str | None:
        """A draft of what the pleno writes down; None where no pleno decides (a secretariat)."""
        if vacancy.law.pleno is None:
            return None
        return self._write(Letter.BERITA_ACARA, self.clerk.letter(vacancy))

    def whatsapp(self, vacancy: Vacancy, candidate: Candidate) -> str:
        """A message that asks a candidate."""
        return self._write(Letter.WHATSAPP, self.clerk.letter(vacancy, candidate))

    def message(self, data: Pesan) -> str:
        """A message to somebody who is called about something else."""
        return self._write("pesan", data)

    def document(self, vacancy: Vacancy, text: str) -> bytes:
        """The DOCX of a berita acara whose text was written already; empty where none is wanted."""
        return self.word.made(text, values(self.clerk.letter(vacancy))) if self.word else b""

    @cached_property
    def clerk(self) -> Clerk:
        """Makes the data of the letters."""
        return Clerk(self.roster, self.lang, self.personal)

    @cached_property
    def _templates(self) -> _Templates:
        return _Templates(self.roster.folder.path / FOLDER)

    def _write(self, letter: str, data: Surat | Pesan) -> str:
        lang = self.lang if (_SHIPPED / f"{letter}.{self.lang}.txt").exists() else "id"
        return self._templates.render(f"{letter}.{lang}.txt", data)


@dataclass(frozen=True)
class _Templates:
    """The templates of a roster folder, each read and compiled once."""

    folder: Path

    def render(self, name: str, data: Surat | Pesan) -> str:
        """A template filled in."""
        from jinja2 import TemplateError, TemplateSyntaxError

        given = values(data)
        try:
            return self._template(name).render(given).strip() + "\n"
        except TemplateSyntaxError as error:
            key, params = syntax_fault(error.message or "", self._environment.filters)
            raise self._fault(key, params, error.name or name, error.lineno) from None
        except (TemplateError, *STUMBLES) as error:
            raise self._run_fault(error, given) from None

    def _template(self, name: str) -> Template:
        return self._environment.get_template(name)

    @cached_property
    def _environment(self) -> SandboxedEnvironment:
        from jinja2 import FunctionLoader, StrictUndefined
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        return ImmutableSandboxedEnvironment(
            loader=FunctionLoader(self._load),
            undefined=StrictUndefined,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )

    def _load(self, name: str) -> _Source | None:
        """A template of the office, else the one that ships; None where there is neither. A name is
        a name, and never leads out of the folder."""
        from jinja2 import FileSystemLoader, TemplateNotFound

        if Path(name).name != name:
            return None
        self._refuse(name)
        try:
            return FileSystemLoader(self.folder, "utf-8-sig").get_source(self._environment, name)
        except TemplateNotFound:
            pass
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise self._fault("template.not_utf8", {}, name, line) from None
        except OSError:
            raise self._fault("template.unreadable", {}, name) from None
        try:
            return FileSystemLoader(_SHIPPED).get_source(self._environment, name)
        except TemplateNotFound:
            return None

    def _refuse(self, name: str) -> None:
        """Raise for what is not a regular file, and for one that is far too large for a letter."""
        path = self.folder / name
        try:
            found = path.stat()
        except OSError:
            return  # not there; or it will be said when it is opened
        if not stat.S_ISREG(found.st_mode):  # opening a named pipe would wait for ever
            raise self._fault("template.unreadable", {}, name)
        if found.st_size > _LIMIT:
            raise self._fault("template.too_large", {"limit": _LIMIT}, name)

    def _fault(
        self, key: str, params: dict[str, Any], name: str, line: int | None = None
    ) -> TemplateFault:
        return TemplateFault(key, params, f"{FOLDER}/{name}", line)

    def _run_fault(self, error: Exception, given: Mapping[str, object]) -> Exception:
        """What became of a template while it was filled in; a fault of one that ships is ours."""
        places = list(_lines_of(error.__traceback__, self.folder))
        if not places:
            return error
        file, line = places[-1]
        key, params = run_fault(error, given)
        return self._fault(key, params, file, line)


def _lines_of(trace: TracebackType | None, folder: Path) -> Iterator[tuple[str, int]]:
    """File and line of every step of a traceback that lies in a template of the office."""
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if path.parent == folder:
            yield path.name, trace.tb_lineno
        trace = trace.tb_next
