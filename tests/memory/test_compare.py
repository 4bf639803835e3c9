"""What is new, solved, still open, and what nobody looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from adhoc_cli.memory.compare import Ground, compare
from adhoc_cli.memory.file import Memory, decode, encode
from adhoc_cli.memory.keys import KEPT
from adhoc_cli.memory.news import News
from adhoc_cli.models.columns import Privacy
from adhoc_cli.models.finding import Finding, Person, Personal, Region, Severity
from adhoc_cli.models.report import Reason, Report, RuleResult, Status
from adhoc_cli.rules.examples import AS_OF, Example
from scripts.example_roster import write_example
from tests.memory.rosters import base_ground, checked, loaded

PLACES = ("33.23.01", "33.23.01.2016", "33.23.01.2013")
SILENT = Reason("not_told", {"column": "pendidikan", "n": 3})


def found(place: str, code: str = "Q401", body: str = "PPS", **fields: object) -> Finding:
    region = Region(place, "Wonosari")
    return Finding(code, "x", Severity.ERROR, region=region, body=body, **fields)  # type: ignore[arg-type]  # the fields of a Finding


def result(*findings: Finding, code: str = "Q401", **fields: object) -> RuleResult:
    status = Status.FAILED if findings else Status.PASSED
    usual: dict[str, object] = {"checked": 3, "failed": len(findings), "findings": findings}
    return RuleResult(code, "x", Severity.ERROR, status, **{**usual, **fields})  # type: ignore[arg-type]  # the fields of a RuleResult


def skipped(code: str = "Q401", status: Status = Status.SKIPPED) -> RuleResult:
    return RuleResult(code, "x", Severity.ERROR, status, Reason("rule_off"))


def report(*results: RuleResult, later: int = 0) -> Report:
    return Report("pilkada-2024", AS_OF + timedelta(days=later), (), {}, results)


class Days:
    """Reports of one day after another, each compared with the one before through the file."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.memory: Memory | None = None
        self.day = -1

    def next(self, *results: RuleResult) -> News:
        self.day += 1
        return self.told(report(*results, later=self.day))

    def told(self, one: Report, ground: Ground | None = None) -> News:
        news, memory = compare(self.memory, one, ground or self.ground)
        self.memory = decode(encode(memory))
        assert in_any_order(self.memory) == in_any_order(memory)
        return news


def in_any_order(memory: Memory) -> Memory:
    """A memory with its findings in the order of their keys; the file has them by place."""
    rules = {
        code: replace(state, entries=tuple(sorted(state.entries, key=lambda e: (e.key, e.since))))
        for code, state in memory.rules.items()
    }
    return replace(memory, rules=rules)


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return base_ground(tmp_path_factory.mktemp("memory"))


@pytest.fixture
def days(ground: Ground) -> Days:
    return Days(ground)


def day(number: int) -> date:
    return AS_OF + timedelta(days=number)


def places(known: Iterable[object]) -> list[str]:
    regions = [getattr(one, "region", None) or one.finding.region for one in known]  # type: ignore[attr-defined]  # Open has a finding
    return [region.code for region in regions]


# -- day by day ------------------------------------------------------------------------------------


def test_everything_is_new_at_first(days: Days) -> None:
    news = days.next(result(found(PLACES[0]), found(PLACES[1])))
    assert (news.since, news.is_first, news.changed) == (None, True, True)
    assert places(news.new) == list(PLACES[:2])
    assert (news.open, news.solved, news.unseen, news.counted) == ((), (), (), ())


def test_new_solved_and_open_since(days: Days) -> None:
    days.next(result(found(PLACES[0]), found(PLACES[1])))
    news = days.next(result(found(PLACES[1]), found(PLACES[2])))
    assert news.since == day(0)
    assert (places(news.new), places(news.solved), places(news.open)) == tuple(
        [PLACES[at]] for at in (2, 0, 1)
    )
    news = days.next(result(found(PLACES[1]), found(PLACES[2])))
    assert [one.since for one in news.open] == [day(0), day(1)]
    assert not news.changed
    news = days.next(result())
    assert [one.since for one in news.solved] == [day(0), day(1)]
    assert days.next(result()).changed is False


def test_what_comes_back_is_new_again(days: Days) -> None:
    for findings in ((found(PLACES[0]),), ()):
        days.next(result(*findings))
    assert places(days.next(result(found(PLACES[0]))).new) == [PLACES[0]]


def test_twice_on_one_day(days: Days) -> None:
    days.told(report(result(found(PLACES[0]))))
    news = days.told(report(result(found(PLACES[0]), found(PLACES[1]))))
    assert (news.since, len(news.new), [one.since for one in news.open]) == (day(0), 1, [day(0)])


def test_several_of_one_key_are_counted(days: Days) -> None:
    """Rows with a cell too many name nobody: the oldest are taken for those that stay."""
    row = Finding("F106", "x", Severity.ERROR, file="anggota.csv")
    days.next(result(row, row, code="F106"))
    news = days.next(result(row, row, row, code="F106"))
    assert (len(news.new), len(news.open)) == (1, 2)
    news = days.next(result(row, row, code="F106"))
    assert [one.since for one in news.solved] == [day(1)]
    assert [one.since for one in news.open] == [day(0), day(0)]
    assert len(days.next(result(code="F106")).solved) == 2


