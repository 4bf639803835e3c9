"""A topic of the report is declared once: what one form tells of it, the others do."""

from __future__ import annotations

from collections import Counter

import pytest

from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import Table
from adhoc_cli.output.views.report.topics import TOPICS
from adhoc_cli.output.views.report.topics.news import NEWS
from adhoc_cli.output.views.report.topics.topic import Topic
from tests.browser.pages import news_of, recorded, reported

ALL = (NEWS, *TOPICS)
# The rules are folded up on the page, each with its own number.
ON_SCREEN_ALONE = {"rules"}


def tables(topic: Topic, *, on_page: bool) -> dict[str, Table]:
    one = recorded()
    blocks = topic.blocks(reported(one, news_of(one)), Speaker("id"), on_page)
    return {block.name: block for block in blocks if isinstance(block, Table)}


@pytest.mark.parametrize("topic", ALL, ids=lambda topic: topic.anchor)
def test_a_table_of_the_screen_stands_on_the_page(topic: Topic) -> None:
    shown, on_page = tables(topic, on_page=False), tables(topic, on_page=True)
    assert shown.keys() - on_page.keys() <= ON_SCREEN_ALONE
    for name in shown.keys() & on_page.keys():
        keys = {field.key for field in on_page[name].fields}
        # The digits of a hash are all on the page, and some on the screen.
        assert {field.key for field in shown[name].fields} - keys <= {"short"}


@pytest.mark.parametrize("topic", ALL, ids=lambda topic: topic.anchor)
def test_what_stands_below_a_field_has_one_to_stand_below(topic: Topic) -> None:
    for table in tables(topic, on_page=True).values():
        keys = {field.key for field in table.fields}
        assert {field.under for field in table.fields if field.under} <= keys


def test_no_topic_and_no_sheet_has_the_name_of_another() -> None:
    one = recorded()
    told = reported(one, news_of(one))
    names = Counter(table.name for topic in ALL for table in topic.sheets(told, Speaker("id")))
    assert set(names.values()) == {1}
    assert len({topic.anchor for topic in ALL}) == len(ALL)
