"""`adhoc init`: what a new roster folder holds; nothing is overwritten or left half done."""

from __future__ import annotations

import csv
import errno
import json
import os
import re
import stat
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.files import folder as new_files
from adhoc_cli.files.folder import NewFile, write_new
from adhoc_cli.intake import init
from adhoc_cli.intake.init import (
    InitPlan,
    InitRefused,
    bodies_to_fill,
    member_columns,
    plan_init,
    seat_roles,
    write_init,
)
from adhoc_cli.models.columns import columns_of
from adhoc_cli.models.place_rows import Desa, Kecamatan
from adhoc_cli.models.rows import Anggota
from adhoc_cli.places.country import desa_of, kecamatan_of
from adhoc_cli.places.find import find_kabupaten
from adhoc_cli.profiles.load import Settings, load_office, load_profile, profile_names
from adhoc_cli.profiles.model import Body, Profile
from adhoc_cli.tables.folder import open_folder
from adhoc_cli.text.catalogue import texts
from adhoc_cli.text.system import reason_of, write_refusal
from adhoc_cli.text.words import LANGUAGES, Lang

PILKADA = load_profile("pilkada-2024")
TEMANGGUNG = find_kabupaten("Temanggung")
FILES = {
    "kecamatan.csv", "desa.csv", "anggota-ppk.csv", "anggota-pps.csv", "anggota-sekretariat.csv",
    "adhoc.toml",
}  # fmt: skip


def _plan(folder: Path, *, with_seats: bool = False, lang: Lang = "id") -> InitPlan:
    return plan_init(folder, TEMANGGUNG, PILKADA, with_seats=with_seats, lang=lang)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


def _refusal(folder: Path) -> InitRefused:
    """Why `folder` is refused, at planning and at writing alike."""
    plan = _plan(folder.parent / "elsewhere")
    plan = InitPlan(
        folder, plan.kabupaten, plan.profile, plan.with_seats, plan.places, plan.seats, plan.files
    )
    with pytest.raises(InitRefused) as early:
        _plan(folder)
    with pytest.raises(InitRefused) as late:
        write_init(plan)
    assert (early.value.key, early.value.params) == (late.value.key, late.value.params)
    return early.value


# -- what is written -------------------------------------------------------------------------------


