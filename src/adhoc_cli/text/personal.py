"""What identifies a person, masked in any text from outside: whatever its spelling or column.

A NIK or a phone number keeps its last four digits, as do damaged ones and every other long number;
a birth date, an e-mail and an address become `****`. A number is told by its shape (a NIK begins
with a province and holds a possible day, a mobile number begins with 08 or 62 8), so that codes of
places, days of events, decree numbers and counts stay. In doubt it is masked.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache, reduce

from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.plainly import LIKE_DIGITS, plainly

HIDDEN = "****"
_CACHED = 200  # characters; a cell may hold 32,767
_FEW = 2_000  # texts, for which it takes longer to compile how to look at their shapes
_SOME, _OF_A_SHAPE = 500, 4  # as many together, and of one shape, that it takes less time
_KEPT = 4  # digits of a masked number that stay

# A text without any of this is nobody's number, date, address or e-mail.
# It begins with a class of characters, to the next of which `re` goes at once: 0-9, @jJgGsS([ and
# all that is not ASCII, said by what it leaves out, as a range of them all takes 3 ms to compile.
_MAYBE = lazy_pattern(
    r"[^\x00-'\x29-/:-?A-FHIK-RT-Z\\-fhik-rt-\x7f]"
    r"(?:(?<=[0-9@])|(?<=[^\x00-\x7f])|(?<=\b[jJgG])[lLgG]"
    r"|(?<=[(\[])\s?[aA][tT]|(?<=[sS])(?:eribu|ERIBU))"
)
# A cell that surely holds nothing of it: a masked number, a code, the day of an event.
_HARMLESS = lazy_pattern(
    r"(?:[0-9]{0,4}\*+)?[0-9]{0,4}|[0-9]{2}\.[0-9]{2}(?:\.[0-3][0-9](?:\.[0-9]{4})?)?"
    r"|20[1-9][0-9]-[0-9]{2}-[0-9]{2}"
)

# -- dates, addresses, e-mails ---------------------------------------------------------------------

# In small letters, and so is what they are looked for in: for both it takes twice to compile them.
_YEAR = r"(?:19[0-9]{2}|200[0-9])"  # nobody who serves was born later, nothing we read is older
_DAY, _MONTH = r"(?:0?[1-9]|[12][0-9]|3[01])", r"(?:0?[1-9]|1[0-2])"
_DD, _MM = r"(?:0[1-9]|[12][0-9]|3[01])", r"(?:0[1-9]|1[0-2])"
_WORD = (  # with what is mistyped behind its first letters: Januwari, Djanuari, Okbr
    r"(?:d?jan(?:[uw][a-z]{0,6})?|[fp]eb(?:r[a-z]{0,6})?|mar(?:et|ch)?|mrt|apr(?:i[a-z]{0,3})?|mei"
    r"|may|d?ju[nl](?:[iy][a-z]?|e)?|a(?:gu?|ug)(?:[su][a-z]{0,6})?|agt|sept?(?:e[a-z]{0,6})?"
    r"|o[ck](?:t[a-z]{0,6}|br)|no[pv](?:e[a-z]{0,6})?|de[cs](?:e[a-z]{0,6})?)(?![a-z])\.?"
)
_ROMAN = r"(?:i{1,3}|iv|vi{0,3}|ix|xi{0,2})"
_SIGN, _SIGNS = r"\s?[-/.]\s?", r"[\s.,/_-]*"
_FIRST, _LAST = r"(?<![0-9])(?<![0-9][-/.])", r"(?![0-9])"  # 01.2001 in 33.23.01.2001 is no day
_SHORT, _NO_MORE = r"['’]?[4-9][0-9]", r"(?![-/.]?[0-9])"
_BIRTH_DATES = (
    rf"{_FIRST}{_YEAR}{_SIGN}{_DAY}{_SIGN}{_DAY}{_LAST}",
    rf"{_FIRST}{_DAY}{_SIGN}{_DAY}{_SIGN}{_YEAR}{_LAST}",
    rf"{_FIRST}(?<![0-9][\s_]){_DAY}(?P<gap>[\s_\\|]){_MONTH}(?P=gap){_YEAR}{_LAST}",
    rf"{_FIRST}(?<![0-9][\s_]){_YEAR}(?P<then>[\s_]){_MONTH}(?P=then){_DAY}(?![\s_]?[0-9])",
    rf"{_FIRST}{_DAY}(?P<sign>[-/]){_MONTH}(?P=sign){_SHORT}{_NO_MORE}",
    rf"{_FIRST}{_DD}\.{_MM}\.{_SHORT}{_NO_MORE}",  # no kecamatan has such a code
    rf"{_FIRST}{_SHORT}-{_MM}-{_DD}{_NO_MORE}",
    rf"{_FIRST}{_DAY}{_SIGNS}{_WORD}{_SIGNS}(?:{_YEAR}|{_SHORT}){_LAST}",
    rf"{_FIRST}{_DAY}{_SIGN}{_ROMAN}{_SIGN}{_SHORT}{_LAST}",
    rf"{_FIRST}{_DAY}{_SIGNS}{_ROMAN}{_SIGNS}{_YEAR}{_LAST}",
    rf"{_FIRST}{_YEAR}{_SIGNS}{_ROMAN}{_SIGNS}{_DAY}{_LAST}",
    rf"{_FIRST}{_DAY}\s?bulan\s?{_MONTH}\s?tahun\s?{_YEAR}{_LAST}",
    rf"\b{_WORD}{_SIGNS}{_DAY}\s?[\s.,]\s?{_YEAR}{_LAST}",
    rf"{_FIRST}{_YEAR}{_SIGNS}{_WORD}{_SIGNS}{_DAY}{_LAST}",
    rf"\b{_WORD}{_SIGNS}19[3-9][0-9]{_LAST}",
    r"\bseribu\s+sembilan\s+ratus(?:\s+[a-z]+){1,4}",
    rf"(?<![0-9])(?:{_YEAR}{_MM}{_DD}|{_DD}{_MM}{_YEAR}){_LAST}",
    # Six digits are also a line or a count: only by themselves, or behind a word, are they a day.
    rf"(?:(?<![\s\S])|(?<=[\"“'«])){_DD}{_MM}[4-9][0-9](?![^\"”'»])",
    rf"(?:(?<=lahir )|(?<=\b(?:tgl|ttl|lhr) )){_DD}{_MM}[4-9][0-9](?![\w/-])(?![.,][0-9])",
)
_ON = r"[^;|\"”»)\n]*"  # an address goes on as far as its cell, or as what is quoted of it
_ADDRESSES = (
    rf"\b(?:jl|jln|gg)\b\s*[.,]?\s*[a-z0-9]{_ON}",
    rf"\b(?:jalan|gang|dusun|dsn|dukuh|kp|perum|perumahan|kompleks?|lorong)\b\.?\s[^;|\"”»)\n0-9]{{0,60}}[0-9]{_ON}",
    rf"\bblok\s[a-z]{{1,2}}[\s./-]?[0-9]{_ON}",
    rf"(?P<neighbours>\br[tw](?![a-z])\s*[.:]?\s*[0-9]{{1,3}}(?![0-9])){_ON}",
    rf"\br[tw]\s?/\s?r[tw]\s*[.:]?\s*[0-9]{{1,3}}(?![0-9]){_ON}",
)
# What stands before "RT 3" is the place, unless it says what somebody is there.
_PLACE_BEFORE = lazy_pattern(
    r"\b(?:(?!(?:ketua|sekretaris|bendahara|pengurus|anggota|kader|warga|di|dari)\b)"
    r"[^\W\d_]+\.?\s+){1,2}$"
)
_OF_MAIL = r"[^\s@<>()\[\]\"',;:|]"
_MAIL = (
    rf"{_OF_MAIL}{{1,64}}@{_OF_MAIL}{{1,200}}\.{_OF_MAIL}{{1,60}}"
    rf"|{_OF_MAIL}{{1,64}}\s?(?:@|[(\[]\s?at\s?[)\]])\s?[a-z]{_OF_MAIL}{{1,200}}\s?\.\s?{_OF_MAIL}{{1,60}}"
    rf"|{_OF_MAIL}{{1,64}}@(?:g?mail|yahoo|ymail|rocketmail|hotmail|outlook|icloud|live)\b"
)


# Every birth date and address has one of these: looked for first, which is ten times as fast. The
# last four digits of the code of a desa are no year, and what stands in the middle of a code, or
# right behind "(" or "+", is the year of no date.
_HINT = lazy_pattern(
    rf"(?=[0-9bdgjklprs])(?:(?<![0-9]{{2}}\.[0-9]{{2}}\.[0-9]{{2}}\.){_YEAR}|{_YEAR}(?=[0-9])"
    r"|(?<![0-9(+])(?<![0-9]\.)[4-9][0-9](?![0-9])"
    rf"|(?<![0-9.]){_DD}\.?{_MM}\.?[4-9][0-9](?![0-9])"
    r"|\b(?:jl|jln|gg|jalan|gang|dusun|dsn|dukuh|kp|perum|perumahan|kompleks?|lorong|blok|seribu)\b"
    r"|\br[tw](?![a-z]))"
)
_MAIL_HINT = lazy_pattern(r"@|[(\[]\s?at\s?[)\]]")


def _wholes(readable: str) -> list[tuple[int, int]]:
    """Where something begins and ends that is hidden as a whole."""
    readable = readable.lower()
    mail = _MAIL_HINT.search(readable) is not None
    if not mail and not _HINT.search(readable):
        return []
    found: list[tuple[int, int]] = []
    for match in _whole(mail=mail).finditer(readable):
        start, end = match.span()
        if match["neighbours"]:
            before = _PLACE_BEFORE.search(
                readable, max(found[-1][1] if found else 0, start - 40), start
            )
            start = before.start() if before else start
        found.append((start, end))
    return found


@cache
def _whole(*, mail: bool) -> re.Pattern[str]:
    """Compiled when it is first needed: it takes 5 ms, and every start of the program comes by."""
    every = (*_BIRTH_DATES, *_ADDRESSES)
    return re.compile("|".join((_MAIL, *every) if mail else every))


# -- numbers ---------------------------------------------------------------------------------------

_PROVINCES = frozenset(
    str(number)
    for numbers in ((11, 19), (21,), (31, 36), (51, 53), (61, 65), (71, 76), (81, 82), (91, 97))
    for number in range(numbers[0], numbers[-1] + 1)
)
# What looks like a long number and is none: a hash, the escape of a character (`unseen.escape`), a
# dotted code, the day or time of an event.
_NO_NUMBER = lazy_pattern(
    r"(?<![0-9a-z])[0-9a-f]{64}(?![0-9a-z])"
    r"|\\U00[01][0-9a-f]{5}"
    r"|(?<![0-9])(?<![0-9]\.)[0-9]{2}\.[0-9]{2}\.[0-9]{2}(?:\.[0-9]{4}(?:\.[0-9]{3})?)?"
    r"(?!\.?[0-9])(?!\s?-?\s?[0-9]{3})"
    r"|(?<![0-9])(?<![0-9][-/.])(?:20[1-9][0-9]([-/.])[0-9]{1,2}\1[0-9]{1,2}"
    r"|[0-9]{1,2}([-/.])[0-9]{1,2}\2(?:20)[1-9][0-9])(?![-/.]?[0-9])"
    rf"|(?<![0-9])20[1-9][0-9]{_MM}{_DD}(?:[0-9]{{4}}|[0-9]{{6}})?(?![0-9])"
)
_SCIENTIFIC = lazy_pattern(
    r"(?:[0-9][.,][0-9]+|(?<![0-9])[0-9]{3,20})(?=\s?E\s?\+?\s?1[0-6](?![0-9]))", re.IGNORECASE
)
# Digits with at most a sign, and spaces, between two of them; ", " separates numbers of a list.
_BETWEEN = r"(?:[,_]|\s{1,3}|\s{0,2}[^\w\s,;:|=<>*→]{1,2}\s{0,2})?"
_EIGHT_DIGITS = lazy_pattern(r"(?:[0-9][^0-9]*+){8}")
_SPELLED = lazy_pattern(rf"[0-9](?:{_BETWEEN}[0-9])+")
_EIGHT_SPELLED = lazy_pattern(rf"[0-9](?:{_BETWEEN}[0-9]){{7}}")  # no fewer are a number
_GROUP = lazy_pattern("[0-9]+")
_SOME_DIGITS = lazy_pattern(r"\[[0-9][0-9-]*\]|[0-9](?![0-9,]*\})")  # in a pattern
_MOBILE = lazy_pattern(r"(?:0|(?:00)?620?)8[0-9]{8,11}")
_FIXED = lazy_pattern(r"0[2-79][0-9]{7,10}|8[1-9][0-9]{7,10}")  # or a mobile number without its 0
# Two cells hold one number: each half of a NIK tells a day of birth.
_HALF = lazy_pattern(
    r"[1-9][0-9][0-7][0-9]{3}(?:0[1-9]|[124-6][0-9]|[37][01])"
    rf"|{_MM}(?:[3-9][0-9]|0[0-9])00(?!00)[0-9]{{2}}"
)
_IN_TWO = lazy_pattern(r"(?<![0-9.])([0-9]{2,12})\s?[|;,]\s?([0-9]{4,12})(?![0-9.])")
_YEAR_OF_DECREE = lazy_pattern(r"/20[1-9][0-9]$")  # 821.2/0123/2024

Group = Sequence[int]  # where the digits stand that belong together


def without_personal(text: str) -> str:
    """`text` without what is or could be a NIK, phone number, birth date, e-mail or address."""
    return _masked(text) if len(text) < _CACHED else _masked.__wrapped__(text)


def all_without_personal(texts: Sequence[str]) -> Sequence[str]:
    """The same of each text. Where most differ from others in their digits alone, as messages of
    one rule do, those are looked at once."""
    joined = "\n".join(texts)
    if not _MAYBE.search(joined):
        return texts
    shapes = _shape(joined).split("\n") if len(texts) > _SOME else []
    different = set(shapes)
    if len(shapes) != len(texts) or len(different) > len(texts) // _OF_A_SHAPE:
        return [without_personal(text) for text in texts]
    harmless = {one: len(one) < _CACHED and _is_harmless(one) for one in different}
    pairs = zip(texts, shapes, strict=True)
    return [text if harmless[shape] else without_personal(text) for text, shape in pairs]


def _shape(text: str) -> str:
    """`text` with a 0 for each digit; of a million letters in a tenth of the time of `re`."""
    return reduce(lambda shape, digit: shape.replace(digit, "0"), "123456789", text)


def is_personal(text: str) -> bool:
    """Whether anything of `text` is masked."""
    return without_personal(text) != text


class Public(str):
    """A text that is meant for everybody, with its address: what `of_an_office` gives."""

    __slots__ = ()


def of_an_office(text: str) -> Public:
    """A line of a letterhead: address, e-mail and fixed line stay, a person's numbers do not."""
    plain, places = plainly(text)
    chars = list(text)
    for number in _numbers(plain):
        if not _FIXED.fullmatch(_said(plain, [number])):
            for at in number[:-_KEPT]:
                chars[places[at]] = "*"
    return Public("".join(chars))


