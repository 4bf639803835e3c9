"""What `make release-check` would stop: tried on what is wrong, for there it is not to find any."""

from __future__ import annotations

import re
import tomllib
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import pytest

from scripts.check_dist import wrong
from scripts.licences import is_allowed, licence_of, refused
from scripts.smoke import EXTRAS, PLAIN, failures, steps

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
METADATA = """\
Metadata-Version: 2.4
Name: adhoc-cli
Version: 0.1.0
Classifier: {classifier}
Description-Content-Type: text/markdown

{description}
"""


def release(folder: Path, classifier: str, description: str, **files: str) -> Path:
    folder.mkdir()
    about = METADATA.format(classifier=classifier, description=description)
    wheel = folder / "adhoc_cli-0.1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("adhoc_cli-0.1.0.dist-info/METADATA", about)
        for name, text in files.items():
            archive.writestr(name, text)
    return folder


def test_what_is_wrong_with_a_release(tmp_path: Path) -> None:
    one = release(tmp_path / "one", "Typing :: Typd", "", **{"data/.adhoc-report.json": "{}"})
    two = release(tmp_path / "two", "Typing :: Typed", "adhoc")
    said = "\n".join(wrong(one, two))
    for told in (
        "one sdist and one wheel",
        "the second build is another",
        "holds data/.adhoc-report.json",
        "unknown classifier Typing :: Typd",
        "no description",
    ):
        assert told in said
    assert list(wrong(two, two)) == [f"{two}: one sdist and one wheel are expected"]


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        ("MIT", True),
        ("MIT AND ODbL-1.0", True),
        ("GPL-3.0-only", False),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-3.0-only OR MIT", True),
        ("(MIT OR GPL-3.0-only)", True),
        ("?", False),
    ],
)
def test_a_licence(licence: str, allowed: bool) -> None:
    assert is_allowed(licence) is allowed
    assert bool(refused([("library", licence)])) is not allowed


def test_every_library_of_the_program_may_be_handed_on() -> None:
    extras = PROJECT["project"]["optional-dependencies"].values()
    wanted = [*PROJECT["project"]["dependencies"], *(one for extra in extras for one in extra)]
    names = [re.split(r"[<>=]", one)[0] for one in wanted]
    licences = [(name, licence_of(distribution(name))) for name in names]
    assert refused(licences) == []


def test_each_extra_is_tried_with_it_and_without_it() -> None:
    tried = {name for name, own in EXTRAS.items() if own} | {"fast"}  # nobody sees that it is there
    assert tried | {"excel"} == set(PROJECT["project"]["optional-dependencies"])
    assert [one.code for one in steps(["pdf"])][len(PLAIN) :] == [0, 0, 2]


def test_a_program_that_does_nothing_fails_every_step(tmp_path: Path) -> None:
    nothing = tmp_path / "nothing"
    nothing.write_text("#!/bin/sh\necho Traceback\n")
    nothing.chmod(0o755)
    failed = {line.partition(": ")[0] for line in failures(nothing, ["pdf", "docx"])}
    assert failed >= {step.line for step in steps(["pdf", "docx"]) if "adhoc" in step.line}


@pytest.mark.parametrize("page", ["kesalahan.yml", "problem.yml"])
def test_a_report_of_a_fault_is_asked_for_what_it_needs_and_for_nobodys_data(page: str) -> None:
    text = (ROOT / ".github" / "ISSUE_TEMPLATE" / page).read_text(encoding="utf-8")
    assert "adhoc --version --verbose" in text
    assert "NIK" in text
    assert "SECURITY.md" in text
    assert text.count("required: true") == 4  # the last one is the promise


def test_the_page_about_releases_names_every_part_of_the_check() -> None:
    make = (ROOT / "Makefile").read_text(encoding="utf-8")
    told = (ROOT / "RELEASING.md").read_text(encoding="utf-8")
    found = re.search(r"^release-check: (.*)$", make, re.MULTILINE)
    assert found
    assert [
        part for part in found[1].split() if not re.search(rf"make [\w -]*\b{part}\b", told)
    ] == []
