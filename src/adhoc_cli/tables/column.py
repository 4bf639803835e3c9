"""A typed column: what pydantic made of its distinct texts, and which rows hold which of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from pydantic import ValidationError

from adhoc_cli.models.columns import ColumnSpec
from adhoc_cli.models.dates import SURE_DATE
from adhoc_cli.models.nobody import NOBODY
from adhoc_cli.tables.factorised import narrow, through
from adhoc_cli.tables.texts import Codes, Mask, Texts, is_dash

NO_DAY = np.datetime64("NaT", "D")  # without its unit a newer numpy refuses it among days


class CellError(NamedTuple):
    """Why pydantic refused a text: the kind (`models.faults.CellFault`) and the message's data."""

    kind: str
    params: Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Column:
    """One column of a table, each distinct text and value kept once. Of the column `tps`

        row  cell     text_codes  codes
        0    "1"       0           0        texts  = ["1", "TPS 1", "x"]
        1    "TPS 1"   1           0        values = [1]
        2    ""       -1          -1        errors = {2: why "x" is no number}
        3    "x"       2          -1

    What is asked of all rows is answered for the few values and spread over the codes; -1 then
    finds the last place of an array with one place more, which holds the answer for "no value".

    `text_codes` gives each row's position in `texts` (-1: an empty cell), `codes` its position in
    `values` (-1: empty or refused). `values` are distinct, and the `texts` themselves where every
    text is its own value. `errors` maps a text's position to why it was refused.
    """

    spec: ColumnSpec
    text_codes: Codes
    texts: Texts
    codes: Codes
    values: Texts | NDArray[Any]
    errors: Mapping[int, CellError] = field(default_factory=dict)

    # Masks are made each time: of the 21 columns of a country they would take 150 MB.

    @property
    def empty(self) -> Mask:
        """Rows whose cell is empty, or holds only the dash that stands for "nothing"."""
        return ~self.known & ~self.refused

    @property
    def refused(self) -> Mask:
        """Rows whose cell pydantic refused."""
        return self.text_in(self.errors)

    @property
    def known(self) -> Mask:
        """Rows with a value."""
        return np.asarray(self.codes >= 0)

    @cached_property
    def texts_of_nobody(self) -> NDArray[np.intp]:
        """The positions of the texts that say in the place of a name that there is nobody."""
        return np.flatnonzero(self.texts.full_match(NOBODY))

    @cached_property
    def nobody(self) -> Mask:
        """Rows that say so."""
        return self.known & self.text_in(self.texts_of_nobody)

    def is_refused(self, row: int) -> bool:
        """Whether pydantic refused the cell of `row`."""
        return self.text_codes.item(row) in self.errors

    def is_empty(self, row: int) -> bool:
        """Whether the cell of `row` is empty, or holds only a dash."""
        return self.codes.item(row) < 0 and not self.is_refused(row)

    def text_in(self, positions: Any) -> Mask:
        """Rows whose text stands at one of `positions`."""
        if not len(positions):
            return np.zeros(self.text_codes.size, bool)
        hit = np.zeros(len(self.texts) + 1, bool)  # the last one answers for -1
        hit[np.fromiter(positions, np.int64, len(positions))] = True
        return hit[self.text_codes]

    def value_in(self, positions: Any) -> Mask:
        """Rows whose value stands at one of `positions` (a mask over `values`, or positions)."""
        hit = np.zeros(len(self.values) + 1, bool)
        hit[:-1][positions] = True
        return hit[self.codes]

    def position(self, value: Any) -> int:
        """Where `value` stands in `values`, -2 where it does not (no row's code is -2)."""
        return next((i for i, known in enumerate(self.value_list) if known == value), -2)

    def equals(self, value: Any) -> Mask:
        """Rows whose value is `value`."""
        return np.asarray(self.codes == self.position(value))

    @cached_property
    def value_list(self) -> list[Any]:
        """The distinct values as Python objects."""
        return self.values.to_list() if isinstance(self.values, Texts) else self.values.tolist()

    @property
    def value_texts(self) -> Texts:
        """The values of a column of texts."""
        return self.values if isinstance(self.values, Texts) else Texts(self.values)

    def spread(self, of_values: NDArray[Any], missing: Any) -> NDArray[Any]:
        """Per row, what `of_values` holds for its value; `missing` where there is none."""
        extended = np.append(of_values, np.array([missing], dtype=of_values.dtype))
        return extended[self.codes]

    def numbered(self, number: Callable[[Any], int]) -> NDArray[np.int64]:
        """Per row the `number` of its value, asked once for each one; -1 where there is none."""
        numbers = map(number, self.value_list)
        return self.spread(np.fromiter(numbers, np.int64, len(self.values)), -1)

    def dates(self) -> NDArray[np.datetime64]:
        """Per row its date (datetime64[D]), NaT where there is none."""
        values = np.asarray(self.values, dtype="datetime64[D]")
        return self.spread(values, NO_DAY)

    def numbers(self) -> NDArray[np.int64]:
        """Per row its whole number, -1 where there is none."""
        return self.spread(np.asarray(self.values, dtype=np.int64), -1)

    def text(self, row: int) -> str:
        """What the cell of `row` says, "" for an empty one."""
        code = self.text_codes.item(row)
        return "" if code < 0 else self.texts[code]

    def texts_of(self, rows: NDArray[np.integer[Any]]) -> list[str]:
        """What the cells of some rows say, "" for empty ones."""
        return _taken(self.texts, self.text_codes[rows], "")

    def values_of(self, rows: NDArray[np.integer[Any]]) -> list[Any]:
        """The values of some rows, None where there is none."""
        return _taken(self.values, self.codes[rows], None)

    def value(self, row: int) -> Any:
        """The value of `row`, None where there is none."""
        return self.value_at(self.codes.item(row))

    def value_at(self, code: int) -> Any:
        """The value at a position of `values`, None for -1."""
        if code < 0:
            return None
        value = self.values[code]
        return value.item() if isinstance(value, np.generic) else value

    def take(self, rows: NDArray[np.intp]) -> Column:
        """The column of these rows only."""
        return Column(
            self.spec, self.text_codes[rows], self.texts, self.codes[rows], self.values, self.errors
        )


