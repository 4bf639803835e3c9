"""The hostile rosters that may lie beside the project: through every format, harmless."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from adhoc_cli.output.speaker import Speaker
from adhoc_cli.roster.roster import Roster, load_roster
from adhoc_cli.rules.examples import AS_OF
from tests.output.hostile import lines_of, raw
from tests.output.rosters import TEXTUAL, VIEWS, written

_SHARED = Path(__file__).parents[3] / "shared" / "hostile"
_FILES = sorted(_SHARED.glob("*.csv")) if _SHARED.is_dir() else []
_READ = [path for path in _FILES if path.name != "MANIFEST.csv"]

pytestmark = pytest.mark.skipif(not _READ, reason="the hostile rosters are not here")


def _roster(path: Path, folder: Path) -> Roster:
    desa = "".join(f"32.10.01.{number},Desa {number}\n" for number in range(2001, 2011))
    (folder / "kecamatan.csv").write_text("kode,nama\n32.10.01,Lemahsugih\n")
    (folder / "desa.csv").write_text(f"kode,nama\n{desa}")
    (folder / "anggota.csv").write_bytes(path.read_bytes())
    return load_roster(folder, AS_OF)


@pytest.mark.parametrize("path", _READ, ids=[path.stem for path in _READ])
def test_every_format_is_harmless(path: Path, tmp_path: Path) -> None:
    roster = _roster(path, tmp_path)
    for name in ("check", "quota-short", "members", "members-columns", "diff"):
        for form in TEXTUAL:
            out = lines_of(form, written(VIEWS[name](roster, Speaker("id")), form))
            assert not raw(out), (name, form)
            assert "Traceback" not in out


@pytest.mark.parametrize("path", _READ, ids=[path.stem for path in _READ])
def test_json_has_the_exact_names(path: Path, tmp_path: Path) -> None:
    roster = _roster(path, tmp_path)
    document = json.loads(written(VIEWS["members"](roster, Speaker("id")), "json"))
    if not path.name.startswith(("hostile_", "ok_")) or not document["members"]:
        return
    text = path.read_bytes().decode("utf-8-sig", "surrogateescape")
    delimiter = ";" if ";" in text.split("\n", 1)[0] else ","
    csv.field_size_limit(1 << 20)
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
    written_names = {row["nama"].strip() for row in rows}
    assert {one["nama"] for one in document["members"] if one["nama"]} <= written_names
    assert len(document["members"]) + document["summary"]["rejected"] == len(rows)
