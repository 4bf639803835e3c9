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
