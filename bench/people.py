"""Invented people, millions of them: names as varied as a country's, NIK that fit, own numbers.

Nobody of them is anybody: given names are usual ones, the rest is put together from syllables.
All is numbers until the last moment: a name, a birthday and a home are rows of lists of texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import product
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Texts = Any  # of pyarrow, which ships no types


def _words(text: str) -> list[str]:
    return text.split()


_GIVEN = {
    "L": _words("""
        Abdul Achmad Aditya Adrian Afandi Agustinus Aldi Alfian Ali Amir Andika Andreas Angga
        Antonius Arman Asep Aziz Bahrul Baharuddin Benyamin Beni Budi Burhan Cecep Chandra
        Dadang Daniel Darius David Deden Deni Dodi Dominikus Elias Endro Erik Ervan Fadli Faisal
        Fahmi Ferdi Feri Firdaus Fransiskus Gede Gilang Guntur Hafid Hamzah Haris Hasan Herman
        Hidayat Husni Ilham Indra Iqbal Irwan Ismail Jaya Joko Johanes Kadek Karel Ketut Komang
        Lalu Leonardus Lukman Made Mahmud Markus Marten Martinus Maulana Melkianus Muhammad
        Nasrul Nyoman Oka Petrus Putu Rahman Raja Ramli Reza Ricky Ridwan Riki Robertus Roni
        Rudi Rusdi Saiful Salim Samsul Samuel Simon Stefanus Sofyan Syahrul Syamsudin Taufik
        Tedi Umar Usman Wayan Yakobus Yohanes Yosef Yudi Yulius Zainal Zulkifli
    """),
    "P": _words("""
        Adelia Agnes Aisyah Amalia Andini Anita Aprilina Asmaul Asih Aulia Bella Cahya Citra Cut
        Dahlia Debora Della Desi Devi Dina Dini Dinda Elisabet Elly Elma Elsa Emilia Era Erni
        Evi Fani Farida Febri Fera Gita Hasna Helena Hesti Hilda Imelda Ina Intan Iis Irma
        Jamilah Jenny Juliana Kadek Ketut Komang Kristina Laras Lenny Lestya Lidya Lusi Maria
        Marlina Martha Maya Melani Meri Mira Monika Murni Nadia Nanda Ni Nina Nisa Nova Nyoman
        Olivia Paulina Putu Rahma Ranti Rara Regina Resti Rika Rini Riska Rita Rosa Rosmini Ruth
        Sarah Selvi Sinta Sisca Sofia Susi Syifa Tania Tari Tina Tiara Veronika Vina Wahida Wati
        Wayan Winda Yesi Yohana Yola Yosefina Yulia Yusnita Zahra
    """),
}
_FRONT = _words("""
    Ada Ama Andri Ari Bara Basu Bima Buda Catra Dama Gana Giri Guna Hada Hasta Hendar Indra Jaga
    Jala Kanda Karta Kerta Kuma Lala Langga Lemba Mada Mahar Manda Marga Mula Naga Nasu Nata
    Pala Panca Pardo Prana Purba Raja Rama Ratu Sabar Sama Sanja Sari Sasmi Sembi Sihom Silal
    Sinam Situ Soe Suba Suma Sura Tambu Tana Tara Tiro Umba Wara Wira Wongso Yasa
""")
_MIDDLE = ("", "da", "ka", "la", "ma", "na", "nga", "ra", "ri", "ta")
_BACK = {
    "L": _words("""
        bean dja gan hardjo kusuma lan mang nto pati ran rdi rman sanjaya sena tama to wan yasa
    """),
    "P": _words("""
        asih dewi hani lia lina mala ni nita rani ratih sari sih tari wani wati yani yanti ya
    """),
}
# How a name is written: as it is, or with a title before it or degrees behind it.
_BEFORE = ("", *[""] * 37, "H. ", "Dr. ")
_BEHIND = ("", *[""] * 27, ", S.Pd.", ", S.E.", ", S.Kom.", ", M.Pd.", ", A.Md.", ", S.H.")
_MUHAMMADS = ("Muhammad", "Muhamad", "Moh.", "Moch.", "M.")
_DUSUN = _words("""
    Cendana Durian Flamboyan Kamboja Kenanga Mawar Melati Nangka Pala Rambutan Sawo Teratai
