"""A library as one file, and back: the catalogue as it is at one moment, with the files that are kept beside it.

    FILE ── minutebook.json   what it is, the library's folder, and the SHA-256 of each file in it
         ── catalogue.sqlite  vectors included, from which the store of vectors is made anew
         ── uploads/...       documents that were added in the browser

Both ways go while others read and write. What is restored takes the place of all that was held, in one transaction.
"""

import hashlib
import json
import os
import re
import sqlite3
import tempfile
import zipfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import IO, Any
from uuid import uuid4

from index.catalogue import Catalogue, sqlite
from minutes.errors import LibraryError

FORM = "minutebook-backup/1"
STATED, CATALOGUE, UPLOADS = "minutebook.json", "catalogue.sqlite", "uploads"
MEMBER = re.compile(rf"{re.escape(CATALOGUE)}|{UPLOADS}/[^/\\]+/[^/\\]+")
CHUNK = 2**20
GET_ANOTHER = "name a file that minutebook backup has written"


def backup(folder: Path, file: Path) -> int:
    """Write the library in `folder` to a file, whole or not at all; its size in bytes.

    Raises:
        LibraryError: if it cannot be written.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=".minutebook-", dir=file.absolute().parent) as scratch:
            copy, part = Path(scratch, CATALOGUE), Path(scratch, "backup")
            sqlite.copy(folder / CATALOGUE, copy)
            with part.open("wb") as out:
                _pack({CATALOGUE: copy, **_uploads(folder)}, out, folder)
                out.flush()
                os.fsync(out.fileno())
            part.replace(file)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise LibraryError(f"No backup can be written to {file} ({reason}); check the path and the space") from error
    return file.stat().st_size


def _uploads(folder: Path) -> dict[str, Path]:
    files = sorted(file for file in (folder / UPLOADS).glob("*/*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file for file in files}


def _pack(files: dict[str, Path], out: IO[bytes], folder: Path) -> None:
    digests: dict[str, str] = {}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for name, file in files.items():  # an uploaded one goes if its document is removed meanwhile
            with (
                suppress(FileNotFoundError),
                file.open("rb") as source,
                packed.open(name, "w", force_zip64=True) as target,
            ):
                digests[name] = _copied(source, target)
        stated = {"form": FORM, "folder": str(folder.absolute()), "files": digests}
        packed.writestr(STATED, json.dumps(stated, indent=1))


def _copied(source: IO[bytes], target: IO[bytes]) -> str:
    """Copy one file into another; its SHA-256."""
    digest = hashlib.sha256()
    while chunk := source.read(CHUNK):
        digest.update(chunk)
        target.write(chunk)
    return digest.hexdigest()


def restore(catalogue: Catalogue, folder: Path, file: Path) -> None:
    """Put what a backup holds in place of what the catalogue of the library in `folder` holds.

    Of the store of vectors everything is to be taken out and put in anew after that, which the catalogue notes.

    Raises:
        LibraryError: if it is no backup, is damaged, or was made by a newer Minutebook.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=".restoring-", dir=folder) as scratch:
            stated = _unpack(file, Path(scratch))
            copy = Path(scratch, CATALOGUE)
            with closing(Catalogue(copy, create=False)) as held:  # brings one of an older version up to this one
                if faults := held.faults():
                    raise LibraryError(f"The catalogue in {file} is damaged ({faults[0]}); {GET_ANOTHER}")
            _adopt(copy, catalogue, Path(stated["folder"]), folder.absolute())
            with _moved(stated["files"].keys() - {CATALOGUE}, Path(scratch), folder):
                sqlite.copy(copy, folder / CATALOGUE)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise LibraryError(f"{file} cannot be restored ({reason}); check the path, the space and the backup") from error


@contextmanager
def _moved(names: Collection[str], scratch: Path, folder: Path) -> Iterator[None]:
    """Uploaded files in their place, for good unless what is done meanwhile fails.

    They come first, for a file of no document does less harm than a document without its file. One that is there
    already has the same content, after which its folder is named.
    """
    new = [name for name in names if not (folder / name).exists()]
    try:
        for name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            Path(scratch, name).replace(folder / name)
        yield
    except BaseException:
        for name in new:
            (folder / name).unlink(missing_ok=True)
            with suppress(OSError):  # there may be none, or another file in it
                (folder / name).parent.rmdir()
        raise


def _unpack(file: Path, into: Path) -> dict[str, Any]:
    """Take the files out, each checked; what the backup says of itself."""
    try:
        with zipfile.ZipFile(file) as packed:
            stated: dict[str, Any] = json.loads(packed.read(STATED))
            if stated["form"] != FORM:
                raise LibraryError(f"{file} was made by a newer Minutebook; upgrade: pip install -U minutebook")
            for name, digest in stated["files"].items():
                if not MEMBER.fullmatch(name) or ".." in Path(name).parts:
                    raise ValueError(name)
                target = into / name
                target.parent.mkdir(parents=True, exist_ok=True)
                with packed.open(name) as source, target.open("wb") as out:
                    if _copied(source, out) != digest:
                        raise ValueError(name)
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError, EOFError) as error:
        raise LibraryError(f"{file} is no backup or is damaged; {GET_ANOTHER}") from error
    return stated


def _adopt(copy: Path, catalogue: Catalogue, before: Path, now: Path) -> None:
    """Make the copied catalogue that of the library that it is restored to."""
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("UPDATE vectors SET indexed = 0")
        _note(connection, library=catalogue.key(), state=uuid4().hex, index=uuid4().hex, unfinished="restore")
        gone = ((id_,) for id_ in catalogue.index())
        connection.executemany("INSERT OR IGNORE INTO dropped VALUES (?)", gone)
        for id_, path, info in _below(connection, before / UPLOADS):
            moved = str(now / Path(path).relative_to(before))
            told = json.dumps({**json.loads(info), "path": moved})
            connection.execute("UPDATE documents SET path = ?, info = ? WHERE id = ?", (moved, told, id_))


def _below(connection: sqlite3.Connection, folder: Path) -> Iterable[tuple[str, str, str]]:
    rows = connection.execute("SELECT id, path, info FROM documents").fetchall()
    return [row for row in rows if Path(row[1]).is_relative_to(folder)]


def _note(connection: sqlite3.Connection, **pairs: str) -> None:
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", pairs.items())
