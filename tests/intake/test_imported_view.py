"""How an import is told: on a screen, as text, as JSON and CSV, in both languages."""

from __future__ import annotations

import csv
import io
import json
import re
from contextlib import chdir
from pathlib import Path

import jsonschema
import pytest

import adhoc_cli.intake
import adhoc_cli.output
from adhoc_cli import __version__
from adhoc_cli.intake.doctor import Mode, Options, plan, write
from adhoc_cli.intake.fault_texts import fault_text, refused_text, skipped_text
from adhoc_cli.intake.refused import _ASKED
from adhoc_cli.intake.result import Fault, Intake
from adhoc_cli.models.columns import Privacy
from adhoc_cli.models.finding import Personal, Region
from adhoc_cli.output.formats import choose, names
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.imported import ImportView
from adhoc_cli.profiles.load import load_profile
from adhoc_cli.text.catalogue import texts
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.words import LANGUAGES, Lang
from tests.conftest import Golden, Stale
from tests.intake.messy import region_folder
from tests.intake.workbooks import xlsx

_ID, _EN = Translator("id"), Translator("en")

PROFILE = load_profile("pilkada-2024")
_HEADER = (
    "No", "NAMA LENGKAP", "Jabatan", "NIK", "Tgl Lahir", "HP", "Kecamatan", "Desa", "Kode",
)  # fmt: skip
_PLACED = ("Bulu", "Bulu", None)
ROWS: list[list[object]] = [
    ["DAFTAR ANGGOTA PPS"],
    list(_HEADER),
    [1, " Siti  Aminah", "Ketua PPS", "'3323014605860001", "6 Mei 1986", 81234567890, *_PLACED],
    [2, "Budi", "Anggota PPS", 3323010605860010, "06/05/1986", "0812/0813", *_PLACED],
    [3, "[bold]Rini\x1b[31m", "Anggota PPS", "", "31/02/1986", "-", *_PLACED],
    [4, "Joko", "Anggota PPS", "332301060586000", "", "", *_PLACED],
    [5, "Tri", "Ketua PPS", "", "", "0812", "Bulu", "Tegalurong", None],
    [6, "Umi", "Ketua PPS", "", "", "", None, "Banjarsari", None],
    [7, "Vera", "Ketua PPS", "", "", "", "Bansari", "Tlogowero", 3323012001],
    [8, "Wati", "Ketua PPX", "", "", "", "Bulu", "Bulu", None],
    [None, "Mengetahui,"],
    [9, "Yono", "Anggota PPS", "3323010605860003", "", "085712345678", "Bulu", "Buluh", 3323012001],
]


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("view")
    region_folder(folder / "t")
    return xlsx(folder / "rekap.xlsx", {"PPS": ROWS, "Isi": [], "Lama": [["x"]]}, hidden="Lama")


@pytest.fixture(scope="module")
def intake(workbook: Path) -> Intake:
    options = Options(name="anggota-pps", mapping={"HP": "telepon"})
    with chdir(
        workbook.parent
    ):  # paths are printed, and underlined: they must not depend on the machine
        return plan([Path(workbook.name)], "anggota", Path("t"), PROFILE, options)


def written(intake: Intake, form: str, lang: Lang, *, width: int = 100) -> bytes:
    speaker = Speaker(lang)
    stream = io.BytesIO()
    choose(form, is_terminal=True).write(ImportView(intake, speaker), Sink(stream, width=width))
    assert not speaker.missing
    text = stream.getvalue().replace(f"{intake.folder.parent}/".encode(), b"")
    return text.replace(f'"version": "{__version__}"'.encode(), b'"version": "0"')


@pytest.mark.parametrize("lang", LANGUAGES)
def test_as_text(intake: Intake, lang: Lang, golden: Golden) -> None:
    golden(f"import.{lang}.plain", written(intake, "plain", lang))


def test_as_json(intake: Intake, golden: Golden) -> None:
    golden("import.json", written(intake, "json", "id"))


