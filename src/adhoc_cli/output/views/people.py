"""People and posts of a report, as JSON and as text."""

from __future__ import annotations

from typing import Any

from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.common import region
from adhoc_cli.reports.persons import Post, Someone


def post_data(post: Post) -> dict[str, Any]:
    """A post in JSON: body, place, TPS."""
    return {"body": post.body, "region": region(post.region), "tps": post.tps}


def someone_data(who: Someone, speaker: Speaker) -> dict[str, Any]:
    """A row of a person in JSON; the NIK masked or not."""
    return {
        "name": speaker.free(who.person.name),
        "nik": speaker.plain(who.person.nik),
        "role": who.role,
        "status": who.status,
        "rank": who.rank,
        "file": who.file,
        "line": who.line,
    }


def post_text(post: Post, speaker: Speaker) -> str:
    """Body and place: "PPS Wonosari (33.23.01.2001)", "KPPS TPS 3 Wonosari (33.23.01.2001)"."""
    return f"{post.body} {speaker.place(post.region, post.tps)}"
