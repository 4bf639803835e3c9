"""C952: an item that is marked done without a date or evidence."""

from collections.abc import Sequence

import numpy as np

from adhoc_cli.checklist.board import Board, State, boards
from adhoc_cli.checklist.items import plan
from adhoc_cli.checklist.layout import FILE
from adhoc_cli.checklist.read import Journal
from adhoc_cli.rules.api import Facts, Severity, Words
from adhoc_cli.rules.found import Finding, Found, Mask, Roster, described, together
from adhoc_cli.rules.journal import done, marked, with_journal


@with_journal
def check(roster: Roster, journal: Journal) -> Found:
    """The marks that count: of every place and active item the last one, where it says done."""
    items = plan(roster.profile)
    both = boards(roster.places, items, journal, roster.as_of)
    return together([_of_level(roster, board, journal) for board in both.values()])


def _of_level(roster: Roster, board: Board, journal: Journal) -> Found:
    done_at = board.state == State.DONE
    lacks_day, lacks_evidence = _lacking(journal, "tanggal"), _lacking(journal, "bukti")
    bare = done_at & (lacks_day | lacks_evidence)[board.row]
    cells = np.argwhere(bare)
    cells = cells[np.argsort(board.row[bare])]  # in the order of the journal

    def finding(cell: Sequence[int]) -> Finding:
        unit, at = cell
        row, planned = int(board.row[unit, at]), board.plan[at]
        lacks = {"day": lacks_day[row], "evidence": lacks_evidence[row]}
        return Finding(
            file=FILE,
            line=int(journal.table.line[row]),
            column="tanggal" if lacks_day[row] else "bukti",
            region=roster.places.level(board.level).region(unit),
            body=planned.item.badan,
            params={
                "variants": tuple(what for what, is_so in lacks.items() if is_so),
                "item": planned.id,
                "usual": ", ".join(planned.item.bukti),
            },
        )

    return described(done_at, cells, finding)


def _lacking(journal: Journal, column: str) -> Mask:
    """Per row whether it has no readable value there; False behind the last row, for row -1."""
    table = journal.table
    known = table[column].known if column in table else np.zeros(len(table), bool)
    return np.append(~known, False)


TEXTS = """
title.id = Terlaksana tanpa tanggal atau bukti
title.en = Done without a date or evidence
why.id = Koordinasi yang terlaksana perlu tanggal dan paling sedikit satu bukti: surat, foto,
  notulen, atau berita acara. adhoc checklist mark memintanya; berkas yang disunting di Excel bisa
  kehilangan keduanya.
why.en = Coordination that is done needs a date and one piece of evidence at least: a letter, a
  photo, minutes. adhoc checklist mark asks for them; a file edited in Excel can lose both.
message.day.id = {place}: {item} tanpa tanggal
message.day.en = {place}: {item} without a date
message.evidence.id = {place}: {item} tanpa bukti
message.evidence.en = {place}: {item} without evidence
fix.day.id = Catat lagi dengan tanggalnya: adhoc checklist mark … --date … --evidence …
fix.day.en = Mark it again with its date: adhoc checklist mark … --date … --evidence …
fix.evidence.id = Catat lagi dengan buktinya (lazimnya {usual}): adhoc checklist mark … --evidence …
fix.evidence.en = Mark it again with its evidence (usually {usual}): adhoc checklist mark …
  --evidence …
"""

FACTS = Facts(
    severity=Severity.WARNING,
    needs=("kecamatan", "desa"),
    basis=Words(
        "Ketentuan adhoc-cli: terlaksana perlu tanggal dan bukti",
        "Contract of adhoc-cli: what is done needs a date and evidence",
    ),
    tells_apart=("item",),
    passes=(
        marked(done("33.23.01", "PPK-01"), done("33.23.01.2016", "pps-01")),
        # What was put right later counts.
        marked(done("33.23.01", "PPK-01", "", ""), done("33.23.01", "PPK-01")),
    ),
    fails=(
        marked(
            done("33.23.01", "PPK-01", evidence="-"),
            done("33.23.01.2016", "PPS-01", day="31/02/2024", evidence="foto"),
            at="koordinasi:2-3",
        ),
    ),
)
