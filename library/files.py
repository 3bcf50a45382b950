"""The files to read: those that are named, and the documents below folders."""

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from PIL import Image

from index.backups import UPLOADS
from minutes.errors import InputError, LibraryError
from workers import check, explained, shown

# What is taken from a folder: formats that are read, and others that hold documents, so that it is reported if they
# cannot be read. A file that is named itself is always tried.
DOCUMENT = re.compile(
    r"(?i)(\.(pdf|doc[xm]?|dot[xm]?|html?|xhtml|aspx|te?xt|md|markdown|od[tp]|rtf|pptx?|xlsx?|eml|msg|epub|tiff?))?"
)
PICTURE = re.compile(r"(?i)\.(png|jpe?g)")  # may be a scanned page, or a logo
PAGE = 1000  # dots across a scanned page at least, a hundred an inch and more


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files to read: each path itself, or the documents below it (hidden ones left out), sorted, each once.

    A folder without documents and one that cannot be listed are among them, so that reading them says so. Links that
    lead out of a folder are not: `strays` has them.
    """
    found: dict[Path, None] = {}
    for path in paths:
        found |= dict.fromkeys(_below(path) or [path] if _is_folder(path) else [path])
    return list(found)


def strays(paths: Iterable[Path]) -> dict[Path, InputError]:
    """The links below folders that lead out of them, each with why it is not followed."""
    return {
        link: InputError(f"{shown(link)}: is a link out of the folder, to {shown(to)}; name that to have it read")
        for path in dict.fromkeys(paths)
        if _is_folder(path)
        for link, to in sorted(_links(path))
    }


def left_out(paths: Iterable[Path]) -> list[Path]:
    """The files below folders that are of other kinds than those that are read, sorted."""
    folders = [path for path in dict.fromkeys(paths) if _is_folder(path)]
    return sorted(file for folder in folders for file in _all_below(folder) if not _is_document(file))


def _below(folder: Path) -> list[Path]:
    closed: list[OSError] = []
    found = [file for file in _all_below(folder, closed.append) if _is_document(file)]
    return sorted(found + [Path(error.filename) for error in closed])


def _all_below(folder: Path, onerror: Callable[[OSError], None] | None = None) -> list[Path]:
    files = (Path(parent, name) for parent, _, names in _walk(folder, onerror) for name in names)
    return [file for file in files if not _leads_out(file, folder)]


def _is_document(file: Path) -> bool:
    """Whether a file of a folder is read: not what is of another kind, and no picture smaller than a page."""
    if not PICTURE.fullmatch(file.suffix):
        return bool(DOCUMENT.fullmatch(file.suffix))
    try:
        with Image.open(file) as picture:
            return min(picture.size) >= PAGE
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return True  # so that it is reported


def _links(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Links below a folder to what is not below it, and where they lead."""
    for parent, folders, names in _walk(folder):
        links = [Path(parent, name) for name in folders] + [
            Path(parent, name) for name in names if DOCUMENT.fullmatch(Path(name).suffix)
        ]
        yield from ((link, Path(os.path.realpath(link))) for link in links if _leads_out(link, folder))


def _leads_out(path: Path, folder: Path) -> bool:
    """Whether a path is a link to something that is there and not below the folder."""
    if not path.is_symlink() or not os.path.exists(path):  # noqa: PTH110 (`Path.exists` fails in closed folders)
        return False
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _walk(folder: Path, onerror: Callable[[OSError], None] | None = None) -> Iterator[tuple[str, list[str], list[str]]]:
    """As `os.walk`, without what is hidden. It follows no links to folders, so it ends."""
    for parent, folders, names in os.walk(folder, onerror=onerror):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield parent, folders, [name for name in names if not name.startswith(".")]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # above it is a folder that may not be looked into; reading it says so
        return False


def sha256_of(file: Path) -> str:
    """Of a file's content, in hexadecimal.

    Raises:
        InputError: if it cannot be read.
    """
    check(file)
    with explained(file), file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


# ---- files that were added in the browser ---------------------------------------------------------------------------


def kept_in(folder: Path, sha256: str) -> Path:
    """Where the library in `folder` keeps an uploaded file: named after its content, so that no name is taken twice."""
    return folder / UPLOADS / sha256[:16]


def discard(folder: Path, sha256: str) -> None:
    """Delete the uploaded file of this content, if there is one.

    Raises:
        LibraryError: if it cannot be deleted.
    """
    kept = kept_in(folder, sha256)
    try:
        if kept.is_dir():
            shutil.rmtree(kept)
    except OSError as error:
        raise LibraryError(f"{kept} cannot be deleted ({error.strerror}); delete it yourself") from error
