"""Help: for who does not know the name of a command, and by example."""

from __future__ import annotations

import shlex
import shutil
from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.cli.examples import EXAMPLES, examples_of
from adhoc_cli.cli.root import NAMES
from tests.cli.running import inside

EN = {"ADHOC_LANG": "en"}


@pytest.mark.parametrize("typed", [("check",), ("checklist", "mark"), ("sheets", "out"), ()])
def test_three_ways_to_one_help(typed: tuple[str, ...]) -> None:
    shown = inside(*typed, "--help", env=EN)
    assert shown.code == 0
    assert inside(*typed, "-h", env=EN) == shown
    assert inside("help", *typed, env=EN) == shown


def test_a_group_has_a_help_of_its_own() -> None:
    """`adhoc checklist help mark` and `adhoc help checklist mark`."""
    shown = inside("checklist", "mark", "--help", env=EN)
    assert inside("checklist", "help", "mark", env=EN) == shown
    assert inside("checklist", "help", env=EN) == inside("checklist", "--help", env=EN)


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("name", ["", *NAMES])
def test_every_help_ends_in_one_line_about_exit_codes(name: str, lang: str) -> None:
    """Also on a screen of 80 columns."""
    out = inside(*name.split(), "--help", env={"ADHOC_LANG": lang, "COLUMNS": "80"}).out
    *_, before, last = out.rstrip("\n").split("\n")
    assert before == ""
    assert all(f" {code} " in last for code in (0, 1, 2, 3, 4, 70, 130))
    assert len(last) <= 80


def test_help_of_what_there_is_not() -> None:
    ran = inside("help", "chek", env=EN)
    assert (ran.code, ran.out) == (2, "")
    assert "Did you mean 'check'" in ran.err


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        (("periksa",), "check"),
        (("Kuota",), "quota"),
        (("laporan",), "report"),
        (("impor",), "import"),
        (("checklist", "tandai"), "mark"),
        (("checklist", "cetak"), "print"),
        (("chek",), "check"),
    ],
    ids=" ".join,
)
def test_words_of_the_field_lead_to_the_command(word: tuple[str, ...], meant: str) -> None:
    ran = inside(*word, env={"ADHOC_LANG": "id"})
    assert (ran.code, ran.out) == (2, "")
    assert f"Mungkin maksudnya '{meant}'" in ran.err


@pytest.mark.parametrize("name", NAMES)
def test_every_help_has_an_example_that_can_be_copied(name: str) -> None:
    out = inside(name, "--help", env=EN).out
    shown = out.partition("Examples:\n")[2]
    assert examples_of(name)
    for example in examples_of(name):
        assert f"  {example}\n" in shown


@pytest.mark.slow
def test_every_example_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In June 2024, when PPK and PPS serve: after their terms there is nothing left to print."""
    monkeypatch.setattr("adhoc_cli.cli.option_values.today", lambda: date(2024, 6, 10))
    shutil.copytree("data/temanggung", tmp_path / "roster")
    shutil.copytree("data/temanggung", tmp_path / "roster-lama")
    shutil.copy("data/impor/PPS Kledung 2024.xlsx", tmp_path)
    known = [name for name in EXAMPLES if name.partition(" ")[0] in {"", *NAMES}]
    lines = dict.fromkeys(line for name in known for line in EXAMPLES[name])
    for line in lines:
        if line.startswith("adhoc init roster"):
            continue  # it is there already
        ran = inside(*shlex.split(line)[1:], cwd=tmp_path, env=EN)
        proposes = line == 'adhoc import "PPS Kledung 2024.xlsx"'
        assert ran.code in ({2} if proposes else {0, 1}), (line, ran.err)
