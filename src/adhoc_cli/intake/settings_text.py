"""The commented `adhoc.toml` of a new roster folder.

"# " begins an explanation, "#" alone a setting to switch on by taking the sign away: all of them
switched on together are a valid file that changes nothing but the bodies expected and the totals.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from adhoc_cli.models.columns import columns_of
from adhoc_cli.models.rows import Bimtek, Pemangku, Tps
from adhoc_cli.profiles.faults import dotted
from adhoc_cli.profiles.model import Body, Profile
from adhoc_cli.regions.places import Kabupaten, source
from adhoc_cli.text.words import Lang, Words

_OTHER_FILES = {"tps.csv": Tps, "bimtek.csv": Bimtek, "pemangku.csv": Pemangku}

_TITLE = Words(
    "Pengaturan adhoc-cli untuk folder ini{place}.",
    "Settings of adhoc-cli for this folder{place}.",
)
_HOW = Words(
    'Baris yang diawali "#" tanpa spasi belum berlaku; hapus tanda itu untuk memakainya.',
    'A line that begins with "#" and no blank is switched off; take the sign away to use it.',
)
_SOURCE = Words(
    "kecamatan.csv dan desa.csv memuat data {dataset}\n({decree}), di bawah "
    "Open Database License 1.0:\nhttps://opendatacommons.org/licenses/odbl/1-0/",
    "kecamatan.csv and desa.csv contain information from {dataset}\n({decree}), under the "
    "Open Database License 1.0:\nhttps://opendatacommons.org/licenses/odbl/1-0/",
)
_FILES = Words(
    "Berkas lain yang dibaca bila ada, dan kolomnya:",
    "Other files that are read where they exist, and their columns:",
)
_PROFILE = Words(
    "Pemilihan: jumlah kursi, syarat, dan tenggatnya. Lihat 'adhoc profiles'.",
    "The election: its seats, requirements and deadlines. See 'adhoc profiles'.",
)
_LANGUAGE = Words(
    'Bahasa keluaran, "id" atau "en", bila --lang dan ADHOC_LANG tidak menentukannya.',
    'Language of the output, "id" or "en", where --lang and ADHOC_LANG do not say.',
)
_BODIES = Words(
    "Badan yang diperiksa sebelum ada barisnya. Yang selalu diperiksa: {standing}.",
    "Bodies to check before a row of them is there. Always checked: {standing}.",
)
_TOTAL = Words(
    "Jumlah anggota aktif yang seharusnya ada di seluruh wilayah ini (aturan Q407).",
    "The number of active members there should be in all of this area (rule Q407).",
)
_LETTERHEAD = Words(
    "Kop lembar yang dicetak 'adhoc checklist print', baris demi baris.",
    "Letterhead of the sheets that 'adhoc checklist print' makes, line by line.",
)
_RULES = Words(
    'Bobot aturan di sini: "mati", "kesalahan", "peringatan", atau "catatan".\n'
    "Lihat 'adhoc rules'.",
    'Severity of a rule here: "off", "error", "warning" or "info".\nSee \'adhoc rules\'.',
)
_WAIVERS = Words(
    "Temuan yang diketahui dan diterima sampai suatu hari: satu aturan, di satu wilayah, tentang\n"
    "satu orang (NIK atau nama), atau keduanya. Dihitung dan ditampilkan pada setiap laporan.",
    "Findings that are known and accepted until a day: of one rule, about one place, one person\n"
    "(NIK or name), or both. They are counted and shown in every report.",
)
_REASON = Words("Pengganti menunggu pelantikan", "The successor waits for the oath")
_LAST_DAY = Words("hari terakhir berlakunya", "the last day on which it counts")
_IMPORT = Words(
    "Judul kolom di berkas kantor ini, dan kolom yang dimaksud ('adhoc import').",
    "Headers in the files of this office, and the columns they are ('adhoc import').",
)
_HEADER = "NAMA LENGKAP SESUAI KTP"
_OVERRIDES = Words(
    "Angka setempat yang menggantikan angka profil, kunci demi kunci.",
    "Local numbers in place of the profile's, key for key.",
)
_OATH = Words("hari pelantikan di sini", "the day of the oath here")
_SEATS = Words("kursi tiap wilayah", "seats of each place")


def settings_text(
    kabupaten: Kabupaten | None,
    profile: Profile,
    places: Mapping[str, int],
    seats: Mapping[str, int],
    lang: Lang,
) -> str:
    """The text of `adhoc.toml`: `places` by kind, `seats` by body, comments in `lang`."""
    parts = [
        _head(kabupaten, lang),
        _said(_PROFILE, lang) + f"profil = {_quoted(profile.nama)}\n",
        _said(_LANGUAGE, lang) + f"#bahasa = {_quoted(lang)}\n",
        _bodies(profile, lang),
        _totals(profile, places, seats, lang),
        _rules(lang),
        _waivers(kabupaten, profile, lang),
        _letterhead(kabupaten, lang),
        _import(lang),
        _overrides(profile, lang),
    ]
    return "\n".join(part for part in parts if part)


def _said(words: Words, lang: Lang, **values: str) -> str:
    text = words.in_(lang).format(**values)
    return "".join(f"# {line}\n" for line in text.split("\n"))


def _head(kabupaten: Kabupaten | None, lang: Lang) -> str:
    place = f": {kabupaten.name} ({kabupaten.code}), {kabupaten.province}" if kabupaten else ""
    text = _said(_TITLE, lang, place=place) + _said(_HOW, lang)
    if kabupaten:
        text += "#\n" + _said(_SOURCE, lang, **source()._asdict())
    text += "#\n" + _said(_FILES, lang)
    for name, model in _OTHER_FILES.items():
        text += f"#   {name}: {','.join(columns_of(model))}\n"
    return text


def _bodies(profile: Profile, lang: Lang) -> str:
    standing = [name for name, body in profile.badan.items() if body.selalu]
    others = [name for name, body in profile.badan.items() if body.is_secretariat]
    example = ", ".join(map(_quoted, others or profile.badan))
    return _said(_BODIES, lang, standing=", ".join(standing) or "-") + f"#badan = [{example}]\n"


def _totals(
    profile: Profile, places: Mapping[str, int], seats: Mapping[str, int], lang: Lang
) -> str:
    """Seats of the bodies that always stand, where every unit has the same number."""
    units = {
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
    return _said(_TOTAL, lang) + "#[total]\n" + "".join(lines)


def _letterhead(kabupaten: Kabupaten | None, lang: Lang) -> str:
    lines = ["KOMISI PEMILIHAN UMUM"] + ([kabupaten.name.upper()] if kabupaten else [])
    shown = ", ".join(map(_quoted, lines))
    return _said(_LETTERHEAD, lang) + f"#[kop]\n#baris = [{shown}]\n"


def _rules(lang: Lang) -> str:
    """A rule that has the severity of the rulebook: switched on, this changes nothing."""
    setting = Words("peringatan", "warning").in_(lang)
    return _said(_RULES, lang) + f"#[aturan]\n#V205 = {_quoted(setting)}\n"


def _waivers(kabupaten: Kabupaten | None, profile: Profile, lang: Lang) -> str:
    first = f"{kabupaten.code if kabupaten else '33.23'}.01"
    return _said(_WAIVERS, lang) + (
        "#[[pengecualian]]\n"
        '#kode = "Q401"\n'
        f"#wilayah = {_quoted(first)}\n"
        f"#alasan = {_quoted(_REASON.in_(lang))}\n"
        f"#sampai = {profile.hari_pemungutan_suara}  # {_LAST_DAY.in_(lang)}\n"
    )


def _import(lang: Lang) -> str:
    return _said(_IMPORT, lang) + f'#[import]\n#peta = {{ {_quoted(_HEADER)} = "nama" }}\n'


def _overrides(profile: Profile, lang: Lang) -> str:
    """The day of the oath of each body that always stands, as the profile has it, and its seats."""
    standing = {name: body for name, body in profile.badan.items() if body.selalu}
    text = _said(_OVERRIDES, lang)
    for name, body in (standing or profile.badan).items():
        text += f"#[{dotted(('ubah', 'badan', name))}]\n" + _numbers(body, lang)
    return text


def _numbers(body: Body, lang: Lang) -> str:
    text = f"#mulai = {body.mulai}  # {_OATH.in_(lang)}\n" if body.mulai else ""
    seats = body.kursi
    if not seats.bila:
        number = seats.min if seats.min == seats.maks else [seats.min, seats.maks]
        text += f"#kursi = {number}  # {_SEATS.in_(lang)}\n"
    return text


def _quoted(text: str) -> str:
    """A text as TOML writes it; JSON's escapes are among TOML's."""
    return json.dumps(text, ensure_ascii=False)
