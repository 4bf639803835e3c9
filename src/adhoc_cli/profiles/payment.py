"""How an office counts honoraria: its own choices, which no decree that was read makes for it."""

from __future__ import annotations

from typing import Literal

from adhoc_cli.profiles.parts import Part

PartMonth = Literal["penuh", "hari", "tidak"]
Rounding = Literal["bawah", "terdekat", "atas"]
Suspended = Literal["dibayar", "tidak"]


class Payment(Part):
    """What is paid for a part of a month, how a part is rounded to whole rupiah, and whether a
    suspended member is paid. What is absent is not decided."""

    bulan_sebagian: PartMonth | None = None
    pembulatan: Rounding | None = None
    nonaktif: Suspended | None = None
