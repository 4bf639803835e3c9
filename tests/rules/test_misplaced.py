"""V213 tells of a cell from which row to which its like stands without a gap."""

from __future__ import annotations

from pathlib import Path

from adhoc_cli.rules.examples import example
from tests.examples import result


def test_the_rows_that_slipped_together_are_named_together(tmp_path: Path) -> None:
    slipped = ("alamat=SMA/sederajat",) * 2
    changes = {4: slipped[0], 5: slipped[1], 7: slipped[0], 8: "alamat=12/PP.04/2024"}
    rows = [f"{line} {change}" for line, change in changes.items()]
    found = result("V213", example(*rows), tmp_path).findings
    lines = {one.line: (one.params["first_line"], one.params["last_line"]) for one in found}
    assert lines == {4: (4, 5), 5: (4, 5), 7: (7, 7), 8: (8, 8)}
