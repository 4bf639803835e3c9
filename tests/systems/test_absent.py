"""Nothing that only Unix has is needed, by any module or by any kind of command."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.systems import absent

_HERE = Path(absent.__file__)


@pytest.mark.slow
def test_every_module_and_each_kind_of_command() -> None:
    run = [sys.executable, str(_HERE), str(Path("data/temanggung").resolve())]
    done = subprocess.run(run, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    codes = re.findall(r"^([a-z]+): (\d+)$", done.stderr, re.MULTILINE)
    assert codes == [(one[0], "0") for one in absent.commands("", "")], done.stderr


# Of each the reason: Windows has no data of time zones, other names of locales and no right to
# make links; a frozen program would start itself again for each process of a pool.
_NEVER = re.compile(
    r"\bzoneinfo\b|\bimport locale\b|\bsymlink_to\b|os\.symlink|Path\.home|expanduser"
    r"|os\.(?:kill|fork|getuid|geteuid|uname)\b|\bmultiprocessing\b|ProcessPoolExecutor"
)


def test_nothing_is_asked_of_a_system_that_not_every_one_has() -> None:
    found = [
        f"{path}:{number}"
        for path in Path("src").rglob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if _NEVER.search(line)
    ]
    assert found == []
