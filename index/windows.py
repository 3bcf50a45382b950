"""What of the passages is put before the model, and the vectors that are made of it.

Most of an ingest's time goes into the model, which takes as long for a word as often as it is shown it. So each word is
embedded once: with its passage, or, where paragraphs are short and say little by themselves, with those beside them. A
passage's vector is a mixture of its own window's and of those of all windows in its context. That finds as much as
embedding each passage and each context does, at half the words; `tests/benchmarks/quality.py` measures it.

What the meeting's date says the model hardly understands, and search asks for dates by themselves.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.passages import even

Encode = Callable[[Sequence[str]], NDArray[np.float32]]

ALONE = ("decision", "action")  # what is looked for by what it says itself, however short it is
SHORT = 30  # words; passages side by side that have fewer on average share windows
WINDOW = 65  # words in such a window, about
AROUND = 0.3  # how much of a passage's vector is its context's


class Pending(NamedTuple):
    """A passage that is yet to be embedded."""

    number: int
    kind: str
    header: str
    date: str | None  # of the meeting, as the header has it
    text: str

    @property
    def words(self) -> int:
        return max(1, len(self.text.split()))


def in_context(encode: Encode, contexts: Sequence[Sequence[Pending]]) -> NDArray[np.float32]:
    """Vectors of the passages of contexts, unit length, shape (n, d), in the order given."""
    windows = [list(_windows(together)) for together in contexts]
    texts = [[_text(window) for window in each] for each in windows]
    place = {text: at for at, text in enumerate(dict.fromkeys(text for each in texts for text in each))}
    found = encode(list(place))
    return np.concatenate(
        [_mixed(found[[place[text] for text in own]], each) for own, each in zip(texts, windows, strict=True)]
    )


def _windows(together: Sequence[Pending]) -> Iterator[Sequence[Pending]]:
    for alone, run in groupby(together, key=lambda each: each.kind in ALONE):
        beside = list(run)
        sizes = [each.words for each in beside]
        if alone or sum(sizes) >= SHORT * len(sizes):
            yield from ([each] for each in beside)
        else:
            firsts = even(sizes, sum(sizes) / max(1, round(sum(sizes) / WINDOW)))
            yield from (beside[first:last] for first, last in pairwise([*firsts, len(beside)]))


def _text(window: Sequence[Pending]) -> str:
    header = (part for each in window for part in each.header.split(" · ") if part != each.date)
    return "\n".join([" · ".join(dict.fromkeys(header)), *(each.text for each in window)])


def _mixed(found: NDArray[np.float32], windows: Sequence[Sequence[Pending]]) -> NDArray[np.float32]:
    """Vectors of the passages of one context, of those of its windows."""
    around = np.array([sum(each.words for each in window) for window in windows]) @ found
    mixed = (1 - AROUND) * found + AROUND * around / np.linalg.norm(around)
    mixed /= np.linalg.norm(mixed, axis=1, keepdims=True)
    return np.repeat(mixed, [len(window) for window in windows], axis=0).astype(np.float32)
