"""What an office mends first: the one place that says which findings come before others that are
just as severe."""

from typing import NamedTuple


class Urgency(NamedTuple):
    """Rules, by code or prefix, that come together; `name` is that of their sentence, and `command`
    what helps with all of them."""

    name: str
    prefixes: tuple[str, ...]
    command: tuple[str, ...] = ()


# A row that cannot be read is missing in every count, so it comes before what the counts say; then
# who is missing, who leads, and what the law has set a day for.
URGENCIES = (
    Urgency("files", ("F",)),
    Urgency("seats", ("Q401",), ("replace",)),
    Urgency("chairs", ("Q403",)),
    Urgency("deadlines", ("S701", "C951"), ("checklist", "status", "--overdue")),
    Urgency("others", ("",)),
)


def urgency_of(code: str) -> int:
    """The place of a rule among `URGENCIES`: the lowest comes first."""
    return next(at for at, one in enumerate(URGENCIES) if code.startswith(one.prefixes))
