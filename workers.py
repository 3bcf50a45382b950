"""Reading and extraction in processes of their own, so that a bad file can be stopped and harms no other.

Workers are forked from a server process that has loaded the language tools once, so that they start at once and share
its memory. Where there is no such server (Windows) each loads its own. On other machines Dask hands the files out, and
each machine has workers as this one does.
"""

import os
import socket
import stat
import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError
from contextlib import contextmanager, suppress
from functools import cache
from multiprocessing import current_process
from pathlib import Path
from threading import Lock
from types import ModuleType
from typing import TYPE_CHECKING, Any, Protocol, Self, TypeVar

from minutes.errors import InputError, LibraryError, MinutebookError
from minutes.model import Document, Minutes

if sys.platform == "win32":
    from multiprocessing.context import SpawnContext as Context
    from multiprocessing.context import SpawnProcess as Process
else:
    from multiprocessing.context import ForkServerContext as Context
    from multiprocessing.context import ForkServerProcess as Process

if TYPE_CHECKING:
    from extract.profile import Profile

Extraction = tuple[Document, Minutes]
T = TypeVar("T")
S = TypeVar("S")

TIMEOUT = 60.0  # seconds for one file
RECOGNISING = 0.7  # share of that time in which scanned pages are recognised; the rest is for extraction
MEMORY = 2 * 2**30  # bytes of address space for one worker, where the system can hold it to them
AHEAD = 32  # files handed out before the first has been taken back: enough to work on while passages are embedded
ANSWER = 30  # seconds in which a scheduler has to answer and to have workers
PRELOADED = ["ingest.pdf.reader", "ingest.word.reader", "extract.preload"]


def extract_file(
    path: Path, *, password: str | None = None, seconds: float | None = None, profile: "Profile | None" = None
) -> Extraction:
    """Read one file and take the records from it, in this process, by the profile of its body if there is one.

    After `seconds` no more scanned pages are recognised; the receipt names those that were left.

    Raises:
        InputError: if it cannot be read.
    """
    from extract import (
        PLAIN,
        extract,
    )  # spaCy and the readers take a second to import, which a search need not wait for
    from ingest import read

    check(path)
    document = read(path, password=password, seconds=seconds)
    return document, extract(document, profile or PLAIN)


class Future(Protocol):
    """What is to come of a file, from pebble or from Dask."""

    def result(self) -> Extraction: ...
    def done(self) -> bool: ...
    def add_done_callback(self, call: Callable[[Any], Any], /) -> None: ...


class Job:
    """A file handed to the workers."""

    def __init__(self, path: Path, timeout: float, future: Future) -> None:
        self._path, self._timeout, self._future = path, timeout, future

    def done(self) -> bool:
        """Whether it has been read, or cannot be."""
        return self._future.done()

    def when_done(self, call: Callable[[], object]) -> None:
        """Have `call` called then, by another thread; at once where it is done."""
        self._future.add_done_callback(lambda _: call())

    def result(self) -> Extraction:
        """Wait for it.

        Raises:
            InputError: if it cannot be read, or not within the time or the memory that a worker has.
        """
        from pebble import ProcessExpired

        try:
            return self._future.result()
        except TimeoutError as error:
            raise InputError(
                f"{self._path}: took longer than {self._timeout:g} s and was stopped; give it more with --timeout"
            ) from error
        except (ProcessExpired, MemoryError) as error:
            raise InputError(
                f"{self._path}: broke off what read it, for want of memory or by a fault in the file; "
                "save it anew or in parts"
            ) from error


HIDING = Lock()


class _ProcessApart(Process):
    """A process that does not run the program's main module again, as Python's do unless it is written for that."""

    @staticmethod
    def _Popen(process: Any) -> Any:  # noqa: N802 (Python's name)
        with HIDING:
            main = sys.modules["__main__"]
            sys.modules["__main__"] = ModuleType("__main__")
            try:
                return Process._Popen(process)
            finally:
                sys.modules["__main__"] = main


class _Apart(Context):
    """How such processes are started."""

    Process = _ProcessApart

    def __init__(self) -> None:
        super().__init__()
        if sys.platform != "win32":
            self.set_forkserver_preload(PRELOADED)


class Workers:
    """As many processes as there are cores, started when first needed."""

    ahead = AHEAD

    def __init__(self, *, timeout: float = TIMEOUT, most: int | None = None) -> None:
        """`timeout` is in seconds for a file, `most` how many processes there may be (default: one a core)."""
        from pebble import ProcessPool  # brings in asyncio, for which a search need not wait

        self._timeout = timeout
        self._pool = ProcessPool(max_workers=min(cores(), most or cores()), initializer=_bound, context=_Apart())

    def start(self, path: Path, password: str | None = None, profile: "Profile | None" = None) -> Job:
        """Have a file read and extracted as soon as a worker is free."""
        args = (path, password, RECOGNISING * self._timeout, profile)
        return Job(path, self._timeout, self._pool.schedule(_extract, args=args, timeout=self._timeout))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()


