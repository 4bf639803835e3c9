"""Codes of places as Kemendagri writes them: PP.KK.CC for a kecamatan, PP.KK.CC.VVVV for a desa.

Source: Permendagri 58/2021; the fourth part begins with 1 (kelurahan), 2 (desa) or 3 (desa adat).
"""

from __future__ import annotations

import re

_CODE = re.compile(r"([0-9]{2})\.?([0-9]{2})\.?([0-9]{2})(?:\.?([0-9]{4}))?")
SURE_KECAMATAN_CODE = r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}"
SURE_DESA_CODE = SURE_KECAMATAN_CODE + r"\.[0-9]{4}"
SURE_CODE = SURE_KECAMATAN_CODE + r"(?:\.[0-9]{4})?"

KECAMATAN_LENGTH = len("33.23.01")
DESA_LENGTH = len("33.23.01.2001")


def dotted(text: str) -> str | None:
    """The code in `text`, dotted; None when it is no code of a kecamatan or desa."""
    match = _CODE.fullmatch(text)
    if match is None:
        return None
    return ".".join(part for part in match.groups() if part is not None)


def kecamatan_of(code: str) -> str:
    """The code of the kecamatan that the place `code` (dotted) is or lies in."""
    return code[:KECAMATAN_LENGTH]
