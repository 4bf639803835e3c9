"""How a vacant seat of each body is filled, and what follows when nobody is left on the list.

Every provision says where it comes from and how sure that is; the levels are those of a profile's
sources (`profiles.model.Source`), None where no source was found.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from adhoc_cli.profiles.parts import Level
from adhoc_cli.text.words import Words

Pleno = Literal["KPU", "PPS"]


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision: what it says, the law it stands in ("" where none was found), where it was
    seen ("" for the law itself), and how sure it is."""

    key: str
    words: Words
    basis: str
    source: str
    level: Level | None


@dataclass(frozen=True, slots=True)
class Succession:
    """What holds for a body: whose `pleno` decides (None: no pleno does), how a seat is filled
    (`by_rank`: by the next of the selection), what follows when the list is exhausted, and what
    else is to be done."""

    pleno: Pleno | None
    by_rank: bool
    decides: Provision
    method: Provision
    exhausted: tuple[Provision, ...] = ()
    besides: tuple[Provision, ...] = ()


GROUNDS = Provision(
    "grounds",
    Words(
        "Penggantian karena meninggal, berhalangan tetap, mengundurkan diri, atau diberhentikan; "
        "didahului verifikasi dan klarifikasi",
        "A replacement follows death, a permanent hindrance, resignation or dismissal, after a "
        "verification and clarification",
    ),
    "PKPU 8/2022 ps. 43",
    "",
    "A",
)
SUSPENSION = Provision(
    "suspension",
    Words(
        "Pemberhentian sementara berlaku sampai ada keputusan: kursinya belum tentu kosong",
        "A suspension holds until a decision is made: the seat may not stay vacant",
    ),
    "PKPU 8/2022 ps. 43 (6)",
    "",
    "A",
)
STEPS = Provision(
    "steps",
    Words(
        "Verifikasi, rapat pleno, berita acara, keputusan, lalu sumpah/janji pengganti",
        "Verification, pleno, berita acara, decree, then the oath of the replacement",
    ),
    "PKPU 8/2022 ps. 43",
    "awasipemilu.com 2023/01",
    "B",
)
NEW_CHAIR = Provision(
    "new_chair",
    Words(
        "Ketua berhenti: pengganti masuk sebagai anggota, lalu para anggota memilih ketua baru dan "
        "menata kembali pembagian divisi",
        "The ketua has left: the replacement comes in as anggota, then the members choose a new "
        "ketua and share out the divisions again",
    ),
    "",
    "",
    "I",
)

