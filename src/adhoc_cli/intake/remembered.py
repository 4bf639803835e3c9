"""What an import is told besides its files: typed, kept in `adhoc.toml`, or among rejected rows."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from glob import escape
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from adhoc_cli.files.backup import kept
from adhoc_cli.files.folder import NewFile, is_there, name_key, put
from adhoc_cli.intake.grid import Line
from adhoc_cli.intake.limits import Limits
from adhoc_cli.intake.rejects import command_of, is_of_rejects
from adhoc_cli.intake.source import read_source
from adhoc_cli.models.rows import MODELS
from adhoc_cli.models.spelling import header_key
from adhoc_cli.profiles.load import SETTINGS_FILE, SourceFiles

_PAIRS = {"--map": "mapping", "--set": "constants", "--map-value": "values"}
_TEXTS = {
    "--as": "kind", "--name": "name", "--encoding": "encoding", "--hidden": "hidden",
    "--struck": "struck",
}  # fmt: skip


class ImportOptions(NamedTuple):
    """The options of an import: the kind and the target, sheets, headers, constants, values; the
    encoding, what becomes of hidden and struck cells, the columns of sheets without a header."""

    kind: str | None = None
    name: str | None = None
    sheets: tuple[str, ...] = ()
    mapping: Mapping[str, str] = {}
    constants: Mapping[str, str] = {}
    values: Mapping[str, str] = {}
    append: bool = False
    encoding: str | None = None
    hidden: str | None = None
    struck: str | None = None
    columns: tuple[str, ...] = ()

    def words(self) -> list[str]:
        """The options as they are typed."""
        said = {option: getattr(self, field) for option, field in _TEXTS.items()}
        words = [word for pair in said.items() if pair[1] for word in pair]
        words += ["--columns", ",".join(self.columns)] if self.columns else []
        words += [word for sheet in self.sheets for word in ("--sheet", sheet)]
        for option, field in _PAIRS.items():
            for one in getattr(self, field).items():
                words += [option, "=".join(one)]
        return words + ["--append"] * self.append

    def again(self) -> tuple[str, ...]:
        """The options that every further import of the same rows needs, but kind and target: they
        then stand in a plain file of ours, with headers."""
        of_rows = ImportOptions(mapping=self.mapping, constants=self.constants, values=self.values)
        return tuple(of_rows.words())

    def is_more_than(self, known: ImportOptions, saved: Mapping[str, str]) -> bool:
        """Whether these options say what is neither `known` nor, of headers, `saved` alone."""
        headers = {header_key(header): column for header, column in saved.items()}
        mapping = {
            header: column
            for header, column in self.mapping.items()
            if headers.get(header_key(header)) != column
        }
        said = self._replace(kind=None, name=None, mapping=mapping, append=False)
        return said.over(known).words() != known.words()

    def over(self, other: ImportOptions) -> ImportOptions:
        """These options, and where they say nothing those of `other`."""
        said = {field: told for field, told in self._asdict().items() if told}
        for field in _PAIRS.values():
            said[field] = {**getattr(other, field), **getattr(self, field)}
        return other._replace(**said)

    def toml(self, pattern: str) -> str:
        """The table of `adhoc.toml` that keeps these options for files of this name."""
        lines = ["[[import.berkas]]", f"pola = {_quoted(pattern)}"]
        texts = {
            "sebagai": self.kind, "nama": self.name, "pengodean": self.encoding,
            "tersembunyi": self.hidden, "dicoret": self.struck,
        }  # fmt: skip
        lines += [f"{key} = {_quoted(text)}" for key, text in texts.items() if text]
        for key, many in {"lembar": self.sheets, "kolom": self.columns}.items():
            if many:
                lines.append(f"{key} = [" + ", ".join(map(_quoted, many)) + "]")
        tables = {"peta": self.mapping, "isi": self.constants, "nilai": self.values}
        for key, pairs in tables.items():
            if pairs:
                inside = ", ".join(f"{_quoted(a)} = {_quoted(b)}" for a, b in pairs.items())
                lines.append(f"{key} = {{ {inside} }}")
        return "\n".join(lines) + "\n"


def from_words(words: Sequence[str]) -> ImportOptions:
    """The options in a command of ours; what it does not know is passed over."""
    texts: dict[str, str] = {}
    pairs: dict[str, dict[str, str]] = {field: {} for field in _PAIRS.values()}
    sheets: list[str] = []
    for option, value in pairwise(words):
        if option in _TEXTS:
            texts[_TEXTS[option]] = value
        elif option in _PAIRS and "=" in value:
            before, _, after = value.rpartition("=")
            pairs[_PAIRS[option]][before] = after
        elif option == "--sheet":
            sheets.append(value)
    kind = texts["kind"] if texts.get("kind") in MODELS else None
    append = "--append" in words
    told = ImportOptions(kind, texts.get("name"), tuple(sheets), append=append)
    return told._replace(
        mapping=pairs["mapping"], constants=pairs["constants"], values=pairs["values"]
    )


def remembered(
    sources: Sequence[Path], saved: Sequence[SourceFiles], limits: Limits
) -> ImportOptions:
    """What is known of `sources` without being told: by `adhoc.toml`, or as mended rejects."""
    if all(is_of_rejects(source.name) for source in sources):
        for source in sources:
            grids, _ = read_source(source, _own_columns, limits)
            if command := command_of(grids):
                return from_words(command)._replace(sheets=())
    for one in reversed(saved):  # what was saved last
        if all(fnmatchcase(name_key(source.name), name_key(one.pola)) for source in sources):
            return ImportOptions(
                one.sebagai, one.nama, one.lembar, one.peta, one.isi, one.nilai,
                encoding=one.pengodean, hidden=one.tersembunyi, struck=one.dicoret,
                columns=one.kolom,
            )  # fmt: skip
    return ImportOptions()


def save(folder: Path, sources: Sequence[Path], told: ImportOptions) -> bool:
    """Keep the options for files of these names in `adhoc.toml`; False where that would break it.

    Raises `OSError`.
    """
    path = folder / SETTINGS_FILE
    before = path.read_text(encoding="utf-8") if is_there(path) else ""
    blocks = [told._replace(append=False).toml(escape(source.name)) for source in sources]
    after = "\n".join([before.rstrip("\n") + "\n", *blocks]) if before else "\n".join(blocks)
    try:
        tomllib.loads(after)
    except tomllib.TOMLDecodeError:  # `import` stands there as one line
        return False
    file = NewFile(SETTINGS_FILE, after.encode(), 0, private=False)
    with kept(folder, [file], "import --save"):
        put(folder, [] if before else [file], [file] if before else [])
    return True


def _own_columns(lines: Sequence[Line]) -> int:
    return max((sum(c.startswith("ditolak_") for c in line.cells) for line in lines), default=0)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
