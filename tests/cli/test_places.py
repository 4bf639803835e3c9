"""A place that is named: what can be meant is taken, what cannot be told is refused with words that
work."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pytest

from adhoc_cli.rules.examples import example
from tests.cli.conftest import made
from tests.cli.running import DAY
from tests.cli.running import inside as adhoc

_PROVEN = ("--date", "20/05/2024", "--evidence", "foto", "--by", "Sri")


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kecamatan Bulu with a desa Bulu (33.23.01.2016) and another one."""
    return made(tmp_path_factory.mktemp("twins") / "k", example("desa:2 nama=Bulu"))


@pytest.fixture
def own(twins: Path, tmp_path: Path) -> Path:
    """The same, to write into."""
    return Path(shutil.copytree(twins, tmp_path / "own"))


def marked(folder: Path) -> list[tuple[str, str]]:
    with (folder / "koordinasi.csv").open(encoding="utf-8", newline="") as file:
        return [(row[2], row[3]) for row in list(csv.reader(file))[1:]]


def test_with_a_body_of_the_kecamatan_only_the_kecamatan_can_be_meant(twins: Path) -> None:
    for command in ("quota", "members", "replace", "checklist status"):
        words = (*command.split(), str(twins), *DAY, "--region", "Bulu")
        assert adhoc(*words, "--body", "ppk").code == 0, command
        for bodies in ([], ["--body", "PPS"], ["--body", "PPK,PPS"]):
            assert adhoc(*words, *bodies).code == 2, command


def test_the_refusal_prints_spellings_that_work(twins: Path) -> None:
    words = ("quota", str(twins), *DAY, "--format", "csv", "--region")
    refused = adhoc(*words, "Bulu")
    assert (refused.code, refused.out) == (2, "")
    spelt = re.findall(r'^  "(.+)"  \((.+)\)$', refused.err, re.MULTILINE)
    assert [code for _, code in spelt] == ["33.23.01", "33.23.01.2016"]
    for word, code in spelt:
        assert adhoc(*words, word).out == adhoc(*words, code).out != ""


def test_an_item_of_the_kecamatan_tells_the_kecamatan(own: Path) -> None:
    assert adhoc("checklist", "mark", "Bulu", "PPK-01", *_PROVEN, cwd=own).code == 0
    for items in (["PPS-01"], ["PPK-01", "PPS-01"]):  # all desa of the kecamatan, perhaps
        ran = adhoc("checklist", "mark", "Bulu", *items, *_PROVEN, cwd=own)
        assert (ran.code, '"Bulu, Bulu"' in ran.err) == (2, True)
    assert marked(own) == [("33.23.01", "PPK-01")]


def test_all_desa_of_a_kecamatan_at_once(own: Path) -> None:
    words = ("checklist", "mark", "PPS-01", "--region", "33.23.01", "--all-desa", *_PROVEN)
    ran = adhoc(*words, "--lang", "en", cwd=own)
    assert (ran.code, ran.err) == (0, "")
    assert "PPS-01 at 2 places" in ran.out
    assert "adhoc checklist unmark 33.23.01 PPS-01 --all-desa" in ran.out
    assert adhoc("checklist", "mark", "Bulu", "PPS-03", "--all-desa", *_PROVEN, cwd=own).code == 0
    both = ["33.23.01.2016", "33.23.01.2013"]
    assert marked(own) == [(code, item) for item in ("PPS-01", "PPS-03") for code in both]
    undone = adhoc("checklist", "unmark", "PPS-01", "--region", "Bulu", "--all-desa", cwd=own)
    assert undone.code == 0
    refused = adhoc("checklist", "mark", "Bulu", "PPK-01", "--all-desa", *_PROVEN, cwd=own)
    assert (refused.code, len(marked(own))) == (2, 6)


def test_an_item_by_whom_it_is_with(own: Path) -> None:
    for word, item in (("kapolsek", "PPK-02"), ("Polsek", "PPK-02"), ("DANRAMIL", "PPK-03")):
        ran = adhoc("checklist", "mark", "kecamatan Bulu", word, *_PROVEN, cwd=own)
        assert (ran.code, ran.err) == (0, "")
        assert f"{item} di Bulu (33.23.01)" in ran.out
    several = adhoc("checklist", "mark", "33.23.01", "puskesmas", *_PROVEN, cwd=own)
    assert several.code == 2
    assert "PPK-05, PPK-05B" in several.err
    nobody = adhoc("checklist", "mark", "33.23.01", "presiden", *_PROVEN, cwd=own)
    assert nobody.code == 2
    missing = adhoc("checklist", "mark", "33.23.01", *_PROVEN, cwd=own)
    assert (missing.code, "ITEM" in missing.err) == (2, True)


def test_show_and_message_take_the_folder_like_the_others(twins: Path, tmp_path: Path) -> None:
    for command in ("show", "message"):
        words = ("checklist", command, "33.23.01")
        here = adhoc(*words, *DAY, cwd=twins)
        assert here.code == 0
        assert adhoc(*words, str(twins), *DAY, cwd=tmp_path) == here
        assert adhoc(*words, "-C", str(twins), *DAY, cwd=tmp_path) == here
    late = ("checklist", "message", "--overdue")
    assert adhoc(*late, str(twins), *DAY, cwd=tmp_path) == adhoc(*late, *DAY, cwd=twins)
    assert adhoc(*late, "33.23.01", *DAY, cwd=twins).code == 2
