"""What the shell offers on TAB."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.cli import place_words
from adhoc_cli.cli.completion import rule_names
from adhoc_cli.places.find import find_place
from adhoc_cli.roster.roster import load_roster
from adhoc_cli.rules.examples import example
from tests.cli.conftest import made
from tests.cli.running import PROGRAM, adhoc

# Items of a PPK below 10; an item in several steps has a letter for each.
_ITEMS = ("1", "2", "3", "4", "4B", "4C", "4D", "5", "5B", "6", "7", "8", "9")


def offered(line: str, cwd: Path | None = None) -> list[str]:
    """What bash offers at the end of `line`."""
    words = line.split(" ")
    env = {
        "_ADHOC_COMPLETE": "complete_bash",
        "COMP_WORDS": line.replace(" ", "\n"),
        "COMP_CWORD": str(len(words) - 1),
    }
    ran = adhoc(env=env, cwd=cwd)
    assert (ran.code, ran.err) == (0, "")
    return [word for word in ran.out.split("\n") if word]


def test_the_names_of_the_files_are_those_of_the_rules() -> None:
    from adhoc_cli.rules.registry import all_rules

    assert rule_names() == {rule.code: rule.name for rule in all_rules()}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("adhoc che", ["check", "checklist"]),
        ("adhoc checklist sta", ["status"]),
        ("adhoc checklist mark 33.23.01.", ["33.23.01.2016", "33.23.01.2013"]),
        ("adhoc checklist mark 33.23.01 PPK-0", [f"PPK-0{n}" for n in _ITEMS]),
        ("adhoc checklist mark 33.23.01 PPK-01 --status b", ["batal"]),
        ("adhoc checklist status --item ppk-0", [f"ppk-0{n}" for n in _ITEMS]),
        ("adhoc check --form", ["--format"]),
        ("adhoc check --format nd", ["ndjson"]),
        ("adhoc check --fail-on ", ["error", "warning", "never"]),
        ("adhoc check --select Q401,V20", [f"Q401,V20{n}" for n in range(1, 10)]),
        ("adhoc check --ignore q401", ["q401"]),
        ("adhoc explain Q401", ["Q401"]),
        ("adhoc explain seats-v", ["seats-vacant"]),
        ("adhoc check --profile pil", ["pilkada-2024", "pilkada-ulang-2025"]),
        ("adhoc profiles pem", ["pemilu-2024"]),
        ("adhoc quota --body PPK", ["PPK"]),
        ("adhoc quota --per d", ["desa"]),
        ("adhoc members --status cad", ["cadangan"]),
        ("adhoc members --region 33.23.01.", ["33.23.01.2016", "33.23.01.2013"]),
        ("adhoc members --region won", ["wonosari"]),
        ("adhoc check --lang ", ["id", "en"]),
    ],
)
def test_bash(clean: Path, line: str, words: list[str]) -> None:
    assert offered(line, clean) == words


def test_no_name_is_offered_that_is_then_refused(tmp_path: Path) -> None:
    folder = made(tmp_path / "k", example("desa:2 nama=Bulu"))
    line = f"adhoc quota {folder} --as-of 2024-06-10 --region"
    assert offered(f"{line} bul") == ["bulu, Bulu"]
    assert offered(f"{line} kec") == ["kecamatan Bulu"]
    for word in ("bulu, Bulu", "kecamatan Bulu"):
        assert adhoc(*line.split(" ")[1:], word).code == 0
    assert adhoc(*line.split(" ")[1:], "Bulu").code == 2


def test_every_word_that_is_offered_is_understood(tmp_path: Path) -> None:
    """Names that look like what they are, like codes, like each other, like nothing."""
    names = ["Kampung Baru", "Baru", "Desa Baru", "Bulu", "bu lu", "Kecamatan Bulu", "1234", "-"]
    (tmp_path / "kecamatan.csv").write_text(
        "kode,nama\n" + "".join(f"33.23.{n:02},{name}\n" for n, name in enumerate(names, 1)),
        encoding="utf-8",
    )
    desa = [(n, d, name) for n in range(1, 10) for d, name in enumerate([*names, f"Desa {n}"])]
    (tmp_path / "desa.csv").write_text(
        "kode,nama\n" + "".join(f"33.23.{n:02}.20{d:02},{name}\n" for n, d, name in desa),
        encoding="utf-8",
    )
    places = load_roster(tmp_path, date(2024, 6, 10)).places
    offers = [one for letter in "abdk1-3" for one in place_words.offered(tmp_path, letter)]
    listed = {*places.kecamatan.index, *places.desa.index}
    words = {word: code for word, code in offers if word not in listed}
    assert len(words) > 25
    assert {word: find_place(places, word) for word in words} == words
    assert {word for word, _ in offers if word[0] == "3"} == listed
    assert "kampung Baru, 1234" in words


@pytest.mark.parametrize("kind", ["kecamatan", "desa"])
def test_the_quick_look_at_a_region_file_sees_what_the_reader_of_rosters_sees(kind: str) -> None:
    path = Path("data/temanggung") / f"{kind}.csv"
    plain = place_words._plain(path.read_text(encoding="utf-8"), kind)
    assert plain
    assert plain == place_words._as_a_roster_is_read(path, kind)


@pytest.mark.parametrize(
    "rows",
    [
        "kode,nama\n33.23.01.2001,Bulu\n33.23.01.2001,Bula\n",
        "kode,nama\n33.23.01.2001,Bulu,x\n",
        "kode,nama\n3323012001,Bulu\n",
        "kode,nama\n33.23.01.2001, Bulu\n",
        'kode,nama\n33.23.01.2001,"Bulu"\n',
        "kode,nama\n33.23.01.2001,-\n",
        "kode;nama\n33.23.01.2001;Bulu\n",
        "kode,nama,jenis\n33.23.01.2001,Bulu,dusun\n",
        "kode,nama\n\n33.23.01.2001,Bulu\n",
        "",
    ],
)
def test_a_region_file_with_anything_to_ask_about_is_left_to_that_reader(rows: str) -> None:
    assert place_words._plain(rows, "desa") is None


def test_places_of_the_folder_that_was_named(clean: Path, tmp_path: Path) -> None:
    assert offered("adhoc quota --region 33", tmp_path) == []
    assert "33.23.01" in offered(f"adhoc quota -C {clean} --region 33", tmp_path)


@pytest.mark.parametrize("command", ["quota", "members"])
def test_places_of_the_folder_before_them(command: str, clean: Path, tmp_path: Path) -> None:
    assert offered(f"adhoc {command} {clean} --region won", tmp_path) == ["wonosari"]
    assert offered(f"adhoc {command} {clean} --region won -", tmp_path)


def test_zsh_and_fish_show_what_it_is() -> None:
    for shell, words in (
        ("zsh", {"_TYPER_COMPLETE_ARGS": "adhoc explain Q40"}),
        (
            "fish",
            {
                "_TYPER_COMPLETE_ARGS": "adhoc explain Q40",
                "_TYPER_COMPLETE_FISH_ACTION": "get-args",
            },
        ),
    ):
        ran = adhoc(env={"_ADHOC_COMPLETE": f"complete_{shell}", **words})
        assert "seats-vacant" in ran.out


@pytest.mark.skipif(sys.platform == "win32", reason="bash")
@pytest.mark.parametrize(("lang", "said"), [("id", "dipasang"), ("en", "installed")])
def test_installing(tmp_path: Path, lang: str, said: str) -> None:
    # The shell that stays to run what follows is the one that is found.
    env, in_bash = {"HOME": str(tmp_path)}, "; exit $?"
    ran = adhoc("--show-completion", "--lang", lang, env=env, redirect=in_bash, program=PROGRAM)
    assert (ran.code, ran.err) == (0, "")
    assert "_ADHOC_COMPLETE=complete_bash" in ran.out
    ran = adhoc("--install-completion", "--lang", lang, env=env, redirect=in_bash, program=PROGRAM)
    assert (ran.code, ran.err) == (0, "")
    assert said in ran.out
    assert (tmp_path / ".bash_completions" / "adhoc.sh").exists()
