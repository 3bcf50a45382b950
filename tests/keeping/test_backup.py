"""A library is written to one file and comes back from it, while others use it."""

import hashlib
import json
import sqlite3
import threading
import zipfile
from pathlib import Path

import pytest

from index import backups
from library import Library
from library.files import kept_in
from minutes.errors import LibraryError
from tests.index.samples import ASHBY
from tests.keeping.toys import everything


def test_what_comes_back_is_what_was_there(held: Library, files: Path, tmp_path: Path) -> None:
    before = everything(held)
    assert held.backup(tmp_path / "backup") == (tmp_path / "backup").stat().st_size
    (files / "ashby.txt").write_text(ASHBY.replace("petition", "complaint"))
    assert sorted(each.outcome for each in held.add([files])) == ["unchanged", "updated"]
    held.remove(next(each.document.id for each in held.documents() if each.document))
    held.restore(tmp_path / "backup")
    assert everything(held) == before
    assert held.verify() == []
    assert held.status()["pending"] == 0
    assert not [*held.folder.glob(".*")]


def test_it_comes_back_elsewhere_with_the_files_that_are_kept(held: Library, tmp_path: Path) -> None:
    kept = held.folder / "uploads" / "0123456789abcdef" / "kept, 8 March.txt"
    kept.parent.mkdir(parents=True)
    kept.write_text("# 1 Item\nSomething that was said about nothing in particular at some length.")
    list(held.add([kept]))
    held.backup(tmp_path / "backup")
    with Library(tmp_path / "elsewhere", create=True) as other:
        other.restore(tmp_path / "backup")
        there = tmp_path / "elsewhere" / kept.relative_to(held.folder)
        assert str(there) in {each.path for each in other.documents()}
        assert {each.document.path for each in other.documents() if each.document} >= {str(there)}
        assert there.read_bytes() == kept.read_bytes()
        assert other.verify() == []
        assert other._catalogue.key() != held._catalogue.key()  # on a Chroma server both may have their vectors


def upload(library: Library, words: str) -> str:
    """Add what would come from the browser; the id of its document."""
    content = f"# 1 Item\nSomething that was said about the {words} in particular at some length.".encode()
    file = kept_in(library.folder, hashlib.sha256(content).hexdigest()) / f"{words}.txt"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    (added,) = library.add([file])
    assert added.document
    return added.document.id


def uploads(library: Library) -> list[str]:
    return sorted(path.name for path in (library.folder / "uploads").rglob("*.txt"))


def test_kept_files_are_those_of_the_backup(held: Library, tmp_path: Path) -> None:
    weir = upload(held, "weir")
    held.backup(tmp_path / "backup")
    upload(held, "mill")
    held.remove(weir)
    assert uploads(held) == ["mill.txt"]
    held.restore(tmp_path / "backup")
    assert uploads(held) == ["weir.txt"]
    assert held.verify() == []


def test_kept_files_stay_where_the_catalogue_does(
    held: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weir = upload(held, "weir")
    held.backup(tmp_path / "backup")
    upload(held, "mill")
    held.remove(weir)
    before = everything(held)

    def full(*_: Path) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(backups.sqlite, "copy", full)
    with pytest.raises(LibraryError, match="disk is full"):
        held.restore(tmp_path / "backup")
    assert everything(held) == before
    assert uploads(held) == ["mill.txt"]
    assert held.verify() == []


def test_a_file_that_is_removed_meanwhile_stops_no_backup(
    held: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "_uploads", lambda folder: {"uploads/0123456789abcdef/gone.txt": folder / "gone.txt"})
    before = everything(held)
    held.backup(tmp_path / "backup")
    held.restore(tmp_path / "backup")
    assert everything(held) == before


def test_those_who_read_meanwhile_see_the_old_or_the_new(held: Library, files: Path, tmp_path: Path) -> None:
    held.backup(tmp_path / "full")
    old = everything(held)
    for each in held.documents():
        held.remove(each.document.id if each.document else "")
    new = everything(held)
    held.backup(tmp_path / "empty")
    seen, stop = [], threading.Event()

    def read() -> None:
        with Library(held.folder) as reader:
            while not stop.is_set():
                seen.append((len(reader.documents()), reader.search("petition").coverage.documents))

    reading = threading.Thread(target=read)
    reading.start()
    for name, expected in [("full", old), ("empty", new)] * 3:
        held.restore(tmp_path / name)
        assert everything(held) == expected
    stop.set()
    reading.join()
    assert seen
    assert {number for pair in seen for number in pair} <= {0, 2}
    assert held.verify() == []


def change(file: Path, name: str, content: bytes) -> None:
    with zipfile.ZipFile(file) as old:
        held = {each: old.read(each) for each in old.namelist()} | {name: content}
    with zipfile.ZipFile(file, "w") as new:
        for each, data in held.items():
            new.writestr(each, data)


def stated(file: Path, **changes: object) -> None:
    with zipfile.ZipFile(file) as packed:
        told = json.loads(packed.read("minutebook.json"))
    change(file, "minutebook.json", json.dumps(told | changes).encode())


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda file: file.write_bytes(b"no zip"), "is no backup or is damaged; name a file that minutebook backup"),
        (lambda file: file.write_bytes(file.read_bytes()[:-500]), "is no backup or is damaged"),
        (lambda file: change(file, "catalogue.sqlite", b"x" * 9000), "is no backup or is damaged"),
        (lambda file: stated(file, files={"../../evil": "00"}), "is no backup or is damaged"),
        (lambda file: stated(file, files={"uploads/../x": "00"}), "is no backup or is damaged"),
        (lambda file: stated(file, form="minutebook-backup/2"), "was made by a newer Minutebook; upgrade"),
        (lambda file: file.unlink(), "cannot be restored .No such file or directory."),
    ],
)
def test_what_is_no_backup_changes_nothing(held: Library, tmp_path: Path, spoil: object, told: str) -> None:
    before = everything(held)
    held.backup(tmp_path / "backup")
    spoil(tmp_path / "backup")  # type: ignore[operator]
    with pytest.raises(LibraryError, match=told):
        held.restore(tmp_path / "backup")
    assert everything(held) == before
    assert held.verify() == []
    assert {each.name for each in tmp_path.iterdir()} <= {"backup", "files", "library"}


def test_a_backup_that_cannot_be_written_leaves_the_old_one(held: Library, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"No backup can be written to .*; check the path and the space"):
        held.backup(tmp_path / "nowhere" / "backup")
    (tmp_path / "folder").mkdir()
    with pytest.raises(LibraryError, match="Is a directory"):
        held.backup(tmp_path / "folder")
