"""What a check found, for people: an index, what to do first, and then one thing after the other,
by rule or by place, person or file."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Literal, NamedTuple

from adhoc_cli.models.codes import is_kabupaten_code
from adhoc_cli.models.finding import Finding, Severity
from adhoc_cli.models.report import RuleResult
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
)
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import COUNT, Field, Table
from adhoc_cli.output.views.common import MARKS, TONES, command_about, more_text
from adhoc_cli.output.views.findings import (
    by_weight,
    entries_of,
    heading_of,
    rule_blocks,
    rule_heading,
    severities_of,
)
from adhoc_cli.output.views.masses import FEW, masses, where_most
from adhoc_cli.places.listed import Places
from adhoc_cli.rules.urgency import URGENCIES, Urgency, urgency_of

By = Literal["kecamatan", "desa", "person", "file"]

_MASSES = 20  # kinds of findings that a rule is told with
_NAMED = 23  # characters of places in the index: most titles are not broken beside them at 80
_CODES = 8  # codes that are named one after the other
# Lines of 80 characters that index and details may take: with waivers and files of the troubled
# sample they are four screens of 40 lines.
_ROOM = 111
_WIDTH = 78


class Found(NamedTuple):
    """The rules that found something, in the order in which to mend it; `limit` findings are listed
    of each, or, if `brief`, as many as people can take in. `arguments` are those with which another
    command looks at the same roster."""

    rules: Sequence[RuleResult]
    places: Places
    speaker: Speaker
    arguments: Sequence[str]
    limit: int | None
    brief: bool

    def blocks(self, by: By | None) -> Iterator[Block | Table]:
        """Index, first steps, details."""
        yield section(self.speaker.say("check.findings"))
        yield self._index()
        yield from self._first_steps()
        yield section(self.speaker.say("check.details"))
        yield from self._grouped(by) if by else self._by_rule()

    # -- the index ---------------------------------------------------------------------------------

    def _index(self) -> Table:
        fields = (
            Field("code", self._code, title="rules.code"),
            Field(
                "rule",
                lambda rule: self.speaker.title(rule.code),
                title="check.findings",
                wrap=True,
            ),
            Field("found", "failed", COUNT, "check.number"),
            Field("most", self._most, title="check.most", wrap=True),
        )
        return Table("index", fields, lambda: self.rules)

    def _code(self, rule: RuleResult) -> Span:
        worst = severities_of(rule)[0]
        return Span(f"{MARKS[worst]} {rule.code}", TONES[worst])

    def _most(self, rule: RuleResult) -> str:
        """Where it found most; nothing where not all that it found is at hand."""
        if rule.failed > len(rule.findings):
            return ""
        two, one = (where_most(rule.findings, self.places, self.speaker, most) for most in (2, 1))
        return two if len(two) <= _NAMED else one

    # -- what to do first --------------------------------------------------------------------------

    def _first_steps(self) -> Iterator[Block]:
        """What weighs most, by what comes first; nothing of notes, or where there is no choice."""
        worst = severities_of(self.rules[0])[0]
        heavy = [rule for rule in self.rules if rule.counts.get(worst)]
        by_urgency = groupby(heavy, key=lambda rule: urgency_of(rule.code))
        steps = [self._step(URGENCIES[at], list(rules), worst) for at, rules in by_urgency]
        helpful = len(self.rules) > 1 or URGENCIES[urgency_of(heavy[0].code)].command
        if worst is Severity.INFO or not helpful:
            return
        yield section(self.speaker.say("check.first"))
        yield Listing([Entry(line(f"{at}. ", *step)) for at, step in enumerate(steps, start=1)])

    def _step(self, urgency: Urgency, rules: Sequence[RuleResult], worst: Severity) -> Line:
        codes = ", ".join([*(one.code for one in rules[:_CODES]), *["…"] * (len(rules) > _CODES)])
        count = sum(one.counts[worst] for one in rules)
        key = f"check.first.{urgency.name}"
        said = self.speaker.say(key, count=self.speaker.number(count), n=count, codes=codes)
        command = command_about(self.arguments, *urgency.command) if urgency.command else ""
        return line(said, f": {command}" if command else "")

    # -- by rule -----------------------------------------------------------------------------------

    def _by_rule(self) -> Iterator[Block]:
        if self.brief:
            yield from self._as_fits()
            return
        for rule in self.rules:
            yield from rule_blocks(rule, self.speaker, self.limit, self._more)

    def _as_fits(self) -> Iterator[Block]:
        """One rule after the other. Of those that come first for one reason no more are told than
        half of what room there is, so that what comes next is told, too."""
        room, hidden = _ROOM - len(self.rules), 0
        for (_, urgency), rules in groupby(self.rules, key=by_weight):
            share = room if urgency == len(URGENCIES) - 1 else room // 2
            for rule in rules:
                blocks = list(self._told_together(rule)) if share > 0 else []
                height = sum(map(_height, blocks))
                if 0 < height <= share or rule is self.rules[0]:
                    share, room = share - height, room - height
                    yield from blocks
                else:
                    share, hidden = 0, hidden + 1
        if hidden:
            yield self._rest(hidden)

    def _told_together(self, rule: RuleResult) -> Iterator[Block]:
        told = masses(rule.findings, self.places, self.speaker)
        shown = told[: _MASSES if len(told) < len(rule.findings) else FEW]
        rest = rule.failed - sum(one.number for one in shown)
        more = self._more(rule.code, rest) if rest else ""
        yield rule_heading(rule, self.speaker)
        yield Listing([*entries_of([one.finding for one in shown], self.speaker, more)])

    def _more(self, code: str, rest: int) -> str:
        command = command_about(self.arguments, "check", "--select", code, "--limit", "0")
        return more_text(self.speaker, rest, command)

    def _rest(self, rules: int) -> Block:
        command = command_about(self.arguments, "check", "--limit", "0")
        text = self.speaker.say("check.rest", count=self.speaker.number(rules), command=command)
        return paragraph(text, tone=Tone.DIM)

    # -- by place, person or file ------------------------------------------------------------------

    def _grouped(self, by: By) -> Iterator[Block]:
        groups: dict[tuple[str, str], list[Finding]] = {}
        for rule in self.rules:
            for one in rule.findings:
                groups.setdefault(_key(by, one, self.places, self.speaker), []).append(one)
        for key in sorted(groups, key=lambda key: (not key[0], key)):
            yield from self._group(by, key[1], groups[key])
        rest = sum(rule.failed - len(rule.findings) for rule in self.rules)
        if rest:
            yield paragraph(self._more_of(by, rest), tone=Tone.DIM)

    def _group(self, by: By, name: str, findings: Sequence[Finding]) -> Iterator[Block]:
        found = Counter(one.severity for one in findings)
        counts = {one: found[one] for one in Severity if found[one]}
        title = name or self.speaker.say(f"check.without.{by}")
        yield heading_of(self.speaker, counts, Span(title, Tone.STRONG))
        told = [
            mass
            for _, of_rule in groupby(findings, key=attrgetter("code"))
            for mass in masses(list(of_rule), self.places, self.speaker, few=self._few)
        ]
        if by == "file":
            told.sort(key=lambda mass: mass.finding.line or 0)
        shown = told[: self.limit]
        rest = sum(one.number for one in told[len(shown) :])
        more = self._more_of(by, rest) if rest else ""
        entries = entries_of([one.finding for one in shown], self.speaker, more, coded=True)
        yield Listing([*entries])

    @property
    def _few(self) -> int | None:
        """Findings of one kind that are told one by one: all, if so many were asked for."""
        return FEW if self.brief else None

    def _more_of(self, by: By, rest: int) -> str:
        command = command_about(self.arguments, "check", "--by", by, "--limit", "0")
        return more_text(self.speaker, rest, command)


def _key(by: By, one: Finding, places: Places, speaker: Speaker) -> tuple[str, str]:
    """By what findings are grouped: to sort by, and what the group is called; nothing for those
    that are of none."""
    if by == "file":
        return one.file or "", one.file or ""
    if by == "person":
        name = speaker.person(one.person)
        return name, name
    region = one.region
    if region is None or is_kabupaten_code(region.code):
        return "", ""
    region = places.above(region.code) if by == "kecamatan" else region
    return region.code, speaker.place(region)


def _height(block: Block) -> int:
    """How many lines of a screen of 80 characters it takes, with the empty one above it."""
    if isinstance(block, Listing):
        texts = ("".join(span.text for span in entry.text) for entry in block.entries)
        return sum(-(-len(text) // _WIDTH) for text in texts)
    return 2
