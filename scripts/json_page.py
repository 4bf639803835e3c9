"""The page of what programs read: the fields of every JSON document, made from its schema, and the
columns of every CSV, which each command is asked for on a small roster."""

from __future__ import annotations

import contextlib
import io
import json
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from adhoc_cli.cli.start import main
from adhoc_cli.rules.examples import AS_OF, Example
from adhoc_cli.text.words import Lang, Words
from scripts.example_roster import write_example
from scripts.json_schemas import schemas

Schema = Mapping[str, Any]
# Which command says a document that is not named after it.
_COMMANDS = {
    "bimtek": "adhoc bimtek status",
    "checklist": "adhoc checklist status, show, history, import",
    "explain": "adhoc explain Q401",
    "explain-item": "adhoc explain PPK-02",
    "letters": "adhoc replace --letter NAME",
    "members-summary": "adhoc members --summary",
    "offices": "adhoc check, quota, report DIR DIR …",
}
# Of which the columns are told; {0} and {1} are roster folders.
_TABLES = (
    "check {0}",
    "quota {0}",
    "quota {0} --short",
    "members {0}",
    "members {0} --summary",
    "checklist status {0}",
    "checklist status {0} --overdue",
    "checklist show Bulu -C {0}",
    "checklist history -C {0}",
    "replace {0}",
    "replace {0} --letter berita-acara",
    "message {0} --about data",
    "bimtek status {0}",
    "calendar {0}",
    "honor {0} --month 2024-06",
    "diff {0} {1}",
    "report {0} --since none",
    "check {0} {1}",
    "quota {0} {1}",
    "rules",
    "explain Q401",
    "profiles",
    "profiles pilkada-2024",
)
# Those that do not ask what day it is.
_TIMELESS = {"rules", "explain", "profiles", "diff", "history", "honor"}
_TYPES: Mapping[str, Words] = {
    "string": Words("teks", "text"),
    "integer": Words("bilangan bulat", "whole number"),
    "number": Words("bilangan", "number"),
    "boolean": Words("`true` atau `false`", "`true` or `false`"),
    "null": Words("`null`", "`null`"),
    "object": Words("objek", "object"),
    "array": Words("daftar", "list"),
    "any": Words("apa saja", "anything"),
}
_OR = Words(" atau ", " or ")
_HEAD = Words("| isian | isi | arti (bahasa Inggris) |", "| field | holds | meaning |")
_CSV_HEAD = Words("| perintah | kolom |", "| command | columns |")
_NAME = Words("NAMA", "NAME")
_INTRO = Words(
    """# JSON dan CSV untuk program

Dibuat dari model keluarannya oleh `python -m scripts.make_docs`: ubah modelnya, bukan halaman ini.
Nama isian dan nama kolom tidak pernah diterjemahkan, dan dokumennya sama dalam kedua bahasa kecuali
kalimat untuk orang (`message`, `fix`, `text`). Isian yang ditambah tidak mengubah angka di belakang
nama dokumen; isian yang hilang atau berubah arti mengubahnya (`adhoc.check/2`).

`adhoc schema NAMA` mencetak JSON Schema sebuah dokumen. Dengan `--format ndjson` setiap butir dari
daftar terpanjang menjadi satu baris dengan `type`. NIK, telepon, alamat, dan tanggal lahir
disamarkan kecuali dengan `--show-personal`.

Dalam tabel di bawah `[]` berarti setiap butir sebuah daftar, dan NAMA nama apa saja, misalnya nama
badan.
""",
    """# JSON and CSV for programs

Made from the models of the output by `python -m scripts.make_docs`: edit the models, not this page.
Names of fields and columns are never translated, and a document is the same in both languages but
for sentences for people (`message`, `fix`, `text`). A field that is added leaves the number behind
the name of the document as it is; one that goes or changes its meaning changes it
(`adhoc.check/2`).

`adhoc schema NAME` prints the JSON Schema of a document. With `--format ndjson` each item of the
longest list is a line of its own, with its `type`. NIK, telephone numbers, addresses and birth
dates are masked, unless with `--show-personal`.

In the tables below `[]` means each item of a list, and NAME any name, such as that of a body.
""",
)
_CSV_INTRO = Words(
    """## Kolom CSV

`--format csv` menulis UTF-8 dengan koma, `--format csv-excel` yang sama dengan titik koma untuk
Excel. Tanggal ditulis 2024-06-10, ya dan tidak `true` dan `false`.
""",
    """## Columns of CSV

`--format csv` writes UTF-8 with commas, `--format csv-excel` the same with semicolons, for Excel.
Days are written 2024-06-10, yes and no `true` and `false`.
""",
)


