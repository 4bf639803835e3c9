"""What a cell of `pendidikan` says, as a level: "SMA/sederajat", "MAN 1", "D-III", "S.Pd.".

Of several levels in a cell the highest counts, so that nothing is claimed that may be wrong; a text
that no list here knows has none.
"""

import re
from typing import get_args

from adhoc_cli.profiles.model import Education
from adhoc_cli.text.lazy import lazy_pattern

NO_SCHOOL = 0
# D4 and S1 are the same level (Perpres 8/2012: 6).
_RANKS = {
    "SD": 1, "SMP": 2, "SMA": 3, "D1": 4, "D2": 5, "D3": 6, "D4": 7, "S1": 7, "S2": 8, "S3": 9,
}  # fmt: skip
assert set(_RANKS) == set(get_args(Education))  # noqa: S101 - the ladder of the profiles

# Read from text with case, apostrophes and punctuation taken away: "S.Pd." is "s pd".
_SPELLINGS = {
    "SD": r"sd[nk]?|sdlb|mi|m ?i ?[ns]|sr|sekolah (?:dasar|rakyat)|ibtidai?y?[ay]h|paket a|ula",
    "SMP": r"smp[nk]?|smplb|sltp|m ?ts ?[ns]?|sekolah menengah pertama|tsanawi?y[ay]h|paket b"
    r"|wust?h[ao]",
    "SMA": r"sma[nk]?|smalb|smu[n]?|slta|smk[n]?|smkk|stm|smea|smeck|spg|sgo|pga|spma|spk"
    r"|ma|ma[nks]|m ?a ?[ns]|aliyah|sekolah menengah (?:atas|umum|kejuruan)|paket c|ulya",
    "D1": r"d ?1|d i|diploma (?:1|i|satu)",
    "D2": r"d ?2|d ?ii|diploma (?:2|ii|dua|i ii)",
    "D3": r"d ?3|d ?iii|diploma (?:3|iii|tiga)|akademi|a ?md[a-z]*|(?:s|sarjana) muda",
    "D4": r"d ?4|d ?iv|diploma (?:4|iv|empat)|(?:s|sarjana) tr[a-z]*|sarjana terapan|s ?st",
    "S1": r"s ?1|s i|(?:strata|strata satu|sarjana) ?(?:1|i|satu)|sarjana(?! (?:muda|ter|tr|2|ii))"
    r"|s (?:pd|ag|e|ei|h|hi|hum|i|ik|ip|ikom|kom|ked|kep|keb|km|p|pi|psi|pt|s|si|sn|sos|sy|t|th"
    r"|tp|farm|gz|fil|ars|ak|ab|ap|k ?h)(?: i| sd)?"
    r"|s(?:pd|pdi|ag|e|ei|h|hi|hum|ip|ikom|kom|ked|kep|keb|km|p|psi|pt|s|sos|t|th|thi|tp|farm|gz)",
    "S2": r"s ?2|s ?ii|strata (?:2|ii|dua)|magister|master|pasca ?sarjana"
    r"|m (?:pd|si|h|m|kom|hum|ag|ap|ak|kes|t|e|sos|psi|ikom|ip|sc|kn|p)(?: i)?"
    r"|m(?:pd|pdi|h|m|kom|hum|ag|ap|kes|t|e|sos|sc|kn|ip)",
    "S3": r"s ?3|s ?iii|strata (?:3|iii|tiga)|doktor|ph ?d",
}
_LEVELS = [
    (_RANKS[level], lazy_pattern(rf"\b(?:{words})\b")) for level, words in _SPELLINGS.items()
]
_NEVER = lazy_pattern(r"\b(?:tidak|belum|tdk|blm)(?: pernah)? (?:ber)?sekolah\b")
_NOT_EVEN = lazy_pattern(r"\b(?:tidak|belum|tdk|blm) (?:tamat|lulus) (?:sd|mi|sr|sekolah dasar)\b")
# What is still to be reached, or was not: the level that is named is not the one that is had.
_UNFINISHED = lazy_pattern(
    r"\b(?:tidak|belum|tdk|blm|sedang|masih|calon|putus|proses|mahasiswa|mahasiswi|pelajar|siswa"
    r"|siswi|kelas|do|drop out|bukan)\b"
)


def level_rank(level: str) -> int:
    """The rank of a level of the profiles: SD 1, SMP 2, SMA 3, D1 4, …, S3 9."""
    return _RANKS[level]


def education_rank(text: str) -> int | None:
    """The rank of the highest level that `text` names, `NO_SCHOOL` for less than SD, or None."""
    words = _words(text)
    if _NEVER.search(words) or _NOT_EVEN.search(words):
        return NO_SCHOOL
    if _UNFINISHED.search(words):
        return None
    if words in ("di", "si"):  # "D.I", "S.I"; inside a text these are words
        return _RANKS["D1" if words == "di" else "S1"]
    return max((rank for rank, spelling in _LEVELS if spelling.search(words)), default=None)


def _words(text: str) -> str:
    """`text` in small letters, its words apart by one space; "S.M.A." and "S M A" are one word."""
    plain = re.sub("['’`]", "", text.casefold())
    plain = re.sub(r"(?<=\b[a-z])\.(?=[a-z]\b)", "", plain)
    words = " ".join(re.findall(r"[^\W_]+", plain)).replace("se derajat", "sederajat")
    return re.sub(r"\b(?:[a-z] ){2,}[a-z]\b", lambda found: found[0].replace(" ", ""), words)
