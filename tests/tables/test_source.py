from __future__ import annotations

import gzip
import hashlib
import io
import os
import zipfile
from pathlib import Path

import pytest

from adhoc_cli.tables.faults import FileFaultKind, UnreadableFile
from adhoc_cli.tables.source import MAP_FROM, open_source
from tests.tables.folders import HEADER, file_of, folder_with, refusal

ROW = f"{HEADER}\nBudi,PPK,ketua,33.23.01\n"


def workbook() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return buffer.getvalue()


OTHERS: dict[str, tuple[bytes, str]] = {
    "xlsx": (workbook(), "xlsx"),
    "empty zip": (b"PK\x05\x06" + b"\0" * 18, "zip"),
    "xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504, "xls"),
    "gzip": (gzip.compress(ROW.encode()), "gzip"),
    "bzip2": (b"BZh91AY", "bzip2"),
    "pdf": (b"%PDF-1.7\n", "pdf"),
    "html": (b"<!DOCTYPE html><html></html>", "html"),
    "html after a mark and spaces": (b"\xef\xbb\xbf\n  <HTML>", "html"),
    "html of an old export": (b"<table border=1><tr><td>nama", "html"),
    "html in a namespace": (b"<o:p>nama</o:p>", "html"),
    "xml": (b'<?xml version="1.0"?>', "html"),
    "utf-16 le": (ROW.encode("utf-16-le"), "utf-16"),
    "utf-16 be": (ROW.encode("utf-16-be"), "utf-16"),
    "utf-16 with a mark": (ROW.encode("utf-16"), "utf-16"),
    "utf-32": (ROW.encode("utf-32"), "binary"),
    "utf-32 le": (ROW.encode("utf-32-le"), "binary"),
    "utf-32 be": (ROW.encode("utf-32-be"), "binary"),
    "nothing but NUL": (b"\0" * 4096, "binary"),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_what_is_no_csv_is_named(kind: str, tmp_path: Path) -> None:
    content, found = OTHERS[kind]
    fault = refusal(tmp_path, content)
    assert (fault.kind, fault.line, fault.params["found"]) == (FileFaultKind.NOT_TEXT, 1, found)


@pytest.mark.parametrize("name", ["<Budi>", "< 5", "<3 Siti"])
def test_a_sign_at_the_start_is_no_page(name: str, tmp_path: Path) -> None:
    content = f"{name},catatan\n{ROW}"
    assert file_of(tmp_path, content).readable == (name != "<Budi>")


def test_a_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "anggota.csv").mkdir()
    file = folder_with(tmp_path, {}).tables["anggota"].files[0]
    assert [(f.kind, f.params["found"]) for f in file.log.kept] == [("not_text", "no-file")]


def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "anggota.csv")
    file = folder_with(tmp_path, {}).tables["anggota"].files[0]
    assert file.log.kept[0].params["found"] == "no-file"


@pytest.mark.parametrize("target", ["anggota.csv", "nowhere.csv"])
def test_a_link_that_leads_nowhere(target: str, tmp_path: Path) -> None:
    (tmp_path / "anggota.csv").symlink_to(tmp_path / target)
    file = folder_with(tmp_path, {}).tables["anggota"].files[0]
    assert file.log.kept[0].params["found"] == "unopened"
    assert file.log.kept[0].params["reason"]


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.txt").write_text(ROW)
    (tmp_path / "anggota.csv").symlink_to(tmp_path / "elsewhere.txt")
    assert folder_with(tmp_path, {}).tables["anggota"].files[0].rows == 1


@pytest.mark.parametrize("name", ["https://example.org/anggota.csv", "s3:", "anggota.csv.gz"])
def test_a_name_like_an_address_is_just_a_name(name: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as refused:
        open_source(tmp_path / name, name)
    assert refused.value.fault.params["found"] == "unopened"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    (tmp_path / "anggota.csv").write_text(ROW)
    (tmp_path / "anggota.csv").chmod(0)
    file = folder_with(tmp_path, {}).tables["anggota"].files[0]
    assert file.log.kept[0].params["found"] == "unopened"


def test_the_limit_is_the_last_size_that_is_read(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text(ROW)
    size = len(ROW)
    assert open_source(tmp_path / "x.csv", "x.csv", size).data == ROW.encode()
    with pytest.raises(UnreadableFile) as refused:
        open_source(tmp_path / "x.csv", "x.csv", size - 1)
    fault = refused.value.fault
    assert (fault.kind, fault.params) == ("file_too_large", {"size": size, "limit": size - 1})


@pytest.mark.parametrize("size", [10, MAP_FROM - 1, MAP_FROM, 3 * MAP_FROM])
def test_the_hash_is_of_the_bytes(size: int, tmp_path: Path) -> None:
    data = (b"nama,badan\n" * (size // 11 + 1))[:size]
    (tmp_path / "x.csv").write_bytes(data)
    source = open_source(tmp_path / "x.csv", "x.csv")
    assert source.digest() == hashlib.sha256(data).hexdigest()
    assert source.data[:] == data
