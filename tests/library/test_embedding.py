"""Vectors that are made anew, by another model, and after a crash."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock
from numpy.typing import NDArray

from index.vectors import Vectors
from library import Library, embedding
from minutes.errors import LibraryError, ModelError
from minutes.found import Filters
from tests.library.toys import everything, interrupt

pytestmark = pytest.mark.usefixtures("toys")


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
