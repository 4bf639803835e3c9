from __future__ import annotations

from datetime import date
from pathlib import Path

from adhoc_cli.profiles.load import DEFAULT, Office, Settings, load_office, load_profile
from adhoc_cli.reports.explain import explain_rule
from adhoc_cli.reports.profiles import list_profiles, profile_values
from adhoc_cli.reports.rules import list_rules
from adhoc_cli.rules.registry import all_rules, choose

_DAY = date(2024, 6, 10)


def test_all_rules_are_listed_and_those_chosen_are_on() -> None:
    assert all(entry.on for entry in list_rules())
    entries = list_rules(choose(ignore=("F",)))
    assert len(entries) == len(all_rules())
    assert {entry.rule.family for entry in entries if not entry.on} == {"F"}


def test_every_rule_is_explained_with_what_passes_and_fails() -> None:
    whats = set()
    for rule in all_rules():
        explained = explain_rule(rule, Office(Settings(), load_profile(DEFAULT)))
        assert explained.passes
        assert explained.fails
        whats |= {change.what for one in explained.fails for change in one.changes}
        assert all(one.changes for one in explained.fails)
    assert {"change", "drop", "add", "replace", "file", "absent", "settings"} <= whats


def test_the_default_profile_is_marked() -> None:
    entries = list_profiles()
    assert [entry.name for entry in entries if entry.default] == ["pilkada-2024"]


def test_values_say_what_the_office_changed(tmp_path: Path) -> None:
    (tmp_path / "adhoc.toml").write_text(
        '[ubah.badan."SEKRETARIAT PPK"]\nbatas_hari = 9\n'
        "[ubah]\nhari_pemungutan_suara = 2024-11-28\n"
    )
    values = profile_values(load_office(tmp_path), _DAY)
    assert [one.overridden for one in values.values if one.key == "hari_pemungutan_suara"] == [True]
    changed = [
        (body.name, one.key, one.value, one.source)
        for body in values.bodies
        for one in body.values
        if one.overridden
    ]
    assert changed == [("SEKRETARIAT PPK", "batas_hari", 9, None)]


def test_values_are_plain(tmp_path: Path) -> None:
    values = profile_values(load_office(tmp_path), _DAY)
    ppk = {one.key: one for one in next(b for b in values.bodies if b.name == "PPK").values}
    assert ppk["kursi"].value == 5
    assert ppk["mulai"].value == "2024-05-16"
    assert ppk["jabatan"].value == {"ketua": 1, "anggota": 4}
    assert ppk["kursi"].source is not None
    pantarlih = next(b for b in values.bodies if b.name == "PANTARLIH")
    (seats,) = [one.value for one in pantarlih.values if one.key == "kursi"]
    assert seats["bila"] == [{"lebih_dari": 400, "kursi": 2}]
