"""The row models of the region files: kecamatan, desa and TPS."""

from __future__ import annotations

from typing import Annotated

from adhoc_cli.models.columns import FileKind, RowModel, header
from adhoc_cli.models.types import DesaCode, FreeText, KecamatanCode, PlaceKind, TpsNumber, Whole


class Kecamatan(RowModel):
    """A kecamatan of the kabupaten (`kecamatan.csv`)."""

    kind = FileKind("kecamatan", "kode", required=True, lists="kecamatan")

    kode: Annotated[
        KecamatanCode,
        header(
            "Kode Kemendagri kecamatan, 33.23.01",
            "Kemendagri code of the kecamatan, 33.23.01",
            "code|kode kecamatan|kode_wilayah|district code|kode kemendagri|id",
        ),
    ]
    nama: Annotated[
        FreeText,
        header(
            "Nama kecamatan",
            "Name of the kecamatan",
            "name|nama kecamatan|kecamatan|district|distrik|nama distrik",
        ),
    ]


class Desa(RowModel):
    """A desa or kelurahan (`desa.csv`)."""

    kind = FileKind("desa", "kode", required=True, lists="desa")

    kode: Annotated[
        DesaCode,
        header(
            "Kode Kemendagri desa/kelurahan, 33.23.01.2001",
            "Kemendagri code of the desa or kelurahan, 33.23.01.2001",
            "code|kode desa|kode kelurahan|kode desa/kelurahan|kode_wilayah|village code|id",
        ),
    ]
    nama: Annotated[
        FreeText,
        header(
            "Nama desa/kelurahan",
            "Name of the desa or kelurahan",
            "name|nama desa|nama kelurahan|nama desa/kelurahan|desa|kelurahan|desa/kelurahan"
            "|desa/kel|village|gampong",
        ),
    ]
    jenis: Annotated[
        PlaceKind | None,
        header(
            "desa, kelurahan, desa adat, atau perwakilan (luar negeri)",
            "desa, kelurahan, desa adat, or perwakilan (a representation overseas)",
            "type|kind|tipe|status desa",
        ),
    ] = None
    kode_kecamatan: Annotated[
        KecamatanCode | None,
        header(
            "Kode kecamatannya; bila kosong, tiga bagian pertama kode",
            "Code of its kecamatan; else the first three parts of the code",
            "district code|kode kec",
            references="kecamatan.kode",
        ),
    ] = None


class Tps(RowModel):
    """A polling station (`tps.csv`)."""

    kind = FileKind("tps", "kode_desa", lists="tps")

    kode_desa: Annotated[
        DesaCode,
        header(
            "Kode desa/kelurahan TPS",
            "Code of the desa of the TPS",
            "kode_wilayah|kode kelurahan|kode desa/kelurahan|village code",
            references="desa.kode",
        ),
    ]
    nomor: Annotated[
        TpsNumber,
        header(
            "Nomor TPS dalam desanya",
            "Number of the TPS within its desa",
            "no|nomor tps|no tps|tps|number",
        ),
    ]
    jumlah_pemilih: Annotated[
        Whole | None,
        header(
            "Jumlah pemilih terdaftar",
            "Number of registered voters",
            "pemilih|dpt|jumlah dpt|voters|jml pemilih",
        ),
    ] = None
