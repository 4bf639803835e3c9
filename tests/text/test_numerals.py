"""Numbers in words, against a second way of saying them: a reader of the words."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from adhoc_cli.text.days import WIB, long_day, long_moment, weekday
from adhoc_cli.text.numerals import in_words
from adhoc_cli.text.words import LANGUAGES, Lang

BELOW_TWELVE = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    "sepuluh", "sebelas",
)  # fmt: skip
BELOW_TWENTY = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
VALUES = {
    "id": {word: at for at, word in enumerate(BELOW_TWELVE)},
    "en": {
        **{word: at for at, word in enumerate(BELOW_TWENTY)},
        **{word: at * 10 for at, word in enumerate(TENS, 2)},
    },
}
SIZES = {
    "id": {"puluh": 10, "ratus": 100, "ribu": 1_000},
    "en": {"hundred": 100, "thousand": 1_000},
}
DAYS = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
# The proclamation was on a Friday, as everybody knows.
FRIDAY = date(1945, 8, 17)
YEARS = range(2022, 2031)


def heard(words: str, lang: Lang) -> int:
    """The number that words say, read from the left."""
    total = last = 0
    for word in words.replace("-", " ").split():
        if word == "and":
            continue
        if word == "belas":
            last += 10
            continue
        one, size = (
            (1, word[2:]) if word.startswith("se") and word[2:] in SIZES[lang] else (0, word)
        )
        if size in SIZES[lang]:
            total, last = total + (last + one) * SIZES[lang][size], 0
        else:
            total, last = (
                total + (last if last >= 20 else 0),
                VALUES[lang][word] + (last < 20) * last,
            )
    return total + last


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_number_of_four_digits_is_heard_as_it_was_said(lang: Lang) -> None:
    said = [in_words(number, lang) for number in range(10_000)]
    assert [heard(words, lang) for words in said] == list(range(10_000))
    assert len(set(said)) == 10_000


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_day_of_nine_years_is_said_right(lang: Lang) -> None:
    names = DAYS[lang]
    day = date(YEARS[0], 1, 1)
    while day.year in YEARS:
        assert heard(in_words(day.day, lang), lang) == day.day
        assert heard(in_words(day.year, lang), lang) == day.year
        assert weekday(day, lang).startswith(names[(4 + (day - FRIDAY).days) % 7])
        day += timedelta(1)


@pytest.mark.parametrize(
    ("number", "id", "en"),
    [
        (1, "satu", "one"),
        (11, "sebelas", "eleven"),
        (12, "dua belas", "twelve"),
        (20, "dua puluh", "twenty"),
        (31, "tiga puluh satu", "thirty-one"),
        (100, "seratus", "one hundred"),
        (1_000, "seribu", "one thousand"),
        (
            1_945,
            "seribu sembilan ratus empat puluh lima",
            "one thousand nine hundred and forty-five",
        ),
        (1_100, "seribu seratus", "one thousand one hundred"),
        (2_000, "dua ribu", "two thousand"),
        (2_024, "dua ribu dua puluh empat", "two thousand and twenty-four"),
        (1_000_000, "satu juta", "one million"),
        (2_000_000_000, "dua miliar", "two billion"),
        (10**12, "satu triliun", "one trillion"),
        (2_110, "dua ribu seratus sepuluh", "two thousand one hundred and ten"),
    ],
)
def test_numbers_as_they_are_written(number: int, id: str, en: str) -> None:
    assert (in_words(number, "id"), in_words(number, "en")) == (id, en)


def test_a_day_and_its_hour_are_said_as_each_language_does() -> None:
    moment = datetime(2024, 5, 30, 9, 5, tzinfo=WIB)
    assert long_moment(moment, "id") == "30 Mei 2024 pukul 09.05"
    assert long_moment(moment, "en") == "30 May 2024 at 09:05"
    assert long_day(date(2024, 12, 1), "id") == "1 Desember 2024"
    assert moment.utcoffset() == timedelta(hours=7)
