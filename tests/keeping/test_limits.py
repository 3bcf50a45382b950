"""Where a system sets limits: one clear line, and nothing is lost."""

import errno
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from time import monotonic, sleep

import pytest

from index import corrections
from library import Library, adding, files_in
from minutes.errors import InputError, LibraryError
from tests.index.samples import ASHBY, BURLEY
from tests.keeping.toys import everything
from tests.stand_ins import WorkersHere
from workers import Extraction, extract_file

DOCUMENTS = int(os.environ.get("MINUTEBOOK_DOCUMENTS", "500"))
SIGNS = [
    "\n",
    "\t",
    "\x1b[2J",
    "\\",
    "'",
    '"',
    "`id`",
    "$(id)",
    "%41",
    "?",
    "#",
    "*",
    "&",
    ";",
    "|",
    "\u202e",
    "é",
    "📄",
    " ",
]


@pytest.fixture
def disk() -> Iterator[Path]:
    """A disk of three megabytes."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a disk")
    with tempfile.TemporaryDirectory() as place:
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=3m", "none", place], capture_output=True, check=False
        )
        if mounted.returncode:
            pytest.skip("no disk may be mounted here")
        try:
            yield Path(place)
        finally:
            subprocess.run(["umount", "--lazy", place], check=True)


def remount(disk: Path, how: str) -> None:
    """Mount it otherwise, as soon as nothing is open there: Chroma closes its files in threads of its own."""
    end = monotonic() + 30
    while subprocess.run(["mount", "-o", f"remount,{how}", disk], check=False).returncode:
        assert monotonic() < end, f"{disk} cannot be mounted {how}"
        sleep(0.1)


def many(folder: Path, count: int) -> Path:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"{number}.txt").write_text(ASHBY.replace("petition", f"petition{number}"))
    return folder


# ---- disks -----------------------------------------------------------------------------------------------------------


def test_a_full_disk_loses_nothing(toys: None, disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "FLUSH", 5)
    papers = many(tmp_path / "papers", 150)
    with Library(disk / "library", create=True) as library:
        with pytest.raises(LibraryError) as told:
            list(library.add([papers]))
        assert "full" in str(told.value)
        assert str(told.value).count("\n") == 0
    remount(disk, "size=200m")
    with Library(disk / "library") as again, Library(tmp_path / "whole", create=True) as whole:
        assert again.documents()
        assert again.repair()[1] == []
        assert {each.outcome for each in again.add([papers])} == {"added", "unchanged"}
        list(whole.add([papers]))
        assert everything(again) == everything(whole)
        assert again.verify() == []


def test_a_full_disk_leaves_the_old_backup(held: Library, disk: Path) -> None:
    held.backup(disk / "backup")
    before = (disk / "backup").read_bytes()
    (disk / "filler").write_bytes(bytes(os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize))
    with pytest.raises(LibraryError, match=r"No backup can be written to .* \(.*(full|space).*\); check the path and"):
        held.backup(disk / "backup")
    assert (disk / "backup").read_bytes() == before
    assert {each.name for each in disk.iterdir()} == {"backup", "filler"}


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """No file of this process may grow beyond it, as where a quota is used up."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_quota_loses_nothing(toys: None, tmp_path: Path) -> None:
    papers = many(tmp_path / "papers", 60)
    with Library(tmp_path / "library", create=True) as library:
        with largest_file(800_000), pytest.raises(LibraryError, match="is the disk full, or may you not write there"):
            list(library.add([papers]))
        assert library.verify() == []
        assert 0 < len(library.documents()) < 60
        list(library.add([papers]))
        assert len(library.documents()) == 60
        assert library.verify() == []


def test_a_library_that_may_only_be_read_is_searched_and_not_changed(
    toys: None, disk: Path, files: Path, tmp_path: Path
) -> None:
    with Library(disk / "library", create=True) as library:
        list(library.add([files]))
        before = everything(library)
    remount(disk, "ro")
    with Library(disk / "library") as library:
        assert everything(library) == before
        assert library._catalogue.faults() == []
        library.backup(tmp_path / "backup")
        (files / "new.txt").write_text(ASHBY.replace("petition", "letter"))
        with pytest.raises(LibraryError, match=r"cannot be used \(attempt to write a readonly database\)"):
            list(library.add([files]))
    remount(disk, "rw")
    with Library(disk / "library") as library:
        assert everything(library) == before
        library.restore(tmp_path / "backup")
        assert everything(library) == before


def test_a_closed_library_is_told(held: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held._embedder._turn, "acquire", partial(refuse, held.folder))
    with pytest.raises(LibraryError, match=r"cannot be changed \(Permission denied\); check that you may write there"):
        list(held.rebuild())


def refuse(folder: Path, **_: object) -> None:
    raise PermissionError(errno.EACCES, "Permission denied", str(folder))


# ---- files -----------------------------------------------------------------------------------------------------------