def test_the_names_of_places_are_those_of_today(days: Days) -> None:
    days.next(result(found(PLACES[0])))
    named = Region(PLACES[0], "Bulu")
    assert days.next(result()).solved[0].region == named


def test_another_profile_is_told(days: Days) -> None:
    days.next(result(found(PLACES[0])))
    news = days.told(report(result(found(PLACES[0])), later=1)._replace(profile="pemilu-2024"))
    assert (news.profile, news.new_count, news.changed) == ("pilkada-2024", 0, True)
    assert days.next(result(found(PLACES[0]))).profile == "pemilu-2024"


def test_a_report_of_an_earlier_day(days: Days) -> None:
    days.day = 9
    days.next(result(found(PLACES[0])))
    news, _ = compare(days.memory, report(result(found(PLACES[0]))), days.ground)
    assert news.since == day(10)
    assert [one.since for one in news.open] == [day(0)], "nothing is open since a day to come"


# -- what was not looked at ------------------------------------------------------------------------

NOT_RUN = [
    (),
    (skipped(),),
    (skipped(status=Status.CRASHED),),
    (result(code="Q402"),),
]


@pytest.mark.parametrize("results", NOT_RUN)
def test_a_rule_that_did_not_run_solves_nothing(
    days: Days, results: tuple[RuleResult, ...]
) -> None:
    days.next(result(found(PLACES[0]), found(PLACES[1])))
    for number in (0, 2):
        news = days.next(*results)
        assert (places(news.unseen), news.unseen_before) == (list(PLACES[:2]), number)
        assert (news.solved, news.changed) == ((), number == 0), "told of once"
    news = days.next(result(found(PLACES[0])))
    assert (places(news.open), places(news.solved), news.unseen) == ([PLACES[0]], [PLACES[1]], ())
    assert news.open[0].since == day(0)


def test_a_rule_that_looked_at_less_solves_nothing(days: Days) -> None:
    days.next(result(found(PLACES[0]), found(PLACES[1])))
    news = days.next(result(found(PLACES[0]), reason=SILENT))
    assert (places(news.unseen), news.solved, places(news.open)) == ([PLACES[1]], (), [PLACES[0]])
    # What was seen under this reason is missed under it; what was not, is not.
    news = days.next(result(reason=SILENT))
    assert (places(news.solved), places(news.unseen)) == ([PLACES[0]], [PLACES[1]])
    news = days.next(result())
    assert (places(news.solved), news.unseen) == ([PLACES[1]], ())


@pytest.mark.parametrize(
    ("now", "solves"),
    [
        (SILENT, True),
        (None, True),
        (Reason("not_told", {"column": "pendidikan", "n": 2}), True),
        (Reason("not_told", {"column": "pendidikan", "n": 4}), False),
        (Reason("not_told", {"column": "keterangan", "n": 3}), False),
        (Reason("not_told", {"column": "pendidikan"}), False),
        (Reason("column_absent", {"column": "pendidikan", "n": 3}), False),
    ],
)
def test_which_reasons_let_something_be_solved(
    days: Days, now: Reason | None, *, solves: bool
) -> None:
    days.next(result(found(PLACES[0]), reason=SILENT))
    news = days.next(result(reason=now))
    assert (len(news.solved), len(news.unseen)) == ((1, 0) if solves else (0, 1))


def test_bodies_that_nobody_could_look_at_say_nothing_of_the_others(days: Days) -> None:
    days.next(result(found(PLACES[0]), found(PLACES[1], body="KPPS")))
    news = days.next(result(reason=Reason("bodies_unknown_units", {"bodies": "KPPS, PANTARLIH"})))
    assert (places(news.solved), places(news.unseen)) == ([PLACES[0]], [PLACES[1]])


def test_a_rule_that_there_is_no_more_is_told_of_once(days: Days) -> None:
    days.next(result(found(PLACES[0], code="Q999"), code="Q999"))
    assert places(days.next(result()).unseen) == [PLACES[0]]
    assert days.next(result()).unseen == ()


def test_what_a_waiver_accepts_is_not_solved(days: Days, tmp_path: Path) -> None:
    waiver = (
        '[[pengecualian]]\nkode = "Q401"\nwilayah = "33.23.01.2016"\n'
        'alasan = "Calon dilantik pekan depan"\nsampai = 2024-06-12\n'
    )
    write_example(Example(drop=("anggota:9",)), tmp_path)
    assert [one.code for one in days.told(*checked(tmp_path)).new] == ["Q401"]
    (tmp_path / "adhoc.toml").write_text(waiver)
    news = days.told(*checked(tmp_path, day(1)))
    assert (news.solved, [one.code for one in news.waived]) == ((), ["Q401"])
    assert news.changed
    assert not days.told(*checked(tmp_path, day(2))).changed
    news = days.told(*checked(tmp_path, day(3)))
    assert sorted(one.code for one in news.new) == ["Q401", "W001"], "it has run out"


