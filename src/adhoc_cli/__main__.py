"""`python -m adhoc_cli`, and the script `adhoc`."""

from __future__ import annotations

from typing import NoReturn

from adhoc_cli.cli.start import run


def main() -> NoReturn:
    """Run the command line."""
    run()


if __name__ == "__main__":
    main()
