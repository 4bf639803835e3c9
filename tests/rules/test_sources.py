"""A source stands once: a finding rests on the source of the very value that its rule used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from adhoc_cli.models.finding import Basis, Finding
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.profiles.load import Office, Settings, load_office, load_profile, profile_names
from adhoc_cli.profiles.replacement import provision, provision_keys
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.examples import example
from adhoc_cli.rules.registry import all_rules, find_rule
from adhoc_cli.rules.sources import basis_of, cited_by
from tests.examples import result

PILKADA = tuple(name for name in profile_names() if "pilkada" in name or "psu" in name)
# The articles that were read, or read of: docs and `sumber` may name these and no others.
ARTICLES: dict[str, set[int]] = {
    "PKPU 8/2022": {5, 6, 16, 17, 28, 29, 30, 35, 43, 47, 49, 75},
    "PKPU 7/2024": {13},
    "UU 7/2017": {51, 52, 53, 54, 55, 434},
    "UU 1/2015": set(range(15, 22)) | {89},
    "UU 8/2015": set(range(15, 22)),
    "UU 10/2016": set(range(15, 22)),
    "UU 6/2020": set(range(15, 22)),
    "Perppu 1/2014": {18, 19, 23, 89},
    "PP 37/2007": {37},
    "PP 40/2019": {30},
    "Permendagri 73/2022": {5},
}
WITHOUT_ARTICLE = {
    "PKPU 3/2022", "PKPU 2/2023", "PKPU 2/2024", "PKPU 17/2024", "PKPU 19/2024", "PKPU 8/2019",
    "Kep KPU 472/2022", "Kep KPU 534/2022", "Kep KPU 1669/2023", "Kep KPU 475/2024",
    "Kep KPU 476/2022", "Kep KPU 476/2024", "Kep KPU 638/2024", "MK 31/PUU-XVI/2018",
    "MK 135/PUU-XXII/2024", "Permendagri 58/2021", "Kepmendagri 300.2.2-2430/2025",
    "Kepmendagri 100.1.1-6117/2022",
}  # fmt: skip
_LAW = re.compile(
    r"\b(UU|Perppu|PKPU|Kep KPU|MK|PP|Permendagri|Kepmendagri) ([\w.\-]+(?:/[\w\-]+)*/\d{4})"
    r"(?:,? (?:ps\.|pasal|articles?) ?((?:\d+(?:-\d+)?(?: ?\(\d+\))?(?: [a-i]\b)?(?:, )?)+))?"
)


@cache
def office(name: str) -> Office:
    return Office(Settings(), load_profile(name))


def laws(text: str) -> Iterator[tuple[str, set[int]]]:
    """The laws that a text cites, each with its articles."""
    for kind, number, articles in _LAW.findall(text):
        named: set[int] = set()
        for first, last in re.findall(r"(\d+)(?:-(\d+))?", re.sub(r"\(\d+\)", "", articles)):
            named |= set(range(int(first), int(last or first) + 1))
        yield f"{kind} {number}", named


def sources(name: str) -> Iterator[tuple[str, str]]:
    """Every source of a profile, its notes too: what it is of, and what it says."""
    profile = load_profile(name)
    found = {"": profile.sumber}
    found |= {body: part.sumber for body, part in profile.badan.items()}
    found |= {"tahapan": {k: s.sumber for k, s in profile.tahapan.items() if s.sumber}}
    found |= {"butir": {key: i.sumber for key, i in profile.butir.items() if i.sumber}}
    for part, said in found.items():
        for key, one in said.items():
            yield f"{part} {key}", " ".join(filter(None, (one.dasar, one.catatan_id)))


def findings(folder: Path, rule: str, settings: str = "") -> list[Finding]:
    """What a rule finds where each PPS has fewer members than seats."""
    return list(result(rule, example(settings=settings, drop="9"), folder).findings)


# -- every rule and every profile ------------------------------------------------------------------


@pytest.mark.parametrize("name", profile_names())
@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_no_number_that_a_rule_uses_is_without_source_and_level(rule: Rule, name: str) -> None:
    profile = office(name).profile
    cited = {(one.body, one.key): one.basis for one in cited_by(rule, office(name))}
    for body, part in profile.badan.items():
        used = {*rule.uses} & part.model_fields_set - {"penggantian"}
        for key in used if rule.of(part) else ():
            assert cited[body, key].level, f"{name}: {body} {key}"
        for item, one in profile.checklist.active.items():
            if "butir" in rule.uses and one.badan == body:
                assert cited[body, item].level, f"{name}: {item}"


@pytest.mark.parametrize("name", profile_names())
def test_a_value_that_a_rule_uses_is_one_of_the_profile(name: str) -> None:
    known = {"butir", "penggantian"}
    for part in office(name).profile.badan.values():
        known |= type(part).model_fields.keys()
    assert {key for rule in all_rules() for key in rule.uses} <= known


@pytest.mark.parametrize("name", PILKADA)
def test_no_value_and_no_rule_of_a_pilkada_rests_on_a_law_of_the_pemilu(name: str) -> None:
    """The statute of the Pilkada: UU 1/2015 and its changes; never UU 7/2017."""
    said = dict(sources(name))
    for rule in all_rules():
        said[rule.code] = rule.basis.id
        said |= {
            f"{rule.code} {one.body} {one.key}": one.basis.words.id
            for one in cited_by(rule, office(name))
        }
    said |= {key: provision(key).basis for key in provision_keys()}
    assert [what for what, text in said.items() if "UU 7/2017" in text] == []


def every_text() -> Iterator[tuple[str, str]]:
    for rule in all_rules():
        yield rule.code, rule.basis.id
        yield rule.code, rule.basis.en
    for name in profile_names():
        for what, text in sources(name):
            yield f"{name} {what}", text
    for key in provision_keys():
        yield key, provision(key).basis


def test_no_article_is_named_that_was_not_read() -> None:
    wrong = []
    for what, text in every_text():
        for law, articles in laws(text):
            known = law in ARTICLES or law in WITHOUT_ARTICLE
            if not known or articles - ARTICLES.get(law, set()):
                wrong.append(f"{what}: {law} {sorted(articles)}")
    assert wrong == []


def test_articles_are_seen_in_a_text() -> None:
    text = "PKPU 8/2022 ps. 5-6, 16; MK 31/PUU-XVI/2018; PKPU 8/2022 ps. 35 (1) b (site 99)"
    assert list(laws(text)) == [
        ("PKPU 8/2022", {5, 6, 16}),
        ("MK 31/PUU-XVI/2018", set()),
        ("PKPU 8/2022", {35}),
    ]


# -- one finding -----------------------------------------------------------------------------------


def test_a_finding_rests_on_the_source_of_the_value_of_its_body(tmp_path: Path) -> None:
    source = office("pilkada-2024").profile.badan["PPS"].sumber["kursi"]
    (found,) = findings(tmp_path, "Q401")
    assert found.basis is not None
    assert (found.basis.words.id, found.basis.level) == (source.dasar, source.tingkat)


def test_a_rule_without_a_value_of_the_profile_rests_on_its_own_text() -> None:
    rule = find_rule("V202")
    assert basis_of(rule, office("pilkada-2024"), "PPK", None) == Basis(rule.basis)


def test_a_body_that_no_profile_has_leaves_the_text_of_the_rule() -> None:
    rule = find_rule("Q401")
    assert basis_of(rule, office("pilkada-2024"), "RW", None) == Basis(rule.basis)
    assert basis_of(find_rule("C951"), office("pilkada-2024"), "PPK", "PPK-99").level is None


def test_an_item_of_the_checklist_gives_its_own_source() -> None:
    item = office("pilkada-2024").profile.butir["PPK-02"].sumber
    basis = basis_of(find_rule("C951"), office("pilkada-2024"), "PPK", "PPK-02")
    assert item is not None
    assert (basis.words.id, basis.level) == (item.dasar, item.tingkat)


def test_several_values_are_as_sure_as_the_least_sure_of_them() -> None:
    basis = basis_of(find_rule("E504"), office("pilkada-2024"), "PPK", None)
    levels = {office("pilkada-2024").profile.badan["PPK"].sumber[k].tingkat for k in TERM}
    assert (levels, basis.level) == ({"B", "I"}, "I")


TERM = ("mulai", "selesai")


def test_a_number_of_the_office_is_cited_with_the_source_that_it_gives(tmp_path: Path) -> None:
    settings = (
        "[ubah.badan.PPS]\nkursi = 5\n"
        '[ubah.badan.PPS.sumber]\nkursi = { dasar = "SK KPU Contoh 7/2024", tingkat = "A" }\n'
    )
    for found in findings(tmp_path, "Q401", settings):
        assert found.basis is not None
        assert (found.basis.words.id, found.basis.level) == ("SK KPU Contoh 7/2024", "A")


def test_a_number_of_the_office_without_source_is_its_own_and_not_the_law(tmp_path: Path) -> None:
    settings = "# kantor ini\n\n[ubah.badan.PPS]\nkursi = 5\n"
    for found in findings(tmp_path, "Q401", settings):
        assert found.basis is not None
        assert found.basis.words.id == "angka kantor ini sendiri (adhoc.toml:4)"
        assert found.basis.words.en == "this office's own number (adhoc.toml:4)"
        assert found.basis.level is None


def test_a_changed_item_and_a_changed_way_of_replacement_are_the_offices_own(
    tmp_path: Path,
) -> None:
    (tmp_path / "adhoc.toml").write_text(
        "[ubah.butir.PPK-02.batas]\nhari = 5\n\n"
        '[ubah.badan.PPS.penggantian]\ncara = "ask_kpu"\nperingkat = true\n'
    )
    own = load_office(tmp_path)
    said = Speaker("en").basis
    item = basis_of(find_rule("C951"), own, "PPK", "PPK-02")
    assert said(item) == "this office's own number (adhoc.toml:1)"
    way = basis_of(find_rule("P803"), own, "PPS", None)
    assert said(way) == "this office's own number (adhoc.toml:4)"


def test_a_number_of_an_offices_own_profile_is_its_own_unless_it_says_whence(
    tmp_path: Path,
) -> None:
    (tmp_path / "ulang.toml").write_text(
        'nama = "ulang"\ndasar = "pilkada-2024"\n\n[badan.PPS]\nkursi = 5\ncadangan = 2\n'
        '[badan.PPS.sumber]\ncadangan = { dasar = "SK KPU Contoh 8/2025", tingkat = "A" }\n'
    )
    (tmp_path / "adhoc.toml").write_text('profil = "ulang.toml"\n')
    own = load_office(tmp_path)
    said = Speaker("en").basis
    seats = basis_of(find_rule("Q401"), own, "PPS", None)
    assert said(seats) == "this office's own number (ulang.toml:5)"
    reserve = basis_of(find_rule("Q406"), own, "PPS", None)
    assert said(reserve) == "SK KPU Contoh 8/2025 [A]"
    kept = basis_of(find_rule("Q401"), own, "PPK", None)
    assert kept == basis_of(find_rule("Q401"), office("pilkada-2024"), "PPK", None)
