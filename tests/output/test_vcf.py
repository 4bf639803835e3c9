from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from adhoc_cli.output.formats import choose, names
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.view import Card
from tests.output.hostile import HOSTILE, raw


class _Cards:
    def __init__(self, *cards: Card) -> None:
        self._cards = cards

    def cards(self) -> Iterator[Card]:
        return iter(self._cards)


def _written(*cards: Card) -> bytes:
    out = io.BytesIO()
    choose("vcf", is_terminal=False).write(_Cards(*cards), Sink(out, personal=True))  # type: ignore[arg-type]  # all it asks for
    return out.getvalue()


def _card(name: str) -> Card:
    return Card(name, "PPS Bulu", "ketua", ("+6281290000000", "+6281290000001"), "aktif")


def test_a_card() -> None:
    assert _written(_card("Wahyuni, S.Pd.; \\")).decode().split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "N:;Wahyuni\\, S.Pd.\\; \\\\;;;",
        "FN:Wahyuni\\, S.Pd.\\; \\\\",
        "ORG:PPS Bulu",
        "TITLE:ketua",
        "TEL;TYPE=CELL:+6281290000000",
        "TEL;TYPE=CELL:+6281290000001",
        "NOTE:aktif",
        "END:VCARD",
        "",
    ]


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_no_name_makes_a_property_of_its_own(name: str) -> None:
    data = _written(_card(name))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    text = data.decode()
    assert not raw(text.replace("\r\n", ""))
    unfolded = text.replace("\r\n ", "").split("\r\n")
    assert [line.partition(":")[0] for line in unfolded[:-1]] == [
        "BEGIN", "VERSION", "N", "FN", "ORG", "TITLE", "TEL;TYPE=CELL", "TEL;TYPE=CELL", "NOTE",
        "END",
    ]  # fmt: skip


def test_only_members_have_it() -> None:
    assert "vcf" not in names()
    assert "vcf" not in names("replace")
    assert set(names("members")) == {*names("replace"), "vcf"}
