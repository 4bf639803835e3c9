"""What several rules rest on: laws, standards, and the format of the roster folder itself."""

from __future__ import annotations

from adhoc_cli.text.words import Words

FORMAT = Words("Ketentuan format adhoc-cli", "adhoc-cli file format")
PRACTICE = Words("Praktik, menurut profil; bukan pasal", "Practice, by the profile; no article")
SEATS = Words(
    "PKPU 8/2022 pasal 5-6 (PPK), 16-17 (PPS), 28-30 (KPPS)",
    "PKPU 8/2022 articles 5-6 (PPK), 16-17 (PPS), 28-30 (KPPS)",
)
BY_RANK = Words(
    "PKPU 8/2022; Kep KPU 534/2022 Bab IV (PAW oleh peringkat berikutnya)",
    "PKPU 8/2022; Kep KPU 534/2022 chapter IV (replacement by the next in rank)",
)
CSV = Words(
    "RFC 4180 (format CSV); ketentuan format adhoc-cli", "RFC 4180 (CSV); adhoc-cli file format"
)
NIK = Words(
    "PP 37/2007 pasal 37; PP 40/2019 pasal 30 ayat (2)",
    "PP 37/2007 article 37; PP 40/2019 article 30(2)",
)
PLACE_CODES = Words(
    "Permendagri 58/2021; Kepmendagri 300.2.2-2430/2025",
    "Permendagri 58/2021; Kepmendagri 300.2.2-2430/2025",
)
PERSON_NAMES = Words(
    "Permendagri 73/2022 pasal 5 ayat (1) huruf a dan ayat (3) huruf b",
    "Permendagri 73/2022 article 5(1)(a) and 5(3)(b)",
)
