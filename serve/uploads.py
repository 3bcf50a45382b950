"""Documents that are added in the browser: kept below the library's folder, then read one batch after the other."""

import hashlib
import re
import secrets
import unicodedata
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from cachetools import LRUCache

from index.backups import UPLOADS
from library import Library
from library.files import kept_in
from minutes.errors import MinutebookError
from minutes.found import Ingested

LONGEST = 100  # characters of a file's name
REWORDED = {  # what is said to people at a command line, for people at a page
    r"give (it|the file) more with --timeout": "split it into parts",
    r"give (it|the right one) with --password": "save it without a password",
    r"found only with --exempt": "shown to editors who ask for it",
}


@dataclass
class Upload:
    """A file that was sent. `result` is null until it has been read."""

    name: str
    path: Path
    fresh: bool  # whether it was not here before
    result: Ingested | None = None

    @property
    def problem(self) -> str | None:
        """Why it could not be read, and what to do."""
        error = self.result.error if self.result else None
        return error and plain(error.removeprefix(f"{self.path}: "))


@dataclass
class Batch:
    """The files of one form. It is `done` once they can be searched, or a `problem` stopped all of them."""

    id: str
    uploads: list[Upload]
    done: bool = False
    problem: str | None = None
    read: int = field(init=False, default=0)


class Uploads:
    """The files that are waiting and those that were read; one writer fills the library."""

    def __init__(self, library: Library) -> None:
        self._library, self._folder = library, library.folder / UPLOADS
        self._batches: LRUCache[str, Batch] = LRUCache(200)
        self._writer = ThreadPoolExecutor(1)
        self._stopping = False

    def close(self) -> None:
        """Stop after the file that is being read; what waits is left out."""
        self._stopping = True
        self._writer.shutdown(cancel_futures=True)

    def batch(self, id_: str) -> Batch | None:
        return self._batches.get(id_)

    def take(self, files: Iterable[tuple[str, BinaryIO]]) -> Batch:
        """Keep the files under their names, and have them read in their turn."""
        batch = Batch(secrets.token_urlsafe(12), [self._keep(name, file) for name, file in files])
        self._batches[batch.id] = batch
        self._writer.submit(self._add, batch)
        return batch

    def _keep(self, name: str, file: BinaryIO) -> Upload:
        """Write a file into a folder named after its content, so that no name can be taken twice."""
        name, digest = cleaned(name), hashlib.sha256()
        self._folder.mkdir(parents=True, exist_ok=True)
        part = self._folder / f".{secrets.token_hex(8)}.part"
        with part.open("wb") as out:
            while chunk := file.read(2**20):
                digest.update(chunk)
                out.write(chunk)
        path = kept_in(self._library.folder, digest.hexdigest()) / name
        fresh = not path.exists()
        path.parent.mkdir(exist_ok=True)
        part.replace(path)
        return Upload(name, path, fresh)

    def _add(self, batch: Batch) -> None:
        """Read them in the worker processes, where a file that does harm harms no other."""
        try:
            for ingested in self._library.add({upload.path: None for upload in batch.uploads}):
                for upload in batch.uploads:
                    if str(upload.path) == ingested.path:
                        upload.result = ingested
                        batch.read += 1
                if self._stopping:
                    return
        except (MinutebookError, OSError) as error:
            batch.problem = str(error)
        except Exception as error:  # in a thread of its own nobody else would hear of it
            batch.problem = f"what reads files broke off ({type(error).__name__}); add those anew that were not read"
        finally:
            for upload in batch.uploads:
                _let_go(upload)
            batch.done = True


def _let_go(upload: Upload) -> None:
    """Delete a file that the library does not hold: it could not be read, or is held elsewhere."""
    document = upload.result.document if upload.result else None
    if upload.fresh and (document is None or document.path != str(upload.path.absolute())):
        upload.path.unlink(missing_ok=True)
        if not any(upload.path.parent.iterdir()):
            upload.path.parent.rmdir()


def cleaned(name: str) -> str:
    """What a file is kept as: its own name without folders, signs that mean something to a system, or excess.

    >>> cleaned("../../etc/Minutes: 8 March.pdf")
    'Minutes_ 8 March.pdf'
    """
    last = unicodedata.normalize("NFC", re.split(r"[/\\]", name)[-1])
    safe = re.sub(r"[^\w .,()'&+-]+", "_", last).strip(" .")
    stem, dot, ending = safe.rpartition(".")
    ending = f".{ending[:10]}" if dot and stem else ""
    return (stem or safe)[: LONGEST - len(ending)].strip(" .") + ending or "document"


def plain(message: str) -> str:
    """A message that tells people at a page what they can do there."""
    for theirs, ours in REWORDED.items():
        message = re.sub(theirs, ours, message)
    return message
