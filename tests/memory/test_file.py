"""The memory as a file: what is written reads back, and nothing else is trusted."""

from __future__ import annotations

import errno
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from adhoc_cli.memory.compare import compare
from adhoc_cli.memory.file import (
    FILE,
    LARGEST,
    Entry,
    Flaw,
    Memory,
    RuleState,
    Unusable,
    decode,
    encode,
    read,
)
from adhoc_cli.memory.keys import ALL_KEPT, KEPT
from adhoc_cli.models.columns import Privacy
from adhoc_cli.models.finding import Finding, Person, Personal, Region, Severity
from adhoc_cli.models.report import Reason, Report, RuleResult, Status
from tests.memory.rosters import base_ground, checked

DAY = date(2024, 6, 10)
REASON = Reason("not_told", {"column": "pendidikan", "n": 3})
ENTRIES = (
    Entry("0123456789", DAY),
    Entry("0123456789", date(2024, 6, 12), count=3),
    Entry("0123456789-abcde", DAY, "33.23.01", "PPK", "anggota.nik", 2, True, REASON),
)
MEMORY = Memory(
    DAY,
    "pilkada-2024",
    "ab" * 16,
    {
        "Q401": RuleState(Status.FAILED, 3, REASON, ENTRIES),
        "V201": RuleState(Status.FAILED, 20_000, counted=True),
        "W001": RuleState(Status.SKIPPED, 0, Reason("rule_off")),
    },
)
DOCUMENT: dict[str, Any] = json.loads(encode(MEMORY))


def flaw(data: bytes) -> Flaw:
    with pytest.raises(Unusable) as caught:
        decode(data)
    return caught.value.flaw


def flaw_of_file(path: Path) -> Flaw:
    with pytest.raises(Unusable) as caught:
        read(path)
    return caught.value.flaw


def test_what_is_written_reads_back() -> None:
    assert decode(encode(MEMORY)) == MEMORY
    empty = Memory(DAY, "pilkada-2024", "00" * 16)
    assert decode(encode(empty)) == empty


def test_it_is_json_with_its_schema_one_finding_a_line() -> None:
    text = encode(MEMORY).decode()
    assert json.loads(text)["schema"] == "adhoc.memory/1"
    for line in text.splitlines():
        assert line.count('"since"') <= 1
    assert sum('"since"' in line for line in text.splitlines()) == len(ENTRIES)


def test_a_reason_is_written_by_its_names() -> None:
    """As every version before reads it, too."""
    said = {"key": "not_told", "params": {"column": "pendidikan", "n": 3}}
    assert DOCUMENT["rules"]["Q401"]["reason"] == said
    assert [one.get("under") for one in DOCUMENT["findings"]["Q401"]].count(said) == 1
    assert DOCUMENT["rules"]["W001"]["reason"] == {"key": "rule_off", "params": {}}


def test_the_same_findings_give_the_same_bytes() -> None:
    state = replace(MEMORY.rules["Q401"], entries=ENTRIES[::-1])
    rules = dict(sorted(MEMORY.rules.items(), reverse=True))
    assert encode(replace(MEMORY, rules={**rules, "Q401": state})) == encode(MEMORY)


def test_one_finding_more_is_one_line_more() -> None:
    more = (*ENTRIES, Entry("0123456789", DAY))
    rules = {**MEMORY.rules, "Q401": replace(MEMORY.rules["Q401"], entries=more)}
    before, after = encode(MEMORY).splitlines(), encode(replace(MEMORY, rules=rules)).splitlines()
    assert sum((Counter(after) - Counter(before)).values()) == len(after) - len(before) == 1


def test_a_whole_roster(tmp_path: Path) -> None:
    _, memory = compare(None, *checked(Path("data/temanggung-bermasalah")))
    file = tmp_path / "m.json"
    file.write_bytes(encode(memory))
    again = read(file)
    assert again is not None
    assert encode(again) == encode(memory)
    news, _ = compare(again, *checked(Path("data/temanggung-bermasalah")))
    known = sum(len(rule.entries or ()) for rule in memory.rules.values())
    assert (news.changed, news.new_count, len(news.open)) == (False, 0, known)
    assert known


# -- what is no memory -----------------------------------------------------------------------------

