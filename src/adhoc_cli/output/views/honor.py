"""`adhoc honor`: who is paid what for a month, by body and kecamatan."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from adhoc_cli.models.finding import Region
from adhoc_cli.output.document import Block, Tone, paragraph, section
from adhoc_cli.output.sheets.pay_list import month_text
from adhoc_cli.output.table import COUNT, DAY, NAME, NUMBER, Field, Table, sheet_of
from adhoc_cli.output.view import Sheet
from adhoc_cli.output.views.common import DOT, ResultView, if_any, listed, place_fields
from adhoc_cli.profiles.model import Profile
from adhoc_cli.reports.payees import Honor, Payee, PayList, Sum

_FAULTS = ("unread", "excess")
_COUNTED = ("ended", "ahead", "nameless", *_FAULTS)


class _Line(NamedTuple):
    """A payee under a number, or a total."""

    number: int | None
    payee: Payee | None
    label: str = ""
    total: Sum = Sum()


class _Kecamatan(NamedTuple):
    """What the bodies of a kecamatan are paid; of the last line, of all."""

    name: str
    sums: dict[str, Sum]

    @property
    def sum(self) -> Sum:
        """That of all its bodies."""
        return sum(self.sums.values(), Sum())


class _Rate(NamedTuple):
    """What a role is paid, and why."""

    body: str
    role: str
    amount: int
    per: str
    basis: str


@dataclass(eq=False, kw_only=True)
class HonorView(ResultView[Honor]):
    """The list of a month. Names stand in it; nothing else of a person does."""

    model = "honor.HonorOut"
    personal = True  # it is a list of people
    law: Profile
    printed: bytes = b""  # the list to sign, where it was asked for

    def pdf(self) -> bytes:
        """The list to sign."""
        return self.printed

    def table(self) -> Table:
        """A row for everybody: those who are paid, and those for whom nothing could be counted."""
        rows = [_Line(None, one) for one in (*self.result.payees, *self.result.apart)]
        where = (Field("file", "payee.file"), Field("line", "payee.line", NUMBER))
        return Table("honor", (*self._fields(), self._reason, *where), lambda: rows)

    def _fields(self) -> Iterator[Field]:
        yield from place_fields("payee.kecamatan")
        yield Field("place_code", "payee.region.code", title="members.kode_wilayah")
        yield Field("place_name", "payee.region.name", title="members.nama_wilayah", wrap=True)
        yield Field("tps", "payee.tps", NUMBER, "members.tps")
        yield Field("body", "payee.body", title="members.badan")
        yield Field("role", "payee.role", title="members.jabatan")
        yield Field("name", "payee.name", NAME, "members.nama")
        yield Field("first", "payee.served.first", DAY, "honor.first")
        yield Field("last", "payee.served.last", DAY, "honor.last")
        yield Field("days", "payee.served.days", COUNT, "honor.days_served")
        yield Field("of_days", "payee.period.days", COUNT, "honor.days_of")
        yield Field("rate", "payee.rate", COUNT, "honor.rate")
        yield Field("amount", _amount, COUNT, "honor.amount")
        if self._is_taxed:
            yield Field("tax", _money("tax"), COUNT, "honor.tax")
            yield Field("net", _money("net"), COUNT, "honor.received")

    @cached_property
    def _is_taxed(self) -> bool:
        """Whether the profile regulates the tax of anybody: else there is no column of it."""
        return any(one.tax is not None for one in self.result.payees)

    @property
    def _reason(self) -> Field:
        return Field("reason", self._why, title="honor.reason", wrap=True)

    def _why(self, line: _Line) -> str | None:
        why = line.payee.why if line.payee else None
        return self.say(f"honor.why.{why.key}", **why.params) if why else None

    # -- for people --------------------------------------------------------------------------------

    def blocks(self) -> Iterator[Block | Table]:
        """The sums; whoever came or left; whoever is apart; by which rules; one line."""
        found = self.result
        yield from self.top("honor.title", month=self._month)
        yield paragraph(f"{found.calendar.profile}{DOT}{self._month}", tone=Tone.DIM, close=True)
        yield from self.unreadable(found.unreadable)
        if found.lists:
            yield self._summary()
            rates = self._rates()
            yield rates
            sources = "; ".join(dict.fromkeys(one.basis for one in rates.rows()))
            yield self.told("honor.sources", Tone.DIM, sources=sources)
        yield from self._people()
        for body, last in ((one.body, one.last) for one in found.later):
            yield self.told("honor.later", Tone.DIM, body=body, day=last)
        yield from self.out_of_term(found.outside)
        yield from self._notes()
        yield self._result()

    @property
    def _month(self) -> str:
        return month_text(self.result, self.speaker)

    @cached_property
    def _rules(self) -> Sequence[str]:
        rules = self.result.rules
        return (
            self.say(f"honor.part_month.{rules.part_month}"),
            self.say(f"honor.rounding.{rules.rounding}"),
        )

    def _summary(self) -> Table:
        bodies = list(dict.fromkeys(one.body for one in self.result.lists))
        rows = [_Kecamatan(name, _added(some)) for name, some in _grouped(self.result.lists)]
        total = _Kecamatan(self.say("honor.total"), _added(self.result.lists))
        return Table(
            "honor_sums",
            (
                Field("kecamatan", "name", NAME, "title.kecamatan", wrap=True),
                Field("people", "sum.people", COUNT, "honor.people_title"),
                *(
                    Field(body, _body_amount(body), COUNT, label=body, drop=1 + (at > 1))
                    for at, body in enumerate(bodies)
                    if len(bodies) > 1
                ),
                Field("amount", "sum.amount", COUNT, "honor.amount"),
                *(
                    Field(key, f"sum.{key}", COUNT, heading)
                    for key, heading in (("tax", "honor.tax"), ("net", "honor.received"))
                    if self._is_taxed
                ),
            ),
            lambda: rows,
            [total],
            notes=[text for _, text in self._said()],
        )

    def _rates(self) -> Table:
        """The rates that were used, each with its source."""
        rows = list(dict.fromkeys(self._rate(one) for one in self.result.payees))
        return Table(
            "honor_rates",
            (
                Field("body", title="members.badan"),
                Field("role", title="members.jabatan"),
                Field("rate", "amount", COUNT, "honor.rate"),
                Field("per", title="honor.per", drop=1),
                Field("basis", title="honor.basis", wrap=True, screen=False),
            ),
            lambda: rows,
        )

    def _rate(self, one: Payee) -> _Rate:
        body = self.law.badan[one.body]
        source = body.sumber.get("honorarium")
        basis = f"{source.dasar} [{source.tingkat}]" if source else self.say("honor.no_source")
        per = self.say(f"honor.per.{body.honorarium_per or 'bulan'}")
        return _Rate(one.body, one.role, one.rate or 0, per, basis)

    def _people(self) -> Iterator[Block | Table]:
        partly, apart = self.result.partly, self.result.apart
        if partly:
            yield section(self.say("honor.partly"))
            served = Field("served", self._served, title="honor.days", wrap=True)
            amount = Field("amount", _amount, COUNT, "honor.amount")
            yield self._some("honor_partly", partly, served, amount)
        if apart:
            yield section(self.say("honor.apart"))
            where = Field("where", _where, title="honor.where")
            yield self._some("honor_apart", apart, self._reason, where)

    def _some(self, name: str, payees: Iterable[Payee], *more: Field) -> Table:
        rows = [_Line(None, one) for one in payees]
        fields = [
            Field("name", "payee.name", NAME, "members.nama", wrap=True),
            Field("post", self._post, title="honor.post", wrap=True),
            *more,
        ]
        return Table(name, fields, lambda: rows)

    def _post(self, line: _Line) -> str:
        one = line.payee
        if one is None:
            return ""
        place = self.speaker.place(one.region, one.tps) if one.region.code else ""
        return listed(one.role, one.body, place, between=" ")

    def _served(self, line: _Line) -> str:
        """ "20/31, sejak 12 Agustus 2024"."""
        one = line.payee
        if one is None:
            return ""
        served, period = one.days
        parts = [f"{served.days}/{period.days}"]
        parts += [self.say("honor.came", day=one.came)] if one.came else []
        parts += [self.say("honor.left", day=one.left)] if one.left else []
        return ", ".join(parts)

    def _notes(self) -> Iterator[Block]:
        for key in _COUNTED:
            tone = Tone.BAD if key in _FAULTS else Tone.DIM
            yield from self.count(f"honor.{key}", getattr(self.result, key), tone)
        for tone, text in self._said() if self.result.lists else ():
            yield paragraph(text, tone=tone)

    def _said(self) -> Iterator[tuple[Tone, str]]:
        """By which rules it was counted, and which of them nobody decided yet."""
        rules = self.result.rules
        yield Tone.DIM, self.say("honor.counted", how=DOT.join(self._rules))
        if rules.undecided:
            keys = ", ".join(f"pembayaran.{key}" for key in rules.undecided)
            yield Tone.WARN, self.say("honor.own_choice", keys=keys)
        if self.result.sum.untaxed:
            yield Tone.DIM, self.say("honor.no_tax")

    def _result(self) -> Block:
        speaker, total, apart = self.speaker, self.result.sum, len(self.result.apart)
        return self.result_line(
            self.say("honor.of_month", month=self._month),
            speaker.counted("honor.people", total.people),
            self.say("honor.rupiah", amount=speaker.number(total.amount)),
            if_any(speaker, "honor.apart_count", apart, Tone.BAD),
            *(if_any(speaker, f"honor.{k}", getattr(self.result, k), Tone.BAD) for k in _FAULTS),
            self.incomplete(self.result.unreadable),
        )

    # -- a workbook --------------------------------------------------------------------------------

    def sheets(self) -> Iterable[Sheet]:
        """The sums, a sheet for each kecamatan with a total for each body, and who is apart."""
        yield sheet_of(self._summary(), self.speaker)
        for name, lists in _grouped(self.result.lists):
            table = Table(name, tuple(self._for_a_treasurer()), *_lines(lists, self.say))
            yield sheet_of(table, self.speaker)._replace(name=name, keys=2)
        yield sheet_of(self._rates(), self.speaker)
        if self.result.apart:
            rows = [_Line(None, one) for one in self.result.apart]
            where = Field("where", _where, title="honor.where")
            fields = (*self._fields(), self._reason, where)
            table = Table("honor_apart", fields, lambda: rows)
            without = {"first", "last", "days", "of_days", "rate", "amount", "tax", "net"}
            kept = [one.key for one in fields if one.key not in without]
            yield sheet_of(table.only(*kept), self.speaker)

    def _for_a_treasurer(self) -> Iterator[Field]:
        yield Field("number", "number", COUNT, "honor.number")
        name = Field("name", lambda one: one.payee.name if one.payee else one.label, NAME)
        yield name._replace(title="members.nama")
        others = {"region_code", "region_name", "name"}
        yield from (one for one in self._fields() if one.key not in others)


def _amount(line: _Line) -> int | None:
    return line.payee.amount if line.payee else line.total.amount


def _money(key: str) -> Callable[[_Line], int | None]:
    return lambda line: getattr(line.payee or line.total, key)


def _where(line: _Line) -> str:
    return f"{line.payee.file}:{line.payee.line}" if line.payee else ""


def _body_amount(body: str) -> Callable[[_Kecamatan], int | None]:
    return lambda row: row.sums[body].amount if body in row.sums else None


def _added(lists: Iterable[PayList]) -> dict[str, Sum]:
    added: dict[str, Sum] = {}
    for one in lists:
        added[one.body] = added.get(one.body, Sum()) + one.sum
    return added


def _grouped(lists: Iterable[PayList]) -> Iterable[tuple[str, list[PayList]]]:
    """The lists of each kecamatan, under its name."""
    groups: dict[Region, list[PayList]] = {}
    for one in lists:
        groups.setdefault(one.kecamatan, []).append(one)
    return [(place.name or place.code, some) for place, some in groups.items()]


def _lines(
    lists: Sequence[PayList], say: Callable[..., str]
) -> tuple[Callable[[], Iterable[_Line]], list[_Line]]:
    """The numbered lines of some lists, and their totals."""
    payees = [each for one in lists for each in one.payees]
    rows = [_Line(number, one) for number, one in enumerate(payees, start=1)]
    totals = [_Line(None, None, say("honor.list_sum", body=one.body), one.sum) for one in lists]
    every = sum((one.sum for one in lists), Sum())
    totals.append(_Line(None, None, say("honor.total"), every))
    return lambda: rows, totals
