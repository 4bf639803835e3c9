"""The key of a finding: the same tomorrow, and of no use to whoever would know whom it is about.

A key says what was found and where, never on which line (rows move) and never how much by now
(days, ages and counts change by themselves). What else tells two findings of one place apart, such
as the item of coordination, a rule says itself: `Rule.tells_apart`.

The person in it is 20 bits of a salted hash. That tells the people of a roster apart: among the 967
of a kabupaten two share theirs in every second roster, and only where both have the same fault at
the same place are they counted together. Whoever tries all the NIKs of a kabupaten finds hundreds
that fit.
"""

from hashlib import blake2b
from typing import Any

from adhoc_cli.models.finding import Finding, Person, Personal, Region
from adhoc_cli.models.names import name_key
from adhoc_cli.rules.registry import all_rules_by_code

KEPT = 10_000  # findings of a rule that are remembered one by one; of more only the number
ALL_KEPT = 200_000  # of all rules together: that is 30 MB
_UNIT = "tps"  # the one unit that has no code of its own
_WHAT = 10  # hexadecimal digits
_WHO = 5


class Keys:
    """Makes the keys of one memory, with its salt."""

    def __init__(self, salt: str) -> None:
        self._salt = salt.encode()
        self._people: dict[str, str] = {}
        self._apart = {code: rule.tells_apart for code, rule in all_rules_by_code().items()}

    def of(self, finding: Finding) -> str:
        """The key of a finding: what and where, and behind a dash who."""
        params = finding.params
        apart = [params.get(name) for name in (_UNIT, *self._apart.get(finding.code, ()))]
        where = (finding.code, finding.region, finding.body, finding.file, finding.column)
        # repr: two texts side by side are never read as two others.
        what = self._hash(repr([self._text(part) for part in (*where, *apart)]), _WHAT)
        return f"{what}-{self._who(finding.person)}" if finding.person else what

    def _text(self, part: Any) -> str:
        if isinstance(part, Region):
            return part.code
        if isinstance(part, Person):
            return self._who(part)
        if isinstance(part, Personal):
            return self._hash(part.value, _WHO)
        if isinstance(part, tuple):
            return repr([self._text(one) for one in part])
        return "" if part is None else str(part)

    def _who(self, person: Person) -> str:
        """The NIK, else the name however it is spelt."""
        who = person.nik.value if person.nik else name_key(person.name)
        if who not in self._people:
            self._people[who] = self._hash(who, _WHO)
        return self._people[who]

    def _hash(self, text: str, digits: int) -> str:
        data = text.encode("utf-8", "surrogatepass")
        return blake2b(data, key=self._salt, digest_size=16).hexdigest()[:digits]
