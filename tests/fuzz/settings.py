"""`adhoc.toml` and profiles: any bytes are settings, or one fault with a place and words for it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import adhoc_cli.profiles
from adhoc_cli.profiles.faults import ConfigError, parse
from adhoc_cli.profiles.faults import check as checked
from adhoc_cli.profiles.load import SETTINGS_FILE, load_office
from adhoc_cli.profiles.model import Profile
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.words import LANGUAGES
from tests.fuzz.rosters import Scratch, lines_of

_PROFILE = "x.toml"


@cache
def _scratch() -> Scratch:
    return Scratch({})


@cache
def _law() -> str:
    """A complete profile, for what is written behind it."""
    path = Path(adhoc_cli.profiles.__file__).with_name("pilkada-2024.toml")
    return path.read_text(encoding="utf-8")


def check(data: bytes) -> None:
    """The first byte says whether the others are an `adhoc.toml`, a profile, or the end of one."""
    what, content = (data[0] if data else 0) % 4, data[1:]
    if what == 3:
        content = _law().encode() + content
    try:
        if what < 2:
            (_scratch().path / SETTINGS_FILE).write_bytes(content)
            load_office(_scratch().path)
        else:
            document = parse(content.decode("utf-8", "replace"), _PROFILE)
            checked(Profile, document.tree, document)
    except ConfigError as error:
        _placed(error, content)


def _placed(error: ConfigError, content: bytes) -> None:
    assert error.file in (SETTINGS_FILE, _PROFILE), error.file
    if error.line is not None:
        assert 1 <= error.line <= lines_of(content), (error.key, error.line)
    for lang in LANGUAGES:
        assert error.said(Translator(lang))
