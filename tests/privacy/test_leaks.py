"""Nothing that identifies a person comes out of any command, in any format, unless asked for."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from adhoc_cli.models.rows import MODELS
from adhoc_cli.output.safe import safe_cell
from adhoc_cli.rules.examples import base_tables
from tests.cli.running import Ran, inside
from tests.intake.workbooks import xlsx
from tests.privacy.planted import (
    ADDRESSES,
    BIRTHS,
    NIK,
    PHONE,
    SECRETS,
    as_csv,
    leaks,
    plant,
    tables,
    text_of,
)

_DAY = ("--as-of", "2024-06-10")
_ALL = ("plain", "json", "ndjson", "csv", "csv-excel", "md", "xlsx")
_FORMATS = {
    "report": (*_ALL, "html", "text"),
    "members": (*_ALL, "vcf", "docx"),
    "calendar": (*_ALL, "ics"),
    "message": (*_ALL, "html"),
}
_TEXTS = ("plain", "json", "csv")
_COMMANDS = {
    "check": ("check", "{}", *_DAY, "--limit", "0"),
    "quota": ("quota", "{}", *_DAY, "--short"),
    "members": ("members", "{}", *_DAY),
    "members-per-desa": ("members", "{}", *_DAY, "--per", "desa"),
    "members-summary": ("members", "{}", *_DAY, "--summary"),
    "replace": ("replace", "{}", *_DAY),
    "replace-letter": ("replace", "{}", *_DAY, "--letter", "whatsapp"),
    "message-data": ("message", "{}", *_DAY, "--about", "data", "--limit", "0"),
    "message-vacancy": ("message", "{}", *_DAY, "--about", "vacancy", "--limit", "0"),
    "message-bimtek": ("message", "{}", *_DAY, "--about", "bimtek", "--limit", "0"),
    "message-coordination": ("message", "{}", *_DAY, "--about", "coordination", "--limit", "0"),
    "calendar": ("calendar", "{}", *_DAY),
    "honor": ("honor", "{}", "--month", "2024-06"),
    "diff": ("diff", "{}", "{sound}", *_DAY),
    "diff-back": ("diff", "{sound}", "{}", *_DAY),
    "report": ("report", "{}", *_DAY, "--limit", "0", "--since", "none"),
    "report-public": ("report", "{}", *_DAY, "--audience", "public", "--since", "none"),
    "status": ("checklist", "status", "{}", *_DAY),
    "history": ("checklist", "history", "-C", "{}"),
    "show": ("checklist", "show", "33.23.01", "-C", "{}", *_DAY),
    "profiles": ("profiles",),
}
_NO_FORMAT = {
    "letters": ("replace", "{}", *_DAY, "--letters", "{out}/surat"),
    "letters-docx": ("replace", "{}", *_DAY, "--letters", "{out}/surat", "--format", "docx"),
    "message": ("checklist", "message", "33.23.01", "-C", "{}", *_DAY),
    "messages": ("checklist", "message", "--overdue", "-C", "{}", *_DAY, "-o", "{out}/pesan"),
    "print": ("checklist", "print", "-C", "{}", "-o", "{out}/lembar.html", *_DAY),
    "print-csv": ("checklist", "print", "-C", "{}", "-o", "{out}/lembar.csv", *_DAY),
    "mark": ("checklist", "mark", NIK, f"{PHONE}", "-C", "{}", "--note", BIRTHS[0], *_DAY),
    "sheets": ("sheets", "out", "{}", "-o", "{out}/kerja.xlsx", *_DAY),
    "set": ("set", "33.23.01", NIK, "-C", "{}", "--set", f"telepon={PHONE}", "--dry-run"),
    "unknown-place": ("members", "{}", "--region", f"a.n. {NIK}"),
    "unknown-option": ("members", "{}", f"--{NIK}", PHONE),
    "unknown-folder": ("check", f"{{}}/{NIK} Jl. Sembunyi 7"),
    "unknown-command": (f"cek-{NIK}",),
    "explain": ("explain", NIK),
    "remembered": ("report", "{}", *_DAY, "-o", "{out}/laporan.html", "--memory", "{out}/ingat"),
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folders with secrets everywhere, a sound one, and room for what is written."""
    place = tmp_path_factory.mktemp("rahasia")
    for chosen in ("every", "few"):
        plant(place / chosen, chosen)
    plant(place / "broken", "few", broken=True)
    _sound(place / "sound")
    (place / "out").mkdir()
    return place


