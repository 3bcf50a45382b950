"""Which passages have vectors and which the index has, and whether all of it agrees."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any
from uuid import uuid4

import numpy as np
from sqlalchemy import (
    Connection,
    delete,
    func,
    insert,
    select,
    update,
)

from index.catalogue import conditions
from index.catalogue.schema import (
    contents,
    contexts,
    documents,
    dropped,
    meta,
    passages,
    places,
    records,
    vectors,
)
from index.catalogue.shaping import RECORDS
from index.catalogue.store import (
    Float32,
    Store,
    meta_of,
    note,
    parts,
    stacked,
)
from index.windows import Pending
from minutes.errors import LibraryError

WORN = 1_000  # vectors that may have been taken out of the index of vectors before it is made anew, at least
NOTED = select(meta.c.key, meta.c.value)


class Embedding(Store):
    """The part of the catalogue that keeps count of vectors, and checks what is held."""

    def encoder(self) -> tuple[str, str] | None:
        """Name and fingerprint of the model that made the vectors, if there is one yet."""
        known = self._noted()
        return (known["encoder"], known["fingerprint"]) if "fingerprint" in known else None

    def _noted(self) -> dict[str, str]:
        """What is noted of the library as a whole."""
        with self._ask() as connection:
            return self._keep(connection, "noted", lambda: dict(connection.execute(NOTED).all()))

    def use_encoder(self, name: str, fingerprint: str) -> None:
        """Record which model makes the vectors.

        Raises:
            LibraryError: if it was another until now.
        """
        if (held := self.encoder()) and held[1] == fingerprint:
            return
        with self._write() as connection:
            known = meta_of(connection, "fingerprint")
            if known is None:
                note(connection, encoder=name, fingerprint=fingerprint)
        if known not in (None, fingerprint):
            raise LibraryError(
                f"The vectors in {self.place} were made with another model than {name}; "
                "run: minutebook rebuild, or name the model that made them"
            )

    def pending(self) -> int:
        """How many passages are yet to be embedded."""
        with self._read() as connection:
            return connection.scalar(conditions.unembedded(func.count())) or 0

    def pending_contexts(self, limit: int) -> list[list[Pending]]:
        """About so many passages that are yet to be embedded, in order, those of a context together."""
        own = (passages.c.number, passages.c.kind, passages.c.header, documents.c.date, passages.c.text)
        query = conditions.unembedded(*own, passages.c.context).join(documents).order_by(passages.c.number).limit(limit)
        with self._read() as connection:
            rows = connection.execute(query).all()
        together = [list(each) for _, each in groupby(rows, key=lambda row: row.context or -row.number)]
        if len(rows) == limit and len(together) > 1:
            together.pop()  # the limit may have cut it
        return [[Pending(*row[:-1]) for row in each] for each in together]

    def put_vectors(self, numbers: Sequence[int], found: Float32, fingerprint: str | None = None) -> None:
        """Hold the vectors, shape (n, d), of these passages; those that were removed meanwhile are passed over.

        Raises:
            LibraryError: if they are of another model, by its `fingerprint`, than the library has come to use.
        """
        if not numbers:
            return
        with self._write() as connection:
            if fingerprint and fingerprint != meta_of(connection, "fingerprint"):
                raise LibraryError("The library was rebuilt with another model meanwhile; run the command again")
            here = set(connection.scalars(select(passages.c.number).where(passages.c.number.in_(numbers))))
            rows = [
                {"passage": number, "vector": vector.astype("<f2").tobytes(), "indexed": False}
                for number, vector in zip(numbers, found, strict=True)
                if number in here
            ]
            connection.execute(delete(vectors).where(vectors.c.passage.in_(here)))
            if rows:
                connection.execute(insert(vectors), rows)

    def begin_rebuild(self, name: str, fingerprint: str) -> None:
        """Drop all vectors and record which model makes the new ones; the index of vectors has to be empty.

        Of a rebuild with the same model that was stopped, the vectors that it made are kept.
        """
        with self._write() as connection:
            same = (meta_of(connection, "encoder"), meta_of(connection, "fingerprint")) == (name, fingerprint)
            if same and meta_of(connection, "unfinished") == "rebuild":
                connection.execute(update(vectors).values(indexed=False))
            else:
                connection.execute(delete(vectors))
                note(connection, encoder=name, fingerprint=fingerprint, unfinished="rebuild")
            note(connection, index=uuid4().hex)

    def settle_vectors(self) -> None:
        """Record that every passage has its vector, if that is so and was not before."""
        with self._read() as connection:
            unfinished = meta_of(connection, "unfinished")
        if unfinished and self.pending() == 0:
            with self._write() as connection:
                connection.execute(delete(meta).where(meta.c.key == "unfinished"))

    def dropped(self) -> list[str]:
        """Ids of passages that are gone and that the index of vectors may still have."""
        with self._read() as connection:
            return list(connection.scalars(select(dropped.c.id)))

    def unindexed(self, limit: int) -> tuple[list[str], Float32]:
        """Ids and vectors, shape (n, d), that the index of vectors does not have yet."""
        query = select(passages.c.id, vectors.c.vector).join(vectors).where(~vectors.c.indexed).limit(limit)
        with self._read() as connection:
            rows = connection.execute(query).all()
        return [row.id for row in rows], stacked([row.vector for row in rows])

    def mark_dropped(self, ids: Sequence[str]) -> None:
        """Record that the index of vectors no longer has these."""
        with self._write() as connection:
            for part in parts(ids):
                connection.execute(delete(dropped).where(dropped.c.id.in_(part)))
            worn = int(meta_of(connection, "worn") or 0) + len(ids)
            note(connection, index=uuid4().hex, worn=str(worn))

    def worn(self) -> bool:
        """Whether most of what the index of vectors ever had has been taken out of it, and that is much."""
        with self._read() as connection:
            held = connection.scalar(select(func.count()).select_from(vectors)) or 0
            return int(meta_of(connection, "worn") or 0) > max(WORN, held)

    def indexed(self, size: int) -> Iterator[tuple[list[str], Float32]]:
        """Ids and vectors, shape (n, d), of all that the index of vectors should have, so many at a time."""
        query = select(passages.c.number, passages.c.id, vectors.c.vector).join(vectors).where(vectors.c.indexed)
        part = query.order_by(passages.c.number).limit(size)
        while True:
            with self._read() as connection:
                rows = connection.execute(part).all()
            if not rows:
                return
            yield [row.id for row in rows], stacked([row.vector for row in rows])
            part = query.where(passages.c.number > rows[-1].number).order_by(passages.c.number).limit(size)

    def mark_renewed(self) -> None:
        """Count from now what is taken out of the index of vectors: it was made anew, if it could be."""
        with self._write() as connection:
            note(connection, index=uuid4().hex, worn="0")

    def mark_indexed(self, ids: Sequence[str], *, held: bool = True) -> None:
        """Record that the index of vectors has these, or that it has them no longer."""
        with self._write() as connection:
            for part in parts(ids):
                numbers = select(passages.c.number).where(passages.c.id.in_(part))
                connection.execute(update(vectors).where(vectors.c.passage.in_(numbers)).values(indexed=held))
            note(connection, index=uuid4().hex)

    def index_state(self) -> str | None:
        """Another after every change of the index of vectors."""
        return self._noted().get("index")

    # ---- upkeep -----------------------------------------------------------------------------------------------------

    def index(self) -> dict[str, bool | None]:
        """Passages by id: whether the index of vectors should have it; null where the passage is gone."""
        held = select(passages.c.id, vectors.c.indexed).join(vectors)
        with self._read() as connection:
            gone = dict.fromkeys(connection.scalars(select(dropped.c.id)))
            return {**gone, **dict(connection.execute(held).all())}

    def vectors_by_id(self, ids: Sequence[str]) -> dict[str, Float32]:
        """The vectors of passages, each of shape (d,), by the ids of these."""
        query = select(passages.c.id, vectors.c.vector).join(vectors)
        with self._read() as connection:
            rows = [row for part in parts(ids) for row in connection.execute(query.where(passages.c.id.in_(part)))]
        return {row.id: np.frombuffer(row.vector, dtype="<f2").astype(np.float32) for row in rows}

    def dimensions(self) -> set[int]:
        """How many numbers the vectors have; one, if all is well."""
        with self._read() as connection:
            return {size // 2 for size in connection.scalars(select(func.length(vectors.c.vector)).distinct())}

    def faults(self) -> list[str]:
        """What the database itself finds wrong, one line each."""
        try:
            with self._read() as connection:
                found = list(self._database.faults(connection))
            if not found and not self.read_only:  # for this check SQLite has to be allowed to write
                with self._write() as connection:
                    found += self._database.text_faults(connection)
        except LibraryError as error:
            return [str(error)]
        return found

    def misquotes(self) -> dict[str, list[str]]:
        """Citations whose quote is not what stands at that place, one line each, by the ids of their documents."""
        with self._read() as connection:
            ids = connection.scalars(select(documents.c.id).order_by(documents.c.id)).all()
            found = {document_id: list(_misquotes(connection, document_id)) for document_id in ids}
        return {document_id: lines for document_id, lines in found.items() if lines}

    def mend(self) -> None:
        """Make anew what the database can make from its own tables: its indexes and full-text search."""
        with self._write() as connection:
            self._database.mend(connection)

    def read_again(self, ids: Sequence[str]) -> None:
        """Have the files of these documents read again when they are next met, though they are held."""
        with self._write() as connection:
            for part in parts(ids):
                connection.execute(update(documents).where(documents.c.id.in_(part)).values(program=""))

    def totals(self) -> dict[str, int]:
        """How many documents, records of each kind and passages are held, and how many records are of low trust."""
        by_kind = select(records.c.kind, func.count()).group_by(records.c.kind)
        low = select(func.count()).where(records.c.trust == "low")
        with self._read() as connection:
            counts: dict[str, int] = dict(connection.execute(by_kind).all())
            tables = {"documents": documents, "passages": passages, "vectors": vectors, "places": places}
            sizes = {name: connection.scalar(select(func.count()).select_from(t)) or 0 for name, t in tables.items()}
            mistrusted = connection.scalar(low) or 0
        return {**sizes, **{f"{kind}s": counts.get(kind, 0) for kind in RECORDS}, "low_trust": mistrusted}


def _misquotes(connection: Connection, document_id: str) -> Iterator[str]:
    content = connection.scalar(select(contents.c.text).where(contents.c.document_id == document_id)) or ""
    quoted: list[tuple[str, Mapping[str, Any]]] = [
        (row.id, json.loads(row.record)["citation"])
        for row in connection.execute(
            select(records.c.id, records.c.record).where(records.c.document_id == document_id)
        )
    ]
    of_passages = select(passages.c.id, passages.c.citation).where(passages.c.document_id == document_id)
    around = select(contexts.c.number, contexts.c.citation).where(contexts.c.document_id == document_id)
    quoted += [(row.id, json.loads(row.citation)) for row in connection.execute(of_passages)]
    quoted += [(f"context {row.number}", json.loads(row.citation)) for row in connection.execute(around)]
    for id_, citation in quoted:
        if content[citation["start"] : citation["end"]] != citation["quote"]:
            yield f"citation of {id_}: its quote is not what stands in {document_id} at {citation['start']}"
