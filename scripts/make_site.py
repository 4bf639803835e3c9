"""Build the site from docs/, with the README as its first page and the pages beside it.

usage, in the root of the repository (`make site`):
  python -m scripts.make_site

What mkdocs.yml says is built into build/site/, from a copy of docs/ in build/docs/. A link that
leads nowhere, a page that is in no menu, and what would be loaded from a network are errors.
"""

from __future__ import annotations

import os
import posixpath
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_GATHERED = _ROOT / "build" / "docs"
_BUILT = _ROOT / "build" / "site"
_BUILD = [sys.executable, "-m", "mkdocs", "build", "--strict"]
_QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
# Where each of these files stands in the site.
OUTSIDE = {
    "README.md": "index.md",
    "README.en.md": "index.en.md",
    "CONTRIBUTING.md": "CONTRIBUTING.md",
    "RELEASING.md": "RELEASING.md",
    "SECURITY.md": "SECURITY.md",
    "CHANGELOG.md": "CHANGELOG.md",
    "bench/README.md": "bench.md",
    "data/LICENSE-idn-area-data.md": "LICENSE-idn-area-data.md",
    "LICENSE": "LICENSE",
}
# Where a page is called by its file, as it is where no menu tells its title.
_BY_FILE = re.compile(r"\[(?:docs/)?([\w.-]+\.md)\]\((?:docs/)?\1(?=[)#])")
# In a table GitHub wants a backslash before a bar in code, and the site shows it.
_CODE = re.compile(r"`[^`\n]+`")
_LINK = re.compile(r"\]\((?![a-z]+:)([^)#\s]+)")
_OWN_LANGUAGE = """__index.docs = __index.docs.filter(
  (one) => one.location.startsWith("en/") === (document.documentElement.lang === "en"));
"""
# From one language to the other: every page of the site has a switch for it.
_SWITCH = re.compile(r"^.*\]\(README(\.en)?\.md\).*\n", re.MULTILINE)
# What a browser loads by itself; a link (`<a href>`) is followed by whoever clicks on it.
_LOADS = (
    re.compile(
        r"<(?:script|img|iframe|source|object|embed)\b[^>]*\b(?:src|data)=[\"']?(?:https?:)?//[^>]*"
    ),
    re.compile(r"<link\b(?![^>]*\brel=[\"']?canonical)[^>]*\bhref=[\"']?(?:https?:)?//[^>]*"),
    re.compile(r"(?:url\(\s*[\"']?|@import\s*[\"'])(?:https?:)?//[^)\"']*"),
    re.compile(r"class=[\"']?mermaid\b"),  # drawn by a script that Material fetches
)


def main() -> None:
    """Gather, build and check."""
    gather()
    built = subprocess.run(
        _BUILD, cwd=_ROOT, env=_QUIET, check=False, stderr=subprocess.PIPE, text=True
    )
    for line in built.stderr.splitlines():
        if not line.startswith(
            "INFO"
        ):  # --quiet would take the warnings too, and with them --strict
            print(line, file=sys.stderr)
    if built.returncode:
        sys.exit(built.returncode)
    _index_both_languages()
    if found := list(loads(_BUILT)):
        sys.exit("\n".join(("The site would load from a network:", *found)))
    print(_BUILT / "index.html")


def gather() -> None:
    """Copy docs/ and the pages from outside it to one place, with links that lead there."""
    shutil.rmtree(_GATHERED, ignore_errors=True)
    shutil.copytree(_ROOT / "docs", _GATHERED)
    for page in _GATHERED.rglob("*.md"):
        _write(page, led(page.read_text(encoding="utf-8"), "docs"))
    for path, place in OUTSIDE.items():
        if (_ROOT / path).exists():
            text = _SWITCH.sub("", (_ROOT / path).read_text(encoding="utf-8"))
            _write(_GATHERED / place, led(text, posixpath.dirname(path)))


def led(text: str, folder: str) -> str:
    """A page of a folder of the repository, with links to the places in the site, whose pages all
    stand side by side, called by their titles; and what the two write in another way."""
    text = _CODE.sub(lambda code: code[0].replace("\\|", "|"), text)
    text = _BY_FILE.sub(lambda link: f"[{_title(link[1])}]({link[1]}", text)
    return _LINK.sub(lambda link: f"]({_place(posixpath.join(folder, link[1]))}", text)


def loads(site: Path) -> Iterator[str]:
    """What the pages and styles of a built site would load from a network."""
    for file in sorted(site.rglob("*")):
        if file.suffix in {".html", ".css"}:
            text = file.read_text(encoding="utf-8")
            for found in (found for kind in _LOADS for found in kind.finditer(text)):
                yield f"{file.relative_to(site)}: {found[0]}"


def _index_both_languages() -> None:
    """Let a page that is opened from a folder search the pages of its own language: the index that
    mkdocs leaves for it holds those of the last language only."""
    index = (_BUILT / "search" / "search_index.json").read_text(encoding="utf-8")
    _write(_BUILT / "search" / "search_index.js", f"var __index = {index};\n{_OWN_LANGUAGE}")


def _title(page: str) -> str:
    """What a page of docs/, or beside the README, is called."""
    inside = _ROOT / "docs" / page
    text = (inside if inside.exists() else _ROOT / page).read_text(encoding="utf-8")
    return text.partition("\n")[0].removeprefix("# ")


def _place(path: str) -> str:
    path = posixpath.normpath(path)
    place = OUTSIDE.get(path, path.removeprefix("docs/"))
    return place.replace(".en.md", ".md")  # in each language to the page of that language


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
