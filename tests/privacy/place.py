"""Folders full of secrets, runs over them, and what of the secrets is found afterwards: in what a
run says, in every file that it wrote and their names, and in what its processes were given."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from adhoc_cli.models.rows import MODELS
from adhoc_cli.rules.examples import base_members, base_tables
from tests.cli.running import Ran, inside
from tests.cli.test_sheets import Rows, saved_by_another
from tests.intake.workbooks import xlsx
from tests.privacy.commands import Command
from tests.privacy.planted import (
    ADDRESSES,
    BIRTHS,
    CUT,
    MAIL,
    NIK,
    PHONE,
    as_csv,
    leaks,
    plant,
    rest_of,
    tables,
    text_of,
)
from tests.privacy.watch import Heard, heard

DAY = "2024-06-10"
PERSONAL_ONLY = {"vcf"}  # whole numbers, or nothing: refused without --show-personal
NAME = base_members()[0]["nama"]
_WORDS = {
    "nik": NIK, "phone": PHONE, "birth": BIRTHS[1], "home": ADDRESSES[0], "mail": MAIL,
    "name": NAME, "cut": CUT,
}  # fmt: skip
# In `adhoc.toml` faults quote what stands there: each of these is one.
FAULTY = (
    f'profil = "{NIK}"',
    f'bahasa = "{PHONE}"',
    f'badan = ["{NIK}"]',
    f'"{NIK}" = "{PHONE}"',
    f'profil = "pilkada-2024" {NIK} {MAIL}',
    f'[total]\n"{MAIL}" = "{PHONE}"',
    f'[aturan]\n"{NIK}" = "{PHONE}"',
    f'[ubah.badan."{NIK}"]\nkursi = "{PHONE}"',
    f'[ubah]\nhari_pemungutan_suara = "{BIRTHS[0]}"',
    f'[import.peta]\n"{NIK}" = "{MAIL}"',
    f'[[pengecualian]]\nkode = "{NIK}"\nalasan = "{ADDRESSES[1]}"\nsampai = "{BIRTHS[1]}"',
    f'[kop]\nbaris = [{NIK}, "{"x" * 400}"]',
)


# What a run writes to, each a copy of another folder.
_COPIES = {"work": "few", "clean": "sound", "target": "sound", "kept": "held"}
_FOLDERS = ("sound", "out", "broken", "toml", "templates", *_COPIES)


class Outcome(NamedTuple):
    """How a run ended, and what it gave away; "" where nothing."""

    ran: Ran
    told: list[str]
    wrong: list[str]


@dataclass(frozen=True)
class Place:
    """Where the folders lie: `every` secret in every column, a `few` in each, files that nobody can
    read (`broken`), a `sound` one; and room for what is written."""

    path: Path

    def __getitem__(self, name: str) -> Path:
        return self.path / name

    def run(
        self,
        command: Command,
        line: str,
        folder: str,
        *more: str,
        env: Mapping[str, str] | None = None,
        during: AbstractContextManager[object] | None = None,
        screen: bool = False,
        **names: object,
    ) -> Outcome:
        """Run one line of a command over a folder, on a terminal where it has a `screen`, and look
        for secrets everywhere; `during` the run, and not while it is made ready and looked at,
        something else may hold."""
        self._prepare(line, str(names.get("without", "anggota")))
        before = rest_of([self[one] for one in _COPIES])
        words = [*command.words, *self.words(line, folder, **names), *_day(command, line), *more]
        here = self["out"] if command.words else self[folder]
        with heard(self.path) as listened, self._temporary(), during or nullcontext():
            ran = inside(*words, env=env, cwd=here, screen=screen)
        told = [*self.told(ran), *self._in_files(before), *_given(listened)]
        return Outcome(ran, told, listened.wrong)

    def words(self, line: str, folder: str, **more: object) -> Sequence[str]:
        """The words of a line, with folders and secrets for what stands in braces."""
        names = {name: str(self[name]) for name in _FOLDERS} | _WORDS
        names |= {"sheet": str(self["lembar.csv"]), "book": str(self["kerja.xlsx"])}
        return [word.format(str(self[folder]), **names, **more) for word in line.split()]

    def _prepare(self, line: str, without: str = "anggota") -> None:
        """Make anew what a line writes to."""
        if "ingat" not in line:
            shutil.rmtree(self["out"], ignore_errors=True)
            self["out"].mkdir()
        for name, source in _COPIES.items():
            if f"{{{name}}}" in line:
                shutil.rmtree(self[name], ignore_errors=True)
                shutil.copytree(self[source], self[name])
                if name == "target":
                    (self[name] / f"{without}.csv").unlink(missing_ok=True)
                for file in self[name].rglob("*.*"):
                    file.chmod(0o600)

    @contextmanager
    def _temporary(self) -> Iterator[None]:
        """A folder for what is temporary, where nothing may be written: who is killed leaves it."""
        with patch("tempfile.tempdir", str(self.path.with_name("tmp"))):
            yield

    # -- looking -----------------------------------------------------------------------------------

    @staticmethod
    def told(ran: Ran) -> list[str]:
        """What a run said."""
        return [f"stdout: {one}" for one in leaks(ran.out)] + [
            f"stderr: {one}" for one in leaks(ran.err)
        ]

    def _in_files(self, before: Mapping[str, bytes]) -> Iterator[str]:
        """Secrets in what was written. A roster holds them: it is its owner's only."""
        for name, data in rest_of([self["out"]]).items():
            yield from (f"{name}: {one}" for one in leaks(text_of(name, data)))
        after = rest_of([self[one] for one in _COPIES])
        for name in (*after, *rest_of([self["out"]])):
            yield from (f"name {name}: {one}" for one in leaks(name) if name not in before)
        for name, data in after.items():
            changed = before.get(name) != data
            if changed and Path(name).stat().st_mode & 0o77 and leaks(text_of(name, data)):
                yield f"{name}: for everybody to read"