class Cluster:
    """The workers of all machines that a Dask scheduler knows, in place of those here."""

    def __init__(self, scheduler: str, *, timeout: float = TIMEOUT) -> None:
        """`scheduler` is its address, such as tcp://host:8786; `timeout` is in seconds for a file.

        Raises:
            LibraryError: if Dask is not installed here, or no scheduler with workers answers there.
        """
        try:
            from distributed import Client
        except ImportError as error:
            raise LibraryError("Dask is not installed; run: pip install 'minutebook[dask]'") from error
        try:
            self._client = Client(scheduler, timeout=ANSWER, set_as_default=False)  # type: ignore[no-untyped-call]
        except (OSError, ValueError) as error:
            raise LibraryError(f"No Dask scheduler answers at {scheduler}; start one with: dask scheduler") from error
        try:
            self._client.wait_for_workers(1, timeout=ANSWER)
        except TimeoutError as error:
            raise LibraryError(
                f"The scheduler at {scheduler} has no workers; start one on each machine with: "
                f"dask worker {scheduler} --no-nanny"
            ) from error
        self._timeout = timeout
        threads: dict[str, int] = self._client.nthreads()  # type: ignore[no-untyped-call]
        self.ahead = max(AHEAD, 2 * sum(threads.values()))

    def start(self, path: Path, password: str | None = None, profile: "Profile | None" = None) -> Job:
        """Have a file read and extracted on the next machine that is free, where it has the same path as here."""
        args = (path, path.absolute(), self._timeout, password, profile)
        return Job(path, self._timeout, self._client.submit(_extract_there, *args, pure=False))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()  # type: ignore[no-untyped-call]


def ahead(things: Iterable[T], start: Callable[[T], S], most: int = AHEAD) -> Iterator[tuple[T, S]]:
    """Each thing with what `start` made of it, in order, with up to `most` of them started before they are taken."""
    waiting: deque[tuple[T, S]] = deque()
    for thing in things:
        waiting.append((thing, start(thing)))
        if len(waiting) == most:
            yield waiting.popleft()
    while waiting:
        yield waiting.popleft()


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def check(path: Path) -> None:
    """Refuse what is no file before it is opened: a pipe would wait for ever, a device may have no end.

    Raises:
        InputError: if it is missing, a folder or no regular file, or its name cannot be written down.
    """
    if shown(path) != str(path):
        raise InputError(f"{shown(path)}: its name is not in UTF-8, so that it cannot be kept; give it another name")
    with explained(path):
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            os.scandir(path).close()  # raises where it cannot be listed
            raise InputError(f"{path}: there are no documents in this folder; name another folder or the file itself")
        if not stat.S_ISREG(mode):
            raise InputError(f"{path}: is no file but a device, pipe or socket; copy what it holds into a file")


def shown(path: Path) -> str:
    r"""A path as it can be printed and kept: bytes that stand for no character as `\\xff`."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """The system's complaints about a file as ours, in one line."""
    try:
        yield
    except FileNotFoundError as error:
        raise InputError(f"{path}: there is no such file; check the path") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check that you may read it") from error


def _extract(path: Path, password: str | None, seconds: float, profile: "Profile | None") -> Extraction:
    """What a worker does."""
    try:
        return extract_file(path, password=password, seconds=seconds, profile=profile)
    except (MinutebookError, MemoryError):
        raise
    except Exception as error:
        # Real files break readers in ways that nobody foresaw; one of them must not cost the other thousands.
        # It is reported, and the next run tries it again. What the error says may be of the text, so it is not told.
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
        line = f"{path}: could not be read ({where}); please report this with the file"
        raise InputError(line) from None


def _extract_there(
    path: Path, place: Path, timeout: float, password: str | None, profile: "Profile | None"
) -> Extraction:
    """What a Dask worker does: it hands the file to workers of its machine, which can be stopped."""
    if current_process().daemon:  # under Dask's nanny, where nobody may start processes
        raise LibraryError(f"The Dask worker on {socket.gethostname()} was started without --no-nanny; add it")
    if not place.exists():
        raise InputError(
            f"{path}: is not on {socket.gethostname()}, which was to read it; put the files into a folder that all "
            "machines see under the same path"
        )
    try:
        return _workers_here(timeout).start(place, password, profile).result()
    except InputError as error:
        raise InputError(str(error).replace(str(place), str(path), 1)) from None


def _workers_here(timeout: float) -> Workers:
    with _STARTING:
        return _started(timeout)


_STARTING = Lock()
_started = cache(lambda timeout: Workers(timeout=timeout))


def _bound() -> None:
    """Hold a worker to its memory."""
    if sys.platform != "win32":
        import resource

        with suppress(ValueError, OSError):  # a system that holds nobody to it, or that already allows less
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
