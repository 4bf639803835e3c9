"""Every end of a run: its exit code, and not more than one line about a fault."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from adhoc_cli.rules.examples import Example, base_members
from tests.cli.conftest import made
from tests.cli.running import DAY, NIK, PROGRAM, Ran, adhoc, inside
from tests.cli.warm import MEDDLED, warm_program
from tests.forms import TEXT_FORMS

ENVIRONMENTS: dict[str, Mapping[str, str]] = {
    "empty": {},
    "C": {"LC_ALL": "C"},
    "bytes": {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "forced": {"FORCE_COLOR": "1", "TTY_COMPATIBLE": "1", "CLICOLOR_FORCE": "1"},
    "bare": {"NO_COLOR": "1", "TERM": "dumb"},
    "actions": {"TYPER_USE_RICH": "1", "GITHUB_ACTIONS": "true"},
}
each = pytest.mark.parametrize("env", ENVIRONMENTS.values(), ids=ENVIRONMENTS.keys())


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A roster whose list of members does not fit into a pipe."""
    rows = tuple(row | {"nama": "Surés ✓"} for row in base_members()[11:] * 400)
    return made(tmp_path_factory.mktemp("cli") / "besar", Example(add={"anggota": rows}))


def meddled(folder: Path, code: str) -> Mapping[str, str]:
    """An environment in which `code` is run before adhoc begins."""
    place = folder / "sitecustomize.py"
    place.write_text(code)
    return {MEDDLED: str(place)} if warm_program() else from_the_start(folder, code)


def from_the_start(folder: Path, code: str) -> Mapping[str, str]:
    """The same where a process of its own starts, and imports what it needs behind the code."""
    (folder / "sitecustomize.py").write_text(code)
    return {"PYTHONPATH": str(folder)}


def broken_check(folder: Path, statement: str) -> Mapping[str, str]:
    """An environment in which a check ends with `statement`."""
    return meddled(folder, _broken(statement))


def _broken(statement: str) -> str:
    return f"""
import sys, time
import adhoc_cli.reports.check as check
def broken(*_, **__):
    {statement}
check.check_roster = broken
"""


CRASH = f"""
import adhoc_cli.rules.quota.q401_seats_vacant as file
def crash(roster):
    raise KeyError("{NIK}")
file.check = crash
"""

# Behind the findings that are held: the others are described as they are written.
CRASH_LATE = f"""
import adhoc_cli.cli.commands.check as command
import adhoc_cli.rules.quota.q401_seats_vacant as file
from adhoc_cli.models.report import Walked
from adhoc_cli.rules.found import Finding, Found
command._HELD = 1
def walk():
    yield from [Finding(body="PPS")] * 3
    raise {{kind}}("{NIK}")
file.check = lambda roster: Found(4, 4, Walked(walk))
"""


# -- the exit codes, by the installed command ------------------------------------------------------


@each
def test_0_and_1(clean: Path, gap: Path, env: Mapping[str, str]) -> None:
    for command, folder, code in (("check", clean, 0), ("quota", gap, 1)):
        ran = adhoc(command, str(folder), *DAY, env=env)
        assert (ran.code, ran.err) == (code, "")
        assert ran.out
        assert NIK not in ran.out


def test_the_severity_that_fails(gap: Path, tmp_path: Path) -> None:
    for command in ("check", "quota"):
        codes = [inside(command, str(gap), *DAY, "--fail-on", to).code for to in FAIL_ON]
        assert codes == [1, 1, 0]
    only_men = {f"anggota:{line}": {"jenis_kelamin": "L", "nik": ""} for line in range(2, 13)}
    warned = made(tmp_path / "pria", Example(change=only_men))
    codes = [inside("check", str(warned), *DAY, "--fail-on", to).code for to in FAIL_ON]
    assert codes == [0, 1, 0]


FAIL_ON = ("error", "warning", "never")


def test_2_for_usage(clean: Path) -> None:
    ran = adhoc("check", str(clean), "--select", "X1")
    assert (ran.code, ran.out) == (2, "")
    assert "'X1'" in ran.err


