"""Draft letters on the screen, one below the other, or as records for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Any

from adhoc_cli.output.document import Block, Document, Heading, Paragraph, Span, line
from adhoc_cli.output.people import post_text
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import NAME, PHONE, Field, Table, records_of
from adhoc_cli.output.view import Records, View
from adhoc_cli.reports.letters.drafts import Draft


class LettersView(View):
    """Drafts of one kind of letter; they name people."""

    personal = True

    def __init__(self, letter: str, drafts: Sequence[Draft], speaker: Speaker) -> None:
        self._letter = letter
        self._drafts = drafts
        self._speaker = speaker

    def data(self) -> dict[str, Any]:
        """The document `adhoc.letters/1`."""
        from adhoc_cli.output.models.replace import LettersOut

        return LettersOut.data(None, self._speaker, letter=self._letter, letters=self._drafts)

    def records(self) -> Records:
        """A row a letter."""
        fields = (
            Field("letter", lambda one: self._letter),
            Field("body", attrgetter("post.body")),
            Field("region_code", attrgetter("post.region.code")),
            Field("region_name", attrgetter("post.region.name")),
            Field("tps", attrgetter("post.tps")),
            Field("name", lambda one: one.to and one.to.who.person.name, NAME),
            Field("phone", lambda one: one.to and one.to.phone, PHONE),
            Field("text", attrgetter("text")),
        )
        return records_of(Table("letters", fields, lambda: self._drafts), self._speaker)

    def document(self) -> Document:
        """A heading that says to whom, then the letter line by line."""
        speaker = self._speaker
        kind = speaker.say(f"letters.{self._letter}")
        blocks: list[Block] = [Heading(line(speaker.say("letters.title", letter=kind)), 1)]
        if not self._drafts:
            blocks.append(Paragraph(line(speaker.say("letters.none"))))
        for draft in self._drafts:
            blocks += self._blocks(draft)
        return Document(tuple(blocks), speaker.lang)

    def _blocks(self, one: Draft) -> Iterator[Block]:
        yield Heading(line(self._about(one)))
        for number, text in enumerate(one.text.splitlines()):
            yield Paragraph((Span(text),), close=number > 0)

    def _about(self, one: Draft) -> str:
        if one.to is None:
            return post_text(one.post, self._speaker)
        phone = one.to.phone.shown(personal=self._speaker.personal) if one.to.phone else ""
        return self._speaker.say(
            "letters.to",
            name=one.to.who.person.name,
            phone=phone or self._speaker.say("quota.no_phone"),
            body=one.post.body,
            place=self._speaker.place(one.post.region, one.post.tps),
        )
