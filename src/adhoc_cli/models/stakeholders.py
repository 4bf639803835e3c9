"""Whom PPK and PPS meet: how each is spelt, where they serve, and which kind of village has one."""

from typing import Literal, NamedTuple

from adhoc_cli.models.codes import Level
from adhoc_cli.models.vocabulary import word_key


class Stakeholder(NamedTuple):
    """A role beside the election's own: its other spellings, with "|" between; the `level` it
    serves at (None: either); the kind of village that alone has one (`only`, Permendagri 58/2021;
    None: each); whether it is the `head` of its place."""

    spellings: str
    level: Level | None = None
    only: Literal["desa", "kelurahan"] | None = None
    head: bool = False

    def keys_of(self, role: str) -> set[str]:
        """The keys of all spellings of the role."""
        return {word_key(spelling) for spelling in (role, *self.spellings.split("|"))}

    def is_at(self, kind: str) -> bool:
        """Whether a place of this kind can have one: a "desa adat" has what a desa has."""
        return self.only is None or (self.only == "kelurahan") == (kind == "kelurahan")


ROLES = {
    "camat": Stakeholder("kepala distrik|kadistrik", "kecamatan", head=True),
    "kapolsek": Stakeholder("polsek|kapolsubsektor", "kecamatan"),
    "danramil": Stakeholder("koramil|danposramil|dan posramil", "kecamatan"),
    "puskesmas": Stakeholder("kepala puskesmas|kapus", "kecamatan"),
    "panwascam": Stakeholder("panwaslu kecamatan|panwaslucam|panwaslu distrik", "kecamatan"),
    "kades": Stakeholder(
        "kepala desa|keuchik|geuchik|wali nagari|perbekel|kuwu|pambakal|peratin|hukum tua|sangadi"
        "|kepala kampung|kepala pekon|kepala tiyuh|kepala lembang",
        "desa",
        "desa",
        head=True,
    ),
    "lurah": Stakeholder("kepala kelurahan", "desa", "kelurahan", head=True),
    "PKD": Stakeholder("panwaslu desa|panwaslu kelurahan|panwaslu kelurahan/desa", "desa"),
    "bhabinkamtibmas": Stakeholder("babinkamtibmas", "desa"),
    "babinsa": Stakeholder("bintara pembina desa", "desa"),
    "BPD": Stakeholder("badan permusyawaratan desa", "desa", "desa"),
    "sekcam": Stakeholder("sekretaris kecamatan|sekretaris camat", "kecamatan"),
    "sekdes": Stakeholder("sekretaris desa|carik", "desa", "desa"),
    "KUA": Stakeholder("kepala kua", "kecamatan"),
    "bidan": Stakeholder("bidan desa", "desa"),
    "ketua RT/RW": Stakeholder("rt|rw|rt/rw"),
    "sekda": Stakeholder("sekretaris daerah", "kabupaten"),
    "kesbangpol": Stakeholder("badan kesbangpol|bakesbangpol|kantor kesbangpol", "kabupaten"),
    "dinas kesehatan": Stakeholder("dinkes|kepala dinas kesehatan", "kabupaten"),
    "BPJS Ketenagakerjaan": Stakeholder("bpjs|bpjamsostek|bpjs tk", "kabupaten"),
    "lainnya": Stakeholder("lain-lain|other"),
}
# Whom the vacancy of a place concerns where nobody stands in reserve, the nearest first.
HEADS = tuple(role for role, about in ROLES.items() if about.head)
_ANY = Stakeholder("")
_SPELT = {role.casefold(): role for role in ROLES}


def spelt(role: str) -> str:
    """A role as the field spells it, "PKD" for "pkd"; one of an office's own as it stands."""
    return _SPELT.get(role.casefold(), role)


def stakeholder(role: str) -> Stakeholder:
    """What is known of a role; of an office's own, nothing."""
    return ROLES.get(role, _ANY)


def role_named(word: str) -> str:
    """The role that `word` spells; an office's own as one key of it."""
    key = word_key(word)
    return next((role for role, about in ROLES.items() if key in about.keys_of(role)), key)
