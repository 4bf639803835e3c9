"""What is checked: the rules, which of them are on, at which severity, and who says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from adhoc_cli.models.finding import Basis, Severity
from adhoc_cli.profiles.load import Office
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.in_force import InForce, in_force
from adhoc_cli.rules.registry import all_rules
from adhoc_cli.rules.sources import Cited, cited_by, together

# Who says whether a rule is on, and how much it weighs: the rulebook, the office, the command line.
Origin = Literal["rule", "adhoc.toml", "option"]


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule, whether a check would run it, and at which severity. `waivers` counts those of it,
    expired ones too; `cited` are the values of the profile that it uses, with their sources."""

    rule: Rule
    on: bool
    severity: Severity
    origin: Origin = "rule"
    waivers: int = 0
    cited: tuple[Cited, ...] = ()

    @property
    def basis(self) -> Basis:
        """What the rule rests on under the profile in use."""
        return together([one.basis for one in self.cited], self.rule)


def list_rules(
    chosen: Sequence[Rule] | None = None, office: Office | None = None
) -> tuple[RuleEntry, ...]:
    """Every rule as `office` has it, in the order of the rulebook; of these, `chosen` (all for
    None) are on unless off there.

    Raises `ConfigError` where the office's `adhoc.toml` names a rule that there is not.
    """
    on = {rule.code for rule in (all_rules() if chosen is None else chosen)}
    said = in_force(office) if office else InForce()
    cited = {rule.code: cited_by(rule, office) for rule in all_rules()} if office else {}
    return tuple(
        _entry(rule, rule.code in on, said, cited.get(rule.code, ())) for rule in all_rules()
    )


def _entry(rule: Rule, chosen: bool, said: InForce, cited: tuple[Cited, ...]) -> RuleEntry:
    own = rule.code in said.off or rule.code in said.severities
    return RuleEntry(
        rule,
        chosen and rule.code not in said.off,
        said.severities.get(rule.code, rule.severity),
        "adhoc.toml" if own else "rule" if chosen else "option",
        len(said.waivers.get(rule.code, ())),
        cited,
    )
