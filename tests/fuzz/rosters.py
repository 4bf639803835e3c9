"""The roster folder that the targets work in: small, and put right again before every input."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from adhoc_cli.intake.fault_texts import refused_text
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.models.columns import RowModel
from adhoc_cli.models.rows import MODELS
from adhoc_cli.models.vocabulary import Vocabulary
from adhoc_cli.tables.faults import FileFault, FileFaultKind
from adhoc_cli.tables.read import read_table
from adhoc_cli.tables.table import FileRead, Table
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.words import LANGUAGES

KINDS = tuple(MODELS)
VOCABULARY = Vocabulary()
NOTES = frozenset({FileFaultKind.READ_AS, FileFaultKind.COLUMN_UNKNOWN})
# As they are called in the reference, which stands in where a file is missing. Two desa have one
# name, and two kecamatan share theirs with a desa.
REGIONS: Mapping[str, bytes] = {
    "kecamatan.csv": b"kode,nama\n33.23.01,Bulu\n33.23.09,Ngadirejo\n33.23.17,Kledung\n",
    "desa.csv": (
        b"kode,nama,jenis\n33.23.01.2001,Bulu,desa\n33.23.01.2003,Campursari,desa\n"
        b"33.23.01.2016,Wonosari,desa\n33.23.09.2008,Campursari,desa\n"
        b"33.23.17.2001,Kledung,desa\n33.23.17.2013,Tuksari,desa\n"
    ),
}


class Scratch:
    """A folder that holds `files` and nothing else after every `reset`."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        above = tempfile.mkdtemp(prefix="adhoc-fuzz-")
        atexit.register(shutil.rmtree, above, ignore_errors=True)
        self.path = Path(above) / "t"
        self.path.mkdir()
        self.source = Path(above) / "sumber.csv"
        self._files = files
        self.reset()

    def reset(self) -> None:
        """Put the folder right."""
        for path in self.path.iterdir():
            if path.is_dir():  # the copies of what an import replaced
                shutil.rmtree(path)
            elif path.name not in self._files:
                path.unlink()
        for name, content in self._files.items():
            (self.path / name).write_bytes(content)


def model_of(kind: str) -> type[RowModel]:
    """The row model of a kind of file."""
    return MODELS[kind]


def read(path: Path, kind: str) -> Table:
    """The file at `path` by the strict reader, as a table of this kind."""
    return read_table(MODELS[kind], [(path, path.name)], VOCABULARY)


def lines_of(data: bytes) -> int:
    """How many lines an editor shows of `data`, the empty one behind the last break aside."""
    return max(1, data.count(b"\n") + (not data.endswith(b"\n")))


def faults_of(file: FileRead) -> list[FileFault]:
    """What is wrong with a file, notes aside."""
    return [fault for fault in file.log.kept if fault.kind not in NOTES]


def texts_of(table: Table) -> list[dict[str, str]]:
    """The cells of every row of a table, as they are written."""
    columns = table.columns.items()
    return [{name: column.text(row) for name, column in columns} for row in range(len(table))]


def told(refused: ImportRefused) -> None:
    """Hold that there are words for a refusal, in both languages."""
    for lang in LANGUAGES:
        assert refused_text(refused.key, refused.params, Translator(lang))
