"""Begin a new rule: its file with everything a rule has, and what else there is to do.

usage, in the root of the repository:
  python -m scripts.new_rule D606 address-shared [warning]

The file looks at nothing yet and has no failing example, which the tests of the rules refuse: what
they name next is what is missing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from adhoc_cli.models.finding import Severity
from adhoc_cli.rules.registry import all_rules, all_rules_by_code

_RULES = Path(import_module("adhoc_cli.rules").__path__[0])
_TEMPLATE = '''"""{code}: say in one line what is found."""

from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.found import Found, Roster, in_rows


def check(roster: Roster) -> Found:
    """Say which rows are looked at, and which of them fail."""
    looked_at = roster.members["alamat"].known
    failed = looked_at & False
    return in_rows(roster, failed, among=looked_at, column="alamat")


TEXTS = """
title.id = Judul
title.en = Title
why.id = Mengapa ini penting.
why.en = Why this matters.
message.id = {{person}}: apa yang ditemukan
message.en = {{person}}: what was found
fix.id = Apa yang harus dilakukan.
fix.en = What to do about it.
"""

FACTS = Facts(
    severity=Severity.{severity},
    needs=("anggota", "anggota.alamat"),
    basis=Words("Undang-undang dan pasalnya", "The law and its article"),
    passes=(example(),),
    fails=(),
)
'''
_STEPS = """{file}
Now, in this order:
  1. there: the law it comes from, the texts in both languages, the check, examples that fail
       .venv/bin/pytest tests/rules -k {code}
  2. scripts/sample/{plants}: a plant, a function that makes the fault, with
     apart=True in a folder of its own; without it in data/, too
       .venv/bin/python -m scripts.make_sample
       .venv/bin/pytest tests/test_planted.py -k {code}
  3. text/id.txt, en.txt: placeholder.…, of a param that no message had before
       .venv/bin/pytest tests/output/test_placeholders.py
  4. make docs, make golden
  5. CHANGELOG.md, under Rules"""
_PLANTS = {
    "F": "plants_files.py",
    "V": "plants_values.py",
    "R": "plants_references.py",
    "Q": "plants_quota.py",
    "S": "plants_offices.py",
    "P": "plants_offices.py",
    "T": "plants_offices.py",
    "C": "plants_coordination.py",
    "W": "plants_waivers.py",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the file and say the steps; 2 where it cannot be written."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    code, name, severity = [*given, *("", "", "error")[len(given) :]][:3]
    if fault := why_not(code, name, severity):
        print(fault, file=sys.stderr)
        return 2
    path = file_of(code, name)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(_TEMPLATE.format(code=code, severity=severity.upper()))
    plants = _PLANTS.get(code[0], "plants_people.py")
    print(_STEPS.format(file=path, code=code, plants=plants))
    return 0


def why_not(code: str, name: str, severity: str) -> str:
    """Why such a rule cannot be begun, or ""."""
    families = sorted({rule.family for rule in all_rules()})
    if not re.fullmatch(rf"[{''.join(families)}][1-9][0-9]{{2}}", code):
        return f"{code!r} is no code: a letter of a family ({', '.join(families)}) and three digits"
    if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name):
        return f"{name!r} is no name: small letters with hyphens, such as seats-vacant"
    if severity not in set(Severity):
        return f"{severity!r} is no severity: {', '.join(Severity)}"
    if code in all_rules_by_code():
        return f"{code} is taken by {all_rules_by_code()[code].name}"
    if name in {rule.name for rule in all_rules()}:
        return f"{name} is the name of another rule"
    return ""


def file_of(code: str, name: str) -> Path:
    """Where the file of a rule stands: beside the others of its family."""
    family = next(
        path.parent for path in sorted(_RULES.glob(f"*/{code[0].lower()}[0-9][0-9][0-9]_*.py"))
    )
    return family / f"{code.lower()}_{name.replace('-', '_')}.py"


if __name__ == "__main__":
    sys.exit(main())
