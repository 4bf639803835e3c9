"""Every command, taken from the command line itself, and command lines of each over planted files.

A command that has no line here fails a test, so that a new one is looked at from its first day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from adhoc_cli.cli.root import build


class Command(NamedTuple):
    """A command: its words, its formats, its options that take a value, and the others."""

    words: tuple[str, ...]
    forms: tuple[str, ...]
    options: tuple[str, ...]
    flags: tuple[str, ...]

    @property
    def name(self) -> str:
        """ "checklist show"."""
        return " ".join(self.words)


# `{}` is the folder with secrets; `work` a copy of it, made for the run, and `sound` one without.
# `nik`, `phone`, `birth`, `home` and `mail` are somebody's. What is written goes to `out`.
LINES: Mapping[str, Sequence[str]] = {
    "": ("", "--version --verbose", "{nik}", "help {nik}", "--{nik}"),
    "init": ("{out}/baru --kabupaten 33.23", "{out}/baru --kabupaten {nik}", "{}"),
    "import": ("{}/anggota.csv --as anggota -o {target}",),
    "check": (
        "{} --limit 0", "{} --by person --limit 0", "{} --by file", "{} {sound}",
        "{}/{nik}-{home}", "{} --select {nik}", "{} {broken} --by desa", "{toml}",
    ),
    "quota": ("{} --short", "{} {sound} --short"),
    "members": ("{}", "{} --per desa", "{} --summary", "{} --region {nik}", "{} --status {phone}"),
    "checklist status": ("{}", "{} --item {nik}"),
    "checklist show": ("33.23.01 -C {}", "{nik} -C {}"),
    "checklist mark": (
        "33.23.01 PPK-01 -C {work} --date 2024-06-01 --evidence {mail} --note {nik} --by {phone}",
        "{nik} {phone} -C {work} --note {birth}",
        "33.23.01 {nik} -C {work} --date {birth} --status {phone}",
    ),
    "checklist unmark": (
        "33.23.01 PPK-01 -C {work} --note {nik} --by {mail}", "{nik} {phone} -C {work}",
    ),
    "checklist history": ("-C {}", "33.23.01 -C {}", "{nik} {phone} -C {}"),
    "checklist message": ("33.23.01 -C {}", "--overdue -C {} -o {out}/pesan", "{nik} -C {}"),
    "checklist print": ("-C {} -o {out}/lembar.html", "-C {} -o {out}/lembar.csv",
                        "-C {} -o {out}/lembar.pdf"),
    "checklist import": ("{sheet} -C {work}", "{}/{nik}.csv -C {work}"),
    "bimtek status": ("{}", "{} --event {nik}"),
    "bimtek print": ("-C {} -o {out}/daftar.csv", "-C {} -o {out}/daftar.pdf --event Bimtek",
                     "-C {} -o {out}/daftar.html"),
    "calendar": ("{}",),
    "replace": (
        "{}", "{} --letter whatsapp", "{} --letter berita-acara", "{} --letters {out}/surat",
        "{} --letters {out}/kata --format docx", "{} --template {}/{nik}.docx --letters {out}/x",
        "{templates} --letters {out}/kantor", "{templates} --letter whatsapp",
    ),
    "message": tuple(
        f"{{}} --limit 0 --about {about}" for about in ("data", "vacancy", "bimtek", "coordination")
    ),
    "honor": ("{} --month 2024-06", "{} --month {nik}"),
    "diff": ("{} {sound}", "{sound} {}", "{}/anggota.csv {sound}", "{kept} --since 2024-01-01",
             "{} --since {birth}"),
    "set": (
        "33.23.01 {name} -C {work} --set telepon={phone} --reason {nik} --sk {mail}",
        "33.23.01 {nik} -C {work} --set telepon={phone} --dry-run",
        "33.23.01 {name} -C {work} --set tanggal_lahir={nik} --set alamat={home}",
        "33.23.01 {name} -C {work} --status {nik} --date {birth} --set {phone}={nik}",
        "33.23.01 {name} -C {work} --set keterangan={cut}",
    ),
    "sheets out": ("{} -o {out}/kerja.xlsx", "{} -o {out}/per.xlsx --per kecamatan"),
    "sheets in": (
        "{book} -C {clean} --dry-run", "{book} -C {clean} --yes", "{}/{nik}.xlsx -C {clean}",
    ),
    "undo": ("{kept} --dry-run", "{kept}", "{}"),
    "report": (
        "{} --limit 0 --since none", "{} --limit 0 --audience public", "{} {sound} --since none",
        "{} -o {out}/laporan.html --memory {out}/ingat --keep 2",
        "{} -o {out}/laporan.html --memory {out}/ingat --keep 2", "{} --since {}/{nik}",
    ),
    "rules": ("-C {}", "--select {nik}"),
    "explain": ("F101 -C {}", "PPK-01 -C {}", "{nik}"),
    "profiles": ("-C {}", "--check {toml}/adhoc.toml", "{nik}", "--new baru"),
    "schema": ("", "check", "{nik}"),
}  # fmt: skip


@cache
def commands() -> Mapping[str, Command]:
    """The commands by name, "" for none."""
    return {one.name: one for one in _below(build(), ())}


def _below(command: Any, words: tuple[str, ...]) -> Iterator[Command]:
    names = command.list_commands(None) if hasattr(command, "list_commands") else ()
    if not names or not words:  # the root does something of its own
        yield _read(command, words)
    for name in names:
        yield from _below(command.get_command(None, name), (*words, name))


def _read(command: Any, words: tuple[str, ...]) -> Command:
    options = [one for one in command.params if one.param_type_name == "option"]
    named = [(max(one.opts, key=len), one.is_flag) for one in options if one.name != "lang"]
    forms = next((one.metavar for one in options if "--format" in one.opts), "<>")
    return Command(
        words,
        tuple(filter(None, forms.strip("<>").split("|"))),
        tuple(name for name, flag in named if not flag),
        tuple(name for name, flag in named if flag),
    )
