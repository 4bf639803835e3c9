"""Every file of the shared hostile rosters through the intake doctor: refused or written in full,
each row accounted for at its own line, and nothing that the strict reader would then trip over."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from adhoc_cli.intake.doctor import Options, plan, write
from adhoc_cli.intake.fault_texts import fault_text, refused_text
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.result import Intake
from adhoc_cli.profiles.load import load_profile
from adhoc_cli.tables.folder import open_folder
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.words import LANGUAGES

HOSTILE = Path("../shared/hostile")
PROFILE = load_profile("pilkada-2024")
FILES = sorted(path.name for path in HOSTILE.glob("*.csv") if path.name != "MANIFEST.csv")
if not FILES:
    pytest.skip(
        f"THE HOSTILE ROSTERS ARE NOT IMPORTED: there is no file in {HOSTILE}",
        allow_module_level=True,
    )
# What the manifest wants as an error of the whole file, and a doctor cannot mend either.
REFUSED = {
    "bad_empty.csv", "bad_header_only.csv", "bad_xlsx_named_csv.csv", "bad_html_named_csv.csv",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with no region file: codes count as they stand, and rows of any desa are taken."""
    made = tmp_path / "t"
    made.mkdir()
    return made


def imported(name: str, folder: Path) -> Intake:
    source = HOSTILE / name
    before = source.read_bytes()
    made = plan([source], "anggota", folder, PROFILE, Options())
    write(made, "id")
    assert source.read_bytes() == before
    return made


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_refused_or_every_row_is_accounted_for(name: str, folder: Path) -> None:
    try:
        made = imported(name, folder)
    except ImportRefused as found:
        refused = found
    else:
        accounted_for(made, name, folder)
        return
    for lang in LANGUAGES:
        assert name in refused_text(refused.key, refused.params, Translator(lang))
    assert not list(folder.iterdir())


def accounted_for(made: Intake, name: str, folder: Path) -> None:
    """Every row that was read is written or rejected at a line that the file has."""
    assert name not in REFUSED
    assert made.read == made.written + made.rejected > 0
    last = len(re.split(rb"\r\n|\r|\n", (HOSTILE / name).read_bytes()))
    for reject in made.rejects:
        assert 1 < reject.where.line <= last
        assert all(fault_text(reject.fault, Translator(lang)).why for lang in LANGUAGES)
    reads_again(made, folder)


def reads_again(made: Intake, folder: Path) -> None:
    """What was written is what the strict reader reads, to the letter."""
    if not made.written:
        return
    table = open_folder(folder, PROFILE.vocabulary()).tables["anggota"]
    [file] = table.files
    assert (file.readable, file.accepted, file.rejected) == (True, made.written, 0)
    for at, name in enumerate(made.columns):
        if name in table:
            read = [table[name].text(row) for row in range(len(table))]
            assert read == [row[at] for row in made.rows], name


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("bad_nik_sci.csv", 3),
        ("bad_nul.csv", 4),
        ("bad_short_row.csv", 4),
        ("bad_mixed_encoding.csv", 5),
    ],
)
def test_a_row_that_cannot_be_mended_is_named(name: str, line: int, folder: Path) -> None:
    try:
        made = imported(name, folder)
        lines = {reject.where.line for reject in made.rejects}
        lines |= {kept.where.line for kept in made.kept}
    except ImportRefused as refused:
        lines = {int(refused.params["line"])}
    assert line in lines


def test_names_that_look_like_nothing_are_kept(folder: Path) -> None:
    made = imported("ok_name_null_words.csv", folder)
    with (HOSTILE / "ok_name_null_words.csv").open(encoding="utf-8", newline="") as lines:
        names = [row["nama"] for row in csv.DictReader(lines)]
    at = made.columns.index("nama")
    assert [row[at] for row in made.rows] == names
    assert made.rejected == 0
