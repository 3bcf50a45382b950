"""A library survives what kills the program that writes to it."""

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

MOMENTS = int(os.environ.get("MINUTEBOOK_KILLS", "2"))  # for each kind of work
WORK = ["ingest", "reread", "restore", "rebuild"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_nothing_is_lost_when_it_is_killed() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.keeping.killing", *WORK, "--moments", str(MOMENTS)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert [line for line in done.stdout.splitlines() if "passed" in line] == [
        f"{MOMENTS} moments of {name} passed" for name in WORK
    ]
