"""Role and body in one cell: "Ketua PPK", "Anggota PPS", "Sekretaris PPK", "Pantarlih"."""

import numpy as np

from adhoc_cli.models.vocabulary import Vocabulary
from adhoc_cli.tables.column import Column
from adhoc_cli.tables.factorised import Factorised, through
from adhoc_cli.tables.texts import Codes, Mask, Texts, is_dash


def split_roles(cells: Factorised, rows: int, vocabulary: Vocabulary) -> Factorised:
    """The cells with only the role in `jabatan`, and `badan` filled from it where it was empty.

    Where `badan` names another body ("Sekretaris PPK" beside "PPK": the PPK, or its secretariat?),
    `jabatan` stays as it was written; nobody guesses which of the two is right.
    """
    if "jabatan" not in cells:
        return cells
    role_codes, role_texts = cells["jabatan"]
    body_codes, body_texts = cells.get("badan", (np.full(rows, -1, np.int32), Texts.of(())))
    roles, bodies = _Words(role_texts), _Words(body_texts)
    split = [vocabulary.split(text) for text in roles.written]
    if not any(split):
        return {**cells, "badan": (body_codes, body_texts)}
    plain = roles.positions([pair[0] if pair else None for pair in split])
    named = through(bodies.positions([pair[1] if pair else None for pair in split]), role_codes)
    meant = bodies.positions([_meant(text, vocabulary) for text in bodies.written])
    written = through(meant, body_codes)
    agree = (named >= 0) & ((written < 0) | (written == named))
    fills = (named >= 0) & (written < 0)
    return {
        **cells,
        "badan": (np.where(fills, named, body_codes), bodies.texts()),
        "jabatan": (np.where(agree, through(plain, role_codes), role_codes), roles.texts()),
    }


def _meant(text: str, vocabulary: Vocabulary) -> str | None:
    """The body that a cell of `badan` names; None for a dash."""
    return None if is_dash(text) else vocabulary.body(text) or text


def names_another_body(roles: Column) -> Mask:
    """Rows of which `jabatan` names another body than `badan`: its value still holds both."""
    return roles.value_in([at for at, value in enumerate(roles.value_list) if " " in value])


class _Words:
    """The texts of a column, to which words are added."""

    def __init__(self, texts: Texts) -> None:
        self.written = texts.to_list()
        self._position = {text: position for position, text in enumerate(self.written)}

    def positions(self, words: list[str | None] | list[str]) -> Codes:
        """Where each word stands, -1 for None; a new word is added."""
        known = self._position
        found = [-1 if word is None else known.setdefault(word, len(known)) for word in words]
        return np.array(found, np.int32)

    def texts(self) -> Texts:
        """All of them."""
        return Texts.of(self._position)
