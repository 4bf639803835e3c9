"""What is wrong with a template, as data; the words stand beside it in both languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from adhoc_cli.text.nearest import nearest
from adhoc_cli.text.words import Words


@dataclass(eq=False)  # not frozen: Python sets the traceback of an exception on its way
class TemplateFault(Exception):  # noqa: N818 - the fault is the template's
    """A template of the office that cannot be used (exit 2).

    `key` names the text in `FAULT_WORDS`, `params` are its data; `file` is as in the roster folder
    ("templat/whatsapp.id.txt"), `line` the line in it where one is known.
    """

    key: str
    params: Mapping[str, Any]
    file: str
    line: int | None = None

    @property
    def place(self) -> str:
        """`templat/whatsapp.id.txt:3`."""
        return self.file if self.line is None else f"{self.file}:{self.line}"


FAULT_WORDS: Mapping[str, Words] = {
    "template.undefined": Words(
        'templat memakai "{name}", yang tidak ada di sini{hint}',
        'the template uses "{name}", which does not exist here{hint}',
    ),
    "template.unclosed": Words(
        "templat berakhir sebelum {{% {name} %}} atau {{{{ ditutup",
        "the template ends before {{% {name} %}} or {{{{ is closed",
    ),
    "template.unknown_tag": Words(
        "{{% {name} %}} tidak dikenal, atau tidak pada tempatnya",
        "{{% {name} %}} is unknown, or not in its place",
    ),
    "template.unknown_filter": Words(
        'penyaring "{name}" tidak ada{hint}', 'there is no filter "{name}"{hint}'
    ),
    "template.syntax": Words("penulisan templat keliru", "the template is miswritten"),
    "template.forbidden": Words(
        "templat mencoba hal yang tidak diizinkan; ia hanya boleh membaca data surat",
        "the template tries what it may not do; it can only read the data of the letter",
    ),
    "template.failed": Words(
        "templat tidak dapat diisi: perhitungannya gagal ({name})",
        "the template cannot be filled in: what it calculates fails ({name})",
    ),
    "template.missing": Words(
        'templat menyertakan "{name}", yang tidak ada di folder templat',
        'the template includes "{name}", which is not in the folder templat',
    ),
    "template.not_utf8": Words(
        "templat tidak tersimpan sebagai UTF-8", "the template is not saved as UTF-8"
    ),
    "template.too_large": Words(
        "templat lebih besar dari {limit} byte", "the template is larger than {limit} bytes"
    ),
    "template.unreadable": Words("templat tidak dapat dibaca", "the template cannot be read"),
}
HINT = Words(' (maksudnya "{nearest}"?)', ' (did you mean "{nearest}"?)')

_UNKNOWN_TAG = re.compile(r"Encountered unknown tag '([^']*)'")
_UNCLOSED = re.compile(r"(?i)unexpected '?end of template|missing end of")
_INNERMOST = re.compile(r"innermost block that needs to be closed is '([^']*)'")
_NO_FILTER = re.compile(r"No (?:filter|test) named '([^']*)'")


def fault_words(fault: TemplateFault) -> Words:
    """The sentence for a fault, without the file and line that stand before it."""
    hint = HINT if fault.params.get("nearest") else Words("", "")
    words = FAULT_WORDS[fault.key]
    return Words(
        *(
            template.format_map({"name": "", **fault.params, "hint": tail.format(**fault.params)})
            for template, tail in zip(words, hint, strict=True)
        )
    )


def syntax_fault(said: str, filters: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Key and params for what the parser said, in English prose that stays here."""
    if found := _NO_FILTER.search(said):
        name = found[1]
        return "template.unknown_filter", {"name": name, "nearest": nearest(name, filters) or ""}
    if _UNCLOSED.search(said):
        inner = _INNERMOST.search(said)
        return "template.unclosed", {"name": inner[1] if inner else "…"}
    if found := _UNKNOWN_TAG.search(said):
        return "template.unknown_tag", {"name": found[1]}
    return "template.syntax", {}