""")
_SCHOOLS = ("SMA/sederajat", "SMA/sederajat", "SMK", "D-3", "S-1")
_FIRST_SERIAL = 40  # the people that the samples invent have smaller ones
# To our knowledge given to no operator; the samples begin with 0841 to 0848 and another length.
_PREFIX, _NUMBERS, _STRIDE = "0849", 10**9, 618_033_989

_EARLIEST = date(1970, 1, 1)
_DAYS = (date(2004, 1, 1) - _EARLIEST).days  # 20 at least at the oath, 55 at most at the vote


class People(NamedTuple):
    """People as numbers: `homes` are rows of a list of kecamatan."""

    women: NDArray[np.bool_]
    homes: Numbers
    names: Numbers
    born: Numbers
    serials: Numbers

    def some(self, rows: slice) -> People:
        """Some of them."""
        return People(
            self.women[rows],
            self.homes[rows],
            self.names[rows],
            self.born[rows],
            self.serials[rows],
        )


def invented(rng: np.random.Generator, women: NDArray[np.bool_], homes: Numbers) -> People:
    """Somebody for each: no two have one name and one birthday, or one NIK."""
    names = _names(rng, women)
    born = rng.integers(0, _DAYS, women.size)
    while (again := _repeated(names * _DAYS + born)).size:
        born[again] = rng.integers(0, _DAYS, again.size)
    return People(women, homes, names, born, _serials((homes * 2 + women) * _DAYS + born))


def _names(rng: np.random.Generator, women: NDArray[np.bool_]) -> Numbers:
    """A number each: family names and given names count as digits do; 0 is none of that place."""
    given, family = len(_GIVENS["L"]), len(_FAMILIES["L"])
    first = _skewed(rng, given - 1, women.size) + 1
    second = _skewed(rng, given - 1, women.size) + 1
    last = _skewed(rng, family - 1, women.size) + 1
    kind = rng.random(women.size)  # one word, two, or three
    second[kind < 0.97] = 0
    first[kind < 0.2] = 0
    return np.asarray(((first * given + second) * family + last) * 2 + women)


def _skewed(rng: np.random.Generator, count: int, size: int) -> Numbers:
    """Numbers below `count`, the first of them far more often than the last."""
    return np.asarray(count * rng.random(size) ** 1.5, np.int64)


def _repeated(keys: Numbers) -> Numbers:
    """The positions of keys that stood before."""
    order = np.argsort(keys, kind="stable")
    same = keys[order][1:] == keys[order][:-1]
    return np.asarray(order[1:][same])


def _serials(keys: Numbers) -> Numbers:
    """Of each key how often it stood before, and the first serial."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    counts = np.arange(keys.size) - np.repeat(starts, np.diff(np.r_[starts, keys.size]))
    serials = np.empty(keys.size, np.int64)
    serials[order] = counts + _FIRST_SERIAL
    return serials


# -- as texts --------------------------------------------------------------------------------------


def _families() -> dict[str, list[str]]:
    """Of men and of women as many, and none in common: two names of different numbers differ."""
    made = {sex: dict.fromkeys(map("".join, product(_FRONT, _MIDDLE, _BACK[sex]))) for sex in "LP"}
    women = [name for name in made["P"] if name not in made["L"]]
    return {"L": ["", *[*made["L"]][: len(women)]], "P": ["", *women[: len(made["L"])]]}


_GIVENS = {sex: ["", *dict.fromkeys(_GIVEN[sex])][: min(map(len, _GIVEN.values()))] for sex in "LP"}
_FAMILIES = _families()


