"""What is built: the same bytes from the same source, with all that the program reads."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from email.message import Message
from email.parser import Parser
from pathlib import Path

import pytest

from adhoc_cli import __version__

ROOT = Path(__file__).parents[2]

_BUILD = """
import sys
from hatchling.build import build_sdist, build_wheel
print({"wheel": build_wheel, "sdist": build_sdist}[sys.argv[1]](sys.argv[2]))
"""


def _built(kind: str, folder: Path) -> Path:
    """The wheel or the sdist of the project, built into `folder` without fetching anything."""
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", _BUILD, kind, str(folder)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return folder / done.stdout.split()[-1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built("wheel", tmp_path_factory.mktemp("wheel") / "one")


@pytest.fixture(scope="module")
def metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        name = f"adhoc_cli-{__version__}.dist-info/METADATA"
        return Parser().parsestr(archive.read(name).decode())


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_two_builds_are_the_same_bytes(kind: str, tmp_path: Path) -> None:
    first, second = (_built(kind, tmp_path / name) for name in ("a", "b"))
    assert first.name == second.name
    assert first.read_bytes() == second.read_bytes()


def test_the_wheel_has_every_file_that_the_package_keeps(wheel: Path) -> None:
    source = ROOT / "src"
    kept = {
        str(path.relative_to(source).as_posix())
        for path in (source / "adhoc_cli").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    held = {name for name in names if not name.startswith("adhoc_cli-")}
    assert held == kept
    beside = f"adhoc_cli-{__version__}.data/data/share/"  # unpacked below the prefix
    share = {name.removeprefix(beside) for name in names if name.startswith(beside)}
    assert {"man/man1/adhoc.1", "man/id/man1/adhoc.1", "zsh/site-functions/_adhoc"} <= share
    assert "adhoc_cli/py.typed" in held


def test_the_licences_of_the_code_and_of_the_places_go_with_it(
    wheel: Path, metadata: Message
) -> None:
    assert metadata["License-Expression"] == "MIT AND ODbL-1.0"
    named = metadata.get_all("License-File")
    assert named == ["LICENSE", "src/adhoc_cli/places/LICENSE-idn-area-data.md"]
    with zipfile.ZipFile(wheel) as archive:
        for name in named:
            text = archive.read(f"adhoc_cli-{__version__}.dist-info/licenses/{name}")
            assert text == (ROOT / name).read_bytes()


def test_the_sdist_builds_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    sdist = _built("sdist", tmp_path / "sdist")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (unpacked,) = (path for path in tmp_path.iterdir() if path.name.startswith("adhoc_cli-"))
    out = tmp_path / "wheel"
    out.mkdir()
    subprocess.run(
        [sys.executable, "-c", _BUILD, "wheel", str(out)], cwd=unpacked, check=True,
        capture_output=True,
    )  # fmt: skip
    assert (out / wheel.name).read_bytes() == wheel.read_bytes()
    _explains_itself(unpacked)


def _explains_itself(unpacked: Path) -> None:
    """What the README shows, leads to and has typed comes with it, in both languages."""
    for readme in ("README.md", "README.en.md"):
        text = (unpacked / readme).read_text(encoding="utf-8")
        paths = re.findall(r"\]\(([^):#]+)\)", text) + re.findall(r"data/[a-z-]+", text)
        assert len(paths) > 20
        assert [path for path in paths if not (unpacked / path).exists()] == []
    assert (unpacked / "exe/Periksa.cmd").is_file(), "of the page on Windows"


def test_an_office_installs_it_without_the_extras(metadata: Message) -> None:
    """Only the extras need pyarrow, fpdf2 and docxtpl; a plain installation has none of them."""
    plain = [one for one in metadata.get_all("Requires-Dist", []) if "extra ==" not in one]
    assert not [one for one in plain if one.startswith(("pyarrow", "fpdf2", "docxtpl"))]
    assert metadata["Requires-Python"] == ">=3.11"
    assert shutil.which("adhoc", path=str(Path(sys.executable).parent))
