"""`adhoc.rules/1`, `adhoc.explain/1`, `adhoc.profiles/1`, `adhoc.init/1`: what the tool knows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from adhoc_cli.intake.init import Initialised
from adhoc_cli.models.finding import Severity
from adhoc_cli.output.models.base import Count, DocumentOut, Each, Out, Values
from adhoc_cli.output.models.shared import TextsOut
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.profiles.parts import Level
from adhoc_cli.reports.explain import Change, Explained, Shown
from adhoc_cli.reports.profiles import ProfileList, ProfileValues
from adhoc_cli.reports.rules import RuleEntry, RuleList
from adhoc_cli.rules.api import Rule, Variants
from adhoc_cli.text.words import Words


class RuleEntryOut(Out):
    """A rule, and whether it is on."""

    code: str
    name: str
    severity: Severity
    status: Literal["on", "off"]
    from_: str = Field(serialization_alias="from")
    """Who says whether it is on, and at which severity."""
    waivers: Count
    """Waivers of this rule in `adhoc.toml`, expired ones too."""
    title: TextsOut
    basis: TextsOut
    needs: list[str]
    """Files and columns without which it is skipped."""

    @classmethod
    def values_of(cls, source: RuleEntry, speaker: Speaker) -> Values:
        return {
            **_rule(source.rule, ("code", "name", "title", "basis", "needs")),
            "status": "on" if source.on else "off",
            "from_": source.origin,
        }


def _rule(rule: Rule, keys: Iterable[str]) -> dict[str, Any]:
    return {key: getattr(rule, key) for key in keys}


class RulesOut(DocumentOut):
    """What `adhoc rules --format json` says: the same in both languages, as it holds both."""

    schema_: Literal["adhoc.rules/1"] = Field(serialization_alias="schema")
    rules: Annotated[Iterable[RuleEntryOut], Each("rule")]

    @classmethod
    def values_of(cls, source: RuleList, speaker: Speaker) -> Values:
        return {"rules": source.entries}


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
    cells: dict[str, str] | None
    old: str | None
    text: str | None

    @classmethod
    def values_of(cls, source: Change, speaker: Speaker) -> Values:
        replaced = source.what == "replace"
        return {
            "cells": None if replaced else dict(source.cells) or None,
            "old": source.cells[""] if replaced else None,
            "text": source.text or None,
        }


class FoundAtOut(Out):
    """Where something is found."""

    file: str | None
    line: int | None


class ExampleOut(Out):
    """An example: its changes, and what is found."""

    changes: list[ExampleChangeOut]
    at: list[FoundAtOut]

    @classmethod
    def values_of(cls, source: Shown, speaker: Speaker) -> Values:
        return {"at": [{"file": file, "line": line} for file, line in source.at]}


class ExplainOut(DocumentOut):
    """What `adhoc explain --format json` says: the same in both languages, as it holds both."""

    schema_: Literal["adhoc.explain/1"] = Field(serialization_alias="schema")
    code: str
    name: str
    severity: Severity
    needs: list[str]
    title: TextsOut
    why: TextsOut
    basis: TextsOut
    messages: list[VariantOut]
    fixes: list[VariantOut]
    passes: Annotated[Iterable[ExampleOut], Each("passes")]
    fails: Annotated[Iterable[ExampleOut], Each("fails")]

    @classmethod
    def values_of(cls, source: Explained, speaker: Speaker) -> Values:
        rule = source.rule
        return {
            **_rule(rule, ("code", "name", "severity", "needs", "title", "basis")),
            "why": source.why,
            "messages": _variants(rule.message),
            "fixes": _variants(rule.fix),
        }


def _variants(texts: Variants) -> list[dict[str, str | None]]:
    pairs = [(None, texts)] if isinstance(texts, Words) else texts.items()
    return [{"variant": key, "id": words.id, "en": words.en} for key, words in pairs]


class ProfileEntryOut(Out):
    """A profile."""

    name: str
    title: TextsOut
    voting_day: date
    bodies: list[str]
    default: bool


class ProfilesOut(DocumentOut):
    """What `adhoc profiles --format json` says."""

    schema_: Literal["adhoc.profiles/1"] = Field(serialization_alias="schema")
    profiles: Annotated[Iterable[ProfileEntryOut], Each("profile")]

    @classmethod
    def values_of(cls, source: ProfileList, speaker: Speaker) -> Values:
        return {"profiles": source.entries}


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

    schema_: Literal["adhoc.profiles/1"] = Field(serialization_alias="schema")
    name: str
    title: TextsOut
    as_of: date
    values: Annotated[Iterable[ValueOut], Each("value")]

    @classmethod
    def values_of(cls, source: ProfileValues, speaker: Speaker) -> Values:
        return {
            "values": (
                ValueOut.collected(value, {"body": body}) for body, value in source.with_bodies()
            )
        }


class KabupatenOut(Out):
    """A kabupaten or kota."""

    code: str
    name: str
    province: str


class NewFileOut(Out):
    """A file that was made."""

    file: str
    rows: Count

    @classmethod
    def values_of(cls, source: Any, speaker: Speaker) -> Values:
        return {"file": source.name}


class InitOut(DocumentOut):
    """What `adhoc init --format json` says."""

    schema_: Literal["adhoc.init/1"] = Field(serialization_alias="schema")
    profile: str
    folder: str
    kabupaten: KabupatenOut | None
    places: dict[str, Count]
    seats: dict[str, Count]
    with_seats: bool
    """Whether a row was written for every seat."""
    files: list[NewFileOut]

    @classmethod
    def values_of(cls, source: Initialised, speaker: Speaker) -> Values:
        return {"folder": str(source.folder)}
