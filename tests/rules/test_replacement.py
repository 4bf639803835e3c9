"""Who follows whom, where an example cannot show it."""

from __future__ import annotations

from pathlib import Path

import pytest

from adhoc_cli.models.finding import Severity
from adhoc_cli.models.report import Reason, Status
from adhoc_cli.rules.examples import Example
from tests.examples import result


@pytest.mark.parametrize("code", ["P801", "P802", "P803"])
def test_without_a_status_nobody_has_left_and_nobody_waits(code: str, tmp_path: Path) -> None:
    found = result(code, Example(without={"anggota": ("status",)}), tmp_path)
    absent = {"file": "anggota.csv", "column": "status"}
    assert (found.status, found.reason) == (Status.SKIPPED, Reason("column_absent", absent))


def test_what_is_missing_is_told_by_column(tmp_path: Path) -> None:
    change = {
        "anggota:8": {"status": "diberhentikan", "tanggal_selesai": "", "nomor_sk": "-"},
        "anggota:9": {"status": "diberhentikan sementara", "tanggal_selesai": ""},
    }
    found = result("P802", Example(change=change), tmp_path)
    told = [(one.own, one.params.get("columns")) for one in found.findings]
    assert told == [(None, "alasan, tanggal_selesai, nomor_sk"), (Severity.INFO, None)]


def test_a_paper_is_asked_for_only_where_the_file_has_its_column(tmp_path: Path) -> None:
    header = "nama,badan,jabatan,kode_wilayah,status"
    row = "Sulami,PPS,anggota,33.23.01.2016,meninggal"
    files = {"anggota-lama.csv": f"{header}\n{row}\n".encode()}
    assert result("P802", Example(files=files), tmp_path).failed == 0
    files = {"anggota-lama.csv": f"{header},alasan\n{row},\n".encode()}
    found = result("P802", Example(files=files), tmp_path)
    assert [(f.file, f.line) for f in found.findings] == [("anggota-lama.csv", 2)]
    assert found.findings[0].params["columns"] == "alasan"


def test_without_any_paper_column_nothing_is_passed(tmp_path: Path) -> None:
    papers = ("alasan", "tanggal_selesai", "nomor_sk")
    example = Example(change={"anggota:8": {"status": "meninggal"}}, without={"anggota": papers})
    assert result("P802", example, tmp_path).status is Status.SKIPPED


def test_the_best_of_those_who_were_skipped_is_named(tmp_path: Path) -> None:
    change = {
        "anggota:3": {"status": "mengundurkan diri"},
        "anggota:13": {"peringkat": "9"},
        "anggota:14": {"peringkat": "7"},
        "anggota:15": {"peringkat": "7"},
        "anggota:16": {"peringkat": ""},
        "anggota:17": {"status": "aktif"},  # rank 10
    }
    (finding,) = result("P803", Example(change=change), tmp_path).findings
    assert (finding.line, finding.params["better"], finding.params["first_line"]) == (17, 7, 14)
