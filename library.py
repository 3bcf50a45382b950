"""The library: the one composer of reading, extraction and search.

    library = Library(Path("minutes-library"))
    for ingested in library.add([Path("minutes.pdf")]):
        print(ingested.outcome)
    answer = library.search("who agreed the budget")
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from minutes.model import (
    Answer,
    Document,
    DocumentInfo,
    Filters,
    Ingested,
    Listed,
    Minutes,
    RecordKind,
)


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files to read: each path itself, or the files below it (hidden ones left out), sorted."""
    raise NotImplementedError


def extract_file(path: Path, *, password: str | None = None) -> tuple[Document, Minutes]:
    """Read one file and take the records from it, without a library.

    Raises:
        InputError: if it cannot be read.
    """
    raise NotImplementedError


class Library:
    """A folder that holds the catalogue (SQLite) and the vectors (Chroma)."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        """Open the library in `folder`.

        Raises:
            LibraryError: if there is none and `create` is false, or if it cannot be used.
        """
        raise NotImplementedError

    def add(self, paths: Iterable[Path], *, password: str | None = None) -> Iterator[Ingested]:
        """Read, extract, store and embed each file of `files_in(paths)`; one result a file, as it is done.

        A file that fails leaves nothing behind and does not stop the others.
        """
        raise NotImplementedError

    def search(self, query: str, *, filters: Filters = Filters(), limit: int = 10) -> Answer:
        """Passages that answer `query`, best first.

        Raises:
            QueryError: if the query is empty or a filter cannot be understood.
        """
        raise NotImplementedError

    def documents(self, *, filters: Filters = Filters()) -> list[Ingested]:
        """The documents held, by organisation, body and date, each with its counts and receipt."""
        raise NotImplementedError

    def records(self, kind: RecordKind, *, query: str | None = None, filters: Filters = Filters()) -> list[Listed]:
        """A register: all records of a kind, latest meeting first, those that hold all words of `query`."""
        raise NotImplementedError

    def document(self, document_id: str) -> tuple[Document, Minutes]:
        """One document with all that was taken from it. An id may be shortened while it is unambiguous."""
        raise NotImplementedError

    def record(self, record_id: str) -> Listed:
        """One record by its id, which may be shortened while it is unambiguous."""
        raise NotImplementedError

    def remove(self, document_id: str) -> DocumentInfo:
        """Take a document and all that came from it out of the library."""
        raise NotImplementedError

    def rebuild(self) -> Iterator[tuple[int, int]]:
        """Make all vectors anew from the catalogue; yields passages done and passages in all."""
        raise NotImplementedError

    def verify(self) -> list[str]:
        """Check that catalogue, citations and vectors agree; one line for each thing that does not."""
        raise NotImplementedError

    def status(self) -> dict[str, object]:
        """Counts, dates, model and sizes of what is held."""
        raise NotImplementedError
