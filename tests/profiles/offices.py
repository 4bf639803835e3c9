"""Roster folders with an `adhoc.toml`, right and wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from adhoc_cli.profiles.faults import ConfigError
from adhoc_cli.profiles.load import Office, load_office
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.words import LANGUAGES

PANWASCAM = """
[ubah.badan.PANWASCAM]
judul_id = "Panwaslu Kecamatan"
judul_en = "Kecamatan supervisory committee"
unit = "kecamatan"
sinonim = ["panwaslu kecamatan"]
kursi = 3
jabatan = { ketua = 1, anggota = 2 }
"""


def office(folder: Path, text: str | bytes, **options: Any) -> Office:
    """What `folder` says once `text` is its `adhoc.toml`."""
    data = text.encode() if isinstance(text, str) else text
    (folder / "adhoc.toml").write_bytes(data)
    return load_office(folder, **options)


def fault(folder: Path, text: str | bytes, **options: Any) -> ConfigError:
    """The fault of an `adhoc.toml`, which has words in both languages."""
    with pytest.raises(ConfigError) as caught:
        office(folder, text, **options)
    error = caught.value
    for translator in map(Translator, LANGUAGES):
        said = error.said(translator)
        assert said
        assert "{" not in said.replace("{ ", "")
        assert not translator.missing
    return error


def fault_or_none(folder: Path, text: str | bytes) -> ConfigError | None:
    """The fault of an `adhoc.toml` where it has one; anything else that is raised is a bug."""
    try:
        office(folder, text)
    except ConfigError as error:
        return error
    return None
