import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import workers as module
from minutes.errors import InputError
from tests.conftest import ROOT
from tests.stand_ins import crash, hang, swell
from workers import AHEAD, Workers, ahead

TEXT = "Ashby Town Council\n\nMinutes of the meeting held on 16 January 2023\n\n1. Apologies\nThere were none."


@pytest.fixture(scope="module")
def few() -> Iterator[Workers]:
    with Workers(timeout=20, most=1) as started:
        yield started


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ashby.txt"
    path.write_text(TEXT)
    return path


def test_a_file_is_read_and_extracted_elsewhere(few: Workers, file: Path) -> None:
    document, minutes = few.start(file).result()
    assert document.text.startswith("Ashby Town Council")
    assert document.path == str(file)
    assert minutes.meeting.date == "2023-01-16"


def test_what_is_wrong_with_a_file_comes_back_in_one_line(few: Workers, tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 and no more")
    with pytest.raises(InputError, match=r"^.*bad\.pdf: the PDF is damaged .*; save or download it again$"):
        few.start(tmp_path / "bad.pdf").result()


def test_a_fault_that_nobody_foresaw_is_reported(few: Workers, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(
        InputError, match=r"^4: could not be read \(AttributeError at \w+\.py:\d+\); please report this"
    ):
        few.start(4).result()  # type: ignore[arg-type]
    assert few.start(file).result()


def test_a_script_may_start_workers_at_its_top_level(file: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.format(str(file)))
    run = [sys.executable, script]
    done = subprocess.run(run, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("once\n2023-01-16\n", "")


SCRIPT = """
from pathlib import Path
from workers import Workers

print("once")
with Workers(most=1) as workers:
    document, minutes = workers.start(Path({!r})).result()
print(minutes.meeting.date)
"""
BROKEN = "broke off what read it, for want of memory or by a fault in the file; save it anew or in parts"


@pytest.mark.parametrize(
    ("work", "message"),
    [(crash, BROKEN), (swell, BROKEN), (hang, "took longer than 5 s and was stopped; give it more with --timeout")],
)
def test_a_file_that_does_harm_is_stopped_and_the_next_is_read(
    file: Path, work: object, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workers(timeout=5, most=1) as workers:
        with monkeypatch.context() as patch:
            patch.setattr(module, "_extract", work)
            with pytest.raises(InputError, match=message):
                workers.start(file).result()
        assert workers.start(file).result()


def test_things_are_begun_before_they_are_wanted_and_come_in_order() -> None:
    begun: list[int] = []
    done = ahead(range(AHEAD + 5), lambda number: begun.append(number) or -number)
    assert next(done) == (0, 0)
    assert len(begun) == AHEAD
    assert list(done) == [(number, -number) for number in range(1, AHEAD + 5)]
