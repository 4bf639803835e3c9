"""`adhoc explain`: one rule, why it is there, how to mend what it finds, and examples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from adhoc_cli.models.finding import Basis
from adhoc_cli.output.document import (
    Block,
    Entry,
    Line,
    Listing,
    Span,
    Tone,
    line,
    paragraph,
    section,
    title,
)
from adhoc_cli.output.table import CODE, WORDS, Field, Table, word
from adhoc_cli.output.views.common import TONES, ResultView
from adhoc_cli.reports.explain import Change, Explained, Shown
from adhoc_cli.rules.api import Variants
from adhoc_cli.text.placeholders import with_names
from adhoc_cli.text.words import Words, whole


class _Text(NamedTuple):
    """One message of a rule, and what to do about it."""

    variant: str | None
    message: Words
    fix: Words


class ExplainView(ResultView[Explained]):
    """A rule and its examples, all of them invented."""

    personal = False
    model = "reference.ExplainOut"

    def table(self) -> Table:
        """A row a message, in the reader's language."""
        rule = self.result.rule
        fields = (
            Field("code", lambda one: rule.code, CODE, "rules.code"),
            Field("name", lambda one: rule.name, CODE, "rules.name"),
            Field("severity", lambda one: rule.severity, word("severity"), "rules.severity"),
            Field("title", lambda one: rule.title, WORDS, "rules.about", wrap=True),
            Field("why", lambda one: self.result.why, WORDS, "explain.why", wrap=True),
            Field("basis", lambda one: self.result.basis.words, WORDS, "rules.basis", wrap=True),
            Field("level", lambda one: self.result.basis.level, title="profiles.level"),
            Field("variant", lambda one: one.variant, CODE),
            Field("message", self._message, title="explain.message", wrap=True),
            Field("fix", lambda one: one.fix, WORDS, "explain.fix", wrap=True),
        )
        return Table("rule", fields, self._texts)

    def _message(self, one: _Text) -> str:
        return whole(one.message.in_(self.speaker.lang))

    def _texts(self) -> Iterator[_Text]:
        rule = self.result.rule
        fixes = dict(_variants(rule.fix))
        for variant, message in _variants(rule.message):
            yield _Text(variant, message, fixes.get(variant) or next(iter(fixes.values())))

    def blocks(self) -> Iterator[Block | Table]:
        """Title, why, basis, messages, what to do, examples."""
        say, rule, lang = self.say, self.result.rule, self.speaker.lang
        tone = TONES[rule.severity]
        yield title(Span(f"{rule.code} ", tone), rule.title.in_(lang))
        severity = Span(self.speaker.severity(rule.severity), tone)
        yield paragraph(f"{rule.name} · ", severity, self._needs(), tone=Tone.DIM, close=True)
        yield section(say("explain.why"))
        yield paragraph(self.result.why.in_(lang))
        yield section(say("explain.basis"))
        yield self._basis()
        yield section(say("explain.message"))
        yield self._listing(rule.message)
        yield section(say("explain.fix"))
        yield self._listing(rule.fix)
        for key, examples in (("fails", self.result.fails), ("passes", self.result.passes)):
            yield section(say(f"explain.{key}"))
            yield Listing(tuple(map(self._entry, examples)))

    def _basis(self) -> Block:
        """The source of each value that the rule uses, each source once, else its own text."""
        if not self.result.cited:
            return paragraph(self.result.basis.words.in_(self.speaker.lang))
        of: dict[Basis, list[str]] = {}
        for one in self.result.cited:
            of.setdefault(one.basis, []).append(f"{one.body} {one.key}")
        said = (f"{', '.join(v)}: {self.speaker.basis(basis)}" for basis, v in of.items())
        return Listing(tuple(Entry(line(text)) for text in said))

    def _needs(self) -> str:
        if not self.result.rule.needs:
            return ""
        needs = ", ".join(map(_file_or_column, self.result.rule.needs))
        return f" · {self.say('explain.needs', needs=needs)}"

    def _listing(self, texts: Variants) -> Listing:
        """The texts, with ⟨…⟩ where a finding puts what it found."""
        shown = [with_names(words, self.speaker) for _, words in _variants(texts)]
        return Listing(tuple(Entry(line(text)) for text in dict.fromkeys(shown)))

    def _entry(self, shown: Shown) -> Entry:
        if not shown.changes:
            return Entry(line(self.say("explain.faultless")))
        first, *others = map(self._change, shown.changes)
        found = (self._found(file, at) for file, at in shown.at)
        return Entry(first, (*others, *(line(Span(text, Tone.NOTE)) for text in found)))

    def _change(self, change: Change) -> Line:
        where = change.file if change.line is None else f"{change.file}:{change.line}"
        return line(Span(f"{where}  ", Tone.DIM), self._what(change))

    def _what(self, change: Change) -> str:
        cells = ", ".join(f"{column} = {text or '(-)'}" for column, text in change.cells.items())
        if change.what == "change":
            return cells
        if change.what == "add":
            return f"{self.say('explain.add')}: {cells}"
        if change.what in {"settings", "option"}:
            return change.text.strip()
        old = change.cells.get("", "")
        params = {"columns": change.text, "old": old, "new": change.text, "text": change.text}
        return self.say(f"explain.{change.what}", **params)

    def _found(self, file: str | None, at: int | None) -> str:
        if file is None:
            return self.say("explain.found")
        return self.say("explain.found_at", place=file if at is None else f"{file}:{at}")


def _variants(texts: Variants) -> list[tuple[str | None, Words]]:
    return [(None, texts)] if isinstance(texts, Words) else list(texts.items())


def _file_or_column(need: str) -> str:
    kind, _, column = need.partition(".")
    return f"{kind}.csv {column}".strip()
