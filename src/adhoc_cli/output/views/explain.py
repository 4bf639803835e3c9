"""`adhoc explain`: one rule, why it is there, how to mend what it finds, and examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from adhoc_cli.output.document import (
    Block,
    Document,
    Entry,
    Heading,
    Line,
    Listing,
    Paragraph,
    Span,
    Tone,
    line,
)
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import Records, View
from adhoc_cli.output.views.common import TONES
from adhoc_cli.reports.explain import Change, Explained, Shown
from adhoc_cli.rules.api import Variants
from adhoc_cli.text.placeholders import with_names
from adhoc_cli.text.words import Words

_COLUMNS = ("code", "name", "severity", "title", "why", "basis", "variant", "message", "fix")


class ExplainView(View):
    """A rule and its examples, all of them invented."""

    personal = False

    def __init__(self, explained: Explained, speaker: Speaker) -> None:
        self._explained = explained
        self._rule = explained.rule
        self._speaker = speaker

    # -- for programs ------------------------------------------------------------------------------

    def data(self) -> dict[str, Any]:
        """The document `adhoc.explain/1`: the same in both languages, as it holds both."""
        from adhoc_cli.output.models.reference import ExplainOut

        return ExplainOut.data(self._explained, self._speaker)

    def records(self) -> Records:
        """A row a message, in the reader's language."""
        return Records(_COLUMNS, self._records())

    def _records(self) -> Iterator[Mapping[str, Any]]:
        rule, lang = self._rule, self._speaker.lang
        fixes = dict(_texts(rule.fix))
        for variant, message in _texts(rule.message):
            fix = fixes.get(variant) or next(iter(fixes.values()))
            yield {
                "code": rule.code,
                "name": rule.name,
                "severity": rule.severity.value,
                "title": rule.title.in_(lang),
                "why": self._explained.why.in_(lang),
                "basis": rule.basis.in_(lang),
                "variant": variant,
                "message": message.in_(lang),
                "fix": fix.in_(lang),
            }

    # -- for people --------------------------------------------------------------------------------

    def document(self) -> Document:
        """Title, why, basis, messages, what to do, examples."""
        say, rule, lang = self._speaker.say, self._rule, self._speaker.lang
        heading = line(Span(f"{rule.code} ", TONES[rule.severity]), rule.title.in_(lang))
        severity = Span(self._speaker.severity(rule.severity), TONES[rule.severity])
        about = line(Span(f"{rule.name} · ", Tone.DIM), severity, Span(self._needs(), Tone.DIM))
        blocks: list[Block] = [
            Heading(heading, 1),
            Paragraph(about, close=True),
            Heading(line(say("explain.why"))),
            Paragraph(line(self._explained.why.in_(lang))),
            Heading(line(say("explain.basis"))),
            Paragraph(line(rule.basis.in_(lang))),
            Heading(line(say("explain.message"))),
            self._variants(rule.message),
            Heading(line(say("explain.fix"))),
            self._variants(rule.fix),
        ]
        for key, examples in (("fails", self._explained.fails), ("passes", self._explained.passes)):
            blocks.append(Heading(line(say(f"explain.{key}"))))
            blocks.append(Listing(tuple(self._entry(one) for one in examples)))
        return Document(tuple(blocks), lang)

    def _needs(self) -> str:
        if not self._rule.needs:
            return ""
        needs = ", ".join(_file_or_column(need) for need in self._rule.needs)
        return f" · {self._speaker.say('explain.needs', needs=needs)}"

    def _variants(self, texts: Variants) -> Listing:
        """The texts, with ⟨…⟩ where a finding puts what it found."""
        shown = [with_names(words, self._speaker.lang) for _, words in _texts(texts)]
        return Listing(tuple(Entry(line(text)) for text in dict.fromkeys(shown)))

    def _entry(self, shown: Shown) -> Entry:
        say = self._speaker.say
        if not shown.changes:
            return Entry(line(say("explain.faultless")))
        lines = [self._change(change) for change in shown.changes]
        found = [_found(say, file, at) for file, at in shown.at]
        return Entry(lines[0], (*lines[1:], *(line(Span(text, Tone.NOTE)) for text in found)))

    def _change(self, change: Change) -> Line:
        where = change.file if change.line is None else f"{change.file}:{change.line}"
        return line(Span(f"{where}  ", Tone.DIM), self._what(change))

    def _what(self, change: Change) -> str:
        say = self._speaker.say
        cells = ", ".join(f"{column} = {text or '(-)'}" for column, text in change.cells.items())
        if change.what == "change":
            return cells
        if change.what == "add":
            return f"{say('explain.add')}: {cells}"
        if change.what in {"settings", "option"}:
            return change.text.strip()
        old = change.cells.get("", "")
        params = {"columns": change.text, "old": old, "new": change.text, "text": change.text}
        return say(f"explain.{change.what}", **params)


def _texts(texts: Variants) -> list[tuple[str | None, Words]]:
    return [(None, texts)] if isinstance(texts, Words) else list(texts.items())


def _file_or_column(need: str) -> str:
    kind, _, column = need.partition(".")
    return f"{kind}.csv {column}".strip()


def _found(say: Any, file: str | None, at: int | None) -> str:
    if file is None:
        return str(say("explain.found"))
    return str(say("explain.found_at", place=file if at is None else f"{file}:{at}"))