FINDING: dict[str, Any] = {"key": "0123456789", "since": "2024-06-10"}
WRONG: list[tuple[str, Any]] = [
    ("as_of", "10 Juni"), ("as_of", 5), ("as_of", None), ("profile", 5), ("profile", "a\nb"),
    ("profile", "\x1b[31m"), ("profile", "x" * 10_000), ("salt", ""), ("salt", "z" * 32),
    ("salt", None), ("schema", "adhoc.memory/0"), ("schema", "adhoc.check/1"), ("schema", 1),
    ("schema", "adhoc.memory/x"), ("rules", []), ("rules", None), ("rules", {"q": {}}),
    ("rules", {"Q401": {"status": "failed"}}), ("rules", {"Q401": {"status": "x", "count": 1}}),
    ("rules", {"Q401": {"status": "failed", "count": -1}}),
    ("rules", {"Q401": {"status": "failed", "count": True}}),
    ("rules", {"Q401": {"status": "failed", "count": 1.0}}),
    ("rules", {"Q401": {"status": "failed", "count": 1, "reason": "x"}}),
    ("rules", {"Q401": {"status": "failed", "count": 1, "reason": {"params": {"a": 1}}}}),
    ("rules", {"Q401": {"status": "failed", "count": 1, "counted": True}}),
    ("findings", []), ("findings", {"Q401": {}}), ("findings", {"Q401": [5]}),
    ("findings", {"V201": [{"key": "0123456789", "since": "2024-06-10"}]}),
    ("findings", {"X999": []}),
]  # fmt: skip


# The same of one finding.
WRONG_FINDING: list[tuple[str, Any]] = [
    ("key", "3323014202810002"), ("key", 5), ("key", "0123456789\n"), ("since", "x"),
    ("since", None), ("region", 5), ("region", "a\x00"), ("body", []), ("count", 0), ("count", "2"),
    ("count", KEPT + 1), ("unseen", 1), ("under", []), ("at", "../x"), ("at", 5),
]  # fmt: skip
WRONG += [("findings", {"Q401": [FINDING | {name: value}]}) for name, value in WRONG_FINDING]


@pytest.mark.parametrize(("name", "value"), WRONG, ids=range(len(WRONG)))
def test_a_wrong_value_is_damage(name: str, value: Any) -> None:
    assert flaw(json.dumps({**DOCUMENT, name: value}).encode()) is Flaw.DAMAGED


@pytest.mark.parametrize("name", DOCUMENT)
def test_a_missing_value_is_damage(name: str) -> None:
    assert (
        flaw(json.dumps({k: v for k, v in DOCUMENT.items() if k != name}).encode()) is Flaw.DAMAGED
    )


@pytest.mark.parametrize(
    "data",
    [
        b"", b"x", b"null", b"[]", b'"adhoc.memory/1"', b"\xff\xfe", b"[" * 100_000, b"1e999",
        b'{"schema": NaN}', b"9" * 10_000, b"\x00" * 100, b'{"schema": "adhoc.memory/99999999999"',
    ],
    ids=lambda data: ascii(data[:20]),
)  # fmt: skip
def test_what_is_no_memory_is_damage(data: bytes) -> None:
    assert flaw(data) is Flaw.DAMAGED


def test_wherever_it_was_cut_off_it_is_damage() -> None:
    data = encode(MEMORY)
    for end in range(len(data) - 2):
        assert flaw(data[:end]) is Flaw.DAMAGED


@given(at=some.integers(0, 10_000), byte=some.integers(0, 255))
def test_one_byte_changed_is_damage_or_another_memory(at: int, byte: int) -> None:
    data = bytearray(encode(MEMORY))
    data[at % len(data)] = byte
    try:
        memory = decode(bytes(data))
    except Unusable:
        return
    assert encode(decode(encode(memory))) == encode(memory)


@given(
    some.recursive(
        some.none() | some.booleans() | some.integers() | some.floats() | some.text(),
        lambda inner: (
            some.lists(inner) | some.dictionaries(some.sampled_from(list(DOCUMENT)), inner)
        ),
    )
)
def test_any_json_at_all_is_damage(document: Any) -> None:
    assert flaw(json.dumps(document).encode()) is Flaw.DAMAGED


@pytest.mark.parametrize("schema", ["adhoc.memory/2", "adhoc.memory/10"])
def test_a_newer_one_is_no_damage(schema: str) -> None:
    assert flaw(json.dumps({"schema": schema}).encode()) is Flaw.NEWER


# -- files -----------------------------------------------------------------------------------------


def test_no_file_is_no_memory(tmp_path: Path) -> None:
    assert read(tmp_path / "none") is None
    assert read(tmp_path / "no" / "folder") is None


@pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")
def test_links_folders_and_pipes_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(encode(MEMORY))
    (tmp_path / "link").symlink_to(tmp_path / "file")
    (tmp_path / "broken").symlink_to(tmp_path / "nothing")
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "broken", "pipe", "."):
        assert flaw_of_file(tmp_path / name) is Flaw.LINK
    assert flaw_of_file(Path("/dev/zero")) is Flaw.LINK


def test_a_file_above_the_limit_is_not_read_whole(tmp_path: Path) -> None:
    file = tmp_path / FILE
    with file.open("wb") as stream:
        stream.truncate(LARGEST * 1_000)
    assert flaw_of_file(file) is Flaw.DAMAGED


def test_what_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "m.json"
    file.write_bytes(b"")

    def refused(*_: object, **__: object) -> int:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr("adhoc_cli.memory.file.os.open", refused)
    assert flaw_of_file(file) is Flaw.REFUSED
    assert flaw_of_file(Path("nul\0")) is Flaw.REFUSED
    assert flaw_of_file(tmp_path / ("x" * 5_000)) is Flaw.REFUSED


def test_only_what_looks_like_one_is_a_damaged_one(tmp_path: Path) -> None:
    """Another name than the usual one may be anybody's file."""
    for data, other in (
        (b"nama,badan\n", Flaw.FOREIGN),
        (b'{"schema": "adhoc.check/1"}', Flaw.FOREIGN),
        (b"", Flaw.DAMAGED),
        (encode(MEMORY)[:100], Flaw.DAMAGED),
        (b'{"schema": "adhoc.memory/2"}', Flaw.NEWER),
    ):
        (tmp_path / FILE).write_bytes(data)
        (tmp_path / "x").write_bytes(data)
        assert flaw_of_file(tmp_path / FILE) is (other if other is Flaw.NEWER else Flaw.DAMAGED)
        assert flaw_of_file(tmp_path / "x") is other


# -- speed -----------------------------------------------------------------------------------------


def many(rule: str, number: int) -> RuleResult:
    findings = tuple(
        Finding(
            rule, "x", Severity.ERROR, "anggota.csv", at, "nik",
            Region(f"33.23.{at % 20 + 1:02}.{2001 + at % 15}", "Wonosari"), "PPS",
            Person(f"Siti Aminah {at}", Personal(f"{3323014202810002 + at}", Privacy.NIK)),
        )
        for at in range(number)
    )  # fmt: skip
    return RuleResult(rule, "x", Severity.ERROR, Status.FAILED, None, number, number, {}, findings)


def _least(work: Callable[[], object]) -> float:
    """The processor's seconds of the shortest of five runs."""
    took = []
    for _ in range(5):
        start = time.process_time()
        work()
        took.append(time.process_time() - start)
    return min(took)


@pytest.mark.slow
def test_three_thousand_findings_take_no_time(tmp_path: Path) -> None:
    """Reading, comparing and making the new file: 45 ms of a report that takes seconds, three times
    what it takes to read and write the same as JSON, and eight times from Python 3.13 on, which
    writes that in C."""
    report = Report("p", DAY, (), {}, tuple(many(f"V2{at:02}", 300) for at in range(1, 11)))
    ground = base_ground(tmp_path)
    _, memory = compare(None, report, ground)
    data = encode(memory)

    def again() -> None:
        news, after = compare(decode(data), report, ground)
        encode(after)
        assert len(news.open) == 3_000

    def as_json() -> None:
        json.dumps(json.loads(data), sort_keys=True, indent=1)

    limit = 12 if sys.version_info >= (3, 13) else 6
    assert _least(again) < limit * _least(as_json)


def test_the_largest_one_can_be_read_again(tmp_path: Path) -> None:
    """What is written is never above the limit of what is read, however much is unseen."""
    _, memory = compare(None, Report("p", DAY, (), {}, (many("V202", 1),)), base_ground(tmp_path))
    (entry,) = memory.rules["V202"].entries
    reason = Reason("bodies_unknown_units", {"bodies": "SEKRETARIAT PPS", "needs": "tps.csv"})
    longest = replace(entry, body="SEKRETARIAT PPS", count=KEPT, unseen=True, under=reason)
    rules = {"V202": replace(memory.rules["V202"], entries=(longest,) * KEPT)}
    size = len(encode(replace(memory, rules=rules)))
    assert size / KEPT * ALL_KEPT < LARGEST
