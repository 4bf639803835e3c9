"""What is said of a fault that an import found, by its key and data; the texts are `import.…`.

To them belong the options with which rejected rows come home as they are: a word said to mean
another one, a value said to hold for every row. What is named is never done: whoever types it says
that the word means that.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from adhoc_cli.intake.result import Fault, Reject
from adhoc_cli.models.contents import is_ditto
from adhoc_cli.text.personal import is_personal, shortened
from adhoc_cli.text.shell import command_line
from adhoc_cli.text.translator import Translator

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


# -- texts -----------------------------------------------------------------------------------------

# Faults that are mended as another one is.
_FIX_OF = {
    "place_lost": "place_missing", "place_unknown_within": "place_unknown",
    "code_unknown": "place_unknown", "level_kabupaten": "level",
    "level_kecamatan": "level", "level_desa": "level", "already_nik": "already",
    "already_member": "already", "already_name": "already", "already_row": "already",
}  # fmt: skip
_QUOTED, _HEADER = 100, 200  # characters of a cell or a line, of a header


class ReasonText(NamedTuple):
    """Why a row is rejected, and what to do about it."""

    why: str
    fix: str


def fault_text(fault: Fault, translator: Translator, *, options: bool = True) -> ReasonText:
    """The words for a fault, with the `options` of an import that would mend it."""
    meant = fault.params.get("candidates") or fault.params.get("nearest") or ""
    params = {"column": fault.column or "", **_brief(fault.params, _QUOTED), "meant": meant}
    variant = _variant(fault, translator)
    why = translator.say(f"import.reason.{variant}", **params)
    fix = translator.say(_fix_key(fault, variant, translator, meant=bool(meant)), **params)
    if options and (option := option_of(fault)) is not None:
        typed = command_line([option.name, option.value])
        fix += " " + translator.say("import.fix.option", means=option.means, option=typed)
    return ReasonText(why, fix)


def _fix_key(fault: Fault, variant: str, translator: Translator, *, meant: bool) -> str:
    of_variant = translator.has(f"import.fix.{variant}")
    key = variant if of_variant else _FIX_OF.get(fault.key, fault.key)
    if meant and translator.has(f"import.fix.{key}_meant"):
        return f"import.fix.{key}_meant"
    return f"import.fix.{key}" if translator.has(f"import.fix.{key}") else "import.fix.other"


def refused_text(key: str, params: Mapping[str, Any], translator: Translator) -> str:
    """The words for a refused import (`ImportRefused`)."""
    shown = _brief(params, _HEADER)
    sheet = params.get("sheet")
    shown["sheet_shown"] = f" ({sheet})" if sheet else ""
    if key in ("large", "unpacked"):
        shown |= {k: _size(params[k]) for k in ("size", "limit") if k in params}
    if key == "other_format":
        found = f"import.found.{params['found']}"
        known = translator.has(found)
        shown["found"] = translator.say(found) if known else str(params["found"]).upper()
    variant = f"{key}.{params.get('variant')}"
    known = translator.has(f"import.refused.{variant}")
    return translator.say(f"import.refused.{variant if known else key}", **shown)


def _brief(params: Mapping[str, Any], most: int) -> dict[str, Any]:
    """The data of a text, with what is quoted of a file only as far as a sentence quotes it."""
    quoted = {key: params[key] for key in ("found", "several") if isinstance(params.get(key), str)}
    return {**params, **{key: shortened(text, most) for key, text in quoted.items()}}


def skipped_text(reason: Fault, translator: Translator) -> str:
    """Why a sheet was not read."""
    return translator.say(f"import.skipped.{reason.key}", **_brief(reason.params, _HEADER))


def _variant(fault: Fault, translator: Translator) -> str:
    if fault.key == "bps_code" and not fault.params.get("found"):
        return "bps_code.none"
    for name in ("variant", "damage", "fault"):
        key = f"{fault.key}.{fault.params.get(name)}"
        if translator.has(f"import.reason.{key}"):
            return key
    return fault.key


def _size(count: int) -> str:
    """A number of bytes as people say it."""
    if count < 1 << 20:
        return f"{max(count >> 10, 1)} KiB"
    return f"{count >> 20} MiB"
