"""The options with which rejected rows come home as they are: a word said to mean another one, a
value said to hold for every row.

What is named is never done: whoever types it says that the word means that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from adhoc_cli.intake.result import Fault, Reject
from adhoc_cli.models.contents import is_ditto
from adhoc_cli.text.personal import is_personal

_LONGEST = 60  # characters of a word
_MOST = 6  # options of one command; more of them are typed into the file faster
# What a word most often means where nothing in the file says it: the sexes as the registry numbers
# them.
_USUAL: Mapping[tuple[str, str], str] = {
    ("jenis_kelamin", "1"): "L",
    ("jenis_kelamin", "2"): "P",
    ("jenis_kelamin", "P"): "perempuan",
}
# A value that shows how a column is set for every row.
_EXAMPLES: Mapping[str, str] = {
    "badan": "PPS", "jabatan": "anggota", "kegiatan": "Bimtek PPS", "tanggal": "2024-05-26",
    "peran": "camat",
}  # fmt: skip


class Option(NamedTuple):
    """An option as it is typed, and what a row then says; `likely` where the word itself tells."""

    name: str
    value: str
    means: str
    likely: bool = True


def option_of(fault: Fault) -> Option | None:
    """The option that takes a fault away, None where only the cell can be mended."""
    if fault.key == "value_unknown":
        return _word(fault)
    if fault.key == "missing" and (means := _EXAMPLES.get(fault.column or "")):
        return Option("--set", f"{fault.column}={means}", means)
    return None


def options_of(rejects: Iterable[Reject]) -> list[str]:
    """The words of the likely options that bring these rows home; none where there are too many."""
    options = (option_of(one.fault) for one in rejects)
    found = dict.fromkeys(option for option in options if option and option.likely)
    words = [word for option in found for word in (option.name, option.value)]
    return words if len(found) <= _MOST else []


def _word(fault: Fault) -> Option | None:
    found, known = fault.params.get("found"), fault.params.get("known", "")
    if not isinstance(found, str) or "…" in known or "…" in found or " + " in found:
        return None  # personal, a number, cut off, or marked twice
    if len(found) > _LONGEST:
        return None  # nobody types it
    if is_ditto(found) or is_personal(found):
        return None  # another word in every row, or what is masked and nobody's word at all
    usual = _USUAL.get((fault.column or "", found.upper())) or fault.params.get("nearest")
    means = usual or known.partition(",")[0]
    return Option("--map-value", f"{fault.column}:{found}={means}", means, likely=bool(usual))
