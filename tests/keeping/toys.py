"""A library of toys, so that keeping is tested without language models."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from library import Library
from minutes.model import Filters
from tests.index import samples
from workers import Extraction


class ToyEncoder:
    """Which words a text holds, hashed into 64 places."""

    dimension = 64

    def __init__(self, name: str | None = None, *, fetch: bool = False) -> None:
        self.name = name or "toy"
        self.fingerprint = f"fingerprint of {self.name}"

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        vectors = np.full((len(texts), 64), 0.01, dtype=np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                vectors[row, sum(map(ord, word)) % 64] += 1
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def extracted(path: Path, *, password: str | None) -> Extraction:
    document = samples.read(path, password=password)
    return document, samples.minutes_of(document)


def everything(library: Library) -> list[object]:
    """All that can be asked of a library."""
    kinds = ("item", "decision", "action", "metric")
    chosen = (Filters(), Filters(since="2024"), Filters(outcome="noted"))
    found = [
        library.search(query, filters=each, limit=50) for query in ("school transport", "petition") for each in chosen
    ]
    counts = [library.status()[name] for name in ("documents", "passages", "vectors", "pending")]
    records = [library.records(kind) for kind in kinds]  # type: ignore[arg-type]
    return [counts, library.documents(), *records, *found]
