"""`adhoc profiles`: the numbers in force and their sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from adhoc_cli.output.document import (
    Block,
    Document,
    Grid,
    Heading,
    Paragraph,
    Span,
    Tone,
    line,
)
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import CODE, DAY, FLAG, WORDS, Field, Table, grid_of, records_of
from adhoc_cli.output.view import Records, View
from adhoc_cli.output.views.common import subtitle
from adhoc_cli.profiles.parts import Source
from adhoc_cli.reports.profiles import ProfileEntry, ProfileList, ProfileValues, Value


class ProfilesView(View):
    """The profiles that there are."""

    personal = False

    def __init__(self, listed: ProfileList, speaker: Speaker) -> None:
        self._listed = listed
        self._speaker = speaker

    def data(self) -> dict[str, Any]:
        """The document `adhoc.profiles/1` without values."""
        from adhoc_cli.output.models.reference import ProfilesOut

        return ProfilesOut.data(self._listed, self._speaker)

    def records(self) -> Records:
        """A row a profile."""
        return records_of(self._table(), self._speaker)

    def document(self) -> Document:
        """One table."""
        say = self._speaker.say
        blocks: tuple[Block, ...] = (
            Heading(line(say("profiles.title")), 1),
            grid_of(self._table(), self._speaker),
            Paragraph(line(Span(say("profiles.more"), Tone.DIM))),
        )
        return Document(blocks, self._speaker.lang)

    def _table(self) -> Table:
        fields = (
            Field("name", attrgetter("name"), CODE, screen=False),
            Field(
                "name", self._name, title="members.nama", tone=Tone.STRONG, csv=False, sheet=None
            ),
            Field("title", attrgetter("title"), WORDS, "profiles.about", wrap=True),
            Field("voting_day", attrgetter("voting_day"), DAY, "profiles.day"),
            Field(
                "bodies", lambda one: ", ".join(one.bodies), title="profiles.bodies",
                tone=Tone.DIM, drop=1, wrap=True,
            ),
            Field("default", attrgetter("default"), FLAG, screen=False),
        )  # fmt: skip
        return Table("profiles", fields, lambda: self._listed.entries)

    def _name(self, entry: ProfileEntry) -> str:
        default = f" {self._speaker.say('profiles.default')}" if entry.default else ""
        return f"{entry.name}{default}"


class _BodyValue(NamedTuple):
    """A value, and whose it is."""

    body: str | None
    value: Value

    @property
    def source(self) -> Source | None:
        return self.value.source


class ProfileView(View):
    """The numbers of one profile, as they stand on a day and in a folder."""

    personal = False

    def __init__(self, values: ProfileValues, speaker: Speaker) -> None:
        self._values = values
        self._speaker = speaker

    def data(self) -> dict[str, Any]:
        """The document `adhoc.profiles/1` with values."""
        from adhoc_cli.output.models.reference import ProfileOut

        return ProfileOut.data(self._values, self._speaker)

    def records(self) -> Records:
        """A row a value, in the reader's language."""
        values = [_BodyValue(*one) for one in self._values.with_bodies()]
        return records_of(self._table(values), self._speaker)

    def document(self) -> Document:
        """A table for the profile, and one for every body."""
        say, profile, lang = self._speaker.say, self._values, self._speaker.lang
        blocks: list[Block] = [
            Heading(line(profile.title.in_(lang)), 1),
            subtitle(self._speaker, profile.name, profile.as_of),
            self._grid(profile.values),
        ]
        for body in profile.bodies:
            blocks.append(Heading(line(body.title.in_(lang))))
            blocks.append(self._grid(body.values))
        blocks.append(Paragraph(line(Span(say("profiles.levels"), Tone.DIM))))
        return Document(tuple(blocks), lang)

    def _grid(self, values: Sequence[Value]) -> Grid:
        return grid_of(self._table([_BodyValue(None, one) for one in values]), self._speaker)

    def _table(self, values: Sequence[_BodyValue]) -> Table:
        fields = (
            Field("body", attrgetter("body"), screen=False),
            Field("key", attrgetter("value.key"), CODE, "profiles.key"),
            Field(
                "value", lambda one: self._shown(one.value.value), title="profiles.value",
                tone=lambda one: Tone.WARN if one.value.overridden else Tone.STRONG, wrap=True,
            ),
            Field("source", lambda one: one.source and one.source.dasar, screen=False),
            Field(
                "source", self._basis, title="profiles.source",
                tone=Tone.DIM, drop=2, wrap=True, csv=False, sheet=None,
            ),
            Field(
                "level", lambda one: one.source and one.source.tingkat, title="profiles.level",
                tone=Tone.DIM, drop=1,
            ),
            Field("note", lambda one: self._note(one.source), screen=False),
            Field("overridden", attrgetter("value.overridden"), FLAG, screen=False),
        )  # fmt: skip
        return Table("values", fields, lambda: values)

    def _basis(self, one: _BodyValue) -> str:
        """The source with its note, or that the office says so itself."""
        source, note = one.source, self._note(one.source)
        own = self._speaker.say("rules.from_adhoc.toml") if one.value.overridden else ""
        said = source.dasar if source else own
        return f"{said} ({note})" if note else said

    def _note(self, source: Source | None) -> str:
        if source is None:
            return ""
        return (source.catatan_id if self._speaker.lang == "id" else source.catatan_en) or ""

    def _shown(self, value: Any) -> str:
        """A value as people read it: 5, "1 to 4", "1; 2 where jumlah_pemilih is above 400"."""
        if isinstance(value, Mapping):
            return self._steps(value) if "bila" in value else self._pairs(value)
        if isinstance(value, list):
            return self._list(value)
        if isinstance(value, bool):
            return self._speaker.say("yes" if value else "no")
        return f"{value:.0%}" if isinstance(value, float) else str(value)

    def _pairs(self, value: Mapping[str, Any]) -> str:
        return ", ".join(f"{key} {self._shown(item)}" for key, item in value.items())

    def _list(self, value: Sequence[Any]) -> str:
        if len(value) == 2 and all(type(item) is int for item in value):
            return self._speaker.say("profiles.range", least=value[0], most=value[1])
        return "; ".join(self._shown(item) for item in value)

    def _steps(self, value: Mapping[str, Any]) -> str:
        steps = (
            self._speaker.say(
                "profiles.step",
                seats=step["kursi"],
                attribute=value["atribut"],
                bound=step["lebih_dari"],
            )
            for step in value["bila"]
        )
        return "; ".join([self._shown(value["kursi"]), *steps])
