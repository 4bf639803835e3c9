"""A cell that says "as above", and a place that is called so."""

from __future__ import annotations

import pytest

from adhoc_cli.models.contents import no_value


@pytest.mark.parametrize(
    ("column", "text", "said"),
    [
        ("desa", "Sama", None),
        ("desa", "sama", "ditto"),
        ("kecamatan", "SAMA", None),
        ("desa", "sama dengan di atas", "ditto"),
        ("desa", '"', "ditto"),
        ("alamat", "sama", "ditto"),
    ],
)
def test_three_desa_are_called_sama(column: str, text: str, said: str | None) -> None:
    assert no_value(column, text) == said
