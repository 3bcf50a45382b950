"""What programs are told on standard error: a line of JSON for each step, without a word of any document."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from commands import shared
from logs import is_no_stop
from tests.conftest import ROOT

SAID = """Ashby Town Council

Minutes of the meeting held on 16 January 2023

1. Zephyr
RESOLVED: that the quagga be fed.
"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    (tmp_path / "paper.txt").write_text(SAID)
    return tmp_path / "paper.txt"


def run(*args: str | Path, folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", "import cli; cli.main()", *args, "--library", folder],
        env=os.environ | {"PYTHONPATH": str(ROOT), "MINUTEBOOK_LOG_FORMAT": "json"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_each_step_is_an_object_with_its_time_and_no_text(paper: Path, tmp_path: Path) -> None:
    ingested = run("ingest", paper, tmp_path / "missing.txt", "--format", "json", folder=tmp_path / "library")
    (held, _) = json.loads(ingested.stdout)
    searched = run("search", "quagga", folder=tmp_path / "library")
    lines = [json.loads(line) for line in (ingested.stderr + searched.stderr).splitlines()]
    assert [each["event"] for each in lines] == ["document", "document", "message", "embedded", "search"]
    document, failed, message, embedded, search = lines
    assert (document["document"], document["outcome"], document["decisions"]) == (held["document"]["id"], "added", 1)
    assert failed["outcome"] == "failed"
    assert message["message"].endswith("missing.txt: there is no such file; check the path")
    assert embedded["passages"] > 0
    assert search["documents"] == [held["document"]["id"]]
    assert all(each["seconds"] >= 0 for each in lines if each["level"] == "info")
    assert {each["level"] for each in lines} == {"info", "warning"}
    assert not any(word in (ingested.stderr + searched.stderr).lower() for word in ("zephyr", "quagga", "ashby"))


def test_people_are_told_nothing_of_it(paper: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import cli; cli.main()", "ingest", paper, "--library", tmp_path / "library"],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("stage", "line"),
    [
        ("reading", "Reading: 3/1,200, 41 pages\n"),
        ("waiting", "Waiting for another program that embeds in this library: 3/1,200\n"),
        ("embedding", "Embedding: 3/1,200\n"),
    ],
)
def test_without_a_terminal_progress_is_told_in_plain_lines(
    stage: str, line: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared, "EVERY", 0)
    with shared.progress() as (_, advance):
        advance(stage, 3, 1200, 41)
    assert capsys.readouterr().err == line


def test_progress_is_told_every_half_minute_at_most(capsys: pytest.CaptureFixture[str]) -> None:
    with shared.progress() as (_, advance):
        for done in range(50):
            advance("reading", done, 50, done)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("error", "told"), [(KeyboardInterrupt, False), (ValueError, True)])
def test_a_stop_in_the_middle_of_what_a_library_does_is_no_error(error: type[BaseException], told: bool) -> None:
    try:
        raise error
    except BaseException:
        record = logging.LogRecord("pool", logging.ERROR, __file__, 1, "Exception during reset", None, sys.exc_info())
    assert is_no_stop(record) is told
