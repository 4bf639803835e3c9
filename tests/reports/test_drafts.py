from __future__ import annotations

from pathlib import Path

import pytest

from adhoc_cli.reports.letters.drafts import drafts, file_names, slug
from adhoc_cli.reports.letters.write import Letter, Writer
from adhoc_cli.reports.successors import find_successors
from adhoc_cli.rules.examples import Example
from tests.examples import secretariat_rows
from tests.reports.editing import small


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Nur’aini, S.Pd.", "nuraini-s-pd"),
        ("../../etc/passwd", "etc-passwd"),
        ("Nguyễn Thị Ánh", "nguyen-thi-anh"),
        ("王小明", ""),
        ("a\0b\n", "a-b"),
        ("S" * 5_000, "s" * 60),
    ],
)
def test_a_name_of_letters_and_digits(text: str, plain: str) -> None:
    assert slug(text) == plain


def test_file_names_are_all_different(tmp_path: Path) -> None:
    tied = {f"anggota:{line}": {"nama": "Siti", "peringkat": "4"} for line in (18, 19, 20)}
    roster = small(tmp_path / "x", Example(drop=("anggota:8",), change=tied))
    made = drafts(Writer(roster, "id"), find_successors(roster).vacancies, [Letter.WHATSAPP])
    assert file_names(made) == (
        "whatsapp-pps-wonosari-33.23.01.2016-4-siti.txt",
        "whatsapp-pps-wonosari-33.23.01.2016-4-siti.2.txt",
        "whatsapp-pps-wonosari-33.23.01.2016-4-siti.3.txt",
    )


def test_there_is_no_letter_where_no_pleno_decides(tmp_path: Path) -> None:
    rows = secretariat_rows("SEKRETARIAT PPK", "33.23.01")[:2]
    roster = small(tmp_path / "x", Example(add={"anggota": rows}))
    vacancies = find_successors(roster, bodies=("SEKRETARIAT PPK",)).vacancies
    assert vacancies
    assert drafts(Writer(roster, "id"), vacancies, list(Letter)) == ()
