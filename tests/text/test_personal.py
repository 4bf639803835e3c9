from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import date
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from adhoc_cli.models import dates
from adhoc_cli.models.dates import read_date
from adhoc_cli.places.country import kabupaten
from adhoc_cli.places.reference import index, names_in
from adhoc_cli.rules.registry import all_rules
from adhoc_cli.text import personal
from adhoc_cli.text.catalogue import texts
from adhoc_cli.text.personal import (
    all_without_personal,
    of_an_office,
    shortened,
    without_personal,
)
from adhoc_cli.text.words import LANGUAGES, Lang, Words
from tests.text.spellings import NIK, PHONE, left_of, more_spellings, spellings

_SHAPES_FROM = {"a first text": 1 << 60, "one of many texts": -1}


@pytest.fixture(scope="module", params=_SHAPES_FROM, autouse=True)
def _shapes(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever is masked is masked of the first texts of a run, and where shapes are looked at."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(personal, "_FEW", _SHAPES_FROM[request.param])
        personal._masked.cache_clear()
        yield
    personal._masked.cache_clear()


_NUMBERS = [(number, name) for number in (NIK, PHONE) for name in spellings(number)]


def test_there_are_25_spellings() -> None:
    assert len(set(spellings(NIK).values())) == 25


@pytest.mark.parametrize(("number", "name"), _NUMBERS)
def test_a_number_is_masked_in_every_spelling(number: str, name: str) -> None:
    spelt = spellings(number)[name]
    assert left_of(number, spelt) == len(number)
    for text in (spelt, f"Siti {spelt}", f"{spelt} Siti", f"a: {spelt}; b"):
        assert left_of(number, without_personal(text)) <= 4


@pytest.mark.parametrize("number", [NIK, PHONE])
def test_a_number_is_masked_as_programs_and_people_spoil_it(number: str) -> None:
    for name, spelt in more_spellings(number).items():
        for text in (spelt, f"Siti {spelt}", f"{spelt} Siti", f"a: {spelt}"):
            assert left_of(number, without_personal(text)) <= 4, name


def test_a_nik_in_two_cells_is_masked_in_each() -> None:
    days = [f"332301{day}" for day in ("01", "09", "31", "41", "49", "71")]
    for half in (NIK[:8], NIK[8:], *days, "05080047"):
        assert without_personal(half) == f"****{half[4:]}"
    assert without_personal("33230132") == "33230132"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (NIK, "************0047"),
        (f"Siti {NIK} ({PHONE})", "Siti ************0047 (********4658)"),
        ("332301520591004", "***********1004"),
        ("3,32E+15", "*,**E+15"),
        ("3.3230152059E+15", "*.**********E+15"),
        ("+62 813-9027-4658", "+** ***-****-4658"),
        ("62 (0) 813 9027 4658", "** (*) *** **** 4658"),
        ("813-9027-4658", "***-****-4658"),
        ("81.390.274.658", "**.***.**4.658"),
        ("(0293) 491 234", "(****) **1 234"),
        ("siti@contoh.id", "****"),
        ("1991-05-12", "****"),
        ("Temanggung, 12 Mei 1991", "Temanggung, ****"),
        ("lahir 12/05/1991", "lahir ****"),
        ("05/13/1991", "****"),
        ("12-5-91", "****"),
        ("12.05.91", "****"),
        ("12-5-'91", "****"),
        ("91-05-12", "****"),
        ("120591", "****"),
        ("lahir 120591", "lahir ****"),
        ("catatan “120591”", "catatan “****”"),
        ("12 05 1991", "****"),
        ("12_05_1991", "****"),
        ("12/Mei/1991", "****"),
        ("12-V-1991", "****"),
        ("12-v-1991", "****"),
        ("12 MEI 1991", "****"),
        ("\u0130zzah, 12 apr\u0130l 1991, apr\u0131l", "\u0130zzah, ****, apr\u0131l"),
        ("1991 Mei 12", "****"),
        ("12 Djanuari 1969", "****"),
        ("dua belas Mei 1991", "dua belas ****"),
        ("tanggal 12 bulan 5 tahun 1991", "tanggal ****"),
        ("Mei seribu sembilan ratus sembilan puluh satu", "Mei ****"),
        ("siti (at) contoh.id", "****"),
        ("siti @ contoh.id", "****"),
        ("siti@gmail", "****"),
        ("siti@163.com", "****"),
        ("12 Mei 91", "****"),
        ("12Mei1991", "****"),
        ("May 12, 1991", "****"),
        ("19910512", "****"),
        ("1991-05-12 00:00:00", "**** 00:00:00"),
        ("1991\u200b-05-\u00ad12", "****"),
        ("１２ Mei １９９１", "****"),
        ("12\N{NON-BREAKING HYPHEN}05\N{MINUS SIGN}1991", "****"),
        ("33.23.01.520591.0047", "**.**.**.******.0047"),
        ("33.23.01.19910512", "33.23.01.****"),
        ("33 2301 520591 004", "** **** *****1 004"),  # a NIK that lost a digit
        ("9812345678", "******5678"),  # no code: no province has this number
        ("3381234567", "******4567"),
        ("8112345678", "******5678"),  # a province has, but no desa: a phone number without its 0
        ("siti＠contoh．id", "****"),
        (f"12 Mei 1991, {PHONE}", "****, ********4658"),
        ("20240610120000 813 9027 4658", "20240610120000 *** **** 4658"),
        ("lahir 12 Mei 1991, HP 081390274658", "lahir ****, HP ********4658"),
        ("12 Me\N{COMBINING ACUTE ACCENT}i 1991", "****"),
        ("8l2 345 678", "*** **5 678"),
        ("o8139 0274658 2024", "***** ***4658 2024"),
        ("Dusun Rahasia 7", "****"),
        ("Jl. Rahasia No. 5, RT 02/RW 03", "****"),
        ("RT.01/02 Krajan", "****"),
        ("Krajan RT 01/RW 02", "****"),
        ("rt03/rw04", "****"),
        ("RT/RW: 003/004", "****"),
        ("warga Krajan RT 2", "warga ****"),
        ("1001–1986", "1001–1986"),  # as with a hyphen, and not 10011986
        ("warga Krajan RT 2; warga Krajan RT 3", "warga ****; warga ****"),
        ("Jl, Rahasia 5", "****"),
        ("Jl. Rahasia", "****"),
        ("Blok C2", "****"),
        ("alamat “Gg. Buntu” salah", "alamat “****” salah"),
    ],
)
def test_what_could_be_somebodys_is_masked(text: str, shown: str) -> None:
    assert without_personal(text) == shown


