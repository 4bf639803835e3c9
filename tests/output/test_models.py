from __future__ import annotations

from datetime import date
from typing import Annotated, Any, NamedTuple

import pytest

from adhoc_cli.models.columns import Privacy
from adhoc_cli.models.finding import Personal
from adhoc_cli.output.models.base import From, Masked, OrNone, Out
from adhoc_cli.output.speaker import Speaker


class Who(NamedTuple):
    name: str
    phone: Personal | None


class Letter(NamedTuple):
    to: Who | None
    day: date
    note: str


class WhoOut(Out):
    name: str
    phone: Masked | None


class LetterOut(Out):
    name: Annotated[str | None, From("to.name")]
    phone: Annotated[Masked | None, From("to.phone")]
    day: date
    note: Annotated[str | None, OrNone]
    greeting: Annotated[str, From(lambda letter, speaker: f"{speaker.lang}: {letter.note}")]


class FlatOut(WhoOut):
    part = "to", WhoOut
    name: Annotated[str, From(lambda letter, _: letter.to.name.upper())]
    day: date


PHONE = Personal("081234567890", Privacy.PHONE)
LETTER = Letter(Who("Sri Contoh", PHONE), date(2024, 6, 10), "")


def said(model: type[Out], letter: Letter, *, personal: bool = False) -> dict[str, Any]:
    return model.of(letter, Speaker("id", personal)).model_dump()


def test_a_field_is_what_its_mark_says() -> None:
    assert said(LetterOut, LETTER) == {
        "name": "Sri Contoh", "phone": "0812****7890", "day": date(2024, 6, 10), "note": None,
        "greeting": "id: ",
    }  # fmt: skip


def test_where_there_is_nobody_nothing_of_them_is_said() -> None:
    found = said(LetterOut, LETTER._replace(to=None))
    assert (found["name"], found["phone"]) == (None, None)


def test_the_fields_of_a_part_stand_among_those_of_the_whole() -> None:
    found = said(FlatOut, LETTER)
    assert found == {"name": "SRI CONTOH", "phone": "0812****7890", "day": date(2024, 6, 10)}


@pytest.mark.parametrize("model", [LetterOut, FlatOut])
def test_who_asked_for_it_sees_what_is_personal(model: type[Out]) -> None:
    assert said(model, LETTER, personal=True)["phone"] == "081234567890"
