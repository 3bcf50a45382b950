"""What is wrong with a library is found, named and, where it can be, repaired."""

import hashlib
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from library import Library, embedding
from minutes.errors import LibraryError
from tests.index.samples import BURLEY
from tests.keeping.toys import everything
from tests.stand_ins import ToyEncoder


def change(library: Library, *statements: str) -> None:
    """Do to the database what only damage would."""
    library.close()
    with closing(sqlite3.connect(library.folder / "catalogue.sqlite")) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def lose_a_vector(library: Library) -> None:
    library._vectors.delete([min(library._vectors.ids())])


def add_a_stray_vector(library: Library) -> None:
    library._vectors.add(["pas-stray"], np.ones((1, 64), dtype=np.float32))


def swap_a_vector(library: Library) -> None:
    library._vectors.add([min(library._vectors.ids())], np.ones((1, 64), dtype=np.float32))


def lose_the_vectors(library: Library) -> None:
    library.close()
    shutil.rmtree(library.folder / "vectors")


def damage_the_vectors(library: Library) -> None:
    library.close()
    (library.folder / "vectors" / "chroma.sqlite3").write_bytes(b"no database " * 1000)


def damage_the_full_text(library: Library) -> None:
    change(library, "DELETE FROM passages_fts_data WHERE id > 10")


def damage_an_index(library: Library) -> None:
    other = "UPDATE sqlite_master SET sql = replace(sql, '(date)', '(title)') WHERE name = 'ix_documents_date'"
    change(library, "PRAGMA writable_schema = ON", other)


def scribble(library: Library, name: str) -> None:
    """Damage the first page of a table or an index."""
    library.close()
    file = library.folder / "catalogue.sqlite"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with file.open("r+b") as out:
        out.seek((page - 1) * size)
        out.write(bytes(size))


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lose_a_vector, ": its vector is missing; run: minutebook verify --repair"),
        (add_a_stray_vector, "vector pas-stray: it has no passage; run: minutebook verify --repair"),
        (swap_a_vector, ": its vector is not the one that was made; run: minutebook verify --repair"),
        (lose_the_vectors, ": its vector is missing; run: minutebook verify --repair"),
        (damage_the_vectors, "cannot be opened"),
        (damage_an_index, "missing from index ix_documents_date"),
        (damage_the_full_text, "full-text index: does not agree with the passages; run: minutebook verify --repair"),
    ],
)
def test_what_can_be_rebuilt_is_repaired(held: Library, damage: Callable[[Library], None], told: str) -> None:
    before = everything(held)
    assert held.verify() == []
    damage(held)
    faults = held.verify()
    assert faults
    assert all(told in fault for fault in faults)
    assert held.repair() == (faults, [])
    assert held.verify() == []
    assert everything(held) == before


def test_words_that_do_not_stand_there_are_read_again_from_the_file(held: Library, files: Path) -> None:
    before = everything(held)
    change(held, "UPDATE contents SET text = replace(text, 'petition', 'petitions')")
    assert any("its quote is not what stands in" in fault for fault in held.verify())
    mended, left = held.repair()
    assert mended == []
    assert left == held.verify()
    assert {Path(each.path).name: each.outcome for each in held.add([files])} == {
        "ashby.txt": "updated",
        "burley.txt": "unchanged",
    }
    assert held.verify() == []
    assert everything(held) == before


def test_a_kept_file_that_changed_is_named_and_others_are_not_looked_at(held: Library, files: Path) -> None:
    kept = held.folder / "uploads" / "0123456789abcdef" / "kept.txt"
    kept.parent.mkdir(parents=True)
    kept.write_text(BURLEY + "And more was said of the waiting times than anybody could write down.")
    assert [each.outcome for each in held.add([kept])] == ["added"]
    (files / "ashby.txt").unlink()
    assert held.verify() == []
    kept.write_text("Something else")
    assert held.verify() == [f"{kept}: is not the file that was read any more; put it back from a backup"]
    kept.unlink()
    assert held.repair() == ([], [f"{kept}: there is no such file; check the path"])


def test_a_kept_file_of_no_document_is_named(held: Library, files: Path) -> None:
    left = held.folder / "uploads" / "0123456789abcdef" / "left.txt"
    left.parent.mkdir(parents=True)
    left.write_text("What was said of somebody whose document is gone.")
    told = f"{left}: is of no document; if nobody is adding it now, delete it or ingest it"
    assert held.verify() == [told]
    left.write_bytes((files / "ashby.txt").read_bytes())  # held, though elsewhere: the library was moved, say
    assert held.verify() == []


def test_another_model_under_the_same_name_is_named(held: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    class Other(ToyEncoder):
        def __init__(self, name: str | None = None, *, fetch: bool = False) -> None:
            super().__init__(name)
            self.fingerprint = "another"

    monkeypatch.setattr(embedding, "load_encoder", Other)
    with Library(held.folder) as again:
        assert again.verify() == [
            "model toy: is another than the one that made the vectors; run: minutebook rebuild",
        ]
        list(again.rebuild())
        assert again.verify() == []


def test_what_is_to_be_done_next_time_is_no_fault(held: Library, files: Path) -> None:
    """Neither passages that are not embedded yet nor vectors that Chroma does not have yet, or still has."""
    (files / "new.txt").write_text("# 1 Item\nSomething that was said about nothing in particular at some length.")
    stopped = held.add([files])
    for each in stopped:
        if each.outcome == "added":
            break
    stopped.close()  # type: ignore[attr-defined]
    held._catalogue.remove(hashlib.sha256(BURLEY.encode()).hexdigest()[:16])
    ids = sorted(held._vectors.ids())
    held._catalogue.mark_indexed(ids[:1], held=False)
    assert held.verify() == []


def test_a_damaged_database_is_told(held: Library) -> None:
    scribble(held, "contents")
    faults = held.verify()
    assert "malformed" in faults[0]
    assert held.repair() == ([], faults)
    held.close()
    (held.folder / "catalogue.sqlite").write_bytes(b"no database " * 1000)
    with pytest.raises(LibraryError, match="move it away and restore a backup, or ingest the files into a new library"):
        Library(held.folder)