# Days of every month and of every half of a pattern: one digit and two, the ends of a month.
_BORN = [
    date(year, month, day)
    for year, days in ((1969, (1, 12, 30)), (1991, (9, 20, 28)), (2007, (10, 25)))
    for month in range(1, 13)
    for day in days
    if (month, day) != (2, 30)
] + [date(1958, 12, 31), date(1949, 1, 31)]
_ALIKE = ("-", "/", ".", " ", "\\", "|", " - ")
_FORMS = (
    *(f"{{y}}{sign}{{m}}{sign}{{d}}" for sign in _ALIKE),
    *(f"{{y}}{sign}{{m:02}}{sign}{{d:02}}" for sign in _ALIKE),
    *(f"{{d}}{sign}{{m}}{sign}{{y}}" for sign in _ALIKE),
    *(f"{{d:02}}{sign}{{m:02}}{sign}{{y}}" for sign in _ALIKE),
    *(f"{{d}}{sign}{{word}}{sign}{{y}}" for sign in ("", *_ALIKE)),
    *("{d} {word}, {y}", "{d}. {word}. {y}", "{d:02}-{word}-{y}"),
    *(f"{{y}}{sign}{{word}}{sign}{{d}}" for sign in ("", " ", "-")),
)
# What the reader takes for no day of birth, and people write all the same.
_OTHER_FORMS = (
    *("{d}-{m}-{yy}", "{d}/{m}/{yy}", "{d:02}.{m:02}.{yy}", "{yy}-{m:02}-{d:02}"),
    *("{d:02}{m:02}{yy}", "{d}-{word}-{yy}", "{d}/{word}/'{yy}", "{d}.{word}.{yy}"),
    *("{y}{m:02}{d:02}", "{d:02}{m:02}{y}", "{d} bulan {m} tahun {y}"),
)


# Each word that the mask knows somebody's by, in a text that has nothing else to be known by.
_KNOWN_BY = [
    ("{} Rahasia", "****", "jl jln gg"),
    (
        "{} Rahasia 7",
        "****",
        "jalan gang dusun dsn dukuh kp perum perumahan komplek kompleks lorong",
    ),
    ("{} RT 2", "{} ****", "ketua sekretaris bendahara pengurus anggota kader warga di dari"),
    ("siti@{}", "****", "mail gmail yahoo ymail rocketmail hotmail outlook icloud live"),
    ("{} 120591", "{} ****", "lahir tgl ttl lhr"),
    ("12 {} 1991", "****", "Okbr Januwari Djanuari Agutus Septembr"),
    ("{} SEMBILAN RATUS DELAPAN", "****", "seribu SERIBU"),
]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (said.format(one), shown.format(one))
        for said, shown, words in _KNOWN_BY
        for one in words.split()
    ],
)
def test_each_word_is_enough_by_itself(text: str, shown: str) -> None:
    assert without_personal(text) == shown


def _written(form: str, day: date, word: str) -> str:
    parts = {"y": day.year, "yy": f"{day:%y}", "m": day.month, "d": day.day}
    return form.format(**parts, word=word)


