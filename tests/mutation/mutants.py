"""Small faults, made in a module's syntax tree: each is one a person could have typed.

A mutant is named by its file and its number among the places of that file, which stay the same as
long as the file does. What is not behaviour is left alone: annotations, docstrings, texts, how
many results a cache holds.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitOr,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
# A condition that is a comparison or has a "not" gets its own fault.
_ASKED = (ast.Name, ast.Attribute, ast.Call, ast.BoolOp)
# Of a sort; NumPy reads the first letter only, so "stablex" is no fault.
_OTHER_KEYS = {"stable": "quicksort"}
# Of a rule as a whole, put in its place by `whole.py`.
OF_A_RULE = (
    *("finds_nothing", "misses_one", "finds_one_more"),
    *("has_the_next_severity", "has_the_severity_before"),
)
_OTHERS = {
    "Severity": {"ERROR": "WARNING", "WARNING": "INFO", "INFO": "ERROR"},
    "Privacy": {"NIK": "PHONE", "PHONE": "HIDDEN", "HIDDEN": "NIK"},
}


class Place(NamedTuple):
    """Where a tree can be changed, and how: `change` does it, once, in the tree it was found in."""

    kind: str
    begins: int  # the line of its statement
    line: int
    function: str  # "" for what runs when the module is imported
    change: Callable[[], None]


class Mutant(NamedTuple):
    """One fault: its file, its number there, and what a person needs to find it."""

    path: Path
    number: int
    kind: str
    begins: int
    line: int
    function: str

    @property
    def name(self) -> str:
        """How it is asked for again: `src/adhoc_cli/models/nik.py#3`."""
        return f"{self.path.as_posix()}#{self.number}"


def mutants_of(path: Path) -> list[Mutant]:
    """All mutants of a file, in the order of its text."""
    places = places_in(ast.parse(path.read_text("utf-8")))
    return [Mutant(path, n, *p[:-1]) for n, p in enumerate(places)]


def mutated(mutant: Mutant) -> ast.Module:
    """The tree of the file with the fault in it."""
    tree = ast.parse(mutant.path.read_text("utf-8"))
    places_in(tree)[mutant.number].change()
    return ast.fix_missing_locations(tree)


def places_in(tree: ast.Module) -> list[Place]:
    """Every place of a tree where a fault can be made."""
    return [*_walk(tree, "", 1), *_of_a_rule(tree)]


def _of_a_rule(tree: ast.Module) -> Iterator[Place]:
    """Of a module that is a rule; nothing of its text is changed."""
    held = {ast.unparse(one.targets[0]) for one in tree.body if isinstance(one, ast.Assign)}
    for fault in OF_A_RULE if "FACTS" in held else ():
        yield Place(fault, 1, 1, "check", lambda: None)


def _walk(node: ast.AST, function: str, begins: int) -> Iterator[Place]:
    for part, value in ast.iter_fields(node):
        if part in {"annotation", "returns", "decorator_list"} or _is_alias(node):
            continue
        inner = _name_of(node, part, function)
        for at, child in enumerate(value if isinstance(value, list) else [value]):
            if not isinstance(child, ast.AST) or _is_idle(child):
                continue
            here = child.lineno if isinstance(child, ast.stmt) else begins
            for kind, made in _made_of(child, node, part):
                yield Place(kind, here, child.lineno, inner, _putter(node, part, at, made))  # type: ignore[attr-defined]
            yield from _in_place(child, inner, here)
            yield from _walk(child, inner, here)


def _name_of(node: ast.AST, part: str, function: str) -> str:
    """The function that runs this part of a node; a default runs at import."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and part == "body":
        return f"{function}.{node.name}".lstrip(".")
    return function


def _is_alias(node: ast.AST) -> bool:
    """`Days = str | None`: an annotation that has a name."""
    value = getattr(node, "value", None)
    return (
        isinstance(node, ast.Assign)
        and isinstance(value, ast.BinOp)
        and isinstance(value.op, ast.BitOr)
        and any(isinstance(one, ast.Constant) and one.value is None for one in ast.walk(value))
    )


