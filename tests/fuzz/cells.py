"""The types of cells: any text is a value or a fault with a name; a value read again is itself."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

from pydantic import ValidationError

from adhoc_cli.checklist.row import Koordinasi
from adhoc_cli.intake.repair import CellDoctor
from adhoc_cli.models.columns import ColumnSpec, columns_of
from adhoc_cli.models.dates import SURE_DATE
from adhoc_cli.models.faults import CellFault
from adhoc_cli.models.names import name_key
from adhoc_cli.models.rows import MODELS
from adhoc_cli.models.spelling import header_key
from adhoc_cli.places.names import name_key as place_key
from adhoc_cli.tables.texts import SPACES, is_dash
from adhoc_cli.text.cells import for_spreadsheet, from_spreadsheet
from tests.fuzz.rosters import VOCABULARY

_FAULTS = frozenset(CellFault)
_CONTEXT = {"vocabulary": VOCABULARY}


@cache
def _columns() -> tuple[tuple[ColumnSpec, CellDoctor], ...]:
    """One column of each type."""
    specs = {
        str(spec.annotation): spec
        for model in (*MODELS.values(), Koordinasi)
        for spec in columns_of(model).values()
    }
    return tuple((spec, CellDoctor(spec, VOCABULARY)) for spec in specs.values())


def check(data: bytes) -> None:
    """The first byte says of which type the cell is."""
    columns = _columns()
    spec, doctor = columns[(data[0] if data else 0) % len(columns)]
    text = data[1:].decode("utf-8", "replace")
    for key in (name_key, header_key, place_key):
        assert isinstance(key(text), str)
    assert from_spreadsheet(for_spreadsheet(text)) == text
    cell = text.strip(SPACES)
    if cell and not is_dash(cell):
        _read(spec, cell)
    doctor.__init__(spec, VOCABULARY)  # type: ignore[misc]  # it remembers every cell
    _repaired(doctor, text)


def _value(spec: ColumnSpec, text: str) -> Any:
    """What a cell says, None where it is refused."""
    try:
        return spec.adapter.validate_python(text, context=_CONTEXT)
    except ValidationError as error:
        for fault in error.errors(include_url=False, include_input=False):
            assert fault["type"] in _FAULTS, fault["type"]
        return None


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _read(spec: ColumnSpec, cell: str) -> None:
    value = _value(spec, cell)
    pattern = SURE_DATE if spec.is_date else spec.shape.pattern if spec.shape else None
    if pattern is not None and re.fullmatch(pattern, cell):
        assert _text(value) == cell, "a text that surely is a value, unchanged"
    if spec.shape and spec.shape.refused and re.fullmatch(spec.shape.refused, cell):
        assert value is None, "a text that surely is none"
    if value is not None:
        again = for_spreadsheet(_text(value)) if not spec.refuses else _text(value)
        if again.strip(SPACES) == again and not is_dash(again):
            assert _value(spec, again) == value


def _repaired(doctor: CellDoctor, text: str) -> None:
    fixed = doctor.fixed(text)
    if fixed.fault is not None:
        return
    assert fixed.text == fixed.text.strip(SPACES)
    if fixed.text.startswith("'"):  # one apostrophe is a mark, and another one may be behind it
        return
    again = doctor.fixed(fixed.text)
    assert (again.text, again.fault) == (fixed.text, None)
    assert not again.steps, again.steps
