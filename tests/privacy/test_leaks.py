"""Nothing that identifies a person comes out of any command, in any format, unless asked for; and
nothing is asked of the system but files.

`make leaks` runs what is too long for here: every line in every format over every secret.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.running import PROGRAM
from tests.privacy.commands import LINES, Command, commands
from tests.privacy.place import (
    FAULTS,
    FAULTY,
    PERSONAL_ONLY,
    Outcome,
    Place,
    breaking,
    faulty,
    made,
    sound,
    sources,
)
from tests.privacy.planted import (
    BIRTHS,
    MAIL,
    NIK,
    PHONE,
    SECRETS,
    leaks,
    rest_of,
    text_of,
)

_TEXTS = ("plain", "json", "csv")
_each_command = pytest.mark.parametrize(
    "command", [pytest.param(one, id=one.name or "adhoc") for one in commands().values()]
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Folders with secrets everywhere."""
    return made(tmp_path_factory.mktemp("rahasia"))


def _clean(outcome: Outcome) -> Outcome:
    assert (outcome.told, outcome.wrong) == ([], [])
    return outcome


# -- every command ---------------------------------------------------------------------------------


def test_every_command_has_its_lines() -> None:
    assert set(commands()) == set(LINES)


@_each_command
def test_it_does_what_it_is_there_for(place: Place, command: Command) -> None:
    outcome = _clean(place.run(command, LINES[command.name][0], "few"))
    assert outcome.ran.code in (0, 1), outcome.ran.err
    assert outcome.ran.out or list(place["out"].iterdir()) or "{target}" in LINES[command.name][0]


# What is masked is what a language says its texts with: each has one of the folders.
@pytest.mark.parametrize(("folder", "lang"), [("few", "id"), ("broken", "en")])
@_each_command
def test_no_line_tells_it(place: Place, command: Command, folder: str, lang: str) -> None:
    lines = LINES[command.name]
    if folder == "broken":  # and the others in `make leaks`
        lines = [line for line in lines if "{}" in line][::2]
    for line in lines:
        _clean(place.run(command, line, folder, "--lang", lang))


@pytest.mark.parametrize(("folder", "lang"), [("few", "en"), ("broken", "id")])
@_each_command
def test_no_format_tells_it(place: Place, command: Command, folder: str, lang: str) -> None:
    forms = [form for form in command.forms if form not in PERSONAL_ONLY]
    lines = [line for line in LINES[command.name] if "-o" not in line and "{}" in line]
    for at, form in enumerate(forms):
        if at % 2 != (folder == "few"):
            continue  # the other folder's
        # Every format with the first line, and each other line with one.
        for line in (*lines[:1], *lines[1 + at :: len(forms)]):
            file = ("-o", str(place["out"] / f"hasil.{form}")) if _takes_file(command) else ()
            _clean(place.run(command, line, folder, "--format", form, "--lang", lang, *file))


@_each_command
def test_no_terminal_shows_it(place: Place, command: Command) -> None:
    if "table" in command.forms:
        _clean(place.run(command, LINES[command.name][0], "few", screen=True))


def _takes_file(command: Command) -> bool:
    return "--output" in command.options and command.name != "import"


@_each_command
def test_no_spelling_in_no_column_is_told(place: Place, command: Command) -> None:
    lines = [line for line in LINES[command.name] if "{}" in line][:1]
    form = _TEXTS[list(commands()).index(command.name) % 3]
    more = ("--format", form) if form in command.forms else ()
    for line in lines:
        _clean(place.run(command, line, "every", *more))


@_each_command
def test_asked_for_it_stands_in_the_result_alone(place: Place, command: Command) -> None:
    if "--show-personal" not in command.flags:
        return
    line = LINES[command.name][0]
    form = ("--format", "json") if "json" in command.forms else ()
    outcome = place.run(command, line, "few", "--show-personal", *form)
    assert outcome.wrong == []
    assert [one for one in outcome.told if one.startswith("stderr")] == []
    for name in rest_of([place["out"]]):
        assert leaks(name) == []
        assert Path(name).stat().st_mode & 0o77 == 0


def test_asked_for_it_is_all_there(place: Place) -> None:
    outcome = place.run(commands()["members"], "{} --format json", "few", "--show-personal")
    assert outcome.told


def test_letters_are_written_and_name_the_person(place: Place) -> None:
    place.run(commands()["replace"], "{} --letters {out}/surat", "few")
    letters = [file.read_text() for file in (place["out"] / "surat").iterdir()]
    # Masked, in whatever spelling the one who left has in `few`: it turns with every new column.
    assert any("1. ****" in letter for letter in letters)


# -- what is typed, and what stands in settings and variables --------------------------------------


def _values() -> Iterator[tuple[Command, str]]:
    """Each option once, of the first command that has it."""
    seen: set[str] = set()
    for command in commands().values():
        for option in command.options:
            if option not in seen:
                seen.add(option)
                yield command, option