def test_temanggung(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    done = write_init(_plan(folder))
    assert done.folder == folder
    assert done.kabupaten == TEMANGGUNG
    assert done.places == {"kecamatan": 20, "desa": 266, "kelurahan": 23}
    assert done.seats == {"PPK": 100, "PPS": 867, "SEKRETARIAT PPK": 60, "SEKRETARIAT PPS": 867}
    assert {file.name: file.rows for file in done.files} == {
        "kecamatan.csv": 20,
        "desa.csv": 289,
        "anggota-ppk.csv": 0,
        "anggota-pps.csv": 0,
        "anggota-sekretariat.csv": 0,
        "adhoc.toml": 0,
    }
    assert {path.name for path in folder.iterdir()} == FILES


def test_region_files_are_those_of_the_sample(tmp_path: Path) -> None:
    write_init(_plan(tmp_path))
    for name in ("kecamatan.csv", "desa.csv"):
        sample = Path(__file__).parents[2] / "data" / "temanggung" / name
        assert (tmp_path / name).read_bytes() == sample.read_bytes()


def test_planning_writes_nothing(tmp_path: Path) -> None:
    plan = _plan(tmp_path / "t", with_seats=True)
    assert {file.name for file in plan.files} == FILES
    assert not list(tmp_path.iterdir())


def test_files_are_utf8_with_plain_line_ends_and_members_are_private(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_init(_plan(tmp_path, with_seats=True))
    finally:
        os.umask(before)
    for path in tmp_path.iterdir():
        data = path.read_bytes()
        assert data.decode("utf-8").endswith("\n")
        assert b"\r" not in data
        assert not data.startswith(b"\xef\xbb\xbf")
        private = path.name.startswith("anggota")
        assert stat.S_IMODE(path.stat().st_mode) == (0o600 if private else 0o644), path.name


def test_header_only_member_files_have_the_columns_that_their_bodies_use(tmp_path: Path) -> None:
    write_init(_plan(tmp_path))
    header = {
        path.name: path.read_text(encoding="utf-8").split("\n")
        for path in tmp_path.glob("anggota-*.csv")
    }
    assert all(len(lines) == 2 and lines[1] == "" for lines in header.values())
    columns = {name: lines[0].split(",") for name, lines in header.items()}
    ppk, pps = columns["anggota-ppk.csv"], columns["anggota-pps.csv"]
    assert ppk[:5] == ["nama", "badan", "jabatan", "kode_wilayah", "kecamatan"]
    assert pps[:6] == ["nama", "badan", "jabatan", "kode_wilayah", "desa", "kecamatan"]
    assert "divisi" in ppk
    assert "divisi" not in pps
    assert {"nik", "tanggal_lahir", "status", "peringkat", "telepon", "nomor_sk"} <= set(pps)
    secretariat = columns["anggota-sekretariat.csv"]
    assert {"divisi", "peringkat", "tps"}.isdisjoint(secretariat)
    assert {"desa", "kecamatan", "nik", "keterangan"} <= set(secretariat)


def test_every_column_of_the_model_is_of_use_to_some_body() -> None:
    assert set(member_columns(PILKADA.badan.values())) == set(columns_of(Anggota))
    required = {name for name, spec in columns_of(Anggota).items() if spec.required}
    for body in PILKADA.badan.values():
        assert required <= set(member_columns([body]))


def test_seats_are_laid_out_one_a_row(tmp_path: Path) -> None:
    done = write_init(_plan(tmp_path, with_seats=True))
    assert {f.name: f.rows for f in done.files if f.name.startswith("anggota")} == {
        "anggota-ppk.csv": 100,
        "anggota-pps.csv": 867,
        "anggota-sekretariat.csv": 927,
    }
    pps = _rows(tmp_path / "anggota-pps.csv")
    names = {k.code: k.name for k in kecamatan_of(TEMANGGUNG)}
    expected = [
        ("PPS", role, d.code, d.name, names[d.kecamatan])
        for d in desa_of(TEMANGGUNG)
        for role in ("ketua", "anggota", "anggota")
    ]
    filled = ("badan", "jabatan", "kode_wilayah", "desa", "kecamatan")
    assert [tuple(row[name] for name in filled) for row in pps] == expected
    assert all(not text for row in pps for name, text in row.items() if name not in filled)
    ppk = Counter((r["jabatan"], r["kecamatan"]) for r in _rows(tmp_path / "anggota-ppk.csv"))
    assert ppk["ketua", "Bulu"] == 1
    assert ppk["anggota", "Bulu"] == 4
    staff = _rows(tmp_path / "anggota-sekretariat.csv")
    counted = Counter((r["badan"], r["jabatan"]) for r in staff)
    assert counted == {
        ("SEKRETARIAT PPK", "sekretaris"): 20,
        ("SEKRETARIAT PPK", "staf"): 40,
        ("SEKRETARIAT PPS", "sekretaris"): 289,
        ("SEKRETARIAT PPS", "staf"): 578,
    }


def test_the_strict_reader_accepts_the_laid_out_seats(tmp_path: Path) -> None:
    write_init(_plan(tmp_path, with_seats=True))
    folder = open_folder(tmp_path, PILKADA.vocabulary())
    assert not folder.log.kept
    for table in folder.tables.values():
        for file in table.files:
            assert file.readable, file.name
            assert file.accepted == file.rows, file.name
            assert not file.log.kept, file.name
    members = folder.tables["anggota"]
    assert len(members) == 100 + 867 + 927
    assert not members["nama"].known.any()  # nobody holds a seat
    for column in ("badan", "jabatan", "kode_wilayah"):
        assert members[column].known.all()


def test_all_seats_are_found_vacant(tmp_path: Path) -> None:
    from adhoc_cli.reports.seats import seat_table
    from adhoc_cli.roster.roster import load_roster

    write_init(_plan(tmp_path, with_seats=True))
    totals = seat_table(load_roster(tmp_path, date(2024, 6, 10))).totals
    vacant = {name: (t.required, t.filled, t.vacant, t.excess) for name, t in totals.items()}
    assert vacant == {
        "PPK": (100, 0, 100, 0),
        "PPS": (867, 0, 867, 0),
        "SEKRETARIAT PPK": (60, 0, 60, 0),
        "SEKRETARIAT PPS": (867, 0, 867, 0),
    }


def test_names_that_need_quotes_come_back_as_they_are(tmp_path: Path) -> None:
    place = find_kabupaten("35.26")  # Bangkalan: Ra"as, Ko"ol, Suwa"an
    write_init(plan_init(tmp_path, place, PILKADA, with_seats=True))
    text = (tmp_path / "desa.csv").read_text(encoding="utf-8")
    assert '35.26.07.2007,"Ra""as",desa,35.26.07\n' in text
    names = {row["kode"]: row["nama"] for row in _rows(tmp_path / "desa.csv")}
    assert names == {d.code: d.name for d in desa_of(place)}
    beside = {r["kode_wilayah"]: r["desa"] for r in _rows(tmp_path / "anggota-pps.csv")}
    assert beside == names


def test_without_a_kabupaten_the_region_files_have_a_header_only(tmp_path: Path) -> None:
    done = write_init(plan_init(tmp_path, None, PILKADA))
    assert {path.name for path in tmp_path.iterdir()} == FILES
    assert done.places == {"kecamatan": 0}
    assert done.seats == {}
    assert (tmp_path / "kecamatan.csv").read_text() == ",".join(columns_of(Kecamatan)) + "\n"
    assert (tmp_path / "desa.csv").read_text() == ",".join(columns_of(Desa)) + "\n"
    assert "idn-area-data" not in (tmp_path / "adhoc.toml").read_text(encoding="utf-8")


def test_seats_need_places(tmp_path: Path) -> None:
    with pytest.raises(InitRefused) as refused:
        plan_init(tmp_path, None, PILKADA, with_seats=True)
    assert refused.value.key == "seats_without_places"


# -- bodies and seats of other elections -----------------------------------------------------------


def _body(**values: object) -> Body:
    given = {"judul_id": "x", "judul_en": "x", "unit": "kecamatan"} | values
    return Body.model_validate(given)


@pytest.mark.parametrize(
    ("seats", "roles", "laid_out"),
    [
        (5, {"ketua": 1, "anggota": 4}, ["ketua", *["anggota"] * 4]),
        (3, {"sekretaris": 1, "staf": 2}, ["sekretaris", "staf", "staf"]),
        ([3, 7], {"ketua": 1, "anggota": [2, 6]}, ["ketua", "anggota", "anggota"]),
        (3, {"ketua": 1, "anggota": [0, 4]}, ["ketua", "anggota", "anggota"]),
        (2, {"anggota": [1, 2]}, ["anggota", "anggota"]),
        (1, {"anggota": [1, 2]}, ["anggota"]),
        (1, {"ketua": 1, "anggota": 2}, ["ketua"]),
        ([0, 2], {"anggota": [0, 2]}, []),
    ],
)
def test_seat_roles(seats: object, roles: object, laid_out: list[str]) -> None:
    assert seat_roles(_body(kursi=seats, jabatan=roles)) == laid_out


@pytest.mark.parametrize("name", ["pemilu-2024", "pilkada-2024", "pilkada-ulang-2025"])
def test_standing_bodies_and_their_secretariats_get_files(name: str) -> None:
    bodies = bodies_to_fill(load_profile(name))
    assert set(bodies) == {"PPK", "PPS", "SEKRETARIAT PPK", "SEKRETARIAT PPS"}
    for body in bodies.values():
        assert len(seat_roles(body)) == body.kursi.min


def test_another_election_needs_no_code(tmp_path: Path) -> None:
    panwaslu = _body(kursi=3, jabatan={"ketua": 1, "anggota": 2})
    watchers = _body(kursi=1, jabatan={"anggota": 1}, unit="tps")
    profile = Profile(
        nama='panwaslu "2024"',
        judul_id="x",
        judul_en="x",
        hari_pemungutan_suara=date(2024, 11, 27),
        badan={"PANWASLU KECAMATAN": panwaslu, "PTPS": watchers},
    )
    done = write_init(plan_init(tmp_path, TEMANGGUNG, profile, with_seats=True))
    rows = {file.name: file.rows for file in done.files}
    assert rows["anggota-panwaslu-kecamatan.csv"] == 60
    assert rows["anggota-ptps.csv"] == 0  # the reference knows no TPS
    assert done.seats == {"PANWASLU KECAMATAN": 60}
    settings = tomllib.loads((tmp_path / "adhoc.toml").read_text(encoding="utf-8"))
    assert settings == {"profil": 'panwaslu "2024"'}
    tomllib.loads(_switched_on((tmp_path / "adhoc.toml").read_text(encoding="utf-8")))


# -- adhoc.toml ------------------------------------------------------------------------------------


def _switched_on(text: str) -> str:
    """The settings with every "#" that has no blank behind it taken away."""
    return re.sub(r"(?m)^#(?=\S)", "", text)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("profile", profile_names())
@pytest.mark.parametrize("code", ["33.23", "33.74", "31.01", None])
def test_settings_are_valid_as_written_and_switched_on(
    tmp_path: Path, lang: Lang, profile: str, code: str | None
) -> None:
    place = find_kabupaten(code) if code else None
    law = load_profile(profile)
    plan = plan_init(tmp_path, place, law, lang=lang)
    write_init(plan)
    file = tmp_path / "adhoc.toml"
    text = file.read_text(encoding="utf-8")
    assert tomllib.loads(text) == {"profil": profile}
    assert load_office(tmp_path).settings == Settings(profil=profile)
    file.write_text(_switched_on(text), encoding="utf-8")
    office = load_office(tmp_path)
    assert office.settings.bahasa == lang
    standing = [name for name in ("PPK", "PPS") if name in law.badan]
    expected = [f"SEKRETARIAT {name}" for name in standing] or list(law.badan)
    assert list(office.settings.badan) == expected
    if place and standing:
        assert office.settings.total == {name: plan.seats[name] for name in standing}
    for name, body in office.profile.badan.items():
        assert body.kursi == law.badan[name].kursi
        assert body.mulai == law.badan[name].mulai
    assert office.overridden


@pytest.mark.parametrize("lang", LANGUAGES)
def test_settings_show_every_key(tmp_path: Path, lang: Lang) -> None:
    write_init(_plan(tmp_path, lang=lang))
    text = (tmp_path / "adhoc.toml").read_text(encoding="utf-8")
    keys = {field.alias or name for name, field in Settings.model_fields.items()}
    assert set(tomllib.loads(_switched_on(text))) == keys


@pytest.mark.parametrize(
    ("lang", "said", "other"),
    [("id", "Pengaturan adhoc-cli", "Settings"), ("en", "Settings of adhoc-cli", "Pengaturan")],
)
def test_settings_speak_one_language_and_name_the_place(
    tmp_path: Path, lang: Lang, said: str, other: str
) -> None:
    write_init(_plan(tmp_path, lang=lang))
    text = (tmp_path / "adhoc.toml").read_text(encoding="utf-8")
    assert said in text
    assert other not in text
    assert "Kabupaten Temanggung (33.23), Jawa Tengah" in text
    assert "Open Database License 1.0" in text
    assert "# https://opendatacommons.org/licenses/odbl/1-0/\n" in text
    assert "#PPS = 867  # 289 desa/kelurahan × 3\n" in text
    assert "settings." not in text  # the key of a text that nobody wrote
    assert "#   pemangku.csv: kode_wilayah,peran,nama,telepon\n" in text
    assert all(len(line) <= 100 for line in text.split("\n"))


# -- nothing is overwritten ------------------------------------------------------------------------


def test_an_existing_folder_keeps_its_other_files(tmp_path: Path) -> None:
    (tmp_path / "catatan.txt").write_text("x")
    (tmp_path / "bimtek.csv").write_text("x")
    (tmp_path / "sub").mkdir()
    write_init(_plan(tmp_path))
    assert {path.name for path in tmp_path.iterdir()} == FILES | {
        "catatan.txt", "bimtek.csv", "sub",
    }  # fmt: skip
    assert (tmp_path / "catatan.txt").read_text() == "x"


def test_all_files_in_the_way_are_named_and_nothing_is_written(tmp_path: Path) -> None:
    for name in ("desa.csv", "adhoc.toml", "anggota-pps.csv"):
        (tmp_path / name).write_text("mine")
    refused = _refusal(tmp_path)
    assert refused.key == "in_the_way"
    assert refused.params["files"] == ("adhoc.toml", "anggota-pps.csv", "desa.csv")
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == dict.fromkeys(
        ("adhoc.toml", "anggota-pps.csv", "desa.csv"), "mine"
    )


@pytest.mark.parametrize("name", ["DESA.CSV", "Kecamatan.csv", "anggota.csv", "Anggota-kpps.csv"])
def test_what_the_reader_takes_for_such_a_file_is_in_the_way_too(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    assert _refusal(tmp_path).params["files"] == (name,)


def test_a_second_time_is_refused(tmp_path: Path) -> None:
    write_init(_plan(tmp_path))
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert set(_refusal(tmp_path).params["files"]) == FILES
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_links_and_folders_of_these_names_are_in_the_way(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    folder.mkdir()
    (folder / "desa.csv").symlink_to(tmp_path / "nowhere.csv")
    (folder / "kecamatan.csv").mkdir()
    assert _refusal(folder).params["files"] == ("desa.csv", "kecamatan.csv")
    assert not (tmp_path / "nowhere.csv").exists()


def test_a_link_to_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert _refusal(tmp_path / "link").key == "link"
    assert not list((tmp_path / "real").iterdir())


def test_a_link_to_nowhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    assert _refusal(tmp_path / "link").key == "link"
    assert not (tmp_path / "nowhere").exists()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "t").write_text("mine")
    assert _refusal(tmp_path / "t").key == "not_a_folder"
    assert (tmp_path / "t").read_text() == "mine"


@pytest.mark.parametrize("name", ["a/b", "https://example.org/t"])
def test_the_folder_above_must_be_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(InitRefused) as refused:
        _plan(tmp_path / name)
    assert refused.value.key == "parent_missing"
    assert not list(tmp_path.iterdir())


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    refused = _refusal(tmp_path / ("x" * 300))
    assert (refused.key, refused.params["reason"]) == (
        "system",
        reason_of(errno.ENAMETOOLONG),
    )


def test_a_file_that_comes_in_between_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "t"
    real = os.link

    def link(temp: Path, target: Path) -> None:
        if target.name == "anggota-pps.csv":
            target.write_text("mine")
        real(temp, target)

    monkeypatch.setattr(os, "link", link)
    with pytest.raises(InitRefused) as refused:
        write_init(_plan(folder))
    assert refused.value.params["files"] == ("anggota-pps.csv",)
    assert {p.name: p.read_text() for p in folder.iterdir()} == {"anggota-pps.csv": "mine"}


def test_no_links_on_this_file_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    write_init(_plan(tmp_path / "t"))
    assert {path.name for path in (tmp_path / "t").iterdir()} == FILES
    (tmp_path / "desa.csv").write_text("mine")
    with pytest.raises(FileExistsError):
        write_new(tmp_path, [NewFile("desa.csv", b"theirs", 0, private=False)])
    assert (tmp_path / "desa.csv").read_text() == "mine"


# -- failing half way ------------------------------------------------------------------------------


@pytest.fixture
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A file system of its own, mounted with the options of the test; only root can."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", request.param, "tmpfs", str(place)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("NOT TESTED: a full or read-only disk (mounting one takes root)")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("disk", ["size=64k"], indirect=True)
def test_a_full_disk_leaves_nothing_behind(disk: Path) -> None:
    with pytest.raises(InitRefused) as refused:
        write_init(_plan(disk / "t", with_seats=True))
    assert refused.value.key == "no_space"
    assert not list(disk.iterdir())
    (disk / "t").mkdir()
    with pytest.raises(InitRefused):
        write_init(_plan(disk / "t", with_seats=True))
    assert not list((disk / "t").iterdir())


@pytest.mark.parametrize("disk", ["ro"], indirect=True)
def test_a_disk_that_cannot_be_written_to(disk: Path) -> None:
    for folder in (disk, disk / "t"):
        with pytest.raises(InitRefused) as refused:
            write_init(_plan(folder))
        assert refused.value.key == "no_permission"


@pytest.fixture
def closed() -> Iterator[Path]:
    """A folder that may be read but not written to; root, who may do all, becomes nobody for it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "t"
        folder.mkdir()
        for path in (folder, folder.parent):
            path.chmod(0o555)
        user = os.geteuid()
        if user == 0:
            os.seteuid(65_534)
        yield folder
        os.seteuid(user)
        folder.parent.chmod(0o755)


def test_a_folder_without_write_permission(closed: Path) -> None:
    for folder in (closed, closed.parent / "new"):
        with pytest.raises(InitRefused) as refused:
            write_init(_plan(folder))
        assert refused.value.key == "no_permission"
    assert not list(closed.iterdir())
    assert list(closed.parent.iterdir()) == [closed]


def test_a_folder_that_may_not_even_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> Iterator[Path]:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(InitRefused) as refused:
        _plan(tmp_path)
    assert refused.value.key == "no_permission"


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (errno.EACCES, "no_permission"),
        (errno.EROFS, "no_permission"),
        (errno.ENOSPC, "no_space"),
        (errno.EDQUOT, "no_space"),
        (errno.EIO, "system"),
    ],
)
@pytest.mark.parametrize("nth", [1, 3, 7])
def test_a_failing_disk_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, key: str, nth: int
) -> None:
    calls = Counter[str]()
    real = os.fsync

    def fsync(handle: int) -> None:
        calls["fsync"] += 1
        if calls["fsync"] == nth:
            raise OSError(number, os.strerror(number))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(InitRefused) as refused:
        write_init(_plan(tmp_path / "t"))
    assert refused.value.key == key
    assert refused.value.params["reason"] == reason_of(number)
    assert not list(tmp_path.iterdir())


def test_an_interrupt_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(new_files, "sync_folder", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_init(_plan(tmp_path / "t"))
    assert not list(tmp_path.iterdir())


_KILLED = """
import json, os, sys
from pathlib import Path
from adhoc_cli.intake.init import plan_init, write_init
from adhoc_cli.profiles.load import load_profile
from adhoc_cli.places.find import find_kabupaten

CALLS = ("mkdir", "open", "fsync", "link", "unlink")

def killed_at(nth, plan):
    count = 0
    def counted(call):
        def wrapper(*args, **options):
            nonlocal count
            count += 1
            if count == nth:
                os._exit(9)
            return call(*args, **options)
        return wrapper
    for name in CALLS:
        setattr(os, name, counted(getattr(os, name)))
    write_init(plan)
    os._exit(0)

root = Path(sys.argv[1])
place, profile = find_kabupaten("33.23"), load_profile("pilkada-2024")
nth = 0
while True:
    nth += 1
    plan = plan_init(root / str(nth), place, profile, with_seats=True)
    child = os.fork()
    if child == 0:
        killed_at(nth, plan)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
        break
print(nth)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="NOT TESTED: killing a run takes fork")
def test_a_kill_at_any_call_leaves_whole_files_or_none(tmp_path: Path) -> None:
    run = [sys.executable, "-c", _KILLED, str(tmp_path)]
    last = int(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
    assert last > 2 * len(FILES)
    whole = {f.name: f.content for f in _plan(tmp_path / "never", with_seats=True).files}
    states = set()
    for nth in range(1, last + 1):
        folder = tmp_path / str(nth)
        found = {path.name: path for path in folder.iterdir()} if folder.exists() else {}
        named = {name for name in found if not name.startswith(".")}
        states.add(len(named))
        for name in named:
            assert found[name].read_bytes() == whole[name], (nth, name)
    assert states == set(range(len(FILES) + 1))
    assert {path.name for path in (tmp_path / str(last)).iterdir()} == FILES


def test_what_a_killed_run_left_is_swept_but_not_what_another_is_writing(tmp_path: Path) -> None:
    old, new = tmp_path / ".adhoc-init-1.tmp", tmp_path / ".adhoc-init-2.tmp"
    for path in (old, new):
        path.write_text("x")
    yesterday = time.time() - 86_400
    os.utime(old, (yesterday, yesterday))
    write_init(_plan(tmp_path))
    assert not old.exists()
    assert new.exists()


# -- the rest --------------------------------------------------------------------------------------


def test_every_refusal_has_its_words_in_both_languages() -> None:
    source = Path(init.__file__).read_text(encoding="utf-8")
    keys = set(re.findall(r'InitRefused\("(\w+)"', source))
    numbers = set(errno.errorcode)
    keys |= {str(write_refusal(OSError(number, ""))) for number in numbers} - {"None"}
    keys |= {"not_a_folder", "system"}
    assert {f"init.refused.{key}" for key in keys} == {
        key for key in texts("id") if key.startswith("init.refused.")
    }


def test_it_does_without_pandas() -> None:
    asked = (
        "import sys, json, adhoc_cli.intake.init, adhoc_cli.places.find;"
        "print(json.dumps([m for m in ('pandas', 'numpy') if m in sys.modules]))"
    )
    run = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    assert json.loads(run.stdout) == []
