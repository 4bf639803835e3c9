"""A table that is declared once, in every form."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from adhoc_cli.models.columns import Privacy
from adhoc_cli.models.finding import Personal, Region
from adhoc_cli.output.document import Column, Span, Tone
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import (
    CODE,
    COUNT,
    DAY,
    FLAG,
    LEFT,
    NAME,
    PERCENT,
    PHONE,
    Field,
    Table,
    grid_of,
    place,
    ratio,
    records_of,
    sheet_of,
)

_DAY = date(2024, 6, 10)


def one_field(value: Any, kind: Any, **looks: Any) -> Table:
    """A table of one cell."""
    return Table("seats", (Field("day", lambda row: row, kind, **looks),), lambda: [value])


@pytest.mark.parametrize(
    ("kind", "value", "text", "cells", "record"),
    [
        (CODE, "Q401", "Q401", ["Q401"], {"day": "Q401"}),
        (COUNT, 12_000, "12.000", [12_000], {"day": 12_000}),
        (COUNT, None, "", [None], {"day": None}),
        (PERCENT, 37, "37%", [0.37], {"day": 37}),
        (DAY, _DAY, "2024-06-10", [_DAY], {"day": "2024-06-10"}),
        (LEFT, 5, "tinggal 5 hari", [5], {"day": 5}),
        (LEFT, -3, "lewat 3 hari", [-3], {"day": -3}),
        (FLAG, True, "ya", ["ya"], {"day": "true"}),
        (NAME, "Siti 3323014202810002", "Siti 3323014202810002", None, None),  # masked when written
        (PHONE, Personal("081234567890", Privacy.PHONE), "0812****7890", None, None),
        (place(), Region("33.23.01", "Bulu"), "Bulu (33.23.01)", ["33.23.01", "Bulu"], None),
        (ratio("all"), (5, 4), "5/4", [4, 5, 1.25], {"day": 5, "all": 4}),
        (ratio("all"), (0, 0), "0/0", [0, 0, None], {"day": 0, "all": 0}),
    ],
)
def test_what_each_form_makes_of_a_value(
    kind: Any, value: Any, text: str, cells: Any, record: Any
) -> None:
    titles = ("report.day",) * len(cells or [text])
    table, speaker = one_field(value, kind, sheet=titles), Speaker("id")
    assert [[span.text for span in row] for row in grid_of(table, speaker).rows] == [[text]]
    assert [list(row) for row in sheet_of(table, speaker).rows] == [cells or [text]]
    (told,) = records_of(table, speaker).rows
    assert told == (record or told)
    assert list(told) == list(records_of(table, speaker).columns)


def test_what_is_masked_is_masked_in_every_form() -> None:
    table = one_field(Personal("081234567890", Privacy.PHONE), PHONE)
    for personal in (False, True):
        speaker = Speaker("id", personal)
        forms = (
            list(grid_of(table, speaker).rows),
            list(sheet_of(table, speaker).rows),
            list(records_of(table, speaker).rows),
        )
        for form in map(str, forms):
            assert ("081234567890" in form) is personal


def test_fields_leave_the_forms_that_do_not_have_them() -> None:
    table = Table(
        "seats",
        (
            Field("day", str, screen=False),
            Field("units", str, sheet=None),
            Field("body", str, csv=False),
            Field("person", str, personal=True),
        ),
        lambda: ["x"],
    )
    speaker = Speaker("en")
    assert [one.title for one in grid_of(table, speaker).columns] == ["Units", "Body", "Person"]
    assert [one.title for one in sheet_of(table, speaker).columns] == ["Day", "Body", "Person"]
    assert list(records_of(table, speaker).columns) == ["day", "units", "person"]
    assert [field.key for field in table.public().fields] == ["day", "units", "body"]


def test_tones() -> None:
    def tone(value: Any, kind: Any, wanted: Any = None) -> Tone:
        ((span,),) = grid_of(one_field(value, kind, tone=wanted), Speaker("id")).rows
        return span.tone

    assert [tone(n, COUNT, Tone.BAD) for n in (0, 2)] == [Tone.DIM, Tone.BAD]
    assert [tone(n, COUNT) for n in (0, 2)] == [Tone.PLAIN, Tone.PLAIN]
    fullness = [tone(pair, ratio("all")) for pair in ((5, 5), (4, 5), (6, 5))]
    assert fullness == [Tone.GOOD, Tone.BAD, Tone.WARN]
    assert tone((4, 5), ratio("all"), Tone.DIM) is Tone.DIM
    assert tone(3, COUNT, lambda row: Tone.WARN if row > 2 else Tone.PLAIN) is Tone.WARN


def test_a_span_stands_in_place_of_a_value() -> None:
    table = one_field(Span("belum", Tone.DIM), DAY)
    assert list(grid_of(table, Speaker("id")).rows) == [[Span("belum", Tone.DIM)]]
    assert list(sheet_of(table, Speaker("id")).rows) == [[None]]
    assert list(sheet_of(one_field(Span("belum"), CODE), Speaker("id")).rows) == [["belum"]]


def test_totals_stand_out_by_their_name() -> None:
    table = Table(
        "seats",
        (Field("body", lambda row: row[0]), Field("units", lambda row: row[1], COUNT)),
        lambda: [("PPK", 20)],
        totals=[("Jumlah", 20)],
        keys=1,
    )
    grid, sheet = grid_of(table, Speaker("id")), sheet_of(table, Speaker("id"))
    assert grid.totals == [[Span("Jumlah", Tone.STRONG), Span("20")]]
    assert sheet.totals == [["Jumlah", 20]]


def test_records_of_a_declared_table_have_its_sheet() -> None:
    fields = (
        Field("region", lambda row: Region("33.23.01", row), place()),
        Field("until", lambda row: _DAY, DAY, "report.day"),
        Field("line", lambda row: (4, 5), ratio("of"), "report.trained"),
        Field("params", lambda row: row),
    )
    sheet = records_of(Table("seats", fields, lambda: ["Bulu"]), Speaker("id")).sheet
    assert sheet is not None
    assert [column.title for column in sheet().columns] == [
        "Kode wilayah", "Wilayah", "Tanggal", "Dari", "Sudah", "Bagian", "params",
    ]  # fmt: skip
    assert [list(row) for row in sheet().rows] == [["33.23.01", "Bulu", _DAY, 5, 4, 0.8, "Bulu"]]


def test_looks_of_columns() -> None:
    table = Table(
        "seats",
        (
            Field("place", str, wrap=True, drop=2),
            Field("vacant", int, COUNT, "quota.vacant", tone=Tone.BAD),
            Field(
                "share",
                lambda row: row,
                ratio("all"),
                sheet=("report.of", "title.total", "report.share"),
            ),
        ),
        list,
    )
    assert list(grid_of(table, Speaker("id")).columns) == [
        Column("Wilayah", drop=2, wrap=True),
        Column("Kurang", right=True),
        Column("Bagian", right=True),
    ]
    assert sheet_of(table, Speaker("id")).columns == [
        Column("Wilayah", wrap=True),
        Column("Kurang", tone=Tone.BAD),
        Column("Dari"),
        Column("Jumlah"),
        Column("Bagian", bar=True),
    ]


def test_rows_are_asked_for_on_every_walk_and_can_be_cut() -> None:
    asked = []

    def rows() -> Any:
        asked.append(1)
        return iter(["a", "b", "c"])

    grid = grid_of(Table("seats", (Field("day", str),), rows).first(2), Speaker("id"))
    assert [len(list(grid.rows)) for _ in range(2)] == [2, 2]
    assert len(asked) == 2