def test_no_value_of_an_option_is_told(place: Place) -> None:
    for at, (command, option) in enumerate(_values()):
        secret = (NIK, PHONE, BIRTHS[1], MAIL)[at % 4]
        line = LINES[command.name][0]
        outcome = place.run(command, line, "sound", option, secret)
        # A file or folder of the name that was typed is there because it was typed.
        told = [one for one in outcome.told if not one.startswith("name ")]
        assert (option, told, outcome.wrong) == (option, [], [])


def test_too_many_words_are_not_told(place: Place) -> None:
    for command in commands().values():
        words = " ".join(["{nik}", "{mail}", "{phone}", "{home}"] * 2)
        _clean(place.run(command, words, "sound"))


@pytest.mark.parametrize("settings", FAULTY)
def test_no_fault_of_settings_tells_it(place: Place, settings: str) -> None:
    faulty(place, settings)
    for name, line in {"check": "{toml}", "profiles": "--check {toml}/adhoc.toml"}.items():
        assert _clean(place.run(commands()[name], line, "few")).ran.code != 70


@pytest.mark.parametrize("name", ["ADHOC_LANG", "ADHOC_OPERATOR", "ADHOC_PAGER", "ADHOC_DEBUG"])
def test_no_variable_is_told(place: Place, name: str) -> None:
    for command in ("check", "checklist mark", "members"):
        _clean(place.run(commands()[command], LINES[command][0], "few", env={name: NIK}))


def test_nothing_is_told_to_a_shell_that_completes(place: Place) -> None:
    for words in (f"adhoc members {place['few']} --region ", f"adhoc check --dir {place['few']} "):
        typed = {"COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
        env = {"_ADHOC_COMPLETE": "complete_bash", **typed}
        _clean(place.run(commands()[""], "", "few", env=env))


# -- faults ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", FAULTS)
def test_no_fault_tells_it(place: Place, fault: str) -> None:
    codes = set()
    for at, command in enumerate(commands().values()):
        env = {"ADHOC_DEBUG": ("0", "1")[at % 2]}
        line = LINES[command.name][0]
        outcome = place.run(command, line, "few", env=env, during=breaking(*FAULTS[fault]))
        codes.add(_clean(outcome).ran.code)
    assert codes - {0, 1}


@pytest.mark.parametrize("seconds", [0.4, 0.7])
def test_who_is_killed_leaves_it_nowhere_for_others(
    place: Place, tmp_path: Path, seconds: float
) -> None:
    words = ("import", str(place["every"] / "anggota.csv"), "--as", "anggota", "-o")
    target = sound(tmp_path / "target", "anggota")
    (tmp_path / "tmp").mkdir()
    env = {"PATH": os.environ["PATH"], "TMPDIR": str(tmp_path / "tmp")}
    run = subprocess.Popen([*PROGRAM, *words, str(target)], env=env, stdout=subprocess.DEVNULL)
    with suppress(subprocess.TimeoutExpired):
        run.wait(seconds)
    run.kill()
    run.wait()
    assert list((tmp_path / "tmp").rglob("*")) == []
    for name, data in rest_of([target]).items():
        assert leaks(name) == []
        assert not leaks(text_of(name, data)) or Path(name).stat().st_mode & 0o77 == 0


# -- imports ---------------------------------------------------------------------------------------


def _imported(place: Place, kind: str, source: Path, form: str) -> Outcome:
    # `{target}` holds every other kind, and the one that is made anew by the run.
    words = f"{{source}} --as {kind} -o {{target}} --format {form} --lang en"
    return place.run(commands()["import"], words, "few", source=source, without=kind)


def test_no_import_tells_it_and_what_holds_it_is_for_its_owner_only(place: Place) -> None:
    for at, (kind, source) in enumerate(sources(place)):
        assert _clean(_imported(place, kind, source, _TEXTS[at % 3])).ran.code in (1, 2, 3), source
        for file in (file for file in place["target"].rglob("*") if file.is_file()):
            if leaks(text_of(file.name, file.read_bytes())):
                assert file.stem.partition(".")[0] in {kind, "anggota", "asal"}


def test_a_line_whose_columns_cannot_be_told_is_nobodys_name(place: Place) -> None:
    source = place.path / "baris.csv"
    line = 'Budi "Bud" Santoso,Anggota PPS,33.23.01.2016,Dusun Karangsepi'
    source.write_text(f"nama,jabatan,kode,alamat\n{line}\nSiti,Ketua PPS,33.23.01.2016,x,y\n")
    for form in _TEXTS:
        ran = _clean(_imported(place, "anggota", source, form)).ran
        assert ran.code == 1
        assert "Santoso" not in ran.out
        assert "Siti" not in ran.out


# -- the scan itself -------------------------------------------------------------------------------


@pytest.mark.parametrize("secret", SECRETS)
def test_the_scan_knows_every_secret(secret: str) -> None:
    assert leaks(f"a {secret} b")


def test_a_moment_is_no_number_of_a_person() -> None:
    assert leaks("cadangan/20261130-100731-867973/anggota.csv") == []
    assert leaks(f"cadangan/20261130-100731-{PHONE}") != []
