"""docs/architecture.md shows the house as it is."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from adhoc_cli.models.columns import columns_of
from adhoc_cli.models.rows import Anggota
from adhoc_cli.tables.column import validate
from adhoc_cli.tables.texts import Texts
from scripts.architecture import DRAWING, architecture_page, drawing

PAGE = Path("docs/architecture.md")


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == architecture_page(), "make docs"
    assert DRAWING.read_text(encoding="utf-8") == drawing(), "make docs"


def test_the_page_names_files_that_are_there() -> None:
    text = PAGE.read_text(encoding="utf-8")
    named = re.findall(r"`(src/[\w/.]+)`", text)
    assert len(named) > 15
    assert [path for path in named if not Path(path).exists()] == []
    files = {path.name for path in Path("src").rglob("*.py")}
    assert set(re.findall(r"`(\w+\.py)`", text)) <= files


def test_the_page_draws_a_column_as_it_is() -> None:
    texts = Texts.of(("aktif", "Aktif", "entah", "cadangan"))
    codes = np.array([0, 1, 2, 3, -1], dtype=np.int32)
    column = validate(columns_of(Anggota)["status"], codes, texts, {})
    assert column.codes.tolist() == [0, 0, -1, 1, -1]
    assert column.value_list == ["aktif", "cadangan"]
    assert {at: error.kind for at, error in column.errors.items()} == {2: "value_unknown"}
    assert column.position("diberhentikan") == -2
