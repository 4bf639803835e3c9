"""What a start would pay for and a run may never use, made when it is first used.

On Python 3.11 and 3.12 a data class costs a start six functions, each written as text and compiled:
for the 100 classes of a check a tenth of its instructions, of which it calls 45.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import MISSING
from dataclasses import fields as _fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - to types it is the standard one
else:

    def dataclass(cls=None, /, *, frozen=False, eq=True, slots=False, kw_only=False):
        """`dataclasses.dataclass`, its `__init__` written at the first call, the other methods
        shared by all classes."""

        def made(cls):
            plain = dataclasses.dataclass(
                cls, init=False, repr=False, eq=False, slots=slots, kw_only=kw_only
            )
            methods = {"__init__": _init_later(plain), "__repr__": _repr}
            if eq:
                methods |= {"__eq__": _eq, "__hash__": _hash if frozen else None}
            if frozen:
                methods |= {"__setattr__": _frozen, "__delattr__": _frozen}
            for name, method in methods.items():
                if vars(cls).get(name) is None:  # the class may have its own
                    setattr(plain, name, method)
            return plain

        return made if cls is None else made(cls)


def _init_later(cls: Any) -> Any:
    def __init__(self: Any, *given: Any, **named: Any) -> None:  # noqa: N807 - it is the method
        cls.__init__ = _init(cls)
        cls.__init__(self, *given, **named)

    return __init__


def _init(cls: Any) -> Any:
    """The `__init__` of a class, from its fields."""
    before: list[str] = ["self"]
    named: list[str] = []
    body: list[str] = []
    known: dict[str, Any] = {"_put_": object.__setattr__}
    for field in _fields(cls):
        given, value = field.name, field.name
        if field.default is not MISSING:
            known[f"_{field.name}"] = field.default
            given += f"=_{field.name}"
        elif field.default_factory is not MISSING:
            known[f"_{field.name}"] = field.default_factory
            given += "=_put_"
            value = f"_{value}() if {value} is _put_ else {value}"
        (named if field.kw_only else before).append(given)
        body.append(f"_put_(self, {field.name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    given = ", ".join([*before, *(["*", *named] if named else [])])
    exec(f"def __init__({given}): {'; '.join(body) or 'pass'}", known)  # noqa: S102 - our own names
    made = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _repr(self: Any) -> str:
    shown = [f"{one.name}={getattr(self, one.name)!r}" for one in _fields(self) if one.repr]
    return f"{type(self).__qualname__}({', '.join(shown)})"


@cache
def _compared(cls: Any) -> attrgetter[Any]:
    """What gives the values that tell two objects of a class apart."""
    return attrgetter(*(one.name for one in _fields(cls) if one.compare))


def _eq(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    compared = _compared(self.__class__)
    return compared(self) == compared(other)


def _hash(self: Any) -> int:
    return hash(_compared(self.__class__)(self))


def _frozen(self: Any, name: str, *_: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")


def lazy_pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile`, put off until the pattern is used. For patterns of modules: a check of an
    office imports 120 and meets 50; compiling the others were 3 % of its instructions."""
    return cast("re.Pattern[str]", _Uncompiled(text, flags))


class _Uncompiled:
    """Has what the pattern has, each method from the pattern itself once it was asked for."""

    def __init__(self, text: str, flags: int) -> None:
        self._source = text, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._source), name)
        setattr(self, name, found)
        return found