def _is_idle(node: ast.AST) -> bool:
    """A docstring, an import for annotations, an overload's body."""
    if isinstance(node, ast.If):
        return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _made_of(node: ast.AST, parent: ast.AST, part: str) -> Iterator[tuple[str, ast.AST]]:
    """What can stand in a node's place."""
    if isinstance(node, ast.Constant):
        yield from _other_constants(node, parent, part)
    elif isinstance(node, ast.UnaryOp):
        yield "drop an operator", node.operand
    elif isinstance(node, ast.Expr) and isinstance(node.value, (ast.Call, ast.YieldFrom)):
        yield "drop a call", _idle(node)
    elif isinstance(node, (ast.AugAssign, ast.Raise)):
        yield "drop a statement", _idle(node)
    elif isinstance(node, ast.Continue):
        yield "swap continue and break", ast.copy_location(ast.Break(), node)
    elif isinstance(node, ast.Break):
        yield "swap continue and break", ast.copy_location(ast.Continue(), node)
    elif part in {"test", "ifs"} and isinstance(node, _ASKED):
        yield "negate a condition", ast.copy_location(ast.UnaryOp(ast.Not(), node), node)


def _other_constants(
    node: ast.Constant, parent: ast.AST, part: str
) -> Iterator[tuple[str, ast.AST]]:
    value = node.value
    if isinstance(value, bool):
        if not _is_guard(parent, value):
            yield "flip a truth", _constant(node, not value)
    elif isinstance(value, (int, float)):
        yield "change a number", _constant(node, value + 1)
    elif isinstance(value, str) and _is_key(parent, part):
        yield "change a key", _constant(node, _OTHER_KEYS.get(value, f"{value}x"))


def _is_guard(parent: ast.AST, value: bool) -> bool:
    """`strict=True` of a zip of parts that are equally long: no input of the tool tells them."""
    return value and isinstance(parent, ast.keyword) and parent.arg == "strict"


def _is_key(parent: ast.AST, part: str) -> bool:
    """Whether a string is looked up or compared, and not a text for people."""
    if isinstance(parent, ast.Call):
        function = parent.func
        return isinstance(function, ast.Attribute) and function.attr in {"get", "startswith"}
    if isinstance(parent, ast.keyword):
        return parent.arg in {"column", "kind", "table"}
    return isinstance(parent, (ast.Subscript, ast.Compare, ast.Set)) or (
        isinstance(parent, ast.Dict) and part == "keys"
    )


def _in_place(node: ast.AST, function: str, begins: int) -> Iterator[Place]:
    """The changes that a node allows within itself."""
    if isinstance(node, ast.Compare):
        for at, operator in enumerate(node.ops):
            change = _putter(node, "ops", at, _COMPARED[type(operator)]())
            yield Place("change a comparison", begins, node.lineno, function, change)
    elif isinstance(node, (ast.BinOp, ast.AugAssign)) and type(node.op) in _COUNTED:
        change = _putter(node, "op", 0, _COUNTED[type(node.op)]())
        yield Place("change an operator", begins, node.lineno, function, change)
    elif isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield Place("swap and, or", begins, node.lineno, function, _putter(node, "op", 0, other))
    elif isinstance(node, ast.Return) and not _is_none(node.value):
        change = _putter(node, "value", 0, _constant(node, None))
        yield Place("return None", begins, node.lineno, function, change)
    elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        kind = node.value.id
        if became := _OTHERS.get(kind, {}).get(node.attr):
            change = _putter(node, "attr", 0, became)
            yield Place(f"change a {kind.lower()}", begins, node.lineno, function, change)


def _is_none(node: ast.expr | None) -> bool:
    return node is None or (isinstance(node, ast.Constant) and node.value is None)


def _putter(node: ast.AST, part: str, at: int, made: object) -> Callable[[], None]:
    def put() -> None:
        held = getattr(node, part)
        if isinstance(held, list):
            held[at] = made
        else:
            setattr(node, part, made)

    return put


def _constant(node: ast.AST, value: object) -> ast.Constant:
    return ast.copy_location(ast.Constant(value), node)  # type: ignore[arg-type]


def _idle(node: ast.stmt) -> ast.Pass:
    return ast.copy_location(ast.Pass(), node)