def _day(command: Command, line: str) -> Sequence[str]:
    return ("--as-of", DAY) if "--as-of" in command.options and "--as-of" not in line else ()


def _given(listened: Heard) -> Iterator[str]:
    for text in listened.given:
        yield from (f"given to a process: {one}" for one in leaks(text))


# -- making it -------------------------------------------------------------------------------------


def made(path: Path) -> Place:
    """The folders, below a path."""
    place = Place(path)
    for chosen in ("every", "few"):
        plant(place[chosen], chosen)
    plant(place["broken"], "few", broken=True)
    sound(place["sound"])
    for name in ("out", "target", "toml"):
        place[name].mkdir()
    shutil.copytree(place["few"], place["templates"])
    _templates(place["templates"] / "templat")
    _held(place["held"])
    _sheet(place)
    _book(place)
    faulty(place, FAULTY[0])
    return place


def sound(folder: Path, *without: str) -> Path:
    """A faultless roster, but for some files."""
    folder.mkdir()
    for kind, rows in base_tables().items():
        if kind not in without:
            (folder / f"{kind}.csv").write_bytes(as_csv(rows))
    return folder


def faulty(place: Place, settings: str) -> None:
    """Settings with a fault, in the folder `toml`."""
    shutil.copytree(place["sound"], place["toml"], dirs_exist_ok=True)
    (place["toml"] / "adhoc.toml").write_text(settings, encoding="utf-8")


def _templates(folder: Path) -> None:
    folder.mkdir()
    (folder / "whatsapp.id.txt").write_text(f"Halo {{{{ calon.nama }}}}\nHubungi {PHONE}\n")
    (folder / "berita-acara.id.txt").write_text(f"Baik\n{{{{ nik_{NIK} }}}} {{% {PHONE} %}}\n")


def _held(folder: Path) -> None:
    """A folder of which a write was kept, secrets in it."""
    plant(folder, "few")
    other = folder / "anggota.csv"
    from adhoc_cli.files.backup import kept
    from adhoc_cli.files.folder import NewFile

    new = NewFile("anggota.csv", other.read_bytes().replace(b"Bulu", b"Bulo"), 0, private=True)
    with kept(folder, [new], "set"):
        other.write_bytes(new.content)


def _sheet(place: Place) -> None:
    """A filled-in sheet of the checklist, with secrets in its cells."""
    words = ("checklist", "print", "-C", str(place["sound"]), "--as-of", DAY)
    inside(*words, "-o", str(place["lembar.csv"]))
    header, first, *_ = place["lembar.csv"].read_text(encoding="utf-8-sig").splitlines()
    cells = first.split(",")
    lines = [",".join([*cells[:at], f'"{one}"', *cells[at + 1 :]])
             for one in (NIK, *ADDRESSES, *BIRTHS) for at in range(len(cells))]  # fmt: skip
    place["lembar.csv"].write_text("\n".join([header, *lines]), encoding="utf-8")