def shortened(text: str, limit: int) -> str:
    """The first `limit` characters of `text`, or fewer: no personal number or date is cut in two,
    or nobody would know it again and mask it."""
    if len(text) <= limit:
        return text
    plain, places = plainly(text)
    stretches = ((places[start], places[end - 1]) for start, end in _stretches(plain))
    return text[: min([limit, *(start for start, last in stretches if start < limit <= last)])]


# Most of what a report prints it prints often: codes, names of files and places. `typed`, as a
# `Public` text is equal to one that is none.
@lru_cache(maxsize=1 << 15, typed=True)
def _masked(text: str) -> str:
    if not _MAYBE.search(text) or _HARMLESS.fullmatch(text) or isinstance(text, Public):
        return text
    many = len(text) < _CACHED and _masked.cache_info().misses > _FEW
    if many and _is_harmless(_shape(text)):
        return text
    plain, places = plainly(text)
    wholes = _wholes(plain)
    hidden = list(_hidden_digits(_without(wholes, plain)))
    if not hidden and not wholes:
        return text
    chars = list(text)
    for at in hidden:
        chars[places[at]] = "*"
    for start, end in reversed(wholes):
        chars[places[start] : places[end - 1] + 1] = HIDDEN
    return "".join(chars)


# A million messages are told apart by their digits alone.
@lru_cache(maxsize=1 << 10)
def _is_harmless(shape: str) -> bool:
    """Whether nothing is masked of any text that differs from this one only in its digits."""
    plain, _ = plainly(shape)
    return not _has_number(plain) and not _perhaps_whole().search(plain)


