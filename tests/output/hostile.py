"""Names that play tricks, and what may never be seen of them."""

from __future__ import annotations

import re
import unicodedata

# Kinds of fault, several of each: the files in the shared folder hold one of each kind.
HOSTILE: tuple[str, ...] = (
    # what a terminal obeys
    "Siti \x1b[31mMerah\x1b[0m",
    "Siti \x1b[2J\x1b[H",
    "Siti \x1b]0;judul\x07",
    "Siti \x1b]52;c;cm0gLXJmIH4=\x07",
    "Siti \x1b]8;;https://jahat.example\x1b\\klik\x1b]8;;\x1b\\",
    "Siti \x9b31m C1",
    "Siti \x9d0;judul\x9c",
    "Siti\x08\x08\x08\x08Budi",
    "Siti\rBudi",
    "Siti\nBudi",
    "Siti\r\nBudi",
    "Siti\tBudi",
    "Siti\x0bBudi\x0c",
    "Siti\x07\x7f",
    "\x00Siti",
    # what turns, hides or joins letters
    "Siti \u202egnp.exe",
    "Siti \u2066isolasi\u2069",
    "Siti \u200fkanan",
    "Si\u200bti",
    "Si\u200dti",
    "Si\u2060ti",
    "Si\u00adti",
    "\ufeffSiti",
    "Si\u2028ti",
    "Si\u2029ti",
    "Si\u0085ti",
    "Si\u3164ti",
    "Si\u115f\u1160ti",
    "Si\u034fti",
    "Si\ufe0fti",
    "Si\U000e0041\U000e0042ti",
    "Si\U000e0101ti",
    "Si\u2800ti",
    "Si\ue000ti",
    "Si\U00100000ti",
    "Si\ufffeti",
    "Siti" + "\u0301" * 40,
    "S\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309iti",
    # what rich takes for markup, a link or a picture
    "Siti [bold]Aminah[/bold]",
    "Siti [/x]",
    "Siti [link=https://jahat.example]klik[/link]",
    "Siti :smile: :skull:",
    "Siti \\[merah]",
    "[lama]",
    # what Markdown or HTML takes for markup
    "Siti | Budi | Joko",
    "Siti `rm -rf`",
    "Siti **tebal** _miring_ ~~coret~~",
    "Siti [klik](https://jahat.example)",
    "![gambar](https://jahat.example/x.png)",
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "Siti &lt;b&gt; &#x41;",
    "# Siti",
    "- Siti",
    "1. Siti",
    "> Siti",
    "https://jahat.example www.jahat.example mailto:jahat.example",
    "Siti \\",
    # what a spreadsheet runs
    "=HYPERLINK(\"https://jahat.example\";\"klik\")",
    "+62 812",
    "-1+1",
    "@SUM(A1)",
    "\uff1dSUM(A1)",
    "'=1+1",
    "''@x",
    "\t=1+1",
    # what templates, paths and commands take for their own
    "{name} {0} {x.__class__}",
    "%s %(name)s $HOME ${HOME}",
    "../../etc/passwd",
    "--help",
    'Siti "Kutip" Aminah, S.Pd.',
    # what is only unusual
    "Sa’diyah Nur’aini",
    "Nguyễn Thị Ánh",
    "Zoe\u0308",
    "王小明",
    "Ｓｉｔｉ",
    "𝔖𝔦𝔱𝔦",
    "S" * 5_000,
    " Siti ",
)  # fmt: skip

_RAW = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ud800-\uf8ff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)


def raw(text: str) -> list[str]:
    """What is left in `text` of what nobody should get: hidden, or a command to a terminal."""
    return [f"U+{ord(char):04X}" for char in _RAW.findall(text)]


def lines_of(form: str, data: bytes) -> str:
    """The lines of a result as text, without what a format documents to put around each."""
    text = data.decode()
    if form == "csv-excel":  # the mark that says UTF-8, and the ends of lines as Windows has them
        return text.removeprefix("\ufeff").replace("\r\n", "\n")
    return text


def longest_run(text: str) -> int:
    """The longest run of combining marks."""
    run = longest = 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        longest = max(longest, run)
    return longest
