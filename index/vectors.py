"""The vectors, in an embedded Chroma. Only this module knows it, and imports it when needed (it takes seconds)."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from minutes.errors import LibraryError

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

NAME = "passages"
BATCH = 5_000  # Chroma refuses more than 5,461 in one call


class Vectors:
    """Passage ids and their vectors of unit length, nearest first by inner product."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._client: ClientAPI | None = None
        self._opened: Collection | None = None

    def add(self, ids: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Add vectors, shape (n, d); one that is there already is replaced."""
        collection = self._collection() if ids else None
        for part in _slices(len(ids)):
            collection.upsert(ids=list(ids[part]), embeddings=vectors[part])  # type: ignore[union-attr]

    def delete(self, ids: Sequence[str]) -> None:
        """Take vectors out; ids that are not there do not matter."""
        collection = self._collection() if ids else None
        for part in _slices(len(ids)):
            collection.delete(ids=list(ids[part]))  # type: ignore[union-attr]

    def nearest(self, vector: NDArray[np.float32], limit: int) -> dict[str, float]:
        """Ids of the vectors nearest to `vector`, shape (d,), nearest first, each with the cosine (-1 to 1)."""
        found = self._collection().query(query_embeddings=vector[None], n_results=limit, include=["distances"])
        distances = found["distances"] or [[]]
        return {id_: 1 - distance for id_, distance in zip(found["ids"][0], distances[0], strict=True)}

    def ids(self) -> set[str]:
        """All ids that are held."""
        return set(self._collection().get(include=[])["ids"]) if self._folder.exists() else set()

    def clear(self) -> None:
        """Take everything out."""
        if NAME in [collection.name for collection in self._open().list_collections()]:
            self._open().delete_collection(NAME)
        self._opened = None

    def _collection(self) -> "Collection":
        if self._opened is None:  # asking for it takes as long as a query
            self._opened = self._open().get_or_create_collection(
                NAME, configuration={"hnsw": {"space": "ip"}}, embedding_function=None
            )
        return self._opened

    def _open(self) -> "ClientAPI":
        if self._client is None:
            import chromadb
            from chromadb.config import Settings

            try:
                self._client = chromadb.PersistentClient(self._folder, Settings(anonymized_telemetry=False))
            except (
                Exception
            ) as error:  # Chroma raises errors of many kinds, its database's and its own, for a bad folder
                raise LibraryError(
                    f"The vectors in {self._folder} cannot be opened ({error}); "
                    "delete that folder and run: minutebook rebuild"
                ) from error
        return self._client


def _slices(count: int) -> Iterator[slice]:
    return (slice(at, at + BATCH) for at in range(0, count, BATCH))