@pytest.mark.parametrize("command", ["check", "quota", "members"])
def test_2_for_the_settings(tmp_path: Path, command: str) -> None:
    folder = made(tmp_path / "x", Example(settings='profil = "pilkada-2024"\nbahsa = "en"\n'))
    ran = inside(command, str(folder))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Kesalahan: adhoc.toml:2: ")
    assert '(maksudnya "bahasa"?)' in ran.err
    assert ran.err.count("\n") == 1
    assert inside(command, str(folder), "--lang", "en").err.startswith("Error: adhoc.toml:2: ")


def test_2_for_an_unknown_profile(clean: Path) -> None:
    ran = inside("check", str(clean), "--profile", "pilkada-2042", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == ('Error: there is no profile "pilkada-2042" (did you mean "pilkada-2024"?)\n')


def test_hostile_settings_are_shown_harmlessly(tmp_path: Path) -> None:
    folder = made(tmp_path / "x", Example(settings='profil = "\\u001b[31m[bold]x\\n"\n'))
    ran = inside("check", str(folder))
    assert ran.code == 2
    assert ran.err.startswith(r'Kesalahan: adhoc.toml:1: profil "\x1b[31m[bold]x')
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("command", ["check", "quota", "members"])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_3_for_a_file(unreadable: Path, command: str, lang: str) -> None:
    ran = inside(command, str(unreadable), *DAY, "--lang", lang)
    assert ran.code == 3
    assert ran.err.startswith("desa.csv")
    assert "xlsx" in ran.err.lower()
    assert ran.err.count("\n") == 1
    quiet = inside(command, str(unreadable), *DAY, "--lang", lang, "-q")
    assert (quiet.code, quiet.out, quiet.err) == (3, "", ran.err)


def test_3_weighs_more_than_findings_and_less_than_a_crash(
    unreadable: Path, tmp_path: Path
) -> None:
    assert adhoc("check", str(unreadable), *DAY, "--fail-on", "never").code == 3
    assert adhoc("check", str(unreadable), *DAY, "--select", "Q").code == 3
    env = meddled(tmp_path, CRASH.replace("quota.q401_seats_vacant", "files.f103_no_rows"))
    ran = adhoc("check", str(unreadable), *DAY, env=env)
    assert ran.code == 70
    assert [line.split(":")[0] for line in ran.err.splitlines()] == [
        "Kesalahan program",
        "desa.csv",
    ]


def test_3_for_a_place_that_no_file_can_tell(unreadable: Path) -> None:
    for command in ("quota", "members"):
        ran = inside(command, str(unreadable), "--region", "Bulu")
        assert (ran.code, ran.out) == (3, "")
        assert ran.err.startswith("desa.csv")


def test_3_for_missing_files(tmp_path: Path) -> None:
    for command in ("check", "quota", "members"):
        ran = inside(command, str(tmp_path))
        assert ran.code == 3
        names = [line.split(":")[0] for line in ran.err.splitlines()]
        assert sorted(names) == ["anggota.csv", "desa.csv", "kecamatan.csv"]


HOSTILE = [
    "tidak ada",
    "[bold red]x[/bold red]",
    "[/x]",
    "a\nb",
    "\x1b[31mred\x1b]0;x\x07",
    "\u202eabc",
    "--lang",
    ":smile: `id` $(id)",
    "x" * 5_000,
    NIK,
    "b\udce9",
]


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: ascii(name[:20]))
@pytest.mark.parametrize("command", ["check", "quota", "members"])
def test_3_for_a_folder_that_is_not_there(tmp_path: Path, command: str, name: str) -> None:
    ran = inside(command, "--", name, cwd=tmp_path)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("Kesalahan: Folder '")
    assert ran.err.count("\n") == 1
    assert NIK not in ran.err


@pytest.mark.parametrize("name", HOSTILE[:8], ids=lambda name: ascii(name[:20]))
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    made(tmp_path / name.replace("/", "_"), Example(drop=("anggota:9",)))
    for form in TEXT_FORMS:
        ran = inside("check", *DAY, "--format", form, "--", name.replace("/", "_"), cwd=tmp_path)
        assert (ran.code, ran.err) == (1, "")


def test_3_for_what_is_no_folder(clean: Path) -> None:
    ran = adhoc("check", str(clean / "desa.csv"), env={"ADHOC_LANG": "en"})
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.endswith("is not a folder.\n")


