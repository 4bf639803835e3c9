"""`adhoc members`: the roster itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from typing import Any

from adhoc_cli.models.columns import columns_of
from adhoc_cli.models.finding import Personal
from adhoc_cli.models.rows import Anggota
from adhoc_cli.output.document import (
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Span,
    Tone,
    line,
)
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import NUMBER, TEXT, Field, Table, grid_of
from adhoc_cli.output.view import Card, Records, View
from adhoc_cli.output.views.common import counted, dotted, subtitle
from adhoc_cli.reports.members import Group, Member, Members, Per

PLACE_NAME = "nama_wilayah"  # beside the columns of the files: the name of the row's place

_HEADERS = columns_of(Anggota)
_FIELDS = tuple(_HEADERS)
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


class MembersView(View):
    """Members; personal cells are masked unless the speaker shows them."""

    personal = True  # it is a list of people

    def __init__(
        self,
        members: Members,
        speaker: Speaker,
        *,
        folder: str,
        columns: Sequence[str] = (),
        per: Per | None = None,
    ) -> None:
        self._members = members
        self._speaker = speaker
        self._folder = folder
        self._wanted = tuple(columns)
        self._per: Per | None = per
        self._privacy = {name: spec.privacy for name, spec in _HEADERS.items()}

    # -- for programs ------------------------------------------------------------------------------

    def data(self) -> dict[str, Any]:
        """The document `adhoc.members/1`."""
        from adhoc_cli.output.models.members import MembersOut

        members = self._members
        numbers = {"members": len(members), "rejected": members.rejected}
        listed = map(self._member, self._arranged())
        columns = self._wanted or _FIELDS
        return MembersOut.of_columns(
            members, self._speaker, columns, summary=numbers, members=listed
        )

    def _arranged(self) -> Iterator[Member]:
        """The members, group by group where there are groups."""
        for group in self._groups():
            yield from group.members

    def _groups(self) -> Sequence[Group]:
        if self._per is None:
            return (Group(None, None, self._members),)
        return self._members.by(self._per)

    def _member(self, member: Member) -> dict[str, Any]:
        return {
            "file": member.file,
            "line": member.line,
            "region": member.region,
            **self._cells(member, self._wanted or _FIELDS),
        }

    def _cells(self, member: Member, fields: Sequence[str]) -> dict[str, Any]:
        return {
            field: member.region.name
            if field == PLACE_NAME
            else self._cell(field, getattr(member.row, field))
            for field in fields
        }

    def _cell(self, field: str, value: Any) -> Any:
        plain = self._speaker.plain(value)
        privacy = self._privacy[field]
        if privacy is None or value is None:
            return plain
        return Personal(str(plain), privacy).shown(personal=self._speaker.personal)

    def records(self) -> Records:
        """The columns that the files have, under their canonical names: a roster file again."""
        present = [field for field in _FIELDS if field in self._members.columns]
        fields = self._wanted or tuple(present)
        rows = (self._cells(member, fields) for member in self._arranged())
        return Records(fields, rows)

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
                tuple(map(_abroad, self._numbers(row.telepon))),
                self._speaker.say("members.card_note", **note),
            )

    def _numbers(self, phone: str | None) -> list[str]:
        shown = self._cell("telepon", phone)
        return shown.split(" / ") if shown else []

    # -- for people --------------------------------------------------------------------------------

    def document(self) -> Document:
        """One table, and how many there are."""
        speaker, members = self._speaker, self._members
        title = Heading(line(speaker.say("members.title", folder=self._folder)), 1)
        blocks: list[Block] = [title, subtitle(speaker, members.profile, members.as_of)]
        if members.unreadable:
            files = ", ".join(members.unreadable)
            blocks.append(
                Paragraph(line(Span(speaker.say("quota.unreadable", files=files), Tone.BAD)))
            )
        if not len(members):
            blocks.append(Paragraph(line(speaker.say("members.none"))))
        else:
            blocks += self._tables()
        if absent := [field for field in self._wanted if not self._is_there(field)]:
            text = speaker.say("members.absent", columns=absent)
            blocks.append(Paragraph(line(Span(text, Tone.WARN))))
        blocks.append(Paragraph(dotted(self._counts())))
        return Document(tuple(blocks), speaker.lang)

    def _tables(self) -> Iterator[Block]:
        for group in self._groups():
            if group.region is not None:
                yield Heading(line(self._speaker.place(group.region)))
            elif group.body is not None:
                yield Heading(line(group.body))
            fields = [self._field(name) for name in self._fields]
            yield grid_of(Table("members", fields, partial(iter, group.members)), self._speaker)

    def _is_there(self, field: str) -> bool:
        return field == PLACE_NAME or field in self._members.columns

    @cached_property
    def _fields(self) -> tuple[str, ...]:
        """What people are shown: what was asked for, else the place and the usual columns, without
        what the heading of a group says."""
        if self._wanted:
            return self._wanted
        said = {"badan": ("badan",), "desa": ("kode_wilayah", PLACE_NAME)}.get(self._per or "", ())
        return tuple(field for field in _SHOWN if self._is_there(field) and field not in said)

    def _field(self, name: str) -> Field:
        """A column: its heading is its text, else what the row model says that it is about."""
        key, shape = f"members.{name}", _SHOWN.get(name, Column("", wrap=True))
        own = name == PLACE_NAME or self._speaker.has(key)
        label = "" if own else _HEADERS[name].header.about.in_(self._speaker.lang)
        kind = NUMBER if shape.right else TEXT
        get = partial(self._value, name)
        return Field(name, get, kind, key, label, drop=shape.drop, wrap=shape.wrap)

    def _value(self, name: str, member: Member) -> Any:
        return self._cells(member, (name,))[name]

    def _counts(self) -> list[str | Span]:
        members, speaker = self._members, self._speaker
        key = "members.row" if len(members) == 1 else "members.rows"
        parts: list[str | Span] = [speaker.say(key, count=speaker.number(len(members)))]
        if members.rejected:
            rejected = counted(speaker, "members.rejected", members.rejected)
            parts.append(Span(rejected, Tone.BAD))
        return parts


def _abroad(phone: str) -> str:
    """A number as it is dialled from everywhere, which WhatsApp wants: 0812… is +62812…."""
    return f"+62{phone[1:]}" if phone.startswith("0") else phone
