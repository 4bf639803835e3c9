"""What an installed adhoc must do before it is handed to an office, whatever it was installed from.

    python -m scripts.smoke [--extras pdf,docx,fast] PROGRAM

PROGRAM is the `adhoc` of a wheel in an environment of its own, or the frozen one. The commands run
in a copy of the sample, with an empty HOME and no setting of this machine; the standard library is
all that is needed here.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

_DATA = Path(__file__).parents[1] / "data"
_DAY = "--as-of 2024-06-10"
_PDF, _ZIP, _PAGE = b"%PDF-", b"PK\x03\x04", b"<!DOCTYPE html>"


class Step(NamedTuple):
    """A command line: its exit code, what it says, and the file that it writes with how that
    begins."""

    line: str
    code: int = 0
    says: str = ""
    writes: str = ""
    begins: bytes = b""
    locale: str = "C.UTF-8"


PLAIN = (
    Step("adhoc --version --verbose", says="pilkada-2024"),
    Step("adhoc --help", says="checklist"),
    Step(f"adhoc check temanggung {_DAY}", says="6.745 baris"),
    Step(f"adhoc check temanggung-bermasalah {_DAY} --lang en", 1, "Tembarak"),
    Step(f"adhoc check temanggung-pemungutan {_DAY} --format json", 1, '"schema": "adhoc.check/1"'),
    Step(f"adhoc quota temanggung-bermasalah --short {_DAY}", 1, "Tembarak"),
    Step("adhoc init baru --kabupaten Temanggung"),
    Step('adhoc import "impor/PPS Kledung 2024.xlsx" --as anggota -o baru', 1, "ditolak",
         "baru/anggota.csv", b"nama,"),
    Step(f"adhoc report temanggung {_DAY} -o laporan.html", writes="laporan.html", begins=_PAGE),
    Step(f"adhoc report temanggung {_DAY} -o laporan.xlsx", writes="laporan.xlsx", begins=_ZIP),
    Step(f"adhoc sheets out temanggung {_DAY} -o kerja.xlsx", writes="kerja.xlsx", begins=_ZIP),
    Step("adhoc sheets in kerja.xlsx -C temanggung --dry-run"),
    Step(f"adhoc checklist print -C temanggung {_DAY} -o lembar.html", writes="lembar.html",
         begins=_PAGE),
    Step("adhoc checklist mark 33.23.17 PPK-06 -C temanggung --date 2024-06-10 --evidence foto",
         says="Tercatat"),
    Step("adhoc checklist history 33.23.17 PPK-06 -C temanggung", says="foto"),
    Step("tail -n 1 temanggung/koordinasi.csv", says="33.23.17,PPK-06,terlaksana"),
    Step("adhoc schema check", says='"$schema"'),
    Step("adhoc explain Q401", says="seats-vacant"),
    Step("adhoc profiles pemilu-2024", says="KPPS"),
    Step("adhoc members temanggung | head -n 1", 141, says="Anggota"),
    Step(f"adhoc members temanggung {_DAY} --format csv | head -n 1", 141, "kode_wilayah"),
    Step("adhoc explain Q401", says="seats-vacant", locale="C"),
    Step(f"adhoc check temanggung-bermasalah {_DAY}", 1, "1 dikecualikan · 10 Juni", locale="C"),
    Step("adhoc check tidak-ada", 3, "tidak-ada"),
    Step("adhoc periksa", 2, "check"),
    Step("env _ADHOC_COMPLETE=complete_zsh '_TYPER_COMPLETE_ARGS=adhoc explain Q4' adhoc",
         says="seats-vacant"),
)  # fmt: skip

_LETTER = "adhoc replace temanggung-bermasalah --region 33.23.02.2005 --letter berita-acara"
# With an extra there is the file; without it the program names the extra, and nothing else breaks.
EXTRAS = {
    "pdf": (
        Step(f"adhoc checklist print -C temanggung {_DAY} -o lembar.pdf",
             writes="lembar.pdf", begins=_PDF),
        Step("adhoc honor temanggung --month 2024-08 -o honor.pdf", writes="honor.pdf",
             begins=_PDF),
    ),
    "docx": (Step(f"{_LETTER} {_DAY} -o surat.docx", writes="surat.docx", begins=_ZIP),),
    "fast": (),
}  # fmt: skip


def steps(extras: Sequence[str]) -> Iterator[Step]:
    """The steps of an installation with these extras."""
    yield from PLAIN
    for extra, own in EXTRAS.items():
        for step in own:
            yield step if extra in extras else Step(step.line, 2, f"dengan tambahan {extra}:")


def failures(program: Path, extras: Sequence[str]) -> list[str]:
    """What went otherwise than it must, a line each."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made, "kantor KPU, Temanggung")  # as folders are called, with a space
        shutil.copytree(_DATA, folder)
        (Path(made) / "bin").mkdir()
        _named(Path(made, "bin"), program)
        found = []
        for step in steps(extras):
            found += [f"{step.line}: {one}" for one in _wrong(step, folder, Path(made))]
    return found


def _named(folder: Path, program: Path) -> None:
    """The program under its name on a PATH of its own. A frozen one needs the files beside it."""
    (folder / "adhoc").write_text(f'#!/bin/sh\nexec "{program.absolute()}" "$@"\n')
    (folder / "adhoc").chmod(0o755)


def _wrong(step: Step, folder: Path, home: Path) -> list[str]:
    environment = {
        "PATH": f"{home / 'bin'}:/usr/bin:/bin",
        "HOME": str(home),
        "LC_ALL": step.locale,
        "ADHOC_LANG": "id",
    }
    done = subprocess.run(
        ["/bin/bash", "-o", "pipefail", "-c", step.line],
        cwd=folder, env=environment, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    wrong = []
    if done.returncode != step.code:
        wrong.append(f"exit code {done.returncode}, not {step.code}\n{said[-800:]}")
    if step.says not in said:
        wrong.append(f"does not say {step.says!r}")
    if "Traceback" in said:
        wrong.append("a traceback")
    if step.writes and not _begins(folder / step.writes, step.begins):
        wrong.append(f"did not write {step.writes}")
    return wrong


def _begins(path: Path, begins: bytes) -> bool:
    return path.is_file() and path.read_bytes()[:64].lstrip(b"\xef\xbb\xbf").startswith(begins)


def _start(program: Path) -> float:
    """The quickest of five starts, in seconds."""
    times = []
    for _ in range(5):
        begun = time.perf_counter()
        subprocess.run([str(program), "--help"], check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - begun)
    return min(times)


def main() -> int:
    """Run the commands; 1 when one of them went otherwise than it must."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=Path)
    parser.add_argument("--extras", default="", help="those that are installed: pdf,docx,fast")
    given = parser.parse_args()
    found = failures(given.program, given.extras.split(","))
    for one in found:
        print(one, file=sys.stderr)
    if not found:
        print(f"{given.program}: all well; `adhoc --help` in {_start(given.program):.2f} s")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
