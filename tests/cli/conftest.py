"""Roster folders to run the command on."""

from __future__ import annotations

from pathlib import Path

import pytest

from adhoc_cli.rules.examples import Example
from scripts.example_roster import write_example


def made(folder: Path, example: Example) -> Path:
    """The folder of an example."""
    folder.mkdir()
    write_example(example, folder)
    return folder


@pytest.fixture(scope="session")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One kecamatan with two desa, complete and faultless."""
    return made(tmp_path_factory.mktemp("cli") / "bersih", Example())


@pytest.fixture(scope="session")
def gap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with one vacant seat in the PPS of Wonosari."""
    return made(tmp_path_factory.mktemp("cli") / "kosong", Example(drop=("anggota:9",)))


@pytest.fixture(scope="session")
def unreadable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with a desa.csv that is a workbook."""
    return made(
        tmp_path_factory.mktemp("cli") / "rusak", Example(files={"desa.csv": b"PK\x03\x04xlsx"})
    )
