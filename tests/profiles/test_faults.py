"""Every fault of an `adhoc.toml` has its file, line and key, and words in both languages."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adhoc_cli.profiles.faults import ConfigError
from adhoc_cli.profiles.load import load_office, load_profile, profile_names
from adhoc_cli.profiles.model import Body
from adhoc_cli.text.translator import Translator
from tests.profiles.offices import fault, fault_or_none, office


@pytest.mark.parametrize(
    ("text", "key", "nearest", "line"),
    [
        ('profile = "pemilu-2024"', "profile", "profil", 1),
        ("\n\nbdan = []", "bdan", "badan", 3),
        ("[ubah]\nbdan = {}", "ubah.bdan", "badan", 2),
        ("[ubah.badan.PPS]\nkursii = 4", "ubah.badan.PPS.kursii", "kursi", 2),
        ("[ubah.badan.PPS.kursi]\nmin = 3\nmaks = 3\nmaxs = 3",
         "ubah.badan.PPS.kursi.maxs", "maks", 4),
        ("[ubah.badan.PPS.kursi]\nmin = 3\nmaks = 3\nbila = [{ lebih_dari = 4, kursy = 2 }]",
         "ubah.badan.PPS.kursi.bila.kursy", "kursi", 4),
        ('[ubah.badan."SEKRETARIAT PPK"]\n# days\nbatas_har = 3\nkursy = 3',
         'ubah.badan."SEKRETARIAT PPK".batas_har', "batas_hari", 3),
        ("[ubah.badan.PPS.sumber.kursi]\ndasar = 'x'\ntingkat = 'A'\ncatatan = 'x'",
         "ubah.badan.PPS.sumber.kursi.catatan", "catatan_id", 4),
        ("[ubah.badan.PPS.bimtek]\nkegiatan = 'x'\nnama = 'x'",
         "ubah.badan.PPS.bimtek.nama", "", 3),
    ],
)  # fmt: skip
def test_an_unknown_key(tmp_path: Path, text: str, key: str, nearest: str, line: int) -> None:
    error = fault(tmp_path, text)
    assert error.key == "config.unknown_key"
    assert error.params["key"] == key
    assert error.params["nearest"] == nearest
    assert error.params["known"]
    assert (error.file, error.line) == ("adhoc.toml", line)


@pytest.mark.parametrize(
    ("text", "key", "expected", "line"),
    [
        ("profil = 3", "profil", "text", 1),
        ("profil = ''", "profil", "not_empty", 1),
        ("\nbahasa = 'de'", "bahasa", "one_of", 2),
        ("badan = 'PPK'", "badan", "list", 1),
        ("[badan.PPS]\nkursi = 4", "badan", "list", 1),
        ("badan = [3]", "badan", "text", 1),
        ("total = 100", "total", "table", 1),
        ("[total]\nPPS = 867\nPPK = '100'", "total.PPK", "whole_number", 3),
        ("[total]\nPPK = true", "total.PPK", "whole_number", 2),
        ("[total]\nPPK = 100.0", "total.PPK", "whole_number", 2),
        ("[total]\nPPK = -1", "total.PPK", "at_least", 2),
        ("ubah = 3", "ubah", "table", 1),
        ("[ubah]\nbadan = 3", "ubah.badan", "table", 2),
        ("[ubah.badan]\nPPS = 3", "ubah.badan.PPS", "table", 2),
        ("[ubah.badan.PPS]\nkursi = true", "ubah.badan.PPS.kursi", "seats", 2),
        ("[ubah.badan.PPS]\nkursi = '4'", "ubah.badan.PPS.kursi", "seats", 2),
        ("[ubah.badan.PPS]\nkursi = -4", "ubah.badan.PPS.kursi", "at_least", 2),
        ("[ubah.badan.PPS]\njabatan.ketua = true", "ubah.badan.PPS.jabatan.ketua", "range", 2),
        ("[ubah.badan.PPS.jabatan]\nketau = 1", "ubah.badan.PPS.jabatan.ketau", "one_of", 2),
        ("[ubah.badan.PPS]\nmulai = '2024-05-26'", "ubah.badan.PPS.mulai", "election_day", 2),
        ("[ubah.badan.PPS]\nmulai = 2024-05-26T09:00:00", "ubah.badan.PPS.mulai", "day", 2),
        ("[ubah.badan.PPS]\nmulai = 9999-12-31", "ubah.badan.PPS.mulai", "at_most", 2),
        ("[ubah.badan.PPS]\nselalu = 'ya'", "ubah.badan.PPS.selalu", "true_false", 2),
        ("[ubah.badan.PPS]\nperempuan_min = '30%'", "ubah.badan.PPS.perempuan_min", "number", 2),
        ("[ubah.badan.PPS]\nperempuan_min = 30", "ubah.badan.PPS.perempuan_min", "at_most", 2),
        ("[ubah.badan.PPS]\nunit = 'rw'", "ubah.badan.PPS.unit", "one_of", 2),
        ("[ubah.badan.PPS]\nsinonim = ['linmas']", "ubah.badan.KETERTIBAN.sinonim",
         "synonym_taken", 1),
        ("[ubah.badan.PPS]\nsekretariat_dari = 'PPX'", "ubah.badan.PPS.sekretariat_dari",
         "one_of", 2),
        ("[ubah.badan.PPS]\nmulai = 2024-05-26\nselesai = 2024-05-25",
         "ubah.badan.PPS.selesai", "ends_before_it_begins", 3),
        ("[ubah.badan.PPS]\nmulai = 2025-05-26",
         "ubah.badan.PPS.selesai", "ends_before_it_begins", 1),
    ],
)  # fmt: skip
def test_a_wrong_value(tmp_path: Path, text: str, key: str, expected: str, line: int) -> None:
    error = fault(tmp_path, text)
    assert error.key == "config.value"
    assert (error.params["key"], error.params["expected"]) == (key, expected)
    assert (error.file, error.line) == ("adhoc.toml", line)


WRONG = ["true", "'x'", "''", "-1", "1.5", "2024-01-01", "[]", "[1]", "['x']", "{}", "{ x = 1 }",
         "10:00:00", "nan", "99999999999999999999", "[[1]]", "[{ x = 1 }]"]  # fmt: skip


@pytest.mark.parametrize("value", WRONG)
@pytest.mark.parametrize("key", Body.model_fields)
def test_no_value_of_any_kind_ends_in_a_traceback(tmp_path: Path, key: str, value: str) -> None:
    """Each is accepted or refused at its line, for a reason with words of its own."""
    error = fault_or_none(tmp_path, f"[ubah.badan.PPS]\n{key} = {value}\n")
    if error is not None:
        assert error.file == "adhoc.toml"
        assert error.line in {1, 2}
        assert error.params.get("expected") != "other"


def test_a_missing_key_is_named_with_the_section(tmp_path: Path) -> None:
    error = fault(tmp_path, "\n[ubah.badan.PPS.kursi]\nmin = 4\n")
    assert (error.key, error.params["key"]) == ("config.missing_key", "ubah.badan.PPS.kursi.maks")
    assert error.line == 2


def test_a_misspelt_body_is_not_taken_for_a_new_one(tmp_path: Path) -> None:
    error = fault(tmp_path, "[ubah.badan.PSS]\nkursi = 4")
    assert error.key == "config.new_body"
    assert (error.params["name"], error.params["nearest"]) == ("PSS", "PPS")
    assert (error.params["missing"], error.line) == ("judul_id", 1)


@pytest.mark.parametrize(
    ("text", "key", "name", "nearest", "line"),
    [
        ('badan = ["KPPS", "SEKRETARIAT PPKK"]', "badan", "SEKRETARIAT PPKK", "SEKRETARIAT PPK", 1),
        ("\ntotal = { PSS = 867 }", "total", "PSS", "PPS", 2),
        ("[total]\nPPK = 100\n'SEKRETARIAT  PPS' = 1", "total", "SEKRETARIAT  PPS",
         "SEKRETARIAT PPS", 3),
        ("badan = ['ppk']", "badan", "ppk", "PPK", 1),
        ("badan = ['linmas']", "badan", "linmas", "KETERTIBAN", 1),
        ("badan = ['DPRD Kabupaten']", "badan", "DPRD Kabupaten", "", 1),
    ],
)  # fmt: skip
def test_an_unknown_body(
    tmp_path: Path, text: str, key: str, name: str, nearest: str, line: int
) -> None:
    error = fault(tmp_path, text)
    assert error.key == "config.body"
    assert (error.params["key"], error.params["name"]) == (key, name)
    assert error.params["nearest"] == nearest
    assert (error.file, error.line) == ("adhoc.toml", line)


def test_an_unknown_profile(tmp_path: Path) -> None:
    error = fault(tmp_path, 'bahasa = "id"\nprofil = "pilkada-2042"')
    assert (error.key, error.params["nearest"]) == ("config.profile", "pilkada-2024")
    assert error.params["known"] == ", ".join(profile_names())
    assert error.place == "adhoc.toml:2"


@pytest.mark.parametrize("name", ["pilkada", "", "../load", "pilkada-2024.toml", "PILKADA-2024"])
def test_an_unknown_profile_of_the_command_line(tmp_path: Path, name: str) -> None:
    if name:  # an empty option is no option
        error = fault(tmp_path, "", profile=name)
        assert (error.key, error.file, error.line) == ("config.profile", None, None)
        assert error.place == ""
    with pytest.raises(ConfigError):
        load_profile(name)


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("profil = pemilu-2024", "value", 1),
        ("\nprofil 'x'", "equals", 2),
        ("profil", "equals", 1),
        ("profil =", "value", 1),
        ("profil = 'x", "unclosed", 1),
        ("\nbadan = [\n'PPK',\n", "unclosed", 3),
        ("ubah = { a = 1", "unclosed", 1),
        ("bahasa = 'id' badan = []", "one_a_line", 1),
        ("bahasa = 'id'\nbahasa = 'en'", "twice", 2),
        ("[ubah]\n[ubah]", "twice", 2),
        ("bahasa = 1\n[bahasa.x]", "twice", 2),
        ("ubah = { a = 1, a = 2 }", "twice", 1),
        ("\n\n= 3", "statement", 3),
        ("[ubah.badan.SEKRETARIAT PPK]", "unclosed", 1),
        ("x = 2024-02-31", "value", 1),
        ("x = '\x01'", "character", 1),
        ("x = \"\\q\"", "value", 1),
        ("bahasa = 'id'\rbadan = []", "one_a_line", 1),
    ],
)  # fmt: skip
def test_faulty_toml(tmp_path: Path, text: str, reason: str, line: int) -> None:
    error = fault(tmp_path, text)
    assert (error.key, error.params["reason"]) == ("config.syntax", reason)
    assert (error.file, error.line) == ("adhoc.toml", line)


@pytest.mark.parametrize(
    "text",
    [
        "x = " + "9" * 5_000,
        "x = " + "[" * 5_000,
        "[ubah" + ".a" * 900 + "]",
        "ubah" + ".a" * 3_000 + " = 1",
    ],
    ids=["digits", "brackets", "tables", "keys"],
)
def test_toml_beyond_all_measure(tmp_path: Path, text: str) -> None:
    assert fault(tmp_path, text).file == "adhoc.toml"


@pytest.mark.parametrize(
    ("data", "byte", "line"),
    [
        (b"bahasa = 'id'\n# caf\xe9\n", "0xE9", 2),
        ("bahasa = 'id'".encode("utf-16"), "0xFF", 1),
        (b"\x80", "0x80", 1),
    ],
)
def test_settings_that_are_no_utf8(tmp_path: Path, data: bytes, byte: str, line: int) -> None:
    error = fault(tmp_path, data)
    assert (error.key, error.params["byte"]) == ("config.not_utf8", byte)
    assert (error.file, error.line) == ("adhoc.toml", line)


def test_settings_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "adhoc.toml").mkdir()
    with pytest.raises(ConfigError) as caught:
        load_office(tmp_path)
    assert (caught.value.key, caught.value.params["reason"]) == ("config.unreadable", "folder")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ConfigError) as caught:
        load_office(tmp_path)
    assert caught.value.params["reason"] == "permission"
    assert caught.value.file == "adhoc.toml"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "adhoc.toml")
    with pytest.raises(ConfigError) as caught:
        load_office(tmp_path)
    assert caught.value.params["reason"] == "special"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_a_link_to_nothing_is_not_taken_for_no_settings(tmp_path: Path) -> None:
    (tmp_path / "adhoc.toml").symlink_to(tmp_path / "absent")
    with pytest.raises(ConfigError) as caught:
        load_office(tmp_path)
    assert caught.value.params["reason"] == "broken_link"


def test_no_value_gets_into_an_error(tmp_path: Path) -> None:
    error = fault(tmp_path, "[ubah.badan.PPS]\nmulai = '3323010101900001'")
    assert "3323010101900001" not in str(error) + str(error.params)


@given(st.text(max_size=60))
def test_any_text_is_settings_or_a_fault(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = tmp_path_factory.mktemp("any")
    error = fault_or_none(folder, text.encode("utf-8", "surrogatepass"))
    assert error is None or error.file == "adhoc.toml"


def test_the_words_of_a_fault(tmp_path: Path) -> None:
    error = fault(tmp_path, "[ubah.badan.PPS]\nkursii = 4")
    assert error.said(Translator("id")) == (
        'kunci ubah.badan.PPS.kursii tidak dikenal (maksudnya "kursi"?)'
    )
    assert (
        error.said(Translator("en")) == 'unknown key ubah.badan.PPS.kursii (did you mean "kursi"?)'
    )
    error = fault(tmp_path, "[ubah.badan.PPS]\nunit = 'rw'")
    units = "kabupaten, kecamatan, desa, perwakilan, tps"
    assert error.said(Translator("en")) == f"ubah.badan.PPS.unit must be one of: {units}"


def test_words_are_not_confused_by_braces(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        office(tmp_path, "'{key}{hint}' = 4")
    assert caught.value.said(Translator("en")).startswith('unknown key "{key}{hint}" (')
