"""The rules, found by walking the folders of this package: a new rule is one new file."""

from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

import adhoc_cli.rules as package
from adhoc_cli.rules.api import Rule, code_of, name_of
from adhoc_cli.text.nearest import nearest

_SHORTEST = 3  # letters of what may be words of a title


class UnknownRule(Exception):  # noqa: N818 - a typing slip of the operator, not an error of ours
    """A code, prefix or name that no rule has; `several` rules have the word in their title."""

    def __init__(self, word: str, suggestion: str | None, several: Sequence[Rule] = ()) -> None:
        super().__init__(word)
        self.word = word
        self.suggestion = suggestion
        self.several = several


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the codes' families in the rulebook."""
    found = map(_rule, _files())
    return tuple(sorted(found, key=lambda rule: ("FVRQEDSPTCW".index(rule.family), rule.code)))


@cache
def _files() -> tuple[str, ...]:
    """The modules of all rules; none of them is imported."""
    return tuple(
        module.name
        for module in walk_packages(package.__path__, f"{package.__name__}.")
        if module.name.count(".") == 3 and not module.ispkg  # adhoc_cli.rules.family.rule
    )


@cache
def _rule(file: str) -> Rule:
    return Rule.of_module(import_module(file))


def choose(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Rule, ...]:
    """The rules that `select` names (all for none) less those that `ignore` names; by code, prefix
    or name. Raises `UnknownRule`."""
    chosen = _named(select) if select else set(all_rules_by_code())
    chosen -= _named(ignore)
    return tuple(rule for rule in all_rules() if rule.code in chosen)


def all_rules_by_code() -> dict[str, Rule]:
    """Every rule by its code."""
    return {rule.code: rule for rule in all_rules()}


def find_rule(word: str) -> Rule:
    """The one rule with this code or name. Raises `UnknownRule`."""
    for file in _files():
        if word.upper() == code_of(file) or word.lower() == name_of(file):
            return _rule(file)  # importing all of them takes a tenth of the time of `explain`
    raise UnknownRule(word, nearest(word, _words()))


def rule_about(text: str) -> Rule:
    """The rule with this code or name, else the only one with these words in its name or title, of
    either language. Raises `UnknownRule`."""
    try:
        return find_rule(text)
    except UnknownRule as unknown:
        words = text.casefold().split()
        told = len("".join(words)) >= _SHORTEST
        fitting = [rule for rule in all_rules() if told and _says(rule, words)]
        if len(fitting) == 1:
            return fitting[0]
        raise UnknownRule(text, unknown.suggestion, fitting) from None


def _says(rule: Rule, words: Sequence[str]) -> bool:
    said = " ".join((rule.name, *rule.title)).casefold()
    return all(word in said for word in words)


def _named(words: Iterable[str]) -> set[str]:
    codes: set[str] = set()
    for word in words:
        matching = {
            rule.code
            for rule in all_rules()
            if rule.code.startswith(word.upper()) or rule.name == word.lower()
        }
        if not matching or not word:
            raise UnknownRule(word, nearest(word, _words()))
        codes |= matching
    return codes


def _words() -> list[str]:
    return [word for rule in all_rules() for word in (rule.code, rule.name)]
