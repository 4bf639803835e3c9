"""Draft letters on the screen, one below the other, or as records for programs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from adhoc_cli.output.document import Block, paragraph, section
from adhoc_cli.output.sink import DestinationError
from adhoc_cli.output.table import NAME, NUMBER, PHONE, Field, Table
from adhoc_cli.output.views.common import ResultView, place_fields
from adhoc_cli.reports.letters.drafts import Draft


@dataclass(eq=False, kw_only=True)
class LettersView(ResultView[Sequence[Draft]]):
    """Drafts of one kind of letter; they name people."""

    personal = True
    model = "replace.LettersOut"
    letter: str

    def given(self) -> dict[str, Any]:
        """The kind, and the drafts."""
        return {"letter": self.letter, "letters": self.result}

    def docx(self) -> bytes:
        """The one letter as a Word file. Raises `DestinationError` where there is not one."""
        if len(self.result) != 1:
            raise DestinationError("destination.one_letter", count=len(self.result))
        return self.result[0].docx

    def table(self) -> Table:
        """A row a letter."""
        fields = (
            Field("letter", lambda one: self.letter),
            Field("body", "post.body", title="members.badan"),
            *place_fields("post.region", "members.place"),
            Field("tps", "post.tps", NUMBER, "unit.tps"),
            Field("name", "to.who.person.name", NAME, "members.nama"),
            Field("phone", "to.phone", PHONE, "members.telepon"),
            Field("text", wrap=True),
        )
        return Table("letters", fields, lambda: self.result)

    def blocks(self) -> Iterator[Block | Table]:
        """A heading that says to whom, then the letter line by line."""
        yield from self.top("letters.title", letter=self.say(f"letters.{self.letter}"))
        if not self.result:
            yield self.told("letters.none")
        for draft in self.result:
            yield section(self._about(draft))
            for number, text in enumerate(draft.text.splitlines()):
                yield paragraph(text, close=number > 0)

    def _about(self, one: Draft) -> str:
        if one.to is None:
            return self.speaker.post(one.post)
        return self.say(
            "letters.to",
            name=one.to.who.person.name,
            phone=self.speaker.phone(one.to.phone),
            body=one.post.body,
            place=self.speaker.place(one.post.region, one.post.tps),
        )
