"""What a profile can say: other bodies, ranges, steps, shares, divisions."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from adhoc_cli.models.vocabulary import DEFAULT_BODIES
from adhoc_cli.profiles.model import Body, Profile, Seats, Step


def body(**changes: Any) -> Body:
    least = {"judul_id": "x", "judul_en": "x", "unit": "desa", "kursi": 3, "jabatan": {"ketua": 1}}
    return Body.model_validate(least | changes)


def profile(**bodies: dict[str, Any]) -> Profile:
    least = {"judul_id": "x", "judul_en": "x", "unit": "desa", "kursi": 3, "jabatan": {"ketua": 1}}
    return Profile.model_validate(
        {
            "nama": "x",
            "judul_id": "x",
            "judul_en": "x",
            "hari_pemungutan_suara": date(2024, 11, 27),
            "badan": {name: least | changes for name, changes in bodies.items()},
        }
    )


def kind_of(error: ValidationError) -> tuple[str, tuple[str | int, ...]]:
    first = error.errors()[0]
    return first["type"], (*first["loc"], *first.get("ctx", {}).get("at", ()))


@pytest.mark.parametrize(
    ("written", "least", "most"),
    [(5, 5, 5), ([3, 7], 3, 7), ({"min": 3, "maks": 7}, 3, 7), (0, 0, 0)],
)
def test_seats_are_a_number_or_a_range(written: object, least: int, most: int) -> None:
    seats = body(kursi=written).kursi
    assert (seats.min, seats.maks) == (least, most)


def test_seats_take_a_step_on_an_attribute_of_the_unit() -> None:
    written = {
        "min": 1,
        "maks": 1,
        "atribut": "jumlah_pemilih",
        "bila": [{"lebih_dari": 400, "kursi": 2}],
    }
    assert body(kursi=written).kursi == Seats(
        min=1, maks=1, atribut="jumlah_pemilih", bila=(Step(lebih_dari=400, kursi=2),)
    )


@pytest.mark.parametrize(
    ("written", "kind", "at"),
    [
        (True, "seats", ("kursi",)),
        ("5", "seats", ("kursi",)),
        (5.0, "seats", ("kursi",)),
        ([1, 2, 3], "seats", ("kursi",)),
        ([1, True], "seats", ("kursi",)),
        (-1, "greater_than_equal", ("kursi", "min")),
        (10**30, "less_than_equal", ("kursi", "min")),
        ([7, 3], "min_above_maks", ("kursi", "min")),
        ({"min": 1}, "missing", ("kursi", "maks")),
        ({"min": True, "maks": 1}, "int_type", ("kursi", "min")),
        ({"min": 1, "maks": 1, "bila": [{"lebih_dari": 1, "kursi": 2}]},
         "step_without_attribute", ("kursi", "bila")),
        ({"min": 1, "maks": 1, "atribut": "jumlah_pemilih",
          "bila": [{"lebih_dari": 400, "kursi": 2}, {"lebih_dari": 400, "kursi": 3}]},
         "steps_ascend", ("kursi", "bila")),
    ],
)  # fmt: skip
def test_faulty_seats_are_refused(written: object, kind: str, at: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError) as caught:
        body(kursi=written)
    assert kind_of(caught.value) == (kind, at)


def test_a_role_has_a_number_or_a_range() -> None:
    assert body(jabatan={"ketua": 1, "anggota": [2, 6]}).jabatan == {
        "ketua": (1, 1),
        "anggota": (2, 6),
    }


@pytest.mark.parametrize(
    ("changes", "kind", "at"),
    [
        ({"jabatan": {"ketua": True}}, "range", ("jabatan", "ketua")),
        ({"jabatan": {"ketua": [2, 1]}}, "min_above_maks", ("jabatan", "ketua")),
        ({"mulai": date(2024, 5, 26), "selesai": date(2024, 5, 25)},
         "ends_before_it_begins", ("selesai",)),
        ({"mulai": "2024-05-26"}, "election_day", ("mulai",)),
        ({"mulai": date(1, 1, 1)}, "greater_than_equal", ("mulai",)),
        ({"usia_min": 17, "usia_maks": 16}, "at_least", ("usia_maks",)),
        ({"usia_maks": "55"}, "int_type", ("usia_maks",)),
        ({"perempuan_min": 30}, "less_than_equal", ("perempuan_min",)),
        ({"perempuan_min": float("nan")}, "less_than_equal", ("perempuan_min",)),
        ({"perempuan_min": True}, "float_type", ("perempuan_min",)),
        ({"pendidikan_min": "SLTA"}, "literal_error", ("pendidikan_min",)),
        ({"selalu": 1}, "bool_type", ("selalu",)),
        ({"sinonim": [""]}, "string_too_short", ("sinonim", 0)),
        ({"divisi": ["Hukum"], "divisi_sinonim": {"H": "Hukkum"}},
         "one_of", ("divisi_sinonim", "H")),
        ({"sumber": {"kursy": {"dasar": "x", "tingkat": "A"}}}, "one_of", ("sumber", "kursy")),
    ],
)  # fmt: skip
def test_a_faulty_body_is_refused(
    changes: dict[str, Any], kind: str, at: tuple[str | int, ...]
) -> None:
    with pytest.raises(ValidationError) as caught:
        body(**changes)
    assert kind_of(caught.value) == (kind, at)


def test_a_term_of_one_day_is_fine() -> None:
    day = date(2024, 5, 26)
    assert body(mulai=day, selesai=day).selesai == day


@pytest.mark.parametrize(
    ("seats", "women"), [(0, 0), (1, 1), (3, 1), (5, 2), (7, 3), (10, 3), (100, 30)]
)
def test_30_percent_is_rounded_up(seats: int, women: int) -> None:
    assert body(perempuan_min=0.30).women_needed(seats) == women


@pytest.mark.parametrize("percent", range(101))
def test_a_share_of_100_seats_is_its_percentage(percent: int) -> None:
    assert body(perempuan_min=percent / 100).women_needed(100) == percent


def test_without_a_share_no_woman_is_needed() -> None:
    assert body().women_needed(5) == 0


def test_a_secretariat_belongs_to_a_body_of_the_profile() -> None:
    assert profile(A={}, B={"sekretariat_dari": "A"}).badan["B"].is_secretariat
    assert not body().is_secretariat
    with pytest.raises(ValidationError) as caught:
        profile(A={}, B={"sekretariat_dari": "C"})
    assert kind_of(caught.value) == ("one_of", ("badan", "B", "sekretariat_dari"))


@pytest.mark.parametrize("word", ["linmas", "LIN-MAS", "a"])
def test_a_synonym_belongs_to_one_body(word: str) -> None:
    with pytest.raises(ValidationError) as caught:
        profile(A={"sinonim": ["linmas"]}, B={"sinonim": [word]})
    assert kind_of(caught.value) == ("synonym_taken", ("badan", "B", "sinonim"))


def test_a_synonym_may_repeat_in_its_own_body() -> None:
    assert profile(A={"sinonim": ["a", "A.", "x"]}).vocabulary().body("X") == "A"


def test_the_vocabulary_is_that_of_the_election() -> None:
    vocabulary = profile(PANWASCAM={"sinonim": ["panwaslu kecamatan"]}).vocabulary()
    assert vocabulary.body("Panwaslu-Kecamatan") == "PANWASCAM"
    assert vocabulary.body("PPK") is None
    assert "PPK" in DEFAULT_BODIES


@pytest.mark.parametrize(
    ("text", "division"),
    [
        ("Hukum dan Pengawasan", "Hukum dan Pengawasan"),
        ("hukum & pengawasan", "Hukum dan Pengawasan"),
        ("Divisi Hukum, Pengawasan", "Hukum dan Pengawasan"),
        ("Kordiv. HUKUM", "Hukum dan Pengawasan"),
        ("Anggota yang membidangi Datin", "Perencanaan, Data, dan Informasi"),
        ("Ketua Divisi Data-Informasi", "Perencanaan, Data, dan Informasi"),
        ("Informasi dan Perencanaan", "Perencanaan, Data, dan Informasi"),
        ("Data dan Hukum", None),  # of two
        ("Data dan Dapur", None),
        ("Divisi", None),
        ("", None),
    ],
)
def test_a_division_is_read_in_many_spellings(text: str, division: str | None) -> None:
    names = ["Hukum dan Pengawasan", "Perencanaan, Data, dan Informasi"]
    aliases = {"Hukum": names[0], "Datin": names[1]}
    assert body(divisi=names, divisi_sinonim=aliases).division(text) == division


def test_an_error_never_shows_the_value() -> None:
    with pytest.raises(ValidationError) as caught:
        body(usia_maks="3323010101900001")
    assert "3323010101900001" not in str(caught.value)