def json_page(lang: Lang) -> str:
    """The page, as Markdown."""
    parts = [_INTRO.in_(lang)]
    for file, text in schemas():
        name = file.removeprefix("adhoc.").removesuffix("-1.json")
        parts.append("\n".join(_document(name, json.loads(text), lang)))
    return "\n".join([*parts, *_tables(lang)])


def _document(name: str, schema: Schema, lang: Lang) -> Iterator[str]:
    yield f"## adhoc.{name}/1\n"
    yield f"`{_COMMANDS.get(name, f'adhoc {name}')}`\n"
    yield from (_HEAD.in_(lang), "|---|---|---|")
    rows = dict.fromkeys(_Walk(schema, lang).fields(schema, ""))
    yield from (f"| `{path}` | {kind} | {meaning} |" for path, kind, meaning in rows)
    yield ""


class _Walk:
    """The fields of a document, with the path to each."""

    def __init__(self, document: Schema, lang: Lang) -> None:
        self._parts: Mapping[str, Schema] = document.get("$defs", {})
        self._lang: Lang = lang

    def fields(self, schema: Schema, path: str) -> Iterator[tuple[str, str, str]]:
        """Path, type and meaning of each field below `path`."""
        schema = self._whole(schema)
        for one in schema.get("anyOf", schema.get("oneOf", ())):
            yield from self.fields(one, path)
        for name, field in schema.get("properties", {}).items():
            below = f"{path}.{name}" if path else name
            yield below, self._kind(field), self._meaning(field)
            yield from self.fields(field, below)
        if isinstance(items := schema.get("items"), Mapping):
            yield from self.fields(items, f"{path}[]")
        if isinstance(named := schema.get("additionalProperties"), Mapping):
            yield from self.fields(named, f"{path}.{_NAME.in_(self._lang)}")

    def _whole(self, schema: Schema) -> Schema:
        reference = schema.get("$ref")
        return self._parts[reference.rpartition("/")[2]] if reference else schema

    def _kind(self, schema: Schema) -> str:
        whole = self._whole(schema)
        if choices := whole.get("anyOf") or whole.get("oneOf"):
            return _OR.in_(self._lang).join(dict.fromkeys(map(self._kind, choices)))
        if values := whole.get("enum") or ("const" in whole and [whole["const"]]):
            return ", ".join(f"`{value}`" for value in values)
        kind = _TYPES[whole.get("type", "any")].in_(self._lang)
        return f"{kind}: {self._kind(whole['items'])}" if whole.get("items") else kind

    def _meaning(self, schema: Schema) -> str:
        """What a field says of itself, else what its part does."""
        for one in (schema, *schema.get("anyOf", ()), schema.get("items", {})):
            if said := one.get("description") or self._whole(one).get("description"):
                return " ".join(said.split()).replace("|", "\\|")
        return ""


def _tables(lang: Lang) -> Iterator[str]:
    yield _CSV_INTRO.in_(lang)
    yield from (_CSV_HEAD.in_(lang), "|---|---|")
    for line, columns in _columns():
        shown = line.format("DIR", "DIR")
        yield f"| `adhoc {shown}` | {', '.join(f'`{column}`' for column in columns)} |"
    yield ""


def _columns() -> Iterator[tuple[str, list[str]]]:
    """Of each command the columns of its CSV, on a small roster of invented people."""
    with TemporaryDirectory() as above:
        folders = [Path(above) / name for name in ("a", "b")]
        for folder in folders:
            folder.mkdir()
            write_example(Example(), folder)
        for line in _TABLES:
            said = _run([*shlex.split(line.format(*folders)), "--format", "csv"])
            yield line, said.partition("\n")[0].rstrip("\r").split(",")


def _run(words: list[str]) -> str:
    """What a command says on standard output."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    day = () if _TIMELESS.intersection(words) else ("--as-of", AS_OF.isoformat())
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        main([*words, *day])
    out.seek(0)
    return out.read()
