"""When a missing secretariat turns from a warning into an error, and when none is expected."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.models.finding import Severity
from adhoc_cli.models.report import Reason, Status
from adhoc_cli.rules.examples import Example
from tests.examples import result, secretariat_rows

OF_PPK = secretariat_rows("SEKRETARIAT PPK", "33.23.01")
OF_PPS = secretariat_rows("SEKRETARIAT PPS", "33.23.01.2016")


@pytest.mark.parametrize(
    ("rows", "profile", "last_day"),
    [
        (OF_PPK[:2], None, date(2024, 5, 23)),
        (OF_PPS, None, date(2024, 6, 2)),
        (OF_PPK[:2], "pemilu-2024", date(2023, 1, 11)),
        (OF_PPS, "pemilu-2024", date(2023, 1, 31)),
    ],
)
def test_in_the_pemilu_it_is_an_error_from_day_14_and_else_a_warning(
    rows: tuple[dict[str, str], ...], profile: str | None, last_day: date, tmp_path: Path
) -> None:
    """Secretariat, 7 days: Pilkada: warning; Pemilu: error from day 14 at the earliest."""
    at_last = Severity.ERROR if profile else Severity.WARNING
    for days, severity in ((0, Severity.WARNING), (6, Severity.WARNING), (7, at_last)):
        as_of = date.fromordinal(last_day.toordinal() + days)
        example = Example(add={"anggota": rows}, as_of=as_of, profile=profile)
        found = result("S701", example, tmp_path)
        assert found.counts == {severity: 1}
        assert [finding.severity for finding in found.findings] == [severity]
        assert found.findings[0].params["deadline"] == last_day


def test_before_the_oath_and_after_the_term_there_is_no_secretariat_to_complete(
    tmp_path: Path,
) -> None:
    for day, term in (("2024-05-15", "before 2024-05-16"), ("2025-01-28", "after 2025-01-27")):
        example = Example(add={"anggota": OF_PPK[:2]}, as_of=date.fromisoformat(day))
        found = result("S701", example, tmp_path)
        assert found.status is Status.SKIPPED
        assert found.reason is not None
        assert found.reason.params["SEKRETARIAT PPK"] == term


def test_the_local_oath_and_the_days_of_the_office_count(tmp_path: Path) -> None:
    settings = """
    [ubah.badan.PPK]
    mulai = 2024-05-20
    [ubah.badan."SEKRETARIAT PPK"]
    kesalahan_hari = 15
    """
    for day, severity in ((3, Severity.WARNING), (4, Severity.ERROR)):
        example = Example(add={"anggota": OF_PPK[:2]}, settings=settings, as_of=date(2024, 6, day))
        assert result("S701", example, tmp_path).counts == {severity: 1}


@pytest.mark.parametrize("code", ["S701", "S702"])
def test_secretariats_without_any_row_are_not_expected(code: str, tmp_path: Path) -> None:
    found = result(code, Example(), tmp_path)
    both = {"bodies": "SEKRETARIAT PPK, SEKRETARIAT PPS"}
    assert (found.status, found.reason) == (Status.SKIPPED, Reason("bodies_not_expected", both))


@pytest.mark.parametrize("code", ["S701", "S702"])
def test_of_the_two_secretariats_each_is_expected_for_itself(code: str, tmp_path: Path) -> None:
    found = result(code, Example(add={"anggota": OF_PPK}), tmp_path)
    one = {"bodies": "SEKRETARIAT PPS"}
    assert (found.status, found.reason) == (Status.PASSED, Reason("bodies_not_expected", one))
    assert found.checked == 1


def test_what_is_there_is_told_by_role(tmp_path: Path) -> None:
    two_heads = (OF_PPK[0], {**OF_PPK[1], "jabatan": "sekretaris"}, OF_PPK[2])
    found = result("S701", Example(add={"anggota": two_heads}), tmp_path)
    assert [finding.params["roles"] for finding in found.findings] == ["sekretaris 2/1, staf 1/2"]
    assert result("S702", Example(add={"anggota": two_heads}), tmp_path).failed == 0


def test_one_vacant_seat_is_told_though_every_role_is_filled(tmp_path: Path) -> None:
    settings = """
    [ubah.badan."SEKRETARIAT PPK"]
    kursi = 4
    """
    for rows, failed in ((OF_PPK, 1), ((*OF_PPK, {**OF_PPK[2], "nama": "Suwito Bulu"}), 0)):
        found = result("S701", Example(add={"anggota": rows}, settings=settings), tmp_path)
        assert found.failed == failed