def test_on_a_narrow_screen(intake: Intake, golden: Golden) -> None:
    golden("import.id.table.narrow", written(intake, "table", "id", width=60))


_PEOPLE = (
    "Ané;Ketua PPS;33.23.01.2001;16 Mei 1990",
    *(f"Orang {number};Anggota PPX;33.23.01.2001;-" for number in range(1, 13)),
    "B;Ketua PPS;33.23.01.2001",
    "C;Ketua PPS;3323012001;31/02/1990",
)


@pytest.mark.parametrize(("lang", "width"), [("id", 80), ("en", 120)])
def test_one_csv(tmp_path: Path, lang: Lang, width: int, golden: Golden) -> None:
    """Lines have numbers only; many rows of one kind are a few, and a count."""
    region_folder(tmp_path / "t")
    people = "\r\n".join(("Nama;Jabatan;Kode;Tgl Lahir", *_PEOPLE, ""))
    (tmp_path / "rekap.csv").write_text(people, encoding="cp1252", newline="")
    with chdir(tmp_path):
        made = plan([Path("rekap.csv")], "anggota", Path("t"), PROFILE, Options())
        assert (made.written, made.rejected, made.unreadable) == (2, 13, 1)
        golden(f"import.{lang}.one.{width}", written(made, "table", lang, width=width))


def test_the_file_that_holds_the_others_is_named_once_it_is_there(tmp_path: Path) -> None:
    folder = region_folder(tmp_path / "t")
    source = tmp_path / "rekap.csv"
    source.write_text("\n".join(("Nama;Jabatan;Kode;Tgl Lahir", *_PEOPLE)))
    made = plan([source], "anggota", folder, PROFILE, Options())
    assert "… and 2 more rows.\n" in written(made, "plain", "en").decode()
    done = written(write(made, "en"), "plain", "en").decode()
    assert "… and 2 more rows in t/anggota.ditolak.csv.\n" in done


def test_no_golden_file_is_left_over(stale: Stale) -> None:
    texts = (f"import.{lang}.plain" for lang in LANGUAGES)
    tables = ("import.id.table.narrow", "import.id.one.80", "import.en.one.120")
    stale([*texts, "import.json", *tables])


@pytest.mark.parametrize("form", names())
def test_each_format_in_both_languages(intake: Intake, form: str) -> None:
    assert all(written(intake, form, lang) for lang in LANGUAGES)


def test_the_document_for_programs(intake: Intake) -> None:
    schemas = Path(adhoc_cli.output.__path__[0]) / "schemas"
    schema = json.loads((schemas / "adhoc.import-1.json").read_text())
    told = {lang: json.loads(written(intake, "json", lang)) for lang in LANGUAGES}
    for document in told.values():
        jsonschema.validate(document, schema)
    assert _wordless(told["id"]) == _wordless(told["en"])
    summary = told["id"]["summary"]
    assert summary["read"] == summary["written"] + summary["rejected"] == 10
    assert len(told["id"]["rejects"]) == summary["rejected"]


def _wordless(value: object) -> object:
    if isinstance(value, dict):
        return {k: _wordless(v) for k, v in value.items() if k not in ("message", "fix")}
    return [_wordless(item) for item in value] if isinstance(value, list) else value


def test_no_personal_data_is_shown_unasked(intake: Intake) -> None:
    shown = b"".join(written(intake, form, "id") for form in names())
    for secret in (b"3323014605860001", b"332301060586000", b"81234567890", b"1986"):
        assert secret not in shown
    speaker = Speaker("id", personal=True)
    told = json.dumps(list(ImportView(intake, speaker).records().rows), default=str)
    assert "31/02/1986" in told


def test_the_rejected_rows_in_the_file(workbook: Path, tmp_path: Path) -> None:
    folder = region_folder(tmp_path / "t")
    made = plan(
        [workbook],
        "anggota",
        folder,
        PROFILE,
        Options(name="anggota-pps"),
    )
    for lang in LANGUAGES:
        done = write(made, lang)
        rows = list(csv.DictReader(io.StringIO((folder / str(done.rejects_name)).read_text())))
        assert len(rows) == made.rejected
        assert all(row["ditolak_alasan"] and row["ditolak_saran"] for row in rows)
        (folder / "anggota-pps.csv").unlink()
        (folder / str(done.rejects_name)).unlink()
        (folder / str(done.rejects_book)).unlink()


