"""A program that is told to stop does so at once, with one line, and leaves nothing running and nothing half done."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import psutil
import pytest

from library import Library
from tests.conftest import ROOT

# Where the tests run in the background, a shell has had them ignore Ctrl-C, and all that they start.
PROGRAM = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); import cli; cli.main()"
MANY = 600  # documents; as many as no machine has read by the time that the first is found in the library
MINUTES = "Mill Board\nMinutes of the meeting held on 4 March 2024\nPresent: Una Keld, Tom Orme\n1. Oars\n"
STOPPED = "Stopped; what was done before is kept.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals here")
@pytest.mark.parametrize(
    ("number", "code", "told"),
    [(signal.SIGINT, 130, STOPPED), (signal.SIGTERM, 143, STOPPED), (signal.SIGKILL, -9, "")],
)
def test_ingest_is_stopped(tmp_path: Path, number: signal.Signals, code: int, told: str) -> None:
    """Once it has read something and has much to read yet, so that workers are at work."""
    folder, minutes = tmp_path / "library", tmp_path / "minutes"
    minutes.mkdir()
    for day in range(MANY):
        (minutes / f"{day}.txt").write_text(f"{MINUTES}It was agreed to buy {day} oars.\n")
    command = [sys.executable, "-c", PROGRAM, "ingest", minutes, "--library", folder]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        wait_for_a_document(folder, running)
        started = psutil.Process(running.pid).children(recursive=True)
        running.send_signal(number)
        out, errors = running.communicate(timeout=30)
    said = "".join(line for line in errors.splitlines(keepends=True) if not line.startswith("Reading: "))
    assert (running.returncode, out, said) == (code, "", told)
    assert psutil.wait_procs(started, timeout=10)[1] == []
    with Library(folder) as library:
        assert library.documents()
        assert library.verify() == []


def wait_for_a_document(folder: Path, running: "subprocess.Popen[str]") -> None:
    end = monotonic() + 120
    while monotonic() < end and running.poll() is None:
        if (folder / "catalogue.sqlite").exists():
            with Library(folder, create=True) as library:
                if library.documents():
                    return
        sleep(0.05)
    pytest.fail("nothing was read")
