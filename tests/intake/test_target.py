"""The files that an import writes: RFC 4180, whatever stands in a cell."""

from __future__ import annotations

import csv
import io

import pytest

from adhoc_cli.intake.target import csv_file


@pytest.mark.parametrize(
    "cell", ["a\rb", "\r", "a\r\nb", "a\nb", 'a"b', "a,b", "", " a ", "a\u2028b"]
)
def test_a_cell_never_tears_its_line(cell: str) -> None:
    """Before Python 3.13 the csv module puts a lone CR in no quotes."""
    file = csv_file("x.csv", ("nama", "badan"), [(cell, "PPS"), ("Siti", "PPK")])
    text = file.content.decode()
    read = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert read == [["nama", "badan"], [cell, "PPS"], ["Siti", "PPK"]]
    assert "\r" not in text.replace(cell, "")
