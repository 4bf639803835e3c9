"""The letters that vacancies call for: one for the pleno, one for every candidate proposed."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from adhoc_cli.reports.candidates import Candidate
from adhoc_cli.reports.letters.write import Letter, Writer
from adhoc_cli.reports.persons import Post
from adhoc_cli.reports.successors import Vacancy
from adhoc_cli.text.personal import without_personal

_LONGEST = 60  # characters of a name in a file's name


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter: what it is about, to whom it goes (None: to nobody in particular), its text, and
    that of a berita acara as DOCX where it is wanted."""

    letter: Letter
    post: Post
    to: Candidate | None
    text: str
    docx: bytes = b""

    @property
    def file(self) -> tuple[str, bytes]:
        """The ending of its file, and what stands in it."""
        return ("docx", self.docx) if self.docx else ("txt", self.text.encode())


def drafts(
    writer: Writer, vacancies: Iterable[Vacancy], letters: Sequence[Letter]
) -> tuple[Draft, ...]:
    """The letters of these kinds, in the order of the vacancies. Where no pleno decides, as with a
    secretariat, or has decided already, there is none. Raises `TemplateFault`."""
    awaited = [one for one in vacancies if one.law.pleno is not None and one.undecided]
    return tuple(
        draft for letter in letters for one in awaited for draft in _of(writer, one, letter)
    )


def _of(writer: Writer, vacancy: Vacancy, letter: Letter) -> Iterator[Draft]:
    if letter is Letter.BERITA_ACARA:
        text = writer.berita_acara(vacancy)
        if text is not None:
            yield Draft(letter, vacancy.post, None, text, writer.document(vacancy, text))
        return
    for proposal in vacancy.proposals:
        for candidate in proposal.candidates:
            yield Draft(letter, vacancy.post, candidate, writer.whatsapp(vacancy, candidate))


def file_names(of: Sequence[Draft]) -> tuple[str, ...]:
    """A file name for each draft, all different and of letters that every system takes:
    `berita-acara-pps-wonosari-33.23.01.2001.txt`."""
    taken: dict[str, int] = {}
    names = []
    for draft in of:
        stem = "-".join(part for part in _parts(draft) if part)
        taken[stem] = taken.get(stem, 0) + 1
        # No other name ends so: a stem ends in a code or in a name behind a code.
        number = f".{taken[stem]}" if taken[stem] > 1 else ""
        names.append(f"{stem}{number}.{draft.file[0]}")
    return tuple(names)


def _parts(draft: Draft) -> Iterator[str]:
    post = draft.post
    yield str(draft.letter)
    yield slug(post.body)
    yield slug(post.region.name)
    yield post.region.code
    if post.tps is not None:
        yield f"tps-{post.tps:03d}"
    if draft.to is not None:
        yield str(draft.to.rank or "")
        yield slug(draft.to.who.person.name)


def slug(text: str) -> str:
    """Letters and digits of `text` with hyphens between: "Nur’aini, S.Pd." is nur-aini-s-pd. A
    file's name is seen by everybody: nothing personal stays in it."""
    plain = (
        unicodedata.normalize("NFKD", without_personal(text))
        .encode("ascii", "ignore")
        .decode()
        .lower()
    )
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST].strip("-")
