"""The made part of docs/folder.md: the files of a roster folder, and their columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from adhoc_cli.models.columns import FileKind, columns_of
from adhoc_cli.models.rows import MODELS
from adhoc_cli.text.words import Lang, Words

_DOCS = Path(__file__).resolve().parent.parent / "docs"
_FILES = Words("folder.md", "folder.en.md")
_PART = re.compile(r"(<!-- made: files -->\n).*?(<!-- end -->)", re.DOTALL)
_HEAD = Words("| berkas | wajib | boleh |", "| file | required | optional |")
_SEVERAL = Words("`{0}.csv` dan `{0}-*.csv`", "`{0}.csv` and `{0}-*.csv`")
_OPTIONAL = Words("`{0}.csv` (boleh tidak ada)", "`{0}.csv` (may be missing)")


def files_page(lang: Lang) -> str:
    """The page: what was written by hand, with the files as their models have them."""
    written = (_DOCS / _FILES.in_(lang)).read_text(encoding="utf-8")
    rows = "\n".join(_rows(lang))
    return _PART.sub(lambda part: f"{part[1]}{rows}\n{part[2]}", written)


def _rows(lang: Lang) -> Iterator[str]:
    yield from (_HEAD.in_(lang), "|---|---|---|")
    for model in MODELS.values():
        columns = columns_of(model).items()
        required = _listed(name for name, spec in columns if spec.required)
        others = _listed(name for name, spec in columns if not spec.required)
        yield f"| {_file(model.kind, lang)} | {required} | {others} |"


def _file(kind: FileKind, lang: Lang) -> str:
    if kind.several:
        return _SEVERAL.in_(lang).format(kind.name)
    return f"`{kind.name}.csv`" if kind.required else _OPTIONAL.in_(lang).format(kind.name)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
