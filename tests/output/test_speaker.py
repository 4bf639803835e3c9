from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import numpy as np
import pytest

import adhoc_cli
from adhoc_cli.engine.run import run_rules
from adhoc_cli.models.columns import Privacy
from adhoc_cli.models.finding import Finding, Person, Personal, Region, Severity
from adhoc_cli.models.report import Reason, Status
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.places.find import AmbiguousPlace, Candidate, UnknownPlace
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.registry import all_rules
from adhoc_cli.text.catalogue import texts
from adhoc_cli.text.days import WIB
from adhoc_cli.text.words import Lang, Words
from tests.examples import roster_of
from tests.output.rosters import LANGS

_SOURCE = Path(adhoc_cli.__path__[0])
_NIK = Personal("3323014708860007", Privacy.NIK)


@pytest.fixture(params=LANGS)
def speaker(request: pytest.FixtureRequest) -> Speaker:
    return Speaker(request.param)


# -- nothing is missing ---------------------------------------------------------------------------


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_finding_of_every_example_has_its_words(rule: Rule, tmp_path: Path) -> None:
    speakers = [Speaker(lang) for lang in LANGS]
    for number, example in enumerate((*rule.fails, *rule.passes)):
        roster = roster_of(tmp_path / str(number), example)
        for result in run_rules(roster, [rule], None).rules:
            for speaker in speakers:
                if result.reason:
                    assert speaker.reason(result.reason)
                for finding in result.findings:
                    assert speaker.message(finding)
                    assert speaker.fix(finding)
                    assert "{" not in speaker.message(finding)
    assert [speaker.missing for speaker in speakers] == [set(), set()]


@pytest.mark.parametrize(
    "template", ["{found}% {line}", "{found:>9} {line}", "{found}{s}", "{gone}"]
)
def test_many_are_filled_as_one_is(template: str) -> None:
    values = (
        "%s",
        "{line}",
        12_345,
        1.5,
        np.int64(7),
        True,
        None,
        _NIK,
        Region("33.23", "Bulu"),
        [1],
    )
    findings = [Finding(line=12_345, params={"found": one}) for one in values]
    speaker = Speaker("id")
    filled = [
        speaker.fill(template, {"line": str(one.line), **one.params}) for one in findings
    ]  # fmt: skip
    assert speaker._filled(template, findings) == filled


def test_every_reason_is_in_the_catalogue() -> None:
    keys = set()
    for path in _SOURCE.rglob("*.py"):
        said = "honor.why" if path.name == "honor.py" else "reason"
        for call in re.findall(r"\bReason\(([^,)]*)", path.read_text(encoding="utf-8")):
            keys |= {f"{said}.{key}" for key in re.findall(r'"([a-z_]+)"', call)}
    assert "reason.column_absent" in keys
    keys = keys - {"reason.out_of_term"} | {"reason.before", "reason.after"}  # a body each
    assert keys <= texts("id").keys()


# -- what is said ---------------------------------------------------------------------------------


def test_a_missing_key_or_param_is_shown_noted_and_raises_nothing(speaker: Speaker) -> None:
    assert speaker.say("no.such") == "no.such"
    assert speaker.words(Words("{tak_ada}", "{tak_ada}")) == "{tak_ada}"
    assert speaker.words(Words("{0}", "{0}"))
    assert speaker.words(Words("{", "{")) == "{"
    assert {"no.such", "tak_ada", "{"} <= speaker.missing


def test_data_is_never_a_template(speaker: Speaker) -> None:
    hostile = "{x.__class__} {0} %s"
    assert speaker.words(Words("{x}", "{x}"), x=hostile) == hostile
    assert not speaker.missing


