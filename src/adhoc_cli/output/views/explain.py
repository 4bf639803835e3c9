"""`adhoc explain`: one rule, why it is there, how to mend what it finds, and examples."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from adhoc_cli.models.finding import Basis
from adhoc_cli.output.document import (
    Block,
    Listing,
    Span,
    Tone,
    line,
    listing,
    paragraph,
    section,
    title,
)
from adhoc_cli.output.table import CODE, NAME, NUMBER, WORDS, Field, Table, word
from adhoc_cli.output.views.common import TONES, ResultView
from adhoc_cli.reports.explain import Change, Explained, Shown
from adhoc_cli.rules.api import Variants
from adhoc_cli.text.catalogue import texts
from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.words import Words, whole

_PARAM = lazy_pattern(r"\{([a-z_]+)[^{}]*\}")
_TOLD = ("badan", "jabatan", "kode_wilayah", "kode")  # of a row that is not there


class _Row(NamedTuple):
    """A row of an example: where, in which column, what stands there, and what is right."""

    number: int | None
    where: str = ""
    who: str = ""
    column: str = ""
    here: str = ""
    right: str = ""
    found: str = ""


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
            Field("variant", kind=CODE),
            Field("message", self._message, title="explain.message", wrap=True),
            Field("fix", "fix", WORDS, "explain.fix", wrap=True),
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
            yield self._examples(examples, wrong=key == "fails")

    def _basis(self) -> Block:
        """The source of each value that the rule uses, each source once, else its own text."""
        if not self.result.cited:
            return paragraph(self.result.basis.words.in_(self.speaker.lang))
        of: dict[Basis, list[str]] = {}
        for one in self.result.cited:
            of.setdefault(one.basis, []).append(f"{one.body} {one.key}")
        said = (f"{', '.join(v)}: {self.speaker.basis(basis)}" for basis, v in of.items())
        return listing(map(line, said))

    def _needs(self) -> str:
        if not self.result.rule.needs:
            return ""
        needs = ", ".join(map(_file_or_column, self.result.rule.needs))
        return f" · {self.say('explain.needs', needs=needs)}"

    def _listing(self, texts: Variants) -> Listing:
        """The texts, with ⟨…⟩ where a finding puts what it found."""
        shown = [with_names(words, self.speaker) for _, words in _variants(texts)]
        return listing(map(line, dict.fromkeys(shown)))

    # -- examples ----------------------------------------------------------------------------------

    def _examples(self, examples: Sequence[Shown], *, wrong: bool) -> Table:
        """Examples as rows of a roster: where, what stands there, and what is right."""
        rows = [row for number, one in enumerate(examples, 1) for row in self._rows(number, one)]
        fields = [
            Field("number", "number", NUMBER, "explain.example"),
            Field("where", "where", CODE, "explain.where"),
            Field("who", "who", NAME, "members.nama", drop=2),
            Field("column", "column", CODE, "explain.column"),
            Field(
                "here", "here", NAME, "explain.here", wrap=True,
                tone=Tone.BAD if wrong else Tone.GOOD,
            ),
        ]  # fmt: skip
        if wrong:
            right = Field("right", "right", NAME, "explain.right", wrap=True)
            found = Field("found", "found", NAME, "explain.found", wrap=True, drop=1)
            fields += [right._replace(tone=Tone.GOOD), found]
        filled = [one for one in fields if any(map(one.read, rows))]
        return Table("examples", filled, lambda: rows)

    def _rows(self, number: int, shown: Shown) -> Iterator[_Row]:
        """The rows of one example; the first has its number, and where the rule finds something."""
        if not shown.changes:
            yield _Row(number, here=self.say("explain.faultless"))
        found = ", ".join(self._found(file, at) for file, at in shown.at)
        rows = (row for change in shown.changes for row in self._changed(change))
        for at, row in enumerate(rows):
            yield row if at else row._replace(number=number, found=found)

    def _changed(self, change: Change) -> Iterator[_Row]:
        where = change.file if change.line is None else f"{change.file}:{change.line}"
        row = _Row(None, where, change.right.get("nama", ""))
        if change.what == "change":
            for column, text in change.cells.items():
                right = change.right.get(column) or self.say("explain.empty")
                here = text or self.say("explain.empty")
                yield row._replace(column=column, here=here, right=right)
        elif change.what == "add":
            said = ", ".join(f"{column} = {text}" for column, text in change.cells.items())
            yield row._replace(here=f"{self.say('explain.add')}: {said}")
        elif change.what == "drop":
            told = (change.right.get(key, "") for key in _TOLD)
            right = ", ".join(filter(None, told))
            yield row._replace(here=self.say("explain.drop"), right=right)
        else:
            yield self._of_file(change, row)

    def _of_file(self, change: Change, row: _Row) -> _Row:
        """What is said of a whole file, of the settings, or of the command."""
        if change.what in {"settings", "option"}:
            return row._replace(here=change.text.strip())
        if change.what == "replace":
            return row._replace(here=change.text, right=change.cells.get("", ""))
        said = self.say(f"explain.{change.what}", columns=change.text, text=change.text)
        return row._replace(here=said)

    def _found(self, file: str | None, at: int | None) -> str:
        if file is None:
            return self.say("explain.of_place")
        return file if at is None else f"{file}:{at}"


def _variants(texts: Variants) -> list[tuple[str | None, Words]]:
    return [(None, texts)] if isinstance(texts, Words) else list(texts.items())


def _file_or_column(need: str) -> str:
    kind, _, column = need.partition(".")
    return f"{kind}.csv {column}".strip()


def with_names(template: Words, translator: Translator) -> str:
    """A template as it is told, with the name of each param where a finding puts its value:
    ⟨wilayah⟩, ⟨place⟩. A param without a name here is shown by its own."""
    names, said = texts(translator.lang), translator.told(template.in_(translator.lang))
    return _PARAM.sub(lambda one: f"⟨{names.get(f'placeholder.{one[1]}', one[1])}⟩", said)
