"""What stands on a model's field beside its type: header synonyms, privacy, references.

Everything that depends on a column follows from here: how its header is recognised, how its cells
are masked, which reference is checked, what the documentation says.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property
from typing import Annotated, Any, ClassVar, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, TypeAdapter

from adhoc_cli.models.codes import LEVEL_OF_UNIT, Level
from adhoc_cli.models.spelling import header_key


class Privacy(StrEnum):
    """How a personal cell is masked (UU 27/2022)."""

    NIK = "nik"
    PHONE = "phone"
    HIDDEN = "hidden"


class Header(NamedTuple):
    """Metadata of a field: other spellings of its header, its privacy.

    `references` names the columns of region files ("desa.kode") one of which must hold the value.
    `places` says whether a row without this required cell cannot be placed, and is rejected.
    """

    synonyms: tuple[str, ...] = ()
    privacy: Privacy | None = None
    references: str | None = None
    places: bool = True


def header(
    also: str = "",
    privacy: Privacy | None = None,
    references: str | None = None,
    *,
    places: bool = True,
) -> Header:
    """The other headers that a column goes by ("a|b|c"), and the rest of its metadata."""
    return Header(tuple(filter(None, also.split("|"))), privacy, references, places)


class Shape(NamedTuple):
    """A pattern on a type: a text that matches it in full is surely a value of the type, unchanged.

    The whole column is matched at once and pydantic sees only the rest. A text that matches
    `refused` is surely none, and why depends on its length alone: pydantic sees one of each length.
    Property tests hold that it would have said the same of all.
    """

    pattern: str
    refused: str = ""


class Refuses(NamedTuple):
    """The kinds of fault (`models.faults.CellFault`) that a type can raise."""

    kinds: tuple[str, ...]


class Evidence(NamedTuple):
    """What a whole column shows about its cells: `weigh` is given its texts, with how often each
    occurs, and the type finds the answer as `column` in the context of the validation."""

    weigh: Callable[[Mapping[str, int]], object]


class IsoDates(NamedTuple):
    """Marks a date type: texts in ISO form are converted a whole column at once."""


class OfPerson(NamedTuple):
    """Marks the type of the names of people."""


class FileKind(NamedTuple):
    """What a kind of file is: `anggota` of `anggota.csv`, …

    `code_column` holds the code of the place that a row is of. A `required` kind must be there for
    seats to be counted. Of a kind of `several` files there may be many, named `anggota-*.csv`.
    `names_person` tells that a row is about somebody, whom `nama` and `nik` name. A region file
    `lists` the places of one level.
    """

    name: str
    code_column: str
    required: bool = False
    several: bool = False
    names_person: bool = False
    lists: Literal["kecamatan", "desa", "tps"] | None = None

    @property
    def names_places(self) -> bool:
        """Whether it gives places their names: a TPS has a number only."""
        return self.lists in ("kecamatan", "desa")

    @property
    def level(self) -> Level | None:
        """The level of the codes in its column of codes, None where they may be of either."""
        return LEVEL_OF_UNIT[self.lists] if self.lists else None


class RowModel(BaseModel):
    """A row of a file of one kind; a field's name is the canonical header of its column."""

    kind: ClassVar[FileKind]
    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True
    )


@dataclass(frozen=True)
class ColumnSpec:
    """One column of a roster file, read off a model's field."""

    name: str
    required: bool
    header: Header
    annotation: Any
    metadata: tuple[Any, ...] = field(repr=False)

    @cached_property
    def adapter(self) -> TypeAdapter[Any]:
        """pydantic's validator of one cell of this column."""
        return _adapter(self.annotation)

    @cached_property
    def shape(self) -> Shape | None:
        """The pattern of surely valid texts, where the type has one."""
        return next((m for m in self.metadata if isinstance(m, Shape)), None)

    @cached_property
    def is_date(self) -> bool:
        """Whether the values are dates."""
        return any(isinstance(m, IsoDates) for m in self.metadata)

    @cached_property
    def is_person(self) -> bool:
        """Whether the values are names of people."""
        return any(isinstance(m, OfPerson) for m in self.metadata)

    @cached_property
    def refuses(self) -> tuple[str, ...]:
        """The kinds of fault that the type can raise; none where it takes any text."""
        return next((m.kinds for m in self.metadata if isinstance(m, Refuses)), ())

    @cached_property
    def weigh(self) -> Callable[[Mapping[str, int]], object] | None:
        """What asks a whole column what its cells mean, where the type has that."""
        return next((m.weigh for m in self.metadata if isinstance(m, Evidence)), None)

    @property
    def privacy(self) -> Privacy | None:
        """How cells of the column are masked, None for a public one."""
        return self.header.privacy


@cache
def _adapter(annotation: Any) -> TypeAdapter[Any]:
    # Made when a cell needs it, and once for all columns of a type: it takes a millisecond.
    return TypeAdapter(annotation, config=ConfigDict(hide_input_in_errors=True))


@cache
def columns_of(model: type[RowModel]) -> dict[str, ColumnSpec]:
    """The columns of a row model, in the order of its fields."""
    return {name: _spec(name, info) for name, info in model.model_fields.items()}


def _spec(name: str, info: Any) -> ColumnSpec:
    header = next(m for m in info.metadata if isinstance(m, Header))
    required = info.is_required()
    annotation = info.annotation if required else _without_none(info.annotation)
    metadata = tuple(m for m in info.metadata if not isinstance(m, Header))
    metadata += tuple(getattr(annotation, "__metadata__", ()))
    if required:
        annotation = Annotated[(annotation, *metadata)]
    return ColumnSpec(name, required, header, annotation, metadata)


def _without_none(annotation: Any) -> Any:
    """`X` of `X | None`: an empty cell is None before pydantic sees it."""
    return next(part for part in annotation.__args__ if part is not type(None))


@cache
def headers_of(model: type[RowModel]) -> dict[str, str]:
    """Header key to canonical name, for every known spelling of the model's headers."""
    return {
        header_key(spelling): name
        for name, spec in columns_of(model).items()
        for spelling in (name, *spec.header.synonyms)
    }
