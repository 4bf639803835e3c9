"""`adhoc rules`: what is checked."""

from collections.abc import Iterator, Sequence

from adhoc_cli.output.document import Block, Tone, section
from adhoc_cli.output.table import CODE, WORDS, Field, Table, word
from adhoc_cli.output.views.common import TONES, ResultView
from adhoc_cli.reports.rules import RuleEntry


class RulesView(ResultView[Sequence[RuleEntry]]):
    """Every rule, and whether it is on."""

    personal = False
    model = "reference.RulesOut"

    def blocks(self) -> Iterator[Block | Table]:
        """A table for every family."""
        say, entries = self.say, self.result
        yield from self.top("rules.title")
        for family in dict.fromkeys(entry.rule.family for entry in entries):
            yield section(f"{family} · {say(f'family.{family}')}")
            yield self._table([entry for entry in entries if entry.rule.family == family])
        on = sum(entry.on for entry in entries)
        yield self.told("rules.count", on=on, count=len(entries))

    def table(self) -> Table:
        """A row a rule, in the reader's language."""
        return self._table(self.result)

    def _table(self, entries: Sequence[RuleEntry]) -> Table:
        fields = (
            Field("code", "rule.code", CODE, "rules.code", tone=_code_tone),
            Field("name", "rule.name", CODE, "rules.name", tone=_tone, drop=2),
            Field(
                "severity", "severity", word("severity"), "rules.severity",
                tone=lambda one: TONES[one.severity] if one.on else Tone.DIM,
            ),
            Field("status", _status, screen=False, sheet=None),
            Field(
                "status", lambda one: self.say(f"rules.{_status(one)}"), csv=False,
                tone=lambda one: Tone.GOOD if one.on else Tone.DIM, title="rules.status",
            ),
            Field("from", "origin", screen=False),
            Field(
                "from", self._from, title="rules.from", csv=False, sheet=None, drop=1,
                tone=lambda one: Tone.DIM if one.origin == "rule" else Tone.NOTE,
            ),
            Field("title", "rule.title", WORDS, "rules.about", tone=_tone, wrap=True),
            Field("basis", "basis.words", WORDS, "rules.basis", tone=Tone.DIM, drop=3, wrap=True),
            Field("level", "basis.level", title="profiles.level", screen=False),
        )  # fmt: skip
        return Table("rules", fields, lambda: entries)

    def _from(self, entry: RuleEntry) -> str:
        """Who says so, and how many waivers there are."""
        origin = self.say(f"rules.from_{entry.origin}")
        if not entry.waivers:
            return origin
        return f"{origin}, {self.speaker.counted('rules.waivers', entry.waivers)}"


def _status(entry: RuleEntry) -> str:
    return "on" if entry.on else "off"


def _tone(entry: RuleEntry) -> Tone:
    return Tone.PLAIN if entry.on else Tone.DIM


def _code_tone(entry: RuleEntry) -> Tone:
    return Tone.STRONG if entry.on else Tone.DIM
