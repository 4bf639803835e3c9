"""The console of Windows."""

import ctypes
from typing import Any

_OUTPUT = -11  # STD_OUTPUT_HANDLE
_COLOURS = 4  # ENABLE_VIRTUAL_TERMINAL_PROCESSING; Windows Terminal has it from the start


def takes_colours() -> bool:
    """Have it show colours; whether it does. One older than Windows 10 would print their codes."""
    kernel: Any = vars(ctypes)["windll"].kernel32
    output, mode = kernel.GetStdHandle(_OUTPUT), ctypes.c_ulong()
    if not kernel.GetConsoleMode(output, ctypes.byref(mode)):
        return False
    return bool(kernel.SetConsoleMode(output, mode.value | _COLOURS))
