"""All at once on one library: nothing fails and nothing is wrong. MINUTEBOOK_SOAK=600 takes ten minutes over it."""

import os
import subprocess
import sys

from tests.conftest import ROOT

SECONDS = os.environ.get("MINUTEBOOK_SOAK", "12")


def test_everything_at_once() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.keeping.soaking", "--seconds", SECONDS],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