@pytest.mark.parametrize("form", ["csv", "ndjson", "json"])
@pytest.mark.parametrize("kind", ["KeyError", "OSError", "BrokenPipeError"])
def test_70_for_a_rule_that_crashes_while_it_is_written(
    clean: Path, tmp_path: Path, form: str, kind: str
) -> None:
    env = meddled(tmp_path, CRASH_LATE.format(kind=kind))
    said = ("check", str(clean), *DAY, "--limit", "0", "--format", form)
    assert adhoc(*said, env=env).code == 70
    place = tmp_path / "out"
    place.mkdir()
    (place / "found").write_text("before")
    ran = adhoc(*said, "-o", str(place / "found"), env=env)
    assert (ran.code, ran.out) == (70, "")
    assert ran.err.startswith("Kesalahan program")
    assert ran.err.count("\n") == 1
    assert NIK not in ran.err
    assert [one.read_text() for one in place.iterdir()] == ["before"]


@pytest.mark.parametrize(
    ("env", "told"), [({}, "Kesalahan program"), ({"ADHOC_LANG": "en"}, "Fault")]
)
def test_70_for_a_rule(clean: Path, tmp_path: Path, env: Mapping[str, str], told: str) -> None:
    env = {**env, **meddled(tmp_path, CRASH)}
    ran = adhoc("check", str(clean), *DAY, "--format", "json", env=env)
    assert ran.code == 70
    assert '"crashed"' in ran.out, "the report is written all the same"
    assert ran.err.startswith(told)
    assert "Q401" in ran.err
    assert "KeyError" in ran.err
    assert ran.err.count("\n") == 1
    assert NIK not in ran.out + ran.err
    assert "Q401" in adhoc("check", str(clean), *DAY, env=env).out


@pytest.mark.parametrize(
    "statement",
    [
        f"raise KeyError('{NIK}')",
        f"raise RuntimeError('{NIK}') from KeyError('{NIK}')",
        f"raise OSError(28, 'No space', '/data/{NIK}')",
        f"sys.exit('{NIK}')",
        "raise MemoryError",
        "(lambda f: f(f))(lambda f: f(f))",  # without end
        "return None",
    ],
)
def test_70_for_a_fault_of_ours(clean: Path, tmp_path: Path, statement: str) -> None:
    ran = adhoc("check", str(clean), env=broken_check(tmp_path, statement))
    assert (ran.code, ran.out) == (70, "")
    assert ran.err.startswith("Kesalahan program (")
    assert ran.err.count("\n") == 1
    assert NIK not in ran.err


def test_the_frames_of_a_fault_are_told_when_asked_for(clean: Path, tmp_path: Path) -> None:
    env = broken_check(tmp_path, f"raise RuntimeError('{NIK}') from KeyError('{NIK}')")
    ran = adhoc("check", str(clean), env={**env, "ADHOC_DEBUG": "1"})
    assert ran.code == 70
    assert "commands/check.py" in ran.err.replace("\\", "/")
    assert "RuntimeError\n" in ran.err
    assert "KeyError\n" in ran.err
    lines = [line for line in ran.err.splitlines() if "raise RuntimeError" not in line]
    assert NIK not in "\n".join(lines), "only the source line may show it"


def test_nothing_of_python_reaches_stderr(clean: Path, tmp_path: Path) -> None:
    code = """
import warnings
import adhoc_cli.reports.check as check
true = check.check_roster
class Bad:
    def __del__(self): raise ValueError
def noisy(*a, **k):
    warnings.warn("x", UserWarning); warnings.warn("x", DeprecationWarning); Bad()
    return true(*a, **k)
check.check_roster = noisy
"""
    ran = adhoc("check", str(clean), *DAY, env=meddled(tmp_path, code))
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("statement", ["raise KeyboardInterrupt", "input()"])
def test_130(clean: Path, tmp_path: Path, statement: str) -> None:
    ran = adhoc("check", str(clean), env=broken_check(tmp_path, statement), stdin="")
    assert (ran.code, ran.out) == (130, "")
    assert ran.err in {"Dihentikan.\n", ""}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
def test_130_for_a_signal(clean: Path, tmp_path: Path) -> None:
    import os

    statement = "print('ready', file=sys.stderr, flush=True); time.sleep(60)"
    env = {"PATH": os.environ["PATH"], **from_the_start(tmp_path, _broken(statement))}
    with subprocess.Popen(
        [*PROGRAM, "check", str(clean)], env=env, stderr=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == b"ready\n"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"Dihentikan.\n")