def _book(place: Place) -> None:
    """A workbook that comes back, with secrets in its cells."""
    words = ("sheets", "out", str(place["sound"]), "--as-of", DAY, "--show-personal")
    inside(*words, "-o", str(place["kerja.xlsx"]))

    def change(rows: Rows) -> Rows:
        first = rows[0]
        first |= {"keterangan": NIK, "alasan": MAIL, "telepon": PHONE, "alamat": ADDRESSES[0]}
        wrong = [{**first, "nama": f"Orang {at} {secret}", column: secret}
                 for at, (column, secret) in enumerate(
                     (column, secret) for secret in (NIK, PHONE, BIRTHS[1]) for column in first
                 )]  # fmt: skip
        return [*rows, *wrong]

    saved_by_another(place["kerja.xlsx"], change)


def sources(place: Place) -> Iterator[tuple[str, Path]]:
    """Files to import, each as a kind: whole ones, damaged ones, and workbooks."""
    for kind in MODELS:
        yield kind, place["every"] / f"{kind}.csv"
    for file in sorted(place["broken"].glob("anggota-*.csv")):
        yield "anggota", file
    rows = tables("few")["anggota"]
    changed = place.path / "berubah.csv"
    other = {"nama": "Orang Lain", "nik": "", "telepon": "", "kode_wilayah": CUT}
    long = [rows[0] | {"keterangan": f"{CUT} "}, rows[0] | other]
    changed.write_bytes(as_csv(long))
    yield "anggota", changed
    for number, secret in enumerate((NIK, PHONE, BIRTHS[0], "Jl. Karangsepi 7")):
        sheets = {
            secret: [list(rows[0]), *[list(row.values()) for row in rows]],
            f"{secret} b": [[secret, NIK], ["apa"]],
            "judul": [[f"Desa {secret}"], ["Nama", secret, "Jabatan"], ["x"], [secret, "y"]],
        }
        yield "anggota", xlsx(place.path / f"rekap {number} {secret}.xlsx", sheets)


# -- faults ----------------------------------------------------------------------------------------

_SAID = f"{NIK} {PHONE} {MAIL} {BIRTHS[0]} {ADDRESSES[0]}"


@contextmanager
def breaking(targets: Sequence[str], error: Callable[[], BaseException]) -> Iterator[None]:
    """What is named by `targets` raises an error that quotes secrets, and so does its cause."""

    def fail(*_: Any, **__: Any) -> Any:
        raise error() from ValueError(_SAID)

    with ExitStack() as patched:
        for target in targets:
            patched.enter_context(patch(target, fail))
        yield


# Where each breaks: at the reading of settings and of rows, in a rule, in a view, at the writing.
FAULTS: Mapping[str, tuple[Sequence[str], Callable[[], BaseException]]] = {
    "settings": (["adhoc_cli.profiles.load.read_office"], lambda: RuntimeError(_SAID)),
    "rows": (["adhoc_cli.tables.folder.read_table", "adhoc_cli.tables.folder.copies_in"],
             lambda: KeyError(_SAID)),
    "rule": (["adhoc_cli.engine.run.waive"], lambda: ValueError(_SAID)),
    "words": (["adhoc_cli.text.translator.Translator.fill"], lambda: LookupError(_SAID)),
    "format": (["adhoc_cli.output.sink.Sink.write"], lambda: UnicodeError(_SAID)),
    "memory": (["adhoc_cli.profiles.load.read_office"], MemoryError),
    "depth": (["adhoc_cli.tables.folder.read_table"], lambda: RecursionError(_SAID)),
    "interrupted": (["adhoc_cli.tables.folder.read_table"], KeyboardInterrupt),
    "full": (["os.fsync", "adhoc_cli.files.temporary.finish"],
             lambda: OSError(errno.ENOSPC, _SAID, f"/{NIK}/{MAIL}")),
    "denied": (["pathlib.Path.open", "pathlib.Path.read_bytes"],
               lambda: PermissionError(errno.EACCES, _SAID, f"/{NIK}/{MAIL}")),
    "gone": (["os.scandir"], lambda: FileNotFoundError(errno.ENOENT, _SAID, f"/{NIK}/{MAIL}")),
}  # fmt: skip