@cache
def _perhaps_whole() -> re.Pattern[str]:
    """Finds what would be hidden if other digits stood there, but for numbers: wherever a pattern
    asks for some digits (none asks for "not these"), any do."""
    told_by_digits = (*_BIRTH_DATES, _SCIENTIFIC.pattern, f"(?-i:{LIKE_DIGITS.pattern})")
    every = (_MAIL, *_ADDRESSES, *(_SOME_DIGITS.sub("[0-9]", one) for one in told_by_digits))
    return re.compile("|".join(every), re.IGNORECASE)


def _stretches(readable: str) -> Iterator[tuple[int, int]]:
    """Where something personal begins and ends."""
    wholes = _wholes(readable)
    yield from wholes
    for number in _numbers(_without(wholes, readable)):
        yield number[0], number[-1] + 1


def _hidden_digits(readable: str) -> Iterator[int]:
    for number in _numbers(readable):
        yield from number[:-_KEPT]
    if _SCIENTIFIC.search(readable):
        for match in _SCIENTIFIC.finditer(_without_codes(readable)):
            yield from _digits_of(match)


# -- which numbers ---------------------------------------------------------------------------------


def _numbers(readable: str) -> Iterator[Group]:
    """The digits of each number that is, or could be, somebody's."""
    if not _has_number(readable):
        return
    text = _without_codes(readable)
    if not _EIGHT_DIGITS.search(text):
        return
    for run in _SPELLED.finditer(text):
        groups = [_digits_of(match) for match in _GROUP.finditer(text, *run.span())]
        yield from _of_persons(text, groups)
    for match in _IN_TWO.finditer(text):
        if _is_in_two(*match.groups()):
            yield _digits_of(match)


