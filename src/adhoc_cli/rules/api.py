"""What a rule is made of, and all that its file needs to say so: the one import of a rule.

A rule file has a `check` that looks at whole columns (`found.py`), its `TEXTS` and its `FACTS`. How
it is called, q401_seats_vacant.py, is the code and the name of the rule.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from types import ModuleType
from typing import Any

from adhoc_cli.models.finding import Severity
from adhoc_cli.profiles.model import Body
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.examples import Example, example, of_file
from adhoc_cli.rules.found import Found
from adhoc_cli.text.words import Words

# What several rules rest on: laws, standards, and the format of the roster folder itself.
FORMAT = Words("Ketentuan format adhoc-cli", "adhoc-cli file format")
PRACTICE = Words("Praktik, menurut profil; bukan pasal", "Practice, by the profile; no article")
SEATS = Words(
    "PKPU 8/2022 pasal 5-6 (PPK), 16-17 (PPS), 28-30 (KPPS)",
    "PKPU 8/2022 articles 5-6 (PPK), 16-17 (PPS), 28-30 (KPPS)",
)
BY_RANK = Words(
    "PKPU 8/2022; Kep KPU 534/2022 Bab IV (PAW oleh peringkat berikutnya)",
    "PKPU 8/2022; Kep KPU 534/2022 chapter IV (replacement by the next in rank)",
)
CSV = Words(
    "RFC 4180 (format CSV); ketentuan format adhoc-cli", "RFC 4180 (CSV); adhoc-cli file format"
)
NIK = Words(
    "PP 37/2007 pasal 37; PP 40/2019 pasal 30 ayat (2)",
    "PP 37/2007 article 37; PP 40/2019 article 30(2)",
)
PLACE_CODES = Words(
    "Permendagri 58/2021; Kepmendagri 300.2.2-2430/2025",
    "Permendagri 58/2021; Kepmendagri 300.2.2-2430/2025",
)
PERSON_NAMES = Words(
    "Permendagri 73/2022 pasal 5 ayat (1) huruf a dan ayat (3) huruf b",
    "Permendagri 73/2022 article 5(1)(a) and 5(3)(b)",
)

__all__ = [
    "BY_RANK", "CSV", "FORMAT", "NIK", "PERSON_NAMES", "PLACE_CODES", "PRACTICE", "SEATS",
    "Example", "Facts", "Rule", "Severity", "Variants", "Words", "example", "of_file", "texts_of",
]  # fmt: skip

Variants = Words | Mapping[str, Words]


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What a rule is beside its check and its texts: severity, needs, basis and examples.

    `needs` names files ("anggota") and columns ("anggota.nik"); without them the rule is skipped.

    `tells_apart` names the params without which two findings of one rule about the same place,
    body, person and column would be taken for one (`memory.keys`): never a number or a day that
    changes by itself.

    `uses` names the values of the profile that it compares with: keys of a body ("kursi"), "butir",
    the coordination item that a finding names, or "penggantian", the way a seat is filled. Their
    sources are what a finding rests on; `basis` is where there is none of them. `of` tells the
    bodies that it compares, where those are not all that have the value.

    A rule that is `last` is about the others: it runs after them, on a roster whose `waived` says
    what the waivers cover, and is itself never waived.
    """

    severity: Severity
    basis: Words
    passes: tuple[Example, ...]
    fails: tuple[Example, ...]
    needs: tuple[str, ...] = ()
    last: bool = False
    uses: tuple[str, ...] = ()
    of: Callable[[Body], bool] = lambda body: True
    tells_apart: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Rule(Facts):
    """A rule: all that its file says.

    `texts` holds title, why, message and fix, a line each and language ("title.id = Wilayah");
    an indented line goes on with the one above. `message` and `fix` are templates over the hit's
    params and `{place}`, `{person}`, `{body}`, `{file}`, `{line}`, `{column}`. Where a rule has
    several ("message.some.id"; "fix.some|none.id" serves two), the param `variant` names the one to
    use; `variants`, a tuple of names, has the message made of several, joined with "; ".
    """

    code: str
    name: str
    check: Callable[[Roster], Found]
    texts: str

    @classmethod
    def of_module(cls, file: ModuleType) -> Rule:
        """The rule of a file."""
        facts: Facts = file.FACTS
        said: dict[str, Any] = {one.name: getattr(facts, one.name) for one in fields(facts)}
        code, name = code_of(file.__name__), name_of(file.__name__)
        return cls(code=code, name=name, check=file.check, texts=file.TEXTS, **said)

    @property
    def family(self) -> str:
        """The letter of its family."""
        return self.code[0]

    @cached_property
    def _said(self) -> Mapping[str, Mapping[str, Words]]:
        return texts_of(self.texts)

    @property
    def title(self) -> Words:
        """What the rule is called."""
        return self._said["title"][""]

    @property
    def why(self) -> Words:
        """Why it matters."""
        return self._said["why"][""]

    @property
    def message(self) -> Variants:
        """What was found, as a template, or several by their variant."""
        return _one_or_several(self._said["message"])

    @property
    def fix(self) -> Variants:
        """What to do about it, as `message` is."""
        return _one_or_several(self._said["fix"])


def code_of(file: str) -> str:
    """The code of the rule in a file, which the name of the module says."""
    return file.rpartition(".")[2].partition("_")[0].upper()


def name_of(file: str) -> str:
    """The name of the rule in a file."""
    return file.rpartition(".")[2].partition("_")[2].replace("_", "-")


def texts_of(block: str) -> dict[str, dict[str, Words]]:
    """The texts of a block by kind and variant ("" where there is one alone). Raises `KeyError`
    where a language is missing."""
    said: dict[tuple[str, str], dict[str, str]] = {}
    for line in block.strip().replace("\n  ", " ").split("\n"):
        key, _, text = line.partition(" = ")
        kind, *variants, lang = key.split(".")
        for variant in "".join(variants).split("|"):
            said.setdefault((kind, variant), {})[lang] = text
    by_kind: dict[str, dict[str, Words]] = {}
    for (kind, variant), both in said.items():
        by_kind.setdefault(kind, {})[variant] = Words(both["id"], both["en"])
    return by_kind


def _one_or_several(texts: Mapping[str, Words]) -> Variants:
    return texts.get("") or texts
