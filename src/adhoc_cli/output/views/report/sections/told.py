"""A finding as a line of the page."""

from __future__ import annotations

from adhoc_cli.models.finding import Finding
from adhoc_cli.output.html.page import Entry
from adhoc_cli.output.views.findings import subject, where
from adhoc_cli.output.views.report.page_speaker import PageSpeaker


def told(page: PageSpeaker, finding: Finding, tag: str = "") -> Entry:
    """Where it stands, who and where as far as the message does not say it, and the message."""
    message = page.speaker.message(finding)
    about = subject(finding, message, page.speaker)
    text = page.text(f"{about}: {message}" if about else message)
    return Entry(text, page.text(where(finding)), tag)
