"""The checklists that come with the tool, and what an office may say in one."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from adhoc_cli.checklist.items import due_of, plan
from adhoc_cli.models.types import STAKEHOLDERS
from adhoc_cli.profiles import checklist as module
from adhoc_cli.profiles.checklist import Checklist, Deadline, Item
from adhoc_cli.profiles.load import ConfigError, load_office, load_profile, profile_names
from adhoc_cli.profiles.model import Profile
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.words import LANGUAGES

OF_PPK = [
    *("PPK-01", "PPK-02", "PPK-03", "PPK-04", "PPK-04B", "PPK-04C", "PPK-04D", "PPK-05", "PPK-05B"),
    *(f"PPK-{number:02}" for number in range(6, 12)),
]
OF_PPS = [
    *("PPS-01", "PPS-02", "PPS-02B", "PPS-02C", "PPS-02D"),
    *(f"PPS-{number:02}" for number in range(3, 11)),
]
OF_KPU = ["KPU-01", "KPU-02", "KPU-03", "KPU-04"]
ITEMS = OF_PPK + OF_PPS + OF_KPU
DATED_BY_LAW = ["PPK-04", "PPK-04B", "PPS-02", "PPS-02B"]


def test_every_profile_has_its_checklist() -> None:
    files = Path(module.__file__).parent / "checklists"
    own = {path.stem for path in files.glob("*.toml")}
    assert own < {*profile_names()}
    assert [name for name in profile_names() if not load_profile(name).butir] == ["ppln-2024"]


@pytest.mark.parametrize("name", ["pemilu-2024", "pilkada-2024"])
def test_a_shipped_checklist(name: str) -> None:
    found, profile = load_profile(name).checklist, load_profile(name)
    assert list(found.butir) == list(found.active)
    assert [key for key in found.butir if key in ITEMS] == ITEMS  # an id is for ever
    assert list(found.unknown_words(profile.badan)) == []
    assert [key for key, item in found.butir.items() if item.hukum] == DATED_BY_LAW
    for key, item in found.butir.items():
        assert key.startswith(item.badan)
        assert item.sumber is not None
        assert item.bukti
        assert item.sumber.catatan_id, key
        assert item.sumber.catatan_en, key
        assert "" not in (item.tujuan_id, item.tujuan_en)


@pytest.mark.parametrize("name", profile_names())
def test_whom_pemangku_csv_can_name_is_spelt_as_there(name: str) -> None:
    known = {word.casefold() for word in STAKEHOLDERS}
    values = set(STAKEHOLDERS.values())
    for item in load_profile(name).checklist.butir.values():
        for role in item.pemangku:
            assert role in values or role.casefold() not in known, role


def due(name: str, key: str) -> date | None:
    profile = load_profile(name)
    return due_of(profile.butir[key], profile).day


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("PPK-01", "2024-05-23"), ("PPK-02", "2024-05-30"), ("PPK-04", "2024-05-23"),
        ("PPK-05", "2024-05-30"), ("PPK-05B", "2024-09-16"),
        ("PPK-07", "2024-06-07"), ("PPK-08", "2024-11-19"),
        ("PPK-09", None), ("PPK-10", "2024-11-13"), ("PPS-01", "2024-06-02"),
        ("PPS-02", "2024-06-02"), ("PPS-06", "2024-06-23"), ("PPS-07", "2024-07-25"),
        ("PPS-09", "2024-09-28"), ("PPS-10", "2024-11-06"),
    ],
)  # fmt: skip
def test_the_days_of_pilkada_2024(key: str, day: str | None) -> None:
    assert due("pilkada-2024", key) == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("key", "day"),
    [("PPK-04", "2023-01-11"), ("PPS-02", "2023-01-31"), ("PPK-05", "2023-01-18"),
     ("PPK-05B", "2023-12-10"), ("PPS-08", "2023-12-10"), ("PPS-09", "2023-12-20"),
     ("PPK-10", "2024-01-31"), ("PPK-11", None)],
)  # fmt: skip
def test_the_days_of_pemilu_2024(key: str, day: str | None) -> None:
    assert due("pemilu-2024", key) == (date.fromisoformat(day) if day else None)


# -- what an office may say ------------------------------------------------------------------------

PROFILE = load_profile("pilkada-2024")
ITEM = {"badan": "PPK", "pemangku": ["camat"], "tujuan_id": "x", "tujuan_en": "x"}


def own(**batas: object) -> Checklist:
    stages = {"pendaftaran": {"judul_id": "x", "judul_en": "x", "mulai": date(2024, 9, 17)}}
    return Checklist.model_validate(
        {"tahapan": stages, "butir": {"PPK-90": {**ITEM, "batas": batas}}}
    )


def with_its(checklist: Checklist) -> Profile:
    """The profile with the items and stages of a checklist in place of its own."""
    update = {"tahapan": checklist.tahapan, "butir": checklist.butir}
    return PROFILE.model_copy(update=update)


@pytest.mark.parametrize(
    ("batas", "day"),
    [
        ({}, None),
        ({"hari": 7}, date(2024, 5, 23)),
        ({"hari": 0}, date(2024, 5, 16)),
        ({"hari": 7, "pelantikan": "PPS"}, date(2024, 6, 2)),
        ({"sebelum": "pendaftaran"}, date(2024, 9, 16)),
        ({"sebelum": "pendaftaran", "hari_sebelum": 0}, date(2024, 9, 17)),
        ({"sampai": "pendaftaran"}, None),  # nobody said when it ends
        ({"sebelum": "KPPS"}, date(2024, 11, 6)),
        ({"sampai": "KPPS"}, date(2024, 12, 8)),
        ({"sebelum": "pemungutan_suara", "hari_sebelum": 14}, date(2024, 11, 13)),
        ({"hari": 7, "sebelum": "KPPS", "tanggal": date(2024, 6, 1)}, date(2024, 6, 1)),
    ],
)
def test_the_last_day(batas: dict[str, object], day: date | None) -> None:
    found = own(**batas)
    assert list(found.unknown_words(PROFILE.badan)) == []
    assert due_of(found.butir["PPK-90"], with_its(found)).day == day


def test_grace_comes_before_overdue() -> None:
    found = own(hari=14, tenggang=7)
    limit = due_of(found.butir["PPK-90"], with_its(found))
    assert (limit.day, limit.late) == (date(2024, 5, 30), date(2024, 6, 6))
    assert [limit.left(date(2024, 5, n)) for n in (27, 30, 31)] == [3, 0, -1]


def test_an_item_that_is_switched_off_is_not_planned() -> None:
    butir = {"PPK-90": ITEM, "PPK-91": {**ITEM, "aktif": False}, "PPS-90": {**ITEM, "badan": "PPS"}}
    found = Checklist.model_validate({"butir": butir})
    assert [planned.id for planned in plan(with_its(found))] == ["PPK-90", "PPS-90"]
    assert [p.id for p in plan(with_its(found), bodies=["PPS"])] == ["PPS-90"]
    assert [p.id for p in plan(with_its(found), items=["ppk-90"])] == ["PPK-90"]
    assert [p.level for p in plan(with_its(found))] == ["kecamatan", "desa"]


def test_an_item_of_a_body_of_the_tps_is_one_for_its_desa() -> None:
    found = Checklist.model_validate({"butir": {"KPPS-01": {**ITEM, "badan": "KPPS"}}})
    assert plan(with_its(found))[0].level == "desa"


def test_words_that_mean_nothing_are_told() -> None:
    found = own(sebelum="pendaftaran_kpss", pelantikan="PPX")
    assert list(found.unknown_words(["PPK"])) == [
        ("PPK-90", ("batas", "pelantikan"), ("PPK",)),
        ("PPK-90", ("batas", "sebelum"), ("pendaftaran", "pemungutan_suara", "PPK")),
    ]
    assert next(iter(found.unknown_words(["PPS"]))) == ("PPK-90", ("badan",), ("PPS",))


@pytest.mark.parametrize(
    "wrong",
    [
        {"pemangku": []}, {"pemangku": [""]}, {"hukum": "ya"}, {"aktif": 1}, {"warna": "merah"},
        {"batas": {"hari": -1}}, {"batas": {"hari": "7"}}, {"batas": {"tanggal": "2024-06-01"}},
    ],
    ids=str,
)  # fmt: skip
def test_what_an_item_cannot_say(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Item.model_validate({**ITEM, **wrong})


def test_an_item_needs_no_source_and_no_deadline() -> None:
    item = Item.model_validate(ITEM)
    assert (item.batas, item.sumber, item.hukum, item.aktif) == (Deadline(), None, False, True)


# -- what adhoc.toml says of it --------------------------------------------------------------------


def office(folder: Path, text: str) -> Checklist:
    (folder / "adhoc.toml").write_text(text, encoding="utf-8")
    return load_office(folder).profile.checklist


def fault(folder: Path, text: str) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        office(folder, text)
    for lang in LANGUAGES:
        assert not re.search(r"\{[a-z]", caught.value.said(Translator(lang)))
    return caught.value


def test_an_office_overrides_switches_off_and_adds(tmp_path: Path) -> None:
    found = office(
        tmp_path,
        """
