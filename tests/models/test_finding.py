from __future__ import annotations

import pytest

from adhoc_cli.models.columns import Privacy, columns_of
from adhoc_cli.models.finding import Finding, Person, Personal, Region, Severity
from adhoc_cli.models.rows import Anggota
from adhoc_cli.text.translator import Translator

_NIK = "3323015205910047"


@pytest.mark.parametrize(
    ("value", "privacy", "masked"),
    [
        ("3323014605860001", Privacy.NIK, "************0001"),
        ("332301460", Privacy.NIK, "*****1460"),
        ("33230146", Privacy.NIK, "********"),
        ("", Privacy.NIK, ""),
        ("081234567890", Privacy.PHONE, "0812****7890"),
        ("0812345678", Privacy.PHONE, "0812**5678"),
        ("081234567", Privacy.PHONE, "*********"),
        ("081234567890 / 081300001111", Privacy.PHONE, "0812****7890 / 0813****1111"),
        ("Dusun Contoh RT 01", Privacy.HIDDEN, "****"),
    ],
)
def test_personal_values_are_masked(value: str, privacy: Privacy, masked: str) -> None:
    personal = Personal(value, privacy)
    assert personal.masked() == str(personal) == repr(personal) == personal.shown(personal=False)
    assert personal.masked() == masked
    assert personal.shown(personal=True) == value


def test_no_representation_shows_a_personal_value() -> None:
    person = Person("Budi", Personal("3323014605860001", Privacy.NIK))
    finding = Finding("V202", "nik-malformed", Severity.ERROR, person=person)
    assert "332301460586" not in f"{finding}{finding!r}{person!r}"


@pytest.mark.parametrize("value", [Region("33.23.01", _NIK), Person(_NIK), _NIK])
def test_what_is_said_is_masked_unless_asked_for(value: object) -> None:
    assert Translator("en").shown(value).startswith("************0047")
    assert _NIK in Translator("en", personal=True).shown(value)


def test_which_columns_are_personal() -> None:
    personal = {name: spec.privacy for name, spec in columns_of(Anggota).items() if spec.privacy}
    known = {
        "nik": Privacy.NIK,
        "tanggal_lahir": Privacy.HIDDEN,
        "telepon": Privacy.PHONE,
        "alamat": Privacy.HIDDEN,
    }
    assert known.items() <= personal.items()
