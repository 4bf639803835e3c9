"""Each call of the mask, taken away in a run that is known to miss it: a secret is found."""

from __future__ import annotations

import subprocess
import sys


def test_without_any_call_of_the_mask_the_scan_finds_a_secret() -> None:
    # In a process of its own: it compiles the program anew, each call of the mask led through it.
    words = (sys.executable, "-m", "tests.privacy", "--known")
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=1_800)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
