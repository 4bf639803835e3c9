"""What is said of a fault that an import found, by its key and data; the texts are `import.…`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from adhoc_cli.intake.going_on import option_of
from adhoc_cli.intake.result import Fault
from adhoc_cli.text.personal import shortened
from adhoc_cli.text.shell import command_line
from adhoc_cli.text.translator import Translator

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
