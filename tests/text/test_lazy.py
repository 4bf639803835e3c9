"""What is made when it is first used is what would have been made at once."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import FrozenInstanceError, field
from typing import Any

import pytest

from adhoc_cli.text.lazy import dataclass, lazy_pattern


def made(decorate: Any, **options: bool) -> Any:
    """A class with a field of each sort, made data class by `decorate`."""

    @decorate(**options)
    class Seat:
        place: str
        set: int = 3
        held: list[str] = field(default_factory=list, repr=False)
        note: str = field(default="", compare=False)

    return Seat


@pytest.mark.parametrize(
    "options",
    [{}, {"frozen": True}, {"frozen": True, "slots": True}, {"eq": False}],
    ids=repr,
)
def test_a_data_class_does_what_the_standard_one_does(options: dict[str, bool]) -> None:
    ours, theirs = made(dataclass, **options), made(dataclasses.dataclass, **options)
    for given, named in [(("a",), {}), (("a", 5, ["b"]), {"note": "c"}), ((), {"place": "d"})]:
        one, other = ours(*given, **named), theirs(*given, **named)
        assert repr(one) == repr(other)
        assert (one.place, one.set, one.held, one.note) == (
            other.place, other.set, other.held, other.note,
        )  # fmt: skip
        assert (one == ours(*given, **named)) is (other == theirs(*given, **named))
        assert dataclasses.replace(one, set=7).set == 7
    assert ours("a", note="x").__eq__(ours("a")) == theirs("a", note="x").__eq__(theirs("a"))
    assert ours("a") != ours("b")
    assert ours("a").held is not ours("a").held
    assert ours.__match_args__ == theirs.__match_args__
    assert hasattr(ours("a"), "__dict__") is hasattr(theirs("a"), "__dict__")
    assert (ours.__hash__ is None) is (theirs.__hash__ is None)
    with pytest.raises(TypeError):
        ours()


def test_a_frozen_one_stays_as_it_is_and_is_hashed_by_what_it_says() -> None:
    @dataclass(frozen=True, slots=True)
    class Place:
        code: str
        name: str = ""

    assert {Place("33"): 1}[Place("33")] == 1
    with pytest.raises(FrozenInstanceError):
        setattr(Place("33"), "code", "34")  # noqa: B010 - types would see it
    with pytest.raises(FrozenInstanceError):
        delattr(Place("33"), "name")


def test_a_method_of_the_class_itself_stays() -> None:
    @dataclass(frozen=True)
    class Masked:
        value: str

        def __str__(self) -> str:
            return "***"

        __repr__ = __str__

    assert f"{Masked('x')!r}" == str(Masked("x")) == "***"


def test_fields_by_name_alone_and_what_follows_the_making() -> None:
    @dataclass(kw_only=True)
    class Base:
        first: int = 1

    @dataclass
    class Derived(Base):
        second: int

        def __post_init__(self) -> None:
            self.sum = self.first + self.second

    assert Derived(2).sum == 3
    assert Derived(2, first=5).sum == 7
    by_position: Any = Derived
    with pytest.raises(TypeError):
        by_position(2, 5)


def test_a_pattern_is_compiled_when_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = re.compile

    def watched(text: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(text)
        return real(text, flags)

    pattern = lazy_pattern("(?P<n>[0-9]+)x", re.IGNORECASE)
    with monkeypatch.context() as patched:
        patched.setattr(re, "compile", watched)
        assert not compiled
        assert pattern.fullmatch("12X") is not None
        assert pattern.sub("-", "a12x") == "a-"
        assert pattern.fullmatch("y") is None
    assert len(compiled) == 2  # once a method
    assert pattern.pattern == "(?P<n>[0-9]+)x"
