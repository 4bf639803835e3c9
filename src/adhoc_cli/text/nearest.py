"""The known word nearest to an unknown one: a suggestion to print, never a correction to make."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

# Below this, difflib's suggestions surprise more than they help ("nik" for "kecamatan").
_CUTOFF = 0.6


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of `known` most like `word` (case aside), or None when none is near."""
    by_fold = {candidate.casefold(): candidate for candidate in known}
    found = get_close_matches(word.casefold(), by_fold, n=1, cutoff=_CUTOFF)
    return by_fold[found[0]] if found else None
