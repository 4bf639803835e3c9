"""V210: a code of a place that has not the form of one."""

from adhoc_cli.models.codes import KECAMATAN_LENGTH
from adhoc_cli.models.faults import CellFault
from adhoc_cli.rules.api import PLACE_CODES, Facts, Severity, example
from adhoc_cli.rules.derived import cell_faults
from adhoc_cli.rules.found import Params


def _variant(params: Params) -> str:
    if params["levels"] > 1:
        return "either"
    return "kecamatan" if params["length"] == KECAMATAN_LENGTH else "desa"


check = cell_faults(CellFault.CODE_MALFORMED, _variant)

TEXTS = """
title.id = Kode wilayah tidak sah
title.en = Malformed place code
why.id = Wilayah dikenali dari kodenya, bukan dari namanya: banyak desa bernama sama. Kode yang
  kurang angka tidak dapat ditempatkan.
why.en = A place is known by its code, not by its name: many desa share a name. A code that lacks
  digits cannot be placed.
message.either.id = {column} "{found}" bukan kode kabupaten/kota (33.23), kecamatan
  (33.23.01), atau desa (33.23.01.2001)
message.either.en = {column} "{found}" is no code of a kabupaten (33.23), a kecamatan
  (33.23.01) or a desa (33.23.01.2001)
message.kecamatan.id = {column} "{found}" bukan kode kecamatan (33.23.01)
message.kecamatan.en = {column} "{found}" is no code of a kecamatan (33.23.01)
message.desa.id = {column} "{found}" bukan kode desa/kelurahan (33.23.01.2001)
message.desa.en = {column} "{found}" is no code of a desa or kelurahan (33.23.01.2001)
fix.id = Salin kodenya dari kecamatan.csv atau desa.csv, dengan atau tanpa titik. Di Excel format
  kolomnya sebagai Teks agar nol di belakang titik tidak hilang.
fix.en = Copy the code from kecamatan.csv or desa.csv, with or without dots. In Excel format the
  column as Text, or the zeros behind a dot are lost.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    basis=PLACE_CODES,
    passes=(
        example(),
        example("8 kode_wilayah=3323012016"),
    ),
    fails=(
        example("8 kode_wilayah=33.23.1.20", at="8"),
        example("desa:3 kode=33.23.01", at="desa:3"),
        example("desa:3 kode_kecamatan=Bulu", at="desa:3"),
    ),
)
