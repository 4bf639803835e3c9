"""What the views share."""

from __future__ import annotations

from datetime import date

from adhoc_cli.models.finding import Severity
from adhoc_cli.output.document import Line, Paragraph, Span, Tone, line
from adhoc_cli.output.speaker import Speaker

TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARN, Severity.INFO: Tone.NOTE}
MARKS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "i"}
DOT = " · "


def subtitle(speaker: Speaker, profile: str, as_of: date) -> Paragraph:
    """Profile and day, below the title."""
    day = speaker.say("as_of", date=as_of)
    return Paragraph(line(Span(f"{profile}{DOT}{day}", Tone.DIM)), close=True)


def count(speaker: Speaker, value: int, tone: Tone) -> Span:
    """A number that only stands out when it is not zero."""
    return Span(speaker.number(value), tone if value else Tone.DIM)


def counted(speaker: Speaker, key: str, value: int) -> str:
    """The text of a count: "3 errors"."""
    return speaker.say(key, count=speaker.number(value), n=value)


def dotted(parts: list[str | Span]) -> Line:
    """Parts on one line, a dot between them."""
    spans: list[str | Span] = []
    for part in parts:
        spans += [Span(DOT, Tone.DIM), part] if spans else [part]
    return line(*spans)
