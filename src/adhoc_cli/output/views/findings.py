"""Findings as a table, and as a list for people, grouped by rule."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from adhoc_cli.models.finding import Finding, Origin, Severity
from adhoc_cli.models.report import RuleResult
from adhoc_cli.output.document import Block, Entry, Heading, Line, Listing, Span, Tone, line
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import COUNT, DAY, FLAG, PHONE, WORDS, Field, Kind, Table, place, word
from adhoc_cli.output.views.common import MARKS, TONES, listed
from adhoc_cli.rules.urgency import urgency_of

_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


# -- a table ---------------------------------------------------------------------------------------


def findings_table(
    rules: Sequence[RuleResult],
    speaker: Speaker,
    limit: int | None = None,
    since: Mapping[int, date] | None = None,
    new: Container[int] = (),
) -> Table:
    """A row a finding that is listed; below, of which rules there are more. What is `new`, and
    `since` when the others are known, is said where there is a report before."""
    days = since or {}
    marks = [(speaker.severity(severity), tone) for severity, tone in TONES.items()]
    news = (
        Field("is_new", lambda one: id(one) in new, FLAG, csv=False),
        Field("since", lambda one: days.get(id(one)), DAY, csv=False),
    )
    fields = (
        Field("code", title="rules.code"),
        Field("name", sheet=None),
        Field("rule", lambda one: speaker.title(one.code), csv=False),
        Field("severity", kind=word("severity"), marks=marks),
        *(() if since is None else news),
        Field("file"),
        Field("line", kind=COUNT),
        Field("column"),
        Field("region", kind=place()),
        Field("body"),
        Field("person", "person.name"),
        Field("nik", "person.nik", PHONE, "members.nik"),
        Field("message", speaker.message, wrap=True, many=speaker.messages),
        Field("fix", speaker.fix, wrap=True, many=speaker.fixes),
        Field("basis", "basis.words", WORDS, "rules.basis", wrap=True),
        Field("level", "basis.level", title="profiles.level"),
        Field("origin", kind=_ORIGIN, sheet=_origin_columns(rules)),
    )
    notes = [
        speaker.say("report.capped", code=rule.code, shown=limit, failed=rule.failed)
        for rule in rules
        if limit is not None and rule.failed > limit
    ]
    listed = lambda: (one for rule in rules for one in islice(rule.listed, limit))  # noqa: E731 - asked for on every walk
    return Table("findings", fields, listed, notes=notes, keys=2)


_ORIGIN_KEYS = ("origin_file", "origin_sheet", "origin_row")
# The row of an imported workbook, as three columns.
_ORIGIN = Kind(
    lambda value, speaker: origin_text(value, speaker) if value else "",
    lambda value: value or (None, None, None),
    lambda key, value, speaker: dict(zip(_ORIGIN_KEYS, value or (None, None, None), strict=True)),
    headings=tuple(f"check.{key}" for key in _ORIGIN_KEYS),
)


def _origin_columns(rules: Sequence[RuleResult]) -> tuple[()] | None:
    """The usual columns in a workbook where a finding has an origin, else none."""
    return () if any(one.origin for rule in rules for one in rule.findings) else None


def origin_text(origin: Origin, speaker: Speaker) -> str:
    """The row of a workbook: "PPS Kledung.xlsx [PPS], baris 14"."""
    sheet = f" [{origin.sheet}]" if origin.sheet else ""
    return speaker.say("check.origin", file=f"{origin.file}{sheet}", row=origin.row)


# -- for people ------------------------------------------------------------------------------------


def severities_of(rule: RuleResult) -> list[Severity]:
    """The severities that a rule found something of, the heaviest first."""
    return [s for s in Severity if rule.counts.get(s)] or [rule.severity]


def by_weight(rule: RuleResult) -> tuple[int, int]:
    """For sorting rules: what weighs most comes first, and of that what is most urgent."""
    return _WEIGHT[severities_of(rule)[0]], urgency_of(rule.code)


def where(finding: Finding) -> str:
    """File and line: "anggota-pps.csv:53"."""
    if finding.file is None:
        return ""
    return finding.file if finding.line is None else f"{finding.file}:{finding.line}"


def subject(finding: Finding, message: str, speaker: Speaker) -> str:
    """Who and where, as far as the message does not say it."""
    person = speaker.person(finding.person)
    place = speaker.place(finding.region, finding.params.get("tps"))
    known = finding.region is None or finding.region.code in message
    return listed("" if person in message else person, "" if known else place)


def rule_blocks(
    rule: RuleResult, speaker: Speaker, limit: int | None, more: Callable[[str, int], str]
) -> Iterator[Block]:
    """A rule's heading with counts, and its first `limit` findings; `more` says of a code and a
    number of findings that there are so many more."""
    yield rule_heading(rule, speaker)
    shown = rule.findings[:limit]
    rest = more(rule.code, rule.failed - len(shown)) if rule.failed > len(shown) else ""
    yield Listing((*entries_of(shown, speaker, rest), *based_on(shown, speaker)))


def entries_of(
    shown: Sequence[Finding], speaker: Speaker, rest: str = "", *, coded: bool = False
) -> Iterator[Entry]:
    """The findings, those that are mended in the same way together and what to do below them; where
    they weigh differently, each with its mark, and where they are of several rules (`coded`), with
    its code. `rest` says that there are more."""
    wide = 0 if coded else max((len(where(finding)) for finding in shown), default=0)
    marked = coded or len({finding.severity for finding in shown}) > 1
    groups = list(_by_fix(shown, speaker).items())
    for number, (fix, findings) in enumerate(groups, start=1):
        for finding in findings:
            code = f" {finding.code}" if coded else ""
            mark = Span(f"{MARKS[finding.severity]}{code} ", TONES[finding.severity])
            told = _told(finding, wide, speaker)
            yield Entry((mark, *told) if marked else told)
        if rest and number == len(groups):
            yield Entry(line(Span(rest, Tone.DIM)))
        yield Entry(line(Span("→ ", Tone.NOTE), fix))


def based_on(findings: Sequence[Finding], speaker: Speaker) -> Iterator[Entry]:
    """Where the numbers that were used come from, each source once. What rests on a rule's own text
    alone is left to `adhoc explain`."""
    bases = dict.fromkeys(one.basis for one in findings if one.basis and one.basis.of_profile)
    if bases:
        said = "; ".join(speaker.basis(one) for one in bases)
        yield Entry(line(Span(speaker.say("check.basis", basis=said), Tone.DIM)))


def rule_heading(rule: RuleResult, speaker: Speaker) -> Heading:
    """The heading of a rule: "✗ Q401 Kekurangan anggota · 3 kesalahan"."""
    severities = severities_of(rule)
    numbers = {one: rule.counts.get(one, rule.failed) for one in severities}
    mark = Span(f"{MARKS[severities[0]]} {rule.code} ", TONES[severities[0]])
    return heading_of(speaker, numbers, mark, Span(speaker.title(rule.code), Tone.STRONG))


def heading_of(speaker: Speaker, numbers: Mapping[Severity, int], *name: Span) -> Heading:
    """The heading of some findings: what they have in common, and how many of each severity."""
    counts = ", ".join(speaker.counted(f"count.{one}", n) for one, n in numbers.items())
    return Heading(line(*name, Span(f" · {counts}", Tone.DIM)), 3)


def _by_fix(findings: Sequence[Finding], speaker: Speaker) -> dict[str, list[Finding]]:
    """Findings that are mended in the same way stand together, and it is said once."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(speaker.fix(finding), []).append(finding)
    return groups


def _told(finding: Finding, wide: int, speaker: Speaker) -> Line:
    """file:line, who and where as far as the message does not say it, and the message."""
    place = where(finding).ljust(wide)
    message = speaker.message(finding)
    about = subject(finding, message, speaker)
    before = Span(f"{place}  " if place.strip() else "", Tone.DIM)
    origin = f" ({origin_text(finding.origin, speaker)})" if finding.origin else ""
    told = f"{about}: {message}" if about else message
    return line(before, told, Span(origin, Tone.DIM))
