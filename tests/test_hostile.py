"""Files that mean harm, or were harmed: one clear line each, in good time, and the others are read all the same."""

import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from minutes.errors import InputError
from tests.conftest import ROOT, SAMPLE
from tests.ingest.pdf.drawing import Drawing
from workers import Workers

FLIPS = 200  # in each file
SECONDS = 60  # for all the flipped files together
FLIPPED = ["tolverbridge/2024-05-14.pdf", "wenmarch-health/2022-05-26.pdf", "wenmarch-health/2024-03-14.docx"]
# Reads each file named; an error that is not meant for people ends it with a traceback.
READER = """
import sys
from pathlib import Path
from ingest import read
from minutes.errors import InputError
for name in sys.argv[1:]:
    print(name, flush=True)
    try:
        receipt = read(Path(name)).receipt
        assert receipt.pages_out <= receipt.pages_in
    except InputError as error:
        assert str(error).count("\\n") == 0 and ";" in str(error)
"""
LOOPING = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 9 /Parent 3 0 R>> endobj
3 0 obj <</Type /Pages /Kids [2 0 R] /Count 9 /Parent 2 0 R>> endobj
trailer <</Root 1 0 R /Size 4>>
%%EOF
"""


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers() as started:
        yield started


@pytest.mark.parametrize("name", FLIPPED)
def test_flipped_bytes_are_read_or_refused_but_never_crash(tmp_path: Path, name: str) -> None:
    """In one process for all, which a crash would end with a signal and anything unforeseen with a traceback."""
    whole, chance, files = (SAMPLE / name).read_bytes(), random.Random(name), []
    for number in range(FLIPS):
        flipped = bytearray(whole)
        flipped[chance.randrange(len(flipped))] ^= chance.randrange(1, 256)
        files.append(tmp_path / f"{number}{Path(name).suffix}")
        files[-1].write_bytes(flipped)
    done = subprocess.run(
        [sys.executable, "-c", READER, *files], cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout.splitlines()[-1:]
    assert done.stdout.split() == [str(file) for file in files]


def refused(error: InputError, path: Path) -> None:
    """In one line that names the file, says what to do and tells of nothing that broke on the way."""
    line = str(error)
    assert line.startswith(f"{path}: ")
    assert "\n" not in line
    assert ";" in line
    assert not any(words in line for words in ("could not be read", "took longer", "broke off"))


@pytest.mark.parametrize("part", range(1, 10))
def test_a_file_cut_short_is_read_or_refused(workers: Workers, tmp_path: Path, part: int) -> None:
    for name in FLIPPED:
        path = tmp_path / Path(name).name
        whole = (SAMPLE / name).read_bytes()
        path.write_bytes(whole[: len(whole) * part // 10])
        try:
            workers.start(path).result()
        except InputError as error:
            refused(error, path)


def test_a_page_tree_that_loops_comes_to_an_end(workers: Workers, tmp_path: Path) -> None:
    (tmp_path / "loop.pdf").write_bytes(LOOPING)
    assert workers.start(tmp_path / "loop.pdf").result()[1].receipt.partial


def test_two_thousand_pages_are_read(workers: Workers, tmp_path: Path) -> None:
    page = Drawing()
    page.text(60, 50, "Minutes of the meeting of Ashby Town Council held on 16 January 2023")
    for number in range(1, 2001):
        page.text(60, 300, f"{number}. Street lamps", bold=True)
        page.text(60, 330, f"RESOLVED: that lamp {number} be mended by the Clerk.")
        if number < 2000:
            page.next_page()
    (tmp_path / "long.pdf").write_bytes(page.done())
    document, minutes = workers.start(tmp_path / "long.pdf").result()
    assert document.pages == minutes.receipt.pages_out == 2000
    assert len(minutes.decisions) == 2000
