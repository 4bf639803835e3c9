"""One cell at a time: from what an office wrote to the canonical text, every change named.

The types of the models say what a cell may hold; what is done here only brings a cell into a form
that they read, and never chooses between two readings.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from pydantic import ValidationError

from adhoc_cli.intake.prepare import Hours, Step, preparation, without_leftovers
from adhoc_cli.intake.result import Fault, Shown
from adhoc_cli.models.columns import ColumnSpec
from adhoc_cli.models.contents import is_formula_error, is_scientific, no_value
from adhoc_cli.models.dates import Order, Orders, both_readings, has_two_readings
from adhoc_cli.models.faults import CellFault
from adhoc_cli.models.finding import Personal
from adhoc_cli.models.names import names_several
from adhoc_cli.models.odd_names import suspicion_of
from adhoc_cli.models.phones import JOINED
from adhoc_cli.models.roles import plain_role, without_acting
from adhoc_cli.models.types import ANY, STAKEHOLDERS
from adhoc_cli.models.vocabulary import Vocabulary, word_key
from adhoc_cli.tables.texts import SPACES
from adhoc_cli.text.cells import unwrapped
from adhoc_cli.text.lazy import lazy_pattern

_GAPS = lazy_pattern(f"[{SPACES}]+")
# For "nothing"; also behind the apostrophes that mark text, which would be taken away.
_DASHES = lazy_pattern(r"(?:'\s*)*[-–—]+")
# What stands where somebody has no NIK yet; OpenSID writes a 0.
_NO_NIK = lazy_pattern(
    r"0+|(?:(?:tidak|tdk|belum|blm) (?:ada|punya)|nihil|n/?a|null)\.?", re.IGNORECASE
)
_STAKEHOLDERS = frozenset(map(word_key, STAKEHOLDERS))


class Fixed(NamedTuple):
    """A cell as it is written, the steps to it, and why it cannot be where it cannot.

    `kept` is the key of what the reader will object to in a text that may be left as it is; with a
    fault beside it, the cell is one that the reader refuses too.
    """

    text: str
    steps: tuple[Step, ...] = ()
    fault: Fault | None = None
    kept: str | None = None


class CellDoctor:
    """Repairs the cells of one column; equal cells are looked at once.

    `marked`: the column's texts carry the apostrophe that marks text for a spreadsheet. `keeps`: a
    cell that cannot be read may be left as it is.
    """

    def __init__(
        self,
        spec: ColumnSpec,
        vocabulary: Vocabulary,
        *,
        marked: bool = False,
        keeps: bool = False,
    ) -> None:
        self._spec = spec
        self._context: dict[str, Any] = {"vocabulary": vocabulary, "says": True}
        self._marked, self._keeps = marked, keeps
        self._prepare = preparation(spec)
        event = spec.name == "tanggal"
        self._hours = Hours(CellFault.DATE_UNREADABLE in spec.refuses and not event, event)
        self._mapped: dict[str, str] = {}
        self._known: dict[str, Fixed] = {}

    def read_as(self, words: Mapping[str, str]) -> None:
        """Read these cells as those of other texts, as the operator said."""
        self._mapped = {word_key(cell): text for cell, text in words.items()}

    def learn(self, cells: Iterable[str]) -> None:
        """Take in what the whole column shows about its cells."""
        if self._spec.weigh is None:
            return
        counts = Counter(cells)
        if self._spec.is_date:
            self._hours = self._hours.shown_by(plain(cell) for cell in counts)
        prepared = ((self._prepared(plain(cell), []), count) for cell, count in counts.items())
        weights: Counter[str] = Counter()
        for text, count in prepared:
            weights[text] += count
        self._context["column"] = self._spec.weigh(weights)

    def fixed(self, cell: str) -> Fixed:
        """What becomes of a cell."""
        known = self._known.get(cell)
        if known is None:
            known = self._known[cell] = self._fix(cell)
        return known

    def _fix(self, cell: str) -> Fixed:
        steps: list[Step] = []
        if (text := self._mapped.get(word_key(cell))) is not None:
            steps.append(Step("mapped", cell, text))
            cell = text
        if self._spec.is_person and self._names_several(cell):
            text = plain(cell)
            return Fixed(text, fault=self._fault("several_people", found=text))
        text = _cleaned(cell, steps)
        if _DASHES.fullmatch(text):
            return Fixed("", (*steps, Step("dash", text, "")))
        if self._is_mark(text):
            bare = text[1:].strip(SPACES)
            steps.append(Step("apostrophe", text, bare))
            text = bare
        if CellFault.NIK_MALFORMED in self._spec.refuses and _NO_NIK.fullmatch(text):
            return Fixed("", (*steps, Step("no_nik", text, "")))
        if not text:
            return Fixed("", tuple(steps))
        return self._read(text, steps)

    def _read(self, text: str, steps: list[Step]) -> Fixed:
        """A cell as it is written; one that the strict reader refuses too may stay as it stands."""
        stands = Fixed(text, tuple(steps))
        prepared = self._prepared(text, steps)
        if _DASHES.fullmatch(prepared):
            return Fixed("", (*steps, Step("dash", prepared, "")))
        if is_formula_error(prepared):
            return Fixed(prepared, fault=self._fault("formula_error", found=prepared))
        fixed = self._validated(prepared, steps)
        if fixed.fault is None or not self._is_refused(text):
            return fixed
        return stands._replace(fault=fixed.fault, kept="unreadable")

    def _is_refused(self, text: str) -> bool:
        """Whether the strict reader refuses a text too, and so names its line. What a column shows
        makes that reader refuse more, never less: it is not asked about the column."""
        if not self._keeps or _is_unwritable(text):
            return False
        try:
            self._spec.adapter.validate_python(
                text, context={"vocabulary": self._context["vocabulary"]}
            )
        except ValidationError:
            return True
        return False

    def _prepared(self, text: str, steps: list[Step]) -> str:
        if self._spec.is_date and (cut := self._hours.cut(text)) is not None:
            steps.append(Step(cut.key, text, cut.day))
            text = cut.day
        for prepare in self._prepare:
            text = prepare(text, steps)
        if self._spec.name == "peran":
            return _held(text, steps)
        return self._plain_role(text, steps) if self._spec.name == "jabatan" else text

    def _plain_role(self, text: str, steps: list[Step]) -> str:
        """A role without what else stands in its cell, where only so it is a role."""
        words: Vocabulary = self._context["vocabulary"]
        if words.role(text) is not None:
            return text
        role = plain_role(text, words)
        if role is None:
            return text
        steps.append(Step("role_extra", text, role))
        return role

    def _is_mark(self, text: str) -> bool:
        """Whether a leading apostrophe is a spreadsheet's mark, and no letter of 'Aisyah."""
        if not text.startswith("'"):
            return False
        return bool(self._spec.refuses) or self._marked or not text[1:2].isalpha()

    def _names_several(self, cell: str) -> bool:
        """Whether several people stand in a cell as it is, in which a line break parts them, or as
        the next reading would find it."""
        bare = cell.strip(SPACES)
        text = bare[1:].strip(SPACES) if self._is_mark(bare) else bare
        return any(names_several(without_leftovers(one)) for one in {text, plain(text)})

    def _validated(self, text: str, steps: list[Step]) -> Fixed:
        # In a column of any text; the models refuse it in a column of digits.
        if not self._spec.refuses and is_scientific(text):
            params = {"damage": "scientific", "found": self._quoted(text)}
            return Fixed(text, fault=self._fault(CellFault.NUMBER_DAMAGED, **params))
        if _is_unwritable(text):
            return Fixed(text, fault=self._fault("not_text"))
        try:
            value = self._spec.adapter.validate_python(text, context=self._context)
        except ValidationError as error:
            return self._refused(text, steps, error)
        written = value.isoformat() if isinstance(value, date) else str(value)
        if written != text:
            steps.append(Step(self._key_of(text, written), text, written))
        return Fixed(written, tuple(steps), kept=self._left(written))

    def _left(self, text: str) -> str | None:
        """What a check will say of a text that is left as it is."""
        if self._spec.is_person:
            return "name_odd" if suspicion_of(text, digits=False) else None
        return no_value(self._spec.name, text) if self._spec.shape == ANY else None

    def _key_of(self, text: str, written: str) -> str:
        """What kind of change it is that the model writes a cell otherwise."""
        shown = self._context.get("column")
        if isinstance(shown, Orders) and shown.of(text) is Order.MONTH and has_two_readings(text):
            return "month_first"
        if isinstance(shown, Mapping) and shown.get(word_key(text)):
            return "by_column"
        return _key_of(self._spec, written)

    def _refused(self, text: str, steps: list[Step], error: ValidationError) -> Fixed:
        first = error.errors(include_url=False, include_input=False)[0]
        kind, params = first["type"], first.get("ctx", {})
        if kind == CellFault.PHONE_MALFORMED:  # a warning of the rules: the person is not in doubt
            return Fixed(text, tuple(steps), kept="phone_kept")
        params = {key: value for key, value in params.items() if key != "kind"}
        if params.pop("doubted", False):
            params["variant"] = "doubted"
        both = both_readings(text) if "variant" in params else ""
        found = self._quoted(f"{text} ({both})" if both else text)
        return Fixed(text, fault=self._fault(kind, **params, found=found))

    def _quoted(self, text: str) -> Shown:
        """A cell as a message quotes it."""
        privacy = self._spec.privacy
        return text if privacy is None else Personal(text, privacy)

    def _fault(self, key: str, /, **params: Any) -> Fault:
        return Fault(str(key), params, self._spec.name)


def is_empty(cell: str) -> bool:
    """Whether a cell says nothing: spaces, or only the dash that stands for "nothing"."""
    if not cell or cell[0].isalnum():
        return not cell
    text = cell.strip(SPACES)
    return not text or _DASHES.fullmatch(text) is not None


def is_marked(cells: Sequence[str]) -> bool:
    """Whether at least half of the cells of a column begin with an apostrophe."""
    filled = [cell for cell in cells if cell.strip()]
    marked = sum(1 for cell in filled if cell.lstrip().startswith("'"))
    return 0 < len(filled) <= 2 * marked


def plain(cell: str) -> str:
    """A cell without the spaces around and the double ones in it; "" for a dash."""
    if cell.isalnum():
        return cell
    text = _GAPS.sub(" ", unwrapped(cell.strip(SPACES)).strip(SPACES))
    return "" if _DASHES.fullmatch(text) else text


def blank_steps(cell: str) -> list[Step]:
    """The changes that `plain` makes to a cell."""
    steps: list[Step] = []
    _cleaned(cell, steps)
    return steps


def _cleaned(cell: str, steps: list[Step]) -> str:
    text = cell.strip(SPACES)
    if text != cell and text:
        steps.append(Step("trim", cell, text))
    bare = unwrapped(text)
    if bare != text:
        steps.append(Step("formula_text", text, bare))
        text = bare.strip(SPACES)
    single = _GAPS.sub(" ", text)
    if single != text:
        steps.append(Step("inner_blanks", text, single))
    return single


def _held(text: str, steps: list[Step]) -> str:
    """The role of a stakeholder who holds it for the time being: "Pj. Kades", "Plt. Camat"."""
    held = without_acting(text)
    if held == text or word_key(held) not in _STAKEHOLDERS:
        return text
    steps.append(Step("acting", text, held))
    return held


def _is_unwritable(text: str) -> bool:
    """Whether UTF-8 has no bytes for the text (half of a surrogate pair), or a control character
    would tear the line apart."""
    if text.isascii():
        return "\0" in text or "\r" in text
    return any("\ud800" <= char <= "\udfff" for char in text) or "\0" in text


def _key_of(spec: ColumnSpec, written: str) -> str:
    """What kind of change it is when the model writes a cell otherwise."""
    kinds = frozenset(spec.refuses)
    if CellFault.PHONE_MALFORMED in kinds:
        return "phones" if JOINED in written else "phone"
    keys: Mapping[CellFault, str] = {
        CellFault.CODE_MALFORMED: "code",
        CellFault.DATE_UNREADABLE: "date",
    }
    for kind, key in keys.items():
        if kind in kinds:
            return key
    return "number" if CellFault.NUMBER_DAMAGED in kinds else "word"
