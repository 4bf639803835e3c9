"""Commands, quoted for the shell that they are typed in."""

from __future__ import annotations

import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adhoc_cli.text import shell
from adhoc_cli.text.shell import command_line

WORDS = ("adhoc", "import", "PPS Kledung 2024.xlsx", "-o", r"D:\Data KPU\roster")


def sit_at(monkeypatch: pytest.MonkeyPatch, system: str, *variables: str) -> None:
    monkeypatch.setattr("adhoc_cli.text.shell.os.name", system)
    for name in ("SHELL", "MSYSTEM", "PROMPT"):
        monkeypatch.delenv(name, raising=False)
    for name in variables:
        monkeypatch.setenv(name, "x")


def typed(*words: str) -> str:
    return command_line(words)


@pytest.mark.parametrize(
    ("system", "variables", "line"),
    [
        ("posix", ("SHELL",), r"adhoc import 'PPS Kledung 2024.xlsx' -o 'D:\Data KPU\roster'"),
        ("posix", (), r"adhoc import 'PPS Kledung 2024.xlsx' -o 'D:\Data KPU\roster'"),
        ("nt", ("PROMPT",), r'adhoc import "PPS Kledung 2024.xlsx" -o "D:\Data KPU\roster"'),
        ("nt", (), r'adhoc import "PPS Kledung 2024.xlsx" -o "D:\Data KPU\roster"'),
        ("nt", ("MSYSTEM",), r"adhoc import 'PPS Kledung 2024.xlsx' -o 'D:\Data KPU\roster'"),
    ],
)
def test_a_command_for_the_shell_that_runs(
    monkeypatch: pytest.MonkeyPatch, system: str, variables: tuple[str, ...], line: str
) -> None:
    sit_at(monkeypatch, system, *variables)
    assert typed(*WORDS) == line


@pytest.mark.parametrize(
    ("word", "cmd", "powershell"),
    [
        ("anggota.csv", "anggota.csv", "anggota.csv"),
        (r"D:\roster", r"D:\roster", r"D:\roster"),
        ("a&b", '"a&b"', '"a&b"'),
        ("Jum'at", '"Jum\'at"', '"Jum\'at"'),
        ("NO HP=telepon", '"NO HP=telepon"', '"NO HP=telepon"'),
        ('"Bejo"', '"\\"Bejo\\""', '"\\`"Bejo\\`""'),
        ("D:\\data baru\\", '"D:\\data baru\\\\"', '"D:\\data baru\\\\"'),
        ("$HOME `1”", '"$HOME `1”"', '"`$HOME ``1`”"'),
        ("", '""', '""'),
    ],
)
def test_the_shells_of_windows(
    monkeypatch: pytest.MonkeyPatch, word: str, cmd: str, powershell: str
) -> None:
    sit_at(monkeypatch, "nt", "PROMPT")
    assert typed(word) == cmd
    sit_at(monkeypatch, "nt")
    assert typed(word) == powershell


@given(st.text(st.sampled_from("ab \\\"'&"), min_size=1))
def test_programs_of_windows_read_what_was_meant(word: str) -> None:
    """Python writes such lines too: what it quotes, it quotes alike."""
    with pytest.MonkeyPatch.context() as patch:
        sit_at(patch, "nt", "PROMPT")
        ours = typed(word)
    theirs = subprocess.list2cmdline([word])
    assert ours in {theirs, f'"{shell._within_quotes(word)}"'}
    if theirs.startswith('"') and " " in word:
        assert ours == theirs
