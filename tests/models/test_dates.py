from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adhoc_cli.models.columns import columns_of
from adhoc_cli.models.dates import (
    Order,
    above_twelve,
    both_readings,
    day_order,
    has_two_readings,
    read_date,
)
from adhoc_cli.models.rows import Anggota

DAY = date(2024, 5, 16)
MONTHS = (
    ("Januari", "Jan"),
    ("Februari", "Pebruari", "Feb", "Peb"),
    ("Maret", "Mar"),
    ("April", "Apr"),
    ("Mei",),
    ("Juni", "Jun"),
    ("Juli", "Jul"),
    ("Agustus", "Agu", "Agt", "Ags"),
    ("September", "Sep", "Sept"),
    ("Oktober", "Okt"),
    ("November", "Nopember", "Nov", "Nop"),
    ("Desember", "Des"),
)


@pytest.mark.parametrize(
    "text",
    [
        "2024-05-16",
        "2024-5-16",
        "2024-05-16 00:00:00",
        "2024-05-16T00:00",
        "16/05/2024",
        "16-05-2024",
        "16-5-2024",
        "16.05.2024",
        "16 Mei 2024",
        "May 16, 2024",
        "16 MEI 2024",
        "16 mei 2024",
        "16 May 2024",
        "16-Mei-2024",
        "16 Mei, 2024",
        "16  Mei\u00a02024",
        "Kamis, 16 Mei 2024",
        "kamis 16 mei 2024",
        "Kamis,16 Mei 2024",
        "Kamis, 16/05/2024",
        "2024/05/16",
        "2024.05.16",
        "16–05–2024",
        "16 - 05 - 2024",
        "16 / 5 / 2024",
        "16Mei2024",
        "16 Mei 2024.",
        "16-05-2024 / 34 tahun",
        "16 Mei 2024 (34 th)",
    ],
)
def test_forms_of_a_date(text: str) -> None:
    assert read_date(text, short_years=True) == DAY
    assert read_date(text, short_years=False) == DAY


@pytest.mark.parametrize("day", ["Jum'at", "Jum’at", "Jumat", "Ahad", "Minggu", "Sabtu", "Senin"])
def test_days_of_the_week(day: str) -> None:
    assert read_date(f"{day}, 16 Mei 2024", short_years=False) == DAY


@pytest.mark.parametrize("text", ["16/05/24", "16-5-24", "16 Mei 24", "16.05.24"])
def test_a_short_year_is_for_events_only(text: str) -> None:
    assert read_date(text, short_years=True) == DAY
    assert read_date(text, short_years=False) is None


@pytest.mark.parametrize("month", range(1, 13))
def test_every_spelling_of_a_month(month: int) -> None:
    for name in MONTHS[month - 1]:
        for spelling in (name, name.upper(), name.lower(), f"{name}."):
            assert read_date(f"3 {spelling} 2024", short_years=False) == date(2024, month, 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024-02-30",
        "2023-02-29",
        "13/13/2024",
        "05/16/2024",
        "2024-16-05",
        "0000-00-00",
        "0000-01-01",
        "00/00/0000",
        "20240516",
        "16052024",
        "45428",
        "16/05-2024",
        "16/05/224",
        "16/05/02024",
        "2024-05",
        "Mei 2024",
        "16 Mai 2024",
        "2024-05-16 13:00",
        "2024-05-16\n",
        "16 Mei 2024 ",
        "x, 16 Mei 2024",
        "1e3",
        "-1",
        "+5",
        "1_0",
        "1.0",
        "１６/05/2024",
        "١٦/05/2024",
        "2024-0５-16",
        "16 Mei ２０２４",
        "\u0966\u0967 Mei 2024",
    ],
)
def test_what_is_no_date_is_not_guessed(text: str) -> None:
    assert read_date(text, short_years=True) is None


