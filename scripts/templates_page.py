"""The made part of docs/templat.md: what a template of a letter can use."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

from adhoc_cli.reports.letters.contents import OF_OTHERS, described
from adhoc_cli.text.words import Lang, Words

_DOCS = Path(__file__).resolve().parent.parent / "docs"
# What is written by hand stands above this heading.
_FIELDS = Words("## Isian\n", "## Fields\n")
_FILES = Words("templat.md", "templat.en.md")
_HEADS = Words("| isian | isi |", "| field | says |")
_NOT_THERE = Words(" (tidak ada dalam pesan)", " (not in a message)")
_PARTS: Mapping[str, tuple[Words, Words]] = {
    "Surat": (Words("Surat", "Letter"), Words("", "")),
    "Calon": (
        Words("Calon", "Candidate"),
        Words(
            "Setiap calon di dalam `usulan`; dalam pesan `calon` sendiri.",
            "Each candidate within `usulan`; in a message `calon` itself.",
        ),
    ),
    "Usulan": (Words("Usulan", "Proposal"), Words("Setiap bagian `usulan`.", "Each of `usulan`.")),
    "Dilewati": (
        Words("Calon yang dilewati", "Candidate who is passed over"),
        Words("Setiap bagian `dilewati`.", "Each of `dilewati`."),
    ),
    "Digantikan": (
        Words("Yang berhenti", "Who left"),
        Words("Setiap bagian `digantikan`.", "Each of `digantikan`."),
    ),
    "Lampiran": (
        Words("Lampiran keputusan", "Attachment of a decree"),
        Words("`adhoc members -o lampiran.docx`.", "`adhoc members -o lampiran.docx`."),
    ),
    "Tempat": (
        Words("Tempat", "Place"),
        Words("Setiap bagian `tempat` dari lampiran.", "Each of `tempat` of the attachment."),
    ),
    "Orang": (
        Words("Orang", "Person"),
        Words("Setiap bagian `anggota` dari tempat.", "Each of `anggota` of a place."),
    ),
    "Pesan": (
        Words("Pesan", "Message"),
        Words(
            "`adhoc message`, kecuali kepada calon PAW (`whatsapp`).",
            "`adhoc message`, but for those to candidates (`whatsapp`).",
        ),
    ),
    "Bagian": (
        Words("Bagian", "Part"),
        Words("Setiap bagian `bagian` dari pesan.", "Each of `bagian` of a message."),
    ),
    "Ketentuan": (
        Words("Ketentuan", "Provision"),
        Words(
            "Setiap bagian `ketentuan` dan `daftar_habis`.",
            "Each of `ketentuan` and `daftar_habis`.",
        ),
    ),
}


def templates_page(lang: Lang) -> str:
    """The page: what was written by hand above the fields, and the fields."""
    written = (_DOCS / _FILES.in_(lang)).read_text(encoding="utf-8")
    lines = [f"{written.partition(_FIELDS.in_(lang))[0]}{_FIELDS.in_(lang)}"]
    for part, fields in groupby(described(lang), key=lambda one: one[0]):
        title, about = (words.in_(lang) for words in _PARTS[part])
        lines += [f"### {title}", "", *([about, ""] if about else [])]
        lines += [_HEADS.in_(lang), "|---|---|"]
        lines += [f"| `{name}` | {says}{_only(part, name, lang)} |" for _, name, says in fields]
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _only(part: str, name: str, lang: Lang) -> str:
    """What holds for messages."""
    return _NOT_THERE.in_(lang) if part == "Surat" and name in OF_OTHERS else ""
