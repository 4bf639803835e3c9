"""Invented numbers of persons, in the spellings that rosters have them in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

NIK = "3323015205910047"
PHONE = "081390274658"


def spellings(number: str) -> Mapping[str, str]:
    """`number` in 25 spellings, by name; a phone number has more, `more_spellings` of both."""
    fours, middle = [4] * (len(number) // 4), len(number) // 2
    digits = {"full_width": 0xFF10, "arabic": 0x660, "mathematical": 0x1D7CE}
    return {
        "plain": number,
        "dots": _parted(number, ".", fours),
        "commas": _parted(number, ",", fours),
        "dashes": _parted(number, "-", fours),
        "fours": _parted(number, " ", fours),
        "six_four_six": _parted(number, " ", [6, 4, len(number) - 10]),
        "halves": _parted(number, " ", [middle, middle]),
        "slash": _parted(number, "/", [middle, middle]),
        "underscore": _parted(number, "_", fours),
        "no_break_space": _parted(number, "\u00a0", fours),
        "soft_hyphen": _parted(number, "\u00ad", fours),
        "zero_width": _parted(number, "\u200b", [1] * len(number)),
        **{name: _in_digits(number, zero) for name, zero in digits.items()},
        "formula": f'="{number}"',
        "apostrophe": f"'{number}",
        "float": f"{number}.0",
        "letters_around": f"No{number}x",
        "in_a_sentence": f"a.n. {number} (baru)",
        "dashes_with_spaces": _parted(number, " - ", fours),
        "two_lines": _parted(number, "\n", [middle, middle]),
        "digit_by_digit": " ".join(number),
        "arabic_fours": _in_digits(_parted(number, " ", fours), 0x660),
        "letter_o": f"{number[:4]}{number[4:].replace('0', 'O', 1)}",
    }


def more_spellings(number: str) -> Mapping[str, str]:
    """`number` as a spreadsheet leaves it, with letters for digits, and a phone with its country;
    of a NIK that is split over two cells each half."""
    bare = number.removeprefix("0")
    typed = {
        "exponent": f"{bare[0]},{bare[1:]}E+{len(bare) - 1}",
        "exponent_whole": f"{bare[: len(bare) - 10]}E+10" if bare == number else bare,
        "letters": number.replace("0", "O").replace("1", "l"),
        "two_cells": f"{number[:6]} | {number[6:]}",
    }
    if bare == number:
        return typed
    country = {"plus_62": f"+62{bare}", "62": f"62{bare}", "0062": f"0062{bare}"}
    return {**typed, **country, "without_0": bare, "dashed": f"+62 {bare[:3]}-{bare[3:]}"}


def left_of(number: str, text: str) -> int:
    """How many digits of `number` in a row can still be read in `text`, however they are spelt."""
    said = _digits(text)
    size = 4
    while any(number[at : at + size + 1] in said for at in range(len(number) - size)):
        size += 1
    return size


def _parted(number: str, sign: str, sizes: list[int]) -> str:
    ends = [sum(sizes[: at + 1]) for at in range(len(sizes))]
    return sign.join(number[end - size : end] for size, end in zip(sizes, ends, strict=True))


def _in_digits(number: str, zero: int) -> str:
    return "".join(chr(zero + int(one)) if one.isdigit() else one for one in number)


def _digits(text: str) -> str:
    """The digits of a text; a letter, a star, or the gap between columns ends what they say."""
    return re.sub(" {4,}", "x", text).translate(_SAID)


class _Said(dict[int, str]):
    """What each sign of a text says: a digit, an end (x), or nothing."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        value = unicodedata.digit(char, None)
        if value is not None:
            said = str(value)
        elif char.isalpha() or char == "*":
            said = "0" if char == "O" else "x"
        else:
            said = ""
        self[code] = said
        return said


_SAID = _Said()