def test_whatever_the_reader_takes_for_a_day_of_birth_is_masked() -> None:
    """And nothing of it stays: a column that holds it by mistake is masked by this alone."""
    words = {
        month: [word for word, number in dates._MONTHS.items() if number == month]
        for month in range(1, 13)
    }
    told = {
        _written(form, day, word): day
        for form in _FORMS
        for day in _BORN
        for word in (words[day.month] if "word" in form else "-")
    }
    read = {text for text, day in told.items() if read_date(text, short_years=False) == day}
    assert len(read) > len(told) / 2
    others = {
        _written(form, day, word)
        for form in _OTHER_FORMS
        for day in _BORN
        for word in (words[day.month] if "word" in form else "-")
        if day.year < 2000 or "yy" not in form
    }
    assert [text for text in sorted(read | others) if without_personal(text) != "****"] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Siti Aminah 2",
        "33.23.01",
        "33.23.01.2016",
        "33.23.01.2001.003",
        "3323012016",
        "6271012001",
        "1812345678",
        "3323012016001",
        "33.23.01.2001 33.23.01.2002 33.23.01.2003",
        "11.01.02 11.01.03 11.01.04",
        "3323012001 → 33.23.01.2001",
        "397/PL.01.3-PU/3323/2022",
        "821.2/0123/2024",
        "SK 821.2/0123/2024 tentang",
        "800/123/2024",
        "Nomor 7 Tahun 2017",
        "2024-06-10",
        "16/05/2024",
        "16 Mei 2024",
        "11-06-2024 12-06-2024",
        "laporan-20240610-060012.html",
        "20240610120000",
        "202406101200",
        "820/12/2023",
        "B/123/III/2023",
        "12/VI/2024",
        "120624",
        "muncul lagi di baris 140276",
        "anggota-pps.csv:140446",
        "120591 orang",
        "12.500.000",
        "12500000",
        "110101; 1101012001",
        "12 TPS (at 10.00)",
        "3 @ 50.000",
        "Jlamprang",
        "Ketua RT",
        "2024-06-10T08:12:34.567+07:00",
        "12, 13, 14, 15, 16, 17, 18, 19",
        "3.638.500",
        "1.073.741.824",
        "scribd 493525787",
        "0123456789abcdef" * 4,
        "Dusun Tengah",
        "Jalan Cagak",
        "20 desa 1950 orang",
        "08.00-16.30",
    ],
)
def test_codes_days_of_events_decrees_and_counts_stay(text: str) -> None:
    assert without_personal(text) == text


def test_no_place_of_the_country_looks_like_somebodys() -> None:
    names = {name for one in kabupaten() for name in names_in(one.code).values()}
    assert len(names) > 60_000
    assert [name for name in names if without_personal(name) != name] == []


def test_a_letterhead_keeps_what_an_office_puts_on_its_door() -> None:
    line = "Jl. Contoh 1 Telp. (0293) 491234, kpu@contoh.id"
    assert without_personal(of_an_office(line)) == line
    assert without_personal(line) != line  # the same letters, of nobody knows whom
    for number in (NIK, PHONE):
        for spelt in spellings(number).values():
            assert left_of(number, of_an_office(f"Jl. Contoh 1, HP {spelt}")) <= 4


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_of_ours_looks_like_a_persons(lang: Lang) -> None:
    said = texts(lang).values()
    assert [text for text in said if without_personal(text) != text] == []


def test_no_text_of_a_rule_looks_like_a_persons() -> None:
    for rule in all_rules():
        told = (rule.message, rule.fix, rule.why, rule.title)
        for one in told:
            for words in [one] if isinstance(one, Words) else one.values():
                for text in (words.id, words.en):
                    assert without_personal(text) == text, rule.code


@pytest.mark.parametrize("limit", range(5, 21))
def test_a_number_is_not_cut_in_two(limit: int) -> None:
    text = f"Siti {NIK} dan"
    assert shortened(text, limit) == "Siti "
    assert shortened(text, 21) == f"Siti {NIK}"
    assert shortened("Siti", 21) == "Siti"


@pytest.mark.parametrize("limit", range(6, 16))
def test_nor_are_a_day_of_birth_and_what_stands_behind_it(limit: int) -> None:
    assert shortened("Siti 12 Mei 1991 dan", limit) == "Siti "
    assert shortened("Siti 12 Mei 1991 dan", 16) == "Siti 12 Mei 1991"


@given(st.text())
def test_masking_twice_is_masking_once(text: str) -> None:
    shown = without_personal(text)
    assert without_personal(shown) == shown