[ubah.tahapan.pleno]
judul_id = "Pleno"
judul_en = "Pleno"
mulai = 2024-12-01

[ubah.butir.PPK-02.batas]
tanggal = 2024-06-30

[ubah.butir.PPK-09]
aktif = false

[ubah.butir.PPK-12]
badan = "PPK"
pemangku = ["kapolres"]
tujuan_id = "Pengamanan pleno"
tujuan_en = "Safety of the pleno"
batas = { sebelum = "pleno", hari_sebelum = 3 }
""",
    )
    planned = {one.id: one for one in plan(with_its(found))}
    assert "PPK-09" not in planned
    assert list(planned)[-1] == "PPK-12"
    assert planned["PPK-12"].due.day == date(2024, 11, 28)
    assert planned["PPK-02"].due.day == date(2024, 6, 30)
    assert planned["PPK-02"].item.pemangku == ("kapolsek",)
    # The law's source says nothing of what the office changed.
    assert planned["PPK-02"].item.sumber is None
    assert found.butir["PPK-09"].sumber is not None


@pytest.mark.parametrize(
    ("text", "key", "said", "line"),
    [
        ("[ubah.butir.PPK-02]\naktf = false", "config.unknown_key", "ubah.butir.PPK-02.aktf", 2),
        ("\n[ubah.butir.PPK-2]\naktif = false", "config.new_item", None, 2),
        ("[ubah.butir.PPK-02.batas]\nsebelum = 'x'", "config.value",
         "ubah.butir.PPK-02.batas.sebelum", 2),
        ("[ubah.butir.PPK-02]\nbadan = 'PPX'", "config.value", "ubah.butir.PPK-02.badan", 2),
        ("[ubah.butir.PPK-02.batas]\nhari = '7'", "config.value",
         "ubah.butir.PPK-02.batas.hari", 2),
        ("[ubah]\nbutir = 3", "config.value", "ubah.butir", 2),
        ("[ubah.butir]\nPPK-02 = 3", "config.value", "ubah.butir.PPK-02", 2),
        ("[ubah.tahapan.x]\njudul_id = 'x'", "config.missing_key", "ubah.tahapan.x.judul_en", 1),
    ],
)  # fmt: skip
def test_what_an_office_cannot_say(
    tmp_path: Path, text: str, key: str, said: str | None, line: int
) -> None:
    error = fault(tmp_path, text)
    assert (error.key, error.params.get("key"), error.place) == (key, said, f"adhoc.toml:{line}")


def test_a_misspelt_item_is_told_the_nearest(tmp_path: Path) -> None:
    error = fault(tmp_path, "[ubah.butir.PPK-2]\naktif = false")
    assert error.params["nearest"] == "PPK-02"
    error = fault(tmp_path, "[ubah.butir.PPK-02.batas]\nsebelum = 'pendaftaran'")
    assert "pendaftaran_kpps" in error.params["choices"]
