"""One document with all that a document can have, for the golden file of each format.

What a view says is held by its own golden files; how a format writes headings, lists, grids, tones
and tricky texts is held by this one alone.
"""

from __future__ import annotations

from typing import Any

from adhoc_cli.output.document import (
    Column,
    Document,
    Entry,
    Grid,
    Heading,
    Listing,
    Paragraph,
    Row,
    Span,
    Tone,
    line,
)
from adhoc_cli.output.view import Items, Records, View

# What a terminal obeys, what Markdown and rich take for markup, what a spreadsheet runs.
_TRICKY = (
    "Siti \x1b[31mMerah\u202e\nBaris",
    "Rukmini [bold]T*lagasari* | `x` <b>&amp;",
    "=HYPERLINK(1)",
    "'+62 812",
    "Sa’diyah 王 Zoe\u0308 é – ✓",
)
_TONES = {
    Tone.PLAIN: "biasa",
    Tone.GOOD: "baik",
    Tone.BAD: "buruk",
    Tone.WARN: "awas",
    Tone.NOTE: "catatan",
    Tone.DIM: "redup",
    Tone.STRONG: "tebal",
}
_COLUMNS = (
    Column("Kode"),
    Column("Nama", wrap=True),
    Column("Kursi", right=True),
    Column("Tanggal", drop=1),
    Column("Keterangan yang panjang", drop=2, wrap=True),
)


class RichView(View):
    """The document, and the same for programs."""

    personal = False

    def document(self) -> Document:
        """Every kind of block, every tone, every kind of column."""
        tones = (Span(f"{text} ", tone) for tone, text in _TONES.items())
        return Document(
            (
                Heading(line("Contoh dokumen"), 1),
                Paragraph(line("Dekat di bawah judul"), close=True),
                Paragraph(line(*tones)),
                Heading(line("Daftar ", Span("awas", Tone.WARN))),
                Listing(tuple(Entry(line(text), (line("→ ", text),)) for text in _TRICKY)),
                Listing((Entry(line("satu")), Entry(line("dua"), (line("a"), line("b"))))),
                Heading(line("Bagian"), 3),
                Paragraph(
                    line("Kalimat yang lebih panjang daripada layar mana pun: " + "kata " * 30)
                ),
                Heading(line("Tabel")),
                Grid(_COLUMNS, self._rows(), (_total("Jumlah"), _total("Kurang")), "Di bawahnya."),
                Grid((Column("Tanpa baris"), Column("Kosong", right=True)), ()),
            )
        )

    def _rows(self) -> list[Row]:
        return [
            (
                Span(f"33.23.01.{2001 + number}"),
                Span(text, Tone.STRONG),
                Span(f"{number}/5", Tone.GOOD if number else Tone.BAD),
                Span("2024-06-10"),
                Span("Pengganti dilantik sesudah pleno", Tone.DIM),
            )
            for number, text in enumerate(_TRICKY)
        ]

    def data(self) -> dict[str, Any]:
        """Values of each kind, and two long lists."""
        people = [{"name": text, "seats": n, "none": None} for n, text in enumerate(_TRICKY)]
        return {
            "schema": "contoh/1",
            "number": 3_638_500,
            "share": 0.25,
            "yes": True,
            "none": None,
            "texts": list(_TRICKY),
            "nested": {"empty": [], "none": {}},
            "people": Items("person", people),
            "nobody": Items("person", []),
        }

    def records(self) -> Records:
        """A flat table of the people."""
        rows = [{"name": text, "seats": n} for n, text in enumerate(_TRICKY)]
        return Records(("name", "seats", "none"), rows)


def _total(text: str) -> Row:
    return (Span(""), Span(text), Span("10/25"), Span(""), Span(""))
