"""Which of many stretches of a text holds a place, or shares text with another: is this within a decision?"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Stretches:
    """Stretches of a text in order; to ask takes no longer among thousands than among a few."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self.all = sorted(set(stretches))
        self._starts = [start for start, _ in self.all]
        self._reach = list(accumulate((end for _, end in self.all), max))

    def holding(self, start: int, end: int | None = None) -> tuple[int, int] | None:
        """The first that holds all from `start` to `end`, or else the one character at `start`."""
        first = bisect_left(self._reach, start + 1 if end is None else end)
        return self.all[first] if first < bisect_right(self._starts, start) else None

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them shares text with what stands from `start` to `end`."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start
