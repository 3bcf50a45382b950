"""What a library holds of files once they were added, again, anew or in part."""

import hashlib
import itertools
import random
import re
from concurrent.futures import Future
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest

from index import search
from index.catalogue import embedding as vectors_held
from library import Library, adding
from library.tools import tools
from minutes.errors import QueryError
from minutes.found import Filters
from tests.conftest import ROOT
from tests.index.samples import ASHBY, BURLEY
from tests.library.toys import everything, interrupt, outcomes
from tests.stand_ins import WorkersHere
from workers import Extraction, Job

pytestmark = pytest.mark.usefixtures("toys")


def test_what_was_added_is_found_with_its_page_and_words(library: Library) -> None:
    answer = library.search("the taxi contracts report")
    assert answer.hits[0].passage.quote == "that the report on taxi contracts be noted"
    assert answer.hits[0].text == answer.hits[0].citation.quote
    assert answer.hits[0].text.startswith("2 School transport\n")
    assert (answer.coverage.documents, answer.coverage.bodies) == (2, 2)
    assert library.verify() == []


def test_adding_again_changes_nothing_and_reads_nothing(
    library: Library, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(library)
    monkeypatch.setattr(WorkersHere, "start", pytest.fail)
    assert set(outcomes(library, files).values()) == {"unchanged"}
    assert everything(library) == before


def test_a_copy_is_the_same_document(library: Library, files: Path) -> None:
    (files / "copy.txt").write_text(ASHBY)
    assert outcomes(library, files) == {"ashby.txt": "unchanged", "burley.txt": "unchanged", "copy.txt": "unchanged"}
    assert len(library.documents()) == 2


@pytest.mark.parametrize("ahead", [1, 32])
@pytest.mark.parametrize("copy", ["a-draft.txt", "draft.txt"])
def test_a_copy_is_held_where_it_is_when_its_original_is_edited(
    library: Library, files: Path, copy: str, ahead: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(WorkersHere, "ahead", ahead)
    (files / copy).write_text(ASHBY)
    (files / "ashby.txt").write_text(f"{ASHBY} More.")
    outcomes(library, files)
    assert whole(library) == {"ashby.txt": f"{ASHBY} More.", "burley.txt": BURLEY, copy: ASHBY}
    assert set(outcomes(library, files).values()) == {"unchanged"}
    assert library.verify() == []


def test_files_that_change_places_are_both_held(library: Library, files: Path) -> None:
    (files / "ashby.txt").write_text(BURLEY)
    (files / "burley.txt").write_text(ASHBY)
    outcomes(library, files)
    assert whole(library) == {"ashby.txt": BURLEY, "burley.txt": ASHBY}


def whole(library: Library) -> dict[str, str]:
    """The files that are held, with their content where it is what was read."""
    files = {Path(each.path): each.document for each in library.documents()}
    assert all(info and hashlib.sha256(file.read_bytes()).hexdigest() == info.sha256 for file, info in files.items())
    return {file.name: file.read_text() for file in files}


def test_a_moved_file_is_held_where_it_is_now(library: Library, files: Path) -> None:
    (files / "ashby.txt").rename(files / "moved.txt")
    assert outcomes(library, files) == {"burley.txt": "unchanged", "moved.txt": "unchanged"}
    assert [Path(held.path).name for held in library.documents()] == ["moved.txt", "burley.txt"]
    assert library.search("petition").hits[0].document.path == str(files / "moved.txt")


def test_a_copy_that_is_named_as_another_format_is_told(library: Library, files: Path) -> None:
    (files / "copy.html").write_text(ASHBY)
    found = {Path(each.path).name: each.receipt for each in library.add(files)}
    assert {name: receipt.warnings for name, receipt in found.items() if receipt} == {
        "ashby.txt": (),
        "burley.txt": (),
        "copy.html": ("named .html but is plain text; read as what it is",),
    }


def test_documents_whose_files_are_gone_are_named_and_stay(library: Library, files: Path, tmp_path: Path) -> None:
    assert library.gone([files]) == []
    (files / "ashby.txt").unlink()
    (gone,) = library.gone([files / ".." / files.name])
    assert Path(gone.path).name == "ashby.txt"
    assert library.gone([files / "burley.txt"]) == library.gone([tmp_path / "elsewhere"]) == []
    assert len(library.documents()) == 2


def test_a_later_program_reads_everything_again(library: Library, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything(library)
    (files / "copy.txt").write_text(ASHBY)
    monkeypatch.setattr(adding, "program", lambda profile: "a later one")
    assert outcomes(library, files) == {"ashby.txt": "updated", "burley.txt": "updated", "copy.txt": "unchanged"}
    monkeypatch.setattr(WorkersHere, "start", pytest.fail)
    assert set(outcomes(library, files).values()) == {"unchanged"}
    assert everything(library)[:5] == before[:5]
    assert library.verify() == []


def test_the_fingerprint_of_the_program_covers_code_and_rules() -> None:
    read = {file.relative_to(ROOT).as_posix() for pattern in adding.READS for file in ROOT.glob(pattern)}
    assert read >= {"ingest/pdf/reader.py", "extract/pipeline.py", "extract/rules/decisions.jsonl", "minutes/model.py"}
    assert re.fullmatch("[0-9a-f]{16}", adding.program())
    assert not hashlib.sha256().hexdigest().startswith(adding.program())  # of no file at all


@pytest.mark.parametrize("tool", ["pdfplumber", "pypdfium2", "spacy", "tesseract"])
def test_another_version_of_a_tool_is_another_program(tool: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = adding._code.__wrapped__()  # as it is before it is kept
    monkeypatch.setattr(adding, "tools", lambda: tools() | {tool: "another"})
    assert adding._code.__wrapped__() != before


def test_a_new_version_takes_the_place_of_the_old(library: Library, files: Path) -> None:
    (files / "ashby.txt").write_text(ASHBY.replace("petition", "complaint"))
    assert outcomes(library, files) == {"ashby.txt": "updated", "burley.txt": "unchanged"}
    assert len(library.documents()) == 2
    assert not any("petition" in hit.text for hit in library.search("petition", limit=50).hits)
    assert library.verify() == []


def test_a_file_that_becomes_a_copy_of_another_goes(library: Library, files: Path) -> None:
    (files / "ashby.txt").write_text(BURLEY)
    assert outcomes(library, files) == {"ashby.txt": "updated", "burley.txt": "unchanged"}
    assert [Path(held.path).name for held in library.documents()] == ["burley.txt"]
    assert library.verify() == []


def test_a_file_that_fails_does_not_stop_the_others(empty: Library, files: Path) -> None:
    (files / "bad.txt").write_text("unreadable")
    found = {Path(ingested.path).name: ingested for ingested in empty.add([files])}
    assert {name: i.outcome for name, i in found.items()} == {
        "ashby.txt": "added",
        "bad.txt": "failed",
        "burley.txt": "added",
    }
    assert re.search(r"bad\.txt: is damaged; get the file again$", found["bad.txt"].error or "")
    assert len(empty.documents()) == 2


def test_a_missing_file_is_named(empty: Library, tmp_path: Path) -> None:
    (failed,) = empty.add([tmp_path / "nowhere.pdf"])
    assert failed.outcome == "failed"
    assert failed.error == f"{tmp_path / 'nowhere.pdf'}: there is no such file; check the path"


def test_progress_is_told(empty: Library, files: Path) -> None:
    told: list[tuple[str, int, int, int]] = []
    list(empty.add([files], progress=lambda *step: told.append(step)))
    passages = empty.status()["passages"]
    assert told == [("reading", 1, 2, 1), ("reading", 2, 2, 2), ("embedding", passages, passages, 2)]


def test_documents_are_embedded_together(empty: Library, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "FLUSH", 3)
    for number in range(7):
        (files / f"{number}.txt").write_text(f"# 1 Item {number}\nSomething that was said about {number}.")
    stages: list[str] = []
    list(empty.add([files], progress=lambda stage, *_: stages.append(stage)))
    runs = [(stage, len(list(group))) for stage, group in itertools.groupby(stages)]
    assert runs == [("reading", 3), ("embedding", 1)] * 3


def test_what_is_read_is_held_while_a_file_before_it_takes_long(
    empty: Library, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, held = WorkersHere.start, []

    def slow(self: WorkersHere, path: Path, password: str | None = None, profile: object = None) -> Job:
        job, future = start(self, path, password, profile), Future[Extraction]()

        def finish() -> None:
            end = monotonic() + 30
            while not empty.documents() and monotonic() < end:
                sleep(0.01)
            held.extend(Path(each.path).name for each in empty.documents())
            future.set_result(job.result())

        if path.name != "ashby.txt":
            return job
        Thread(target=finish).start()
        return Job(path, 60, future)

    monkeypatch.setattr(WorkersHere, "start", slow)
    (files / "copy.txt").write_text(ASHBY)
    told = outcomes(empty, files)
    assert held == ["burley.txt"]
    assert list(told.items()) == [("ashby.txt", "added"), ("burley.txt", "added"), ("copy.txt", "unchanged")]


def test_what_was_not_embedded_before_a_crash_is_embedded_next_time(empty: Library, files: Path) -> None:
    crashed = empty.add([files])
    next(crashed)
    crashed.close()  # type: ignore[attr-defined]
    assert empty.status()["pending"] != 0
    assert empty.verify() == []  # it is no fault
    assert empty.search("petition").hits
    assert outcomes(empty, files) == {"ashby.txt": "unchanged", "burley.txt": "added"}
    assert empty.status()["pending"] == 0
    assert empty.verify() == []


@pytest.mark.parametrize("method", ["put_vectors", "mark_indexed", "mark_dropped"])
def test_a_crash_between_catalogue_and_vectors_is_made_good(
    library: Library, files: Path, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (files / "ashby.txt").write_text(ASHBY.replace("petition", "complaint"))
    with monkeypatch.context() as patch:
        patch.setattr(library._catalogue, method, interrupt)
        with pytest.raises(KeyboardInterrupt):
            outcomes(library, files)
    assert outcomes(library, files) == {"ashby.txt": "unchanged", "burley.txt": "unchanged"}
    assert library.verify() == []
    assert library.status()["pending"] == 0


def test_of_what_was_removed_nothing_is_left(library: Library) -> None:
    (held,) = library.documents(filters=Filters(organisation="Ashby"))
    assert held.document
    assert library.remove(held.document.id[:8]) == held.document
    assert {hit.document.id for hit in library.search("transport", limit=50).hits} == {
        library.documents()[0].document.id
    }
    assert library.verify() == []
    with pytest.raises(QueryError, match="There is no document"):
        library.document(held.document.id)


def test_a_thousand_adds_and_removals_end_as_a_fresh_library_does(
    tmp_path: Path, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance, done = random.Random(7), 0
    monkeypatch.setattr(vectors_held, "WORN", 100)
    with Library(tmp_path / "worn", create=True) as worn:
        while done < 1000:
            chosen = [files / f"{chance.randrange(20)}.txt" for _ in range(16)]
            for file in chosen:
                file.write_text(paper(file.stem, version=chance.randrange(3)))
            done += len(list(worn.add(chosen)))  # new ones, new versions, old ones again, and the same as before
            held = [each.document.id for each in worn.documents() if each.document]
            for document_id in chance.sample(held, min(2, len(held))):
                worn.remove(document_id)
                done += 1
        list(worn.add([files]))
        with Library(tmp_path / "fresh", create=True) as fresh:
            list(fresh.add([files]))
            assert everything(worn) == everything(fresh)
            monkeypatch.setattr(search, "EXACT", 0)  # by way of Chroma
            assert everything(worn) == everything(fresh)
            assert worn.status()["vectors_bytes"] < 2 * fresh.status()["vectors_bytes"]


def paper(name: str, *, version: int) -> str:
    """Minutes of one of three bodies; each version of each has words of its own."""
    number = sum(map(ord, name))
    head = f"^ Ashby Council; Body {number % 3}; 20{10 + number % 9}-0{1 + version}-16"
    text = ASHBY.strip().split("\n", 1)[1].replace("taxi", f"taxi{number % 5}")
    return f"{head}\n{text}\nRESOLVED: that report {name} on the quay, version {version}, be noted at {number}% cost"
