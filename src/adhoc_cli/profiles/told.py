"""The numbers of a profile as words: what a text says of the law, it says of the profile in use."""

from collections.abc import Iterable, Mapping

from adhoc_cli.profiles.model import Body, Profile, Seats
from adhoc_cli.text.words import Words

_NONE = "-"


def law_words(profile: Profile) -> Mapping[str, Words]:
    """By name what a text may say of the law: `{seats}` is "PPK 5, PPS 3, KPPS 7"."""
    bodies = profile.badan
    chaired = {name: body for name, body in bodies.items() if "ketua" in body.jabatan}
    women = {name: body for name, body in bodies.items() if body.perempuan_min}
    young = {name: body for name, body in bodies.items() if body.usia_min}
    old = {name: body for name, body in bodies.items() if body.usia_maks}
    schooled = {name: body for name, body in bodies.items() if body.pendidikan_min}
    offices = [body for body in bodies.values() if body.is_secretariat]
    return {
        "seats": _same(f"{name} {_number(body.kursi)}" for name, body in chaired.items()),
        "of_women": _names(women),
        "women_share": _same(f"{round(100 * (b.perempuan_min or 0))}%" for b in women.values()),
        "women": Words(
            _same(f"{_needed(b)} dari {b.kursi.maks}" for b in women.values()).id,
            _same(f"{_needed(b)} of {b.kursi.maks}" for b in women.values()).en,
        ),
        "of_least_age": _names(young),
        "least_age": _same(str(body.usia_min) for body in young.values()),
        "of_most_age": _names(old),
        "most_age": _same(str(body.usia_maks) for body in old.values()),
        "of_schooling": _names(schooled),
        "schooling": _same(str(body.pendidikan_min) for body in schooled.values()),
        "secretariat": _either(map(_roles, offices)),
        "secretariat_error_days": _same(
            str(b.kesalahan_hari) for b in offices if b.kesalahan_hari is not None
        ),
        "secretariat_days": _same(str(b.batas_hari) for b in offices if b.batas_hari is not None),
    }


def with_law(text: Words, profile: Profile) -> Words:
    """A text with the numbers of a profile in the place of their names."""
    if "{" not in text.id + text.en:
        return text
    words = law_words(profile)
    return Words(
        text.id.format_map({name: said.id for name, said in words.items()}),
        text.en.format_map({name: said.en for name, said in words.items()}),
    )


def _same(texts: Iterable[str]) -> Words:
    """Each text once, alike in both languages."""
    said = ", ".join(dict.fromkeys(texts)) or _NONE
    return Words(said, said)


def _either(texts: Iterable[Words]) -> Words:
    different = list(dict.fromkeys(texts)) or [Words(_NONE, _NONE)]
    return Words("; ".join(one.id for one in different), "; ".join(one.en for one in different))


def _names(names: Iterable[str]) -> Words:
    """Names in a row: "PPK, PPS, dan KPPS"."""
    *before, last = [*names] or [_NONE]
    if not before:
        return Words(last, last)
    comma = "," if len(before) > 1 else ""
    return Words(f"{', '.join(before)}{comma} dan {last}", f"{', '.join(before)} and {last}")


def _number(seats: Seats) -> str:
    return str(seats.min) if seats.min == seats.maks else f"{seats.min}-{seats.maks}"


def _needed(body: Body) -> int:
    return body.women_needed(body.kursi.maks)


def _roles(body: Body) -> Words:
    """The roles of a body: "1 sekretaris dan 2 staf"."""
    return _names(
        f"{least if least == most else f'{least}-{most}'} {role}"
        for role, (least, most) in body.jabatan.items()
    )