def cells(
    people: People, first: int, kecamatan: Sequence[str], *, breaks: bool
) -> dict[str, Texts]:
    """The people as cells under canonical headers; `first` is the number of the first of them, by
    which their titles, telephones and addresses differ, and `kecamatan` the codes of the homes.
    With `breaks` one address in fifty is of two lines."""
    ids = np.arange(first, first + people.women.size)
    return {
        "nama": _name_cells(people, ids),
        "nik": joined(
            of_list([code.replace(".", "") for code in kecamatan], people.homes),
            of_list(_DAYS_IN_NIK, people.born + people.women * _DAYS),
            of_list(_FOUR_DIGITS, people.serials),
        ),
        "jenis_kelamin": of_list(["L", "P"], people.women),
        "tanggal_lahir": of_list(_BIRTHDAYS, people.born),
        "telepon": telephones(ids),
        "alamat": _addresses(ids, breaks=breaks),
        "pendidikan": of_list(_SCHOOLS, ids * 7 % len(_SCHOOLS)),
    }


def _name_cells(people: People, ids: Numbers) -> Texts:
    given, family = len(_GIVENS["L"]), len(_FAMILIES["L"])
    upper, last = np.divmod(people.names // 2, family)
    first, second = np.divmod(upper, given)
    behind = ids * 11 % 97 % len(_BEHIND)
    before = of_list(_BEFORE, ids * 13 % 89 % len(_BEFORE))
    before = pc.if_else(pa.array(people.women), pc.replace_substring(before, "H. ", "Hj. "), before)
    quote = of_list(["", '"'], np.array([bool(text) for text in _BEHIND])[behind])
    words = [
        _spelt(of_list(_both(_GIVENS, " "), first + given * people.women), ids),
        of_list(_both(_GIVENS, " "), second + given * people.women),
        of_list(_both(_FAMILIES, ""), last + family * people.women),
    ]
    return joined(quote, before, *words, of_list(_BEHIND, behind), quote)


def _spelt(given: Texts, ids: Numbers) -> Texts:
    spelling = of_list([f"{text} " for text in _MUHAMMADS], ids % len(_MUHAMMADS))
    return pc.if_else(pc.equal(given, "Muhammad "), spelling, given)


def _both(lists: dict[str, list[str]], end: str) -> list[str]:
    return [text and text + end for sex in "LP" for text in lists[sex]]


def telephones(ids: Numbers) -> Texts:
    """Of 13 digits, no two alike."""
    number = pa.array(ids * _STRIDE % _NUMBERS + _NUMBERS).cast(pa.string())
    return joined(_PREFIX, pc.utf8_slice_codeunits(number, 1))


def _addresses(ids: Numbers, *, breaks: bool) -> Texts:
    quarters = [
        f"Dusun {dusun}{space}RT {rt:02}/RW {rw:02}"
        for space in " \n"
        for dusun, rt, rw in product(_DUSUN, range(1, 10), range(1, 7))
    ]
    told = [f'"{text}"' if "\n" in text else text for text in quarters]
    of_two_lines = breaks & (ids % 50 == 0)
    return of_list(told, ids * 17 % (len(told) // 2) + len(told) // 2 * of_two_lines)


def of_list(texts: Sequence[str], rows: Numbers | NDArray[np.bool_]) -> Texts:
    """The texts in these rows of a list."""
    return pa.array(list(texts), pa.string()).take(pa.array(np.asarray(rows, np.int64)))


def joined(*parts: Texts | str) -> Texts:
    """One text of several, row by row."""
    return pc.binary_join_element_wise(*parts, "")


_CALENDAR = [_EARLIEST + timedelta(day) for day in range(_DAYS)]
_BIRTHDAYS = [day.isoformat() for day in _CALENDAR]
_DAYS_IN_NIK = [f"{day.day + more:02}{day:%m%y}" for more in (0, 40) for day in _CALENDAR]
_FOUR_DIGITS = [f"{number:04}" for number in range(10_000)]
