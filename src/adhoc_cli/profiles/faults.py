"""What is wrong with a profile or `adhoc.toml`, as data: a key of the catalogue and its params.

The texts are `config.…`. No message of pydantic or tomllib gets out: both are English prose.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from adhoc_cli.profiles.dated import Path
from adhoc_cli.profiles.lines import known_part, line_of
from adhoc_cli.text.translator import Translator

_M = TypeVar("_M", bound=BaseModel)
_EXPECTED = {
    "bool_type": "true_false",
    "date_type": "day",
    "dict_type": "table",
    "float_type": "number",
    "int_type": "whole_number",
    "model_type": "table",
    "string_too_short": "not_empty",
    "string_type": "text",
    "too_short": "not_empty",
    "tuple_type": "list",
    "greater_than_equal": "at_least",
    "less_than_equal": "at_most",
    "literal_error": "one_of",
}
# The faults that model.py names itself.
_OWN = {
    "at_least", "double_brackets", "election_day", "ends_before_it_begins", "min_above_maks",
    "nik_or_name", "one_of", "place_code", "place_or_tps", "place_or_person", "range", "seats",
    "step_without_attribute", "steps_ascend", "synonym_taken",
}  # fmt: skip
_NEW = {"badan": "config.new_body", "butir": "config.new_item"}
_SYNTAX = {
    r"Cannot (declare|overwrite|redefine|mutate)|Duplicate": "twice",
    r"Expected '=' after a key": "equals",
    r"Unclosed|Unterminated|Expected [\"']+ ?|Expected .*(\]|\})": "unclosed",
    r"Expected newline or end of document": "one_a_line",
    r"Invalid (value|date|hex|escape)|Unescaped": "value",
    r"Invalid (statement|initial character)": "statement",
    r"(Found invalid|Illegal) character": "character",
}


@dataclass(eq=False)  # not frozen: Python sets the traceback of an exception on its way
class ConfigError(Exception):
    """A fault in a profile, `adhoc.toml` or an option (exit 2); the words are made at the edge.

    `key` names its text, `params` are its data: texts and numbers, ready to print.
    """

    key: str
    params: Mapping[str, Any]
    file: str | None = None
    line: int | None = None
    at: Path = ()  # where it is in the file
    tree: Any = field(default=None, repr=False)  # the text of the file, read
    others: Iterator[ConfigError] = field(default=iter(()), repr=False)  # found in the same look

    @property
    def place(self) -> str:
        """`adhoc.toml:3`, as much of it as is known; empty for an option."""
        return ":".join(str(part) for part in (self.file, self.line) if part is not None)

    def said(self, translator: Translator) -> str:
        """What is wrong, without the file and line that stand before it."""
        params = {name: str(value) for name, value in self.params.items()}
        hint = "nearest" if params.get("nearest") else "known" if params.get("known") else ""
        parts = {"hint": translator.say(f"config.{hint}", **params) if hint else ""}
        for name in ("expected", "reason"):
            key = f"config.{name}.{params.get(name)}"
            if translator.has(key):
                parts[name] = translator.say(key, **params)
        return translator.say(self.key, **{**params, **parts})


class Document(NamedTuple):
    """A TOML file that was read: its text, what it says with what is `below` it, which dated
    entries are in force, and the entries of lists that are left `out`."""

    file: str
    text: str
    tree: Mapping[str, Any]
    chosen: Mapping[Path, int | None] = {}
    below: Document | None = None
    out: Collection[Path] = ()

    def line(self, path: Path) -> int | None:
        """The line that sets the value at `path`, or the nearest part above it."""
        return line_of(self.text, self.written(path))

    def place(self, path: Path) -> tuple[str, int | None]:
        """File and line that set the value at `path`, of this document or those below it: where
        most of the way to it is written."""
        owner = self.owner(path)
        return owner.file, owner.line(path)

    def fault(self, key: str, params: Mapping[str, Any], path: Path) -> ConfigError:
        """A fault of what stands at `path`, with its place."""
        owner = self.owner(path)
        tree = tomllib.loads(owner.text)
        line, at = owner.line(path), owner.written(path)
        # By its name: what is given without one gets into the text of an exception.
        return ConfigError(key, params, owner.file, line, at, tree=tree)

    def owner(self, path: Path) -> Document:
        """The document that says what stands at `path`, this one or one below it."""
        below = self.below
        if below is not None and below.reach(path) > self._own_reach(path):
            return below.owner(path)
        return self

    def reach(self, path: Path) -> int:
        """How many parts of `path` this document or one below it writes."""
        return max(self._own_reach(path), self.below.reach(path) if self.below else 0)

    def _own_reach(self, path: Path) -> int:
        return len(known_part(tomllib.loads(self.text), self.written(path)))

    def written(self, path: Path) -> Path:
        """`path` as the text has it, with the dated entry that is in force."""
        written: tuple[str | int, ...] = ()
        for part in path:
            written = self._counted((*written, part))
            if (index := self.chosen.get(written)) is not None:
                written = (*self._counted((*written, index)), "nilai")
        return written

    def _counted(self, path: Path) -> Path:
        """`path` as the text counts the entries of a list, those that are left out among them."""
        of, last = path[:-1], path[-1]
        if not isinstance(last, int):
            return path
        left = {at for one in self.out if one[:-1] == of and isinstance(at := one[-1], int)}
        for at in sorted(left):
            last += at <= last
        return (*of, last)


def parse(text: str, file: str) -> Document:
    """The document that `text` is. Raises `ConfigError`."""
    try:
        return Document(file, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        message = str(error)
    except (ValueError, RecursionError):  # a number of 5,000 digits; 1,000 brackets
        raise ConfigError("config.syntax", {"reason": "too_much"}, file) from None
    found = re.search(r"line (\d+)", message)
    line = int(found[1]) if found else text.rstrip("\n").count("\n") + 1  # "end of document"
    reason = next((code for said, code in _SYNTAX.items() if re.match(said, message)), "toml")
    if reason == "value" and not found and not text.rstrip().endswith("="):
        reason = "unclosed"  # a list: its next value is what the parser misses at the end
    raise ConfigError("config.syntax", {"reason": reason}, file, line)


def check(
    model: type[_M], tree: Any, document: Document, prefix: Path = (), *, known: Any = None
) -> _M:
    """`tree` as a `model`. Raises `ConfigError`, placed where `document` has it below `prefix`.

    `known` is the tree that `document` was laid over, to tell a new body from a misspelt one.
    """
    try:
        return model.model_validate(tree)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
    # A misspelt key is also a missing one; the spelling is what helps.
    faults.sort(key=lambda fault: fault["type"] == "missing")
    found = (_placed(model, fault, tree, document, prefix, known) for fault in faults)
    first = next(found)
    first.others = found
    raise first


def _placed(
    model: type[BaseModel], fault: Any, tree: Any, document: Document, prefix: Path, known: Any
) -> ConfigError:
    """A fault of pydantic as one of ours, with its place."""
    data = fault.get("ctx", {})
    path = (*(part for part in fault["loc"] if part != "[key]"), *data.get("at", ()))
    key, params = _told(model, fault["type"], data, path, tree)
    params["key"] = dotted((*prefix, *path) if key != "config.value" else _set(prefix, path, tree))
    if key == "config.missing_key" and (kind := _is_new(path, known)):
        name, others = str(path[1]), list(known[kind])
        params = {"name": name, "missing": path[-1], **hints(name, others)}
        key = _NEW[kind]
    return document.fault(key, params, (*prefix, *path))


def _told(
    model: type[BaseModel], kind: str, data: Mapping[str, Any], path: Path, tree: Any
) -> tuple[str, dict[str, Any]]:
    """The key of the catalogue for a fault of pydantic's `kind`, and its params."""
    if kind == "extra_forbidden":
        return "config.unknown_key", hints(str(path[-1]), _known_keys(model, path))
    if kind == "missing":
        return "config.missing_key", {}
    expected = kind if kind in _OWN else _EXPECTED.get(kind, "other")
    params: dict[str, Any] = {"expected": expected}
    bound = data.get("bound", data.get("ge", data.get("le")))
    if bound is not None:
        params["bound"] = str(bound)
    if kind == "literal_error":
        params["choices"] = ", ".join(re.findall(r"'([^']*)'", data["expected"]))
    elif "choices" in data:
        params["choices"] = ", ".join(data["choices"])
    return "config.value", params | {name: data[name] for name in ("word", "body") if name in data}


