"""People and numbers twice, against the plain way to find them, and where an example cannot go."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adhoc_cli.engine.run import run_rule
from adhoc_cli.models.finding import Finding, Severity
from adhoc_cli.models.report import Reason, RuleResult
from adhoc_cli.roster.repeats import repeats
from adhoc_cli.roster.roster import load_roster
from adhoc_cli.rules import people
from adhoc_cli.rules.registry import find_rule

COLUMNS = (
    "nama", "badan", "jabatan", "kode_wilayah", "nik", "tanggal_lahir", "status", "peringkat",
    "tanggal_mulai", "tanggal_selesai", "telepon",
)  # fmt: skip
NIKS = ("3323010101800001", "3323010101800002", "3323010101800003")
BODIES = ("PPK", "PPS", "KPPS", "PANTARLIH")
TERMS = {
    "PPK": (date(2024, 5, 16), date(2025, 1, 27)),
    "PPS": (date(2024, 5, 26), date(2025, 1, 27)),
    "KPPS": (date(2024, 11, 7), date(2024, 12, 8)),
    "PANTARLIH": (date(2024, 6, 24), date(2024, 7, 25)),
}
in_a_folder = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@dataclass(frozen=True)
class Member:
    nik: str = ""
    body: str = "PPS"
    begin: str = ""
    end: str = ""
    name: str = "Wagiman"
    born: str = "1980-01-01"
    phone: str = ""
    status: str = "aktif"

    @property
    def cells(self) -> tuple[str, ...]:
        place = "33.23.01" if self.body == "PPK" else "33.23.01.2016"
        return (self.name, self.body, "anggota", place, self.nik, self.born, self.status, "",
                self.begin, self.end, self.phone)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "kecamatan.csv").write_text("kode,nama\n33.23.01,Bulu\n")
    (tmp_path / "desa.csv").write_text("kode,nama\n33.23.01.2016,Wonosari\n")
    return tmp_path


def check(code: str, folder: Path, members: list[Member]) -> RuleResult:
    with (folder / "anggota.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *(member.cells for member in members)])
    result = run_rule(load_roster(folder, date(2024, 11, 27)), find_rule(code), None)
    assert result.failed == len(result.findings) == sum(result.counts.values())
    return result


def seen(findings: tuple[Finding, ...]) -> list[tuple[int | None, int]]:
    return [(finding.line, finding.params["first_line"]) for finding in findings]


# -- the repeats of a column -----------------------------------------------------------------------


@given(st.lists(st.integers(0, 12)), st.sampled_from([1, 1_000_000_007]))
def test_repeats_are_found_among_few_keys_and_among_many(keys: list[int], apart: int) -> None:
    again, first = repeats(np.array(keys, np.int64) * apart)
    expected = [(at, keys.index(key)) for at, key in enumerate(keys) if keys.index(key) < at]
    assert list(zip(again.tolist(), first.tolist(), strict=True)) == expected


# -- D602 ------------------------------------------------------------------------------------------

DAYS = st.sampled_from(["", "2024-06-01", "2024-07-25", "2024-07-26", "2024-11-07", "2025-01-27"])
MEMBERS = st.builds(
    Member,
    st.sampled_from(NIKS),
    st.sampled_from(BODIES),
    DAYS,
    DAYS,
    status=st.sampled_from(["aktif", "aktif", "cadangan"]),
)


STRICT = {"PPK", "PPS", "KPPS"}
GRAVER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def term(member: Member) -> tuple[date, date]:
    begin = date.fromisoformat(member.begin) if member.begin else None
    end = date.fromisoformat(member.end) if member.end else None
    if begin and end and end < begin:
        begin = end = None
    return begin or TERMS[member.body][0], end or TERMS[member.body][1]


def plain_pairs(members: list[Member]) -> list[tuple[int, int, Severity]]:
    """Line, first line and severity, the slow way."""
    firsts: dict[tuple[str, str], int] = {}
    for at, member in enumerate(members):
        if member.status == "aktif":
            firsts.setdefault((member.nik, member.body), at)
    found: dict[int, tuple[int, Severity]] = {}
    for one, other in combinations(sorted(firsts.values()), 2):
        if members[one].nik == members[other].nik:
            (begin, end), (begins, ends) = term(members[one]), term(members[other])
            overlap = begin <= ends and begins <= end
            strict = {members[one].body, members[other].body} <= STRICT
            grave = Severity.ERROR if strict else Severity.WARNING
            severity = grave if overlap else Severity.INFO
            known = found.get(other)
            if known is None or GRAVER.index(severity) < GRAVER.index(known[1]):
                found[other] = (one, severity)
    return [(at + 2, one + 2, severity) for at, (one, severity) in sorted(found.items())]


@given(st.lists(MEMBERS, max_size=12))
@in_a_folder
def test_terms_of_one_person_are_held_against_each_other(
    folder: Path, members: list[Member]
) -> None:
    result = check("D602", folder, members)
    pairs = [(f.line, f.params["first_line"], f.severity) for f in result.findings]
    assert pairs == plain_pairs(members)


def test_the_common_days_are_told(folder: Path) -> None:
    members = [Member(NIKS[0], "PPK"), Member(NIKS[0], "KPPS")]
    (finding,) = check("D602", folder, members).findings
    assert (finding.params["begin"], finding.params["end"]) == TERMS["KPPS"]


def test_the_nik_stays_personal(folder: Path) -> None:
    members = [Member(NIKS[0], "PPK"), Member(NIKS[0], "KPPS", phone="081200001111")]
    members += [Member(NIKS[1], name="Wagiman", phone="081200001111")]
    for code in ("D602", "D603", "D604"):
        result = check(code, folder, members)
        assert result.failed
        assert NIKS[0] not in str(result)
        assert "081200001111" not in str(result)


# -- D603 ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("few", [1, 1 << 12], ids=["many names", "few"])
def test_each_other_nik_of_a_name_and_birthday_is_told_once(
    few: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people, "_FEW", few)
    members = [
        Member(NIKS[0]),
        Member(NIKS[1], name="WAGIMAN, S.Pd."),
        Member(NIKS[1], "KPPS", name="H. Wagiman"),
        Member(NIKS[0], "KPPS"),
        Member(NIKS[2], born="01/01/1980"),
        Member(NIKS[2], born="1980-01-02"),
        Member("3323010101800004", status="diberhentikan"),
    ]
    result = check("D603", folder, members)
    assert seen(result.findings) == [(3, 2), (6, 2)]
    assert result.counts == {Severity.WARNING: 2}


# -- D604 ------------------------------------------------------------------------------------------

NUMBERS = ("081200001111", "081200002222", "081200003333")
PHONES = st.lists(st.sampled_from(NUMBERS), max_size=2, unique=True).map(" / ".join)


@given(
    st.lists(
        st.builds(
            Member,
            st.sampled_from(["", *NIKS]),
            name=st.sampled_from(["Wagiman", "WAGIMAN", "Sulastri"]),
            phone=PHONES,
        ),
        max_size=10,
    )
)
@in_a_folder
def test_a_number_of_several_people_is_told_at_the_second(
    folder: Path, members: list[Member]
) -> None:
    expected = []
    for number in NUMBERS:
        users = [(at, m) for at, m in enumerate(members) if number in m.phone]
        with_nik = {m.name.casefold() for _, m in users if m.nik}
        people: dict[str, int] = {}
        for at, m in users:
            name = m.name.casefold()
            if m.nik or name not in with_nik:
                people.setdefault(m.nik or name, at)
        if len(people) > 1:
            first, second, *_ = sorted(people.values())
            expected.append((second + 2, first + 2, len(people)))
    result = check("D604", folder, members)
    found = [(f.line, f.params["first_line"], f.params["people"]) for f in result.findings]
    assert sorted(found) == sorted(expected)
    assert set(result.counts) <= {Severity.INFO}


# -- D605 ------------------------------------------------------------------------------------------


def test_reserves_of_a_body_without_known_units_are_not_looked_at(folder: Path) -> None:
    rows = "".join(
        f"Wagiman {n},KPPS,anggota,33.23.01.2016,1,cadangan,8\n" for n in ("satu", "dua")
    )
    header = "nama,badan,jabatan,kode_wilayah,tps,status,peringkat\n"
    (folder / "anggota.csv").write_text(header + rows)
    result = run_rule(load_roster(folder, date(2024, 11, 27)), find_rule("D605"), None)
    needed = {"bodies": "KPPS", "needs": "tps.csv"}
    assert (result.checked, result.reason) == (0, Reason("bodies_unknown_units", needed))