@pytest.mark.parametrize("unreadable", [b"PK\x03\x04", None])
def test_a_file_that_cannot_be_read_solves_nothing(
    days: Days, tmp_path: Path, unreadable: bytes | None
) -> None:
    """Rules on values go on without it, and find nothing there: that says nothing."""
    write_example(Example(drop=("anggota:9",), change={"anggota:2": {"nik": "12"}}), tmp_path)
    days.told(*checked(tmp_path))
    file = tmp_path / "anggota.csv"
    text = file.read_bytes()
    file.unlink() if unreadable is None else file.write_bytes(unreadable)
    news = days.told(*checked(tmp_path, day(1)))
    assert (news.solved, {one.code for one in news.unseen}) == ((), {"Q401", "V202"})
    assert [one.code for one in news.new] == ["F101" if unreadable is None else "F102"]
    file.write_bytes(text)
    news = days.told(*checked(tmp_path, day(2)))
    assert (news.new_count, news.unseen, len(news.open)) == (0, (), 2)


def test_a_column_that_is_gone_solves_nothing(days: Days, tmp_path: Path) -> None:
    change = {"anggota:2": {"nik": "12", "telepon": "x"}}
    write_example(Example(change=change), tmp_path)
    assert {one.code for one in days.told(*checked(tmp_path)).new} == {"V202", "V209"}
    write_example(Example(change=change, without={"anggota": ("nik",)}), tmp_path)
    news = days.told(*checked(tmp_path, day(1)))
    assert ([one.code for one in news.unseen], news.solved) == (["V202"], ())
    # Without a NIK the person is known by the name: that is another key.
    write_example(Example(), tmp_path)
    news = days.told(*checked(tmp_path, day(2)))
    assert "V202" in [one.code for one in news.solved]


# -- too many to keep one by one -------------------------------------------------------------------


def many(number: int) -> RuleResult:
    findings = tuple(found(PLACES[0], file=f"{at}") for at in range(min(number, KEPT)))
    return result(*findings, failed=number)


def test_only_the_number_of_too_many_is_compared(days: Days) -> None:
    assert days.next(many(KEPT + 5)).new_count == KEPT + 5
    assert days.memory is not None
    assert days.memory.rules["Q401"].entries == ()
    assert not days.next(many(KEPT + 5)).changed
    assert days.next(many(KEPT + 7)).new_count == 2
    news = days.next(many(KEPT - 3))
    assert (news.new_count, news.solved_count, len(news.open)) == (0, 10, KEPT - 3)
    news = days.next(many(KEPT - 4))
    assert (len(news.solved), news.counted, len(news.open)) == (1, (), KEPT - 4)
    assert news.open[0].since == day(2), "at least since the last day they were only counted"
    assert days.next(many(KEPT + 1)).new_count == 5


def test_a_number_that_falls_under_a_reason_solves_nothing(days: Days) -> None:
    days.next(many(KEPT + 5))
    news = days.next(many(KEPT + 2)._replace(reason=SILENT))
    assert (news.solved_count, news.new_count) == (0, 0)
    assert days.next(many(KEPT + 4)._replace(reason=SILENT)).new_count == 2
    assert days.next(skipped()).changed is False
    assert days.next(many(KEPT + 4)).changed is False


# -- whole rosters ---------------------------------------------------------------------------------


def test_a_day_in_the_life_of_a_roster(days: Days, tmp_path: Path) -> None:
    write_example(Example(drop=("anggota:9",), change={"anggota:2": {"nik": "12"}}), tmp_path)
    assert {one.code for one in days.told(*checked(tmp_path)).new} == {"Q401", "V202"}
    write_example(Example(drop=("anggota:9",), change={"anggota:3": {"telepon": "12"}}), tmp_path)
    news = days.told(*checked(tmp_path, day(1)))
    assert [one.code for one in news.new] == ["V209"]
    assert [(one.code, one.since) for one in news.solved] == [("V202", day(0))]
    assert [(one.finding.code, one.since) for one in news.open] == [("Q401", day(0))]


def test_no_person_of_a_roster_stands_in_the_file() -> None:
    folder = Path("data/temanggung-bermasalah")
    _, memory = compare(None, *checked(folder, keep=KEPT))
    text = encode(memory).decode().lower()
    members = loaded(folder).members
    seen = 0
    for column in ("nik", "nama", "telepon", "alamat", "tanggal_lahir"):
        for value in members[column].value_list:
            said = str(value).lower()
            # "Nur" may stand in a word, and a header that somebody repeated says nothing.
            if len(said) >= 6 and said not in members.columns:
                seen += 1
                assert said not in text
                assert said.replace("-", "") not in text
    assert seen > 3_000


def test_people_are_told_apart(days: Days) -> None:
    """Two members of one PPS with the same fault: the one who mended it is solved."""
    one, other = (
        found(PLACES[1], code="V209", person=Person("Siti", Personal(nik, Privacy.NIK)))
        for nik in ("3323014202810002", "3323014202810003")
    )
    days.next(result(one, other, code="V209"))
    news = days.next(result(other, code="V209"))
    assert (len(news.solved), [had.finding for had in news.open]) == (1, [other])
