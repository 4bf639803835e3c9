"""The commented `adhoc.toml` of a new roster folder: `settings.toml` beside this module, filled in.

"# " begins an explanation, "#" alone a setting to switch on by taking the sign away: all of them
switched on together are a valid file that changes nothing but the bodies expected and the totals.
The severity there is that of the rulebook.
"""

import json
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path

from adhoc_cli.models.columns import columns_of
from adhoc_cli.models.rows import MODELS
from adhoc_cli.places.country import Kabupaten, source
from adhoc_cli.profiles.faults import dotted
from adhoc_cli.profiles.model import Profile
from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.words import Lang

_FILE = Path(__file__).with_name("settings.toml")
_KEY = lazy_pattern(r"\{(\w+)\}")  # of a value below, else of a text `settings.…`


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
    translator, office = Translator(lang), kabupaten
    standing = [name for name, body in profile.badan.items() if body.selalu]
    others = [name for name, body in profile.badan.items() if body.is_secretariat]
    about = {
        "place": f": {office.name} ({office.code}), {office.province}" if office else "",
        "standing": ", ".join(standing) or "-",
        **source()._asdict(),
    }

    def say(key: str) -> str:
        return translator.say(f"settings.{key}", **about).replace("\n", "\n# ")

    values = {
        "source": f"\n#\n# {say('source')}" if office else "",
        "other_files": "\n#   ".join(_other_files()),
        "named": _quoted(named),
        "lang": lang,
        "body_names": _quoted(others or list(profile.badan)),
        "totals": "\n#".join(_totals(profile, places, seats)),
        "code": office.code if office else "33.23",
        "voting_day": str(profile.hari_pemungutan_suara),
        "lines": _quoted(["KOMISI PEMILIHAN UMUM", *([office.name.upper()] if office else [])]),
        "numbers": "\n#".join(_numbers(profile, standing, say("oath"), say("seats"))),
    }
    template = _FILE.read_text(encoding="utf-8")
    return _KEY.sub(lambda key: values[key[1]] if key[1] in values else say(key[1]), template)


def _other_files() -> Iterator[str]:
    """The files that need not be there, and their columns as a header has them; what does not fit
    goes on below."""
    for name, model in MODELS.items():
        if not model.kind.required:
            columns = ", ".join(columns_of(model))
            said = textwrap.wrap(f"{name}.csv: {columns}", 92)
            yield from (line.replace(", ", ",") for line in said)


def _totals(profile: Profile, places: Mapping[str, int], seats: Mapping[str, int]) -> list[str]:
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
            lines.append(f"{dotted((name,))} = {total}  # {count} {unit} × {body.kursi.min}")
    return lines or [f"{dotted((name,))} = 100" for name in profile.badan][:1]


def _numbers(profile: Profile, standing: list[str], of_oath: str, of_seats: str) -> Iterator[str]:
    """The day of the oath of each body that always stands, as the profile has it, and its seats."""
    for name in standing or profile.badan:
        body, seats = profile.badan[name], profile.badan[name].kursi
        yield f"[{dotted(('ubah', 'badan', name))}]"
        if body.mulai:
            yield f"mulai = {body.mulai}  # {of_oath}"
        if not seats.bila:
            number = seats.min if seats.min == seats.maks else [seats.min, seats.maks]
            yield f"kursi = {number}  # {of_seats}"


def _quoted(text: str | list[str]) -> str:
    """A text, or several, as TOML writes it; JSON's escapes are among TOML's."""
    return json.dumps(text, ensure_ascii=False)
