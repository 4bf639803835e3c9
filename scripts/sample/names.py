"""Names as they are usual in Central Java, put together at random: nobody in particular."""

from __future__ import annotations

import random

SINGLE_WORD_SHARE = 0.28


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_FIRST = {
    "L": _words("""
        Agung Agus Ahmad Aji Anang Anton Ari Arif Bagas Bagus Bambang Bayu Catur Danang
        Dedi Didik Dimas Dwi Edi Eko Fajar Galih Gunawan Hadi Hari Hendra Heru Ibnu Imam
        Irfan Iwan Jarwo Kukuh Luthfi Mas'ud Muhamad Mukhlis Nanang Ngadiman Nu'man Nur
        Panji Pujo Puguh Rahmat Rifa'i Rizal Rohmad Sapto Sigit Slamet Sugeng Sunu Supri
        Tegar Teguh Tri Untung Wahid Wahyu Widi Yanuar Yoga Yusuf Zaenal
    """),
    "P": _words("""
        Alfiah Anis Anisa Arum Ayu Betty Catur Dewi Dian Diah Dwi Eka Endang Erna Eni
        Esti Etik Fatimah Fitri Hani Heni Ida Iin Ika Indah Isti'anah Kartika Khusnul
        Laila Lilis Lina Mega Mu'awanah Naning Nani Nia Ni'mah Novi Nunung Nur Nurul
        Puji Putri Ratih Ratna Reni Retno Rina Rini Rofi'ah Sa'diyah Sari Septi Siti Sri
        Suci Titik Tri Tutik Ulfa Umi Wiwik Wulan Yanti Yuni Zulfa
    """),
}
_LAST = {
    "L": _words("""
        Adinugroho Ardianto Basuki Budiarto Cahyono Darmanto Fatoni Firmansyah Haryadi
        Haryanto Hermawan Ihsanudin Indarto Irawan Ismanto Jatmiko Kuncoro Kurniawan
        Kusnadi Kusuma Ma'ruf Mubarok Mustofa Nugraha Nuryanto Pambudi Prabandaru
        Pradana Prasetya Prayitno Priyanto Purwanto Raharjo Ramadhan Riyanto Rohman
        Sadewa Sa'roni Sampurno Saputra Sasongko Setyawan Sudarmaji Sulistyo Supriyadi
        Suryanto Susilo Sutopo Triyono Utomo Wardoyo Wibisono Wicaksono Widianto Winarno
        Yulianto
    """),
    "P": _words("""
        Agustina Anggraini Aprilia Arifah Astuti Atmawati Budiarti Damayanti Dwiyanti
        Ernawati Fadhilah Fauziah Handayani Hidayati Indriani Istiqomah Jannah Khasanah
        Kurniasih Kusumaningrum Kusumawati Maesaroh Marfu'ah Maryani Mufidah Muslimah
        Muthoharoh Ningrum Ningsih Nuraini Nurhayati Palupi Permatasari Pertiwi Pratiwi
        Purwaningsih Puspitasari Rahayu Rahmawati Rohmah Rokhayati Safitri Setyaningsih
        Setyowati Solikhah Sulistyowati Suryani Susilowati Utami Wahyuningsih Widayati
        Widiastuti Wijayanti Wulandari Yuliani Yuniarti
    """),
}
_SINGLE = {
    "L": _words("""
        Ambarwanto Budiyono Darsono Daryanto Giyarto Giyono Harjono Iskandar Jumadi
        Jumari Kasmadi Kodirin Muhlasin Muhsin Mujiono Mulyadi Muntaha Ngatijo Nurkholis
        Nurrohim Parjiyono Ponijan Poniman Rofiq Rohmadi Sabar Sarwono Slamet Subandi
        Subekhi Sudarno Sugito Sukarman Sukirno Sulaiman Sumarno Sunarto Supardi
        Suparman Supriyono Suratno Suroso Suroto Sutarno Sutrisno Suwandi Suyatno
        Tarmuji Triyanto Tumari Wagiman Wahyudi Waluyo Widodo Winarto Yatiman Zamroni
    """),
    "P": _words("""
        Asrofah Badriyah Daryanti Fatkhiyah Haryati Istikomah Jumiyati Jumini Kasmini
        Khotimah Kusmiyati Kustiyah Lestari Marsini Maryati Muawanah Mujiati Mulyati
        Munjiyah Musyarofah Ngatini Nurjanah Nuryati Parsini Partini Poniyah Ponirah
        Purwanti Rohimah Rokhanah Romlah Rubiyah Rumiyati Sarinah Sarwiyah Siyami
        Sulastri Sulikah Sumarni Sumiyati Sunarti Supriyati Suryati Susanti Suwarni
        Suyati Tarwiyah Tukinah Tumini Turinah Tuwuh Wahyuni Walimah Winarni Winarsih
        Yatini Zumrotun
    """),
}

DUSUN = _words("""
    Argosari Brengosan Gemblengan Gondang Jambean Jetis Jurangsari Kalitengah Karanganyar
    Karangsari Kauman Krajan Lamuk Macanan Ngadiroso Ngemplak Pandean Pringapus Salakan
    Sabrang Sekaran Sidomukti Tegalsari Wonosari
""")

# People whom everybody knows, should chance ever put their names together.
_WELL_KNOWN = frozenset(
    {
        "Agus Kuncoro",
        "Agus Utomo",
        "Ahmad Ma'ruf",
        "Ari Kuncoro",
        "Arif Budiarto",
        "Arif Rohman",
        "Bagas Saputra",
        "Bambang Sulistyo",
        "Bambang Susilo",
        "Danang Wicaksono",
        "Dewi Lestari",
        "Dimas Prasetya",
        "Eko Saputra",
        "Hadi Utomo",
        "Hendra Kurniawan",
        "Hendra Setyawan",
        "Imam Utomo",
        "Indah Permatasari",
        "Iwan Irawan",
        "Iwan Setyawan",
        "Nur Hidayati",
        "Putri Handayani",
        "Sapto Raharjo",
        "Siti Fadhilah",
        "Slamet Raharjo",
        "Sri Rahayu",
        "Sri Wahyuni",
        "Susanti",
        "Teguh Haryanto",
        "Tri Susanti",
        "Tri Sutrisno",
        "Tri Utami",
        "Widodo",
    }
)


def bare_name(rng: random.Random, sex: str) -> str:
    """A name without titles; about 28 in 100 are a single word, as in real rosters."""
    while True:
        if rng.random() < SINGLE_WORD_SHARE:
            name = rng.choice(_SINGLE[sex])
        else:
            name = f"{rng.choice(_FIRST[sex])} {rng.choice(_LAST[sex])}"
        if name not in _WELL_KNOWN:
            return name


def with_titles(rng: random.Random, name: str, sex: str, age: int, schooling: str) -> str:
    """The name with the titles that the age and the schooling allow; most people write none."""
    if age >= 40 and rng.random() < 0.05:
        name = ("H. " if sex == "L" else "Hj. ") + name
    if schooling == "S-1" and rng.random() < 0.5:
        name += rng.choice((", S.Pd.", ", S.Pd.I.", ", S.Sos.", ", S.E.", ", S.Kom.", ", S.H."))
    if schooling == "S-2":
        name += ", M.Pd."
    return name
