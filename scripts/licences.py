"""The licence of every library of an installation, held to those that we may hand on.

    PYTHON scripts/licences.py

Run by the Python of the environment that is asked about (`make licences`); the standard library is
all that is needed here.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from importlib.metadata import Distribution, distributions

# What may be handed on with the program, and why.
ALLOWED: Mapping[str, str] = {
    "MIT": "only the notice goes along",
    "MIT-CMU": "as MIT; Pillow's",
    "BSD-2-Clause": "only the notice goes along",
    "BSD-3-Clause": "as BSD-2-Clause; nobody is named as a sponsor",
    "Apache-2.0": "the notice goes along; grants patents",
    "ISC": "as MIT",
    "0BSD": "asks for nothing",
    "PSF-2.0": "Python's own",
    "Zlib": "only the notice goes along",
    "CC0-1.0": "asks for nothing",
    "LGPL-2.1-only": "the library stays a file that can be replaced; docxtpl's, an extra",
    "LGPL-3.0-only": "as LGPL-2.1-only; fpdf2's, an extra",
    "ODbL-1.0": "the reference of places; what is made from it stays open",
}
# What older metadata call them.
_CALLED = {
    "apache software license": "Apache-2.0",
    "bsd license": "BSD-3-Clause",
    "gnu lesser general public license v3 (lgplv3)": "LGPL-3.0-only",
    "gnu lesser general public license v2 (lgplv2)": "LGPL-2.1-only",
    "isc license (iscl)": "ISC",
    "mit license": "MIT",
    "python software foundation license": "PSF-2.0",
}


def licence_of(library: Distribution) -> str:
    """The SPDX expression of a library: as it says, or from what older metadata call it."""
    about = library.metadata
    if "License-Expression" in about:
        return str(about["License-Expression"])
    classifiers = about.get_all("Classifier") or []
    names = [one.rpartition(" :: ")[2] for one in classifiers if one.startswith("License ::")]
    if not names and "License" in about:
        names = about["License"].splitlines()[:1]
    return " OR ".join(_CALLED.get(name.lower(), name) for name in names) or "?"


def is_allowed(expression: str) -> bool:
    """Whether we may hand it on: of what is joined by AND each, of what is joined by OR one."""
    either = re.split(r"\s+OR\s+", expression.replace("(", "").replace(")", ""))
    return any(all(one in ALLOWED for one in re.split(r"\s+AND\s+", part)) for part in either)


def refused(libraries: Iterable[tuple[str, str]]) -> list[str]:
    """A line for each library, with its licence, that may not be handed on."""
    return [f"{name}: {licence}" for name, licence in libraries if not is_allowed(licence)]


def main() -> int:
    """Print them all; 1 when one is not allowed."""
    found = {one.metadata["Name"]: one for one in distributions()}
    libraries = [(name, licence_of(found[name])) for name in sorted(found, key=str.lower)]
    for name, licence in libraries:
        print(f"{name:22} {found[name].version:12} {licence}")
    wrong = refused(libraries)
    for line in wrong:
        print(f"not among the licences of scripts/licences.py: {line}", file=sys.stderr)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
