"""`adhoc.rules/1`, `adhoc.explain/1`, `adhoc.profiles/1`, `adhoc.init/1`: what the tool knows."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, Literal

from adhoc_cli.models.finding import Severity
from adhoc_cli.output.models.base import ITSELF, Count, DocumentOut, Each, From, OrNone, Out
from adhoc_cli.output.models.checklist import ItemOut
from adhoc_cli.output.models.shared import TextsOut
from adhoc_cli.profiles.parts import Level
from adhoc_cli.rules.api import Variants
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.words import Words, whole


class CitedOut(Out):
    """A value of the profile that a rule uses, and where it comes from."""

    body: str
    key: str
    """The key of the body in the profile, or the id of a coordination item."""
    basis: Annotated[TextsOut, From("basis.words")]
    level: Annotated[Level | None, From("basis.level")]
    """How sure the source is: A, B, C, D, I or X."""


class RuleEntryOut(Out):
    """A rule, and whether it is on."""

    code: Annotated[str, From("rule.code")]
    name: Annotated[str, From("rule.name")]
    severity: Severity
    status: Annotated[Literal["on", "off"], From(lambda entry, _: "on" if entry.on else "off")]
    from_: Annotated[str, From("origin")]
    """Who says whether it is on, and at which severity."""
    waivers: Count
    """Waivers of this rule in `adhoc.toml`, expired ones too."""
    title: Annotated[TextsOut, From("rule.title")]
    basis: Annotated[TextsOut, From("basis.words")]
    """The sources of the values that it uses, else what it rests on itself."""
    needs: Annotated[list[str], From("rule.needs")]
    """Files and columns without which it is skipped."""
    level: Annotated[Level | None, From("basis.level")]
    """How sure the least sure of its sources is."""
    sources: Annotated[list[CitedOut], From("cited")]


class RulesOut(DocumentOut):
    """What `adhoc rules --format json` says: the same in both languages, as it holds both."""

    schema_: Literal["adhoc.rules/1"]
    rules: Annotated[Iterable[RuleEntryOut], Each("rule"), ITSELF]


class VariantOut(Out):
    """One of the texts of a rule."""

    variant: str | None
    id: str
    en: str


class ExampleChangeOut(Out):
    """What is changed in a faultless roster."""

    what: str
    file: str
    line: int | None
    cells: Annotated[
        dict[str, str] | None,
        From(lambda one, _: None if one.what == "replace" else dict(one.cells) or None),
    ]
    old: Annotated[
        str | None, From(lambda one, _: one.cells[""] if one.what == "replace" else None)
    ]
    text: Annotated[str | None, OrNone]


class FoundAtOut(Out):
    """Where something is found."""

    file: str | None
    line: int | None


class ExampleOut(Out):
    """An example: its changes, and what is found."""

    changes: list[ExampleChangeOut]
    at: Annotated[
        list[FoundAtOut],
        From(lambda shown, _: [{"file": file, "line": line} for file, line in shown.at]),
    ]


class ExplainOut(DocumentOut):
    """What `adhoc explain --format json` says: the same in both languages, as it holds both."""

    schema_: Literal["adhoc.explain/1"]
    code: Annotated[str, From("rule.code")]
    name: Annotated[str, From("rule.name")]
    severity: Annotated[Severity, From("rule.severity")]
    needs: Annotated[list[str], From("rule.needs")]
    title: Annotated[TextsOut, From("rule.title")]
    why: TextsOut
    basis: Annotated[TextsOut, From("basis.words")]
    """The sources of the values that it uses, else what it rests on itself."""
    level: Annotated[Level | None, From("basis.level")]
    """How sure the least sure of its sources is."""
    sources: Annotated[list[CitedOut], From("cited")]
    messages: Annotated[list[VariantOut], From(lambda one, _: _variants(one.rule.message))]
    fixes: Annotated[list[VariantOut], From(lambda one, _: _variants(one.rule.fix))]
    passes: Annotated[Iterable[ExampleOut], Each("passes")]
    fails: Annotated[Iterable[ExampleOut], Each("fails")]


class ExplainItemOut(DocumentOut):
    """What `adhoc explain PPK-02 --format json` says of an item of coordination."""

    schema_: Literal["adhoc.explain-item/1"]
    profile: str
    item: Annotated[ItemOut, ITSELF]


def _variants(texts: Variants) -> list[dict[str, str | None]]:
    pairs = [(None, texts)] if isinstance(texts, Words) else texts.items()
    return [{"variant": key, "id": whole(words.id), "en": whole(words.en)} for key, words in pairs]


class ProfileEntryOut(Out):
    """A profile."""

    name: str
    title: TextsOut
    voting_day: date
    bodies: list[str]
    default: bool


class ProfilesOut(DocumentOut):
    """What `adhoc profiles --format json` says."""

    schema_: Literal["adhoc.profiles/1"]
    profiles: Annotated[Iterable[ProfileEntryOut], Each("profile"), ITSELF]


class SourceOut(Out):
    """Where a value comes from."""

    dasar: str
    """Law, decree, page."""
    tingkat: Level
    """How sure it is: A, B, C, D, I or X."""
    catatan_id: str | None
    catatan_en: str | None


class ValueOut(Out):
    """A number of the profile."""

    body: str | None
    """None: the profile's own."""
    key: str
    value: Any
    source: SourceOut | None
    overridden: bool
    """Whether the folder's `adhoc.toml` says it."""


class ProfileOut(DocumentOut):
    """What `adhoc profiles NAME --format json` says."""

    schema_: Literal["adhoc.profiles/1"]
    name: str
    title: TextsOut
    as_of: Annotated[date, From("calendar.day")]
    values: Annotated[Iterable[ValueOut], Each("value"), From("every")]


class ProfileFaultOut(Out):
    """A mistake."""

    file: str
    line: int | None
    message: Annotated[str, From(lambda one, speaker: one.said(Translator(speaker.lang)))]


class ProfileFaultsOut(DocumentOut):
    """What `adhoc profiles --check --format json` says."""

    schema_: Literal["adhoc.profiles/1"]
    file: str
    complete: Annotated[bool, From("all")]
    """Whether these are all mistakes: of a file that cannot be read as TOML only the first is."""
    faults: Annotated[list[ProfileFaultOut], From("found")]


class KabupatenOut(Out):
    """A kabupaten or kota."""

    code: str
    name: str
    province: str


class NewFileOut(Out):
    """A file that was made."""

    file: Annotated[str, From("name")]
    rows: Count


class InitOut(DocumentOut):
    """What `adhoc init --format json` says."""

    schema_: Literal["adhoc.init/1"]
    profile: str
    folder: Annotated[str, From(lambda made, _: str(made.folder))]
    kabupaten: KabupatenOut | None
    places: dict[str, Count]
    seats: dict[str, Count]
    with_seats: bool
    """Whether a row was written for every seat."""
    files: list[NewFileOut]
