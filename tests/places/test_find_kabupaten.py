"""A kabupaten from what an operator types."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adhoc_cli.places.country import kabupaten
from adhoc_cli.places.find import AmbiguousPlace, PlaceError, UnknownPlace, find_kabupaten

_SHARED = {name for name, n in Counter(k.base_name for k in kabupaten()).items() if n > 1}


@pytest.mark.parametrize(
    "text",
    [
        "33.23", "3323", " 33.23 ", "Temanggung", "temanggung", "TEMANGGUNG",
        "Kabupaten Temanggung", "KABUPATEN TEMANGGUNG", "Kab. Temanggung",
        "kab temanggung", "Kab.Temanggung",
        "KPU Kabupaten Temanggung", "KPU Kab. Temanggung", "  Kabupaten   Temanggung ",
    ],
)  # fmt: skip
def test_temanggung(text: str) -> None:
    assert find_kabupaten(text).code == "33.23"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kota Semarang", "33.74"),
        ("Kab. Semarang", "33.22"),
        ("Kota Banjar", "32.79"),
        ("Kabupaten Banjar", "63.03"),
        ("Jakarta Pusat", "31.71"),
        ("Kota Jakarta Pusat", "31.71"),
        ("Kota Administrasi Jakarta Pusat", "31.71"),
        ("Kota Adm. Jakarta Pusat", "31.71"),
        ("Kep. Seribu", "31.01"),
        ("Kabupaten Administrasi Kepulauan Seribu", "31.01"),
        ("Kotabaru", "63.02"),  # begins with "Kota", and is none
        ("Kabupaten Kotabaru", "63.02"),
        ("Kotawaringin Barat", "62.01"),
        ("Tojo Una-Una", "72.09"),
        ("Tolitoli", "72.04"),
        ("Yogyakarta", "34.71"),
    ],
)
def test_names(text: str, code: str) -> None:
    assert find_kabupaten(text).code == code


def test_every_one_is_found_by_code_and_by_name() -> None:
    for place in kabupaten():
        assert find_kabupaten(place.code) == place
        assert find_kabupaten(place.code.replace(".", "")) == place
        assert find_kabupaten(place.name) == place
        assert find_kabupaten(place.name.upper()) == place
        if place.base_name not in _SHARED:
            assert find_kabupaten(place.base_name) == place


def test_26_names_are_shared_and_refused_with_all_who_have_them() -> None:
    assert len(_SHARED) == 26
    for name in _SHARED:
        with pytest.raises(AmbiguousPlace) as refused:
            find_kabupaten(name)
        assert refused.value.word == name
        sharing = {k.code for k in kabupaten() if k.base_name == name}
        assert {one.region.code for one in refused.value.candidates} == sharing


def test_semarang() -> None:
    with pytest.raises(AmbiguousPlace) as refused:
        find_kabupaten("Semarang")
    assert [one.region.name for one in refused.value.candidates] == [
        "Kabupaten Semarang",
        "Kota Semarang",
    ]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Temangung", ["Kabupaten Temanggung"]),
        ("Kab. Temangung", ["Kabupaten Temanggung"]),
        ("Kota Temanggung", ["Kabupaten Temanggung"]),
        ("Semarng", ["Kabupaten Semarang", "Kota Semarang"]),
        ("Ogan Komering", [
            "Kabupaten Ogan Komering Ulu", "Kabupaten Ogan Komering Ilir",
            "Kabupaten Ogan Komering Ulu Timur", "Kabupaten Ogan Komering Ulu Selatan",
        ]),
        ("33.23.01", ["Kabupaten Temanggung"]),
        ("33.23.01.2001", ["Kabupaten Temanggung"]),
        ("3323012001", ["Kabupaten Temanggung"]),
        ("33.99", []),
        ("33", []),
        ("", []),
        ("   ", []),
        ("Kota", []),
        ("Kabupaten", []),
        ("???", []),
        ("３３.２３", []),
        ("qqqqqqqq", []),
    ],
)  # fmt: skip
def test_unknown_places_suggest_and_never_correct(text: str, near: list[str]) -> None:
    with pytest.raises(UnknownPlace) as refused:
        find_kabupaten(text)
    assert [one.region.name for one in refused.value.candidates] == near


def test_a_very_long_text_costs_no_time() -> None:
    start = time.process_time()
    for text in ("x" * 1_000_000, " " * 1_000_000 + "x", "kab " * 300_000, "3" * 1_000_000):
        with pytest.raises(UnknownPlace):
            find_kabupaten(text)
    assert time.process_time() - start < 3


@settings(deadline=None)
@given(st.text(max_size=60) | st.sampled_from(["Semarang", "Kab. Bima", "Temangung", "3323"]))
def test_any_text_finds_a_place_or_says_why_not(text: str) -> None:
    found, several, near = _asked(text)
    assert {*found, *several, *near} <= {place.code for place in kabupaten()}
    assert len(several) != 1
    assert bool(found) + bool(several) <= 1


def _asked(text: str) -> tuple[list[str], list[str], list[str]]:
    """The codes of what is found, what it is ambiguous between, what may be meant."""
    try:
        return [find_kabupaten(text).code], [], []
    except PlaceError as refused:
        codes = [one.region.code for one in refused.candidates]
        return [], codes if refused.ambiguous else [], [] if refused.ambiguous else codes
