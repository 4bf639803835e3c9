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


# A key that Python has for itself is the name of its field without the underscore at its end.
_without_underscore = AliasGenerator(serialization_alias=lambda name: name.removesuffix("_"))


class Out(BaseModel):
    """An object in JSON. A field with a default is there only where `besides` gives it."""

    model_config = ConfigDict(
        from_attributes=True, frozen=True, extra="forbid", alias_generator=_without_underscore
    )
    part: ClassVar[tuple[str, type[Out]] | None] = None
    """An attribute of the source whose own fields, those of a base, stand among the model's."""

    @classmethod
    def besides(cls, source: Any) -> Values:
        """The values of fields with a default that this source has."""
        return {}

    @classmethod
    def values_of(cls, source: Any, speaker: Speaker, **given: Any) -> dict[str, Any]:
        """The values of the fields: those that are given, else what is read of the source."""
        values = {**cls.besides(source), **given}
        if cls.part is not None:
            path, part = cls.part
            values = part.values_of(attribute(path)(source), speaker) | values
        for name, get, asks_speaker in _reads(cls):
            if name not in given:
                values[name] = get(source, speaker) if asks_speaker else get(source)
        return values

    @model_validator(mode="before")
    @classmethod
    def _read(cls, source: Any, info: ValidationInfo[Speaker]) -> Any:
        if isinstance(source, dict) or not (cls.part or _marks(cls)):
            return source
        return cls.values_of(source, info.context)

    @classmethod
    def of(cls, source: Any, speaker: Speaker) -> Self:
        """The model of a result."""
        return cls.model_validate(source, context=speaker)


@cache
def _reads(model: type[Out]) -> tuple[tuple[str, Callable[..., Any], bool], ...]:
    """What gives each field that every source has, and whether it asks the speaker; what its part
    reads in the same way is left to this."""
    part = model.part[1] if model.part else Out
    marks, of_part = _marks(model), _marks(part)
    return tuple(
        (name, attribute(source), False) if isinstance(source, str) else (name, source, True)
        for name, field in model.model_fields.items()
        if field.is_required()
        if name not in part.model_fields or marks.get(name) != of_part.get(name)
        for source in (marks[name].source if name in marks else name,)
    )


@cache
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
        given = {"tool": TOOL, "schema_": cls.schema_name(), **given}
        values = cls.values_of(source, speaker, **given)
        document = cls.model_validate(values, context=speaker)
        lists = {
            name: Items(
                mark.type,
                _in_columns(mark.columns, values[name], speaker)
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
