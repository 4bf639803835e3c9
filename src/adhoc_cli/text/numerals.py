"""Numbers in words, as a berita acara writes out its day: dua puluh tujuh, twenty-seven.

By hand although there is num2words: that is fifty languages and a dependency of every installation,
for the numbers of a date, and each of these is tested.
"""

from __future__ import annotations

from adhoc_cli.text.words import Lang

_SMALL = {
    "id": (
        "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
        "sepuluh", "sebelas",
    ),
    "en": (
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
        "nineteen",
    ),
}  # fmt: skip
_SIZES = ((1_000, "ribu"), (100, "ratus"), (10, "puluh"))
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def in_words(number: int, lang: Lang) -> str:
    """A number from 0 to 9999 in words: 2024 is "dua ribu dua puluh empat"."""
    return _indonesian(number) if lang == "id" else _english(number)


def _indonesian(number: int) -> str:
    small = _SMALL["id"]
    if number < len(small):
        return small[number]
    if number < 20:
        return f"{small[number - 10]} belas"
    size, name = next(one for one in _SIZES if number >= one[0])
    many, rest = divmod(number, size)
    said = f"se{name}" if many == 1 else f"{small[many]} {name}"
    return f"{said} {_indonesian(rest)}" if rest else said


def _english(number: int) -> str:
    small = _SMALL["en"]
    if number < len(small):
        return small[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return f"{_TENS[tens - 2]}-{small[rest]}" if rest else _TENS[tens - 2]
    size, name = (1_000, "thousand") if number >= 1_000 else (100, "hundred")
    many, rest = divmod(number, size)
    between = " and " if rest < 100 else " "
    return f"{small[many]} {name}{between}{_english(rest)}" if rest else f"{small[many]} {name}"