def _has_number(readable: str) -> bool:
    """Whether as many digits as a number has stand together, whichever they are."""
    if not _EIGHT_DIGITS.search(readable):
        return False
    return bool(_EIGHT_SPELLED.search(readable) or _IN_TWO.search(readable))


def _without_codes(readable: str) -> str:
    return _without((match.span() for match in _NO_NUMBER.finditer(readable)), readable)


def _without(stretches: Iterable[tuple[int, int]], text: str) -> str:
    """`text` with letters in place of some stretches of it."""
    for start, end in stretches:
        text = f"{text[:start]}{'x' * (end - start)}{text[end:]}"
    return text


def _digits_of(match: re.Match[str]) -> Group:
    return [at for at in range(*match.span()) if match.string[at].isdecimal()]


def _of_persons(text: str, groups: Sequence[Group]) -> Iterator[Group]:
    at = 0
    while at < len(groups):
        count = _taken(text, groups, at)
        if count:
            yield [place for group in groups[at : at + count] for place in group]
        at += count or 1


def _taken(text: str, groups: Sequence[Group], at: int) -> int:
    """How many groups of digits from `at` on are one number of a person; 0 where they are none."""
    first = _said(text, groups[at : at + 1])
    if _is_long(first) or (len(first) == 8 and _is_half(first)):
        return 1
    best = total = 0
    for count, group in enumerate(groups[at:], start=1):
        total += len(group)
        if total > 17:
            break
        alone = len(groups) == count
        alone = alone and not _YEAR_OF_DECREE.search(text[groups[0][0] : group[-1] + 1])
        if _is_spelled(_said(text, groups[at : at + count]), len(groups[at]), alone):
            best = count
    return best


