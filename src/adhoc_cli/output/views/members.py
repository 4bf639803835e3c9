"""`adhoc members`: the roster itself."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from adhoc_cli.models.columns import columns_of
from adhoc_cli.models.finding import Personal
from adhoc_cli.models.phones import abroad
from adhoc_cli.models.rows import Anggota
from adhoc_cli.output.document import Block, Column, Paragraph, Tone, paragraph, section
from adhoc_cli.output.table import NUMBER, TEXT, Field, Table
from adhoc_cli.output.view import Card, Items
from adhoc_cli.output.views.common import ResultView, dotted, if_any
from adhoc_cli.reports.members import Group, Member, Members, Per

PLACE_NAME = "nama_wilayah"  # beside the columns of the files: the name of the row's place

_HEADERS = columns_of(Anggota)
_FIELDS = tuple(_HEADERS)
_PRIVACY = {name: spec.privacy for name, spec in _HEADERS.items()}
# What people are shown, in this order, of the columns that the files have.
_SHOWN = {
    "kode_wilayah": Column(""),
    PLACE_NAME: Column("", drop=1, wrap=True),
    "badan": Column(""),
    "jabatan": Column(""),
    "tps": Column("", right=True),
    "nama": Column("", wrap=True),
    "jenis_kelamin": Column("", drop=5),
    "status": Column("", drop=2),
    "nik": Column("", drop=4),
    "telepon": Column("", drop=3),
}


@dataclass(eq=False, kw_only=True)
class MembersView(ResultView[Members]):
    """Members; personal cells are masked unless the speaker shows them."""

    personal = True  # it is a list of people
    model = "members.MembersOut"
    columns: Sequence[str] = ()
    per: Per | None = None
    word: bytes = b""  # the attachment of a decree, where it was asked for

    # -- for programs ------------------------------------------------------------------------------

    def data(self) -> dict[str, Any]:
        """The document, its members with the columns that were asked for in their order."""
        return {**super().data(), "members": Items("member", map(self._member, self._arranged()))}

    def _arranged(self) -> Iterator[Member]:
        """The members, group by group where there are groups."""
        for group in self._groups():
            yield from group.members

    def _groups(self) -> Sequence[Group]:
        if self.per is None:
            return (Group(None, None, self.result),)
        return self.result.by(self.per)

    def _member(self, member: Member) -> dict[str, Any]:
        return {
            "file": member.file,
            "line": member.line,
            "region": self.speaker.plain(member.region),
            **self._cells(member, self.columns or _FIELDS),
        }

    def _cells(self, member: Member, fields: Sequence[str]) -> dict[str, Any]:
        return {
            field: member.region.name
            if field == PLACE_NAME
            else self._cell(field, getattr(member.row, field))
            for field in fields
        }

    def _cell(self, field: str, value: Any) -> Any:
        plain = self.speaker.plain(value)
        privacy = _PRIVACY[field]
        if privacy is None or value is None:
            return plain
        return Personal(str(plain), privacy).shown(personal=self.speaker.personal)

    def table(self) -> Table:
        """The columns that the files have, under their canonical names: a roster file again."""
        there = [field for field in _FIELDS if field in self.result.columns]
        return self._table(self.columns or there, self._arranged)

    def docx(self) -> bytes:
        """The attachment of a decree as a Word file."""
        return self.word

    def cards(self) -> Iterator[Card]:
        """A contact for everybody with a name, also where no number is known."""
        for member in self._arranged():
            row = member.row
            if not row.nama:
                continue
            tps = f"TPS {row.tps} " if row.tps is not None else ""
            place = f"{tps}{member.region.name or member.region.code}"
            note = {"status": row.status or "aktif", "code": member.region.code}
            yield Card(
                row.nama,
                f"{row.badan} {place}",
                row.jabatan,
                tuple(map(abroad, self._numbers(row.telepon))),
                self.speaker.say("members.card_note", **note),
            )

    def _numbers(self, phone: str | None) -> list[str]:
        shown = self._cell("telepon", phone)
        return shown.split(" / ") if shown else []

    # -- for people --------------------------------------------------------------------------------

    def blocks(self) -> Iterator[Block | Table]:
        """One table, and how many there are."""
        members = self.result
        yield from self.top("members.title", members.calendar)
        yield from self.unreadable(members.unreadable)
        if len(members):
            yield from self._tables()
        else:
            yield self.told("members.none")
        if absent := [field for field in self.columns if not self._is_there(field)]:
            yield self.told("members.absent", Tone.WARN, columns=absent)
        yield self._counts()

    def _tables(self) -> Iterator[Block | Table]:
        for group in self._groups():
            if group.region is not None:
                yield section(self.speaker.place(group.region))
            elif group.body is not None:
                yield section(group.body)
            yield self._table(self._fields, partial(iter, group.members))

    def _table(self, names: Sequence[str], rows: Callable[[], Iterator[Member]]) -> Table:
        return Table("members", [self._field(name) for name in names], rows)

    def _is_there(self, field: str) -> bool:
        return field == PLACE_NAME or field in self.result.columns

    @cached_property
    def _fields(self) -> Sequence[str]:
        """What people are shown: what was asked for, else the place and the usual columns, without
        what the heading of a group says."""
        if self.columns:
            return self.columns
        said = {"badan": ("badan",), "desa": ("kode_wilayah", PLACE_NAME)}.get(self.per or "", ())
        return tuple(field for field in _SHOWN if self._is_there(field) and field not in said)

    def _field(self, name: str) -> Field:
        shape = _SHOWN.get(name, Column("", wrap=True))
        kind = NUMBER if shape.right else TEXT
        get = partial(self._value, name)
        return Field(name, get, kind, f"members.{name}", drop=shape.drop, wrap=shape.wrap)

    def _value(self, name: str, member: Member) -> Any:
        return self._cells(member, (name,))[name]

    def _counts(self) -> Paragraph:
        number, rejected = len(self.result), self.result.rejected
        rows = self.say("members.row" if number == 1 else "members.rows", count=number)
        lost = if_any(self.speaker, "members.rejected", rejected, Tone.BAD)
        return paragraph(*dotted((rows, lost)))
