"""The vectors, in an embedded Chroma or a Chroma server.

Only this module knows it, and imports it when needed (it takes half a second). The embedded one is made for a single
process: it writes while it answers, keeps its index in memory, and does not see what another process adds. So each
question and change has it alone, by a lock that the system takes back from a process that dies, and `as_of` says when
to open it anew.
"""

import ctypes
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import cache
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np
from filelock import FileLock, Timeout
from numpy.typing import NDArray

from minutes.errors import LibraryError

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

NAME = "passages"
PORTS = {"http": 8000, "https": 443}  # where the address of a server names none
WAIT, POLL = 120.0, 0.005  # seconds that one waits for the store at most, and between two looks at whether it is free
BATCH = 1_000  # Chroma refuses more than 5,461 in one call, its server more than 40 MB
M_ARENA_MAX, ARENAS = -8, 2  # glibc's name for how many heaps a process has, and how many are enough


class Vectors:
    """Passage ids and their vectors of unit length, nearest first by inner product."""

    def __init__(self, place: Path | str, *, name: str = NAME) -> None:
        """In a folder, or on the server at this address; `name` is the collection's, one a library.

        Raises:
            LibraryError: if it is no address of a server.
        """
        self._place, self._name = place, name
        self._client: ClientAPI | None = None
        self._opened: Collection | None = None
        self._as_of: str | None = None
        self._folder: int | None = None  # the inode of the folder that is open
        self._thread = RLock()
        self._lock = FileLock(f"{place}.lock", timeout=WAIT, poll_interval=POLL, fallback_to_soft=False)
        if isinstance(place, str) and (urlsplit(place).scheme not in PORTS or not urlsplit(place).hostname):
            raise LibraryError(f"{place!r} is no address of a Chroma server; write http://HOST:PORT")
        if isinstance(place, Path):
            _few_heaps()

    def add(self, ids: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Add vectors, shape (n, d); one that is there already is replaced."""
        for part in _slices(len(ids)):
            self._do("upsert", ids=list(ids[part]), embeddings=vectors[part])

    def delete(self, ids: Sequence[str]) -> None:
        """Take vectors out; ids that are not there do not matter."""
        for part in _slices(len(ids)):
            self._do("delete", ids=list(ids[part]))

    def nearest(self, vector: NDArray[np.float32], limit: int, *, as_of: str | None = None) -> dict[str, float]:
        """Ids of the vectors nearest to `vector`, shape (d,), nearest first, each with the cosine (-1 to 1).

        `as_of` is any string that changes with what is held: at another than the last the store is opened anew.
        """
        with self._alone():
            if as_of != self._as_of:
                self.close()
            found = self._do("query", query_embeddings=vector[None], n_results=limit, include=["distances"])
            self._as_of = as_of
        distances = found["distances"] or [[]]
        return {id_: 1 - distance for id_, distance in zip(found["ids"][0], distances[0], strict=True)}

    def ids(self) -> set[str]:
        """All ids that are held."""
        if isinstance(self._place, Path) and not (self._place.exists() or self._beside("fresh").exists()):
            return set()
        return set(self._do("get", include=[])["ids"])

    def vectors(self, ids: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """The vectors held of these ids, each of shape (d,)."""
        held: dict[str, NDArray[np.float32]] = {}
        for part in _slices(len(ids)):
            found = self._do("get", ids=list(ids[part]), include=["embeddings"])
            held |= dict(zip(found["ids"], found["embeddings"], strict=True))
        return held

    def clear(self) -> None:
        """Take everything out."""
        with self._alone(), self._explained():
            if self._name in [collection.name for collection in self._open().list_collections()]:
                self._open().delete_collection(self._name)
            self._opened = None

    def renew(self, held: Iterable[tuple[Sequence[str], NDArray[np.float32]]]) -> None:
        """Put a new folder that holds just these, ids and vectors of shape (n, d), in the place of the old one.

        Chroma only marks what is deleted: it stays on the disk, in memory and among what is searched. Until all is in
        the new folder the old one answers. What is open elsewhere in this process stays as it is, and a server has its
        own upkeep.
        """
        if isinstance(self._place, str):
            return
        from chromadb.api.shared_system_client import SharedSystemClient

        path, worn = self._beside("fresh"), self._beside("worn")
        fresh = Vectors(path)
        fresh.discard()  # one that was not finished
        for ids, vectors in held:
            fresh.add(ids, vectors)
        fresh.close()
        shutil.rmtree(worn, ignore_errors=True)
        with self._alone(), self._explained():
            self.close()
            if str(self._place) not in SharedSystemClient._identifier_to_system:  # or it would go on with the old files
                self._place.replace(worn)
                self._settle()
        for folder in (path, worn):
            shutil.rmtree(folder, ignore_errors=True)
        Path(f"{path}.lock").unlink(missing_ok=True)

    def discard(self) -> None:
        """Delete the folder of an embedded store that cannot be opened; it is made anew when next needed."""
        if isinstance(self._place, Path):
            with self._alone():
                self.close()
                for folder in (self._place, self._beside("fresh")):
                    shutil.rmtree(folder, ignore_errors=True)

    def close(self) -> None:
        """Let go of the files; they are opened again when next needed."""
        with self._thread:
            if self._client is not None:
                self._client.close()  # type: ignore[attr-defined]  # all that it may be have it
                self._client = self._opened = None
                if isinstance(self._place, Path):
                    _give_back()

    def _beside(self, what: str) -> Path:
        place = Path(self._place)
        return place.with_name(f"{place.name}-{what}")

    def _settle(self) -> None:
        """Have the new folder take the place of the old one, which is gone; who did that may have been stopped."""
        if not Path(self._place).exists() and self._beside("fresh").exists():
            self._beside("fresh").replace(self._place)

    def _inode(self) -> int | None:
        place = Path(self._place)
        return place.stat().st_ino if place.exists() else None

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """No other thread and, where the store is a folder, no other process meanwhile."""
        with self._thread, self._lock_of_folder() if isinstance(self._place, Path) else nullcontext():
            yield

    @contextmanager
    def _lock_of_folder(self) -> Iterator[None]:
        try:
            self._lock.acquire()
        except Timeout as error:
            raise LibraryError(
                f"Another program has held the vectors in {self._place} for {WAIT:g} s; wait for it or end it"
            ) from error
        except OSError as error:
            raise LibraryError(
                f"The vectors in {self._place} cannot be used ({error.strerror}); check that you may write there"
            ) from error
        try:
            self._settle()
            if self._client is not None and self._inode() != self._folder:  # another program has made it anew
                self.close()
            yield
        finally:
            self._lock.release()

    def _do(self, what: str, **given: Any) -> Any:
        """Ask it of the collection, which another program may have made anew since it was opened."""
        with self._alone(), self._explained():
            collection = self._collection()
            from chromadb.errors import NotFoundError

            try:
                return getattr(collection, what)(**given)
            except NotFoundError:
                self._opened = None
                return getattr(self._collection(), what)(**given)

    def _collection(self) -> "Collection":
        if self._opened is None:  # asking for it takes as long as a query
            self._opened = self._open().get_or_create_collection(
                self._name, configuration={"hnsw": {"space": "ip"}}, embedding_function=None
            )
        return self._opened

    def _open(self) -> "ClientAPI":
        if self._client is None:
            import chromadb
            from chromadb.config import Settings

            settings = Settings(anonymized_telemetry=False)
            if isinstance(self._place, Path):
                from chromadb.api.shared_system_client import SharedSystemClient

                try:
                    self._client = chromadb.PersistentClient(self._place, settings)
                    self._folder = self._inode()
                except BaseException:
                    SharedSystemClient.clear_system_cache()  # it keeps what it could not open
                    raise
            else:
                server = urlsplit(self._place)
                self._client = chromadb.HttpClient(
                    host=server.hostname or "",
                    port=server.port or PORTS[server.scheme],
                    ssl=server.scheme == "https",
                    settings=settings,
                )
        return self._client

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Chroma's complaints as ours. They are errors of many kinds: its own, its database's and its server's."""
        try:
            yield
        except LibraryError:
            raise
        except Exception as error:
            hint = "run: minutebook verify --repair"
            if isinstance(self._place, str):
                hint = "is the server running? Start it with: chroma run"
            what = " ".join(str(error).split()) or type(error).__name__
            raise LibraryError(f"The vectors in {self._place} cannot be opened ({what}); {hint}") from error


@cache
def _few_heaps() -> None:
    """Have all threads share a few heaps.

    Each store that is opened anew has new threads. glibc gives them heaps of their own, up to eight for each core, and
    what is free in one is of no use to the others: in 400 openings of 3,000 vectors a process grows from 100 MB to 190
    MB, with two heaps to 120 MB in the first fifty and no further.
    """
    if libc := _glibc():
        libc.mallopt(M_ARENA_MAX, ARENAS)


def _give_back() -> None:
    """Have glibc return what a closed store left free, which the next store may not fit into."""
    if libc := _glibc():
        libc.malloc_trim(0)


@cache
def _glibc() -> ctypes.CDLL | None:
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None
    return libc if hasattr(libc, "mallopt") and hasattr(libc, "malloc_trim") else None


def _slices(count: int) -> Iterator[slice]:
    return (slice(at, at + BATCH) for at in range(0, count, BATCH))
