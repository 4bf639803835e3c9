"""The data of a letter, from one roster and one vacancy.

Every text here is harmless: characters that are not seen are written out, and personal values are
masked unless they were asked for.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from adhoc_cli.models.codes import (
    KABUPATEN_LENGTH,
    is_desa_code,
    is_kabupaten_code,
    is_overseas,
    kind_of,
)
from adhoc_cli.models.columns import columns_of
from adhoc_cli.models.finding import Personal, Region
from adhoc_cli.models.rows import Anggota
from adhoc_cli.places.country import lookup
from adhoc_cli.profiles.model import Profile
from adhoc_cli.profiles.replacement import Provision, provision
from adhoc_cli.reports.candidates import Candidate, Check, Former, Skip
from adhoc_cli.reports.letters.contents import (
    Bagian,
    Calon,
    Digantikan,
    Dilewati,
    Ketentuan,
    Lampiran,
    Orang,
    Pesan,
    Surat,
    Tempat,
    Usulan,
)
from adhoc_cli.reports.members import Member, Members
from adhoc_cli.reports.persons import Post
from adhoc_cli.reports.successors import Proposal, Vacancy
from adhoc_cli.roster.leaving import DISMISSED, SUSPENDED
from adhoc_cli.roster.roster import Roster
from adhoc_cli.text.days import MONTHS, long_day, weekday
from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.numerals import in_words
from adhoc_cli.text.personal import without_personal
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.unseen import on_one_line
from adhoc_cli.text.words import Lang, Words

# -- the list of law in the head of a letter -------------------------------------------------------

# Statutes, then the KPU's regulations, then its decrees. A source stands once: the list is read
# from what the profile and the provisions cite.
_STATUTE = "UU"
KINDS = (_STATUTE, "PKPU", "Kep KPU")
BLANK = "." * 20
# What a body is made of and when: the sources of these values found it, not its pay or its papers.
_FOUNDING = ("kursi", "jabatan", "mulai", "selesai", "perempuan_min")
_NUMBER = lazy_pattern(r"(\d+)/(\d{4})")
# "Kep KPU 475/2024, 476/2024"; "UU 1/2015 (Perppu 1/2014) ps. 18-19 jo. UU 8/2015, UU 10/2016".
_CITED = {
    kind: lazy_pattern(
        rf"\b{kind} \d+/\d{{4}}(?: \(Perppu [^)]*\))?(?: ps\. [\d-]+(?: \(\d+\))?)?(?: jo\.)?"
        rf"(?:,? (?:{kind} )?\d+/\d{{4}})*"
    )
    for kind in KINDS
}
_ASIDE = lazy_pattern(r"\([^)]*\)")
Law = tuple[int, int]  # year, number


def law_of(
    profile: Profile, body: str, provisions: Iterable[Provision], say: Callable[[str, Law], str]
) -> Iterator[str]:
    """The lines of the list for a letter about a body; `say` puts a kind and a number in words. A
    statute holds for all bodies of an election, so it may be named by the sources of another one.
    What none names is a line of dots."""
    own = [*_bases(profile, body), *(one.basis for one in provisions)]
    every = [basis for name in profile.badan for basis in _bases(profile, name)]
    for kind in KINDS:
        found = _cited(kind, own) or (_cited(kind, every) if kind == _STATUTE else [])
        for chain in found:
            first, *changed_by = (say(kind, law) for law in chain)
            yield f"{first} jo. {', '.join(changed_by)}" if changed_by else first
        if not found:
            yield f"{kind} {BLANK}"


def _bases(profile: Profile, body: str) -> Iterator[str]:
    for key, source in profile.badan[body].sumber.items():
        if key in _FOUNDING:
            yield source.dasar


def _cited(kind: str, bases: Iterable[str]) -> list[tuple[Law, ...]]:
    """What is cited of a kind, by year: a statute with those that changed it, others alone."""
    chains: set[tuple[Law, ...]] = set()
    for basis in bases:
        for found in _CITED[kind].findall(basis):
            numbers = _NUMBER.findall(_ASIDE.sub("", found))
            laws = tuple((int(year), int(number)) for number, year in numbers)
            chains.update([laws] if " jo. " in found else [(law,) for law in laws])
    longer = {one: [other for other in chains if len(other) > len(one)] for one in chains}
    return sorted(one for one in chains if not any(set(one) <= {*other} for other in longer[one]))


# -- the data --------------------------------------------------------------------------------------

_LAW = {"UU": "uu", "PKPU": "pkpu", "Kep KPU": "kep"}
_COLUMNS = columns_of(Anggota)
_OF_A_PERSON = [one.name for one in fields(Orang) if one.name not in {"nomor", "tps"}]
_SEX = {"L": "man", "P": "woman"}
_ACEH = "11."
_IN_FULL = {"KPU": "Komisi Pemilihan Umum", "KIP": "Komisi Independen Pemilihan"}


@dataclass(frozen=True)
class Clerk:
    """Makes the data of letters from one roster, in one language."""

    roster: Roster
    lang: Lang
    personal: bool = False

    def letter(self, vacancy: Vacancy, to: Candidate | None = None) -> Surat:
        """The data of a letter about a vacancy, to a candidate where one is named."""
        profile, post = self.roster.profile, vacancy.post
        body = profile.badan[post.body]
        day = self.roster.as_of
        holds = tuple(_holds(vacancy))
        return Surat(
            **self._head(post.region.code),
            hari=weekday(day, self.lang),
            tanggal_terbilang=in_words(day.day, self.lang),
            bulan=MONTHS[day.month - 1][self.lang == "en"],
            tahun_terbilang=in_words(day.year, self.lang),
            badan=self._text(post.body),
            nama_badan=self._words(Words(body.judul_id, body.judul_en)),
            wilayah=self._text(post.region.name or post.region.code),
            jenis_wilayah=kind_of(post.region.code).title(),
            kode_wilayah=post.region.code,
            kecamatan=self._kecamatan(post.region.code),
            tempat=self.place(post),
            tps=post.tps,
            kursi=vacancy.required,
            terisi=vacancy.filled,
            kosong=vacancy.vacant,
            diusulkan=vacancy.proposed,
            belum_terisi=vacancy.open,
            ketua_kosong=vacancy.chair_vacant,
            pleno=vacancy.law.pleno or "",
            menurut_peringkat=vacancy.law.by_rank,
            dasar_hukum=tuple(law_of(profile, post.body, holds, self._law)),
            digantikan=tuple(map(self._former, vacancy.replaced)),
            usulan=tuple(map(self._proposal, vacancy.proposals)),
            dilewati=tuple(map(self._passed, vacancy.passed_over)),
            ketentuan=self._provisions(holds),
            daftar_habis=self._provisions(vacancy.law.exhausted if vacancy.open else ()),
            calon=self._candidate(to) if to is not None else None,
        )

    def attachment(self, members: Members) -> Lampiran:
        """The data of a list of people, place for place: what is attached to a decree."""
        places = members.by("desa")
        code = members.place_codes[0] if places else ""
        return Lampiran(
            **self._head(code),
            jumlah=len(members),
            tempat=tuple(
                Tempat(
                    self._whole(group.region),
                    group.region.code,
                    tuple(self._listed(at, one) for at, one in enumerate(group.members, start=1)),
                )
                for group in places
                if group.region is not None
            ),
        )

    def _head(self, code: str) -> dict[str, str]:
        """The fields of `Kepala`, of the office of the kabupaten that a place lies in."""
        profile = self.roster.profile
        office, kabupaten = self._office(code), self._kabupaten(code)
        return {
            "pemilihan": self._words(Words(profile.judul_id, profile.judul_en)),
            "kantor": self.office(code),
            "kantor_lengkap": f"{_IN_FULL[office]} {kabupaten}",
            "kabupaten": kabupaten,
            "tanggal": long_day(self.roster.as_of, self.lang),
        }

    def message(
        self, code: str, whom: tuple[str, str], post: str, parts: Iterable[Bagian]
    ) -> Pesan:
        """The data of a message to somebody in a place: `whom` are salutation and name."""
        salutation, name = whom
        return Pesan(
            **self._head(code), sapaan=salutation, nama=name, sebagai=post, bagian=tuple(parts)
        )

    def office(self, code: str) -> str:
        """Who writes: "KPU Kabupaten Temanggung", of the kabupaten that a place lies in."""
        return f"{self._office(code)} {self._kabupaten(code)}"

    def _listed(self, at: int, member: Member) -> Orang:
        shown = {name: self._cell(member, name) for name in _OF_A_PERSON}
        shown["status"] = shown["status"] or "aktif"
        return Orang(nomor=at, tps=member.row.tps, **shown)

    def _cell(self, member: Member, column: str) -> str:
        """A cell of a row as text; what is personal is masked unless it was asked for."""
        value, privacy = getattr(member.row, column), _COLUMNS[column].privacy
        if value is None:
            return ""
        text = str(value)
        return self._personal(Personal(text, privacy)) if privacy else self._text(text)

    def _words(self, words: Words) -> str:
        """One text of two; an office's own title may hold a brace."""
        return self._text(words.in_(self.lang))

    def _say(self, key: str, **params: Any) -> str:
        return self._text(Translator(self.lang, self.personal).say(key, **params))

    def _text(self, text: str) -> str:
        return on_one_line(text if self.personal else without_personal(text))

    def _kabupaten(self, code: str) -> str:
        """ "Kabupaten Temanggung", "Kota Semarang"; dots for a place of no known one."""
        return lookup(code[:KABUPATEN_LENGTH]) or f"Kabupaten/Kota {BLANK}"

    def _office(self, code: str) -> str:
        """In Aceh the KPU is a KIP (UU 11/2006)."""
        return "KIP" if code.startswith(_ACEH) else "KPU"

    def _law(self, kind: str, law: Law) -> str:
        year, number = law
        return self._say(
            f"letters.law.{kind.split(maxsplit=1)[0].lower()}", number=str(number), year=str(year)
        )

    def _kecamatan(self, code: str) -> str:
        region = self.roster.places.above(code)
        return self._text(region.name or region.code)

    def place(self, post: Post) -> str:
        """The place in full: "TPS 3 Desa Wonosari, Kecamatan Bulu"."""
        tps = f"TPS {post.tps} " if post.tps is not None else ""
        return f"{tps}{self._whole(post.region)}"

    def _whole(self, region: Region) -> str:
        """ "Kecamatan Bulu", "Desa Wonosari, Kecamatan Bulu", "Kabupaten Temanggung"."""
        if is_kabupaten_code(region.code):
            return self._kabupaten(region.code)
        name, above = self._text(region.name or region.code), self._kecamatan(region.code)
        if is_overseas(region.code):  # "KBRI Kuala Lumpur, Malaysia"
            return f"{name}, {above}"
        name = f"{kind_of(region.code).title()} {name}"
        return f"{name}, Kecamatan {above}" if is_desa_code(region.code) else name

    def _candidate(self, candidate: Candidate) -> Calon:
        who = candidate.who
        return Calon(
            self._text(who.person.name),
            self.salutation(candidate.sex),
            who.rank,
            self._text(who.role or ""),
            self._personal(who.person.nik),
            self._personal(candidate.phone),
            tuple(self._note(check) for check in candidate.checks),
        )

    def salutation(self, sex: str | None) -> str:
        """Bapak, Ibu, or both where nothing says which."""
        return self._say(f"letters.salutation.{_SEX.get(sex or '', 'unknown')}")

    def _personal(self, value: Personal | None) -> str:
        return self._text(value.shown(personal=self.personal)) if value is not None else ""

    def _note(self, check: Check) -> str:
        return self._say(f"letter.note.{check.note}", post=_post(check.post), number=check.number)

    def _proposal(self, proposal: Proposal) -> Usulan:
        made = tuple(map(self._candidate, proposal.candidates))
        return Usulan(proposal.seats, made, proposal.tied)

    def _passed(self, candidate: Candidate) -> Dilewati:
        reasons = "; ".join(map(self.reason, candidate.skips))
        return Dilewati(self._text(candidate.who.person.name), candidate.rank, reasons)

    def reason(self, skip: Skip) -> str:
        """Why a candidate is skipped, in words."""
        params = {"post": _post(skip.post), "status": skip.status or "", "number": skip.number}
        return self._say(f"letter.skip.{skip.why}", **params)

    def _former(self, former: Former) -> Digantikan:
        # Who was suspended leaves by the decree on the dismissal.
        status = DISMISSED if former.who.status == SUSPENDED else former.who.status
        return Digantikan(
            self._text(former.who.person.name),
            self._text(former.who.role or ""),
            self._text(status),
            self._text(former.reason or ""),
            self._day(former.day),
            self._text(former.decree or ""),
        )

    def _day(self, day: date | None) -> str:
        return long_day(day, self.lang) if day else ""

    def _provisions(self, provisions: Iterable[Provision]) -> tuple[Ketentuan, ...]:
        return tuple(
            Ketentuan(self._words(one.words), one.basis, one.source, one.level or "")
            for one in provisions
        )


def _holds(vacancy: Vacancy) -> Iterable[Provision]:
    """What is to be known about filling this vacancy, in the order of the steps."""
    law = vacancy.law
    yield provision("grounds")
    yield law.decides
    if law.method != law.decides:
        yield law.method
    yield provision("steps")
    if vacancy.chair_vacant:
        yield provision("new_chair")
    yield from law.besides


def _post(post: Post | None) -> str:
    return post.title if post is not None else ""
