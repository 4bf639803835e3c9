"""The links that open WhatsApp: each decodes to exactly its text, all together to the whole."""

from __future__ import annotations

from itertools import pairwise
from urllib.parse import parse_qsl, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from adhoc_cli.output.messages import LONGEST, parts_of

# Whatever a template of an office may hold; what cannot be UTF-8 never comes so far (`safe`).
LINES = st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=200)
TEXTS = st.lists(LINES, min_size=1, max_size=60).map("\n".join)
NUMBERS = st.from_regex(r"08[0-9]{8,11}( / 08[0-9]{8,11})?", fullmatch=True)


@given(TEXTS, NUMBERS)
def test_a_link_decodes_to_exactly_its_text(text: str, number: str) -> None:
    parts = parts_of(text, number)
    assert "\n".join(part.text for part in parts) == text
    for part in parts:
        link = urlsplit(part.link)
        if not part.link:  # one line that is too long by itself
            assert "\n" not in part.text
            continue
        assert len(part.link) <= LONGEST
        assert part.link.isascii()
        assert link.path == f"/62{number.partition(' / ')[0][1:]}"
        assert parse_qsl(link.query, keep_blank_values=True) == [("text", part.text)]


@given(TEXTS, NUMBERS)
def test_a_text_is_in_no_more_parts_than_it_must(text: str, number: str) -> None:
    parts = parts_of(text, number)
    for one, following in pairwise(parts):
        both = parts_of(f"{one.text}\n{following.text.split(chr(10))[0]}", number)
        assert len(both) > 1


@given(TEXTS)
def test_without_a_number_there_is_no_link(text: str) -> None:
    assert [(part.text, part.link) for part in parts_of(text, "")] == [(text, "")]
