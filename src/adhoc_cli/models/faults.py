"""Why a cell was refused: one kind of fault for each rule of family V that a cell can break."""

from enum import StrEnum
from typing import Any

from pydantic_core import PydanticCustomError


class CellFault(StrEnum):
    """The kind of a cell's fault; the value is the pydantic error type."""

    NIK_MALFORMED = "nik_malformed"
    NUMBER_DAMAGED = "number_damaged"
    DATE_UNREADABLE = "date_unreadable"
    VALUE_UNKNOWN = "value_unknown"
    PHONE_MALFORMED = "phone_malformed"
    CODE_MALFORMED = "code_malformed"


def refuse(kind: CellFault, **params: Any) -> PydanticCustomError:
    """The error a type raises. `params` are data for the rule's message, never prose."""
    return PydanticCustomError(kind.value, "{kind}", {"kind": kind.value, **params})