# -- words -----------------------------------------------------------------------------------------


def _keys(group: str) -> set[str]:
    """The keys of a group of texts, without what the group begins with."""
    beginning = f"import.{group}."
    return {key.removeprefix(beginning) for key in texts("id") if key.startswith(beginning)}


def test_every_key_that_is_raised_has_words() -> None:
    code = "".join(
        path.read_text()
        for path in Path(adhoc_cli.intake.__path__[0]).glob("*.py")
        if path.stem != "init"
    )
    refused = set(re.findall(r'ImportRefused\(\s*"(\w+)"', code))
    assert refused <= _keys("refused")
    assert _keys("refused") >= _ASKED
    faults = set(re.findall(r'(?:Fault|_fault)\(\s*"(\w+)"', code)) - _keys("skipped")
    plain = {key.partition(".")[0] for key in _keys("reason")}
    assert faults <= plain
    steps = set(re.findall(r'Step\(\s*"(\w+)"', code))
    assert steps <= _keys("change")


def test_suggestions() -> None:
    place = Region("33.23.01.2001", "Bulu")
    told = fault_text(Fault("place_unknown", {"name": "B", "candidates": (place,)}), _EN)
    assert told.fix == "Perhaps Bulu (33.23.01.2001)? Write exactly that name, or the code."
    assert fault_text(Fault("nul"), _ID).fix == "Perbaiki barisnya di sumber."
    nik = Personal("3323014605860001", Privacy.NIK)
    params = {"nik": nik, "file": "a.csv", "line": 12_345}
    assert fault_text(Fault("already_nik", params), _ID).why == (
        "NIK ************0001 sudah ada di a.csv:12345"
    )
    shown = fault_text(Fault("already_nik", params), Translator("id", personal=True)).why
    assert "3323014605860001" in shown


def test_refusals() -> None:
    params = {"file": "a.xlsx", "size": 5 << 20, "limit": 2 << 10, "option": "--max-size"}
    assert refused_text("large", params, _EN) == (
        "a.xlsx has 5 MiB; the limit is 2 KiB (--max-size)."
    )
    params = {"file": "a.xlsx", "sheet": "PPS"}
    assert refused_text("no_header", params, _ID).startswith("a.xlsx (PPS): tidak ditemukan")
    assert "(HTML)" in refused_text("other_format", {"file": "a", "found": "html"}, _ID)
    assert "GZIP" in refused_text("other_format", {"file": "a", "found": "gzip"}, _ID)
    assert skipped_text(Fault("column_missing", {"columns": "nama"}), _EN) == "no column for nama"


def test_a_result_says_that_it_is_written(intake: Intake, tmp_path: Path) -> None:
    folder = region_folder(tmp_path / "t")
    source = tmp_path / "a.csv"
    source.write_text("nama,jabatan,kode\nA,Ketua PPK,33.23.01\n")
    done = write(plan([source], "anggota", folder, PROFILE, Options(mode=Mode.NEW)), "en")
    text = written(done, "plain", "en").decode()
    assert "Import of anggota into t/anggota.csv" in text
    assert "1 row = 1 written + 0 rejected" in text


def test_of_whom_a_rejected_row_is_the_nik_shows_its_end_alone(tmp_path: Path) -> None:
    row: list[object] = [1, "Wati", "Ketua PPX", "3323014605860001", "", "", *_PLACED]
    region_folder(tmp_path / "t")
    source = xlsx(tmp_path / "rekap.xlsx", {"PPS": [list(_HEADER), row]})
    (reject,) = plan([source], "anggota", tmp_path / "t", PROFILE, Options()).rejects
    assert reject.person is not None
    assert (reject.person.name, str(reject.person.nik)) == ("Wati", "************0001")
