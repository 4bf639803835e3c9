"""A system that is not this one, as our own modules see it; libraries keep the real one."""

from __future__ import annotations

import os
import sys
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType
from typing import Any

import pytest

import adhoc_cli
from tests.systems.absent import OF_OS


@cache
def every_module() -> list[ModuleType]:
    """All of ours, imported."""
    names = [found.name for found in walk_packages(adhoc_cli.__path__, "adhoc_cli.")]
    return [import_module(name) for name in names if not name.endswith("__main__")]


class WindowsOs(ModuleType):
    """`os` with the name of Windows, and without what it lacks there."""

    name = "nt"

    def __getattr__(self, name: str) -> Any:
        if name in OF_OS:
            raise AttributeError(name)
        return getattr(os, name)


def on_windows(patch: pytest.MonkeyPatch) -> WindowsOs:
    """Have our modules take this for Windows, with cmd as its shell."""
    windows = WindowsOs("os")
    every_module()
    for name, module in list(sys.modules.items()):
        if name.startswith("adhoc_cli.") and vars(module).get("os") is os:
            patch.setattr(module, "os", windows)
    for variable in ("SHELL", "MSYSTEM", "TERM", "HOME"):
        patch.delenv(variable, raising=False)
    patch.setenv("PROMPT", "$P$G")
    return windows
