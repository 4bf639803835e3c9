from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from adhoc_cli.tables.factorised import Form
from adhoc_cli.tables.faults import KEPT, FaultLog, FileFaultKind
from adhoc_cli.tables.parse import parse
from adhoc_cli.tables.scan import BLOCK, Scanner, Structure
from adhoc_cli.tables.source import Source
from adhoc_cli.tables.texts import SPACES
from tests.tables.reference import Reference, read

NAMES = ["satu", "dua", "tiga"]
BLOCKS = (1, 2, 3, 5, 8, 13, 21, 34, 64, BLOCK)


def scan(
    data: bytes, *, block: int = BLOCK, names: list[str] = NAMES, delimiter: str = ","
) -> tuple[Structure, FaultLog]:
    log = FaultLog()
    source = Source("anggota.csv", data, str)
    return Scanner(source, delimiter, names, log, block=block).scan(0, 1), log


def rows_of(
    data: bytes, structure: Structure, *, arrow_from: int, delimiter: str = ","
) -> list[tuple[int, list[str]]]:
    form = Form(delimiter, len(NAMES), structure.quoted_breaks, structure.longest)
    wanted = dict(enumerate(NAMES))
    columns = parse(data, structure.spans, wanted, form, arrow_from=arrow_from)
    texts = {name: [*column[1].to_list(), ""] for name, column in columns.items()}
    return [
        (line, [texts[name][columns[name][0][row]] for name in NAMES])
        for row, line in enumerate(structure.line.tolist())
    ]


def as_reference(structure: Structure, log: FaultLog) -> Reference:
    found = Reference(rejected=structure.rejected, blank=structure.blank)
    for fault in log.kept:
        params = fault.params
        detail = {
            FileFaultKind.QUOTE: params.get("fault"),
            FileFaultKind.NOT_TEXT: params.get("found"),
            FileFaultKind.ROW_WIDTH: str(params.get("cells")),
            FileFaultKind.CELL_TOO_LONG: fault.column,
        }.get(fault.kind, "")
        found.faults.append((str(fault.kind), fault.line or 0, str(detail)))
    found.faults.sort()
    return found


def check(data: bytes, blocks: tuple[int, ...] = BLOCKS, delimiter: str = ",") -> Reference:
    expected = read(data, delimiter, NAMES)
    expected.faults.sort()
    rows = [(line, [cell.strip(SPACES) for cell in cells]) for line, cells in expected.rows]
    bare = Reference([], expected.faults, expected.rejected, expected.blank)
    mixed = set()
    for block in blocks:
        structure, log = scan(data, block=block, delimiter=delimiter)
        mixed.add(structure.mixed_breaks)
        assert as_reference(structure, log) == bare, block
        assert rows_of(data, structure, arrow_from=1 << 40, delimiter=delimiter) == rows, block
    assert rows_of(data, structure, arrow_from=0, delimiter=delimiter) == rows
    assert len(mixed) == 1
    return expected


PIECES = st.sampled_from(
    [
        *("a", "Budi", " ", ",", ",", ",", "\n", "\n", "\r\n", "\r", '"', '"', '""', '","'),
        *("é", "\u00a0", "\ufeff", "\u2028", "\x0b", "\x85", "-", "\0"),
        *("a,b,c\n", '"a","b","c"\n', '"x\ny",b,c\n'),
    ]
)
RAW = st.one_of(
    PIECES.map(str.encode),
    st.sampled_from([b"\xff", b"\xe9", b"\xed\xa0\x80", b"\xe2\x82", b"\xf0\x9f\x98\x80", b"\x1a"]),
)


@given(st.lists(RAW, max_size=60).map(b"".join))
@settings(max_examples=300, deadline=None)
@example(b'"')
@example(b'a,b,"')
@example(b'"a"\rb,c\n')
@example(b'a,b,"c"\r')
@example(b"\r")
@example(b"\r\n\r")
@example(b'"","",""\n" ",,""""\n')
@example(b'a,b,"c\n')
@example(b'"a\nb,c\nd,"e",f\n')
def test_the_scan_is_the_plain_reader_whatever_the_block(data: bytes) -> None:
    check(data)


@given(st.lists(RAW, max_size=60).map(b"".join))
@settings(max_examples=50, deadline=None)
def test_other_delimiters(data: bytes) -> None:
    check(data.replace(b",", b";"), delimiter=";")
    check(data.replace(b",", b"\t"), delimiter="\t")


ROW = b"Budi,PPK,ketua\n"


@pytest.mark.parametrize(
    ("bad", "kind"),
    [
        (b'Si"ti,PPS,anggota\n', "quote"),
        (b'"Siti,PPS,anggota\n', "quote"),
        (b'"Siti"x,PPS,anggota\n', "quote"),
        (b"Siti,PPS\n", "row_width"),
        (b"Siti,PPS,anggota,\n", "row_width"),
        (b"Siti,P\rPS,anggota\n", "line_break"),
        (b"Siti,P\0PS,anggota\n", "not_text"),
        (b"Siti,P\xe9S,anggota\n", "not_text"),
        (b"Siti,P\xed\xa0\x80S,anggota\n", "not_text"),
        (b"Siti," + b"x" * 32_768 + b",anggota\n", "cell_too_long"),
        (b'Siti,"' + b"x,\n" * 20_000 + b'",anggota\n', "cell_too_long"),
        (b'Siti,"' + b'""' * 32_768 + b'",anggota\n', "cell_too_long"),
    ],
)
@pytest.mark.parametrize("quoted", [b"", b'"Tuti, S.H.",PPK,"ang\r\ngota"\n'])
def test_one_faulty_row_at_any_place_of_a_block(bad: bytes, kind: str, quoted: bytes) -> None:
    for before in range(4):
        data = ROW * before + quoted + bad + quoted + ROW * 3
        found = check(data, blocks=(1, 7, 16, 31, 64, BLOCK))
        assert [fault[0] for fault in found.faults] == [kind]
        assert found.faults[0][1] == before + 1 + quoted.count(b"\n")
        assert len(found.rows) == before + 3 + 2 * (quoted != b"")
        assert found.rejected == 1