# -- standard output that goes nowhere -------------------------------------------------------------

shell = pytest.mark.skipif(sys.platform == "win32", reason="bash and /dev/full")
OUTPUTS: list[tuple[str, ...]] = [("--help",), ("--version",), ("rules",), ("check",), ("members",)]


@shell
@pytest.mark.parametrize("form", ["table", "json", "ndjson", "csv", "md"])
def test_into_head(large: Path, form: str) -> None:
    ran = adhoc("members", str(large), "--format", form, redirect="| head -1")
    assert (ran.code, ran.err) == (141, "")
    assert ran.out.count("\n") == 1


@shell
def test_into_nobody() -> None:
    ran = adhoc("--help", redirect="| (exec <&-; sleep 0.5)")
    assert (ran.code, ran.err) == (141, "")


@shell
@pytest.mark.parametrize("arguments", OUTPUTS)
@pytest.mark.parametrize("env", [{"LC_ALL": "C"}, {"ADHOC_LANG": "en"}])
def test_into_a_full_disk(clean: Path, arguments: tuple[str, ...], env: Mapping[str, str]) -> None:
    ran = adhoc(*arguments, cwd=clean, env=env, redirect="> /dev/full")
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert ran.err.startswith("The result" if "ADHOC_LANG" in env else "Hasil")


@shell
def test_a_large_result_into_a_full_disk(large: Path) -> None:
    ran = adhoc("members", str(large), "--format", "json", redirect="> /dev/full")
    assert (ran.code, ran.err.count("\n")) == (2, 1)


@shell
@pytest.mark.parametrize("arguments", OUTPUTS)
def test_into_a_closed_output(clean: Path, arguments: tuple[str, ...]) -> None:
    ran = adhoc(*arguments, cwd=clean, redirect=">&-")
    assert (ran.code, ran.err) == (2, "Hasil tidak dapat ditulis: keluaran standar tertutup.\n")
    assert adhoc(*arguments, cwd=clean, redirect=">&- 2>&-") == Ran(2, "", "")
    assert adhoc(*arguments, cwd=clean, redirect="<&- >&- 2>&-") == Ran(2, "", "")


@shell
def test_nothing_to_write_is_no_loss(gap: Path, tmp_path: Path) -> None:
    assert adhoc("check", str(gap), *DAY, "-q", redirect=">&-") == Ran(1, "", "")
    assert adhoc("check", str(gap), *DAY, "-q", redirect="> /dev/full") == Ran(1, "", "")
    file = tmp_path / "out.json"
    ran = adhoc("check", str(gap), *DAY, "--format=json", "-o", str(file), redirect=">&-")
    assert ran == Ran(1, "", "")
    assert file.read_text().startswith("{")


@shell
def test_a_lost_stderr_changes_nothing(clean: Path, unreadable: Path, tmp_path: Path) -> None:
    for redirect in ("2>/dev/full", "2>&-"):
        assert adhoc("chek", redirect=redirect) == Ran(2, "", "")
        assert adhoc("check", str(unreadable), "-q", redirect=redirect) == Ran(3, "", "")
    env = meddled(tmp_path, CRASH)
    assert adhoc("check", str(clean), "-q", env=env, redirect="2>/dev/full") == Ran(70, "", "")


# -- a file as the destination ---------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="modes and links")
def test_a_file_is_written_whole_and_private(gap: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    ran = adhoc("members", str(gap), "--format", "csv", "--show-personal", "-o", str(file))
    assert ran == Ran(0, "", "")
    assert NIK in file.read_text()
    assert file.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["out.csv"]


@pytest.mark.skipif(sys.platform == "win32", reason="modes and links")
@pytest.mark.parametrize("command", ["check", "quota", "members", "rules", "explain", "profiles"])
def test_a_destination_that_cannot_be_written(gap: Path, tmp_path: Path, command: str) -> None:
    target, link, absent = tmp_path / "target", tmp_path / "link", tmp_path / "no" / "x"
    target.write_text("kept")
    link.symlink_to(target)
    what = ["explain", "Q401"] if command == "explain" else [command]
    for place in (link, absent, tmp_path):
        ran = inside(*what, "-o", str(place), cwd=gap, env={"ADHOC_LANG": "en"})
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("Error: ")
        assert ran.err.count("\n") == 1
    assert target.read_text() == "kept"
