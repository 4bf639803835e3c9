"""What `adhoc --version --verbose` tells: all that a report of a fault needs to name."""

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from adhoc_cli.cli import option_values, session
from adhoc_cli.cli.language import say
from adhoc_cli.text.lazy import lazy_pattern

_REQUIREMENT = lazy_pattern(r"""(?P<name>[\w.-]+).*?(?:extra == ['"](?P<extra>\w+)['"])?$""")


def lines() -> Iterator[str]:
    """The profile of the current folder, the Python, the system, and the libraries with the extra
    that each belongs to."""
    office = session.open_office(Path(), None, option_values.day(None))
    yield say("version.profile", name=office.profile.nama)
    # Not platform.platform(): it starts a program to ask for the name of the processor.
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    yield f"Python {platform.python_version()} ({system})"
    for requirement in requires("adhoc-cli") or ():
        found = _REQUIREMENT.match(requirement)
        if found is not None:
            extra = f" [{found['extra']}]" if found["extra"] else ""
            yield f"{found['name']}{extra} {_installed(found['name'])}"


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return say("version.absent")
