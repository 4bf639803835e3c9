"""A file that ends in the middle of a line, as a broken download or a full disk leaves it.

That its last line has no line end proves nothing: many editors write none. So what that line lacks
has to show it: cells, the end of a quote, or a part of its last cell.
"""

import codecs
from collections import Counter
from collections.abc import Sequence
from itertools import dropwhile

LOOKED_AT = 1_000  # rows above the last one whose cells are compared
_FEW = 3  # of as many cells nobody says what is usual
_BLANK = b" \t\r,;|"


def cut_of(data: bytes, delimiter: str, width: int) -> str | None:
    """What the last line of a file lacks that is no regular row: "quote" or "cells"; None where it
    is blank or has all of its cells."""
    if not data.replace(codecs.BOM_UTF8, b"").strip(_BLANK):
        return None
    if data.count(b'"') % 2 and not data.endswith(b'"'):
        return "quote"
    return "cells" if data.count(delimiter.encode()) + 1 < width else None


def is_cut(last: str, above: Sequence[str]) -> bool:
    """Whether the last cell of a file is the beginning of one, by the cells `above` it: all of them
    have one greater length, or it begins a word that occurs several times."""
    if not last or len(above) < _FEW:
        return False
    usual = Counter(map(len, above)).most_common(1)[0][0]
    below_header = list(dropwhile(lambda text: len(text) != usual, above))
    alike = len(below_header) >= _FEW and all(len(text) == usual for text in below_header)
    if alike and len(last) < usual:
        return True
    if last.isdecimal() or last in above:
        return False
    longer = Counter(text for text in above if text.startswith(last))
    return any(count > 1 for count in longer.values())