@pytest.mark.parametrize(
    ("lang", "text"), [("id", "3.638.500 9999 12.345"), ("en", "3,638,500 9999 12,345")]
)
def test_numbers_are_grouped_as_the_language_does(lang: Lang, text: str) -> None:
    words = Words("{n} {year} {m}", "{n} {year} {m}")
    assert Speaker(lang).words(words, n=3_638_500, year=9999, m=np.int64(12_345)) == text
    assert Speaker(lang).words(Words("{x_line}", "{x_line}"), x_line=1_234_567) == "1234567"
    assert Speaker(lang).words(Words("{n:04d}", "{n:04d}"), n=7) == "0007"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (_NIK, "************0007"),
        (date(2024, 6, 10), "10 Juni 2024"),
        (datetime(2024, 6, 10, 9, 30, tzinfo=WIB), "10 Juni 2024 pukul 09.30"),
        (["a", 1], "a, 1"),
        (None, ""),
        (True, "True"),
        (Region("33.23.01", "Bulu"), "Bulu (33.23.01)"),
        (Person("Siti"), "Siti"),
        (Severity.ERROR, "error"),
    ],
)
def test_params_are_readable(value: object, shown: str) -> None:
    assert Speaker("id").words(Words("{x}", "{x}"), x=value) == shown


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (_NIK, "************0007"),
        (date(2024, 6, 10), "2024-06-10"),
        ((1, (2, None)), [1, [2, None]]),
        ({"a": _NIK}, {"a": "************0007"}),
        (np.int64(3), 3),
        (Severity.ERROR, "error"),
        (Region("33.23.01", ""), {"code": "33.23.01", "name": ""}),
        (Person("Siti", _NIK), {"name": "Siti", "nik": "************0007"}),
        (Words("a", "b"), {"id": "a", "en": "b"}),
        (Path("x"), "x"),
    ],
)
def test_params_are_plain_json_for_programs(value: object, plain: object) -> None:
    assert Speaker("id").plain(value) == plain


def test_personal_values_are_shown_only_when_asked() -> None:
    words = Words("{x}", "{x}")
    assert Speaker("id", personal=True).words(words, x=_NIK) == _NIK.value
    assert Speaker("id", personal=True).plain(_NIK) == _NIK.value
    assert _NIK.value not in Speaker("id").words(words, x=[_NIK])


def test_places_and_people() -> None:
    speaker = Speaker("id")
    wonosari = Region("33.23.01.2016", "Wonosari")
    assert speaker.place(wonosari) == "Wonosari (33.23.01.2016)"
    assert speaker.place(wonosari, 3) == "TPS 3 Wonosari (33.23.01.2016)"
    assert speaker.place(Region("33.23.01", "")) == "33.23.01"
    assert speaker.place(None) == ""
    assert speaker.person(None) == ""
    assert speaker.person(Person("-", _NIK)) == "NIK ************0007"
    assert speaker.person(Person("")) == ""


def test_a_sentence_quotes_only_so_much_of_a_cell() -> None:
    rule = next(rule for rule in all_rules() if rule.code == "V208")
    params = {
        "found": "S" * 30_000,
        "known": "a",
        "nearest": "",
        "variant": next(iter(rule.message)),
    }
    finding = Finding("V208", rule.name, rule.severity, "anggota.csv", 2, "badan", params=params)
    assert len(Speaker("id").message(finding)) < 1_000


def test_variants_are_joined() -> None:
    rule = next(rule for rule in all_rules() if rule.code == "V202")
    assert not isinstance(rule.message, Words)
    keys = tuple(rule.message)[:2]
    finding = Finding(
        "V202", rule.name, rule.severity, params={"variants": keys, "found": "x", "length": 1}
    )
    assert "; " in Speaker("id").message(finding)
    other = Finding(
        "V202", rule.name, rule.severity, params={"variant": "none", "found": "x", "length": 1}
    )
    speaker = Speaker("id")
    assert speaker.message(other)
    assert speaker.missing


def test_reasons_and_words(speaker: Speaker) -> None:
    assert "tps.csv" in speaker.reason(Reason("file_absent", {"file": "tps.csv"}))
    assert len({speaker.severity(s) for s in Severity}) == 3
    assert len({speaker.status(s) for s in Status}) == 4


def test_an_answer_to_a_place_that_cannot_be_told(speaker: Speaker) -> None:
    bulu = Candidate(Region("33.23.01", "Bulu"))
    desa = Candidate(Region("33.23.04.2001", "Bulu"), Region("33.23.04", "Kedu"))
    said = speaker.place_error(AmbiguousPlace("bulu", (bulu, desa))).splitlines()
    assert said[1:] == ["  Bulu (33.23.01)", "  Bulu (33.23.04.2001), kecamatan Kedu (33.23.04)"]
    assert '"bulu"' in said[0]
    assert len(speaker.place_error(UnknownPlace("x", (bulu,))).splitlines()) == 2
    assert len(speaker.place_error(UnknownPlace("x", ())).splitlines()) == 1


# -- numbers where none belongs --------------------------------------------------------------------


@pytest.mark.parametrize("personal", [False, True])
def test_a_nik_in_a_name_is_masked(personal: bool) -> None:
    speaker, person = Speaker("id", personal), Person("Siti 3323014708860007", _NIK)
    shown = "3323014708860007" if personal else "************0007"
    assert speaker.person(person) == f"Siti {shown}"
    assert speaker.plain(person)["nik"] == shown