def _taken(held: Texts | NDArray[Any], codes: Codes, missing: Any) -> list[Any]:
    """What stands at each of `codes`, as Python objects; `missing` at -1."""
    there = codes >= 0
    found = held.take(codes[there])
    known = found if isinstance(found, list) else found.tolist()
    if len(known) == codes.size:
        return known
    rest = iter(known)
    return [next(rest) if one else missing for one in there.tolist()]


def validate(spec: ColumnSpec, codes: Codes, texts: Texts, context: Mapping[str, Any]) -> Column:
    """The column that pydantic makes of a factorised one: every distinct text is validated once.

    Texts that are surely right (the type's `Shape`) are accepted all at once and unchanged;
    pydantic, the one truth, sees the rest.
    """
    codes = narrow(codes, len(texts))
    pattern = SURE_DATE if spec.is_date else spec.shape.pattern if spec.shape else None
    sure = np.zeros(len(texts), bool) if pattern is None else texts.full_match(pattern)
    rest = np.flatnonzero(~sure)
    context = {**context, **_shown_by(spec, codes, texts, rest)}
    values, errors = _validated(spec, texts, rest, context)
    distinct: Texts | NDArray[Any]
    if spec.is_date:
        lookup, distinct = _dates(texts, sure, values)
    elif pattern is not None and _unchanged(texts, rest, values):
        lookup, distinct = _kept(texts, [at for at in rest.tolist() if at not in values])
    else:
        kept = np.flatnonzero(sure)
        values |= zip(kept.tolist(), texts.take(kept), strict=True)
        lookup, distinct = _distinct(len(texts), values)
    same = lookup.size == 0 or bool((lookup == np.arange(lookup.size)).all())
    of_values = codes if same else through(narrow(lookup, len(texts)), codes)
    return Column(spec, codes, texts, of_values, distinct, errors)


