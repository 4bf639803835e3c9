"""What a start and an end would cost otherwise, in one place. `make bench` measures it."""

import gc
import os
import signal
import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import NoReturn


class _AnyArray:
    """`NDArray[…]` as far as a program runs it: type checkers never see this one."""

    def __class_getitem__(cls, _kind: object) -> type:
        return cls


# Modules of libraries that nothing here is the better for, with what is taken from them.
_UNNEEDED: dict[str, dict[str, object]] = {
    # Imports 30 others about mail and archives before it sees that no plugin of pydantic is
    # wanted, which would see every cell: 3 % of the instructions of a check.
    "pydantic.plugin._loader": {"get_plugins": tuple},
    # What NumPy says of itself to those who ask for help, and its types, for type checkers: 4 %.
    "numpy._core._add_newdocs": {},
    "numpy._core._add_newdocs_scalars": {},
    "numpy._typing": {"NDArray": _AnyArray},
    "numpy.typing": {"NDArray": _AnyArray},
}


def begin() -> None:
    """Called before anything is imported."""
    # Importing makes 300,000 objects and no garbage: looking for some costs 25 ms.
    gc.disable()
    # Nothing here multiplies matrices: the threads that NumPy starts for it cost 15 ms and more.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    sys.meta_path.insert(0, _StandIns())


class _StandIns:
    """Finds, once, a stand-in for each unneeded module. `importlib.abc` would cost 15 ms."""

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        if fullname not in _UNNEEDED:
            return None
        return ModuleSpec(fullname, self)  # type: ignore[arg-type]  # it does what a `Loader` does

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _StandIn(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        vars(module).update(_UNNEEDED.pop(module.__name__))


class _StandIn(ModuleType):
    """Has what is taken from a module. Who asks for more, as another version of a library may, gets
    it from the module itself; imports ask for `__path__` and such."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        del sys.modules[self.__name__]
        module = import_module(self.__name__)
        vars(self).update(vars(module))
        return getattr(module, name)


def settle() -> None:
    """Called once everything is imported: look for garbage again, but never among the imports.

    Among all objects it is looked for as often as Python would, among new ones seven times as
    seldom: a folder of 1,000 people makes enough of them for 30 looks, 1 % of its check.
    """
    gc.freeze()
    gc.set_threshold(5_000, 4, 4)
    gc.enable()


def leave(code: int, deaf_to: Iterable[signal.Signals]) -> NoReturn:
    """End now, undisturbed: taking pandas apart piece by piece would cost 40 ms."""
    import atexit

    for number in (signal.SIGINT, *deaf_to):
        signal.signal(number, signal.SIG_IGN)
    with suppress(Exception):
        atexit._run_exitfuncs()  # noqa: SLF001 - os._exit runs none, and they have files to close
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(code)
