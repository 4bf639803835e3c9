"""What holds for any input: rows in = written + rejected, and read(write(rows)) is rows."""

from __future__ import annotations

import csv
import io
import tempfile
from datetime import date
from operator import itemgetter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from adhoc_cli.intake.doctor import Mode, Options, plan, write
from adhoc_cli.intake.fault_texts import refused_text
from adhoc_cli.intake.prepare import without_leftovers
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.result import Intake
from adhoc_cli.models.names import names_several, without_mojibake
from adhoc_cli.models.rows import Anggota
from adhoc_cli.models.vocabulary import Vocabulary
from adhoc_cli.places.reference import names_in
from adhoc_cli.profiles.load import load_profile
from adhoc_cli.tables.read import read_table
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.words import LANGUAGES
from tests.intake.messy import region_folder, spoken_date
from tests.intake.workbooks import HEADER, ROW, xlsx

PROFILE = load_profile("pilkada-2024")
VOCABULARY = Vocabulary()
DESA = sorted(code for code in names_in("33.23") if len(code) == 13)
HEADERS = (
    "nama", "badan", "jabatan", "kode_wilayah", "nik", "jenis_kelamin", "tanggal_lahir", "status",
    "peringkat", "telepon", "alamat",
)  # fmt: skip
# A name of anything that a cell may hold and that is no cell of something else.
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), min_size=1, max_size=12)
NAMES = WORDS.map(lambda text: "Siti " + text).filter(lambda text: not is_no_name(text))
NIK = itemgetter("nik")  # nobody is written twice


def is_no_name(text: str) -> bool:
    """Several people, or what an export left around a name: refused, and mended."""
    mended = without_leftovers(without_mojibake(text))
    return names_several(text) or mended != text.strip()


DATES = st.dates(date(1950, 1, 1), date(2007, 12, 31))


@st.composite
def members(draw: st.DrawFn) -> dict[str, str]:
    day = draw(DATES)
    return {
        "nama": draw(NAMES),
        "badan": "PPS",
        "jabatan": draw(st.sampled_from(("ketua", "anggota"))),
        "kode_wilayah": draw(st.sampled_from(DESA)),
        "nik": f"332301{day:%d%m%y}{draw(st.integers(1, 9999)):04d}",
        "jenis_kelamin": draw(st.sampled_from("LP")),
        "tanggal_lahir": day.isoformat(),
        "status": draw(st.sampled_from(("aktif", "cadangan", "meninggal", ""))),
        "peringkat": draw(st.sampled_from(("", "1", "12"))),
        "telepon": draw(st.sampled_from(("", "081234567890", "081234567890 / 085712345678"))),
        "alamat": draw(st.one_of(st.just(""), NAMES)),
    }


def told(refused: ImportRefused) -> None:
    """There are words for it, in both languages, on one line."""
    for lang in LANGUAGES:
        text = refused_text(refused.key, refused.params, Translator(lang))
        assert text
        assert "{" not in text


def as_csv(rows: list[dict[str, str]], delimiter: str = ",") -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, HEADERS, delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def imported(content: bytes, again: bool = False) -> tuple[Intake, list[dict[str, str]]]:
    """The import of a file, and the rows that the strict reader finds in the target."""
    with tempfile.TemporaryDirectory() as name:
        folder = region_folder(Path(name) / "t")
        source = Path(name) / "sumber.csv"
        source.write_bytes(content)
        made = write(plan([source], "anggota", folder, PROFILE, Options()), "id")
        assert source.read_bytes() == content
        if again:
            source = folder / "anggota.csv"
            (folder / "anggota-b.csv").write_bytes(b"")
            more = Options(name="anggota-b", mode=Mode.REPLACE)
            write(plan([source], "anggota", folder, PROFILE, more), "id")
            assert (folder / "anggota-b.csv").read_bytes() == source.read_bytes()
        target = folder / "anggota.csv"
        table = read_table(Anggota, [(target, target.name)], VOCABULARY)
        assert table.files[0].rejected == 0
        rows = [
            {c: table[c].text(row) if c in table else "" for c in HEADERS}
            for row in range(len(table))
        ]
        return made, rows


@settings(max_examples=60, deadline=None)
@given(st.lists(members(), min_size=1, max_size=5, unique_by=NIK))
def test_clean_rows_are_written_as_they_are(rows: list[dict[str, str]]) -> None:
    """But for blanks: the reader does not tell them apart either."""
    made, read = imported(as_csv(rows), again=True)
    assert (made.read, made.rejected) == (len(rows), 0)
    blanks = " \t\n\u00a0"
    assert [{c: "".join(t.split()) for c, t in row.items()} for row in read] == [
        {c: "".join(t.split()) for c, t in row.items()} for row in rows
    ]
    for row in read:
        assert all(text == text.strip(blanks) for text in row.values())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(members(), min_size=2, max_size=5, unique_by=NIK),
    st.sampled_from(";,\t|"),
    st.integers(0, 4),
    st.data(),
)
def test_polluting_one_row_leaves_the_others(
    rows: list[dict[str, str]], delimiter: str, style: int, data: st.DataObject
) -> None:
    clean, before = imported(as_csv(rows))
    at = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.sampled_from(HEADERS))
    text = data.draw(st.one_of(WORDS, st.sampled_from(("", "-", "3,32301E+15", "#N/A", "33.23"))))
    messy = [
        {
            **row,
            "tanggal_lahir": spoken_date(row["tanggal_lahir"], style),
            "kode_wilayah": row["kode_wilayah"].replace(".", ""),
            "jabatan": f"{row['jabatan'].title()} PPS",
        }
        for row in rows
    ]
    messy[at][column] = text
    made, after = imported(as_csv(messy, delimiter))
    assert clean.rejected == 0
    assert made.read == made.written + made.rejected
    assert made.read + made.sheets[0].headings == len(rows)
    kept = [row for position, row in enumerate(before) if position != at]
    if made.rejected or made.sheets[0].headings:
        assert after == kept
        if made.rejects:
            assert made.rejects[0].where.line >= at + 2
    else:
        assert [row for position, row in enumerate(after) if position != at] == kept


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_give_a_plan_or_a_refusal(content: bytes, below_a_header: bool) -> None:
    head = b"nama,badan,jabatan,kode_wilayah\n" if below_a_header else b""
    with tempfile.TemporaryDirectory() as name:
        folder = region_folder(Path(name) / "t")
        source = Path(name) / "sumber.csv"
        source.write_bytes(head + content)
        try:
            made = plan([source], "anggota", folder, PROFILE, Options())
        except ImportRefused as refused:
            told(refused)
        else:
            assert made.read == made.written + made.rejected
            write(made, "en")


@settings(max_examples=60, deadline=None)
@given(st.integers(0), st.binary(min_size=1, max_size=40))
def test_any_damage_to_a_workbook_is_a_refusal_or_a_grid(at: int, junk: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = xlsx(Path(name) / "a.xlsx", {"A": [HEADER, ROW]})
        data = bytearray(path.read_bytes())
        position = at % len(data)
        data[position : position + len(junk)] = junk
        path.write_bytes(data)
        folder = region_folder(Path(name) / "t")
        try:
            plan([path], "anggota", folder, PROFILE, Options())
        except ImportRefused as refused:
            told(refused)
