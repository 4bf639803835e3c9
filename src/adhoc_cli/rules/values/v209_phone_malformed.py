"""V209: a phone number that cannot be a mobile number."""

from adhoc_cli.models.faults import CellFault
from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.derived import cell_faults

check = cell_faults(CellFault.PHONE_MALFORMED)

TEXTS = """
title.id = Nomor ponsel tidak sah
title.en = Malformed mobile number
why.id = Nomor yang kurang satu angka baru ketahuan ketika orangnya harus dihubungi.
why.en = A number that lacks a digit is only noticed when the person has to be called.
message.id = telepon {found} bukan nomor ponsel (08… atau +62…, 10-13 angka)
message.en = telepon {found} is no mobile number (08… or +62…, 10-13 digits)
fix.id = Tulis nomornya lengkap, diawali 08; dua nomor dipisahkan garis miring. Di Excel format
  kolomnya sebagai Teks agar angka 0 di depan tidak hilang.
fix.en = Write the whole number, beginning with 08; separate two by a slash. In Excel format the
  column as Text, or the leading 0 is lost.
"""

FACTS = Facts(
    severity=Severity.WARNING,
    basis=Words(
        "Bentuk nomor ponsel Indonesia; ketentuan format adhoc-cli",
        "Form of Indonesian mobile numbers; adhoc-cli file format",
    ),
    passes=(
        example(),
        example("8 telepon=+62 812-9000-7819"),
        example("8 telepon=081290007819 / 085600012345"),
    ),
    fails=(
        example("8 telepon=0812900", at="8"),
        example("8 telepon=tidak ada", at="8"),
        example("8 telepon=081290007819 / 0856", at="8"),
    ),
)
