"""What options say, as values."""

from __future__ import annotations

import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from adhoc_cli.cli import option_values
from adhoc_cli.cli.refusal import UsageFault
from adhoc_cli.tables.source import DEFAULT_LIMIT


def test_today_is_the_day_in_jakarta_whatever_the_zone_of_the_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def at(moment: datetime) -> date:
        class Clock(datetime):
            @classmethod
            def now(cls, tz: object = None) -> datetime:  # type: ignore[override]  # always asked with a zone
                return moment.astimezone(tz)  # type: ignore[arg-type]

        monkeypatch.setattr(option_values, "datetime", Clock)
        return option_values.today()

    evening = datetime(2024, 6, 9, 17, 30, tzinfo=timezone(timedelta(0)))
    assert at(evening) == date(2024, 6, 10)
    assert at(evening - timedelta(hours=1)) == date(2024, 6, 9)


@pytest.mark.parametrize(
    ("text", "size"),
    [("1", 1), ("500M", 500 << 20), ("8G", 8 << 30), ("8 gib", 8 << 30), ("8GB", 8 << 30)],
)
def test_sizes(text: str, size: int) -> None:
    assert option_values.size(text) == size


def test_the_size_that_the_help_names() -> None:
    assert option_values.size("4G") == DEFAULT_LIMIT


@pytest.mark.parametrize("text", ["", "0", "G", "1.5G", "-1", "8P", "1e9", "\u0661G"])
def test_what_is_no_size(text: str) -> None:
    with pytest.raises(UsageFault):
        option_values.size(text)


def test_lists() -> None:
    assert option_values.split(["Q401, V2", "F"], "--select") == ["Q401", "V2", "F"]
    assert option_values.split(None, "--select") == []
    with pytest.raises(UsageFault):
        option_values.split([" , "], "--select")


def test_a_limit_beyond_what_can_be_counted_is_the_greatest() -> None:
    assert option_values.limit(None, 20) == 20
    assert option_values.limit(0, 20) is None
    assert option_values.limit(10**30, 20) == sys.maxsize
    with pytest.raises(UsageFault):
        option_values.limit(-1, 20)


def test_a_current_folder_that_is_gone_has_no_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert option_values.shown_folder(Path()) == tmp_path.name

    def gone() -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "cwd", gone)
    assert option_values.shown_folder(Path()) == "."
