"""`adhoc profiles`: the numbers in force and their sources."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from adhoc_cli.output.document import Block, Tone, section, title
from adhoc_cli.output.table import CODE, DAY, FLAG, WORDS, Field, Table
from adhoc_cli.output.views.common import ResultView, subtitle
from adhoc_cli.profiles.parts import Source
from adhoc_cli.reports.profiles import ProfileEntry, ProfileValues, Value


class ProfilesView(ResultView[Sequence[ProfileEntry]]):
    """The profiles that there are."""

    personal = False
    model = "reference.ProfilesOut"

    def blocks(self) -> Iterator[Block | Table]:
        """One table."""
        yield from self.top("profiles.title")
        yield self.table()
        yield self.told("profiles.more", Tone.DIM)

    def table(self) -> Table:
        """A row a profile."""
        fields = (
            Field("name", kind=CODE, screen=False),
            Field(
                "name", self._name, title="members.nama", tone=Tone.STRONG, csv=False, sheet=None
            ),
            Field("title", "title", WORDS, "profiles.about", wrap=True),
            Field("voting_day", "voting_day", DAY, "profiles.day"),
            Field("bodies", "bodies", WORDS, "profiles.bodies", tone=Tone.DIM, drop=1, wrap=True),
            Field("default", kind=FLAG, screen=False),
        )  # fmt: skip
        return Table("profiles", fields, lambda: self.result)

    def _name(self, entry: ProfileEntry) -> str:
        default = f" {self.say('profiles.default')}" if entry.default else ""
        return f"{entry.name}{default}"


class ProfileView(ResultView[ProfileValues]):
    """The numbers of one profile, as they stand on a day and in a folder."""

    personal = False
    model = "reference.ProfileOut"

    def blocks(self) -> Iterator[Block | Table]:
        """A table for the profile, and one for every body."""
        profile, lang = self.result, self.speaker.lang
        yield title(profile.title.in_(lang))
        yield from subtitle(self.speaker, profile.calendar)
        yield self._table(profile.values)
        for body in profile.bodies:
            yield section(body.title.in_(lang))
            yield self._table(body.values)
        yield self.told("profiles.levels", Tone.DIM)

    def table(self) -> Table:
        """A row a value, in the reader's language."""
        return self._table([*self.result.every])

    def _table(self, values: Sequence[Value]) -> Table:
        fields = (
            Field("body", screen=False),
            Field("key", "key", CODE, "profiles.key"),
            Field(
                "value", lambda one: self.shown(one.value), title="profiles.value",
                tone=lambda one: Tone.WARN if one.overridden else Tone.STRONG, wrap=True,
            ),
            Field("source", "source.dasar", screen=False),
            Field(
                "source", self._basis, title="profiles.source",
                tone=Tone.DIM, drop=2, wrap=True, csv=False, sheet=None,
            ),
            Field("level", "source.tingkat", title="profiles.level", tone=Tone.DIM, drop=1),
            Field("note", lambda one: self._note(one.source), screen=False),
            Field("overridden", kind=FLAG, screen=False),
        )  # fmt: skip
        return Table("values", fields, lambda: values)

    def _basis(self, one: Value) -> str:
        """The source with its note, or that the office says so itself."""
        source, note = one.source, self._note(one.source)
        own = self.say("rules.from_adhoc.toml") if one.overridden else ""
        said = source.dasar if source else own
        return f"{said} ({note})" if note else said

    def _note(self, source: Source | None) -> str:
        return source.note.in_(self.speaker.lang) if source else ""

    def shown(self, value: Any) -> str:
        """A value as people read it: 5, "1 to 4", "1; 2 where jumlah_pemilih is above 400"."""
        if isinstance(value, Mapping):
            return self._steps(value) if "bila" in value else self._pairs(value)
        if isinstance(value, list):
            return self._list(value)
        if isinstance(value, bool):
            return self.say("yes" if value else "no")
        return f"{value:.0%}" if isinstance(value, float) else str(value)

    def _pairs(self, value: Mapping[str, Any]) -> str:
        return ", ".join(f"{key} {self.shown(item)}" for key, item in value.items())

    def _list(self, value: Sequence[Any]) -> str:
        if len(value) == 2 and all(type(item) is int for item in value):
            return self.say("profiles.range", least=value[0], most=value[1])
        return "; ".join(self.shown(item) for item in value)

    def _steps(self, value: Mapping[str, Any]) -> str:
        steps = (
            self.say(
                "profiles.step",
                seats=step["kursi"],
                attribute=value["atribut"],
                bound=step["lebih_dari"],
            )
            for step in value["bila"]
        )
        return "; ".join([self.shown(value["kursi"]), *steps])
