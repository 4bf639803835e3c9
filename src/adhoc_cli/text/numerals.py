"""Numbers in words, as a berita acara writes out its day: dua puluh tujuh, twenty-seven.

By hand although there is num2words: that is fifty languages and a dependency of every installation,
for the numbers of a date and for sums of money, and these are tested.
"""

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
_SIZES = (
    (10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1_000, "ribu"), (100, "ratus"),
    (10, "puluh"),
)  # fmt: skip
_ENGLISH_SIZES = (
    (10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1_000, "thousand"),
    (100, "hundred"),
)  # fmt: skip
_MILLION = 10**6
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def in_words(number: int, lang: Lang) -> str:
    """A whole number from 0 on in words: 2024 is "dua ribu dua puluh empat"."""
    return _english(number) if lang == "en" else _indonesian(number)


def _indonesian(number: int) -> str:
    small = _SMALL["id"]
    if number < len(small):
        return small[number]
    if number < 20:
        return f"{small[number - 10]} belas"
    size, name = next(one for one in _SIZES if number >= one[0])
    many, rest = divmod(number, size)
    is_one = many == 1 and size < _MILLION  # seribu, but satu juta
    said = f"se{name}" if is_one else f"{_indonesian(many)} {name}"
    return f"{said} {_indonesian(rest)}" if rest else said


def _english(number: int) -> str:
    small = _SMALL["en"]
    if number < len(small):
        return small[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return f"{_TENS[tens - 2]}-{small[rest]}" if rest else _TENS[tens - 2]
    size, name = next(one for one in _ENGLISH_SIZES if number >= one[0])
    many, rest = divmod(number, size)
    between = " and " if rest < 100 else " "
    said = f"{_english(many)} {name}"
    return f"{said}{between}{_english(rest)}" if rest else said
