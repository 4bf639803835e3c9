"""What an office makes of the rules in its `adhoc.toml`: off, of another severity, waived.

The file's shape was checked when it was read; here its codes are.
"""

from collections.abc import Mapping
from typing import NamedTuple

from adhoc_cli.models.finding import Finding, Severity
from adhoc_cli.models.names import name_key
from adhoc_cli.profiles.load import Office
from adhoc_cli.profiles.waivers import Waiver
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.registry import UnknownRule, all_rules_by_code, find_rule

_SEVERITIES = {
    "kesalahan": Severity.ERROR,
    "peringatan": Severity.WARNING,
    "catatan": Severity.INFO,
    **{str(severity): severity for severity in Severity},
}


class InForce(NamedTuple):
    """Rules by code: those that are off, and the severities and waivers an office gave the others.

    A waiver is named by its position in `adhoc.toml`.
    """

    off: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = {}
    waivers: Mapping[str, tuple[int, ...]] = {}


def in_force(office: Office) -> InForce:
    """What an office's `adhoc.toml` says of rules. Raises `ConfigError` where it names none."""
    settings = office.settings
    if not settings.aturan and not settings.pengecualian:
        return InForce()
    said: dict[str, str] = {}
    for word, setting in settings.aturan.items():
        code = _rule(office, word, ("aturan", word)).code
        if code in said:
            params = {"key": "aturan", "name": code}
            raise office.fault("config.rule_twice", params, ("aturan", word))
        said[code] = setting
    return InForce(
        frozenset(code for code, setting in said.items() if setting not in _SEVERITIES),
        {code: _SEVERITIES[setting] for code, setting in said.items() if setting in _SEVERITIES},
        _waivers(office),
    )


def _waivers(office: Office) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for at, waiver in enumerate(office.settings.pengecualian):
        path = ("pengecualian", at, "kode")
        rule = _rule(office, waiver.kode, path)
        if rule.last:
            params = {"key": "pengecualian.kode", "name": rule.code}
            raise office.fault("config.no_waiver", params, path)
        found[rule.code] = (*found.get(rule.code, ()), at)
    return found


def _rule(office: Office, word: str, path: tuple[str | int, ...]) -> Rule:
    try:
        return find_rule(word)
    except UnknownRule as unknown:
        key = "aturan" if path[0] == "aturan" else "pengecualian.kode"
        known = ", ".join(all_rules_by_code())
        params = {"key": key, "name": word, "nearest": unknown.suggestion or "", "known": known}
        raise office.fault("config.rule", params, path) from None


def covers(waiver: Waiver, finding: Finding) -> bool:
    """Whether a waiver is about the place, the person, or both, of a finding of its rule."""
    if waiver.wilayah is not None and (
        finding.region is None or finding.region.code != waiver.wilayah
    ):
        return False
    if waiver.orang is None:
        return True
    person = finding.person
    if person is None:
        return False
    if waiver.nik is not None:
        return person.nik is not None and person.nik.value == waiver.nik
    return name_key(person.name) == waiver.name_key
