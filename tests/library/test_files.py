"""Which files of a folder are read, and what is said of those that cannot be."""

import errno
import os
from pathlib import Path

import pytest
from PIL import Image

from library import Library, files_in, left_out
from minutes.errors import InputError
from workers import extract_file

pytestmark = pytest.mark.usefixtures("toys")


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


def test_what_is_left_out_of_a_folder_is_told(tmp_path: Path) -> None:
    for name in ("b.pdf", "sub/heights.csv", "x.xyz", ".hidden.csv", "broken.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    Image.new("L", (1240, 1754)).save(tmp_path / "page.png")
    Image.new("L", (300, 1754)).save(tmp_path / "crest.jpg")
    assert [path.name for path in left_out([tmp_path])] == ["crest.jpg", "heights.csv", "x.xyz"]
    assert [path.name for path in files_in([tmp_path])] == ["b.pdf", "broken.png", "page.png"]
    assert left_out([tmp_path / "x.xyz"]) == []  # what is named is tried


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
