from __future__ import annotations

from pathlib import Path

import pytest

from adhoc_cli.checklist.place import place_list
from adhoc_cli.output.messages import Message, message_of
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.rules.examples import Example
from adhoc_cli.text.words import Lang
from tests.examples import roster_of
from tests.output.rosters import LANGS, marked


def message(folder: Path, code: str, lang: Lang = "id", *, urgent: bool = False) -> Message:
    change = {"desa:2": {"nama": "*Wono_sari*\n~x~"}}
    contact = {
        "kode_wilayah": "33.23.01",
        "peran": "camat",
        "nama": "Heni",
        "telepon": "081390001234",
    }
    roster = roster_of(folder, Example(change=change, add={"pemangku": (contact,)}))
    speaker = Speaker(lang)
    listed = place_list(roster, marked(), code)
    made = message_of(listed, speaker, urgent=urgent)
    assert not speaker.missing
    assert "Heni" not in made.text
    return made


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_done_is_not_asked_for_again(tmp_path: Path, lang: Lang) -> None:
    text = message(tmp_path, "33.23.01", lang).text
    assert "PPK-01" not in text
    assert "PPK-11" in text
    assert text.count("*") == 2 * 3  # a heading, and two sections


def test_an_urgent_message_holds_what_is_late_or_due(tmp_path: Path) -> None:
    text = message(tmp_path, "33.23.01", urgent=True).text
    assert "PPK-04" in text
    assert "PPK-11" not in text


def test_a_name_is_no_markup(tmp_path: Path) -> None:
    made = message(tmp_path, "33.23.01.2016")
    assert made.text.splitlines()[0] == "*Koordinasi PPS Wonosari↵x*"
    assert made.file == "33.23.01.2016-wono-sari-x.txt"
