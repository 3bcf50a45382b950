import errno
import itertools
import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock
from numpy.typing import NDArray

from index import search
from index.catalogue import embedding as vectors_held
from index.vectors import Vectors
from library import Library, adding, embedding, files_in
from minutes.errors import InputError, LibraryError, ModelError, QueryError
from minutes.model import Decision, Filters
from models.manifest import manifest
from tests.index import samples
from tests.index.samples import ASHBY, BURLEY
from tests.stand_ins import WorkersHere
from workers import extract_file

ROOT = Path(__file__).parents[1]
BUNDLED = manifest()["encoder"]


pytestmark = pytest.mark.usefixtures("toys")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library", create=True) as opened:
        yield opened


@pytest.fixture
def library(empty: Library, files: Path) -> Library:
    assert outcomes(empty, files) == {"ashby.txt": "added", "burley.txt": "added"}
    return empty


def outcomes(library: Library, *paths: Path) -> dict[str, str]:
    return {Path(ingested.path).name: ingested.outcome for ingested in library.add(paths)}


# ---- finding files ---------------------------------------------------------------------------------------------------


def test_files_in_a_folder(tmp_path: Path) -> None:
    for name in (
        "b.pdf",
        "a.DOCX",
        "sub/c.html",
        "sub/old.doc",
        ".hidden.pdf",
        ".git/d.pdf",
        "gold.json",
        "code.py",
        "e",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [str(path.relative_to(tmp_path)) for path in files_in([tmp_path])]
    assert found == ["a.DOCX", "b.pdf", "e", "sub/c.html", "sub/old.doc"]


def test_a_file_that_is_named_is_taken_whatever_it_is_and_once(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").touch()
    named = [tmp_path / "missing.pdf", tmp_path / "gold.json", tmp_path / "b.pdf", tmp_path]
    assert files_in(named) == named[:3]


@pytest.mark.parametrize("names", [[], ["code.py"], ["sub/.hidden.pdf"]])
def test_a_folder_without_documents_is_named(empty: Library, files: Path, tmp_path: Path, names: list[str]) -> None:
    folder = tmp_path / "bare"
    folder.mkdir()
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).touch()
    first, *others = empty.add([folder, files])
    assert first.error == f"{folder}: there are no documents in this folder; name another folder or the file itself"
    assert [ingested.outcome for ingested in others] == ["added", "added"]


def test_a_folder_that_cannot_be_listed_is_named(empty: Library, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (files / "closed").mkdir()
    scandir = os.scandir

    def guarded(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    *_, last = empty.add([files])
    assert last.error == f"{files / 'closed'}: cannot be read (Permission denied); check that you may read it"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_refused_before_it_is_opened(empty: Library, files: Path) -> None:
    os.mkfifo(files / "pipe.txt")
    *_, last = empty.add([files])
    assert last.error == (
        f"{files / 'pipe.txt'}: is no file but a device, pipe or socket; copy what it holds into a file"
    )
    with pytest.raises(InputError, match="is no file"):
        extract_file(files / "pipe.txt")


# ---- adding ----------------------------------------------------------------------------------------------------------


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


def test_a_moved_file_is_held_where_it_is_now(library: Library, files: Path) -> None:
    (files / "ashby.txt").rename(files / "moved.txt")
    assert outcomes(library, files) == {"burley.txt": "unchanged", "moved.txt": "unchanged"}
    assert [Path(held.path).name for held in library.documents()] == ["moved.txt", "burley.txt"]
    assert library.search("petition").hits[0].document.path == str(files / "moved.txt")


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


# ---- crashes ---------------------------------------------------------------------------------------------------------


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


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt


# ---- removing, rebuilding, verifying ---------------------------------------------------------------------------------


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


def test_rebuild_makes_the_vectors_from_the_catalogue_alone(library: Library, files: Path) -> None:
    before = everything(library)
    for file in files.iterdir():
        file.unlink()
    steps = list(library.rebuild())
    assert steps[-1][0] == steps[-1][1] == library.status()["passages"]
    assert everything(library) == before
    assert library.verify() == []


def test_verify_finds_vectors_that_are_missing_or_have_no_passage(library: Library) -> None:
    vectors = Vectors(library.folder / "vectors")
    lost = min(vectors.ids())
    vectors.delete([lost])
    vectors.add(["pas-stray"], np.ones((1, 64), dtype=np.float32))
    assert [fault.split(";")[0] for fault in library.verify()] == [
        f"passage {lost}: its vector is missing",
        "vector pas-stray: it has no passage",
    ]
    list(library.rebuild())
    assert library.verify() == []


def test_a_query_is_encoded_once_for_all_filters(library: Library) -> None:
    library.search("petition")
    assert library._embedder._encoder
    before = library._embedder._encoder.calls  # type: ignore[attr-defined]
    assert library.search("petition", filters=Filters(kind="decision")).hits != library.search("petition").hits
    assert library._embedder._encoder.calls == before  # type: ignore[attr-defined]
    library.search("opening hours")
    assert library._embedder._encoder.calls == before + 1  # type: ignore[attr-defined]


def test_two_encoders_are_not_mixed(library: Library, files: Path) -> None:
    with Library(library.folder, encoder="other") as other:
        with pytest.raises(LibraryError, match="made with another model than other"):
            other.search("transport")
        list(other.rebuild())
        assert other.status()["encoder"] == "other"
        assert other.search("transport").hits
    with Library(library.folder) as again:  # takes the model that the library records
        assert again.search("transport").hits


def test_a_rebuild_that_was_stopped_goes_on(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "BATCH", 2)
    total = library.status()["passages"]
    stopped = library.rebuild(encoder="other")
    left = total - next(stopped)[0]
    stopped.close()  # type: ignore[attr-defined]
    with Library(library.folder) as again:
        assert (again.status()["encoder"], again.status()["pending"]) == ("other", left)
        assert again.search("petition").coverage.pending == left > 0
        assert again.search("petition").hits  # by its words, if not by its meaning
        assert [*again.rebuild()][-1] == (left, left)
        assert again._embedder._encoder.calls <= left  # type: ignore[union-attr]
        assert (again.status()["encoder"], again.search("petition").coverage.pending) == ("other", 0)
        assert again.verify() == []


@pytest.mark.parametrize("method", ["put_vectors", "mark_indexed", "settle_vectors"])
def test_a_rebuild_that_crashed_is_made_good(library: Library, method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything(library)
    with monkeypatch.context() as patch:
        patch.setattr(library._catalogue, method, interrupt)
        with pytest.raises(KeyboardInterrupt):
            list(library.rebuild(encoder="other"))
    list(library.rebuild())
    assert library.verify() == []
    assert library.status()["encoder"] == "other"
    assert everything(library) == before


def test_a_rebuild_with_a_third_model_starts_anew(library: Library) -> None:
    stopped = library.rebuild(encoder="other")
    next(stopped)
    total = library.status()["passages"]
    assert [*library.rebuild(encoder="third")][-1] == (total, total)
    assert (library.status()["encoder"], library.verify()) == ("third", [])


def test_vectors_made_while_the_library_changed_to_another_model_are_refused(library: Library, files: Path) -> None:
    (files / "new.txt").write_text("# 1 Item\nSomething that was said about nothing in particular at some length.")
    encode, other = library._embedder._encode, Library(library.folder)
    other._embedder._turn = FileLock(files / "elsewhere.lock")  # as on another machine

    def slow(texts: Sequence[str]) -> NDArray[np.float32]:
        found = encode(texts)
        list(other.rebuild(encoder="other"))
        return found

    library._embedder._encode = slow  # type: ignore[method-assign]
    with pytest.raises(LibraryError, match="rebuilt with another model meanwhile; run the command again"):
        list(library.add([files]))
    assert other.verify() == []


def test_a_missing_model_throws_nothing_away(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str | None, *, fetch: bool) -> None:
        raise ModelError("not installed")

    with monkeypatch.context() as patch:
        patch.setattr(embedding, "load_encoder", missing)
        with pytest.raises(ModelError):
            list(library.rebuild())
        assert library.verify() == ["not installed"]
    assert library.verify() == []


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


def everything(library: Library) -> list[object]:
    """All that can be asked of a library."""
    kinds = ("item", "decision", "action", "metric")
    queries = ("school transport", "petition", "report 7 on the quay", "taxi2 special schools")
    chosen = (Filters(), Filters(body="Body 1"), Filters(since="2013", kind="decision"), Filters(outcome="noted"))
    found = [library.search(query, filters=filters, limit=50) for query in queries for filters in chosen]
    counts = [library.status()[name] for name in ("documents", "passages", "vectors", "items", "decisions", "pending")]
    records = [library.records(kind) for kind in kinds]  # type: ignore[arg-type]
    return [library.verify(), counts, library.documents(), *records, *found]


# ---- asking ----------------------------------------------------------------------------------------------------------


def test_registers(library: Library) -> None:
    found = library.records("decision", query="library saturdays")
    assert [listed.record.text for listed in found if isinstance(listed.record, Decision)] == [
        "RESOLVED: that the library stay open on Saturdays until the review is complete"
    ]
    assert found[0].meeting.body == "Cabinet"
    assert library.record(found[0].record.id[:9]) == found[0]


def test_an_action_is_followed_to_the_words_that_say_what_became_of_it(library: Library, files: Path) -> None:
    said = "The Clerk had written to the bus operators about the September timetable."
    (files / "later.txt").write_text(f"^ Ashby Council; Cabinet; 2023-03-20\n# 1 Matters arising\n{said}")
    list(library.add([files]))
    (action,) = library.follow(library.records("action"), today=date(2023, 4, 1))
    assert action.followed
    assert (action.followed.fate, action.followed.late, action.followed.later) == ("done", False, 1)
    assert [(each.says, each.citation.quote) for each in action.followed.mentions] == [("done", said)]


def test_a_document_comes_back_with_all_that_was_taken_from_it(library: Library, files: Path) -> None:
    (held,) = library.documents(filters=Filters(organisation="ashby"))
    assert held.document
    document, minutes = library.document(held.document.id)
    expected = samples.document_of(ASHBY, path=str(files / "ashby.txt"))
    assert (document, minutes) == (expected, samples.minutes_of(expected))
    assert held.counts == {"items": 3, "decisions": 3, "actions": 1, "metrics": 1}


def test_status(library: Library) -> None:
    status = library.status()
    assert (status["documents"], status["bodies"], status["decisions"]) == (2, 2, 3)
    assert (status["first"], status["last"], status["encoder"]) == ("2023-01-16", "2024-05-20", "toy")


# ---- opening ---------------------------------------------------------------------------------------------------------


def test_a_library_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"There is no library in .*; make one with: minutebook ingest"):
        Library(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_library_where_none_can_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError, match=r"No library can be made in .*; name another folder"):
        Library(tmp_path / "file", create=True)


def test_a_search_imports_no_pytorch_no_readers_and_no_chroma(library: Library) -> None:
    with Library(library.folder) as opened:
        opened._catalogue.begin_rebuild(BUNDLED.name, BUNDLED.files["model.safetensors"])
    code = (
        "import sys; from pathlib import Path; import library; "
        f"assert library.Library(Path({str(library.folder)!r})).search('petition').hits; "
        "print([m for m in ('torch', 'spacy', 'pdfplumber', 'sentence_transformers', 'chromadb') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.stdout == "[]\n", done.stderr


def test_documents_are_embedded_together(empty: Library, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "FLUSH", 3)
    for number in range(7):
        (files / f"{number}.txt").write_text(f"# 1 Item {number}\nSomething that was said about {number}.")
    stages: list[str] = []
    list(empty.add([files], progress=lambda stage, *_: stages.append(stage)))
    runs = [(stage, len(list(group))) for stage, group in itertools.groupby(stages)]
    assert runs == [("reading", 3), ("embedding", 1)] * 3