def _sound(folder: Path, *without: str) -> Path:
    folder.mkdir()
    for kind, rows in base_tables().items():
        if kind not in without:
            (folder / f"{kind}.csv").write_bytes(as_csv(rows))
    return folder


def _run(place: Path, words: Sequence[str], folder: str, *more: str) -> Ran:
    names = {"sound": place / "sound", "out": place / "out"}
    return inside(*(word.format(place / folder, **names) for word in words), *more)


def _told(ran: Ran) -> list[str]:
    return leaks(ran.out) + leaks(ran.err)


# -- what is told ----------------------------------------------------------------------------------


@pytest.mark.parametrize("form", _TEXTS)
@pytest.mark.parametrize("name", _COMMANDS)
def test_no_spelling_in_no_column_is_told(place: Path, name: str, form: str) -> None:
    assert _told(_run(place, _COMMANDS[name], "every", "--format", form)) == []


# What is masked is what a language says its texts with: each has one of the folders.
@pytest.mark.parametrize(("folder", "lang"), [("few", "id"), ("broken", "en")])
@pytest.mark.parametrize("name", _COMMANDS)
def test_no_format_and_no_broken_line_tells_it(
    place: Path, name: str, lang: str, folder: str
) -> None:
    for form in _FORMATS.get(_COMMANDS[name][0], _ALL):
        file = place / "out" / f"hasil-{folder}-{lang}.{form}"
        more = ("--format", form, "--lang", lang, "-o", str(file))
        if form == "vcf":
            continue  # whole numbers, or nothing: refused without --show-personal
        ran = _run(place, _COMMANDS[name], folder, *more)
        assert _told(ran) == [], form
        if file.exists():
            assert leaks(text_of(file.name, file.read_bytes())) == [], form
            file.unlink()


@pytest.mark.parametrize("folder", ["few", "broken"])
@pytest.mark.parametrize("name", _NO_FORMAT)
def test_no_file_beside_the_result_tells_it(place: Path, name: str, folder: str) -> None:
    shutil.rmtree(place / "out")
    (place / "out").mkdir()
    assert _told(_run(place, _NO_FORMAT[name], folder)) == []
    for file in (file for file in (place / "out").rglob("*") if file.is_file()):
        assert leaks(file.name) == []
        assert leaks(text_of(file.name, file.read_bytes())) == [], file.name


def test_letters_are_written_and_name_the_person(place: Path) -> None:
    shutil.rmtree(place / "out")
    (place / "out").mkdir()
    _run(place, _NO_FORMAT["letters"], "few")
    letters = [file.read_text() for file in (place / "out/surat").iterdir()]
    # Masked, in whatever spelling the one who left has in `few`: it turns with every new column.
    assert any("1. ****" in letter for letter in letters)


# -- imports ---------------------------------------------------------------------------------------


def _sources(place: Path) -> Iterator[tuple[str, Path]]:
    for kind in MODELS:
        yield kind, place / "every" / f"{kind}.csv"
    for file in sorted((place / "broken").glob("anggota-*.csv")):
        yield "anggota", file
    rows = tables("few")["anggota"]
    for number, secret in enumerate((NIK, PHONE, BIRTHS[0], "Jl. Sembunyi 7")):
        sheets = {
            secret: [list(rows[0]), *[list(row.values()) for row in rows]],
            f"{secret} b": [[secret, NIK], ["apa"]],
            "judul": [[f"Desa {secret}"], ["Nama", secret, "Jabatan"], ["x"], [secret, "y"]],
        }
        yield "anggota", xlsx(place / f"rekap {number} {secret}.xlsx", sheets)


def _imported(place: Path, kind: str, source: Path, form: str) -> tuple[Ran, Path]:
    shutil.rmtree(place / "target", ignore_errors=True)
    target = _sound(place / "target", kind)
    more = ("--as", kind, "-o", str(target), "--format", form, "--lang", "en")
    return inside("import", str(source), *more), target