def _said(text: str, groups: Iterable[Group]) -> str:
    return "".join(text[place] for group in groups for place in group)


def _is_long(number: str) -> bool:
    """Whether digits without a sign between them are more than a code or a count has."""
    return len(number) >= (9 if number[0] == "0" else 10) and not _is_code(number)


def _is_half(number: str) -> bool:
    return _HALF.fullmatch(number) is not None and (number[:2] in _PROVINCES or number < "13")


def _is_in_two(start: str, end: str) -> bool:
    """Whether two cells beside each other hold one number, and not the code of a desa."""
    number = start + end
    if len(number) == 16 and number[:2] in _PROVINCES:
        return _has_day(number) and not (len(end) == 10 and _is_village(end))
    return _MOBILE.fullmatch(number) is not None


def _is_code(number: str) -> bool:
    """Whether a number could be the code of a desa (10 digits, or 11) or of a TPS (13)."""
    if number[:2] not in _PROVINCES or number[2] > "7":
        return False
    if len(number) == 10:
        return _is_village(number) or number[0] != "8"  # 811 1234567 is a phone that lost its 0
    return _is_village(number) and len(number) in (11, 13)


def _is_village(number: str) -> bool:
    """Whether a code ends as those of villages do: 1001, 2016, 3001."""
    return number[6] in "123" and number[7] == "0"


def _is_spelled(number: str, first: int, alone: bool) -> bool:
    """Whether digits in groups, the first of `first` digits, are a NIK or a phone number.

    `alone`: no other digits stand beside them."""
    if len(number) >= 15:
        return number[:2] in _PROVINCES and (_has_day(number) or (alone and len(number) == 16))
    if _MOBILE.fullmatch(number):
        return True
    return alone and first in (2, 3, 4) and _FIXED.fullmatch(number) is not None


def _has_day(number: str) -> bool:
    """Whether a day and month of birth stand where a NIK has them; a woman's day is 40 more."""
    day, month = int(number[6:8]), int(number[8:10])
    return 1 <= (day - 40 if day > 40 else day) <= 31 and 1 <= month <= 12
