"""Regular records to factorised columns. The scan has seen every record: nothing can surprise."""

import csv
import io
from collections.abc import Mapping, Sequence
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.tables.factorised import Factorised, Form, through
from adhoc_cli.tables.source import Data
from adhoc_cli.tables.texts import SPACES, Codes, Texts

# Below so many bytes Python's own csv reads a file before pandas has started: 4 MB, 26,000 members,
# take it 0.15 s, and pandas 0.05 s after a start of 0.25 s.
PANDAS_FROM = 4 << 20
# From this many bytes on, pyarrow (the extra [fast]) pays for its start.
ARROW_FROM = 4 << 20


def parse(
    data: Data,
    spans: Sequence[tuple[int, int]],
    wanted: Mapping[int, str],
    form: Form,
    *,
    pandas_from: int = PANDAS_FROM,
    arrow_from: int = ARROW_FROM,
) -> Factorised:
    """The `wanted` columns (by position: their names) of the regular records in `spans`, trimmed.

    Fewer than `pandas_from` bytes are parsed by Python, `arrow_from` or more by pyarrow where it is
    installed; the result is the same, but that pyarrow may leave repeated texts in a column of a
    file that is `to_join` others.
    """
    size = sum(stop - start for start, stop in spans)
    if size == 0:
        return {name: (np.empty(0, np.int32), Texts.of(())) for name in wanted.values()}
    if size >= arrow_from and find_spec("pyarrow") is not None:
        from adhoc_cli.tables import arrow

        return arrow.parse(data, spans, wanted, form)
    text = b"".join(data[start:stop] for start, stop in spans)
    return (_small if size < pandas_from else _large)(text, wanted, form)


def _small(text: bytes, wanted: Mapping[int, str], form: Form) -> Factorised:
    lines = io.StringIO(text.decode(), newline="")
    records = [record or [""] for record in csv.reader(lines, delimiter=form.delimiter)]
    columns = list(zip(*records, strict=True))
    return {name: _numbered(columns[i]) for i, name in wanted.items()}


def _numbered(cells: Sequence[str]) -> tuple[Codes, Texts]:
    known: dict[str, int] = {}
    codes = np.array([known.setdefault(cell, len(known)) for cell in cells], np.int32)
    return trimmed(codes, np.fromiter(known, object, len(known)))


def _large(text: bytes, wanted: Mapping[int, str], form: Form) -> Factorised:
    import pandas as pd

    frame = pd.read_csv(
        io.BytesIO(text),
        sep=form.delimiter,
        header=None,
        names=range(form.width),
        usecols=list(wanted),
        index_col=False,
        dtype=object,
        na_filter=False,
        skip_blank_lines=False,
        encoding="utf-8",
        engine="c",
    )
    factorised = {name: pd.factorize(frame[i].to_numpy()) for i, name in wanted.items()}
    return {
        name: trimmed(codes.astype(np.int32), distinct)
        for name, (codes, distinct) in factorised.items()
    }


def trimmed(codes: Codes, distinct: NDArray[np.object_]) -> tuple[Codes, Texts]:
    """The same column without the spaces around its texts, and with -1 for empty cells."""
    clean = [text.strip(SPACES) for text in distinct]
    if all(map(str.__eq__, clean, distinct)) and "" not in clean:
        return codes, Texts(distinct)
    known: dict[str, int] = {}
    lookup = [known.setdefault(text, len(known)) if text else -1 for text in clean]
    return through(np.array(lookup, np.int32), codes), Texts.of(known)


def join(parts: Sequence[tuple[Codes, Texts]]) -> tuple[Codes, Texts]:
    """One column out of several, one below the other."""
    if any(texts.is_arrow for _, texts in parts):
        from adhoc_cli.tables import arrow

        return arrow.join(parts)
    if len(parts) == 1:
        return parts[0]
    known: dict[str, int] = {}
    pieces = []
    for codes, texts in parts:
        lookup = [known.setdefault(text, len(known)) for text in texts.to_list()]
        pieces.append(through(np.array(lookup, np.int32), codes))
    return np.concatenate(pieces), Texts.of(known)
