"""Letters about a vacancy: what ships, and what an office puts in its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from adhoc_cli.models.finding import Region
from adhoc_cli.reports.candidates import Note, Why
from adhoc_cli.reports.letters import write
from adhoc_cli.reports.letters.contents import OF_OTHERS, values
from adhoc_cli.reports.letters.data import BLANK, KINDS, Clerk, law_of
from adhoc_cli.reports.letters.faults import TemplateFault
from adhoc_cli.reports.letters.write import FOLDER, Letter, Writer
from adhoc_cli.reports.persons import Post
from adhoc_cli.reports.successors import Vacancy, find_successors
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.examples import Example, base_members
from adhoc_cli.text.catalogue import texts
from adhoc_cli.text.days import long_day, weekday
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.unseen import on_one_line
from adhoc_cli.text.words import LANGUAGES, Lang
from tests.reports.editing import AS_OF, change, small

GONE = {
    "status": "mengundurkan diri",
    "alasan": "Diterima sebagai PPPK",
    "tanggal_selesai": "2024-06-05",
    "nomor_sk": "131/PP.04-Kpt/3323/2024",
}
TPS = b"kode_desa,nomor,jumlah_pemilih\n33.23.01.2016,3,300\n"

each_language = pytest.mark.parametrize("lang", LANGUAGES)


def vacancies_of(tmp_path: Path, example: Example) -> tuple[Roster, tuple[Vacancy, ...]]:
    roster = small(tmp_path / "roster", example)
    return roster, find_successors(roster).vacancies


def one_vacancy(tmp_path: Path, **cells: dict[str, str]) -> tuple[Roster, Vacancy]:
    """The base roster, whose PPS member on line 8 resigned, with these lines changed."""
    roster, (vacancy,) = vacancies_of(tmp_path, Example(change=change(l8=GONE, **cells)))
    return roster, vacancy


def berita_acara(roster: Roster, vacancy: Vacancy, lang: Lang = "id") -> str:
    text = Writer(roster, lang).berita_acara(vacancy)
    assert text is not None
    return text


def whatsapp(roster: Roster, vacancy: Vacancy, lang: Lang = "id", *, personal: bool = False) -> str:
    candidate = vacancy.proposals[0].candidates[0]
    return Writer(roster, lang, personal).whatsapp(vacancy, candidate)


def own_template(roster: Roster, text: str | bytes, name: str = "whatsapp.id.txt") -> None:
    folder = roster.folder.path / FOLDER
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)


# -- the texts that ship ---------------------------------------------------------------------------


def test_every_letter_ships_in_both_languages() -> None:
    shipped = Path(write.__file__).with_name("templates")
    assert {path.name for path in shipped.iterdir()} == {
        f"{name}.{lang}.txt" for name in (*Letter, "pesan") for lang in LANGUAGES
    }


def test_the_berita_acara_says_who_left_who_comes_and_why_others_do_not(tmp_path: Path) -> None:
    text = berita_acara(*one_vacancy(tmp_path, l18={"telepon": ""}))
    first, second = base_members()[16]["nama"], base_members()[17]["nama"]
    assert "DESA WONOSARI, KECAMATAN BULU" in text
    assert f"1. {base_members()[6]['nama']}, anggota: mengundurkan diri, 5 Juni 2024" in text
    assert "alasan: Diterima sebagai PPPK (keputusan 131/PP.04-Kpt/3323/2024)" in text
    assert f"1. {first}, peringkat 4: tidak ada nomor telepon untuk dihubungi." in text
    assert f"- {second}, peringkat 5, sebagai anggota PPS" in text
    assert "PKPU 8/2022 ps. 43" in text
    assert "memilih ketua" not in text


def test_the_same_in_english(tmp_path: Path) -> None:
    text = berita_acara(*one_vacancy(tmp_path, l18={"telepon": ""}), "en")
    assert "On this Monday, day ten of June of the year two thousand and twenty-four, in" in text
    assert f"- {base_members()[17]['nama']}, rank 5, as anggota of the PPS" in text
    assert "rank 4: no phone number to be reached at." in text


def test_a_language_without_letters_of_its_own_has_the_indonesian_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    javanese: Lang = "jv"  # type: ignore[assignment]  # one that nobody speaks yet
    monkeypatch.setattr("adhoc_cli.text.translator.texts", lambda lang: texts("id"))
    roster, vacancy = one_vacancy(tmp_path)
    assert berita_acara(roster, vacancy, javanese) == berita_acara(roster, vacancy)


OPENING = (
    "Pada hari ini Senin, tanggal sepuluh bulan Juni tahun dua ribu dua puluh empat, bertempat"
)
LAW = {
    "pilkada-2024": (
        "Undang-Undang Nomor 1 Tahun 2015 jo. Undang-Undang Nomor 8 Tahun 2015, "
        "Undang-Undang Nomor 10 Tahun 2016, Undang-Undang Nomor 6 Tahun 2020"
    ),
    "pemilu-2024": "Undang-Undang Nomor 7 Tahun 2017",
}


def test_the_berita_acara_opens_as_the_field_writes_it(tmp_path: Path) -> None:
    text = berita_acara(*one_vacancy(tmp_path))
    assert f"\n{OPENING}" in text
    assert "\nKomisi Pemilihan Umum Kabupaten Temanggung\ntelah mengadakan rapat pleno" in text
    assert "PPS) Desa Wonosari, Kecamatan Bulu, Kabupaten Temanggung (kode" in text


@pytest.mark.parametrize("profile", LAW)
def test_the_law_is_listed_as_uu_pkpu_kep(tmp_path: Path, profile: str) -> None:
    day = {"pilkada-2024": AS_OF, "pemilu-2024": date(2023, 6, 1)}[profile]
    example = Example(drop=("anggota:8",), profile=profile, as_of=day)
    roster, (vacancy, *_) = vacancies_of(tmp_path, example)
    listed = Clerk(roster, "id").letter(vacancy).dasar_hukum
    kinds = [line.partition(" Nomor ")[0] for line in listed]
    assert listed[0] == LAW[profile]
    assert "Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2022" in listed
    assert "Keputusan Komisi Pemilihan Umum Nomor 534 Tahun 2022" in listed
    order = [
        "Undang-Undang",
        "Peraturan Komisi Pemilihan Umum",
        "Keputusan Komisi Pemilihan Umum",
    ]
    assert list(dict.fromkeys(kinds)) == order
    assert kinds == sorted(kinds, key=order.index)
    text = berita_acara(roster, vacancy)
    assert all(f"  {at}. {line}\n" in text for at, line in enumerate(listed, 1))


def test_law_that_no_source_names_is_a_line_of_dots(tmp_path: Path) -> None:
    roster, _ = one_vacancy(tmp_path)
    body = roster.profile.badan["PPS"].model_copy(update={"sumber": {}})
    profile = roster.profile.model_copy(update={"badan": {"PPS": body}})
    said = law_of(profile, "PPS", (), lambda kind, law: f"{kind} {law}")
    assert list(said) == [f"{kind} {BLANK}" for kind in KINDS]


@pytest.mark.parametrize(
    ("code", "office", "place"),
    [
        ("33.23.03.1001", "KPU Kabupaten Temanggung", "Kelurahan Temanggung I"),
        ("33.74.01.1001", "KPU Kota Semarang", "Kelurahan"),
        ("11.01.01.2001", "KIP Kabupaten Aceh Selatan", "Desa"),
        ("98.99.01.2001", f"KPU Kabupaten/Kota {BLANK}", "Desa"),
    ],
)
def test_the_office_and_the_kind_of_the_desa_are_those_of_its_code(
    tmp_path: Path, code: str, office: str, place: str
) -> None:
    roster, vacancy = one_vacancy(tmp_path)
    name = "Temanggung I"
    elsewhere = replace(vacancy, post=Post("PPS", Region(code, name)))
    letter = Clerk(roster, "id").letter(elsewhere)
    assert letter.kantor == office
    assert letter.tempat.startswith(f"{place.removesuffix(name).strip()} {name}, Kecamatan ")


@each_language
@pytest.mark.parametrize("sex", ["L", "P", ""])
def test_a_message_greets_by_sex_names_its_sender_and_the_kecamatan(
    tmp_path: Path, sex: str, lang: Lang
) -> None:
    text = whatsapp(*one_vacancy(tmp_path, l18={"jenis_kelamin": sex}), lang)
    greeted = {
        "id": {"L": "Yth. Bapak", "P": "Yth. Ibu", "": "Yth. Bapak/Ibu"},
        "en": {"L": "Dear Mr", "P": "Dear Ms", "": "Dear Mr/Ms"},
    }[lang][sex]
    assert text.startswith(f"{greeted} {base_members()[16]['nama']},\n")
    assert f"{'Kami dari' if lang == 'id' else 'This is the'} KPU Kabupaten Temanggung." in text
    assert "Desa Wonosari, Kecamatan Bulu" in text


@each_language
def test_a_message_has_no_word_about_anybody_elses_case(tmp_path: Path, lang: Lang) -> None:
    roster, vacancy = one_vacancy(tmp_path, l18={"telepon": ""})
    text = whatsapp(roster, vacancy, lang)
    others = [row["nama"] for at, row in enumerate(base_members()) if at != 17]
    for word in (*others, *GONE.values(), "berhenti", "left", "resign", "vacant", "kosong"):
        assert word not in text


@pytest.mark.parametrize("name", OF_OTHERS)
def test_an_own_message_cannot_tell_of_others_either(tmp_path: Path, name: str) -> None:
    roster, vacancy = one_vacancy(tmp_path)
    own_template(roster, f"{{% for orang in {name} %}}x{{% endfor %}}")
    with pytest.raises(TemplateFault) as raised:
        whatsapp(roster, vacancy)
    assert (raised.value.key, raised.value.params["name"]) == ("template.undefined", name)


@each_language
def test_a_tie_is_left_to_the_pleno(tmp_path: Path, lang: Lang) -> None:
    text = berita_acara(*one_vacancy(tmp_path, l19={"peringkat": "4"}), lang)
    assert {"id": "1 dari 2 calon", "en": "1 of 2 candidates"}[lang] in text
    assert all(base_members()[at]["nama"] in text for at in (16, 17))


@each_language
def test_an_exhausted_list_says_what_the_law_and_practice_say(tmp_path: Path, lang: Lang) -> None:
    lines = tuple(f"anggota:{line}" for line in (7, 8, 9, 18, 19, 20))
    roster, (vacancy,) = vacancies_of(tmp_path, Example(drop=lines))
    text = berita_acara(roster, vacancy, lang)
    assert {"id": "Tidak ada calon", "en": "There is no candidate"}[lang] in text
    assert {"id": "mintakan petunjuk KPU Provinsi", "en": "ask the KPU Provinsi"}[lang] in text
    assert {"id": "memilih ketua", "en": "chooses a ketua"}[lang] in text


@each_language
def test_kpps_is_decided_by_the_pps(tmp_path: Path, lang: Lang) -> None:
    kpps = {
        **base_members()[6], "badan": "KPPS", "tps": "3", "nik": "3323011212900555",
        "nama": "Calon KPPS",
    }  # fmt: skip
    waits = kpps | {"nik": "3323011212900556", "status": "cadangan", "peringkat": "8"}
    example = Example(
        add={"anggota": (kpps, waits)}, files={"tps.csv": TPS}, as_of=date(2024, 11, 20)
    )
    roster, (vacancy,) = vacancies_of(tmp_path, example)
    text = berita_acara(roster, vacancy, lang)
    assert "PANITIA PEMUNGUTAN SUARA DESA WONOSARI" in text
    assert "TPS 3 DESA WONOSARI" in text
    assert "4. Anggota" not in text
    message = whatsapp(roster, vacancy, lang)
    assert "PPS Desa Wonosari, Kecamatan Bulu, Kabupaten Temanggung" in message
    assert "Calon KPPS" in message


def test_a_secretariat_is_decided_by_no_pleno(tmp_path: Path) -> None:
    row = {**base_members()[6], "badan": "SEKRETARIAT PPS", "jabatan": "staf"}
    example = Example(add={"anggota": (row | {"nik": "3323011212900555"},)})
    roster, vacancies = vacancies_of(tmp_path, example)
    assert {vacancy.post.body for vacancy in vacancies} == {"SEKRETARIAT PPS"}
    assert Writer(roster, "id").berita_acara(vacancies[0]) is None


@each_language
def test_the_message_asks_and_promises_nothing(tmp_path: Path, lang: Lang) -> None:
    text = whatsapp(*one_vacancy(tmp_path), lang)
    assert base_members()[16]["nama"] in text
    assert {"id": "peringkat 4", "en": "rank 4"}[lang] in text
    assert {"id": "bukan penetapan", "en": "no appointment"}[lang] in text


@each_language
def test_a_ppk_is_one_of_a_kecamatan(tmp_path: Path, lang: Lang) -> None:
    roster, (vacancy,) = vacancies_of(
        tmp_path, Example(change=change(l3=GONE | {"status": "diberhentikan"}))
    )
    text = berita_acara(roster, vacancy, lang)
    assert "PPK\nKECAMATAN BULU\n" in text
    assert "PKPU 8/2022 ps. 43" in text


@each_language
def test_where_somebody_serves_stands_in_the_reason(tmp_path: Path, lang: Lang) -> None:
    text = berita_acara(*one_vacancy(tmp_path, l2={"nik": base_members()[16]["nik"]}), lang)
    assert {"id": "sudah bertugas di PPK Bulu", "en": "already serves in PPK Bulu"}[lang] in text


@each_language
def test_notes_stand_beside_the_candidate(tmp_path: Path, lang: Lang) -> None:
    text = berita_acara(*one_vacancy(tmp_path, l18={"nik": ""}), lang)
    assert texts(lang)["letter.note.no_nik"] in text


def test_every_reason_and_note_has_words() -> None:
    keys = {f"letter.skip.{why}" for why in Why} | {f"letter.note.{note}" for note in Note}
    assert keys == {key for key in texts("id") if key.startswith("letter.")}
    assert long_day(AS_OF.replace(month=8), "id") == "10 Agustus 2024"
    assert weekday(AS_OF.replace(day=7), "en") == "Friday"


# -- personal data, and texts from outside ---------------------------------------------------------


def test_personal_values_are_masked_unless_asked_for(tmp_path: Path) -> None:
    roster, vacancy = one_vacancy(tmp_path)
    own_template(roster, "{{ calon.nik }} {{ calon.telepon }}")
    row = base_members()[16]
    masked = whatsapp(roster, vacancy)
    assert row["nik"] not in masked
    assert row["telepon"] not in masked
    assert masked.split() == [
        "*" * 12 + row["nik"][-4:],
        f"{row['telepon'][:4]}****{row['telepon'][-4:]}",
    ]
    assert whatsapp(roster, vacancy, personal=True).split() == [row["nik"], row["telepon"]]


@pytest.mark.parametrize(
    "name",
    ["{{ 7 * 7 }}", "{% include 'x' %}", "{# hilang #}", "{{ calon.__class__ }}", "<b>&amp;</b>"],
)
@each_language
def test_a_name_is_never_a_template(tmp_path: Path, name: str, lang: Lang) -> None:
    roster, vacancy = one_vacancy(tmp_path, l18={"nama": name})
    assert name in whatsapp(roster, vacancy, lang)
    assert name in berita_acara(roster, vacancy, lang)


def test_what_is_not_seen_is_written_out(tmp_path: Path) -> None:
    cells = {"nama": "Si\u202eti\u200b \x1b[31mAmi\u3164nah"}
    text = whatsapp(*one_vacancy(tmp_path, l18=cells))
    assert "Si\\u202eti\\u200b \\x1b[31mAmi\\u3164nah" in text


def test_a_line_break_in_a_cell_makes_no_new_line(tmp_path: Path) -> None:
    roster, (vacancy,) = vacancies_of(
        tmp_path, Example(change=change(l8=GONE | {"alasan": "Satu\nDua"}))
    )
    assert "alasan: Satu↵Dua" in berita_acara(roster, vacancy)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Nu'man, José \u00a0\u4e2d", "Nu'man, José \u00a0\u4e2d"),
        ("a\r\nb\rc\td", "a↵b\\x0dc\\x09d"),
        ("\U000e0001", "\\U000e0001"),
        ("\ud800", "\\ud800"),
    ],
)
def test_a_text_stands_on_one_line(text: str, shown: str) -> None:
    assert on_one_line(text) == shown


# -- an office's own templates ---------------------------------------------------------------------


def test_an_own_template_takes_the_place_of_one_that_ships(tmp_path: Path) -> None:
    roster, vacancy = one_vacancy(tmp_path)
    own_template(
        roster,
        "\ufeffHalo {{ calon.nama }},\r\n{% if kosong %}\r\n{{ kosong }} kursi\r\n{% endif %}",
    )
    assert whatsapp(roster, vacancy) == f"Halo {base_members()[16]['nama']},\n1 kursi\n"
    assert "Dear" in whatsapp(roster, vacancy, "en")


def test_an_own_template_can_include_a_letterhead(tmp_path: Path) -> None:
    roster, vacancy = one_vacancy(tmp_path)
    own_template(roster, "KOP {{ kode_wilayah }}", "kop.txt")
    own_template(roster, "{% include 'kop.txt' %} {{ calon.nama }}")
    assert whatsapp(roster, vacancy).startswith("KOP 33.23.01.2016 ")


def test_every_field_can_be_used(tmp_path: Path) -> None:
    roster, vacancy = one_vacancy(tmp_path)
    clerk, candidate = Clerk(roster, "id"), vacancy.proposals[0].candidates[0]
    for letter in (clerk.letter(vacancy), clerk.letter(vacancy, candidate)):
        names = "".join(f"{{{{ {name} }}}}" for name in values(letter))
        own_template(roster, names, "berita-acara.id.txt")
        own_template(roster, names)
        text = whatsapp(roster, vacancy) if letter.calon else berita_acara(roster, vacancy)
        assert "Wonosari" in text


FAULTY: list[tuple[str | bytes, str, int | None, str]] = [
    ("satu\n{{ calon.namaa }}", "template.undefined", 2, '"nama"'),
    ("satu\ndua\n{{ kosng }}", "template.undefined", 3, '"kosong"'),
    ("{% for x in calon %}\n", "template.unclosed", None, "for"),
    ("satu\n{{ calon.nama ", "template.unclosed", 2, "{{"),
    ("satu\n{% jika kosong %}", "template.unknown_tag", 2, "jika"),
    ("{% if kosong %}\n{% endfor %}", "template.unknown_tag", 2, "endfor"),
    ("satu\n{{ calon.nama | uper }}", "template.unknown_filter", 2, '"upper"'),
    ("satu\n{{ calon nama }}", "template.syntax", 2, "miswritten"),
    ("satu\n{{ kosong / 0 }}", "template.failed", 2, "ZeroDivisionError"),
    ("satu\n{{ kosong + badan }}", "template.failed", 2, "TypeError"),
    ("{{ calon.__class__.__mro__ }}", "template.forbidden", 1, "may not"),
    ("{{ ''.__class__ }}", "template.forbidden", 1, "may not"),
    ("satu\n{% include 'tiada.txt' %}", "template.missing", 2, "tiada.txt"),
    ("{% include '../anggota.csv' %}", "template.missing", 1, "anggota.csv"),
    ("{% include '/etc/hostname' %}", "template.missing", 1, "/etc/hostname"),
    (b"satu\n\xff", "template.not_utf8", 2, "UTF-8"),
    (b"x" * (300 << 10), "template.too_large", None, "too large"),
]


@pytest.mark.parametrize(
    ("text", "key", "line", "said"),
    FAULTY,
    ids=[f"{at}-{case[1]}" for at, case in enumerate(FAULTY)],
)
def test_a_faulty_template_is_named_with_its_line(
    tmp_path: Path, text: str | bytes, key: str, line: int | None, said: str
) -> None:
    roster, vacancy = one_vacancy(tmp_path)
    own_template(roster, text)
    with pytest.raises(TemplateFault) as raised:
        whatsapp(roster, vacancy)
    fault = raised.value
    assert (fault.key, fault.file) == (key, "templat/whatsapp.id.txt")
    assert line is None or fault.line == line
    assert fault.place.startswith("templat/whatsapp.id.txt")
    words = {lang: fault.said(Translator(lang)) for lang in LANGUAGES}
    assert said in words["en"]
    assert words["id"] != words["en"]
    assert "{hint}" not in "".join(words.values())


def test_a_fault_in_an_included_file_names_that_file(tmp_path: Path) -> None:
    roster, vacancy = one_vacancy(tmp_path)
    own_template(roster, "a\nb\n{{ tiada }}", "kop.txt")
    own_template(roster, "{% include 'kop.txt' %}")
    with pytest.raises(TemplateFault) as raised:
        whatsapp(roster, vacancy)
    assert raised.value.place == "templat/kop.txt:3"


def test_a_folder_in_place_of_a_template_cannot_be_read(tmp_path: Path) -> None:
    roster, vacancy = one_vacancy(tmp_path)
    (roster.folder.path / FOLDER / "whatsapp.id.txt").mkdir(parents=True)
    with pytest.raises(TemplateFault) as raised:
        whatsapp(roster, vacancy)
    assert raised.value.key == "template.unreadable"


def test_a_template_of_ours_that_fails_is_our_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    roster, vacancy = one_vacancy(tmp_path)
    own_template(roster, "{{ tiada }}")
    (roster.folder.path / FOLDER).rename(roster.folder.path / "shipped")
    monkeypatch.setattr(write, "_SHIPPED", roster.folder.path / "shipped")
    with pytest.raises(UndefinedError):
        whatsapp(roster, vacancy)


def test_a_template_without_permission_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    roster, vacancy = one_vacancy(tmp_path)
    own_template(roster, "x")
    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(TemplateFault) as raised:
        whatsapp(roster, vacancy)
    assert raised.value.key == "template.unreadable"


def test_every_fault_has_words_in_both_languages() -> None:
    for key in (key for key in texts("id") if key.startswith("template.")):
        params = dict.fromkeys(("name", "nearest", "known", "paragraph", "limit"), "x")
        fault = TemplateFault(key, params, "templat/a.txt")
        translators = [Translator(lang) for lang in LANGUAGES]
        assert len({fault.said(one) for one in translators}) == 2, key
        assert not any(one.missing for one in translators), key
        assert fault.place == "templat/a.txt"
