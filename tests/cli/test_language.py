"""Which language is spoken, and that both are complete."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.root import NAMES
from adhoc_cli.text.language import Choice, choose
from adhoc_cli.text.words import LANGUAGES
from tests.cli.running import DAY
from tests.cli.running import inside as adhoc


@pytest.mark.parametrize(
    ("arguments", "environment", "folder", "said"),
    [
        ([], {}, None, ("id", "default")),
        (["check", "--lang", "en"], {"ADHOC_LANG": "id"}, "id", ("en", "option")),
        (["--lang=en", "check"], {}, "id", ("en", "option")),
        (["check", "--", "--lang", "en"], {}, None, ("id", "default")),
        (["--lang", "id", "--lang", "en"], {}, None, ("en", "option")),
        (["check", "--lang"], {"ADHOC_LANG": "en"}, None, ("en", "environment")),
        (["--lang", "fr"], {"ADHOC_LANG": "EN"}, None, ("en", "environment")),
        ([], {"ADHOC_LANG": "en", "LANG": "id_ID.UTF-8"}, "id", ("en", "environment")),
        ([], {"ADHOC_LANG": "", "LANG": "id_ID.UTF-8"}, "en", ("en", "folder")),
        ([], {"LANG": "en_US.UTF-8"}, None, ("en", "locale")),
        ([], {"LANG": "en_US.UTF-8"}, "fr", ("en", "locale")),
        ([], {"LANG": "en_US.UTF-8", "LC_ALL": "C"}, None, ("id", "default")),
        ([], {"LC_ALL": "", "LC_MESSAGES": "en_GB", "LANG": "id_ID"}, None, ("en", "locale")),
        ([], {"LANG": "de_DE"}, None, ("id", "default")),
    ],
)
def test_the_order_of_the_contract(
    arguments: list[str],
    environment: dict[str, str],
    folder: str | None,
    said: Choice,
) -> None:
    assert choose(arguments, environment, folder) == said


def test_the_folder_speaks_before_the_locale_and_after_the_environment(tmp_path: Path) -> None:
    (tmp_path / "adhoc.toml").write_text('bahasa = "en"\nprofil = "x"\n')
    at = ("quota", str(tmp_path))
    assert "there is no profile" in adhoc(*at, env={"LANG": "id_ID.UTF-8"}).err
    assert "tidak ada" in adhoc(*at, env={"ADHOC_LANG": "id"}).err
    assert "tidak ada" in adhoc(*at, "--lang", "id").err
    assert "Usage" in adhoc("--help", cwd=tmp_path, env={"LANG": "id_ID.UTF-8"}).out


@pytest.mark.parametrize("bahasa", ['bahasa = "fr"', "bahasa = 1", "bahasa =", '\xff = "', "[[["])
def test_a_faulty_word_for_the_language_is_told_in_the_language_of_the_locale(
    tmp_path: Path, bahasa: str
) -> None:
    (tmp_path / "adhoc.toml").write_bytes(bahasa.encode("latin-1"))
    ran = adhoc("check", str(tmp_path), env={"LANG": "en_US.UTF-8"})
    assert ran.code == 2
    assert ran.err.startswith("Error: adhoc.toml:1: ")
    assert ran.err.count("\n") == 1


ENGLISH = ("Usage", "Options", "Arguments", "default", "required", "Show", "Print", "Commands")
INDONESIAN = ("Pemakaian", "Opsi:", "Argumen:", "bawaan", "wajib", "Tampilkan", "Perintah")


@pytest.mark.parametrize("command", ["", *NAMES])
def test_help_is_complete_in_both_languages(command: str) -> None:
    shown = {lang: adhoc(*command.split(), "--help", "--lang", lang) for lang in LANGUAGES}
    for ran in shown.values():
        assert (ran.code, ran.err) == (0, "")
        assert not re.search(r"\b(option|argument|command|help|usage|end)\.\w", ran.out), "a key"
    assert not [word for word in ENGLISH if word in shown["id"].out]
    assert not [word for word in INDONESIAN if word in shown["en"].out]


def test_every_option_has_its_text(clean: Path) -> None:
    for command in NAMES:
        out = adhoc(command, "--help", "--lang", "en").out
        options = out[out.index("Options:") :].partition("Examples:")[0]
        rows = re.findall(r"^  (-\S.*?)(?:  +(\S.*)|\n +(\S.*))$", options, re.MULTILINE)
        assert len(rows) >= 3
        assert all(beside or below for _, beside, below in rows)


def test_the_exit_table_stands_in_the_help() -> None:
    for lang, title in (("id", "  Kode: "), ("en", "  Exit: ")):
        table = adhoc("check", "--help", "--lang", lang).out.partition(title)[2]
        assert re.findall(r"(\d+) [\w^]", table) == [
            str(end.value) for end in End if end is not End.PIPE_CLOSED
        ]
        assert table.count("\n") == 1, "one line, not ten"


def test_a_document_differs_only_in_message_and_fix(gap: Path) -> None:
    import json

    def read(lang: str) -> str:
        document = json.loads(adhoc("check", str(gap), *DAY, "--format=json", "--lang", lang).out)
        for finding in document["findings"]:
            assert finding.pop("message")
            assert finding.pop("fix")
        return json.dumps(document)

    assert read("id") == read("en")
