"""The base of all documents in JSON.

A model is filled from a result of `reports`: a field takes the attribute of its name, unless a mark
says what it is `From`, or the fields of a part stand among those of the whole (`part`). The
`Speaker` is the context of the validation: it masks what is personal and says the texts. Long lists
are `Iterable`: pydantic makes their items as they are walked, so that a million of them are never
held.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, Self

from pydantic import (
    AliasGenerator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    NonNegativeInt,
    ValidationInfo,
    model_validator,
)

from adhoc_cli import __version__
from adhoc_cli.output.blocks import Columns, Rows, in_blocks
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import Items, attribute

Count = NonNegativeInt
Values = Mapping[str, Any]


def _plain(value: Any, info: ValidationInfo[Speaker]) -> Any:
    return info.context.plain(value)


# A `Personal`: an identity number or a telephone number, masked unless it may be shown.
Masked = Annotated[str, BeforeValidator(_plain)]
# A value of any kind, and the values of a finding: personal ones among them are masked.
Plain = Annotated[Any, BeforeValidator(_plain)]
Params = Annotated[dict[str, Any], BeforeValidator(_plain)]
# An empty text, or the number 0 of a line, says that there is none.
OrNone = BeforeValidator(lambda value: value or None)


class From(NamedTuple):
    """Marks a field that is no attribute of its own name: a path of attributes ("who.phone"; None
    where one of them is None), or a function of the source and the speaker."""

    source: str | Callable[[Any, Speaker], Any]


ITSELF = From(lambda source, speaker: source)


class Each(NamedTuple):
    """Marks a list that is made as it is walked; in ndjson each item is a line of this type.

    Of a list that may have a million items, `columns` says the same as their model of some of them
    at a time: a test holds that it is the same."""

    type: str
    columns: Callable[[Sequence[Any], Speaker], Iterator[Columns]] | None = None


# A key that Python has for itself is the name of its field without the dash at the end.
_without_dash = AliasGenerator(serialization_alias=lambda name: name.removesuffix("_"))


class Out(BaseModel):
    """An object in JSON. A field with a default is there only where `values_of` gives it."""

    model_config = ConfigDict(
        from_attributes=True, frozen=True, extra="forbid", alias_generator=_without_dash
    )
    part: ClassVar[tuple[str, type[Out]] | None] = None
    """An attribute of the source whose own fields, those of a base, stand among the model's."""

    @classmethod
    def values_of(cls, source: Any, speaker: Speaker) -> Values:
        """The values that are no attributes of the source under the name of their field."""
        values: dict[str, Any] = {}
        if cls.part is not None:
            whose, part = attribute(cls.part[0])(source), cls.part[1]
            values |= part.collected(whose, part.values_of(whose, speaker))
        for name, origin in _origins(cls):
            known = isinstance(origin, str)
            values[name] = attribute(origin)(source) if known else origin(source, speaker)
        return values

    @classmethod
    def collected(cls, source: Any, given: Values) -> dict[str, Any]:
        """The values of all fields: what is given, else the attribute."""
        return {
            name: given[name] if name in given else getattr(source, name)
            for name, required in _fields(cls)
            if required or name in given
        }

    @model_validator(mode="before")
    @classmethod
    def _read(cls, source: Any, info: ValidationInfo[Speaker]) -> Any:
        if isinstance(source, dict):
            return source
        given = cls.values_of(source, info.context)
        return cls.collected(source, given) if given else source

    @classmethod
    def of(cls, source: Any, speaker: Speaker) -> Self:
        """The model of a result."""
        return cls.model_validate(source, context=speaker)


@cache
def _fields(model: type[Out]) -> tuple[tuple[str, bool], ...]:
    """The fields of a model, and whether each must be there: asked for every item of a list."""
    return tuple((name, field.is_required()) for name, field in model.model_fields.items())


@cache
def _origins(model: type[Out]) -> tuple[tuple[str, Any], ...]:
    """What its own fields are from; those of its part are read by this."""
    marks = _marks(model)
    of_part = _marks(model.part[1]) if model.part else {}
    return tuple((name, mark.source) for name, mark in marks.items() if of_part.get(name) != mark)


def _marks(model: type[Out]) -> dict[str, From]:
    return {
        name: mark
        for name, field in model.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, From)
    }


class Tool(Out):
    """Who made the document."""

    name: Literal["adhoc-cli"]
    version: str


TOOL = {"name": "adhoc-cli", "version": __version__}


class DocumentOut(Out):
    """A whole document: `schema_` says which, and in which version."""

    schema_: str
    tool: Tool

    @classmethod
    def data(cls, source: Any, speaker: Speaker, **given: Any) -> dict[str, Any]:
        """The document as plain JSON, its long lists as `Items`; what is given here is none of the
        source's attributes."""
        values = {"tool": TOOL, **cls.values_of(source, speaker), **given}
        values["schema_"] = cls.schema_name()
        collected = cls.collected(source, values)
        document = cls.model_validate(collected, context=speaker)
        lists = {
            name: Items(
                mark.type,
                _in_columns(mark.columns, collected[name], speaker)
                if mark.columns
                else map(_dumped, getattr(document, name)),
            )
            for name, field in cls.model_fields.items()
            for mark in field.metadata
            if isinstance(mark, Each)
        }
        head = document.model_dump(mode="json", by_alias=True, exclude=set(lists))
        return {**head, **lists}

    @classmethod
    def schema_name(cls) -> str:
        """What the key `schema` says."""
        (name,) = cls.model_fields["schema_"].annotation.__args__  # type: ignore[union-attr]  # a Literal
        return str(name)


class DatedOut(DocumentOut):
    """A document about a roster, by a profile and as of a day."""

    profile: Annotated[str, From("calendar.profile")]
    as_of: Annotated[date, From("calendar.day")]


def _in_columns(
    columns: Callable[[Sequence[Any], Speaker], Iterator[Columns]],
    items: Iterable[Any],
    speaker: Speaker,
) -> Rows:
    return Rows(lambda: (one for some in in_blocks(items) for one in columns(some, speaker)))


def _dumped(item: Out) -> dict[str, Any]:
    return item.model_dump(mode="json", by_alias=True, exclude_unset=True)