def test_a_file_that_goes_while_it_is_read_is_named(
    toys: None, held: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken_away(path: Path, *, password: str | None) -> Extraction:
        path.unlink()
        return extract_file(path)

    monkeypatch.setattr(adding, "Workers", partial(WorkersHere, taken_away))
    (tmp_path / "gone.txt").write_text(BURLEY.replace("14 weeks", "15 weeks"))
    (failed,) = held.add([tmp_path / "gone.txt"])
    assert failed.error == f"{tmp_path / 'gone.txt'}: there is no such file; check the path"
    assert held.verify() == []


@pytest.mark.parametrize("sign", SIGNS)
def test_a_file_may_have_any_name(toys: None, tmp_path: Path, sign: str) -> None:
    name = f"{sign}a{sign}b{sign}.txt"
    folder = tmp_path / f"in {sign}" / "papers"
    folder.mkdir(parents=True)
    (folder / name).write_text(ASHBY)
    with Library(tmp_path / f"library {sign}", create=True) as library:
        (ingested,) = library.add([folder])
        assert (ingested.outcome, ingested.path) == ("added", str(folder / name))
        assert library.documents()[0].path == str(folder / name)
        library.backup(tmp_path / f"backup {sign}")
        library.restore(tmp_path / f"backup {sign}")
        assert library.verify() == []


def test_a_name_that_is_no_text_is_told(toys: None, files: Path, tmp_path: Path) -> None:
    shutil.copy(files / "ashby.txt", os.fsencode(files) + b"/c\xff\xfe.txt")
    with Library(tmp_path / "library", create=True) as library:
        *others, failed = library.add([files])
    assert [each.outcome for each in others] == ["added", "added"]
    assert (
        failed.error
        == f"{files}/c\\xff\\xfe.txt: its name is not in UTF-8, so that it cannot be kept; give it another name"
    )
    assert failed.path == f"{files}/c\\xff\\xfe.txt"


def test_links_are_followed_within_a_folder_and_not_out_of_it(toys: None, files: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("# 1 Item\nSomething that nobody named.")
    (files / "within.txt").symlink_to(files / "ashby.txt")
    (files / "loop").symlink_to(files)
    (files / "itself.txt").symlink_to("itself.txt")
    (files / "broken.txt").symlink_to("nowhere.txt")
    (files / "out.txt").symlink_to(outside / "secret.txt")
    (files / "away").symlink_to(outside)
    (files / "picture.png").symlink_to("/etc/hostname")
    with Library(tmp_path / "library", create=True) as library:
        found = {Path(each.path).name: each.error or each.outcome for each in library.add([files])}
    to = outside.resolve()
    assert found == {
        "ashby.txt": "added",
        "burley.txt": "added",
        "within.txt": "unchanged",
        "itself.txt": f"{files}/itself.txt: cannot be read ({os.strerror(errno.ELOOP)}); check that you may read it",
        "broken.txt": f"{files}/broken.txt: there is no such file; check the path",
        "out.txt": f"{files}/out.txt: is a link out of the folder, to {to}/secret.txt; name that to have it read",
        "away": f"{files}/away: is a link out of the folder, to {to}; name that to have it read",
    }


def test_a_link_that_is_named_itself_is_read(toys: None, files: Path, tmp_path: Path) -> None:
    (tmp_path / "out.txt").symlink_to(files / "ashby.txt")
    (tmp_path / "folder").symlink_to(files)
    with Library(tmp_path / "library", create=True) as library:
        assert [each.outcome for each in library.add([tmp_path / "out.txt", tmp_path / "folder"])] == [
            "added",
            "unchanged",
            "added",
        ]


def test_a_folder_of_many_documents(toys: None, tmp_path: Path) -> None:
    """MINUTEBOOK_DOCUMENTS=10000 has so many. A document takes no longer in a full library than in an empty one."""
    papers = many(tmp_path / "papers", DOCUMENTS)
    assert len(files_in([papers])) == DOCUMENTS
    times = [monotonic()]
    with Library(tmp_path / "library", create=True) as library:
        for _ in library.add([papers]):
            times.append(monotonic())
        assert len(library.documents()) == DOCUMENTS
        assert library.status()["pending"] == 0
        assert {each.outcome for each in library.add([papers])} == {"unchanged"}
    tenth = DOCUMENTS // 10
    assert times[-1] - times[-tenth] < 5 * (times[tenth] - times[0])


# ---- the clock -------------------------------------------------------------------------------------------------------


def test_a_clock_that_is_set_back_changes_no_order(held: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    decision = held.records("decision")[0].record
    hours = iter(["2024-03-10T12", "2024-03-10T09", "2024-03-10T10"])
    monkeypatch.setattr(corrections, "_now", lambda: f"{next(hours)}:00:00.000000+00:00")
    for outcome in ("noted", "deferred", "rejected"):
        held.correct(decision.id, {"outcome": outcome}, who="Keld", why="It says so.")
    assert held.record(decision.id).record.outcome == "rejected"  # type: ignore[union-attr]
    told = held.corrections()
    assert [each.fields["outcome"] for each in told] == ["noted", "deferred", "rejected"]
    assert [datetime.fromisoformat(each.at) for each in told] == sorted(
        datetime.fromisoformat(each.at) for each in told
    )


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    (tmp_path / "closed.txt").write_text(ASHBY)
    (tmp_path / "closed.txt").chmod(0)
    with pytest.raises(InputError, match=r"cannot be read \(Permission denied\); check that you may read it"):
        extract_file(tmp_path / "closed.txt")
