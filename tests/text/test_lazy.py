"""A pattern that is made when it is first used is what would have been made at once."""

from __future__ import annotations

import re

import pytest

from adhoc_cli.text.lazy import lazy_pattern


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
