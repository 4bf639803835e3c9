"""Draft letters on the screen, one below the other, or as records for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from adhoc_cli.output.document import Block, Document, Heading, Paragraph, Span, line
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import Items, Records, View
from adhoc_cli.output.views.common import schema
from adhoc_cli.output.views.people import post_data, post_text
from adhoc_cli.reports.letters.drafts import Draft

_COLUMNS = ("letter", "body", "region_code", "region_name", "tps", "name", "phone", "text")


class LettersView(View):
    """Drafts of one kind of letter; they name people."""

    personal = True

    def __init__(self, letter: str, drafts: Sequence[Draft], speaker: Speaker) -> None:
        self._letter = letter
        self._drafts = drafts
        self._speaker = speaker

    def data(self) -> dict[str, Any]:
        """The document `adhoc.letters/1`."""
        return {
            **schema("letters"),
            "letter": self._letter,
            "letters": Items("letter", map(self._data, self._drafts)),
        }

    def _data(self, one: Draft) -> dict[str, Any]:
        return {**post_data(one.post), **self._to(one), "text": one.text}

    def _to(self, one: Draft) -> dict[str, Any]:
        name = self._speaker.free(one.to.who.person.name) if one.to else None
        return {"name": name, "phone": self._speaker.plain(one.to.phone) if one.to else None}

    def records(self) -> Records:
        """A row a letter."""
        return Records(_COLUMNS, map(self._record, self._drafts))

    def _record(self, one: Draft) -> Mapping[str, Any]:
        region = one.post.region
        return {
            "letter": self._letter,
            "body": one.post.body,
            "region_code": region.code,
            "region_name": region.name,
            "tps": one.post.tps,
            **self._to(one),
            "text": one.text,
        }

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
            name=self._speaker.free(one.to.who.person.name),
            phone=phone or self._speaker.say("quota.no_phone"),
            body=one.post.body,
            place=self._speaker.place(one.post.region, one.post.tps),
        )
