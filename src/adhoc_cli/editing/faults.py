"""Why an edit is refused, as data: the words are made at the edge. Nothing was written then."""

from typing import Any


class EditRefused(Exception):  # noqa: N818 - a verdict on what was asked for
    """An edit that is not made: a key of the texts `edit.refused.…`, and their values."""

    def __init__(self, key: str, **params: Any) -> None:
        super().__init__(key)
        self.key = key
        self.params = params
