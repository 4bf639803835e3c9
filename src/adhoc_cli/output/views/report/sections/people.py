"""Women and men, secretariats and training: counts of people, nobody's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from adhoc_cli.output.document import Tone
from adhoc_cli.output.html.page import Block, Cell, Column, Note, Piece, Section, Table
from adhoc_cli.output.html.pictures import bar
from adhoc_cli.output.views.report.sections.voice import Voice
from adhoc_cli.reports.headcount import Heads
from adhoc_cli.reports.overview.secretariats import SecretariatState
from adhoc_cli.reports.overview.training import TrainingState


def people(voice: Voice) -> Section:
    """The chapter."""
    heads, title = voice.overview.heads, voice.say("page.people")
    if heads.unreadable or not heads.bodies:
        files = ", ".join(heads.unreadable) or "anggota.csv"
        return Section("perempuan", title, (voice.dull("page.people.none", files=files),))
    blocks: list[Block] = [_heads(voice, title)]
    if heads.nameless:
        blocks.append(Note(voice.counted("page.people.nameless", heads.nameless), Tone.DIM))
    percent = heads.total.women_percent
    count = "" if percent is None else f"{percent}%"
    lead = "page.people.lead" if voice.overview.women_least else "page.people.lead_plain"
    return Section("perempuan", title, tuple(blocks), count, lead=voice.say(lead))


def _heads(voice: Voice, title: str) -> Table:
    heads = voice.overview.heads
    has_unknown = heads.total.unknown > 0
    columns = [Column(voice.say("members.badan"))]
    columns += [Column(voice.say(f"page.people.{key}"), right=True) for key in ("women", "men")]
    if has_unknown:
        columns.append(Column(voice.say("page.people.unknown"), right=True))
    columns.append(Column(voice.say("title.total"), right=True))
    columns.append(Column(voice.say("page.people.share"), wide=True))
    rows = [_body(voice, one.body, one.total, has_unknown=has_unknown) for one in heads.bodies]
    total = _body(voice, voice.say("title.total"), heads.total, has_unknown=has_unknown)
    return Table(title, columns, rows, (total,))


def _body(voice: Voice, name: str, heads: Heads, *, has_unknown: bool) -> Sequence[Cell]:
    unknown = Cell(voice.number(heads.unknown), Tone.WARN if heads.unknown else Tone.DIM)
    return (
        Cell(voice.short(name)),
        Cell(voice.number(heads.women)),
        Cell(voice.number(heads.men)),
        *([unknown] if has_unknown else ()),
        Cell(voice.number(heads.total)),
        _share(voice, name, heads),
    )


def _share(voice: Voice, name: str, heads: Heads) -> Cell:
    """The share as a number and a bar, with a stroke where the profile asks for one."""
    if heads.women_percent is None:
        return Cell("–", Tone.DIM)
    least = voice.overview.women_least.get(name)
    drawn = bar([(heads.women, "done")], heads.total, mark=least)
    if least is None:
        return Cell(f"{heads.women_percent}%", bar=drawn)
    reached = heads.women >= least * heads.total
    key, tone = ("reached", Tone.DIM) if reached else ("short", Tone.WARN)
    below = Piece(voice.say(f"page.people.{key}", least=f"{100 * least:.0f}"), tone)
    return Cell(f"{heads.women_percent}%", below=(below,), bar=drawn)


# -- secretariats and training ---------------------------------------------------------------------


def support(voice: Voice) -> Section:
    """The chapter."""
    secretariats, training = voice.overview.secretariats, voice.overview.training
    blocks: list[Block] = []
    if secretariats:
        blocks.append(_secretariats(voice, secretariats))
    else:
        blocks.append(voice.dull("page.support.no_secretariat"))
    if training:
        blocks.append(_training(voice))
    else:
        blocks.append(voice.dull("page.support.no_training"))
    return Section("sekretariat", voice.say("page.support"), tuple(blocks), paired=True)


def _secretariats(voice: Voice, found: Sequence[SecretariatState]) -> Table:
    title = voice.say("page.support.secretariats")
    columns = (
        Column(voice.say("members.badan")),
        Column(voice.say("page.support.complete"), wide=True),
        Column(voice.say("page.support.seats"), right=True),
        Column(voice.say("page.support.deadline"), whole=True),
    )
    return Table(title, columns, tuple(_state(voice, one) for one in found), heading=title)


def _state(voice: Voice, one: SecretariatState) -> Sequence[Cell]:
    drawn = bar([(one.complete, "done")], one.units)
    lacking = one.units - one.complete
    return (
        Cell(voice.short(one.body)),
        Cell(voice.ratio(one.complete, one.units), bar=drawn),
        Cell(voice.ratio(one.filled, one.required), Tone.BAD if lacking else Tone.PLAIN),
        Cell(
            voice.day(one.deadline) if one.deadline else voice.say("page.support.no_deadline"),
            below=tuple(_urgency(voice, one, lacking)),
        ),
    )


def _urgency(voice: Voice, one: SecretariatState, lacking: int) -> Iterator[Piece]:
    if not lacking:
        yield Piece(voice.say("page.support.done"), Tone.GOOD)
        return
    left = one.left(voice.overview.as_of)
    if left is not None and one.deadline is not None:
        key, tone = ("late", Tone.BAD) if left < 0 else ("in_time", Tone.WARN)
        yield Piece(f"{voice.left(one.deadline)}, {voice.say(f'page.support.{key}')}", tone)


def _training(voice: Voice) -> Table:
    title = voice.say("page.support.training")
    columns = (
        Column(voice.say("members.badan")),
        Column(voice.say("page.support.trained"), wide=True),
        Column(voice.say("page.support.state")),
    )
    rows = tuple(_trained(voice, body, one) for body, one in voice.overview.training.items())
    return Table(title, columns, rows, heading=title)


def _trained(voice: Voice, body: str, one: TrainingState) -> Sequence[Cell]:
    drawn = bar([(one.trained, "done")], one.members)
    lacking = one.members - one.trained
    if not one.due:
        state = Cell(voice.say("page.support.not_held"), Tone.DIM)
    elif lacking:
        state = Cell(voice.counted("page.support.lacking", lacking), Tone.WARN)
    else:
        state = Cell(voice.say("page.support.done"), Tone.GOOD)
    return Cell(body), Cell(voice.ratio(one.trained, one.members), bar=drawn), state
