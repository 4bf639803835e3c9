"""What the words of a whole column show that none of them shows alone.

P is perempuan beside L, and pria beside W; a cross is "was not there" beside a tick, and may be the
tick itself where it stands alone. What a column does not decide is refused, never chosen.
"""

import re
from collections import Counter
from collections.abc import Mapping

from adhoc_cli.models.vocabulary import word_key
from adhoc_cli.text.lazy import lazy_pattern

# By word: the value that the column shows it to mean, "" where it shows two of them.
Shown = Mapping[str, str]

_MEN = frozenset(
    {"l", "lk", "laki", "lakilaki", "lelaki", "perempuan"}
)  # beside which P is perempuan
_WOMEN = frozenset({"w", "wn", "wan", "wnt", "wanita"})  # P beside: pria
_SURELY = 20  # so many outweigh a single other word
_IN_WORDS = "priawanita"  # of a header, below which the letters may be those of its words
_EITHER = frozenset({"p", "pr"})  # pria or perempuan
_TICKS = frozenset({"v", "✓", "√", "✔", "✅", "☑", "☒", "ya", "y", "hadir", "h"})
_ABSENT = frozenset({"tidak", "tdk", "tidakhadir", "t", "n", "absen", "alpa"})
_LEGEND = frozenset({"i", "s", "a"})
_CROSSES = frozenset({"x", "✗", "✘", "×", "❌"})
_ANNOUNCED = frozenset({"terpilih", "tidakterpilih", "belumdinilai"})

# What a header says of the cells below it, and a cell that says the same: (P/W), (mm/dd/yyyy).
_SAID_BY_HEADER = (
    (lazy_pattern(r"(?<!\w)p\s*[/|,]\s*w(?!\w)", re.IGNORECASE), ("W",)),
    (lazy_pattern(r"(?<!\w)pria\s*[/|,-]\s*wanita(?!\w)", re.IGNORECASE), ("pria/wanita",)),
    (
        lazy_pattern(
            r"(?<!\w)1\s*[=:]\s*(?:l|lk|laki[ -]*laki|pria)(?!\w)"
            r"|(?<!\w)(?:l|lk|laki[ -]*laki|pria)\s*[=:]\s*1(?!\w)",
            re.IGNORECASE,
        ),
        ("1 = L",),
    ),
    (
        lazy_pattern(
            r"(?<!\w)(?:mm?|bb|bln|bulan|month)\s*[/.-]\s*(?:dd?|hh|tt|tgl|hari|tanggal|day)(?!\w)",
            re.IGNORECASE,
        ),
        ("12/31/2000", "12-31-2000", "12.31.2000"),
    ),
)


def said_by_header(header: str) -> list[str]:
    """Cells that would show of their column what its header says of it."""
    return [cell for pattern, cells in _SAID_BY_HEADER if pattern.search(header) for cell in cells]


def gender_shown(counts: Mapping[str, int]) -> Shown:
    """What P (and Pr) means in a column of these texts, and a number where the header says it."""
    keys = Counter[str]()
    for text, count in counts.items():
        keys[word_key(text)] += count
    numbered = {"1": "L", "2": "P"} if keys["1l"] else {}
    women = sum(keys[word] for word in _WOMEN)
    others = sum(keys[word] for word in _MEN)
    if women == 0 and keys[_IN_WORDS] and not others:
        return numbered | dict.fromkeys(_EITHER, "")
    if women == 0 or others >= _SURELY * women:
        return numbered
    return numbered | dict.fromkeys(_EITHER, "" if others else "L")


def status_shown(counts: Mapping[str, int], statuses: Mapping[str, str]) -> Shown:
    """What PAW means in a column of these texts, of which `statuses` are those of members: a
    reserve where an announcement says so, and has no other word for one, nor one for who has left
    (whom somebody came after: a PAW as well)."""
    words = set(map(word_key, counts))
    others = {word_key(word) for word, status in statuses.items() if status != "aktif"}
    return {"paw": "cadangan"} if words & _ANNOUNCED and not words & others else {}


def attendance_shown(counts: Mapping[str, int]) -> Shown:
    """What a cross means in a column of these texts: nothing that is sure where it stands alone, or
    beside a word for who was not there. Beside an H, the letters I, S and A are those of izin,
    sakit and alpa."""
    words = set(map(word_key, counts))
    crosses = _CROSSES if _TICKS & words and not _ABSENT & words else frozenset[str]()
    return dict.fromkeys(crosses | (_LEGEND if "h" in words else frozenset()), "tidak")