def _shown_by(
    spec: ColumnSpec, codes: Codes, texts: Texts, positions: NDArray[np.intp]
) -> Mapping[str, object]:
    """What the column as a whole shows about its texts, for the type that asks (`column`)."""
    if spec.weigh is None or not positions.size:
        return {}
    counts = np.bincount(codes[codes >= 0], minlength=len(texts))[positions]
    return {"column": spec.weigh(dict(zip(texts.take(positions), counts.tolist(), strict=True)))}


def _validated(
    spec: ColumnSpec, texts: Texts, positions: NDArray[np.intp], context: Mapping[str, Any]
) -> tuple[dict[int, Any], dict[int, CellError]]:
    """What pydantic makes of the texts at `positions`, or why it refuses them. Not of a dash."""
    values: dict[int, Any] = {}
    errors: dict[int, CellError] = {}
    known: dict[str, CellError] = {}  # a million may be refused for one reason
    if not positions.size:
        return values, errors
    read = spec.adapter.validate_python
    surely_refused = re.compile(spec.shape.refused if spec.shape else "").fullmatch
    of_length: dict[int, CellError] = {}
    for position, text in zip(positions.tolist(), texts.take(positions), strict=True):
        if is_dash(text):
            continue
        length = len(text) if surely_refused(text) else 0
        if length in of_length:  # in a twentieth of the 10 µs that pydantic takes to refuse
            errors[position] = of_length[length]
            continue
        try:
            values[position] = read(text, context=context)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            why = CellError(first["type"], first.get("ctx", {}))
            errors[position] = known.setdefault(repr(why), why)
            if length:
                of_length[length] = errors[position]
    return values, errors


def _unchanged(texts: Texts, positions: NDArray[np.intp], values: Mapping[int, Any]) -> bool:
    taken = zip(positions.tolist(), texts.take(positions), strict=True)
    return all(values.get(position, text) == text for position, text in taken)


def _kept(texts: Texts, left_out: Sequence[int]) -> tuple[Codes, Texts]:
    """The texts as values as they are, but for those at `left_out`."""
    if not left_out:
        return np.arange(len(texts), dtype=np.int32), texts
    kept = np.ones(len(texts), bool)
    kept[left_out] = False
    lookup = np.cumsum(kept, dtype=np.int32) - np.int32(1)
    lookup[left_out] = -1
    return lookup, texts.without(left_out)


def _distinct(size: int, values: Mapping[int, Any]) -> tuple[Codes, Texts | NDArray[Any]]:
    """Different texts may say one value ("TPS 1", "001"): the values are factorised once more."""
    lookup = np.full(size, -1, np.int32)
    known: dict[Any, int] = {}
    lookup[list(values)] = [known.setdefault(value, len(known)) for value in values.values()]
    return lookup, np.fromiter(known, object, len(known))


def _dates(
    texts: Texts, sure: Mask, values: Mapping[int, Any]
) -> tuple[Codes, NDArray[np.datetime64]]:
    """The days, distinct; those that are surely right are converted all at once."""
    days = np.full(sure.size, NO_DAY)
    days[sure] = np.array(texts.take(np.flatnonzero(sure)), "datetime64[D]")
    for position, day in values.items():
        days[position] = day
    lookup = np.full(sure.size, -1, np.int32)
    known = ~np.isnat(days)
    in_order, first, again = np.unique(days[known], return_index=True, return_inverse=True)
    by_first = np.argsort(first)
    lookup[known] = np.argsort(by_first)[again]
    return lookup, in_order[by_first]
