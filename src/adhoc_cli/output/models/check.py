"""`adhoc.check/1`: files, rules, waivers and findings."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Annotated, Any, Literal

from adhoc_cli.models.finding import Finding, Severity
from adhoc_cli.models.report import Status, WaiverStatus
from adhoc_cli.output.blocks import Columns, each
from adhoc_cli.output.models.base import (
    ITSELF,
    Count,
    DocumentOut,
    Each,
    From,
    OrNone,
    Out,
    Params,
    Values,
)
from adhoc_cli.output.models.shared import PersonOut, RegionOut, TextsOut
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.profiles.parts import Level


class InputOut(Out):
    """A file: rows = accepted + rejected."""

    file: Annotated[str, From("name")]
    sha256: Annotated[str | None, OrNone]
    """None of a file that is missing or could not be opened."""
    rows: Count
    accepted: Count
    rejected: Count


class BodyTotalsOut(Out):
    """The seats of one body over all its units."""

    units: Count
    required: Count
    filled: Count
    vacant: Count
    excess: Count


class FoundOut(Out):
    """The true numbers of findings."""

    errors: Annotated[Count, From(lambda report, _: report.total(Severity.ERROR))]
    warnings: Annotated[Count, From(lambda report, _: report.total(Severity.WARNING))]
    infos: Annotated[Count, From(lambda report, _: report.total(Severity.INFO))]
    waived: Count
    """Findings that `adhoc.toml` accepts; they are not counted above."""


class CheckSummaryOut(FoundOut):
    """The true numbers of findings, and the seats of every body."""

    bodies: dict[str, BodyTotalsOut]


class ReasonOut(Out):
    """Why something was not looked at."""

    key: str
    params: Params


class RuleOut(Out):
    """What became of a rule."""

    code: str
    name: str
    severity: Severity
    status: Status
    reason: ReasonOut | None
    """Why a rule was skipped or crashed, or what one that ran could not look at."""
    checked: Count
    failed: Count
    """The true number, also where fewer findings are held."""
    waived: Count
    """The true number of findings that waivers cover; not among `failed`."""
    severity_from: Annotated[
        Literal["rule", "adhoc.toml"],
        From(lambda rule, _: "rule" if rule.own is None else "adhoc.toml"),
    ]
    """Who set the severity."""


class WaiverOut(Out):
    """A waiver of `adhoc.toml`."""

    code: str
    region: RegionOut | None
    person: PersonOut | None
    reason: str
    until: date
    """The last day on which it counts."""
    matched: Count
    """The true number of findings it covers; two waivers may cover the same one."""
    status: WaiverStatus
    """`unchecked`: its rule did not run, or could not look at everything."""


class OriginOut(Out):
    """The row of an imported file, as a spreadsheet counts it."""

    file: str
    sheet: str | None
    """None of a file of text."""
    row: int


class FindingOut(Out):
    """One thing found by one rule."""

    code: str
    name: str
    severity: Severity
    file: str | None
    line: int | None
    """The physical line that an editor shows, header = 1."""
    column: str | None
    region: RegionOut | None
    body: str | None
    person: PersonOut | None
    params: Params
    message: Annotated[str, From(lambda finding, speaker: speaker.message(finding))]
    """What was found, in the reader's language."""
    fix: Annotated[str, From(lambda finding, speaker: speaker.fix(finding))]
    """What to do about it, in the reader's language."""
    basis: Annotated[
        TextsOut | None, From(lambda finding, _: finding.basis and finding.basis.words)
    ]
    """The source of the value that the rule used, or what the rule itself rests on."""
    level: Annotated[Level | None, From(lambda finding, _: finding.basis and finding.basis.level)]
    """How sure the source is: A, B, C, D, I or X."""
    origin: OriginOut | None = None
    """Where the row stood before an import; only there where neither was changed since."""

    @classmethod
    def besides(cls, source: Finding) -> Values:
        return {"origin": source.origin} if source.origin else {}


_AS_THEY_ARE = (
    "code", "name", "severity", "file", "line", "column", "region", "body", "person", "params",
)  # fmt: skip


def finding_columns(findings: Sequence[Finding], speaker: Speaker) -> Iterator[Columns]:
    """What `FindingOut` says of some findings: there may be a million."""
    for came_by_import, alike in groupby(findings, lambda one: one.origin is not None):
        some = list(alike)
        bases = [one.basis for one in some]
        columns: dict[str, Sequence[Any]] = {
            key: speaker.all_plain(list(map(attrgetter(key), some))) for key in _AS_THEY_ARE
        }
        columns["message"], columns["fix"] = speaker.messages(some), speaker.fixes(some)
        columns["basis"] = each([basis and basis.words for basis in bases], speaker.plain)
        columns["level"] = [basis and basis.level for basis in bases]
        if came_by_import:
            columns["origin"] = [one.origin and one.origin._asdict() for one in some]
        yield columns


class CheckOut(DocumentOut):
    """What `adhoc check --format json` says."""

    schema_: Literal["adhoc.check/1"]
    profile: str
    as_of: date
    inputs: list[InputOut]
    summary: Annotated[CheckSummaryOut, ITSELF]
    rules: Annotated[Iterable[RuleOut], Each("rule")]
    waivers: Annotated[Iterable[WaiverOut], Each("waiver")]
    """In the order of `adhoc.toml`."""
    findings: Annotated[
        Iterable[FindingOut],
        Each("finding", finding_columns),
        From(lambda report, _: (finding for rule in report.rules for finding in rule.listed)),
    ]
