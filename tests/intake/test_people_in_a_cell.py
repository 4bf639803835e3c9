"""Several people in one cell: a row for each where every cell of the line says whose it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from adhoc_cli.models.names import names_several, people_by_comma
from tests.intake.field import checked, column, faults, told
from tests.intake.test_check_agrees import checked_rows, of
from tests.intake.test_said_elsewhere import read

_HEAD = ["Nama", "Badan", "Jabatan", "Kode", "NIK", "HP"]
_NIKS = "3323010505800001", "3323010505800002"
_PHONES = "081234567890", "081234567891"
_SUFFIXES = pytest.mark.parametrize("suffix", ["csv", "xlsx"])


def line(name: str, role: str = "anggota", nik: str = "", phone: str = "") -> list[str]:
    return [name, "PPS", role, "33.23.01.2001", nik, phone]


_APART = {
    "signs": line("Joko; Rudi"),
    "numbers": line("1. Joko 2. Rudi", nik="1. {} 2. {}".format(*_NIKS)),
    "word": line("Joko dan Rudi"),
    "roles": line("Joko; Rudi", "ketua; anggota"),
    "lines": line("Joko\nRudi", nik="\n".join(_NIKS), phone="\n".join(_PHONES)),
    "bullets": line("• Joko\n• Rudi", nik="\n".join(_NIKS)),
    "comma": line("Joko, Rudi", nik=", ".join(_NIKS)),
    "degrees": line("Joko, S.Pd.; Rudi, S.H., M.H.", nik=" / ".join(_NIKS)),
}


@_SUFFIXES
@pytest.mark.parametrize("kind", _APART)
def test_each_is_a_row_of_their_own(kind: str, suffix: str, tmp_path: Path) -> None:
    made = read([_HEAD, line("Wati", "anggota"), _APART[kind]], tmp_path, suffix)
    _, joko, rudi = column(made, "nama")
    assert (joko.partition(",")[0], rudi.partition(",")[0]) == ("Joko", "Rudi")
    assert column(made, "kode_wilayah") == ["33.23.01.2001"] * 3
    niks = list(_NIKS) if _APART[kind][4] else ["", ""]
    assert column(made, "nik")[1:] == niks
    first = "ketua" if kind == "roles" else "anggota"
    assert column(made, "jabatan")[1:] == [first, "anggota"]
    assert [one.count for one in made.changes if one.key == "people_split"] == [2]
    assert (made.read, made.sheets[0].split) == (3, 1)


_WHOLE = {
    "one chair": line("Joko; Rudi", "ketua"),
    "one number": line("Joko; Rudi", nik=_NIKS[0]),
    "three numbers": line("Joko; Rudi", nik="; ".join((*_NIKS, _NIKS[0]))),
    "a numbered role": line("Joko; Rudi", "anggota 2"),
    "a long name perhaps": line("Joko\nSusilo"),
    "a variant perhaps": line("Joko / Djoko"),
    "a role of one": line("Joko; Rudi", "anggota; anggota; anggota"),
    "the same twice": line("Joko; Joko"),
    "nobody": line("Joko; kosong"),
    "comma": line("Joko, Rudi"),
    "comma and titles": line("Joko Susilo, S.Pd., Rudi Hartono, S.H."),
}


@_SUFFIXES
@pytest.mark.parametrize("kind", _WHOLE)
def test_whose_cell_it_is_is_never_guessed(kind: str, suffix: str, tmp_path: Path) -> None:
    made = read([_HEAD, line("Wati"), _WHOLE[kind]], tmp_path, suffix)
    assert (column(made, "nama"), faults(made)) == (["Wati"], ["several_people"])
    assert ("Nama", _WHOLE[kind][0]) in made.rejects[0].cells


@_SUFFIXES
def test_a_fault_of_one_rejects_the_line_once(suffix: str, tmp_path: Path) -> None:
    both = line("Joko; Rudi", "anggota; Raja")
    made = read([_HEAD, line("Wati"), both, line("Joko")], tmp_path, suffix)
    assert (column(made, "nama"), faults(made)) == (["Wati", "Joko"], ["value_unknown"])
    assert not {("people_split", "nama")} & told(made)


_ONE = (
    "Siti Aminah, S.Pd., M.M.", "SITI AMINAH, SPD", "Siti, Amd.Keb", "Ali, bin Abu", "Budi, SPdI",
    "Siti, S.Xyz.", "Budi, alias Joko", "Budi, Drs", "Budi, Sarjana Hukum", "Drs. H. Budi, M. Si",
    "Budi, SPDXX",
)  # fmt: skip


@pytest.mark.parametrize("name", _ONE)
def test_what_belongs_to_a_name_is_nobody_else(name: str) -> None:
    assert (people_by_comma(name), names_several(name)) == ([name], False)


@pytest.mark.parametrize("name", ["Joko, Rudi", "JOKO SUSILO, RUDI HARTONO", "Joko, S.H., Rudi"])
def test_a_check_tells_of_two_names_with_a_comma_between(name: str, tmp_path: Path) -> None:
    row = f'"{name}",PPS,anggota,33.23.01.2001'
    (found,) = of(checked_rows(tmp_path / "t", row), "V211")
    assert found.params["variant"] == "several"
    assert checked(tmp_path / "t").rules


@pytest.mark.parametrize("name", _ONE)
def test_a_check_says_nothing_of_a_name_that_goes_on(name: str, tmp_path: Path) -> None:
    report = checked_rows(tmp_path / "t", f'"{name}",PPS,anggota,33.23.01.2001')
    assert of(report, "V211") == []


@_SUFFIXES
@pytest.mark.parametrize(
    ("names", "note"),
    [("Joko; Rudi", "; guru"), ("Joko\nRudi", "\nguru"), ("1. Joko 2. Rudi", "1.  2. guru")],
)
def test_a_note_of_one_is_not_the_others(
    names: str, note: str, suffix: str, tmp_path: Path
) -> None:
    made = read([[*_HEAD, "Keterangan"], [*line(names), note]], tmp_path, suffix)
    if made.rows:  # a workbook may have lost the break before it
        assert column(made, "keterangan") == ["", "guru"]
    else:
        assert faults(made) == ["several_people"]


def test_a_note_that_may_be_of_either_is_not_guessed(tmp_path: Path) -> None:
    made = read([[*_HEAD, "Keterangan"], [*line("Joko; Rudi"), "guru"]], tmp_path, "csv")
    assert faults(made) == ["several_people"]
