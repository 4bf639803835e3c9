"""Keys that stay the same from day to day, whatever changes by itself."""

from __future__ import annotations

import re
import secrets
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

from adhoc_cli.memory.keys import Keys
from adhoc_cli.models.columns import Privacy
from adhoc_cli.models.finding import Finding, Person, Personal, Region, Severity
from adhoc_cli.output.speaker import Speaker
from tests.memory.rosters import CASES, Case, checked, with_a_row_above

KEYS = Keys(secrets.token_hex(16))
each = pytest.mark.parametrize("case", CASES, ids=str)
# A member who is to begin has begun by then; the term of some bodies is over.
ENDS_BY_ITSELF = {"P804", "P803", "Q401", "Q405", "Q407"}
# Their examples are about the bytes of a file or its header: another row would be a part of it.
ABOUT_THE_FILE = {"F101", "F102", "F103", "F104", "F105", "F107", "F108", "F112"}


def keys_of(findings: Iterable[Finding]) -> Counter[str]:
    return Counter(KEYS.of(finding) for finding in findings)


@each
def test_days_later_the_keys_are_the_same(case: Case) -> None:
    today = keys_of(case.result().findings)
    assert today
    days = 1 if case.rule.code in ENDS_BY_ITSELF else 40
    assert today <= keys_of(case.result(later=days).findings)


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.rule.code not in ABOUT_THE_FILE], ids=str
)
def test_a_row_above_changes_no_key(case: Case) -> None:
    before, after = case.result(), case.result(meddle=with_a_row_above)
    assert keys_of(before.findings) <= keys_of(after.findings)
    lines, moved = rows_of(before.findings), rows_of(after.findings)
    assert not lines or lines != moved, "the row moved nothing"


def rows_of(findings: Iterable[Finding]) -> list[int]:
    members = (one for one in findings if one.file == "anggota.csv")
    return [one.line for one in members if one.line is not None and one.line > 1]


@each
def test_what_reads_differently_has_another_key(case: Case) -> None:
    """What names neither a place nor a person, as a row with a cell too many, is only counted."""
    assert_told_apart(case.result().findings)


def test_what_reads_differently_has_another_key_in_a_whole_roster() -> None:
    findings = checked(Path("data/temanggung-bermasalah"))[0].findings
    assert len(findings) > 100
    assert_told_apart(findings)


def assert_told_apart(findings: Iterable[Finding]) -> None:
    speaker = Speaker("id", personal=True)
    said = defaultdict(set)
    for finding in findings:
        if finding.region or finding.person or finding.body:
            said[KEYS.of(finding)].add(speaker.message(finding))
    assert [texts for texts in said.values() if len(texts) > 1] == []


def test_a_key_is_another_one_in_another_memory() -> None:
    findings = checked(Path("data/temanggung-bermasalah"))[0].findings
    other = Keys(secrets.token_hex(16))
    assert not {KEYS.of(one) for one in findings} & {other.of(one) for one in findings}


# -- single findings -------------------------------------------------------------------------------


def finding(**fields: object) -> Finding:
    usual: dict[str, object] = {
        "code": "V209", "name": "x", "severity": Severity.ERROR, "file": "anggota.csv", "line": 8,
        "column": "telepon", "region": Region("33.23.01", "Bulu"), "body": "PPK",
        "person": Person("Siti Aminah", Personal("3323014202810002", Privacy.NIK)),
    }  # fmt: skip
    return Finding(**{**usual, **fields})  # type: ignore[arg-type]  # the fields of a Finding


@pytest.mark.parametrize(
    "fields",
    [
        {"line": 9},
        {"severity": Severity.WARNING},
        {"region": Region("33.23.01", "")},
        {"person": Person("Sitti Aminah", Personal("3323014202810002", Privacy.NIK))},
        {"params": {"days": 3, "filled": 2, "deadline": "2024-06-10", "variant": "late"}},
    ],
)
def test_what_changes_by_itself_is_not_in_the_key(fields: dict[str, object]) -> None:
    assert KEYS.of(finding(**fields)) == KEYS.of(finding())


@pytest.mark.parametrize(
    "fields",
    [
        {"code": "V203"},
        {"file": "anggota-2.csv"},
        {"column": "nik"},
        {"region": Region("33.23.02", "Bulu")},
        {"region": None},
        {"body": "PPS"},
        {"person": None},
        {"person": Person("Siti Aminah", Personal("3323014202810003", Privacy.NIK))},
        {"person": Person("Siti Aminah")},
        {"params": {"tps": 2}},
    ],
)
def test_what_makes_it_another_finding(fields: dict[str, object]) -> None:
    assert KEYS.of(finding(**fields)) != KEYS.of(finding())


def test_without_a_nik_a_name_counts_however_it_is_spelt() -> None:
    one, other = Person("Hj. SITI AMINAH, S.Pd."), Person("siti aminah")
    assert KEYS.of(finding(person=one)) == KEYS.of(finding(person=other))


def test_no_two_texts_run_together() -> None:
    one, other = finding(file="a", column="bc"), finding(file="ab", column="c")
    assert KEYS.of(one) != KEYS.of(other)


def test_a_name_that_is_no_text() -> None:
    assert KEYS.of(finding(person=Person("b\udce9")))


def test_of_a_person_a_key_says_20_bits() -> None:
    """The same 20 bits in every key: no set of keys says more about who it is."""
    person = {KEYS.of(finding(code=code)).partition("-")[2] for code in ("V202", "D601", "T901")}
    assert len(person) == 1
    assert re.fullmatch(r"[0-9a-f]{5}", person.pop())


def test_every_param_that_tells_apart_is_one_of_its_rule() -> None:
    told = {case.rule.code: set(case.rule.tells_apart) for case in CASES if case.rule.tells_apart}
    assert told
    for case in CASES:
        for one in case.result().findings if case.rule.code in told else ():
            told[case.rule.code] -= one.params.keys()
    assert not [code for code, names in told.items() if names]
