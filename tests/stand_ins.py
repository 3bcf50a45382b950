"""What tests put in the place of worker processes, or let them do."""

import ctypes
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Self

from minutes.errors import MinutebookError
from workers import AHEAD, MEMORY, Extraction, Job


class WorkersHere:
    """Does the work in this process, where it can be a toy: `partial(WorkersHere, toy)` stands in for `Workers`."""

    ahead = AHEAD

    def __init__(self, work: Callable[..., Extraction], *, timeout: float, most: int) -> None:
        self._work = work

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None: ...

    def start(self, path: Path, password: str | None = None, profile: object = None) -> Job:
        future = Future[Extraction]()
        try:
            future.set_result(self._work(path, password=password))
        except MinutebookError as error:
            future.set_exception(error)
        return Job(path, 60, future)


# What a file may do to a library written in C.


def crash(*_: object) -> None:
    ctypes.string_at(1, 8)


def swell(*_: object) -> None:
    bytes(MEMORY)


def hang(*_: object) -> None:
    while True:
        pass
