"""The made part of docs/templat.md: what a template of a letter can use."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from adhoc_cli.reports.letters.contents import OF_OTHERS, described

TEMPLATES = Path(__file__).resolve().parent.parent / "docs" / "templat.md"
_FIELDS = "## Isian\n"
_PARTS = {
    "Surat": ("Surat", ""),
    "Calon": ("Calon", "Setiap calon di dalam `usulan`; dalam pesan `calon` sendiri."),
    "Usulan": ("Usulan", "Setiap bagian `usulan`."),
    "Dilewati": ("Calon yang dilewati", "Setiap bagian `dilewati`."),
    "Digantikan": ("Yang berhenti", "Setiap bagian `digantikan`."),
    "Lampiran": ("Lampiran keputusan", "`adhoc members -o lampiran.docx`."),
    "Tempat": ("Tempat", "Setiap bagian `tempat` dari lampiran."),
    "Orang": ("Orang", "Setiap bagian `anggota` dari tempat."),
    "Pesan": ("Pesan", "`adhoc message`, kecuali kepada calon PAW (`whatsapp`)."),
    "Bagian": ("Bagian", "Setiap bagian `bagian` dari pesan."),
    "Ketentuan": ("Ketentuan", "Setiap bagian `ketentuan` dan `daftar_habis`."),
}


def templates_page() -> str:
    """The page: what was written by hand above the fields, and the fields."""
    head = TEMPLATES.read_text(encoding="utf-8").partition(_FIELDS)[0]
    lines = [f"{head}{_FIELDS}"]
    for part, fields in groupby(described(), key=lambda one: one[0]):
        title, about = _PARTS[part]
        lines += [
            f"### {title}",
            "",
            *([about, ""] if about else []),
            "| isian | isi |",
            "|---|---|",
        ]
        lines += [f"| `{name}` | {says}{_only(part, name)} |" for _, name, says in fields]
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _only(part: str, name: str) -> str:
    """What holds for messages."""
    return " (tidak ada dalam pesan)" if part == "Surat" and name in OF_OTHERS else ""
