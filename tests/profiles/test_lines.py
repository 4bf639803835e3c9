"""The line of a key, whatever the way it is written."""

from __future__ import annotations

import pytest

from adhoc_cli.profiles.lines import line_of

TEXT = '''# head
profil = "x" # profil = 2

ubah.hari = 3
badan = [
  "PPK", # badan = 4
  "PPS",
]
text = """
[ubah.badan.PPS]
kursi = 1
"""
[ubah.badan."SEKRETARIAT PPK"]
"batas_hari" = 7
sumber.batas_hari.dasar = "x"
'jabatan' . "staf" = 2
[ ubah . badan . PPS . kursi ]
min = 3

[[ubah.badan.PPS.bila]]
lebih = 1
[[ubah.badan.PPS.bila]]
lebih = 2
inline = { a = { b = 1 } }
"a.b" = 3
"caf\\u00e9" = 4
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("profil",), 2),
        (("ubah", "hari"), 4),
        (("ubah",), 4),
        (("badan",), 5),
        (("badan", 1), 5),
        (("text",), 9),
        (("ubah", "badan"), 13),
        (("ubah", "badan", "SEKRETARIAT PPK"), 13),
        (("ubah", "badan", "SEKRETARIAT PPK", "batas_hari"), 14),
        (("ubah", "badan", "SEKRETARIAT PPK", "sumber", "batas_hari", "dasar"), 15),
        (("ubah", "badan", "SEKRETARIAT PPK", "jabatan", "staf"), 16),
        (("ubah", "badan", "PPS", "kursi"), 17),
        (("ubah", "badan", "PPS", "kursi", "min"), 18),
        (("ubah", "badan", "PPS", "kursi", "absent"), 17),
        (("ubah", "badan", "PPS", "absent"), 17),
        (("ubah", "badan", "PPS", "bila"), 20),
        (("ubah", "badan", "PPS", "bila", 0, "lebih"), 21),
        (("ubah", "badan", "PPS", "bila", 1), 22),
        (("ubah", "badan", "PPS", "bila", 1, "lebih"), 23),
        (("ubah", "badan", "PPS", "bila", 1, "inline", "a", "b"), 24),
        (("ubah", "badan", "PPS", "bila", 1, "a.b"), 25),
        (("ubah", "badan", "PPS", "bila", 1, "café"), 26),
        (("absent",), None),
        ((), None),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_line_of_a_key(path: tuple[str | int, ...], line: int | None, newline: str) -> None:
    assert line_of(TEXT.replace("\n", newline), path) == line
