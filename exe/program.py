"""What `make exe` freezes: adhoc, and the process of its own in which it reads a workbook."""

from __future__ import annotations

import os
import sys

_LIBRARIES = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def main() -> None:
    """Be adhoc, or what adhoc started this program for."""
    _give_back_libraries()
    if sys.argv[1:] == ["--read-workbook"]:
        from adhoc_cli.intake import workbook_child

        workbook_child.run()
    else:
        from adhoc_cli.__main__ import main as adhoc

        adhoc()


def _give_back_libraries() -> None:
    """Let a pager that we start find the libraries of its system: our folder has others."""
    for name in _LIBRARIES:
        theirs = os.environ.pop(f"{name}_ORIG", None)
        if theirs is not None:
            os.environ[name] = theirs
        elif getattr(sys, "frozen", False):
            os.environ.pop(name, None)


if __name__ == "__main__":
    main()
