"""The known word nearest to an unknown one: a suggestion to print, never a correction to make."""

from collections.abc import Iterable
from difflib import get_close_matches

from adhoc_cli.text.lazy import lazy_pattern

# Below this, difflib's suggestions surprise more than they help ("nik" for "kecamatan").
_CUTOFF = 0.6
_DENIED = lazy_pattern(r"(?:non|tidak|tdk|tak|bukan|belum|blm)\W*(?P<rest>.+)")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of `known` most like `word` (case aside), or None when none is near. What `word`
    denies ("nonaktif") is never near: the suggestion would be its opposite; nor is a word near to a
    single letter, as "ya" to the A of somebody who was absent (alpa)."""
    if len(word) < 2:
        return None
    by_fold = {candidate.casefold(): candidate for candidate in known}
    folded = word.casefold()
    if denied := _DENIED.fullmatch(folded):
        rest = denied["rest"]
        close = set(get_close_matches(rest, by_fold, n=len(by_fold), cutoff=0.8))
        for opposite in list(by_fold):
            is_meant = opposite in close or rest in opposite.split()  # "masih aktif"
            if is_meant and not _DENIED.fullmatch(opposite):
                del by_fold[opposite]
    found = get_close_matches(folded, by_fold, n=1, cutoff=_CUTOFF)
    return by_fold[found[0]] if found else None
