"""Checks that follow from the reader or from the models: nobody writes them a second time.

The reader has located every fault of a file, and pydantic has judged every distinct text; the rules
of families F and V only say which kind of fault is theirs, and give it words.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from adhoc_cli.models.faults import CellFault
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.found import (
    Finding,
    Findings,
    Found,
    Params,
    at_rows,
    personal,
    together,
    walked,
)
from adhoc_cli.tables.column import Column
from adhoc_cli.tables.faults import FaultLog, FileFaultKind
from adhoc_cli.tables.table import Table

Check = Callable[[Roster], Found]
Chooser = Callable[[Mapping[str, Any]], str]


def file_faults(
    kind: FileFaultKind, variant: Chooser | None = None, *, whole: bool = False
) -> Check:
    """A check that finds the file faults of one kind.

    `variant` chooses the message by the fault's params, its `column`, and whether the file was
    refused as a whole (`unreadable`). The check looks at rows, or (`whole`) at files.
    """

    def check(roster: Roster) -> Found:
        files = [file for table in roster.folder.tables.values() for file in table.files]
        logs = [roster.folder.log, *(file.log for file in files)]
        checked = len(files) if whole else max(len(files), sum(file.rows for file in files))
        failed = sum(log.counts[kind] for log in logs)
        unreadable = [True, *(not file.readable for file in files)]
        return Found(checked, failed, _findings(logs, unreadable, kind, variant))

    return check


@walked
def _findings(
    logs: list[FaultLog], unreadable: list[bool], kind: FileFaultKind, variant: Chooser | None
) -> Findings:
    for log, refused in zip(logs, unreadable, strict=True):
        for fault in log.of(kind):
            known = {"column": fault.column, **fault.params, "unreadable": refused}
            extra = {"variant": variant(known)} if variant else {}
            yield Finding(
                file=fault.file,
                line=fault.line,
                column=fault.column,
                params={**fault.params, **extra},
            )


def cell_faults(kind: CellFault, variant: str | Chooser | None = None) -> Check:
    """A check that finds the cells pydantic refused for one kind of fault, in every table.

    `variant` names the param that chooses the message, or chooses it by the params.
    """
    choose = (lambda params: str(params[variant])) if isinstance(variant, str) else variant

    def check(roster: Roster) -> Found:
        return together(
            [
                _refused(roster, table, column, kind, choose)
                for table in roster.folder.tables.values()
                for column in table.columns.values()
                if _can_break(column, kind)
            ]
        )

    return check


def _can_break(column: Column, kind: CellFault) -> bool:
    """Whether the column's type can raise this kind: what `checked` counts depends on it."""
    return any(kind in getattr(m, "kinds", ()) for m in column.spec.metadata)


def _refused(
    roster: Roster, table: Table, column: Column, kind: CellFault, choose: Chooser | None
) -> Found:
    positions = [at for at, error in column.errors.items() if error.kind == kind]
    rows, privacy = np.flatnonzero(column.text_in(positions)), column.spec.privacy

    def told(some: slice) -> Iterator[Params]:
        of_row = rows[some]
        whys = [column.errors[code].params for code in column.text_codes[of_row].tolist()]
        for why, text in zip(whys, column.texts_of(of_row), strict=True):
            said = {**why, "found": personal(text, privacy)}
            if choose:
                said["variant"] = choose(why)
            said.pop("kind", None)
            yield said

    checked = int(np.count_nonzero(column.text_codes >= 0))
    findings = at_rows(roster, rows, told, column=column.spec.name, table=table)
    return Found(checked, int(rows.size), findings)
