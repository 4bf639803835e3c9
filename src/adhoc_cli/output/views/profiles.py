"""`adhoc profiles`: the numbers in force and their sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from adhoc_cli.output.document import (
    Block,
    Column,
    Document,
    Grid,
    Heading,
    Paragraph,
    Span,
    Tone,
    line,
)
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import Items, Records, View
from adhoc_cli.output.views.common import schema, subtitle
from adhoc_cli.profiles.parts import Source
from adhoc_cli.reports.profiles import ProfileEntry, ProfileList, ProfileValues, Value

_LIST_COLUMNS = ("name", "title", "voting_day", "bodies", "default")
_VALUE_COLUMNS = ("body", "key", "value", "source", "level", "note", "overridden")


class ProfilesView(View):
    """The profiles that there are."""

    personal = False

    def __init__(self, listed: ProfileList, speaker: Speaker) -> None:
        self._listed = listed
        self._speaker = speaker

    def data(self) -> dict[str, Any]:
        """The document `adhoc.profiles/1` without values."""
        profiles = Items("profile", map(self._profile, self._listed.entries))
        return {**schema("profiles"), "profiles": profiles}

    def _profile(self, entry: ProfileEntry) -> dict[str, Any]:
        return {
            "name": entry.name,
            "title": self._speaker.plain(entry.title),
            "voting_day": entry.voting_day.isoformat(),
            "bodies": list(entry.bodies),
            "default": entry.default,
        }

    def records(self) -> Records:
        """A row a profile."""
        return Records(_LIST_COLUMNS, map(self._record, self._listed.entries))

    def _record(self, entry: ProfileEntry) -> Mapping[str, Any]:
        title = entry.title.in_(self._speaker.lang)
        texts = {"title": title, "bodies": ", ".join(entry.bodies), "default": _bit(entry.default)}
        return {**self._profile(entry), **texts}

    def document(self) -> Document:
        """One table."""
        say = self._speaker.say
        columns = (
            Column(say("members.nama")),
            Column(say("profiles.about"), wrap=True),
            Column(say("profiles.day")),
            Column(say("profiles.bodies"), drop=1, wrap=True),
        )
        rows = [self._row(entry) for entry in self._listed.entries]
        blocks: tuple[Block, ...] = (
            Heading(line(say("profiles.title")), 1),
            Grid(columns, rows),
            Paragraph(line(Span(say("profiles.more"), Tone.DIM))),
        )
        return Document(blocks, self._speaker.lang)

    def _row(self, entry: ProfileEntry) -> Sequence[Span]:
        default = f" {self._speaker.say('profiles.default')}" if entry.default else ""
        return (
            Span(f"{entry.name}{default}", Tone.STRONG),
            Span(entry.title.in_(self._speaker.lang)),
            Span(entry.voting_day.isoformat()),
            Span(", ".join(entry.bodies), Tone.DIM),
        )


class ProfileView(View):
    """The numbers of one profile, as they stand on a day and in a folder."""

    personal = False

    def __init__(self, values: ProfileValues, speaker: Speaker) -> None:
        self._values = values
        self._speaker = speaker

    def data(self) -> dict[str, Any]:
        """The document `adhoc.profiles/1` with values."""
        profile = self._values
        return {
            **schema("profiles"),
            "name": profile.name,
            "title": self._speaker.plain(profile.title),
            "as_of": profile.as_of.isoformat(),
            "values": Items("value", (_value(body, value) for body, value in self._walk())),
        }

    def _walk(self) -> Iterator[tuple[str | None, Value]]:
        """Every value, with its body (None: the profile's own)."""
        for value in self._values.values:
            yield None, value
        for body in self._values.bodies:
            for value in body.values:
                yield body.name, value

    def records(self) -> Records:
        """A row a value, in the reader's language."""
        return Records(_VALUE_COLUMNS, (self._record(body, value) for body, value in self._walk()))

    def _record(self, body: str | None, value: Value) -> Mapping[str, Any]:
        source = value.source
        return {
            "body": body,
            "key": value.key,
            "value": self._shown(value.value),
            "source": source and source.dasar,
            "level": source and source.tingkat,
            "note": self._note(source),
            "overridden": _bit(value.overridden),
        }

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
        say = self._speaker.say
        columns = (
            Column(say("profiles.key")),
            Column(say("profiles.value"), wrap=True),
            Column(say("profiles.source"), drop=2, wrap=True),
            Column(say("profiles.level"), drop=1),
        )
        return Grid(columns, [self._row(value) for value in values])

    def _row(self, value: Value) -> Sequence[Span]:
        source, note = value.source, self._note(value.source)
        own = self._speaker.say("rules.from_adhoc.toml") if value.overridden else ""
        said = source.dasar if source else own
        tone = Tone.WARN if value.overridden else Tone.STRONG
        return (
            Span(value.key),
            Span(self._shown(value.value), tone),
            Span(f"{said} ({note})" if note else said, Tone.DIM),
            Span(source.tingkat if source else "", Tone.DIM),
        )

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


def _value(body: str | None, value: Value) -> dict[str, Any]:
    source = value.source
    return {
        "body": body,
        "key": value.key,
        "value": value.value,
        "source": source and source.model_dump(),
        "overridden": value.overridden,
    }


def _bit(value: bool) -> str:
    return "true" if value else "false"
