"""What a profile can say. Keys are in Indonesian, as offices write them in `adhoc.toml` too.

A key without a value is unknown or does not apply; nothing is made up for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from math import ceil
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, field_validator, model_validator

from adhoc_cli.models.codes import LEVEL_OF_UNIT, Level, Unit, listed_code, within
from adhoc_cli.models.names import words_of
from adhoc_cli.models.vocabulary import ROLES, Vocabulary, word_key
from adhoc_cli.profiles.checklist import Checklist, Item, Kantor, Stage
from adhoc_cli.profiles.parts import (
    Day,
    ElectionDay,
    Flag,
    Large,
    Part,
    Share,
    Small,
    Source,
    Word,
    fault,
)
from adhoc_cli.profiles.replacement import (
    Replacement,
    Stated,
    Succession,
    provision_keys,
    succession_of,
)

PartMonth = Literal["penuh", "hari", "tidak"]
Rounding = Literal["bawah", "terdekat", "atas"]
Suspended = Literal["dibayar", "tidak"]


class Payment(Part):
    """How an office counts honoraria: its own choices, which no decree that was read makes for it.

    What is paid for a part of a month, how a part is rounded to whole rupiah, and whether a
    suspended member is paid. What is absent is not decided."""

    bulan_sebagian: PartMonth | None = None
    pembulatan: Rounding | None = None
    nonaktif: Suspended | None = None


_DOTS_OF_A_DESA = 3
Education = Literal["SD", "SMP", "SMA", "D1", "D2", "D3", "D4", "S1", "S2", "S3"]

# What stands around the name of a division: "Kordiv. Datin", "Anggota yang membidangi Hukum".
_AROUND_A_DIVISION = {
    "dan", "and", "divisi", "division", "div", "kordiv", "kadiv", "koordinator", "ketua",
    "anggota", "yang", "membidangi", "bidang",
}  # fmt: skip


class Step(Part):
    """`kursi` seats where the unit's attribute is above `lebih_dari` (401 voters, not 400)."""

    lebih_dari: Large
    kursi: Small


