"""The commented `adhoc.toml` of a new roster folder.

"# " begins an explanation, "#" alone a setting to switch on by taking the sign away: all of them
switched on together are a valid file that changes nothing but the bodies expected and the totals.
"""

import json
import textwrap
from collections.abc import Iterable, Mapping

from adhoc_cli.models.columns import columns_of
from adhoc_cli.models.rows import MODELS
from adhoc_cli.places.country import Kabupaten, source
from adhoc_cli.profiles.faults import dotted
from adhoc_cli.profiles.model import Body, Profile
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.words import Lang

_HEADER = "NAMA LENGKAP SESUAI KTP"


def settings_text(
    kabupaten: Kabupaten | None,
    profile: Profile,
    places: Mapping[str, int],
    seats: Mapping[str, int],
    lang: Lang,
    named: str,
) -> str:
    """The text of `adhoc.toml`: `places` by kind, `seats` by body, comments in `lang`; `named` is
    the profile as it is chosen there."""
    parts = [
        _head(kabupaten, lang),
        _comment("profile", lang) + f"profil = {_quoted(named)}\n",
        _comment("language", lang) + f"#bahasa = {_quoted(lang)}\n",
        _bodies(profile, lang),
        _totals(profile, places, seats, lang),
        _rules(lang),
        _waivers(kabupaten, profile, lang),
        _letterhead(kabupaten, lang),
        _import(lang),
        _overrides(profile, lang),
    ]
    return "\n".join(part for part in parts if part)


def _comment(key: str, lang: Lang, **values: str) -> str:
    text = _say(f"settings.{key}", lang, **values)
    return "".join(f"# {line}\n" for line in text.split("\n"))


def _head(kabupaten: Kabupaten | None, lang: Lang) -> str:
    place = f": {kabupaten.name} ({kabupaten.code}), {kabupaten.province}" if kabupaten else ""
    text = _comment("title", lang, place=place) + _comment("how", lang)
    if kabupaten:
        text += "#\n" + _comment("source", lang, **source()._asdict())
    text += "#\n" + _comment("files", lang)
    for name, model in MODELS.items():
        if not model.kind.required:
            text += _file_line(f"{name}.csv", columns_of(model))
    return text


def _file_line(name: str, columns: Iterable[str]) -> str:
    """A file and its columns, as its header has them; what does not fit goes on below."""
    said = textwrap.wrap(f"{name}: {', '.join(columns)}", 92)
    return "".join(f"#   {line.replace(', ', ',')}\n" for line in said)


def _bodies(profile: Profile, lang: Lang) -> str:
    standing = [name for name, body in profile.badan.items() if body.selalu]
    others = [name for name, body in profile.badan.items() if body.is_secretariat]
    example = ", ".join(map(_quoted, others or profile.badan))
    return _comment("bodies", lang, standing=", ".join(standing) or "-") + f"#badan = [{example}]\n"


def _totals(
    profile: Profile, places: Mapping[str, int], seats: Mapping[str, int], lang: Lang
) -> str:
    """Seats of the bodies that always stand, where every unit has the same number."""
    units = {
        "kabupaten": (1, "kabupaten/kota"),
        "kecamatan": (places["kecamatan"], "kecamatan"),
        "desa": (sum(places.values()) - places["kecamatan"], "desa/kelurahan"),
    }
    lines = []
    for name, total in seats.items():
        body = profile.badan[name]
        if not body.is_secretariat and body.unit in units and body.kursi.min == body.kursi.maks:
            count, unit = units[body.unit]
            lines.append(f"#{dotted((name,))} = {total}  # {count} {unit} × {body.kursi.min}\n")
    if not lines:
        lines = [f"#{dotted((name,))} = 100\n" for name in profile.badan][:1]
    return _comment("total", lang) + "#[total]\n" + "".join(lines)


def _letterhead(kabupaten: Kabupaten | None, lang: Lang) -> str:
    lines = ["KOMISI PEMILIHAN UMUM"] + ([kabupaten.name.upper()] if kabupaten else [])
    shown = ", ".join(map(_quoted, lines))
    return _comment("letterhead", lang) + f"#[kop]\n#baris = [{shown}]\n"


def _rules(lang: Lang) -> str:
    """A rule that has the severity of the rulebook: switched on, this changes nothing."""
    setting = _say("settings.severity", lang)
    return _comment("rules", lang) + f"#[aturan]\n#V205 = {_quoted(setting)}\n"


def _waivers(kabupaten: Kabupaten | None, profile: Profile, lang: Lang) -> str:
    first = f"{kabupaten.code if kabupaten else '33.23'}.01"
    return _comment("waivers", lang) + (
        "#[[pengecualian]]\n"
        '#kode = "Q401"\n'
        f"#wilayah = {_quoted(first)}\n"
        f"#alasan = {_quoted(_say('settings.reason', lang))}\n"
        f"#sampai = {profile.hari_pemungutan_suara}  # {_say('settings.last_day', lang)}\n"
    )


def _import(lang: Lang) -> str:
    return _comment("import", lang) + f'#[import]\n#peta = {{ {_quoted(_HEADER)} = "nama" }}\n'


def _overrides(profile: Profile, lang: Lang) -> str:
    """The day of the oath of each body that always stands, as the profile has it, and its seats."""
    standing = {name: body for name, body in profile.badan.items() if body.selalu}
    text = _comment("overrides", lang)
    for name, body in (standing or profile.badan).items():
        text += f"#[{dotted(('ubah', 'badan', name))}]\n" + _numbers(body, lang)
    return text


def _numbers(body: Body, lang: Lang) -> str:
    text = f"#mulai = {body.mulai}  # {_say('settings.oath', lang)}\n" if body.mulai else ""
    seats = body.kursi
    if not seats.bila:
        number = seats.min if seats.min == seats.maks else [seats.min, seats.maks]
        text += f"#kursi = {number}  # {_say('settings.seats', lang)}\n"
    return text


def _say(key: str, lang: Lang, **values: str) -> str:
    return Translator(lang).say(key, **values)


def _quoted(text: str) -> str:
    """A text as TOML writes it; JSON's escapes are among TOML's."""
    return json.dumps(text, ensure_ascii=False)
