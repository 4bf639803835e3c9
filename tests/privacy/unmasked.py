"""The program with each call of the mask watched, and one of them taken away at will.

A module is compiled with its calls of the mask led through here; what a call hides is written down,
and a call that is taken away gives what it would have hidden.
"""

from __future__ import annotations

import ast
import builtins
import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any

_NAMES = {
    "without_personal", "all_without_personal", "of_an_office", "shortened", "safe", "safe_cell",
    "safe_cells", "safe_data",
}  # fmt: skip
# Of a sink, of a personal value, of who says texts; what else is shown is no text.
_METHODS = {"show": "sink", "masked": "", "free": ""}
_CALL = "__call_of_the_mask__"


class Calls:
    """The calls of the mask by place ("output/safe.py:safe_cell:without_personal", with a number
    behind it where a function has several), which of them hid something, and which call which."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}  # with the line of each
        self.hiding: set[str] = set()
        self.taken: frozenset[str] = frozenset()
        self.within: dict[str, set[str]] = {}
        self._running: list[str] = []

    def add(self, place: str, line: int) -> str:
        """Know one more call; its name among all."""
        number = 1
        while (name := f"{place}{f':{number}' if number > 1 else ''}") in self.known:
            number += 1
        self.known[name], self.within[name] = str(line), set()
        return name

    def around(self, place: str) -> frozenset[str]:
        """A call with those that it makes and that make it: they are one mask."""
        outer = {one for one, inner in self.within.items() if place in inner}
        return frozenset({place, *self.within[place], *outer})

    def call(self, place: str, mask: Callable[..., Any], *words: Any, **more: Any) -> Any:
        """What the mask gives, or what it hides where this call is taken away."""
        bare = _bare(mask, words, more)()
        for one in self._running:
            self.within[one].add(place)
        taken = self.taken
        self.taken = frozenset() if place in taken else taken
        self._running.append(place)
        try:
            shown = mask(*words, **more)  # as it hides by itself, whatever else was taken away
        finally:
            self._running.pop()
            self.taken = taken
        if shown != bare:
            self.hiding.add(place)
        return bare if place in taken else shown

    @contextmanager
    def without(self, places: Iterable[str]) -> Iterator[None]:
        """Some calls taken away until the end of the block."""
        forget()
        self.taken = frozenset(places)
        try:
            yield
        finally:
            self.taken = frozenset()

    def passed(self, place: str, mask: Callable[..., Any]) -> Any:
        """A mask that is handed on, to be called by another."""
        return partial(self.call, place, mask)


def _bare(
    mask: Callable[..., Any], words: Sequence[Any], more: dict[str, Any]
) -> Callable[[], Any]:
    """What gives the same without hiding anything personal."""
    name = getattr(mask, "__name__", "")
    owner: Any = getattr(mask, "__self__", None)
    if name == "of_an_office":
        from adhoc_cli.text.personal import Public

        return lambda: Public(words[0])
    if name == "show":
        return lambda: owner._replace(personal=True).show(*words, **more)
    ways: dict[str, Callable[[], Any]] = {
        "without_personal": lambda: words[0],
        "all_without_personal": lambda: words[0],
        "free": lambda: words[0],
        "shortened": lambda: words[0][: words[1]],
        "masked": lambda: owner.value,
    }
    return ways.get(name, lambda: mask(*words, **{**more, "personal": True}))


class _Led(ast.NodeTransformer):
    def __init__(self, file: str, calls: Calls) -> None:
        self.file, self.calls, self.function = file, calls, ""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        before, self.function = self.function, node.name
        self.generic_visit(node)
        self.function = before
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        function, more = node.func, node.keywords
        self.generic_visit(node)
        node.args = [self._handed_on(one) for one in node.args]
        named = isinstance(function, ast.Name) and function.id in _NAMES
        method = isinstance(function, ast.Attribute) and _is_mask(function)
        if not (named or method) or any(one.arg == "personal" and _is_true(one) for one in more):
            return node
        return self._led("call", node, [function, *node.args], node.keywords)

    def _handed_on(self, node: ast.expr) -> ast.expr:
        if isinstance(node, ast.Name) and node.id in _NAMES:
            return self._led("passed", node, [node], [])
        return node

    def _led(
        self, how: str, node: ast.expr, words: list[ast.expr], more: list[ast.keyword]
    ) -> ast.expr:
        mask = words[0].attr if isinstance(words[0], ast.Attribute) else ast.unparse(words[0])
        place = self.calls.add(f"{self.file}:{self.function}:{mask}", node.lineno)
        led = ast.Attribute(ast.Name(_CALL, ast.Load()), how, ast.Load())
        return ast.copy_location(ast.Call(led, [ast.Constant(place), *words], more), node)


def _is_mask(method: ast.Attribute) -> bool:
    owner = _METHODS.get(method.attr)
    return owner is not None and ast.unparse(method.value).endswith(owner)


def _is_true(word: ast.keyword) -> bool:
    return isinstance(word.value, ast.Constant) and word.value.value is True


class _Loader(SourceFileLoader):
    calls: Calls

    def get_code(self, fullname: str) -> CodeType:
        path = self.get_filename(fullname)
        tree = ast.parse(self.get_data(path))
        short = path.replace("\\", "/").partition("/adhoc_cli/")[2]
        if short != "text/personal.py":
            tree = ast.fix_missing_locations(_Led(short, self.calls).visit(tree))
        return compile(tree, path, "exec", dont_inherit=True)


class _Finder(MetaPathFinder):
    def __init__(self, calls: Calls) -> None:
        self.calls = calls

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        if name.partition(".")[0] != "adhoc_cli":
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _Loader(name, str(Path(spec.loader.path)))
            spec.loader.calls = self.calls
        return spec


def watched() -> Calls:
    """Lead the calls of every module of the program, none of which is imported yet."""
    assert not any(name.partition(".")[0] == "adhoc_cli" for name in sys.modules)
    calls = Calls()
    sys.meta_path.insert(0, _Finder(calls))
    setattr(builtins, _CALL, calls)
    package = importlib.import_module("adhoc_cli")
    for module in pkgutil.walk_packages(package.__path__, "adhoc_cli."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return calls


def forget() -> None:
    """Forget every text that was masked before."""
    for name, module in list(sys.modules.items()):
        if name.startswith("adhoc_cli."):
            for one in list(vars(module).values()):
                if hasattr(one, "cache_clear"):
                    one.cache_clear()