def _set(prefix: Path, path: Path, tree: Any) -> Path:
    """The part of `path` that is really written: `kursi = -1` has no `kursi.min`."""
    return (*prefix, *known_part(tree, path))


def _is_new(path: Path, known: Any) -> str | None:
    """Whether `path` leads into a body or an item that `known` lacks: which of the two."""
    kind = str(path[0])
    is_new = known is not None and kind in _NEW and kind in known and path[1] not in known[kind]
    return kind if is_new else None


def hints(word: str, known: Sequence[str]) -> dict[str, str]:
    """What may be meant by `word`: `nearest` ("" when none is near), and all that is `known`."""
    from adhoc_cli.text.nearest import nearest  # difflib; only ever needed here

    return {"nearest": nearest(word, known) or "", "known": ", ".join(known)}


def dotted(path: Path) -> str:
    """A path as TOML writes it; the place in a list is left out, the line says it."""
    names = (part for part in path if isinstance(part, str))
    return ".".join(n if re.fullmatch(r"[A-Za-z0-9_-]+", n) else f'"{n}"' for n in names)


def _known_keys(model: type[BaseModel], path: Path) -> list[str]:
    """The keys that may stand where the last part of `path` does."""
    schema: Any = model.model_json_schema()
    node = schema
    for part in path[:-1]:
        below = node.get("items") if isinstance(part, int) else node.get("properties", {}).get(part)
        node = below or node.get("additionalProperties", {})
        options = [node, *node.get("anyOf", [])]
        ref = next((option["$ref"] for option in options if "$ref" in option), None)
        node = schema["$defs"][ref.rpartition("/")[2]] if ref else node
    return list(node.get("properties", {}))
