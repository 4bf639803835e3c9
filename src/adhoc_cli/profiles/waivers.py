"""What `adhoc.toml` may say of rules: `[aturan]`, their severity, and `[[pengecualian]]`, waivers.

    [aturan]
    V205 = "nonaktif"                # or "kesalahan", "peringatan", "catatan"

    [[pengecualian]]
    kode = "Q401"
    wilayah = "33.23.01.2001"        # that place itself, not the places within it
    alasan = "Calon PAW dilantik 20 Juni"
    sampai = 2024-06-30              # the last day on which it counts

Which rules there are is not known here: the codes are looked up where rules are chosen.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, StringConstraints, model_validator

from adhoc_cli.models.codes import dotted_at_any_level
from adhoc_cli.models.names import name_key
from adhoc_cli.profiles.parts import Day, Part, Word, fault
from adhoc_cli.text.lazy import lazy_pattern

__all__ = ["Setting", "Waiver", "Waivers"]

_NIK = 16  # digits
_AROUND_DIGITS = lazy_pattern(r"[\s.'’-]")
# What an office may make of a rule, in either language.
Setting = Literal[
    "nonaktif", "mati", "kesalahan", "peringatan", "catatan", "off", "error", "warning", "info"
]  # fmt: skip
_Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _place(text: str) -> str:
    code = dotted_at_any_level(text)
    if code is None:
        raise fault("place_code")
    return code


def _person(text: str) -> str:
    digits = _AROUND_DIGITS.sub("", text)
    if not (digits.isascii() and digits.isdigit()):
        return text
    if len(digits) != _NIK:
        raise fault("nik_or_name")
    return digits


class Waiver(Part):
    """A finding that an office knows of and accepts until a day, with the reason.

    It covers the findings of one rule about one place, one person, or that person in that place. A
    person is named by the NIK, or by the name in any usual spelling.
    """

    kode: Word
    wilayah: Annotated[_Said, AfterValidator(_place)] | None = None
    orang: Annotated[_Said, AfterValidator(_person)] | None = None
    alasan: _Said
    sampai: Day

    @model_validator(mode="after")
    def _of_something(self) -> Waiver:
        if self.wilayah is None and self.orang is None:
            raise fault("place_or_person")
        return self

    @property
    def nik(self) -> str | None:
        """The NIK that names the person, where one does."""
        return self.orang if self.orang and self.orang.isdigit() else None

    @property
    def name_key(self) -> str | None:
        """The key of the name that names the person, where one does."""
        return name_key(self.orang) if self.orang and self.nik is None else None


def _in_double_brackets(value: Any) -> Any:
    if isinstance(value, Mapping):
        raise fault("double_brackets")
    return value


Waivers = Annotated[tuple[Waiver, ...], BeforeValidator(_in_double_brackets)]
