"""A pattern that is made when it is first used is what would have been made at once."""

from __future__ import annotations

import re

import pytest

from adhoc_cli.text.lazy import by_initial, lazy_pattern


def test_a_pattern_is_compiled_when_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = re.compile

    def watched(text: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(text)
        return real(text, flags)

    pattern = lazy_pattern("(?P<n>[0-9]+)x", re.IGNORECASE)
    with monkeypatch.context() as patched:
        patched.setattr(re, "compile", watched)
        assert not compiled
        assert pattern.fullmatch("12X") is not None
        assert pattern.sub("-", "a12x") == "a-"
        assert pattern.fullmatch("y") is None
    assert len(compiled) == 2  # once a method
    assert pattern.pattern == "(?P<n>[0-9]+)x"


def test_words_by_their_initials_match_what_they_do_one_by_one() -> None:
    words = ("ketua", "kades", "staf", "[lp]", "idem", "(?:di)?kosong", "xx*", "paw")
    one_by_one, by_initials = re.compile(f"(?i:{'|'.join(words)})"), re.compile(by_initial(*words))
    starts = map(chr, (*range(0x250), 0x212A))  # the sign of Kelvin is a k
    texts = [first + rest for first in starts for rest in ("etua", "ADES", "taf", "dem", "aw", "")]
    texts += ["KOSONG", "dikosong", "xXx", "Kades"]
    found = [text for text in texts if by_initials.fullmatch(text)]
    assert found == [text for text in texts if one_by_one.fullmatch(text)]
    assert {"\u212aetua", "\u0130dem", "ſtaf", "L"} <= set(found)
