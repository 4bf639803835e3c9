"""F112: a file above the size limit."""

from adhoc_cli.rules.api import FORMAT, Facts, Severity, example
from adhoc_cli.rules.derived import file_faults
from adhoc_cli.tables.faults import FileFaultKind

check = file_faults(FileFaultKind.FILE_TOO_LARGE, whole=True)

TEXTS = """
title.id = Berkas terlalu besar
title.en = File too large
why.id = Daftar anggota seluruh Indonesia pun di bawah 1 GB. Berkas yang jauh lebih besar bukan
  daftar anggota, dan membacanya dapat menghabiskan memori komputer.
why.en = Even the members of the whole country stay below 1 GB. A file far above that is no roster,
  and reading it may use up the memory.
message.id = {file} terlalu besar untuk daftar⟦ ({size} bita, paling besar {limit} bita)⟧
message.en = {file} is too large for a roster⟦ ({size} bytes, above the limit of {limit} bytes)⟧
fix.id = Periksa apakah berkasnya benar; bila ya, bagi menjadi beberapa anggota-*.csv atau naikkan
  ukurannya dengan --max-size.
fix.en = See whether it is the right file; if so, divide it into several anggota-*.csv or raise the
  limit with --max-size.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    basis=FORMAT,
    passes=(example(),),
    fails=(example(limit=500, at="1"),),
)