class Seats(Part):
    """Seats a unit: `min` to `maks`; `bila` raises both by a step on `atribut` of the unit.

    `kursi = 5` and `kursi = [3, 7]` are the short forms. Of several steps the last fitting counts.
    """

    min: Small
    maks: Small
    atribut: Literal["jumlah_pemilih"] | None = None
    bila: tuple[Step, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _short_forms(cls, value: Any) -> Any:
        if isinstance(value, Mapping | Seats):
            return value
        low, high = _pair(value, "seats")
        return {"min": low, "maks": high}

    @model_validator(mode="after")
    def _in_order(self) -> Seats:
        if self.min > self.maks:
            raise fault("min_above_maks", "min")
        if self.bila and self.atribut is None:
            raise fault("step_without_attribute", "bila")
        bounds = [step.lebih_dari for step in self.bila]
        if bounds != sorted(set(bounds)):
            raise fault("steps_ascend", "bila")
        return self


def _pair(value: Any, kind: str) -> tuple[int, int]:
    """`1` is exactly one; `[0, 2]` is none to two."""
    pair = [value, value] if type(value) is int else value
    if not isinstance(pair, list | tuple) or len(pair) != 2 or {type(n) for n in pair} != {int}:
        raise fault(kind)
    return pair[0], pair[1]


def _as_range(value: Any) -> tuple[int, int]:
    return _pair(value, "range")


def _ascending(value: tuple[int, int]) -> tuple[int, int]:
    if value[0] > value[1]:
        raise fault("min_above_maks")
    return value


def _listed(value: str) -> str:
    code = listed_code(value)
    if code is None:
        raise fault("place_or_tps")
    return code


def _place(value: str) -> str:
    code = _listed(value)
    if code.count(".") > _DOTS_OF_A_DESA:
        raise fault("place_code")
    return code


Range = Annotated[tuple[Small, Small], AfterValidator(_ascending), BeforeValidator(_as_range)]
Listed = Annotated[str, AfterValidator(_listed)]  # a place, or a TPS: 33.23.01.2001.003
Place = Annotated[str, AfterValidator(_place)]


class Training(Part):
    """A training that a body must have had, found in bimtek.csv by a word of its name."""

    kegiatan: Word
    paling_lambat: Small | None = None  # days after the oath
    biasanya: Small | None = None  # so many days after the oath it usually is
    pemantau: Word | None = None  # who monitors it: the KPU, where the PPK holds it


class Local(Part):
    """What is otherwise in a place and all that lies in it: the oath, the last day, the seats."""

    mulai: ElectionDay | None = None
    selesai: ElectionDay | None = None
    kursi: Seats | None = None
    sumber: Source | None = None


class Body(Part):
    """One kind of body: where it sits, its seats, who may hold them, from when to when."""

    judul_id: Word
    judul_en: Word
    unit: Unit
    kursi: Seats
    jabatan: Mapping[Word, Range]
    sinonim: tuple[Word, ...] = ()
    selalu: Flag = False  # expected even where no row of it is in the folder
    hanya: tuple[Listed, ...] = ()  # the places that have it at all: a PSU in four TPS
    kecuali: tuple[Listed, ...] = ()  # the places that do not
    setempat: Mapping[Place, Local] = Field(default_factory=dict)
    mulai: ElectionDay | None = None  # the oath
    selesai: ElectionDay | None = None  # the last day in office
    usia_min: Small | None = None
    usia_maks: Small | None = None
    usia_pada: ElectionDay | None = None  # the day that ages count on, where it is known
    perempuan_min: Share | None = None
    perempuan_per: Literal["kecamatan"] | None = None  # a note on all its units together
    pendidikan_min: Education | None = None
    pendidikan_pernyataan: Flag | None = None  # the last certificate with a statement does as well
    cadangan: Small = 0  # ranks in reserve behind the seats of a unit
    divisi: tuple[Word, ...] = ()
    divisi_sinonim: Mapping[str, Word] = Field(default_factory=dict)
    bimtek: Training | None = None
    sekretariat_dari: Word | None = None  # the body that this one is the secretariat of
    batas_hari: Small | None = None  # days after the parent's oath in which it must be complete
    honorarium: Mapping[Word, Large] = Field(default_factory=dict)  # rupiah a month, by role
    honorarium_per: Literal["bulan", "masa_kerja"] | None = None  # the whole term: one payment
    pph: Mapping[Word, Share] = Field(default_factory=dict)  # of the honorarium, by role
    kesalahan_hari: Small | None = None  # from this day after it an incomplete one is an error
    sekretaris_asn: Flag | None = None  # its sekretaris has to be an ASN
    tidak_rangkap: Flag | None = None  # nobody holds two such bodies in terms that overlap
    penggantian: Replacement | None = None  # where it is not as law/replacement.toml has it
    sumber: Mapping[str, Source] = Field(default_factory=dict)

    @field_validator("sumber")
    @classmethod
    def _known_sources(cls, value: Mapping[str, Source]) -> Mapping[str, Source]:
        for key in value:
            if key not in cls.model_fields:
                raise fault("one_of", key, choices=tuple(cls.model_fields))
        return value

    @model_validator(mode="after")
    def _in_order(self) -> Body:
        if self.mulai and self.selesai and self.selesai < self.mulai:
            raise fault("ends_before_it_begins", "selesai", bound=self.mulai)
        if self.usia_maks is not None and self.usia_maks < (self.usia_min or 0):
            raise fault("at_least", "usia_maks", bound=self.usia_min)
        for alias, division in self.divisi_sinonim.items():
            if division not in self.divisi:
                raise fault("one_of", "divisi_sinonim", alias, choices=self.divisi)
        for key, roles in (("honorarium", self.honorarium), ("pph", self.pph)):
            for role in roles:
                if role not in self.jabatan:
                    raise fault("one_of", key, role, choices=tuple(self.jabatan))
        for place, local in self.setempat.items():
            begins, ends = local.mulai or self.mulai, local.selesai or self.selesai
            if begins and ends and ends < begins:
                raise fault("ends_before_it_begins", "setempat", place, bound=begins)
        return self

    @property
    def first_oath(self) -> date | None:
        """The oath, of whatever place comes first; None where it is not known."""
        return min(self._days("mulai"), default=None)

    @property
    def last_term(self) -> date | None:
        """The last day in office, of whatever place comes last; None where it is not known."""
        return max(self._days("selesai"), default=None)

    def _days(self, key: str) -> list[date]:
        own = getattr(self, key)
        if own is None:
            return []
        return [own, *(day for one in self.setempat.values() if (day := getattr(one, key)))]

    @property
    def places_apart(self) -> list[str]:
        """The places that have an oath, or a last day, of their own; those within others last."""
        return sorted((c for c, one in self.setempat.items() if one.mulai or one.selesai), key=len)

    def seats_in(self, code: str) -> Seats:
        """The seats in a place, of a dotted code."""
        return next((one.kursi for one in self._locals_of(code) if one.kursi), self.kursi)

    def oath_in(self, code: str) -> date | None:
        """The oath in a place, of a dotted code."""
        there = (one.mulai for one in self._locals_of(code) if one.mulai)
        return next(there, self.mulai)

    def term_in(self, code: str) -> date | None:
        """The last day in office in a place, of a dotted code."""
        there = (one.selesai for one in self._locals_of(code) if one.selesai)
        return next(there, self.selesai)

    def _locals_of(self, code: str) -> Iterator[Local]:
        """What is said of the places that a code lies in, or is, the nearest first."""
        for place in sorted(self.setempat, key=len, reverse=True):
            if within(code, place):
                yield self.setempat[place]

    @property
    def level(self) -> Level:
        """The level of the code that its members are listed with."""
        return LEVEL_OF_UNIT[self.unit]

    @property
    def is_secretariat(self) -> bool:
        """Whether the body is the secretariat of another one."""
        return self.sekretariat_dari is not None

    def women_needed(self, seats: int) -> int:
        """ceil(30%) of the seats and the like: 2 of 5, 1 of 3, 3 of 7."""
        # The small term keeps a product like 0.07 * 100 = 7.000000000000001 from becoming 8.
        return ceil(seats * (self.perempuan_min or 0) - 1e-9)

    def division(self, text: str) -> str | None:
        """The division that `text` names ("Kordiv Datin", "Sosdiklih & Parmas"), or None. Its words
        in another order, or some of them alone, name it too where no other one has them all."""
        words = _division_words(text)
        if known := self._division_keys.get("".join(words)):
            return known
        found = [name for name, own in self._words_of_divisions.items() if own.issuperset(words)]
        return found[0] if words and len(found) == 1 else None

    @cached_property
    def _spelt_divisions(self) -> Mapping[str, str]:
        """Every spelling of a division, to its name."""
        return {**self.divisi_sinonim, **{name: name for name in self.divisi}}

    @cached_property
    def _division_keys(self) -> dict[str, str]:
        return {
            "".join(_division_words(text)): name for text, name in self._spelt_divisions.items()
        }

    @cached_property
    def _words_of_divisions(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {name: set() for name in self.divisi}
        for text, name in self._spelt_divisions.items():
            found[name].update(_division_words(text))
        return found


def _division_words(text: str) -> list[str]:
    return [word for word in words_of(text) if word not in _AROUND_A_DIVISION]


class Profile(Part):
    """The numbers of one election."""

    nama: Word
    judul_id: Word
    judul_en: Word
    hari_pemungutan_suara: Day
    wajib: tuple[Word, ...] = ()  # what differs by area: an office has to say it itself
    badan: Mapping[Word, Body]
    jabatan: Mapping[Word, tuple[Word, ...]] = Field(default_factory=dict)  # more roles, and words
    pemangku: Mapping[Word, tuple[Word, ...]] = Field(default_factory=dict)  # more stakeholders
    tahapan: Mapping[Word, Stage] = Field(default_factory=dict)
    butir: Mapping[Word, Item] = Field(default_factory=dict)
    kantor: Kantor | None = None
    pembayaran: Payment | None = None
    ketentuan: Mapping[Word, Stated] = Field(default_factory=dict)
    sumber: Mapping[str, Source] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _bodies_fit(self) -> Profile:
        owner: dict[str, str] = {}
        roles = (*ROLES, *self.jabatan)
        for name, body in self.badan.items():
            for role in body.jabatan:
                if role not in roles:
                    raise fault("one_of", "badan", name, "jabatan", role, choices=roles)
            if body.sekretariat_dari is not None and body.sekretariat_dari not in self.badan:
                choices = tuple(self.badan)
                raise fault("one_of", "badan", name, "sekretariat_dari", choices=choices)
            for word in (name, *body.sinonim):
                other = owner.setdefault(word_key(word), name)
                if other != name:
                    raise fault("synonym_taken", "badan", name, "sinonim", word=word, body=other)
        return self

    @model_validator(mode="after")
    def _items_fit(self) -> Profile:
        for name, path, stages in self.checklist.unknown_words(self.badan):
            raise fault("one_of", "butir", name, *path, choices=stages)
        return self

    @model_validator(mode="after")
    def _provisions_are_known(self) -> Profile:
        for name, body in self.badan.items():
            for field, key in body.penggantian.named() if body.penggantian else ():
                known = (*provision_keys(), *self.ketentuan)
                if key not in known:
                    raise fault("one_of", "badan", name, "penggantian", field, choices=known)
        return self

    @cached_property
    def successions(self) -> Mapping[str, Succession]:
        """By body how a vacant seat of it is filled."""
        return {
            name: succession_of(name, body.penggantian, self.ketentuan)
            for name, body in self.badan.items()
        }

    @property
    def checklist(self) -> Checklist:
        """The coordination items, and the stages that date some of them."""
        return Checklist.model_construct(tahapan=self.tahapan, butir=self.butir, kantor=self.kantor)

    def vocabulary(self) -> Vocabulary:
        """The spellings of this election's bodies, their roles, and whose secretariat each is."""
        return Vocabulary(
            {name: name for name in self.badan},
            {name: body.sinonim for name, body in self.badan.items()},
            {name: tuple(body.jabatan) for name, body in self.badan.items()},
            {of: name for name, body in self.badan.items() if (of := body.sekretariat_dari)},
            {**ROLES, **{role: (*ROLES.get(role, ()), *w) for role, w in self.jabatan.items()}},
            self.pemangku,
        )
