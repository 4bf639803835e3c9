"""The page docs/law.md: every value of the profiles and every rule, with the law it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.profiles import ProfileView
from adhoc_cli.profiles.load import Office, Settings, load_profile, profile_names
from adhoc_cli.profiles.replacement import provision, provision_keys
from adhoc_cli.reports.profiles import profile_values
from adhoc_cli.rules.registry import all_rules
from adhoc_cli.rules.sources import cited_by

_INTRO = """# What the numbers rest on

Made from the profiles and the rules by `python -m scripts.make_docs`: edit those, not this page. A
value stands once, in its profile, and a finding rests on the source that is given here; the law
comes first, where it was read stands behind it in parentheses. Levels: A the primary text, B an
official page or two independent sources, C one secondary source, I inferred from cited facts, X
sources disagree, D remembered. "Used by" names the rules that compare with the value.
"""
_HEADS = {
    "values": ("Body", "Value", "Is", "Source", "Level", "Note", "Used by"),
    "provisions": ("Provision", "Law", "Where it was read", "Level"),
    "rules": ("Rule", "Rests on"),
}


def law_page() -> str:
    """The page, as Markdown."""
    return "\n".join([_INTRO, *_profiles(), *_provisions(), *_rules()]) + "\n"


def _profiles() -> Iterator[str]:
    for name in profile_names():
        profile = load_profile(name)
        yield f"\n## {name}: {profile.judul_en}\n"
        yield from _head("values")
        yield from _values(Office(Settings(), profile))


def _values(office: Office) -> Iterator[str]:
    values = profile_values(office, office.profile.hari_pemungutan_suara)
    view = ProfileView(values, Speaker("en"))
    used = _used(office)
    for body, value in values.with_bodies():
        if (source := value.source) is not None:  # what needs none: the unit, and the like
            said = (source.dasar, source.tingkat, source.catatan_en or "")
            codes = ", ".join(used.get((body or "", value.key), ()))
            yield _row(body or "", value.key, view.shown(value.value), *said, codes)


def _used(office: Office) -> Mapping[tuple[str, str], list[str]]:
    """By body and value the rules that use it."""
    used: dict[tuple[str, str], list[str]] = {}
    for rule in all_rules():
        for one in cited_by(rule, office):
            used.setdefault((one.body, one.key), []).append(rule.code)
    return used


def _provisions() -> Iterator[str]:
    yield "\n## How a seat is filled\n"
    yield from _head("provisions")
    for key in provision_keys():
        one = provision(key)
        yield _row(one.words.en, one.basis, one.source, one.level or "")


def _rules() -> Iterator[str]:
    """The rules with a text of their own, which use no value of a profile."""
    yield "\n## Rules that rest on no value of a profile\n"
    yield from _head("rules")
    for rule in all_rules():
        if not rule.uses:
            yield _row(f"{rule.code} {rule.title.en}", rule.basis.en)


def _head(of: str) -> Iterator[str]:
    yield _row(*_HEADS[of])
    yield f"|{'---|' * len(_HEADS[of])}"


def _row(*cells: Any) -> str:
    return f"| {' | '.join(str(cell).replace('|', chr(92) + '|') for cell in cells)} |"
