"""What was typed wrong is refused with exit code 2, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from adhoc_cli.cli.root import NAMES
from adhoc_cli.output.formats import names
from tests.cli.running import DAY, NIK
from tests.cli.running import inside as adhoc

WRONG: list[tuple[str, ...]] = [
    (),
    ("chek",),
    ("zzz",),
    ("--foo",),
    ("--help=1",),
    ("--lang", "fr", "check"),
    ("check", "--lang"),
    ("check", "--formt", "x"),
    ("check", "-Z"),
    ("check", "--format"),
    ("check", "--format", "pdf"),
    ("check", "--fail-on", "info"),
    ("check", "--quiet=1"),
    ("members", "a", "b"),
    ("check", "a", "-C", "b"),
    ("check", ""),
    ("check", "--limit", "x"),
    ("check", "--limit", "-1"),
    ("check", "--max-size", "lots"),
    ("check", "--max-size", "0"),
    ("check", "--as-of", "kemarin"),
    ("check", "--as-of", "2024-02-31"),
    ("check", "--as-of", ""),
    ("check", "--select", ","),
    ("quota", "--per", "rt"),
    ("explain",),
    ("diff",),
    ("diff", "a"),
    ("init",),
    ("replace", "--letter", "x"),
    ("members", "--per", "rt"),
    ("members", "--format", "vcf"),
    ("explain", "Q401", "Q402"),
    ("members", "\x1b[31m", "x"),
    ("members", "[bold]x[/bold]", "a\nb"),
    ("m\udce9\udc80rk\n",),
    (NIK,),
    ("members", "a", NIK),
]
ENGLISH = (
    "Usage", "Error", "Missing", "No such", "Did you", "Try", "Invalid", "requires", "argument '",
    "Option", "Commands", "default", "required", "must", "Show", "Possible", "Got ",
)  # fmt: skip


@pytest.mark.parametrize("arguments", WRONG, ids=ascii)
def test_it_is_refused_in_the_language_of_the_run(arguments: tuple[str, ...]) -> None:
    ran = adhoc(*arguments, env={"ADHOC_LANG": "id"})
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Pemakaian: adhoc")
    assert "--help'." in ran.err
    assert "\nKesalahan: " in ran.err
    assert not [word for word in ENGLISH if word in ran.err]
    assert "tidak dapat dibaca" not in ran.err, "a fault that nothing explains"
    assert NIK not in ran.err
    english = adhoc(*arguments, env={"ADHOC_LANG": "en"})
    assert (english.code, english.out) == (2, "")
    assert english.err.startswith("Usage: adhoc")
    assert english.err.count("\n") == ran.err.count("\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("chek",), "There is no command 'chek'. Did you mean 'check', 'checklist', 'schema'?"),
        (("check", "--formt", "x"), "There is no option '--formt'. Did you mean '--format'?"),
        (
            ("check", "--format", "pdf"),
            f"one of: {', '.join(names())}.",
        ),
        (("check", "--fail-on", "x"), "--fail-on must be one of: error, warning, never."),
        (("check", "--select", "Q4O1"), "There is no rule 'Q4O1'. Did you mean 'Q401'?"),
        (("check", "--ignore", "seats-vacnt"), "Did you mean 'seats-vacant'?"),
        (("check", "--select", "Q401,V9"), "There is no rule 'V9'."),
        (("check", "--select", "Q401", "--ignore", "Q"), "No rule is left"),
        (("explain", "Q"), "There is no rule 'Q'."),
        (("rules", "--select", "X9"), "There is no rule 'X9'."),
        (("check", "--as-of", "13/13/2024"), "--as-of is no date: '13/13/2024'. Write 2024-06-10"),
        (("check", "--max-size", "8Q"), "--max-size is no size: '8Q'. Write 500M or 8G."),
        (("check", "--limit=-1"), "--limit may not be less than 0."),
        (("check", ""), "The value of DIR... is empty."),
        (("members", ""), "The value of DIR is empty."),
        (("members", "a", "b\x1b]0;x\x07c"), r"Unexpected argument: 'b\x1b]0;x\x07c'."),
    ],
    ids=ascii,
)
def test_it_says_what_is_meant(clean: Path, arguments: tuple[str, ...], said: str) -> None:
    ran = adhoc(*arguments, cwd=clean, env={"ADHOC_LANG": "en"})
    assert ran.code == 2
    assert said in ran.err
    assert ran.err.startswith(f"Usage: adhoc {arguments[0] if arguments[0] in NAMES else ''}")


@pytest.mark.parametrize("date", ["2024-06-10", "10/06/2024", "10-6-24", "10 Juni 2024"])
def test_a_date_is_read_as_offices_write_it(clean: Path, date: str) -> None:
    ran = adhoc("check", "--as-of", date, "--format", "json", cwd=clean)
    assert '"as_of": "2024-06-10"' in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--body", "PPX"), "The profile has no badan 'PPX'. There are: PPK, PPS"),
        (("--region", "Buluh"), '"kecamatan Bulu"  (33.23.01)'),
        (("--region", "33.23.99"), "33.23.99"),
    ],
)
@pytest.mark.parametrize("command", ["quota", "members"])
def test_words_of_the_field_are_known(
    clean: Path, command: str, arguments: tuple[str, str], said: str
) -> None:
    ran = adhoc(command, *arguments, *DAY, "--lang", "en", cwd=clean)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_an_unknown_status_is_refused(clean: Path) -> None:
    ran = adhoc("members", "--status", "pensiun", "--lang", "en", cwd=clean)
    assert (ran.code, ran.out) == (2, "")
    assert "There is no status 'pensiun'. There are: aktif, cadangan, " in ran.err


def test_synonyms_are_known(clean: Path) -> None:
    plain = adhoc("members", "--body", "PPK", "--status", "cadangan", "--format=csv", cwd=clean)
    other = adhoc("members", "--body", "ppd", "--status", "Reserve", "--format=csv", cwd=clean)
    assert plain == other
    assert len(plain.out.splitlines()) == 6


def test_an_ambiguous_name_is_refused_with_the_list(tmp_path: Path) -> None:
    from adhoc_cli.rules.examples import Example
    from tests.cli.conftest import made

    folder = made(tmp_path / "dua", Example(change={"desa:2": {"nama": "Bulu"}}))
    for command in ("quota", "members"):
        ran = adhoc(command, str(folder), "--region", "bulu", *DAY)
        assert (ran.code, ran.out) == (2, "")
        assert "33.23.01" in ran.err
        assert "33.23.01.2016" in ran.err
        told = adhoc(command, str(folder), "--region", "kecamatan bulu", *DAY)
        assert told.code == 0


def test_what_programs_read_is_not_grouped(gap: Path) -> None:
    grouped = adhoc("check", str(gap), *DAY, "--by", "file", "--lang", "en")
    assert grouped.code == 1
    assert "\nOf no row of a file · " in grouped.out
    for form in ("json", "csv-excel"):
        refused = adhoc("check", str(gap), *DAY, "--by", "file", "--format", form, "--lang", "en")
        assert (refused.code, refused.out) == (2, "")
        assert "--by groups what people read" in refused.err
