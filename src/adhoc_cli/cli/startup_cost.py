"""What a start and an end would cost otherwise, in one place. `make bench` measures it."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module
from types import ModuleType
from typing import NoReturn

_PLUGINS = "pydantic.plugin._loader"


def begin() -> None:
    """Called before anything is imported."""
    # Importing makes 300,000 objects and no garbage: looking for some costs 25 ms.
    gc.disable()
    # Nothing here multiplies matrices: the threads that NumPy starts for it cost 15 ms and more.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Looking for plugins of pydantic costs 23 ms, and one would see every cell.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    sys.modules.setdefault(_PLUGINS, _NoPlugins(_PLUGINS))


class _NoPlugins(ModuleType):
    """Stands where pydantic looks for plugins: its own module imports 30 others about mail and
    archives, 3 % of the time of a check, before it sees that none are wanted."""

    get_plugins = tuple

    def __getattr__(self, name: str) -> object:
        """What another version of pydantic wants to have from there; not what imports ask for."""
        if name.startswith("__"):
            raise AttributeError(name)
        del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


def settle() -> None:
    """Called once everything is imported: look for garbage again, but never among the imports."""
    gc.freeze()
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
