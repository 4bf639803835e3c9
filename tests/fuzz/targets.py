"""The targets by name, and one input of one of them again, without atheris.

usage: python -m tests.fuzz.targets TARGET FILE…
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.fuzz import cells, doctor, journal, package, reader, settings, sheets

CORPUS = Path(__file__).with_name("corpus")
TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "reader": reader.check,
    "doctor": doctor.check,
    "sheets": sheets.check,
    "package": package.check,
    "journal": journal.check,
    "cells": cells.check,
    "settings": settings.check,
}

# The doctor reads what the strict reader reads, and more; their inputs begin with the same byte.
_ALSO: Mapping[str, str] = {"doctor": "reader"}


def folders_of(target: str) -> list[Path]:
    """The folders of the saved corpus that a target begins with."""
    return [CORPUS / name for name in (target, _ALSO.get(target)) if name]


if __name__ == "__main__":
    for _file in sys.argv[2:]:
        TARGETS[sys.argv[1]](Path(_file).read_bytes())
