"""The coordination items of an election: who meets whom, what for, with what evidence, until when.

One TOML an election in `checklists/`, named like its profile. No source sets a last day for
visiting anybody but the 7 days for a secretariat: `hukum = true` marks what the law dates, the rest
is practice, each item with its source.

`model.py` makes them part of the profile, and `load.py` lays the file over the law's.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Annotated

from pydantic import AfterValidator, Field

from adhoc_cli.models.codes import Level
from adhoc_cli.models.stakeholders import spelt
from adhoc_cli.profiles.parts import ElectionDay, Flag, Part, Small, Source, Word
from adhoc_cli.text.words import Words

VOTING = "pemungutan_suara"  # a stage of every election: the profile's own voting day


class Kantor(Part):
    """The office itself, whose own items stand at its kabupaten: KPU, or another one."""

    nama: Word
    judul_id: Word
    judul_en: Word


class Stage(Part):
    """A stage of the election that no body's term dates: the registration of KPPS, and the like."""

    judul_id: Word
    judul_en: Word
    mulai: ElectionDay
    selesai: ElectionDay | None = None
    sumber: Source | None = None

    @property
    def title(self) -> Words:
        """What the stage is called."""
        return Words(self.judul_id, self.judul_en)


class Deadline(Part):
    """The last day on which an item is in time. Without any key it has none.

    One of five counts, the first that is there, so that `adhoc.toml` can add a `tanggal` and leave
    the rest: `tanggal`, that day; `sebelum`, `hari_sebelum` days before a stage begins; `sampai`,
    the last day of a stage; `hari`, days after the oath of the item's body, or of `pelantikan`;
    `hari_setelah`, days after the item `setelah` was done at the place.

    A stage is a key of `tahapan`, a body (its term), or `pemungutan_suara`.
    """

    tanggal: ElectionDay | None = None
    sebelum: Word | None = None
    hari_sebelum: Small = 1
    sampai: Word | None = None
    hari: Small | None = None
    pelantikan: Word | None = None
    hari_setelah: Small | None = None
    tenggang: Small = 0  # days after the last one before it is called overdue

    @property
    def stage(self) -> str | None:
        """The stage that dates it, if one does."""
        return None if self.tanggal else self.sebelum or self.sampai

    @property
    def days_after(self) -> int | None:
        """Days after the item that must be done first, where these alone date it."""
        dated = self.tanggal or self.stage or self.hari is not None
        return None if dated else self.hari_setelah


def _some(roles: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(spelt, roles)))


class Item(Part):
    """One thing to agree with somebody. `pemangku` are roles, as `pemangku.csv` names them.

    Of `kades` and `lurah` a desa has the one and a kelurahan the other; `BPD` is only in a desa.
    What cannot be done before another item of the same body is (`setelah`) is not late before it.
    """

    badan: (
        Word  # whose unit the item is for: PPK, a kecamatan; PPS, a desa; the office, a kabupaten
    )
    tingkat: Level | None = None  # where it is for other places than these
    pemangku: Annotated[tuple[Word, ...], Field(min_length=1), AfterValidator(_some)]
    tujuan_id: Word
    tujuan_en: Word
    bukti: tuple[Word, ...] = ()
    batas: Deadline = Deadline.model_construct()
    setelah: Word | None = None
    hukum: Flag = False  # whether the law sets the deadline
    aktif: Flag = True
    sumber: Source | None = None

    @property
    def is_sure(self) -> bool:
        """Whether what it says of the law was read, or is the office's own word."""
        return self.sumber is None or self.sumber.tingkat in ("A", "B")

    @property
    def purpose(self) -> Words:
        """What the meeting is for."""
        return Words(self.tujuan_id, self.tujuan_en)


class Checklist(Part):
    """The items of an election by id, in their order, and the stages that date some of them."""

    tahapan: Mapping[Word, Stage] = Field(default_factory=dict)
    butir: Mapping[Word, Item] = Field(default_factory=dict)
    kantor: Kantor | None = None

    @property
    def active(self) -> dict[str, Item]:
        """The items that are not switched off."""
        return {name: item for name, item in self.butir.items() if item.aktif}

    def unknown_words(
        self, bodies: Collection[str]
    ) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
        """Every body or stage that a profile of `bodies` lacks: the item, the path within it to the
        word, and the words that may stand there."""
        known_bodies = tuple(bodies)
        owners = (*known_bodies, *((self.kantor.nama,) if self.kantor else ()))
        stages = tuple(dict.fromkeys((*self.tahapan, VOTING, *bodies)))
        for name, item in self.butir.items():
            limit = item.batas
            if item.badan not in owners:
                yield name, ("badan",), owners
            # The office itself takes no oath from which days would count.
            sworn = limit.pelantikan or (item.badan if limit.hari is not None else None)
            if sworn is not None and item.badan in owners and sworn not in known_bodies:
                yield name, ("batas", "pelantikan"), known_bodies
            for key, stage in (("sebelum", limit.sebelum), ("sampai", limit.sampai)):
                if stage is not None and stage not in stages:
                    yield name, ("batas", key), stages
            if item.setelah is not None and not self._can_follow(name, item.setelah):
                alike = (key for key in self.butir if self._can_follow(name, key))
                yield name, ("setelah",), tuple(alike)

    def _can_follow(self, name: str, first: str) -> bool:
        """Whether an item may wait for another: one of its body that does not wait for it."""
        known = self.butir.get(first)
        if known is None or (known.badan, known.tingkat) != self._whose(name):
            return False
        seen = {name}
        while first in self.butir:
            if first in seen:
                return False
            seen.add(first)
            first = self.butir[first].setelah or ""
        return True

    def _whose(self, name: str) -> tuple[str, Level | None]:
        return self.butir[name].badan, self.butir[name].tingkat
