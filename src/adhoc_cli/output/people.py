"""How people, posts and what keeps a candidate from a seat are said."""

from __future__ import annotations

from adhoc_cli.output.speaker import Speaker
from adhoc_cli.reports.candidates import Check, Skip
from adhoc_cli.reports.persons import Post


def post_text(post: Post, speaker: Speaker) -> str:
    """Body and place: "PPS Wonosari (33.23.01.2001)", "KPPS TPS 3 Wonosari (33.23.01.2001)"."""
    return f"{post.body} {speaker.place(post.region, post.tps)}"


def skip_text(one: Skip, speaker: Speaker) -> str:
    """Why a candidate is skipped."""
    params = {"status": one.status or "", "number": one.number}
    return speaker.say(f"letter.skip.{one.why}", post=one.post.title if one.post else "", **params)


def check_text(one: Check, speaker: Speaker) -> str:
    """What to look at before a candidate is asked."""
    post = one.post.title if one.post else ""
    return speaker.say(f"letter.note.{one.note}", post=post, number=one.number)
