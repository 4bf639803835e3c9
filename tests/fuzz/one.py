"""One target with atheris: `python -m tests.fuzz.one TARGET [options and folders of libFuzzer]`."""

from __future__ import annotations

import sys

import atheris  # type: ignore[import-untyped]  # no types; only in .venv-fuzz

# Before anything of ours is imported. numpy and pandas stay as they are: what is followed is our
# own code, and theirs would cost ten times the time.
with atheris.instrument_imports(include=["adhoc_cli"]):
    from tests.fuzz.targets import TARGETS


def main() -> None:
    """Hand one target over to libFuzzer, which ends the process itself."""
    name = sys.argv.pop(1)
    # libFuzzer starts itself again by this to merge inputs, and to make one smaller.
    sys.argv[0] = f"{sys.executable} -m tests.fuzz.one {name}"
    atheris.Setup(sys.argv, TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