_DIGITS = st.text("0123456789", min_size=1, max_size=4)
_PIECES = st.one_of(
    _DIGITS,
    st.sampled_from(["19", "2001", "08", "8", "05", "12", "33", "٠٨", "O", "l", "E+15", "e1"]),
    st.sampled_from(" -./,_|*(@\"'’\u200b\u0301:;…"),
    st.sampled_from(["Mei", "januari", "mrt", "IX", "bulan", "tahun", "tgl ", "lahir ", "seribu "]),
    st.sampled_from(
        ["Jl.", "RT ", "rw/rt", "Gg ", "dusun ", "blok a", "a.b", "(at)", "@", "ı", "x"]
    ),
)


@given(st.lists(_PIECES, max_size=12).map("".join), st.randoms(use_true_random=False))
@example("O8121990", Random(0))  # a letter is read as a digit for the sake of the next one
def test_a_text_of_which_the_shape_is_harmless_is_not_masked(text: str, random: Random) -> None:
    """Whichever digits it has: those that are drawn, and others in their place."""
    for digits in (text, re.sub("[0-9]", lambda _: random.choice("0123489"), text)):
        if personal._is_harmless(re.sub("[0-9]", "0", digits)):
            assert personal._masked.__wrapped__(digits) == digits


_TEXTS = st.lists(_PIECES, max_size=8).map("".join)


@given(st.lists(st.one_of(_TEXTS, st.text(), st.sampled_from([NIK, f"NIK {PHONE}", "a\nb", ""]))))
def test_many_texts_are_masked_as_each_is(texts: list[str]) -> None:
    assert all_without_personal(texts) == [without_personal(text) for text in texts]


@given(_TEXTS, st.integers(2, 9), st.lists(st.text(), max_size=2), st.randoms())
def test_so_are_texts_that_differ_in_their_digits(
    text: str, number: int, others: list[str], random: Random
) -> None:
    alike = [re.sub("[0-9]", lambda _: random.choice("0123489"), text) for _ in range(number)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(personal, "_SOME", 0)
        patch.setattr(personal, "_OF_A_SHAPE", 1)
        texts = [*alike, *others]
        assert all_without_personal(texts) == [without_personal(text) for text in texts]


def test_what_is_meant_for_everybody_is_shown_among_others() -> None:
    office = of_an_office("Jl. Setiabudi 3, kpu@kpu.go.id")
    assert all_without_personal([str(office), office]) == [without_personal(str(office)), office]


@pytest.mark.parametrize(
    "piece",
    ["\u200b1", "1 ", "9", "a@", "a.", "RT 1 ", "1-", "dusun ", "\u0301", "3.3e", "jl", "12 "],
)
def test_a_cell_of_any_length_takes_no_time(piece: str) -> None:
    text = (piece * 32_767)[:32_767]
    before = time.process_time()
    without_personal(text)
    assert time.process_time() - before < 1.5


def masked(text: str) -> bool:
    return without_personal(text) != text


def test_a_code_begins_with_a_province_and_so_does_a_nik_in_groups() -> None:
    """97 is one to those who number places for statistics alone."""
    provinces = {*index().provinces, "97"}
    every = {f"{number:02}" for number in range(100)}
    assert {one for one in every if not masked(f"{one}23012016")} == provinces
    nik = {one for one in every if masked(f"{one}23 0152 0591 0047")}
    assert nik == {*provinces, "08"}  # 0823 0152 0591 is a phone


@pytest.mark.parametrize("month", ["00", "01", "12", "13"])
@pytest.mark.parametrize("day", ["00", "01", "31", "32", "40", "41", "71", "72"])
def test_among_other_digits_a_nik_in_groups_has_a_day(day: str, month: str) -> None:
    is_day = day in {"01", "31", "41", "71"} and month in {"01", "12"}
    assert masked(f"3323 01{day} {month}91 0047 123456") is is_day


# What is just masked, and what just stays.
_EDGES = [
    ("3323 0199 9991 0047", "3323 0199 9991 004"),  # sixteen digits alone need no day
    ("3323 0152 0591 00471", "3323 0152 0591 004712"),  # seventeen, eighteen
    ("3323 0152 0591 004", "3323 0152 0591 04"),  # fifteen, fourteen
    ("021 234567", "021 23456"),
    ("81 2345678", "8 12345678"),
    ("0293 491234", "02934 91234"),
    ("12 0813 9027 4658", "12 0293 491234"),
    ("021234567", "02123456"),
    ("2212345678", "221234567"),
    ("33230140160", "33230130160"),  # 4016 is no village
    ("33230121160", "33230110160"),
    ("8112012101", "8112012001"),
    ("3381012001", "3371012001"),
    ("332301201600", "33230120160"),
    ("33230120160012", "3323012016001"),
]


@pytest.mark.parametrize(("is_masked", "stays"), _EDGES)
def test_what_is_just_masked_and_what_just_stays(is_masked: str, stays: str) -> None:
    assert (masked(is_masked), masked(stays)) == (True, False)