@pytest.mark.parametrize(
    ("shown", "order"),
    [
        ({"7/8/1988": 9}, Order.DAY),  # says nothing
        ({"12/12/1988": 9}, Order.DAY),  # the same
        ({"7/32/1988": 9}, Order.DAY),  # is no date, whichever stands first
        ({"31/12/1988": 1}, Order.DAY),
        ({"12/31/1988": 1}, Order.MONTH),
        ({"12/13/1988": 1}, Order.MONTH),
        ({"12/31/1988": 1, "12/12/1988": 1, "32/1/1988": 1}, Order.MONTH),
        ({"12/31/1988": 1, "31/12/1988": 1}, Order.UNCLEAR),
        ({"12/31/1988": 1, "13/12/1988": 1}, Order.UNCLEAR),
        ({"12/31/1988": 1, "31/12/1988": 19}, Order.UNCLEAR),
        ({"12/31/1988": 1, "31/12/1988": 20}, Order.DAY),
        ({"12/31/1988": 19, "31/12/1988": 1}, Order.UNCLEAR),
        ({"12/31/1988": 20, "31/12/1988": 1}, Order.MONTH),
        ({"12/31/1988": 1, "31-12-1988": 1}, Order.MONTH),  # another sign is another hand
    ],
)
def test_what_stands_first_is_what_the_dates_of_a_column_show(
    shown: dict[str, int], order: Order
) -> None:
    assert day_order(shown).of("5/6/1990") is order


def test_a_sign_that_shows_nothing_is_unclear_beside_one_that_shows_the_month_first() -> None:
    assert day_order({"12/31/1988": 1}).of("5-6-1990") is Order.UNCLEAR
    assert day_order({"31/12/1988": 1}).of("5-6-1990") is Order.DAY
    assert day_order({"12/31/1988": 1}).of("5 Juni 1990") is Order.DAY


def test_a_date_is_read_in_the_order_of_its_column() -> None:
    assert read_date("05/16/2024", short_years=False, order=Order.MONTH) == DAY
    assert read_date("16/05/2024", short_years=False, order=Order.MONTH) is None
    assert read_date("16/05/2024", short_years=False, order=Order.UNCLEAR) == DAY
    assert read_date("12/05/2024", short_years=False, order=Order.UNCLEAR) is None
    assert both_readings("12/5/1990") == "1990-05-12 / 1990-12-05"


@pytest.mark.parametrize(
    ("text", "two"),
    [
        *(("1/12/1990", True), ("12/1/1990", True), ("5/5/1990", False), ("1990-05-06", False)),
        *(("13/1/1990", False), ("1/13/1990", False), ("0/5/1990", False), ("5/0/1990", False)),
    ],
)
def test_a_date_with_two_readings(text: str, *, two: bool) -> None:
    assert has_two_readings(text) is two


@pytest.mark.parametrize(
    ("texts", "above"),
    [
        *(([], False), (["12/7/1988"], False), (["7/12/1988"], False), (["Mei"], False)),
        *((["13/7/1988", "7/13/1988"], True), (["13/7/1988", "12/7/1988"], False)),
    ],
)
def test_dates_of_which_no_day_could_be_a_month(texts: list[str], *, above: bool) -> None:
    assert above_twelve(texts) is above


@given(st.dates(min_value=date(1, 1, 1)))
def test_the_day_comes_before_the_month(day: date) -> None:
    for text in (
        day.isoformat(),
        f"{day.day:02}/{day.month:02}/{day.year:04}",
        f"{day.day}-{day.month}-{day.year:04}",
        f"{day.day} {MONTHS[day.month - 1][0]} {day.year:04}",
    ):
        assert read_date(text, short_years=False) == day


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert read_date(text, short_years=True) is None or any(c in "0123456789" for c in text)


def test_the_ends_of_the_calendar() -> None:
    assert read_date("0001-01-01", short_years=False) == date.min
    assert read_date("9999-12-31", short_years=False) == date.max
    assert read_date("10000-01-01", short_years=False) is None


def test_sure_dates_are_what_the_type_says() -> None:
    read = columns_of(Anggota)["tanggal_lahir"].adapter.validate_python
    day = date(1000, 1, 1)
    while day.year < 1100:
        assert read(day.isoformat()) == day
        day += timedelta(days=11)
