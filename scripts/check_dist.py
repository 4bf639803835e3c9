"""Look at what a release hands out: its metadata, and that two builds are the same bytes.

    python -m scripts.check_dist DIST AGAIN

DIST and AGAIN hold a wheel and an sdist each, built one after the other (`make dist`).
"""

from __future__ import annotations

import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from packaging.metadata import Metadata
from trove_classifiers import classifiers

# What no release holds: leftovers, what a roster was reported to be, and anybody's own files.
_LEFT_OUT = ("__pycache__", ".pyc", ".adhoc-report.json", ".venv", ".env", ".ditolak.csv")


def main(dist: Path, again: Path) -> int:
    """Print what is wrong; 1 when anything is."""
    found = list(wrong(dist, again))
    for one in found:
        print(one, file=sys.stderr)
    for made in _made(dist) if not found else ():
        print(f"{made}: {made.stat().st_size / 1e6:.1f} MB, the same bytes twice, good metadata")
    return bool(found)


def wrong(dist: Path, again: Path) -> Iterator[str]:
    """Everything that is wrong with the files of a release, a line each."""
    made = _made(dist)
    if [one.suffix for one in made] != [".gz", ".whl"]:
        yield f"{dist}: one sdist and one wheel are expected"
    for one in made:
        other = again / one.name
        if not other.is_file() or other.read_bytes() != one.read_bytes():
            yield f"{one.name}: the second build is another"
        files = _files(one)
        bad = [name for name in files if any(part in name for part in _LEFT_OUT)]
        yield from (f"{one.name}: holds {name}" for name in bad)
        yield from (f"{one.name}: {fault}" for fault in _about(files))


def _made(dist: Path) -> list[Path]:
    return sorted(dist.glob("adhoc_cli-*.tar.gz")) + sorted(dist.glob("adhoc_cli-*.whl"))


def _files(path: Path) -> dict[str, bytes]:
    """The files of a wheel or an sdist."""
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as archive:
            return {one: archive.read(one) for one in archive.namelist()}
    with tarfile.open(path) as archive:
        members = [one for one in archive.getmembers() if one.isfile()]
        read = ((one.name, archive.extractfile(one)) for one in members)
        return {name: file.read() for name, file in read if file}


def _about(files: dict[str, bytes]) -> Iterator[str]:
    """What an index would refuse of the metadata, and what a reader would miss."""
    (content,) = (files[n] for n in files if n.endswith((".dist-info/METADATA", "/PKG-INFO")))
    metadata = Metadata.from_email(content, validate=True)  # raises with each thing that is wrong
    unknown = set(metadata.classifiers or ()) - classifiers
    yield from (f"unknown classifier {one}" for one in sorted(unknown))
    if not (metadata.description or "").strip():
        yield "no description"
    if metadata.description_content_type != "text/markdown":
        yield f"description is {metadata.description_content_type}"


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
