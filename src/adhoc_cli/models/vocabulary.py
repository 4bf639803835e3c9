"""The words for bodies and roles. The bodies of an election come from its profile."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

ROLES: Mapping[str, tuple[str, ...]] = {
    "ketua": (
        "ketua merangkap anggota", "ketua merangkap sebagai anggota", "chair", "chairperson",
        "chairman", "head",
    ),
    "anggota": ("member", "petugas", "angg"),
    "sekretaris": ("secretary", "sekertaris"),
    "staf": (
        "staff", "staf sekretariat", "pelaksana", "staf pelaksana", "staf teknis", "bendahara",
    ),
}  # fmt: skip
DEFAULT_BODIES: Mapping[str, tuple[str, ...]] = {
    "PPK": ("panitia pemilihan kecamatan", "PPD", "panitia pemilihan distrik"),
    "PPS": ("panitia pemungutan suara", "PPG", "panitia pemungutan suara gampong"),
    "KPPS": ("kelompok penyelenggara pemungutan suara",),
    "PANTARLIH": ("petugas pemutakhiran data pemilih", "PPDP"),
    "KETERTIBAN": (
        "petugas ketertiban", "petugas ketertiban TPS", "ketertiban TPS", "linmas", "satlinmas",
        "linmas TPS", "satlinmas TPS", "TPS guard", "trantib", "PAM TPS", "PKTPS", "gastib",
        "gatib", "petugas keamanan TPS",
    ),
    "SEKRETARIAT PPK": ("sekretariat panitia pemilihan kecamatan", "secretariat PPK", "set PPK"),
    "SEKRETARIAT PPS": ("sekretariat panitia pemungutan suara", "secretariat PPS", "set PPS"),
}  # fmt: skip
_OF_A_SECRETARIAT = ("sekretaris", "staf")
_DEFAULT_ROLES: Mapping[str, tuple[str, ...]] = {
    "PANTARLIH": ("anggota",),
    "KETERTIBAN": ("anggota",),
    "SEKRETARIAT PPK": _OF_A_SECRETARIAT,
    "SEKRETARIAT PPS": _OF_A_SECRETARIAT,
}
_DEFAULT_SECRETARIATS = {"PPK": "SEKRETARIAT PPK", "PPS": "SEKRETARIAT PPS"}

_LONGEST = 5  # words of the name of a body
_EMOJI = "\ufe0f"  # behind a tick: shown as a picture


def word_key(text: str) -> str:
    """The spelling of a word that ignores case, spaces and punctuation."""
    return re.sub(r"[\W_]+", "", text).casefold() or text.rstrip(_EMOJI)


@dataclass(frozen=True)
class Vocabulary:
    """Every known spelling of the bodies (body to synonyms) and of the roles.

    `roles_of` gives the roles of each body, `secretariats` the secretariat of a body that has one,
    `words_of_roles` the spellings of each role, `words_of_stakeholders` those of the
    stakeholders that an office adds.
    """

    bodies: Mapping[str, str] = field(
        default_factory=lambda: {body: body for body in DEFAULT_BODIES}
    )
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: DEFAULT_BODIES)
    roles_of: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _DEFAULT_ROLES)
    secretariats: Mapping[str, str] = field(default_factory=lambda: _DEFAULT_SECRETARIATS)
    words_of_roles: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: ROLES)
    words_of_stakeholders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def roles(self) -> dict[str, str]:
        """The roles, each to itself."""
        return {role: role for role in self.words_of_roles}

    @cached_property
    def _body_keys(self) -> dict[str, str]:
        return _keys(self.synonyms)

    @cached_property
    def _role_keys(self) -> dict[str, tuple[str, str | None]]:
        """Roles alone ("ketua") and with a body ("ketua PPK", "Sekretaris PPS", "Pantarlih")."""
        roles = _keys(self.words_of_roles)
        keys: dict[str, tuple[str, str | None]] = {key: (role, None) for key, role in roles.items()}
        for body_key, body in self._body_keys.items():
            if len(only := self.roles_of.get(body, ())) == 1:
                keys[body_key] = (only[0], body)  # the name of the body says it: "Pantarlih"
            for role_key, role in roles.items():
                keys.setdefault(role_key + body_key, (role, self.seat_of(role, body)))
        return keys

    def seat_of(self, role: str, body: str) -> str:
        """The body of a role: a "Sekretaris PPK" sits in the secretariat of the PPK."""
        secretariat = self.secretariats.get(body)
        if secretariat is None or role in self.roles_of.get(body, ()):
            return body
        return secretariat if role in self.roles_of.get(secretariat, ()) else body

    def body(self, text: str) -> str | None:
        """The body that `text` names, or None."""
        return self._body_keys.get(word_key(text))

    def bodies_in(self, text: str) -> set[str]:
        """The bodies in a text, the longest spelling first: "Sekretariat PPK" is not the PPK."""
        words, found, at = re.findall(r"[^\W\d_]+", text), set(), 0
        while at < len(words):
            for length in range(min(_LONGEST, len(words) - at), 0, -1):
                if body := self.body(" ".join(words[at : at + length])):
                    found.add(body)
                    at += length - 1
                    break
            at += 1
        return found

    @cached_property
    def _stakeholder_keys(self) -> dict[str, str]:
        return _keys(self.words_of_stakeholders)

    def stakeholder(self, text: str) -> str | None:
        """The role of a stakeholder that `text` names, or None."""
        return self._stakeholder_keys.get(word_key(text))

    def split(self, text: str) -> tuple[str, str] | None:
        """Role and body of a text that names both ("Ketua PPK"), else None."""
        role, body = self._role_keys.get(word_key(text), ("", None))
        return None if body is None else (role, body)

    def role(self, text: str) -> str | None:
        """The role that `text` names, and behind it the body where that is written too; or None."""
        role, body = self._role_keys.get(word_key(text), (None, None))
        return role if body is None else f"{role} {body}"


def _keys(words: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {
        word_key(spelling): word
        for word, spellings in words.items()
        for spelling in (word, *spellings)
    }