def test_a_cell_as_long_as_may_be() -> None:
    for cell in (b"x" * 32_767, b'"' + b'""' * 32_767 + b'"', ("é" * 32_767).encode()):
        assert len(check(b"a," + cell + b",c\n", blocks=(64, BLOCK)).rows) == 1


def test_lines_are_physical_behind_quoted_breaks_and_faults() -> None:
    data = b'a,b,c\n"x\r\ny\nz",b,c\nd,e,f\na,"b,c\nd,e,f\na\n\n,,\ng,h,i\n'
    structure, log = scan(data)
    assert structure.line.tolist() == [1, 2, 5, 7, 11]
    assert [(f.kind, f.line) for f in log.kept] == [("quote", 6), ("row_width", 8)]
    assert (structure.rejected, structure.blank, structure.quoted_breaks) == (2, 2, True)


def test_an_unclosed_quote_swallows_one_line_only() -> None:
    data = b'a,"b,c\nd,"e, f",g\nh,i,"j"\n'
    structure, log = scan(data)
    assert [(f.line, f.params) for f in log.kept] == [(1, {"fault": "unclosed", "position": 3})]
    assert structure.line.tolist() == [2, 3]


def test_the_place_of_a_quote_is_a_character_of_its_line() -> None:
    _, log = scan('"x\ny",é"é,c\n'.encode())
    assert [(f.line, f.params["position"]) for f in log.kept] == [(2, 5)]


def test_where_a_byte_is() -> None:
    data = b'a,b,c\na,"b\nb\xe9",c\n'
    _, log = scan(data)
    assert [(f.line, f.params["offset"]) for f in log.kept] == [(3, data.index(b"\xe9"))]
    assert log.kept[0].params["byte"] == "0xE9"


@pytest.mark.parametrize(
    ("data", "mixed"),
    [
        (b"a,b,c\na,b,c\n", False),
        (b"a,b,c\r\na,b,c\r\n", False),
        (b"a,b,c\r\na,b,c", False),
        (b"a,b,c\r\na,b,c\n", True),
        (b'a,"b\nb",c\r\n', False),
        (b"a,b,c\na,b,c\r", False),
    ],
)
def test_mixed_line_ends_are_noted(data: bytes, mixed: bool) -> None:
    assert {scan(data, block=block)[0].mixed_breaks for block in BLOCKS} == {mixed}


FAULTY_ROWS: dict[str, Callable[[int], str]] = {
    "bare": lambda i: f'Si"ti {i},PPS,anggota',
    "unclosed": lambda i: f'"Siti {i},PPS,anggota',
    "after": lambda i: f'"Siti {i}" x,PPS,anggota',
    "pairs": lambda i: f'Siti {i},PPS,""""x',
    "width": lambda i: f"Siti {i},PPS",
    "return": lambda i: f"Siti {i},P\rPS,anggota",
    "nul": lambda i: f"Siti {i},P\0PS,anggota",
    "byte": lambda i: f"Siti {i},P\udce9S,anggota",
    "surrogate": lambda i: f"Siti {i},P\udced\udca0\udc80S,anggota",
    "now and then": lambda i: f'{i},"b",c' if i % 100 else f'Si"ti {i},PPS,anggota',
    "blank": lambda i: ",," if i % 2 else '"","",""',
}


def seconds(data: bytes, rows: int) -> float:
    """The processor time that a scan takes of rows each of which is faulty, blank or good."""
    begun = time.process_time()
    structure, log = scan(data)
    taken = time.process_time() - begun
    assert len(structure.line) + structure.rejected + structure.blank == rows
    assert sum(log.counts.values()) == structure.rejected
    assert len(log.kept) <= KEPT
    return taken


@pytest.mark.slow
@pytest.mark.parametrize("kind", FAULTY_ROWS)
def test_a_fault_in_every_row_costs_in_proportion(kind: str) -> None:
    def some(rows: int) -> float:
        lines = "\n".join(map(FAULTY_ROWS[kind], range(rows)))
        return seconds(lines.encode("utf-8", "surrogateescape"), rows)

    few = max(min(some(1_000) for _ in range(3)), 0.005)
    assert min(some(10_000) for _ in range(3)) < 10 * few * 3


@pytest.mark.slow
@pytest.mark.parametrize(
    "line", [b"x", b'"x', b'"', b'x"', b'"x""', b"x,", b'"x",'], ids=lambda line: line.decode()
)
def test_one_long_line_costs_in_proportion(line: bytes) -> None:
    few = max(min(seconds(line * 10_001, 1) for _ in range(3)), 0.005)
    assert seconds(line * 200_001, 1) < 20 * few * 3
