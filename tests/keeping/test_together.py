"""Several programs on one library: one embeds at a time, and who dies holds up nobody."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import numpy as np
import pytest

from index import search
from index.vectors import Vectors
from library import Library, embedding
from minutes.found import Filters, Listed
from tests.conftest import ROOT
from tests.index.samples import ASHBY
from tests.keeping.toys import everything

HOLDER = """
import sys, time
from filelock import FileLock
with FileLock(sys.argv[1]):
    print("held", flush=True)
    time.sleep(60)
"""
ADDER = """
import sys
import numpy as np
from pathlib import Path
from index.vectors import Vectors
Vectors(Path(sys.argv[1])).add(["pas-9"], np.eye(10, 16, dtype=np.float32)[9:])
"""


@contextmanager
def another(code: str, *args: str | Path) -> Iterator["subprocess.Popen[str]"]:
    """Another program, once it has said something."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", code, *args], env=environment, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout
        running.stdout.readline()
        yield running
        running.kill()


def test_a_second_writer_reads_meanwhile_says_that_it_waits_and_outlives_the_first(held: Library, files: Path) -> None:
    (files / "new.txt").write_text(ASHBY.replace("petition", "letter"))
    told: list[str] = []
    with another(HOLDER, held.folder / "embedding.lock") as first:
        Timer(1.0, first.send_signal, [signal.SIGKILL]).start()  # nothing tidies up after it
        results = [each.outcome for each in held.add([files], progress=lambda stage, *_: told.append(stage))]
    assert sorted(results) == ["added", "unchanged", "unchanged"]
    assert list(dict.fromkeys(told)) == ["reading", "waiting", "embedding"]
    assert held.status()["pending"] == 0
    assert held.verify() == []


def test_a_correction_does_not_wait_for_an_ingest(held: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "SOON", 0.2)
    decision = held.records("decision")[0]
    with another(HOLDER, held.folder / "embedding.lock"):
        held.correct(decision.record.id, {"outcome": "deferred"}, who="Keld", why="It says so.")
        assert held.record(decision.record.id).record.outcome == "deferred"  # type: ignore[union-attr]
        assert held.search("transport").coverage.pending  # which whoever embeds next takes with it
        held.remove(decision.document.id)
    assert held.verify() == []
    assert held.repair() == ([], [])
    assert held.status()["pending"] == 0


def test_what_another_program_adds_is_found_by_who_asked_before(tmp_path: Path) -> None:
    unit = np.eye(10, 16, dtype=np.float32)
    vectors = Vectors(tmp_path / "vectors")
    vectors.add([f"pas-{number}" for number in range(9)], unit[:9])
    assert max(vectors.nearest(unit[9], 1, as_of="before").values()) == pytest.approx(0)
    with another(ADDER, tmp_path / "vectors") as adding:
        assert adding.wait(60) == 0
    assert vectors.nearest(unit[9], 1, as_of="after") == pytest.approx({"pas-9": 1})


def test_a_search_says_what_the_store_holds_after_each_change(
    held: Library, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "EXACT", 0)
    states = [held._catalogue.index_state()]
    (files / "new.txt").write_text(ASHBY.replace("petition", "letter"))
    list(held.add([files]))
    states.append(held._catalogue.index_state())
    held.remove(held.documents(filters=Filters(organisation="Burley"))[0].document.id)  # type: ignore[union-attr]
    states.append(held._catalogue.index_state())
    list(held.rebuild())
    states.append(held._catalogue.index_state())
    assert len(set(states)) == len(states)
    assert held.search("letter").hits


def test_a_vector_made_while_its_passage_goes_is_nobody_elses(held: Library, files: Path) -> None:
    (files / "new.txt").write_text("# 1 Item\nSomething that was said about nothing in particular at some length.")
    stopped = held.add([files])
    while next(stopped).outcome != "added":
        pass
    stopped.close()  # type: ignore[attr-defined]
    numbers = [each.number for together in held._catalogue.pending_contexts(100) for each in together]
    newest = max(held.documents(), key=lambda each: each.path).document
    assert newest
    held.remove(newest.id)
    (files / "new.txt").write_text("# 1 Item\nSomething else that was said and that has nothing to do with it at all.")
    again = held.add([files])
    while next(again).outcome != "added":
        pass
    again.close()  # type: ignore[attr-defined]
    held._catalogue.put_vectors(numbers, np.ones((len(numbers), 64), dtype=np.float32))
    assert held.status()["pending"]  # the new passages still wait for theirs
    list(held.add([files]))
    assert held.verify() == []


def test_two_ingests_at_once_end_as_one(tmp_path: Path) -> None:
    """Each of them a process of its own, with the real readers and the real model."""
    papers = tmp_path / "papers"
    papers.mkdir()
    for number in range(6):
        head = f"Ashby Town Council\n\nMinutes of the meeting held on {number + 1} March 2023\n\n1. Lamps"
        (papers / f"{number}.txt").write_text(f"{head}\nRESOLVED: that lamp {number} be mended by the Clerk.\n")
    command = [sys.executable, "-c", "import cli; cli.main()", "ingest", papers, "--library"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    both = [subprocess.Popen([*command, tmp_path / "both"], env=environment, stdout=subprocess.DEVNULL) for _ in "12"]
    assert [each.wait(240) for each in both] == [0, 0]
    with Library(tmp_path / "both") as library, Library(tmp_path / "one", create=True) as alone:
        list(alone.add([papers]))
        assert everything(library) == everything(alone)
        assert library.verify() == []


def test_what_became_of_a_task_is_told_of_the_library_as_it_was_read(
    held: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids, read = held.register("action"), held._catalogue.listed

    def and_then_another_takes_it_out(ids: list[str]) -> list[Listed]:
        found = read(ids)
        with ThreadPoolExecutor() as another, Library(held.folder) as other:
            another.submit(other.remove, found[0].document.id).result()
        return found

    monkeypatch.setattr(held._catalogue, "listed", and_then_another_takes_it_out)
    listed = held.listed(ids)
    assert [each.record.id for each in listed] == ids
    assert all(each.followed for each in listed)
