"""The row models of the region files: kecamatan, desa and TPS."""

from typing import Annotated

from adhoc_cli.models.columns import FileKind, RowModel, header
from adhoc_cli.models.types import DesaCode, FreeText, KecamatanCode, PlaceKind, TpsNumber, Whole


class Kecamatan(RowModel):
    """A kecamatan of the kabupaten (`kecamatan.csv`)."""

    kind = FileKind("kecamatan", "kode", required=True, lists="kecamatan")

    kode: Annotated[
        KecamatanCode, header("code|kode kecamatan|kode_wilayah|district code|kode kemendagri|id")
    ]
    """Kemendagri code of the kecamatan, 33.23.01"""
    nama: Annotated[FreeText, header("name|nama kecamatan|kecamatan|district|distrik|nama distrik")]
    """Name of the kecamatan"""


class Desa(RowModel):
    """A desa or kelurahan (`desa.csv`)."""

    kind = FileKind("desa", "kode", required=True, lists="desa")

    kode: Annotated[
        DesaCode,
        header("code|kode desa|kode kelurahan|kode desa/kelurahan|kode_wilayah|village code|id"),
    ]
    """Kemendagri code of the desa or kelurahan, 33.23.01.2001"""
    nama: Annotated[
        FreeText,
        header(
            "name|nama desa|nama kelurahan|nama desa/kelurahan|desa|kelurahan|desa/kelurahan"
            "|desa/kel|village|gampong"
        ),
    ]
    """Name of the desa or kelurahan"""
    jenis: Annotated[PlaceKind | None, header("type|kind|tipe|status desa")] = None
    """desa, kelurahan, desa adat, or perwakilan (a representation overseas)"""
    kode_kecamatan: Annotated[
        KecamatanCode | None, header("district code|kode kec", references="kecamatan.kode")
    ] = None
    """Code of its kecamatan; else the first three parts of the code"""


class Tps(RowModel):
    """A polling station (`tps.csv`)."""

    kind = FileKind("tps", "kode_desa", lists="tps")

    kode_desa: Annotated[
        DesaCode,
        header(
            "kode_wilayah|kode kelurahan|kode desa/kelurahan|village code", references="desa.kode"
        ),
    ]
    """Code of the desa of the TPS"""
    nomor: Annotated[TpsNumber, header("no|nomor tps|no tps|tps|number")]
    """Number of the TPS within its desa"""
    jumlah_pemilih: Annotated[
        Whole | None, header("pemilih|dpt|jumlah dpt|total dpt|total pemilih|voters|jml pemilih")
    ] = None
    """Number of registered voters"""
