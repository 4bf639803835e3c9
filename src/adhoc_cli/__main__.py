"""`python -m adhoc_cli`, and the script `adhoc`."""

import os
from typing import NoReturn

try:
    from adhoc_cli.cli.start import run
except KeyboardInterrupt:  # Ctrl-C in the first 30 ms: there is nothing yet that could say so
    os._exit(130)


def main() -> NoReturn:
    """Run the command line."""
    run()


if __name__ == "__main__":
    main()
