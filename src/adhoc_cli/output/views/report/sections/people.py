"""Women and men, secretariats and training: counts of people, nobody's name."""

from __future__ import annotations

from collections.abc import Sequence

from adhoc_cli.output.document import Column, Tone
from adhoc_cli.output.html.page import Block, Cell, Note, Piece, Section, Table
from adhoc_cli.output.html.pictures import bar
from adhoc_cli.output.views.report.page_speaker import PageSpeaker
from adhoc_cli.output.views.report.page_table import table_of
from adhoc_cli.output.views.report.topics.secretariats import secretariats as topic_of_secretariats
from adhoc_cli.output.views.report.topics.training import training as topic_of_training
from adhoc_cli.reports.headcount import Heads


def people(page: PageSpeaker) -> Section:
    """The chapter."""
    heads, title = page.overview.heads, page.say("page.people")
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
    heads = page.overview.heads
    has_unknown = heads.total.unknown > 0
    columns = [Column(page.say("members.badan"))]
    columns += [Column(page.say(f"page.people.{key}"), right=True) for key in ("women", "men")]
    if has_unknown:
        columns.append(Column(page.say("page.people.unknown"), right=True))
    columns.append(Column(page.say("title.total"), right=True))
    columns.append(Column(page.say("page.people.share"), wrap=True))
    rows = [_body(page, one.body, one.total, has_unknown=has_unknown) for one in heads.bodies]
    total = _body(page, page.say("title.total"), heads.total, has_unknown=has_unknown)
    return Table(title, columns, rows, (total,))


def _body(page: PageSpeaker, name: str, heads: Heads, *, has_unknown: bool) -> Sequence[Cell]:
    unknown = Cell(page.number(heads.unknown), Tone.WARN if heads.unknown else Tone.DIM)
    return (
        Cell(page.short(name)),
        Cell(page.number(heads.women)),
        Cell(page.number(heads.men)),
        *([unknown] if has_unknown else ()),
        Cell(page.number(heads.total)),
        _share(page, name, heads),
    )


def _share(page: PageSpeaker, name: str, heads: Heads) -> Cell:
    """The share as a number and a bar, with a stroke where the profile asks for one."""
    if heads.women_percent is None:
        return Cell("–", Tone.DIM)
    least = page.overview.women_least.get(name)
    drawn = bar([(heads.women, "done")], heads.total, mark=least)
    if least is None:
        return Cell(f"{heads.women_percent}%", bar=drawn)
    reached = heads.women >= least * heads.total
    key, tone = ("reached", Tone.DIM) if reached else ("short", Tone.WARN)
    below = Piece(page.say(f"page.people.{key}", least=f"{100 * least:.0f}"), tone)
    return Cell(f"{heads.women_percent}%", below=(below,), bar=drawn)


# -- secretariats and training ---------------------------------------------------------------------


def support(page: PageSpeaker) -> Section:
    """The chapter."""
    secretariats, training = page.overview.secretariats, page.overview.training
    blocks: list[Block] = []
    if secretariats:
        title = page.say("page.support.secretariats")
        blocks.append(table_of(topic_of_secretariats(page), page, title, heading=title))
    else:
        blocks.append(page.dull("page.support.no_secretariat"))
    if training:
        title = page.say("page.support.training")
        blocks.append(table_of(topic_of_training(page), page, title, heading=title))
    else:
        blocks.append(page.dull("page.support.no_training"))
    return Section("sekretariat", page.say("page.support"), tuple(blocks), paired=True)
