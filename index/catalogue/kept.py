"""What search keeps in memory from one query to the next."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

import numpy as np
from cachetools import LRUCache

T = TypeVar("T")

MOST = 256 * 2**20  # bytes
SMALL = 1024  # bytes that anything is taken to need beside its arrays


class Kept:
    """Things that hold until the library changes; those not asked for the longest go first."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._state: str | None = None
        self._held: LRUCache[Hashable, Any] = LRUCache(MOST, getsizeof=_size)

    def get(self, state: str | None, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` returns: a tuple of arrays or something small; from before, if the state is the same."""
        with self._lock:
            if state != self._state:
                self._held.clear()
                self._state = state
            if key in self._held:
                return self._held[key]  # type: ignore[no-any-return]
        made = make()
        with self._lock:
            if state == self._state and _size(made) <= MOST:
                self._held[key] = made
        return made


def _size(value: object) -> int:
    arrays = value if isinstance(value, tuple) else ()
    return SMALL + sum(array.nbytes for array in arrays if isinstance(array, np.ndarray))
