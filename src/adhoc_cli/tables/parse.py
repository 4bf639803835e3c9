"""Regular records to factorised columns. The scan has seen every record: nothing can surprise."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from importlib.util import find_spec

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from adhoc_cli.tables.factorised import Factorised, Form, through
from adhoc_cli.tables.source import Data
from adhoc_cli.tables.texts import SPACES, Codes, Texts

# From this many bytes on, pyarrow (the extra [fast]) pays for its start.
ARROW_FROM = 4 << 20


def parse(
    data: Data,
    spans: Sequence[tuple[int, int]],
    wanted: Mapping[int, str],
    form: Form,
    *,
    arrow_from: int = ARROW_FROM,
) -> Factorised:
    """The `wanted` columns (by position: their names) of the regular records in `spans`, trimmed.

    `arrow_from` bytes or more are parsed by pyarrow where it is installed; the result is the same.
    """
    size = sum(stop - start for start, stop in spans)
    if size == 0:
        return {name: (np.empty(0, np.int32), Texts.of(())) for name in wanted.values()}
    if size >= arrow_from and find_spec("pyarrow") is not None:
        from adhoc_cli.tables import arrow

        return arrow.parse(data, spans, wanted, form)
    frame = pd.read_csv(
        io.BytesIO(b"".join(data[start:stop] for start, stop in spans)),
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
    return {name: _factorise(frame[i].to_numpy()) for i, name in wanted.items()}


def _factorise(cells: NDArray[np.object_]) -> tuple[Codes, Texts]:
    codes, distinct = pd.factorize(cells)
    return trimmed(codes.astype(np.int32), distinct)


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
    known: dict[str, int] = {}
    pieces = []
    for codes, texts in parts:
        lookup = [known.setdefault(text, len(known)) for text in texts.to_list()]
        pieces.append(through(np.array(lookup, np.int32), codes))
    return np.concatenate(pieces), Texts.of(known)
