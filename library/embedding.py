"""Embedding: the model, the vectors that it makes of the passages in a catalogue, and whose turn it is."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from operator import attrgetter
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from cachetools import LRUCache, cachedmethod
from filelock import FileLock, Timeout
from numpy.typing import NDArray

from index.catalogue import Catalogue
from index.vectors import Vectors
from index.windows import Encode, in_context
from logs import timed
from minutes.errors import LibraryError, ModelError
from models.embedding import Encoder, load_encoder

BATCH = 1024  # passages embedded before they are stored
SOON, FOR_EVER = 5.0, -1.0  # seconds that one waits for another program which embeds


class Embedder:
    """Embeds the passages of a catalogue, and keeps the store of vectors up to it."""

    def __init__(self, catalogue: Catalogue, vectors: Vectors, folder: Path, *, encoder: str | None) -> None:
        """`encoder` names a model; without it, it is the one that the catalogue names, or the one that comes along."""
        self._catalogue, self._vectors, self._folder = catalogue, vectors, folder
        self._turn = FileLock(folder / "embedding.lock", fallback_to_soft=False)
        self._lock, self._loading = Lock(), Lock()
        self._held_queries: LRUCache[Any, NDArray[np.float32]] = LRUCache(64)
        self._encoder_name = encoder
        self._encoder: Encoder | None = None

    # ---- the vectors --------------------------------------------------------------------------------------------

    def flush(self, told: Callable[[int, int], None], *, wait: float = 0) -> bool:
        """Embed what there is, and true; or false where another program is at it, which then takes what is here.

        It is `told` how many passages are done, and how many there are.
        """
        with self.alone(wait) as mine:
            for done, total in self.embed() if mine else ():
                told(done, total)
        return mine

    def catch_up(self) -> None:
        """Embed what there is; another program that is at it is not waited for long."""
        self.flush(lambda *_: None, wait=SOON)

    @contextmanager
    def alone(self, wait: float = FOR_EVER) -> Iterator[bool]:
        """One program at a time embeds and fills the index of vectors; whether it is this one within `wait` seconds.

        On this machine a lock in the folder sees to it, and among machines that share a database the database.
        """
        try:
            self._turn.acquire(timeout=wait)
        except Timeout:
            yield False
            return
        except OSError as error:
            raise LibraryError(
                f"The library in {self._folder} cannot be changed ({error.strerror}); check that you may write there"
            ) from error
        try:
            with self._catalogue.turn(wait) as mine:
                yield mine
        finally:
            self._turn.release()

    def embed(self) -> Iterator[tuple[int, int]]:
        """Embed what is not embedded yet, and bring the index of vectors up to the catalogue."""
        total, done = self._catalogue.pending(), 0
        while batch := self._catalogue.pending_contexts(BATCH):
            numbers = [each.number for together in batch for each in together]
            with timed("embedded", passages=len(numbers)):
                found = in_context(self._encode, batch)
                self._catalogue.put_vectors(numbers, found, self._encoder.fingerprint if self._encoder else None)
            done += len(numbers)
            yield done, max(done, total)
        self._drop()  # before adding: a passage may have gone and come back
        while (new := self._catalogue.unindexed(BATCH))[0]:
            self._vectors.add(*new)
            self._catalogue.mark_indexed(new[0])
        if self._catalogue.worn():
            self._vectors.renew(self._catalogue.indexed(BATCH))
            self._catalogue.mark_renewed()
        self._catalogue.settle_vectors()

    def drop(self) -> None:
        """Take vectors out of the index whose passages are gone, unless another program embeds, which then does it."""
        with self.alone(SOON) as mine:
            if mine:
                self._drop()

    def _drop(self) -> None:
        if gone := self._catalogue.dropped():
            self._vectors.delete(gone)
            self._catalogue.mark_dropped(gone)

    def rebuild(self, encoder: str | None) -> Iterator[tuple[int, int]]:
        """Make all vectors anew, with another model if one is named; yields passages done and passages in all."""
        self._encoder_name = encoder or self._encoder_name
        self._encoder = self._load(fetch=True)  # before anything is thrown away
        with self.alone():
            self._vectors.clear()  # first, so that it never holds vectors of another model than the catalogue says
            self._catalogue.begin_rebuild(self._encoder.name, self._encoder.fingerprint)
            self._catalogue.write_bands()
            yield from self.embed()

    # ---- the model ----------------------------------------------------------------------------------------------

    def asking(self) -> Encode:
        """What makes vectors of questions.

        Raises:
            LibraryError: if another model made the vectors.
            ModelError: if the model is missing or is not the one expected.
        """
        return partial(self._asked, self._ready())

    @cachedmethod(attrgetter("_held_queries"), lock=attrgetter("_lock"))  # a query is asked again with each filter
    def _asked(self, encoder: Encoder, texts: tuple[str, ...]) -> NDArray[np.float32]:
        return encoder.encode(texts, query=True)

    def _encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of what is looked through, shape (n, d)."""
        return self._ready().encode(texts)

    def _ready(self) -> Encoder:
        """The model, loaded when first needed, and anew when the library changed to another."""
        known = self._catalogue.encoder()
        with self._loading:
            if self._encoder is None or (known and known[1] != self._encoder.fingerprint):
                self._encoder = self._load()
        if known != (self._encoder.name, self._encoder.fingerprint):
            self._catalogue.use_encoder(self._encoder.name, self._encoder.fingerprint)
        return self._encoder

    def _load(self, *, fetch: bool = False) -> Encoder:
        known = self._catalogue.encoder()
        return load_encoder(self._encoder_name or (known[0] if known else None), fetch=fetch)

    def faults(self) -> Iterator[str]:
        """Whether the model that is installed is the one that made the vectors."""
        if (known := self._catalogue.encoder()) is None:
            return
        try:
            encoder = self._load()
        except ModelError as error:
            yield str(error)
            return
        if encoder.fingerprint != known[1]:
            yield f"model {known[0]}: is another than the one that made the vectors; run: minutebook rebuild"
        elif self._catalogue.dimensions() - {encoder.dimension}:
            yield f"model {known[0]}: not all vectors have its {encoder.dimension} numbers; run: minutebook rebuild"
