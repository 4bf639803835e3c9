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
from adhoc_cli.text.words import Lang, Words

_INTRO: Mapping[Lang, str] = {
    "id": """# Dasar hukum angka

Dibuat dari profil dan aturannya oleh `python -m scripts.make_docs`: ubah itu, bukan halaman ini.
Setiap angka ditulis satu kali, di profilnya, dan temuan bersandar pada sumber yang disebut di sini;
peraturannya lebih dahulu, tempat membacanya di dalam kurung. Tingkat: A naskah aslinya, B laman
resmi atau dua sumber, C satu sumber, I disimpulkan dari yang tertulis, X sumber berbeda-beda, D
dari ingatan. "Dipakai oleh" menyebut aturan yang membandingkan dengan angka itu.
""",
    "en": """# What the numbers rest on

Made from the profiles and the rules by `python -m scripts.make_docs`: edit those, not this page. A
value stands once, in its profile, and a finding rests on the source that is given here; the law
comes first, where it was read stands behind it in parentheses. Levels: A the primary text, B an
official page or two independent sources, C one secondary source, I inferred from cited facts, X
sources disagree, D remembered. "Used by" names the rules that compare with the value.
""",
}
_HEADS: Mapping[Lang, Mapping[str, tuple[str, ...]]] = {
    "id": {
        "values": ("Badan", "Kunci", "Isi", "Sumber", "Tingkat", "Catatan", "Dipakai oleh"),
        "provisions": ("Ketentuan", "Peraturan", "Tempat membacanya", "Tingkat"),
        "rules": ("Aturan", "Dasar"),
    },
    "en": {
        "values": ("Body", "Value", "Is", "Source", "Level", "Note", "Used by"),
        "provisions": ("Provision", "Law", "Where it was read", "Level"),
        "rules": ("Rule", "Rests on"),
    },
}
_PROVISIONS: Mapping[Lang, str] = {"id": "Cara mengisi kursi", "en": "How a seat is filled"}
_RULES: Mapping[Lang, str] = {
    "id": "Aturan yang tidak memakai angka profil",
    "en": "Rules that rest on no value of a profile",
}


def law_page(lang: Lang) -> str:
    """The page, as Markdown."""
    return "\n".join([_INTRO[lang], *_profiles(lang), *_provisions(lang), *_rules(lang)]) + "\n"


def _profiles(lang: Lang) -> Iterator[str]:
    for name in profile_names():
        profile = load_profile(name)
        yield f"\n## {name}: {Words(profile.judul_id, profile.judul_en).in_(lang)}\n"
        yield from _head("values", lang)
        yield from _values(Office(Settings(), profile), lang)


def _values(office: Office, lang: Lang) -> Iterator[str]:
    values = profile_values(office, office.profile.hari_pemungutan_suara)
    view = ProfileView(values, Speaker(lang))
    used = _used(office)
    for value in values.every:
        if (source := value.source) is not None:  # what needs none: the unit, and the like
            codes = ", ".join(used.get((value.body or "", value.key), ()))
            said = (source.dasar, source.tingkat, source.note.in_(lang), codes)
            yield _row(value.body or "", value.key, view.shown(value.value), *said)


def _used(office: Office) -> Mapping[tuple[str, str], list[str]]:
    """By body and value the rules that use it."""
    used: dict[tuple[str, str], list[str]] = {}
    for rule in all_rules():
        for one in cited_by(rule, office):
            used.setdefault((one.body, one.key), []).append(rule.code)
    return used


def _provisions(lang: Lang) -> Iterator[str]:
    yield f"\n## {_PROVISIONS[lang]}\n"
    yield from _head("provisions", lang)
    for key in provision_keys():
        one = provision(key)
        yield _row(one.words.in_(lang), one.basis, one.source, one.level or "")


def _rules(lang: Lang) -> Iterator[str]:
    """The rules with a text of their own, which use no value of a profile."""
    yield f"\n## {_RULES[lang]}\n"
    yield from _head("rules", lang)
    for rule in all_rules():
        if not rule.uses:
            yield _row(f"{rule.code} {rule.title.in_(lang)}", rule.basis.in_(lang))


def _head(of: str, lang: Lang) -> Iterator[str]:
    yield _row(*_HEADS[lang][of])
    yield f"|{'---|' * len(_HEADS[lang][of])}"


def _row(*cells: Any) -> str:
    return f"| {' | '.join(str(cell).replace('|', chr(92) + '|') for cell in cells)} |"
