"""What tests put in the place of worker processes and language models, or let them do."""

import ctypes
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from minutes.errors import MinutebookError
from tests.index import samples
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


class ToyEncoder:
    """Which words a text holds, hashed into 64 places. `calls` counts the texts that were encoded."""

    dimension = 64

    def __init__(self, name: str | None = None, *, fetch: bool = False) -> None:
        self.name = name or "toy"
        self.fingerprint = f"fingerprint of {self.name}"
        self.calls = 0

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        self.calls += len(texts)
        vectors = np.full((len(texts), 64), 0.01, dtype=np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                vectors[row, sum(map(ord, word)) % 64] += 1
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def extracted(path: Path, *, password: str | None) -> Extraction:
    document = samples.read(path, password=password)
    return document, samples.minutes_of(document)


# What a file may do to a library written in C.


def crash(*_: object) -> None:
    ctypes.string_at(1, 8)


def swell(*_: object) -> None:
    bytes(MEMORY)


def hang(*_: object) -> None:
    while True:
        pass
