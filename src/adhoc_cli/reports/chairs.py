"""Who speaks for a body: its chair, the body it works for, and the bodies above it."""

from collections.abc import Iterator
from functools import cached_property

import numpy as np

from adhoc_cli.models.codes import Unit, kecamatan_of
from adhoc_cli.profiles.model import Body
from adhoc_cli.reports.persons import Post, post_of
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.trainings import in_service

_ABOVE: dict[Unit, tuple[Unit, ...]] = {
    "tps": ("desa", "perwakilan", "kecamatan"),
    "desa": ("kecamatan",),
    "kecamatan": (),
    "perwakilan": (),
    "kabupaten": (),
}
_HEADS = ("ketua", "sekretaris")
_Key = tuple[str, str, int | None]  # body, code, TPS


class Chairs:
    """Finds the ketua, and the sekretaris of secretariats, who serve on the day."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster

    def of(self, post: Post) -> Iterator[int]:
        """The rows of those to ask about a member of a body: its own ketua first."""
        return self._known(self._own(post), *self._over(post))

    def proposing(self, post: Post) -> Iterator[int]:
        """The rows of those who propose somebody for a seat: for a body with none above it its own
        ketua and secretariat, else those of the body it works for, and of the one above it."""
        own, over = self._own(post), tuple(self._over(post))
        body = self._body(post)
        is_first = not _ABOVE[body.unit] and not body.is_secretariat
        return self._known(*((own, *over) if is_first else (*over, own)))

    def _body(self, post: Post) -> Body:
        return self._roster.profile.badan[post.body]

    def _own(self, post: Post) -> _Key:
        return post.body, post.region.code, post.tps

    def _over(self, post: Post) -> Iterator[_Key]:
        body, code = self._body(post), post.region.code
        if body.sekretariat_dari:
            yield body.sekretariat_dari, code, None
        yield from ((name, code, None) for name in self._secretariats(post.body))
        for level in _ABOVE[body.unit]:
            there = kecamatan_of(code) if level == "kecamatan" else code
            for name in self._chaired(level):
                yield name, there, None
                yield from ((other, there, None) for other in self._secretariats(name))

    def _chaired(self, level: Unit) -> Iterator[str]:
        """The bodies of a level that have a ketua."""
        bodies = self._roster.profile.badan.items()
        return (name for name, one in bodies if one.unit == level and "ketua" in one.jabatan)

    def _secretariats(self, body: str) -> Iterator[str]:
        bodies = self._roster.profile.badan.items()
        return (name for name, one in bodies if one.sekretariat_dari == body)

    def _known(self, *keys: _Key) -> Iterator[int]:
        return (self._rows[key] for key in dict.fromkeys(keys) if key in self._rows)

    @cached_property
    def _rows(self) -> dict[_Key, int]:
        """The first row of each body that heads it."""
        members = self._roster.members
        heads = np.logical_or.reduce([members["jabatan"].equals(role) for role in _HEADS])
        found: dict[_Key, int] = {}
        for row in np.flatnonzero(in_service(self._roster) & heads).tolist():
            found.setdefault(self._own(post_of(self._roster, row)), row)
        return found