def test_no_import_tells_it_and_what_holds_it_is_for_its_owner_only(place: Path) -> None:
    for kind, source in _sources(place):
        for form in _TEXTS:
            ran, target = _imported(place, kind, source, form)
            assert _told(ran) == [], (source.name, form)
        for file in (file for file in target.rglob("*") if file.is_file()):
            if leaks(text_of(file.name, file.read_bytes())):
                assert file.stem.partition(".")[0] in {kind, "anggota", "asal"}
                assert file.stat().st_mode & 0o77 == 0


def test_a_line_whose_columns_cannot_be_told_is_nobodys_name(place: Path) -> None:
    source = place / "baris.csv"
    line = 'Budi "Bud" Santoso,Anggota PPS,33.23.01.2016,Dusun Sembunyi'
    source.write_text(f"nama,jabatan,kode,alamat\n{line}\nSiti,Ketua PPS,33.23.01.2016,x,y\n")
    for form in _TEXTS:
        ran, _ = _imported(place, "anggota", source, form)
        assert ran.code == 1
        assert "Santoso" not in ran.out
        assert "Siti" not in ran.out


def test_a_filled_in_sheet_tells_nothing(place: Path) -> None:
    _run(place, _NO_FORMAT["print-csv"], "sound")
    sheet = place / "out" / "lembar.csv"
    header, first, *_ = sheet.read_text(encoding="utf-8-sig").splitlines()
    cells = first.split(",")
    lines = [",".join([*cells[:at], f'"{one}"', *cells[at + 1 :]])
             for one in (NIK, *ADDRESSES, *BIRTHS) for at in range(len(cells))]  # fmt: skip
    sheet.write_text("\n".join([header, *lines]), encoding="utf-8")
    folder = _sound(place / "lembar")
    for form in _TEXTS:
        ran = inside("checklist", "import", str(sheet), "-C", str(folder), "--format", form)
        assert ran.out
        assert _told(ran) == []


def test_what_is_marked_is_said_back_without_it(place: Path) -> None:
    folder = _sound(place / "tanda")
    for secret in (NIK, PHONE, BIRTHS[1], ADDRESSES[1]):
        said = ("--evidence", f"foto {secret}", "--note", secret, "--by", f"x {secret}")
        words = ("checklist", "mark", "33.23.01", "PPK-01", "-C", str(folder), *said)
        ran = inside(*words, "--date", "2024-06-01")
        assert ran.code == 0, ran.err
        assert _told(ran) == []


# -- the scan itself -------------------------------------------------------------------------------

_GATES = {
    "check": ("adhoc_cli.output.safe", "plain"),
    "members": ("adhoc_cli.output.safe", "csv"),
    "diff": ("adhoc_cli.output.safe", "json"),
    "report": ("adhoc_cli.output.safe", "html"),
    "history": ("adhoc_cli.output.safe", "md"),
    "show": ("adhoc_cli.output.formats.xlsx", "xlsx"),
    "letters": ("adhoc_cli.reports.letters.data", ""),
    "unknown-folder": ("adhoc_cli.cli.streams", ""),
}


@pytest.mark.parametrize("name", _GATES)
def test_without_a_call_of_the_mask_the_scan_finds_it(
    place: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    module, form = _GATES[name]
    safe_cell.cache_clear()  # what was masked before the mask was taken away
    shutil.rmtree(place / "out")
    (place / "out").mkdir()
    for other in ("adhoc_cli.text.translator", module):
        monkeypatch.setattr(f"{other}.without_personal", lambda text: text)
    if name == "unknown-folder":
        monkeypatch.setattr("adhoc_cli.output.safe.without_personal", lambda text: text)
    more = ("--format", form, "-o", str(place / "out" / "hasil")) if form else ()
    ran = _run(place, {**_COMMANDS, **_NO_FORMAT}[name], "few", *more)
    safe_cell.cache_clear()
    files = [file for file in (place / "out").rglob("*") if file.is_file()]
    ending = f".{form}" if form else ""
    found = [one for file in files for one in leaks(text_of(file.name + ending, file.read_bytes()))]
    assert _told(ran) + found


@pytest.mark.parametrize("secret", SECRETS)
def test_the_scan_knows_every_secret(secret: str) -> None:
    assert leaks(f"a {secret} b")


def test_asked_for_it_is_all_there(place: Path) -> None:
    ran = _run(place, _COMMANDS["members"], "every", "--format", "json", "--show-personal")
    assert leaks(ran.out)
