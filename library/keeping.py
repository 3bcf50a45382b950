"""Keeping: whether what is held is whole, making good what is not, and taking a copy of all and back."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path

from index import backups
from index.backups import CATALOGUE, UPLOADS
from index.catalogue import Catalogue
from index.upkeep import disagreements, reconcile
from index.vectors import Vectors
from library.embedding import Embedder
from library.files import discard, sha256_of
from logs import timed
from minutes.errors import InputError, LibraryError
from minutes.found import Filters
from minutes.model import DocumentInfo

Servers = Mapping[str, str | None]  # the URLs of what takes the place of "catalogue" and "chroma" in the folder

VECTORS = "vectors"  # in the library's folder, as CATALOGUE is


def verify(folder: Path, catalogue: Catalogue, vectors: Vectors, embedder: Embedder) -> list[str]:
    """One line for each thing in which catalogue, citations, vectors, model and kept files do not agree."""
    with timed("verified") as told:
        faults = catalogue.faults() or [  # nothing else can be told of a database that is damaged
            *chain.from_iterable(catalogue.misquotes().values()),
            *embedder.faults(),
            *disagreements(catalogue, vectors),
            *_kept_files(folder, catalogue),
        ]
        told["faults"] = len(faults)
    return faults


def _kept_files(folder: Path, catalogue: Catalogue) -> Iterator[str]:
    """Files kept in the library's own folder that are not what was read, or of no document. Others are not its care."""
    held = {Path(each.path): each.document.sha256 for each in catalogue.documents(Filters()) if each.document}
    contents = set(held.values())
    uploaded = {file for file in (folder.absolute() / UPLOADS).rglob("*") if file.is_file()}
    for path in sorted(uploaded | {path for path in held if path.is_relative_to(folder.absolute())}):
        try:
            sha256 = sha256_of(path)
        except InputError as error:
            if path in held or path.exists():  # what was not yet whole has its own name by now
                yield str(error)
            continue
        if path in held and sha256 != held[path]:
            yield f"{path}: is not the file that was read any more; put it back from a backup"
        elif sha256 not in contents:
            yield f"{path}: is of no document; if nobody is adding it now, delete it or ingest it"


def gone(catalogue: Catalogue, paths: Sequence[Path]) -> list[DocumentInfo]:
    """The documents that were read from below these folders and whose files are no longer there, by path."""
    folders = [Path(os.path.abspath(path)) for path in paths if path.is_dir()]  # noqa: PTH100 ("..", but no links)
    held = {Path(each.path): each.document for each in catalogue.documents(Filters()) if each.document}
    below = [path for path in sorted(held) if any(path.is_relative_to(folder) for folder in folders)]
    return [held[path] for path in below if _is_gone(path)]


def _is_gone(file: Path) -> bool:
    """Whether there is no such file any more; of what may not be looked at nobody knows."""
    try:
        file.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def repair(catalogue: Catalogue, vectors: Vectors, embedder: Embedder) -> None:
    """Make anew what can be made from the catalogue."""
    with suppress(LibraryError), embedder.alone():  # a database that is damaged beyond that is named as left
        catalogue.mend()
        catalogue.read_again(list(catalogue.misquotes()))
        reconcile(catalogue, vectors)
        for _ in embedder.embed():
            pass


def backup(folder: Path, servers: Servers, file: Path) -> int:
    """Write all that is held to one file; its size in bytes."""
    _no_server(servers, "pg_dump")
    with timed("backup") as told:
        told["bytes"] = size = backups.backup(folder, file)
    return size


def restore(folder: Path, servers: Servers, catalogue: Catalogue, embedder: Embedder, file: Path) -> None:
    """Put what a backup holds in place of all that is held, uploaded files included."""
    _no_server(servers, "pg_restore")
    with embedder.alone(), timed("restore"):
        before = _contents(catalogue)
        backups.restore(catalogue, folder, file)
        for _ in embedder.embed():
            pass
        for sha256 in before - _contents(catalogue):
            discard(folder, sha256)


def _contents(catalogue: Catalogue) -> set[str]:
    return {each.document.sha256 for each in catalogue.documents(Filters()) if each.document}


def _no_server(servers: Servers, tool: str) -> None:
    if servers["catalogue"]:
        raise LibraryError(f"The catalogue is in PostgreSQL, which this does not copy; use {tool}")


def status(folder: Path, servers: Servers, catalogue: Catalogue) -> dict[str, object]:
    """Counts, dates, model and sizes (in bytes) of what is held; null the size of what is on a server."""
    coverage, encoder = catalogue.coverage(Filters()), catalogue.encoder()
    totals = catalogue.totals()
    return {
        "folder": str(folder),
        **{name: url for name, url in servers.items() if url},
        **totals,
        "bodies": coverage.bodies,
        "first": coverage.first,
        "last": coverage.last,
        "pending": totals["passages"] - totals["vectors"],
        "encoder": encoder[0] if encoder else None,
        "encoder_sha256": encoder[1] if encoder else None,
        "catalogue_bytes": None if servers["catalogue"] else _size(folder / CATALOGUE),
        "vectors_bytes": None if servers["chroma"] else _size_within(folder / VECTORS),
    }


def _size_within(folder: Path) -> int:
    return sum(_size(Path(place, name)) for place, _, names in os.walk(folder) for name in names)


def _size(file: Path) -> int:
    """Bytes of a file; none of one that is gone, as a database's journal is once it has been written."""
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0
