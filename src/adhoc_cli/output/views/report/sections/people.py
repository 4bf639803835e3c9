"""Women and men, secretariats and training: counts of people, nobody's name."""

from __future__ import annotations

from collections.abc import Iterator

from adhoc_cli.output.document import Tone
from adhoc_cli.output.html.page import Bar, Block, Note, Piece, Section, Table
from adhoc_cli.output.html.pictures import bar
from adhoc_cli.output.views.headcount import heads_table
from adhoc_cli.output.views.report import tables
from adhoc_cli.output.views.report.page_speaker import PageSpeaker
from adhoc_cli.output.views.report.page_table import OnPage, table_of
from adhoc_cli.reports.headcount import Heads
from adhoc_cli.reports.overview.secretariats import SecretariatState
from adhoc_cli.reports.overview.training import TrainingState


def people(page: PageSpeaker) -> Section:
    """The chapter."""
    heads, title = page.overview.heads, page.say("report.women_men")
    if heads.unreadable or not heads.bodies:
        files = ", ".join(heads.unreadable) or "anggota.csv"
        return Section("perempuan", title, (page.dull("page.people.none", files=files),))
    blocks: list[Block] = [_heads(page, title)]
    if heads.nameless:
        blocks.append(Note(page.counted("page.people.nameless", heads.nameless), Tone.DIM))
    percent = heads.total.women_percent
    count = "" if percent is None else f"{percent}%"
    lead = "page.people.lead" if page.overview.women_least else "page.people.lead_plain"
    return Section("perempuan", title, tuple(blocks), count, lead=page.say(lead))


def _heads(page: PageSpeaker, title: str) -> Table:
    unknown = page.overview.heads.total.unknown > 0
    on = {
        "body": OnPage(text=lambda row: page.short(row[0])),
        "women": OnPage("page.people.women"),
        "men": OnPage("page.people.men"),
        "unknown": OnPage("page.people.unknown") if unknown else None,
        "total": OnPage("title.total"),
        "women_percent": OnPage(
            "page.people.share",
            lambda row: Tone.PLAIN if row.heads.total else Tone.DIM,
            lambda row: f"{row.heads.women_percent}%" if row.heads.total else "–",
            lambda row: _bar(page, row.body, row.heads),
            lambda row: _least(page, row.body, row.heads),
        ),
    }
    return table_of(heads_table(page.overview.heads, page.speaker), page, title, on)


def _bar(page: PageSpeaker, name: str, heads: Heads) -> Bar | None:
    """The share, with a stroke where the profile asks for one."""
    least = page.overview.women_least.get(name)
    return bar([(heads.women, "done")], heads.total, mark=least) if heads.total else None


def _least(page: PageSpeaker, name: str, heads: Heads) -> Iterator[Piece]:
    least = page.overview.women_least.get(name)
    if least is not None and heads.total:
        reached = heads.women >= least * heads.total
        key, tone = ("reached", Tone.DIM) if reached else ("short", Tone.WARN)
        yield Piece(page.say(f"page.people.{key}", least=f"{100 * least:.0f}"), tone)


# -- secretariats and training ---------------------------------------------------------------------


def support(page: PageSpeaker) -> Section:
    """The chapter."""
    blocks: tuple[Block, Block] = (_secretariats(page), _training(page))
    return Section("sekretariat", page.say("page.support"), blocks, paired=True)


def _secretariats(page: PageSpeaker) -> Block:
    if not page.overview.secretariats:
        return page.dull("page.support.no_secretariat")
    title = page.say("page.support.secretariats")

    def lacks(one: SecretariatState) -> Tone:
        return Tone.BAD if one.complete < one.units else Tone.PLAIN

    def last_day(one: SecretariatState) -> str:
        return page.day(one.deadline) if one.deadline else page.say("page.support.no_deadline")

    on = {
        "body": OnPage(text=lambda one: page.short(one.body)),
        "complete": OnPage("page.support.complete", Tone.PLAIN, bar=True),
        "filled": OnPage("page.support.seats", lacks),
        "deadline": OnPage(
            "page.support.deadline", text=last_day, below=lambda one: _urgency(page, one)
        ),
    }
    return table_of(tables.secretariats(page.overview), page, title, on, heading=title)


def _urgency(page: PageSpeaker, one: SecretariatState) -> Iterator[Piece]:
    if one.complete == one.units:
        yield Piece(page.say("page.support.done"), Tone.GOOD)
        return
    left = one.left(page.overview.as_of)
    if left is not None:
        key, tone = ("late", Tone.BAD) if left < 0 else ("in_time", Tone.WARN)
        yield Piece(f"{page.left(left)}, {page.say(f'page.support.{key}')}", tone)


def _training(page: PageSpeaker) -> Block:
    if not page.overview.training:
        return page.dull("page.support.no_training")
    title = page.say("page.support.training")

    def state(one: TrainingState) -> tuple[str, Tone]:
        if not one.due:
            return page.say("page.support.not_held"), Tone.DIM
        if lacking := one.members - one.trained:
            return page.counted("page.support.lacking", lacking), Tone.WARN
        return page.say("page.support.done"), Tone.GOOD

    on = {
        "body": OnPage(),
        "trained": OnPage("page.support.trained", Tone.PLAIN, bar=True),
        "status": OnPage(
            "page.support.state", lambda row: state(row[1])[1], lambda row: state(row[1])[0]
        ),
    }
    return table_of(tables.training(page.overview, page.speaker), page, title, on, heading=title)