_NEXT_IN_RANK = Provision(
    "next_in_rank",
    Words(
        "Calon dengan peringkat berikutnya dari hasil seleksi",
        "The candidate with the next rank of the selection",
    ),
    "PKPU 8/2022",
    "awasipemilu.com 2023/01",
    "B",
)
_KPU_DECIDES = Provision(
    "kpu_decides",
    Words(
        "KPU Kabupaten/Kota memutuskan dalam rapat pleno",
        "The KPU Kabupaten/Kota decides in its pleno",
    ),
    "PKPU 8/2022",
    "nandai.pikiran-rakyat.com pr-3617758456",
    "B",
)
_PPS_DECIDES = Provision(
    "pps_decides",
    Words(
        "PPS memutuskan dalam rapat pleno atas nama Ketua KPU Kabupaten/Kota, dan melaporkannya "
        "ke KPU melalui PPK",
        "The PPS decides in its pleno on behalf of the ketua of the KPU Kabupaten/Kota, and "
        "reports to the KPU through the PPK",
    ),
    "PKPU 8/2022",
    "nandai.pikiran-rakyat.com pr-3617758456, pr-3617758868",
    "B",
)
_ASK_KPU = Provision(
    "ask_kpu",
    Words(
        "Tidak ditemukan ketentuan untuk daftar yang habis; mintakan petunjuk KPU Provinsi",
        "No rule was found for a list that is exhausted; ask the KPU Provinsi for instructions",
    ),
    "",
    "",
    None,
)
_APPOINT_IN_PLENO = Provision(
    "appoint_in_pleno",
    Words(
        "Penunjukan langsung warga yang memenuhi syarat, diplenokan dan dituangkan dalam berita "
        "acara",
        "Direct appointment of an eligible resident, in a pleno with a berita acara",
    ),
    "",
    "inilahmojokerto.com 2024/02/01, Jombang",
    "C",
)
_WITH_SCHOOL_OR_VILLAGE = Provision(
    "with_school_or_village",
    Words(
        "Saat pendaftar PPS kurang, calon ditunjuk bersama lembaga pendidikan atau pemerintah desa",
        "Where too few apply as PPS, candidates are appointed together with an educational "
        "institution or the village government",
    ),
    "",
    "jateng.antaranews.com 532791, Temanggung",
    "B",
)
_SAME_FOR_REPLACEMENT = Provision(
    "same_for_replacement",
    Words(
        "Bahwa cara itu berlaku juga untuk penggantian adalah analogi, bukan ketentuan yang "
        "ditemukan",
        "That this holds for a replacement too is an analogy, not a rule that was found",
    ),
    "",
    "",
    "D",
)
_APPOINT_LOCAL = Provision(
    "appoint_local",
    Words(
        "Penunjukan langsung warga setempat yang memenuhi syarat",
        "Direct appointment of an eligible local",
    ),
    "PKPU 8/2022",
    "awasipemilu.com 2023/01",
    "B",
)
_UNLOCK_ACCOUNT = Provision(
    "unlock_account",
    Words(
        "PPS meminta KPU membuka kunci akun SIAKBA KPPS agar penggantinya dapat dimasukkan",
        "The PPS asks the KPU to unlock the SIAKBA account of the KPPS, so that the replacement "
        "can be entered",
    ),
    "",
    "inilahmojokerto.com 2024/02/01, Jombang",
    "C",
)
_VILLAGE_PROPOSES = Provision(
    "village_proposes",
    Words(
        "Kepala desa/lurah mengusulkan petugas; PPS menetapkan dan melaporkannya melalui PPK",
        "The kades or lurah proposes officers; the PPS appoints them and reports through the PPK",
    ),
    "",
    "scribd.com 378673674",
    "C",
)
_BUPATI_CHOOSES = Provision(
    "bupati_chooses",
    Words(
        "PPK melalui KPU Kabupaten/Kota mengusulkan 3 nama sekretaris dan paling banyak 4 nama "
        "staf; bupati/wali kota memilih, KPU menetapkan",
        "The PPK, through the KPU Kabupaten/Kota, proposes 3 names for sekretaris and at most 4 "
        "for staf; the bupati chooses, the KPU confirms",
    ),
    "UU 7/2017 ps. 51-52",
    "radarselatan.disway.id 650193",
    "B",
)
_KADES_CHOOSES = Provision(
    "kades_chooses",
    Words(
        "PPS melalui PPK mengusulkan paling banyak 3 nama sekretaris dan 4 nama staf; kades/lurah "
        "memilih, KPU Kabupaten/Kota menetapkan",
        "The PPS, through the PPK, proposes at most 3 names for sekretaris and 4 for staf; the "
        "kades or lurah chooses, the KPU Kabupaten/Kota confirms",
    ),
    "PKPU 8/2022 ps. 75",
    "asumsipublik.id 2023/01",
    "B",
)
_UNKNOWN = Provision(
    "unknown_body",
    Words(
        "Tidak ditemukan ketentuan penggantian untuk badan ini",
        "No rule on replacements was found for this body",
    ),
    "",
    "",
    None,
)

_LAW: Mapping[str, Succession] = {
    "PPK": Succession("KPU", True, _KPU_DECIDES, _NEXT_IN_RANK, (_ASK_KPU,)),
    "PPS": Succession(
        "KPU", True, _KPU_DECIDES, _NEXT_IN_RANK, (_WITH_SCHOOL_OR_VILLAGE, _SAME_FOR_REPLACEMENT)
    ),
    "KPPS": Succession(
        "PPS", True, _PPS_DECIDES, _NEXT_IN_RANK, (_APPOINT_IN_PLENO,), (_UNLOCK_ACCOUNT,)
    ),
    "PANTARLIH": Succession("PPS", False, _PPS_DECIDES, _APPOINT_LOCAL, (_APPOINT_LOCAL,)),
    "KETERTIBAN": Succession("PPS", False, _VILLAGE_PROPOSES, _VILLAGE_PROPOSES),
    "SEKRETARIAT PPK": Succession(None, False, _BUPATI_CHOOSES, _BUPATI_CHOOSES),
    "SEKRETARIAT PPS": Succession(None, False, _KADES_CHOOSES, _KADES_CHOOSES),
}


def succession_of(body: str) -> Succession:
    """What holds for a body; for one that no source speaks of, that nothing is known."""
    return _LAW.get(body, Succession(None, False, _UNKNOWN, _UNKNOWN))
